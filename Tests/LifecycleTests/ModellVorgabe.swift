// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// How much the model-based test runs, from the environment variable `DIVA_MODELL`:
/// `SEED`, `SEED/EVENTS` or `SEED/EVENTS/WORLD`; the last one runs a single world again.
struct Modellvorgabe {
  /// Events of one world; bounds the memory and the length of a log.
  static let jeWelt = 2_000

  var seed: UInt64 = 20_261_123
  var ereignisse = 1_000_000
  var nurWelt: Int?

  init(_ text: String?) {
    let teile = (text ?? "").split(separator: "/")
    if teile.count > 0, let n = UInt64(teile[0]) { seed = n }
    if teile.count > 1, let n = Int(teile[1]) { ereignisse = n }
    if teile.count > 2 { nurWelt = Int(teile[2]) }
  }

  static var ausUmgebung: Self {
    Self(ProcessInfo.processInfo.environment["DIVA_MODELL"])
  }

  /// The numbers of the worlds to run.
  var welten: [Int] {
    if let nurWelt { return [nurWelt] }
    return Array(0..<max(1, (ereignisse + Self.jeWelt - 1) / Self.jeWelt))
  }

  /// True if so many events ran that every row must have occurred.
  var istVoll: Bool { nurWelt == nil && ereignisse >= 200_000 }

  /// How to run one world again.
  func wiederholung(_ welt: Int) -> String { "DIVA_MODELL=\(seed)/\(ereignisse)/\(welt)" }
}
