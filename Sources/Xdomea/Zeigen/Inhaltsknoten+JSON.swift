// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Inhaltsknoten {
  /// The node and all below it, one object per line.
  func json(
    _ inhalt: Anzeigequelle, stufe: Int, elter: ObjektID?, zeile: (String) throws -> Void
  ) throws {
    if art.istEintrag { return try zeile(eintrag.text) }
    var o = JSONObjekt()
    o.setze("art", art.rawValue)
    o.setze("id", id?.text)
    o.setze("betreff", betreff)
    o.setze("kennzeichen", kennzeichen)
    o.setze("laufzeit", laufzeit?.json)
    o.setze("aussonderungsart", aussonderungsart)
    o.setze("kontextobjekt", kontextobjekt)
    o.setze("stufe", stufe)
    o.setze("elter", elter?.text)
    o.setze("kinder", kinder.count)
    o.setze("dateien", dateien.count)
    try zeile(o.text)
    for datei in dateien { try zeile(datei.json(inhalt, stufe: stufe + 1, elter: id).text) }
    for kind in kinder { try kind.json(inhalt, stufe: stufe + 1, elter: id, zeile: zeile) }
  }

  /// An entry of an answer.
  private var eintrag: JSONObjekt {
    var o = JSONObjekt()
    o.setze("art", art.rawValue)
    o.setze("id", id?.text)
    switch quelle {
    case .bewertung(let b): o.setze("aussonderungsart", b.aussonderungsart.kurz)
    case .rueckmeldung(let r):
      o.setze("erfolgreich", r.ergebnis.erfolgreich)
      o.setze("fehlermeldungen", r.ergebnis.fehlermeldungen)
      o.setze("fehlermeldungCodes", r.ergebnis.fehlermeldungCodes.map(\.wert))
      o.setze("archivkennung", r.archivkennung)
    default: break
    }
    return o
  }

  /// The node with this UUID at or below this one, and the nodes above it.
  func suche(_ gesucht: ObjektID, weg: [Inhaltsknoten]) -> (Inhaltsknoten, [Inhaltsknoten])? {
    if id == gesucht { return (self, weg) }
    for kind in kinder {
      if let treffer = kind.suche(gesucht, weg: weg + [self]) { return treffer }
    }
    return nil
  }
}

extension Inhaltsdatei {
  fileprivate func json(_ inhalt: Anzeigequelle, stufe: Int, elter: ObjektID?) -> JSONObjekt {
    var o = JSONObjekt()
    o.setze("art", "datei")
    o.setze("name", name)
    o.setze("original", original)
    o.setze("version", version)
    o.setze("format", format)
    o.setze("groesse", inhalt.groesse(name))
    o.setze("hash", hash?.wert)
    o.setze("hashverfahren", hash?.algorithmus?.wert ?? hash?.sonstigerAlgorithmus)
    o.setze("stufe", stufe)
    o.setze("elter", elter?.text)
    return o
  }
}

extension Anzeigequelle {
  /// The head of the message.
  var kopfobjekt: JSONObjekt {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("art", "nachricht")
    o.setze("datei", paket.pfad)
    o.setze("behaeltnis", paket.art.rawValue)
    o.setze("version", leser.version.rawValue)
    o.setze("nachricht", leser.typ.rawValue)
    o.setze("prozessID", leser.kopf.prozessID.text)
    o.setze("nachrichtenID", leser.kopf.nachrichtenID?.text)
    o.setze("absender", leser.kopf.absender.anzeige)
    o.setze("empfaenger", leser.kopf.empfaenger.anzeige)
    o.setze("erstellt", leser.kopf.erstellungszeitpunkt?.text)
    o.setze("ursprungsnachricht", leser.kopf.ursprungsnachricht?.text)
    o.setze("lfdNr", leser.kopf.lfdNr)
    o.setze("gesamtanzahl", leser.kopf.gesamtanzahl)
    o.setze("erfolgreich", leser.kopf.ergebnis?.erfolgreich)
    return o
  }
}

extension Zeitraum {
  fileprivate var json: JSONObjekt? {
    guard beginn != nil || ende != nil else { return nil }
    var o = JSONObjekt()
    o.setze("beginn", beginn?.text)
    o.setze("ende", ende?.text)
    return o
  }
}
