// SPDX-License-Identifier: Apache-2.0
import Aussonderung
import Foundation

/// What one side is doing at the moment.
enum Taetigkeit: String {
  /// Opens its folders, and looks at what an interruption left.
  case beginnt
  case setztFort, holtAb, bietetAn, sperrt, gibtAb, loescht
  case bewertet, uebernimmt, bestaetigt
  /// Has nothing to do.
  case wartet
}

/// Says in a file what one side is doing, for whoever wants to end it in the middle of that.
final class Stechuhr {
  private let datei: Int32

  init(_ pfad: String) throws {
    datei = open(pfad, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard datei >= 0 else { throw AussonderungFehler.ablage(pfad: pfad, grund: "nicht schreibbar") }
  }

  deinit { close(datei) }

  /// From now on this.
  func melde(_ was: Taetigkeit) {
    var zeile = Array(was.rawValue.utf8)
    zeile += Array(repeating: 32, count: max(0, 16 - zeile.count))
    pwrite(datei, zeile, 16, 0)
  }
}
