// SPDX-License-Identifier: Apache-2.0

/// Two results of one municipality, earlier and later (SCORING.md §7).
public struct Zeitvergleich: Hashable, Sendable {
  /// What became of the whole.
  public enum Klasse: String, Hashable, Sendable {
    case verbessert, verschlechtert, unveraendert

    /// In words.
    public var anzeige: String {
      switch self {
      case .verbessert: "verbessert"
      case .verschlechtert: "verschlechtert"
      case .unveraendert: "praktisch unverändert"
      }
    }
  }

  /// A question and its answer in one of the results.
  public struct Stelle: Hashable, Sendable {
    /// Revision of the question.
    public var rev: Int
    /// Its scale.
    public var skala: String
    /// What the answer counts.
    public var wertung: Wertung

    /// A question with its answer.
    public init(rev: Int = 1, skala: String = "", wertung: Wertung) {
      self.rev = rev
      self.skala = skala
      self.wertung = wertung
    }
  }

  /// The questions that can be compared.
  public let basis: [String]
  /// The earlier mean over them in tenths of a percent; nil if there are none.
  public let alt: Int?
  /// The later mean.
  public let neu: Int?
  /// The change, rounded from the exact difference; may differ by 1 from that of the means.
  public let delta: Int?
  /// What became of the whole.
  public let klasse: Klasse
  /// Questions that are better now.
  public let besser: [String]
  /// Questions that are worse now.
  public let schlechter: [String]
  /// Questions that were open and are answered now.
  public let neuBeantwortet: [String]
  /// Questions that cannot be compared: answered on one side only, new, removed or revised.
  public let nichtVergleichbar: [String]

  /// Compares two results.
  ///
  /// - Parameters:
  ///   - alt: The earlier answers by question.
  ///   - neu: The later answers by question.
  ///   - gewichte: The weights of the newer catalogue, for both.
  ///   - schwellen: The limits.
  public init(
    alt: [String: Stelle], neu: [String: Stelle], gewichte: [String: Int], schwellen: Schwellen
  ) {
    var basis: [String] = []
    var sonst: Set<String> = []
    var besser: [String] = []
    var schlechter: [String] = []
    var neuBeantwortet: [String] = []
    var (summeAlt, summeNeu, gewicht) = (0, 0, 0)
    for id in Set(alt.keys).union(neu.keys).sorted() {
      let (a, n) = (alt[id], neu[id])
      guard let x = a?.wertung.wert, let y = n?.wertung.wert, a?.rev == n?.rev,
        a?.skala == n?.skala,
        let w = gewichte[id]
      else {
        if a != nil, a?.wertung == .offen, n?.wertung.wert != nil { neuBeantwortet.append(id) }
        // Open on both sides, there is nothing to compare and nothing to say.
        if a?.wertung.wert != nil || n?.wertung.wert != nil { sonst.insert(id) }
        continue
      }
      basis.append(id)
      summeAlt += w * x
      summeNeu += w * y
      gewicht += w
      if y > x { besser.append(id) }
      if y < x { schlechter.append(id) }
    }
    self.basis = basis
    self.alt = Norm.zehntel(summeAlt, gewicht)
    self.neu = Norm.zehntel(summeNeu, gewicht)
    delta = gewicht == 0 ? nil : Norm.rund(summeNeu - summeAlt, 10 * gewicht)
    let grenze = schwellen.zeitUnveraendert * gewicht
    klasse =
      gewicht == 0 || abs(summeNeu - summeAlt) < grenze
      ? .unveraendert : summeNeu > summeAlt ? .verbessert : .verschlechtert
    self.besser = besser
    self.schlechter = schlechter
    self.neuBeantwortet = neuBeantwortet
    nichtVergleichbar = sonst.sorted()
  }

  /// Compares two evaluations; each says with which catalogue it was made.
  public init(
    alt: Auswertung, _ altKatalog: Katalog, neu: Auswertung, _ neuKatalog: Katalog
  ) {
    self.init(
      alt: Self.stellen(alt), neu: Self.stellen(neu),
      gewichte: Dictionary(
        neuKatalog.fragen.map { ($0.id, $0.gewicht) }, uniquingKeysWith: { a, _ in a }),
      schwellen: neuKatalog.schwellen)
  }

  private static func stellen(_ auswertung: Auswertung) -> [String: Stelle] {
    Dictionary(
      auswertung.fragen.map { f in
        (f.id, Stelle(rev: f.rev, skala: f.skala, wertung: auswertung.wertungen[f.id] ?? .offen))
      }, uniquingKeysWith: { a, _ in a })
  }
}
