// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe

/// One agency with its archive: random events from 2000 to 2080, an oracle that watches, and a log.
struct Modellwelt {
  let nummer: Int
  var z: Zufall
  var modell = Bestandsmodell()
  var orakel: Modellorakel
  var statistik = Modellstatistik()
  var heute = Kalendertag.beginn
  /// Accepted events, for the replay.
  var angenommen: [Handlung] = []
  /// The last events with what became of them, for a report.
  var letzte: [(Handlung, Result<Wirkungen, LifecycleFehler>)] = []
  let protokoll: Modellprotokoll

  // What the generator knows: ids to choose from.
  var lebend: [ObjektID] = []
  var tot: [ObjektID] = []
  var dokumente: [ObjektID] = []
  var pakete: [PaketID] = []
  var nachrichten: [NachrichtenID] = []
  var sperren: [(ObjektID, SperrID)] = []
  var wiedervorlagen: [(ObjektID, WiedervorlageID)] = []
  var laufendeNummer = 0

  init(seed: UInt64, nummer: Int) throws {
    self.nummer = nummer
    var z = Zufall(seed &+ UInt64(nummer) &* 0xD1B5_4A32_D192_ED03)
    _ = z.next()
    self.z = z
    orakel = Modellorakel(richtlinie: Richtlinie())
    protokoll = try Modellprotokoll()
    richteEin()
    orakel = Modellorakel(richtlinie: modell.richtlinie)
    for e in einheitsereignisse() {
      try fuehreAus(Handlung(e, akteur: Modellpersonal.verwalter, heute: heute))
    }
  }

  /// Runs the events and all checks of the end.
  mutating func laufe(_ anzahl: Int) throws {
    for i in 0..<anzahl {
      vergeheZeit()
      try fuehreAus(naechste())
      if i % 500 == 499 { try orakel.pruefeAlles(modell) }
    }
    try orakel.pruefeAlles(modell)
    try spieleNach()
    try protokoll.pruefe(&z)
    statistik.geduldet = orakel.geduldet
    for s in modell.schriftgut.values { statistik.lagen[s.lage.rawValue, default: 0] += 1 }
  }

  private mutating func fuehreAus(_ h: Handlung) throws {
    let ausgang: Result<Wirkungen, LifecycleFehler>
    do {
      ausgang = .success(try modell.wende(h))
    } catch {
      ausgang = .failure(error)
    }
    if letzte.count == 40 { letzte.removeFirst(20) }
    letzte.append((h, ausgang))
    switch ausgang {
    case .success(let w):
      angenommen.append(h)
      statistik.zaehle(w)
      try orakel.nimm(h, w, modell)
      merke(h, w)
    case .failure(let f):
      statistik.zaehle(f)
      try orakel.nimmAblehnung(h, modell)
    }
    try protokoll.nimm(h, ausgang, nutzlast: pruefsumme(), &z)
  }

  /// The same events in a fresh model give the same states; every eighth world through JSON.
  private func spieleNach() throws {
    var frisch = Bestandsmodell()
    frisch.regeln = modell.regeln
    frisch.richtlinie = modell.richtlinie
    let log = nummer % 8 == 0 ? try Modelljson.hinUndZurueck(angenommen) : angenommen
    for (i, h) in log.enumerated() {
      if h != angenommen[i] { throw Verstoss("J1", nil, "JSON ändert das Ereignis \(h)") }
      do {
        try frisch.wende(h)
      } catch {
        throw Verstoss("R1", error.objekt, "Nachspielen wurde abgelehnt: \(error)")
      }
    }
    if frisch.schriftgut != modell.schriftgut || frisch.dokumente != modell.dokumente
      || frisch.pakete != modell.pakete || frisch.einheiten != modell.einheiten
    {
      throw Verstoss("R2", nil, "Nachspielen ergibt andere Zustände")
    }
  }

  /// What is needed to understand a breach: the last events, and those about its object.
  func bericht(_ v: Verstoss) -> String {
    var text = "Welt \(nummer), Ereignis \(statistik.ereignisse), \(heute): \(v)\n"
    text += "Richtlinie: \(modell.richtlinie)\n"
    for (h, ausgang) in letzte.suffix(6) {
      switch ausgang {
      case .success(let w): text += "  \(h.kurz) → ja, \(w.regel)\n"
      case .failure(let f): text += "  \(h.kurz) → nein, \(f.regel): \(f.grund)\n"
      }
    }
    if let id = v.objekt {
      text += "Angenommenes zu \(id):\n"
      let paket = modell.schriftgut[id]?.aussonderung?.paket.text ?? id.text
      for h in angenommen {
        let e = "\(h.ereignis)"
        if e.contains(id.text) || e.contains(paket) { text += "  \(h.kurz)\n" }
      }
      text += "Zustand: \(String(describing: modell.schriftgut[id]))\n"
    }
    return text
  }

  private mutating func merke(_ h: Handlung, _ w: Wirkungen) {
    switch h.ereignis {
    case .schriftgut(let id, _, .anlegen), .schriftgut(let id, _, .uebernehmen):
      lebend.append(id)
    case .schriftgut(let id, _, .sperreSetzen(let s)): sperren.append((id, s.id))
    case .schriftgut(_, _, .sperreAufheben(let s, _)): sperren.removeAll { $0.1 == s }
    case .schriftgut(let id, _, .wiedervorlage(let v)): wiedervorlagen.append((id, v.id))
    case .schriftgut(_, _, .wiedervorlageErledigen(let v)):
      wiedervorlagen.removeAll { $0.1 == v }
    case .schriftgut:
      guard w.schriftgut.contains(where: \.lage.istEnde) else { return }
      let ende = Set(w.schriftgut.filter(\.lage.istEnde).map(\.id))
      lebend.removeAll(where: ende.contains)
      tot += ende.sorted()
      let weg = Set(w.dokumente.map(\.id))
      if !weg.isEmpty { dokumente.removeAll { weg.contains($0) && $0.bytes.1 % 4 != 0 } }
    case .dokument(let id, _, .anlegen), .dokument(let id, _, .uebernehmen):
      dokumente.append(id)
    case .dokument: break
    case .paket(let id, .angebotErstellen), .paket(let id, .abgebenNachKatalog):
      pakete.append(id)
      if pakete.count > 12 { pakete.removeFirst() }
    case .paket(_, .anbieten(let n, _)): nachrichten.append(n)
    case .paket(let id, _):
      if w.paket?.lage.istEnde == true, pakete.count > 4 { pakete.removeAll { $0 == id } }
    case .einheit: break
    }
  }
}

extension Handlung {
  fileprivate var kurz: String {
    "\(heute) \(akteur.kennung)\(zweitePerson.map { "+" + $0.kennung } ?? ""): \(ereignis)"
  }
}

extension Kalendertag {
  /// The first day of every world.
  static let beginn: Kalendertag = {
    guard let tag = Kalendertag(2000, 1, 3) else { preconditionFailure("a day") }
    return tag
  }()

  func nach(_ tage: Int) -> Kalendertag { Kalendertag(tageszahl: tageszahl + Int32(tage)) ?? self }
}
