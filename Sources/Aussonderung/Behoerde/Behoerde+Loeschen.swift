// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Xdomea

/// What a deletion run did.
public struct Loeschbericht: Sendable {
  /// Which proofs the store has of what was destroyed; ``Behoerde/vernichtungsnachweis(_:)`` reads
  /// them.
  public internal(set) var nachweise: [Loeschnachweis] = []
  /// The highest objects that were destroyed with all that lies in them.
  public internal(set) var vernichtet: [ObjektID] = []
  /// What may not be destroyed yet, and why.
  public internal(set) var abgelehnt: [LifecycleFehler] = []
  var gemeldet: Set<LifecycleFehler> = []
  /// True if the process has nothing left to do.
  public internal(set) var abgeschlossen = false
}

/// What a Vernichtungsprotokoll is about, in short.
public struct Loeschnachweis: Hashable, Sendable {
  /// The Vernichtungsprotokoll.
  public let id: VernichtungsprotokollID
  /// The objects that were destroyed.
  public let objekte: [ObjektID]
  /// How many files they had.
  public let dateien: Int

  init(_ p: Vernichtungsprotokoll) {
    id = p.id
    objekte = p.objekte.map(\.id)
    dateien = p.anzahlDateien
  }
}

extension Behoerde {
  /// Deletes what may be deleted of a process: what the archive took over (P11), did not want, or let
  /// pass (P12); object by object, and never what is not due yet or under a hold.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Who deletes, with the second person of the four eyes.
  /// - Returns: What was destroyed, with the proofs, and what was not.
  /// - Throws: ``AussonderungFehler``, or what the store throws.
  public func loesche(_ prozess: ProzessID, _ wer: Handelnde) throws -> Loeschbericht {
    var v = try setzeFort(prozess)
    try verlangePakete(v)
    // Written down first: after a crash the rest is destroyed, and reported, too.
    v.vorhaben = .loeschen
    v.vorhabenVon = wer
    try beginneSchritt(&v)
    return try vollende(&v) { v in try loeschen(&v, wer) }
  }

  /// Takes the plan of a deletion away when it is over, also if the store refused: it needs no other
  /// people to be tried again.
  private func vollende<T>(
    _ v: inout Verfahren, _ body: (inout Verfahren) throws -> T
  ) throws -> T {
    let ergebnis = Result { try body(&v) }
    v.vorhaben = nil
    v.vorhabenVon = nil
    try ordner.schreibe(v)
    return try ergebnis.get()
  }

  /// Finishes a deletion that was interrupted.
  func setzeLoeschenFort(_ v: inout Verfahren, _ wer: Handelnde) throws {
    _ = try vollende(&v) { v in try loeschen(&v, wer) }
  }

  /// The deletion of a step, or what is left of it; the report is made of the proofs in the store.
  private func loeschen(_ v: inout Verfahren, _ wer: Handelnde) throws -> Loeschbericht {
    try verlangeAktuell(v)
    var bericht = Loeschbericht()
    bericht.abgeschlossen = true
    do {
      for (i, id) in v.pakete.enumerated() {
        guard let paket = try bestand.paket(id) else { continue }
        try loesche(paket, nummer: i + 1, &v, wer, &bericht)
      }
    } catch {
      // What is destroyed leaves no traces, whatever stopped the rest.
      _ = try? bestand.vollziehe([], zeitpunkt: wer.zeitpunkt, weitere: false)
      throw error
    }
    _ = try bestand.vollziehe([], zeitpunkt: wer.zeitpunkt, weitere: false)
    try entferneGesandteDateien(&v)
    try ordner.schreibe(v)
    try berichteVernichtung(&v)
    return bericht
  }

  private func loesche(
    _ paket: Paketzustand, nummer: Int, _ v: inout Verfahren, _ wer: Handelnde,
    _ bericht: inout Loeschbericht
  ) throws {
    let objekte = Set(paket.objekte)
    var oberste: [Schriftgutzustand] = []
    for id in paket.objekte {
      guard let z = try bestand.schriftgut(id) else { continue }
      if let eltern = z.eltern, objekte.contains(eltern) { continue }
      oberste.append(z)
      if oberste.count == Self.jeDurchgang {
        try loesche(oberste, &v, wer, &bericht)
        oberste = []
      }
    }
    try loesche(oberste, &v, wer, &bericht)
    let offen = try bestand.lesend {
      try paket.objekte.contains { try bestand.schriftgut($0)?.lage.istEnde == false }
    }
    if offen {
      bericht.abgeschlossen = false
    } else if !paket.lage.istEnde {
      do {
        try geschehe(
          .paket(ziel: paket.id, ereignis: .abschliessen),
          try ereignis("abschliessen \(nummer)", v), &v, wer)
      } catch let fehler as LifecycleFehler {
        bericht.abgeschlossen = false
        bericht.abgelehnt.append(fehler)
      }
    }
  }

  /// So many objects are destroyed in one go: each goes through the indexes of the store as a whole.
  private static var jeDurchgang: Int { 1000 }

  /// Each object as a whole; if that may not be, what lies in it one by one.
  private func loesche(
    _ alle: [Schriftgutzustand], _ v: inout Verfahren, _ wer: Handelnde,
    _ bericht: inout Loeschbericht
  ) throws {
    let offen = alle.filter { !$0.lage.istEnde }
    guard !offen.isEmpty else { return }
    let ergebnisse = try bestand.vollziehe(
      try offen.map { z in
        (
          Handlung(
            .schriftgut(ziel: z.id, in: nil, ereignis: .vernichten), akteur: wer.akteur,
            zweitePerson: wer.zweitePerson, heute: wer.heute,
            archiv: v.vereinbarung.archiv.anzeige),
          try ereignis("vernichten \(z.id)", v)
        )
      }, zeitpunkt: wer.zeitpunkt, weitere: true)
    var darin: [Schriftgutzustand] = []
    for (z, ergebnis) in zip(offen, ergebnisse) {
      switch ergebnis {
      case .success(let e):
        bericht.vernichtet.append(z.id)
        if let p = e.vernichtung { bericht.nachweise.append(Loeschnachweis(p)) }
      case .failure(let fehler):
        // The refusal of the whole names the same object as that of its part.
        if bericht.gemeldet.insert(fehler).inserted { bericht.abgelehnt.append(fehler) }
        // A refusal for want of a person or a role is the same for everything below.
        guard fehler.grund.code != "nichtBefugt", fehler.grund.code != "vierAugenFehlt" else {
          continue
        }
        darin += try bestand.kinder(z.id).compactMap { try bestand.schriftgut($0) }
          .filter { $0.aussonderung.map { v.pakete.contains($0.paket) } ?? false }
      }
    }
    try loesche(darin, &v, wer, &bericht)
  }

  /// Notes that the archive did not decide in time (P06): deletion is permitted then, and needs an
  /// act of its own.
  ///
  /// - Returns: The process.
  /// - Throws: `LifecycleFehler` if no period is configured, the receipt is not proved, or the period
  ///   still runs.
  @discardableResult
  public func stelleFristablaufFest(_ prozess: ProzessID, _ wer: Handelnde) throws -> Verfahren {
    var v = try setzeFort(prozess)
    try verlangePakete(v)
    try beginneSchritt(&v)
    var ablehnung: LifecycleFehler?
    var festgestellt = false
    try jedesPaket(v) { nummer, paket in
      guard !paket.lage.istEnde else { return }
      do {
        try geschehe(
          .paket(ziel: paket.id, ereignis: .fristablauf), try ereignis("P06 \(nummer)", v), &v, wer)
        festgestellt = true
      } catch let fehler as LifecycleFehler {
        ablehnung = ablehnung ?? fehler
      }
    }
    if !festgestellt, let ablehnung { throw ablehnung }
    try ordner.schreibe(v)
    return v
  }
}
