// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import Synchronization
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Processes are killed at 400 random moments; what they acknowledged is there, and nothing is half
/// there.
@Suite("Absturz")
struct AbsturzTests {
  /// So many stores, each worked on by so many processes that are killed one after the other.
  private static let speicher = 20
  private static let jeSpeicher = 20

  /// What the processes were doing when they were killed.
  private static let getroffen = Mutex<[String: Int]>([:])

  @Test(
    "20-mal abgeschossen: nichts Bestätigtes fehlt, nichts ist halb da",
    arguments: 0..<speicher)
  func abgeschossen(_ nummer: Int) throws {
    try mitTemporaeremOrdner { ordner in
      let seed = UInt64(nummer) * 1_000
      var zufall = Zufall(seed)
      let pfad = ordner.appendingPathComponent("s").path
      let quittung = ordner.appendingPathComponent("quittung")
      var stand = Quittungen()
      var stelle = 0
      for lauf in 0..<Self.jeSpeicher {
        let meldungen = ordner.appendingPathComponent("meldungen")
        let p = try Absturzprogramm.starte(
          ["arbeite", pfad, "\(lauf)", "\(seed + UInt64(lauf))", quittung.path],
          meldungen: meldungen)
        // Every fourth process finds what the one before left, and is killed while it repairs that.
        let beimOeffnen = lauf % 4 == 3
        let warten = UInt32.random(in: 0...(beimOeffnen ? 120_000 : 220_000), using: &zufall)
        if !beimOeffnen { warteAufArbeit(quittung, ab: stelle, p) }
        usleep(warten)
        kill(p.processIdentifier, SIGKILL)
        p.waitUntilExit()
        let text = try String(contentsOf: meldungen, encoding: .utf8)
        #expect(text.isEmpty && p.terminationReason == .uncaughtSignal, "\(seed) \(lauf): \(text)")
        try stand.lies(quittung, ab: &stelle)
        Self.getroffen.withLock { $0[stand.unterbrochen, default: 0] += 1 }
        guard lauf % 4 != 2, FileManager.default.fileExists(atPath: pfad) else { continue }
        let fehler = try Absturzpruefung(pfad, stand).fehler()
        #expect(
          fehler.isEmpty, "seed \(seed), Lauf \(lauf), bei \(stand.unterbrochen): \(fehler)")
        guard fehler.isEmpty else { return }
      }
      // What interrupted backups left goes with the next one that is begun.
      if FileManager.default.fileExists(atPath: pfad) {
        try? FileManager.default.removeItem(atPath: pfad + "-sicherung")
        try Speicher(pfad).sichere(nach: pfad + "-sicherung")
      }
      let reste = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
        .filter { $0.hasPrefix(".s-sicherung") }
      #expect(reste.isEmpty)
      if ProcessInfo.processInfo.environment["DIVA_ABSTURZ_ZEIGEN"] != nil {
        print(Self.getroffen.withLock { "\($0.sorted { $0.key < $1.key })" })
      }
    }
  }

  /// Waits until the process has said something, at most five seconds.
  private func warteAufArbeit(_ quittung: URL, ab stelle: Int, _ p: Process) {
    for _ in 0..<5_000 where p.isRunning {
      var angaben = stat()
      // Opening and setting up are past.
      if stat(quittung.path, &angaben) == 0, angaben.st_size > stelle + 60 { return }
      usleep(1_000)
    }
  }
}

/// The look at a store after its process was killed.
struct Absturzpruefung {
  private let pfad: String
  private let stand: Quittungen
  private var gefunden: [String] = []

  init(_ pfad: String, _ stand: Quittungen) {
    self.pfad = pfad
    self.stand = stand
  }

  /// What is wrong.
  consuming func fehler() throws -> [String] {
    let speicher = try Speicher(pfad)
    let bericht = try speicher.pruefe { gefunden.append("\($0.regel) \($0.meldung)") }
    if !bericht.istUnversehrt { gefunden.append("Kette") }
    try pruefeEreignisse(speicher)
    try pruefeDateien(speicher)
    try pruefeLoeschbuch(speicher)
    try pruefeSicherung()
    try speicher.schliesse()
    return gefunden
  }

  private mutating func pruefeEreignisse(_ speicher: Speicher) throws {
    let fehlende = try speicher.lies { l in
      try stand.ereignisse.filter { try l.protokoll(ereignis: $0.sechzehn) == nil }
    }
    gefunden += fehlende.map { "Ereignis \($0) fehlt" }
  }

  private mutating func pruefeDateien(_ speicher: Speicher) throws {
    for (id, hash) in stand.dokumente {
      guard let bild = try speicher.objekt(id) else {
        gefunden.append("Dokument \(id) fehlt")
        continue
      }
      if bild.lage == "vernichtet" { continue }
      if !bild.dateien.contains(where: { $0.hash == hash }) {
        gefunden.append("Datei von \(id) fehlt")
      }
    }
    // Every file that lies there is whole and is named; nothing waits to be deleted.
    try speicher.ablage.jedeTranche { tranche in
      for datei in tranche {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: speicher.ablage.pfad(datei.hash)))
        if try Pruefsumme.sha256(Array(bytes)) != datei.hash.pruefsumme {
          gefunden.append("Datei \(datei.hash) ist halb")
        }
        if try !speicher.hat(datei.hash) { gefunden.append("Datei \(datei.hash) ist überzählig") }
      }
    }
  }

  private mutating func pruefeLoeschbuch(_ speicher: Speicher) throws {
    var gezaehlt: [ObjektID: Int] = [:]
    let bericht = try Loeschbuchdatei.pruefe(speicher.loeschbuch, speicher: nil) { satz in
      for id in satz.objekte { gezaehlt[id, default: 0] += 1 }
    }
    if let bericht, !bericht.istUnversehrt || bericht.reparatur != .keine {
      gefunden.append("Löschbuch: \(bericht.befunde)")
    }
    var tote: Set<ObjektID> = []
    try speicher.lies { l in
      try l.jedesObjekt { zeile in
        if zeile.lage == Lage.vernichtet.nummer { tote.insert(zeile.id) }
        return true
      }
    }
    if Set(gezaehlt.keys) != tote { gefunden.append("Löschbuch nennt andere Objekte") }
    for (id, n) in gezaehlt where n != 1 { gefunden.append("Löschbuch nennt \(id) \(n)-mal") }
    for id in stand.vernichtete where !tote.contains(id) { gefunden.append("\(id) lebt wieder") }
  }

  /// A backup under way was either begun anew, or is still the one before.
  private mutating func pruefeSicherung() throws {
    let ziel = pfad + "-sicherung"
    guard FileManager.default.fileExists(atPath: ziel) else { return }
    let speicher = try Speicher(ziel, .lesend, loeschbuch: pfad + ".loeschbuch")
    try speicher.pruefeGrundlage { befund in
      // Files may lie there that the old database does not name yet.
      if befund.schwere == .fehler { gefunden.append("Sicherung: \(befund.meldung)") }
    }
    try speicher.lies { l in
      if try Bestandspruefung(l, { _ in }).laufe(anker: [], { _ in }).hatFehler {
        gefunden.append("Sicherung: Kette")
      }
    }
  }
}
