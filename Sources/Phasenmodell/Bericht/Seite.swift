// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// One page for people, piece by piece; every value from outside is escaped.
///
/// `roh` and the names of classes are texts of this module.
struct Seite {
  private(set) var html = ""

  init(_ titel: String, stil: String) {
    html.haengeSeitenanfangAn(titel: titel, stil: HTMLBericht.stil + "\n" + stil)
  }

  mutating func roh(_ text: String) { html += text }

  mutating func text(_ wert: String) { html.haengeAn(html: wert) }

  mutating func absatz(_ satz: String, klasse: String = "") {
    roh(klasse.isEmpty ? "<p>" : "<p class=\"\(klasse)\">")
    text(satz)
    roh("</p>\n")
  }

  mutating func abschnitt(_ titel: String, _ id: String, _ inhalt: (inout Seite) -> Void) {
    roh("<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">")
    text(titel)
    roh("</h2>\n")
    inhalt(&self)
    roh("</section>\n")
  }

  mutating func liste(_ saetze: [String], geordnet: Bool = false) {
    guard !saetze.isEmpty else { return }
    roh(geordnet ? "<ol>\n" : "<ul>\n")
    for satz in saetze {
      roh("<li>")
      text(satz)
      roh("</li>\n")
    }
    roh(geordnet ? "</ol>\n" : "</ul>\n")
  }

  /// A table; the first cell of each row is its head.
  mutating func tabelle(
    _ name: String, _ spalten: [String], _ zeilen: [[String]], klasse: String = "liste"
  ) {
    roh("<div class=\"rolle\"><table class=\"\(klasse)\">\n<caption>")
    text(name)
    roh("</caption>\n<thead><tr>")
    for s in spalten {
      roh("<th scope=\"col\">")
      text(s)
      roh("</th>")
    }
    roh("</tr></thead>\n<tbody>\n")
    for zeile in zeilen {
      roh("<tr>")
      for (i, wert) in zeile.enumerated() {
        roh(i == 0 ? "<th scope=\"row\">" : "<td>")
        text(wert)
        roh(i == 0 ? "</th>" : "</td>")
      }
      roh("</tr>\n")
    }
    roh("</tbody>\n</table></div>\n")
  }

  mutating func angaben(_ name: String, _ zeilen: [(String, String)]) {
    roh("<table class=\"angaben\">\n<caption>")
    text(name)
    roh("</caption>\n<tbody>\n")
    for (feld, wert) in zeilen {
      roh("<tr><th scope=\"row\">")
      text(feld)
      roh("</th><td>")
      html.haengeAn(bdi: wert)
      roh("</td></tr>\n")
    }
    roh("</tbody>\n</table>\n")
  }
}
