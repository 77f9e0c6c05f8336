// SPDX-License-Identifier: Apache-2.0
internal import Behaelter

/// Formats that are a ZIP: OpenDocument, Office Open XML, EPUB.
extension Erkennungsgang {
  /// Below this unpacked size the ratio does not count, as in `Behaelter`.
  private static let bombeAb: Int64 = 10_000_000
  private static let teil = 1 << 20

  mutating func erkenneZip() -> Bool {
    guard kopf.hat("PK"), [0x0403, 0x0605, 0x0807].contains(kopf.u16(2)) else { return false }
    let zip = Zipblick(zugriff, grenzen)
    if !nimmOpenDocument(zip), !nimmOOXML(zip) {
      nimm(.zip, zip.mangel == nil ? .sicher : .wahrscheinlich, "ZIP-Signatur")
    }
    if let mangel = zip.mangel, zugriff.mangel == nil { meldeSchaden(mangel) }
    pruefeGefahren(zip)
    return true
  }

  private mutating func pruefeGefahren(_ zip: Zipblick) {
    let verschluesselt = zip.saetze.lazy.filter(\.istVerschluesselt).count
    if verschluesselt > 0 {
      meldeVerschluesselt(
        verschluesselt == zip.saetze.count
          ? "Alle Dateien im ZIP-Archiv sind verschlüsselt."
          : "Von \(zip.saetze.count) Dateien im ZIP-Archiv sind \(verschluesselt) verschlüsselt.")
    }
    func istBombe(_ groesse: Int64, _ gepackt: Int64) -> Bool {
      groesse > Self.bombeAb && groesse / max(1, gepackt) > grenzen.behaelter.verhaeltnis
    }
    if istBombe(zip.summe, zip.gepackt)
      || zip.saetze.contains(where: { istBombe($0.groesse, $0.gepackt) })
    {
      melde(
        "FORMAT-ZIPBOMBE",
        "Das ZIP-Archiv wird beim Auspacken mehr als \(grenzen.behaelter.verhaeltnis)-mal so groß.")
    }
    if zip.saetze.contains(where: { $0.name.lowercased().hasSuffix("vbaproject.bin") })
      || kandidaten.contains(where: {
        $0.format.mime.contains("macroEnabled") && $0.format != .xlsb
      })
    {
      melde("FORMAT-MAKROS", "Das Dokument enthält Makros (VBA).")
    }
  }

  // MARK: OpenDocument (part 3, chapter 3: the first entry, stored, names the type)

  private mutating func nimmOpenDocument(_ zip: Zipblick) -> Bool {
    let erster = zip.saetze.min { $0.ort < $1.ort }
    guard let satz = erster, satz.name == "mimetype", satz.verfahren == 0 else { return false }
    let typ = String(decoding: zip.inhalt(satz, 256).prefix { $0 > 32 && $0 < 127 }, as: UTF8.self)
    if typ == Dateiformat.epub.mime {
      nimm(.epub, .sicher, "Eintrag mimetype")
      return true
    }
    guard let format = Dateiformat.opendocument.first(where: { typ == $0.mime }) else {
      return false
    }
    let manifest = zip["META-INF/manifest.xml"].map { zip.inhalt($0, Self.teil) } ?? []
    nimm(
      format, Self.odffassung(manifest), zip.mangel == nil ? .sicher : .wahrscheinlich,
      "Eintrag mimetype")
    if manifest.stelle(Array("encryption-data".utf8)) != nil {
      meldeVerschluesselt("Das OpenDocument-Dokument ist mit einem Kennwort verschlüsselt.")
    }
    if zip.saetze.contains(where: {
      ($0.name.hasPrefix("Basic/") && $0.name.split(separator: "/").count > 2)
        || $0.name.hasPrefix("Scripts/")
    }) {
      melde("FORMAT-MAKROS", "Das Dokument enthält Makros.")
    }
    return true
  }

  /// The attribute `version` of the manifest's root.
  private static func odffassung(_ manifest: [UInt8]) -> String? {
    var blick = XMLBlick(manifest)
    while let stueck = blick.naechstes() {
      guard case .anfang(_, let attribute, _) = stueck else { continue }
      let fassung = attribute.first { XMLBlick.teile($0.name).lokal == "version" }?.wert
      return fassung.flatMap { Dateiformat.odt.fassungen[$0] == nil ? nil : $0 }
    }
    return nil
  }

  // MARK: Office Open XML (part 2: the content types and the relations of the package)

  private mutating func nimmOOXML(_ zip: Zipblick) -> Bool {
    guard let satz = zip["[Content_Types].xml"] else { return false }
    let typen = Self.inhaltstypen(zip.inhalt(satz, Self.teil))
    let hauptteil = zip["_rels/.rels"].flatMap { Self.hauptteil(zip.inhalt($0, Self.teil)) }
    let bekannte = typen.compactMap { teil, typ in
      Dateiformat.jeHauptteil[typ].map { (teil, $0) }
    }
    guard let treffer = bekannte.first(where: { $0.0 == hauptteil }) ?? bekannte.first else {
      return false
    }
    nimm(
      treffer.1, zip.mangel == nil ? .sicher : .wahrscheinlich,
      "Inhaltstyp in [Content_Types].xml")
    return true
  }

  private static func inhaltstypen(_ xml: [UInt8]) -> [(String, String)] {
    var blick = XMLBlick(Zeichenkodierung.utf8(xml))
    var aus: [(String, String)] = []
    while let stueck = blick.naechstes() {
      guard case .anfang(let name, let attribute, _) = stueck else { continue }
      let lokal = XMLBlick.teile(name).lokal
      guard lokal == "Override" || lokal == "Default",
        let typ = attribute.first(where: { $0.name == "ContentType" })?.wert
      else { continue }
      aus.append((attribute.first { $0.name == "PartName" }?.wert ?? "", typ))
    }
    return aus
  }

  private static func hauptteil(_ xml: [UInt8]) -> String? {
    var blick = XMLBlick(Zeichenkodierung.utf8(xml))
    while let stueck = blick.naechstes() {
      guard case .anfang(_, let attribute, _) = stueck,
        attribute.contains(where: { $0.name == "Type" && $0.wert.hasSuffix("/officeDocument") }),
        let ziel = attribute.first(where: { $0.name == "Target" })?.wert
      else { continue }
      return ziel.hasPrefix("/") ? ziel : "/" + ziel
    }
    return nil
  }
}
