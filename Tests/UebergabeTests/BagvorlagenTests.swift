// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing
import Uebergabe

/// The bags of the Library of Congress and our own, with what a strict checker must say.
@Suite(.enabled(if: Gemeinsam.verfuegbar, Comment(rawValue: Gemeinsam.hinweis)))
struct BagvorlagenTests {
  struct Fall: CustomTestStringConvertible, Sendable {
    let ordner: String
    let name: String
    let gueltig: Bool
    let fehler: Set<String>
    let warnungen: Set<String>
    var testDescription: String { name }
    var pfad: String { Gemeinsam.ordner.appendingPathComponent("uebergabe/\(ordner)/\(name)").path }
  }

  static func faelle(_ ordner: String) -> [Fall] {
    let tabelle = Gemeinsam.ordner.appendingPathComponent("uebergabe/\(ordner)/ERWARTUNG.tsv")
    guard let text = try? String(contentsOf: tabelle, encoding: .utf8) else { return [] }
    let zeilen = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let kopf = zeilen[0]
    func spalte(_ zeile: [String], _ beginn: String) -> String {
      zeile[kopf.firstIndex { $0.hasPrefix(beginn) }!]
    }
    func menge(_ text: String) -> Set<String> {
      text == "-" ? [] : Set(text.split(separator: ",").map(String.init))
    }
    return zeilen.dropFirst().map { z in
      Fall(
        ordner: ordner, name: spalte(z, "fall"), gueltig: spalte(z, "erwartet") == "gueltig",
        fehler: menge(spalte(z, "hauptbefund")).union(menge(spalte(z, "weitere"))),
        warnungen: menge(spalte(z, "warnungen")))
    }
  }

  static let alle = faelle("bagit-conformance") + faelle("bagit-eigene")

  @Test("the tables are complete")
  func anzahl() { #expect(Self.alle.count == 66) }

  @Test("a strict check finds what the table says, no more and no less", arguments: alle)
  func streng(_ fall: Fall) throws {
    let e = try Bagpruefer().pruefe(fall.pfad)
    let fehler = e.bericht.befunde.filter { $0.schwere == .fehler }.map(\.regel)
    let warnungen = e.bericht.befunde.filter { $0.schwere == .warnung }.map(\.regel)
    #expect((e.urteil == .gueltig) == fall.gueltig)
    #expect(Set(fehler) == fall.fehler)
    #expect(Set(warnungen) == fall.warnungen)
    // Every finding of a file's content says which file.
    for b in e.bericht.befunde { #expect(b.ort.datei != nil || b.regel == "MANIFEST-FEHLT") }
  }

  @Test("what is valid by the letter is valid for a tolerant check", arguments: alle)
  func tolerant(_ fall: Fall) throws {
    let e = try Bagpruefer(.tolerant).pruefe(fall.pfad)
    if fall.gueltig { #expect(e.urteil == .gueltig) }
    #expect(e.regeln(ab: .fehler).isSubset(of: fall.fehler))
    // Damage, gaps and escapes are never forgiven.
    let hart = fall.fehler.filter {
      $0.hasSuffix("PRUEFSUMME") || $0.contains("PFAD-") || $0 == "DOPPELT-ABWEICHEND"
        || $0 == "BAGIT-FEHLT" || $0 == "MANIFEST-FEHLT" || $0 == "OXUM-ABWEICHUNG"
    }.subtracting(["TAG-PRUEFSUMME"])
    #expect(e.regeln(ab: .fehler).isSuperset(of: hart))
  }
}
