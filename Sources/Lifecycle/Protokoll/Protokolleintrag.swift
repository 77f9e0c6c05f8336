// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What an object was after an event: the digest of its stored row.
public struct Objektstand: Hashable, Sendable {
  /// The object.
  public var id: ObjektID
  /// SHA-256 of the object's stored row after the event; nil if nothing is left or nothing changed.
  public var stand: Pruefsumme?

  /// The state of an object.
  public init(id: ObjektID, stand: Pruefsumme? = nil) {
    self.id = id
    self.stand = stand
  }
}

/// What became of an event: refused events are recorded too (lebenszyklus FAKTEN 2.2).
public enum Protokollausgang: Hashable, Sendable {
  /// The event took place.
  case angenommen
  /// A guard refused the event; `grund` is the code of the error, such as `offenerSchritt`.
  case abgelehnt(grund: String)
}

/// An event before it has its place in the chain.
public struct Protokollentwurf: Hashable, Sendable {
  /// The id of the event.
  public var ereignis: EreignisID
  /// When; any zone, but a zone must be known.
  public var zeitpunkt: Zeitpunkt
  /// Row and name of the transition, such as `A10 zdAVerfuegen`.
  public var art: String
  /// What became of it.
  public var ausgang: Protokollausgang
  /// The objects it concerns.
  public var betroffene: [Objektstand]
  /// SHA-256 of the payload's stored bytes; see ``VersiegelteNutzlast/pruefsumme()``.
  public var nutzlast: Pruefsumme

  /// An event to be recorded.
  public init(
    ereignis: EreignisID, zeitpunkt: Zeitpunkt, art: String,
    ausgang: Protokollausgang = .angenommen, betroffene: [Objektstand], nutzlast: Pruefsumme
  ) {
    self.ereignis = ereignis
    self.zeitpunkt = zeitpunkt
    self.art = art
    self.ausgang = ausgang
    self.betroffene = betroffene
    self.nutzlast = nutzlast
  }
}

/// One entry of the Protokoll: a link of a chain of hashes (lebenszyklus FAKTEN 2.5).
///
/// It holds ids, codes and hashes only. Who acted, reasons, names and texts are in the payload
/// (``Protokollnutzlast``), which can be made unreadable without breaking the chain.
public struct Protokolleintrag: Hashable, Sendable {
  /// Place in the chain: 1, 2, 3 … without a gap.
  public var folge: Int64
  /// Version of the canonical form over which ``hash`` is computed; see ``Protokollform``.
  public var form: UInt8
  /// The id of the event.
  public var ereignis: EreignisID
  /// When: UTC with milliseconds.
  public var zeitpunkt: Zeitpunkt
  /// Row and name of the transition, such as `A10 zdAVerfuegen`; printable ASCII.
  public var art: String
  /// What became of the event.
  public var ausgang: Protokollausgang
  /// The objects it concerns, in the order given.
  public var betroffene: [Objektstand]
  /// SHA-256 of the payload's stored bytes.
  public var nutzlast: Pruefsumme
  /// ``hash`` of the entry before; 32 zero bytes for the first.
  public var vorgaenger: Pruefsumme
  /// SHA-256 of the entry's canonical bytes.
  public var hash: Pruefsumme

  /// An entry from its parts, unchecked; ``Protokollkette`` makes entries that fit.
  public init(
    folge: Int64, form: UInt8, ereignis: EreignisID, zeitpunkt: Zeitpunkt, art: String,
    ausgang: Protokollausgang, betroffene: [Objektstand], nutzlast: Pruefsumme,
    vorgaenger: Pruefsumme, hash: Pruefsumme
  ) {
    self.folge = folge
    self.form = form
    self.ereignis = ereignis
    self.zeitpunkt = zeitpunkt
    self.art = art
    self.ausgang = ausgang
    self.betroffene = betroffene
    self.nutzlast = nutzlast
    self.vorgaenger = vorgaenger
    self.hash = hash
  }
}
