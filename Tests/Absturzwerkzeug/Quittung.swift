// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Glibc
import Lifecycle

/// Tells the test what was begun and what was done.
///
/// One line per call of the store, written in one piece. What a process has written outlives it.
///
/// `a KIND` begins, `z KIND PART…` was done; a part is `e` and the id of an event, `d` with a document
/// and the digest of its file, or `v` and a destroyed Akte.
struct Quittung {
  private let fd: Int32
  private var teile: [String] = []

  init(_ pfad: String) throws {
    fd = open(pfad, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard fd >= 0 else { throw SpeicherFehler.nichtSchreibbar(pfad: pfad, grund: "\(errno)") }
  }

  /// Notes what the call under way does.
  mutating func merke(_ id: EreignisID) { teile.append("e \(id.text)") }
  mutating func merke(dokument id: ObjektID, _ hash: Pruefsumme) {
    teile.append("d \(id.text) \(hash.hex)")
  }
  mutating func merke(vernichtet id: ObjektID) { teile.append("v \(id.text)") }

  /// Says that something begins.
  mutating func beginne(_ art: String) {
    teile = []
    schreibe("a \(art)\n")
  }

  /// Says that the call has returned.
  mutating func beende(_ art: String) {
    schreibe((["z \(art)"] + teile).joined(separator: " ") + "\n")
    teile = []
  }

  private func schreibe(_ zeile: String) {
    let bytes = Array(zeile.utf8)
    guard write(fd, bytes, bytes.count) == bytes.count else { exit(3) }
  }
}
