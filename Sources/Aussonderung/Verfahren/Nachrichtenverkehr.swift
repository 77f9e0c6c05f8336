// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import Xdomea

/// Keeps, checks and sends the messages of one side.
struct Nachrichtenverkehr {
  let ordner: Verfahrensordner
  let ausgang: Transferordner?
  let schemata: Schemata?

  /// A message of ours that breaks a rule does not go out.
  func pruefe(_ pfad: String) throws {
    let bericht = try Pruefer(schemata: schemata).pruefe(pfad)
    guard bericht.gueltig else {
      let saetze = bericht.sortiert().filter { $0.schwere == .fehler }.prefix(5)
        .map { "\($0.regel): \($0.meldung)" }
      try Dauerhaft.entferne(pfad)
      throw AussonderungFehler.nachrichtUngueltig(datei: pfad, befunde: saetze)
    }
  }

  func vermerke(
    _ plan: Nachrichtenplan, _ datei: String, _ pfad: String, _ v: inout Verfahren,
    verluste: [Uebertragungsverlust] = []
  ) throws -> Nachrichtenvermerk {
    var vermerk = Nachrichtenvermerk(
      id: plan.id, prozess: plan.kopf.prozessID, typ: plan.typ, fassung: plan.fassung,
      eigene: true, teil: plan.teil, gesamt: plan.gesamt, paket: plan.paket,
      antwortAuf: plan.antwortAuf,
      bestaetigungErbeten: plan.kopf.empfangsbestaetigung ?? false, datei: datei,
      pruefsumme: try Dauerhaft.pruefsumme(pfad), schritt: v.schritt, zeitpunkt: plan.zeitpunkt,
      stand: .geschrieben)
    if !verluste.isEmpty {
      vermerk.verluste = verluste.reduce(into: [:]) { $0[$1.regel, default: 0] += 1 }
    }
    v.merke(vermerk)
    if plan.kopf.prozessID != v.prozess, !v.weitereProzesse.contains(plan.kopf.prozessID) {
      v.weitereProzesse.append(plan.kopf.prozessID)
    }
    try ordner.schreibe(v)
    return vermerk
  }

  /// Puts messages into the outbox, each once.
  func versende(_ vermerke: [Nachrichtenvermerk], _ v: inout Verfahren) throws {
    for vermerk in vermerke {
      guard var neu = v.nachricht(vermerk.id), neu.stand != .versandt else { continue }
      try ausgang?.lege(
        ordner.datei(neu, in: v), neu.typ, pruefsumme: neu.pruefsumme)
      neu.stand = .versandt
      v.merke(neu)
      try ordner.schreibe(v)
    }
  }

  // MARK: What comes in

  /// Reads a message and hands it on; what nobody can work on is told as such.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - body: Works on it; throws an ``Eingangsmangel`` for what is foreign or out of order.
  /// - Returns: What became of it.
  /// - Throws: What `body` throws beside that.
  func nimm(
    _ pfad: String, _ body: (Eingangsnachricht) throws -> Eingangsergebnis
  ) throws -> Eingangsergebnis {
    do {
      return try body(try Eingangsnachricht(pfad, schemata))
    } catch let mangel as Eingangsmangel {
      return .unbrauchbar(grund: mangel.text)
    }
  }

  /// Keeps a message before anything is done with it.
  func lege(
    _ eingang: Eingangsnachricht, antwortAuf frage: NachrichtenID?, _ v: inout Verfahren,
    _ zeitpunkt: Zeitpunkt
  ) throws -> Nachrichtenvermerk {
    let datei = v.naechsterPlatz + "/" + eingang.name.alsAblagename
    _ = try Dauerhaft.kopiere(
      eingang.pfad, nach: try ordner.platz(datei, v.prozess), erwartet: eingang.pruefsumme)
    let vermerk = Nachrichtenvermerk(
      id: eingang.id, prozess: eingang.kopf.prozessID, typ: eingang.typ, fassung: eingang.fassung,
      eigene: false, teil: eingang.kopf.lfdNr ?? 1, gesamt: eingang.kopf.gesamtanzahl ?? 1,
      antwortAuf: frage, bestaetigungErbeten: eingang.kopf.empfangsbestaetigung ?? false,
      datei: datei, pruefsumme: eingang.pruefsumme, schritt: v.schritt, zeitpunkt: zeitpunkt,
      stand: .eingegangen
    )
    v.merke(vermerk)
    try ordner.schreibe(v)
    return vermerk
  }

  /// Opens a message that is kept.
  func leser(_ vermerk: Nachrichtenvermerk, _ v: Verfahren) throws -> Nachrichtenleser {
    try Nachrichtenpaket(pfad: ordner.datei(vermerk, in: v)).leser()
  }

  /// Answers a message once: the answer is written, checked, noted and sent.
  ///
  /// - Parameters:
  ///   - typ: The kind of the answer.
  ///   - frage: The message that is answered.
  ///   - v: The process.
  ///   - wer: Who answers.
  ///   - aendere: Completes the head.
  ///   - teile: Writes the parts of the answer.
  /// - Throws: ``AussonderungFehler``.
  func antworte(
    _ typ: Nachrichtentyp, auf frage: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde,
    kopf aendere: (inout Nachrichtenkopf) -> Void = { _ in },
    teile: (inout Paketschreiber) throws -> Void = { _ in }
  ) throws {
    var plan = try Nachrichtenplan(
      typ, antwortAuf: frage, try leser(frage, v).kopf, v.vereinbarung.namensform, wer)
    aendere(&plan.kopf)
    var vermerk = v.nachricht(plan.id)
    if vermerk == nil {
      let datei = plan.datei(nach: v)
      let pfad = try ordner.platz(datei, v.prozess)
      var paket = try plan.paket(pfad)
      try teile(&paket)
      _ = try paket.beende()
      try pruefe(pfad)
      vermerk = try vermerke(plan, datei, pfad, &v)
    }
    if let vermerk { try versende([vermerk], &v) }
  }

  /// Sends the receipt that a message asks for, if its version has one.
  func bestaetige(
    _ frage: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    guard frage.bestaetigungErbeten, let typ = frage.typ.empfangsbestaetigung,
      typ.versionen.contains(frage.fassung)
    else { return }
    try antworte(typ, auf: frage, &v, wer)
  }
}
