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
