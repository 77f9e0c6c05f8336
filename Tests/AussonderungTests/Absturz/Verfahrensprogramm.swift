// SPDX-License-Identifier: Apache-2.0

import Aussonderung
import Foundation
import Glibc
import TestHilfe

/// One side of the procedure as a process.
struct Verfahrensprogramm {
  /// The program beside the test bundle.
  static let pfad: String = {
    let nachbarn = CommandLine.arguments.filter { $0.contains(".xctest") }.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent()
        .appendingPathComponent("Verfahrenswerkzeug").path
    }
    let vermutet = Gemeinsam.projekt.appendingPathComponent(".build/debug/Verfahrenswerkzeug").path
    return (nachbarn + [vermutet]).first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? vermutet
  }()

  let seite: Seite
  private let ordner: URL
  private let prozess = Process()
  private let uhr: FileHandle
  /// The files of the side when it began.
  private let anfang: Set<String>

  /// Starts it without waiting.
  init(_ seite: Seite, _ ordner: URL) throws {
    self.seite = seite
    self.ordner = ordner
    anfang = Self.bild(seite, ordner)
    let meldungen = ordner.appendingPathComponent("meldungen-\(seite.rawValue)")
    try Data().write(to: meldungen)
    let stechuhr = ordner.appendingPathComponent("stechuhr-\(seite.rawValue)")
    try Data().write(to: stechuhr)
    uhr = try FileHandle(forReadingFrom: stechuhr)
    prozess.executableURL = URL(fileURLWithPath: Self.pfad)
    prozess.arguments = [seite.rawValue, ordner.path]
    prozess.standardInput = FileHandle.nullDevice
    prozess.standardOutput = FileHandle.nullDevice
    prozess.standardError = try FileHandle(forWritingTo: meldungen)
    try prozess.run()
  }

  var laeuft: Bool { prozess.isRunning }

  /// What it is doing; empty before it says so.
  var taetigkeit: String {
    var zeile = [UInt8](repeating: 32, count: 16)
    let n = pread(uhr.fileDescriptor, &zeile, 16, 0)
    return String(decoding: zeile.prefix(max(0, n)).prefix { $0 != 32 }, as: UTF8.self)
  }

  /// True if it changed something of its own since it began.
  var hatVeraendert: Bool { Self.bild(seite, ordner) != anfang }

  /// Ends it in the middle of what it does.
  ///
  /// - Returns: False if it had ended already.
  func schiesseAb() -> Bool {
    kill(prozess.processIdentifier, SIGKILL)
    prozess.waitUntilExit()
    return prozess.terminationReason == .uncaughtSignal
  }

  /// What is wrong with the end of a process that nobody killed.
  func mangel() throws -> String? {
    prozess.waitUntilExit()
    if prozess.terminationReason == .exit, prozess.terminationStatus == 0 { return nil }
    return "\(seite.rawValue) endete mit \(prozess.terminationStatus): "
      + (try String(
        contentsOf: ordner.appendingPathComponent("meldungen-\(seite.rawValue)"), encoding: .utf8))
  }

  /// Name, size and time of each file of a side.
  private static func bild(_ seite: Seite, _ ordner: URL) -> Set<String> {
    let oben = ordner.appendingPathComponent(seite.rawValue).path
    var bild: Set<String> = []
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: oben)) ?? [] {
      var s = stat()
      guard name != "sperre", stat(oben + "/" + name, &s) == 0, s.st_mode & S_IFMT == S_IFREG
      else { continue }
      bild.insert("\(name) \(s.st_ino) \(s.st_size) \(s.st_mtim.tv_sec) \(s.st_mtim.tv_nsec)")
    }
    return bild
  }
}
