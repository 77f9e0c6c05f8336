// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Pruefung
internal import Xdomea

/// `diva packen`: a folder of files becomes a container.
struct Packen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packen",
    abstract: "Macht aus Ordnern und Dateien eine Übergabe (0503).",
    discussion: """
      Die Ordner der ersten Ebene werden Akten, die der zweiten Vorgänge, die Dateien Dokumente. \
      Eine Tabelle metadaten.csv oben im Ordner kann Betreff, Kennzeichen, Aktenplaneinheit, \
      Laufzeit, Abschluss (zda) und Aussonderungsart nennen. Ihre Dateien werden nur gelesen; der Container \
      erscheint erst, wenn er vollständig ist.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit den Akten.", valueName: "ORDNER"))
  var ordner: String

  @Option(
    help: ArgumentHelp(
      "Wohin der Container geschrieben wird. Bei einem Ordner bekommt er den Namen, den xdomea "
        + "vorsieht.", valueName: "ZIEL.zip"))
  var nach: String

  @Option(
    name: .customLong("version"),
    help: ArgumentHelp("Version von xdomea; fragen Sie Ihr Archiv.", valueName: "VERSION"))
  var zielversion = XdomeaFassung.v400

  @Option(help: ArgumentHelp("Wer die Akten abgibt.", valueName: "NAME"))
  var absender: String

  @Option(help: ArgumentHelp("Wer sie übernimmt.", valueName: "NAME"))
  var archiv: String

  @Option(
    help: ArgumentHelp(
      "Prozess-ID aus der Abstimmung mit dem Archiv (sonst eine neue).", valueName: "UUID"))
  var prozessId: ProzessID?

  @Option(
    help: ArgumentHelp(
      "Zeitpunkt der Erstellung, zum Beispiel 2026-03-02T09:30:00.000Z (sonst jetzt).",
      valueName: "ZEITPUNKT"))
  var zeitpunkt: Zeitpunkt?

  @Option(
    name: .customLong("zda"),
    help: ArgumentHelp(
      "Tag, an dem die Akten abgeschlossen wurden, wo metadaten.csv keinen anderen nennt.",
      valueName: "TT.MM.JJJJ"))
  var zdADatum: Kalendertag?

  @Flag(help: "Alle Dateien unverdichtet ablegen: schneller, aber größer.")
  var ohneKompression = false

  @Flag(help: "Einen vorhandenen Container ersetzen.")
  var ueberschreiben = false

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    for (option, wert) in [("--absender", absender), ("--archiv", archiv)]
    where wert.allSatisfy(\.isWhitespace) {
      throw ValidationError("»\(option)« braucht einen Namen.")
    }
  }

  func run() throws {
    guard let zeit = zeitpunkt ?? Uhr.jetzt else {
      throw Hinderung("Die Uhr dieses Rechners ist nicht lesbar. Nennen Sie --zeitpunkt.")
    }
    var zufall = SystemRandomNumberGenerator()
    var optionen = Packer.Optionen(
      version: zielversion, absender: Kontakt(institution: absender),
      archiv: Kontakt(institution: archiv), prozessID: prozessId ?? .zufaellig(&zufall),
      zeitpunkt: zeit)
    optionen.ueberschreiben = ueberschreiben
    optionen.zdADatum = zdADatum
    optionen.komprimieren = !ohneKompression
    let fortschritt = Fortschritt()
    optionen.fortschritt = { was, dateien, bytes in
      fortschritt.zeige(
        "Packe \(dateien.mal("Datei", "Dateien")), \(bytes.alsGroesse): \(was)")
    }
    let ergebnis: Packer.Ergebnis
    do {
      defer { fortschritt.ende() }
      ergebnis = try Packer.packe(ordner: ordner, nach: nach, optionen)
    }
    if json { try Ausgabe.zeile(ergebnis.json(zielversion).text) } else { try zeige(ergebnis) }
  }

  private func zeige(_ e: Packer.Ergebnis) throws {
    try Ausgabe.zeile("Container:  \(e.pfad.sichtbar)")
    try Ausgabe.zeile("Nachricht:  0503 Aussonderung, xdomea \(zielversion.rawValue)")
    let zahlen = [
      e.akten.mal("Akte", "Akten"), e.vorgaenge.mal("Vorgang", "Vorgänge"),
      e.dokumente.mal("Dokument", "Dokumente"),
    ]
    try Ausgabe.zeile("Inhalt:     \(zahlen.joined(separator: ", ")), \(e.bytes.alsGroesse)")
    if !e.uebergangen.isEmpty {
      try Ausgabe.zeile("Nicht eingepackt (\(e.uebergangen.count.deutsch)):")
      for name in e.uebergangen { try Ausgabe.zeile("  \(name.sichtbar)") }
    }
    for hinweis in e.hinweise { try Ausgabe.zeile("Hinweis: \(hinweis.sichtbar)") }
    try e.verluste.zeige()
  }
}

extension Packer.Ergebnis {
  fileprivate func json(_ version: XdomeaFassung) -> JSONObjekt {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", pfad)
    o.setze("version", version.rawValue)
    o.setze("nachricht", Nachrichtentyp.aussonderung.rawValue)
    o.setze("nachrichtname", nachrichtname)
    o.setze("akten", akten)
    o.setze("vorgaenge", vorgaenge)
    o.setze("dokumente", dokumente)
    o.setze("bytes", bytes)
    o.setze("uebergangen", uebergangen)
    o.setze("hinweise", hinweise)
    o.setze("verluste", verluste.json)
    return o
  }
}
