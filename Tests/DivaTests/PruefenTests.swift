// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva pruefen")
struct PruefenTests {
  static let beispiele: [String] = {
    let lauf = FileManager.default.enumerator(atPath: Gemeinsam.beispiele.path)
    return (lauf?.compactMap { $0 as? String } ?? []).filter {
      ($0.hasSuffix(".zip") || $0.hasSuffix(".xml")) && ($0.contains("0501") || $0.contains("0503"))
    }.sorted()
  }()

  @Test(
    "Die gemeinsamen Beispiele haben keinen Fehler",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func alle() throws {
    #expect(Self.beispiele.count >= 10)
    // Each on its own: together they are processes with messages missing.
    let zeilen = try Self.beispiele.flatMap { name in
      let e = try Diva.starte(
        ["pruefen", "--json", "--schemata", Gemeinsam.schemata.path]
          + [Gemeinsam.beispiele.appendingPathComponent(name).path])
      #expect(e.status == 0, "\(name): \(e.fehler)")
      return try JSONZeile.alle(e.ausgabe)
    }
    #expect(zeilen.count == Self.beispiele.count)
    for zeile in zeilen {
      #expect(zeile.wert["gueltig"] as? Bool == true, "\(zeile.wert)")
      #expect(zeile.wert["schemageprueft"] as? Bool == true)
      #expect(
        zeile.schluessel.prefix(8) == [
          "werkzeug", "schemaVersion", "datei", "art", "version", "nachricht", "gueltig", "befunde",
        ])
    }
  }

  @Test("Was nicht geprüft werden kann, hält die anderen nicht auf")
  func weiter() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let fehlt = tmp.appendingPathComponent("fehlt.zip").path
      let e = try Diva.starte(["pruefen", "--json", fehlt, container])
      #expect(e.status == 1)
      #expect(e.fehler.contains("fehlt.zip"))
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.map(\.schluessel).first == ["werkzeug", "schemaVersion", "datei", "fehler"])
      #expect(zeilen.last?.wert["gueltig"] as? Bool == true)
    }
  }

  @Test("Ein fehlender Schemaordner ist ein Fehler mit Abhilfe")
  func schemaordner() throws {
    try mitTemporaeremOrdner { tmp in
      let e = try Diva.starte(["pruefen", "x", "--schemata", tmp.path])
      #expect(e.status == 1)
      #expect(e.fehler.contains("ist kein Ordner mit xdomea-Schemata"))
      #expect(e.fehler.contains("--ohne-schema"))
      let u = try Diva.starte(["pruefen", "x"], umgebung: ["DIVA_SCHEMATA": tmp.path])
      #expect(u.status == 1)
      #expect(u.fehler.contains("ist kein Ordner mit xdomea-Schemata"))
    }
  }

  @Test("Eine veränderte Datei wird gefunden: Ende mit 2, Regel R56, Bericht als HTML")
  func veraendert() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let ordner = tmp.appendingPathComponent("Kopie mit Umläuten")
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      let aus = try Programm.starte(
        "python3",
        ["-c", "import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"]
          + [container, ordner.path])
      try #require(aus.status == 0, "\(aus.fehler)")
      let opfer = try #require(
        try FileManager.default.contentsOfDirectory(atPath: ordner.path)
          .first { $0.hasSuffix(".pdf") })
      let datei = ordner.appendingPathComponent(opfer)
      var bytes = try Data(contentsOf: datei)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: datei)
      let bericht = tmp.appendingPathComponent("Prüf bericht.html")
      let e = try Diva.starte(["pruefen", ordner.path, "--bericht", bericht.path])
      #expect(e.status == 2, "\(e.fehler)")
      #expect(e.ausgabe.contains("FEHLER R56"))
      #expect(e.ausgabe.contains(opfer))
      let html = try String(contentsOf: bericht, encoding: .utf8)
      #expect(html.contains("R56"))
      #expect(html.hasSuffix("</html>\n"))
      let reste = try FileManager.default.contentsOfDirectory(atPath: tmp.path)
      #expect(!reste.contains { $0.hasSuffix(".teil") })
    }
  }

  @Test("Ein Bericht, der nicht geschrieben werden kann, ist ein Fehler und lässt nichts zurück")
  func berichtUnmoeglich() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let e = try Diva.starte(["pruefen", container, "--bericht", tmp.path + "/fehlt/b.html"])
      #expect(e.status == 1)
      #expect(e.fehler.contains("konnte nicht geschrieben werden"))
      let o = try Diva.starte(["pruefen", container, "--bericht", tmp.path])
      #expect(o.status == 1)
    }
  }

  @Test("Ordner ohne Nachricht, leere Datei und Unsinn sind kein Absturz")
  func unsinn() throws {
    try mitTemporaeremOrdner { tmp in
      let leer = tmp.appendingPathComponent("leer")
      try FileManager.default.createDirectory(at: leer, withIntermediateDirectories: true)
      let nichts = tmp.appendingPathComponent("nichts.zip")
      try Data().write(to: nichts)
      let wirr = tmp.appendingPathComponent("wirr.xml")
      try Data("<?xml version=\"1.0\"?><a".utf8).write(to: wirr)
      for pfad in [leer.path, nichts.path, wirr.path] {
        for befehl in [["pruefen", pfad], ["zeigen", pfad]] {
          let e = try Diva.starte(befehl)
          #expect([1, 2].contains(e.status), "\(befehl): \(e.ausgabe)\(e.fehler)")
        }
      }
    }
  }
}
