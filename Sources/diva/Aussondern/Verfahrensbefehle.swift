// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva aussondern fristablauf`: the archive did not decide in time (P06).
struct Fristablaufbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fristablauf",
    abstract:
      "Stellt fest, dass das Archiv nicht in der Bewertungsfrist entschieden hat (Rolle REG).",
    discussion: """
      Dazu muss die Bewertungsfrist eingestellt und der Empfang des Angebots nachgewiesen sein. \
      Danach darf gelöscht werden, sobald auch die Aufbewahrungsfrist um ist; von selbst geschieht \
      nichts.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      try b.tu(prozess, "Fristablauf festgestellt.") {
        try b.behoerde.stelleFristablaufFest(prozess, b.wer)
      }
    }
  }
}

/// `diva aussondern zurueckziehen`: the offer is withdrawn (P07).
struct Ruecknahmebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zurueckziehen",
    abstract: "Zieht ein Angebot zurück, solange nichts abgegeben ist (Rolle REG).",
    discussion: """
      Der Standard hat dafür keine Nachricht. Bei den Berichten des Prozesses liegt danach eine \
      Mitteilung an das Archiv (ruecknahme.html): Senden Sie sie ihm.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      try b.tu(prozess, "Zurückgezogen. Teilen Sie es dem Archiv mit (Bericht »ruecknahme«).") {
        try b.behoerde.zieheZurueck(prozess, grund: grund, b.wer)
      }
    }
  }
}

/// `diva aussondern loeschen`: what may go (P11, P12).
struct Loeschbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loeschen",
    abstract:
      "Löscht, was das Archiv übernommen oder nicht gewollt hat (Rolle REG, zwei Personen).",
    discussion: """
      Gelöscht wird Objekt für Objekt und nur, was gelöscht werden darf; alles andere wird mit dem \
      Grund genannt. Über jede Löschung entsteht ein Vernichtungsprotokoll.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      let nennung = Nennung(b.lauf.speicher)
      let bericht = try b.behoerde.loesche(prozess, b.wer)
      if b.lauf.json {
        var o = JSONObjekt()
        o.setze("werkzeug", Werkzeug.kennung)
        o.setze("schemaVersion", 1)
        o.setze("prozess", prozess.text)
        o.setze("vernichtet", bericht.vernichtet.map(\.text))
        o.setze("protokolle", bericht.nachweise.map(\.id.text))
        o.setze(
          "abgelehnt",
          bericht.abgelehnt.map { "\($0.objekt?.text ?? "") \($0.regel) \($0.grund.code)" })
        o.setze("abgeschlossen", bericht.abgeschlossen)
        try Ausgabe.zeile(o.text)
      } else {
        for id in bericht.vernichtet {
          try Ausgabe.zeile("Gelöscht: " + nennung.lesbar(id.text).sichtbar)
        }
        for p in bericht.nachweise {
          try Ausgabe.zeile(
            "Vernichtungsprotokoll \(p.id): \(p.objekte.count.mal("Objekt", "Objekte")), "
              + "\(p.dateien.mal("Datei", "Dateien"))")
        }
        for f in bericht.abgelehnt {
          let objekt = f.objekt.map { nennung.lesbar($0.text) + ": " } ?? ""
          try Ausgabe.zeile("Nicht gelöscht: " + (objekt + nennung.lesbar(f.description)).sichtbar)
        }
        if bericht.abgeschlossen { try Ausgabe.zeile("Das Verfahren ist abgeschlossen.") }
      }
      if bericht.vernichtet.isEmpty, !bericht.abgelehnt.isEmpty { throw ExitCode(2) }
    }
  }
}

/// `diva aussondern status`: where the processes stand.
struct Statusbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Sagt, wo ein Verfahren steht und was als Nächstes zu tun ist.")

  @Argument(help: ArgumentHelp("Der Prozess (sonst alle).", valueName: "PROZESS"))
  var prozess: ProzessID?

  @OptionGroup var ort: Verfahrensangabe
  @OptionGroup var speicherort: Speicherangabe

  @Flag(help: "Je Verfahren eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try speicherort.oeffne(.lesend)
    let ordner = try ort.oeffne(.behoerde)
    let behoerde = Behoerde(bestand: speicher, ordner: ordner)
    let prozesse = try prozess.map { [$0] } ?? ordner.prozesse()
    for p in prozesse {
      if prozess == nil, try ordner.verfahren(p)?.seite != .behoerde { continue }
      try Verfahrensanzeige(json: json).zeige(
        try behoerde.stand(p), nil, neue: [], Nennung(speicher))
    }
    if prozesse.isEmpty, !json { try Ausgabe.zeile("Es gibt noch kein Verfahren.") }
  }
}

/// `diva aussondern fortsetzen`: what was interrupted.
struct Fortsetzbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fortsetzen",
    abstract: "Setzt fort, was unterbrochen wurde; was getan ist, geschieht nicht noch einmal.")

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      let unterbrochen = try b.behoerde.verfahren(prozess).vorhaben != nil
      try b.tu(prozess, unterbrochen ? "Fortgesetzt." : "Es war nichts unterbrochen.") {
        try b.behoerde.setzeFort(prozess)
      }
    }
  }
}
