// SPDX-License-Identifier: Apache-2.0
public import Akte
package import XMLStrom

/// One part of a message, in the order of the message.
public enum Nachrichtenteil: Hashable, Sendable {
  /// A covering letter.
  case anschreiben(Dokument)
  /// An Akte, a Vorgang or, up to 3.1, a loose document.
  case schriftgutobjekt(Schriftgutobjekt)
  /// An Aktenplan.
  case aktenplan(Aktenplan)
}

/// Reads a 0501 or 0503 of any known version as a stream: one top-level object in memory at a time.
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
  private let plan: Plan
  private var wartend: (Teilbaum, Schritt)?
  private let mitFundstellen: Bool
  /// The steps of the root's plan that were seen, one bit each.
  private var gesehen: UInt64 = 0

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
    guard let typ = Nachrichtentyp(wurzelname: wurzel.localName) else {
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
    plan = profil.wurzelplan(typ)
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
    while true {
      guard let (baum, schritt) = try wartend ?? naechstesStueck() else {
        pruefePflicht()
        return nil
      }
      wartend = nil
      dekoder.baum = baum
      dekoder.objekt = nil
      dekoder.fundstellen = Fundstellen()
      zeile = baum.zeile(0)
      let teil = dekodiere(schritt)
      if dekoder.istErschoepft {
        throw XMLFehler.grenze(
          "fehlende Pflichtelemente", wert: Dekoder.hoechstzahlFehlende, zeile: zeile)
      }
      if mitFundstellen { fundstellen = dekoder.fundstellen }
      if let teil { return teil }
    }
  }

  private func dekodiere(_ s: Schritt) -> Nachrichtenteil? {
    switch s.feld {
    case .anschreiben: return .anschreiben(dekoder.dokument(0, s.plan))
    case .schriftgutobjekte:
      return dekoder.schriftgutobjekt(0, s.plan).map { .schriftgutobjekt($0) }
    case .aktenplaene: return .aktenplan(dekoder.aktenplan(0, s.plan))
    default:
      // A flag of the head behind the parts: out of order, but not lost.
      dekoder.kopffeld(0, s, &kopf)
      return nil
    }
  }

  private func liesKopf(_ erster: Teilbaum) throws {
    var stueck = schritt(erster).map { (erster, $0) }
    if stueck == nil { dekoder.melde(.unbekanntesElement, 0) }
    while let (baum, schritt) = try stueck ?? naechstesStueck() {
      stueck = nil
      switch schritt.feld {
      case .anschreiben, .schriftgutobjekte, .aktenplaene:
        wartend = (baum, schritt)
        return
      default:
        dekoder.baum = baum
        if schritt.art == .huelle {
          dekoder.kopf(0, schritt.plan, &kopf)
        } else {
          dekoder.kopffeld(0, schritt, &kopf)
        }
      }
    }
  }

  private func schritt(_ baum: Teilbaum) -> Schritt? {
    guard let s = dekoder.profil.schritt(plan, baum.name(0)),
      baum.namensraum(0) == (s.qualifiziert ? dekoder.namensraum : 0)
    else { return nil }
    gesehen |= 1 << UInt64(s.stelle)
    return s
  }

  /// Reports, once, what is missing below the root element.
  private func pruefePflicht() {
    for s in dekoder.profil.schritte(plan)
    where s.haeufigkeit.istPflicht && gesehen & (1 << UInt64(s.stelle)) == 0 {
      dekoder.meldeFehlend(dekoder.profil.name(s, in: plan), in: wurzel)
    }
    gesehen = .max
  }

  private func naechstesStueck() throws -> (Teilbaum, Schritt)? {
    while let baum = try xml.naechster() {
      if let s = schritt(baum) { return (baum, s) }
      dekoder.baum = baum
      dekoder.melde(.unbekanntesElement, 0)
    }
    return nil
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
