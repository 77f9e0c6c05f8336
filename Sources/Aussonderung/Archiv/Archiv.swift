// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
public import Xdomea

/// The archive's side of the procedure: takes offers and transfers in, sends decisions, and confirms
/// what it took over, object by object.
///
/// Every answer is made once and kept; a step done twice is done once. Belongs to one thread.
public final class Archiv {
  /// Where the processes are kept.
  public let ordner: Verfahrensordner
  /// Where answers go to; nil leaves them in the folder of the process.
  public let ausgang: Transferordner?
  let verkehr: Nachrichtenverkehr

  /// The archive's side.
  ///
  /// - Parameters:
  ///   - ordner: Where the processes are kept.
  ///   - ausgang: Where answers go to.
  ///   - schemata: The official schemas; without them messages are checked by the rules alone.
  public init(
    ordner: Verfahrensordner, ausgang: Transferordner? = nil, schemata: Schemata? = nil
  ) {
    self.ordner = ordner
    self.ausgang = ausgang
    verkehr = Nachrichtenverkehr(ordner: ordner, ausgang: ausgang, schemata: schemata)
  }

  /// The process.
  ///
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``.
  public func verfahren(_ prozess: ProzessID) throws(AussonderungFehler) -> Verfahren {
    guard let v = try ordner.verfahren(prozess), v.seite == .archiv else {
      throw .unbekannterProzess(prozess, ordner: ordner.ordner)
    }
    return v
  }

  // MARK: Appraisal

  /// Keeps the decisions of a list; the list must be that of the process.
  ///
  /// - Parameters:
  ///   - liste: The objects with their decisions.
  ///   - prozess: The process.
  /// - Throws: ``Bewertungsmangel`` for V above A, ``AussonderungFehler/falscherStand(_:grund:abhilfe:)``
  ///   once the decisions were sent.
  public func bewerte(_ liste: Objektliste, _ prozess: ProzessID) throws {
    let v = try verfahren(prozess)
    guard v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty else {
      throw AussonderungFehler.falscherStand(
        v.prozess, grund: "Die Bewertung ist schon hinausgegangen.",
        abhilfe: "Sprechen Sie Änderungen mit der Behörde ab.")
    }
    try verlangeGueltig(v)
    if let mangel = liste.widersprueche.first { throw mangel }
    try ordner.schreibe(liste, v.prozess)
  }

  /// Notes that the agency took its offer back (P07): xdomea has no message for it, the agency sends a
  /// notice.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - grund: The reason as the notice gives it.
  /// - Returns: The process; nothing of it is appraised any more.
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` once a transfer came in.
  @discardableResult
  public func vermerkeRuecknahme(
    _ prozess: ProzessID, grund: String
  ) throws(AussonderungFehler) -> Verfahren {
    var v = try verfahren(prozess)
    guard !grund.allSatisfy(\.isWhitespace) else {
      throw .falscherStand(
        v.prozess, grund: "Die Begründung fehlt.", abhilfe: "Nennen Sie den Grund der Behörde.")
    }
    guard v.art != .bewertungskatalog else {
      throw .falscherStand(
        v.prozess, grund: "Ein vorgelegter Aktenplan lässt sich nicht zurücknehmen.",
        abhilfe: "Die Behörde legt einen neuen Stand vor.")
    }
    if let bisher = v.beendetWeil {
      guard bisher != grund else { return v }
      throw .falscherStand(
        v.prozess, grund: "Die Rücknahme ist schon vermerkt: \(bisher.alsSatz)", abhilfe: "")
    }
    guard v.nachrichten(.aussonderung, eigene: false).isEmpty else {
      throw .falscherStand(
        v.prozess, grund: "Es liegt schon eine Abgabe (0503) vor.",
        abhilfe: "Klären Sie mit der Behörde, was gelten soll.")
    }
    v.beendetWeil = grund
    try ordner.schreibe(v)
    return v
  }

  private func verlangeGueltig(_ v: Verfahren) throws(AussonderungFehler) {
    guard let grund = v.beendetWeil else { return }
    throw .falscherStand(
      v.prozess, grund: "Die Behörde hat ihr Angebot zurückgenommen: \(grund.alsSatz)",
      abhilfe: "Es ist nichts zu bewerten.")
  }

  /// Sends the decisions (0502), one message for each part of the offer.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Who sends.
  /// - Returns: The process.
  /// - Throws: ``Bewertungsmangel/offen(_:)`` as long as something is undecided,
  ///   ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` while parts of the offer are missing.
  @discardableResult
  public func sendeBewertung(_ prozess: ProzessID, _ wer: Handelnde) throws -> Verfahren {
    var v = try verfahren(prozess)
    let angebote = v.nachrichten(.anbieteverzeichnis, eigene: false)
    guard !angebote.isEmpty else {
      throw AussonderungFehler.falscherStand(
        v.prozess, grund: "Es liegt kein Anbieteverzeichnis vor.", abhilfe: "")
    }
    try verlangeGueltig(v)
    try verlange(Sendung(teile: angebote), v)
    let liste = try ordner.objektliste(v.prozess)
    let offen = liste.unentschieden
    guard offen.isEmpty else { throw Bewertungsmangel.offen(offen) }
    if let mangel = liste.widersprueche.first { throw mangel }
    for angebot in angebote {
      try verkehr.antworte(.bewertungsverzeichnis, auf: angebot, &v, wer) { kopf in
        kopf.empfangsbestaetigung = true
      } teile: { paket in
        for e in liste.eintraege where e.teil == angebot.teil && !e.istKontext {
          guard let entscheidung = e.entscheidung else { continue }
          try paket.schreibe(
            .bewertung(
              Objektbewertung(
                e.id, entscheidung == .archivwuerdig ? .archivieren : .vernichten)))
        }
      }
    }
    try berichteBewertung(v, wer)
    return v
  }

  /// All parts of a sending must be there.
  func verlange(_ sendung: Sendung, _ v: Verfahren) throws {
    let fehlend = sendung.fehlend
    guard fehlend.isEmpty else {
      throw AussonderungFehler.falscherStand(
        v.prozess,
        grund: "Teile der \(sendung.teile.first?.typ.rawValue ?? "Nachricht") fehlen noch: "
          + fehlend.prefix(10).map(String.init).joined(separator: ", ")
          + " von \(sendung.gesamt) (R22).",
        abhilfe: "Warten Sie, bis sie eingegangen sind, oder fragen Sie bei der Behörde nach.")
    }
  }
}
