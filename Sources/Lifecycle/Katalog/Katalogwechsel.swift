// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What a new row of a catalogue does to one running period (row A36, F32, F33).
public struct Katalogwechsel: Hashable, Sendable {
  /// How the end changes.
  public var aenderung: Fristaenderung
  /// The period under the old rule.
  public var alt: Frist
  /// The period that is in force from now on: the new one, or the old one if it stays.
  public var neu: Frist
  /// The rule that is in force from now on.
  public var regel: Fristregel
  /// Why.
  public var begruendung: Begruendung

  /// Compares an old rule with a new one for one object.
  ///
  /// - Parameters:
  ///   - alteRegel: The copy of the rule that the object keeps.
  ///   - neueRegel: The rule of the new row.
  ///   - wirkung: Whether the new row reaches running periods.
  ///   - stichtag: From which day the new rule is in force. A period that ended before is untouched.
  ///   - eingaben: The object's days.
  ///   - grenzeJahre: As in ``Frist/berechne(_:_:heute:grenzeJahre:)``.
  /// - Returns: Both periods and the change.
  /// - Throws: As there.
  public static func berechne(
    von alteRegel: Fristregel, zu neueRegel: Fristregel, wirkung: Katalogwirkung,
    stichtag: Kalendertag, _ eingaben: Fristeingaben, grenzeJahre: Int = 200
  ) throws(Fristfehler) -> Katalogwechsel {
    let alt = try Frist.berechne(alteRegel, eingaben, grenzeJahre: grenzeJahre)
    let neu = try Frist.berechne(neueRegel, eingaben, grenzeJahre: grenzeJahre)
    return berechne(
      von: (alteRegel, alt), zu: (neueRegel, neu), wirkung: wirkung, stichtag: stichtag)
  }

  static func berechne(
    von alt: (regel: Fristregel, frist: Frist), zu neu: (regel: Fristregel, frist: Frist),
    wirkung: Katalogwirkung, stichtag: Kalendertag
  ) -> Katalogwechsel {
    var b = Begruendung()
    b.sage(.eingabe, "Bisher: \(alt.regel.satz) \(alt.frist.kurzsatz)")
    func bleibt(_ aenderung: Fristaenderung) -> Katalogwechsel {
      Katalogwechsel(
        aenderung: aenderung, alt: alt.frist, neu: alt.frist, regel: alt.regel, begruendung: b)
    }
    if alt.regel.istEinzelfestlegung {
      b.sage(.ergebnis, "Die Regel ist eigens festgelegt; ein neuer Katalog ändert sie nicht.")
      return bleibt(.unveraendert)
    }
    if let ende = alt.frist.ende, ende < stichtag {
      b.sage(
        .ergebnis,
        "Diese Frist war am \(stichtag.anzeige), als die neue Regel in Kraft trat, schon "
          + "abgelaufen und bleibt unberührt.")
      return bleibt(.abgelaufenUnberuehrt)
    }
    b.sage(.regel, "Ab dem \(stichtag.anzeige): \(neu.regel.satz)")
    guard wirkung == .laufendeFristen else {
      b.sage(
        .ergebnis,
        "Die neue Regel gilt nur für Akten, die erst danach geschlossen werden. Hier bleibt alles, "
          + "wie es ist.")
      return bleibt(.unveraendert)
    }
    b.sage(.regel, "Die neue Regel gilt auch für laufende Fristen. \(neu.frist.kurzsatz)")
    let aenderung = Fristaenderung(von: alt.frist, zu: neu.frist)
    b.sage(.ergebnis, satz(aenderung, alt.frist, neu.frist, stichtag))
    if aenderung == .verkuerzt {
      b.sage(
        .hinweis,
        "Eine Verkürzung braucht eine Rechtsgrundlage und die Zustimmung einer zweiten Person; bei "
          + "einer Löschsperre ist sie nicht erlaubt.")
    }
    return Katalogwechsel(
      aenderung: aenderung, alt: alt.frist, neu: neu.frist, regel: neu.regel, begruendung: b)
  }

  private static func satz(
    _ aenderung: Fristaenderung, _ alt: Frist, _ neu: Frist, _ stichtag: Kalendertag
  ) -> String {
    let vorher = alt.ende.map { "vom \($0.anzeige)" } ?? "von »unbefristet«"
    let nachher = neu.ende.map { "auf den \($0.anzeige)" } ?? "auf »unbefristet«"
    switch aenderung {
    case .unveraendert, .abgelaufenUnberuehrt: return "Am Ende der Frist ändert sich nichts."
    case .verkuerzt:
      let sofort =
        neu.istAbgelaufen(am: stichtag)
        ? " Die Frist ist damit sofort abgelaufen." : ""
      return "Das Ende wird vorverlegt: \(vorher) \(nachher).\(sofort)"
    case .verlaengert: return "Das Ende wird hinausgeschoben: \(vorher) \(nachher)."
    case .unbestimmt: return "Ob sich das Ende ändert, lässt sich noch nicht sagen."
    }
  }
}

extension Fristregel {
  /// True if the rule was set for one object.
  var istEinzelfestlegung: Bool {
    if case .einzelfestlegung = herkunft { true } else { false }
  }
}

extension Frist {
  /// The end in one sentence.
  var kurzsatz: String {
    switch stand {
    case .bestimmt: ende.map { "Die Frist endet damit am \($0.anzeige)." } ?? ""
    case .unbefristet: "Die Frist endet damit nicht."
    case .wartetAufEreignis(let name): "Das Ende hängt am Ereignis »\(name)«, das noch fehlt."
    case .fristUnbekannt: "Das Ende lässt sich nicht berechnen, weil ein Tag unbekannt ist."
    case .nichtAbgeschlossen: "Die Frist läuft noch nicht."
    }
  }
}
