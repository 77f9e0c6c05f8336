// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// One change anywhere in a bag is found, and the finding says where.
@Suite("Damage is found and located")
struct BagschadenTests {
  /// A bag with 40 files in a folder, changed by `body`, then as that form.
  private func schaden(
    _ form: Bagschreiber.Form, _ body: (URL) throws -> Void
  ) throws -> Bagergebnis {
    try mitTemporaeremOrdner { ordner in
      let bag = ordner.appendingPathComponent("bag")
      var schreiber = try Bagschreiber(pfad: bag.path)
      for i in 0..<40 {
        try schreiber.nutzlast("ordner\(i % 7)/datei \(i).txt", bytes: Array("Inhalt \(i)".utf8))
      }
      try schreiber.tagdatei("dimag/control.xml", bytes: Array("<x/>".utf8))
      _ = try schreiber.beende()
      try body(bag)
      switch form {
      case .ordner: return try Bagpruefer().pruefe(bag.path)
      case .zip:
        let e = try Programm.starte("zip", ["-q", "-r", "bag.zip", "bag"], ordner: ordner)
        try #require(e.status == 0)
        return try Bagpruefer().pruefe(bag.path + ".zip")
      case .tar:
        let e = try Programm.starte("tar", ["-czf", "bag.tar.gz", "bag"], ordner: ordner)
        try #require(e.status == 0)
        return try Bagpruefer().pruefe(bag.path + ".tar.gz")
      }
    }
  }

  static let formen: [Bagschreiber.Form] = [.ordner, .zip, .tar]

  @Test("untouched it is valid in each form", arguments: formen)
  func heil(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) { _ in }
    #expect(e.urteil == .gueltig && e.bericht.befunde == [])
  }

  @Test("one flipped byte", arguments: formen)
  func byte(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) { try kippe($0.appendingPathComponent("data/ordner3/datei 10.txt")) }
    #expect(e.urteil == .ungueltig && e.vollstaendig)
    #expect(e.bericht.befunde.count == 1)
    #expect(e.orte("NUTZLAST-PRUEFSUMME") == ["data/ordner3/datei 10.txt"])
  }

  @Test("one flipped byte in every file of the bag, one after the other")
  func ueberall() throws {
    var namen: [String] = []
    _ = try schaden(.ordner) { bag in
      namen = try FileManager.default.subpathsOfDirectory(atPath: bag.path)
        .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".xml") }
    }
    #expect(namen.count == 45)
    for name in namen {
      let e = try schaden(.ordner) { try kippe($0.appendingPathComponent(name)) }
      #expect(e.urteil != .gueltig, "\(name)")
      let orte = e.bericht.befunde.compactMap(\.ort.datei)
      // What changed in the tag manifest itself shows at the file whose line it is.
      #expect(orte.contains(name) || name.hasPrefix("tagmanifest-"), "\(name)")
    }
  }

  @Test("one missing file", arguments: formen)
  func fehlt(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) {
      try FileManager.default.removeItem(at: $0.appendingPathComponent("data/ordner0/datei 0.txt"))
    }
    #expect(e.urteil == .ungueltig && !e.vollstaendig)
    #expect(e.orte("NUTZLAST-FEHLT") == ["data/ordner0/datei 0.txt"])
    #expect(e.regeln(ab: .fehler) == ["NUTZLAST-FEHLT", "OXUM-ABWEICHUNG"])
  }

  @Test("one missing tag file", arguments: formen)
  func tagFehlt(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) {
      try FileManager.default.removeItem(at: $0.appendingPathComponent("dimag/control.xml"))
    }
    #expect(e.orte("TAG-FEHLT") == ["dimag/control.xml"])
    #expect(e.regeln(ab: .fehler) == ["TAG-FEHLT"])
  }

  @Test("one extra file", arguments: formen)
  func zusatz(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) {
      try Data("neu".utf8).write(to: $0.appendingPathComponent("data/ordner1/neu.txt"))
    }
    #expect(e.orte("NUTZLAST-NICHT-IM-MANIFEST") == ["data/ordner1/neu.txt"])
    #expect(e.regeln(ab: .fehler) == ["NUTZLAST-NICHT-IM-MANIFEST", "OXUM-ABWEICHUNG"])
  }

  @Test("one renamed file is named with its old name", arguments: formen)
  func umbenannt(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) {
      try FileManager.default.moveItem(
        at: $0.appendingPathComponent("data/ordner2/datei 2.txt"),
        to: $0.appendingPathComponent("data/ordner2/datei zwei.txt"))
    }
    #expect(e.regeln(ab: .fehler) == ["NUTZLAST-FEHLT", "NUTZLAST-NICHT-IM-MANIFEST"])
    #expect(e.orte("NUTZLAST-FEHLT") == ["data/ordner2/datei 2.txt"])
    #expect(e.orte("UMBENANNT") == ["data/ordner2/datei zwei.txt"])
    let befund = try #require(e.bericht.befunde.first { $0.regel == "UMBENANNT" })
    #expect(befund.meldung.contains("data/ordner2/datei 2.txt"))
  }

  @Test("a damaged archive is told from a damaged bag")
  func archiv() throws {
    try mitTemporaeremOrdner { ordner in
      for (form, name) in [(Bagschreiber.Form.zip, "bag.zip"), (.tar, "bag.tar")] {
        let pfad = ordner.appendingPathComponent(name)
        var optionen = Bagschreiber.Optionen()
        optionen.form = form
        var schreiber = try Bagschreiber(pfad: pfad.path, optionen: optionen)
        try schreiber.nutzlast("a.pdf", bytes: [UInt8](repeating: 7, count: 100_000))
        _ = try schreiber.beende()
        let ganz = try Data(contentsOf: pfad)
        try ganz.prefix(60_000).write(to: pfad)
        let kurz = try Bagpruefer().pruefe(pfad.path)
        #expect(kurz.urteil != .gueltig)
        var bytes = [UInt8](ganz)
        bytes[50_000] ^= 1
        try Data(bytes).write(to: pfad)
        let gekippt = try Bagpruefer().pruefe(pfad.path)
        #expect(gekippt.urteil != .gueltig)
        #expect(gekippt.bericht.befunde.contains { $0.ort.datei == "data/a.pdf" })
      }
    }
  }
}

/// Changes the byte in the middle of a file.
private func kippe(_ datei: URL) throws {
  var bytes = [UInt8](try Data(contentsOf: datei))
  bytes[bytes.count / 2] ^= 1
  try Data(bytes).write(to: datei)
}
