// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung

/// `diva frist`: how long one object is kept, and why.
struct Fristbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frist",
    abstract: "Berechnet eine Aufbewahrungsfrist und begründet sie Schritt für Schritt.",
    usage: """
      diva frist --zda <DATUM> (--jahre <ZAHL> | --monate <ZAHL> | --unbefristet) [<optionen>]
      diva frist --zda <DATUM> --katalog <DATEI> --aktenplan <NUMMER> [<optionen>]
      """,
    discussion: """
      Die Regel nennen Sie mit »--jahre«, »--monate« oder »--unbefristet«, oder Sie lassen sie mit \
      »--katalog« und »--aktenplan« aus einem Fristenkatalog nehmen.

      Ein Datum (DATUM) ist ein Tag wie 28.02.2019 oder 2019-02-28, ein Monat wie 2019-02, ein \
      Jahr wie 2019, ein Zeitpunkt wie 2024-12-31T23:30:00Z oder das Wort »unbekannt«.
      """)

  @OptionGroup(title: "Regel") var regel: Regelangaben
  @OptionGroup(title: "Daten der Akte") var daten: Aktendaten

  @Option(
    help: ArgumentHelp(
      "Tag, für den gefragt wird (sonst der heutige).", valueName: "TT.MM.JJJJ"))
  var am: Kalendertag?

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    guard let heute = am ?? Uhr.heute else { throw Hinderung("Die Uhr nennt keinen Tag.") }
    let eingaben = daten.eingaben
    let (regel, auskunft) = try regel.bestimme(eingaben, heute)
    var frist = try Frist.berechne(
      regel, eingaben, heute: heute, grenzeJahre: self.regel.grenzeJahre)
    if let auskunft {
      frist.begruendung.schritte.insert(.init(.regel, auskunft.satz), at: 0)
    }
    if json {
      try Ausgabe.zeile(Fristanzeige.json(frist, regel, heute))
    } else {
      for zeile in Fristanzeige.zeilen(frist, heute) { try Ausgabe.zeile(zeile.sichtbar) }
      try Ausgabe.zeile("\n" + Ausgabe.fett("Begründung"))
      for zeile in frist.begruendung.text.split(separator: "\n") {
        try Ausgabe.zeile(String(zeile).sichtbar)
      }
    }
  }
}

/// The days of the object.
struct Aktendaten: ParsableArguments {
  @Option(help: ArgumentHelp("Datum der zdA-Verfügung.", valueName: "DATUM"))
  var zda: Fristdatum?

  @Option(help: ArgumentHelp("Datum der letzten Bearbeitung.", valueName: "DATUM"))
  var letzteBearbeitung: Fristdatum?

  @Option(
    name: .customLong("vorgang"),
    help: ArgumentHelp(
      "Datum der zdA-Verfügung eines Vorgangs oder »offen«; mehrfach möglich.",
      valueName: "DATUM"))
  var vorgaenge: [Vorgangsangabe] = []

  @Option(
    name: .customLong("ereignis"),
    help: ArgumentHelp(
      "Ein Ereignis und sein Datum; mehrfach möglich.", valueName: "NAME=DATUM"))
  var ereignisse: [Ereignisangabe] = []

  /// The input of the computation.
  var eingaben: Fristeingaben {
    var eingaben = Fristeingaben()
    func setze(_ bezug: Fristbezug, _ datum: Fristdatum?) {
      switch (datum, bezug) {
      case (.zeitpunkt(let zeitpunkt), _): eingaben.setze(bezug, zeitpunkt)
      case (.datum(let datum), .zdA): eingaben.zdA = datum
      case (.datum(let datum), .letzteBearbeitung): eingaben.letzteBearbeitung = datum
      case (.datum(let datum), .ereignis(let name)): eingaben.ereignisse[name] = datum
      case (.datum(let datum), .letzterVorgang): eingaben.vorgaenge.append(datum)
      case (nil, .letzterVorgang): eingaben.vorgaenge.append(nil)
      case (nil, _): break
      }
    }
    setze(.zdA, zda)
    setze(.letzteBearbeitung, letzteBearbeitung)
    for angabe in vorgaenge { setze(.letzterVorgang, angabe.datum) }
    for angabe in ereignisse { setze(angabe.bezug, angabe.datum) }
    return eingaben
  }
}
