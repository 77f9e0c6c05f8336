// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle

extension Speicher {
  /// An Akte or Vorgang with everything in it as xdomea tells it: periods, history and Geschäftsgang
  /// included. For handing over; one top-level object is in memory at a time.
  ///
  /// - Parameters:
  ///   - id: The object.
  ///   - historie: Whether the history goes along.
  /// - Throws: ``SpeicherFehler``.
  public func schriftgutobjekt(_ id: ObjektID, historie: Bool = true) throws -> Schriftgutobjekt? {
    try lies { l in
      guard let zeile = try l.objekt(id) else { return nil }
      return try Ausgabelauf(l: l, mitHistorie: historie).objekt(zeile)
    }
  }

  /// Opens a file of the store; its digest is proved while it is read.
  ///
  /// - Returns: A function that fills a buffer from its beginning and returns the number of bytes, 0
  ///   at the end. The bytes are good only if the call that reports the end does not throw
  ///   ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)``. Belongs to one thread.
  /// - Throws: ``SpeicherFehler/dateiFehlt(_:pfad:)``.
  public func oeffne(
    _ hash: Dateihash
  ) throws(SpeicherFehler) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    try Dateileser(hash, ablage).lies
  }
}

/// Puts the rows of a tree together.
private struct Ausgabelauf {
  let l: Lesezugriff
  let mitHistorie: Bool

  func objekt(_ zeile: Objektzeile) throws -> Schriftgutobjekt {
    var angaben = try zeile.angaben(l.pfad)
    switch angaben {
    case .akte(var a):
      a.ergaenze(try zeile.schriftgut(l.pfad))
      if mitHistorie { a.historie += try historie(zeile.id) }
      try jedesKind(zeile) { kind in
        switch kind {
        case .akte(let teil): a.teilakten.append(teil)
        case .vorgang(let v): a.vorgaenge.append(v)
        case .dokument(let d): a.dokumente.append(d)
        }
      }
      angaben = .akte(a)
    case .vorgang(var v):
      v.ergaenze(try zeile.schriftgut(l.pfad))
      if mitHistorie { v.historie += try historie(zeile.id) }
      try jedesKind(zeile) { kind in
        switch kind {
        case .akte: break
        case .vorgang(let teil): v.teilvorgaenge.append(teil)
        case .dokument(let d): v.dokumente.append(d)
        }
      }
      angaben = .vorgang(v)
    case .dokument(var d):
      let z = try zeile.dokument(l.pfad)
      if let gang = z.geschaeftsgang { d.geschaeftsgaenge.append(gang) }
      if mitHistorie { d.historie += try historie(zeile.id) }
      angaben = .dokument(d)
    }
    return angaben
  }

  private func jedesKind(
    _ zeile: Objektzeile, _ body: (Schriftgutobjekt) -> Void
  ) throws {
    var kinder: [Objektzeile] = []
    try l.kinder(zeile.nr) { kind in
      // A tombstone is no content.
      if kind.lage != Lage.vernichtet.nummer, kind.lage != Dokumentlage.vernichtet.nummer,
        kind.lage != Lage.storniert.nummer
      {
        kinder.append(kind)
      }
      return true
    }
    for kind in kinder { body(try objekt(kind)) }
  }

  private func historie(_ id: ObjektID) throws -> [HistorienProtokollInformation] {
    var alle: [HistorienProtokollInformation] = []
    try l.protokoll(ueber: id) { zeile in
      let bild = try l.bild(zeile)
      if bild.eintrag.ausgang == .angenommen { alle += bild.eintrag.historie(bild.nutzlast) }
      return true
    }
    return alle
  }
}

extension Akte {
  /// Takes over what the state knows better than the descriptive metadata.
  mutating func ergaenze(_ z: Schriftgutzustand) {
    var m = allgemeineMetadaten ?? AllgemeineMetadaten()
    m.ergaenze(z)
    allgemeineMetadaten = m
    zdADatum = z.zdADatum
    zdA = z.zdADatum.map { _ in true }
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
    zdA = z.zdADatum.map { _ in true }
    if z.laufzeit != Zeitraum() { laufzeit = z.laufzeit }
    aussonderungsmetadaten = z.ergaenzt(aussonderungsmetadaten)
  }
}

extension AllgemeineMetadaten {
  fileprivate mutating func ergaenze(_ z: Schriftgutzustand) {
    kennzeichen = z.kennzeichen
    if let f = z.federfuehrung { federfuehrung = f }
    if aktenplaneinheit?.kennzeichen != z.einheit, !z.einheit.isEmpty {
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
      case .jahre(let n): m.aufbewahrungsdauer = UInt16(exactly: n).map { .jahre($0) }
      case .unbefristet: m.aufbewahrungsdauer = .unbefristet
      case .monate: break  // xdomea counts whole years only
      }
      m.aufbewahrungsende = f.ende.map { .tag($0) }
      if m.aussonderungsart == nil { m.aussonderungsart = f.regel.aussonderungsart.xdomea }
    }
    m.transferfristende = transferfristende
    if let vorschlag = bewertungsvorschlag, vorschlag != .bewerten {
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
