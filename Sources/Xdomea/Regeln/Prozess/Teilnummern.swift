// SPDX-License-Identifier: Apache-2.0

/// Which parts of a numbered message are missing, as ranges: totals may be hostile.
struct Teilnummern {
  /// The missing numbers, ascending.
  private(set) var fehlend: [ClosedRange<Int>] = []
  private let letzter: Int

  /// What is missing of the parts 1 to `gesamt`.
  init(vorhanden: some Sequence<Int>, gesamt: Int) {
    letzter = gesamt
    var naechster = 1
    for n in Set(vorhanden).sorted() where n >= 1 && n <= gesamt {
      if n > naechster { fehlend.append(naechster...(n - 1)) }
      naechster = n == .max ? n : n + 1
    }
    if naechster <= gesamt, fehlend.last?.upperBound != gesamt, gesamt >= 1 {
      if !(naechster == .max) { fehlend.append(naechster...gesamt) }
    }
  }

  var istVollstaendig: Bool { fehlend.isEmpty }

  /// Something is missing although the last part is there.
  var hatLuecke: Bool { fehlend.last.map { $0.upperBound < letzter } ?? false }

  func fehlt(_ nummer: Int) -> Bool { fehlend.contains { $0.contains(nummer) } }

  /// For people: `2, 4–7`; of many ranges the first ones.
  var text: String {
    let teile = fehlend.prefix(20).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return teile.joined(separator: ", ") + (fehlend.count > 20 ? " und weitere" : "")
  }
}
