// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import XMLStrom

/// Writes a 0501 or 0503 as a stream: head, covering letters, objects, Aktenpläne.
///
/// ```swift
/// var schreiber = try Nachrichtenschreiber(.v400, .aussonderung, kopf) { bytes in … }
/// try schreiber.schriftgutobjekt(.akte(akte))
/// let bericht = try schreiber.beende()
/// ```
///
/// What the version cannot express is told in the Verlustbericht. The result is valid against the
/// schema if the report names no missing mandatory value and the values themselves are valid: codes
/// are entries of their lists, file names begin with a UUID.
public struct Nachrichtenschreiber: ~Copyable {
  private var kodierer: Kodierer
  private let plan: Plan
  private var stand = Stand.anschreiben
  private var objekte = 0

  private enum Stand: Int { case anschreiben, schriftgutobjekte, aktenplaene }

  /// Writes everything up to the first part.
  ///
  /// - Parameters:
  ///   - version: The version to write.
  ///   - typ: The kind of message.
  ///   - kopf: The head; message type, fixed values and missing defaults are set by the writer.
  ///   - quelle: The version the values were read from, if they come from a message; codes that left
  ///     out their list then keep its meaning.
  ///   - senke: Takes the bytes in blocks.
  /// - Throws: ``XdomeaFehler/pflichtangabe(_:version:)`` if the version demands a head value that
  ///   has no default (nachrichtenUUID and Erstellungszeitpunkt), or what `senke` throws.
  public init(
    _ version: XdomeaFassung, _ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf,
    quelle: XdomeaFassung? = nil,
    senke: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let profil = Profil.von(version)
    plan = profil.wurzelplan(typ)
    kodierer = Kodierer(profil, XMLSchreiber(Ausgabe(nimm: senke)))
    kodierer.quelle = quelle.map(Profil.von)
    let vollstaendig = try Self.ergaenzt(kopf, typ, profil)
    try kodierer.beginne(typ, vollstaendig, plan)
  }

  /// Writes a covering letter; only before the first object.
  public mutating func anschreiben(_ d: Dokument) throws {
    try weiter(.anschreiben, "Anschreiben stehen vor den Schriftgutobjekten.")
    try kodierer.teil(plan, .anschreiben) { try $0.dokument($1, d) }
  }

  /// Writes an Akte, a Vorgang or, up to 3.1, a loose document.
  ///
  /// - Throws: ``XdomeaFehler/nichtDarstellbar(was:objekt:version:)`` for a loose document from 4.0.
  public mutating func schriftgutobjekt(_ objekt: Schriftgutobjekt) throws {
    try weiter(.schriftgutobjekte, "Schriftgutobjekte stehen vor den Aktenplänen.")
    if case .dokument(let d) = objekt,
      !kodierer.profil.felder(.schriftgutobjekt).contains(.dokument)
    {
      throw XdomeaFehler.nichtDarstellbar(
        was: "Das einzelne Dokument", objekt: d.id, version: kodierer.profil.version)
    }
    objekte += 1
    try kodierer.teil(plan, .schriftgutobjekte) { k, s in
      try k.block(s, objekt) { try $0.schriftgutobjekt($1, $2) }
    }
  }

  /// Writes an Aktenplan; up to 3.1 only one.
  public mutating func aktenplan(_ a: Aktenplan) throws {
    let erster = stand != .aktenplaene
    try weiter(.aktenplaene, "")
    try kodierer.teil(plan, .aktenplaene) { k, s in
      if !erster, s.haeufigkeit.istEinfach {
        k.melde(.nurErster, "Aktenplan", a.bezeichnung)
      } else {
        try k.block(s, a) { try $0.aktenplan($1, $2) }
      }
    }
  }

  /// Writes one part as it was read.
  public mutating func schreibe(_ teil: Nachrichtenteil) throws {
    switch teil {
    case .anschreiben(let d): try anschreiben(d)
    case .schriftgutobjekt(let o): try schriftgutobjekt(o)
    case .aktenplan(let a): try aktenplan(a)
    }
  }

  /// Ends the message and says what was lost.
  ///
  /// - Throws: ``XdomeaFehler/reihenfolge(_:)`` if no object was written.
  public consuming func beende() throws -> Verlustbericht {
    guard objekte > 0 else {
      throw XdomeaFehler.reihenfolge("Eine Nachricht braucht mindestens ein Schriftgutobjekt.")
    }
    return try kodierer.beende()
  }

  private mutating func weiter(_ neu: Stand, _ meldung: String) throws {
    guard neu.rawValue >= stand.rawValue else { throw XdomeaFehler.reihenfolge(meldung) }
    stand = neu
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
    // The code is the message's own; list and version as the source had them, if it had any.
    var code = Code(typ.rawValue, name: typ.langname)
    if let alt = k.nachrichtentyp {
      code = alt
      code.wert = typ.rawValue
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

extension Kodierer {
  /// Writes declaration, root element and head.
  mutating func beginne(_ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf, _ plan: Plan) throws {
    try aus.deklaration()
    try aus.oeffne(XMLName(Profil.praefix + ":" + typ.wurzelname))
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

  /// Writes one part below the root element.
  mutating func teil(
    _ plan: Plan, _ feld: Feld, _ body: (inout Kodierer, Schritt) throws -> Void
  ) throws {
    for s in profil.schritte(plan) where s.feld == feld {
      do {
        try body(&self, s)
      } catch XMLFehler.unzulaessigesZeichen(let zeichen) {
        let zahl = String(zeichen, radix: 16, uppercase: true)
        let ort =
          objektImFehler.map { "Objekt \($0.id) („\($0.betreff ?? "")“)" } ?? "Die Nachricht"
        throw XdomeaFehler.eingabe(
          "\(ort) enthält das Zeichen U+\(String(repeating: "0", count: max(0, 4 - zahl.count)))"
            + "\(zahl), das XML nicht kennt. Entfernen Sie es aus Namen und Metadaten.")
      }
    }
  }

  /// Closes the root element.
  consuming func beende() throws -> Verlustbericht {
    try aus.schliesse()
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
    case .lfdNr: if !wirdSondiert || geteilt { try ganzzahl(s, k.lfdNr) }
    case .gesamtanzahl: if !wirdSondiert || geteilt { try ganzzahl(s, k.gesamtanzahl) }
    default: break
    }
  }
}
