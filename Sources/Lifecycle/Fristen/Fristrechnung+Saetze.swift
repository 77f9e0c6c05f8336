// SPDX-License-Identifier: Apache-2.0
internal import Akte

// The sentences of the explanation. They are read by people at a registry's desk.

extension Fristrechnung {
  mutating func sageTag(
    _ datum: Teildatum, _ tag: Kalendertag, _ genitiv: String, _ zeitpunkt: Zeitpunkt?,
    _ istBezug: Bool
  ) {
    guard erklaert else { return }
    let vorne = istBezug ? "Bezugstag ist der Tag" : "Berücksichtigt wird der Tag"
    switch datum {
    case .jahr, .monat:
      let was = if case .jahr = datum { "das Jahr" } else { "der Monat" }
      let welches = if case .jahr = datum { "dieses Jahres" } else { "dieses Monats" }
      sage(
        .eingabe,
        "Vom Tag \(genitiv) ist nur \(was) \(datum.anzeige) bekannt; gerechnet wird mit dem "
          + "letzten Tag \(welches), dem \(tag.anzeige).")
    case .tag, .unbekannt:
      sage(.eingabe, "\(vorne) \(genitiv), der \(tag.anzeige).")
    }
    guard let zeitpunkt, zeitpunkt.berlinerTag == tag else { return }
    if zeitpunkt.uhrzeit.zone == .keine {
      sage(
        .eingabe,
        "Der Zeitpunkt \(zeitpunkt.lesbar) ist ohne Zeitzone angegeben und gilt als deutsche "
          + "Ortszeit.")
    } else {
      sage(
        .eingabe,
        "Der Zeitpunkt \(zeitpunkt.lesbar) liegt nach deutscher Zeit am \(tag.anzeige).")
    }
  }

  mutating func sageEnde(bezug: Kalendertag, ausgang: Kalendertag, ende: Kalendertag) {
    guard erklaert, let beginn = frist.beginn else { return }
    let taggenau = regel.startregel == .taggenau
    guard ende > ausgang else {
      let womit = taggenau ? "am Bezugstag selbst" : "mit dem Jahr des Bezugstags"
      sage(
        .schritt,
        "Bei einer Dauer von \(regel.dauer.dativ) endet die Frist schon \(womit), am "
          + "\(ende.anzeige).")
      return
    }
    sage(
      .schritt,
      taggenau
        ? "Die Frist beginnt am Tag danach, dem \(beginn.anzeige)."
        : "Die Frist beginnt am 1. Januar des folgenden Jahres, dem \(beginn.anzeige).")
    var satz = "Nach \(regel.dauer.dativ)"
    satz += " endet sie am \(ende.anzeige); dieser Tag gehört noch zur Frist."
    if taggenau, ende.tag != bezug.tag {
      let fehlt = zweistellig(bezug.tag) + ende.anzeige.dropFirst(2)
      satz += " Den \(fehlt) gibt es nicht, deshalb gilt der letzte Tag des Monats."
    }
    sage(.schritt, satz)
  }

  mutating func sageMindestens(_ frueh: Kalendertag, _ ende: Kalendertag, _ satz: String) {
    let folge =
      frueh > ende
      ? "Das ist später als der \(ende.anzeige), deshalb gilt der \(frueh.anzeige)."
      : "Das ist nicht später als der \(ende.anzeige), deshalb bleibt es bei diesem Tag."
    sage(.schritt, satz + " " + folge)
  }

  mutating func sageWache(_ datum: Teildatum, _ tag: Kalendertag, _ spaetestens: Kalendertag) {
    guard erklaert else { return }
    var satz = "Zuletzt bearbeitet wurde am \(tag.anzeige)"
    switch datum {
    case .tag, .unbekannt: satz += "."
    case .jahr, .monat:
      let was = if case .jahr = datum { "das Jahr" } else { "der Monat" }
      satz =
        "Von der letzten Bearbeitung ist nur \(was) \(datum.anzeige) bekannt; für die "
        + "Anbietung wird vorsichtig mit dem ersten Tag gerechnet, dem \(tag.anzeige)."
    }
    satz +=
      " Spätestens 30 Jahre danach, am \(spaetestens.anzeige), ist dem Archiv anzubieten."
    sage(.schritt, satz)
  }

  /// The result and what else must be known.
  mutating func schliesse() {
    guard erklaert else { return }
    sage(.ergebnis, ergebnis)
    if let ende = frist.ende, let anbieten = frist.spaetestensAnbieten, anbieten <= ende {
      sage(
        .hinweis,
        "Die Anbietung muss hier vor dem Ende der Aufbewahrungsfrist geschehen; abgegeben oder "
          + "gelöscht wird erst danach.")
    }
    if regel.nieLoeschen {
      sage(
        .hinweis,
        "Nach der Regel wird hier nie gelöscht, auch wenn das Archiv nicht übernimmt.")
    }
  }

  private var ergebnis: String {
    switch frist.stand {
    case .bestimmt:
      guard let ende = frist.ende, let reif = frist.reifAb else { return "" }
      return "Die Aufbewahrungsfrist endet mit dem \(ende.anzeige). Ausgesondert werden darf ab "
        + "dem \(reif.anzeige)."
    case .unbefristet:
      return "Die Aufbewahrungsfrist endet nicht. Die Pflicht, dem Archiv anzubieten, bleibt."
    case .wartetAufEreignis(let name):
      return "Ein Ende lässt sich noch nicht nennen: Es fehlt das Ereignis »\(name)«."
    case .fristUnbekannt:
      return "Ein Ende lässt sich nicht berechnen. Ohne dieses Datum wird nie ausgesondert; bitte "
        + "tragen Sie es nach."
    case .nichtAbgeschlossen:
      return "Die Aufbewahrungsfrist läuft noch nicht: Erst muss alles zu den Akten verfügt sein."
    }
  }
}

extension Zeitpunkt {
  /// As people read it: `31.12.2024, 23:30:00 Uhr (UTC)`.
  var lesbar: String {
    let zone =
      switch uhrzeit.zone {
      case .keine: ""
      case .utc: " (UTC)"
      case .abstand: " (UTC\(uhrzeit.zone.text))"
      }
    return "\(tag.anzeige), \(uhrzeit.text.prefix(8)) Uhr\(zone)"
  }
}

func zweistellig(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
