// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

extension Archiv {
  /// Takes everything out of the inbox: what can be read is worked on and goes into the folder of
  /// its process, the rest into quarantine with a report beside it.
  ///
  /// - Parameters:
  ///   - transfer: The folders.
  ///   - wer: Who takes it in.
  ///   - body: Called for each file with what became of it.
  /// - Throws: ``AussonderungFehler``; the file stays in the inbox then.
  public func holeAb(
    _ transfer: Transferordner, _ wer: Handelnde,
    _ body: (_ datei: String, Eingangsergebnis) throws -> Void
  ) throws {
    for pfad in try transfer.eingegangene() {
      let ergebnis = try nimm(pfad, wer)
      if case .unbrauchbar(let grund) = ergebnis {
        try transfer.sondereAus(pfad, bericht: grund + "\n")
      } else {
        try Dauerhaft.entferne(pfad)
      }
      try body(pfad, ergebnis)
    }
  }

  /// Takes in one message of an agency: 0501, 0503, 0505, 0511, 0514 or 0515.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - wer: Who takes it in.
  /// - Returns: What became of it.
  /// - Throws: ``AussonderungFehler``; done again it goes on from there.
  @discardableResult
  public func nimm(_ pfad: String, _ wer: Handelnde) throws -> Eingangsergebnis {
    let eingang: Eingangsnachricht
    do {
      eingang = try Eingangsnachricht(pfad, verkehr.schemata)
    } catch let fehler as Eingangsmangel {
      return .unbrauchbar(grund: fehler.text)
    }
    switch eingang.typ {
    case .anbieteverzeichnis, .aussonderung: return try nimmObjekte(eingang, wer)
    case .aktenplanZurBewertung: return try nimmAktenplan(eingang, wer)
    case .bewertungEmpfangBestaetigen, .bewertungskatalogEmpfangBestaetigen,
      .bewertungskatalogImportBestaetigen:
      return try nimmQuittung(eingang, wer)
    default:
      return .unbrauchbar(
        grund: "Eine \(eingang.typ.rawValue) schickt das Archiv, nicht die Behörde (R24).")
    }
  }

  private func nimmObjekte(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    var v = try zugehoeriges(eingang, wer)
    if let alt = v.nachricht(eingang.id) {
      guard !alt.eigene else {
        return .unbrauchbar(
          grund: "Das ist eine Nachricht dieses Archivs, keine der Behörde (R24).")
      }
      guard alt.pruefsumme == eingang.pruefsumme else {
        return .unbrauchbar(
          grund: "Die Kennung \(eingang.id) trägt schon eine andere Nachricht (R21).")
      }
      guard alt.stand == .eingegangen else {
        // Its receipt may not have gone out when it came first.
        try verkehr.bestaetige(alt, &v, wer)
        return .wiederholt(v.prozess, alt.id)
      }
      try verzeichne(alt, &v, wer)
      return .verarbeitet(v.prozess, alt.id)
    }
    if let grund = try widerspruch(eingang, v) { return .unbrauchbar(grund: grund) }
    if eingang.kopf.prozessID != v.prozess,
      !v.weitereProzesse.contains(eingang.kopf.prozessID)
    {
      v.weitereProzesse.append(eingang.kopf.prozessID)
    }
    let vermerk = try verkehr.lege(eingang, antwortAuf: nil, &v, wer.zeitpunkt)
    try verzeichne(vermerk, &v, wer)
    return .verarbeitet(v.prozess, vermerk.id)
  }

  /// The process of a message, or a new one.
  ///
  /// Up to 3.1 a further 0503 has a process of its own; it belongs to the offer its objects come from.
  private func zugehoeriges(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Verfahren {
    if let v = try ordner.verfahren(eingang.kopf.prozessID) { return v }
    if eingang.typ == .aussonderung, let erstes = try eingang.erstesObjekt() {
      // What the archive refused does not become a transfer without an offer by another id.
      var bewertetIn: Verfahren?
      for prozess in try ordner.prozesse() {
        guard let v = try ordner.verfahren(prozess), v.seite == .archiv else { continue }
        switch try ordner.objektliste(prozess)[erstes]?.entscheidung {
        case .archivwuerdig?: return v
        case .nichtArchivwuerdig?: bewertetIn = v
        case nil: break
        }
      }
      if let bewertetIn { return bewertetIn }
    }
    let vereinbarung = Vereinbarung(
      behoerde: eingang.kopf.absender, archiv: eingang.kopf.empfaenger, fassung: eingang.fassung)
    return Verfahren(
      eingang.kopf.prozessID, .archiv,
      eingang.typ == .aussonderung ? .zweistufig : .vierstufig, vereinbarung, am: wer.heute)
  }

  /// Why a message cannot count beside what came before; nil if it can.
  private func widerspruch(
    _ eingang: Eingangsnachricht, _ v: Verfahren
  ) throws -> String? {
    let schon = v.nachrichten(eingang.typ, eigene: false)
    if eingang.fassung >= .v400, eingang.kopf.prozessID != v.prozess {
      return
        "Die \(eingang.typ.rawValue) nennt den Prozess \(eingang.kopf.prozessID), ihre Objekte "
        + "gehören zum Prozess \(v.prozess) (R20)."
    }
    if eingang.typ == .aussonderung, v.art == .vierstufig,
      v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty
    {
      return "Die 0503 kommt, bevor im Prozess \(v.prozess) eine 0502 hinausging (R25)."
    }
    guard eingang.fassung >= .v400 else {
      // A transfer may come again with what could not be imported; an offer may not.
      return eingang.typ == .anbieteverzeichnis && !schon.isEmpty
        ? "Für den Prozess \(v.prozess) liegt bereits eine 0501 vor (R20)." : nil
    }
    let teil = eingang.kopf.lfdNr ?? 1
    let gesamt = eingang.kopf.gesamtanzahl ?? 1
    if let anderes = schon.first(where: { $0.gesamt != gesamt }) {
      return "Gesamtanzahl uneinheitlich: \(anderes.gesamt), \(gesamt) (R22)."
    }
    guard let doppelt = schon.last(where: { $0.teil == teil }) else { return nil }
    // A correction brings what failed; the answer to the first one says that something did.
    if eingang.typ == .aussonderung, try hatFehler(doppelt, v) { return nil }
    return "Teil \(teil) der \(eingang.typ.rawValue) liegt im Prozess \(v.prozess) schon vor (R22)."
  }

  private func hatFehler(_ vermerk: Nachrichtenvermerk, _ v: Verfahren) throws -> Bool {
    try ordner.objektliste(v.prozess).eintraege.contains {
      if case .gescheitert? = $0.uebernahme { true } else { false }
    }
  }

  /// Takes the objects of a message into the list, and answers with a receipt.
  private func verzeichne(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    if vermerk.typ == .anbieteverzeichnis {
      var liste = try ordner.objektliste(v.prozess)
      let leser = try verkehr.leser(vermerk, v)
      while let teil = try leser.naechster() {
        if case .schriftgutobjekt(let objekt) = teil { liste.nimm(objekt, teil: vermerk.teil) }
      }
      try ordner.schreibe(liste, v.prozess)
    }
    var neu = vermerk
    neu.stand = .verarbeitet
    v.merke(neu)
    try ordner.schreibe(v)
    try verkehr.bestaetige(neu, &v, wer)
  }

  /// A receipt is only noted.
  private func nimmQuittung(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    guard var v = try ordner.verfahren(eingang.kopf.prozessID), v.seite == .archiv else {
      return .unbrauchbar(
        grund: "Zum Prozess \(eingang.kopf.prozessID) liegt diesem Archiv nichts vor (R25).")
    }
    var vermerk: Nachrichtenvermerk
    if let alt = v.nachricht(eingang.id) {
      guard !alt.eigene, alt.pruefsumme == eingang.pruefsumme else {
        return .unbrauchbar(
          grund: "Die Kennung \(eingang.id) trägt schon eine andere Nachricht (R21).")
      }
      guard alt.stand == .eingegangen else { return .wiederholt(v.prozess, alt.id) }
      vermerk = alt
    } else {
      guard let frage = eingang.frage(in: v) else {
        return .unbrauchbar(grund: eingang.ohneFrage(v))
      }
      vermerk = try verkehr.lege(eingang, antwortAuf: frage.id, &v, wer.zeitpunkt)
    }
    vermerk.stand = .verarbeitet
    v.merke(vermerk)
    try ordner.schreibe(v)
    return .verarbeitet(v.prozess, vermerk.id)
  }
}

extension Eingangsnachricht {
  /// The first object that is no Kontextobjekt.
  fileprivate func erstesObjekt() throws -> ObjektID? {
    let leser = try Nachrichtenpaket(pfad: pfad).leser()
    var liste = Objektliste()
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      liste.nimm(objekt, teil: 1)
      if let e = liste.eintraege.first(where: { !$0.istKontext }) { return e.id }
    }
    return nil
  }
}
