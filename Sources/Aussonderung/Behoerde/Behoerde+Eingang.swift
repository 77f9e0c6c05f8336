// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// What became of a message that came in.
public enum Eingangsergebnis: Hashable, Sendable {
  /// It was worked on; the process says what followed.
  case verarbeitet(ProzessID, NachrichtenID)
  /// The same message had come before; nothing changed.
  case wiederholt(ProzessID, NachrichtenID)
  /// It belongs to a process here, but could not be applied as a whole; it is kept with the reason.
  case abgelehnt(ProzessID, NachrichtenID, grund: String)
  /// It is unreadable, foreign or out of order; nothing is kept of it.
  case unbrauchbar(grund: String)
}

extension Behoerde {
  /// Takes everything out of the inbox: what can be read is worked on and goes into the folder of
  /// its process, the rest into quarantine with a report beside it.
  ///
  /// - Parameters:
  ///   - transfer: The folders.
  ///   - wer: Who takes it in.
  ///   - body: Called for each file with what became of it.
  /// - Throws: ``AussonderungFehler``, or what the store throws; the file stays in the inbox then.
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

  /// Takes in one message of the archive: 0502, 0504, 0506, 0507, 0512 or 0513.
  ///
  /// A message that came before changes nothing; one that refers to something that was never sent, or
  /// breaks the schema, is ``Eingangsergebnis/unbrauchbar(grund:)``.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - wer: Who takes it in.
  /// - Returns: What became of it.
  /// - Throws: ``AussonderungFehler``, or what the store throws; done again it goes on from there.
  @discardableResult
  public func nimm(_ pfad: String, _ wer: Handelnde) throws -> Eingangsergebnis {
    let eingang: Eingangsnachricht
    do {
      eingang = try Eingangsnachricht(pfad, verkehr.schemata)
    } catch let fehler as Eingangsmangel {
      return .unbrauchbar(grund: fehler.text)
    }
    guard let bekannt = try ordner.verfahren(eingang.kopf.prozessID), bekannt.seite == .behoerde
    else {
      return .unbrauchbar(
        grund: "Den Prozess \(eingang.kopf.prozessID) hat diese Behörde nicht begonnen (R25).")
    }
    // What was begun is finished first: an answer may be to a message that is just going out.
    var v = try setzeFort(bekannt.prozess)
    if let alt = v.nachricht(eingang.id) {
      guard !alt.eigene else {
        return .unbrauchbar(
          grund: "Das ist eine Nachricht dieser Behörde, keine des Archivs (R24).")
      }
      guard alt.pruefsumme == eingang.pruefsumme else {
        return .unbrauchbar(
          grund: "Die Kennung \(eingang.id) trägt schon eine andere Nachricht (R21).")
      }
      // A decision that a hold kept from counting is read again when the hold is gone (L03).
      guard alt.stand == .eingegangen || alt.typ == .bewertungsverzeichnis else {
        // Its receipt may not have gone out when it came first.
        if alt.stand == .verarbeitet { try verkehr.bestaetige(alt, &v, wer) }
        return .wiederholt(v.prozess, alt.id)
      }
      return try verarbeite(alt, &v, wer)
    }
    guard let frage = eingang.frage(in: v) else {
      return .unbrauchbar(grund: eingang.ohneFrage(v))
    }
    if let grund = eingang.widerspruch(zu: frage, v) { return .unbrauchbar(grund: grund) }
    let vermerk = try verkehr.lege(eingang, antwortAuf: frage.id, &v, wer.zeitpunkt)
    return try verarbeite(vermerk, &v, wer)
  }

  private func verarbeite(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    var neu = vermerk
    // A try that was interrupted is finished: it may have happened in the store already.
    if neu.stand != .eingegangen || neu.versuche == 0 { neu.versuche += 1 }
    v.merke(neu)
    try beginneSchritt(&v)
    do {
      try wende(neu, &v, wer)
      neu.stand = .verarbeitet
      neu.grund = nil
    } catch let fehler as LifecycleFehler {
      // What counted before stays so, whatever still waits of it.
      if vermerk.stand == .verarbeitet {
        try verkehr.bestaetige(vermerk, &v, wer)
        return .wiederholt(v.prozess, vermerk.id)
      }
      neu.stand = .abgelehnt
      neu.grund = fehler.description
    }
    v.merke(neu)
    try ordner.schreibe(v)
    try berichteBewertung(neu, v)
    if neu.stand == .verarbeitet { try verkehr.bestaetige(neu, &v, wer) }
    if let grund = neu.grund { return .abgelehnt(v.prozess, neu.id, grund: grund) }
    return .verarbeitet(v.prozess, neu.id)
  }

  // MARK: What a message says

  private func wende(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    if vermerk.typ == .bewertungskatalog { return try nimmKatalog(vermerk, &v, wer) }
    guard let id = v.paket else { return }
    let kennung = try Namensableitung(v.prozess).kennung(
      "ereignis", "\(vermerk.id)\u{0}\(vermerk.versuche)", Ereignisbezug.self)
    func geschehe(_ e: Paketereignis) throws {
      try self.geschehe(.paket(ziel: id, ereignis: e), kennung, &v, wer)
    }
    let angebot = try paket(v).angebotsnachricht
    switch vermerk.typ {
    case .anbietungEmpfangBestaetigen:
      // The archive has the offer when it has all parts of it.
      guard let angebot, v.istBestaetigt(.anbieteverzeichnis, mit: vermerk) else { return }
      try geschehe(
        .empfangBestaetigt(nachricht: vermerk.id, antwortAuf: angebot, am: wer.heute))
    case .bewertungsverzeichnis:
      guard let angebot else { return }
      try geschehe(
        .bewertung(
          nachricht: vermerk.id, antwortAuf: angebot, entscheidungen: try entscheidungen(vermerk, v)
        ))
    case .aussonderungEmpfangBestaetigen: try geschehe(.empfang(nachricht: vermerk.id))
    case .aussonderungImportBestaetigen:
      guard let frage = vermerk.antwortAuf.flatMap(v.nachricht) else { return }
      // A sending is answered when all of its parts are.
      let sendung = v.nachrichten(.aussonderung, eigene: true).filter {
        $0.schritt == frage.schritt
      }
      let stelle = sendung.firstIndex { $0.id == frage.id } ?? 0
      try geschehe(
        .importBestaetigt(
          nachricht: vermerk.id, teil: stelle + 1, gesamt: sendung.count,
          ergebnisse: try ergebnisse(vermerk, frage, v)))
    default: break
    }
  }

  private func entscheidungen(
    _ vermerk: Nachrichtenvermerk, _ v: Verfahren
  ) throws -> [Bewertungsentscheidung] {
    var alle: [Bewertungsentscheidung] = []
    let leser = try verkehr.leser(vermerk, v)
    while let teil = try leser.naechster() {
      if case .bewertung(let b) = teil {
        alle.append(Bewertungsentscheidung(b.id, b.aussonderungsart.kurz))
      }
    }
    return alle
  }

  /// What became of the objects; an answer that names none means all of the message (R62).
  private func ergebnisse(
    _ vermerk: Nachrichtenvermerk, _ frage: Nachrichtenvermerk, _ v: Verfahren
  ) throws -> [Importergebnis] {
    var alle: [Importergebnis] = []
    let leser = try verkehr.leser(vermerk, v)
    while let teil = try leser.naechster() {
      if case .rueckmeldung(let r) = teil {
        alle.append(
          Importergebnis(
            r.id, erfolgreich: r.ergebnis.erfolgreich, archivkennung: r.archivkennung,
            fehlertext: r.ergebnis.grund))
      }
    }
    // Before 3.0 a list tells ids of the archive only, of those that have one; the result is one for all.
    guard alle.isEmpty || vermerk.fassung < .v300, let gesamt = leser.kopf.ergebnis else {
      return alle
    }
    let kennungen = Dictionary(alle.map { ($0.objekt, $0.archivkennung) }) { $1 }
    return try ordner.objekte(frage, in: v).map {
      Importergebnis(
        $0, erfolgreich: gesamt.erfolgreich, archivkennung: kennungen[$0] ?? nil,
        fehlertext: gesamt.grund)
    }
  }
}

extension ErfolgOderMisserfolg {
  /// Why not, in one text; nil for a success or without a reason.
  var grund: String? {
    guard !erfolgreich else { return nil }
    let texte = fehlermeldungen + fehlermeldungCodes.map { "Fehlercode \($0.wert)" }
    return texte.isEmpty ? nil : texte.joined(separator: "; ")
  }
}

extension Verfahren {
  /// True if every message of ours of a kind has its receipt, the one that is just coming included.
  func istBestaetigt(_ typ: Nachrichtentyp, mit neuer: Nachrichtenvermerk) -> Bool {
    let bestaetigt = Set(
      (nachrichten + [neuer]).filter { $0.typ == neuer.typ && !$0.eigene }.compactMap(\.antwortAuf))
    return nachrichten(typ, eigene: true).allSatisfy { bestaetigt.contains($0.id) }
  }
}
