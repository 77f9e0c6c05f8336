// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen

// How states and metadata become the bytes of a row, and the digest of the row that the Protokoll holds.

extension Objektzeile {
  /// The state of an Akte, Teilakte, Vorgang or Teilvorgang.
  func schriftgut(_ pfad: String) throws(SpeicherFehler) -> Schriftgutzustand {
    try gelesen(Schriftgutzustand.self, zustand, "der Zustand des Objekts \(id)", pfad)
  }

  /// The state of a Dokument.
  func dokument(_ pfad: String) throws(SpeicherFehler) -> Dokumentzustand {
    try gelesen(Dokumentzustand.self, zustand, "der Zustand des Dokuments \(id)", pfad)
  }

  /// The descriptive metadata, without what lies below.
  func angaben(_ pfad: String) throws(SpeicherFehler) -> Schriftgutobjekt {
    try gelesen(Schriftgutobjekt.self, metadaten, "die Metadaten des Objekts \(id)", pfad)
  }
}

/// A value from the JSON of a row.
func gelesen<T: Decodable>(
  _ typ: T.Type, _ bytes: [UInt8], _ was: @autoclosure () -> String, _ pfad: String
) throws(SpeicherFehler) -> T {
  do {
    return try KanonischesJSON.lies(typ, bytes)
  } catch {
    throw .beschaedigt(pfad: pfad, grund: was() + " ist nicht lesbar")
  }
}

/// The canonical JSON of a value.
func kanonisch(_ wert: some Encodable, _ pfad: String) throws(SpeicherFehler) -> [UInt8] {
  do {
    return try KanonischesJSON.bytes(wert)
  } catch {
    throw .datenbank(pfad: pfad, grund: "\(error)")
  }
}

/// Computes the digests of rows (form 1: the byte 1, the length of the first part as eight bytes,
/// both parts).
final class Zeilensummen {
  private var bildner: Pruefsummenbildner
  private let pfad: String

  init(_ pfad: String) throws(SpeicherFehler) {
    self.pfad = pfad
    do {
      bildner = try Pruefsummenbildner([.sha256])
    } catch {
      throw .datenbank(pfad: pfad, grund: "\(error)")
    }
  }

  /// The digest of a row with two parts, such as state and metadata.
  func summe(_ erster: [UInt8], _ zweiter: [UInt8] = []) throws(SpeicherFehler) -> Pruefsumme {
    var kopf: [UInt8] = [1]
    withUnsafeBytes(of: UInt64(erster.count).bigEndian) { kopf += $0 }
    kopf.withUnsafeBytes { bildner.nimm($0) }
    erster.withUnsafeBytes { bildner.nimm($0) }
    zweiter.withUnsafeBytes { bildner.nimm($0) }
    guard let summe = bildner.abschluss().first else {
      throw .datenbank(pfad: pfad, grund: "SHA-256 fehlt")
    }
    return summe
  }

  /// The id under which the Protokoll names something that is no object: a unit of the Aktenplan, a
  /// version of the catalogue, a counter.
  ///
  /// Made from the name, so that it is always the same.
  func kennung(_ art: String, _ name: String) throws(SpeicherFehler) -> ObjektID {
    let bytes = try summe(Array(art.utf8), Array(name.utf8)).bytes
    let hoch = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let tief = bytes[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // Version 8 of RFC 9562: made in a way of our own.
    return ObjektID(
      bytes: (hoch & ~0xF000 | 0x8000, tief & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000))
  }
}

extension Ebene {
  /// The level as the database numbers it.
  var objektebene: Objektebene {
    switch self {
    case .akte: .akte
    case .teilakte: .teilakte
    case .vorgang: .vorgang
    case .teilvorgang: .teilvorgang
    }
  }
}

extension Kennung {
  /// The 16 bytes, as the database keeps them.
  var sechzehn: [UInt8] {
    withUnsafeBytes(of: (bytes.0.bigEndian, bytes.1.bigEndian)) { Array($0) }
  }

  /// An id from the 16 bytes of the database.
  init?(sechzehn bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(
      bytes: (
        bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
        bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
      ))
  }
}
