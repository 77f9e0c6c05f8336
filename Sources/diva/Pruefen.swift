// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Pruefung
internal import Xdomea

/// `diva pruefen`: one report per file, and one for each process with several messages.
struct Pruefen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft eine Übergabe und nennt, was nicht stimmt.",
    discussion: """
      Geprüft wird, ob alles vollständig, unverändert und nach den Regeln von xdomea aufgebaut ist. \
      Jeder Befund nennt Regel, Ort und Abhilfe. Gehören mehrere Nachrichten zum selben Prozess, dann \
      wird auch geprüft, ob sie zusammenpassen: ob jedes Objekt bewertet ist, ob alles Archivwürdige \
      übergeben und jede Übergabe bestätigt ist. Die Reihenfolge der Dateien ist gleich. Das Programm \
      endet mit 0, wenn kein Fehler \
      gefunden wurde, mit 2 bei Fehlern und mit 1, wenn etwas nicht geprüft werden konnte.
      """)

  @Argument(
    help: ArgumentHelp(
      "Container (ZIP), einzelne Nachricht (XML) oder Ordner eines ausgepackten Containers.",
      valueName: "DATEI"))
  var dateien: [String]

  @OptionGroup var wahl: Schemawahl

  @Flag(help: "Die Nachricht nicht mit den Schemadateien vergleichen.")
  var ohneSchema = false

  @Option(
    help: ArgumentHelp(
      "Zusätzlich einen Bericht als HTML-Seite schreiben.", valueName: "DATEI.html"))
  var bericht: String?

  @Option(
    help: ArgumentHelp(
      "Tag, an dem Fristen geprüft werden (sonst der heutige).", valueName: "TT.MM.JJJJ"))
  var am: Kalendertag?

  @Option(
    help: ArgumentHelp(
      "Liste von UUIDs, je Zeile eine: Prüft, ob diese Objekte gelöscht werden dürfen.",
      valueName: "DATEI"))
  var loeschliste: String?

  @Flag(help: "Je Datei und je Prozess eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if ohneSchema, wahl.schemata != nil {
      throw ValidationError("»--schemata« und »--ohne-schema« schließen einander aus.")
    }
  }

  func run() throws {
    let fortschritt = Fortschritt()
    var pruefer = Pruefer(
      schemata: ohneSchema ? nil : try wahl.gewaehlt(), heute: am ?? Uhr.heute)
    pruefer.fortschritt = { was, bytes, gesamt in
      fortschritt.zeige("Prüfe \(bytes.alsGroesse) von \(gesamt.alsGroesse): \(was)")
    }
    var pruefung = Prozesspruefung(pruefer)
    if let loeschliste { pruefung.loeschungen = try Loeschliste.lies(loeschliste) }
    var berichte: [Pruefbericht] = []
    var gescheitert = false
    try pruefung.pruefe(dateien) { ergebnis in
      fortschritt.ende()
      switch ergebnis {
      case .nachricht(_, let b), .prozess(let b):
        if !json, !berichte.isEmpty { try Ausgabe.zeile() }
        if json {
          try Ausgabe.zeile(b.jsonZeile())
        } else {
          try Ausgabe.text(b.text(farbe: Ausgabe.farbig))
        }
        berichte.append(b)
      case .nichtPruefbar(let datei, let fehler):
        gescheitert = true
        try melde(fehler, datei)
      }
    }
    if let bericht {
      let html = HTMLBericht.html(
        berichte, titel: "Prüfbericht", erstellt: Uhr.anzeige, regeln: Regelwerk.alle)
      try Ablage.schreibe(html, nach: bericht)
    }
    if gescheitert { throw ExitCode.failure }
    if berichte.contains(where: { !$0.gueltig }) { throw ExitCode(2) }
  }

  /// Says that a file could not be checked; the next one follows.
  private func melde(_ fehler: any Error, _ datei: String) throws {
    try Ausgabe.leere()
    let text = "\(fehler)"
    Ausgabe.melde("Fehler: " + (text.contains(datei) ? text : "\(datei): \(text)").sichtbar)
    guard json else { return }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", datei)
    o.setze("fehler", "\(fehler)")
    try Ausgabe.zeile(o.text)
  }
}
