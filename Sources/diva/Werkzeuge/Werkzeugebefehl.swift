// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// `diva werkzeuge`: the checklists, templates and guides of the toolbox.
struct Werkzeugebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "werkzeuge",
    abstract: "Zeigt und exportiert Checklisten, Vorlagen und Leitfäden.",
    subcommands: [
      Werkzeuglistenbefehl.self, Werkzeugsuchbefehl.self, Werkzeugzeigebefehl.self,
      Werkzeugexportbefehl.self, Kartenbefehl.self,
    ])
}

/// Which tools are meant.
struct Werkzeugfilter: ParsableArguments {
  @Option(help: ArgumentHelp("Nur für diese Phase (0 bis 6).", valueName: "PHASE"))
  var phase: Int?

  @Option(help: ArgumentHelp("Nur für klein, mittel, gross oder landkreis.", valueName: "KLASSE"))
  var groessenklasse: String?

  @Option(help: ArgumentHelp("Nur zu diesem Themenfeld, zum Beispiel FIN.", valueName: "FELD"))
  var dimension: String?

  /// True if nothing is left out.
  var istLeer: Bool { phase == nil && groessenklasse == nil && dimension == nil }

  func validate() throws {
    if let phase, !(0...6).contains(phase) {
      throw ValidationError("Die Phase ist eine Zahl von 0 bis 6.")
    }
    if let groessenklasse, Groessenklasse(rawValue: groessenklasse) == nil {
      throw ValidationError(
        "Die Größenklasse »\(groessenklasse.sichtbar)« gibt es nicht. Möglich sind: klein, mittel, gross, landkreis."
      )
    }
  }

  /// The tools that fit, in order of the catalogue.
  ///
  /// - Throws: ``Hinderung`` for a dimension that the catalogue does not know.
  func aus(_ katalog: Katalog) throws -> [Werkzeugeintrag] {
    let feld = dimension?.uppercased()
    if let feld, !katalog.dimensionen.contains(where: { $0.id == feld }) {
      let moeglich = katalog.dimensionen.map { "\($0.id) (\($0.text))" }.joined(separator: ", ")
      throw Hinderung(
        "Das Themenfeld »\((dimension ?? "").sichtbar)« gibt es nicht. Möglich sind: \(moeglich).")
    }
    return katalog.werkzeuge(
      phase: phase, klasse: groessenklasse.flatMap(Groessenklasse.init(rawValue:)), dim: feld)
  }
}

/// Which tools are listed.
struct Werkzeugauswahl: ParsableArguments {
  @OptionGroup var filter: Werkzeugfilter

  @OptionGroup var ort: Toolboxangabe

  @Flag(help: "Je Werkzeug eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws { try filter.validate() }

  /// Prints the tools that fit; with words only those in which they occur, with the place.
  func zeige(_ text: String?) throws {
    let toolbox = try ort.lies()
    let passend = try filter.aus(try ort.katalog(toolbox))
    let gefunden: [(Werkzeugeintrag, String?)] =
      if let text {
        Werkzeugsuche(text, toolbox).treffer(in: passend).map { ($0.werkzeug, $0.fundstelle) }
      } else {
        passend.map { ($0, nil) }
      }
    for (w, fundstelle) in gefunden {
      if json {
        var o = JSONObjekt()
        o.setze("id", w.id)
        o.setze("titel", w.titel)
        o.setze("typ", w.typ)
        o.setze("phasen", w.phasen.map(String.init))
        o.setze("groessenklassen", w.gk.map(\.rawValue))
        o.setze("dimensionen", w.dim)
        o.setze("minuten", w.aufwandMin)
        o.setze("inhalt", w.inhalt)
        if let stelle = fundstelle { o.setze("fundstelle", stelle) }
        try Ausgabe.zeile(o.text)
      } else {
        let phasen = w.phasen.map(String.init).joined(separator: ",")
        try Ausgabe.zeile(
          "\(w.id)  \(w.titel)  (\(w.typ), Phase \(phasen), \(w.aufwandMin) Minuten)")
        if let stelle = fundstelle { try Ausgabe.zeile("       \(stelle)".sichtbar) }
      }
    }
    if gefunden.isEmpty, !json { try Ausgabe.zeile("Kein Werkzeug passt.") }
  }
}

/// `diva werkzeuge liste`: all tools, or those that fit.
struct Werkzeuglistenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liste", abstract: "Nennt alle Werkzeuge oder die, die passen.")

  @OptionGroup var auswahl: Werkzeugauswahl

  func run() throws { try auswahl.zeige(nil) }
}

/// `diva werkzeuge suchen`: tools by words.
struct Werkzeugsuchbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suchen", abstract: "Sucht Werkzeuge nach Wörtern in ihrem ganzen Text.",
    discussion: """
      Groß und klein ist gleich, ebenso »ae« und »ä«, »ss« und »ß«. Zuerst kommen Werkzeuge, in deren \
      Titel die Wörter stehen; unter jedem steht, wo es vorkommt.
      """)

  @Argument(help: ArgumentHelp("Wörter oder Wortteile, die alle vorkommen.", valueName: "WORT"))
  var worte: [String]

  @OptionGroup var auswahl: Werkzeugauswahl

  func validate() throws {
    if worte.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("Nennen Sie mindestens ein Wort, zum Beispiel: suchen Restore Test.")
    }
  }

  func run() throws { try auswahl.zeige(worte.joined(separator: " ")) }
}

/// `diva werkzeuge zeigen`: the text of a tool.
struct Werkzeugzeigebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeigen", abstract: "Gibt den Text eines Werkzeugs aus.")

  @Argument(
    help: ArgumentHelp(
      "Kennung, zum Beispiel CL-10, oder »stammdaten«: das Blatt für Ihre Angaben.",
      valueName: "WERKZEUG"))
  var werkzeug: String

  @OptionGroup var ort: Toolboxangabe

  func run() throws {
    try Ausgabe.text(try Werkzeugwahl.lies(werkzeug, try ort.lies()).markdown)
  }
}

/// Finds a tool by its identifier.
enum Werkzeugwahl {
  /// The text of a tool, whatever the case of the letters.
  ///
  /// - Throws: ``Hinderung`` if there is none.
  static func lies(_ kennung: String, _ toolbox: Toolbox) throws -> Werkzeugtext {
    if kennung.lowercased() == "stammdaten", let blatt = toolbox.stammdatenblatt { return blatt }
    guard let text = toolbox.werkzeugtext(kennung.uppercased()) else {
      throw Hinderung(
        "Das Werkzeug »\(kennung.sichtbar)« gibt es nicht. »diva werkzeuge liste« nennt alle.")
    }
    return text
  }
}
