// SPDX-License-Identifier: Apache-2.0

/// What reports on a process add to the common style: wide tables, paper in landscape, signatures.
enum Berichtsstil {
  /// The rules for all reports and those for these tables: where there is no room for its columns, a
  /// table becomes a list of cards with the names of the columns beside the values.
  static func stil(_ tabellen: [Tabellenform]) -> String {
    var stil = allgemein
    for t in tabellen {
      let summe = t.spalten.reduce(0) { $0 + $1.breite }
      var breit = ""
      var schmal = ""
      for (i, s) in t.spalten.enumerated() {
        let stelle = ".\(t.klasse) tr > :nth-child(\(i + 1))"
        let rechts = s.istZahl ? " text-align: right;" : ""
        breit += "  \(stelle) { width: \(s.breite * 100 / summe)%;\(rechts) }\n"
        schmal += "  \(stelle)::before { content: \"\(s.name): \"; }\n"
      }
      let platz = t.spalten.count > 6 ? 80 : 44
      stil += "\n@media print, (min-width: \(platz)rem) {\n\(breit)}\n"
      stil += "@media screen and (max-width: \(platz - 1).99rem) {\n"
      stil += karten.replacing(".liste", with: "." + t.klasse) + "\n\(schmal)}"
    }
    return stil
  }

  private static let allgemein = """
    body { max-width: 90rem; }
    caption { font-weight: 700; padding: 0 0 .4rem; text-align: left; }
    .angaben { margin-bottom: 1.25rem; min-width: min(100%, 34rem); }
    .angaben th { width: 17rem; }
    .liste { font-size: .875rem; margin-bottom: 1.25rem; table-layout: fixed; }
    .liste th, .liste td { padding: .35rem .45rem; }
    .liste thead th { font-size: .8125rem; }
    .liste tbody th { font-weight: 400; }
    .liste .kontext > * { background: var(--flaeche); font-style: italic; }
    .liste .summe > * { font-weight: 700; border-top: 2px solid var(--text); }
    .klein { color: var(--leise); font-size: .8125em; line-height: 1.35; }
    .marke { white-space: normal; }
    .unterschriften { display: flex; flex-wrap: wrap; gap: 2.5rem 3rem; }
    .unterschriften > div { break-inside: avoid; flex: 1 1 18rem; max-width: 26rem;
      padding-top: 2.5rem; }
    .unterschriften .feld { border-top: 1px solid var(--text); font-size: .875em;
      margin: 0 0 2.75rem; padding-top: .2rem; }
    .unterschriften .feld + .feld { margin-bottom: .5rem; }
    dt { font-weight: 700; }
    dd { margin: 0 0 .6rem; max-width: 45rem; }
    code { font-family: ui-monospace, Consolas, monospace; font-size: .875em; }
    @media print {
      @page {
        size: A4 landscape; margin: 14mm 14mm 16mm;
        @bottom-left { content: "Aussonderung von Akten"; font: 8pt Arial, sans-serif; }
        @bottom-right { content: "Seite " counter(page) " von " counter(pages);
          font: 8pt Arial, sans-serif; }
      }
      body { font-size: 9pt; line-height: 1.35; }
      .liste { font-size: 8pt; }
      .liste thead th, .klein { font-size: 7pt; }
      .liste th, .liste td { padding: .8mm 1.2mm; }
      h1 { font-size: 18pt; }
      h2 { font-size: 12pt; }
      section { margin: 5mm 0; }
      .angaben th, .angaben td { padding: .8mm 1.5mm; }
      caption { break-after: avoid; }
      .ergebnis { padding: 2mm 3mm; }
      .ergebnis h2 { font-size: 9pt; }
      .urteil { font-size: 12pt; }
      .unterschriften, .angaben, ol, dl, footer { break-inside: avoid; }
    }
    """

  /// A table as cards; a table without room for columns takes the place of `.liste`.
  private static let karten = """
      .liste, .liste caption, .liste tbody, .liste tr, .liste th, .liste td { display: block; }
      .liste thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute;
        width: 1px; }
      .liste tr { border: 1px solid var(--linie); margin-bottom: .75rem; }
      .liste tbody tr > * { border: 0; padding: .15rem .6rem; }
      .liste tbody tr > *::before { color: var(--leise); font-style: normal; font-weight: 400; }
      .liste .summe > * { border: 0; }
      .liste tbody tr > :first-child { background: var(--flaeche); font-weight: 700; }
    """
}
