// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Import results against what was handed over or decided: R62, R65.
extension Prozesslauf {
  /// Notes the result of an import (0506, 0514).
  func nimm(_ r: Importrueckmeldung, _ zeile: Int, _ stelle: Int) {
    if r.id.istLeer { return }
    let n = folge.nachrichten[stelle]
    let zeile = UInt32(clamping: zeile)
    let istKatalog = n.typ == .bewertungskatalogImportBestaetigen
    if let ziel = folge.antwortAuf[stelle], istGelesen(ziel) {
      pruefeRueckmeldung(r.id, zu: ziel, istKatalog, zeile, stelle)
      if !istKatalog, folge.nachrichten[ziel].rueckmeldungArchivkennung, r.ergebnis.erfolgreich,
        r.archivkennung?.isEmpty ?? true
      {
        melde(
          Regelwerk.r65, "Archivkennung für Objekt \(r.id) fehlt.",
          abhilfe: "Bitten Sie das Archiv um die Archivkennung; sie wurde mit der Aussonderung "
            + "verlangt.", in: stelle, zeile: zeile, objekt: r.id)
      }
    }
    guard let i = tafel.stelle(r.id) else { return }
    tafel[i].merkmale.insert(.rueckgemeldet)
    if r.ergebnis.erfolgreich {
      tafel[i].merkmale.insert(.importiert)
    } else {
      // A failure said anywhere holds.
      tafel[i].merkmale.remove(.importiert)
    }
  }

  /// R62: nothing but what the answered message holds.
  private func pruefeRueckmeldung(
    _ id: ObjektID, zu ziel: Int, _ istKatalog: Bool, _ zeile: UInt32, _ stelle: Int
  ) {
    let i = tafel.stelle(id)
    let z = i.map { tafel[$0] }
    let gehoert =
      istKatalog ? z?.bewertet == nummer(ziel) : i.map { stehtIn($0, ziel) } ?? false
    guard !gehoert else { return }
    let meldung: String
    switch z {
    case let z?
    where !istKatalog && z.merkmale.contains(.kontextInAbgabe)
      && !z.merkmale.contains(.abgegeben):
      meldung = "Rückmeldung zu Kontextobjekt \(id)."
    case let z? where !istKatalog && z.abgabe > 0 && !z.art.wirdBewertet:
      meldung = "Rückmeldung zu \(z.bezeichnung)."
    default:
      meldung =
        istKatalog
        ? "Rückmeldung zu unbekannter Aktenplaneinheit \(id)."
        : "Rückmeldung zu unbekanntem Objekt \(id)."
    }
    melde(Regelwerk.r62, meldung, in: stelle, zeile: zeile, objekt: id)
  }

  /// True if the row was handed over in this part.
  private func stehtIn(_ i: Int, _ ziel: Int) -> Bool {
    let z = tafel[i]
    return z.art.wirdBewertet && z.merkmale.contains(.abgegeben)
      && (z.abgabe == nummer(ziel) || erneuteAbgaben[i]?.contains(nummer(ziel)) ?? false)
  }

  /// How a confirmation speaks of the objects of the message that it answers.
  private enum Umfang {
    /// One result for all that is not listed.
    case alle
    /// Each is listed; what is not has failed or was forgotten.
    case einzeln
    /// Some are listed, and the whole is a success.
    case einzelnBeiErfolg
  }

  /// R62: everything in the answered messages is listed; known when all was read.
  func pruefeBestaetigungen() {
    var umfang: [Int: Umfang] = [:]
    for typ in [
      Nachrichtentyp.aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen,
    ] {
      for stelle in folge.alle(typ) where istGelesen(stelle) {
        guard let ziel = folge.antwortAuf[stelle], istGelesen(ziel), umfang[ziel] == nil else {
          continue
        }
        umfang[ziel] = self.umfang(stelle)
      }
    }
    for i in tafel.zeilen.indices where !tafel[i].merkmale.contains(.rueckgemeldet) {
      let z = tafel[i]
      let istEinheit = z.art == .aktenplaneinheit
      guard istEinheit ? z.bewertet > 0 : z.art.wirdBewertet && z.merkmale.contains(.abgegeben)
      else { continue }
      // What could not be imported comes again; the last answer counts.
      let ziel = nachricht(istEinheit ? z.bewertet : erneuteAbgaben[i]?.max() ?? z.abgabe)
      switch umfang[ziel] {
      case .alle: tafel[i].merkmale.insert(.importiert)
      // No file depends on a unit, so the success of the whole is good enough for it.
      case .einzelnBeiErfolg where istEinheit: meldeUngenannt(z, in: ziel, schwere: .warnung)
      case .einzeln, .einzelnBeiErfolg: meldeUngenannt(z, in: ziel, schwere: nil)
      case nil: break
      }
    }
  }

  private func meldeUngenannt(_ z: Objekttafel.Zeile, in ziel: Int, schwere: Schwere?) {
    let istEinheit = z.art == .aktenplaneinheit
    melde(
      Regelwerk.r62, "Keine Rückmeldung zu \(z.bezeichnung).", schwere: schwere,
      abhilfe: istEinheit
        ? "Fragen Sie die Behörde, ob sie die Bewertung dieser Einheit übernommen hat." : nil,
      in: ziel, zeile: istEinheit ? z.bewertungszeile : z.abgabezeile, objekt: z.id)
  }

  /// Nil where nothing can be said: all failed.
  private func umfang(_ stelle: Int) -> Umfang? {
    let n = folge.nachrichten[stelle]
    // In 2.x a list tells archive ids only; the result as a whole holds for all.
    if n.version < .v300 { return n.gesamterfolg == true ? .alle : nil }
    if eintragszahl(stelle) > 0 {
      return n.gesamterfolg == true ? .einzelnBeiErfolg : .einzeln
    }
    guard n.gesamterfolg == true else { return nil }
    melde(
      Regelwerk.r62, "Keine Rückmeldung zu einzelnen Objekten. Der Gesamterfolg gilt für alle.",
      schwere: .warnung, in: stelle, zeile: UInt32(clamping: n.kopfzeile))
    return .alle
  }
}
