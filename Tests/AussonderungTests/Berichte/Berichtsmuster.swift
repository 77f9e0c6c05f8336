// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// Made-up reports of the town of Musterhausen.
enum Berichtsmuster {
  static func id(_ n: Int) -> ObjektID { ObjektID(bytes: (0xA0, UInt64(n))) }

  static func tag(_ j: Int, _ m: Int, _ t: Int) -> Kalendertag { Kalendertag(j, m, t)! }

  static let prozess = ProzessID("5d1f0c9e-7a52-4a5c-9d7e-3c0a11f2b001")!

  static var kopf: Berichtskopf {
    var k = Berichtskopf(
      prozess, behoerde: "Stadt Musterhausen, Hauptamt", archiv: "Stadtarchiv Musterhausen")
    k.weitereProzesse = [ProzessID("5d1f0c9e-7a52-4a5c-9d7e-3c0a11f2b002")!]
    k.art = .vierstufig
    k.fassung = .v400
    k.durch = "Jana Müller"
    k.zeitpunkt = Zeitpunkt("2032-07-01T10:15:00.000Z")
    var n = Nachrichtenangabe(
      .anbieteverzeichnis, datei: "5d1f0c9e_Aussonderung.Anbieteverzeichnis.0501.xdomea", teil: 1,
      gesamt: 2)
    n.id = NachrichtenID("e7a0c2d4-1111-4222-8333-944455556666")
    n.pruefsumme = Pruefsumme(.sha256, bytes: [UInt8](repeating: 0xA7, count: 32))
    n.zeitpunkt = Zeitpunkt("2032-01-02T08:00:00.000Z")
    n.von = "Absendende Stelle"
    k.nachrichten = [n]
    return k
  }

  /// An Akte shown for context with a Vorgang in it, and an Akte with two Vorgänge, in two parts.
  static var liste: Objektliste {
    var liste = Objektliste()
    var kontext = Objekteintrag(id(1), .akte, in: nil, istKontext: true, teil: 1)
    kontext.kennzeichen = "00.10-1/2019"
    kontext.betreff = "Gremien"
    liste.setze(kontext)
    var sitzung = Objekteintrag(id(2), .vorgang, in: id(1), istKontext: false, teil: 1)
    sitzung.kennzeichen = "00.10-1/2019-3"
    sitzung.betreff = "Sitzung des Bauausschusses vom 14. Mai"
    sitzung.laufzeit = Zeitraum(beginn: tag(2019, 4, 2), ende: tag(2020, 1, 31))
    sitzung.zdADatum = tag(2020, 2, 3)
    sitzung.aufbewahrungsende = .jahr(2030)
    sitzung.dokumente = 7
    sitzung.dateien = 9
    sitzung.bytes = 4_300_000
    sitzung.vorschlag = "A"
    sitzung.vorschlagBegruendung = "Beschlüsse des Rates"
    liste.setze(sitzung)
    var akte = Objekteintrag(id(3), .akte, in: nil, istKontext: false, teil: 1)
    akte.kennzeichen = "00.12-7/2018"
    akte.betreff = "Kopierpapier"
    akte.laufzeit = Zeitraum(beginn: tag(2018, 3, 1), ende: tag(2021, 11, 30))
    akte.zdADatum = tag(2021, 12, 1)
    akte.aufbewahrungsende = .tag(tag(2031, 12, 31))
    akte.vorschlag = "V"
    liste.setze(akte)
    for (n, name) in [(4, "Angebote"), (5, "Lieferscheine")] {
      var v = Objekteintrag(id(n), .vorgang, in: id(3), istKontext: false, teil: 1)
      v.kennzeichen = "00.12-7/2018-\(n)"
      v.betreff = name
      v.aufbewahrungsende = .monat(jahr: 2031, monat: 5)
      v.dokumente = n
      v.dateien = n + 1
      v.bytes = Int64(n) * 1000
      liste.setze(v)
    }
    // A later part brings one more of the first Akte.
    var nachtrag = Objekteintrag(id(6), .vorgang, in: id(1), istKontext: false, teil: 2)
    nachtrag.kennzeichen = "00.10-1/2019-4"
    nachtrag.betreff = "Nachtrag zum Protokoll"
    nachtrag.dokumente = 1
    liste.setze(nachtrag)
    return liste
  }

  /// The list with an appraisal: one A with a note, two V, two still undecided.
  static var bewertet: Objektliste {
    var l = liste
    for (n, wert) in [
      (2, Archiventscheidung.archivwuerdig), (4, .nichtArchivwuerdig), (5, .nichtArchivwuerdig),
    ] {
      var e = l[id(n)]!
      e.entscheidung = wert
      if n == 2 { e.notiz = "Unterlagen von bleibendem Wert" }
      l.setze(e)
    }
    return l
  }

  /// The list after a take-over: one taken over, one missing, one damaged, one that nobody wanted.
  static var uebernommen: Objektliste {
    var l = bewertet
    func setze(_ n: Int, _ entscheidung: Archiventscheidung, _ stand: Uebernahmestand?) {
      var e = l[id(n)]!
      e.entscheidung = entscheidung
      e.uebernahme = stand
      if stand == .uebernommen { e.archivkennung = "Abl. 2032/17 Nr. \(n)" }
      l.setze(e)
    }
    setze(2, .archivwuerdig, .uebernommen)
    setze(3, .archivwuerdig, nil)
    setze(4, .archivwuerdig, .gescheitert(grund: "Der Hash der Datei a.pdf stimmt nicht (R56)."))
    setze(
      5, .nichtArchivwuerdig,
      .gescheitert(grund: "Das Objekt wurde nicht als archivwürdig bewertet (R50)."))
    setze(6, .nichtArchivwuerdig, nil)
    return l
  }

  static var statistik: Dateistatistik {
    var s = Dateistatistik()
    s.nimm("a.PDF", bytes: 90_000, format: "044 Portable Document Format (Archival)")
    s.nimm("b.pdf", bytes: 4_000_000, format: "044 Portable Document Format (Archival)")
    s.nimm("c.xyz", bytes: 0, format: nil)
    return s
  }

  static func protokoll(_ nummer: UInt64 = 1) throws -> Vernichtungsprotokoll {
    func hash(_ z: UInt8) -> Inhaltshash {
      Inhaltshash(Pruefsumme(.sha256, bytes: [UInt8](repeating: z, count: 32))!)
    }
    var p = Vernichtungsprotokoll(
      id: VernichtungsprotokollID(bytes: (0xB0, nummer)), paket: prozess,
      objekte: [
        Vernichtungsobjekt(
          id: id(3), kennzeichen: "00.12-7/2018", betreff: "Kopierpapier",
          laufzeit: Zeitraum(beginn: tag(2018, 3, 1), ende: tag(2021, 11, 30)),
          fristregel: "B02", katalogfassung: "2020", aufbewahrungsende: tag(2031, 12, 31),
          bewertung: Vernichtungsgrund(
            .bewertetV, nachricht: NachrichtenID("e7a0c2d4-1111-4222-8333-944455557777"),
            datum: tag(2032, 2, 9)),
          anzahlDokumente: 9, letzterInhalt: hash(0x11),
          dateien: [
            Vernichtungsdatei(inhalt: hash(0x21), bytes: 1200, ergebnis: .geloescht),
            Vernichtungsdatei(inhalt: hash(0x22), bytes: 800, ergebnis: .nichtGefunden),
            Vernichtungsdatei(
              inhalt: hash(0x23), bytes: 24, ergebnis: .gescheitert, grund: "Zugriff verweigert"),
          ]),
        Vernichtungsobjekt(
          id: id(4), kennzeichen: "00.12-7/2018-4", fristregel: "Einzelregel",
          bewertung: Vernichtungsgrund(
            .genehmigung, genehmigung: "VG 2029/4", datum: tag(2029, 1, 15)), anzahlDokumente: 4),
      ], archiv: "Kreisarchiv Beispielkreis", ausfuehrend: "Jana Müller", freigebend: "Ömer Kaya",
      zeitpunkt: Zeitpunkt("2032-03-01T11:00:00.000Z")!,
      verfahren: Vernichtungsverfahren(
        [.logischeLoeschung, .schluesselvernichtung, .datentraegervernichtung, .papiervernichtung],
        din66399: "2/P-4"),
      sicherungenBis: tag(2032, 6, 30), aufzubewahrenBis: tag(2062, 12, 31))
    try p.schliesse()
    return p
  }

  static func alle() throws -> [any Aussonderungsbericht] {
    [
      Anbieteverzeichnisbericht(kopf, objekte: Berichtszeilen(liste)),
      Bewertungsbericht(kopf, objekte: Berichtszeilen(bewertet)),
      Uebernahmenachweis(kopf, objekte: Berichtszeilen(uebernommen), statistik: statistik),
      Vernichtungsnachweis(
        behoerde: "Stadt Musterhausen", archiv: "Stadtarchiv",
        Berichtszeilen([try protokoll(1), try protokoll(2)])),
    ]
  }
}

extension Aussonderungsbericht {
  func seite() throws -> String {
    var bytes: [UInt8] = []
    try html { bytes += $0 }
    return try #require(String(validatingUTF8: bytes))
  }

  /// The page's visible text.
  func text() throws -> String {
    let ohne = try seite().replacing(try Regex("<style>(?s:.*?)</style>"), with: "")
      .replacing(try Regex("<[^>]*>"), with: " ").replacing("\u{A0}", with: " ")
      .replacing(try Regex(" +"), with: " ")
    return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"].reduce(ohne) {
      $0.replacing($1.key, with: $1.value)
    }.replacing("&amp;", with: "&")
  }

  func jsonBytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try json { bytes += $0 }
    return bytes
  }

  func jsonWerte() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(try jsonBytes())) as? [String: Any])
  }
}

extension String {
  init?(validatingUTF8 bytes: [UInt8]) { self.init(validating: bytes, as: UTF8.self) }
}
