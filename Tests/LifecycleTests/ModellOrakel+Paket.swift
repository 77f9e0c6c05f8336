// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Judges what a batch does to its objects and to itself.
extension Modellorakel {
  func vergleichePaketobjekt(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand, _ id: PaketID, _ e: Paketereignis
  ) throws(Verstoss) {
    // A Kontextobjekt is no member, so nothing happens to it.
    if let p = neu.aussonderung?.paket {
      guard p == id, pakete[id]?.mitglieder.contains(neu.id) == true else {
        throw Verstoss("W1", alt.id, "gehört nicht zum Paket und wurde doch hineingezogen")
      }
    } else {
      switch e {
      case .herausnehmen, .zurueckziehen, .abbrechen: break
      default: throw Verstoss("W1", alt.id, "fiel aus dem Paket")
      }
    }
    if let vorher = alt.aussonderung?.paket, vorher != id {
      throw Verstoss("W1", alt.id, "gehört zu zwei Paketen")
    }
    try pruefeWert(alt, neu)
    guard alt.lage != neu.lage else { return }
    guard alt.lage != .abgetreten else {
      throw Verstoss("E3", alt.id, "abgetreten, und doch \(neu.lage) durch \(e.regel)")
    }
    guard Self.erlaubt(alt.lage, neu.lage, e) else {
      throw Verstoss("E2", alt.id, "von \(alt.lage) nach \(neu.lage) durch \(e.regel)")
    }
    switch neu.lage {
    case .angeboten, .bewertet, .abgegeben:
      if istGesperrt(alt.id) { throw Verstoss("L3", alt.id, "\(neu.lage) trotz Sperre") }
    case .uebernommen:
      guard case .uebernommen? = belege[alt.id] else {
        throw Verstoss("P5", alt.id, "übernommen ohne vollständige Bestätigung des Imports")
      }
    default: break
    }
  }

  private func pruefeWert(
    _ alt: Schriftgutzustand, _ neu: Schriftgutzustand
  ) throws(Verstoss) {
    guard let wert = neu.aussonderung?.bewertung, wert != alt.aussonderung?.bewertung else {
      return
    }
    guard belege[neu.id] == .entschieden(wert) else {
      throw Verstoss("W2", neu.id, "bewertet mit \(wert.rawValue) ohne Beleg im Verlauf")
    }
  }

  /// One A below makes everything above A (FAKTEN 0, rule 9): V or a passed deadline contradicts.
  ///
  /// A hold keeps the object above as it was; that it is not destroyed then is V14.
  func pruefeWertfolge(_ s: Schriftgutzustand) throws(Verstoss) {
    guard let stand = s.aussonderung, let wert = stand.bewertung else { return }
    switch wert {
    case .nichtArchivwuerdig, .fristablauf:
      let darin = archivwuerdige(in: s)
      guard darin.isEmpty || istGesperrt(s.id) else {
        throw Verstoss(
          darin.allSatisfy(\.lage.istEnde) ? "W4" : "W3", s.id,
          "\(wert.rawValue) über dem archivwürdigen Objekt \(darin[0].id)")
      }
    case .archivwuerdig:
      for o in vorfahren(s.id) where o.aussonderung?.paket == stand.paket {
        guard let b = o.aussonderung?.bewertung, b == .nichtArchivwuerdig || b == .fristablauf,
          !istGesperrt(o.id)
        else { continue }
        throw Verstoss("W3", o.id, "\(b.rawValue) über dem archivwürdigen Objekt \(s.id)")
      }
    case .nochZuBewerten: break
    }
  }

  /// The objects below that the archive valued A in the same batch.
  func archivwuerdige(in s: Schriftgutzustand) -> [Schriftgutzustand] {
    nachfahren(s.id).filter {
      $0.aussonderung?.paket == s.aussonderung?.paket
        && $0.aussonderung?.bewertung == .archivwuerdig
    }
  }

  private static func erlaubt(_ alt: Lage, _ neu: Lage, _ e: Paketereignis) -> Bool {
    switch (e, alt, neu) {
    case (.anbieten, .zdA, .angeboten), (.anbieten, .inAufbewahrung, .angeboten),
      (.bewertung, .angeboten, .bewertet), (.fristablauf, .angeboten, .bewertet),
      (.abgeben, .bewertet, .abgegeben), (.abgebenNachKatalog, .zdA, .abgegeben),
      (.abgebenNachKatalog, .inAufbewahrung, .abgegeben),
      (.importBestaetigt, .abgegeben, .uebernommen),
      (.zurueckziehen, .angeboten, .inAufbewahrung), (.abbrechen, .angeboten, .inAufbewahrung),
      (.zurueckziehen, .bewertet, .inAufbewahrung), (.abbrechen, .bewertet, .inAufbewahrung):
      true
    default: false
    }
  }

  func vergleiche(_ alt: Paketzustand?, _ neu: Paketzustand, _ h: Handlung) throws(Verstoss) {
    guard let p = pakete[neu.id] else { throw Verstoss("Q6", nil, "Paket ohne Ereignis") }
    if let alt {
      guard !alt.lage.istEnde else { throw Verstoss("Q8", nil, "Paket \(alt.lage), doch geändert") }
      guard neu.bekannteNachrichten.starts(with: alt.bekannteNachrichten),
        alt.prozess == neu.prozess,
        alt.angebotsnachricht == nil
          || alt.angebotsnachricht == neu.angebotsnachricht,
        alt.empfangenAm == nil || alt.empfangenAm == neu.empfangenAm
      else { throw Verstoss("Q8", nil, "Festes am Paket \(neu.id) geändert") }
    }
    guard Set(neu.objekte) == p.mitglieder, neu.objekte.count == p.mitglieder.count else {
      let falsch = p.mitglieder.symmetricDifference(neu.objekte)
      throw Verstoss("Q9", falsch.min(), "die Objekte des Pakets \(neu.id) stimmen nicht")
    }
    guard Set(neu.abgegeben) == p.abgegeben else {
      throw Verstoss("Q9", nil, "die abgegebenen Objekte des Pakets \(neu.id) stimmen nicht")
    }
    switch h.ereignis {
    case .paket(_, .angebotErstellen), .paket(_, .herausnehmen), .paket(_, .abgebenNachKatalog):
      // Context reaches up to the highest Akte (FAKTEN 2.6).
      let oben = Set(p.mitglieder.flatMap { vorfahren($0).map(\.id) }).subtracting(p.mitglieder)
      guard Set(neu.kontextobjekte) == oben else {
        throw Verstoss("Q10", nil, "die Kontextobjekte des Pakets \(neu.id) stimmen nicht")
      }
    default:
      guard neu.kontextobjekte == alt?.kontextobjekte else {
        throw Verstoss("Q10", nil, "die Kontextobjekte des Pakets \(neu.id) änderten sich")
      }
    }
  }
}
