// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// What a deletion run did.
public struct Loeschbericht: Sendable {
  /// The proofs of what was destroyed.
  public internal(set) var protokolle: [Vernichtungsprotokoll] = []
  /// The highest objects that were destroyed with all that lies in them.
  public internal(set) var vernichtet: [ObjektID] = []
  /// What may not be destroyed yet, and why.
  public internal(set) var abgelehnt: [LifecycleFehler] = []
  /// True if the batch has nothing left to do.
  public internal(set) var abgeschlossen = false
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
    _ = try paket(v)
    // Written down first: after a crash the reports name what was destroyed before it, too.
    v.vorhaben = .loeschen
    v.vorhabenVon = wer
    try beginneSchritt(&v)
    let bericht = try loeschen(&v, wer, erneut: false)
    v.vorhaben = nil
    v.vorhabenVon = nil
    try ordner.schreibe(v)
    return bericht
  }

  /// The deletion of a step, or what is left of it.
  func loeschen(
    _ v: inout Verfahren, _ wer: Handelnde, erneut: Bool
  ) throws -> Loeschbericht {
    let paket = try paket(v)
    var bericht = Loeschbericht()
    let objekte = Set(paket.objekte)
    var oberste: [Schriftgutzustand] = []
    for id in paket.objekte {
      guard let z = try bestand.schriftgut(id) else { continue }
      if let eltern = z.eltern, objekte.contains(eltern) { continue }
      oberste.append(z)
      if oberste.count == Self.jeDurchgang {
        try loesche(oberste, &v, wer, erneut, &bericht)
        oberste = []
      }
    }
    try loesche(oberste, &v, wer, erneut, &bericht)
    let offen = try paket.objekte.contains { try bestand.schriftgut($0)?.lage.istEnde == false }
    if !offen, !paket.lage.istEnde {
      do {
        try geschehe(
          .paket(ziel: paket.id, ereignis: .abschliessen),
          try ereignis("abschliessen", v), &v, wer)
        bericht.abgeschlossen = true
      } catch let fehler as LifecycleFehler {
        bericht.abgelehnt.append(fehler)
      }
    } else {
      bericht.abgeschlossen = !offen
    }
    try berichteVernichtung(bericht, v, wer)
    return bericht
  }

  /// So many objects are destroyed in one go: each go rewrites the index of the store.
  private static var jeDurchgang: Int { 500 }

  /// Each object as a whole; if that may not be, what lies in it one by one.
  ///
  /// Done again, what this very step destroyed is asked for once more, for its proof.
  private func loesche(
    _ alle: [Schriftgutzustand], _ v: inout Verfahren, _ wer: Handelnde, _ erneut: Bool,
    _ bericht: inout Loeschbericht
  ) throws {
    let offen = alle.filter {
      !$0.lage.istEnde || (erneut && $0.vernichtung?.am == wer.heute)
    }
    guard !offen.isEmpty else { return }
    let ergebnisse = try bestand.vollziehe(
      try offen.map { z in
        (
          Handlung(
            .schriftgut(ziel: z.id, in: nil, ereignis: .vernichten), akteur: wer.akteur,
            zweitePerson: wer.zweitePerson, heute: wer.heute),
          try ereignis("vernichten \(z.id)", v)
        )
      }, zeitpunkt: wer.zeitpunkt)
    var darin: [Schriftgutzustand] = []
    for (z, ergebnis) in zip(offen, ergebnisse) {
      var erledigt: Set<ObjektID> = []
      switch ergebnis {
      case .success(let e):
        bericht.vernichtet.append(z.id)
        if let p = e.vernichtung {
          bericht.protokolle.append(p)
          erledigt = Set(p.objekte.map(\.id))
        }
        // In it may lie what this step destroyed by itself before.
        guard erneut else { continue }
      case .failure(let fehler):
        // The refusal of the whole names the same object as that of its part.
        if !z.lage.istEnde, !bericht.abgelehnt.contains(fehler) { bericht.abgelehnt.append(fehler) }
        // A refusal for want of a person or a role is the same for everything below.
        guard fehler.grund.code != "nichtBefugt", fehler.grund.code != "vierAugenFehlt" else {
          continue
        }
      }
      darin += try bestand.kinder(z.id).compactMap {
        erledigt.contains($0) ? nil : try bestand.schriftgut($0)
      }.filter { $0.aussonderung?.paket == v.paket }
    }
    try loesche(darin, &v, wer, erneut, &bericht)
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
    guard let id = v.paket else { return v }
    try beginneSchritt(&v)
    try geschehe(
      .paket(ziel: id, ereignis: .fristablauf), try ereignis("P06", v), &v, wer)
    try ordner.schreibe(v)
    return v
  }
}
