// SPDX-License-Identifier: Apache-2.0
public import Behaelter
internal import Glibc
internal import Pruefsummen
internal import Pruefung

extension Formatgang {
  /// Files of a container up to this size are looked at in memory.
  private static let imSpeicher: Int64 = 8 << 20

  /// All files in a container (ZIP), in the order they lie in it; nothing stays on the disk.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - grenzen: What is accepted of it.
  ///   - angaben: What a message states about the file of this name.
  ///   - body: Takes each file.
  /// - Throws: ``UebergabeFehler/behaelter(_:)`` if the container cannot be opened, and what `body` throws.
  public func container(
    _ pfad: String, grenzen: Grenzen = .standard, angaben: (String) -> Formatangabe? = { _ in nil },
    _ body: (Posten) throws -> Void
  ) throws {
    var leser: Containerleser
    do throws(BehaelterFehler) {
      leser = try Containerleser(pfad: pfad, grenzen: grenzen)
    } catch { throw UebergabeFehler.behaelter(error) }
    let anzahl = leser.verzeichnis.eintraege.count
    for _ in 0..<anzahl {
      let posten: Posten?
      do throws(BehaelterFehler) {
        guard let kopf = try leser.naechster() else { break }
        posten = try self.posten(kopf, &leser, angaben(kopf.name))
      } catch {
        posten = Self.posten(error)
      }
      if let posten { try body(posten) }
    }
  }

  /// What an error says of one file.
  private static func posten(_ fehler: BehaelterFehler) -> Posten {
    switch fehler {
    case .verschluesselt(_, let eintrag):
      .nichtLesbar(pfad: eintrag, grund: "sie ist im Container verschlüsselt")
    case .beschaedigt(_, let eintrag, let grund):
      .nichtLesbar(pfad: eintrag ?? "?", grund: "der Container ist beschädigt, \(grund)")
    default: .nichtLesbar(pfad: "?", grund: fehler.description)
    }
  }

  private func posten(
    _ kopf: Eintragskopf, _ leser: inout Containerleser, _ angabe: Formatangabe?
  ) throws(BehaelterFehler) -> Posten? {
    switch kopf.art {
    case .ordner: return nil
    case .verknuepfung, .sonstige: return .ausgelassen(pfad: kopf.name)
    case .datei: break
    }
    var ergebnis: Formatergebnis
    if kopf.groesse ?? .max <= Self.imSpeicher {
      let bytes = try alles(kopf.groesse ?? 0) { p throws(BehaelterFehler) in try leser.lies(p) }
      ergebnis = erkennung.erkenne(bytes, name: kopf.name, angegeben: angabe)
      if fragt(ergebnis) {
        guard let datei = Ablagedatei(in: zwischenablage), datei.schreibe(bytes) else {
          return Self.ohneAblage(kopf.name)
        }
        beurteile(&ergebnis, datei.pfad)
      }
    } else {
      guard let datei = Ablagedatei(in: zwischenablage) else { return Self.ohneAblage(kopf.name) }
      let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
      defer { puffer.deallocate() }
      while true {
        let n = try leser.lies(puffer)
        guard n > 0 else { break }
        guard datei.schreibe(Array(puffer[..<n])) else { return Self.ohneAblage(kopf.name) }
      }
      ergebnis = erkennung.erkenne(
        Inhaltszugriff(
          deskriptor: datei.fd, groesse: kopf.groesse ?? 0, budget: erkennung.grenzen.lesen),
        name: kopf.name, angabe)
      beurteile(&ergebnis, datei.pfad)
    }
    Self.pruefeNamen(Array(kopf.name.utf8), &ergebnis)
    return .datei(pfad: kopf.name, ergebnis)
  }

  private static func ohneAblage(_ name: String) -> Posten {
    .nichtLesbar(
      pfad: name, grund: "sie ließ sich zum Prüfen nicht zwischenspeichern: \(systemgrund(errno))")
  }
}

/// A file that nobody else may read and that vanishes with this value.
private final class Ablagedatei {
  let pfad: String
  let fd: Int32

  init?(in ordner: String) {
    let zufall = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    pfad = "\(ordner)/diva-format-\(getpid())-\(zufall)"
    fd = open(pfad, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else { return nil }
  }

  deinit {
    guard fd >= 0 else { return }
    close(fd)
    unlink(pfad)
  }

  func schreibe(_ bytes: [UInt8]) -> Bool {
    var stelle = 0
    while stelle < bytes.count {
      let n = bytes.withUnsafeBytes {
        write(fd, $0.baseAddress?.advanced(by: stelle), $0.count - stelle)
      }
      if n < 0, errno != EINTR { return false }
      if n > 0 { stelle += n }
    }
    return true
  }
}
