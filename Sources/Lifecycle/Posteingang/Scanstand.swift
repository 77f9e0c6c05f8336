// SPDX-License-Identifier: Apache-2.0
public import Akte

/// How far the scan of one document has come: a small machine over its events
/// (lebenszyklus FAKTEN 4, rows A10 and A20).
///
/// A scan after a scan is a new version; earlier ones stay as they are. The paper may be
/// destroyed only after quality check, note on the transfer and hash, not before its day, and by
/// two persons. Events that do not concern the scan change nothing.
public struct Scanstand: Hashable, Sendable, Codable {
  /// The document.
  public let dokument: ObjektID
  /// What the agency demands.
  public let regeln: Scanregeln
  /// The versions, oldest first; the last one counts.
  public private(set) var fassungen: [Scanfassung] = []
  /// What shall become of the paper; nil while it is undecided.
  public private(set) var verbleib: OriginalVerbleibFestgelegt?
  /// The day on which the paper was destroyed.
  public private(set) var vernichtetAm: Kalendertag?

  /// A document that was not scanned.
  public init(dokument: ObjektID, regeln: Scanregeln = .init()) {
    self.dokument = dokument
    self.regeln = regeln
  }

  /// The version that counts.
  public var fassung: Scanfassung? { fassungen.last }

  /// True if there is a scan whose latest version has not passed its check: such a document must
  /// not reach zdA (guard of row A10).
  public var offeneQualitaetssicherung: Bool {
    fassung.map { $0.qualitaet != .bestanden } ?? false
  }

  /// The state after an event.
  ///
  /// - Throws: ``Lauffehler`` if the event is wrong in itself or not possible now.
  public func nach(_ meldung: Laufmeldung) throws(Lauffehler) -> Scanstand {
    var neu = self
    try neu.wende(an: meldung)
    return neu
  }

  /// Applies an event; without effect if it throws.
  ///
  /// - Throws: ``Lauffehler`` if the event is wrong in itself or not possible now.
  public mutating func wende(an meldung: Laufmeldung) throws(Lauffehler) {
    guard meldung.objekt == dokument else {
      throw .falschesDokument(erwartet: dokument, gefunden: meldung.objekt)
    }
    try meldung.pruefe()
    switch meldung.ereignis {
    case .scanJobBegonnen(let auftrag): try beginne(auftrag)
    case .seiteGescannt(let seite): try aendere { (f) throws(Lauffehler) in try f.nimm(seite) }
    case .scanQualitaetGeprueft(let pruefung):
      let regeln = regeln
      try aendere { (f) throws(Lauffehler) in try f.nimm(pruefung, regeln) }
    case .transfervermerkErstellt(let vermerk):
      try aendere { (f) throws(Lauffehler) in try f.nimm(vermerk) }
    case .scanproduktVersiegelt(let siegel):
      try aendere { (f) throws(Lauffehler) in try f.nimm(siegel) }
    case .originalVerbleibFestgelegt(let neu):
      guard vernichtetAm == nil else { throw .originalVernichtet }
      verbleib = neu
    case .originalVernichtet(let vernichtung): try vernichte(vernichtung, meldung.zeitpunkt)
    case .posteingangErfasst, .eingangsstempelGesetzt, .signaturGeprueft, .dokumentRegistriert,
      .zugewiesen, .umgeleitet, .verfuegungErteilt, .schrittErledigt, .schlussgezeichnet,
      .postausgangErstellt, .zugestellt, .versandFehlgeschlagen:
      break
    }
  }

  private mutating func beginne(_ auftrag: ScanJobBegonnen) throws(Lauffehler) {
    guard vernichtetAm == nil else { throw .originalVernichtet }
    fassungen.append(Scanfassung(nummer: fassungen.count + 1, auftrag: auftrag))
  }

  private mutating func aendere(
    _ body: (inout Scanfassung) throws(Lauffehler) -> Void
  ) throws(Lauffehler) {
    guard var letzte = fassungen.popLast() else { throw .keinScan }
    defer { fassungen.append(letzte) }
    var neu = letzte
    try body(&neu)
    letzte = neu
  }

  private mutating func vernichte(_ vernichtung: OriginalVernichtet, _ zeitpunkt: Zeitpunkt)
    throws(Lauffehler)
  {
    guard vernichtetAm == nil else { throw .originalVernichtet }
    guard let fassung else { throw .keinScan }
    guard fassung.qualitaet == .bestanden else { throw .qualitaetOffen }
    guard let vermerk = fassung.vermerk else { throw .transfervermerkFehlt }
    guard !regeln.siegelNoetig || vermerk.siegel != nil || fassung.siegel?.istGesiegelt == true
    else { throw .siegelFehlt }
    guard let verbleib, verbleib.verbleib == .vernichten, let fruehestens = verbleib.fruehestens
    else { throw .vernichtungNichtFestgelegt }
    guard vernichtung.datum >= fruehestens else { throw .zuFrueh(fruehestens: fruehestens) }
    // Else a day to come would pass for one that has been waited for.
    guard vernichtung.datum <= zeitpunkt.tag else {
      throw Laufpruefung("originalVernichtet").falsch("datum", "der Tag liegt in der Zukunft")
    }
    vernichtetAm = vernichtung.datum
  }
}

extension ScanproduktVersiegelt {
  /// True if there is a seal or a time stamp, not only a hash.
  fileprivate var istGesiegelt: Bool { siegel != nil || zeitstempel != nil }
}

/// One version of a document's scan.
public struct Scanfassung: Hashable, Sendable, Codable {
  /// What the quality check has shown.
  public enum Qualitaet: String, Hashable, Sendable, Codable, CaseIterable {
    /// Not checked yet.
    case offen
    /// Passed.
    case bestanden
    /// Failed; it must be scanned again.
    case gescheitert
  }

  /// Its number, from 1.
  public let nummer: Int
  /// How it was made.
  public let auftrag: ScanJobBegonnen
  /// The digests of the pages, in order.
  public private(set) var seiten: [Inhaltshash] = []
  /// What the quality check has shown.
  public private(set) var qualitaet = Qualitaet.offen
  /// The note on the transfer.
  public private(set) var vermerk: TransfervermerkErstellt?
  /// Hash and seal of the product.
  public private(set) var siegel: ScanproduktVersiegelt?

  init(nummer: Int, auftrag: ScanJobBegonnen) {
    self.nummer = nummer
    self.auftrag = auftrag
  }

  fileprivate mutating func nimm(_ seite: SeiteGescannt) throws(Lauffehler) {
    guard qualitaet == .offen else { throw .fassungAbgeschlossen(nummer: nummer) }
    guard seite.seite == seiten.count + 1 else {
      throw .seitenzaehler(erwartet: seiten.count + 1, gefunden: seite.seite)
    }
    seiten.append(seite.bild)
  }

  fileprivate mutating func nimm(
    _ pruefung: ScanQualitaetGeprueft, _ regeln: Scanregeln
  ) throws(Lauffehler) {
    guard qualitaet == .offen else { throw .fassungAbgeschlossen(nummer: nummer) }
    guard !seiten.isEmpty else { throw .keinScan }
    if regeln.prueferUngleichBediener,
      Laufpruefung.name(pruefung.pruefer) == Laufpruefung.name(auftrag.bediener)
    {
      throw .prueferIstBediener
    }
    if let fremd = pruefung.seiten.first(where: { $0.seite > seiten.count }) {
      throw .seiteUnbekannt(fremd.seite)
    }
    // One bad page fails the scan, however many were looked at.
    let mindestens = max(
      pruefung.umfang.mindestzahl(von: seiten.count),
      Pruefumfang.stichprobe(prozent: regeln.mindestpruefungInProzent).mindestzahl(
        von: seiten.count))
    guard !pruefung.bestanden || pruefung.seiten.count >= mindestens else {
      throw .zuWenigGeprueft(geprueft: pruefung.seiten.count, mindestens: mindestens)
    }
    qualitaet = pruefung.bestanden ? .bestanden : .gescheitert
  }

  fileprivate mutating func nimm(_ neu: TransfervermerkErstellt) throws(Lauffehler) {
    guard qualitaet == .bestanden else { throw .qualitaetOffen }
    guard vermerk == nil else { throw .fassungAbgeschlossen(nummer: nummer) }
    vermerk = neu
  }

  fileprivate mutating func nimm(_ neu: ScanproduktVersiegelt) throws(Lauffehler) {
    guard let vermerk else { throw .transfervermerkFehlt }
    guard neu.hash == vermerk.ausgabe else { throw .hashAbweichung }
    guard siegel == nil else { throw .fassungAbgeschlossen(nummer: nummer) }
    siegel = neu
  }
}
