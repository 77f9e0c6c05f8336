// SPDX-License-Identifier: Apache-2.0
internal import Lifecycle

/// Where the columns that are read stand in a list.
struct Listenkopf {
  /// How many columns the list has.
  let anzahl: Int
  private var stellen: [Listenspalte: Int] = [:]
  /// Columns of which there are several.
  private(set) var doppelte: [Listenspalte] = []

  /// The columns that are read; a decision cannot be told without the first two.
  static let gelesene: [Listenspalte] = [.uuid, .entscheidung, .notiz]

  init(_ felder: [String]) {
    anzahl = felder.count
    for (stelle, name) in felder.enumerated() {
      guard let spalte = Listenspalte(kopf: name.ohneRand), Self.gelesene.contains(spalte) else {
        continue
      }
      if stellen[spalte] != nil {
        if !doppelte.contains(spalte) { doppelte.append(spalte) }
      } else {
        stellen[spalte] = stelle
      }
    }
  }

  /// The columns that are to be read and are missing.
  var fehlende: [Listenspalte] { Self.gelesene.filter { stellen[$0] == nil } }

  /// True if the list has the column.
  func hat(_ spalte: Listenspalte) -> Bool { stellen[spalte] != nil }

  /// The field of a row; empty if the row is too short.
  func feld(_ spalte: Listenspalte, _ felder: [String]) -> String {
    guard let stelle = stellen[spalte], felder.indices.contains(stelle) else { return "" }
    return felder[stelle]
  }

  /// The first row with something in it, after a line `sep=;` of Excel.
  ///
  /// - Parameters:
  ///   - csv: The list.
  ///   - mangel: Called for each row before it that cannot be taken apart.
  /// - Returns: The row; nil if there is none.
  static func ersteZeile(
    _ csv: inout CSVLeser, mangel: (CSVLeser.Mangel) -> Void = { _ in }
  ) -> CSVLeser.Satz? {
    while let fund = csv.naechster() {
      switch fund {
      case .mangel(let m): mangel(m)
      case .satz(let satz):
        let istTrennerangabe = satz.felder[0].lowercased().hasPrefix("sep=")
        if !istTrennerangabe, !satz.istLeer { return satz }
      }
    }
    return nil
  }
}

extension CSVLeser.Satz {
  /// True if nothing stands in the row.
  var istLeer: Bool { felder.allSatisfy { $0.ohneRand.isEmpty } }
}
