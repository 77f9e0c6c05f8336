// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

// What the life cycle takes over from the metadata of an object that comes in; everything else stays
// in the metadata, unchanged.

/// When an object was closed, as far as its source says.
struct Abschlussangabe {
  /// The day of the zdA-Verfügung.
  var tag: Kalendertag?
  /// Whether it is closed; nil says nothing of it.
  var istGeschlossen: Bool?
}

extension Schriftgutobjekt {
  /// When it was closed.
  var abschluss: Abschlussangabe {
    switch self {
    case .akte(let a): Abschlussangabe(tag: a.zdADatum, istGeschlossen: a.zdA)
    case .vorgang(let v): Abschlussangabe(tag: v.zdADatum, istGeschlossen: v.zdA)
    case .dokument: Abschlussangabe()
    }
  }

  /// First and last document date.
  var laufzeit: Zeitraum {
    switch self {
    case .akte(let a): a.laufzeit ?? Zeitraum()
    case .vorgang(let v): v.laufzeit ?? Zeitraum()
    case .dokument: Zeitraum()
    }
  }

  /// Retention and appraisal.
  var aussonderungsmetadaten: Aussonderungsmetadaten? {
    switch self {
    case .akte(let a): a.aussonderungsmetadaten
    case .vorgang(let v): v.aussonderungsmetadaten
    case .dokument: nil
    }
  }

  /// A part of it is on paper, and nobody says where (FAKTEN 1.3: Standort is mandatory then).
  var papierteilOhneStandort: Bool {
    guard case .akte(let a) = self, let medium = a.allgemeineMetadaten?.medium?.wert else {
      return false
    }
    return (medium == "002" || medium == "003") && (a.standort ?? "").allSatisfy(\.isWhitespace)
  }

  /// The earlier life, without the day of closing.
  func altstand(herkunft: String) -> Altstand {
    var stand = Altstand(laufzeit: laufzeit)
    guard let m = aussonderungsmetadaten else { return stand }
    stand.einzelregel = m.einzelregel(herkunft: herkunft)
    stand.transferfristende = m.transferfristende
    stand.bewertungsvorschlag = (m.bewertungsvorschlag?.wert).flatMap { Katalogart(rawValue: $0) }
    return stand
  }
}

extension Aussonderungsmetadaten {
  /// The rule that the metadata fix for this object; nil if they fix none.
  ///
  /// An end of retention that is named is kept as the earliest end, so that nothing goes sooner than
  /// the agency said; without a duration it is all there is.
  func einzelregel(herkunft: String) -> Fristregel? {
    let ende = aufbewahrungsende?.spaetesterTag
    let dauer: Fristdauer
    switch aufbewahrungsdauer {
    case .jahre(let n): dauer = .jahre(Int(n))
    case .unbefristet: dauer = .unbefristet
    case nil:
      guard ende != nil else { return nil }
      dauer = .jahre(0)
    }
    return Fristregel(
      herkunft: .einzelfestlegung(grund: herkunft), dauer: dauer,
      mindestBis: ende.map { .tag($0) },
      aussonderungsart: (aussonderungsart?.kurz).flatMap { Katalogart(rawValue: $0) } ?? .bewerten)
  }
}
