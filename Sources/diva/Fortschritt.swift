// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Pruefung
internal import Synchronization
internal import Xdomea

/// One line on the terminal that tells how far the work is; only for work over a second.
final class Fortschritt: Sendable {
  private struct Stand {
    var zuletzt: ContinuousClock.Instant
    var sichtbar = false
  }

  private let stand: Mutex<Stand>
  private let amTerminal = isatty(STDERR_FILENO) == 1

  init() { stand = Mutex(Stand(zuletzt: .now)) }

  /// Shows a text if the last one was shown long enough ago.
  func zeige(_ text: @autoclosure () -> String) {
    guard amTerminal else { return }
    stand.withLock { s in
      let jetzt = ContinuousClock.now
      guard jetzt - s.zuletzt > (s.sichtbar ? .milliseconds(200) : .seconds(1)) else { return }
      s.zuletzt = jetzt
      s.sichtbar = true
      schreibe("\r\u{1B}[K" + text().sichtbar.prefix(78))
    }
  }

  /// Removes the line.
  func ende() {
    stand.withLock { s in
      if s.sichtbar { schreibe("\r\u{1B}[K") }
      s.sichtbar = false
    }
  }

  private func schreibe(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
