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
    abstract: "Schreibt die angebotenen Objekte als Tabelle zum Ausfüllen.",
    discussion: """
      Die Arbeitsmappe (XLSX) ist zum Ausfüllen da; ihr zweites Blatt erklärt, wie. Eingelesen wird \
      später die CSV-Datei, die Ihre Tabellenkalkulation daraus speichert. Die CSV-Datei können Sie \
      auch gleich ausgeben. Objekte, die nur den Zusammenhang zeigen, sind grau und nicht zu bewerten.
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
    let liste = try ort.oeffne().zuBewerten(prozess)
    let tabelle = Bewertungsliste(liste)
    let kontext = liste.eintraege.count(where: \.istKontext)
    let bewertbar = liste.eintraege.count - kontext
    if let xlsx {
      try tabelle.schreibeXLSX(nach: xlsx, erstellt: jetzt, ueberschreiben: ueberschreiben)
      try berichte(xlsx, bewertbar, kontext)
    }
    if let csv {
      try tabelle.schreibeCSV(nach: csv, ueberschreiben: ueberschreiben)
      try berichte(csv, bewertbar, kontext)
    }
  }

  private func berichte(_ datei: String, _ bewertbar: Int, _ kontext: Int) throws {
    guard json else {
      return try Ausgabe.zeile(
        "\(datei.sichtbar): \(bewertbar.mal("Objekt", "Objekte")) zu bewerten"
          + (kontext > 0 ? ", \(kontext.deutsch) nur zum Zusammenhang." : "."))
    }
    var o = JSONObjekt()
    o.setze("datei", datei)
    o.setze("bewertbar", bewertbar)
    o.setze("kontext", kontext)
    try Ausgabe.zeile(o.text)
  }
}
