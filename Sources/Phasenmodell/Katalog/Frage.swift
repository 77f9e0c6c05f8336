// SPDX-License-Identifier: Apache-2.0

/// A question of the catalogue (MODELL.md §5).
public struct Frage: Hashable, Sendable {
  /// `P<phase>-<dimension>-<number>`, never used again for another question.
  public var id: String
  /// Raised when the meaning changes; a comparison over time stops there.
  public var rev = 1
  /// The phase.
  public var phase: Int
  /// The dimension.
  public var dim: String
  /// The question or statement.
  public var text: String
  /// Explains terms and answers.
  public var hilfe: String?
  /// Name of the scale.
  public var skala: String
  /// 1 nice, 2 important, 3 decisive.
  public var gewicht: Int
  /// True for a must-have.
  public var ko = false
  /// Least normalised value that meets a must-have.
  public var koMin = 10_000
  /// Whether »nicht zutreffend« may be answered, with a reason.
  public var nz = false
  /// Asked only if a fact about the municipality has this value.
  public var nurWenn: Bedingung?
  /// The size classes that are asked.
  public var gk: [Groessenklasse] = Groessenklasse.allCases
  /// Part of the short version.
  public var kurz = false
  /// Who can answer best.
  public var wer: String
  /// `koennen`, `wollen` or `duerfen`.
  public var kwd: String?
  /// What would prove the answer.
  public var beleg: String
  /// Tools that help, the best first.
  public var werkzeuge: [String]
  /// Limits of a number; nil for other scales.
  public var zahl: Zahlenskala?
  /// The line in the file; 0 if unknown.
  public var zeile = 0

  /// A fact about the municipality and the value it must have.
  public struct Bedingung: Hashable, Sendable {
    /// Identifier of the fact.
    public var stammdatum: String
    /// The value.
    public var wert: String
  }

  /// A question by its main properties; the others can be set afterwards.
  public init(
    id: String, phase: Int, dim: String, text: String = "", skala: String = "umsetzung3",
    gewicht: Int, wer: String = "", beleg: String = "", werkzeuge: [String] = []
  ) {
    self.id = id
    self.phase = phase
    self.dim = dim
    self.text = text
    self.skala = skala
    self.gewicht = gewicht
    self.wer = wer
    self.beleg = beleg
    self.werkzeuge = werkzeuge
  }
}

/// The limits of a question whose answer is a number.
public struct Zahlenskala: Hashable, Sendable {
  /// The value for 0.
  public var min: Int
  /// The value for 10000.
  public var max: Int
  /// The unit, for example `%`.
  public var einheit: String?
  /// -1 if less is better.
  public var richtung = 1

  /// Limits, unit and direction.
  public init(min: Int, max: Int, einheit: String? = nil, richtung: Int = 1) {
    self.min = min
    self.max = max
    self.einheit = einheit
    self.richtung = richtung
  }
}

/// A scale of ordered steps.
public struct Skala: Hashable, Sendable {
  /// The steps, from the lowest.
  public var stufen: [Stufe]
  /// True if the answer is a number and not a step.
  public var istZahl: Bool

  /// A step and what it counts.
  public struct Stufe: Hashable, Sendable {
    /// What the answer file stores.
    public var wert: Int
    /// What people read.
    public var text: String
    /// 0 to 10000.
    public var norm: Int
  }
}

/// What the catalogue says of a tool.
public struct Werkzeugeintrag: Hashable, Sendable {
  /// Kind and number, for example `CL-10`.
  public var id: String
  /// Its name.
  public var titel: String
  /// `Checkliste`, `Vorlage` and so on.
  public var typ: String
  /// The phase it is made for.
  public var hauptphase: Int
  /// All phases in which it helps.
  public var phasen: [Int]
  /// The size classes it is made for.
  public var gk: [Groessenklasse]
  /// Dimensions.
  public var dim: [String]
  /// Edition in which it appears.
  public var ausgabe: Int
  /// Minutes of work.
  public var aufwandMin: Int
  /// What it contains, in one or two sentences.
  public var inhalt: String
  /// The line in the file; 0 if unknown.
  public var zeile = 0
}
