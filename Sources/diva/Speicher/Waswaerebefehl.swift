// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva katalog waswaere`: what a new catalogue would do to the periods in a store.
struct Waswaerebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waswaere",
    abstract: "Zeigt, was ein neuer Katalog an den Fristen im Speicher ändern würde.",
    discussion: "Am Speicher ändert sich nichts.")

  @Argument(help: ArgumentHelp("Der neue Katalog.", valueName: "DATEI.csv"))
  var datei: String

  @Option(
    name: .customLong("version"),
    help: ArgumentHelp("Name der Fassung (sonst der Name der Datei).", valueName: "NAME"))
  var fassung: String?

  @Option(help: ArgumentHelp("Ihr erster Tag.", valueName: "TT.MM.JJJJ"))
  var gueltigAb: Kalendertag

  @Flag(help: "Auch jede einzelne Akte nennen.")
  var einzeln = false

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Je Ergebnis eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let leser = Katalogleser()
    let version = fassung ?? URL(fileURLWithPath: datei).deletingPathExtension().lastPathComponent
    let ergebnis = leser.lies(
      try Katalogdatei.bytes(datei, hoechstens: leser.groessteDatei), version: version,
      datei: datei, gueltigAb: gueltigAb)
    try Befundausgabe.halte(ergebnis.befunde, datei: datei, art: "katalog", json: json)
    let speicher = try ort.oeffne(.lesend)
    let bericht = try speicher.waswaere(ergebnis.katalog, stichtag: gueltigAb) { zustand, zeile in
      if einzeln { try zeige(zustand, zeile) }
    }
    guard json else {
      for zeile in bericht.zusammenfassung { try Ausgabe.zeile(zeile) }
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("katalog", version)
    o.setze("gueltigAb", gueltigAb.text)
    o.setze("geprueft", bericht.anzahl)
    for aenderung in Fristaenderung.allCases {
      o.setze(aenderung.rawValue, bericht.summen[aenderung] ?? 0)
    }
    o.setze("sofortAbgelaufen", bericht.sofortAbgelaufen)
    o.setze("ohneErgebnis", bericht.fehler)
    try Ausgabe.zeile(o.text)
  }

  private func zeige(_ z: Schriftgutzustand, _ zeile: Wechselbericht.Zeile) throws {
    guard json else {
      let was =
        switch zeile.ergebnis {
        case .success(let w):
          "\(w.aenderung.anzeige), Ende \(w.alt.ende?.anzeige ?? "offen") → "
            + (w.neu.ende?.anzeige ?? "offen")
        case .failure(let fehler): fehler.description
        }
      try Ausgabe.zeile("\(zeile.objekt)  \(was)".sichtbar)
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("id", z.id.text)
    o.setze("kennzeichen", zeile.objekt)
    o.setze("katalogzeile", zeile.katalogzeile)
    switch zeile.ergebnis {
    case .success(let w):
      o.setze("aenderung", w.aenderung.rawValue)
      o.setze("endeAlt", w.alt.ende?.text)
      o.setze("endeNeu", w.neu.ende?.text)
    case .failure(let fehler): o.setze("fehler", fehler.description)
    }
    try Ausgabe.zeile(o.text)
  }
}
