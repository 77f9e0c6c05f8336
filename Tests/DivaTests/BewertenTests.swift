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
      let ganz = tmp.appendingPathComponent("ganz.xlsx").path
      #expect(try bewerten("export", buehne, ["--xlsx", ganz]).status == 0)
      // In blocks of 512 bytes, as the shell counts. Just below the size of the unpacked sheet the rows
      // still fit, but not the copy of them that is packed: the library does not notice that.
      let blatt = try Self.unverpackt(ganz, "xl/worksheets/sheet1.xml")
      let knapp = (blatt - 1) / 512
      let ziel = tmp.appendingPathComponent("ziel")
      try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
      for (bloecke, art, erwartet) in [
        (1, "xlsx", 1), (8, "xlsx", 1), (40, "xlsx", 1), (knapp / 2, "xlsx", 1),
        (knapp - 40, "xlsx", 1), (knapp - 2, "xlsx", 1), (knapp - 1, "xlsx", 1), (knapp, "xlsx", 1),
        (knapp + 1, "xlsx", 0), (1, "csv", 1), (200, "csv", 1), (20_000, "csv", 0),
      ] {
        let datei = ziel.appendingPathComponent("b." + art).path
        let e = try Diva.shell(
          "trap '' XFSZ; ulimit -f \(bloecke); exec \"$@\"",
          [
            "bewerten", "export", Archivbuehne.prozess, "--verfahren", buehne.verfahren,
            "--" + art, datei,
          ])
        let da = try FileManager.default.contentsOfDirectory(atPath: ziel.path)
        #expect(e.status == erwartet, "\(bloecke) \(art): \(e.fehler)")
        #expect(da == (erwartet == 0 ? ["b." + art] : []), "\(bloecke) \(art)")
        if erwartet == 0 {
          if art == "xlsx" { #expect(try Openpyxl.lies(datei)[0].zeilen.count == 2001) }
          try FileManager.default.removeItem(atPath: datei)
        } else {
          #expect(e.fehler.contains("konnte nicht geschrieben werden"))
          if bloecke == knapp { #expect(e.fehler.contains("unvollständig")) }
        }
      }
    }
  }

  /// The size of an entry before it was packed.
  private static func unverpackt(_ mappe: String, _ eintrag: String) throws -> Int {
    let liste = try Programm.starte("unzip", ["-v", mappe]).ausgabe
    let zeile = try #require(liste.split(separator: "\n").first { $0.hasSuffix(eintrag) })
    return try #require(zeile.split(separator: " ").first.flatMap { Int($0) })
  }
}
