// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The questions as a form to print and fill in by hand, for browsers without JavaScript.
struct Papierbogen {
  private let katalog: Katalog
  private let klasse: Groessenklasse?

  init(_ katalog: Katalog, _ klasse: Groessenklasse?) {
    self.katalog = katalog
    self.klasse = klasse
  }

  /// HTML for the body of the page.
  var html: String {
    var s = """
      <div class="papier"><h1>Selbstcheck zur E-Akte</h1>
      <p>In diesem Browser läuft kein JavaScript. Sie können den Fragebogen ausdrucken und von Hand \
      ausfüllen. Mit JavaScript rechnet diese Datei selbst, ohne Internet.</p>
      <p>Verwaltung: ______________________________ Datum: ______________ Rolle: \
      ______________________</p>
      <p>Büroarbeitsplätze: __________ Personalrat: ☐ ja ☐ nein Eigene Vergabe: ☐ ja ☐ nein</p>
      <h2>Wo stehen Sie heute?</h2>
      <ul class="papier-wahl">

      """
    for wahl in katalog.standorte { s += "<li>☐ \(wahl.text.alsHTML)</li>\n" }
    s += "</ul>\n"
    for phase in katalog.phasen { s += abschnitt(phase) }
    return s + "</div>"
  }

  private func abschnitt(_ phase: Phase) -> String {
    let fragen = katalog.fragen.filter { f in
      f.phase == phase.nr && (klasse.map(f.gk.contains) ?? true)
    }
    guard !fragen.isEmpty else { return "" }
    var s =
      "<h2>Phase \(phase.nr): \(phase.titel.alsHTML)</h2>\n<p>\(phase.ziel.alsHTML)</p>\n"
    for dimension in katalog.dimensionen {
      let hier = fragen.filter { $0.dim == dimension.id }
      guard !hier.isEmpty else { continue }
      s += "<h3>\(dimension.text.alsHTML)</h3>\n<ol class=\"papier-fragen\">\n"
      for frage in hier { s += zeile(frage) }
      s += "</ol>\n"
    }
    return s
  }

  private func zeile(_ f: Frage) -> String {
    var wahl =
      f.zahl.map { "________ " + ($0.einheit ?? "").alsHTML }
      ?? (katalog.skalen[f.skala]?.stufen ?? []).map { "☐\u{A0}" + $0.text.alsHTML.fest }
      .joined(separator: " ")
    wahl += " ☐\u{A0}weiß\u{A0}ich\u{A0}nicht"
    if f.nz { wahl += " ☐\u{A0}nicht\u{A0}zutreffend,\u{A0}weil:\u{A0}________________" }
    let muss = f.ko ? " <strong>Muss-Punkt</strong>" : ""
    return "<li><p>\(f.text.alsHTML)\(muss)\(bedingung(f)) <small>\(f.id.alsHTML)</small></p>"
      + "<p class=\"papier-kasten\">\(wahl)</p></li>\n"
  }

  private func bedingung(_ f: Frage) -> String {
    switch f.nurWenn?.stammdatum {
    case "SD-07": " (nur mit Personalrat)"
    case "SD-08": " (nur bei eigener Vergabe)"
    default: ""
    }
  }
}

extension String {
  /// Safe between tags.
  fileprivate var alsHTML: String {
    var html = ""
    html.haengeAn(html: self, markiert: false)
    return html
  }

  /// Not broken over lines.
  fileprivate var fest: String { replacing(" ", with: "\u{A0}") }
}
