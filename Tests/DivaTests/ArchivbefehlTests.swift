// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva archiv: Übernahme und Eingang")
struct ArchivbefehlTests {
  private static let p = Aussonderbuehne.prozess

  /// The transfer lies with the archive.
  private func abgegeben(_ tmp: URL, _ fassung: String) throws -> Aussonderbuehne {
    let b = try Aussonderbuehne(tmp, ["--fassung", fassung])
    try b.bewertet()
    let frueh = try b.archiv(["archiv", "bestaetigen", Self.p])
    #expect(frueh.status == 1 && frueh.ausgabe.isEmpty)
    #expect(frueh.fehler.contains("Es liegt keine Aussonderung (0503) vor. Warten Sie"))
    #expect(!b.namen("av/\(Self.p)/berichte").contains { $0.hasPrefix("uebernahme") })
    #expect(try b.stadt(["aussondern", "abgeben", Self.p, "--virenfrei"]).status == 0)
    #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
    return b
  }

  @Test(
    "Die Übernahme sagt, wie viele Prüfsummen verglichen sind",
    arguments: [
      ("3.1.0", 0, 23, "23 Dateien ohne Prüfsumme in der Nachricht."),
      ("4.0.0", 23, 0, "23 Prüfsummen verglichen."),
    ])
  func zahlen(_ fassung: String, _ verglichen: Int, _ ohne: Int, _ text: String) throws {
    try mitTemporaeremOrdner { tmp in
      let b = try abgegeben(tmp, fassung)
      let uebernehmen = ["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")]
      let e = try b.archiv(uebernehmen)
      #expect(e.status == 0)
      #expect(
        e.ausgabe.hasPrefix("23 Dateien übernommen, ") && e.ausgabe.contains(": " + text),
        "\(e.ausgabe)")
      let j = try JSONZeile(try b.archiv(uebernehmen + ["--json"]).ausgabe).wert
      #expect(j["dateien"] as? Int == 23)
      #expect(j["pruefsummenVerglichen"] as? Int == verglichen)
      #expect(j["ohnePruefsumme"] as? Int == ohne)
      #expect(try b.archiv(["archiv", "bestaetigen", Self.p]).status == 0)
      let nochmal = try b.archiv(uebernehmen)
      #expect(nochmal.status == 0)
      #expect(nochmal.ausgabe.hasPrefix("Es gibt nichts zu übernehmen.\n"), "\(nochmal.ausgabe)")
    }
  }

  @Test(
    "Mit »--format« entstehen Pakete, die »diva pruefen« gültig nennt, und die 0506 nennt sie",
    arguments: [
      ["--format", "bagit", "--packung", "zip"],
      ["--format", "dimag", "--rootid", "R1", "--ebene", "vorgang"],
      [
        "--format", "eark", "--eark-schemata",
        Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/xsd").path,
      ],
    ])
  func pakete(_ wahl: [String]) throws {
    try mitTemporaeremOrdner { tmp in
      let b = try abgegeben(tmp, "4.0.0")
      let befehl = ["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")]
      #expect(try b.archiv(befehl + ["--packung", "tar"]).status == 64)
      #expect(try b.archiv(befehl + ["--format", "dimag"]).status == 64)
      let e = try b.archiv(befehl + wahl)
      #expect(e.status == 0 && e.ausgabe.hasPrefix("23 Dateien übernommen, "), "\(e)")
      let lieferungen = b.namen("magazin")
      #expect(!lieferungen.isEmpty)
      for name in lieferungen {
        let pruefung = try Diva.starte(["pruefen", b.pfad("magazin/\(name)"), "--ohne-schema"])
        #expect(pruefung.status == 0, "\(pruefung)")
      }
      #expect(try b.archiv(["archiv", "bestaetigen", Self.p]).status == 0)
      let antwort = try #require(b.namen("zur-stadt").first { $0.contains("_0506_") })
      let gezeigt = try Diva.starte(["zeigen", b.pfad("zur-stadt/\(antwort)"), "--json"])
      #expect(lieferungen.contains { gezeigt.ausgabe.contains($0 + "/") }, "\(gezeigt.ausgabe)")
    }
  }

  @Test("Scheitert ein Objekt, wird es genannt, und der Befehl endet mit 2")
  func gescheitert() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try abgegeben(tmp, "4.0.0")
      let nachrichten = b.pfad("av/\(Self.p)/nachrichten")
      let container = try #require(
        try FileManager.default.subpathsOfDirectory(atPath: nachrichten)
          .first { $0.hasSuffix("_0503_1.zip") })
      var erste = true
      try packeUm(URL(fileURLWithPath: nachrichten + "/" + container)) { name, bytes in
        guard !name.hasSuffix(".xml"), erste else { return bytes }
        erste = false
        return Array("anders".utf8)
      }
      let e = try b.archiv(["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")])
      #expect(e.status == 2)
      #expect(
        e.ausgabe.contains("1 Datei ist beschädigt.\n1 Objekt ist gescheitert"), "\(e.ausgabe)")
      #expect(e.ausgabe.contains("stimmt nicht (R56)"))
      #expect(!e.ausgabe.contains("23 Prüfsummen"))
    }
  }

  @Test("In Quarantäne: je Befund eine Zeile, höchstens fünf, und der Weg zum Bericht")
  func quarantaene() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Archivbuehne(tmp)
      let eingang = tmp.appendingPathComponent("eingang")
      let name = "\(Archivbuehne.prozess)_Aussonderung.Anbieteverzeichnis.0501"
      let kaputt = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xdomea:Aussonderung.Anbieteverzeichnis.0501 \
        xmlns:xdomea="urn:xoev-de:xdomea:schema:3.1.0"><xdomea:Kopf/>\
        \(String(repeating: "<xdomea:Unfug/>", count: 9))\
        </xdomea:Aussonderung.Anbieteverzeichnis.0501>
        """
      try Testzip([Testzip.Satz(name + ".xml", kaputt)]).schreibe(eingang, name + ".zip")
      let e = try Diva.starte(["archiv", "empfangen", "--verfahren", b.verfahren])
      #expect(e.status == 2 && !e.ausgabe.contains("[U+"), "\(e.ausgabe)")
      let zeilen = e.ausgabe.split(separator: "\n").map(String.init)
      try #require(zeilen.count >= 3, "\(e.ausgabe)")
      #expect(zeilen[0] == "\(name).zip: in Quarantäne")
      let befunde = zeilen.filter { $0.hasPrefix("  FEHLER ") }
      #expect((1...5).contains(befunde.count), "\(e.ausgabe)")
      let bericht = eingang.path + "-quarantaene/\(name).zip.bericht.txt"
      #expect(zeilen.last == "  Bericht: " + bericht)
      let alle = try String(contentsOfFile: bericht, encoding: .utf8).split(separator: "\n")
        .count { $0.hasPrefix("FEHLER ") }
      #expect(alle >= befunde.count)
      #expect(e.ausgabe.contains("weitere") == (alle > 5))
    }
  }

  @Test("Wartet eine Datei ihre Ruhezeit ab, ist der Eingang nicht leer")
  func wartend() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Archivbuehne(tmp)
      let empfangen = ["archiv", "empfangen", "--verfahren", b.verfahren]
      #expect(try Diva.starte(empfangen).ausgabe == "Der Eingang ist leer.\n")
      try Data("PK halb".utf8).write(to: tmp.appendingPathComponent("eingang/halb.zip"))
      let eine = try Diva.starte(empfangen)
      #expect(eine.status == 0)
      #expect(eine.ausgabe == "1 Datei wartet noch, bis sie sich nicht mehr ändert.\n")
      try Data("PK".utf8).write(to: tmp.appendingPathComponent("eingang/halb2.zip"))
      #expect(
        try Diva.starte(empfangen).ausgabe
          == "2 Dateien warten noch, bis sie sich nicht mehr ändern.\n")
      let j = try JSONZeile(try Diva.starte(empfangen + ["--json"]).ausgabe).wert
      #expect(j["wartend"] as? Int == 2)
    }
  }
}
