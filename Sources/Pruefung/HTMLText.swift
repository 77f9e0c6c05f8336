// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Appends `wert` so that HTML shows it literally, as text or in a quoted attribute.
  ///
  /// Every value that comes from outside goes through here. Invisible characters become their
  /// code point; if `markiert`, in a `span` that sets them off (not for attributes and titles).
  package mutating func haengeAn(html wert: String, markiert: Bool = true) {
    // Most values need no escape and are appended as a whole.
    let beginntFrei = wert.unicodeScalars.first?.verbindetSich != true
    if beginntFrei && !wert.unicodeScalars.contains(where: \.brauchtMaskierung) {
      self += wert
      return
    }
    for (stelle, zeichen) in wert.unicodeScalars.enumerated() {
      switch zeichen {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case _ where zeichen.istUnsichtbar || stelle == 0 && zeichen.verbindetSich:
        let name = "[\(zeichen.bezeichnung)]"
        self += markiert ? "<span class=\"zeichen\">\(name)</span>" : name
      default: unicodeScalars.append(zeichen)
      }
    }
  }

  /// Appends `wert` in an element that keeps its writing direction to itself.
  package mutating func haengeAn(bdi wert: String) {
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
  package mutating func haengeAn(marke wort: String, symbol: String, klasse: String) {
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
  /// Whether this is a combining mark.
  ///
  /// At the start of a value it would join the markup before it: normalisation makes one
  /// character of `>` and U+0338.
  fileprivate var verbindetSich: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  fileprivate var brauchtMaskierung: Bool {
    switch self {
    case "&", "<", ">", "\"", "'": true
    default: istUnsichtbar
    }
  }
}
