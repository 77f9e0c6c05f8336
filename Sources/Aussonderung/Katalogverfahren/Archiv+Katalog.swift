// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Xdomea

extension Archiv {
  /// Takes an Aktenplan in that is to be appraised (0511).
  func nimmAktenplan(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    var v =
      try ordner.verfahren(eingang.kopf.prozessID)
      ?? Verfahren(
        eingang.kopf.prozessID, .archiv, .bewertungskatalog,
        Vereinbarung(aus: eingang), am: wer.heute)
    var vermerk: Nachrichtenvermerk
    if let alt = try eingang.fruehere(in: v) {
      guard alt.stand == .eingegangen else {
        // Its receipt may not have gone out when it came first.
        try verkehr.bestaetige(alt, &v, wer)
        return .wiederholt(v.prozess, alt.id)
      }
      vermerk = alt
    } else {
      guard v.nachrichten.isEmpty else {
        throw Eingangsmangel(
          text: "Für den Prozess \(v.prozess) liegt bereits eine andere Nachricht vor (R20).")
      }
      vermerk = try verkehr.lege(eingang, antwortAuf: nil, &v, wer.zeitpunkt)
    }
    let leser = try verkehr.leser(vermerk, v)
    while let teil = try leser.naechster() {
      if case .aktenplan(let plan) = teil {
        try ordner.schreibe(Einheitenliste(plan), v.prozess)
      }
    }
    vermerk.stand = .verarbeitet
    v.merke(vermerk)
    try ordner.schreibe(v)
    try verkehr.bestaetige(vermerk, &v, wer)
    return .verarbeitet(v.prozess, vermerk.id)
  }

  /// Keeps the decisions about an Aktenplan; the list must be that of the process.
  ///
  /// - Parameters:
  ///   - liste: The units with their decisions.
  ///   - prozess: The process.
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` if no Aktenplan came, another one
  ///   did, or the decisions were sent.
  public func bewerte(_ liste: Einheitenliste, _ prozess: ProzessID) throws {
    let v = try verfahren(prozess)
    guard v.nachrichten(.bewertungskatalog, eigene: true).isEmpty else {
      throw AussonderungFehler.falscherStand(
        v.prozess, grund: "Der Bewertungskatalog ist schon hinausgegangen.",
        abhilfe: "Sprechen Sie Änderungen mit der Behörde ab; sie legt den Aktenplan neu vor.")
    }
    guard try ordner.einheitenliste(v.prozess).eintraege.map(\.id) == liste.eintraege.map(\.id),
      !liste.eintraege.isEmpty
    else {
      throw AussonderungFehler.falscherStand(
        v.prozess, grund: "Die Liste gehört nicht zum vorgelegten Aktenplan.",
        abhilfe: "Geben Sie die Liste dieses Prozesses neu aus.")
    }
    try ordner.schreibe(liste, v.prozess)
  }

  /// Sends the Bewertungskatalog (0513): A or V for what is decided, B for the rest.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Who sends.
  /// - Returns: The process.
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` without an Aktenplan.
  @discardableResult
  public func sendeBewertungskatalog(
    _ prozess: ProzessID, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try verfahren(prozess)
    guard let frage = v.nachrichten(.aktenplanZurBewertung, eigene: false).first else {
      throw AussonderungFehler.falscherStand(
        v.prozess, grund: "Es liegt kein Aktenplan zur Bewertung vor.", abhilfe: "")
    }
    let liste = try ordner.einheitenliste(v.prozess)
    try verkehr.antworte(.bewertungskatalog, auf: frage, &v, wer) { kopf in
      kopf.empfangsbestaetigung = true
    } teile: { paket in
      for e in liste.eintraege {
        let art: Aussonderungsart =
          switch e.entscheidung {
          case .archivwuerdig?: .archivieren
          case .nichtArchivwuerdig?: .vernichten
          case nil: .bewerten
          }
        try paket.bewertung(Objektbewertung(e.id, art))
      }
    }
    return v
  }
}
