// SPDX-License-Identifier: Apache-2.0

/// The claim to be PDF/A in an XMP packet (ISO 19005-1, 6.7.11): as elements or as attributes, with any prefix,
/// in UTF-8 or UTF-16.
enum XMPAngabe {
  private static let raum = "http://www.aiim.org/pdfa/ns/id/"
  private static let hoechstensTiefe = 100

  /// The claim.
  ///
  /// - Parameter xmp: The bytes of the packet.
  /// - Returns: Part and level; nil if there is none or the bytes are no XML.
  static func lies(_ xmp: [UInt8]) -> PDFAAngabe? {
    var blick = XMLBlick(Zeichenkodierung.utf8(xmp))
    var raeume: [(praefix: String, uri: String, tiefe: Int)] = []
    var tiefe = 0
    var offen: String?
    var felder: [String: String] = [:]
    func uri(_ praefix: String) -> String? { raeume.last { $0.praefix == praefix }?.uri }
    func nimm(_ feld: String, _ wert: String) {
      let kurz = String(wert.trimmt.prefix(8))
      if felder[feld] == nil, !kurz.isEmpty { felder[feld] = kurz }
    }
    while let stueck = blick.naechstes() {
      switch stueck {
      case .anfang(let name, let attribute, let istLeer):
        tiefe += 1
        guard tiefe <= hoechstensTiefe else { return nil }
        for (n, wert) in attribute {
          let (praefix, lokal) = XMLBlick.teile(n)
          if praefix == "xmlns" { raeume.append((lokal, wert, tiefe)) }
          if n == "xmlns" { raeume.append(("", wert, tiefe)) }
        }
        for (n, wert) in attribute {
          let (praefix, lokal) = XMLBlick.teile(n)
          if !praefix.isEmpty, uri(praefix) == raum { nimm(lokal, wert) }
        }
        let (praefix, lokal) = XMLBlick.teile(name)
        offen = uri(praefix) == raum && !istLeer ? lokal : nil
        if istLeer { schliesse() }
      case .text(let t): if let offen { nimm(offen, XMLBlick.klartext(t)) }
      case .ende:
        offen = nil
        schliesse()
      }
    }
    func schliesse() {
      while let letzter = raeume.last, letzter.tiefe >= tiefe { raeume.removeLast() }
      tiefe = max(0, tiefe - 1)
    }
    guard let teil = felder["part"], teil.allSatisfy(\.isNumber) else { return nil }
    let stufe = (felder["conformance"] ?? "").lowercased().filter { $0.isASCII && $0.isLetter }
    return PDFAAngabe(stufe: String(teil.prefix(2) + stufe.prefix(2)))
  }
}

extension String {
  /// Without blanks and line ends around it.
  fileprivate var trimmt: Substring {
    let leer: (Character) -> Bool = \.isWhitespace
    guard let anfang = firstIndex(where: { !leer($0) }), let ende = lastIndex(where: { !leer($0) })
    else { return "" }
    return self[anfang...ende]
  }
}
