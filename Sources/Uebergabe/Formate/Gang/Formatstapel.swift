// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// Files that wait to be read together on all cores, in the order of their arrival.
struct Formatstapel {
  private static let hoechstens = 512

  private enum Auftrag: Sendable {
    case datei([UInt8], Formatangabe?)
    case fertig(Formatgang.Posten)
  }

  private let gang: Formatgang
  private let wurzel: [UInt8]
  private var auftraege: [Auftrag] = []

  /// An empty stack for files below `wurzel`.
  init(_ gang: Formatgang, wurzel: [UInt8]) {
    self.gang = gang
    self.wurzel = wurzel.last == 0x2F ? wurzel : wurzel + [0x2F]
  }

  /// Takes a file.
  mutating func nimm(
    _ pfad: [UInt8], _ angabe: Formatangabe?, _ body: (Formatgang.Posten) throws -> Void
  ) throws {
    auftraege.append(.datei(pfad, angabe))
    if auftraege.count >= Self.hoechstens { try leere(body) }
  }

  /// Takes what needs no work.
  mutating func nimm(
    _ posten: Formatgang.Posten, _ body: (Formatgang.Posten) throws -> Void
  ) throws {
    auftraege.append(.fertig(posten))
    if auftraege.count >= Self.hoechstens { try leere(body) }
  }

  /// Does the work and delivers it.
  mutating func leere(_ body: (Formatgang.Posten) throws -> Void) throws {
    let (auftraege, gang, wurzel) = (auftraege, gang, wurzel)
    self.auftraege.removeAll(keepingCapacity: true)
    let posten = Gleichlauf(auftraege.count, faeden: gang.faeden) { i in
      switch auftraege[i] {
      case .datei(let pfad, let angabe): gang.posten(roh: wurzel + pfad, als: pfad, angabe)
      case .fertig(let p): p
      }
    }.ergebnisse()
    for p in posten { try body(p) }
  }
}

/// Computes values of numbers on several threads; the results are in the order of the numbers.
private final class Gleichlauf<Wert: Sendable>: Sendable {
  private let anzahl: Int
  private let faeden: Int
  private let rechne: @Sendable (Int) -> Wert
  private let naechster = Atomic<Int>(0)
  private let werte: Mutex<[Wert?]>

  init(_ anzahl: Int, faeden: Int?, _ rechne: @escaping @Sendable (Int) -> Wert) {
    self.anzahl = anzahl
    self.rechne = rechne
    let kerne = max(1, faeden ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    // A thread costs more than some small files.
    self.faeden = min(kerne, 64, (anzahl + 7) / 8)
    werte = Mutex(Array(repeating: nil, count: anzahl))
  }

  func ergebnisse() -> [Wert] {
    var andere: [pthread_t] = []
    for _ in 1..<max(2, faeden) where faeden > 1 {
      var faden = pthread_t()
      let selbst = Unmanaged.passRetained(self as AnyObject)
      let status = pthread_create(
        &faden, nil,
        { zeiger in
          guard let zeiger else { return nil }
          (Unmanaged<AnyObject>.fromOpaque(zeiger).takeRetainedValue() as? any Arbeit)?.arbeite()
          return nil
        }, selbst.toOpaque())
      guard status == 0 else {
        selbst.release()
        break
      }
      andere.append(faden)
    }
    arbeite()
    for faden in andere { pthread_join(faden, nil) }
    return werte.withLock { $0.compactMap { $0 } }
  }
}

/// What a thread does; a C function cannot name a generic type.
private protocol Arbeit: Sendable {
  func arbeite()
}

extension Gleichlauf: Arbeit {
  fileprivate func arbeite() {
    while true {
      let (i, _) = naechster.add(1, ordering: .relaxed)
      guard i < anzahl else { return }
      let wert = rechne(i)
      werte.withLock { $0[i] = wert }
    }
  }
}
