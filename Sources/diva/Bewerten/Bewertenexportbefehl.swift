// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Pruefung
internal import Xdomea

/// `diva bewerten export`: the objects of a process as a table.
struct Bewertenexportbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Schreibt, was zu bewerten ist, als Tabelle zum Ausfüllen.",
    discussion: """
      Die Arbeitsmappe (XLSX) ist zum Ausfüllen da; ihr zweites Blatt erklärt, wie. Eingelesen wird \
      später die CSV-Datei, die Ihre Tabellenkalkulation daraus speichert. Die CSV-Datei können Sie \
      auch gleich ausgeben. Objekte, die nur den Zusammenhang zeigen, sind grau und nicht zu \
      bewerten. Hat die Behörde ihren Aktenplan vorgelegt, stehen seine Einheiten in der Tabelle.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var ort: Verfahrensangabe

  @Option(help: ArgumentHelp("Arbeitsmappe, die geschrieben wird.", valueName: "DATEI.xlsx"))
  var xlsx: String?

  @Option(help: ArgumentHelp("CSV-Datei, die geschrieben wird.", valueName: "DATEI.csv"))
  var csv: String?

  @Flag(help: "Eine vorhandene Datei ersetzen, auch wenn sie schon ausgefüllt ist.")
  var ueberschreiben = false

  @Flag(help: "Je Datei eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if xlsx == nil, csv == nil {
      throw ValidationError("Nennen Sie mit »--xlsx« oder »--csv« die Datei, die entstehen soll.")
    }
  }

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr dieses Rechners geht falsch.") }
    let tabelle = try Bewertungstabelle(try ort.oeffne(.archiv), prozess)
    if let xlsx {
      try tabelle.schreibeXLSX(nach: xlsx, erstellt: jetzt, ueberschreiben: ueberschreiben)
      try berichte(xlsx, tabelle)
    }
    if let csv {
      try tabelle.schreibeCSV(nach: csv, ueberschreiben: ueberschreiben)
      try berichte(csv, tabelle)
    }
  }

  private func berichte(_ datei: String, _ tabelle: Bewertungstabelle) throws {
    guard json else {
      return try Ausgabe.zeile(
        "\(datei.sichtbar): \(tabelle.anzahl) zu bewerten"
          + (tabelle.kontext > 0 ? ", \(tabelle.kontext.deutsch) nur zum Zusammenhang." : "."))
    }
    var o = JSONObjekt()
    o.setze("datei", datei)
    o.setze("bewertbar", tabelle.bewertbar)
    o.setze("kontext", tabelle.kontext)
    try Ausgabe.zeile(o.text)
  }
}
