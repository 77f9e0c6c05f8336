// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// A text as a cell of a sheet can hold it.
///
/// The format knows no control characters except tab and line feed, reads `_x0041_` as the letter
/// with that number, and cuts what is longer than 32,767 units of UTF-16.
enum Zelltext {
  /// The text for a cell.
  static func text(_ roh: String) -> String {
    let gekuerzt = gekuerzt(roh)
    guard gekuerzt.utf8.contains(where: { $0 < 32 || $0 == 0x5F || $0 > 0x7E }) else {
      return gekuerzt
    }
    var aus = ""
    aus.reserveCapacity(gekuerzt.utf8.count)
    var rest = gekuerzt.unicodeScalars[...]
    while let z = rest.popFirst() {
      switch z {
      case "\n", "\t": aus.unicodeScalars.append(z)
      case "\r":
        if rest.first != "\n" { aus.append("\n") }
      case "_" where istEntwertung(rest): aus += "_x005F_"
      case _ where istVerboten(z): aus += String(z).sichtbar
      default: aus.unicodeScalars.append(z)
      }
    }
    // Making characters visible makes the text longer.
    return Self.gekuerzt(aus)
  }

  private static func gekuerzt(_ text: String) -> String {
    let grenze = Arbeitsmappe.laengsterText
    // No text has more units of UTF-16 than bytes of UTF-8.
    guard text.utf8.count > grenze, text.utf16.count > grenze else { return text }
    let ende = " … (gekürzt)"
    var platz = grenze - ende.utf16.count
    var anfang = String.UnicodeScalarView()
    for z in text.unicodeScalars {
      platz -= UTF16.width(z)
      guard platz >= 0 else { break }
      anfang.append(z)
    }
    return String(anfang) + ende
  }

  /// True if the text goes on as `xHHHH_`.
  private static func istEntwertung(_ rest: Substring.UnicodeScalarView) -> Bool {
    let naechste = Array(rest.prefix(6))
    return naechste.count == 6 && naechste[0] == "x" && naechste[5] == "_"
      && naechste[1...4].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func istVerboten(_ z: Unicode.Scalar) -> Bool {
    switch z.value {
    case 0..<32, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
