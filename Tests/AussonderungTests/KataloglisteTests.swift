// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing
import Xdomea

/// The units of an Aktenplan as a table, filled in by people.
@Suite("Liste der Aktenplaneinheiten")
struct KataloglisteTests {
  /// The list that an archive gets of the plan 00, 00.12, 00.13, 99.
  private func mitListe(_ body: (Buehne, Archiv, ProzessID, Einheitenliste) throws -> Void) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      for (k, name) in [("00", "Verwaltung"), ("00.13", "Bücherei; \"neu\""), ("99", "=1+1")] {
        try b.tu(
          .einheit(
            ziel: k,
            ereignis: .anlegen(
              angaben: Einheitszustand(kennzeichen: k, bezeichnung: name, istBlatt: k != "00"))),
          Buehne.fach)
      }
      let p = ProzessID.zufaellig(&b.zufall)
      try b.behoerde().legeAktenplanVor(
        p, bezeichnung: "Aktenplan", version: "1", b.vereinbarung, b.wer())
      let archiv = try b.archiv()
      try holeAlles(archiv, b)
      try body(b, archiv, p, try archiv.ordner.einheitenliste(p))
    }
  }

  private func csv(_ liste: Einheitenliste, _ werte: [String: String]) -> [UInt8] {
    Array(
      ("UUID;Entscheidung;Notiz\n"
        + liste.eintraege.map { "\($0.id);\(werte[$0.kennzeichen] ?? "");\n" }.joined()).utf8)
  }

  private func entscheidungen(_ liste: Einheitenliste?) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (liste?.eintraege ?? []).map {
        ($0.kennzeichen, $0.entscheidung?.rawValue ?? "")
      })
  }

  @Test("Es wird nach unten vererbt und nur dorthin; B unterbricht; V über A ist erlaubt")
  func erben() throws {
    try mitListe { _, _, _, liste in
      let tabelle = Katalogliste(liste)
      func lies(_ werte: [String: String]) -> [String: String] {
        entscheidungen(tabelle.lies(csv(liste, werte)).liste)
      }
      #expect(lies(["00": "A"]) == ["00": "A", "00.12": "A", "00.13": "A", "99": ""])
      #expect(
        lies(["00": "v", "00.13": " a "]) == ["00": "V", "00.12": "V", "00.13": "A", "99": ""])
      #expect(lies(["00": "A", "00.12": "b"]) == ["00": "A", "00.12": "", "00.13": "A", "99": ""])
      #expect(lies(["00.12": "A"]) == ["00": "", "00.12": "A", "00.13": "", "99": ""])
    }
  }

  @Test("Ausgeben und wieder einlesen ändert nichts, auch nicht ein B unter einem A")
  func hinUndHer() throws {
    try mitListe { b, archiv, p, liste in
      let erst = try #require(
        Katalogliste(liste).lies(csv(liste, ["00": "A", "00.12": "B", "99": "V"])).liste)
      try archiv.bewerte(erst, p)
      let pfad = b.pfad("k.csv")
      let stand = try archiv.ordner.einheitenliste(p)
      try Katalogliste(stand).schreibeCSV(nach: pfad)
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: pfad)))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains(#""Bücherei; ""neu""""#) && text.contains("'=1+1"))
      let eingang = Katalogliste(stand).lies(bytes)
      #expect(eingang.bericht.gueltig && eingang.liste == stand)
      try Katalogliste(stand).schreibeXLSX(nach: b.pfad("k.xlsx"), erstellt: b.zeitpunkt)
      #expect(FileManager.default.fileExists(atPath: b.pfad("k.xlsx")))
    }
  }

  @Test(
    "Falsche Werte, doppelte, fehlende und fremde Zeilen werden genannt; nichts wird übernommen")
  func falsch() throws {
    try mitListe { _, archiv, p, liste throws in
      let id = liste.eintraege.map(\.id.text)
      func regeln(_ zeilen: [String]) -> Set<String> {
        let text = (["UUID;Entscheidung;Notiz"] + zeilen).joined(separator: "\n")
        let eingang = Katalogliste(liste).lies(Array(text.utf8))
        #expect(eingang.liste == nil)
        return Set(eingang.bericht.befunde.filter { $0.schwere == .fehler }.map(\.regel))
      }
      let gut = id.map { "\($0);;" }
      #expect(regeln(["\(id[0]);X;"] + gut.dropFirst()) == ["BL11"])
      #expect(regeln(gut + ["\(id[0]);B;"]) == ["BL9"])
      #expect(regeln(gut + ["\(id[0]);A;"]) == ["BL9"])
      #expect(regeln(gut.dropLast()) == ["BL10"])
      #expect(regeln(gut + ["99999999-0000-4000-8000-000000000000;A;"]) == ["BL8"])
      #expect(regeln(gut.dropLast() + ["keine;A;"]) == ["BL7", "BL10"])
      // A list of something else is not kept.
      #expect(throws: AussonderungFehler.self) { try archiv.bewerte(Einheitenliste(), p) }
      let danach = try archiv.ordner.einheitenliste(p)
      #expect(danach == liste)
    }
  }
}
