// SPDX-License-Identifier: Apache-2.0

extension Antwortdatei {
  /// Sixteen digits that stand for the project: the same for each export of a file, others for another
  /// municipality.
  ///
  /// They come from what does not change while people answer: name of the municipality, its part, its
  /// kind and Land, and the day on which the first person began. The page of the self check computes the
  /// same (`selbstcheck/js/ablage.js`).
  var vorhaben: String {
    let namen = ([self] + einzelne).compactMap(\.kommune).sorted()
    let tage = ([self] + einzelne).compactMap(\.begonnen).sorted()
    let teile = [
      namen.first ?? "", geltungsbereich ?? "Gesamtverwaltung", stammdaten["SD-01"] ?? "",
      stammdaten["SD-09"] ?? "", tage.first ?? "",
    ]
    return Self.fnv(teile.joined(separator: "\u{1F}"))
  }

  /// FNV-1a with 64 bits: no secret, only a short name for a text.
  private static func fnv(_ text: String) -> String {
    var wert: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      wert ^= UInt64(byte)
      wert = wert &* 0x100_0000_01b3
    }
    let ziffern = String(wert, radix: 16)
    return String(repeating: "0", count: 16 - ziffern.count) + ziffern
  }
}
