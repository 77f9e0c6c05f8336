// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import TestHilfe

@testable import Aktenspeicher

/// The process that is killed, or that reads and writes beside the test.
enum Absturzprogramm {
  /// The program beside the test bundle.
  static let pfad: String = {
    let nachbarn = CommandLine.arguments.filter { $0.contains(".xctest") }.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent()
        .appendingPathComponent("Absturzwerkzeug").path
    }
    let vermutet = Gemeinsam.projekt.appendingPathComponent(".build/debug/Absturzwerkzeug").path
    return (nachbarn + [vermutet]).first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? vermutet
  }()

  /// Starts it without waiting; its messages go to a file.
  static func starte(_ argumente: [String], meldungen: URL) throws -> Process {
    try Data().write(to: meldungen)
    let p = Process()
    p.executableURL = URL(fileURLWithPath: pfad)
    p.arguments = argumente
    p.standardInput = FileHandle.nullDevice
    p.standardOutput = FileHandle.nullDevice
    p.standardError = try FileHandle(forWritingTo: meldungen)
    try p.run()
    return p
  }
}

/// What a process acknowledged before it was killed.
struct Quittungen {
  /// The ids of events whose call had returned.
  var ereignisse: [EreignisID] = []
  /// Documents with the digests of their files.
  var dokumente: [(id: ObjektID, hash: Dateihash)] = []
  /// Destroyed Akten.
  var vernichtete: Set<ObjektID> = []
  /// What was begun last and not finished; empty if nothing was.
  var unterbrochen = ""

  /// Reads what is new in the file.
  mutating func lies(_ datei: URL, ab stelle: inout Int) throws {
    let bytes = (try? Data(contentsOf: datei)) ?? Data()
    unterbrochen = "start"
    for zeile in bytes.dropFirst(stelle).split(separator: 10) {
      let teile = String(decoding: zeile, as: UTF8.self).split(separator: " ").map(String.init)
      guard teile.first == "z" else {
        unterbrochen = teile.last ?? ""
        continue
      }
      unterbrochen = "zwischen"
      var i = 2
      while i < teile.count {
        switch teile[i] {
        case "e": if let id = EreignisID(teile[i + 1]) { ereignisse.append(id) }
        case "v": if let id = ObjektID(teile[i + 1]) { vernichtete.insert(id) }
        case "d":
          if let id = ObjektID(teile[i + 1]), let hash = Dateihash(hex: teile[i + 2]) {
            dokumente.append((id, hash))
          }
          i += 1
        default: break
        }
        i += 2
      }
    }
    stelle = bytes.count
  }
}
