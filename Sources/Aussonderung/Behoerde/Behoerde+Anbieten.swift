// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Xdomea

/// What is to be offered or handed over.
public enum Auswahl: Hashable, Sendable {
  /// What is due on the day, at most so many of the highest objects.
  case faellige(hoechstens: Int)
  /// These objects with all that lies in them.
  case objekte([ObjektID])
}

extension Behoerde {
  /// Offers objects to the archive (P01, P02): makes the batch, writes the 0501 and sends it.
  ///
  /// Objects that may not be offered are left out and named in ``Verfahren/ablehnungen``.
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - auswahl: What is offered.
  ///   - anlass: Why now.
  ///   - vereinbarung: What was agreed with the archive.
  ///   - wer: Who offers.
  /// - Returns: The process.
  /// - Throws: `LifecycleFehler` if nothing of it may be offered, ``AussonderungFehler``.
  @discardableResult
  public func bieteAn(
    _ prozess: ProzessID, _ auswahl: Auswahl, anlass: Angebotsanlass,
    _ vereinbarung: Vereinbarung, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try beginneNeu(prozess, .vierstufig, vereinbarung, wer)
    let objekte = try ausgewaehlt(auswahl, wer)
    try beginne(.anbieten(objekte: objekte, anlass: anlass), &v, wer)
    return v
  }

  /// A process that does not exist yet, in memory alone.
  func beginneNeu(
    _ prozess: ProzessID, _ art: Verfahrensart, _ vereinbarung: Vereinbarung, _ wer: Handelnde
  ) throws -> Verfahren {
    guard try ordner.verfahren(prozess) == nil else {
      throw AussonderungFehler.falscherStand(
        prozess, grund: "Diesen Prozess gibt es schon.",
        abhilfe: "Setzen Sie ihn fort, oder nehmen Sie eine neue Kennung.")
    }
    var v = Verfahren(prozess, .behoerde, art, vereinbarung, am: wer.heute)
    v.paket = try Namensableitung(prozess).kennung("paket", "", Paketbezug.self)
    return v
  }

  func ausgewaehlt(_ auswahl: Auswahl, _ wer: Handelnde) throws -> [ObjektID] {
    switch auswahl {
    case .objekte(let ids):
      guard !ids.isEmpty else {
        throw AussonderungFehler.nichtsZuTun("Es ist kein Objekt genannt.")
      }
      return ids
    case .faellige(let hoechstens):
      var faellige: [ObjektID] = []
      try bestand.jedesFaellige(am: wer.heute) { id in
        faellige.append(id)
        return true
      }
      // What is in a procedure already stays there; the batch says what else keeps an object.
      var ids: [ObjektID] = []
      for id in faellige where ids.count < hoechstens {
        if try bestand.schriftgut(id)?.aussonderung == nil { ids.append(id) }
      }
      guard !ids.isEmpty else {
        throw AussonderungFehler.nichtsZuTun("Am \(wer.heute.anzeige) ist nichts fällig.")
      }
      return ids
    }
  }

  func anbieten(
    _ objekte: [ObjektID], _ anlass: Angebotsanlass, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    guard let id = v.paket else { return }
    do {
      try geschehe(
        .paket(
          ziel: id,
          ereignis: .angebotErstellen(prozess: v.prozess, objekte: objekte, anlass: anlass)),
        try ereignis("P01", v), &v, wer)
    } catch let fehler as LifecycleFehler {
      if try bestand.paket(id) == nil { try gibAuf(&v) }
      throw fehler
    }
    try ordner.schreibe(v)
    let paket = try paket(v)
    let teile = try schreibeTeile(.anbieteverzeichnis, Set(paket.objekte), &v, wer)
    guard let erster = teile.first else {
      throw AussonderungFehler.nichtsZuTun("Das Angebot enthält kein Objekt.")
    }
    if paket.lage == .entwurf {
      try verlangeHinnahme(teile, &v)
      try geschehe(
        .paket(ziel: id, ereignis: .anbieten(nachricht: erster.id, schemagueltig: true)),
        try ereignis("P02", v), &v, wer)
    }
    try verkehr.versende(teile, &v)
    try berichteAngebot(v, wer)
  }

  // MARK: Withdrawing

  /// Withdraws an offer (P07); the archive has to be told, for the standard has no message for it.
  ///
  /// - Returns: The process; its folder of reports holds a notice for the archive, `ruecknahme`, if the
  ///   offer had gone out.
  /// - Throws: `LifecycleFehler` if something was handed over already, ``AussonderungFehler``.
  @discardableResult
  public func zieheZurueck(
    _ prozess: ProzessID, grund: String, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try verfahren(prozess)
    // An offer that never went out is given up with everything that was begun.
    if case .anbieten? = v.vorhaben, v.nachrichten.allSatisfy({ $0.stand == .geschrieben }) {
      v.vorhaben = nil
    }
    // Nor has a transfer that waits for its losses to be accepted.
    if v.offeneVerluste != nil {
      v.verwirfSendung()
      v.offeneVerluste = nil
      v.vorhaben = nil
    }
    try beginne(.zurueckziehen(grund: grund), &v, wer)
    return v
  }

  func zurueckziehen(_ grund: String, _ v: inout Verfahren, _ wer: Handelnde) throws {
    guard let id = v.paket else { return }
    // A transfer by catalogue that never went out: the store knows nothing of it.
    let unbekannt = try v.art == .zweistufig && bestand.paket(id) == nil
    if try !unbekannt && bestand.paket(id)?.lage.istEnde != true {
      do {
        try geschehe(
          .paket(ziel: id, ereignis: .zurueckziehen(grund: grund)),
          try ereignis("P07", v), &v, wer)
      } catch let fehler as LifecycleFehler {
        v.vorhaben = nil
        v.vorhabenVon = nil
        try ordner.schreibe(v)
        throw fehler
      }
    }
    v.beendetWeil = grund
    try ruecknahmemitteilung(v, grund, wer)?.schreibe(in: ordner.berichte(v.prozess))
  }

  /// What the archive has to be told; nil if it never got anything.
  private func ruecknahmemitteilung(
    _ v: Verfahren, _ grund: String, _ wer: Handelnde
  ) throws -> Ruecknahmemitteilung? {
    let gesandt = v.nachrichten(.anbieteverzeichnis, eigene: true).filter { $0.stand == .versandt }
    guard !gesandt.isEmpty else { return nil }
    let objekte = try gesandt.reduce(0) { try $0 + ordner.objekte($1, in: v).count }
    return Ruecknahmemitteilung(
      Berichtskopf(v, [.anbieteverzeichnis], wer), grund: grund, am: wer.heute, objekte: objekte)
  }
}
