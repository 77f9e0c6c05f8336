// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher pruefen`: one report on the whole store.
struct Speicherpruefbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft Datenbank, Dateien, Protokoll und Löschbuch.",
    discussion: """
      Ein verändertes Byte einer Datei, einer Zeile oder eines Eintrags wird gefunden und benannt; vom \
      Suchverzeichnis jedes, das eine Antwort der Suche ändert. Am \
      Ende steht der Anker: Notieren Sie ihn außerhalb des Speichers. Eine spätere Prüfung mit \
      »--anker« beweist, dass seither nichts weggenommen wurde.

      Mit »--nachholen« wird vorher noch einmal gelöscht, was nach dem Löschbuch gelöscht sein muss \
      und doch da ist, wie nach dem Einspielen einer älteren Sicherung. Das braucht zwei verschiedene \
      Personen, eine davon in der Rolle REG; die andere in der Rolle REG, FA, VG oder DSB. Handelt FA, \
      so muss »--zweite-person« REG sein. Das Löschbuch muss das dieses Speichers sein.

      Das Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei Fehlern oder wenn das \
      Nachholen abgelehnt wird, und mit 1, wenn etwas nicht geprüft werden konnte.
      """)

  @Flag(help: "Die Inhalte der Dateien nicht lesen.")
  var ohneInhalte = false

  @Option(help: ArgumentHelp("Ein notierter Anker; mehrfach möglich.", valueName: "ANKER"))
  var anker: [Ankerangabe] = []

  @Option(
    help: ArgumentHelp(
      "Zusätzlich einen Bericht als HTML-Seite schreiben.", valueName: "DATEI.html"))
  var bericht: String?

  @Flag(help: "Zuerst nachholen, was nach dem Löschbuch gelöscht sein muss.")
  var nachholen = false

  @OptionGroup var handlung: Handlungsangaben

  private var json: Bool { handlung.json }

  func validate() throws {
    if !nachholen,
      handlung.kennung != nil || !handlung.rollen.isEmpty || handlung.zweitePerson != nil
    {
      throw ValidationError(
        "»--als«, »--rolle« und »--zweite-person« gehören zu »--nachholen«.")
    }
  }

  func run() throws {
    if nachholen { try holeNach() }
    let speicher: Speicher
    do {
      speicher = try handlung.ort.oeffne(.lesend)
    } catch let fehler as SpeicherFehler {
      guard let befund = fehler.befund else { throw fehler }
      try melde(befund)
      throw ExitCode(2)
    }
    var ergebnis = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: speicher.ordner, art: "speicher")
    let fortschritt = Fortschritt()
    let kette: Kettenbericht
    do {
      defer { fortschritt.ende() }
      kette = try speicher.pruefe(
        ohneInhalte ? .ohneInhalte : .vollstaendig, anker: anker.map(\.anker),
        fortschritt: { stand in
          fortschritt.zeige("Prüfe \(stand.abschnitt): \(stand.erledigt.deutsch)")
        }, befund: { ergebnis.melde($0) })
    }
    let zahlen = try speicher.zahlen()
    ergebnis.angaben = [
      ("Objekte", zahlen.gruppen.reduce(0) { $0 + $1.anzahl }.deutsch),
      ("Dateien", zahlen.dateien.deutsch + (ohneInhalte ? ", Inhalte nicht geprüft" : "")),
      ("Protokoll", kette.eintraege.mal("Eintrag", "Einträge")),
    ]
    try Ankerausgabe.zeige(ergebnis, kette, json: json)
    try schreibe(ergebnis)
    if !ergebnis.gueltig { throw ExitCode(2) }
  }

  /// Tells why nothing could be checked: the store cannot be opened.
  private func melde(_ befund: Befund) throws {
    var ergebnis = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: befund.ort.datei ?? "", art: "speicher")
    ergebnis.melde(befund)
    if json {
      try Ausgabe.zeile(ergebnis.jsonZeile())
    } else {
      try Ausgabe.text(ergebnis.text(farbe: Ausgabe.farbig))
    }
    try schreibe(ergebnis)
  }

  private func schreibe(_ ergebnis: Pruefbericht) throws {
    guard let bericht else { return }
    let html = HTMLBericht.html(
      [ergebnis], titel: "Prüfbericht", erstellt: Uhr.anzeige, regeln: Speicher.pruefregeln)
    try Ablage.schreibe(html, nach: bericht)
  }

  private func holeNach() throws {
    try handlung.fuehreAus { lauf in
      let b = try lauf.speicher.holeLoeschungenNach(von: lauf.akteur, mit: lauf.zweitePerson) {
        lauf.kopf()
      }
      if b.ohneSpeicher > 0 {
        Ausgabe.melde(
          "Warnung: \(b.ohneSpeicher.mal("Zeile", "Zeilen")) des Löschbuchs "
            + (b.ohneSpeicher == 1 ? "nennt" : "nennen")
            + " keinen Aktenspeicher. Vergewissern Sie sich, dass es das richtige Buch ist.")
      }
      if !json { try Self.zeige(b) }
    }
  }

  private static func zeige(_ b: Nachholbericht) throws {
    if b.istLeer {
      try Ausgabe.zeile("Nachzuholen ist nichts.")
    } else {
      try Ausgabe.zeile(
        "Nachgeholt: \(b.objekte.mal("Objekt", "Objekte")), "
          + "\(b.dokumente.mal("Dokument", "Dokumente")), \(b.dateien.mal("Datei", "Dateien")).")
    }
    for id in b.gesperrt { try Ausgabe.zeile("Gesperrt und darum geblieben: \(id)") }
  }
}

/// An anchor as it was noted.
struct Ankerangabe: ExpressibleByArgument {
  let anker: Anker

  init?(argument: String) {
    guard let anker = try? Anker(argument) else { return nil }
    self.anker = anker
  }
}

/// Prints a report and the end of the chain.
enum Ankerausgabe {
  static func zeige(_ bericht: Pruefbericht, _ kette: Kettenbericht, json: Bool) throws {
    let anker = try Anker(kette.kopf).text()
    if json {
      try Ausgabe.zeile(bericht.jsonZeile())
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("eintraege", kette.eintraege)
      o.setze("anker", anker)
      try Ausgabe.zeile(o.text)
    } else {
      try Ausgabe.text(bericht.text(farbe: Ausgabe.farbig))
      if bericht.gueltig { try Ausgabe.zeile("\nAnker zum Notieren:\n\(anker)") }
    }
  }
}
