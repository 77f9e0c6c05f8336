// SPDX-License-Identifier: Apache-2.0

/// The rules that occur in the reports of a page, in the order of their numbers.
struct Regelverzeichnis {
  let regeln: [Regel]
  /// Position on the page, counted from 1, by identifier.
  ///
  /// It makes the anchor, so that no value from outside becomes part of an address.
  let nummern: [String: Int]

  init(_ berichte: [Pruefbericht], _ regeln: [Regel]) {
    var vorgekommen: Set<String> = []
    for bericht in berichte {
      vorgekommen.formUnion(bericht.ausgelassen.keys)
      for befund in bericht.befunde { vorgekommen.insert(befund.regel) }
    }
    var bekannt: [String: Regel] = [:]
    for regel in regeln where vorgekommen.contains(regel.id) && bekannt[regel.id] == nil {
      bekannt[regel.id] = regel
    }
    let geordnet = bekannt.values.sorted { Regelnummer($0.id) < Regelnummer($1.id) }
    self.regeln = geordnet
    self.nummern = geordnet.enumerated().reduce(into: [:]) { $0[$1.element.id] = $1.offset + 1 }
  }
}

extension String {
  /// Appends the explanation of the rules that occurred.
  mutating func haengeAn(_ verzeichnis: Regelverzeichnis) {
    guard !verzeichnis.regeln.isEmpty else { return }
    self += "<section class=\"regeln\" aria-labelledby=\"regeln\">\n"
    self += "<h2 id=\"regeln\">Die Regeln kurz erklärt</h2>\n"
    for (stelle, regel) in verzeichnis.regeln.enumerated() {
      self += "<div class=\"regel\">\n<h3 id=\"regel-\(stelle + 1)\">"
      haengeAn(html: regel.id)
      self += ": "
      haengeAn(html: regel.titel)
      self += "</h3>\n"
      if !regel.erklaerung.isEmpty {
        self += "<p>"
        haengeAn(html: regel.erklaerung)
        self += "</p>\n"
      }
      if !regel.abhilfe.isEmpty {
        self += "<p><b>Was tun?</b> "
        haengeAn(html: regel.abhilfe)
        self += "</p>\n"
      }
      self += "</div>\n"
    }
    self += "</section>\n"
  }
}
