// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// What an Akte or a Vorgang says of its closing and retention.
struct Abschlussangaben {
  let kontext: Bool?
  let zdA: Bool?
  let zdADatum: Kalendertag?
  let laufzeit: Zeitraum?
  let metadaten: Aussonderungsmetadaten?
  /// False if the version has no such field.
  let kenntZdA: Bool
  let kenntZdADatum: Bool
}

/// Closing, retention and appraisal: R34, R35, R43, R44.
extension Nachrichtenregeln {
  func pruefeAbschluss(_ a: Abschlussangaben, _ umgebung: Umgebung, an stelle: Stelle) {
    if let m = a.metadaten { pruefeBewertungscodes(m, an: stelle) }
    pruefeWiderspruch(a, an: stelle)
    guard a.kontext != true else { return }
    pruefeGeschlossen(a, umgebung, an: stelle)
    pruefeZukunft(a.zdADatum, an: stelle)
    if let von = a.laufzeit?.beginn, let bis = a.laufzeit?.ende, bis < von {
      melde(
        Regelwerk.r35,
        "Laufzeit von \(stelle.bezeichnung) endet (\(bis.anzeige)), bevor sie beginnt "
          + "(\(von.anzeige)).", an: stelle)
    }
    guard let m = a.metadaten else {
      melde(
        // Before 4.0 an Akte that is only sent for context cannot be told from one that is offered.
        Regelwerk.r43,
        schwere: typ == .anbieteverzeichnis && (version >= .v400 || stelle.art != .akte)
          ? .fehler : .warnung,
        "\(stelle.bezeichnung) ohne Aussonderungsmetadaten.", an: stelle)
      return
    }
    pruefeFrist(m, a.zdADatum, an: stelle)
    if typ == .aussonderung, m.$aussonderungsart, let art = m.aussonderungsart?.kurz,
      art == "V" || art == "B"
    {
      // Only the archive's answer decides (0502); what the object says of itself is a sign.
      melde(
        Regelwerk.r50, schwere: .warnung,
        "\(stelle.bezeichnung) ist mit \(art) bewertet und wird trotzdem übergeben.", an: stelle)
    }
    if typ == .anbieteverzeichnis, m.$aussonderungsart, let art = m.aussonderungsart,
      art.kurz != "B", !art.kurz.isEmpty
    {
      melde(
        Regelwerk.r44, "\(stelle.bezeichnung) ist bereits mit \(art.kurz) bewertet.", an: stelle)
    }
  }

  /// R34: Kontextobjekt decides; a contradiction is only worth knowing.
  private func pruefeWiderspruch(_ a: Abschlussangaben, an stelle: Stelle) {
    guard version >= .v400, let kontext = a.kontext else { return }
    let widerspruch: Bool
    if kontext {
      // In a transfer, closed Akten of which only a part is taken over are sent for context.
      guard typ == .anbieteverzeichnis, a.zdA == true, let heute,
        let ende = a.metadaten?.aufbewahrungsende?.spaetesterTag
      else { return }
      widerspruch = ende <= heute
    } else {
      widerspruch = a.zdA == false
    }
    if widerspruch {
      melde(
        Regelwerk.r34,
        "ZdA-Angaben zu \(stelle.bezeichnung) widersprechen Kontextobjekt \(kontext ? 1 : 0).",
        an: stelle)
    }
  }

  /// What an object above states for the whole is not asked for again below.
  private func pruefeGeschlossen(
    _ a: Abschlussangaben, _ umgebung: Umgebung, an stelle: Stelle
  ) {
    if a.zdA == false {
      // From 4.0 on this contradicts Kontextobjekt 0 (R34).
      if version < .v400 || a.kontext == nil {
        melde(
          Regelwerk.r35, "\(stelle.bezeichnung) ist nicht zu den Akten verfügt.", an: stelle)
      }
    } else if !umgebung.geschlossen {
      if a.kenntZdA, a.zdA == nil {
        melde(Regelwerk.r35, "\(stelle.bezeichnung) ohne Angabe zur zdA-Verfügung.", an: stelle)
      } else if a.kenntZdADatum, a.zdADatum == nil {
        melde(
          Regelwerk.r35, "\(stelle.bezeichnung) ohne Datum der zdA-Verfügung.", an: stelle)
      }
    }
  }

  /// Nobody closes a file tomorrow.
  private func pruefeZukunft(_ zdADatum: Kalendertag?, an stelle: Stelle) {
    guard let heute, let zdADatum, zdADatum > heute else { return }
    melde(
      Regelwerk.r35,
      "\(stelle.bezeichnung) ist nach Angabe erst am \(zdADatum.anzeige) zu den Akten verfügt.",
      an: stelle)
  }

  private func pruefeFrist(
    _ m: Aussonderungsmetadaten, _ zdADatum: Kalendertag?, an stelle: Stelle
  ) {
    if m.aufbewahrungsdauer == .unbefristet {
      melde(
        Regelwerk.r35, "\(stelle.bezeichnung) ist unbefristet aufzubewahren.", an: stelle)
    }
    guard let ende = m.aufbewahrungsende?.spaetesterTag else { return }
    if let heute, ende > heute {
      melde(
        Regelwerk.r35,
        "Aufbewahrungsfrist von \(stelle.bezeichnung) endet erst \(ende.anzeige).", an: stelle)
    }
    guard case .jahre(let jahre) = m.aufbewahrungsdauer, let zdADatum,
      let mindestens = zdADatum.nach(jahren: Int(jahre)), ende < mindestens
    else { return }
    melde(
      Regelwerk.r35,
      "Aufbewahrungsende \(ende.anzeige) von \(stelle.bezeichnung) liegt vor dem Ablauf von "
        + "\(jahre) \(jahre == 1 ? "Jahr" : "Jahren") nach der zdA-Verfügung am "
        + "\(zdADatum.anzeige).", an: stelle)
  }
}

extension Kalendertag {
  /// The same day some years later; 28 February for 29 February where that does not exist.
  fileprivate func nach(jahren: Int) -> Kalendertag? {
    let (jahr, monat, tag) = teile
    return Kalendertag(jahr + jahren, monat, tag) ?? Kalendertag(jahr + jahren, monat, 28)
  }
}
