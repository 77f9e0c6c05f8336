// SPDX-License-Identifier: Apache-2.0
internal import XMLStrom

/// The way through the children of a message's root: which of them the plan knows, which are
/// missing, and what is in wrappers among them.
///
/// A wrapper may come in pieces (2.x holds all results of a 0506 in one); then what was seen of it is
/// remembered from piece to piece.
struct Nachrichtengang {
  /// One element of the message that a step of the plan stands for: a child of the root, or of a
  /// wrapper there.
  struct Stueck {
    let baum: Teilbaum
    let stelle: Int
    let schritt: Schritt
  }

  private struct Huelle {
    let plan: Plan
    let zeile: Int
    let element: String
    var gesehen: UInt64 = 0
  }

  private let plan: Plan
  private let wurzel: Wurzel
  /// The steps of the root's plan that were seen, one bit each.
  private var gesehen: UInt64 = 0
  private var huelle: Huelle?
  /// The wrapper that goes on was not taken.
  private var uebergangen = false
  private var vorrat: [Stueck] = []
  private var naechste = 0

  init(plan: Plan, wurzel: Wurzel) {
    self.plan = plan
    self.wurzel = wurzel
  }

  /// The next element of what was taken; nil if another subtree is needed.
  mutating func naechstes() -> Stueck? {
    guard naechste < vorrat.count else {
      // Lets go of the subtree, so that its storage is used again.
      vorrat.removeAll(keepingCapacity: true)
      naechste = 0
      return nil
    }
    naechste += 1
    return vorrat[naechste - 1]
  }

  /// Takes a child of the root, or a further piece of one.
  mutating func nimm(_ baum: Teilbaum, _ dekoder: inout Dekoder) {
    dekoder.baum = baum
    dekoder.objekt = nil
    if baum.istFortsetzung {
      if !uebergangen { oeffne(baum, &dekoder) }
      return
    }
    schliesse(&dekoder)
    guard let s = schritt(baum, &dekoder) else {
      uebergangen = true
      return
    }
    uebergangen = false
    if s.art == .huelle {
      huelle = Huelle(plan: s.plan, zeile: baum.zeile(0), element: baum.bezeichnung(0))
      oeffne(baum, &dekoder)
    } else {
      vorrat.append(Stueck(baum: baum, stelle: 0, schritt: s))
    }
  }

  /// Reports, once, what is missing below the root element.
  mutating func beende(_ dekoder: inout Dekoder) {
    schliesse(&dekoder)
    for s in dekoder.profil.schritte(plan)
    where s.haeufigkeit.istPflicht && gesehen & (1 << UInt64(s.stelle)) == 0 {
      dekoder.meldeFehlend(dekoder.profil.name(s, in: plan), in: wurzel)
    }
    gesehen = .max
  }

  private mutating func schritt(_ baum: Teilbaum, _ dekoder: inout Dekoder) -> Schritt? {
    guard let s = dekoder.profil.schritt(plan, baum.name(0)),
      baum.namensraum(0) == (s.qualifiziert ? dekoder.namensraum : 0)
    else {
      dekoder.melde(.unbekanntesElement, 0)
      return nil
    }
    let bit: UInt64 = 1 << UInt64(s.stelle)
    // Of the head the first value counts; a further part is given out, so that nothing is lost.
    if gesehen & bit != 0, s.haeufigkeit.istEinfach {
      dekoder.melde(.mehrfach, 0)
      if !s.feld.istTeil { return nil }
    }
    gesehen |= bit
    if s.art != .code, baum.attributanzahl(0) > 0 { dekoder.pruefeAttribute(0) }
    return s
  }

  private mutating func oeffne(_ baum: Teilbaum, _ dekoder: inout Dekoder) {
    guard var offen = huelle else { return }
    var stuecke: [Stueck] = []
    dekoder.gehe(0, offen.plan, &offen.gesehen) { _, k, s in
      stuecke.append(Stueck(baum: baum, stelle: k, schritt: s))
    }
    vorrat.append(contentsOf: stuecke)
    huelle = offen
  }

  private mutating func schliesse(_ dekoder: inout Dekoder) {
    guard let h = huelle else { return }
    dekoder.meldeFehlende(h.plan, h.gesehen, zeile: h.zeile, element: h.element)
    huelle = nil
  }
}
