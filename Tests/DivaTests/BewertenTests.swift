// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva bewerten")
struct BewertenTests {
  private func bewerten(
    _ was: String, _ buehne: Archivbuehne, _ weitere: [String]
  ) throws -> Programm.Ergebnis {
    try Diva.starte(
      ["bewerten", was, Archivbuehne.prozess] + weitere + ["--verfahren", buehne.verfahren])
  }

  @Test("Ausgeben, ausfüllen, einlesen, versenden; danach ändert niemand mehr etwas")
  func weg() throws {
    try mitTemporaeremOrdner { tmp in
      let buehne = try Archivbuehne(tmp)
      let csv = tmp.appendingPathComponent("b.csv")
      let xlsx = tmp.appendingPathComponent("b.xlsx").path
      let aus = try bewerten("export", buehne, ["--csv", csv.path, "--xlsx", xlsx])
      #expect(aus.status == 0, "\(aus.fehler)")
      #expect(aus.ausgabe.contains("2 Objekte zu bewerten."))
      let text = try String(contentsOf: csv, encoding: .utf8)
      #expect(text.contains(";\"'=HYPERLINK(1); Bauakte Straße\";"))

      // What was filled in is not overwritten by mistake.
      let nochmal = try bewerten("export", buehne, ["--csv", csv.path])
      #expect(nochmal.status == 1)
      #expect(nochmal.fehler.contains("gibt es schon"))

      let id = Archivbuehne.id(1)
      let ausgefuellt = text.replacing(";;;\(id)", with: ";A;bleibt;\(id)")
      try Data(ausgefuellt.utf8).write(to: csv)
      let ein = try bewerten("import", buehne, [csv.path, "--json"])
      #expect(ein.status == 0, "\(ein.fehler)")
      #expect(try JSONZeile(ein.ausgabe).wert["gueltig"] as? Bool == true)
      let gespeichert = try buehne.gespeichert()
      #expect(
        gespeichert.split(separator: "\n").count { $0.contains("\"entscheidung\":\"A\"") } == 2)
      #expect(gespeichert.contains("\"notiz\":\"bleibt\""))

      let versandt = try Diva.starte(
        ["archiv", "bewerten", Archivbuehne.prozess, "--verfahren", buehne.verfahren])
      #expect(versandt.status == 0, "\(versandt.fehler)")
      let zuSpaet = try bewerten("import", buehne, [csv.path])
      #expect(zuSpaet.status == 1)
      #expect(zuSpaet.fehler.contains("schon hinausgegangen"))
    }
  }

  @Test("Fehler nennen Zeile, Grund und Abhilfe, enden mit 2 und ändern nichts")
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      let buehne = try Archivbuehne(tmp)
      let vorher = try buehne.gespeichert()
      let csv = tmp.appendingPathComponent("b.csv")
      let inhalt =
        "UUID;Entscheidung;Notiz\n\(Archivbuehne.id(1));V;\n\(Archivbuehne.id(2));a;\n"
        + "\(Archivbuehne.id(99));A;\n"
      try Data(inhalt.utf8).write(to: csv)
      let e = try bewerten("import", buehne, [csv.path])
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER BL13 Zeile 2"))
      #expect(e.ausgabe.contains("FEHLER BL8 Zeile 4"))
      #expect(e.ausgabe.contains("Abhilfe: "))
      #expect(e.ausgabe.hasSuffix("Es wurde nichts übernommen.\n"))
      #expect(try buehne.gespeichert() == vorher)

      let xlsx = tmp.appendingPathComponent("b.xlsx").path
      #expect(try bewerten("export", buehne, ["--xlsx", xlsx]).status == 0)
      let mappe = try bewerten("import", buehne, [xlsx])
      #expect(mappe.status == 2)
      #expect(mappe.ausgabe.contains("keine verlässliche Bibliothek"))
      #expect(mappe.ausgabe.contains("CSV UTF-8"))
      #expect(try buehne.gespeichert() == vorher)
    }
  }

  @Test("Unbekannter Prozess, fehlende Datei und fehlende Angaben sind deutsche Fehler")
  func aufruf() throws {
    try mitTemporaeremOrdner { tmp in
      let buehne = try Archivbuehne(tmp)
      let fremd = try Diva.starte([
        "bewerten", "export", Archivbuehne.id(7), "--csv", tmp.appendingPathComponent("x").path,
        "--verfahren", buehne.verfahren,
      ])
      #expect(fremd.status == 1)
      #expect(fremd.fehler.contains("gibt es in"))
      let ohneZiel = try bewerten("export", buehne, [])
      #expect(ohneZiel.status == 64)
      #expect(ohneZiel.fehler.contains("--xlsx"))
      let ohneDatei = try bewerten("import", buehne, [tmp.appendingPathComponent("fehlt").path])
      #expect(ohneDatei.status == 1)
      #expect(ohneDatei.fehler.contains("konnte nicht gelesen werden"))
    }
  }

  @Test(
    "Reicht der Platz nicht, entsteht keine halbe Tabelle, wo auch immer er ausgeht",
    .enabled(if: Openpyxl.verfuegbar, Comment(rawValue: Openpyxl.hinweis)))
  func platzmangel() throws {
    try mitTemporaeremOrdner { tmp in
      let buehne = try Archivbuehne(tmp)
      try buehne.vervielfache(akten: 400)
      let ziel = tmp.appendingPathComponent("ziel")
      var gelungen = 0
      var gescheitert = 0
      // A file may have so many blocks of 512 bytes; the packed sheet has some 100, the plain one 2,000.
      for bloecke in [1, 8, 40, 200, 600, 1200, 1600, 1800, 2000, 2200, 2400, 20_000] {
        try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
        for art in ["xlsx", "csv"] {
          let datei = ziel.appendingPathComponent("b." + art).path
          let e = try Diva.shell(
            "trap '' XFSZ; ulimit -f \(bloecke); exec \"$@\"",
            [
              "bewerten", "export", Archivbuehne.prozess, "--verfahren", buehne.verfahren,
              "--" + art, datei,
            ])
          let da = try FileManager.default.contentsOfDirectory(atPath: ziel.path)
          if e.status == 0 {
            gelungen += 1
            #expect(da == ["b." + art])
            if art == "xlsx" { #expect(try Openpyxl.lies(datei)[0].zeilen.count == 2001) }
            try FileManager.default.removeItem(atPath: datei)
          } else {
            gescheitert += 1
            #expect(e.status == 1, "\(bloecke) \(art): \(e.fehler)")
            #expect(da.isEmpty, "\(bloecke) \(art)")
            #expect(e.fehler.contains("konnte nicht geschrieben werden"))
          }
        }
      }
      #expect(gelungen >= 2 && gescheitert >= 6, "\(gelungen) \(gescheitert)")
    }
  }
}
