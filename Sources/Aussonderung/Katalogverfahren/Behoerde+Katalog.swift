// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Sends the Aktenplan to the archive to be appraised in advance (0511).
  ///
  /// What the archive decides (0513) becomes the appraisal of the units: A lets their files go without
  /// an offer (P15), V lets them be destroyed when their period is over (P14).
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - bezeichnung: The plan's name.
  ///   - version: The plan's version.
  ///   - vereinbarung: What was agreed with the archive; from xdomea 3.1.
  ///   - wer: Who sends.
  /// - Returns: The process.
  /// - Throws: ``AussonderungFehler``, or what the store throws.
  @discardableResult
  public func legeAktenplanVor(
    _ prozess: ProzessID, bezeichnung: String, version: String, _ vereinbarung: Vereinbarung,
    _ wer: Handelnde
  ) throws -> Verfahren {
    // 3.0 has the message, but its units are ids without Kennzeichen and name: nobody can appraise
    // that.
    guard vereinbarung.fassung >= .v310 else {
      throw AussonderungFehler.nichtsZuTun(
        "Ein Aktenplan lässt sich erst ab xdomea 3.1 zur Bewertung vorlegen; 3.0 nennt seine "
          + "Einheiten nicht. Vereinbaren Sie eine neuere Version.")
    }
    guard wer.akteur.hat(.registratur, .fachadministration) else {
      throw LifecycleFehler(regel: "P02", objekt: nil, grund: .nichtBefugt(.aussondern))
    }
    var v = try beginneNeu(prozess, .bewertungskatalog, vereinbarung, wer)
    let vorhaben = Vorhaben.aktenplanVorlegen(bezeichnung: bezeichnung, version: version)
    try beginne(vorhaben, &v, wer)
    return v
  }

  func vorlegen(
    bezeichnung: String, version: String, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    let plan = try Nachrichtenplan(.aktenplanZurBewertung, 1, von: 1, v, wer)
    var vermerk = v.nachricht(plan.id)
    if vermerk == nil {
      let bau = try Aktenplanbau(
        bestand, bezeichnung: bezeichnung, version: version, v.prozess, am: wer.heute)
      guard !bau.plan.einheiten.isEmpty else {
        try gibAuf(&v)
        throw AussonderungFehler.nichtsZuTun("Der Aktenplan des Speichers ist leer.")
      }
      let datei = plan.datei(nach: v)
      let pfad = try ordner.platz(datei, v.prozess)
      var paket = try plan.paket(pfad)
      try paket.aktenplan(bau.plan)
      _ = try paket.beende()
      try verkehr.pruefe(pfad)
      vermerk = try verkehr.vermerke(plan, datei, pfad, &v)
    }
    if let vermerk { try verkehr.versende([vermerk], &v) }
  }

  /// Applies the decisions of a 0513, unit by unit, and tells what became of each (0514).
  ///
  /// A decision about a unit that is not known here fails; the others count all the same. `B` leaves
  /// a unit as it is.
  func nimmKatalog(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    guard let frage = vermerk.antwortAuf.flatMap(v.nachricht) else { return }
    let kennzeichen = try einheiten(frage, v)
    var meldungen: [Importrueckmeldung] = []
    let leser = try verkehr.leser(vermerk, v)
    while let teil = try leser.naechster() {
      guard case .bewertung(let b) = teil else { continue }
      meldungen.append(Importrueckmeldung(b.id, try wende(b, kennzeichen[b.id], &v, wer)))
    }
    let fehler = meldungen.filter { !$0.ergebnis.erfolgreich }.count
    try verkehr.antworte(.bewertungskatalogImportBestaetigen, auf: vermerk, &v, wer) { kopf in
      kopf.ergebnis =
        fehler == 0
        ? .erfolg : .misserfolg("\(fehler) von \(meldungen.count) Einheiten sind gescheitert.")
    } teile: { paket in
      for m in meldungen { try paket.rueckmeldung(m) }
    }
  }

  private func wende(
    _ b: Objektbewertung, _ kennzeichen: String?, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> ErfolgOderMisserfolg {
    guard let kennzeichen else { return .misserfolg("Die Einheit \(b.id) ist hier unbekannt.") }
    let art: Katalogart
    switch b.aussonderungsart.kurz {
    case "A": art = .archivieren
    case "V": art = .vernichten
    case "B": return .erfolg
    default: return .misserfolg("Der Wert »\(b.aussonderungsart.kurz)« ist nicht vereinbart.")
    }
    do {
      try geschehe(
        .einheit(
          ziel: kennzeichen,
          ereignis: .vorabbewerten(
            bewertung: Vorabbewertung(
              nachweis: v.prozess.text, art: art, gueltigkeit: Zeitraum(beginn: wer.heute)))),
        try ereignis("einheit \(kennzeichen)", v), &v, wer)
      return .erfolg
    } catch let fehler as LifecycleFehler {
      // Who may not do it here is nothing that the archive should be told.
      if fehler.grund.code == "nichtBefugt" { throw fehler }
      return .misserfolg(fehler.description)
    }
  }

  /// The units of the plan that was sent, by id.
  private func einheiten(
    _ frage: Nachrichtenvermerk, _ v: Verfahren
  ) throws -> [ObjektID: String] {
    let leser = try verkehr.leser(frage, v)
    while let teil = try leser.naechster() {
      guard case .aktenplan(let plan) = teil else { continue }
      return Dictionary(
        Einheitenliste(plan).eintraege.map { ($0.id, $0.kennzeichen) }
      ) { a, _ in a }
    }
    return [:]
  }
}
