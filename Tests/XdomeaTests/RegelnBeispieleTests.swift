// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing
import XMLStrom
import Xdomea

@Suite("Rules on real samples", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct RegelnBeispieleTests {
  /// All samples, as containers and as single messages.
  static let dateien = Beispielnachrichten.alle

  @Test("There are samples of every version")
  func vorhanden() {
    for v in XdomeaFassung.allCases {
      #expect(Self.dateien.contains { $0.hasPrefix(v.rawValue + "/") }, "\(v.rawValue)")
    }
  }

  @Test("A sample has no errors, and every finding has a place", arguments: dateien)
  func ohneFehler(name: String) throws {
    let pfad = Gemeinsam.beispiele.appendingPathComponent(name).path
    let leser = try Nachrichtenpaket(pfad: pfad)
      .leser(schemata: nil, grenzen: .init(), fundstellen: true)
    let sammler = Sammler()
    var regeln = Nachrichtenregeln(
      version: leser.version, typ: leser.typ, kopf: leser.kopf, nachrichtname: "n.xml",
      kopfzeile: leser.kopfzeile, heute: Kalendertag(2026, 6, 1),
      melde: { sammler.befunde.append($0) })
    regeln.pruefeKopf(
      wurzelPraefix: leser.wurzel.prefix,
      schemaLocation: leser.wurzel.attribute.first { $0.name.hasSuffix(":schemaLocation") }?.wert,
      attribute: leser.wurzel.attribute.filter { $0.namensraum == nil }.map { ($0.name, $0.wert) })
    while let teil = try leser.naechster() {
      regeln.pruefe(teil, fundstellen: leser.fundstellen, zeile: leser.zeile)
    }
    regeln.abschluss()
    let fehler = sammler.befunde.filter {
      // Two samples of 2.x name another kind in their head.
      $0.schwere == .fehler && !($0.regel == "R9" && name.hasPrefix("2."))
    }
    #expect(fehler.isEmpty, "\(fehler.map { "\($0.regel): \($0.meldung)" })")
    for b in sammler.befunde where b.ort.objekt != nil { #expect(b.ort.zeile != nil) }
    if ProcessInfo.processInfo.environment["REGELN_ZEIGEN"] != nil {
      for b in sammler.befunde {
        print(name, b.schwere, b.regel, b.meldung, b.ort.zeile ?? -1)
      }
    }
  }

  private final class Sammler { var befunde: [Befund] = [] }
}
