// SPDX-License-Identifier: Apache-2.0

/// PDF and PDF/A: header, end, the way to the catalogue, the claim in its metadata.
extension Erkennungsgang {
  /// The identifier of every XMP packet.
  private static let paketkennung: StaticString = "W5M0MpCehiHzreSzNTczkc9d"
  private static let kennungsraum = 1024

  mutating func erkennePDF() {
    let anfang = kopf.prefix(Self.kennungsraum + 8)
    guard let stelle = Array(anfang).stelle(Array("%PDF-".utf8)), stelle < Self.kennungsraum else {
      return
    }
    let (schlussort, schluss) = zugriff.schluss(4096)
    if stelle > 0, !istGlaubhaft(schluss) { return }
    let start = findeEnde(schlussort, schluss)
    let blick = PDFBlick(zugriff, verschub: Int64(stelle), grenzen)
    if let start { blick.liesVerweise(ab: start) }
    let katalog = blick.katalog
    if stelle > 0 {
      melde("FORMAT-PDF-ANFANG", "Vor der Kennung des PDF stehen \(stelle) andere Byte.")
    }
    if katalog == nil, zugriff.mangel != .luecke {
      melde("FORMAT-PDF-AUFBAU", "Die Querverweise des PDF sind nicht lesbar.")
    }
    let angabe = pdfaAngabe(blick, katalog)
    let verschluesselt = blick.verweise?["Encrypt"] != nil || hatSchluessel(katalog, schluss)
    if verschluesselt {
      meldeVerschluesselt("Das PDF ist verschlüsselt oder vor Änderungen geschützt.")
    }
    let version = pdfversion(Array(anfang[(stelle + 5)...].prefix(3)), katalog)
    pdf = PDFAngaben(
      version: version, pdfa: angabe.pdfa, istOhneObjektbaum: angabe.istGesucht,
      istVerschluesselt: verschluesselt)
    nimmPDF(version, angabe, sicher: katalog != nil)
  }

  private mutating func nimmPDF(
    _ version: String?, _ angabe: (pdfa: PDFAAngabe?, istGesucht: Bool), sicher: Bool
  ) {
    guard let pdfa = angabe.pdfa else {
      nimm(.pdf, version, sicher ? .sicher : .wahrscheinlich, "Kennung %PDF-")
      return
    }
    nimm(
      .pdfa, pdfa.gibtEs ? pdfa.stufe : nil, angabe.istGesucht ? .wahrscheinlich : .sicher,
      angabe.istGesucht
        ? "PDF/A-Angabe in einem XMP-Paket, ohne Objektbaum"
        : "PDF/A-Angabe in den Metadaten des Katalogs")
    if angabe.istGesucht {
      melde(
        "FORMAT-PDFA-OHNE-OBJEKTBAUM",
        "Die Angabe PDF/A-\(pdfa.stufe) wurde nur durch Suchen gefunden (ohne Objektbaum).")
    }
    if !pdfa.gibtEs {
      melde("FORMAT-PDFA-STUFE", "Die Stufe PDF/A-\(pdfa.stufe) gibt es nicht.")
    }
  }

  /// A text about PDF has `%PDF-` somewhere, too, but not the words that end one.
  private func istGlaubhaft(_ schluss: [UInt8]) -> Bool {
    ["startxref", "%%EOF", "endobj"].contains { schluss.stelle(Array($0.utf8)) != nil }
  }

  // MARK: End

  /// The last `%%EOF`, what follows it, and the number after the last `startxref` before it.
  private mutating func findeEnde(
    _ ort: Int64, _ schluss: [UInt8]
  ) -> Int64? {
    var (ort, schluss) = (ort, schluss)
    var eof = schluss.letzteStelle(Array("%%EOF".utf8))
    if eof == nil, ort > 0 {
      (ort, schluss) = zugriff.schluss(Inhaltszugriff.fenster)
      eof = schluss.letzteStelle(Array("%%EOF".utf8))
    }
    guard let eof else {
      melde("FORMAT-PDF-ENDE", "Das Ende des PDF (%%EOF) fehlt.")
      return startwert(schluss)
    }
    let danach = schluss[(eof + 5)...].filter { !PDFZerleger.istLeer($0) }
    if !danach.isEmpty {
      melde(
        "FORMAT-PDF-ANHANG",
        "Nach dem Ende des PDF (%%EOF) folgen \(schluss.count - eof - 5) weitere Byte.")
    }
    return startwert(Array(schluss[..<eof]))
  }

  private func startwert(_ bytes: [UInt8]) -> Int64? {
    guard let stelle = bytes.letzteStelle(Array("startxref".utf8)) else { return nil }
    var z = PDFZerleger(bytes + [10], ab: stelle + 9)
    guard case .zahl(let ort)? = z.wert(), ort > 0 else { return nil }
    return Int64(ort)
  }

  /// Without cross references the trailer at the end still tells whether a key is needed.
  private func hatSchluessel(_ katalog: [String: PDFWert]?, _ schluss: [UInt8]) -> Bool {
    guard katalog == nil, let stelle = schluss.letzteStelle(Array("trailer".utf8)) else {
      return false
    }
    var z = PDFZerleger(schluss, ab: stelle + 7)
    return z.wert()?.alsVerzeichnis?["Encrypt"] != nil
  }

  /// The later one of header and catalogue (ISO 32000-2, 7.2.2).
  private func pdfversion(_ kopf: [UInt8], _ katalog: [String: PDFWert]?) -> String? {
    let vorn = String(decoding: kopf, as: UTF8.self)
    let innen = katalog?["Version"]?.alsName ?? ""
    let bekannt = [vorn, innen].filter { Dateiformat.pdf.fassungen[$0] != nil }
    return bekannt.max()
  }

  // MARK: Claim

  private func pdfaAngabe(
    _ blick: PDFBlick, _ katalog: [String: PDFWert]?
  ) -> (pdfa: PDFAAngabe?, istGesucht: Bool) {
    if let katalog {
      guard let verweis = katalog["Metadata"]?.alsVerweis else { return (nil, false) }
      if let objekt = blick.objekt(verweis), let xmp = blick.inhalt(objekt) {
        return (XMPAngabe.lies(xmp), false)
      }
    }
    // Encrypted metadata cannot be read, and a search would find only those of images.
    if blick.verweise?["Encrypt"] != nil { return (nil, false) }
    let pdfa = sucheAngabe()
    return (pdfa, pdfa != nil)
  }

  /// The claim in the last XMP packet of the file.
  private func sucheAngabe() -> PDFAAngabe? {
    zugriff.erlaube(2 * grenzen.durchsicht)
    let schmal = Self.paketkennung.bytes
    let breit = Self.breit(schmal)
    let schritt = Inhaltszugriff.fenster - breit.count
    var fund: Int64?
    for anfang in suchorte(schritt) {
      let bytes = zugriff.bytes(ab: anfang, Inhaltszugriff.fenster)
      for muster in [schmal, breit] {
        if let i = bytes.letzteStelle(muster), anfang + Int64(i) > fund ?? -1 {
          fund = anfang + Int64(i)
        }
      }
    }
    guard let fund else { return nil }
    let paket = zugriff.bytes(ab: max(0, fund - 128), 1 << 18)
    guard
      let beginn = paket.stelle(Array("<?xpacket".utf8))
        ?? paket.stelle(Self.breit(Array("<?xpacket".utf8)))
    else { return nil }
    // A zero in front belongs to the first letter of UTF-16 with the high byte first.
    let istHoch = beginn > 0 && paket[beginn - 1] == 0 && paket.hat([0x3C, 0], bei: beginn)
    return XMPAngabe.lies(Array(paket[(istHoch ? beginn - 1 : beginn)...]))
  }

  /// The bytes in UTF-16 of either order, without the zero at one end.
  private static func breit(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.map { [$0, 0] }.joined().dropLast())
  }

  /// The whole file, or its first and last parts if it is longer than may be searched.
  private func suchorte(_ schritt: Int) -> [Int64] {
    let haelfte = grenzen.durchsicht / 2
    guard zugriff.groesse > grenzen.durchsicht else {
      return Array(stride(from: 0, to: zugriff.groesse, by: schritt))
    }
    return Array(stride(from: 0, to: haelfte, by: schritt))
      + Array(stride(from: zugriff.groesse - haelfte, to: zugriff.groesse, by: schritt))
  }
}
