// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// Every broken input ends in time and memory with a finding or an error that says what, where and
/// what to do, and leaves nothing behind.
@Suite("Kaputte und feindliche Eingaben", .serialized)
struct KaputteEingabenTests {
  @Test("Container", arguments: Faelle.container)
  func container(_ fall: Fall) throws { try pruefe(fall) }

  @Test("XML", arguments: Faelle.xml)
  func xml(_ fall: Fall) throws { try pruefe(fall) }

  @Test("Regeln", arguments: Faelle.regeln.filter { !$0.mitSchema })
  func regeln(_ fall: Fall) throws { try pruefe(fall) }

  @Test(
    "Regeln mit Schema", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: Faelle.regeln.filter(\.mitSchema))
  func schema(_ fall: Fall) throws { try pruefe(fall) }

  @Test("Ordner und Pfade", arguments: Faelle.orte)
  func orte(_ fall: Fall) throws { try pruefe(fall) }

  @Test(
    "Fehlende Leserechte", .enabled(if: geteuid() != 0, "übersprungen: root darf alles lesen"),
    arguments: Faelle.ohneLeserecht)
  func leserechte(_ fall: Fall) throws { try pruefe(fall) }

  @Test("Das unveränderte Muster ist gültig, mit Testzip gepackt und als Ordner")
  func muster() throws {
    try mitTemporaeremOrdner { tmp in
      let muster = try Muster.packe()
      for pfad in [try muster.container(tmp), try muster.ordner(tmp)] {
        let e = try Diva.starte(["pruefen", pfad])
        #expect(e.status == 0, "\(e.ausgabe)\(e.fehler)")
      }
    }
  }

  // MARK: One case

  private func pruefe(_ fall: Fall) throws {
    try mitTemporaeremOrdner { tmp in
      let eingabe = try ordner(tmp, "ein")
      let arbeit = try ordner(tmp, "arbeit")
      let ziel = try ordner(tmp, "aus")
      var muster = try Muster.packe()
      let pfad = try fall.baue(&muster, eingabe)
      let vorher = try bestand(eingabe)
      let schema = fall.mitSchema ? ["--schemata", Gemeinsam.schemata.path] : []

      let json = try starte(["pruefen", "--json", pfad] + schema, arbeit, fall)
      #expect(json.status == fall.ende, "\(json.ausgabe.prefix(2000))\(json.fehler)")
      let zeilen = try json.ausgabe.split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      #expect(zeilen.count == 1)
      if let bericht = zeilen.first {
        if fall.ende == 1 {
          pruefeFehler(bericht, json.fehler, fall)
        } else {
          try pruefeBericht(bericht, fall, fall.nennt.name(muster))
        }
      }

      let text = try starte(["pruefen", pfad] + schema, arbeit, fall)
      #expect(text.status == fall.ende)
      if !fall.regel.isEmpty {
        #expect(text.ausgabe.contains(" \(fall.regel) "), "\(text.ausgabe.prefix(2000))")
      }

      let zeigen = try starte(["zeigen", pfad], arbeit, fall)
      #expect([0, 1].contains(zeigen.status), "zeigen \(zeigen.status)")
      #expect((zeigen.status == 0) == zeigen.fehler.isEmpty, "\(zeigen.fehler)")

      let umsetzen = try starte(
        ["umsetzen", pfad, "--version", "4.0.0", "--nach", ziel.path], arbeit, fall)
      if let soll = fall.umsetzen {
        #expect(umsetzen.status == soll, "umsetzen: \(umsetzen.ausgabe)\(umsetzen.fehler)")
      }
      #expect([0, 1].contains(umsetzen.status), "umsetzen \(umsetzen.status)")
      #expect((umsetzen.status == 0) == umsetzen.fehler.isEmpty, "\(umsetzen.fehler)")
      if umsetzen.status != 0 { #expect(try bestand(ziel).isEmpty) }

      #expect(try bestand(eingabe) == vorher)
      #expect(try bestand(arbeit).isEmpty)
    }
  }

  private func pruefeFehler(_ bericht: [String: Any], _ fehler: String, _ fall: Fall) {
    #expect(bericht["fehler"] as? String != nil)
    for wort in fall.sagt { #expect(fehler.contains(wort), "»\(wort)« fehlt: \(fehler)") }
  }

  private func pruefeBericht(
    _ bericht: [String: Any], _ fall: Fall, _ datei: String?
  ) throws {
    let befunde = try #require(bericht["befunde"] as? [[String: Any]])
    let uebersicht = befunde.map {
      "\($0["regel"] ?? ""): \($0["meldung"] ?? "") \($0["ort"] ?? "")"
    }
    let hier = befunde.filter { $0["regel"] as? String == fall.regel }
    let treffer = hier.filter { b in
      let meldung = b["meldung"] as? String ?? ""
      return fall.sagt.allSatisfy { meldung.contains($0) }
    }
    let kurz = uebersicht.prefix(12).joined(separator: "\n").prefix(3000)
    let befund = try #require(treffer.first, "\(fall.regel) fehlt:\n\(kurz)")
    #expect((bericht["gueltig"] as? Bool) == (fall.ende == 0))
    for regel in fall.auch {
      #expect(befunde.contains { $0["regel"] as? String == regel }, "\(regel) fehlt:\n\(kurz)")
    }
    for b in befunde {
      #expect((b["abhilfe"] as? String)?.isEmpty == false)
      #expect((b["meldung"] as? String)?.isEmpty == false)
      let ort = b["ort"] as? [String: Any]
      #expect((ort?["datei"] as? String) != nil, "\(b)")
    }
    let ort = try #require(befund["ort"] as? [String: Any])
    if let datei {
      let genannt = (ort["datei"] as? String)?.split(separator: "/").last
      #expect(genannt.map(String.init) == datei)
    }
    switch fall.ort {
    case .datei: break
    case .zeile: #expect((ort["zeile"] as? Int ?? 0) > 0, "ohne Zeile: \(befund)")
    case .objekt:
      #expect((ort["zeile"] as? Int ?? 0) > 0, "ohne Zeile: \(befund)")
      #expect((ort["objekt"] as? String)?.count == 36, "ohne Objekt: \(befund)")
    }
  }

  // MARK: A run

  /// Runs the program under the measuring script and checks time, memory and output.
  private func starte(
    _ argumente: [String], _ ordner: URL, _ fall: Fall
  ) throws -> Programm.Ergebnis {
    try mitTemporaeremOrdner { tmp in
      let messung = tmp.appendingPathComponent("messung")
      let skript = Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/messen.py").path
      let e = try Programm.starte(
        "timeout",
        ["30", "python3", skript, "--json", "-o", messung.path, "--", Diva.pfad] + argumente,
        umgebung: ["DIVA_SCHEMATA": ""], ordner: ordner)
      let was = "\(fall.name): diva \(argumente.first ?? "")"
      let zeile = try JSONZeile(String(contentsOf: messung, encoding: .utf8)).wert
      // Processor time: other work of the machine does not count.
      let sekunden = try #require(zeile["cpu"] as? Double)
      let speicher = try #require(zeile["rss_mb"] as? Double)
      #expect(sekunden < 10, "\(was)")
      #expect(speicher < 256, "\(was)")
      #expect(e.status < 128, "\(was) \(e.fehler)")
      let alles = e.ausgabe + e.fehler
      #expect(!alles.contains("root:x:0"), "\(was)")
      let boese = alles.unicodeScalars.first {
        let z = $0.value
        return z < 0x20 ? z != 10 : z > 0x7E && (z < 0xA0 || z == 0x202E)
      }
      #expect(boese == nil, "\(was): \(boese.debugDescription) in \(alles.prefix(1500))")
      return e
    }
  }

  private func ordner(_ tmp: URL, _ name: String) throws -> URL {
    let neu = tmp.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: neu, withIntermediateDirectories: true)
    return neu
  }

  /// All names below a folder.
  private func bestand(_ ordner: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: ordner.path).sorted()
  }
}
