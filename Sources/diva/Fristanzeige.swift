// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// How `diva frist` shows a period.
enum Fristanzeige {
  /// The result as label and value.
  static func zeilen(_ frist: Frist, _ heute: Kalendertag) -> [String] {
    var paare = [("Stand", stand(frist))]
    func tag(_ name: String, _ tag: Kalendertag?) {
      if let tag { paare.append((name, tag.anzeige)) }
    }
    tag("Beginn", frist.beginn)
    tag("Ende (einschließlich)", frist.ende)
    tag("Eingeschränkt ab", frist.eingeschraenktAb)
    tag("Aussondern ab", frist.reifAb)
    tag("Spätestens anbieten", frist.spaetestensAnbieten)
    paare.append(("Am \(heute.anzeige)", lage(frist, heute)))
    let breite = paare.map(\.0.count).max() ?? 0
    return paare.map { name, wert in
      "\(name):" + String(repeating: " ", count: breite - name.count + 1) + wert
    }
  }

  /// The result as one line of JSON.
  static func json(_ frist: Frist, _ regel: Fristregel, _ heute: Kalendertag) -> String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("stand", kennwort(frist.stand))
    o.setze("ereignis", ereignis(frist.stand))
    o.setze("beginn", frist.beginn?.text)
    o.setze("ende", frist.ende?.text)
    o.setze("eingeschraenktAb", frist.eingeschraenktAb?.text)
    o.setze("reifAb", frist.reifAb?.text)
    o.setze("spaetestensAnbieten", frist.spaetestensAnbieten?.text)
    o.setze("am", heute.text)
    o.setze("abgelaufen", frist.istAbgelaufen(am: heute))
    o.setze("anbietenUeberfaellig", frist.mussAngebotenWerden(am: heute))
    if case .katalogzeile(let id, let katalog) = regel.herkunft {
      o.setze("katalog", katalog)
      o.setze("katalogzeile", id)
      o.setze("aussonderungsart", regel.aussonderungsart.rawValue)
    }
    o.setze(
      "begruendung",
      frist.begruendung.schritte.map { schritt in
        var s = JSONObjekt()
        s.setze("art", schritt.art.rawValue)
        s.setze("satz", schritt.satz)
        return s
      })
    return o.text
  }

  private static func stand(_ frist: Frist) -> String {
    switch frist.stand {
    case .bestimmt: "bestimmt"
    case .unbefristet: "unbefristet"
    case .wartetAufEreignis(let name): "wartet auf das Ereignis »\(name)«"
    case .fristUnbekannt: "unbekannt, weil ein Datum fehlt"
    case .nichtAbgeschlossen: "noch nicht abgeschlossen"
    }
  }

  private static func lage(_ frist: Frist, _ heute: Kalendertag) -> String {
    let urteil = frist.istAbgelaufen(am: heute) ? "Frist abgelaufen" : "Frist nicht abgelaufen"
    return frist.mussAngebotenWerden(am: heute)
      ? "\(urteil); dem Archiv anzubieten, falls noch nicht geschehen" : urteil
  }

  private static func kennwort(_ stand: Fristenstand) -> String {
    switch stand {
    case .bestimmt: "bestimmt"
    case .unbefristet: "unbefristet"
    case .wartetAufEreignis: "wartetAufEreignis"
    case .fristUnbekannt: "fristUnbekannt"
    case .nichtAbgeschlossen: "nichtAbgeschlossen"
    }
  }

  private static func ereignis(_ stand: Fristenstand) -> String? {
    if case .wartetAufEreignis(let name) = stand { name } else { nil }
  }
}
