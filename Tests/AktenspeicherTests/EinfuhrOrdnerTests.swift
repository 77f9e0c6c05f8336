// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Einfuhr aus Ordnern")
struct EinfuhrOrdnerTests {
  private static let beispiel = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/akten").path

  private func lege(_ ordner: URL, _ pfad: String, _ inhalt: String) throws {
    let datei = ordner.appendingPathComponent(pfad)
    try FileManager.default.createDirectory(
      at: datei.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(inhalt.utf8).write(to: datei)
  }

  @Test("Die Beispielakten kommen vollständig herein und beim zweiten Mal nichts")
  func beispielakten() throws {
    try mitTemporaeremOrdner { ordner in
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(quelle: Self.beispiel, Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig, "\(b.text)")
      #expect(b.akten == 3)
      #expect(b.dokumente == b.dateien && b.dateien > 3)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
      var akten: [Objektbild] = []
      try speicher.jedeAkte {
        akten.append($0)
        return true
      }
      #expect(akten.count == 3)
      #expect(akten.allSatisfy { !($0.kennzeichen ?? "").isEmpty })
      let kopf = try speicher.protokollkopf()
      let zweite = try speicher.importiere(quelle: Self.beispiel, Einfuhrhilfe.optionen())
      #expect(zweite.objekte == 0 && zweite.bereitsUebernommen == b.objekte)
      #expect(try speicher.protokollkopf() == kopf)
    }
  }

  @Test("Was dazugekommen ist, bringt der nächste Lauf; Bekanntes wird nicht verdoppelt")
  func fortsetzung() throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = ordner.appendingPathComponent("akten")
      try lege(quelle, "Bauakte/Antrag/eins.txt", "eins")
      let speicher = try Einfuhrhilfe.speicher(ordner)
      _ = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      try lege(quelle, "Bauakte/Antrag/zwei.txt", "zwei")
      try lege(quelle, "Allgemein/drei.txt", "eins")
      let b = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      #expect(b.akten == 1 && b.vorgaenge == 0 && b.dokumente == 2 && b.bereitsUebernommen == 3)
      #expect(b.dubletten == 1)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Die Tabelle bestimmt Kennzeichen, Einheit, Laufzeit und Abschluss; Vorgänge folgen")
  func tabelle() throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = ordner.appendingPathComponent("akten")
      try lege(quelle, "Bauakte/Antrag/eins.txt", "eins")
      try lege(
        quelle, "metadaten.csv",
        """
        pfad;betreff;kennzeichen;aktenplaneinheit;laufzeit_beginn;laufzeit_ende;zda;aussonderungsart
        Bauakte;Wohnhaus Am Ring;02.30/7;02.30;2010-01-04;2011-05-06;2011-06-01;V

        """)
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig, "\(b.text)")
      #expect(b.hinweise.contains { $0.art == .zdAVonOben })
      let akte = try #require(try speicher.objekt(genannt: "02.30/7"))
      guard case .schriftgut(let z) = akte.zustand else {
        Issue.record("keine Akte")
        return
      }
      #expect(akte.betreff == "Wohnhaus Am Ring" && z.einheit == "02.30")
      #expect(z.zdADatum == Kalendertag(2011, 6, 1) && z.laufzeit.ende == Kalendertag(2011, 5, 6))
      var kinder: [Objektbild] = []
      try speicher.jedesKind(akte.id) { kinder.append($0) }
      guard case .schriftgut(let v)? = kinder.first?.zustand else {
        Issue.record("kein Vorgang")
        return
      }
      #expect(v.zdADatum == z.zdADatum && v.kennzeichen.text == "02.30/7-1")
    }
  }

  @Test("Verknüpfungen und verbotene Namen werden genannt, alles andere kommt herein")
  func feindlich() throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = ordner.appendingPathComponent("akten")
      try lege(quelle, "A/gut.txt", "gut")
      try lege(quelle, "A/b\u{7}se.txt", "böse")
      try lege(quelle, "A/.versteckt", "leer")
      try FileManager.default.createSymbolicLink(
        atPath: quelle.appendingPathComponent("A/fremd.txt").path,
        withDestinationPath: "/etc/passwd")
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      #expect(b.dokumente == 1 && b.anzahlAbgelehnt == 2 && b.uebergangen == ["A/.versteckt"])
      #expect(b.abgelehnt.contains { $0.was == "A/fremd.txt" && $0.meldung.contains("übernommen") })
      #expect(b.zeilen.allSatisfy { !$0.contains("\u{7}") })
      #expect(b.json.contains("\"anzahl\"") || b.hinweise.isEmpty)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Ein Ordner ohne Akten ist ein Fehler, eine unbekannte Einheit eine Ablehnung")
  func leer() throws {
    try mitTemporaeremOrdner { ordner in
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let quelle = ordner.appendingPathComponent("leer")
      try FileManager.default.createDirectory(at: quelle, withIntermediateDirectories: true)
      #expect(throws: XdomeaFehler.self) {
        try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      }
      try lege(quelle, "A/V/eins.txt", "eins")
      var optionen = Einfuhrhilfe.optionen()
      optionen.einheitenAnlegen = false
      let b = try speicher.importiere(ordner: quelle.path, optionen)
      #expect(b.objekte == 0 && b.anzahlAbgelehnt == 1 && b.mitAbgelehnt == 2)
      #expect(b.abgelehnt.first?.fehler?.grund == .einheitUnbekannt)
      // Nothing of it is stored, and with the unit the same folder comes in.
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
      let c = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
      #expect(c.objekte == 3 && c.istVollstaendig)
    }
  }

  @Test("Zwei Speicher geben denselben Ordner unter verschiedenen UUIDs aus")
  func kennungen() throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = ordner.appendingPathComponent("akten")
      try lege(quelle, "A/eins.txt", "eins")
      var ids: Set<ObjektID> = []
      for name in ["x", "y"] {
        let speicher = try Einfuhrhilfe.speicher(ordner, name)
        _ = try speicher.importiere(ordner: quelle.path, Einfuhrhilfe.optionen())
        try speicher.jedeAkte {
          ids.insert($0.id)
          return true
        }
      }
      #expect(ids.count == 2)
    }
  }
}
