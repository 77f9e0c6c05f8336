// SPDX-License-Identifier: Apache-2.0

/// The catalogue: phases, dimensions, questions, scales, thresholds and tools, as data.
///
/// It is read from `Toolbox/katalog.yaml` by ``Katalogleser``. Titles, durations and thresholds are
/// data and may be changed there (MODELL.md §1, §9).
public struct Katalog: Hashable, Sendable {
  /// Identifier, for example `diva-phasenmodell`.
  public var id: String
  /// Version in three numbers; two catalogues with the same first number can be compared.
  public var version: String
  /// The day of the content, `JJJJ-MM-TT`.
  public var stand: String
  /// Licence of the texts.
  public var lizenz: String
  /// Limits of the scoring.
  public var schwellen: Schwellen
  /// The five levels shown to people, from the lowest.
  public var stufen: [Stufe]
  /// Size classes from the smallest.
  public var groessenklassen: [Groessenklassenregel]
  /// What is asked of the municipality first.
  public var stammdaten: [Stammdatum]
  /// The seven descriptions of where a municipality stands.
  public var standorte: [Standortwahl]
  /// Conditions that give a hint, never a correction.
  public var plausibilitaet: [Plausibilitaet]
  /// The dimensions in the order of the chart.
  public var dimensionen: [Dimension]
  /// The phases by their number.
  public var phasen: [Phase]
  /// The scales by their name.
  public var skalen: [String: Skala]
  /// What is to be done in each phase, and with which tools.
  public var aufgaben: [Aufgabe]
  /// The questions in the order of the catalogue.
  public var fragen: [Frage]
  /// The tools in the order of the catalogue.
  public var werkzeuge: [Werkzeugeintrag]
  /// The file as it was read, for the JSON form.
  public var baum: Baum

  /// The catalogue as canonical JSON with exactly the keys of the file.
  public var json: String { baum.json }

  /// The question with an identifier.
  public func frage(_ id: String) -> Frage? { fragen.first { $0.id == id } }

  /// The tool with an identifier.
  public func werkzeug(_ id: String) -> Werkzeugeintrag? { werkzeuge.first { $0.id == id } }

  /// The dimension with an identifier.
  public func dimension(_ id: String) -> Dimension? { dimensionen.first { $0.id == id } }

  /// The phase with a number.
  public func phase(_ nr: Int) -> Phase? { phasen.first { $0.nr == nr } }
}

/// Limits of the scoring (SCORING.md §3, §5, §7, §8); shares in ten-thousandths.
public struct Schwellen: Hashable, Sendable {
  /// Least value of a phase that is passed, with open questions as 0.
  public var bestandenMin = 7_000
  /// Least share of answered weight for a phase that is passed.
  public var vollstaendigkeitMin = 8_000
  /// Least value of a dimension with ``zelleMinFragen`` questions.
  public var zelleMin = 4_000
  /// From how many questions on a dimension counts by itself.
  public var zelleMinFragen = 2
  /// Least value of a phase that is under way.
  public var teilweiseMin = 4_000
  /// Largest range of votes that are close.
  public var nah = 2_500
  /// Largest range of votes that differ; beyond is a dispute.
  public var unterschiedlich = 5_000
  /// Least number of people in a group whose mean is shown.
  public var gruppeMin = 3
  /// Least gap of two groups that is shown.
  public var rolleAb = 2_000
  /// Least number of other municipalities in a comparison.
  public var vergleichMin = 5
  /// A change below this is no change.
  public var zeitUnveraendert = 500

  /// The limits of SCORING.md.
  public init() {}
}

/// One of the levels 0 to 4, for display only (SCORING.md §3).
public struct Stufe: Hashable, Sendable {
  /// The level.
  public var stufe: Int
  /// Its lower limit in tenths of a percent.
  public var ab: Int
  /// Its name.
  public var text: String
}

/// When a municipality belongs to a size class (SCORING.md §2).
public struct Groessenklassenregel: Hashable, Sendable {
  /// The class.
  public var id: Groessenklasse
  /// Its name.
  public var text: String
  /// Up to how many workplaces; nil without limit.
  public var arbeitsplaetzeBis: Int?
  /// Up to how many inhabitants; nil without limit.
  public var einwohnerBis: Int?
}

/// A fact about the municipality.
public struct Stammdatum: Hashable, Sendable {
  /// Identifier, `SD-01` and so on.
  public var id: String
  /// The question.
  public var text: String
  /// `auswahl`, `ganzzahl`, `dezimal` or `jaNein`.
  public var skala: String
  /// What can be chosen.
  public var werte: [String]
}

/// One description of where a municipality stands.
public struct Standortwahl: Hashable, Sendable {
  /// The phase it stands for.
  public var phase: Int
  /// The description.
  public var text: String
}

/// A condition that gives a hint.
public struct Plausibilitaet: Hashable, Sendable {
  /// Conditions on the position and on answers, all of which hold.
  public var bedingungen: [Vergleich]
  /// The hint.
  public var hinweis: String

  /// `groesse` is `standort` or the identifier of a question.
  public struct Vergleich: Hashable, Sendable {
    /// `standort` or the identifier of a question.
    public var groesse: String
    /// `==`, `<`, `<=`, `>` or `>=`.
    public var zeichen: String
    /// The number to compare with; answers are 0 to 10000.
    public var wert: Int
  }
}

/// A dimension, for example `FIN`.
public struct Dimension: Hashable, Sendable {
  /// Three letters.
  public var id: String
  /// Its name.
  public var text: String
}

/// A phase of the way.
public struct Phase: Hashable, Sendable {
  /// 0 to 6.
  public var nr: Int
  /// Its name.
  public var titel: String
  /// What is reached at its end.
  public var ziel: String
  /// What should be there before, for people.
  public var eintritt: [String]
  /// What is there afterwards, for people.
  public var austritt: [String]
  /// Typical duration in months, from and to, by size class; an assumption.
  public var dauer: [String: [Int]]
}

/// Something to be done in a phase, with the tools for it.
public struct Aufgabe: Hashable, Sendable {
  /// The phase.
  public var phase: Int
  /// What is to be done.
  public var text: String
  /// Tools for every size class.
  public var werkzeuge: [String]
  /// Tools for larger administrations.
  public var zusaetzlich: [String]
}

/// The size classes; their order is that of the catalogue.
public enum Groessenklasse: String, Hashable, Sendable, CaseIterable, Codable {
  case klein, mittel, gross, landkreis
}
