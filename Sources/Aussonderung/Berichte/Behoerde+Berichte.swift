// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// What was offered, as a report, read from the messages 0501 that were written.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Whom the report names; nil leaves person and time out.
  /// - Returns: The report; it reads the messages when it is written.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``.
  public func anbieteverzeichnisbericht(
    _ prozess: ProzessID, _ wer: Handelnde? = nil
  ) throws(AussonderungFehler) -> Anbieteverzeichnisbericht {
    let v = try verfahren(prozess)
    return Anbieteverzeichnisbericht(
      Berichtskopf(v, [.anbieteverzeichnis], wer),
      objekte: Berichtszeilen(container: angebotene(v)))
  }

  /// What the archive decided, as a report, read from the messages 0502 that came in; they say who
  /// decided and when.
  ///
  /// A decision that does not count yet in the store, for example for a hold, says so in its note.
  ///
  /// - Parameter prozess: The process.
  /// - Returns: The report; it reads the messages and the store when it is written.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``, or an error of a container.
  public func bewertungsbericht(_ prozess: ProzessID) throws -> Bewertungsbericht {
    let v = try verfahren(prozess)
    var kopf = Berichtskopf(v, [.anbieteverzeichnis, .bewertungsverzeichnis], nil)
    let entscheidungen = try entscheidungen(v, &kopf)
    let ablehnungen = Dictionary(v.ablehnungen.map { ($0.objekt, $0.text) }) { $1 }
    let bestand = self.bestand
    let zeilen = Berichtszeilen(container: angebotene(v)) { eintrag in
      var e = eintrag
      e.entscheidung = entscheidungen[e.id]
      guard !e.istKontext, let stand = try bestand.schriftgut(e.id)?.aussonderung,
        v.pakete.contains(stand.paket)
      else { return e }
      if stand.bewertung == .fristablauf {
        e.notiz = "Die Frist für die Bewertung ist ohne Entscheidung des Archivs abgelaufen."
      } else if stand.bewertung == nil, e.entscheidung != nil {
        e.notiz =
          "Diese Entscheidung gilt noch nicht. "
          + (ablehnungen[e.id] ?? "Der Stand des Verfahrens nennt den Grund.")
      }
      return e
    }
    return Bewertungsbericht(kopf, objekte: zeilen)
  }

  /// What was destroyed in a process so far, as a report: one for the whole process, however many runs
  /// it took and whether they were interrupted.
  ///
  /// - Parameter prozess: The process.
  /// - Returns: The report; it reads the proofs from the store when it is written.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``.
  public func vernichtungsnachweis(
    _ prozess: ProzessID
  ) throws(AussonderungFehler) -> Vernichtungsnachweis {
    let v = try verfahren(prozess)
    let bestand = self.bestand
    return Vernichtungsnachweis(
      behoerde: v.vereinbarung.behoerde.anzeige, archiv: v.vereinbarung.archiv.anzeige,
      Berichtszeilen { body in try bestand.vernichtungsprotokolle(v.prozess, body) })
  }

  private func angebotene(_ v: Verfahren) -> [(pfad: String, teil: Int)] {
    v.nachrichten(.anbieteverzeichnis, eigene: true).map { (ordner.datei($0, in: v), $0.teil) }
  }

  /// The archive's decisions, the latest for each object; the head is told who made them and when.
  private func entscheidungen(
    _ v: Verfahren, _ kopf: inout Berichtskopf
  ) throws -> [ObjektID: Archiventscheidung] {
    var alle: [ObjektID: Archiventscheidung] = [:]
    for vermerk in v.nachrichten(.bewertungsverzeichnis, eigene: false)
    where vermerk.stand != .abgelehnt {
      let leser = try verkehr.leser(vermerk, v)
      kopf.durch = leser.kopf.absender.anzeige
      kopf.zeitpunkt = leser.kopf.erstellungszeitpunkt ?? vermerk.zeitpunkt
      while let teil = try leser.naechster() {
        guard case .bewertung(let b) = teil else { continue }
        if let e = Archiventscheidung(rawValue: b.aussonderungsart.kurz) { alle[b.id] = e }
      }
    }
    return alle
  }

  // MARK: Kept with the process

  func berichteAngebot(_ v: Verfahren, _ wer: Handelnde) throws {
    try anbieteverzeichnisbericht(v.prozess, wer).schreibe(in: ordner.berichte(v.prozess))
  }

  /// Writes the appraisal down once every part of the offer has its answer: a report after each of many
  /// parts would be many reports.
  func berichteBewertung(_ vermerk: Nachrichtenvermerk, _ v: Verfahren) throws {
    guard vermerk.typ == .bewertungsverzeichnis,
      v.istBestaetigt(.anbieteverzeichnis, mit: vermerk)
    else { return }
    try bewertungsbericht(v.prozess).schreibe(in: ordner.berichte(v.prozess))
  }

  /// Writes down what was destroyed; nothing if the report says it already.
  func berichteVernichtung(_ v: inout Verfahren) throws {
    var zahl = 0
    try bestand.vernichtungsprotokolle(v.prozess) { _ in zahl += 1 }
    guard zahl != v.berichteteVernichtungen ?? 0 else { return }
    try vernichtungsnachweis(v.prozess).schreibe(in: ordner.berichte(v.prozess))
    v.berichteteVernichtungen = zahl
    try ordner.schreibe(v)
  }
}
