// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Where an answer names each object first, and what it says of it; a few bytes for each.
struct Antwortverzeichnis {
  struct Eintrag {
    let zeile: Int
    let aussage: String
  }

  private struct Schluessel: Hashable {
    let hoch: UInt64
    let tief: UInt64
  }

  private struct Stelle {
    let zeile: UInt32
    let aussage: UInt8
  }

  private var stellen: [Schluessel: Stelle] = [:]
  /// What is said, each once; beyond 200 different values all others are one.
  private var aussagen: [String] = []

  /// Notes an object; returns what was said of it before.
  mutating func nimm(_ id: ObjektID, zeile: Int, aussage: String) -> Eintrag? {
    let (hoch, tief) = id.bytes
    let schluessel = Schluessel(hoch: hoch, tief: tief)
    if let erste = stellen[schluessel] {
      return Eintrag(zeile: Int(erste.zeile), aussage: aussagen[Int(erste.aussage)])
    }
    stellen[schluessel] = Stelle(
      zeile: UInt32(clamping: zeile), aussage: UInt8(nummer(aussage)))
    return nil
  }

  private mutating func nummer(_ aussage: String) -> Int {
    if let stelle = aussagen.firstIndex(of: aussage) { return stelle }
    if aussagen.count > 200 { return 200 }
    aussagen.append(aussagen.count == 200 ? "anderer Wert" : aussage)
    return aussagen.count - 1
  }
}
