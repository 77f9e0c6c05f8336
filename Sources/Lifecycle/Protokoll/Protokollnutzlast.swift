// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// One changed metadatum (row A18; xdomea `MetadatumName`, `MetadatumAlterWert`,
/// `MetadatumNeuerWert`).
public struct Metadatenaenderung: Hashable, Sendable, Codable {
  /// The metadatum's name.
  public var name: String
  /// The value before; nil if there was none.
  public var alt: String?
  /// The value after; nil if it was removed.
  public var neu: String?

  /// A change.
  public init(_ name: String, alt: String?, neu: String?) {
    self.name = name
    self.alt = alt
    self.neu = neu
  }
}

/// What a Protokoll says in words: who, why and what exactly.
///
/// Personal data live here only. It is stored sealed (``versiegle(fuer:ereignis:mit:_:)``); the chain holds the hash of the
/// sealed bytes (lebenszyklus FAKTEN 2.5).
public struct Protokollnutzlast: Hashable, Sendable, Codable {
  /// Who acted.
  public var akteur: String
  /// In which role, such as `SB` or `REG`.
  public var rolle: String?
  /// The second person of a decision with four eyes.
  public var zweitePerson: String?
  /// Why.
  public var grund: String?
  /// The event itself as JSON.
  public var ereignis: String?
  /// Which metadata were changed.
  public var aenderungen: [Metadatenaenderung]

  /// A payload.
  public init(
    akteur: String, rolle: String? = nil, zweitePerson: String? = nil, grund: String? = nil,
    ereignis: String? = nil, aenderungen: [Metadatenaenderung] = []
  ) {
    self.akteur = akteur
    self.rolle = rolle
    self.zweitePerson = zweitePerson
    self.grund = grund
    self.ereignis = ereignis
    self.aenderungen = aenderungen
  }

  /// Sets ``ereignis`` to the canonical JSON of a value.
  ///
  /// - Throws: ``Protokollfehler/nichtDarstellbar(grund:)``.
  public mutating func setze(ereignis wert: some Encodable) throws(Protokollfehler) {
    ereignis = String(decoding: try KanonischesJSON.bytes(wert), as: UTF8.self)
  }

  /// The payload as canonical JSON: the bytes of ``KanonischesJSON/bytes(_:)``, ten times faster.
  public func kanonisch() -> [UInt8] {
    var aus: [UInt8] = []
    aus.reserveCapacity(160 + (ereignis?.utf8.count ?? 0) * 5 / 4 + aenderungen.count * 96)
    aus += #"{"aenderungen":["#.utf8
    for (i, aenderung) in aenderungen.enumerated() {
      aus += (i > 0 ? ",{" : "{").utf8
      if let alt = aenderung.alt {
        aus += #""alt":"#.utf8
        KanonischesJSON.haenge(alt, an: &aus)
        aus.append(44)
      }
      aus += #""name":"#.utf8
      KanonischesJSON.haenge(aenderung.name, an: &aus)
      if let neu = aenderung.neu {
        aus += #","neu":"#.utf8
        KanonischesJSON.haenge(neu, an: &aus)
      }
      aus.append(125)
    }
    aus += #"],"akteur":"#.utf8
    KanonischesJSON.haenge(akteur, an: &aus)
    Self.haenge(#","ereignis":"#, ereignis, an: &aus)
    Self.haenge(#","grund":"#, grund, an: &aus)
    Self.haenge(#","rolle":"#, rolle, an: &aus)
    Self.haenge(#","zweitePerson":"#, zweitePerson, an: &aus)
    aus.append(125)
    return aus
  }

  private static func haenge(_ name: StaticString, _ wert: String?, an aus: inout [UInt8]) {
    guard let wert else { return }
    name.withUTF8Buffer { aus.append(contentsOf: $0) }
    KanonischesJSON.haenge(wert, an: &aus)
  }

  /// A payload from JSON.
  ///
  /// - Throws: ``Protokollfehler/nutzlastUnlesbar(grund:)``.
  public init(json bytes: [UInt8]) throws(Protokollfehler) {
    do {
      self = try KanonischesJSON.lies(Self.self, bytes)
    } catch {
      throw .nutzlastUnlesbar(grund: "sie ist kein JSON in der erwarteten Form")
    }
  }

  /// What a history tells of a payload; the event, by far its longest part, is left out.
  private struct Auszug: Decodable {
    var akteur: String
    var rolle: String?
    var zweitePerson: String?
    var grund: String?
    var aenderungen: [Metadatenaenderung]?
  }

  /// A payload from its JSON without the event.
  init(auszugAus bytes: [UInt8]) throws(Protokollfehler) {
    do {
      let a = try KanonischesJSON.lies(Auszug.self, bytes)
      self.init(
        akteur: a.akteur, rolle: a.rolle, zweitePerson: a.zweitePerson, grund: a.grund,
        aenderungen: a.aenderungen ?? [])
    } catch {
      throw .nutzlastUnlesbar(grund: "sie ist kein JSON in der erwarteten Form")
    }
  }
}
