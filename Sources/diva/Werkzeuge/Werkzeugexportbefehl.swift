// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// What form a tool is exported in.
enum Werkzeugform: String, ExpressibleByArgument, CaseIterable {
  case html, md, docx, odt

  /// True for files of office programs, which pandoc writes.
  var istBuero: Bool { self == .docx || self == .odt }

  /// The form that a file name asks for by its end; nil if the end names none.
  init?(endung: String) {
    switch endung.lowercased() {
    case "htm": self = .html
    case "markdown": self = .md
    case let andere: self.init(rawValue: andere)
    }
  }
}

/// `diva werkzeuge export`: one tool as a file, or several in a folder.
struct Werkzeugexportbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Schreibt Werkzeuge als HTML-Seite, Markdown, DOCX oder ODT.",
    discussion: """
      Ein Werkzeug wird eine Datei; ihre Endung sagt, in welcher Form (.html, .md, .docx, .odt). \
      Mehrere, oder mehrere Formen, kommen in einen neuen Ordner, zusammen mit ihren Tabellen, mit dem \
      Blatt »stammdaten« für Ihre Angaben und mit der Übersichtskarte. HTML-Seiten brauchen nichts als sich \
      selbst; jeder Webbrowser zeigt und druckt sie. DOCX und ODT sind für Ihr Büroprogramm; dafür \
      muss »pandoc« installiert sein. Im Ordner entstehen sie für Vorlagen und Muster.

      Beispiele:
        diva werkzeuge export CL-10 --nach CL-10.html
        diva werkzeuge export VL-04 --nach Projektauftrag.docx
        diva werkzeuge export --groessenklasse klein --phase 1 --form html --form odt --nach phase1
        diva werkzeuge export --alle --nach toolbox
      """)

  @Argument(help: ArgumentHelp("Kennungen, zum Beispiel CL-10.", valueName: "WERKZEUG"))
  var werkzeuge: [String] = []

  @Flag(help: "Alle Werkzeuge.")
  var alle = false

  @OptionGroup var filter: Werkzeugfilter

  @Option(
    name: [.customLong("form"), .customLong("format")],
    help: ArgumentHelp(
      "html, md, docx oder odt; mehrfach möglich (sonst wie die Endung der Datei, oder html).",
      valueName: "FORM")
  )
  var formen: [Werkzeugform] = []

  @Option(
    help: ArgumentHelp(
      "Datei oder, bei mehreren Werkzeugen, neuer Ordner (sonst die Ausgabe).", valueName: "ORT"))
  var nach: String?

  @OptionGroup var ort: Toolboxangabe

  /// The identifiers, each once.
  private var kennungen: [String] { Self.einmal(werkzeuge.map { $0.uppercased() }) }
  private var istEines: Bool { kennungen.count == 1 && Self.einmal(formen).count < 2 }

  /// What the name of the target ends with; nil without a point.
  private var endung: String? {
    guard let nach, let name = nach.split(separator: "/").last,
      let punkt = name.lastIndex(of: "."), punkt != name.startIndex
    else { return nil }
    return String(name[name.index(after: punkt)...])
  }

  private var form: Werkzeugform {
    formen.first ?? endung.flatMap(Werkzeugform.init(endung:)) ?? .html
  }

  private static func einmal<W: Equatable>(_ werte: [W]) -> [W] {
    werte.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func validate() throws {
    try filter.validate()
    let wahl = [!werkzeuge.isEmpty, alle, !filter.istLeer].count { $0 }
    if wahl != 1 {
      throw ValidationError(
        "Nennen Sie entweder Kennungen (CL-10), --alle oder eine Auswahl mit --phase, --groessenklasse, --dimension."
      )
    }
    if !istEines, nach == nil {
      throw ValidationError("Mehrere Werkzeuge brauchen einen Ordner: --nach ORDNER.")
    }
    if form.istBuero, nach == nil {
      throw ValidationError("DOCX und ODT brauchen eine Datei: --nach DATEI.\(form.rawValue)")
    }
    try pruefeEndung()
  }

  /// A file holds what its name says.
  private func pruefeEndung() throws {
    guard let nach, let endung else { return }
    let gemeint = Werkzeugform(endung: endung)
    if !istEines {
      guard gemeint != nil || endung.lowercased() == "pdf" else { return }
      throw ValidationError(
        "Mehrere Werkzeuge oder Formen kommen in einen Ordner, aber »\(nach.sichtbar)« heißt wie eine Datei."
      )
    }
    if let gewuenscht = formen.first {
      guard let gemeint, gemeint != gewuenscht else { return }
      throw ValidationError(
        "»\(nach.sichtbar)« endet auf .\(endung.sichtbar), --form verlangt aber \(gewuenscht.rawValue). Lassen Sie --form weg oder nennen Sie die Datei anders."
      )
    }
    guard gemeint == nil else { return }
    let rat =
      endung.lowercased() == "pdf"
      ? "Ein PDF entsteht, wenn Sie die HTML-Seite im Webbrowser drucken."
      : "Möglich sind .html, .md, .docx und .odt; sonst nennen Sie --form dazu."
    throw ValidationError("Die Endung .\(endung.sichtbar) sagt keine Form. \(rat)")
  }

  func run() throws {
    let toolbox = try ort.lies()
    if istEines, let id = kennungen.first {
      try schreibe(try Werkzeugwahl.lies(id, toolbox))
    } else {
      let katalog = try ort.katalog(toolbox)
      let texte =
        try kennungen.isEmpty
        ? filter.aus(katalog).map { try Werkzeugwahl.lies($0.id, toolbox) }
        : kennungen.map { try Werkzeugwahl.lies($0, toolbox) }
      if texte.isEmpty { throw Hinderung("Kein Werkzeug passt.") }
      let formen = self.formen.isEmpty ? [.html] : Self.einmal(self.formen)
      let zahl = try Werkzeugordner(
        toolbox: toolbox, katalog: katalog, texte: texte, formen: formen
      )
      .schreibe(nach: nach ?? "")
      try Ausgabe.zeile(
        "\((nach ?? "").sichtbar): \(texte.count.mal("Werkzeug", "Werkzeuge")), \(zahl.mal("Datei", "Dateien"))"
      )
    }
  }

  /// One tool in one form.
  private func schreibe(_ text: Werkzeugtext) throws {
    guard let nach else {
      return try Ausgabe.text(form == .html ? text.html(werkzeug: Werkzeug.kennung) : text.markdown)
    }
    switch form {
    case .html: try Ablage.schreibe(text.html(werkzeug: Werkzeug.kennung), nach: nach)
    case .md: try Antwortablage.schreibe(text.markdown, nach: nach)
    case .docx, .odt:
      let pandoc = try Pandoc()
      try Antwortablage.pruefeNeu(nach)
      try pandoc.schreibe(text, form: form.rawValue, nach: nach)
    }
    try Ausgabe.zeile(nach.sichtbar)
  }
}
