// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Glibc
import TestHilfe
import Testing
import Uebergabe
import Xdomea

@testable import Aussonderung

/// What is refused before anything is written, and what others left behind.
@Suite("Paketierung: Verweigertes und Reste")
struct PaketierungsfehlerTests {
  /// Everything in the folder but the transfer itself.
  private func reste(_ ordner: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ordner.path)
      .filter { !$0.hasSuffix(".zip") }.sorted()
  }

  @Test("ein zweiter Eintrag desselben Namens wird verweigert, auch der Nachricht")
  func doppelt() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 11)
      let pfad = try muster.packe(tmp)
      let ziel = tmp.appendingPathComponent("pakete").path
      let nachricht = try Nachrichtenpaket(pfad: pfad).nachricht!
      let datei = muster.dateien.keys.sorted().first!
      let original = try Data(contentsOf: URL(fileURLWithPath: pfad))
      for name in [datei, nachricht] {
        try original.write(to: URL(fileURLWithPath: pfad))
        // A second entry, as a careless tool appends it.
        let e = try Programm.starte(
          "python3",
          [
            "-W", "ignore", "-c",
            "import sys, zipfile; zipfile.ZipFile(sys.argv[1], 'a').writestr(sys.argv[2], 'anderes')",
            pfad, name,
          ])
        try #require(e.status == 0, "\(e.fehler)")
        #expect(throws: Paketierungsfehler.nameMehrfach(name: name)) {
          _ = try PaketierungTests.uebergib(pfad, nach: ziel, mitSchema: false)
        }
        #expect(try reste(tmp) == [])
      }
    }
  }

  @Test("eine Ebene für eine Akte, die es nicht gibt, wird verweigert")
  func ausnahme() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 11)
      let pfad = try muster.packe(tmp)
      let ziel = tmp.appendingPathComponent("pakete").path
      let fremd = ObjektID("c0ffee00-1111-4222-8333-444455556666")!
      #expect(throws: Paketierungsfehler.ausnahmeUnbekannt([fremd])) {
        _ = try PaketierungTests.uebergib(pfad, nach: ziel, mitSchema: false) {
          $0.ausnahmen = [fremd: .vorgang]
        }
      }
      #expect(try reste(tmp) == [])
    }
  }

  @Test("Reste toter Läufe werden entfernt, die lebender nicht")
  func raeumen() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 11)
      let pfad = try muster.packe(tmp)
      func rest(_ name: String) throws -> String {
        let ordner = tmp.appendingPathComponent(name + "/bag/data")
        try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: ordner.appendingPathComponent("a"))
        return tmp.appendingPathComponent(name).path
      }
      // No system has so many processes; process 1 is always there.
      _ = try rest(".pakete.teil-2000000000-abc")
      _ = try rest(".pakete.teil-1-abc")
      _ = try rest(".andere.teil-2000000000-abc")
      _ = try rest(".pakete.teil-2000000000")
      // Another thread of this process, or one elsewhere whose number is not known here.
      let orte: [String] = [
        try rest(".pakete.teil-\(getpid())-abc"), try rest(".pakete.teil-2000000001-abc"),
      ]
      let gehalten: [Int32] = orte.map { open($0, O_RDONLY | O_DIRECTORY) }
      defer { for fd in gehalten { close(fd) } }
      for fd in gehalten { try #require(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) }
      let ziel = tmp.appendingPathComponent("pakete").path
      _ = try PaketierungTests.uebergib(pfad, nach: ziel, mitSchema: false)
      #expect(
        try reste(tmp)
          == [
            ".andere.teil-2000000000-abc", ".pakete.teil-1-abc", ".pakete.teil-2000000000",
            ".pakete.teil-2000000001-abc", ".pakete.teil-\(getpid())-abc", "pakete",
          ].sorted())
    }
  }
}
