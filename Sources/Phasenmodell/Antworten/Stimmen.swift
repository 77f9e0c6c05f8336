// SPDX-License-Identifier: Apache-2.0

/// The votes of several people on one question, and what they come to (SCORING.md §5).
public struct Stimmen: Hashable, Sendable {
  /// How far people agree.
  public enum Einigkeit: String, Hashable, Sendable {
    case keine, einzeln, einig, nah, unterschiedlich, dissens

    /// In words.
    public var anzeige: String {
      switch self {
      case .keine: "keine Antwort"
      case .einzeln: "eine Antwort"
      case .einig: "einig"
      case .nah: "nah beieinander"
      case .unterschiedlich: "unterschiedlich"
      case .dissens: "Dissens"
      }
    }
  }

  /// The votes with a value, the lowest first.
  public var werte: [Int]
  /// Number of »nicht zutreffend«.
  public var nichtZutreffend: Int
  /// Number of »weiß ich nicht« and of missing answers.
  public var weissNicht: Int
  /// True if the group decided the value.
  public var festgelegt: Bool
  /// What counts.
  public var wertung: Wertung
  /// How far people agree.
  public var einigkeit: Einigkeit
  /// True for a must-have that people see too differently and have not decided.
  public var strittig: Bool

  /// The greatest difference of two values.
  public var spannweite: Int { (werte.last ?? 0) - (werte.first ?? 0) }

  /// Merges votes.
  ///
  /// - Parameters:
  ///   - stimmen: One per person; their order does not matter.
  ///   - ko: True for a must-have.
  ///   - festlegung: What the group decided; nil if it did not.
  ///   - schwellen: The limits.
  public init(_ stimmen: [Wertung], ko: Bool, festlegung: Wertung? = nil, schwellen: Schwellen) {
    let werte = stimmen.compactMap(\.wert).sorted()
    let nz = stimmen.count { $0 == .nichtZutreffend }
    self.werte = werte
    nichtZutreffend = nz
    weissNicht = stimmen.count { $0 == .offen }
    let spannweite = (werte.last ?? 0) - (werte.first ?? 0)
    let gemischt = !werte.isEmpty && nz > 0
    if werte.count + nz <= 1 {
      einigkeit = werte.count + nz == 1 ? .einzeln : .keine
    } else if gemischt || spannweite > schwellen.nah {
      einigkeit = spannweite > schwellen.unterschiedlich ? .dissens : .unterschiedlich
    } else {
      einigkeit = spannweite == 0 ? .einig : .nah
    }
    strittig = ko && festlegung == nil && (einigkeit == .dissens || gemischt)
    festgelegt = festlegung != nil
    if let festlegung {
      wertung = festlegung
    } else if nz > werte.count {
      wertung = .nichtZutreffend
    } else if werte.isEmpty {
      wertung = .offen
    } else {
      wertung = .wert(werte[(werte.count - 1) / 2])  // the lower median
    }
  }
}
