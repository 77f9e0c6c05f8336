// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// The transfer against the appraisal: R49, R50; and what may be deleted: R61.
extension Prozesslauf {
  /// Judges the transfer when all its parts are known.
  ///
  /// Without a 0502 the decisions come from a catalogue or were made in the agency's system.
  func pruefeAbgabe() {
    guard folge.hat(.aussonderung), folge.hat(.bewertungsverzeichnis) else { return }
    merkeTraeger()
    let allesDa = istVollstaendig(.aussonderung)
    let allesAngeboten = istVollstaendig(.anbieteverzeichnis)
    for i in tafel.zeilen.indices {
      if tafel[i].merkmale.contains(.abgegeben) {
        pruefeUeberzaehlig(i, allesAngeboten: allesAngeboten)
      } else if allesDa, tafel[i].merkmale.contains(.angeboten) {
        pruefeFehlend(i)
      }
    }
  }

  /// Marks what is above an object that was appraised A and handed over.
  private func merkeTraeger() {
    for i in tafel.zeilen.indices
    where tafel[i].merkmale.contains(.abgegeben) && tafel[i].art.wirdBewertet
      && tafel.wirksam(i).entscheidung == .archivieren
    {
      var oben = Int(tafel[i].eltern)
      while oben >= 0, !tafel[oben].merkmale.contains(.traegtArchivwuerdiges) {
        tafel[oben].merkmale.insert(.traegtArchivwuerdiges)
        oben = Int(tafel[oben].eltern)
      }
    }
  }

  /// R49: also a document of an object that was handed over, as a warning; the archive decides on
  /// the object as a whole.
  private func pruefeFehlend(_ i: Int) {
    let z = tafel[i]
    guard tafel.wirksam(i).entscheidung == .archivieren, istBeantwortet(z) else { return }
    if z.art.wirdBewertet {
      let zusatz =
        z.merkmale.contains(.kontextInAbgabe) ? " Es ist nur als Kontextobjekt enthalten." : ""
      melde(
        Regelwerk.r49, "Objekt \(z.id) fehlt in der Aussonderung." + zusatz,
        in: nachricht(z.bewertet == 0 ? z.angebot : z.bewertet),
        zeile: z.bewertet == 0 ? z.angebotszeile : z.bewertungszeile, objekt: z.id)
    } else if z.art == .dokument, z.eltern >= 0,
      tafel[Int(z.eltern)].merkmale.contains(.abgegeben)
    {
      melde(
        Regelwerk.r49, "Objekt \(z.id) fehlt in der Aussonderung.", schwere: .warnung,
        in: nachricht(z.angebot), zeile: z.angebotszeile, objekt: z.id)
    }
  }

  /// R50.
  private func pruefeUeberzaehlig(_ i: Int, allesAngeboten: Bool) {
    let z = tafel[i]
    guard z.art.wirdBewertet else { return }
    let grund: String
    if z.angebot == 0, z.entscheidung == .keine {
      // Without the whole offer nothing can be said.
      guard allesAngeboten else { return }
      grund = "Es wurde nie angeboten."
    } else if z.merkmale.contains(.kontextImAngebot) {
      grund = "Angeboten war es nur als Kontextobjekt."
    } else {
      switch tafel.wirksam(i).entscheidung {
      case .archivieren: return
      case .vernichten: grund = "Das Archiv hat V entschieden."
      case .keine, .ohneWert:
        guard istBeantwortet(z) || z.entscheidung == .ohneWert else { return }
        grund = "Es gibt keine Entscheidung des Archivs."
      }
    }
    // Before 4.0 what is above cannot be marked as context.
    let version = folge.nachrichten[nachricht(z.abgabe)].version
    if version < .v400, z.merkmale.contains(.traegtArchivwuerdiges) { return }
    melde(
      Regelwerk.r50, "Objekt \(z.id) wurde nicht als archivwürdig bewertet. \(grund)",
      abhilfe:
        "Lassen Sie die Aussonderung ohne dieses Objekt neu erstellen. Übergeordnete Objekte, "
        + "die nur den Zusammenhang zeigen, werden als Kontextobjekt gekennzeichnet.",
      in: nachricht(z.abgabe), zeile: z.abgabezeile, objekt: z.id)
  }

  // MARK: Deletions

  /// R61: what is not confirmed stays.
  func pruefeLoeschungen() {
    if pruefung.loeschungen.isEmpty { return }
    let traeger = unbestaetigteTraeger()
    for id in pruefung.loeschungen {
      guard let i = tafel.stelle(id), tafel[i].art != .anschreiben else { continue }
      bekannteLoeschungen.insert(id)
      guard let grund = sperrgrund(i, traeger) else { continue }
      let z = tafel[i]
      let wo = z.abgabe > 0 ? z.abgabe : z.angebot > 0 ? z.angebot : z.zuerst
      melde(
        Regelwerk.r61, "Löschung von \(id) ohne Importbestätigung gesperrt. \(grund)",
        in: nachricht(wo), zeile: z.abgabe > 0 ? z.abgabezeile : z.angebotszeile, objekt: id)
    }
  }

  /// Why an object must not be deleted; nil if it may.
  ///
  /// Documents have the fate of the object around them.
  private func sperrgrund(_ stelle: Int, _ traeger: Set<Int>) -> String? {
    var i = stelle
    while !tafel[i].art.wirdBewertet, tafel[i].eltern >= 0 { i = Int(tafel[i].eltern) }
    let z = tafel[i]
    if z.merkmale.contains(.importiert) { return nil }
    if z.merkmale.contains(.rueckgemeldet) { return "Das Archiv meldet einen Misserfolg." }
    switch tafel.wirksam(i).entscheidung {
    case .vernichten where !z.merkmale.contains(.kontextImAngebot):
      return traeger.contains(i)
        ? "Darin liegt Archivwürdiges, das nicht bestätigt ist." : nil
    case .archivieren: return "Es ist archivwürdig, und sein Import ist nicht bestätigt."
    default:
      return z.merkmale.contains(.abgegeben)
        ? "Es wurde übergeben, und sein Import ist nicht bestätigt."
        : "Das Archiv hat nicht darüber entschieden."
    }
  }

  /// What is above an object that is worth keeping and not confirmed yet.
  private func unbestaetigteTraeger() -> Set<Int> {
    var traeger: Set<Int> = []
    for i in tafel.zeilen.indices
    where tafel[i].art.wirdBewertet && !tafel[i].merkmale.contains(.importiert)
      && tafel.wirksam(i).entscheidung == .archivieren
    {
      var oben = Int(tafel[i].eltern)
      while oben >= 0, traeger.insert(oben).inserted { oben = Int(tafel[oben].eltern) }
    }
    return traeger
  }
}
