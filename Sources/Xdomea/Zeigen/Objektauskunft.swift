// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefung

/// Everything known of one object of a message, without the objects below it.
public struct Objektauskunft: Encodable {
  /// What kind of object it is, such as `akte`.
  public let art: String
  /// The object's UUID.
  public let id: ObjektID?
  /// The UUIDs of the objects it lies in, from the top down.
  public let liegtIn: [ObjektID]
  /// The UUIDs of the objects directly below.
  public let kinder: [ObjektID]

  private let quelle: Inhaltsknoten.Quelle
  private let ueberschrift: String
  private let weg: [String]

  init(_ knoten: Inhaltsknoten, weg: [Inhaltsknoten]) {
    art = knoten.art.rawValue
    id = knoten.id
    liegtIn = weg.compactMap(\.id)
    kinder = knoten.kinder.compactMap(\.id)
    quelle = knoten.quelle.allein
    ueberschrift = knoten.art.anzeige
    self.weg = weg.map { "\($0.art.anzeige) »\(($0.betreff ?? "ohne Betreff").sichtbar)«" }
  }

  /// The metadata alone.
  public func encode(to encoder: any Encoder) throws {
    switch quelle {
    case .akte(let a): try a.encode(to: encoder)
    case .vorgang(let v): try v.encode(to: encoder)
    case .dokument(let d): try d.encode(to: encoder)
    case .schriftstueck(let s): try s.encode(to: encoder)
    case .aktenplan(let p): try p.encode(to: encoder)
    case .einheit(let e): try e.encode(to: encoder)
    case .bewertung(let b): try b.encode(to: encoder)
    case .rueckmeldung(let r): try r.encode(to: encoder)
    }
  }

  /// The metadata as lines for people; only what is there.
  public var zeilen: [String] {
    var liste = Angabenliste()
    switch quelle {
    case .akte(let a): liste.nimm(alles: a)
    case .vorgang(let v): liste.nimm(alles: v)
    case .dokument(let d): liste.nimm(alles: d)
    case .schriftstueck(let s): liste.nimm(alles: s)
    case .aktenplan(let p): liste.nimm(alles: p)
    case .einheit(let e): liste.nimm(alles: e)
    case .bewertung(let b): liste.nimm(alles: b)
    case .rueckmeldung(let r): liste.nimm(alles: r)
    }
    var zeilen = [ueberschrift]
    if !weg.isEmpty { zeilen.append("  Liegt in: " + weg.joined(separator: " › ")) }
    zeilen += liste.zeilen
    if !kinder.isEmpty { zeilen.append("  Darunter:") }
    return zeilen + kinder.map { "    \($0)" }
  }
}

extension Inhaltsknoten.Quelle {
  /// The same object without the objects below it.
  fileprivate var allein: Self {
    switch self {
    case .akte(var a):
      a.dokumente = []
      a.vorgaenge = []
      a.teilakten = []
      return .akte(a)
    case .vorgang(var v):
      v.dokumente = []
      v.teilvorgaenge = []
      return .vorgang(v)
    case .dokument(var d):
      d.anlagen = []
      if case .schriftstuecke = d.inhalt { d.inhalt = .schriftstuecke([]) }
      return .dokument(d)
    case .schriftstueck(var s):
      s.anlagen = []
      return .schriftstueck(s)
    case .bewertung, .rueckmeldung: return self
    case .aktenplan(var p):
      p.einheiten = []
      return .aktenplan(p)
    case .einheit(var e):
      e.einheiten = []
      return .einheit(e)
    }
  }
}
