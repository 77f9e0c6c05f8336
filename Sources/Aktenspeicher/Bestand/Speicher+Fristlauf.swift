// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle

/// What a day brought.
public struct Fristlauf: Hashable, Sendable, Codable {
  /// Objects whose Transferfrist ended (A15).
  public var inAufbewahrung = 0
  /// Objects whose latest day for the offer has passed (A34).
  public var anbietungspflichtVerletzt = 0
  /// Objects whose latest day for the offer is near (A34).
  public var anzumahnen = 0
}

extension Speicher {
  /// Lets a day come: ends Transferfristen (A15) and asks the 30-year guard (A34).
  ///
  /// Can be repeated; what was done is not done again.
  ///
  /// - Parameters:
  ///   - tag: The day in Berlin.
  ///   - kopf: Makes id and instant of the next event.
  /// - Returns: What the day brought.
  /// - Throws: ``SpeicherFehler``.
  @discardableResult
  public func fristlauf(
    am tag: Kalendertag, _ kopf: () throws -> Ereigniskopf
  ) throws -> Fristlauf {
    var ergebnis = Fristlauf()
    let vorlauf = try richtlinie().waechterVorlaufMonate
    let grenze = tag.nach(monaten: vorlauf) ?? tag
    // In blocks: the writer never holds the database for long.
    var nach: Int64 = 0
    while true {
      let block = try lies { l in
        let a = try l.anweisung(
          """
          SELECT nr,id,lage,spaetestens FROM objekt WHERE nr > ?1 AND ebene < 4 \
          AND (lage = 2 OR (lage IN (0,1,3) AND spaetestens <= ?2)) ORDER BY nr LIMIT 2000
          """)
        a.binde(1, nach)
        a.binde(2, Int64(grenze.tageszahl))
        var block: [(nr: Int64, id: ObjektID, zdA: Bool, wacht: Bool)] = []
        try a.jedeZeile {
          let wacht = a.tag(3).map { $0 <= grenze } ?? false
          block.append((a.zahl(0), a.id(1), a.zahl(2) == 2, wacht))
          return true
        }
        return block
      }
      guard let letzter = block.last else { return ergebnis }
      nach = letzter.nr
      try mitVollzug { gang in
        for o in block {
          if o.zdA, try lass(.transferfristAbgelaufen, o.id, tag, gang, kopf) != nil {
            ergebnis.inAufbewahrung += 1
          }
          guard o.wacht else { continue }
          ergebnis.anzumahnen += 1
          if try lass(.anbietungswaechter, o.id, tag, gang, kopf) != nil {
            ergebnis.anbietungspflichtVerletzt += 1
          }
        }
      }
    }
  }

  /// Lets something happen if it changes anything; the days on which nothing happens leave no entry.
  private func lass(
    _ ereignis: Schriftgutereignis, _ id: ObjektID, _ tag: Kalendertag,
    _ gang: Vollzugsgang<Zufallsvorrat>, _ kopf: () throws -> Ereigniskopf
  ) throws -> Vollzug? {
    let handlung = Handlung(
      .schriftgut(ziel: id, in: nil, ereignis: ereignis), akteur: .system, heute: tag)
    guard let w = try? gang.quelle.wirkungen(handlung, richtlinie: gang.richtlinie), !w.istLeer
    else { return nil }
    return try gang.vollziehe(handlung, try kopf())
  }
}
