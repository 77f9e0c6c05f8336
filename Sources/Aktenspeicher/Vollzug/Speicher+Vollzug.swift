// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Lifecycle

/// One act of a batch.
public struct Vollzugsauftrag: Sendable {
  /// What is done.
  public var handlung: Handlung
  /// Which event it is.
  public var kopf: Ereigniskopf
  /// What comes with it.
  public var beilage: Beilage

  /// An act.
  public init(_ handlung: Handlung, _ kopf: Ereigniskopf, _ beilage: Beilage = Beilage()) {
    self.handlung = handlung
    self.kopf = kopf
    self.beilage = beilage
  }
}

extension Speicher {
  /// Does what the Handlung says, with its entry in the Protokoll, in one transaction.
  ///
  /// When the method returns, the event lasts a power failure. A refused event is written into the
  /// Protokoll, too. An event whose id is known changes nothing.
  ///
  /// - Parameters:
  ///   - handlung: Who does what on which day.
  ///   - kopf: Id and instant of the event.
  ///   - beilage: What comes with it.
  /// - Returns: What became of it.
  /// - Throws: ``Vollzugsablehnung`` if the machine refuses it, ``SpeicherFehler``, `Katalogfehler` if
  ///   the catalogue is ambiguous.
  @discardableResult
  public func vollziehe(
    _ handlung: Handlung, _ kopf: Ereigniskopf, _ beilage: Beilage = Beilage()
  ) throws -> Vollzug {
    guard
      let ergebnis = try vollziehe([Vollzugsauftrag(handlung, kopf, beilage)]).first
    else { throw SpeicherFehler.nurLesend(ordner: ordner) }
    return try ergebnis.get()
  }

  /// Does several things in one transaction; each has its own result, and one that is refused stops
  /// none of the others.
  ///
  /// - Throws: ``SpeicherFehler``, `Katalogfehler`; nothing has happened then.
  ///   ``SpeicherFehler/loeschbuchUnbrauchbar(pfad:grund:)`` before a destruction.
  public func vollziehe(
    _ auftraege: [Vollzugsauftrag]
  ) throws -> [Result<Vollzug, Vollzugsablehnung>] {
    try vollziehe(auftraege, weitere: false)
  }

  /// Does several things; if more follow at once, the traces of destructions wait for the last.
  func vollziehe(
    _ auftraege: [Vollzugsauftrag], weitere: Bool
  ) throws -> [Result<Vollzug, Vollzugsablehnung>] {
    if auftraege.contains(where: \.handlung.vernichtet) { try verlangeLoeschbuch() }
    let ergebnisse = try mitVollzug { gang in
      try auftraege.map { a -> Result<Vollzug, Vollzugsablehnung> in
        do {
          return .success(try gang.vollziehe(a.handlung, a.kopf, a.beilage))
        } catch let fehler as LifecycleFehler {
          // Guards come before the first row, so nothing is half done.
          let folge = try gang.lehneAb(a.handlung, a.kopf, fehler)
          return .failure(Vollzugsablehnung(fehler: fehler, folge: folge))
        }
      }
    }
    let vernichtet = ergebnisse.contains { (try? $0.get())?.vernichtung != nil }
    if vernichtet { try vollendeVernichtung() }
    if !weitere, vernichtet || auftraege.isEmpty { try tilgeOffeneSpuren() }
    return ergebnisse
  }

  /// Runs a block of events in one transaction.
  ///
  /// - Parameters:
  ///   - kataloge: The catalogues, if the caller has them; nil reads them.
  ///   - body: The events.
  /// - Returns: What `body` returns.
  /// - Throws: ``SpeicherFehler``, or what `body` throws; nothing has happened then.
  func mitVollzug<T>(
    kataloge: Katalogbestand? = nil,
    _ body: (Vollzugsgang<Zufallsvorrat>) throws -> T
  ) throws -> T {
    let kataloge = try kataloge ?? self.kataloge()
    return try schreibe { s in
      let l = Lesezugriff(s.db, s.pfad)
      let gang = try Vollzugsgang(
        s, l, kataloge: kataloge, richtlinie: try l.richtlinie(),
        // Keys and nonces must not be guessed; nothing else depends on them.
        Zufallsvorrat())
      let ergebnis = try body(gang)
      try gang.abschluss()
      return ergebnis
    }
  }

  /// What would follow from the Handlung, without doing it.
  ///
  /// - Throws: `LifecycleFehler` if it would be refused, ``SpeicherFehler``, `Katalogfehler`.
  public func probiere(_ handlung: Handlung) throws -> Wirkungen {
    let kataloge = try kataloge()
    return try lies { l in
      try Lesequelle(l: l, kataloge: kataloge).gefragt(handlung, try l.richtlinie())
    }
  }

  // MARK: Policy

  /// The policy of the agency.
  public func richtlinie() throws -> Richtlinie { try lies { try $0.richtlinie() } }

  /// Sets the policy of the agency.
  ///
  /// - Throws: ``SpeicherFehler``; ``Vollzugsablehnung`` unless the Fachadministration does it.
  public func setze(
    _ richtlinie: Richtlinie, von akteur: Akteur, _ kopf: Ereigniskopf
  ) throws {
    try pruefeFachadministration(akteur, kopf, art: "E01 richtlinie")
    try mitVollzug { gang in
      let bytes = try kanonisch(richtlinie, gang.l.pfad)
      let text = String(decoding: bytes, as: UTF8.self)
      try gang.s.setzeAngabe("richtlinie", text)
      let stand = Objektstand(
        id: try gang.summen.kennung("angabe", "richtlinie"), stand: try gang.summen.summe(bytes))
      _ = try gang.vermerke(
        kopf, art: "E01 richtlinie", [stand],
        Protokollnutzlast(akteur: akteur.name, rolle: "FA", ereignis: text))
    }
  }

  /// Lets only the Fachadministration pass; the attempt of somebody else is written down
  /// (lebenszyklus FAKTEN 2.1).
  func pruefeFachadministration(
    _ akteur: Akteur, _ kopf: Ereigniskopf, art: String
  ) throws {
    guard !akteur.hat(.fachadministration, .system) else { return }
    throw try abgelehnt(
      LifecycleFehler(regel: "A36", objekt: nil, grund: .nichtBefugt(.konfigurieren)), akteur, nil,
      kopf, art: art)
  }

  /// Writes down that something was refused that concerns the store as a whole.
  ///
  /// - Returns: The refusal, to be thrown.
  func abgelehnt(
    _ fehler: LifecycleFehler, _ akteur: Akteur, _ zweitePerson: Akteur?, _ kopf: Ereigniskopf,
    art: String
  ) throws -> Vollzugsablehnung {
    let folge = try mitVollzug { gang in
      try gang.vermerke(
        kopf, art: art, [Objektstand(id: try gang.summen.kennung("speicher", ""))],
        Protokollnutzlast(
          akteur: akteur.name, rolle: akteur.rollen.first?.rawValue,
          zweitePerson: zweitePerson?.name, grund: fehler.description),
        .abgelehnt(grund: fehler.grund.code))
    }
    return Vollzugsablehnung(fehler: fehler, folge: folge)
  }
}

extension Lesezugriff {
  /// The policy of the agency; the defaults if none was set.
  func richtlinie() throws -> Richtlinie {
    guard let text = try angabe("richtlinie") else { return Richtlinie() }
    return try gelesen(Richtlinie.self, Array(text.utf8), "die Richtlinie", pfad)
  }
}
