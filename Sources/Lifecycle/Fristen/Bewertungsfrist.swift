// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Until when the archive must have decided about an offer (FAKTEN 2.7).
///
/// The length comes from the archive law of the state and must be set; there is no default. Without
/// this value nothing may be concluded from the archive's silence.
public struct Bewertungsfrist: Hashable, Sendable, Codable {
  /// What sets the period off.
  public enum Ausloeser: String, Hashable, Sendable, Codable, CaseIterable {
    /// The archive received the offer.
    case eingang
    /// The agency sent the offer.
    case versand
  }

  /// How long, in months.
  public let monate: Int
  /// What sets the period off.
  public let ausloeser: Ausloeser
  /// Whether an end on a Saturday, Sunday or holiday moves to the next working day.
  public let verschiebtWochenende: Bool

  /// A period; nil unless `monate` is 1 to 1200.
  public init?(monate: Int, ausloeser: Ausloeser, verschiebtWochenende: Bool) {
    guard (1...1200).contains(monate) else { return nil }
    self.monate = monate
    self.ausloeser = ausloeser
    self.verschiebtWochenende = verschiebtWochenende
  }

  /// When the period of an offer ends.
  public struct Ergebnis: Hashable, Sendable, Codable {
    /// Last day on which the archive can decide, inclusive.
    public var ende: Kalendertag
    /// First day on which its silence counts as "not worth archiving".
    public var fiktionAb: Kalendertag
    /// Why.
    public var begruendung: Begruendung
  }

  /// Counts from the day of receipt or dispatch (F40–F43): that day is not counted, the period ends
  /// with the same day number of its last month.
  ///
  /// - Parameters:
  ///   - tag: The day of what sets the period off.
  ///   - feiertage: Days that count like a Sunday; only asked if the end is moved.
  /// - Returns: The last day, the day after it, and why.
  /// - Throws: ``Fristfehler/ausserhalbDesKalenders``.
  public func berechne(ab tag: Kalendertag, feiertage: Set<Kalendertag> = [])
    throws(Fristfehler) -> Ergebnis
  {
    guard let ungeschoben = tag.nach(monaten: monate) else { throw .ausserhalbDesKalenders }
    var ende = ungeschoben
    while verschiebtWochenende, ende.wochentag >= 6 || feiertage.contains(ende) {
      guard let naechster = ende.folgetag else { throw .ausserhalbDesKalenders }
      ende = naechster
    }
    guard let fiktion = ende.folgetag else { throw .ausserhalbDesKalenders }
    return Ergebnis(
      ende: ende, fiktionAb: fiktion,
      begruendung: begruendung(tag, ungeschoben: ungeschoben, ende: ende, fiktion: fiktion))
  }

  private func begruendung(
    _ tag: Kalendertag, ungeschoben: Kalendertag, ende: Kalendertag, fiktion: Kalendertag
  ) -> Begruendung {
    var b = Begruendung()
    switch ausloeser {
    case .eingang: b.sage(.eingabe, "Die Anbietung ist am \(tag.anzeige) beim Archiv eingegangen.")
    case .versand: b.sage(.eingabe, "Die Anbietung wurde am \(tag.anzeige) versandt.")
    }
    let dauer = Fristdauer.monate(monate)
    b.sage(
      .regel, "Das Archiv hat \(dauer.anzeige) Zeit zu entscheiden; dieser Tag zählt nicht mit.")
    var satz = "Nach \(dauer.dativ) endet die Bewertungsfrist am \(ungeschoben.anzeige)."
    if ungeschoben.tag != tag.tag {
      let fehlt = zweistellig(tag.tag) + ungeschoben.anzeige.dropFirst(2)
      satz += " Den \(fehlt) gibt es nicht, deshalb gilt der letzte Tag des Monats."
    }
    b.sage(.schritt, satz)
    if ende != ungeschoben {
      let grund =
        switch ungeschoben.wochentag {
        case 6: "ein Samstag"
        case 7: "ein Sonntag"
        default: "ein Feiertag"
        }
      b.sage(
        .schritt,
        "Das ist \(grund); die Frist endet deshalb am nächsten Werktag, dem \(ende.anzeige).")
    }
    b.sage(
      .ergebnis,
      "Das Archiv kann bis zum \(ende.anzeige) entscheiden. Schweigt es, gelten die Unterlagen ab "
        + "dem \(fiktion.anzeige) als nicht archivwürdig.")
    return b
  }
}
