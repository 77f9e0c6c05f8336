// SPDX-License-Identifier: Apache-2.0

/// What the report on the position adds to the common style: charts, the plan, paper in portrait.
enum Reifegradstil {
  static let stil = """
    caption { font-weight: 700; padding: 0 0 .4rem; text-align: left; }
    .angaben { margin-bottom: 1.25rem; }
    .angaben th { width: 12rem; }
    .rolle { margin-bottom: 1.25rem; overflow-x: auto; }
    .liste { font-size: .9375rem; }
    .liste tbody th { font-weight: 400; }
    .plan td:nth-last-child(-n+2) { min-width: 5rem; }
    .klein { color: var(--leise); font-size: .875em; }
    svg { display: block; height: auto; margin: 1rem 0; max-width: 100%; }
    svg text { fill: var(--text); font: 12px system-ui, "Segoe UI", Arial, sans-serif; }
    .netz { width: 34rem; }
    .netz .ring, .netz .achse { fill: none; stroke: var(--linie); stroke-width: 1; }
    .netz .skala { fill: var(--leise); font-size: 10px; }
    .netz .reihe0 { stroke: var(--link); stroke-width: 2.5; }
    .netz .reihe1 { stroke: var(--text); stroke-dasharray: 6 4; stroke-width: 1.5; }
    .netz .marke0 { fill: var(--link); }
    .netz .marke1 { fill: var(--grund); stroke: var(--text); stroke-width: 1.5; }
    .balken { width: 100%; }
    .balken rect { fill: var(--grund); stroke: var(--text); stroke-width: 1.5; }
    .balken .bestanden { fill: var(--gut-grund); stroke: var(--gut); stroke-width: 3; }
    .balken .teilweise { fill: var(--hinweis-grund); stroke: var(--hinweis); }
    .balken .ungefragt { stroke: var(--linie); stroke-dasharray: 4 3; }
    .balken .nr { font-size: 17px; font-weight: 700; }
    .balken .wort { font-size: 11px; }
    .balken .hier { font-size: 12px; font-weight: 700; }
    .neueseite { break-before: page; }
    @media print {
      @page { size: A4 portrait; margin: 16mm 16mm 18mm;
        @bottom-right { content: "Seite " counter(page) " von " counter(pages);
          font: 8pt Arial, sans-serif; }
      }
      body { font-size: 10pt; line-height: 1.4; }
      .liste { font-size: 8.5pt; line-height: 1.3; }
      .liste th, .liste td { padding: .8mm 1.5mm; }
      .rolle { overflow: visible; }
      .netz { max-width: 125mm; }
      h1 { font-size: 19pt; }
      h2 { font-size: 13pt; }
      section { margin: 6mm 0; }
      svg, caption { break-inside: avoid; }
      caption { break-after: avoid; }
      .balken rect { print-color-adjust: exact; }
    }
    """
}
