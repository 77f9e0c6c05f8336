// SPDX-License-Identifier: Apache-2.0

/// A value with its names for people and for JSON.
struct Angabe {
  let schluessel: String
  let name: String
  let wert: String

  init(_ schluessel: String, _ name: String, _ wert: String) {
    self.schluessel = schluessel
    self.name = name
    self.wert = wert
  }
}

extension [Angabe] {
  /// The values below each other.
  var zeilen: [String] {
    let breite = map(\.name.count).max() ?? 0
    return map {
      $0.name + ":" + String(repeating: " ", count: breite - $0.name.count + 1) + $0.wert
    }
  }
}
