// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

/// Messages cut out of messages: what is kept keeps its bytes, and nothing else comes along.
@Suite("Auszüge aus Nachrichten")
struct AuszugTests {
  /// A message in a file, read to its end.
  private func mitAuszug<T>(
    _ bytes: [UInt8], _ body: (Nachrichtenauszug) throws -> T
  ) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("nachricht_0503_1.xml").path
      try Data(bytes).write(to: URL(fileURLWithPath: pfad))
      let auszug = try Nachrichtenauszug(
        try Nachrichtenpaket(pfad: pfad), neben: tmp.appendingPathComponent("x").path)
      while try auszug.leser.naechster() != nil {}
      return try body(auszug)
    }
  }

  private func bytes(_ auszug: Nachrichtenauszug, _ wahl: Auszugswahl) throws -> [UInt8] {
    let lies = auszug.oeffne(wahl)
    var bytes: [UInt8] = []
    var puffer = [UInt8](repeating: 0, count: 1000)
    while true {
      let n = try puffer.withUnsafeMutableBytes { try lies($0) }
      if n == 0 { break }
      bytes += puffer[..<n]
    }
    #expect(Int64(bytes.count) == auszug.groesse(wahl))
    return bytes
  }

  /// A random choice among the objects in a node, and what reading it must give.
  private func wahl(
    _ a: Akte, _ k: Schnittknoten, _ z: inout Zufall
  ) -> (Auszugswahl, Akte) {
    if Int.random(in: 0..<3, using: &z) == 0 { return (.ganz, a) }
    var neu = a
    var teile: [(stelle: Int, Auszugswahl)] = []
    func einige<T>(
      _ liste: [T], _ knoten: [(stelle: Int, knoten: Schnittknoten)],
      _ innen: (T, Schnittknoten, inout Zufall) -> (Auszugswahl, T)
    ) -> [T] {
      #expect(liste.count == knoten.count)
      var behalten: [T] = []
      for (wert, k) in zip(liste, knoten) where Bool.random(using: &z) {
        let (w, v) = innen(wert, k.knoten, &z)
        teile.append((k.stelle, w))
        behalten.append(v)
      }
      return behalten
    }
    neu.dokumente = einige(a.dokumente, k.kinder(.dokument)) { d, _, _ in (.ganz, d) }
    neu.vorgaenge = einige(a.vorgaenge, k.kinder(.vorgang)) { v, _, _ in (.ganz, v) }
    neu.teilakten = einige(a.teilakten, k.kinder(.akte)) { t, k, z in wahl(t, k, &z) }
    return (.teil(teile.shuffled(using: &z)), neu)
  }

  private func pruefe(_ bytes: [UInt8], seed: UInt64) throws {
    var z = Zufall(seed)
    let alles = try lies(bytes)
    try mitAuszug(bytes) { auszug in
      #expect(try self.bytes(auszug, .ganz) == bytes)
      let wurzel = auszug.gliederung()
      #expect(wurzel.kinder.count == alles.teile.count)
      let ganz = wurzel.kinder.indices.map { (stelle: $0, Auszugswahl.ganz) }
      #expect(try self.bytes(auszug, .teil(ganz)) == bytes)
      for _ in 0..<4 {
        var gewaehlt: [(stelle: Int, Auszugswahl)] = []
        var erwartet: [Nachrichtenteil] = []
        for (i, (teil, knoten)) in zip(alles.teile, wurzel.kinder).enumerated()
        where Bool.random(using: &z) {
          if case .schriftgutobjekt(.akte(let a)) = teil {
            #expect(knoten.art == .akte)
            let (w, neu) = wahl(a, knoten, &z)
            gewaehlt.append((i, w))
            erwartet.append(.schriftgutobjekt(.akte(neu)))
          } else {
            gewaehlt.append((i, .ganz))
            erwartet.append(teil)
          }
        }
        let auswahl = Auszugswahl.teil(gewaehlt)
        let neu = try lies(try self.bytes(auszug, auswahl))
        if neu.teile != erwartet { Issue.record("Seed \(seed): Teile verschieden") }
        #expect(neu.kopf == alles.kopf)
        // The same through the reader of the extract.
        let leser = try auszug.leser(auswahl)
        var zahl = 0
        while try leser.naechster() != nil { zahl += 1 }
        #expect(zahl == erwartet.count)
      }
    }
  }

  @Test(
    "Zufällige Abgaben jeder Version: Gewähltes bleibt gleich", arguments: XdomeaFassung.allCases)
  func zufaellig(_ version: XdomeaFassung) throws {
    var geprueft = 0
    for seed in 0..<12 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: true)
      let kopf = modell.kopf(.aussonderung)
      var teile = modell.teile(.aussonderung, kopf)
      for _ in 0..<3 { teile.insert(.schriftgutobjekt(.akte(modell.akte())), at: teile.count / 2) }
      teile = Self.geordnet(teile)
      guard let geschrieben = try? schreibe(version, .aussonderung, kopf, teile) else { continue }
      geprueft += 1
      try pruefe(geschrieben.bytes, seed: seed)
    }
    #expect(geprueft >= 6)
  }

  private static func geordnet(_ teile: [Nachrichtenteil]) -> [Nachrichtenteil] {
    func rang(_ t: Nachrichtenteil) -> Int {
      switch t {
      case .anschreiben: 0
      case .schriftgutobjekt: 1
      default: 2
      }
    }
    return [0, 1, 2].flatMap { r in teile.filter { rang($0) == r } }
  }

  @Test("Kommentare, Anweisungen und CDATA mit den Namen von Objekten verwirren nicht")
  func stoerung() throws {
    var geprueft = 0
    for seed in 100..<112 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: true)
      let kopf = modell.kopf(.aussonderung)
      var teile = modell.teile(.aussonderung, kopf)
      teile.append(.schriftgutobjekt(.akte(modell.akte())))
      let (bytes, _) = try schreibe(.v400, .aussonderung, kopf, Self.geordnet(teile))
      let text = String(decoding: bytes, as: UTF8.self)
      let stoerer = [
        "<!-- <xdomea:Akte> </xdomea:Akteninhalt> > - -> -->", "<!---->",
        "<?probe <xdomea:Teilakte> > '?>", "<!--\n'\"-->",
      ]
      var neu = ""
      var n = Int(seed)
      for zeile in text.split(separator: "\n", omittingEmptySubsequences: false) {
        // Only between elements, never within a text.
        if zeile.hasSuffix(">"), zeile.drop(while: { $0 == " " }).hasPrefix("<xdomea:"), n % 3 == 0
        {
          neu += zeile + stoerer[n % stoerer.count] + "\n"
        } else {
          neu += zeile + "\n"
        }
        n += 1
      }
      guard (try? lies(Array(neu.utf8))) != nil else { continue }
      geprueft += 1
      try pruefe(Array(neu.utf8), seed: seed)
    }
    #expect(geprueft > 6)
  }

  @Test(
    "Aus jeder Beispielabgabe wird Objekt für Objekt eine gültige Nachricht",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func beispiele() throws {
    let schemata = Schemata(ordner: Gemeinsam.schemata.path)
    var zahl = 0
    for name in Beispielnachrichten.alle where name.contains("0503") {
      try mitTemporaeremOrdner { tmp in
        let auszug = try Nachrichtenauszug(
          try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name)),
          neben: tmp.appendingPathComponent("x").path)
        while try auszug.leser.naechster() != nil {}
        for (stelle, knoten) in auszug.gliederung().kinder.enumerated()
        where knoten.art != .anschreiben && knoten.art != .aktenplan {
          let leser = try auszug.leser(.teil([(stelle, .ganz)]), schemata: schemata)
          var teile = 0
          while try leser.naechster() != nil { teile += 1 }
          #expect(teile == 1)
          #expect(leser.schemafehler.isEmpty, "\(name): \(leser.schemafehler)")
          zahl += 1
        }
      }
    }
    #expect(zahl >= 7)
  }
}
