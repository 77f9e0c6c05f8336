// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The map of the toolbox: phases, what is to be done in each, and which tool helps (UX.md §10).
///
/// One page that needs nothing but itself and no script. The size class is chosen with radio buttons and
/// style rules; what is chosen is also what is printed.
public struct Uebersichtskarte: Sendable {
  /// The phases, tasks and tools.
  public let katalog: Katalog
  /// The size class that is shown first; nil shows all tools.
  public let groessenklasse: Groessenklasse?

  /// A map.
  public init(_ katalog: Katalog, groessenklasse: Groessenklasse? = nil) {
    self.katalog = katalog
    self.groessenklasse = groessenklasse
  }

  /// The map as HTML; the same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - werkzeug: Name and version of the program.
  ///   - verweis: Makes the address of a tool out of its identifier; nil shows the tool without a link.
  /// - Returns: HTML.
  public func html(werkzeug: String, verweis: (String) -> String? = { _ in nil }) -> String {
    var seite = Seite("Übersichtskarte der DiVA-Toolbox", stil: Self.stil)
    seite.absatz(
      "Sieben Phasen, \(katalog.aufgaben.count) Aufgaben, \(katalog.werkzeuge.count) Werkzeuge. "
        + "Fassung \(katalog.version) vom \(Kalendertag(katalog.stand)?.anzeige ?? katalog.stand).")
    seite.roh("</header>\n<main>\n")
    schreibeAuswahl(&seite)
    seite.roh("<ol class=\"karte\">\n")
    for phase in katalog.phasen { schreibe(phase, verweis, &seite) }
    seite.roh("</ol>\n")
    schreibeTabelle(&seite)
    seite.roh("</main>\n<footer>\n")
    seite.absatz("Erstellt mit \(werkzeug). Texte der DiVA-Toolbox: Lizenz CC BY 4.0.")
    seite.roh("</footer>\n</body>\n</html>\n")
    return seite.html
  }

  // MARK: Parts

  private func schreibeAuswahl(_ seite: inout Seite) {
    func knopf(_ wert: String, _ text: String, _ gewaehlt: Bool) {
      seite.roh("<label><input type=\"radio\" name=\"gk\" id=\"gk-\(wert)\"")
      seite.roh(gewaehlt ? " checked> " : "> ")
      seite.text(text)
      seite.roh("</label>\n")
    }
    seite.roh("<fieldset class=\"auswahl\">\n<legend>Für welche Verwaltung?</legend>\n")
    knopf("alle", "Alle Werkzeuge", groessenklasse == nil)
    for klasse in katalog.groessenklassen {
      knopf(klasse.id.rawValue, klasse.text, groessenklasse == klasse.id)
    }
    seite.roh("</fieldset>\n")
  }

  private func schreibe(_ phase: Phase, _ verweis: (String) -> String?, _ seite: inout Seite) {
    seite.roh("<li class=\"phase\" id=\"phase-\(phase.nr)\">\n<h2>")
    seite.text("Phase \(phase.nr): \(phase.titel)")
    seite.roh("</h2>\n")
    seite.absatz("Ziel: \(phase.ziel)", klasse: "ziel")
    seite.roh("<ul class=\"aufgaben\">\n")
    for aufgabe in katalog.aufgaben where aufgabe.phase == phase.nr {
      seite.roh("<li><h3>")
      seite.text(aufgabe.text)
      seite.roh("</h3>\n<ul class=\"werkzeuge\">\n")
      for w in werkzeuge(aufgabe) {
        seite.roh("<li class=\"\(Self.klassen(w))\">")
        if let ziel = verweis(w.id) {
          seite.roh("<a href=\"")
          seite.text(ziel)
          seite.roh("\">")
        }
        seite.roh("<strong>")
        seite.text(w.id)
        seite.roh("</strong> ")
        seite.text(w.titel)
        if verweis(w.id) != nil { seite.roh("</a>") }
        seite.roh(" <span class=\"art\">")
        seite.text("\(w.typ), \(w.aufwandMin) Minuten")
        seite.roh("</span></li>\n")
      }
      seite.roh("</ul></li>\n")
    }
    seite.roh("</ul>\n</li>\n")
  }

  /// The same as one table: it says of each tool for whom it is, which the map shows by leaving out.
  private func schreibeTabelle(_ seite: inout Seite) {
    seite.roh("<details class=\"tabelle\">\n<summary>Dieselbe Karte als Tabelle</summary>\n")
    let namen = Groessenklasse.allCases.map(\.anzeige)
    seite.tabelle(
      "Phasen, Aufgaben und Werkzeuge", ["Werkzeug", "Phase", "Aufgabe"] + namen,
      katalog.aufgaben.flatMap { aufgabe in
        werkzeuge(aufgabe).map { w in
          ["\(w.id) \(w.titel)", "\(aufgabe.phase)", aufgabe.text]
            + Groessenklasse.allCases.map { w.gk.contains($0) ? "ja" : "–" }
        }
      })
    seite.roh("</details>\n")
  }

  /// The tools of a task, those for everybody first.
  func werkzeuge(_ aufgabe: Aufgabe) -> [Werkzeugeintrag] {
    (aufgabe.werkzeuge + aufgabe.zusaetzlich).compactMap { katalog.werkzeug($0) }
  }

  private static func klassen(_ w: Werkzeugeintrag) -> String {
    w.gk.map { "gk-\($0.rawValue)" }.joined(separator: " ")
  }

  private static var stil: String {
    let regeln = Groessenklasse.allCases.map { k in
      "body:has(#gk-\(k.rawValue):checked) .werkzeuge > li:not(.gk-\(k.rawValue)) { display: none; }"
    }
    return grundstil + "\n" + regeln.joined(separator: "\n")
  }

  private static let grundstil = """
    body { max-width: 96rem; }
    .auswahl { border: 1px solid var(--linie); display: flex; flex-wrap: wrap; gap: .5rem 1.5rem;
      margin: 0 0 1rem; padding: .75rem 1rem; }
    .auswahl label { align-items: center; display: inline-flex; gap: .4rem; min-height: 1.75rem; }
    .auswahl input { height: 1.15rem; width: 1.15rem; }
    .karte { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      list-style: none; margin: 0; max-width: none; padding: 0; }
    .phase { border: 1px solid var(--linie); border-top: .4rem solid var(--link); padding: .75rem 1rem 1rem; }
    .phase h2 { font-size: 1.15rem; margin: 0 0 .35rem; }
    .phase h3 { font-size: 1rem; margin: .9rem 0 .25rem; }
    .ziel { color: var(--leise); font-size: .9375rem; margin: 0; }
    .aufgaben, .werkzeuge { list-style: none; margin: 0; padding: 0; }
    .werkzeuge li { border-left: .2rem solid var(--linie); margin: .3rem 0; padding: .1rem 0 .1rem .6rem; }
    .art { color: var(--leise); display: block; font-size: .8125rem; }
    .tabelle { margin-top: 1.5rem; }
    .tabelle summary { cursor: pointer; min-height: 1.75rem; }
    .rolle { overflow-x: auto; }
    @media print {
      @page { size: A3 landscape; margin: 10mm; }
      body { font-size: 8.5pt; line-height: 1.25; max-width: none; }
      .auswahl label:has(input:not(:checked)), .tabelle { display: none; }
      .karte { column-gap: 4mm; columns: 5; display: block; }
      .phase { border-width: .5mm 0 0; padding: 1.5mm 0 3mm; }
      .phase h2, .phase h3, .ziel { break-after: avoid; }
      .werkzeuge li { break-inside: avoid; }
      h1 { font-size: 14pt; margin: 0; }
      .auswahl { border: 0; margin: 0 0 2mm; padding: 0; }
      .ziel { font-size: 7.5pt; }
      .phase h2 { font-size: 10pt; }
      .phase h3 { font-size: 8.5pt; margin: 2mm 0 .5mm; }
      .werkzeuge li { margin: .4mm 0; padding: 0 0 0 1.5mm; }
      .art { font-size: 7pt; }
    }
    """
}

extension Groessenklasse {
  /// The class as people read it.
  var anzeige: String {
    switch self {
    case .klein: "klein"
    case .mittel: "mittel"
    case .gross: "groß"
    case .landkreis: "Landkreis"
    }
  }
}
