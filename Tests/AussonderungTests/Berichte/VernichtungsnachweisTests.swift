// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing

/// The proof of a destruction as a form for the file.
@Suite("Vernichtungsprotokoll als Bericht")
struct VernichtungsnachweisTests {
  private func nachweis(_ protokolle: [Vernichtungsprotokoll]) -> Vernichtungsnachweis {
    Vernichtungsnachweis(
      behoerde: "Stadt Musterhausen", archiv: "Stadtarchiv", Berichtszeilen(protokolle))
  }

  @Test("The form says everything that the proof says")
  func felder() throws {
    let p = try Berichtsmuster.protokoll()
    let text = try nachweis([p]).text()
    for wert in [
      "Stadt Musterhausen", p.id.text, Berichtsmuster.prozess.text, "Kreisarchiv Beispielkreis",
      "01.03.2032, 12:00 Uhr (MEZ)", "Jana Müller", "Ömer Kaya", "Löschen der Daten",
      "Vernichten der Schlüssel", "Vernichten des Datenträgers", "Vernichten des Papiers", "2/P-4",
      "30.06.2032", "31.12.2062", "2 Objekte, 13 Dokumente, 3 Dateien, 2,0 KB",
      p.hash!.text, "Beim Erstellen dieses Berichts geprüft: unverändert.",
      // First object.
      "00.12-7/2018", "Kopierpapier", Berichtsmuster.id(3).text, "01.03.2018 – 30.11.2021", "B02",
      "Katalog 2020", "bis 31.12.2031", "vom Archiv als nicht archivwürdig bewertet",
      "am 09.02.2032", "Nachricht 0502 e7a0c2d4-1111-4222-8333-944455557777",
      "Letzter Inhalt (SHA-256) " + String(repeating: "11", count: 32), "1 gelöscht",
      "1 nicht gefunden", "1 gescheitert",
      // Files that are not gone as they should.
      "SHA-256 " + String(repeating: "22", count: 32),
      "SHA-256 " + String(repeating: "23", count: 32), "Zugriff verweigert", "800 Byte",
      "1 Datei konnte nicht gelöscht werden.", "1 Datei war nicht mehr da.",
      // Second object.
      "Einzelregel", "Genehmigung VG 2029/4", "am 15.01.2029", "Ausgeführt", "Freigegeben",
    ] {
      #expect(text.contains(wert), "\(wert)")
    }
    #expect(!text.contains(String(repeating: "21", count: 32)))
  }

  @Test("What is unknown is said to be so; the archive of the process stands in")
  func unbekannt() throws {
    var p = try Berichtsmuster.protokoll()
    p.archiv = nil
    p.sicherungenBis = nil
    p.freigebend = nil
    try p.schliesse()
    let text = try nachweis([p]).text()
    #expect(text.contains("Archiv Stadtarchiv"))
    #expect(text.contains("Sicherungen können Inhalte enthalten bis nicht festgelegt"))
    #expect(text.contains("Freigegeben von nicht angegeben"))
  }

  @Test("A proof that was changed or never closed is told")
  func veraendert() throws {
    var p = try Berichtsmuster.protokoll()
    p.ausfuehrend = "Jemand anderes"
    #expect(try nachweis([p]).text().contains("ACHTUNG: Der Hash passt nicht."))
    #expect(try nachweis([p]).text().contains("1 Protokoll hat keinen gültigen Hash."))
    let offen = Vernichtungsprotokoll(
      id: p.id, objekte: [], ausfuehrend: "x", zeitpunkt: p.zeitpunkt,
      verfahren: Vernichtungsverfahren([]))
    #expect(try nachweis([offen]).text().contains("nicht abgeschlossen und hat keinen Hash"))
  }

  @Test("Sums over several proofs; the JSON holds each of them byte by byte")
  func mehrere() throws {
    let alle = [try Berichtsmuster.protokoll(1), try Berichtsmuster.protokoll(2)]
    let text = try nachweis(alle).text()
    #expect(text.contains("Protokoll 1 von 2") && text.contains("Protokoll 2 von 2"))
    #expect(text.contains("Dateien 6, 4,0 KB, 2 gelöscht, 2 nicht gefunden, 2 gescheitert"))
    let werte = try nachweis(alle).jsonWerte()
    #expect(
      werte["summen"] as? [String: Int] == [
        "protokolle": 2, "objekte": 4, "dokumente": 26, "dateien": 6, "bytes": 4048,
        "geloescht": 2, "nichtGefunden": 2, "gescheitert": 2,
      ])
    let bytes = String(decoding: try nachweis(alle).jsonBytes(), as: UTF8.self)
    for p in alle { #expect(bytes.contains(String(decoding: try p.kanonisch(), as: UTF8.self))) }
  }

  @Test(
    "The way of verification on the page works without this suite",
    .enabled(if: Programm.vorhanden("python3")))
  func pruefweg() throws {
    var p = try Berichtsmuster.protokoll()
    p.objekte[0].betreff = "Ä \"hash\":\"x\", \u{202E} \u{7} \\ </script>"
    try p.schliesse()
    try mitTemporaeremOrdner { ordner in
      try nachweis([try Berichtsmuster.protokoll(7), p]).schreibe(in: ordner.path)
      let datei = ordner.appendingPathComponent("vernichtungsprotokoll.json").path
      // As the page tells it: the braces of the proof, without the hash, and nothing else.
      let lauf = try Programm.starte(
        "python3",
        [
          "-c",
          """
          import hashlib, json, re, sys
          text = open(sys.argv[1], encoding='utf-8').read()
          beginn = text.index('[', text.index('"protokolle":[')) + 1
          leser = json.JSONDecoder(strict=True)
          while text[beginn] != ']':
              wert, ende = leser.raw_decode(text, beginn)
              ohne = text[beginn:ende].replace('"hash":"%s",' % wert['hash'], '', 1)
              print(wert['hash'] == 'SHA-256:' + hashlib.sha256(ohne.encode()).hexdigest())
              beginn = ende + (text[ende] == ',')
          """, datei,
        ])
      #expect(lauf.ausgabe == "True\nTrue\n", "\(lauf.fehler)")
    }
  }
}
