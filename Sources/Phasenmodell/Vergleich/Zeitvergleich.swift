// SPDX-License-Identifier: Apache-2.0
internal import Akte

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
  /// Why the comparison may not say what it seems to: other municipality, other size, days reversed.
  public private(set) var warnungen: [String] = []

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
      alt: Self.stellen(alt, frueher: altKatalog), neu: Self.stellen(neu, frueher: nil),
      gewichte: Dictionary(
        neuKatalog.fragen.map { ($0.id, $0.gewicht) }, uniquingKeysWith: { a, _ in a }),
      schwellen: neuKatalog.schwellen)
    warnungen = Self.warnungen(alt, neu)
  }

  private static func warnungen(_ alt: Auswertung, _ neu: Auswertung) -> [String] {
    var saetze: [String] = []
    if let a = alt.datei.kommune, let n = neu.datei.kommune, a != n {
      saetze.append(
        "Die Dateien nennen verschiedene Verwaltungen: früher »\(a)«, heute »\(n)«. Vergleichen Sie nur "
          + "Ergebnisse derselben Verwaltung.")
    }
    if alt.groessenklasse != neu.groessenklasse {
      saetze.append(
        "Die Größenklasse ist verschieden (früher »\(alt.groessenklasse.rawValue)«, heute "
          + "»\(neu.groessenklasse.rawValue)«): Es wurden nicht dieselben Fragen gestellt.")
    }
    if let a = alt.datei.letzterTag, let n = neu.datei.letzterTag, a > n {
      saetze.append(
        "Die frühere Datei (\(tag(a))) ist jünger als die heutige (\(tag(n))). Prüfen Sie, ob sie "
          + "vertauscht sind.")
    }
    if alt.datei.kurz != neu.datei.kurz {
      saetze.append(
        "Eines der Ergebnisse ist ein Kurzcheck. Lesen Sie den Vergleich mit Vorsicht.")
    }
    return saetze
  }

  private static func tag(_ text: String) -> String { Kalendertag(text)?.anzeige ?? text }

  /// The questions of a result; `frueher` is the catalogue, if it is the earlier one.
  private static func stellen(
    _ auswertung: Auswertung, frueher: Katalog?
  ) -> [String: Stelle] {
    Dictionary(
      auswertung.fragen.map { f in (f.id, stelle(f, auswertung, frueher)) },
      uniquingKeysWith: { a, _ in a })
  }

  /// A question with its answer; one that was answered before it was revised has not been open.
  private static func stelle(
    _ f: Frage, _ auswertung: Auswertung, _ frueher: Katalog?
  ) -> Stelle {
    let wertung = auswertung.wertungen[f.id] ?? .offen
    let alte = auswertung.datei.einzelne.compactMap { $0.antworten[f.id] }.first { !$0.gilt(f) }
    guard wertung == .offen, let alte, let katalog = frueher, let rev = alte.rev,
      alte.wertung(f, katalog) != .offen
    else {
      return Stelle(rev: f.rev, skala: f.skala, wertung: wertung)
    }
    return Stelle(rev: rev, skala: f.skala, wertung: alte.wertung(f, katalog))
  }
}
