// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Aussonderung
internal import Pruefung

/// `diva bewerten export`: the objects of a process as a table.
struct Bewertenexportbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Schreibt die angebotenen Objekte als Tabelle zum Ausfüllen.",
    discussion: """
      Die Arbeitsmappe (XLSX) ist zum Ausfüllen da; ihr zweites Blatt erklärt, wie. Eingelesen wird \
      später die CSV-Datei, die Ihre Tabellenkalkulation daraus speichert. Die CSV-Datei können Sie \
      auch gleich ausgeben. Objekte, die nur den Zusammenhang zeigen, sind grau und nicht zu bewerten.
      """)

  @OptionGroup var angabe: Verfahrensangabe

  @Option(help: ArgumentHelp("Arbeitsmappe, die geschrieben wird.", valueName: "DATEI.xlsx"))
  var xlsx: String?

  @Option(help: ArgumentHelp("CSV-Datei, die geschrieben wird.", valueName: "DATEI.csv"))
  var csv: String?

  @Flag(help: "Eine vorhandene Datei ersetzen, auch wenn sie schon ausgefüllt ist.")
  var ueberschreiben = false

  func validate() throws {
    if xlsx == nil, csv == nil {
      throw ValidationError("Nennen Sie mit »--xlsx« oder »--csv« die Datei, die entstehen soll.")
    }
  }

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr dieses Rechners geht falsch.") }
    let liste = try angabe.ordner().objektliste(angabe.prozess)
    let tabelle = Bewertungsliste(liste)
    let kontext = liste.eintraege.count(where: \.istKontext)
    if let xlsx {
      try tabelle.schreibeXLSX(nach: xlsx, erstellt: jetzt, ueberschreiben: ueberschreiben)
      try Ausgabe.zeile("Geschrieben: \(xlsx.sichtbar)")
    }
    if let csv {
      try tabelle.schreibeCSV(nach: csv, ueberschreiben: ueberschreiben)
      try Ausgabe.zeile("Geschrieben: \(csv.sichtbar)")
    }
    try Ausgabe.zeile(
      "\((liste.eintraege.count - kontext).mal("Objekt", "Objekte")) zu bewerten, "
        + "\(kontext.mal("Objekt", "Objekte")) nur zum Zusammenhang.")
  }
}
