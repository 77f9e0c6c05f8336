// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Katalog und Toolbox")
struct KatalogTests {
  static let katalog = try! Toolbox.eingebaut.katalog().katalog
  static let yaml = Toolbox.eingebaut.text("katalog.yaml")!

  /// The rules that a changed catalogue breaks.
  private func regeln(_ alt: String, _ neu: String) throws -> [String] {
    let text = Self.yaml.replacingOccurrences(of: alt, with: neu)
    try #require(text != Self.yaml, "»\(alt)« steht nicht im Katalog")
    let e = try Katalogleser(datei: "k.yaml").lies(text)
    return Array(Set((e.befunde + e.katalog.pruefe(datei: "k.yaml")).map(\.regel))).sorted()
  }

  @Test("Katalog und Texte haben keinen Befund")
  func heil() throws {
    let befunde = try Toolbox.eingebaut.pruefe()
    #expect(
      befunde.isEmpty,
      "\(befunde.prefix(20).map { "\($0.ort.datei ?? "") \($0.ort.zeile ?? 0) \($0.regel) \($0.meldung)" })"
    )
  }

  @Test("Der Katalog hat den Umfang, den die Beschreibung nennt")
  func umfang() {
    let k = Self.katalog
    #expect(k.phasen.count == 7)
    #expect(k.dimensionen.map(\.id) == ["STR", "ORG", "MEN", "REC", "TEC", "AKT", "ARC", "FIN"])
    #expect(k.werkzeuge.count == 89)
    let je = Groessenklasse.allCases.map { g in k.fragen.count { $0.gk.contains(g) } }
    #expect(je == [103, 128, 130, 130])
    #expect(k.fragen.count { $0.kurz } == 31)
    #expect(k.frage("P4-ORG-02")?.zahl == Zahlenskala(min: 0, max: 100, einheit: "%"))
    #expect(k.frage("P1-MEN-01")?.nurWenn == .init(stammdatum: "SD-07", wert: "ja"))
    #expect(k.aufgaben.count { $0.phase <= 3 } == 18)
  }

  @Test(
    "Jeder Fehler im Katalog wird gefunden",
    arguments: [
      ("id: P0-STR-02\n", "id: P0-STR-01\n", "PM02"),
      ("id: P0-STR-02\n", "id: P1-STR-02\n", "PM03"),
      ("id: P0-STR-02\n", "id: P0-STR-2\n", "PM03"),
      ("werkzeuge: [EH-01, VL-01]", "werkzeuge: [EH-01, VL-99]", "PM04"),
      ("stammdatum: SD-07", "stammdatum: SD-77", "PM04"),
      ("P4-ORG-02 < 8000", "P4-ORG-99 < 8000", "PM04"),
      (
        "Gibt es einen gültigen Aktenplan",
        "Gibt es bei uns im Haus und in allen Außenstellen und Ämtern und Eigenbetrieben heute schon einen gültigen von der Leitung unterschriebenen Aktenplan",
        "PM05"
      ),
      ("ob und wozu ein DMS", "ob und/oder wozu ein DMS", "PM06"),
      (
        "gewicht: 3\n    ko: true\n    ko_min: 7500", "gewicht: 4\n    ko: true\n    ko_min: 7500",
        "PM07"
      ),
      ("ko: true\n    ko_min: 7500", "ko: true\n    ko_min: 7400", "PM08"),
      ("ko: true\n    ko_min: 7500", "ko: false\n    ko_min: 7500", "PM08"),
      ("ko: true\n    ko_min: 7500", "ko: true", "PM08"),
      ("werkzeuge: [VL-05]", "werkzeuge: [VL-09]", "PM11"),
      ("werkzeuge: [LF-01, VL-04]", "werkzeuge: [VL-03]", "PM09"),
      ("werkzeuge: [EH-02]", "werkzeuge: [CL-14]", "PM10"),
      (
        "{wert: 4, text: \"trifft voll und ganz zu\", norm: 10000}",
        "{wert: 4, text: \"x\", norm: 9000}", "PM15"
      ),
      ("nr: 3", "nr: 7", "PM16"),
      ("bestanden_min: 7000", "bestanden_min: 3000", "PM16"),
      ("bestanden_min: 7000", "bestanden_mim: 7000", "PM01"),
      ("bestanden_min: 7000", "bestanden_min: viel", "PM01"),
      ("einwohner_bis: 5000", "einwohner_bis: 5000.5", "PM01"),
      ("standort >= 3 und", "standort etwa 3 und", "PM01"),
      ("format: 1", "format: 2", "PM01"),
      ("wer: leitung\n    kwd: duerfen", "kwd: duerfen", "PM01"),
      ("[VL-19, CL-18], zusaetzlich", "[KH-12], zusaetzlich", "PM14"),
    ])
  func fehler(alt: String, neu: String, regel: String) throws {
    #expect(try regeln(alt, neu).contains(regel))
  }

  @Test("Zu viel Technik und eine Phase ohne Fragen für eine Größe werden gefunden")
  func anteile() {
    var k = Self.katalog
    for i in k.fragen.indices where k.fragen[i].dim != "TEC" { k.fragen[i].gewicht = 1 }
    for i in k.fragen.indices where k.fragen[i].dim == "TEC" { k.fragen[i].gewicht = 3 }
    #expect(k.pruefe(datei: "k").contains { $0.regel == "PM12" })
    k = Self.katalog
    for i in k.fragen.indices where k.fragen[i].phase == 4 { k.fragen[i].gk = [.mittel, .gross] }
    let befunde = k.pruefe(datei: "k").filter { $0.regel == "PM13" }
    #expect(befunde.contains { $0.meldung.contains("Phase 4") && $0.meldung.contains("klein") })
    #expect(befunde.contains { $0.meldung.contains("Phase 4") && $0.meldung.contains("landkreis") })
  }

  @Test("Ein Befund nennt Zeile, Kennung und Abhilfe")
  func ort() throws {
    let text = Self.yaml.replacingOccurrences(
      of: "ko: true\n    ko_min: 7500", with: "ko: true\n    ko_min: 7400")
    let e = try Katalogleser(datei: "k.yaml").lies(text)
    let b = try #require(e.katalog.pruefe(datei: "k.yaml").first)
    #expect(b.ort.objekt == "P0-STR-01")
    let zeilen = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(zeilen[b.ort.zeile! - 1].contains("id: P0-STR-01"))
    #expect(!b.abhilfe.isEmpty)
  }

  @Test(
    "Kaputtes YAML ist ein Fehler mit Zeile, kein Absturz",
    arguments: [
      "a: [1, 2", "a: 1\na: 2", "\t- x", "a: *b", "- \"\u{0}\"", "",
    ])
  func kaputt(text: String) {
    do {
      let e = try Katalogleser(datei: "k").lies(text)
      #expect(!e.befunde.isEmpty)
    } catch {
      #expect(!error.grund.isEmpty)
    }
  }

  @Test("Als JSON hat der Katalog genau die Schlüssel der Datei")
  func json() throws {
    let wert = try JSONSerialization.jsonObject(with: Data(Self.katalog.json.utf8))
    let k = try #require(wert as? [String: Any])
    #expect(
      k.keys.sorted() == [
        "aufgaben", "dimensionen", "fragen", "groessenklassen", "katalog", "phasen",
        "plausibilitaet", "schwellen", "skalen", "stammdaten", "standort", "stufen", "werkzeuge",
      ])
    let fragen = try #require(k["fragen"] as? [[String: Any]])
    #expect(fragen.count == 131)
    #expect(fragen[0]["ko_min"] as? Int == 7500)
    #expect((k["katalog"] as? [String: Any])?["version"] as? String == "0.1.0")
    // Read again, it is the same catalogue.
    let zwei = try Katalogleser(datei: "k.json").lies(Self.katalog.json)
    #expect(zwei.befunde.isEmpty)
    #expect(zwei.katalog.json == Self.katalog.json)
  }

  @Test("Die eingebauten Dateien sind die des Ordners, Byte für Byte")
  func eingebettet() throws {
    let ordner = Gemeinsam.projekt.appendingPathComponent("Toolbox")
    let alle = try #require(FileManager.default.enumerator(atPath: ordner.path))
    var gefunden: Set<String> = []
    for fall in alle {
      let pfad = try #require(fall as? String)
      let bytes = try? Data(contentsOf: ordner.appendingPathComponent(pfad))
      guard let bytes, !bytes.isEmpty,
        !pfad.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      gefunden.insert(pfad)
      #expect(Toolbox.eingebaut.dateien[pfad].map { Data($0) } == bytes, "\(pfad)")
    }
    #expect(
      Set(Toolbox.eingebaut.pfade) == gefunden,
      "python3 Docs/werkzeug/toolbox-einbetten.py schreibt die Liste neu")
  }

  @Test(
    "Jeder Fehler in einem Text wird gefunden",
    arguments: [
      ("lizenz: CC-BY-4.0", "lizenz: MIT", "WZ07"),
      ("aufwand_min: 30", "aufwand_min: 31", "WZ02"),
      ("deckt: [P0-REC-01, P6-REC-01]", "deckt: [P0-REC-01]", "WZ02"),
      ("phasen: [0, 6]", "phasen: [6, 0]", "WZ02"),
      ("stand: 2026-11-23", "stand: 2026-02-30", "WZ01"),
      ("pruefen_bis: 2027-01-31", "pruefen_bis: 2029-01-31", "WZ05"),
      ("rechtsstand: 2026-02-28\n", "", "WZ06"),
      ("rechtsstand: 2026-02-28", "rechtsstand: 2025-02-28", "WZ05"),
      ("rechtsstand: 2026-02-28", "rechtsstand: 2026-12-24", "WZ05"),
      ("folgt: [CL-02", "folgt: [CL-77", "WZ04"),
      ("herkunft: ", "herkunf: ", "WZ01"),
      ("---\nid", "id", "WZ01"),
      ("# Rechtsrahmen auf einen Blick", "# [x](../CL-99/CL-99.md)", "WZ04"),
      ("# Rechtsrahmen auf einen Blick", "# [x](../../../../etc/passwd)", "WZ04"),
    ])
  func textfehler(alt: String, neu: String, regel: String) throws {
    var toolbox = Toolbox.eingebaut
    let pfad = try #require(toolbox.pfad(werkzeug: "CL-01"))
    let text = try #require(toolbox.text(pfad))
    let geaendert = text.replacingOccurrences(of: alt, with: neu)
    try #require(geaendert != text)
    toolbox.dateien[pfad] = Array(geaendert.utf8)
    #expect(try toolbox.pruefe().contains { $0.regel == regel && $0.ort.datei == pfad })
  }

  @Test("Ein fehlender Text und eine überfällige Prüfung werden gemeldet")
  func fehlt() throws {
    var toolbox = Toolbox.eingebaut
    toolbox.dateien[try #require(toolbox.pfad(werkzeug: "KH-14"))] = nil
    let befunde = try toolbox.pruefe()
    #expect(befunde.contains { $0.regel == "WZ03" && $0.ort.objekt == "KH-14" })
    #expect(befunde.contains { $0.regel == "WZ04" })
    let spaet = try Toolbox.eingebaut.pruefe(stichtag: Kalendertag(2031, 1, 1))
    #expect(spaet.count { $0.regel == "WZ08" } == 89)
    #expect(spaet.allSatisfy { $0.schwere == .warnung })
  }
}
