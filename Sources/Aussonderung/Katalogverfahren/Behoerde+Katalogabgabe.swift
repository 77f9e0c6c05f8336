// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Hands over without an offer what the archive's Bewertungskatalog calls worth archiving (P15).
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - auswahl: What is handed over.
  ///   - vereinbarung: What was agreed with the archive.
  ///   - zusage: What somebody vouches for.
  ///   - wer: Who hands over.
  /// - Returns: The process.
  /// - Throws: `LifecycleFehler` if nothing may be handed over, ``AussonderungFehler``.
  @discardableResult
  public func gibNachKatalogAb(
    _ prozess: ProzessID, _ auswahl: Auswahl, _ vereinbarung: Vereinbarung, _ zusage: Abgabezusage,
    _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try beginneNeu(prozess, .zweistufig, vereinbarung, wer)
    try teileAuf(try ausgewaehlt(auswahl, wer), &v)
    try beginne(.abgebenNachKatalog(pruefung: zusage), &v, wer)
    return v
  }

  func abgebenNachKatalog(
    _ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    var auswahl = Abgabeauswahl()
    let einheiten = try vorabArchivwuerdige(am: wer.heute)
    for (i, id) in v.pakete.enumerated() {
      auswahl[i + 1] = try nachKatalog(
        try ordner.auswahl(paket: i + 1, v.prozess), id, einheiten, &v, wer)
    }
    _ = try siebe(&auswahl, zusage, &v, wer)
    guard !auswahl.istLeer else {
      let text = v.ablehnungen.last?.text ?? "Es ist nichts abzugeben."
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(text)
    }
    let prozess = v.prozess
    try sende(auswahl, &v, wer) { teile, pruefungen in
      .abgebenNachKatalog(prozess: prozess, nachrichten: teile, pruefungen: pruefungen)
    }
  }

  /// What goes along of the objects chosen for a batch, with all that lies in them.
  private func nachKatalog(
    _ objekte: [ObjektID], _ paket: PaketID, _ einheiten: Set<String>, _ v: inout Verfahren,
    _ wer: Handelnde
  ) throws -> Set<ObjektID> {
    var alle: Set<ObjektID> = []
    for objekt in objekte {
      let z = try bestand.schriftgut(objekt)
      guard let z, z.aussonderung == nil || z.aussonderung?.paket == paket else { continue }
      // What the catalogue does not cover is left out before anything is written.
      guard einheiten.contains(z.einheit) else {
        vermerkeAblehnung(objekt, .katalogFehlt, "P15", &v, wer)
        continue
      }
      alle.formUnion(try mitInhalt(objekt))
    }
    return alle
  }

  /// An object with all that lies in it and is still there.
  func mitInhalt(_ objekt: ObjektID) throws -> Set<ObjektID> {
    try bestand.lesend {
      var alle: Set<ObjektID> = []
      var stapel = [objekt]
      while let n = stapel.popLast() {
        if try bestand.schriftgut(n)?.lage.istEnde == false { alle.insert(n) }
        stapel += try bestand.kinder(n)
      }
      return alle
    }
  }

  /// The units whose files the archive called worth archiving in advance.
  func vorabArchivwuerdige(am tag: Kalendertag) throws -> Set<String> {
    Set(
      try bestand.einheiten().filter {
        $0.vorabbewertung?.art == .archivieren && $0.vorabbewertung?.gilt(am: tag) == true
      }.map(\.kennzeichen))
  }
}
