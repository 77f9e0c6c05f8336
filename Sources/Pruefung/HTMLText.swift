// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Appends `wert` so that HTML shows it literally, as text or in a quoted attribute.
  ///
  /// Every value that comes from outside goes through here. Invisible characters become their
  /// code point; if `markiert`, in a `span` that sets them off (not for attributes and titles).
  mutating func haengeAn(html wert: String, markiert: Bool = true) {
    // Most values need no escape and are appended as a whole.
    guard wert.unicodeScalars.contains(where: \.brauchtMaskierung) else {
      self += wert
      return
    }
    for zeichen in wert.unicodeScalars {
      switch zeichen {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case _ where zeichen.istUnsichtbar:
        let name = "[\(zeichen.bezeichnung)]"
        self += markiert ? "<span class=\"zeichen\">\(name)</span>" : name
      default: unicodeScalars.append(zeichen)
      }
    }
  }

  /// Appends `wert` in an element that keeps its writing direction to itself.
  mutating func haengeAn(bdi wert: String) {
    self += "<bdi>"
    haengeAn(html: wert)
    self += "</bdi>"
  }

  /// Appends the symbol and the word of `schwere`: colour alone says nothing.
  mutating func haengeAn(marke schwere: Schwere) {
    haengeAn(marke: schwere.anzeige, symbol: schwere.symbol, klasse: schwere.rawValue)
  }

  /// Appends a mark.
  ///
  /// The arguments are texts of this module, not values from outside: they are not escaped.
  mutating func haengeAn(marke wort: String, symbol: String, klasse: String) {
    self += "<span class=\"marke \(klasse)\"><span aria-hidden=\"true\">\(symbol)</span> "
    self += "\(wort)</span>"
  }
}

extension Schwere {
  /// A symbol whose shape differs from the others.
  var symbol: String {
    switch self {
    case .fehler: "✖"
    case .warnung: "▲"
    case .hinweis: "●"
    }
  }
}

extension Unicode.Scalar {
  fileprivate var brauchtMaskierung: Bool {
    switch self {
    case "&", "<", ">", "\"", "'": true
    default: istUnsichtbar
    }
  }
}
