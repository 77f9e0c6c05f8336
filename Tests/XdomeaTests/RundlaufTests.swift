// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Lesen und Schreiben", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct RundlaufTests {
  @Test("Die Beispiele sind da")
  func vorhanden() {
    #expect(Beispielnachrichten.alle.count >= 27)
    for typ in Nachrichtentyp.allCases {
      #expect(Beispielnachrichten.alle.contains { $0.contains(typ.rawValue) }, "\(typ.rawValue)")
    }
  }

  @Test(
    "Gelesen und in derselben Version geschrieben: gleicher Inhalt, schemagültig",
    arguments: Beispielnachrichten.alle)
  func gleich(_ name: String) throws {
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    let original = try Beispielnachrichten.bytes(paket)
    let (neu, verluste, leser) = try geschrieben(paket)
    #expect(leser.maengel.isEmpty, "\(leser.maengel.map(\.meldung))")
    #expect(verluste.istLeer, "\(verluste.eintraege.map(\.meldung))")
    let abweichend = try unterschiede(original, neu).filter { zeile in
      // Two samples of 2.x say in their head that they are a 0501; the writer says what they are.
      if zeile.contains("/xdomea:Nachrichtentyp/code"), leser.kopf.nachrichtentyp?.wert == "0501" {
        return false
      }
      return !zeile.dropFirst(2).hasPrefix("@xsi:schemaLocation=")
    }
    #expect(abweichend.isEmpty, "\(abweichend.joined(separator: "\n"))")
    try pruefeMitXmllint(neu, leser.version)
  }
}

/// Validates with the foreign tool against the official schema.
func pruefeMitXmllint(
  _ xml: [UInt8], _ version: XdomeaFassung, quelle: SourceLocation = #_sourceLocation
) throws {
  try mitTemporaeremOrdner { tmp in
    let datei = tmp.appendingPathComponent("nachricht.xml")
    try Data(xml).write(to: datei)
    let schema = Gemeinsam.schemata.appendingPathComponent(
      "\(version.rawValue)/\(version.schemadatei)")
    let e = try Programm.starte(
      "xmllint", ["--nonet", "--noout", "--schema", schema.path, datei.path],
      umgebung: ["XML_CATALOG_FILES": Gemeinsam.schemata.appendingPathComponent("catalog.xml").path]
    )
    #expect(e.status == 0, "xmllint: \(e.fehler.prefix(2000))", sourceLocation: quelle)
  }
}
