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
}

/// `diva werkzeuge export`: one tool as a file, or several in a folder.
struct Werkzeugexportbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Schreibt Werkzeuge als HTML-Seite, Markdown, DOCX oder ODT.",
    discussion: """
      Ein Werkzeug wird eine Datei. Mehrere, oder mehrere Formen, kommen in einen neuen Ordner, \
      zusammen mit ihren Tabellen und mit der Übersichtskarte. HTML-Seiten brauchen nichts als sich \
      selbst; jeder Webbrowser zeigt und druckt sie. DOCX und ODT sind für Ihr Büroprogramm; dafür \
      muss »pandoc« installiert sein. Im Ordner entstehen sie für Vorlagen und Muster.

      Beispiele:
        diva werkzeuge export CL-10 --nach CL-10.html
        diva werkzeuge export VL-04 --form docx --nach Projektauftrag.docx
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
    help: ArgumentHelp("html, md, docx oder odt; mehrfach möglich (sonst html).", valueName: "FORM")
  )
  var formen: [Werkzeugform] = []

  @Option(
    help: ArgumentHelp(
      "Datei oder, bei mehreren Werkzeugen, neuer Ordner (sonst die Ausgabe).", valueName: "ORT"))
  var nach: String?

  @OptionGroup var ort: Toolboxangabe

  private var form: Werkzeugform { formen.first ?? .html }
  private var istEines: Bool { werkzeuge.count == 1 && formen.count < 2 }

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
  }

  func run() throws {
    let toolbox = try ort.lies()
    if istEines, let id = werkzeuge.first {
      try schreibe(try Werkzeugwahl.lies(id, toolbox))
    } else {
      let katalog = try ort.katalog(toolbox)
      let texte =
        try werkzeuge.isEmpty
        ? filter.aus(katalog).map { try Werkzeugwahl.lies($0.id, toolbox) }
        : werkzeuge.map { try Werkzeugwahl.lies($0, toolbox) }
      if texte.isEmpty { throw Hinderung("Kein Werkzeug passt.") }
      var formen: [Werkzeugform] = []
      for form in self.formen.isEmpty ? [.html] : self.formen where !formen.contains(form) {
        formen.append(form)
      }
      let zahl = try Werkzeugordner(
        toolbox: toolbox, katalog: katalog, texte: texte, formen: formen
      )
      .schreibe(nach: nach ?? "")
      try Ausgabe.zeile("\((nach ?? "").sichtbar): \(texte.count) Werkzeuge, \(zahl) Dateien")
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
