// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// One process writes, others read.
@Suite("Mehrere Prozesse")
struct MehrereTests {
  @Test("der zweite Schreiber erfährt, welcher Prozess schreibt; Lesen geht weiter")
  func zweiterSchreiber() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      _ = try b.akte()
      let pfad = b.speicher.ordner
      // This process writes, another one tries to.
      let lauf = try Programm.starte(Absturzprogramm.pfad, ["oeffne", pfad])
      #expect(lauf.status == 1)
      #expect(lauf.fehler.contains("(Prozess \(getpid()))"), "\(lauf.fehler)")
      try b.speicher.schliesse()
      #expect(try Programm.starte(Absturzprogramm.pfad, ["oeffne", pfad]).status == 0)

      // Another one writes, this one tries to.
      let p = Process()
      p.executableURL = URL(fileURLWithPath: Absturzprogramm.pfad)
      p.arguments = ["halte", pfad]
      let ein = Pipe()
      let aus = Pipe()
      p.standardInput = ein
      p.standardOutput = aus
      try p.run()
      #expect(String(decoding: aus.fileHandleForReading.availableData, as: UTF8.self) == "offen\n")
      switch speicherfehler({ _ = try Speicher(pfad, wartezeit: .milliseconds(100)) }) {
      case .gesperrt(pfad, let prozess)?: #expect(prozess == p.processIdentifier)
      case let anderer: Issue.record("\(String(describing: anderer))")
      }
      #expect(try befunde(Speicher(pfad, .lesend)) == [])
      // Killed, the process holds nothing any more.
      kill(p.processIdentifier, SIGKILL)
      p.waitUntilExit()
      #expect(try befunde(Speicher(pfad)) == [])
      withExtendedLifetime(ein) {}
    }
  }

  @Test("wer liest, sieht kein halbes Ereignis, während ein anderer Prozess schreibt")
  func mitleser() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      let zeichen = ordner.appendingPathComponent("ende")
      var leser: [(Process, URL)] = []
      for i in 0..<2 {
        let ausgabe = ordner.appendingPathComponent("leser\(i)")
        try Data().write(to: ausgabe)
        let p = Process()
        p.executableURL = URL(fileURLWithPath: Absturzprogramm.pfad)
        p.arguments = ["lies", b.speicher.ordner, zeichen.path]
        p.standardOutput = try FileHandle(forWritingTo: ausgabe)
        p.standardInput = FileHandle.nullDevice
        try p.run()
        leser.append((p, ausgabe))
      }
      // Files of several parts are made, closed, and destroyed.
      let anfang = b.heute
      let ende = ContinuousClock.now + .seconds(3)
      // A loaded machine needs longer until every reader has seen something.
      let spaetestens = ContinuousClock.now + .seconds(600)
      func alleLasen() -> Bool {
        leser.allSatisfy { leser, _ in
          FileManager.default.fileExists(atPath: "\(zeichen.path).\(leser.processIdentifier)")
        }
      }
      repeat {
        b.heute = anfang
        let akte = try b.akte()
        for i in 0..<3 {
          _ = try b.dokument("\(i).txt", "\(akte) \(i)", in: try b.vorgang(in: akte))
        }
        try b.schliesse(akte)
        try b.lassJahreVergehen()
        try b.vernichte(akte)
      } while ContinuousClock.now < ende || (!alleLasen() && ContinuousClock.now < spaetestens)
      try Data().write(to: zeichen)
      for (p, ausgabe) in leser {
        p.waitUntilExit()
        #expect(p.terminationStatus == 0)
        let zeilen = try String(contentsOf: ausgabe, encoding: .utf8).split(separator: "\n")
        #expect((zeilen.first.flatMap { Int($0) } ?? 0) > 3, "Runden")
        #expect((zeilen.dropFirst().first.flatMap { Int($0) } ?? 0) > 3, "Stände")
        // The clock of this test goes back with each file; everything else would be a fault.
        let fehler = zeilen.dropFirst(2).filter { !$0.hasPrefix("PR9") }
        #expect(fehler.isEmpty, "\(fehler)")
      }
      // The readers may have kept traces from being removed; whoever opens next does that.
      try b.speicher.schliesse()
      #expect(try befunde(Speicher(b.speicher.ordner)).allSatisfy { $0.regel == "PR9" })
    }
  }
}
