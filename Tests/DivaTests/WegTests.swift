// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Abbruch")
struct AbbruchTests {
  @Test("Wird das Einpacken mittendrin hart beendet, bleibt nichts liegen")
  func abgebrochen() throws {
    try mitTemporaeremOrdner { tmp in
      let akte = tmp.appendingPathComponent("akten/A/V")
      try FileManager.default.createDirectory(at: akte, withIntermediateDirectories: true)
      // Large but sparse: packing it takes seconds, making it does not.
      let gross = akte.appendingPathComponent("gross.txt")
      try Data().write(to: gross)
      let datei = try FileHandle(forWritingTo: gross)
      try datei.truncate(atOffset: 4 << 30)
      try datei.close()
      let ziel = tmp.appendingPathComponent("ziel")
      try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
      let e = try Diva.shell(
        #"p=$1; shift; "$p" "$@" & sleep 0.7; kill -KILL $!; wait $!; echo "Status $?""#,
        ["packen", tmp.path + "/akten", "--nach", ziel.path, "--absender", "A", "--archiv", "B"])
      #expect(!e.ausgabe.contains("Status 0"), "\(e.ausgabe)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: ziel.path) == [])
    }
  }
}

@Suite("packen, umsetzen und demo")
struct WegTests {
  @Test("Packen, prüfen, zeigen: die Beispielakten", arguments: ["3.0.0", "3.1.0", "4.0.0"])
  func weg(_ version: String) throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp, ["--version", version])
      var befehl = ["pruefen", container]
      if Gemeinsam.verfuegbar { befehl += ["--schemata", Gemeinsam.schemata.path] }
      let p = try Diva.starte(befehl)
      #expect(p.status == 0, "\(p.ausgabe)\(p.fehler)")
      let z = try Diva.starte(["zeigen", container])
      #expect(z.status == 0)
      #expect(z.ausgabe.contains("Nachricht:  0503 Aussonderung, xdomea \(version)"))
      #expect(z.ausgabe.contains("Akte 63-11/2011-0005 »Neubau Wohnhaus und Garage, Am Ring 5«"))
      #expect(z.ausgabe.contains("Datei Bauantrag Formular.pdf, 14,9 KB"))
      #expect(z.ausgabe.contains("Zusammen: 3 Akten, 6 Vorgänge, 23 Dokumente, 23 Dateien"))
    }
  }

  @Test("Gleicher Zeitpunkt und gleiche Prozess-ID geben gleiche Bytes")
  func gleich() throws {
    try mitTemporaeremOrdner { tmp in
      let fest = [
        "--prozess-id", "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90", "--zeitpunkt",
        "2026-03-02T09:30:00.000Z",
      ]
      let a = try Diva.packe(nach: tmp, fest)
      let erste = try Data(contentsOf: URL(fileURLWithPath: a))
      let b = try Diva.packe(nach: tmp, fest + ["--ueberschreiben"])
      #expect(a == b)
      #expect(try Data(contentsOf: URL(fileURLWithPath: b)) == erste)
      let e = try Diva.starte(
        ["packen", Diva.akten, "--nach", a, "--absender", "A", "--archiv", "B"])
      #expect(e.status == 1)
      #expect(e.fehler.contains("schon vorhanden"))
    }
  }

  @Test("Umlaute und Leerzeichen in Pfaden")
  func umlaute() throws {
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("Übergabe an das Archiv")
      try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
      let container = try Diva.packe(nach: ziel)
      #expect(container.hasPrefix(ziel.path + "/"))
      #expect(try Diva.starte(["zeigen", container]).ausgabe.contains("Übergabe an das Archiv"))
      let e = try Diva.starte(["pruefen", container, "--json"])
      #expect(try JSONZeile(e.ausgabe).wert["datei"] as? String == container)
    }
  }

  @Test("Was zum Packen nicht taugt, endet mit 1 und lässt nichts zurück")
  func untauglich() throws {
    try mitTemporaeremOrdner { tmp in
      let leer = tmp.appendingPathComponent("leer")
      try FileManager.default.createDirectory(at: leer, withIntermediateDirectories: true)
      let datei = tmp.appendingPathComponent("datei.txt")
      try Data("x".utf8).write(to: datei)
      for quelle in [leer.path, datei.path, tmp.path + "/fehlt"] {
        let ziel = tmp.appendingPathComponent("ziel.zip").path
        let e = try Diva.starte(
          ["packen", quelle, "--nach", ziel, "--absender", "A", "--archiv", "B"])
        #expect(e.status == 1, "\(quelle): \(e.ausgabe)")
        #expect(e.fehler.hasPrefix("Fehler: "))
        #expect(!FileManager.default.fileExists(atPath: ziel))
      }
    }
  }

  @Test("Umsetzen nennt die Verluste und endet mit 0; zurück geht nichts weiter verloren")
  func umsetzen() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let e = try Diva.starte(["umsetzen", container, "--version", "3.1.0", "--nach", tmp.path])
      #expect(e.status == 0, "\(e.fehler)")
      #expect(e.ausgabe.contains("Verlustbericht: "))
      #expect(e.ausgabe.contains("23 × Hash"))
      let ordner = tmp.appendingPathComponent("json")
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      let j = try Diva.starte(
        ["umsetzen", container, "--version", "3.1.0", "--nach", ordner.path, "--json"])
      let zeile = try JSONZeile(j.ausgabe)
      #expect(
        zeile.schluessel == [
          "werkzeug", "schemaVersion", "datei", "quellversion", "version", "nachricht", "dateien",
          "bytes", "verluste", "ungeprueft", "nichtUebernommenAnzahl", "nichtUebernommen",
        ])
      let verluste = try #require(zeile.wert["verluste"] as? [String: Any])
      let anzahl = try #require(verluste["anzahl"] as? Int)
      #expect((verluste["eintraege"] as? [Any])?.count == anzahl)
      let neu = try #require(zeile.wert["datei"] as? String)
      #expect(try Diva.starte(["pruefen", neu]).status == 0)
    }
  }

  @Test("Die Vorführung gelingt und zeigt R56")
  func demo() throws {
    let e = try Diva.starte(["demo"])
    #expect(e.status == 0, "\(e.fehler)")
    #expect(e.ausgabe.contains("Fehler R56"))
    #expect(e.ausgabe.contains("23 von 23 Dateien sind gleich"))
    #expect(e.ausgabe.contains("Alle Schritte sind gelungen."))
    #expect(try Diva.starte(["demo"]).ausgabe == e.ausgabe)
  }

  @Test("Die Vorführung als JSON, mit bleibenden Ergebnissen")
  func demoBehalten() throws {
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("Ergebnis der Vorführung")
      let e = try Diva.starte(["demo", "--json", "--behalten", ziel.path], ordner: tmp)
      #expect(e.status == 0, "\(e.fehler)")
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.count == 17)
      for (stelle, zeile) in zeilen.enumerated() {
        #expect(
          zeile.schluessel.prefix(5) == [
            "werkzeug", "schemaVersion", "schritt", "name", "gelungen",
          ])
        #expect(zeile.wert["schritt"] as? Int == stelle + 1)
        #expect(zeile.wert["gelungen"] as? Bool == true)
      }
      let namen = try FileManager.default.contentsOfDirectory(atPath: ziel.path)
      #expect(namen.count == 4)
      #expect(namen.contains("Bericht.html"))
    }
  }

  @Test("Die Vorführung mit einem leeren Ordner scheitert mit Erklärung")
  func demoLeer() throws {
    try mitTemporaeremOrdner { tmp in
      let e = try Diva.starte(["demo", "--ordner", tmp.path])
      #expect(e.status == 1)
      #expect(e.fehler.contains("Schritt 1 von 17"))
    }
  }
}
