// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A closing of an object, perhaps followed by a re-opening (rows A10–A14).
public struct Schliessung: Hashable, Sendable, Codable {
  /// Day of the zdA-Verfügung.
  public var zdA: Teildatum
  /// Day on which the object was opened again; nil if it stayed closed.
  public var wiederaufgenommen: Kalendertag?

  /// A closing.
  public init(zdA: Teildatum, wiederaufgenommen: Kalendertag? = nil) {
    self.zdA = zdA
    self.wiederaufgenommen = wiederaufgenommen
  }
}

extension Frist {
  /// Computes the period of an object that was closed and opened again: a re-opening discards the
  /// earlier end, the last closing counts (FAKTEN 0, rule 10; F37, F38).
  ///
  /// - Parameters:
  ///   - regel: The rule.
  ///   - verlauf: The closings, oldest first. Empty, or re-opened at the end: not closed.
  ///   - eingaben: The other days; its zdA is replaced.
  ///   - heute: As in ``berechne(_:_:heute:grenzeJahre:)``.
  ///   - grenzeJahre: As there.
  /// - Returns: The period of the last closing; its explanation names the discarded ends.
  /// - Throws: As there.
  public static func berechne(
    _ regel: Fristregel, verlauf: [Schliessung], _ eingaben: Fristeingaben = Fristeingaben(),
    heute: Kalendertag? = nil, grenzeJahre: Int = 200
  ) throws(Fristfehler) -> Frist {
    var eingaben = eingaben
    var verworfen: [Begruendung.Schritt] = []
    for schliessung in verlauf {
      guard let wieder = schliessung.wiederaufgenommen else { continue }
      eingaben.zdA = schliessung.zdA
      let alte = try berechne(regel, eingaben, grenzeJahre: grenzeJahre)
      let ende = alte.ende.map { " Das damals berechnete Ende, der \($0.anzeige), entfällt." } ?? ""
      verworfen.append(
        Begruendung.Schritt(
          .eingabe, "Am \(wieder.anzeige) wurde das Objekt wieder aufgenommen.\(ende)"))
    }
    let letzte = verlauf.last
    eingaben.zdA = letzte?.wiederaufgenommen == nil ? letzte?.zdA : nil
    var frist = try berechne(regel, eingaben, heute: heute, grenzeJahre: grenzeJahre)
    frist.begruendung.schritte.insert(contentsOf: verworfen, at: 0)
    return frist
  }
}
