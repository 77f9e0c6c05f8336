// SPDX-License-Identifier: Apache-2.0

/// How a must-have question stands.
public enum Mussstand: String, Hashable, Sendable {
  case erfuellt
  case nichtErfuellt = "nicht_erfuellt"
  case offen, entfaellt, strittig

  /// True if it does not stand in the way.
  public var genuegt: Bool { self == .erfuellt || self == .entfaellt }

  /// In words.
  public var anzeige: String {
    switch self {
    case .erfuellt: "erfüllt"
    case .nichtErfuellt: "noch nicht erfüllt"
    case .offen: "noch offen"
    case .entfaellt: "entfällt"
    case .strittig: "strittig"
    }
  }
}

/// The result of one phase (SCORING.md §3).
public struct Phasenergebnis: Hashable, Sendable {
  /// What a phase has reached.
  public enum Status: String, Hashable, Sendable {
    case entfaellt
    case nichtBewertet = "nicht_bewertet"
    case bestanden, teilweise, offen

    /// True for a phase that is secured or has no questions.
    public var genuegt: Bool { self == .bestanden || self == .entfaellt }

    /// In words; nobody has »failed«.
    public var anzeige: String {
      switch self {
      case .entfaellt: "entfällt"
      case .nichtBewertet: "nicht bewertet"
      case .bestanden: "abgesichert"
      case .teilweise: "auf dem Weg"
      case .offen: "am Anfang"
      }
    }
  }

  /// A dimension within the phase.
  public struct Zelle: Hashable, Sendable {
    /// The sums.
    public var kennzahlen: Kennzahlen
    /// True if it holds the phase back.
    public var schwach: Bool
  }

  /// The number of the phase.
  public var phase: Int
  /// What it has reached.
  public var status: Status
  /// The sums over all its questions.
  public var kennzahlen: Kennzahlen
  /// The must-haves by their question.
  public var muss: [String: Mussstand]
  /// The dimensions by their identifier.
  public var zellen: [String: Zelle]

  /// Rates the questions of a phase.
  ///
  /// - Parameters:
  ///   - phase: Its number.
  ///   - fragen: Its questions that apply.
  ///   - wertungen: What the answers count; a missing one is open.
  ///   - strittig: Must-haves in dispute.
  ///   - schwellen: The limits.
  public init(
    phase: Int, fragen: [Frage], wertungen: [String: Wertung], strittig: Set<String> = [],
    schwellen: Schwellen
  ) {
    self.phase = phase
    kennzahlen = Kennzahlen(fragen, wertungen)
    muss = [:]
    for frage in fragen where frage.ko {
      muss[frage.id] = frage.mussstand(wertungen[frage.id] ?? .offen, strittig)
    }
    zellen = Dictionary(grouping: fragen, by: \.dim).mapValues { fragen in
      let k = Kennzahlen(fragen, wertungen)
      return Zelle(
        kennzahlen: k,
        schwach: k.fragen >= schwellen.zelleMinFragen && !k.erreicht(schwellen.zelleMin))
    }
    let k = kennzahlen
    if k.anwendbar == 0 {
      status = .entfaellt
    } else if k.beantwortet == 0 {
      status = .nichtBewertet
    } else if muss.values.allSatisfy(\.genuegt), k.erreicht(schwellen.bestandenMin),
      k.istVollstaendig(schwellen.vollstaendigkeitMin), !zellen.values.contains(where: \.schwach)
    {
      status = .bestanden
    } else {
      status = k.erreicht(schwellen.teilweiseMin) ? .teilweise : .offen
    }
  }
}

extension Frage {
  /// How this must-have stands; a dispute comes before the value.
  func mussstand(_ wertung: Wertung, _ strittig: Set<String>) -> Mussstand {
    if strittig.contains(id) { return .strittig }
    switch wertung {
    case .nichtZutreffend: return .entfaellt
    case .offen: return .offen
    case .wert(let n): return n >= koMin ? .erfuellt : .nichtErfuellt
    }
  }
}
