// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Decisions against what was offered: R45, R46, R48.
extension Prozesslauf {
  /// Notes a decision of a 0502 or 0513.
  func nimm(_ b: Objektbewertung, _ zeile: Int, _ stelle: Int) {
    if b.id.istLeer { return }
    let typ = folge.nachrichten[stelle].typ
    let istKatalog = typ == .bewertungskatalog
    let zeile = UInt32(clamping: zeile)
    let (i, _) = tafel.lege(
      b.id, istKatalog ? .aktenplaneinheit : .objekt, nachricht: nummer(stelle))
    pruefeZiel(i, istKatalog, zeile, stelle)
    if tafel[i].bewertet != 0 {
      // Twice in one message is told by the rules for it.
      if tafel[i].bewertet != nummer(stelle) {
        let erste = folge.nachrichten[nachricht(tafel[i].bewertet)].pfad
        melde(
          Regelwerk.r46, "Bewertung für \(tafel[i].bezeichnung) mehrfach: auch in \(erste).",
          in: stelle, zeile: zeile, objekt: b.id)
      }
      return
    }
    tafel[i].bewertet = nummer(stelle)
    tafel[i].bewertungszeile = zeile
    tafel[i].entscheidung =
      switch b.aussonderungsart.kurz {
      case "A": .archivieren
      case "V": .vernichten
      default: .ohneWert
      }
  }

  /// R46: only what was offered is decided on.
  private func pruefeZiel(_ i: Int, _ istKatalog: Bool, _ zeile: UInt32, _ stelle: Int) {
    let z = tafel[i]
    func unbekannt(_ zusatz: String = "") {
      melde(
        Regelwerk.r46,
        istKatalog
          ? "Bewertung für unbekannte Aktenplaneinheit \(z.id)." + zusatz
          : "Bewertung für unbekanntes Objekt \(z.id)." + zusatz, in: stelle, zeile: zeile,
        objekt: z.id)
    }
    guard let angebot = folge.antwortAuf[stelle], istGelesen(angebot) else { return }
    let erwartet: Bool = istKatalog ? z.art == .aktenplaneinheit : z.art.wirdBewertet
    if z.angebot == 0 { return unbekannt() }
    if !erwartet {
      return melde(
        Regelwerk.r46, "Bewertung für \(z.bezeichnung).", in: stelle, zeile: zeile, objekt: z.id)
    }
    if z.merkmale.contains(.kontextImAngebot) {
      return melde(
        Regelwerk.r46, "Bewertung für Kontextobjekt \(z.id).", in: stelle, zeile: zeile,
        objekt: z.id)
    }
    if z.angebot != nummer(angebot), !z.merkmale.contains(.mehrfachAngeboten) {
      let wo = folge.nachrichten[nachricht(z.angebot)].pfad
      unbekannt(" Angeboten wurde es in \(wo).")
    }
  }

  /// R45 and R48, when all decisions are known.
  ///
  /// For units of an Aktenplan (0513 answers 0511) the same holds, but A below V is usual there.
  func pruefeBewertungen() {
    for i in tafel.zeilen.indices {
      let z = tafel[i]
      guard z.merkmale.contains(.angeboten) else { continue }
      if z.art == .aktenplaneinheit, z.bewertet == 0, istBeantwortet(z) { meldeFehlend(i) }
      guard z.art.wirdBewertet else { continue }
      if z.entscheidung == .archivieren { pruefeDarueber(i) }
      if z.bewertet == 0, istBeantwortet(z) { meldeFehlend(i) }
    }
  }

  private func meldeFehlend(_ i: Int) {
    let z = tafel[i]
    let (entscheidung, von) = tafel.wirksam(i)
    let geerbt =
      entscheidung == .keine
      ? "" : " Es gilt \(entscheidung == .archivieren ? "A" : "V") von \(tafel[von].bezeichnung)."
    melde(
      Regelwerk.r45, "Keine Bewertung für \(z.bezeichnung)." + geerbt,
      schwere: entscheidung == .keine ? nil : .warnung, in: nachricht(z.angebot),
      zeile: z.angebotszeile, objekt: z.id)
  }

  /// R48: the nearest decision above is V.
  private func pruefeDarueber(_ i: Int) {
    let z = tafel[i]
    guard z.eltern >= 0 else { return }
    let (entscheidung, von) = tafel.wirksam(Int(z.eltern))
    guard entscheidung == .vernichten else { return }
    melde(
      Regelwerk.r48, "\(z.bezeichnung) ist A, übergeordnete \(tafel[von].bezeichnung) ist V.",
      in: nachricht(z.bewertet), zeile: z.bewertungszeile, objekt: z.id)
  }
}
