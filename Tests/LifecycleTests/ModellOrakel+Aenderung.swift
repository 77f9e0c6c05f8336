// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Judges the change of one object by one event.
extension Modellorakel {
  func vergleiche(
    _ alt: Schriftgutzustand?, _ neu: Schriftgutzustand, _ h: Handlung, _ w: Wirkungen
  ) throws(Verstoss) {
    guard let alt else { return try pruefeNeues(neu, h) }
    guard case let e? = h.ereignis.schriftgutEreignis else {
      if alt == neu { return }
      return try vergleicheFremdes(alt, neu, h)
    }
    guard !alt.lage.istEnde else { throw Verstoss("E1", alt.id, "\(alt.lage) und doch geändert") }
    try vergleicheUnveraenderliches(alt, neu, e)
    if neu.lage == .abgetreten, alt.lage != neu.lage, alt.aussonderung != nil {
      throw Verstoss("E3", alt.id, "abgetreten, während es in einem Paket ist (\(alt.lage))")
    }
    if alt.lage != neu.lage, !Self.erlaubt(alt.lage, neu.lage, e) {
      throw Verstoss("E2", alt.id, "von \(alt.lage) nach \(neu.lage) durch \(h.ereignis.regel)")
    }
    if case .transferfristAbgelaufen = e, let ende = alt.transferfristende, h.heute <= ende {
      throw Verstoss("E4", alt.id, "die Transferfrist läuft noch bis \(ende)")
    }
    guard alt.aussonderung == neu.aussonderung else {
      throw Verstoss("W1", alt.id, "der Stand der Aussonderung änderte sich ohne Nachricht")
    }
    try vergleicheFrist(alt, neu, e)
    try vergleicheSperren(alt, neu, e)
  }

  /// Changes by documents (only open objects above) and by batches.
  private func vergleicheFremdes(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand, _ h: Handlung
  ) throws(Verstoss) {
    guard !alt.lage.istEnde else { throw Verstoss("E1", alt.id, "\(alt.lage) und doch geändert") }
    try vergleicheUnveraenderliches(alt, neu, nil)
    guard alt.frist == neu.frist, alt.sperren == neu.sperren else {
      throw Verstoss("F1", alt.id, "Frist oder Sperren geändert durch \(h.ereignis.regel)")
    }
    switch h.ereignis {
    case .paket(let id, let e): try vergleichePaketobjekt(alt, neu, id, e)
    default:
      guard alt.lage.istOffen, neu.lage == .inBearbeitung, alt.aussonderung == neu.aussonderung
      else { throw Verstoss("D1", alt.id, "ein Dokument änderte ein Objekt in Lage \(alt.lage)") }
    }
  }

  private func pruefeNeues(_ neu: Schriftgutzustand, _ h: Handlung) throws(Verstoss) {
    guard !jemals.contains(neu.id) else { throw Verstoss("I1", neu.id, "Kennung zweimal vergeben") }
    guard case .schriftgut(let ziel, let oben, let e) = h.ereignis, ziel == neu.id,
      neu.eltern == oben
    else { throw Verstoss("I3", neu.id, "entstanden durch ein Ereignis an anderer Stelle") }
    let kette = (oben.flatMap { schriftgut[$0] }.map { [$0] + vorfahren($0.id) }) ?? []
    switch e {
    case .anlegen:
      guard neu.lage == .angelegt, kette.allSatisfy(\.lage.istOffen) else {
        throw Verstoss("A1", neu.id, "angelegt unter einem geschlossenen Objekt")
      }
    case .uebernehmen:
      guard neu.lage != .abgetreten, !neu.lage.istEnde,
        kette.allSatisfy({ $0.aussonderung == nil && !$0.lage.istEnde && $0.lage != .abgetreten })
      else {
        throw Verstoss("A2", neu.id, "übernommen unter \(kette.map(\.lage)), schon abgeschlossen")
      }
    default: throw Verstoss("I3", neu.id, "entstanden durch \(e.regel)")
    }
    if kette.contains(where: \.abgabeLaufend) {
      throw Verstoss("A3", neu.id, "angelegt, während die Abgabe läuft")
    }
    guard neu.sperren.isEmpty, neu.aussonderung == nil, neu.vernichtung == nil else {
      throw Verstoss("I3", neu.id, "entstanden mit Sperre, Bewertung oder Vermerk")
    }
    try pruefeTage(neu)
  }

  /// What no event, or only one, may change (FAKTEN 2.4).
  private func vergleicheUnveraenderliches(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand, _ e: Schriftgutereignis?
  ) throws(Verstoss) {
    var umgehaengt = false
    var wiederauf = false
    switch e {
    case .umhaengen?: umgehaengt = true
    case .wiederaufnehmen?: wiederauf = true
    default: break
    }
    guard alt.id == neu.id, alt.ebene == neu.ebene,
      alt.hatteInhalt == neu.hatteInhalt || neu.hatteInhalt
    else { throw Verstoss("K1", alt.id, "Ebene oder Herkunft geändert") }
    guard neu.alteKennzeichen.starts(with: alt.alteKennzeichen),
      umgehaengt || (alt.kennzeichen == neu.kennzeichen && alt.eltern == neu.eltern)
    else { throw Verstoss("K2", alt.id, "Kennzeichen oder Ort ohne Umhängen geändert") }
    guard umgehaengt || alt.einheit == neu.einheit else {
      throw Verstoss("K2", alt.id, "Aktenplaneinheit ohne Umhängen geändert")
    }
    if alt.lage.istGeschlossen {
      guard alt.einheit == neu.einheit, alt.eltern == neu.eltern, alt.laufzeit == neu.laufzeit,
        alt.kennzeichen == neu.kennzeichen, wiederauf || alt.zdADatum == neu.zdADatum,
        alt.federfuehrung == neu.federfuehrung
      else { throw Verstoss("K3", alt.id, "geschlossen, und doch Festgeschriebenes geändert") }
    }
    guard neu.letzteBearbeitung >= alt.letzteBearbeitung else {
      throw Verstoss("K4", alt.id, "die letzte Bearbeitung wurde früher")
    }
    // The day of closing and the closed state go together.
    guard neu.lage == .abgetreten || neu.lage.istEnde || neu.lage.istOffen == (neu.zdADatum == nil)
    else { throw Verstoss("K5", alt.id, "zdA-Datum und Lage \(neu.lage) passen nicht") }
  }

  /// The moves between states that an event on the object itself may cause (FAKTEN 2.2).
  private static func erlaubt(_ alt: Lage, _ neu: Lage, _ e: Schriftgutereignis) -> Bool {
    switch (e, alt, neu) {
    case (.anlegen, .angelegt, .inBearbeitung), (.uebernehmen, .angelegt, .inBearbeitung),
      (.umhaengen, .angelegt, .inBearbeitung), (.stornieren, .angelegt, .storniert),
      (.zdA, .angelegt, .zdA), (.zdA, .angelegt, .inAufbewahrung), (.zdA, .inBearbeitung, .zdA),
      (.zdA, .inBearbeitung, .inAufbewahrung), (.zdAKaskadierend, .angelegt, .zdA),
      (.zdAKaskadierend, .angelegt, .inAufbewahrung), (.zdAKaskadierend, .inBearbeitung, .zdA),
      (.zdAKaskadierend, .inBearbeitung, .inAufbewahrung),
      (.wiederaufnehmen, .zdA, .inBearbeitung), (.wiederaufnehmen, .inAufbewahrung, .inBearbeitung),
      (.wiederaufnehmen, .angelegt, .inBearbeitung),
      (.transferfristAbgelaufen, .zdA, .inAufbewahrung),
      (.vernichten, .bewertet, .vernichtet), (.vernichten, .uebernommen, .vernichtet),
      (.vernichtenNachGenehmigung, .inAufbewahrung, .vernichtet),
      (.vernichtenNachGenehmigung, .zdA, .vernichtet):
      true
    case (.uebernahmeBestaetigt, .angelegt, .abgetreten),
      (.uebernahmeBestaetigt, .inBearbeitung, .abgetreten),
      (.uebernahmeBestaetigt, .zdA, .abgetreten),
      (.uebernahmeBestaetigt, .inAufbewahrung, .abgetreten):
      true
    default: false
    }
  }

  private func vergleicheFrist(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand, _ e: Schriftgutereignis
  ) throws(Verstoss) {
    guard alt.frist != neu.frist else { return }
    switch e {
    case .zdA, .zdAKaskadierend, .wiederaufnehmen, .fristVerlaengern, .fristVerkuerzen,
      .bezugsereignis, .katalogaenderung:
      break
    default: throw Verstoss("F1", alt.id, "die Frist änderte sich durch \(e.regel)")
    }
    if case .fristVerlaengern = e, let vorher = alt.frist?.ende, let dann = neu.frist?.ende,
      dann < vorher
    {
      throw Verstoss("F2", alt.id, "eine Verlängerung hat die Frist verkürzt")
    }
    if case .fristVerkuerzen = e, istGesperrt(alt.id) {
      throw Verstoss("F3", alt.id, "die Frist wurde trotz Sperre verkürzt")
    }
    try pruefeTage(neu)
  }

  /// The plain case of rule J, counted by the oracle itself (FAKTEN 3, F01–F06).
  private func pruefeTage(_ s: Schriftgutzustand) throws(Verstoss) {
    guard let f = s.frist, let zdA = s.zdADatum, case .jahre(let n) = f.regel.dauer,
      f.regel.startregel == .jahresende, f.regel.bezug == .zdA, f.regel.mindestBis == nil,
      f.stand != .fristUnbekannt
    else { return }
    guard f.ende == Kalendertag(zdA.jahr + n, 12, 31),
      f.reifAb == Kalendertag(zdA.jahr + n + 1, 1, 1)
    else { throw Verstoss("F4", s.id, "zdA \(zdA), \(n) Jahre: \(String(describing: f.ende))") }
  }

  private func vergleicheSperren(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand, _ e: Schriftgutereignis
  ) throws(Verstoss) {
    // The day an object is due never depends on holds; the event above changed only the holds.
    var ohne = neu
    switch e {
    case .sperreSetzen, .sperreAufheben:
      guard alt.frist?.reifAb == neu.frist?.reifAb, alt.lage == neu.lage, alt.sperren != neu.sperren
      else { throw Verstoss("L2", alt.id, "eine Sperre hat mehr als die Sperren geändert") }
      ohne = alt
    case .umhaengen: ohne = alt
    default: break
    }
    guard alt.sperren == ohne.sperren,
      Set(neu.sperren.map(\.id)) == Set((sperren[alt.id] ?? [:]).keys)
    else { throw Verstoss("L1", alt.id, "die Sperren entsprechen nicht den Ereignissen") }
  }
}

extension Ereignis {
  var schriftgutEreignis: Schriftgutereignis? {
    if case .schriftgut(_, _, let e) = self { e } else { nil }
  }
}
