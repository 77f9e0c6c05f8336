// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Umsetzen", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct UmsetzerTests {
  static let ab3 = Beispielnachrichten.alle.filter { !$0.hasPrefix("2.") }
  static let nachrichtenID = NachrichtenID(bytes: (0x1111_1111_1111_4111, 0x8111_1111_1111_1111))

  @Test(
    "Jede Version wird in jeder Zielversion schemagültig", arguments: Beispielnachrichten.alle,
    [XdomeaVersion.v300, .v310, .v400])
  func gueltig(_ name: String, _ ziel: XdomeaVersion) throws {
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    // The 0503 samples of 2.x transfer a loose document, which 4.0 cannot carry.
    if name.hasPrefix("2."), name.contains("0503"), ziel == .v400 {
      #expect(throws: XdomeaFehler.self) {
        try geschrieben(paket, ziel) { $0.nachrichtenID = Self.nachrichtenID }
      }
      return
    }
    let (neu, verluste, _) = try geschrieben(paket, ziel) {
      $0.nachrichtenID = $0.nachrichtenID ?? Self.nachrichtenID
    }
    #expect(!verluste.eintraege.contains { $0.art == .pflichtFehlt })
    try pruefeMitXmllint(neu, ziel)
  }

  @Test("3.x nach 4.0 und zurück verliert nur, was der Bericht nennt", arguments: ab3)
  func hinUndZurueck(_ name: String) throws {
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    let original = try Beispielnachrichten.bytes(paket)
    let start = try paket.leser().version
    let mitte: XdomeaVersion = start == .v400 ? .v310 : .v400
    let hin = try geschrieben(paket, mitte) {
      $0.nachrichtenID = $0.nachrichtenID ?? Self.nachrichtenID
    }
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("mitte.xml")
      try Data(hin.bytes).write(to: datei)
      let zurueck = try geschrieben(try Nachrichtenpaket(pfad: datei.path), start) {
        $0.nachrichtenID = $0.nachrichtenID ?? hin.leser.kopf.nachrichtenID
      }
      #expect(zurueck.leser.maengel.isEmpty, "\(zurueck.leser.maengel.map(\.meldung))")
      let genannt = Set((hin.verluste.eintraege + zurueck.verluste.eintraege).map(\.feld))
      let unbenannt = unbenannteZeilen(try unterschiede(original, zurueck.bytes), genannt)
      #expect(unbenannt.isEmpty, "\(unbenannt.joined(separator: "\n"))\n\(genannt)")
    }
  }
}

/// Differences that a loss report does not name.
///
/// Never named: schemaLocation, list attributes that a version demands and another leaves open, and
/// blocks around a named value.
func unbenannteZeilen(_ zeilen: [String], _ genannt: Set<String>) -> [String] {
  let benannte = zeilen.filter { zeile in
    genannt.contains { zeile.range(of: $0, options: .caseInsensitive) != nil }
  }
  let umhuellend = Set(
    benannte.flatMap { zeile -> [String] in
      let pfad = zeile.dropFirst(2).split(separator: " ")[0].split(separator: "/")
      return pfad.indices.map { pfad[...$0].joined(separator: "/") }
    })
  let ohneListen = zeilen.map { $0.replacing(/\[[^\]]*\]/, with: "[]") }
  return zeilen.enumerated().filter { i, zeile in
    if zeile.dropFirst(2).hasPrefix("@xsi:schemaLocation=") || benannte.contains(zeile) {
      return false
    }
    if umhuellend.contains(String(zeile.dropFirst(2).split(separator: " ")[0])) { return false }
    let gegenstueck = (zeile.hasPrefix("-") ? "+" : "-") + ohneListen[i].dropFirst()
    return !ohneListen.contains(String(gegenstueck))
  }.map(\.element)
}
