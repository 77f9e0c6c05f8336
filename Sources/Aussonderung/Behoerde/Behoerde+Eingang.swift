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
  ///
  /// `bericht` is the path of the report beside the file in quarantine; nil if nothing was moved.
  case unbrauchbar(grund: String, bericht: String?)
}

extension Behoerde {
  /// Takes everything out of the inbox: what can be read is worked on and goes into the folder of
  /// its process, the rest into quarantine with a report beside it.
  ///
  /// What is still being written is left for the next time (``Transferordner/ruhezeit``).
  ///
  /// - Parameters:
  ///   - transfer: The folders.
  ///   - wer: Who takes it in; its instant tells how long a file has not changed.
  ///   - body: Called for each file with what became of it.
  /// - Throws: ``AussonderungFehler/nichtAbgeholt(datei:grund:)`` for the first file that failed, after
  ///   the others were worked on; at once if the disk or the store fails. The file stays in the inbox.
  public func holeAb(
    _ transfer: Transferordner, _ wer: Handelnde,
    _ body: (_ datei: String, Eingangsergebnis) throws -> Void
  ) throws {
    try transfer.holeAb(jetzt: wer.zeitpunkt, { try nimm($0, wer) }, body)
  }

  /// Takes in one message of the archive: 0502, 0504, 0506, 0507, 0512 or 0513.
  ///
  /// A message that came before changes nothing; one that refers to something that was never sent, or
  /// breaks the schema, is ``Eingangsergebnis/unbrauchbar(grund:bericht:)``.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - wer: Who takes it in.
  /// - Returns: What became of it.
  /// - Throws: ``AussonderungFehler``, or what the store throws; done again it goes on from there.
  @discardableResult
  public func nimm(_ pfad: String, _ wer: Handelnde) throws -> Eingangsergebnis {
    try verkehr.nimm(pfad) { try nimm($0, wer) }
  }

  private func nimm(_ eingang: Eingangsnachricht, _ wer: Handelnde) throws -> Eingangsergebnis {
    guard let bekannt = try ordner.verfahren(eingang.kopf.prozessID), bekannt.seite == .behoerde
    else {
      throw Eingangsmangel(
        text: "Den Prozess \(eingang.kopf.prozessID) hat diese Behörde nicht begonnen (R25).")
    }
    // What was begun is finished first: an answer may be to a message that is just going out.
    var v = try setzeFort(bekannt.prozess)
    if let alt = try eingang.fruehere(in: v) {
      // A decision that a hold kept from counting is read again when the hold is gone (L03), and
      // what was refused may be sent once more.
      guard
        alt.stand == .eingegangen || alt.stand == .abgelehnt || alt.typ == .bewertungsverzeichnis
      else {
        // Its receipt may not have gone out when it came first.
        if alt.stand == .verarbeitet { try verkehr.bestaetige(alt, &v, wer) }
        return .wiederholt(v.prozess, alt.id)
      }
      return try verarbeite(alt, &v, wer)
    }
    guard let frage = eingang.frage(in: v) else { throw Eingangsmangel(text: eingang.ohneFrage(v)) }
    if let grund = eingang.widerspruch(zu: frage, v) { throw Eingangsmangel(text: grund) }
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
      // That says nothing about the message: it waits for somebody who may take it.
      if fehler.grund.code == "nichtBefugt" { throw fehler }
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
    let betroffene = try ereignisse(vermerk, v, wer)
    // The same try gives the same ids, whatever step of the process it is done again in.
    let ableitung = try Namensableitung(v.prozess)
    var ablehnung: LifecycleFehler?
    var angewandt = false
    for (paket, ereignis) in betroffene {
      do {
        try geschehe(
          .paket(ziel: paket, ereignis: ereignis),
          ableitung.kennung(
            "ereignis", "\(vermerk.id)\u{0}\(vermerk.versuche)\u{0}\(paket)", Ereignisbezug.self),
          &v, wer)
        angewandt = true
      } catch let fehler as LifecycleFehler {
        if let objekt = fehler.objekt, betroffene.count > 1 {
          vermerkeAblehnung(objekt, fehler.grund, fehler.regel, &v, wer)
        }
        ablehnung = ablehnung ?? fehler
      }
    }
    if !angewandt, let ablehnung { throw ablehnung }
  }

  /// What a message means for each batch that it is about.
  private func ereignisse(
    _ vermerk: Nachrichtenvermerk, _ v: Verfahren, _ wer: Handelnde
  ) throws -> [(PaketID, Paketereignis)] {
    let frage = vermerk.antwortAuf.flatMap(v.nachricht)
    var ereignisse: [(PaketID, Paketereignis)] = []
    func fuer(_ nummer: Int?, _ ereignis: (Paketzustand) throws -> Paketereignis?) throws {
      func nimm(_ paket: Paketzustand) throws {
        if let e = try ereignis(paket) { ereignisse.append((paket.id, e)) }
      }
      guard let nummer else { return try jedesPaket(v) { try nimm($1) } }
      // Only this one is read: with all of them each answer of n would cost n.
      guard v.pakete.indices.contains(nummer - 1),
        let paket = try bestand.paket(v.pakete[nummer - 1])
      else { return }
      try nimm(paket)
    }
    switch vermerk.typ {
    case .anbietungEmpfangBestaetigen:
      // The archive has the offer when it has all parts of it.
      guard v.istBestaetigt(.anbieteverzeichnis, mit: vermerk) else { break }
      try fuer(nil) { paket in
        paket.angebotsnachricht.map {
          .empfangBestaetigt(nachricht: vermerk.id, antwortAuf: $0, am: wer.heute)
        }
      }
    case .bewertungsverzeichnis:
      let alle = try entscheidungen(vermerk, v, in: frage?.paket)
      try fuer(nil) { paket in
        guard let angebot = paket.angebotsnachricht, let seine = alle[paket.id] else { return nil }
        return .bewertung(nachricht: vermerk.id, antwortAuf: angebot, entscheidungen: seine)
      }
    case .aussonderungEmpfangBestaetigen:
      try fuer(frage?.paket) { _ in .empfang(nachricht: vermerk.id) }
    case .aussonderungImportBestaetigen:
      guard let frage, let alle = try ergebnisseDerSendung(vermerk, frage, v) else { break }
      for (nummer, seine) in alle.sorted(by: { $0.key < $1.key }) {
        try fuer(nummer) { _ in
          .importBestaetigt(nachricht: vermerk.id, teil: 1, gesamt: 1, ergebnisse: seine)
        }
      }
    default: break
    }
    return ereignisse
  }

  /// What the archive says about a whole sending, by batch; nil while one of its parts is not answered.
  ///
  /// Nothing counts before all parts came (P10). Sendings are told apart here, for the answers to two
  /// of them may come mixed.
  private func ergebnisseDerSendung(
    _ vermerk: Nachrichtenvermerk, _ frage: Nachrichtenvermerk, _ v: Verfahren
  ) throws -> [Int: [Importergebnis]]? {
    let antworten = Dictionary(
      v.nachrichten(.aussonderungImportBestaetigen, eigene: false)
        .filter { $0.stand == .verarbeitet && $0.id != vermerk.id }
        .compactMap { antwort in antwort.antwortAuf.map { ($0, antwort) } }
    ) { erste, _ in erste }
    var alle: [Int: [Importergebnis]] = [:]
    for teil in v.nachrichten(.aussonderung, eigene: true) where teil.schritt == frage.schritt {
      guard let antwort = teil.id == frage.id ? vermerk : antworten[teil.id] else { return nil }
      alle[teil.paket ?? 1, default: []] += try ergebnisse(antwort, teil, v)
    }
    return alle
  }

  /// The decisions by the batch of their objects; what belongs to none goes to that of the offer, to
  /// be refused there by name.
  private func entscheidungen(
    _ vermerk: Nachrichtenvermerk, _ v: Verfahren, in nummer: Int?
  ) throws -> [PaketID: [Bewertungsentscheidung]] {
    guard let erstes = v.pakete.first else { return [:] }
    let dieses = nummer.flatMap { v.pakete.indices.contains($0 - 1) ? v.pakete[$0 - 1] : nil }
    let eigene = Set(v.pakete)
    var alle: [PaketID: [Bewertungsentscheidung]] = [:]
    let leser = try verkehr.leser(vermerk, v)
    try bestand.lesend {
      while let teil = try leser.naechster() {
        guard case .bewertung(let b) = teil else { continue }
        var paket = dieses ?? erstes
        if eigene.count > 1, let seines = try bestand.schriftgut(b.id)?.aussonderung?.paket,
          eigene.contains(seines)
        {
          paket = seines
        }
        alle[paket, default: []].append(
          Bewertungsentscheidung(b.id, b.aussonderungsart.kurz))
      }
    }
    if alle.isEmpty { alle[dieses ?? erstes] = [] }
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
            fehlertext: r.ergebnis.grund, nachricht: vermerk.id))
      }
    }
    // Before 3.0 a list tells ids of the archive only, of those that have one; the result is one for all.
    guard alle.isEmpty || vermerk.fassung < .v300, let gesamt = leser.kopf.ergebnis else {
      guard leser.kopf.ergebnis?.erfolgreich == false, alle.allSatisfy(\.erfolgreich) else {
        return alle
      }
      // A failure as a whole beside nothing but successes is no proof of an import.
      return alle.map {
        Importergebnis(
          $0.objekt, erfolgreich: false,
          fehlertext: "Die Antwort meldet im Ganzen Misserfolg, aber für kein Objekt einen Grund "
            + "(R62).",
          nachricht: vermerk.id)
      }
    }
    let kennungen = Dictionary(alle.map { ($0.objekt, $0.archivkennung) }) { $1 }
    return try ordner.objekte(frage, in: v).map {
      Importergebnis(
        $0, erfolgreich: gesamt.erfolgreich, archivkennung: kennungen[$0] ?? nil,
        fehlertext: gesamt.grund, nachricht: vermerk.id)
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
