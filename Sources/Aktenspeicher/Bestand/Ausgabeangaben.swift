// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

// What the state of an object knows better than its descriptive metadata, for handing it over.

extension Akte {
  /// Takes over what the state knows better than the descriptive metadata.
  mutating func ergaenze(_ z: Schriftgutzustand) {
    var m = allgemeineMetadaten ?? AllgemeineMetadaten()
    m.ergaenze(z)
    allgemeineMetadaten = m
    zdADatum = z.zdADatum
    zdA = z.zdADatum == nil ? (zdA == true ? nil : zdA) : true
    if z.laufzeit != Zeitraum() { laufzeit = z.laufzeit }
    aussonderungsmetadaten = z.ergaenzt(aussonderungsmetadaten)
  }
}

extension Vorgang {
  /// Takes over what the state knows better than the descriptive metadata.
  mutating func ergaenze(_ z: Schriftgutzustand) {
    var m = allgemeineMetadaten ?? AllgemeineMetadaten()
    m.ergaenze(z)
    allgemeineMetadaten = m
    zdADatum = z.zdADatum
    zdA = z.zdADatum == nil ? (zdA == true ? nil : zdA) : true
    if z.laufzeit != Zeitraum() { laufzeit = z.laufzeit }
    aussonderungsmetadaten = z.ergaenzt(aussonderungsmetadaten)
  }
}

extension Dokument {
  /// Takes away the names of files of a mere description: the store never had them, and a transfer
  /// must not name them.
  ///
  /// - Returns: How many there were.
  mutating func streicheDateien() throws -> Int {
    var namen = 0
    var objekt = Schriftgutobjekt.dokument(self)
    try objekt.jedeEigeneDatei { _, _ in namen += 1 }
    guard namen > 0 else { return 0 }
    inhalt = .versionen([])
    angaben.anlagen = []
    angaben.geschaeftsgaenge = []
    return namen
  }
}

extension AllgemeineMetadaten {
  fileprivate mutating func ergaenze(_ z: Schriftgutzustand) {
    kennzeichen = z.kennzeichen
    if let f = z.federfuehrung { federfuehrung = f }
    guard aktenplaneinheit?.kennzeichen != z.einheit, !z.einheit.isEmpty else { return }
    if aktenplaneinheit?.kennzeichen == nil {
      // What the metadata say about the unit stays.
      var verweis = aktenplaneinheit ?? Aktenplanverweis()
      verweis.kennzeichen = z.einheit
      aktenplaneinheit = verweis
    } else {
      aktenplaneinheit = Aktenplanverweis(kennzeichen: z.einheit)
    }
  }
}

extension Schriftgutzustand {
  /// Retention and appraisal as xdomea tells them.
  func ergaenzt(_ alt: Aussonderungsmetadaten?) -> Aussonderungsmetadaten? {
    var m = alt ?? Aussonderungsmetadaten()
    if let f = frist {
      switch f.regel.dauer {
      // A rule that is only an earliest end has no duration to tell.
      case .jahre(0) where alt?.aufbewahrungsdauer == nil && f.regel.mindestBis != nil: break
      case .jahre(let n): m.aufbewahrungsdauer = UInt16(exactly: n).map { .jahre($0) }
      case .unbefristet: m.aufbewahrungsdauer = .unbefristet
      case .monate: break  // xdomea counts whole years only
      }
      if m.aufbewahrungsende?.spaetesterTag != f.ende {
        m.aufbewahrungsende = f.ende.map { .tag($0) }
      }
      if m.aussonderungsart == nil { m.aussonderungsart = f.regel.aussonderungsart.xdomea }
    }
    m.transferfristende = transferfristende ?? m.transferfristende
    if let vorschlag = bewertungsvorschlag, vorschlag != .bewerten,
      m.bewertungsvorschlag?.wert != vorschlag.rawValue
    {
      m.bewertungsvorschlag = Code(
        vorschlag.rawValue, listURI: "urn:xoev-de:xdomea:codeliste:bewertungsvorschlag",
        listVersion: "1.0")
    }
    switch aussonderung?.bewertung {
    case .archivwuerdig?: m.aussonderungsart = .archivieren
    case .nichtArchivwuerdig?: m.aussonderungsart = .vernichten
    case .nochZuBewerten?, .fristablauf?, nil: break
    }
    if let k = aussonderung?.archivkennung { m.kennung = k }
    return m == Aussonderungsmetadaten() ? nil : m
  }
}

extension Katalogart {
  /// The entry of the list `aussonderungsart`.
  var xdomea: Aussonderungsart {
    switch self {
    case .archivieren: .archivieren
    case .bewerten: .bewerten
    case .vernichten: .vernichten
    }
  }
}
