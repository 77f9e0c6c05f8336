// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// An object as a process sees it.
struct Objektangabe {
  let id: ObjektID
  let art: Objektart
  /// Sent for context only; false where the version has no such mark.
  var kontext = false
  var betreff: String?
  var kennzeichen: String?
}

/// The walk through all objects of a part that have a UUID, each after the one around it.
///
/// `besuche` gets an object and what was returned for the object around it.
struct Objektgang<Ort> {
  let besuche: (Objektangabe, Ort) -> Ort

  func gehe(_ teil: Nachrichtenteil, _ oben: Ort) {
    switch teil {
    case .anschreiben(let d): dokument(d, .anschreiben, oben)
    case .schriftgutobjekt(.akte(let a)): akte(a, .akte, oben)
    case .schriftgutobjekt(.vorgang(let v)): vorgang(v, .vorgang, oben)
    case .schriftgutobjekt(.dokument(let d)): dokument(d, .dokument, oben)
    case .aktenplan(let p):
      guard let id = p.id else { return }
      let hier = besuche(Objektangabe(id: id, art: .aktenplan, betreff: p.bezeichnung), oben)
      for e in p.einheiten { einheit(e, hier) }
    case .bewertung, .rueckmeldung: return
    }
  }

  private func akte(_ a: Akte, _ art: Objektart, _ oben: Ort) {
    let hier = objekt(
      a.identifikation, art, a.allgemeineMetadaten, kontext: a.kontextobjekt, oben)
    gaenge(a.geschaeftsgaenge, hier)
    for d in a.dokumente { dokument(d, .dokument, hier) }
    for v in a.vorgaenge { vorgang(v, .vorgang, hier) }
    for t in a.teilakten { akte(t, .teilakte, hier) }
  }

  private func vorgang(_ v: Vorgang, _ art: Objektart, _ oben: Ort) {
    let hier = objekt(
      v.identifikation, art, v.allgemeineMetadaten, kontext: v.kontextobjekt, oben)
    gaenge(v.geschaeftsgaenge, hier)
    for d in v.dokumente { dokument(d, .dokument, hier) }
    for t in v.teilvorgaenge { vorgang(t, .teilvorgang, hier) }
  }

  private func dokument(_ d: Dokument, _ art: Objektart, _ oben: Ort) {
    let hier = objekt(d.angaben.identifikation, art, d.angaben.allgemeineMetadaten, oben)
    darin(d.angaben, art, hier)
    for s in d.schriftstuecke {
      let stueck = objekt(
        s.angaben.identifikation, art == .anschreiben ? .anschreiben : .schriftstueck,
        s.angaben.allgemeineMetadaten, hier)
      darin(s.angaben, art, stueck)
    }
  }

  private func darin(_ a: Dokumentangaben, _ art: Objektart, _ hier: Ort) {
    gaenge(a.geschaeftsgaenge, hier)
    for anlage in a.anlagen {
      dokument(anlage.dokument, art == .anschreiben ? .anschreiben : .anlage, hier)
    }
  }

  private func gaenge(_ gaenge: [Geschaeftsgang], _ oben: Ort) {
    for g in gaenge {
      let hier = objekt(g.identifikation, .geschaeftsgang, nil, oben)
      for s in g.beteiligungsschritte {
        for d in s.bearbeitung?.anlagen ?? [] { dokument(d, .anlage, hier) }
      }
    }
  }

  private func einheit(_ e: Aktenplaneinheit, _ oben: Ort) {
    var hier = oben
    if let id = e.id {
      hier = besuche(
        Objektangabe(
          id: id, art: .aktenplaneinheit, betreff: e.angaben.inhaltsangabe,
          kennzeichen: e.angaben.kennzeichen), oben)
    }
    for darunter in e.einheiten { einheit(darunter, hier) }
  }

  private func objekt(
    _ i: Identifikation, _ art: Objektart, _ m: AllgemeineMetadaten?, kontext: Bool? = nil,
    _ oben: Ort
  ) -> Ort {
    besuche(
      Objektangabe(
        id: i.id, art: art, kontext: kontext == true, betreff: m?.betreff,
        kennzeichen: m?.kennzeichen?.text), oben)
  }
}
