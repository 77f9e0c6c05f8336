// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
public import ArgumentParser
internal import Aussonderung
public import Lifecycle
internal import Pruefung

extension Angebotsanlass: ExpressibleByArgument {}

/// `diva aussondern anbieten`: the offer (P01, P02, 0501).
struct Anbietebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anbieten",
    abstract: "Bietet dem Archiv an, was fällig ist (0501; Rolle REG).",
    discussion: """
      Ohne »--objekt« wird angeboten, was an dem Tag fällig ist und noch in keinem Verfahren steckt. \
      Was nicht angeboten werden darf, etwa wegen einer Löschsperre, bleibt liegen und wird genannt.
      """)

  @Option(
    help: ArgumentHelp(
      "Nur diese Akte oder diesen Vorgang; mehrfach möglich.", valueName: "KENNZEICHEN"))
  var objekt: [String] = []

  @Option(help: ArgumentHelp("Höchstens so viele fällige Objekte.", valueName: "ZAHL"))
  var hoechstens = 1_000

  @Option(
    help: ArgumentHelp(
      "Warum jetzt: fristende, dreissigJahre, loeschverlangen oder vereinbarung.",
      valueName: "ANLASS"))
  var anlass: Angebotsanlass = .fristende

  @Option(
    help: ArgumentHelp("Kennung des neuen Prozesses (sonst eine zufällige).", valueName: "UUID"))
  var prozess: ProzessID?

  @OptionGroup var angaben: Behoerdenangaben

  func validate() throws {
    if hoechstens < 1 { throw ValidationError("»--hoechstens« muss mindestens 1 sein.") }
  }

  func run() throws {
    try angaben.fuehreAus { b in
      let nennung = Nennung(b.lauf.speicher)
      let ids = try objekt.map { try nennung.schriftgut($0).id }
      let v = try b.behoerde.bieteAn(
        prozess ?? b.lauf.neueKennung(),
        ids.isEmpty ? .faellige(hoechstens: hoechstens) : .objekte(ids), anlass: anlass,
        try b.vereinbarung(), b.wer)
      try b.berichte(v.prozess, "Angeboten.", neue: v.ablehnungen[...])
    }
  }
}

/// `diva aussondern empfangen`: answers of the archive.
struct Behoerdenempfang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "empfangen",
    abstract: "Holt die Nachrichten des Archivs ab und wendet sie an (Rolle REG).",
    discussion: """
      Was nicht lesbar ist, nicht zu einem Verfahren gehört oder zur falschen Zeit kommt, wandert mit \
      einem Bericht in den Ordner neben dem Eingang, der auf »-quarantaene« endet. Dieselbe Nachricht zweimal ändert \
      nichts.
      """)

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      let anzeige = Eingangsanzeige(json: b.lauf.json)
      try b.behoerde.holeAb(b.transfer, b.wer) { datei, ergebnis in
        try anzeige.zeige(datei, ergebnis)
      }
      try anzeige.ende()
      if anzeige.zurueckgewiesen > 0 { throw ExitCode(2) }
    }
  }
}

/// `diva aussondern abgeben`: the transfer (P08, P15, 0503).
struct Abgabebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abgeben",
    abstract: "Übergibt dem Archiv, was es haben will, mit allen Dateien (0503; Rolle REG).",
    discussion: """
      Jede Datei wird beim Einpacken mit der Prüfsumme verglichen, mit der sie abgelegt wurde. Was \
      das Archiv nicht einlesen konnte, wird beim nächsten Aufruf noch einmal abgegeben. Mit \
      »--nach-katalog« gehen Akten ohne Anbietung hinaus, deren Aktenplaneinheit das Archiv im \
      Bewertungskatalog als archivwürdig bewertet hat (zweistufiges Verfahren).
      """)

  @Argument(help: ArgumentHelp("Der Prozess; entfällt mit --nach-katalog.", valueName: "PROZESS"))
  var prozess: ProzessID?

  @Flag(help: "Sie versichern, dass die Dateien auf Schadsoftware geprüft sind.")
  var virenfrei = false

  @Flag(help: "Zweistufig: ohne Anbietung, nach dem Bewertungskatalog.")
  var nachKatalog = false

  @Option(
    help: ArgumentHelp(
      "Mit --nach-katalog: nur diese Akte; mehrfach möglich.", valueName: "KENNZEICHEN"))
  var objekt: [String] = []

  @Option(
    help: ArgumentHelp("Mit --nach-katalog: höchstens so viele Objekte.", valueName: "ZAHL"))
  var hoechstens = 1_000

  @OptionGroup var angaben: Behoerdenangaben

  func validate() throws {
    if !nachKatalog, prozess == nil { throw ValidationError("Nennen Sie den Prozess.") }
    if !virenfrei {
      throw ValidationError(
        "Prüfen Sie die Dateien auf Schadsoftware, und versichern Sie das mit »--virenfrei«.")
    }
  }

  func run() throws {
    try angaben.fuehreAus { b in
      let zusage = Abgabezusage(virenfrei: virenfrei)
      let vorher = try prozess.map { try b.behoerde.verfahren($0).ablehnungen.count } ?? 0
      let v: Verfahren
      if nachKatalog {
        let nennung = Nennung(b.lauf.speicher)
        let ids = try objekt.map { try nennung.schriftgut($0).id }
        v = try b.behoerde.gibNachKatalogAb(
          prozess ?? b.lauf.neueKennung(),
          ids.isEmpty ? .faellige(hoechstens: hoechstens) : .objekte(ids), try b.vereinbarung(),
          zusage, b.wer)
      } else if let prozess {
        v = try b.behoerde.gibAb(prozess, zusage, b.wer)
      } else {
        return
      }
      try b.berichte(v.prozess, "Abgegeben.", neue: v.ablehnungen.dropFirst(vorher))
    }
  }
}
