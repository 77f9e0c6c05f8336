// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva zeigen")
struct ZeigenTests {
  private static let beispiel = Gemeinsam.beispiele.appendingPathComponent(
    "4.0.0/synthetisch/vierstufig/dd1719c0-3347-5e80-ae7e-83700ffa3889_0503_1.zip"
  ).path

  @Test(
    "Das Beispiel 0503 in 4.0.0 als Baum",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func baum() throws {
    let e = try Diva.starte(["zeigen", Self.beispiel])
    #expect(e.status == 0, "\(e.fehler)")
    #expect(e.ausgabe == "Datei:      \(Self.beispiel)\n" + Self.erwartet)
    #expect(try Diva.starte(["zeigen", "--baum", Self.beispiel]).ausgabe == e.ausgabe)
  }

  @Test(
    "Das Beispiel als JSON: Kopf, Objekte in der Reihenfolge der Nachricht, Summe",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func json() throws {
    let e = try Diva.starte(["zeigen", "--json", Self.beispiel])
    let zeilen = try JSONZeile.alle(e.ausgabe)
    #expect(
      zeilen.compactMap { $0.wert["art"] as? String } == [
        "nachricht", "anschreiben", "datei", "akte", "vorgang", "dokument", "datei", "datei",
        "datei", "anlage", "datei", "dokument", "schriftstueck", "datei", "datei", "schriftstueck",
        "datei", "akte", "vorgang", "dokument", "datei", "summe",
      ])
    let kopf = [
      "werkzeug", "schemaVersion", "art", "datei", "behaeltnis", "version", "nachricht",
      "prozessID", "nachrichtenID", "absender", "empfaenger", "erstellt", "ursprungsnachricht",
      "lfdNr", "gesamtanzahl", "erfolgreich",
    ]
    let objekt = [
      "art", "id", "betreff", "kennzeichen", "laufzeit", "aussonderungsart", "kontextobjekt",
      "stufe", "elter", "kinder", "dateien",
    ]
    let datei = [
      "art", "name", "original", "version", "format", "groesse", "hash", "hashverfahren", "stufe",
      "elter",
    ]
    #expect(zeilen.first?.schluessel == kopf)
    for zeile in zeilen.dropFirst().dropLast() {
      #expect(zeile.schluessel == (zeile.wert["art"] as? String == "datei" ? datei : objekt))
    }
    #expect(
      zeilen.last?.schluessel == [
        "art", "akten", "vorgaenge", "dokumente", "dateien", "fehlend", "bytes", "bewertungen",
        "rueckmeldungen", "misserfolge", "unverstanden",
      ])
    #expect(zeilen.last?.wert["fehlend"] as? Int == 0)
  }

  @Test(
    "Ein einzelnes Objekt mit allen Angaben, als Liste und als JSON",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func objekt() throws {
    // A UUID is compared without regard to letter case.
    let id = "CBBA1D1F-620b-5fd4-bafd-d04c0e751d7b"
    let liste = try Diva.starte(["zeigen", Self.beispiel, "--objekt", id])
    #expect(liste.status == 0)
    #expect(liste.ausgabe.hasPrefix("Vorgang\n  Liegt in: Akte »Bauakte Am Ring 5«\n"))
    #expect(liste.ausgabe.contains("\n  Betreff: Bauantrag Wohnhaus Am Ring 5\n"))
    #expect(liste.ausgabe.contains("\n  Laufzeit: 01.03.2012 – 30.11.2014\n"))
    let e = try Diva.starte(["zeigen", Self.beispiel, "--objekt", id, "--json"])
    let zeile = try JSONZeile(e.ausgabe)
    #expect(
      zeile.schluessel == [
        "werkzeug", "schemaVersion", "datei", "art", "id", "liegtIn", "kinder", "objekt",
      ])
    #expect(zeile.wert["liegtIn"] as? [String] == ["af6b06a3-f227-57af-870c-b7993b5ae420"])
    #expect((zeile.wert["kinder"] as? [String])?.count == 2)
  }

  @Test("Eine unbekannte UUID ist ein Fehler")
  func unbekannt() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let id = "00000000-0000-4000-8000-000000000000"
      let e = try Diva.starte(["zeigen", container, "--objekt", id])
      #expect(e.status == 1)
      #expect(e.ausgabe.isEmpty)
      #expect(e.fehler.contains("kein Objekt mit der UUID \(id)"))
    }
  }

  @Test("Steuerzeichen in Namen und Betreffen werden sichtbar, eine Zeile bleibt eine Zeile")
  func faelschung() throws {
    try mitTemporaeremOrdner { tmp in
      let akten = tmp.appendingPathComponent("Akten")
      let akte = akten.appendingPathComponent("Akte \u{202E}gnuhcsäT")
      try FileManager.default.createDirectory(at: akte, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: akte.appendingPathComponent("a.txt"))
      let tabelle = """
        pfad;betreff;kennzeichen;aktenplaneinheit;laufzeit_beginn;laufzeit_ende;aussonderungsart
        \(akte.lastPathComponent)/a.txt;"Harmlos
        Akte »Erfunden«";;;;;
        """
      try Data(tabelle.utf8).write(to: akten.appendingPathComponent("metadaten.csv"))
      let container = try Diva.packe(akten.path, nach: tmp)
      let e = try Diva.starte(["zeigen", container])
      #expect(e.status == 0)
      #expect(e.ausgabe.contains("Akte »Akte [U+202E]gnuhcsäT«"), "\(e.ausgabe)")
      #expect(e.ausgabe.contains("Harmlos[U+000A]Akte »Erfunden«"), "\(e.ausgabe)")
      #expect(!e.ausgabe.split(separator: "\n").contains { $0.hasPrefix("Akte »Erfunden«") })
      let j = try Diva.starte(["zeigen", container, "--json"])
      #expect(try JSONZeile.alle(j.ausgabe).count == 5)
      #expect(j.ausgabe.contains(#"Akte \u202egnuhcs"#))
    }
  }

  private static func antwort(_ nummer: String) -> String {
    Gemeinsam.beispiele.appendingPathComponent(
      "4.0.0/synthetisch/vierstufig/dd1719c0-3347-5e80-ae7e-83700ffa3889_\(nummer)_1.zip"
    ).path
  }

  @Test(
    "Antworten zeigen ihre Einträge, Empfangsbestätigungen, worauf sie antworten",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: [
      (
        "0502",
        """
        Antwort:    auf Nachricht 1e4ee4a9-3988-552c-841b-05496008e3b6

        af6b06a3-f227-57af-870c-b7993b5ae420: A (archivwürdig)
        cbba1d1f-620b-5fd4-bafd-d04c0e751d7b: A (archivwürdig)
        a03cbc77-f2d2-50e4-8be5-67cc691a336e: V (vernichten)
        452d0ad7-29e0-5ad6-90ef-30edb3aeab45: A (archivwürdig)
        7f843f80-cf6e-52fb-a3f0-e32e90e1dee4: V (vernichten)

        Zusammen: 5 Bewertungen: 3 A, 2 V

        """
      ),
      (
        "0504",
        """
        Antwort:    auf Nachricht 1e4ee4a9-3988-552c-841b-05496008e3b6

        Empfangsbestätigung ohne weiteren Inhalt.

        """
      ),
      (
        "0506",
        """
        Ergebnis:   übernommen

        af6b06a3-f227-57af-870c-b7993b5ae420: übernommen, Archivkennung StAMH/2025/17
        cbba1d1f-620b-5fd4-bafd-d04c0e751d7b: übernommen, Archivkennung StAMH/2025/17/1
        452d0ad7-29e0-5ad6-90ef-30edb3aeab45: übernommen, Archivkennung StAMH/2025/18

        Zusammen: 3 Rückmeldungen

        """
      ),
    ])
  func antworten(_ nummer: String, _ ende: String) throws {
    let e = try Diva.starte(["zeigen", Self.antwort(nummer)])
    #expect(e.status == 0 && e.ausgabe.hasSuffix(ende), "\(e.ausgabe)")
  }

  @Test(
    "Einträge von Antworten als JSON und einzeln",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func antwortenAlsJSON() throws {
    let zeilen = try JSONZeile.alle(
      try Diva.starte(["zeigen", "--json", Self.antwort("0506")]).ausgabe)
    #expect(zeilen.first?.wert["erfolgreich"] as? Bool == true)
    #expect(
      zeilen.dropFirst().dropLast().map(\.schluessel)
        == Array(
          repeating: [
            "art", "id", "erfolgreich", "fehlermeldungen", "fehlermeldungCodes", "archivkennung",
          ], count: 3))
    #expect(zeilen.last?.wert["rueckmeldungen"] as? Int == 3)
    let bewertungen = try JSONZeile.alle(
      try Diva.starte(["zeigen", "--json", Self.antwort("0502")]).ausgabe)
    #expect(
      bewertungen.compactMap { $0.wert["aussonderungsart"] as? String } == [
        "A", "A", "V", "A", "V",
      ]
    )
    let eine = try Diva.starte([
      "zeigen", Self.antwort("0502"), "--objekt", "a03cbc77-f2d2-50e4-8be5-67cc691a336e",
    ])
    #expect(
      eine.ausgabe
        == "Bewertung\n  UUID: a03cbc77-f2d2-50e4-8be5-67cc691a336e\n  Aussonderungsart: V\n")
  }

  private static let erwartet = """
    Art:        xdomea-Container (ZIP), 10 Dateien, 32,3 KB
    Nachricht:  0503 Aussonderung, xdomea 4.0.0
    Prozess-ID: dd1719c0-3347-5e80-ae7e-83700ffa3889
    Absender:   Stadt Musterhausen, Amt 10 - Zentrale Dienste
    Empfänger:  Stadtarchiv Musterhausen
    Erstellt:   02.04.2025, 08:30:00 Uhr (UTC+02:00)

    Anschreiben »Vorblatt zur Abgabe«
    └─ Datei 7c7dcccb-00ad-5213-b62e-d43cc8503c52_Vorblatt.txt, 9 Byte

    Akte 13.21-7 »Bauakte Am Ring 5«, 02.01.2012 – 30.11.2014, Aussonderungsart A (1 Vorgang)
    └─ Vorgang 13.21-7/1 »Bauantrag Wohnhaus Am Ring 5«, 01.03.2012 – 30.11.2014, \
    Aussonderungsart A (2 Dokumente)
       ├─ Dokument 13.21-7/1#1 »Bauantrag Wohnhaus „Am Ring 5“ – Eingang« (1 Anlage)
       │  ├─ Datei antrag.txt, Version 1, 8 Byte
       │  ├─ Datei antrag.pdf, Version 2, 303 Byte
       │  ├─ Datei 7ee8a421-0106-5afe-a218-228fb015ec76.txt, Version 2, 10 Byte
       │  └─ Anlage »Lageplan«
       │     └─ Datei Lageplan.csv, 8 Byte
       └─ Dokument 13.21-7/1#2 »Bescheid mit Bildern« (2 Schriftstücke)
          ├─ Schriftstück »Bescheid«
          │  ├─ Datei 19a77ece-c21f-5b58-a085-6555f961deb3_Bescheid.pdf, 314 Byte
          │  └─ Datei 35a05661-ad00-5b35-9e67-9a573e270759_Bescheid.p7s, 21 Byte
          └─ Schriftstück »Foto«
             └─ Datei cd4c1fd6-72c3-5548-a266-e7b57478d2a3.heic, 12 Byte

    Akte 13.21-9 »Bauakte Am Ring 9«, 02.01.2012 – ? (1 Vorgang) \
    [nur zum Zusammenhang: Kontextobjekt]
    └─ Vorgang 13.21-9/1 »Nachtrag Wohnhaus«, 01.03.2012 – 30.11.2014, Aussonderungsart A \
    (1 Dokument)
       └─ Dokument »Nachtrag«
          └─ Datei 656149db-6368-5751-a8a3-54fba900e78d.txt, 16 Byte

    Zusammen: 2 Akten, 2 Vorgänge, 5 Dokumente, 9 Dateien (701 Byte)

    """
}
