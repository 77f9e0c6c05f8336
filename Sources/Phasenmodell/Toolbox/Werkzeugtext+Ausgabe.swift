// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Werkzeugtext {
  /// The tool as one page for reading and printing that needs nothing but itself.
  ///
  /// Links to other tools become their identifiers as text, since the page stands alone.
  ///
  /// - Parameters:
  ///   - werkzeug: Name and version of the program.
  ///   - verweis: Makes the address of a link out of the path in the text; nil keeps the words only.
  /// - Returns: HTML.
  public func html(werkzeug: String, verweis: @escaping (String) -> String? = { _ in nil })
    -> String
  {
    var seite = Seite("\(id) \(titel)", stil: Self.stil)
    seite.absatz(
      "\(Self.artname(typ)) der DiVA-Toolbox, Version \(version), Stand \(stand?.anzeige ?? "unbekannt")"
    )
    seite.roh("</header>\n<main>\n")
    // The page has the title already.
    let ohneTitel = inhalt.drop(while: \.isNewline)
    let text =
      ohneTitel.hasPrefix("# ") ? String(ohneTitel.drop { !$0.isNewline }) : String(ohneTitel)
    seite.roh(Markdown(verweis: verweis).html(text))
    seite.roh("</main>\n<footer>\n")
    for satz in fusszeilen { seite.absatz(satz) }
    seite.absatz("Erstellt mit \(werkzeug).")
    seite.roh("</footer>\n</body>\n</html>\n")
    return seite.html
  }

  /// The tool as Markdown with its facts at the end instead of front matter.
  ///
  /// It stands alone: links to other tools are their names, those into the network stay.
  public var markdown: String { markdown { $0.hasPrefix("https://") ? $0 : nil } }

  /// The tool as Markdown with other addresses in its links.
  ///
  /// - Parameter verweis: Makes the address of a link out of the path in the text; nil keeps the words only.
  /// - Returns: Markdown.
  public func markdown(verweis: (String) -> String?) -> String {
    var md =
      Verweiswechsel.wechsle(inhalt.drop(while: \.isNewline).trimmed, verweis) + "\n\n---\n\n"
    for satz in fusszeilen { md += satz + "\n\n" }
    return md
  }

  /// True if a table is too wide for a sheet that stands upright.
  public var brauchtQuerformat: Bool {
    Spaltenbreite.meisteSpalten(
      inhalt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      > Spaltenbreite.hoechstensHochkant
  }

  /// The tool as Markdown that pandoc turns into a document for an office program: without its title and
  /// without links to other tools, with columns as wide as what they hold.
  public var buerotext: String {
    var zeilen =
      markdown
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if zeilen.first?.hasPrefix("# ") == true { zeilen.removeFirst() }
    return Spaltenbreite.gesetzt(zeilen).joined(separator: "\n")
  }

  private var fusszeilen: [String] {
    var saetze = ["Herkunft: \(herkunft)"]
    if !quellen.isEmpty { saetze.append("Quellen: \(quellen.joined(separator: "; "))") }
    if let rechtsstand { saetze.append("Rechtsstand: \(rechtsstand.anzeige)") }
    if let pruefenBis { saetze.append("Spätestens prüfen: \(pruefenBis.anzeige)") }
    saetze.append("Nach der DiVA-Toolbox, Werkzeug \(id), Version \(version), Lizenz CC BY 4.0.")
    return saetze
  }

  private static func artname(_ typ: String) -> String {
    typ.prefix(1).uppercased() + typ.dropFirst()
  }

  private static let stil = """
    .rolle { margin-bottom: 1.25rem; overflow-x: auto; }
    blockquote { border-left: .3rem solid var(--linie); margin: 0 0 1rem; padding: .25rem 1rem; }
    pre { background: var(--flaeche); overflow-x: auto; padding: .75rem; white-space: pre-wrap; }
    code { font-family: ui-monospace, Consolas, monospace; font-size: .9em; }
    hr { border: 0; border-top: 1px solid var(--linie); margin: 2rem 0; }
    @media print {
      @page { size: A4 portrait; margin: 16mm 16mm 18mm;
        @bottom-right { content: "Seite " counter(page) " von " counter(pages);
          font: 8pt Arial, sans-serif; }
      }
      table { font-size: 8.5pt; line-height: 1.3; }
      th, td { padding: .8mm 1.5mm; }
      .rolle { overflow: visible; }
    }
    """
}

extension Katalog {
  /// The tools that fit, in order of the catalogue.
  ///
  /// - Parameters:
  ///   - phase: Only those that help in this phase.
  ///   - klasse: Only those for this size class.
  ///   - dim: Only those for this dimension.
  /// - Returns: The tools.
  public func werkzeuge(
    phase: Int? = nil, klasse: Groessenklasse? = nil, dim: String? = nil
  ) -> [Werkzeugeintrag] {
    werkzeuge.filter { w in
      (phase.map(w.phasen.contains) ?? true) && (klasse.map(w.gk.contains) ?? true)
        && (dim.map(w.dim.contains) ?? true)
    }
  }
}
