// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import TestHilfe

/// Löschbücher for the tests.
enum Loeschbuchhilfe {
  /// Writes a book anew as an older version of the suite would have written it: without the store.
  static func inAlterForm(_ pfad: String) throws {
    let ort = URL(fileURLWithPath: pfad)
    var vorgaenger = String(repeating: "0", count: 64)
    var neu = ""
    for zeile in try String(contentsOf: ort, encoding: .utf8).split(separator: "\n") {
      var felder = zeile.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      felder[0] = "1"
      felder.remove(at: 4)
      felder[6] = vorgaenger
      let rumpf = felder.dropLast().joined(separator: "\t") + "\t"
      vorgaenger = try Pruefsumme.sha256(Array(rumpf.utf8)).hex
      neu += rumpf + vorgaenger + "\n"
    }
    try Data(neu.utf8).write(to: ort)
  }
}
