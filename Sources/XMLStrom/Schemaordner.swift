// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A folder of schema files and its catalogue.
///
/// Files have addresses of the form `diva-schema:/4.0.0/datei.xsd`, so that relative references
/// are resolved inside the folder and never become paths of the system.
struct Schemaordner {
  static let schema = "diva-schema:/"

  /// The folder's real path.
  let pfad: String
  /// Web address to path relative to the folder.
  private let katalog: [String: String]

  init(pfad: String) throws(XMLFehler) {
    guard let echt = Self.echterPfad(pfad) else {
      throw .schema(
        "Der Schemaordner \(pfad) fehlt oder ist nicht lesbar (\(systemtext(errno))). "
          + "Den Ordner mit den xdomea-Schemata angeben.")
    }
    self.pfad = echt
    katalog = try Self.liesKatalog(echt + "/catalog.xml")
  }

  /// The address of a file given by a path of the system.
  func adresse(datei: String) throws(XMLFehler) -> String {
    guard let echt = Self.echterPfad(datei) else {
      throw .schema(
        "Die Schemadatei \(datei) fehlt oder ist nicht lesbar (\(systemtext(errno))). "
          + "Den Schemaordner vollständig bereitstellen.")
    }
    guard echt.hasPrefix(pfad + "/") else {
      throw .schema(
        "Die Schemadatei \(datei) liegt nicht im Schemaordner \(pfad). Sie dorthin kopieren.")
    }
    return Self.schema + Self.kodiert(String(echt.dropFirst(pfad.count + 1)))
  }

  /// The address a reference of a schema means after the catalogue, nil if it leads outside.
  func aufgeloest(_ verweis: String) -> String? {
    if verweis.hasPrefix(Self.schema) { return verweis }
    return katalog[verweis].map { Self.schema + Self.kodiert($0) }
  }

  /// The bytes of the file at an address of ours, nil if it is missing or outside the folder.
  func inhalt(_ adresse: String) -> [UInt8]? {
    guard adresse.hasPrefix(Self.schema),
      let name = Self.dekodiert(adresse.dropFirst(Self.schema.count)),
      let echt = Self.echterPfad(pfad + "/" + name), echt.hasPrefix(pfad + "/")
    else { return nil }
    return try? Self.alleBytes(echt, hoechstens: 64 << 20)
  }

  // MARK: Files

  private static func echterPfad(_ pfad: String) -> String? {
    guard !pfad.isEmpty, let echt = realpath(pfad, nil) else { return nil }
    defer { free(echt) }
    return String(cString: echt)
  }

  private static func alleBytes(_ pfad: String, hoechstens: Int) throws(XMLFehler) -> [UInt8] {
    var quelle = try Dateiquelle(pfad: pfad)
    var alle: [UInt8] = []
    var teil = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var anzahl = 0
      do {
        anzahl = try teil.withUnsafeMutableBytes { try quelle.lies($0) }
      } catch {
        throw .nichtLesbar(datei: pfad, grund: "\(error)")
      }
      if anzahl == 0 { return alle }
      alle += teil[..<anzahl]
      if alle.count > hoechstens {
        throw .grenze("Größe einer Schemadatei in Byte", wert: hoechstens, zeile: 0)
      }
    }
  }

  // MARK: Catalogue

  private static func liesKatalog(_ pfad: String) throws(XMLFehler) -> [String: String] {
    guard access(pfad, F_OK) == 0 else { return [:] }
    do {
      let tafel = Namenstafel(namen: ["uri", "system"], namensraeume: [])
      let leser = try XMLLeser(Dateiquelle(pfad: pfad), name: pfad, tafel: tafel)
      var katalog: [String: String] = [:]
      while let eintrag = try leser.naechster() {
        let schluessel = eintrag.name(0) == 1 ? "name" : "systemId"
        guard eintrag.name(0) != 0, let name = eintrag.attribut(0, schluessel),
          let ziel = eintrag.attribut(0, "uri"), let datei = dekodiert(ziel[...])
        else { continue }
        katalog[name] = datei
      }
      return katalog
    } catch {
      throw .schema("Der Katalog \(pfad) ist unbrauchbar: \(error)")
    }
  }

  // MARK: Addresses

  private static func kodiert(_ pfad: String) -> String {
    var adresse = ""
    for byte in pfad.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        adresse.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        adresse += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return adresse
  }

  private static func dekodiert(_ adresse: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(adresse.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let ziffern = String(decoding: rest.prefix(2), as: UTF8.self)
      guard let wert = UInt8(ziffern, radix: 16), wert != 0 else { return nil }
      bytes.append(wert)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
