// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Objects of offers, transfers and Aktenpläne: R28.
extension Prozesslauf {
  /// Notes every object of a part.
  func nimmObjekte(
    _ teil: Nachrichtenteil, _ zeilen: Zeilenverzeichnis, _ teilzeile: Int, _ stelle: Int
  ) {
    var zeilen = zeilen
    let typ = folge.nachrichten[stelle].typ
    let gang = Objektgang<Int32> { [unowned self] angabe, oben in
      // An unreadable UUID was reported as such (R17).
      if angabe.id.istLeer { return oben }
      let zeile = UInt32(clamping: zeilen.objekt(angabe.id) ?? teilzeile)
      return nimm(angabe, typ, zeile, stelle, oben: oben)
    }
    gang.gehe(teil, -1)
  }

  private func nimm(
    _ o: Objektangabe, _ typ: Nachrichtentyp, _ zeile: UInt32, _ stelle: Int, oben: Int32
  ) -> Int32 {
    let nummer = nummer(stelle)
    let (i, neu) = tafel.lege(o.id, o.art, nachricht: nummer)
    if neu {
      tafel[i].betreff = abdruck(o.betreff)
      tafel[i].kennzeichen = abdruck(o.kennzeichen)
    } else {
      pruefeGleich(i, o, zeile, stelle)
    }
    switch typ {
    case .anbieteverzeichnis, .aktenplanZurBewertung:
      if o.art == .anschreiben { break }
      if tafel[i].angebot == 0 {
        tafel[i].angebot = nummer
        tafel[i].angebotszeile = zeile
        if oben != Int32(i) { tafel[i].eltern = oben }
        tafel[i].merkmale.insert(o.kontext ? .kontextImAngebot : .angeboten)
      } else if tafel[i].angebot != nummer, !o.kontext {
        if tafel[i].merkmale.contains(.angeboten) {
          tafel[i].merkmale.insert(.mehrfachAngeboten)
        } else {
          // Context in one part, to be disposed of in another: the latter counts.
          tafel[i].merkmale.insert(.angeboten)
          tafel[i].merkmale.remove(.kontextImAngebot)
          tafel[i].angebot = nummer
          tafel[i].angebotszeile = zeile
        }
      }
    case .aussonderung:
      if o.art == .anschreiben { break }
      if tafel[i].angebot == 0, tafel[i].abgabe == 0, oben != Int32(i) { tafel[i].eltern = oben }
      if o.kontext {
        tafel[i].merkmale.insert(.kontextInAbgabe)
        if tafel[i].abgabe == 0 {
          tafel[i].abgabe = nummer
          tafel[i].abgabezeile = zeile
        }
      } else if !tafel[i].merkmale.contains(.abgegeben) {
        tafel[i].merkmale.insert(.abgegeben)
        tafel[i].abgabe = nummer
        tafel[i].abgabezeile = zeile
      } else if tafel[i].abgabe != nummer {
        erneuteAbgaben[i, default: []].insert(nummer)
      }
    default: break
    }
    return Int32(clamping: i)
  }

  /// The same UUID is the same object in all messages.
  private func pruefeGleich(_ i: Int, _ o: Objektangabe, _ zeile: UInt32, _ stelle: Int) {
    let alt = tafel[i]
    // Within one message that is R27.
    guard alt.zuerst != nummer(stelle) else { return }
    let erste = folge.nachrichten[nachricht(alt.zuerst)].pfad
    guard alt.art == o.art else {
      // A row made by an answer knows no kind yet.
      if alt.art == .objekt {
        tafel[i].art = o.art
        tafel[i].betreff = abdruck(o.betreff)
        tafel[i].kennzeichen = abdruck(o.kennzeichen)
      } else {
        melde(
          Regelwerk.r28, "Objekt \(o.id) war in \(erste) \(alt.art.mitArtikel).", in: stelle,
          zeile: zeile, objekt: o.id, betreff: o.betreff)
      }
      return
    }
    for (was, vorher, jetzt) in [
      ("Betreff", alt.betreff, abdruck(o.betreff)),
      ("Kennzeichen", alt.kennzeichen, abdruck(o.kennzeichen)),
    ] where vorher != 0 && jetzt != 0 && vorher != jetzt {
      melde(
        Regelwerk.r28, "\(was) von \(alt.bezeichnung) lautet anders als in \(erste).",
        schwere: .warnung, in: stelle, zeile: zeile, objekt: o.id, betreff: o.betreff)
    }
  }
}

extension Objektart {
  /// The German word with its article.
  fileprivate var mitArtikel: String {
    switch self {
    case .akte, .teilakte, .anlage, .aktenplaneinheit: "eine \(anzeige)"
    default: "ein \(anzeige)"
    }
  }
}
