// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva archiv uebernehmen`: the transfer is proved and put away.
struct Archivuebernahme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uebernehmen",
    abstract: "Prüft die Abgabe gegen die Bewertung und jede Datei, und legt sie ab.",
    discussion: """
      Jede Datei wird gelesen und, wenn die Nachricht ihre Prüfsumme nennt, damit verglichen; bis \
      xdomea 3.1 nennt sie keine. Ein Objekt, zu dem eine Datei fehlt oder beschädigt ist, wird nicht \
      übernommen. Das Programm endet mit 0, wenn alles übernommen ist, und mit 2, wenn ein Objekt \
      gescheitert ist, fehlt oder überzählig ist.

      Ohne »--format« kommen Nachricht und Dateien in einen Ordner je Nachricht. Mit »--format« \
      entstehen Pakete wie mit »diva uebergeben«, mit Deckungsnachweis; die Bestätigung (0506) nennt \
      dann zu jedem Objekt das Paket, in dem es liegt.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @Option(help: ArgumentHelp("Wohin die Übernahme kommt.", valueName: "ORDNER"))
  var nach: String

  @Option(
    help: ArgumentHelp(
      "Pakete bilden: bagit, dimag oder eark (SIP).", valueName: "FORMAT"))
  var format: Paketformat?

  @OptionGroup var pakete: Paketwahl

  @OptionGroup var angaben: Archivangaben

  func validate() throws {
    if let format {
      try pakete.pruefe(format)
    } else if pakete.istAngegeben {
      throw ValidationError("Die Angaben zu Paketen gelten nur mit »--format«.")
    }
  }

  func run() throws {
    try angaben.fuehreAus { archiv, _, wer in
      let bericht = try archiv.uebernimm(prozess, nach: ziel(wer))
      if !angaben.json {
        for e in bericht.vollzaehligkeit.fehlend {
          try Ausgabe.zeile("Fehlt: \(e.ebene.anzeige) \((e.kennzeichen ?? e.id.text).sichtbar)")
        }
        for e in bericht.vollzaehligkeit.ueberzaehlig {
          try Ausgabe.zeile(
            "Überzählig: \(e.ebene.anzeige) \((e.kennzeichen ?? e.id.text).sichtbar)")
        }
      }
      try angaben.berichte(archiv, prozess, bericht.satz, bericht)
      if !bericht.vollzaehligkeit.istVollzaehlig || !bericht.gescheitert.isEmpty {
        throw ExitCode(2)
      }
    }
  }

  /// Where it goes.
  private func ziel(_ wer: Handelnde) throws -> any Uebernahmeziel {
    guard let format else { return Ordnerziel(nach) }
    var paketierung = Paketierung(
      try pakete.form(format), ebene: pakete.ebene, schemata: try angaben.ort.wahl.gewaehlt())
    paketierung.ausnahmen = pakete.ausnahmen
    return Paketziel(nach, paketierung, am: wer.zeitpunkt, von: wer.akteur.name)
  }
}

extension Uebernahmebericht {
  /// What was done, as a sentence.
  fileprivate var satz: String {
    guard nachrichten > 0 else { return "Es gibt nichts zu übernehmen." }
    var saetze: [String] = []
    if dateien == 0 {
      saetze.append("Es ist keine Datei übernommen.")
    } else {
      var teile: [String] = []
      if verglichen > 0 { teile.append("\(verglichen.mal("Prüfsumme", "Prüfsummen")) verglichen") }
      if ohnePruefsumme > 0 {
        teile.append(
          "\(ohnePruefsumme.mal("Datei", "Dateien")) ohne Prüfsumme in der Nachricht")
      }
      if nichtVergleichbar > 0 {
        teile.append(
          "\(nichtVergleichbar.mal("Datei", "Dateien")) mit einer Prüfsumme, die sich nicht "
            + "vergleichen lässt")
      }
      saetze.append(
        "\(dateien.mal("Datei", "Dateien")) übernommen, \(bytes.alsGroesse): "
          + teile.joined(separator: ", ") + ".")
    }
    if beschaedigt > 0 {
      saetze.append("\(beschaedigt.mal("Datei ist", "Dateien sind")) beschädigt.")
    }
    if fehlend > 0 {
      saetze.append("\(fehlend.mal("Datei fehlt", "Dateien fehlen")) im Container.")
    }
    if !gescheitert.isEmpty {
      saetze.append(
        "\(gescheitert.count.mal("Objekt ist", "Objekte sind")) gescheitert; die Gründe stehen unten."
      )
    }
    return saetze.joined(separator: "\n")
  }
}
