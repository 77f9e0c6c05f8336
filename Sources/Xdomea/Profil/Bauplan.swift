// SPDX-License-Identifier: Apache-2.0

/// The name of a complex element's plan: one for every block of the model and for every wrapper.
enum Plan: UInt8, CaseIterable, Sendable {
  case keiner
  case nachricht0501, nachricht0502, nachricht0503, nachricht0506
  case nachricht0511, nachricht0513, nachricht0514, empfangsbestaetigung
  case kopf, kopfIdentifikation, kopfBasis, kopf0501, kopf0503, kopf0511
  case sendendesSystem
  case schriftgutobjekt, akte, akteninhalt, vorgang
  case dokumentWahl, dokument, dokumentMitSchriftstueck, anlage
  case version, format, primaerdokument, signaturSiegel, hash
  case identifikation, allgemeineMetadaten, geheimhaltung, aktenplanverweis, strukturpfad
  case pfadelement, aussonderungsmetadaten, aufbewahrungsdauer, aussonderungsart, zeitraum
  case historie, verweis, geschaeftsgang, beteiligungsschritt, verfuegung, bearbeitung
  case kontakt, behoerdenkennung, institution, organisationseinheit, person, personenname
  case anschrift, staat, erreichbarkeit, unstrukturierteAnschrift, geburt
  case erweiterung, feldgruppe, feld
  case aktenplan, aktenplaneinheit, aktenplanBewertung, aktenplaneinheitBewertung
  case bewertung, rueckmeldung, rueckmeldung0514, erfolgOderMisserfolg

  /// Wrappers that hold one of their elements.
  static let wahlen: Set<Plan> = [.aufbewahrungsdauer, .aussonderungsart]

  /// The plans of root elements.
  static let nachrichten: [Plan] = [
    .nachricht0501, .nachricht0502, .nachricht0503, .nachricht0506, .nachricht0511,
    .nachricht0513, .nachricht0514, .empfangsbestaetigung,
  ]
}

/// How often an element may occur.
enum Haeufigkeit: UInt8, Sendable {
  /// Exactly once.
  case eins
  /// At most once.
  case evtl
  /// Any number of times.
  case viele
  /// At least once.
  case mehrere

  var istPflicht: Bool { self == .eins || self == .mehrere }
  var istEinfach: Bool { self == .eins || self == .evtl }
}

/// What an element holds.
enum Inhalt: Sendable {
  /// A value as text; ``Wertart`` says which.
  case wert(Wertart)
  /// An entry of a code list.
  case code(Codebindung)
  /// A block of the model.
  case block(Plan)
  /// Children that belong to the block around.
  case huelle(Plan)
  /// Foreign XML, kept as it is.
  case roh
}

/// The lexical form of a value.
enum Wertart: UInt8, Sendable {
  case text, tag, jahr, zeitpunkt, uhrzeit, wahrheit, ganzzahl, uuid
  /// A boolean that must be written literally as `1` (R16).
  case fest1
  /// A boolean whose empty element means false (2.x, FAKTEN 5.4) or true (2.x, `Erfolgreich`).
  case wahrheitSonst0, wahrheitSonst1
}

/// One element of a plan: its name in this version, its field, its content and how often.
struct Elementplan: Sendable {
  let name: String
  let feld: Feld
  let inhalt: Inhalt
  let haeufigkeit: Haeufigkeit
  /// False for elements without namespace (FAKTEN 4, list of unqualified elements).
  let qualifiziert: Bool

  init(
    _ name: String, _ feld: Feld, _ inhalt: Inhalt, _ haeufigkeit: Haeufigkeit,
    qualifiziert: Bool = true
  ) {
    self.name = name
    self.feld = feld
    self.inhalt = inhalt
    self.haeufigkeit = haeufigkeit
    self.qualifiziert = qualifiziert
  }

  static func text(_ name: String, _ feld: Feld, _ h: Haeufigkeit = .evtl) -> Elementplan {
    Elementplan(name, feld, .wert(.text), h)
  }
  static func wert(
    _ name: String, _ feld: Feld, _ art: Wertart, _ h: Haeufigkeit = .evtl
  ) -> Elementplan {
    Elementplan(name, feld, .wert(art), h)
  }
  static func code(
    _ name: String, _ feld: Feld, _ bindung: Codebindung, _ h: Haeufigkeit = .evtl
  ) -> Elementplan {
    Elementplan(name, feld, .code(bindung), h)
  }
  static func block(
    _ name: String, _ feld: Feld, _ plan: Plan, _ h: Haeufigkeit = .evtl
  ) -> Elementplan {
    Elementplan(name, feld, .block(plan), h)
  }
  static func huelle(_ name: String, _ plan: Plan, _ h: Haeufigkeit = .evtl) -> Elementplan {
    Elementplan(name, .huelle, .huelle(plan), h)
  }
  static func roh(_ name: String, _ feld: Feld) -> Elementplan {
    Elementplan(name, feld, .roh, .evtl)
  }
  /// The same element without namespace.
  var unqualifiziert: Elementplan {
    Elementplan(name, feld, inhalt, haeufigkeit, qualifiziert: false)
  }
  /// The same element, mandatory.
  var pflicht: Elementplan {
    Elementplan(
      name, feld, inhalt, haeufigkeit == .viele ? .mehrere : .eins, qualifiziert: qualifiziert)
  }
}

/// The elements of a block in the order of the schema.
typealias Bauplan = [Elementplan]
