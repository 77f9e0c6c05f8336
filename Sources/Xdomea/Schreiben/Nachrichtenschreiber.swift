// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import XMLStrom

/// Writes a message of the Aussonderung family as a stream: head, then its parts one by one.
///
/// ```swift
/// var schreiber = try Nachrichtenschreiber(.v400, .aussonderung, kopf) { bytes in … }
/// try schreiber.schriftgutobjekt(.akte(akte))
/// let bericht = try schreiber.beende()
/// ```
///
/// | message | parts |
/// |---|---|
/// | 0501, 0503 | Anschreiben, at least one Schriftgutobjekt, Aktenpläne |
/// | 0502, 0513 | at least one Bewertung |
/// | 0506, 0514 | Rückmeldungen; in 3.x at least one |
/// | 0511 | one Aktenplan, whose units have a UUID |
/// | 0504, 0505, 0507, 0512, 0515 | none |
///
/// What the version cannot express is told in the Verlustbericht. The result is valid against the
/// schema if the report names no missing mandatory value and the values themselves are valid: codes
/// are entries of their lists, file names begin with a UUID.
public struct Nachrichtenschreiber: ~Copyable {
  private var kodierer: Kodierer
  private let typ: Nachrichtentyp
  /// What the message may have as parts, in order, and how many were written.
  private let teile: [Schritt]
  private var anzahlen: [Int]
  private var stand = 0

  /// Writes everything up to the first part.
  ///
  /// - Parameters:
  ///   - version: The version to write.
  ///   - typ: The kind of message.
  ///   - kopf: The head; message type, fixed values and missing defaults are set by the writer.
  ///   - quelle: The version the values were read from, if they come from a message; codes that left
  ///     out their list then keep its meaning.
  ///   - senke: Takes the bytes in blocks.
  /// - Throws: ``XdomeaFehler/fehltInVersion(_:version:)`` if the version has no such message,
  ///   ``XdomeaFehler/pflichtangabe(_:version:)`` if it demands a head value that has no default
  ///   (nachrichtenUUID, Erstellungszeitpunkt, in answers UUIDUrsprungsnachricht and
  ///   ErfolgOderMisserfolg), or what `senke` throws.
  public init(
    _ version: XdomeaFassung, _ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf,
    quelle: XdomeaFassung? = nil,
    senke: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let profil = Profil.von(version)
    self.typ = typ
    teile = profil.teilschritte(profil.wurzelplan(typ))
    anzahlen = teile.map { _ in 0 }
    kodierer = Kodierer(profil, XMLSchreiber(Ausgabe(nimm: senke)))
    kodierer.quelle = quelle.map(Profil.von)
    guard let typplan = profil.typen[typ] else {
      throw XdomeaFehler.fehltInVersion(typ, version: version)
    }
    let vollstaendig = try Self.ergaenzt(kopf, typ, profil)
    kodierer.gesamterfolg = vollstaendig.ergebnis?.erfolgreich
    try kodierer.beginne(typplan.langname + "." + typ.rawValue, vollstaendig, typplan.plan)
  }

  /// Writes a covering letter; only before the first object.
  public mutating func anschreiben(_ d: Dokument) throws {
    try kodierer.teil(weiter(.anschreiben)) { try $0.dokument($1, d) }
  }

  /// Writes an Akte, a Vorgang or, up to 3.1, a loose document.
  ///
  /// - Throws: ``XdomeaFehler/nichtDarstellbar(was:objekt:version:)`` for a loose document from 4.0.
  public mutating func schriftgutobjekt(_ objekt: Schriftgutobjekt) throws {
    let schritt = try weiter(.schriftgutobjekte)
    if case .dokument(let d) = objekt,
      !kodierer.profil.felder(.schriftgutobjekt).contains(.dokument)
    {
      throw XdomeaFehler.nichtDarstellbar(
        was: "Das einzelne Dokument", objekt: d.id, version: kodierer.profil.version)
    }
    try kodierer.teil(schritt) { k, s in
      try k.block(s, objekt) { try $0.schriftgutobjekt($1, $2) }
    }
  }

  /// Writes an Aktenplan; up to 3.1 only one.
  public mutating func aktenplan(_ a: Aktenplan) throws {
    let schritt = try weiter(.aktenplaene)
    let erster = anzahlen[stand] == 1
    try kodierer.teil(schritt) { k, s in
      if !erster, s.haeufigkeit.istEinfach {
        k.melde(.nurErster, "Aktenplan", a.bezeichnung)
      } else {
        try k.block(s, a) { try $0.aktenplan($1, $2) }
      }
    }
  }

  /// Writes a decision (0502, 0513).
  ///
  /// - Throws: ``XdomeaFehler/nichtDarstellbar(was:objekt:version:)`` for a value agreed with the
  ///   archive in 2.x, which has the codes of the list only.
  public mutating func bewertung(_ b: Objektbewertung) throws {
    try kodierer.teil(weiter(.bewertungen)) { try $0.bewertung($1, b) }
  }

  /// Writes the result of an import (0506, 0514).
  ///
  /// - Throws: ``XdomeaFehler/nichtDarstellbar(was:objekt:version:)`` for a failure in a 2.x message
  ///   that tells of success, since that success holds for all its objects.
  public mutating func rueckmeldung(_ r: Importrueckmeldung) throws {
    try kodierer.teil(weiter(.rueckmeldungen)) { try $0.rueckmeldung($1, r) }
  }

  /// Writes one part as it was read.
  public mutating func schreibe(_ teil: Nachrichtenteil) throws {
    switch teil {
    case .anschreiben(let d): try anschreiben(d)
    case .schriftgutobjekt(let o): try schriftgutobjekt(o)
    case .aktenplan(let a): try aktenplan(a)
    case .bewertung(let b): try bewertung(b)
    case .rueckmeldung(let r): try rueckmeldung(r)
    }
  }

  /// Ends the message and says what was lost.
  ///
  /// - Throws: ``XdomeaFehler/reihenfolge(_:)`` if a part is missing that the message must have.
  public consuming func beende() throws -> Verlustbericht {
    for (s, anzahl) in zip(teile, anzahlen) where anzahl == 0 && s.haeufigkeit.istPflicht {
      throw XdomeaFehler.reihenfolge(
        "Eine Nachricht \(typ.rawValue) braucht mindestens \(Self.einzahl(s.feld)).")
    }
    return try kodierer.beende()
  }

  /// The step of the next part; parts come in the order of the schema.
  private mutating func weiter(_ feld: Feld) throws -> Schritt {
    guard let stelle = teile.firstIndex(where: { $0.feld == feld }) else {
      throw XdomeaFehler.reihenfolge(
        "Eine Nachricht \(typ.rawValue) enthält keine \(Self.mehrzahl(feld)).")
    }
    guard stelle >= stand else {
      throw XdomeaFehler.reihenfolge(
        "\(Self.mehrzahl(feld)) stehen in der Nachricht weiter vorn, vor: "
          + "\(Self.mehrzahl(teile[stand].feld)).")
    }
    stand = stelle
    anzahlen[stelle] += 1
    return teile[stelle]
  }

  private static func einzahl(_ feld: Feld) -> String {
    switch feld {
    case .anschreiben: "ein Anschreiben"
    case .aktenplaene: "einen Aktenplan"
    case .bewertungen: "eine Bewertung"
    case .rueckmeldungen: "eine Rückmeldung"
    default: "ein Schriftgutobjekt"
    }
  }

  private static func mehrzahl(_ feld: Feld) -> String {
    switch feld {
    case .anschreiben: "Anschreiben"
    case .aktenplaene: "Aktenpläne"
    case .bewertungen: "Bewertungen"
    case .rueckmeldungen: "Rückmeldungen"
    default: "Schriftgutobjekte"
    }
  }

  /// The head with the values that have a default.
  private static func ergaenzt(
    _ kopf: Nachrichtenkopf, _ typ: Nachrichtentyp, _ profil: Profil
  ) throws -> Nachrichtenkopf {
    var k = kopf
    let felder = profil.felder(profil.wurzelplan(typ))
    if felder.contains(.nachrichtenID), k.nachrichtenID == nil {
      throw XdomeaFehler.pflichtangabe("nachrichtenUUID", version: profil.version)
    }
    if k.erstellungszeitpunkt == nil {
      throw XdomeaFehler.pflichtangabe("Erstellungszeitpunkt", version: profil.version)
    }
    if felder.contains(.ursprungsnachricht), k.ursprungsnachricht == nil {
      throw XdomeaFehler.pflichtangabe("UUIDUrsprungsnachricht", version: profil.version)
    }
    if felder.contains(.erfolgreich), k.ergebnis == nil {
      throw XdomeaFehler.pflichtangabe("ErfolgOderMisserfolg", version: profil.version)
    }
    // The code is the message's own; list and version as the source had them, if it had any.
    let name = profil.typen[typ]?.codename ?? typ.langname
    var code = Code(typ.rawValue, name: name)
    if let alt = k.nachrichtentyp {
      code = alt
      code.wert = typ.rawValue
      // The entry's name in the list of another version, or that of another entry.
      if alt.name != nil, alt.wert != code.wert || istListenname(alt.name, typ) { code.name = name }
    } else {
      code.listURI = Codebindung.xdomeaListe("nachrichtentyp")
      code.listVersion = ""
    }
    k.nachrichtentyp = code
    k.importbestaetigung = "1"
    k.empfangsbestaetigung = k.empfangsbestaetigung ?? false
    k.rueckmeldungArchivkennung = k.rueckmeldungArchivkennung ?? false
    if felder.contains(.lfdNr) {
      k.lfdNr = k.lfdNr ?? 1
      k.gesamtanzahl = k.gesamtanzahl ?? 1
    }
    return k
  }
}

/// True if some version's list calls the message so.
private func istListenname(_ name: String?, _ typ: Nachrichtentyp) -> Bool {
  XdomeaFassung.allCases.contains { Profil.von($0).typen[typ]?.codename == name }
}

extension Kodierer {
  /// Writes declaration, root element and head.
  mutating func beginne(_ wurzelname: String, _ kopf: Nachrichtenkopf, _ plan: Plan) throws {
    try aus.deklaration()
    try aus.oeffne(XMLName(Profil.praefix + ":" + wurzelname))
    let ns = profil.version.namensraum
    try aus.attribut(XMLName("xmlns:" + Profil.praefix), ns)
    try aus.attribut(XMLName("xmlns:xsi"), "http://www.w3.org/2001/XMLSchema-instance")
    try aus.attribut(XMLName("xsi:schemaLocation"), ns + " " + profil.version.schemadatei)
    var system: [(Feld, String?)] = [
      (.produktname, kopf.system.produktname), (.hersteller, kopf.system.hersteller),
      (.produktversion, kopf.system.produktversion), (.test, kopf.test),
    ]
    for a in profil.wurzelattribute {
      if let fest = a.fest { try aus.attribut(XMLName(a.name), fest) }
      guard let feld = a.feld, let i = system.firstIndex(where: { $0.0 == feld }) else { continue }
      if let wert = system.remove(at: i).1 {
        try aus.attribut(XMLName(a.name), wert)
      } else if a.pflicht {
        try aus.attribut(XMLName(a.name), "unbekannt")
        melde(.ergaenzt, a.name, "unbekannt", zusatz: "Die Quelle nennt nichts.")
      }
    }
    try alle(plan, kopf) { try $0.kopffeld($1, $2) }
    if profil.wurzelattribute.isEmpty {
      if let h = kopf.system.hersteller { melde(.nichtUebertragbar, "produkthersteller", h) }
      if let t = kopf.test { melde(.nichtUebertragbar, "test", t) }
    }
  }

  /// Writes one part below the root element, or below the wrapper that is open there.
  mutating func teil(
    _ s: Schritt, _ body: (inout Kodierer, Schritt) throws -> Void
  ) throws {
    do {
      try body(&self, s)
    } catch XMLFehler.unzulaessigesZeichen(let zeichen) {
      let zahl = String(zeichen, radix: 16, uppercase: true)
      let ort =
        objektImFehler.map { "Objekt \($0.id)" + ($0.betreff.map { " („\($0)“)" } ?? "") }
        ?? "Die Nachricht"
      throw XdomeaFehler.eingabe(
        "\(ort) enthält das Zeichen U+\(String(repeating: "0", count: max(0, 4 - zahl.count)))"
          + "\(zahl), das XML nicht kennt. Entfernen Sie es aus Namen und Metadaten.")
    }
  }

  /// Closes the root element and a wrapper around the parts.
  consuming func beende() throws -> Verlustbericht {
    while aus.tiefe > 0 { try aus.schliesse() }
    _ = try aus.beende()
    return verluste
  }

  private mutating func kopffeld(_ s: Schritt, _ k: Nachrichtenkopf) throws {
    switch s.feld {
    case .nachrichtenID: try kennung(s, k.nachrichtenID)
    case .nachrichtentyp:
      var code = k.nachrichtentyp
      let bindung = profil.bindungen[Int(s.index)]
      if code?.listURI != nil { code?.listURI = bindung?.uri }
      if code?.listVersion != nil { code?.listVersion = bindung?.version }
      try self.code(s, code)
    case .erstellungszeitpunkt: try zeitpunkt(s, k.erstellungszeitpunkt)
    case .empfaenger: try block(s, k.empfaenger) { try $0.kontakt($1, $2) }
    case .absender: try block(s, k.absender) { try $0.kontakt($1, $2) }
    case .prozessID: try kennung(s, k.prozessID)
    case .instanzID: try text(s, k.system.instanzID)
    case .produktname: if profil.wurzelattribute.isEmpty { try text(s, k.system.produktname) }
    case .produktversion: if profil.wurzelattribute.isEmpty { try text(s, k.system.produktversion) }
    case .hinweis: try text(s, k.hinweis)
    case .erweiterungen: try bloecke(s, k.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, k.erweiterungXML)
    default: try steuerfeld(s, k)
    }
  }

  /// The import as a whole; where there is no place for it, success is what no failure means.
  private mutating func gesamtergebnis(_ s: Schritt, _ w: ErfolgOderMisserfolg) throws {
    if wirdSondiert, s.feld == .erfolgreich, w.erfolgreich, quelleHatObjektergebnis { return }
    try ergebnisfeld(s, w)
  }

  /// Flags and counters; one part of one is what older versions mean anyway.
  private mutating func steuerfeld(_ s: Schritt, _ k: Nachrichtenkopf) throws {
    let geteilt = k.gesamtanzahl ?? 1 > 1
    switch s.feld {
    case .empfangsbestaetigung:
      if !wirdSondiert || k.empfangsbestaetigung == true {
        try wahrheit(s, k.empfangsbestaetigung)
      }
    case .importbestaetigung: if !wirdSondiert { try text(s, k.importbestaetigung) }
    case .rueckmeldungArchivkennung:
      if !wirdSondiert { try wahrheit(s, k.rueckmeldungArchivkennung) }
    case .ursprungsnachricht: try kennung(s, k.ursprungsnachricht)
    case .weitereLeser: try bloecke(s, k.weitereLeser) { try $0.kontakt($1, $2) }
    case .erfolgreich, .fehlermeldungen, .fehlermeldungCodes:
      if let ergebnis = k.ergebnis { try gesamtergebnis(s, ergebnis) }
    case .lfdNr: if !wirdSondiert || geteilt { try ganzzahl(s, k.lfdNr) }
    case .gesamtanzahl: if !wirdSondiert || geteilt { try ganzzahl(s, k.gesamtanzahl) }
    default: break
    }
  }
}
