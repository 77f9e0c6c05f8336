// SPDX-License-Identifier: Apache-2.0
import Behaelter
import Foundation

/// All entries of a container with their content, or the error.
func liesAlles(
  _ pfad: String, _ grenzen: Grenzen = .standard
) throws -> [(name: String, bytes: [UInt8])] {
  var leser = try Containerleser(pfad: pfad, grenzen: grenzen)
  var alle: [(name: String, bytes: [UInt8])] = []
  while let kopf = try leser.naechster() {
    var bytes: [UInt8] = []
    try leser.jederBlock { bytes += $0 }
    alle.append((kopf.name, bytes))
  }
  return alle
}

/// The error that `body` throws, if it is one of ours.
func fehler(_ body: () throws -> Void) -> BehaelterFehler? {
  do {
    try body()
    return nil
  } catch {
    return error as? BehaelterFehler
  }
}

/// The reason for which reading the whole container at `pfad` fails as damaged.
func schaden(_ pfad: String) -> String? {
  guard case .beschaedigt(_, _, let grund)? = fehler({ _ = try liesAlles(pfad) }) else {
    return nil
  }
  return grund
}

/// What is in the folder, hidden names included.
func inhalt(_ ordner: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: ordner.path).sorted()
}
