// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// What a list for appraisal must know about an entry, be it an object or a unit of an Aktenplan.
struct Listenposten {
  let id: ObjektID
  let eltern: ObjektID?
  /// It only shows where the others belong.
  let istKontext: Bool
  /// How people call it in a finding.
  let betreff: String?

  init(_ e: Objekteintrag) {
    id = e.id
    eltern = e.eltern
    istKontext = e.istKontext
    betreff = e.betreff
  }

  init(_ e: Einheitseintrag) {
    id = e.id
    eltern = e.eltern
    istKontext = false
    betreff = "\(e.kennzeichen) \(e.bezeichnung)"
  }
}

/// What is appraised by a list.
enum Listenart {
  /// The objects of an offer (0501, 0502).
  case objekte
  /// The units of an Aktenplan (0511, 0513): appraisal is inherited downwards only, and `B` says that
  /// every file is offered (FAKTEN 2).
  case einheiten

  /// The columns, in their order.
  var spalten: [Listenspalte] {
    switch self {
    case .objekte:
      [
        .nummer, .ebene, .kennzeichen, .betreff, .enthaltenIn, .laufzeit, .dokumente, .umfang,
        .bytes, .zdA, .aufbewahrungsende, .vorschlag, .begruendung, .entscheidung, .notiz, .uuid,
      ]
    case .einheiten:
      [
        .nummer, .kennzeichen, .bezeichnung, .enthaltenIn, .stillgelegt, .entscheidung, .notiz,
        .uuid,
      ]
    }
  }

  /// The heading of a column.
  func kopf(_ spalte: Listenspalte) -> String {
    self == .einheiten && spalte == .entscheidung ? "Entscheidung (A/V/B)" : spalte.rawValue
  }

  /// What may stand in the column for decisions.
  var werte: [String] {
    Archiventscheidung.allCases.map(\.rawValue) + (self == .einheiten ? [Self.einzeln] : [])
  }

  /// Each file is offered by itself.
  static let einzeln = "B"

  /// What the spreadsheet says to another value.
  var auswahlmeldung: String {
    switch self {
    case .objekte:
      "Möglich sind A (archivwürdig) und V (nicht archivwürdig, vernichten). "
        + "Ein leeres Feld lässt die Entscheidung offen."
    case .einheiten:
      "Möglich sind A (archivwürdig), V (nicht archivwürdig, vernichten) und B (jede Akte einzeln "
        + "anbieten). Ein leeres Feld übernimmt, was darüber steht."
    }
  }

  /// That there is no such entry.
  func unbekannt(_ id: ObjektID) -> String {
    switch self {
    case .objekte: "Das Objekt \(id) steht nicht im Anbieteverzeichnis."
    case .einheiten: "Die Einheit \(id) steht nicht im vorgelegten Aktenplan."
    }
  }

  /// That entries have no decision.
  func offen(_ anzahl: String, einzig: Bool) -> String {
    switch self {
    case .objekte:
      einzig
        ? "Ein Objekt ist noch ohne Entscheidung."
        : "\(anzahl) Objekte sind noch ohne Entscheidung."
    case .einheiten:
      einzig
        ? "Eine Einheit ist ohne Entscheidung; ihre Akten werden einzeln angeboten (B)."
        : "\(anzahl) Einheiten sind ohne Entscheidung; ihre Akten werden einzeln angeboten (B)."
    }
  }
}
