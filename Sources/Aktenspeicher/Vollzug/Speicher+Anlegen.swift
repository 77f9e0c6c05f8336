// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// What a new Akte or Vorgang is to become; its Kennzeichen is drawn by the store.
public struct Anlagewunsch: Sendable {
  /// The id it gets.
  public var id: ObjektID
  /// What it becomes.
  public var ebene: Ebene
  /// What it is about.
  public var betreff: String
  /// Kennzeichen of the Aktenplaneinheit; needed for an Akte only.
  public var einheit: String?
  /// The object it is made in; nil for an Akte.
  public var eltern: ObjektID?
  /// A Kennzeichen that is given; nil draws the next one.
  public var kennzeichen: Kennzeichen?
  /// Responsible unit.
  public var federfuehrung: String?
  /// Second selector into the catalogue.
  public var selektor: String?
  /// A part of it exists on paper only.
  public var papierteil = false

  /// A new object.
  public init(
    _ ebene: Ebene, id: ObjektID, betreff: String, einheit: String? = nil,
    in eltern: ObjektID? = nil
  ) {
    self.ebene = ebene
    self.id = id
    self.betreff = betreff
    self.einheit = einheit
    self.eltern = eltern
  }
}

extension Speicher {
  /// Makes an Akte or Vorgang and draws its Kennzeichen in the same transaction (A01, A02).
  ///
  /// An Akte gets the next number of its Aktenplaneinheit after the rule of the ``Richtlinie``, what
  /// lies in it the Kennzeichen above with `-1`, `-2` …. A number is used up with the object, also if
  /// that is cancelled (A05); one that was refused uses up none.
  ///
  /// - Returns: The Kennzeichen, and what became of the event.
  /// - Throws: As ``vollziehe(_:_:_:)``; `Kennzeichenfehler` if the rule cannot be filled.
  public func legeAn(
    _ wunsch: Anlagewunsch, von akteur: Akteur, am heute: Kalendertag, _ kopf: Ereigniskopf,
    grund: String? = nil
  ) throws -> (kennzeichen: Kennzeichen, vollzug: Vollzug) {
    let ergebnis = try mitVollzug { gang in
      try gang.legeAn(wunsch, von: akteur, am: heute, kopf, grund: grund)
    }
    return (ergebnis.kennzeichen, try ergebnis.vollzug.get())
  }
}

extension Vollzugsgang {
  func legeAn(
    _ wunsch: Anlagewunsch, von akteur: Akteur, am heute: Kalendertag, _ kopf: Ereigniskopf,
    grund: String?
  ) throws -> (kennzeichen: Kennzeichen, vollzug: Result<Vollzug, Vollzugsablehnung>) {
    let zug = try zieheKennzeichen(wunsch, heute)
    let kennzeichen = zug.kennzeichen
    var angaben = Anlageangaben(
      ebene: wunsch.ebene, einheit: wunsch.einheit, betreff: wunsch.betreff,
      kennzeichen: kennzeichen)
    angaben.federfuehrung = wunsch.federfuehrung
    angaben.selektor = wunsch.selektor
    angaben.papierteil = wunsch.papierteil
    let handlung = Handlung(
      .schriftgut(ziel: wunsch.id, in: wunsch.eltern, ereignis: .anlegen(angaben: angaben)),
      akteur: akteur, heute: heute)
    let beilage = Beilage(metadaten: angaben.schriftgutobjekt(wunsch.id), grund: grund)
    do {
      let vollzug = try vollziehe(handlung, kopf, beilage, zug)
      // What had happened before has its Kennzeichen already.
      let bisher = vollzug.warSchonGeschehen ? try quelle.schriftgut(wunsch.id)?.kennzeichen : nil
      return (bisher ?? kennzeichen, .success(vollzug))
    } catch let fehler as LifecycleFehler {
      let folge = try lehneAb(handlung, kopf, fehler)
      return (kennzeichen, .failure(Vollzugsablehnung(fehler: fehler, folge: folge)))
    }
  }

  /// Does what the Handlung says, and uses up the number that was drawn for it; a refusal, or an event
  /// that had happened before, uses up none.
  func vollziehe(
    _ handlung: Handlung, _ kopf: Ereigniskopf, _ beilage: Beilage, _ zug: Kennzeichenzug
  ) throws -> Vollzug {
    let vollzug = try vollziehe(handlung, kopf, beilage, zusatz: zug.zusatz)
    if let (bereich, stand) = zug.zaehler, !vollzug.warSchonGeschehen {
      try s.setzeZaehler(bereich, stand)
    }
    return vollzug
  }

  /// The given Kennzeichen, or the next free one; nothing is used up yet.
  func zieheKennzeichen(
    _ wunsch: Anlagewunsch, _ heute: Kalendertag
  ) throws -> Kennzeichenzug {
    if let k = wunsch.kennzeichen { return Kennzeichenzug(kennzeichen: k) }
    let oben = try wunsch.eltern.flatMap { try quelle.schriftgut($0) }
    var bereich: String
    var werte = Kennzeichenwerte()
    let regel =
      try richtlinie.aktenzeichen
      ?? Kennzeichenregel(try Kennzeichenvorlage("{AktenplanKz}/{LfdNr}"))
    if let oben {
      bereich = "unter " + oben.id.text.lowercased()
    } else {
      werte.aktenplanKz = wunsch.einheit
      werte.orgKz = wunsch.federfuehrung
      werte.jahr = heute.jahr
      let z = try regel.zaehler(fuer: werte)
      bereich = [z.aktenplanKz, z.jahr.map(String.init), z.orgKz].compactMap(\.self)
        .joined(separator: "|")
    }
    // A number that somebody gave away by hand is passed over.
    let letzte = try s.zaehlerstand(bereich)
    for n in (letzte + 1)...(letzte + 10_000) {
      let kennzeichen =
        try oben.map { Kennzeichen("\($0.kennzeichen.text)-\(n)") }
        ?? regel.baue(werte, lfdNr: Int(n))
      if try !quelle.istVergeben(kennzeichen, ausserAn: wunsch.id) {
        let stand = Objektstand(
          id: try summen.kennung("zaehler", bereich), stand: try summen.summe(zaehler: n))
        return Kennzeichenzug(
          kennzeichen: kennzeichen, zusatz: [stand], zaehler: (bereich: bereich, stand: n))
      }
    }
    throw SpeicherFehler.widerspruch(
      pfad: l.pfad, grund: "für »\(bereich)« ist kein Kennzeichen frei")
  }
}

/// A Kennzeichen for an object that does not exist yet.
struct Kennzeichenzug {
  /// The Kennzeichen.
  let kennzeichen: Kennzeichen
  /// The counter's new state, for the entry of the Protokoll; empty if the Kennzeichen was given.
  var zusatz: [Objektstand] = []
  /// The counter and its new state; nil if the Kennzeichen was given.
  var zaehler: (bereich: String, stand: Int64)?
}

extension Zeilensummen {
  /// The digest of a counter's state.
  func summe(zaehler n: Int64) throws(SpeicherFehler) -> Pruefsumme {
    try summe(Array(String(n).utf8))
  }
}
