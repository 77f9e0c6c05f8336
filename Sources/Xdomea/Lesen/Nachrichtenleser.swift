// SPDX-License-Identifier: Apache-2.0
public import Akte
package import XMLStrom

/// One part of a message, in the order of the message.
public enum Nachrichtenteil: Hashable, Sendable {
  /// A covering letter.
  case anschreiben(Dokument)
  /// An Akte, a Vorgang or, up to 3.1, a loose document.
  case schriftgutobjekt(Schriftgutobjekt)
  /// An Aktenplan; in a 0511 the one to be appraised.
  case aktenplan(Aktenplan)
  /// A decision on an object (0502) or on a unit of an Aktenplan (0513).
  case bewertung(Objektbewertung)
  /// The result of an import: of an object (0506) or of a decision (0514).
  case rueckmeldung(Importrueckmeldung)
}

/// Reads a message of the Aussonderung family in any known version as a stream: one top-level object
/// or entry in memory at a time.
///
/// ```swift
/// let leser = try Nachrichtenleser(datei: "nachricht.xml")
/// print(leser.version, leser.kopf.prozessID)
/// while let teil = try leser.naechster() { … }
/// ```
///
/// The version is told by the namespace of the root element, never by file names. What the model
/// cannot hold is reported in ``maengel``, never dropped in silence. A reader belongs to one thread
/// at a time.
public final class Nachrichtenleser {
  /// The message's version.
  public let version: XdomeaFassung
  /// The message's kind.
  public let typ: Nachrichtentyp
  /// All that stands before the first part.
  public private(set) var kopf: Nachrichtenkopf
  /// What the model could not hold, so far.
  public var maengel: [Lesemangel] { dekoder.maengel }
  /// How many further defects were counted but not kept.
  public var ausgelasseneMaengel: Int { dekoder.ausgelassen }
  /// Where the part returned last names its objects and files; empty unless asked for.
  public private(set) var fundstellen = Fundstellen()
  /// The line the part returned last begins in.
  public private(set) var zeile = 0

  /// The root element as it was written: prefix, attributes, schemaLocation.
  package let wurzel: Wurzel
  /// The line of the first element of the head.
  package let kopfzeile: Int
  /// Violations of the schema so far; empty without a schema.
  package var schemafehler: [Schemafehler] { xml.schemafehler }
  /// True if the message is validated while it is read.
  package let istSchemageprueft: Bool
  package var weitereSchemafehler: Int { xml.weitereSchemafehler }

  private let xml: XMLLeser<Lieferant>
  private var dekoder: Dekoder
  private let mitFundstellen: Bool
  private var gang: Nachrichtengang
  private var wartend: Nachrichtengang.Stueck?

  /// Opens a message and reads up to its first part.
  ///
  /// - Parameters:
  ///   - name: The name used in errors.
  ///   - schemata: If given, the message is validated while it is read.
  ///   - fundstellen: Collect the lines of objects and files for every part.
  ///   - liefere: Fills the buffer with the next bytes of the message; 0 at its end.
  /// - Throws: `XMLFehler` for bytes that are no safe XML, ``XdomeaFehler`` for other messages.
  public convenience init(
    name: String, schemata: Schemata? = nil, fundstellen: Bool = false,
    liefere: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    try self.init(
      name: name, schemata: schemata, grenzen: .init(), fundstellen: fundstellen, liefere: liefere)
  }

  package init(
    name: String, schemata: Schemata?, grenzen: XMLGrenzen, fundstellen mitFundstellen: Bool,
    liefere: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    var optionen = Leseroptionen()
    optionen.grenzen = grenzen
    optionen.rohelemente = Namen.roh
    optionen.stueckelemente = Namen.stueckelemente
    // The version decides the schema, so the first bytes are looked at before the parser starts.
    var quelle = Lieferant(liefere)
    if let schemata {
      optionen.schema = try schemata.schema(anfang: quelle.vorschau(), datei: name)
    }
    istSchemageprueft = optionen.schema != nil
    xml = try XMLLeser(quelle, name: name, tafel: Namen.tafel, optionen: optionen)
    guard let wurzel = try xml.wurzel() else {
      throw XdomeaFehler.keineNachricht(datei: name, gefunden: [])
    }
    guard let version = XdomeaFassung(namensraum: wurzel.namensraum) else {
      throw XdomeaFehler.unbekannteVersion(namensraum: wurzel.namensraum, datei: name)
    }
    guard let typ = Nachrichtentyp(wurzelname: wurzel.localName, in: version) else {
      throw XdomeaFehler.unbekannteNachricht(wurzel: wurzel.localName, datei: name)
    }
    guard let erster = try xml.naechster() else {
      throw XdomeaFehler.keineNachricht(datei: name, gefunden: [wurzel.localName])
    }
    self.version = version
    self.typ = typ
    self.wurzel = wurzel
    self.mitFundstellen = mitFundstellen
    kopfzeile = erster.zeile(0)
    let profil = Profil.von(version)
    gang = Nachrichtengang(plan: profil.wurzelplan(typ), wurzel: wurzel)
    kopf = Nachrichtenkopf(
      prozessID: .leer, absender: Kontakt(), empfaenger: Kontakt(), erstellungszeitpunkt: nil)
    dekoder = Dekoder(profil: profil, baum: erster, mitFundstellen: mitFundstellen)
    dekoder.wurzelattribute(wurzel, &kopf)
    try liesKopf(erster)
  }

  /// The next part; nil at the end of the message.
  ///
  /// - Throws: `XMLFehler` if the rest is no safe XML.
  public func naechster() throws -> Nachrichtenteil? {
    while let stueck = try wartend ?? naechstesStueck() {
      wartend = nil
      dekoder.baum = stueck.baum
      dekoder.objekt = nil
      dekoder.fundstellen = Fundstellen()
      zeile = stueck.baum.zeile(stueck.stelle)
      let teil = dekodiere(stueck.stelle, stueck.schritt)
      if dekoder.istErschoepft {
        throw XMLFehler.grenze(
          "fehlende Pflichtelemente", wert: Dekoder.hoechstzahlFehlende, zeile: zeile)
      }
      if mitFundstellen { fundstellen = dekoder.fundstellen }
      if let teil { return teil }
    }
    return nil
  }

  private func dekodiere(_ i: Int, _ s: Schritt) -> Nachrichtenteil? {
    switch s.feld {
    case .anschreiben: return .anschreiben(dekoder.dokument(i, s.plan))
    case .schriftgutobjekte:
      return dekoder.schriftgutobjekt(i, s.plan).map { .schriftgutobjekt($0) }
    case .aktenplaene: return .aktenplan(dekoder.aktenplan(i, s.plan))
    case .bewertungen: return .bewertung(dekoder.bewertung(i, s.plan))
    case .rueckmeldungen: return .rueckmeldung(dekoder.rueckmeldung(i, s.plan, kopf.ergebnis))
    default:
      // A flag of the head behind the parts: out of order, but not lost.
      dekoder.kopffeld(i, s, &kopf)
      return nil
    }
  }

  private func liesKopf(_ erster: Teilbaum) throws {
    gang.nimm(erster, &dekoder)
    while let stueck = try naechstesStueck() {
      if stueck.schritt.feld.istTeil {
        wartend = stueck
        return
      }
      dekoder.baum = stueck.baum
      dekoder.kopffeld(stueck.stelle, stueck.schritt, &kopf)
    }
  }

  private func naechstesStueck() throws -> Nachrichtengang.Stueck? {
    while true {
      if let stueck = gang.naechstes() { return stueck }
      guard let baum = try xml.naechster() else {
        gang.beende(&dekoder)
        return nil
      }
      gang.nimm(baum, &dekoder)
    }
  }
}

extension Nachrichtenleser {
  /// Opens the message in a file.
  ///
  /// - Throws: as the other initialiser, and `XMLFehler.nichtLesbar` if the file cannot be opened.
  public convenience init(datei pfad: String, schemata: Schemata? = nil) throws {
    let datei = Dateizugriff(try Dateiquelle(pfad: pfad))
    try self.init(name: pfad, schemata: schemata) { try datei.lies($0) }
  }
}

/// Holds an open file for a closure.
final class Dateizugriff {
  private var quelle: Dateiquelle
  init(_ quelle: consuming Dateiquelle) { self.quelle = quelle }
  func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int { try quelle.lies(puffer) }
}

/// Bytes from a closure, with a look ahead at the first of them.
struct Lieferant: Bytequelle {
  private let liefere: (UnsafeMutableRawBufferPointer) throws -> Int
  private var voraus: [UInt8] = []
  private var gelesen = 0

  init(_ liefere: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.liefere = liefere
  }

  /// The first bytes, at most 16 KiB; they are delivered again.
  mutating func vorschau() throws -> [UInt8] {
    var puffer = [UInt8](repeating: 0, count: 16 << 10)
    let hier = liefere
    while voraus.count < puffer.count {
      let n = try puffer.withUnsafeMutableBytes { try hier($0) }
      if n <= 0 { break }
      voraus.append(contentsOf: puffer[..<n])
    }
    return voraus
  }

  mutating func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard gelesen < voraus.count else { return try liefere(puffer) }
    let n = min(puffer.count, voraus.count - gelesen)
    puffer.copyBytes(from: voraus[gelesen..<gelesen + n])
    gelesen += n
    return n
  }
}
