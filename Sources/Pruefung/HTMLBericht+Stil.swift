// SPDX-License-Identifier: Apache-2.0

extension HTMLBericht {
  /// The style of the page.
  ///
  /// Text has a contrast of at least 7:1 on its ground in both modes. Dark colours apply to the screen only, so that paper stays white.
  package static let stil = """
    :root {
      color-scheme: light dark;
      --grund: #fff; --text: #1b1d1f; --leise: #45494d; --linie: #b4bac0; --flaeche: #f3f5f7;
      --link: #0a3d78; --fehler: #8c1414; --fehler-grund: #fdeceb; --warnung: #5c3d00;
      --warnung-grund: #fff3d1; --hinweis: #0b4272; --hinweis-grund: #e7f1fb; --gut: #0f4a27;
      --gut-grund: #e5f5ea;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --grund: #15181b; --text: #eef0f2; --leise: #c3c9cf; --linie: #59616a;
        --flaeche: #20252a; --link: #a9d0ff; --fehler: #ffc0ba; --fehler-grund: #45130f;
        --warnung: #ffdc8f; --warnung-grund: #3b2a00; --hinweis: #b5daff;
        --hinweis-grund: #0c2b48; --gut: #aeecc2; --gut-grund: #0e3520;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 64rem; padding: 1rem; background: var(--grund);
      color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .75rem; }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    p { margin: 0 0 .5rem; max-width: 45rem; }
    section { margin: 2rem 0; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    header p, footer { color: var(--leise); }
    footer { border-top: 1px solid var(--linie); margin-top: 3rem; padding-top: 1rem; }
    ol, ul { margin: 0 0 .75rem; padding-left: 1.5rem; max-width: 45rem; }
    .ergebnis {
      border: 2px solid; border-left-width: .75rem; border-radius: .25rem; padding: 1rem 1.25rem;
    }
    .ergebnis h2 { font-size: 1rem; margin: 0; }
    .ergebnis p { max-width: none; }
    .urteil { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
    .fehler { color: var(--fehler); background: var(--fehler-grund); }
    .warnung { color: var(--warnung); background: var(--warnung-grund); }
    .hinweis { color: var(--hinweis); background: var(--hinweis-grund); }
    .gut { color: var(--gut); background: var(--gut-grund); }
    .marke {
      border: 1px solid; border-radius: .25rem; display: inline-block; font-weight: 700;
      line-height: 1.3; padding: .05rem .4rem; white-space: nowrap;
    }
    .legende { list-style: none; padding: 0; }
    .legende li { margin: .35rem 0; }
    .datei { border-top: 2px solid var(--text); margin-top: 3rem; padding-top: 1rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid var(--linie); padding: .4rem .6rem; text-align: left;
      vertical-align: top; }
    thead th, .angaben th { background: var(--flaeche); overflow-wrap: break-word; }
    .angaben { width: auto; }
    .angaben + p { margin-top: .75rem; }
    .befunde { table-layout: fixed; }
    .befunde thead th:first-child { width: 8rem; }
    .befunde thead th:last-child { width: 34%; }
    .befunde p:last-child { margin: 0; }
    .kennung { font-family: ui-monospace, Consolas, monospace; font-size: .875em; }
    .zeichen { border: 1px dashed; font-family: ui-monospace, Consolas, monospace;
      font-size: .85em; font-weight: 700; }
    .regel { break-inside: avoid; }
    @media screen and (max-width: 40rem) {
      .befunde, .befunde tbody, .befunde tr, .befunde th, .befunde td { display: block; }
      .befunde thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute;
        width: 1px; }
      .befunde tr { border: 1px solid var(--linie); margin-bottom: .75rem; }
      .befunde tbody tr > * { border: 0; width: auto; }
      .befunde tbody th { background: var(--flaeche); }
      .uebersicht th, .uebersicht td { padding: .3rem; }
    }
    @media print {
      @page { margin: 15mm; }
      body { font-size: 10pt; max-width: none; padding: 0; }
      h2, h3 { break-after: avoid; }
      tr, .ergebnis { break-inside: avoid; }
      thead { display: table-header-group; }
      .marke, .ergebnis, th { print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
