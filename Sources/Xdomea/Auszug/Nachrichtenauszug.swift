// SPDX-License-Identifier: Apache-2.0
package import Akte
internal import Pruefsummen

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Cuts messages with some of the objects out of a message, byte by byte.
///
/// What is kept keeps its bytes, also what the model could not hold: prefixes, comments, extensions.
/// The message is copied once to a nameless file, because a container cannot be sought in. Memory:
/// some 150 bytes per object.
///
/// ```swift
/// let auszug = try Nachrichtenauszug(paket, neben: ziel)
/// while let teil = try auszug.leser.naechster() { … }        // once, to the end
/// let wurzel = try auszug.gliederung()
/// let leser = try auszug.leser(.teil([(stelle: 0, .ganz)]))  // a message with its first object
/// ```
package final class Nachrichtenauszug {
  /// Reads the whole message once; must be read to its end before anything is cut.
  package let leser: Nachrichtenleser
  /// The message's name.
  package let name: String
  private let ablage: Zwischenablage
  private let gang: Gang
  private var wurzel: Schnittknoten?

  /// The scanner, fed while the message is read for the first time.
  private final class Gang {
    var schnitt: Schnittleser?
  }

  /// Opens a message; its bytes are copied beside the path `neben`.
  ///
  /// - Throws: as ``Nachrichtenpaket/leser(schemata:)``, and ``XdomeaFehler/datei(name:grund:)`` if
  ///   nothing can be written there.
  package init(_ paket: Nachrichtenpaket, neben pfad: String) throws {
    guard let nachricht = paket.nachricht else {
      throw XdomeaFehler.keineNachricht(datei: paket.pfad, gefunden: paket.kandidaten)
    }
    name = nachricht.split(separator: "/" as Character).last.map(String.init) ?? nachricht
    let ablage = try Zwischenablage(neben: pfad)
    let gang = Gang()
    let lies = try paket.oeffne(nachricht)
    leser = try Nachrichtenleser(name: name) { puffer in
      let n = try lies(puffer)
      if n > 0 {
        let bytes = UnsafeRawBufferPointer(rebasing: puffer[..<n])
        try ablage.schreibe(bytes)
        gang.schnitt?.nimm(bytes)
      }
      return n
    }
    // The version is known only now; what was read for it is read again.
    var schnitt = Schnittleser(leser.version, leser.typ)
    try ablage.jederBlock([0..<ablage.groesse]) { schnitt.nimm($0) }
    gang.schnitt = schnitt
    self.ablage = ablage
    self.gang = gang
  }

  /// The objects of the message with their places, once it was read to its end.
  package func gliederung() -> Schnittknoten {
    if let wurzel { return wurzel }
    gang.schnitt?.beende()
    let neu = gang.schnitt?.wurzel ?? Schnittknoten(.akte, luecke: 0, anfang: 0)
    gang.schnitt = nil
    wurzel = neu
    return neu
  }

  /// Size in bytes and SHA-512 digest of the whole message, once it was read to its end.
  ///
  /// - Throws: ``XdomeaFehler/datei(name:grund:)``.
  package func pruefsumme() throws -> (groesse: Int64, summe: Pruefsumme) {
    var bildner = try Pruefsummenbildner([.sha512])
    try ablage.jederBlock([0..<ablage.groesse]) { bildner.nimm($0) }
    guard let summe = bildner.abschluss().first else {
      throw XdomeaFehler.datei(name: name, grund: "keine Prüfsumme")
    }
    return (ablage.groesse, summe)
  }

  /// The size in bytes of the message with these parts.
  package func groesse(_ auswahl: Auszugswahl) -> Int64 {
    gliederung().abschnitte(auswahl).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  /// The bytes of the message with these parts.
  ///
  /// - Parameter auswahl: What to keep; its places are those of ``gliederung()``.
  /// - Returns: A closure that fills a buffer and returns the number of bytes, 0 at the end.
  package func oeffne(_ auswahl: Auszugswahl) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    let quelle = Auszugsquelle(ablage, gliederung().abschnitte(auswahl))
    return { try quelle.lies($0) }
  }

  /// Reads the message with these parts.
  ///
  /// - Throws: as ``Nachrichtenleser/init(name:schemata:fundstellen:liefere:)``.
  package func leser(
    _ auswahl: Auszugswahl, schemata: Schemata? = nil
  ) throws -> Nachrichtenleser {
    try Nachrichtenleser(name: name, schemata: schemata, liefere: oeffne(auswahl))
  }
}

/// Delivers pieces of the copy one after another.
private final class Auszugsquelle {
  private let ablage: Zwischenablage
  private var abschnitte: ArraySlice<Range<Int64>>

  init(_ ablage: Zwischenablage, _ abschnitte: [Range<Int64>]) {
    self.ablage = ablage
    self.abschnitte = abschnitte[...]
  }

  func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var gefuellt = 0
    while gefuellt < puffer.count, let erster = abschnitte.first {
      let rest = UnsafeMutableRawBufferPointer(rebasing: puffer[gefuellt...])
      let n = try ablage.lies(rest, bei: erster)
      gefuellt += n
      let neu = erster.lowerBound + Int64(n)
      if neu >= erster.upperBound {
        abschnitte.removeFirst()
      } else {
        abschnitte[abschnitte.startIndex] = neu..<erster.upperBound
      }
    }
    return gefuellt
  }
}

extension Zwischenablage {
  /// Reads from the beginning of a range, not beyond its end.
  fileprivate func lies(
    _ puffer: UnsafeMutableRawBufferPointer, bei bereich: Range<Int64>
  ) throws -> Int {
    let anzahl = min(puffer.count, Int(clamping: bereich.upperBound - bereich.lowerBound))
    guard anzahl > 0 else { return 0 }
    return try liesStueck(
      UnsafeMutableRawBufferPointer(rebasing: puffer[..<anzahl]), bei: bereich.lowerBound)
  }

  fileprivate func jederBlock(
    _ abschnitte: [Range<Int64>], _ body: (UnsafeRawBufferPointer) -> Void
  ) throws {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { puffer.deallocate() }
    let quelle = Auszugsquelle(self, abschnitte)
    while true {
      let n = try quelle.lies(puffer)
      guard n > 0 else { return }
      body(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
    }
  }
}

extension Schnittknoten {
  /// The bytes that a choice keeps, in order and joined where they touch.
  func abschnitte(_ auswahl: Auszugswahl) -> [Range<Int64>] {
    var liste: [Range<Int64>] = []
    sammle(auswahl, &liste)
    return liste
  }

  private func sammle(_ auswahl: Auszugswahl, _ liste: inout [Range<Int64>]) {
    guard case .teil(let gewaehlt) = auswahl else {
      liste.haenge(luecke..<ende)
      return
    }
    var naechstes = 0
    for (stelle, teil) in gewaehlt.sorted(by: { $0.stelle < $1.stelle })
    where kinder.indices.contains(stelle) {
      let kind = kinder[stelle]
      while naechstes < fest.count, fest[naechstes].lowerBound < kind.anfang {
        liste.haenge(fest[naechstes])
        naechstes += 1
      }
      kind.sammle(teil, &liste)
    }
    for rest in fest[naechstes...] { liste.haenge(rest) }
  }
}

extension [Range<Int64>] {
  fileprivate mutating func haenge(_ neu: Range<Int64>) {
    guard !neu.isEmpty else { return }
    if let letztes = last, letztes.upperBound == neu.lowerBound {
      self[count - 1] = letztes.lowerBound..<neu.upperBound
    } else {
      append(neu)
    }
  }
}
