// SPDX-License-Identifier: Apache-2.0

/// The columns of lists for appraisal; ``Listenart`` says which list has which.
enum Listenspalte: String, CaseIterable {
  case nummer = "laufende Nr."
  case ebene = "Ebene"
  case kennzeichen = "Kennzeichen"
  case betreff = "Betreff"
  case bezeichnung = "Bezeichnung"
  case enthaltenIn = "enthalten in"
  case laufzeit = "Laufzeit"
  case dokumente = "Dokumente"
  case umfang = "Umfang"
  case bytes = "Umfang in Byte"
  case zdA = "zdA"
  case stillgelegt = "stillgelegt"
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
    case .betreff, .bezeichnung: 60
    case .enthaltenIn: 24
    case .laufzeit: 24
    case .dokumente: 11
    case .umfang: 12
    case .bytes: 16
    case .zdA, .stillgelegt: 12
    case .aufbewahrungsende: 19
    case .vorschlag: 22
    case .begruendung: 40
    case .entscheidung: 19
    case .notiz: 40
    case .uuid: 38
    }
  }

  /// The column with this heading, whatever its letter case.
  init?(kopf: String) {
    let name = kopf.lowercased()
    if ["entscheidung", "entscheidung (a/v/b)"].contains(name) {
      self = .entscheidung
    } else if let spalte = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) {
      self = spalte
    } else {
      return nil
    }
  }
}
