// SPDX-License-Identifier: Apache-2.0
public import Behaelter
package import XMLStrom

/// A message with the files beside it: a container, an unpacked folder, or a single XML file.
///
/// ```swift
/// let paket = try Nachrichtenpaket(pfad: "…_0503_1.zip")
/// let leser = try paket.leser()
/// ```
public struct Nachrichtenpaket: Sendable {
  /// What the path leads to.
  public enum Art: String, Sendable, Codable {
    /// A ZIP with a message and files.
    case container
    /// A single message.
    case nachricht
    /// A folder with a message and files.
    case ordner
  }

  /// The path as given.
  public let pfad: String
  /// What the path leads to.
  public let art: Art
  /// The message's name in the container or folder; nil if there is not exactly one (R2).
  public let nachricht: String?
  /// XML entries on the top level that may be the message.
  package let kandidaten: [String]
  /// The entries of a container; empty for other kinds.
  package let verzeichnis: Verzeichnis?
  /// Names and sizes in bytes of all files, the message included; empty for a single message.
  public let dateien: [(name: String, groesse: Int64)]
  /// Entries of a folder that are no files.
  package let fremde: [String]
  package let grenzen: Grenzen

  /// Looks at a path; reads only the directory of a container.
  ///
  /// - Throws: `BehaelterFehler` for a damaged or hostile container, ``XdomeaFehler`` if there is
  ///   nothing to read at this path.
  public init(pfad: String, grenzen: Grenzen = .standard) throws {
    self.pfad = pfad
    self.grenzen = grenzen
    switch dateiart(pfad) {
    case nil:
      throw XdomeaFehler.datei(name: pfad, grund: "nicht gefunden. Prüfen Sie den Pfad.")
    case .ordner:
      art = .ordner
      verzeichnis = nil
      let inhalt = try ordnerinhalt(pfad)
      dateien = inhalt.filter { $0.art == .datei }.map { ($0.name, $0.groesse) }
      fremde = inhalt.filter { $0.art != .datei }.map(\.name)
    case .datei:
      fremde = []
      if try Self.istXML(pfad) {
        art = .nachricht
        verzeichnis = nil
        dateien = []
      } else {
        art = .container
        let v = try Verzeichnis(pfad: pfad, grenzen: grenzen)
        verzeichnis = v
        dateien = v.eintraege.filter { $0.art == .datei }.map { ($0.name, $0.groesse) }
      }
    default:
      throw XdomeaFehler.datei(name: pfad, grund: "Das ist weder eine Datei noch ein Ordner.")
    }
    if art == .nachricht {
      kandidaten = [pfad]
      nachricht = pfad
      return
    }
    kandidaten = dateien.map(\.name).filter {
      $0.lowercased().hasSuffix(".xml") && !$0.contains("/") && !$0.contains("\\")
    }
    nachricht = Self.waehle(kandidaten, pfad: pfad)
  }

  /// The one entry that is the message: named like the container, else the only one with the name of
  /// a message, else the only XML file.
  private static func waehle(_ namen: [String], pfad: String) -> String? {
    let datei = pfad.split(separator: "/" as Character).last.map(String.init) ?? pfad
    let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    if let gleich = namen.first(where: { $0.dropLast(4) == stamm }) { return gleich }
    let benannte = namen.filter { Nachrichtenname(dateiname: $0) != nil }
    if benannte.count == 1 { return benannte.first }
    return namen.count == 1 ? namen.first : nil
  }

  /// True if the file begins like XML and not like a ZIP.
  private static func istXML(_ pfad: String) throws -> Bool {
    var quelle = try Dateiquelle(pfad: pfad)
    var kopf = [UInt8](repeating: 0, count: 256)
    let n = try kopf.withUnsafeMutableBytes { try quelle.lies($0) }
    if kopf.starts(with: [0x50, 0x4B]) { return false }
    if pfad.lowercased().hasSuffix(".xml") { return true }
    let erstes = kopf[..<n].first { !($0 == 32 || $0 == 10 || $0 == 13 || $0 == 9) }
    return erstes == 60 || kopf.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// Opens the message.
  ///
  /// - Throws: ``XdomeaFehler/keineNachricht(datei:gefunden:)`` if there is not exactly one.
  public func leser(schemata: Schemata? = nil) throws -> Nachrichtenleser {
    try leser(schemata: schemata, grenzen: .init(), fundstellen: false)
  }

  package func leser(
    schemata: Schemata?, grenzen xmlGrenzen: XMLGrenzen, fundstellen: Bool
  ) throws -> Nachrichtenleser {
    guard let nachricht else {
      throw XdomeaFehler.keineNachricht(datei: pfad, gefunden: kandidaten)
    }
    let name = art == .nachricht ? pfad : nachricht
    return try Nachrichtenleser(
      name: name, schemata: schemata, grenzen: xmlGrenzen, fundstellen: fundstellen,
      liefere: try oeffne(nachricht))
  }

  /// Opens one file beside the message, or the message itself.
  ///
  /// - Parameter name: The name as ``dateien`` has it; for a single message its path.
  /// - Returns: A closure that fills a buffer with the next bytes and returns 0 at the end.
  /// - Throws: ``XdomeaFehler/datei(name:grund:)`` if there is no such file, `BehaelterFehler` for a
  ///   damaged container.
  public func oeffne(_ name: String) throws -> (UnsafeMutableRawBufferPointer) throws -> Int {
    switch art {
    case .container:
      let zugriff = Containerzugriff(try containerleser())
      guard try zugriff.leser.springe(zu: name) else {
        throw XdomeaFehler.datei(name: name, grund: "fehlt im Container.")
      }
      return { try zugriff.leser.lies($0) }
    case .ordner, .nachricht:
      let datei = Dateizugriff(
        try Dateiquelle(pfad: art == .ordner ? pfad + "/" + name : name))
      return { try datei.lies($0) }
    }
  }

  /// Reads the container, with the directory that is there already.
  ///
  /// - Throws: `BehaelterFehler`.
  package func containerleser() throws(BehaelterFehler) -> Containerleser {
    if let verzeichnis { return try Containerleser(verzeichnis) }
    return try Containerleser(pfad: pfad, grenzen: grenzen)
  }

  /// Calls `body` for every file but the message, with a closure that delivers its bytes.
  ///
  /// Files come in the order of the container; what `body` does not read is skipped.
  ///
  /// - Parameters:
  ///   - verschluesselteAuslassen: Leave encrypted entries out instead of throwing.
  ///   - body: Called for every other file.
  /// - Throws: `BehaelterFehler` or `XMLFehler` if a file cannot be read, and what `body` throws.
  public func jedeDatei(
    verschluesselteAuslassen: Bool = false,
    _ body: (
      _ name: String, _ groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Void
  ) throws {
    switch art {
    case .nachricht: return
    case .container:
      let zugriff = Containerzugriff(try containerleser())
      while true {
        do {
          guard let kopf = try zugriff.leser.naechster() else { return }
          guard kopf.art == .datei, kopf.name != nachricht else { continue }
          try body(kopf.name, kopf.groesse ?? 0) { try zugriff.leser.lies($0) }
        } catch let fehler as BehaelterFehler {
          guard verschluesselteAuslassen, case .verschluesselt = fehler else { throw fehler }
        }
      }
    case .ordner:
      for d in dateien where d.name != nachricht {
        let datei = Dateizugriff(try Dateiquelle(pfad: pfad + "/" + d.name))
        try body(d.name, d.groesse) { try datei.lies($0) }
      }
    }
  }
}

/// Holds an open container for closures.
final class Containerzugriff {
  var leser: Containerleser
  init(_ leser: consuming Containerleser) { self.leser = leser }
}
