// SPDX-License-Identifier: Apache-2.0
internal import Pruefung
internal import Xdomea

/// A table of a page: its class and its columns.
struct Tabellenform {
  /// One column; the name stands beside the value where there is no room for a table.
  struct Spalte {
    let name: String
    /// Share of the width in percent.
    let breite: Int
    var istZahl = false
  }

  let klasse: String
  let spalten: [Spalte]
}

/// Writes one page for people, piece by piece; every value from outside is escaped.
///
/// Strings that are passed as titles, names and sentences are texts of this suite. Belongs to one
/// thread.
final class Seitenschreiber {
  private var strom: Textstrom
  private var begriffe: [Begriff] = []

  /// Begins a page.
  init(
    _ titel: String, unter untertitel: [String], tabellen: [Tabellenform],
    _ senke: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    strom = Textstrom(senke)
    strom.text.haengeSeitenanfangAn(
      titel: titel, stil: HTMLBericht.stil + "\n" + Berichtsstil.stil(tabellen))
    for satz in untertitel {
      strom.text += "<p>"
      strom.text.haengeAn(bdi: satz)
      strom.text += "</p>\n"
    }
    strom.text += "</header>\n<main>\n"
    try strom.weiter()
  }

  /// Ends the page: the terms that were used, and whom it may be shown to.
  func beende() throws {
    if !begriffe.isEmpty {
      try abschnitt("Die Begriffe kurz erklärt", "begriffe") {
        roh("<dl>\n")
        for b in begriffe { roh("<dt>\(b.wort)</dt><dd>\(b.erklaerung)</dd>\n") }
        roh("</dl>\n")
      }
    }
    roh(
      """
      </main>
      <footer>
      <p>Dieser Bericht nennt Kennzeichen und Betreffe. Sie können personenbezogene Daten \
      enthalten. Geben Sie ihn nur an Personen weiter, die diese Akten sehen dürfen.</p>
      <p>Erstellt mit \(Werkzeug.kennung).</p>
      </footer>
      </body>
      </html>

      """)
    try strom.leere()
  }

  // MARK: Parts

  /// A section with a heading.
  func abschnitt(_ titel: String, _ id: String, _ inhalt: () throws -> Void) throws {
    roh("<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(titel)</h2>\n")
    try inhalt()
    roh("</section>\n")
    try strom.weiter()
  }

  /// A paragraph of this suite.
  func absatz(_ satz: String) { roh("<p>\(satz)</p>\n") }

  /// The result in one sentence, and what it means.
  func ergebnis(_ klasse: Ergebnisklasse, _ satz: String, _ folgen: [String] = []) {
    roh("<section class=\"ergebnis \(klasse.rawValue)\" aria-labelledby=\"ergebnis\">\n")
    roh("<h2 id=\"ergebnis\">Ergebnis</h2>\n<p class=\"urteil\">")
    roh("<span aria-hidden=\"true\">\(klasse.symbol)</span> \(satz)</p>\n")
    for f in folgen { roh("<p>\(f)</p>\n") }
    roh("</section>\n")
  }

  /// Names with values; what is unknown is said to be so.
  func angaben(_ beschriftung: String, _ zeilen: [(String, String?)]) {
    roh("<table class=\"angaben\">\n<caption>\(beschriftung)</caption>\n<tbody>\n")
    for (name, wert) in zeilen {
      roh("<tr><th scope=\"row\">\(name)</th><td>")
      if let wert, !wert.isEmpty { strom.text.haengeAn(bdi: wert) } else { roh("nicht angegeben") }
      roh("</td></tr>\n")
    }
    roh("</tbody>\n</table>\n")
  }

  /// A table; `zeilen` writes its rows.
  func tabelle(_ form: Tabellenform, _ beschriftung: String, _ zeilen: () throws -> Void) throws {
    roh("<table class=\"liste \(form.klasse)\">\n<caption>\(beschriftung)</caption>\n<thead><tr>")
    for s in form.spalten { roh("<th scope=\"col\">\(s.name)</th>") }
    roh("</tr></thead>\n<tbody>\n")
    try zeilen()
    roh("</tbody>\n</table>\n")
    try strom.weiter()
  }

  /// A row: its head, then the cells.
  func zeile(_ kopf: String, klasse: String = "", _ zellen: () -> Void) throws {
    roh(klasse.isEmpty ? "<tr><th scope=\"row\">" : "<tr class=\"\(klasse)\"><th scope=\"row\">")
    strom.text.haengeAn(bdi: kopf)
    roh("</th>")
    zellen()
    roh("</tr>\n")
    try strom.weiter()
  }

  /// A cell with lines: values from outside, an em dash for none.
  func zelle(_ wert: String?, klein: [String] = []) {
    roh("<td>")
    if let wert, !wert.isEmpty {
      strom.text.haengeAn(bdi: wert)
    } else if klein.isEmpty {
      roh("–")
    }
    for k in klein {
      roh("<div class=\"klein\">")
      strom.text.haengeAn(bdi: k)
      roh("</div>")
    }
    roh("</td>")
  }

  /// A cell with a mark of this suite before its lines.
  func zelle(marke wort: String, _ klasse: Ergebnisklasse, klein: [String] = []) {
    roh("<td>")
    strom.text.haengeAn(marke: wort, symbol: klasse.symbol, klasse: klasse.rawValue)
    for k in klein {
      roh("<div class=\"klein\">")
      strom.text.haengeAn(bdi: k)
      roh("</div>")
    }
    roh("</td>")
  }

  /// A cell with a number.
  func zelle(_ zahl: some BinaryInteger) { roh("<td>\(zahl.deutsch)</td>") }

  /// Places for signatures, each with the name of who signs.
  func unterschriften(_ wer: [(rolle: String, name: String?)]) throws {
    try abschnitt("Unterschriften", "unterschriften") {
      roh("<div class=\"unterschriften\">\n")
      for (rolle, name) in wer {
        roh("<div><p class=\"feld\">Ort, Datum</p><p class=\"feld\">Unterschrift</p><p>\(rolle)")
        if let name, !name.isEmpty {
          roh(": ")
          strom.text.haengeAn(bdi: name)
        }
        roh("</p></div>\n")
      }
      roh("</div>\n")
    }
  }

  /// Notes that the page uses terms; each is explained once at its end.
  func erklaere(_ neue: Begriff...) {
    for b in neue where !begriffe.contains(b) { begriffe.append(b) }
  }

  /// Steps in order; texts of this suite.
  func schritte(_ saetze: [String]) {
    roh("<ol>\n")
    for s in saetze { roh("<li>\(s)</li>\n") }
    roh("</ol>\n")
  }

  private func roh(_ text: String) { strom.text += text }
}

/// How a result is to be seen; the symbol says it without the colour.
enum Ergebnisklasse: String {
  case gut, hinweis, warnung, fehler

  var symbol: String {
    switch self {
    case .gut: "✔"
    case .hinweis: "●"
    case .warnung: "▲"
    case .fehler: "✖"
    }
  }
}
