// SPDX-License-Identifier: Apache-2.0

/// Texts: markup by its first tag, mail by its head, the rest by what it looks like.
extension Erkennungsgang {
  mutating func erkenneText() {
    let text = Zeichenkodierung.utf8(kopf)
    guard !text.contains(0) else { return }
    if erkenneAuszeichnung(text) { return }
    let kodierung = Zeichenkodierung(kopf)
    if kodierung != .utf8 {
      nimmText(text)
      melde("FORMAT-TEXT-NICHT-UTF8", "Der Text ist in UTF-16 gespeichert.")
      return
    }
    var probe = Zeichenprobe()
    var ort: Int64 = 0
    // A budget of its own, so that the text is judged as a whole where that is affordable.
    zugriff.erlaube(grenzen.durchsicht)
    while ort < min(zugriff.groesse, grenzen.durchsicht), !probe.istBinaer {
      let stueck = zugriff.bytes(ab: ort, Inhaltszugriff.fenster)
      guard !stueck.isEmpty else { break }
      probe.nimm(stueck)
      ort += Int64(stueck.count)
    }
    if ort >= zugriff.groesse { probe.schliesse() }
    guard !probe.istBinaer else { return }
    nimmText(text)
    if probe.hatHohe, !probe.istUTF8 {
      melde("FORMAT-TEXT-NICHT-UTF8", "Der Text ist nicht in UTF-8 gespeichert.")
    }
  }

  private mutating func nimmText(_ text: [UInt8]) {
    if let hatMIME = Nachrichtenkopfprobe.erkenne(text) {
      nimm(.eml, hatMIME ? "MIME" : nil, .wahrscheinlich, "Kopfzeilen einer E-Mail")
      return
    }
    let tabelle = Tabellenprobe.trennzeichen(text, istGanz: Int64(kopf.count) >= zugriff.groesse)
    let istTextendung = Dateiformat.txt.endungen.contains(endung)
    if Dateiformat.csv.endungen.contains(endung) {
      nimm(
        .csv, tabelle == nil ? .endung : .heuristik,
        tabelle.map { "gleich viele Spalten je Zeile, getrennt durch \($0)" }
          ?? "Text mit der Endung \(endung)")
    } else if let tabelle, !istTextendung, !endung.isEmpty {
      nimm(.csv, .heuristik, "gleich viele Spalten je Zeile, getrennt durch \(tabelle)")
    } else {
      nimm(.txt, .heuristik, "Text ohne Steuerzeichen")
    }
  }

  // MARK: Markup

  private mutating func erkenneAuszeichnung(_ text: [UInt8]) -> Bool {
    guard text.first(where: { $0 > 32 }) == UInt8(ascii: "<") else { return false }
    let klein = text.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let anfang = Self.ersteMarke(klein)
    if Self.istDTD(klein, anfang) {
      nimm(.dtd, .heuristik, "Deklarationen einer DTD")
      return true
    }
    var blick = XMLBlick(text)
    var wurzel: (String, [(name: String, wert: String)])?
    while let stueck = blick.naechstes() {
      if case .anfang(let name, let attribute, _) = stueck {
        wurzel = (name, attribute)
        break
      }
      if case .text(let t) = stueck, t.contains(where: { $0 > 32 }) { break }
    }
    if Array(klein).hat("<!doctype html", bei: anfang) || Array(klein).hat("<html", bei: anfang) {
      nimmHTML(blick.doctype, wurzel)
      return true
    }
    guard let (name, attribute) = wurzel else {
      guard !blick.deklaration.isEmpty else { return false }
      nimm(.xml, .wahrscheinlich, "XML-Deklaration ohne Wurzelelement")
      meldeSchaden("Nach der XML-Deklaration fehlt das Wurzelelement.")
      return true
    }
    nimmXML(name, attribute, blick)
    return true
  }

  private mutating func nimmXML(
    _ name: String, _ attribute: [(name: String, wert: String)], _ blick: XMLBlick
  ) {
    let (praefix, lokal) = XMLBlick.teile(name)
    let xmlns = praefix.isEmpty ? "xmlns" : "xmlns:" + praefix
    let raum = attribute.first { $0.name == xmlns }?.wert
    switch (raum, lokal) {
    case ("http://www.w3.org/2001/XMLSchema", "schema"):
      nimm(.xsd, .sicher, "Wurzelelement schema von XML Schema")
    case ("http://www.w3.org/2000/svg", "svg"): nimm(.svg, .sicher, "Wurzelelement svg")
    default:
      let hatEins = blick.deklaration.contains("1.0")
      nimm(
        .xml, hatEins ? "1.0" : nil,
        blick.deklaration.isEmpty && raum == nil ? .wahrscheinlich : .sicher,
        "Wurzelelement \(lokal)")
    }
  }

  private mutating func nimmHTML(
    _ doctype: String, _ wurzel: (String, [(name: String, wert: String)])?
  ) {
    let oeffentlich: [(String, Dateiformat, String)] = [
      ("DTD XHTML 1.0", .xhtml, "1.0"), ("DTD XHTML 1.1", .xhtml, "1.1"),
      ("DTD HTML 4.01", .html, "4.01"), ("DTD HTML 4.0", .html, "4.0"),
      ("DTD HTML 3.2", .html, "3.2"), ("DTD HTML 2.0", .html, "2.0"),
      ("IETF//DTD HTML//", .html, "2.0"),
    ]
    if let (_, format, fassung) = oeffentlich.first(where: { doctype.contains($0.0) }) {
      nimm(format, fassung, .sicher, "DOCTYPE")
    } else if !doctype.isEmpty, !doctype.uppercased().contains("PUBLIC") {
      nimm(.html, "5", .sicher, "DOCTYPE html")
    } else if wurzel?.1.contains(where: {
      $0.name == "xmlns" && $0.wert == "http://www.w3.org/1999/xhtml"
    }) == true {
      nimm(.xhtml, .sicher, "Wurzelelement html von XHTML")
    } else {
      nimm(.html, .sicher, "Element html")
    }
  }

  /// Where the first tag begins that is neither a comment nor an instruction.
  private static func ersteMarke(_ text: [UInt8]) -> Int {
    var i = text.firstIndex { $0 > 32 } ?? text.count
    while i < text.count {
      let ende: StaticString = text.hat("<!--", bei: i) ? "-->" : "?>"
      guard text.hat("<!--", bei: i) || text.hat("<?", bei: i),
        let schluss = text.stelle(ende.bytes, ab: i)
      else { return i }
      i = schluss + ende.utf8CodeUnitCount
      while i < text.count, text[i] <= 32 { i += 1 }
    }
    return i
  }

  private static func istDTD(_ klein: [UInt8], _ anfang: Int) -> Bool {
    ["<!element ", "<!attlist ", "<!entity ", "<!notation "].contains {
      klein.hat(Array($0.utf8), bei: anfang)
    }
  }
}

/// Whether a text begins with the head of a mail (RFC 5322).
enum Nachrichtenkopfprobe {
  private static let namen: Set<String> = [
    "from", "to", "date", "subject", "mime-version", "received", "return-path", "message-id",
    "delivered-to", "content-type", "cc", "reply-to", "sender", "x-mailer", "dkim-signature",
  ]

  /// Whether the head names MIME; nil if there is no head of a mail.
  static func erkenne(_ text: [UInt8]) -> Bool? {
    var bekannt: Set<String> = []
    for zeile in text.prefix(8192).split(separator: 10, omittingEmptySubsequences: false) {
      guard let erstes = zeile.first, erstes != 13 else { break }
      if erstes == 32 || erstes == 9 {
        if bekannt.isEmpty { return nil }
        continue
      }
      guard let punkt = zeile.firstIndex(of: UInt8(ascii: ":")), punkt > zeile.startIndex,
        zeile[..<punkt].allSatisfy({ $0 > 32 && $0 < 127 })
      else {
        // The last line may be cut off.
        if zeile.endIndex >= min(8192, text.count) { break }
        return nil
      }
      let name = String(decoding: zeile[..<punkt], as: UTF8.self).lowercased()
      if namen.contains(name) { bekannt.insert(name) }
    }
    let absender: Set<String> = ["from", "received", "return-path", "date", "mime-version"]
    guard bekannt.count >= 2, !bekannt.isDisjoint(with: absender) else { return nil }
    return bekannt.contains("mime-version")
  }
}

/// Whether the lines of a text have equally many columns.
enum Tabellenprobe {
  /// The separator for people; nil if there is none that fits.
  static func trennzeichen(_ text: [UInt8], istGanz: Bool) -> String? {
    for (b, name) in [(0x3B, "Semikolon"), (0x2C, "Komma"), (0x09, "Tabulator"), (0x7C, "Strich")]
    where passt(text, UInt8(b), istGanz) {
      return name
    }
    return nil
  }

  /// At least two columns in each of at least two lines; separators in quotes do not count (RFC 4180).
  private static func passt(_ text: [UInt8], _ trenner: UInt8, _ istGanz: Bool) -> Bool {
    var spalten: Int?
    var zeilen = 0
    var zahl = 0
    var laenge = 0
    var inAnfuehrung = false
    func ende() -> Bool {
      defer { (zahl, laenge) = (0, 0) }
      guard laenge > 0 else { return true }
      zeilen += 1
      if let spalten { return spalten == zahl }
      spalten = zahl
      return zahl > 0
    }
    for b in text {
      if b == 0x22 { inAnfuehrung.toggle() }
      if !inAnfuehrung, b == 10 {
        guard ende() else { return false }
        if zeilen >= 200 { break }
        continue
      }
      if b == 13 { continue }
      laenge += 1
      if !inAnfuehrung, b == trenner { zahl += 1 }
    }
    if istGanz, laenge > 0, !ende() { return false }
    return zeilen >= 2 && spalten ?? 0 > 0
  }
}
