// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva reifegrad und werkzeuge")
struct ReifegradTests {
  private static func datei(_ wert: Int, _ kuerzel: String, _ weiteres: String = "") -> String {
    """
    {"format":"diva-antworten","version":1,"katalog":{"id":"diva-phasenmodell","version":"0.1.0"},
     "stammdaten":{"SD-01":"gemeinde","SD-03":15},"standort":0,
     "person":{"rolle":"leitung","kuerzel":"\(kuerzel)"},"begonnen":"2027-01-14",
     "antworten":{"P0-STR-02":{"wert":\(wert),"bemerkung":"<img src=x onerror=alert(1)>"}\(weiteres)}}
    """
  }

  private func schreibe(_ text: String, _ name: String, _ ordner: URL) throws -> String {
    let datei = ordner.appendingPathComponent(name)
    try Data(text.utf8).write(to: datei)
    return datei.path
  }

  @Test("lint: die mitgebrachte Toolbox ist heil, eine verdorbene endet mit 2")
  func lint() throws {
    let e = try Diva.starte(["reifegrad", "lint"])
    #expect(e.status == 0)
    #expect(e.ausgabe.contains("gültig"))
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("Toolbox")
      try FileManager.default.copyItem(
        at: Gemeinsam.projekt.appendingPathComponent("Toolbox"), to: ziel)
      let heil = try Diva.starte(["reifegrad", "lint", "--toolbox", ziel.path, "--json"])
      #expect(heil.status == 0)
      let katalog = ziel.appendingPathComponent("katalog.yaml")
      let text = try String(contentsOf: katalog, encoding: .utf8)
      let falsch = text.replacingOccurrences(of: "werkzeuge: [VL-09]", with: "werkzeuge: [VL-99]")
      try Data(falsch.utf8).write(to: katalog)
      let f = try Diva.starte(["reifegrad", "lint", "--toolbox", ziel.path])
      #expect(f.status == 2)
      #expect(f.ausgabe.contains("PM04"))
      #expect(f.ausgabe.contains("VL-99"))
      let a = try Diva.starte(["reifegrad", "katalog", "--toolbox", ziel.path])
      #expect(a.status == 1)
      try FileManager.default.removeItem(at: katalog)
      #expect(try Diva.starte(["reifegrad", "lint", "--toolbox", ziel.path]).status == 1)
    }
    #expect(try Diva.starte(["reifegrad", "lint", "--toolbox", "/dev/null"]).status == 1)
  }

  @Test("auswerten: Sätze, Bericht, JSON, Tabelle und Markdown")
  func auswerten() throws {
    try mitTemporaeremOrdner { tmp in
      let a = try schreibe(Self.datei(1, "A", #","P9-X-01":{"wert":1}"#), "a.diva.json", tmp)
      let bericht = tmp.appendingPathComponent("b.html").path
      let e = try Diva.starte([
        "reifegrad", "auswerten", a, "--bericht", bericht, "--name", "Lindenbach",
      ])
      #expect(e.status == 0)
      #expect(e.ausgabe.contains("Sie stehen in Phase 0 (Grundsatzfragen)."))
      #expect(e.fehler.contains("AW02 (a.diva.json, Zeile 4)"))
      let html = try String(contentsOfFile: bericht, encoding: .utf8)
      #expect(html.contains("Lindenbach"))
      #expect(!html.contains("<img"))
      #expect(try aufbaufehler(html) == "")
      let j = try Diva.starte(["reifegrad", "auswerten", a, "--json", "--stichtag", "20.01.2027"])
      let zeile = try #require(try JSONZeile.alle(j.ausgabe).first)
      #expect(zeile.wert["format"] as? String == "diva-auswertung")
      #expect(zeile.wert["groessenklasse"] as? String == "klein")
      #expect(zeile.wert["erstellt"] as? String == "2027-01-20")
      #expect(
        try Diva.starte(["reifegrad", "auswerten", a, "--csv"]).ausgabe.contains("P0-STR-02;0;STR;")
      )
      #expect(
        try Diva.starte(["reifegrad", "auswerten", a, "--md"]).ausgabe.hasPrefix(
          "# Standortbestimmung"))
      #expect(try Diva.starte(["reifegrad", "auswerten", a, "--md", "--csv"]).status == 64)
      #expect(try Diva.starte(["reifegrad", "auswerten", a, "--standort", "7"]).status == 64)
      #expect(
        try Diva.starte(["reifegrad", "auswerten", a, "--groessenklasse", "riesig"]).status == 64)
      // A report never replaces an answer file.
      let u = try Diva.starte(["reifegrad", "auswerten", a, "--bericht", a])
      #expect(u.status == 1)
      #expect(try String(contentsOfFile: a, encoding: .utf8).contains("diva-antworten"))
    }
  }

  @Test("Was keine Antwortdatei ist, endet mit 1 und einem Satz")
  func fremd() throws {
    try mitTemporaeremOrdner { tmp in
      for (name, text) in [("x.json", "{}"), ("y.json", "x"), ("z.json", "")] {
        let e = try Diva.starte(["reifegrad", "auswerten", try schreibe(text, name, tmp)])
        #expect(e.status == 1)
        #expect(e.fehler.contains(name))
        #expect(e.ausgabe.isEmpty)
      }
      let e = try Diva.starte(["reifegrad", "auswerten", "/dev/zero"])
      #expect(e.status == 1)
      #expect(e.fehler.contains("größer als 2 MB"))
    }
  }

  @Test(
    "zusammenfuehren: alle Stimmen bleiben, nichts wird überschrieben; vergleichen nennt Besseres")
  func zusammenfuehren() throws {
    try mitTemporaeremOrdner { tmp in
      let a = try schreibe(Self.datei(1, "A"), "a.diva.json", tmp)
      let b = try schreibe(Self.datei(0, "B"), "b.diva.json", tmp)
      let gesamt = tmp.appendingPathComponent("gesamt.diva.json").path
      let e = try Diva.starte(["reifegrad", "zusammenfuehren", a, b, "--nach", gesamt])
      #expect(e.status == 0)
      #expect(e.ausgabe.contains("2 Stimmen"))
      #expect(e.ausgabe.contains("P0-STR-02"))
      #expect(e.ausgabe.contains("strittiger Muss-Punkt"))
      let text = try String(contentsOfFile: gesamt, encoding: .utf8)
      #expect(text.contains(#""kuerzel": "A""#) && text.contains(#""kuerzel": "B""#))
      // Again the same is the same; something else does not replace it.
      #expect(
        try Diva.starte(["reifegrad", "zusammenfuehren", b, a, "--nach", gesamt]).status == 0)
      #expect(try Diva.starte(["reifegrad", "zusammenfuehren", a, "--nach", gesamt]).status == 1)
      #expect(try String(contentsOfFile: gesamt, encoding: .utf8) == text)
      let v = try Diva.starte(["reifegrad", "vergleichen", b, a])
      #expect(v.status == 0)
      #expect(v.ausgabe.contains("früher 0,0 %, heute 100,0 %"))
      #expect(v.ausgabe.contains("Besser:\n  P0-STR-02"))
      let j = try Diva.starte(["reifegrad", "vergleichen", a, b, "--json"])
      #expect(try JSONZeile.alle(j.ausgabe).first?.wert["klasse"] as? String == "verschlechtert")
    }
  }

  @Test("katalog: der Katalog als JSON")
  func katalog() throws {
    let e = try Diva.starte(["reifegrad", "katalog", "--json"])
    #expect(e.status == 0)
    let wert = try JSONSerialization.jsonObject(with: Data(e.ausgabe.utf8)) as? [String: Any]
    #expect((wert?["fragen"] as? [Any])?.count == 131)
  }

  @Test("werkzeuge: liste, suchen, zeigen, export")
  func werkzeuge() throws {
    let liste = try Diva.starte(["werkzeuge", "liste", "--json"])
    #expect(try JSONZeile.alle(liste.ausgabe).count == 89)
    let klein = try Diva.starte(["werkzeuge", "liste", "--phase", "0", "--groessenklasse", "klein"])
    #expect(klein.ausgabe.contains("EH-01  Brauchen wir ein DMS"))
    #expect(!klein.ausgabe.contains("CL-22"))
    #expect(try Diva.starte(["werkzeuge", "suchen", "vergabe"]).ausgabe.contains("CL-10"))
    #expect(
      try Diva.starte(["werkzeuge", "suchen", "gibtesnicht"]).ausgabe == "Kein Werkzeug passt.\n")
    #expect(try Diva.starte(["werkzeuge", "liste", "--phase", "9"]).status == 64)
    let zeigen = try Diva.starte(["werkzeuge", "zeigen", "cl-10"])
    #expect(zeigen.ausgabe.hasPrefix("# "))
    let fehlt = try Diva.starte(["werkzeuge", "zeigen", "CL-99"])
    #expect(fehlt.status == 1)
    #expect(fehlt.fehler.contains("CL-99"))
    try mitTemporaeremOrdner { tmp throws in
      let ziel = tmp.appendingPathComponent("cl-10.html").path
      #expect(try Diva.starte(["werkzeuge", "export", "CL-10", "--nach", ziel]).status == 0)
      #expect(try String(contentsOfFile: ziel, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
      let md = tmp.appendingPathComponent("cl-10.md").path
      #expect(
        try Diva.starte(["werkzeuge", "export", "CL-10", "--form", "md", "--nach", md]).status == 0)
      #expect(try String(contentsOfFile: md, encoding: .utf8).contains("CC BY 4.0"))
    }
  }
}

@Suite("diva rechne und entscheide")
struct RechneTests {
  @Test("rechne zeigt Eingaben, Rechenweg und Ergebnis")
  func rechne() throws {
    let alle = try Diva.starte(["rechne"])
    #expect(alle.ausgabe.split(separator: "\n").count == 14)
    let fragen = try Diva.starte(["rechne", "kh-05"])
    #expect(fragen.ausgabe.contains("wachstum  Wachstum (%; Annahme: 5 % – "))
    #expect(fragen.ausgabe.contains("Formel:"))
    let e = try Diva.starte(["rechne", "KH-05", "ap=15", "bestand_seiten=50.000"])
    #expect(e.status == 0)
    #expect(e.ausgabe.contains("Brutto: 136,83 GB"))
    #expect(e.ausgabe.contains("Empfehlung: 140 GB"))
    #expect(e.ausgabe.contains("15 × 8 × 220 = 26.400"))
    let k = try Diva.starte([
      "rechne", "KH-03", "ap=15", "oe=3", "schnittstellen=2", "vergabe=nein", "monate=12",
      "f.konzept=6",
    ])
    #expect(k.ausgabe.contains("Test und Pilot: 8 + 3 × 1 = 11,00 Tage"))
    #expect(k.ausgabe.contains("Stellenanteil: 0,35 Stellen"))
    #expect(!k.ausgabe.contains("test_pilot"))
    let j = try Diva.starte(["rechne", "KH-12", "grundgesamtheit=400", "--json"])
    let werte = try JSONZeile.alle(j.ausgabe).first?.wert["werte"] as? [String: Any]
    #expect(werte?["stichprobe"] as? Int == 78)
  }

  @Test("rechne fragt bei Doppeldeutigem zurück und endet mit 1")
  func rueckfrage() throws {
    let e = try Diva.starte(["rechne", "KH-05", "ap=1.5"])
    #expect(e.status == 1)
    #expect(e.fehler.contains("Meinen Sie 1,5 oder 1500?"))
    #expect(e.ausgabe.isEmpty)
    #expect(try Diva.starte(["rechne", "KH-99", "ap=1"]).status == 1)
    #expect(try Diva.starte(["rechne", "KH-05", "ap"]).status == 64)
  }

  @Test("rechne liest Eingaben aus einer Datei")
  func datei() throws {
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("e.json")
      try Data(#"{"regel":"ereignistag","jahre":5,"datum":"2024-02-29"}"#.utf8).write(to: datei)
      let e = try Diva.starte(["rechne", "KH-06", "--eingabe", datei.path])
      #expect(e.ausgabe.contains("Ende der Frist: 28.02.2029"))
      try Data("[".utf8).write(to: datei)
      #expect(try Diva.starte(["rechne", "KH-06", "--eingabe", datei.path]).status == 1)
    }
  }

  @Test("entscheide fragt, entscheidet und nennt Offenes")
  func entscheide() throws {
    #expect(try Diva.starte(["entscheide"]).ausgabe.split(separator: "\n").count == 10)
    #expect(try Diva.starte(["entscheide", "EH-01"]).ausgabe.contains("f12  "))
    let e = try Diva.starte(["entscheide", "EH-01", "f4=ja", "f5=nein"])
    #expect(e.status == 0)
    #expect(e.ausgabe.contains("Jetzt beginnen (Regel 1)"))
    #expect(e.ausgabe.contains("Offen, gezählt wie Nein oder 0: f1, f2"))
    let j = try Diva.starte(["entscheide", "EH-04", "f1=ja", "f2=nein", "f3=nein", "--json"])
    #expect(try JSONZeile.alle(j.ausgabe).first != nil)
    #expect(j.ausgabe.contains(#""empfehlung":"a""#))
    #expect(try Diva.starte(["entscheide", "EH-01", "f99=ja"]).status == 1)
  }
}
