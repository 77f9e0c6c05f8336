// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// What may be destroyed or handed over, judged from the history alone (FAKTEN 0, rules 1–3, 9–11).
extension Modellorakel {
  /// Every destroyed object is named by a Loeschfreigabe, and each of its entries is lawful.
  func pruefeFreigaben(_ h: Handlung, _ w: Wirkungen) throws(Verstoss) {
    var benannt: [ObjektID: Loeschfreigabe.Eintrag] = [:]
    for case .loesche(let freigabe) in w.auftraege {
      for e in freigabe.eintraege {
        guard benannt.updateValue(e, forKey: e.objekt) == nil, freigabe.am == h.heute else {
          throw Verstoss("V1", e.objekt, "die Löschfreigabe nennt es doppelt oder am falschen Tag")
        }
      }
    }
    let vernichtet = w.schriftgut.filter { $0.lage == .vernichtet }
    guard Set(vernichtet.map(\.id)) == Set(benannt.keys) else {
      throw Verstoss("V2", vernichtet.first?.id, "vernichtet ohne Löschfreigabe, oder umgekehrt")
    }
    guard let oberstes = w.schriftgut.first, !benannt.isEmpty else { return }
    if istGesperrt(oberstes.id) { throw Verstoss("V3", oberstes.id, "trotz Sperre vernichtet") }
    let dokumente = Set(w.dokumente.filter { $0.lage == .vernichtet }.map(\.id))
    guard dokumente == Set(benannt.values.flatMap(\.dokumente)) else {
      throw Verstoss("V4", oberstes.id, "die Löschfreigabe nennt nicht genau die Dokumente")
    }
    for e in benannt.values {
      guard Set(e.dokumente) == inhalt[e.objekt] ?? [] else {
        throw Verstoss("V4", e.objekt, "die Löschfreigabe nennt nicht genau seine Dokumente")
      }
      try pruefe(e, benannt, h)
    }
  }

  private func pruefe(
    _ e: Loeschfreigabe.Eintrag, _ alle: [ObjektID: Loeschfreigabe.Eintrag], _ h: Handlung
  ) throws(Verstoss) {
    let id = e.objekt
    guard let s = schriftgut[id] else { throw Verstoss("V2", id, "unbekannt") }
    if istGesperrt(id) { throw Verstoss("V3", id, "trotz Sperre vernichtet") }
    if s.frist?.regel.nieLoeschen == true {
      throw Verstoss("V5", id, "dauernd aufzubewahren und doch vernichtet")
    }
    if ([s] + vorfahren(id)).contains(where: \.abgabeLaufend) {
      throw Verstoss("V6", id, "vernichtet, während eine andere Stelle um Übernahme ersucht ist")
    }
    switch e.grund {
    case .abgeliefert:
      guard case .uebernommen(let am)? = belege[id],
        h.heute >= am.nach(richtlinie.karenztage)
      else { throw Verstoss("V7", id, "gelöscht ohne bestätigten Import oder in der Karenz") }
      // The hand-over may come before the end of the period, the deletion may not (rule 1, F26).
      let reif = (s.frist ?? vorfahren(id).compactMap(\.frist).first)?.reifAb
      guard let reif, reif <= h.heute else {
        throw Verstoss("V13", id, "nach der Abgabe gelöscht vor dem Ende der Frist")
      }
      return
    case .nichtArchivwuerdig:
      guard belege[id] == .entschieden(.nichtArchivwuerdig) else {
        throw Verstoss("V8", id, "vernichtet ohne V des Archivs")
      }
    case .fristablauf:
      guard belege[id] == .entschieden(.fristablauf) else {
        throw Verstoss("V8", id, "vernichtet ohne abgelaufene Bewertungsfrist")
      }
    case .genehmigung:
      guard belege[id] == nil, s.aussonderung == nil, let v = einheiten[s.einheit],
        v.art == .vernichten, v.gueltigkeit.beginn.map({ $0 <= h.heute }) ?? true,
        v.gueltigkeit.ende.map({ h.heute <= $0 }) ?? true
      else { throw Verstoss("V9", id, "vernichtet ohne gültige Genehmigung") }
    }
    if s.aussonderung != nil, !archivwuerdige(in: s).isEmpty {
      throw Verstoss("V14", id, "mit \(e.grund) vernichtet, obwohl Archivwürdiges darin ist")
    }
    if h.zweitePerson == nil || h.zweitePerson?.kennung == h.akteur.kennung {
      throw Verstoss("V10", id, "vernichtet ohne zweite Person")
    }
    guard let reif = reifAb(id), reif <= h.heute else {
      let mitgegangen =
        s.frist == nil && vorfahren(id).contains { alle[$0.id]?.grund == .abgeliefert }
      throw Verstoss(mitgegangen ? "V12" : "V11", id, "vernichtet vor dem Ende der Frist")
    }
  }

  /// First day of disposal of an object with everything below: its own day, or that of the nearest
  /// object above if it has no rule of its own, and not before any below (FAKTEN 2.6).
  func reifAb(_ id: ObjektID) -> Kalendertag? {
    guard let s = schriftgut[id] else { return nil }
    let bindung = s.frist ?? vorfahren(id).compactMap(\.frist).first
    guard var tag = bindung?.reifAb else { return nil }
    for n in nachfahren(id) where !n.lage.istEnde {
      guard n.lage.istGeschlossen else { return nil }
      guard let f = n.frist else { continue }
      guard let reif = f.reifAb else { return nil }
      tag = max(tag, reif)
    }
    return tag
  }

  /// P15: the archive's A for the unit, all checks, no hold, and the period is over.
  func pruefeKatalogabgabe(
    _ mitglieder: Set<ObjektID>, _ pruefungen: [Abgabepruefung], _ w: Wirkungen
  ) throws(Verstoss) {
    for s in w.schriftgut {
      guard mitglieder.contains(s.id), let v = einheiten[s.einheit], v.art == .archivieren else {
        throw Verstoss("P3", s.id, "nach Katalog abgegeben ohne Bewertung der Einheit")
      }
      let kette = [s.id] + vorfahren(s.id).map(\.id)
      guard
        pruefungen.contains(where: {
          kette.contains($0.objekt) && $0.hashesGeprueft && $0.formateVereinbart && $0.virenfrei
        })
      else { throw Verstoss("P2", s.id, "abgegeben, ohne dass alle Dateien geprüft sind") }
      guard let reif = reifAb(s.id), let heute = s.aussonderung?.bewertetAm, reif <= heute else {
        throw Verstoss("P4", s.id, "nach Katalog abgegeben vor dem Ende der Frist")
      }
    }
  }
}
