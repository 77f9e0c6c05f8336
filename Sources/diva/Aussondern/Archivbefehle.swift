// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva archiv`: the archive's side of the dialogue.
struct Archivbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archiv",
    abstract: "Die Seite des Archivs: empfangen, bewerten, übernehmen, bestätigen.",
    discussion: """
      Der Weg: »einrichten« nennt einmal die Ordner für den Austausch, »empfangen« holt Angebote und \
      Abgaben ab, »diva bewerten« gibt das Angebot als Liste aus und liest sie ausgefüllt ein, \
      »bewerten« schickt die Entscheidungen (0502), »uebernehmen« prüft die Abgabe und legt sie ab, \
      »bestaetigen« meldet, was übernommen ist (0506).
      """,
    subcommands: [
      Archiveinrichtung.self, Archivempfang.self, Archivbewertung.self, Archivuebernahme.self,
      Archivbestaetigung.self,
    ])
}

/// What every command of the archive's side wants to know.
struct Archivangaben: ParsableArguments {
  @OptionGroup var ort: Verfahrensangabe

  @Option(
    name: .customLong("als"),
    help: ArgumentHelp("Wer handelt (sonst der Anmeldename).", valueName: "KENNUNG"))
  var kennung: String?

  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Je Ergebnis eine Zeile JSON ausgeben.")
  var json = false

  func fuehreAus(
    _ body: (_ archiv: Archiv, _ transfer: Transferordner, _ wer: Handelnde) throws -> Void
  ) throws {
    let ordner = try ort.oeffne(.archiv)
    let transfer = try ort.partner(ordner, einrichten: "diva archiv einrichten").transfer()
    let (heute, zeitpunkt) = try tag.jetzt()
    let archiv = Archiv(ordner: ordner, ausgang: transfer, schemata: try ort.wahl.gewaehlt())
    let wer = Handelnde(
      Akteur(kennung: kennung ?? Anmeldename.aktuell, rollen: [.archiv]), heute: heute,
      zeitpunkt: zeitpunkt)
    do {
      try body(archiv, transfer, wer)
    } catch let mangel as Bewertungsmangel {
      try Ausgabe.leere()
      let text = mangel.text { id in
        for p in (try? ordner.prozesse()) ?? [] {
          if let e = try? ordner.objektliste(p)[id] { return e.kennzeichen ?? id.text }
        }
        return id.text
      }
      Ausgabe.melde("Abgelehnt: " + text.sichtbar)
      throw ExitCode(2)
    }
  }

  /// Tells where a process stands.
  func berichte(
    _ archiv: Archiv, _ prozess: ProzessID, _ satz: String?, _ uebernahme: Uebernahmebericht? = nil
  ) throws {
    try Archivanzeige(json: json).zeige(
      try archiv.verfahren(prozess), try archiv.ordner.objektliste(prozess), satz, uebernahme)
  }
}

/// `diva archiv einrichten`: the folders, once.
struct Archiveinrichtung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "einrichten", abstract: "Nennt einmal die Ordner für den Austausch.")

  @OptionGroup var ort: Verfahrensangabe
  @OptionGroup var partner: Partnerangaben

  func run() throws {
    let ordner = try ort.oeffne()
    let p = partner.partner(nil)
    try ordner.richteEin(p, ersetzt: partner.ersetzen)
    try Ausgabe.zeile("Eingerichtet.")
    try Ausgabe.zeile("  Eingang: \(p.eingang.sichtbar)")
    try Ausgabe.zeile("  Ausgang: \(p.ausgang.sichtbar)")
  }
}

/// `diva archiv empfangen`: offers, transfers and receipts of agencies.
struct Archivempfang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "empfangen",
    abstract: "Holt Angebote und Abgaben ab und bestätigt den Empfang, wenn das erbeten ist.")

  @OptionGroup var angaben: Archivangaben

  func run() throws {
    try angaben.fuehreAus { archiv, transfer, wer in
      let anzeige = Eingangsanzeige(json: angaben.json, transfer)
      try archiv.holeAb(transfer, wer) { try anzeige.zeige($0, $1) }
      try anzeige.ende()
      if anzeige.zurueckgewiesen > 0 { throw ExitCode(2) }
    }
  }
}

/// `diva archiv bewerten`: the decisions go out (0502).
struct Archivbewertung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bewerten",
    abstract: "Schickt die Bewertung: 0502, oder 0513 zu einem vorgelegten Aktenplan.",
    discussion: """
      Ein Angebot muss ganz entschieden sein. In einem Aktenplan darf etwas offen bleiben; die Akten \
      dieser Einheiten werden dann einzeln angeboten (B).
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Archivangaben

  func run() throws {
    try angaben.fuehreAus { archiv, _, wer in
      if try archiv.verfahren(prozess).art == .bewertungskatalog {
        try archiv.sendeBewertungskatalog(prozess, wer)
        try angaben.berichte(archiv, prozess, "Bewertungskatalog versandt.")
      } else {
        try archiv.sendeBewertung(prozess, wer)
        try angaben.berichte(archiv, prozess, "Bewertung versandt.")
      }
    }
  }
}

/// `diva archiv bestaetigen`: what is in the archive (0506).
struct Archivbestaetigung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bestaetigen",
    abstract: "Meldet der Behörde, was übernommen ist; erst dann darf sie löschen (0506).")

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Archivangaben

  func run() throws {
    try angaben.fuehreAus { archiv, _, wer in
      try archiv.bestaetige(prozess, wer)
      try angaben.berichte(archiv, prozess, "Bestätigt.")
    }
  }
}
