// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The reference day of a period, or why there is none.
enum Bezugslage {
  /// The day from which the period counts.
  case tag(Kalendertag)
  /// There is no day.
  case ohne(Fristenstand)
}

extension Fristrechnung {
  /// The reference in force: an annual account waits for its Feststellung whatever the rule says.
  private var bezug: Fristbezug {
    regel.startregel == .folgejahrFeststellung && regel.bezug.ereignisname == nil
      ? .ereignis("Feststellung") : regel.bezug
  }

  /// Finds the reference day (F19–F23, F29, F30).
  mutating func bezugstag() throws(Fristfehler) -> Bezugslage {
    let datum: Teildatum?
    switch bezug {
    case .zdA:
      datum = eingaben.zdA
      if datum == nil { return offen() }
    case .letzterVorgang:
      return try letzterVorgang()
    case .letzteBearbeitung:
      datum = eingaben.letzteBearbeitung ?? .unbekannt
    case .ereignis(let name):
      datum = eingaben.ereignisse[name]
      if datum == nil { return wartet(name) }
    }
    return try lage(datum, bezug.genitiv)
  }

  private mutating func lage(_ datum: Teildatum?, _ genitiv: String) throws(Fristfehler)
    -> Bezugslage
  {
    guard let datum, let tag = try tag(datum, genitiv, kuerzel: bezug.kuerzel, istBezug: true)
    else { return .ohne(.fristUnbekannt) }
    return .tag(tag)
  }

  private mutating func offen() -> Bezugslage {
    sage(.eingabe, "Das Objekt ist noch nicht zu den Akten verfügt.")
    return .ohne(.nichtAbgeschlossen)
  }

  private mutating func wartet(_ name: String) -> Bezugslage {
    sage(
      .eingabe,
      "Gezählt wird ab dem Ereignis »\(name)«; davon ist noch nichts bekannt.")
    return .ohne(.wartetAufEreignis(name))
  }

  /// The latest zdA-Verfügung of the Vorgänge; an Akte without any counts from its own.
  private mutating func letzterVorgang() throws(Fristfehler) -> Bezugslage {
    let alle = eingaben.vorgaenge
    guard !alle.isEmpty else {
      guard let zdA = eingaben.zdA else { return offen() }
      return try lage(zdA, "der zdA-Verfügung (Vorgänge gibt es nicht)")
    }
    let daten = alle.compactMap(\.self)
    guard daten.count == alle.count else {
      let n = alle.count - daten.count
      sage(
        .eingabe,
        "Von \(alle.count) \(alle.count == 1 ? "Vorgang" : "Vorgängen") \(n == 1 ? "ist" : "sind") "
          + "\(n) noch offen.")
      return .ohne(.nichtAbgeschlossen)
    }
    guard !daten.contains(.unbekannt) else {
      sage(.eingabe, "Nicht von jedem Vorgang ist bekannt, wann er zu den Akten verfügt wurde.")
      return .ohne(.fristUnbekannt)
    }
    var spaetester: (tag: Kalendertag, datum: Teildatum)?
    for datum in daten {
      guard let tag = datum.spaetesterTag, let frueh = datum.fruehesterTag else {
        throw .ausserhalbDesKalenders
      }
      try pruefeHeute(frueh)
      if let bisher = spaetester, bisher.tag >= tag { continue }
      spaetester = (tag, datum)
    }
    let genitiv =
      alle.count == 1
      ? "der zdA-Verfügung des Vorgangs"
      : "der spätesten zdA-Verfügung von \(alle.count) Vorgängen"
    return try lage(spaetester?.datum, genitiv)
  }

  /// Reads a date as the last day it can mean, and says so; nil if it is unknown.
  mutating func tag(
    _ datum: Teildatum, _ genitiv: String, kuerzel: String, istBezug: Bool = false
  ) throws(Fristfehler) -> Kalendertag? {
    guard datum != .unbekannt else {
      sage(.eingabe, "Der Tag \(genitiv) ist nicht bekannt.")
      return nil
    }
    guard let tag = datum.spaetesterTag, let frueh = datum.fruehesterTag else {
      throw .ausserhalbDesKalenders
    }
    if istBezug { try pruefeHeute(frueh) }
    sageTag(datum, tag, genitiv, eingaben.zeitpunkte[kuerzel], istBezug)
    return tag
  }
}
