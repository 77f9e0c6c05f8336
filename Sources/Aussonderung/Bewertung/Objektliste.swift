// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials
internal import Lifecycle
internal import Xdomea

/// The objects of a process in the order of its messages, each before those that lie in it.
///
/// Memory: some 500 bytes per object.
public struct Objektliste: Hashable, Sendable {
  /// The objects.
  public private(set) var eintraege: [Objekteintrag] = []
  private var stellen: [ObjektID: Int] = [:]

  /// Nothing.
  public init() {}

  /// The object; nil if it is not in the list.
  public subscript(id: ObjektID) -> Objekteintrag? { stellen[id].map { eintraege[$0] } }

  /// Puts an object in its place, or at the end.
  public mutating func setze(_ eintrag: Objekteintrag) {
    if let i = stellen[eintrag.id] {
      eintraege[i] = eintrag
    } else {
      stellen[eintrag.id] = eintraege.count
      eintraege.append(eintrag)
    }
  }

  /// Takes in an object of a message; one that only shows the context stands where it came first.
  private mutating func nimm(_ eintrag: Objekteintrag) {
    if eintrag.istKontext, self[eintrag.id] != nil { return }
    setze(eintrag)
  }

  /// The objects above, the nearest first.
  public func vorfahren(_ id: ObjektID) -> [Objekteintrag] {
    var oben: [Objekteintrag] = []
    var weiter = self[id]?.eltern
    while let naechster = weiter, let e = self[naechster], oben.count < 100 {
      oben.append(e)
      weiter = e.eltern
    }
    return oben
  }

  /// The objects directly in each object, in the order of the list.
  public var kinder: [ObjektID: [ObjektID]] {
    var kinder: [ObjektID: [ObjektID]] = [:]
    for e in eintraege { if let oben = e.eltern { kinder[oben, default: []].append(e.id) } }
    return kinder
  }

  /// Takes in an object of a message with all that lies in it.
  ///
  /// - Parameters:
  ///   - objekt: An Akte or Vorgang.
  ///   - teil: The part of the message.
  ///   - eltern: The object it lies in.
  mutating func nimm(_ objekt: Schriftgutobjekt, teil: Int, in eltern: ObjektID? = nil) {
    switch objekt {
    case .akte(let a):
      var e = Objekteintrag(
        a.id, eltern == nil ? .akte : .teilakte, in: eltern,
        istKontext: a.kontextobjekt ?? false, teil: teil)
      e.nimm(a.allgemeineMetadaten, a.aussonderungsmetadaten)
      e.laufzeit = a.laufzeit ?? Zeitraum()
      e.zdADatum = a.zdADatum
      e.nimm(a.dokumente)
      nimm(e)
      for t in a.teilakten { nimm(.akte(t), teil: teil, in: a.id) }
      for v in a.vorgaenge { nimm(.vorgang(v), teil: teil, in: a.id) }
    case .vorgang(let v):
      let inVorgang = eltern.flatMap { self[$0] }.map { !$0.ebene.istAkte } ?? false
      var e = Objekteintrag(
        v.id, inVorgang ? .teilvorgang : .vorgang, in: eltern,
        istKontext: v.kontextobjekt ?? false, teil: teil)
      e.nimm(v.allgemeineMetadaten, v.aussonderungsmetadaten)
      e.laufzeit = v.laufzeit ?? Zeitraum()
      e.zdADatum = v.zdADatum
      e.nimm(v.dokumente)
      nimm(e)
      for t in v.teilvorgaenge { nimm(.vorgang(t), teil: teil, in: v.id) }
    case .dokument: break
    }
  }
}

extension Objekteintrag {
  fileprivate mutating func nimm(_ m: AllgemeineMetadaten?, _ a: Aussonderungsmetadaten?) {
    kennzeichen = m?.kennzeichen?.text
    betreff = m?.betreff
    aufbewahrungsende = a?.aufbewahrungsende
    vorschlag = a?.bewertungsvorschlag?.wert
    vorschlagBegruendung = a?.bewertungsvorschlagBegruendung
  }

  fileprivate mutating func nimm(_ alle: [Dokument]) {
    dokumente = alle.count
    dateien = 0
    for d in alle {
      Nachrichtenteil.schriftgutobjekt(.dokument(d)).jedeDatei { _, _ in dateien += 1 }
    }
  }
}

extension Objektliste {
  /// Calls `body` for the line of JSON of each object of a part.
  func jedeZeile(teil: Int, _ body: ([UInt8]) throws -> Void) throws {
    let kodierer = JSONEncoder()
    kodierer.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for e in eintraege where e.teil == teil {
      var zeile = Array(try kodierer.encode(e))
      zeile.append(10)
      try body(zeile)
    }
  }

  /// Takes in a line.
  mutating func nimm(zeile: ArraySlice<UInt8>) throws {
    nimm(try KanonischesJSON.lies(Objekteintrag.self, Array(zeile)))
  }
}
