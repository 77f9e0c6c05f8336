// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// An invariant is broken.
struct Verstoss: Error, CustomStringConvertible {
  let regel: String
  let objekt: ObjektID?
  let text: String

  init(_ regel: String, _ objekt: ObjektID?, _ text: String) {
    self.regel = regel
    self.objekt = objekt
    self.text = text
  }

  var description: String { "\(regel): \(text) [\(objekt?.text ?? "–")]" }
}

/// What gives the right to go on with an object: collected from the messages themselves.
enum Beleg: Equatable {
  case entschieden(Bewertung)
  case uebernommen(am: Kalendertag)
}

/// A batch as the messages describe it.
struct Orakelpaket {
  var mitglieder: Set<ObjektID> = []
  var angebot: NachrichtenID?
  var versandt: Kalendertag?
  var empfangen: Kalendertag?
  var abgegeben: Set<ObjektID> = []
  var bekannt: Set<NachrichtenID> = []
  /// Parts of the 0506 that came in, by the total they name.
  var teile: [Int: Set<Int>] = [:]
  var wartend: [(ergebnis: Importergebnis, gesamt: Int)] = []
  /// Objects that were held when a decision for them came; the same message may come again.
  var gesperrtBei: [NachrichtenID: Set<ObjektID>] = [:]
}

/// Watches the machine without asking it: keeps its own copy of all states and its own history of
/// holds, messages and approvals, and judges every change by the rules of lebenszyklus FAKTEN 0 and 2.
///
/// After each event only what changed and its neighbourhood is looked at; ``pruefeAlles(_:)`` looks
/// at the whole world.
struct Modellorakel {
  let richtlinie: Richtlinie
  var schriftgut: [ObjektID: Schriftgutzustand] = [:]
  var dokumente: [ObjektID: Dokumentzustand] = [:]
  var zustaendePakete: [PaketID: Paketzustand] = [:]
  var kinder: [ObjektID: Set<ObjektID>] = [:]
  var inhalt: [ObjektID: Set<ObjektID>] = [:]
  /// Every id that was ever used.
  var jemals: Set<ObjektID> = []
  /// Holds by object, from the events.
  var sperren: [ObjektID: [SperrID: Sperre.Umfang]] = [:]
  var belege: [ObjektID: Beleg] = [:]
  var pakete: [PaketID: Orakelpaket] = [:]
  var einheiten: [String: Vorabbewertung] = [:]
  /// Objects that came in closed and were not re-opened: their documents come in after them.
  var altbestand: Set<ObjektID> = []

  /// Breaches that are not thrown but counted; see ``bekannt``.
  private(set) var geduldet: [String: Int] = [:]

  init(richtlinie: Richtlinie) { self.richtlinie = richtlinie }

  /// Runs a check; a breach of a rule that the machine is known to break is only noted.
  mutating func pruefe(_ pruefung: (Self) throws(Verstoss) -> Void) throws(Verstoss) {
    do throws(Verstoss) {
      try pruefung(self)
    } catch {
      guard Self.bekannt.contains(where: { $0.regel == error.regel }) else { throw error }
      geduldet[error.regel, default: 0] += 1
    }
  }

  // MARK: The tree

  func vorfahren(_ id: ObjektID) -> [Schriftgutzustand] {
    var oben: [Schriftgutzustand] = []
    var weiter = schriftgut[id]?.eltern
    while let e = weiter, let s = schriftgut[e], oben.count < 50 {
      oben.append(s)
      weiter = s.eltern
    }
    return oben
  }

  func nachfahren(_ id: ObjektID) -> [Schriftgutzustand] {
    var unten: [Schriftgutzustand] = []
    var stapel = Array(kinder[id] ?? [])
    while let n = stapel.popLast() {
      guard let s = schriftgut[n] else { continue }
      unten.append(s)
      if let k = kinder[n] { stapel += k }
    }
    return unten
  }

  /// Held by itself, from above with reach, or from below (FAKTEN 2.6, L01).
  func istGesperrt(_ id: ObjektID) -> Bool {
    if sperren.isEmpty { return false }
    if sperren[id] != nil { return true }
    if vorfahren(id).contains(where: { sperren[$0.id]?.values.contains(.teilbaum) ?? false }) {
      return true
    }
    return nachfahren(id).contains { sperren[$0.id] != nil }
  }

  // MARK: After an event

  /// A refused event changed nothing at its place; everything else is seen by ``pruefeAlles(_:)``.
  func nimmAblehnung(_ h: Handlung, _ modell: Bestandsmodell) throws(Verstoss) {
    switch h.ereignis {
    case .schriftgut(let id, let oben, _):
      for i in [id, oben ?? id] where modell.schriftgut[i] != schriftgut[i] {
        throw Verstoss("N1", i, "ein abgelehntes Ereignis hat das Objekt geändert")
      }
    case .dokument(let id, _, _):
      if modell.dokumente[id] != dokumente[id] {
        throw Verstoss("N1", id, "ein abgelehntes Ereignis hat das Dokument geändert")
      }
    case .paket(let id, _):
      if modell.pakete[id] != zustaendePakete[id] {
        throw Verstoss("N1", nil, "ein abgelehntes Ereignis hat das Paket \(id) geändert")
      }
    case .einheit: break
    }
    try pruefeZahlen(modell)
  }

  /// Judges an accepted event.
  mutating func nimm(
    _ h: Handlung, _ w: Wirkungen, _ modell: Bestandsmodell
  ) throws(Verstoss) {
    try lies(h, w)
    try pruefe { o throws(Verstoss) in try o.pruefeFreigaben(h, w) }
    for neu in w.schriftgut {
      guard modell.schriftgut[neu.id] == neu else {
        throw Verstoss("M1", neu.id, "das Modell hat die Wirkung nicht übernommen")
      }
      try pruefe { o throws(Verstoss) in try o.vergleiche(o.schriftgut[neu.id], neu, h, w) }
    }
    for neu in w.dokumente {
      try pruefe { o throws(Verstoss) in try o.vergleiche(o.dokumente[neu.id], neu, h, w) }
    }
    if let p = w.paket { try vergleiche(zustaendePakete[p.id], p, h) }
    for a in w.abgelehnt {
      // Refused for the event, so nothing but the failed import may be noted at it.
      if case .importFehlgeschlagen = a.grund { continue }
      guard let alt = schriftgut[a.objekt], let neu = modell.schriftgut[a.objekt], alt != neu
      else { continue }
      // Named twice, or moved on by another entry of the same message.
      if w.schriftgut.contains(where: { $0.id == a.objekt }) { continue }
      throw Verstoss("N2", a.objekt, "für das Paketobjekt abgelehnt (\(a.grund)), aber geändert")
    }
    uebernimm(w)
    for neu in w.schriftgut {
      try pruefe { o throws(Verstoss) in try o.pruefeNachbarn(neu) }
      if case .paket = h.ereignis {
        try pruefe { o throws(Verstoss) in try o.pruefeWertfolge(neu) }
      }
    }
    try pruefeZahlen(modell)
  }

  private mutating func uebernimm(_ w: Wirkungen) {
    for s in w.schriftgut {
      let alt = schriftgut.updateValue(s, forKey: s.id)
      jemals.insert(s.id)
      if alt?.eltern != s.eltern, let e = alt?.eltern { kinder[e]?.remove(s.id) }
      if let e = s.eltern { kinder[e, default: []].insert(s.id) }
      if s.lage.istOffen { altbestand.remove(s.id) }
      // After a breach that is only noted, the history goes on from what is there.
      if s.lage == .uebernommen, alt?.lage == .abgegeben, geduldet["P5"] != nil,
        let tag = s.aussonderung?.uebernommenAm
      {
        belege[s.id] = .uebernommen(am: tag)
      }
    }
    for d in w.dokumente {
      dokumente[d.id] = d
      jemals.insert(d.id)
      inhalt[d.eltern, default: []].insert(d.id)
    }
    if let p = w.paket { zustaendePakete[p.id] = p }
  }

  private func pruefeZahlen(_ modell: Bestandsmodell) throws(Verstoss) {
    guard modell.schriftgut.count == schriftgut.count,
      modell.dokumente.count == dokumente.count, modell.pakete.count == zustaendePakete.count
    else { throw Verstoss("N3", nil, "Objekte sind ohne Wirkung entstanden oder verschwunden") }
  }

  /// What must hold between an object and those directly above and below.
  private func pruefeNachbarn(_ s: Schriftgutzustand) throws(Verstoss) {
    if let e = s.eltern {
      guard let oben = schriftgut[e] else { throw Verstoss("B1", s.id, "das Elternobjekt fehlt") }
      guard s.ebene.moeglicheEltern.contains(oben.ebene) else {
        throw Verstoss("B2", s.id, "\(s.ebene) liegt in \(oben.ebene)")
      }
      if s.lage.istOffen, !oben.lage.istOffen {
        throw Verstoss("B3", s.id, "offen unter einem Objekt in Lage \(oben.lage)")
      }
      if oben.lage == .vernichtet, !s.lage.istEnde {
        throw Verstoss("B4", s.id, "lebt unter einem vernichteten Objekt")
      }
    } else if s.ebene != .akte {
      throw Verstoss("B2", s.id, "\(s.ebene) liegt in keiner Akte")
    }
    if !s.lage.istOffen {
      for k in kinder[s.id] ?? [] where schriftgut[k]?.lage.istOffen == true {
        throw Verstoss("B3", k, "offen unter dem geschlossenen Objekt \(s.id)")
      }
    }
    let oben = vorfahren(s.id)
    guard !oben.contains(where: { $0.id == s.id }), oben.count < richtlinie.hoechsteTiefe else {
      throw Verstoss("B5", s.id, "Kreis oder zu tief: \(oben.count)")
    }
  }

  /// The whole world: the model says the same as the copy, and every list fits.
  mutating func pruefeAlles(_ modell: Bestandsmodell) throws(Verstoss) {
    guard modell.schriftgut == schriftgut, modell.dokumente == dokumente,
      modell.pakete == zustaendePakete
    else { throw Verstoss("N4", nil, "Zustände haben sich ohne Wirkung geändert") }
    for s in schriftgut.values {
      try pruefe { o throws(Verstoss) in try o.pruefeNachbarn(s) }
      let kinder = modell.kinder(s.id).map(\.id)
      guard kinder.count == Set(kinder).count, Set(kinder) == self.kinder[s.id] ?? [] else {
        throw Verstoss("B6", s.id, "die Liste der Kinder stimmt nicht")
      }
      let dokumente = modell.dokumente(in: s.id)
      guard dokumente.count == (inhalt[s.id] ?? []).count,
        Set(dokumente.map(\.id)) == inhalt[s.id] ?? []
      else { throw Verstoss("B6", s.id, "die Liste der Dokumente stimmt nicht") }
      for d in dokumente where (d.lage == .vernichtet) != (s.lage == .vernichtet) {
        throw Verstoss("D6", d.id, "Dokument \(d.lage) in einem Objekt \(s.lage)")
      }
      guard Set(s.sperren.map(\.id)) == Set((sperren[s.id] ?? [:]).keys) else {
        throw Verstoss("L1", s.id, "die Sperren entsprechen nicht den Ereignissen")
      }
      guard self.dokumente[s.id] == nil else {
        throw Verstoss("I1", s.id, "Kennung eines Schriftguts und eines Dokuments")
      }
    }
  }
}
