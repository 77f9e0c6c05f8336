// SPDX-License-Identifier: Apache-2.0
internal import XMLStrom

/// An attribute of the root element (from 4.0).
struct Attributplan: Sendable {
  let name: String
  /// The field it carries; nil for a fixed attribute.
  let feld: Feld?
  let fest: String?
  let pflicht: Bool

  init(_ name: String, _ feld: Feld, pflicht: Bool) {
    self.name = name
    self.feld = feld
    fest = nil
    self.pflicht = pflicht
  }

  init(_ name: String, fest: String) {
    self.name = name
    feld = nil
    self.fest = fest
    pflicht = true
  }
}

/// A kind of message in one version: its name and the plan of its root element.
struct Typplan: Sendable {
  /// Group and name as in the root element.
  let langname: String
  let plan: Plan
  /// The entry's name in the version's list of kinds.
  let codename: String

  init(_ langname: String, _ plan: Plan, codename: String? = nil) {
    self.langname = langname
    self.plan = plan
    self.codename = codename ?? langname
  }
}

/// One element of a plan in the compact form that reader and writer walk.
struct Schritt: Sendable {
  enum Art: UInt8, Sendable { case wert, code, block, huelle, roh }
  let feld: Feld
  let art: Art
  let wertart: Wertart
  let haeufigkeit: Haeufigkeit
  let qualifiziert: Bool
  /// The plan of the children; `.keiner` for values and codes.
  let plan: Plan
  /// Position in its plan, for the bit mask of elements seen.
  let stelle: UInt8
  /// Index of name and code binding in the profile.
  let index: Int32
}

/// A version of the standard as data: which elements a block has, in which order, how often, and
/// which code lists bind them.
///
/// Adding a version means adding a profile. Reader and writer hold no `if` about versions.
final class Profil: Sendable {
  let version: XdomeaFassung
  let wurzelattribute: [Attributplan]
  /// The messages that the version has.
  let typen: [Nachrichtentyp: Typplan]
  /// Where the version differs beyond its elements.
  let eigenheiten: Eigenheiten
  let plaene: [Plan: Bauplan]

  /// All steps, plan after plan.
  private let schritte: [Schritt]
  /// Where each plan's steps are in ``schritte``.
  private let bereich: [Range<Int>]
  /// For each plan a row of step positions + 1 by name code; 0 = the plan has no such element.
  private let zeilen: [UInt8]
  private let breite: Int
  /// The names as they are written, with prefix where they have one.
  let namen: Namenslager
  /// The names without prefix, for reports.
  let elementnamen: [String]
  let bindungen: [Codebindung?]
  /// How the version binds a field, wherever it occurs.
  let codebindungen: [Feld: Codebindung]

  /// The prefix that the standard demands (FAKTEN 5.5).
  static let praefix = "xdomea"

  init(
    _ version: XdomeaFassung, attribute: [Attributplan], typen: [Nachrichtentyp: Typplan],
    plaene: [Plan: Bauplan], eigenheiten: Eigenheiten = .init()
  ) {
    self.version = version
    self.eigenheiten = eigenheiten
    self.typen = typen
    wurzelattribute = attribute
    self.plaene = plaene
    let tafel = Namen.tafel
    let breite = Namen.alle.count + 1
    var schritte: [Schritt] = []
    var bereich: [Range<Int>] = []
    var zeilen = [UInt8](repeating: 0, count: Plan.allCases.count * breite)
    var namen: [String] = []
    var elementnamen: [String] = []
    var bindungen: [Codebindung?] = []
    var codebindungen: [Feld: Codebindung] = [:]
    for plan in Plan.allCases {
      let anfang = schritte.count
      for (i, e) in (plaene[plan] ?? []).enumerated() {
        var art = Schritt.Art.wert
        var wertart = Wertart.text
        var kind = Plan.keiner
        var bindung: Codebindung?
        switch e.inhalt {
        case .wert(let w): wertart = w
        case .code(let b):
          art = .code
          bindung = b
          // The kind of a path element has a list of its own, which only 4.0 knows.
          if plan != .pfadelement { codebindungen[e.feld] = b }
        case .block(let p):
          art = .block
          kind = p
        case .huelle(let p):
          art = .huelle
          kind = p
        case .roh: art = .roh
        }
        zeilen[Int(plan.rawValue) * breite + Int(tafel.code(e.name))] = UInt8(i + 1)
        schritte.append(
          Schritt(
            feld: e.feld, art: art, wertart: wertart, haeufigkeit: e.haeufigkeit,
            qualifiziert: e.qualifiziert, plan: kind, stelle: UInt8(i), index: Int32(namen.count)))
        namen.append(e.qualifiziert ? Self.praefix + ":" + e.name : e.name)
        elementnamen.append(e.name)
        bindungen.append(bindung)
      }
      bereich.append(anfang..<schritte.count)
    }
    self.schritte = schritte
    self.bereich = bereich
    self.zeilen = zeilen
    self.breite = breite
    self.namen = Namenslager(namen)
    self.elementnamen = elementnamen
    self.bindungen = bindungen
    self.codebindungen = codebindungen
  }

  /// The steps of a plan in order.
  @inline(__always)
  func schritte(_ plan: Plan) -> ArraySlice<Schritt> { schritte[bereich[Int(plan.rawValue)]] }

  /// The step for an element's name code; nil if the plan has no such element.
  @inline(__always)
  func schritt(_ plan: Plan, _ name: UInt16) -> Schritt? {
    let i = zeilen[Int(plan.rawValue) * breite + Int(name)]
    return name == 0 || i == 0 ? nil : schritte[bereich[Int(plan.rawValue)].lowerBound + Int(i) - 1]
  }

  /// The element name of a step without prefix, as the message writes it.
  func name(_ s: Schritt, in plan: Plan) -> String { plaene[plan]?[Int(s.stelle)].name ?? "" }

  /// The plan of a message's root element; `.keiner` if the version has no such message.
  func wurzelplan(_ typ: Nachrichtentyp) -> Plan { typen[typ]?.plan ?? .keiner }

  /// The steps of the parts of a message in order, those inside of a wrapper included.
  func teilschritte(_ plan: Plan) -> [Schritt] {
    schritte(plan).flatMap { s in
      s.art == .huelle ? teilschritte(s.plan) : s.feld.istTeil ? [s] : []
    }
  }

  /// The version has a result for each object in a 0506 (from 3.0), not only for the message.
  var hatObjektergebnis: Bool { felder(.rueckmeldung).contains(.erfolgreich) }

  /// True for a wrapper around parts.
  func umhuelltTeile(_ plan: Plan) -> Bool { schritte(plan).contains { $0.feld.istTeil } }

  /// All fields of a block, those inside of its wrappers included.
  func felder(_ plan: Plan) -> Set<Feld> {
    var menge: Set<Feld> = []
    for s in schritte(plan) {
      if s.art == .huelle { menge.formUnion(felder(s.plan)) } else { menge.insert(s.feld) }
    }
    return menge
  }

  /// The profile of a version.
  static func von(_ version: XdomeaFassung) -> Profil {
    switch version {
    case .v230: p230
    case .v240: p240
    case .v300: p300
    case .v310: p310
    case .v400: p400
    }
  }

  static let p230 = Profil(
    .v230, attribute: [], typen: Plaene2.typen,
    plaene: Plaene2.alle(
      laenderliste: .frei("DIN EN ISO 3166-1", vorgabe: "1.0"), empfangsbestaetigung: .wahrheit),
    eigenheiten: .zwei)
  static let p240 = Profil(
    .v240, attribute: [], typen: Plaene2.typen,
    plaene: Plaene2.alle(
      laenderliste: .frei("urn:xoev-de:kosit:codeliste:country-codes", vorgabe: "7"),
      empfangsbestaetigung: .wahrheitSonst0),
    eigenheiten: .zwei)
  static let p300 = Profil(.v300, attribute: [], typen: Plaene3.typen, plaene: Plaene3.nur30)
  static let p310 = Profil(.v310, attribute: [], typen: Plaene3.typen, plaene: Plaene3.alle)
  static let p400 = Profil(
    .v400, attribute: Plaene4.wurzelattribute, typen: Plaene4.typen, plaene: Plaene4.alle,
    eigenheiten: .vier)
}

/// The element names of all versions, as one table for the XML reader.
enum Namen {
  static let alle: [String] = {
    var menge: Set<String> = ["code", "name"]
    let listen: [[Plan: Bauplan]] = [
      Plaene2.alle(laenderliste: .beliebig, empfangsbestaetigung: .wahrheit), Plaene3.alle,
      Plaene4.alle,
    ]
    for plaene in listen {
      for plan in plaene.values { for e in plan { menge.insert(e.name) } }
    }
    return menge.sorted()
  }()

  /// Codes of names, and of the versions' namespaces in the order of ``XdomeaFassung``.
  static let tafel = Namenstafel(
    namen: alle, namensraeume: XdomeaFassung.allCases.map(\.namensraum))

  /// Elements whose content is kept as XML text.
  static let roh: Set<UInt16> = [
    tafel.code("AnwendungsspezifischeErweiterungXML"), tafel.code("Signaturdaten"),
  ]

  /// Elements below the root that hold any number of parts and are read in pieces.
  static let stueckelemente: Set<UInt16> = Set(
    XdomeaFassung.allCases.map(Profil.von).flatMap { p in
      Plan.nachrichten.flatMap { p.schritte($0) }
        .filter { $0.art == .huelle && p.umhuelltTeile($0.plan) }
        .map { tafel.code(p.elementnamen[Int($0.index)]) }
    })

  static let code = tafel.code("code")
  static let name = tafel.code("name")
}
