// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// An object whose period is over, with what keeps it where it is.
public struct Faelligkeit: Sendable {
  /// The object.
  public let id: ObjektID
  /// What it is.
  public let ebene: Objektebene
  /// Its Kennzeichen.
  public let kennzeichen: String
  /// Its Betreff.
  public let betreff: String?
  /// Its state.
  public let zustand: Schriftgutzustand
  /// First day on which it may be disposed of as a whole.
  public let reifAb: Kalendertag
  /// What blocks it; empty if it can be offered.
  public let hindernisse: [Ablehnungsgrund]
}

/// How many objects are due.
public struct Faelligkeitszahlen: Hashable, Sendable, Codable {
  /// Objects that can be offered.
  public var frei = 0
  /// Objects that something blocks.
  public var blockiert = 0
}

extension Speicher {
  /// What is due on a day: the objects whose period is over together with all that lies below, in
  /// the order of their days.
  ///
  /// What lies in an object that is due itself is not named again.
  ///
  /// Memory does not grow with the number of objects.
  ///
  /// - Parameters:
  ///   - tag: The day.
  ///   - body: Called for each object, until it returns false.
  /// - Returns: How many objects were named.
  /// - Throws: ``SpeicherFehler`` or what `body` throws.
  @discardableResult
  public func jedesFaellige(
    am tag: Kalendertag, _ body: (Faelligkeit) throws -> Bool
  ) throws -> Faelligkeitszahlen {
    try lies { l in
      let sperren = try Sperrlage(l)
      var zahlen = Faelligkeitszahlen()
      let a = try l.anweisung(
        """
        SELECT o.nr FROM objekt o INDEXED BY objekt_faellig \
        LEFT JOIN objekt e ON e.nr = o.eltern WHERE o.lage IN (2,3) AND o.reifab <= ?1 \
        AND NOT (e.nr IS NOT NULL AND e.lage IN (2,3) AND e.reifab IS NOT NULL AND e.reifab <= ?1) \
        ORDER BY o.reifab, o.eltern, o.nr
        """)
      let b = try l.anweisung("SELECT \(Lesezugriff.spalten) FROM objekt WHERE nr = ?")
      a.binde(1, Int64(tag.tageszahl))
      try a.jedeZeile {
        b.binde(1, a.zahl(0))
        guard let zeile = try b.ersteZeile({ try l.objekt(b) }), let reif = zeile.reifab else {
          return true
        }
        let z = try zeile.schriftgut(l.pfad)
        let f = Faelligkeit(
          id: zeile.id, ebene: zeile.ebene, kennzeichen: z.kennzeichen.text, betreff: zeile.betreff,
          zustand: z, reifAb: reif, hindernisse: try hindernisse(zeile, z, sperren, l))
        if f.hindernisse.isEmpty { zahlen.frei += 1 } else { zahlen.blockiert += 1 }
        return try body(f)
      }
      return zahlen
    }
  }

  /// How many objects are due on a day, from the index alone; holds are not looked at.
  public func anzahlFaelliger(am tag: Kalendertag) throws -> Int {
    try lies { l in
      let a = try l.anweisung("SELECT count(*) FROM objekt WHERE lage IN (2,3) AND reifab <= ?")
      a.binde(1, Int64(tag.tageszahl))
      return Int(try a.eineZahl)
    }
  }

  /// What must be offered by a day although its period may still run (30-year guard, A34), in the
  /// order of the days, until `body` returns false.
  public func jedesAnzubietende(
    bis tag: Kalendertag, _ body: (Objektbild, Kalendertag) throws -> Bool
  ) throws {
    try lies { l in
      let a = try l.anweisung(
        """
        SELECT o.nr FROM objekt o LEFT JOIN objekt e ON e.nr = o.eltern \
        WHERE o.lage IN (0,1,2,3) AND o.spaetestens <= ?1 AND o.ebene < 4 \
        AND NOT (e.nr IS NOT NULL AND e.lage IN (2,3) AND e.spaetestens IS NOT NULL \
        AND e.spaetestens <= ?1) ORDER BY o.spaetestens, o.nr
        """)
      a.binde(1, Int64(tag.tageszahl))
      try a.jedeZeile {
        guard let zeile = try l.objekt(nummer: a.zahl(0)), let bis = zeile.spaetestens else {
          return true
        }
        return try body(try Objektbild(zeile, l), bis)
      }
    }
  }

  /// Why the object's period ends when it does.
  ///
  /// - Returns: The explanation; nil if the object has no period.
  public func begruendung(_ id: ObjektID) throws -> Frist? {
    try lies { l in
      let quelle = Lesequelle(l: l, kataloge: Katalogbestand())
      guard let z = try quelle.schriftgut(id), let f = z.frist else { return nil }
      let unten = f.regel.bezug == .letzterVorgang ? try quelle.nachfahren(id) : []
      return try Frist.berechne(f.regel, z.fristeingaben(nachfahren: unten))
    }
  }

  private func hindernisse(
    _ zeile: Objektzeile, _ z: Schriftgutzustand, _ sperren: Sperrlage, _ l: Lesezugriff
  ) throws -> [Ablehnungsgrund] {
    var gruende: [Ablehnungsgrund] = []
    if z.aussonderung != nil { gruende.append(.bereitsInPaket) }
    if z.papierteilOffen { gruende.append(.papierteilOffen) }
    if z.abgabeLaufend { gruende.append(.abgabeLaufend) }
    let gesperrt = try sperren.hindern(zeile, l)
    if !gesperrt.isEmpty { gruende.append(.gesperrt(gesperrt)) }
    return gruende
  }
}

/// Which holds reach which objects.
///
/// Holds are rare, so all of them are read once.
private struct Sperrlage {
  /// Objects with a hold of their own.
  private var eigene: [Int64: ObjektID] = [:]
  /// Those whose hold reaches down.
  private var teilbaum: Set<Int64> = []
  /// For each object above a held one, the held ones below.
  private var darunter: [Int64: [ObjektID]] = [:]

  init(_ l: Lesezugriff) throws {
    let a = try l.anweisung("SELECT nr FROM objekt WHERE gesperrt > 0")
    var nummern: [Int64] = []
    try a.jedeZeile {
      nummern.append(a.zahl(0))
      return true
    }
    for nr in nummern {
      guard let zeile = try l.objekt(nummer: nr), zeile.ebene != .dokument else { continue }
      let z = try zeile.schriftgut(l.pfad)
      eigene[nr] = z.id
      if z.sperren.contains(where: { $0.umfang == .teilbaum }) { teilbaum.insert(nr) }
      var weiter = zeile.eltern
      while let oben = weiter {
        darunter[oben, default: []].append(z.id)
        weiter = try l.eltern(oben)
      }
    }
  }

  func hindern(_ zeile: Objektzeile, _ l: Lesezugriff) throws -> [ObjektID] {
    guard !eigene.isEmpty else { return [] }
    var ids = eigene[zeile.nr].map { [$0] } ?? []
    ids += darunter[zeile.nr] ?? []
    var weiter = zeile.eltern
    while let oben = weiter, !teilbaum.isEmpty {
      if teilbaum.contains(oben), let id = eigene[oben] { ids.append(id) }
      weiter = try l.eltern(oben)
    }
    return ids
  }
}

extension Lesezugriff {
  /// The number of the object above; nil at the top.
  func eltern(_ nr: Int64) throws -> Int64? {
    let a = try anweisung("SELECT eltern FROM objekt WHERE nr = ?")
    a.binde(1, nr)
    return try a.ersteZeile { a.vielleichtZahl(0) } ?? nil
  }
}
