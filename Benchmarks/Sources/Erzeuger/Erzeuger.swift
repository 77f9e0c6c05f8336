// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Xdomea

/// Writes a 0501 of about the given size to standard output: the same bytes for the same arguments.
///
///     Erzeuger 3.1.0 100 > nachricht.xml
///
/// Akten with ten Vorgänge of eight Dokumente each, with history, dates and codes.
@main
struct Erzeuger {
  static func main() throws {
    let argumente = CommandLine.arguments
    guard argumente.count == 3, let version = XdomeaFassung(rawValue: argumente[1]),
      let megabyte = Int(argumente[2]), megabyte > 0
    else {
      FileHandle.standardError.write(Data("Aufruf: Erzeuger VERSION MEGABYTE > DATEI\n".utf8))
      exit(64)
    }
    var kopf = Nachrichtenkopf(
      prozessID: ProzessID(bytes: (0x0b5c_0a4e_1d2f_4f3a, 0x9b7e_2f1d_0c9b_8a77)),
      absender: Kontakt(institution: "Stadt Musterhausen"),
      empfaenger: Kontakt(institution: "Stadtarchiv Musterhausen"),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"),
      nachrichtenID: NachrichtenID(bytes: (1, 2)))
    kopf.system = SendendesSystem(
      produktname: "Erzeuger", produktversion: "1", hersteller: "DiVA-Werkzeugkasten")
    nonisolated(unsafe) var geschrieben = 0
    var schreiber = try Nachrichtenschreiber(version, .anbieteverzeichnis, kopf) { bytes in
      geschrieben += bytes.count
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
    var nummer: UInt64 = 0
    func naechsteID() -> ObjektID {
      nummer += 1
      return ObjektID(bytes: (0x1000_0000_0000_4000, 0x8000_0000_0000_0000 | nummer))
    }
    var akte = 0
    while geschrieben < megabyte * 1_000_000 {
      akte += 1
      try schreiber.schriftgutobjekt(.akte(beispiel(akte, version, naechsteID)))
    }
    _ = try schreiber.beende()
  }

  static func beispiel(
    _ n: Int, _ version: XdomeaFassung, _ id: () -> ObjektID
  ) -> Akte {
    let kontext: Bool? = version >= .v400 ? false : nil
    func metadaten(_ betreff: String, _ kennzeichen: String) -> AllgemeineMetadaten {
      var m = AllgemeineMetadaten(
        betreff: betreff, kennzeichen: Kennzeichen(kennzeichen), medium: .mediumElektronisch)
      m.federfuehrung = "Amt für Ordnung und Soziales, Sachgebiet \(n % 17)"
      m.aktenplaneinheit = Aktenplanverweis(
        kennzeichen: "13.\(n % 90 + 10)", inhaltsangabe: "Angelegenheiten der Bauaufsicht")
      return m
    }
    func historie(_ i: Int) -> [HistorienProtokollInformation] {
      (0..<2).map { k in
        HistorienProtokollInformation(
          akteur: "Sachbearbeitung \((i + k) % 40)",
          datumUhrzeit: Zeitpunkt("2012-03-04T10:11:12.000+01:00"),
          aktion: k == 0 ? "neu" : "geändert")
      }
    }
    var a = Akte(Identifikation(id()))
    a.kontextobjekt = kontext
    a.allgemeineMetadaten = metadaten("Bauakte Am Ring \(n)", "13.21-\(n)")
    a.aussonderungsmetadaten = Aussonderungsmetadaten(
      aussonderungsart: .bewerten, aufbewahrungsdauer: .jahre(10))
    a.aussonderungsmetadaten?.aufbewahrungsende = Kalendertag(2024, 12, 31).map { .tag($0) }
    a.laufzeit = Zeitraum(beginn: Kalendertag(2012, 1, 2), ende: Kalendertag(2013, 11, 30))
    a.zdA = true
    a.zdADatum = Kalendertag(2013, 11, 30)
    a.historie = historie(n)
    for v in 1...10 {
      var vorgang = Vorgang(Identifikation(id(), nummer: "\(v)"))
      vorgang.kontextobjekt = kontext
      vorgang.allgemeineMetadaten = metadaten(
        "Bauantrag Wohnhaus Am Ring \(n), Abschnitt \(v)", "13.21-\(n)/\(v)")
      vorgang.aussonderungsmetadaten = a.aussonderungsmetadaten
      vorgang.laufzeit = a.laufzeit
      vorgang.zdA = true
      vorgang.zdADatum = a.zdADatum
      for d in 1...8 {
        var dokument = Dokument(Identifikation(id(), nummer: "\(d)"))
        dokument.allgemeineMetadaten = metadaten(
          "Schreiben \(d) zum Bauantrag \(v) <Prüfung & Entscheidung>", "13.21-\(n)/\(v)#\(d)")
        dokument.posteingangsdatum = Kalendertag(2012, 3, d)
        dokument.datumDesSchreibens = Kalendertag(2012, 2, d)
        dokument.bearbeiter = "E. Beispiel"
        dokument.typ = "Antrag"
        dokument.historie = historie(d)
        vorgang.dokumente.append(dokument)
      }
      a.vorgaenge.append(vorgang)
    }
    return a
  }
}
