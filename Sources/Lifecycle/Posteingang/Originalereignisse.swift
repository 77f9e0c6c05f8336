// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What shall become of the paper.
public enum Originalverbleib: String, Hashable, Sendable, Codable, CaseIterable {
  /// It will be destroyed.
  case vernichten
  /// It goes back to the sender.
  case zurueckgeben
  /// It is kept.
  case aufbewahren

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .vernichten: "vernichten"
    case .zurueckgeben: "zurückgeben"
    case .aufbewahren: "aufbewahren"
    }
  }
}

/// It was decided what becomes of the paper (FAKTEN 4).
///
/// Its destruction has a clock of its own.
public struct OriginalVerbleibFestgelegt: Hashable, Sendable, Codable {
  /// What shall become of it.
  public var verbleib: Originalverbleib
  /// Where it is kept.
  public var ort: String?
  /// The first day on which it may be destroyed.
  public var fruehestens: Kalendertag?
  /// True if the scan replaces the paper: it is or will be destroyed (XJustiz `ersetzenderScan`).
  public var ersetzenderScan: Bool

  /// The data of the event.
  public init(
    verbleib: Originalverbleib, ort: String? = nil, fruehestens: Kalendertag? = nil,
    ersetzenderScan: Bool
  ) {
    self.verbleib = verbleib
    self.ort = ort
    self.fruehestens = fruehestens
    self.ersetzenderScan = ersetzenderScan
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("originalVerbleibFestgelegt")
    guard ersetzenderScan == (verbleib == .vernichten) else {
      throw pruefung.falsch(
        "ersetzenderScan", "ein ersetzender Scan und »\(verbleib.anzeige)« passen nicht zusammen")
    }
    switch verbleib {
    case .vernichten:
      guard fruehestens != nil else { throw pruefung.fehlt("fruehestens") }
    case .aufbewahren: try pruefung.text(ort ?? "", "ort")
    case .zurueckgeben: break
    }
  }
}

/// The paper was destroyed (FAKTEN 4).
public struct OriginalVernichtet: Hashable, Sendable, Codable {
  /// The ids of boxes or sheets.
  public var behaelter: [String]
  /// The day.
  public var datum: Kalendertag
  /// The method, such as `DIN 66399 P-4`.
  public var verfahren: String
  /// The two persons who did it.
  public var personen: [String]

  /// The data of the event.
  public init(
    behaelter: [String], datum: Kalendertag, verfahren: String, personen: [String]
  ) {
    self.behaelter = behaelter
    self.datum = datum
    self.verfahren = verfahren
    self.personen = personen
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("originalVernichtet")
    guard !behaelter.isEmpty else { throw pruefung.fehlt("behaelter") }
    for b in behaelter { try pruefung.text(b, "behaelter") }
    try pruefung.text(verfahren, "verfahren")
    for p in personen { try pruefung.text(p, "personen") }
    guard Set(personen.map(Laufpruefung.name)).count >= 2 else { throw .zweitePersonFehlt }
  }
}
