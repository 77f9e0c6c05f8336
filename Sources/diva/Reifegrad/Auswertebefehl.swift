// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Foundation
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// `diva reifegrad auswerten`: the result of one or several answer files.
struct Reifegradauswertebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auswerten",
    abstract: "Wertet Antwortdateien aus und schreibt einen Bericht.",
    discussion: """
      Mehrere Dateien werden zusammengeführt; ihre Reihenfolge ist ohne Bedeutung. Ohne weitere \
      Angabe steht das Ergebnis in Sätzen in der Ausgabe. Der Bericht (--bericht) ist eine HTML-Seite \
      ohne Beiwerk, die jeder Webbrowser zeigt und druckt. Fehlerhafte Antworten zählen als offen und \
      werden gemeldet.
      """)

  @Argument(help: ArgumentHelp("Antwortdateien (….diva.json).", valueName: "ANTWORTEN"))
  var dateien: [String]

  @OptionGroup var angaben: Antwortangaben

  @Option(help: ArgumentHelp("Name der Verwaltung für den Bericht.", valueName: "NAME"))
  var name: String?

  @Option(
    help: ArgumentHelp("Frühere Antwortdatei zum Vergleich; mehrfach möglich.", valueName: "DATEI"))
  var frueher: [String] = []

  @Option(
    help: ArgumentHelp("Ordner mit Vergleichsdateien anderer Verwaltungen.", valueName: "ORDNER"))
  var gruppe: String?

  @Option(help: ArgumentHelp("HTML-Datei, die entsteht.", valueName: "DATEI"))
  var bericht: String?

  @Option(
    help: ArgumentHelp(
      "Datei für den Vergleich mit anderen, die entsteht: nur Summen, keine Texte, keine Namen.",
      valueName: "DATEI"))
  var vergleichsdatei: String?

  @Option(
    help: ArgumentHelp(
      "Kalenderdatei, die entsteht: die Schritte, zu denen im Selbstcheck »Bis wann?« steht.",
      valueName: "DATEI.ics"))
  var ics: String?

  @Option(
    name: .customLong("stichtag"),
    help: ArgumentHelp("Tag, der im Bericht steht (sonst heute).", valueName: "TT.MM.JJJJ"))
  var stichtag: Kalendertag?

  @Flag(help: "Eine Zeile JSON ausgeben.")
  var json = false

  @Flag(help: "Alle Fragen als Tabelle (CSV) ausgeben.")
  var csv = false

  @Flag(help: "Markdown ausgeben.")
  var md = false

  func validate() throws {
    if [json, csv, md].count(where: { $0 }) > 1 {
      throw ValidationError("Von --json, --csv und --md geht nur eines.")
    }
    try Dateiziel.pruefe(bericht, als: "ein Bericht", endungen: ["html", "htm"])
    try Dateiziel.pruefe(vergleichsdatei, als: "eine Vergleichsdatei", endungen: ["json"])
    try Dateiziel.pruefe(ics, als: "eine Kalenderdatei", endungen: ["ics"])
    try Dateiziel.pruefeVerschieden([
      ("--bericht", bericht), ("--vergleichsdatei", vergleichsdatei), ("--ics", ics),
    ])
  }

  func run() throws {
    let toolbox = try angaben.ort.lies()
    let katalog = try angaben.ort.katalog(toolbox)
    let (auswertung, vorbehalte) = try angaben.werteAus(dateien, katalog)
    var b = Reifegradbericht(auswertung, katalog: katalog, toolbox: toolbox)
    b.vorbehalte = vorbehalte
    b.name = name
    b.erstellt = stichtag ?? Uhr.heute
    if !frueher.isEmpty {
      b.vergleiche(mit: try angaben.werteAus(frueher, katalog).auswertung, katalog)
      for w in b.zeitvergleich?.warnungen ?? [] { Ausgabe.melde("Warnung: \(w)".sichtbar) }
    }
    if let gruppe {
      b.vergleiche(mit: try Gruppenordner.lies(gruppe))
      for h in b.gruppenhinweise { Ausgabe.melde("Hinweis: \(h)".sichtbar) }
    }
    if let bericht { try Ablage.schreibe(b.html(werkzeug: Werkzeug.kennung), nach: bericht) }
    if let vergleichsdatei {
      try Antwortablage.schreibe(
        Vergleichsdatei(b.auswertung, katalog).baum.json, nach: vergleichsdatei)
    }
    if let ics {
      guard let kalender = b.ics else {
        throw Hinderung(
          "Für den Kalender fehlen Termine. Tragen Sie im Selbstcheck bei mindestens einer Maßnahme »Bis wann?« ein."
        )
      }
      try Antwortablage.schreibe(kalender, nach: ics)
      let vergangen = b.vergangeneTermine
      if !vergangen.isEmpty {
        Ausgabe.melde(
          "Hinweis: In der Vergangenheit \(vergangen.count == 1 ? "liegt der Termin" : "liegen die Termine") zu \(vergangen.joined(separator: ", ")). Tragen Sie im Selbstcheck unter »Maßnahmen« einen neuen Tag ein, oder haken Sie sie als erledigt ab."
        )
      }
    }
    if json {
      try Ausgabe.zeile(b.json)
    } else if csv {
      try Ausgabe.text(b.csv)
    } else if md {
      try Ausgabe.text(b.markdown)
    } else {
      try Ausgabe.text(b.text)
      if let bericht { try Ausgabe.zeile("\nBericht: \(bericht.sichtbar)") }
    }
  }
}

/// Files of other municipalities in a folder.
enum Gruppenordner {
  /// Reads all files that end with `.json`; what is no such file is named and left out.
  ///
  /// - Throws: ``Hinderung`` if the folder cannot be read.
  static func lies(_ ordner: String) throws -> [Vergleichsdatei] {
    guard let namen = try? FileManager.default.contentsOfDirectory(atPath: ordner) else {
      throw Hinderung("»\(ordner.sichtbar)« ist kein lesbarer Ordner.")
    }
    var dateien: [Vergleichsdatei] = []
    for name in namen.filter({ $0.hasSuffix(".json") }).sorted() {
      let bytes = try Katalogdatei.bytes(
        ordner + "/" + name, hoechstens: Antwortleser.groessteDatei)
      do {
        dateien.append(try Vergleichsdatei(bytes))
      } catch {
        Ausgabe.melde("Nicht verwendet: »\(name.sichtbar)«: \(error)".sichtbar)
      }
    }
    return dateien
  }
}

/// Writes files of answers; a file of somebody else is never replaced.
enum Antwortablage {
  /// Writes a text to a file that does not exist yet, or is empty.
  ///
  /// - Throws: ``Hinderung`` if there is a file of this name, or the system's reason.
  static func schreibe(_ text: String, nach pfad: String) throws {
    if FileManager.default.fileExists(atPath: pfad) {
      let anfang = try? Katalogdatei.bytes(pfad, hoechstens: Antwortleser.groessteDatei)
      guard anfang?.isEmpty == true || anfang == Array(text.utf8) else {
        throw Hinderung(
          "»\(pfad.sichtbar)« gibt es schon und wird nicht überschrieben. Wählen Sie einen anderen Namen."
        )
      }
      guard anfang?.isEmpty == true else { return }
    }
    try Ablage.schreibe(text, nach: pfad)
  }

  /// - Throws: ``Hinderung`` if there is a file of this name that is not empty.
  static func pruefeNeu(_ pfad: String) throws {
    let angaben = try? FileManager.default.attributesOfItem(atPath: pfad)
    guard angaben == nil || angaben?[.size] as? Int == 0 else {
      throw Hinderung(
        "»\(pfad.sichtbar)« gibt es schon und wird nicht überschrieben. Wählen Sie einen anderen Namen."
      )
    }
  }
}
