// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// The evidence records of the BSI's test tool, against what another program found in them.
@Suite(
  "Evidence Records der gemeinsamen Vorlagen",
  .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct BeweisvorlagenTests {
  static let ordner = Gemeinsam.ordner.appendingPathComponent("uebergabe/beweis")

  struct Vorlage: Sendable, CustomStringConvertible {
    let datei: String
    let version: String
    let verfahren: String
    let befund: String
    var description: String { datei }
  }

  static let vorlagen: [Vorlage] = {
    guard
      let text = try? String(
        contentsOf: ordner.appendingPathComponent("BEWEIS.tsv"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().map { zeile in
      let f = zeile.split(separator: "\t").map(String.init)
      return Vorlage(datei: f[0], version: f[1], verfahren: f[2], befund: f[3])
    }
  }()

  static func bytes(_ datei: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: ordner.appendingPathComponent(datei)))
  }

  /// What this suite finds, in the words of the table.
  static func befund(_ record: EvidenceRecord) throws -> String {
    var teile: [String] = []
    var kette = 0
    for e in try Beweispruefer().ergebnisse(record) {
      if e.kette != kette {
        teile.append("|")
        kette = e.kette
      }
      let stempel = try #require(e.zeitstempel)
      let verfahren = stempel.verfahren.map { $0.rawValue.lowercased().filter { $0 != "-" } } ?? "?"
      let zeit = stempel.zeit.text.replacing("Z", with: "+00:00")
      let stufen = e.stufen.map { "[\($0.map(String.init).joined(separator: ", "))]" } ?? "0"
      let urteil =
        e.stufen == nil
        ? "ohne-Baum"
        : e.lesarten.isEmpty
          ? "WURZEL-FALSCH" : e.lesarten.map(\.rawValue).joined(separator: ",")
      let vorher = e.decktVorgaenger.map { $0 ? " vorgZS=ja" : " vorgZS=NEIN" } ?? ""
      teile.append("\(verfahren) \(zeit) stufen=\(stufen) \(urteil)\(vorher)")
    }
    return teile.joined(separator: " ; ")
  }

  @Test("jede Zeile von BEWEIS.tsv", arguments: vorlagen)
  func vorlage(_ v: Vorlage) throws {
    let bytes = try Self.bytes("\(v.datei)")
    guard v.version != "-" else {
      let fehler = #expect(throws: NachweisFehler.self) { try EvidenceRecord(der: bytes) }
      #expect("\(fehler!)".contains("Evidence Record"))
      return
    }
    let record = try EvidenceRecord(der: bytes)
    #expect(String(record.version) == v.version)
    let verfahren = record.verfahrenskennungen.map {
      Hashverfahren(objektkennung: $0)!.rawValue.lowercased().filter { $0 != "-" }
    }
    #expect(verfahren.joined(separator: ",") == v.verfahren)
    #expect(try Self.befund(record) == v.befund)
  }

  @Test("die Tabelle ist da und nennt alle Arten")
  func tabelle() {
    #expect(Self.vorlagen.count == 21)
    #expect(Self.vorlagen.contains { $0.befund.contains("WURZEL-FALSCH") })
    #expect(Self.vorlagen.contains { $0.befund.contains("|") })
  }

  @Test("gelesen und neu geschrieben sind die Ketten Byte für Byte gleich")
  func rundweg() throws {
    for v in Self.vorlagen where v.version == "1" {
      let record = try EvidenceRecord(der: try Self.bytes(v.datei))
      let neu = try EvidenceRecord(der: record.der)
      #expect(neu == record)
      for (a, b) in zip(record.rohketten, try EvidenceRecord(ketten: record.ketten).rohketten) {
        // Products write NULL parameters in algorithm identifiers, this suite leaves them out.
        #expect(a.stempel == b.stempel)
      }
    }
  }

  @Test("die Signatur jedes Zeitstempels ist echt")
  func signaturen() throws {
    var echt = 0
    for v in Self.vorlagen where v.version != "-" {
      let record = try EvidenceRecord(der: try Self.bytes(v.datei))
      for e in try Beweispruefer().ergebnisse(record) {
        let befund = try #require(e.zeitstempel).pruefeSignatur(nil)
        if befund == .ungeprueft { echt += 1 } else { Issue.record("\(v.datei): \(befund)") }
      }
    }
    #expect(echt == 18)
  }

  @Test("ein Zeitstempel, der früher ist als sein Vorgänger, wird genannt")
  func zeitfolge() throws {
    let stempel = try ["tr-esor/xaip/xaip_ok.ers", "tr-esor/bin/basis_ers.b64"].map {
      try Zeitstempel(der: try EvidenceRecord(der: try Self.bytes($0)).ketten[0][0].token)
    }
    for (folge, erwartet) in [(stempel, true), (stempel.reversed(), false)] {
      var gang = Stempelfolge(nil, nil)
      for s in folge { gang.nimm(s, Ort(datei: s.zeit.text)) }
      var bericht = Pruefbericht(werkzeug: "x", datei: "x", art: "nachweis")
      try gang.pruefe(&bericht)
      #expect(bericht.befunde.contains { $0.regel == "STEMPEL-ZEITFOLGE" } == erwartet)
      #expect(bericht.gueltig == !erwartet)
    }
  }

  @Test("Datei und Evidence Record gehören zusammen; ein anderes Byte nicht")
  func datei() throws {
    let beweis = "tr-esor/bin/ER_DOUBLE_HASHED_FOR_TXT_DATA.ers"
    var inhalt = Base64.gelesen(try Self.bytes("tr-esor/bin/TXT_DATA.txt.b64"))!
    let record = try EvidenceRecord(der: try Self.bytes(beweis))
    func pruefe(_ bytes: [UInt8]) throws -> Pruefbericht {
      try Beweispruefer().pruefe(
        record, name: beweis, [Beweisgegenstand(name: "TXT", bytes: bytes)])
    }
    let gut = try pruefe(inhalt)
    #expect(gut.gueltig, "\(gut.text(farbe: false))")
    #expect(gut.befunde.contains { $0.regel == "BEWEIS-LESART" && $0.meldung.contains("doppelt") })
    #expect(gut.befunde.contains { $0.regel == "STEMPEL-UNGEPRUEFT" })
    inhalt[0] ^= 1
    let schlecht = try pruefe(inhalt)
    #expect(schlecht.befunde.contains { $0.regel == "BEWEIS-OBJEKT" && $0.meldung.contains("TXT") })
  }
}
