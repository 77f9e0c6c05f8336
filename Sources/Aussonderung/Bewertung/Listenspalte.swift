// SPDX-License-Identifier: Apache-2.0

/// The columns of a list for appraisal, in their order.
enum Listenspalte: String, CaseIterable {
  case nummer = "laufende Nr."
  case ebene = "Ebene"
  case kennzeichen = "Kennzeichen"
  case betreff = "Betreff"
  case enthaltenIn = "enthalten in"
  case laufzeit = "Laufzeit"
  case dokumente = "Dokumente"
  case umfang = "Umfang"
  case bytes = "Umfang in Byte"
  case zdA = "zdA"
  case aufbewahrungsende = "Aufbewahrungsende"
  case vorschlag = "Vorschlag der Behörde"
  case begruendung = "Begründung"
  case entscheidung = "Entscheidung (A/V)"
  case notiz = "Notiz"
  case uuid = "UUID"

  /// Width in letters.
  var breite: Int {
    switch self {
    case .nummer: 11
    case .ebene: 12
    case .kennzeichen: 20
    case .betreff: 60
    case .enthaltenIn: 24
    case .laufzeit: 24
    case .dokumente: 11
    case .umfang: 12
    case .bytes: 16
    case .zdA: 12
    case .aufbewahrungsende: 19
    case .vorschlag: 22
    case .begruendung: 40
    case .entscheidung: 19
    case .notiz: 40
    case .uuid: 38
    }
  }

  /// The place of the column, counted from 0.
  var stelle: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The column with this heading, whatever its letter case.
  init?(kopf: String) {
    let name = kopf.lowercased()
    if name == "entscheidung" {
      self = .entscheidung
    } else if let spalte = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) {
      self = spalte
    } else {
      return nil
    }
  }
}
