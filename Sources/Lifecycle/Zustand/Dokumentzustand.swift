// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Where a Dokument stands; from zdA of its Vorgang on it follows that (lebenszyklus FAKTEN 2.1).
public enum Dokumentlage: String, Hashable, Sendable, Codable, CaseIterable {
  /// A draft.
  case entwurf
  /// A Geschäftsgang runs.
  case inZeichnung
  /// Signed finally; the version is frozen.
  case schlussgezeichnet
  /// Sent.
  case versandt
  /// Came in and was registered.
  case registriert
  /// Destroyed together with its Vorgang or Akte.
  case vernichtet

  /// The number a store keeps; never changed, never used again.
  public var nummer: Int {
    switch self {
    case .entwurf: 20
    case .inZeichnung: 21
    case .schlussgezeichnet: 22
    case .versandt: 23
    case .registriert: 24
    case .vernichtet: 28
    }
  }

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .entwurf: "Entwurf"
    case .inZeichnung: "in Zeichnung"
    case .schlussgezeichnet: "schlussgezeichnet"
    case .versandt: "versandt"
    case .registriert: "registriert"
    case .vernichtet: "vernichtet"
    }
  }
}

/// Everything the machine must know about one Dokument.
public struct Dokumentzustand: Hashable, Sendable, Codable {
  /// The object.
  public let id: ObjektID
  /// The Akte, Teilakte, Vorgang or Teilvorgang it lies in.
  public internal(set) var eltern: ObjektID
  /// Where it stands.
  public internal(set) var lage: Dokumentlage
  /// The date the document bears.
  public internal(set) var dokumentdatum: Kalendertag?
  /// Its versions, oldest first; versions are appended, never replaced (A04).
  public internal(set) var fassungen: [Fassung]
  /// Digests of its files beyond its versions: Anlagen, Schriftstücke, signatures, in the order in
  /// which its metadata name them.
  public internal(set) var weitereDateien: [Pruefsumme]?
  /// The steps of its Geschäftsgang, those that became void included.
  public internal(set) var schritte: [Laufschritt] = []
  /// Who is editing it at the moment.
  public internal(set) var ausgechecktVon: String?
  /// What is known about its scanning.
  public internal(set) var scan: Scanstand?
  /// Number of entries about how it came in and went out (section 4).
  public internal(set) var laufereignisse = 0

  init(id: ObjektID, eltern: ObjektID, lage: Dokumentlage, fassung: Fassung) {
    self.id = id
    self.eltern = eltern
    self.lage = lage
    fassungen = [fassung]
  }

  /// True if a step is still open.
  public var hatOffeneSchritte: Bool { schritte.contains { $0.status == .offen } }

  /// True if a scan waits for its quality check.
  public var hatOffeneQualitaetssicherung: Bool { scan?.offeneQualitaetssicherung ?? false }
}

/// One version of a Dokument.
public struct Fassung: Hashable, Sendable, Codable {
  /// Its number, from 1.
  public internal(set) var nummer: Int
  /// Digest of the primary file.
  public var hash: Pruefsumme
  /// Size in bytes.
  public var groesse: Int64
  /// Further formats of the same version, such as PDF/A (A20).
  public internal(set) var repraesentate: [Pruefsumme] = []
  /// True once it was signed finally.
  public internal(set) var eingefroren = false

  /// A version; its number is given when it is filed.
  ///
  /// Further formats count only for a document that comes in with an earlier life; else they come
  /// with an event of their own (A20).
  public init(hash: Pruefsumme, groesse: Int64, repraesentate: [Pruefsumme] = []) {
    nummer = 1
    self.repraesentate = repraesentate
    self.hash = hash
    self.groesse = groesse
  }
}
