// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Pruefung
internal import Xdomea

/// `diva uebergeben`: packages for an archive out of a transfer.
struct Uebergeben: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uebergeben",
    abstract:
      "Bildet aus einer Abgabe (0503) Pakete für das Archiv und beweist, dass nichts fehlt.",
    discussion: """
      Jedes Paket enthält die Dateien seiner Objekte und eine Nachricht, die nur diese Objekte nennt. \
      Neben den Paketen liegt der Deckungsnachweis: eine Liste, in welchem Paket jedes Objekt und jede \
      Datei liegt, mit Prüfsummen. Sie lässt sich so, wie sie ist, elektronisch signieren. Liegt ein \
      Objekt oder eine Datei der Abgabe nicht in genau einem Paket, entsteht nichts.

      Ebenen: »wurzel« macht aus jeder Akte der Abgabe ein Paket, »akte« aus jeder Akte oder Teilakte \
      ohne Teilakten, »vorgang« aus jedem Vorgang, »stufe-1« aus jeder Teilakte der ersten Stufe. \
      Dokumente, die zu keinem Vorgang gehören, bilden je Akte ein Paket.
      """)

  @Argument(help: ArgumentHelp("Die Abgabe: Container oder Ordner.", valueName: "0503.zip"))
  var quelle: String

  @Option(
    help: ArgumentHelp("Das Format der Pakete: bagit, dimag oder eark (SIP).", valueName: "FORMAT"))
  var format: Paketformat

  @Option(help: ArgumentHelp("Der neue Ordner für die Pakete.", valueName: "ORDNER"))
  var nach: String

  @OptionGroup var pakete: Paketwahl

  @Option(
    name: .customLong("als"),
    help: ArgumentHelp("DIMAG: wer die Pakete bildet, für das Protokoll.", valueName: "NAME"))
  var wer: String?

  @OptionGroup var wahl: Schemawahl

  @Flag(help: "Die Nachrichten der Pakete nicht mit den Schemadateien vergleichen.")
  var ohneSchema = false

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if ohneSchema, wahl.schemata != nil {
      throw ValidationError("»--schemata« und »--ohne-schema« schließen einander aus.")
    }
    try pakete.pruefe(format)
    if format != .dimag, wer != nil { throw ValidationError("»--als« gilt nur für DIMAG.") }
  }

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr des Rechners ist nicht lesbar.") }
    let fortschritt = Fortschritt()
    var paketierung = Paketierung(
      try pakete.form(format), ebene: pakete.ebene, schemata: ohneSchema ? nil : try wahl.gewaehlt()
    )
    paketierung.ausnahmen = pakete.ausnahmen
    paketierung.fortschritt = { pakete, dateien in
      fortschritt.zeige(
        "\(pakete.mal("Paket", "Pakete")), \(dateien.mal("Datei", "Dateien"))")
    }
    var zufall = SystemRandomNumberGenerator()
    let bericht: Paketierungsbericht
    do {
      defer { fortschritt.ende() }
      bericht = try paketierung.uebergib(
        try Nachrichtenpaket(pfad: quelle), nach: nach, am: jetzt, von: wer ?? "", zufall: &zufall)
    }
    if json { try Ausgabe.zeile(bericht.json.text) } else { try zeige(bericht) }
  }

  private func zeige(_ b: Paketierungsbericht) throws {
    for p in b.pakete.prefix(20) {
      try Ausgabe.zeile("\(p.name): \(p.titel.sichtbar)")
      try Ausgabe.zeile(
        "  \(p.objekte.mal("Objekt", "Objekte")), \(p.dateien.mal("Datei", "Dateien")), "
          + p.bytes.alsGroesse)
    }
    if b.pakete.count > 20 { try Ausgabe.zeile("… Alle nennt der Nachweis.") }
    try Ausgabe.zeile("Ordner:    \(b.ordner.sichtbar)")
    try Ausgabe.zeile(
      "Pakete:    \(b.pakete.count.deutsch) mit "
        + b.pakete.reduce(0) { $0 + $1.dateien }.mal("Datei", "Dateien"))
    try Ausgabe.zeile("Nachweis:  \(b.nachweis) (jedes Objekt und jede Datei in genau einem Paket)")
    if !b.schemageprueft {
      try Ausgabe.zeile("Hinweis:   Die Nachrichten wurden nicht mit Schemadateien verglichen.")
    }
    guard !b.ungenannt.isEmpty else { return }
    try Ausgabe.zeile(
      "Nicht übergeben, weil kein Dokument sie nennt (\(b.ungenannt.count.deutsch)):")
    for name in b.ungenannt.prefix(10) { try Ausgabe.zeile("  \(name.sichtbar)") }
  }
}

extension Paketierungsbericht {
  fileprivate var json: JSONObjekt {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ordner", ordner)
    o.setze("nachweis", nachweis)
    o.setze("schemageprueft", schemageprueft)
    o.setze(
      "pakete",
      pakete.map { p in
        var paket = JSONObjekt()
        paket.setze("name", p.name)
        paket.setze("titel", p.titel)
        paket.setze("objekte", p.objekte)
        paket.setze("dateien", p.dateien)
        paket.setze("bytes", p.bytes)
        return paket
      })
    o.setze("ungenannt", ungenannt)
    return o
  }
}
