// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

extension Faelle {
  /// Messages that are sound XML and break a rule.
  static let regeln: [Fall] = objekte + werte + dateien

  private static let akte = "47e76326-0e5e-5f4f-9c3c-cc78468ae950"
  private static let dokument = "0e648871-73bd-51b8-bf8f-7f8ba3839aeb"
  private static let kontext = "<xdomea:Kontextobjekt>0</xdomea:Kontextobjekt>"

  private static let objekte: [Fall] = [
    .nachricht("doppelte UUID", "R27", .objekt, sagt: [akte]) { try $0.ersetze(dokument, akte) },
    .nachricht("kaputte UUID", "R17", sagt: ["keine-uuid"]) {
      try $0.ersetze(dokument, "keine-uuid")
    },
    .nachricht("Nachrichtentyp im Kopf falsch", "R9") {
      try $0.ersetze("<code>0503</code>", "<code>0501</code>")
    },
    .nachricht("Teil 3 von 1", "R22", sagt: ["3 von 1"]) {
      try $0.ersetze(">1</xdomea:LfdNr", ">3</xdomea:LfdNr")
    },
    .nachricht("Prozess-ID fehlt", "H3", sagt: ["ProzessID"]) { muster in
      try muster.ersetzeZwischen("</xdomea:autor>", "</xdomea:nachrichtenkopf>", "")
    },
    .nachricht("Prozess-ID keine UUID", "R17", sagt: ["4711"]) {
      try $0.ersetze(
        "<xdomea:ProzessID>5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90", "<xdomea:ProzessID>4711")
    },
    .nachricht("Kontextobjekt unter auszusonderndem", "R32", .objekt) { muster in
      let teile = muster.xml.components(separatedBy: kontext)
      muster.xml =
        teile[0...1].joined(separator: kontext)
        + "<xdomea:Kontextobjekt>1</xdomea:Kontextobjekt>"
        + teile[2...].joined(separator: kontext)
    },
    .nachricht("Kontextobjekt mit Dokument", "R33", .objekt) {
      try $0.ersetze(kontext, "<xdomea:Kontextobjekt>1</xdomea:Kontextobjekt>")
    },
    .nachricht("nur Kontextobjekte", "R31", .objekt) {
      try $0.ersetze(kontext, "<xdomea:Kontextobjekt>1</xdomea:Kontextobjekt>", alle: true)
    },
    Fall(
      name: "Primärdokument in einer Anbietung (0501)", ende: 2, regel: "R42", ort: .objekt
    ) { muster, ordner in
      try muster.ersetze(
        "xdomea:Aussonderung.Aussonderung.0503", "xdomea:Aussonderung.Anbieteverzeichnis.0501",
        alle: true)
      try muster.ersetze("<code>0503</code>", "<code>0501</code>")
      try muster.ersetze("<name>Aussonderung.Aussonderung</name>", "")
      muster.stamm = muster.stamm.replacingOccurrences(of: "_0503_", with: "_0501_")
      return try muster.container(ordner)
    },
  ]

  private static let werte: [Fall] = [
    .nachricht("ungültiges Datum", "H3", .objekt, sagt: ["2011-02-30"]) {
      try $0.ersetze("<xdomea:Beginn>2011-03-15", "<xdomea:Beginn>2011-02-30")
    },
    .nachricht("ungültiger Wahrheitswert", "H3", .objekt, sagt: ["vielleicht"]) {
      try $0.ersetze(kontext, "<xdomea:Kontextobjekt>vielleicht</xdomea:Kontextobjekt>")
    },
    .nachricht("ungültige Zahl", "H3", sagt: ["-3"]) {
      try $0.ersetze(">1</xdomea:LfdNr", ">99999999999999999999999-3</xdomea:LfdNr")
    },
    .nachricht("ungültiger Zeitpunkt", "H3", sagt: ["2026-13-02"]) {
      try $0.ersetze("2026-03-02T09", "2026-13-02T09")
    },
    .nachricht("Text zwischen Elementen", "H2", ende: 0, sagt: ["Text"]) {
      try $0.fuegeEin("verirrt", vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("unbekanntes Element", "H2", ende: 0, sagt: ["Neuheit"]) {
      try $0.fuegeEin("<xdomea:Neuheit/>", vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("Steuerzeichen im Betreff", "R27", .objekt) { muster in
      try muster.ersetze("Neubau Wohnhaus", "&#x9B;31m\u{202E}Neubau\u{85}FEHLER")
      try muster.ersetze(dokument, akte)
    },
    .nachricht("Schemaverstoß", "R15", sagt: ["Schemafehler Zeile"], mitSchema: true) {
      try $0.fuegeEin("<xdomea:Neuheit/>", vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("Schemaverstoß: ungültiges Datum", "R15", mitSchema: true) {
      try $0.ersetze("<xdomea:Beginn>2011-03-15", "<xdomea:Beginn>2011-02-30")
    },
    .nachricht(
      "Schemaverstoß vor einem XML-Fehler", "R15", auch: ["R11"], mitSchema: true, umsetzen: 1
    ) {
      try $0.fuegeEin("<xdomea:Neuheit/>", vor: "<xdomea:Akteninhalt>")
      $0.xml = String($0.xml.dropLast(100))
    },
  ]

  private static let dateien: [Fall] = [
    .nachricht("falscher Hash", "R56", .objekt, sagt: ["Aktenübersicht.txt"], umsetzen: 1) {
      try $0.ersetze("<xdomea:Wert>e1763573", "<xdomea:Wert>e1763574")
    },
    .nachricht("Hash mit falscher Länge", "R57", .objekt, sagt: ["Länge"]) {
      try $0.ersetze("<xdomea:Wert>e1763573", "<xdomea:Wert>")
    },
    .nachricht("Hash ohne Wert", "R57", .objekt, sagt: ["fehlt"]) {
      try $0.ersetzeZwischen("<xdomea:Wert>", "</xdomea:Wert>", "")
    },
    .nachricht("unbekanntes Hashverfahren", "R57", .objekt, ende: 0, sagt: ["ROT13"]) { muster in
      try muster.ersetzeZwischen("<code>SHA-", "</code>", "256x")
      try muster.ersetze("<code>SHA-256x</code>", "<code>ROT13</code>")
      try muster.ersetze("<name>http://www.w3.org/2001/04/xmlenc#sha256</name>", "")
    },
    .nachricht("zwei Hashverfahren", "R57", .objekt, sagt: ["doppelt"]) {
      try $0.fuegeEin(
        "<xdomea:SonstigerAlgorithmus>x</xdomea:SonstigerAlgorithmus>", vor: "</xdomea:Hash>")
    },
    .nachricht("doppelt genannte Datei", "R53", .objekt, auch: ["R54"]) { muster in
      let erste = try muster.name("Aktenübersicht.txt")
      try muster.ersetze(try muster.name("Bauantrag_Formular.pdf"), erste)
    },
    .nachricht("Dateiname mit Pfad hinaus", "R4", .objekt, auch: ["R52"], umsetzen: 1) { muster in
      try muster.ersetze(
        "<xdomea:Dateiname>" + (try muster.name("Aktenübersicht.txt")),
        "<xdomea:Dateiname>../../../../etc/passwd")
    },
    .nachricht("Dateiname mit absolutem Pfad", "R4", .objekt, auch: ["R52"], umsetzen: 1) {
      muster in
      try muster.ersetze(
        "<xdomea:Dateiname>" + (try muster.name("Aktenübersicht.txt")),
        "<xdomea:Dateiname>/etc/passwd")
    },
    .nachricht("Dateiname anders großgeschrieben", "R52", .objekt, sagt: ["Vorhanden ist"]) {
      let name = try $0.name("Bauantragsdaten.xml")
      try $0.ersetze(
        "<xdomea:Dateiname>" + name, "<xdomea:Dateiname>" + name.uppercased())
    },
    .nachricht("Dateiname leer", "R52", .objekt, sagt: ["ohne Namen"]) {
      try $0.ersetzeZwischen("<xdomea:Dateiname>", "</xdomea:Dateiname>", "")
    },
    .nachricht("doppelte Versionsnummer", "R40", .objekt) { muster in
      let anfang = try #require(muster.xml.range(of: "<xdomea:Version>\n"))
      let ende = try #require(muster.xml.range(of: "</xdomea:Version>\n"))
      muster.xml.insert(
        contentsOf: muster.xml[anfang.lowerBound..<ende.upperBound], at: anfang.lowerBound)
    },
  ]
}
