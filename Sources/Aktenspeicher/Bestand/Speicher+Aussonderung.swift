// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

extension Speicher: Aussonderungsbestand {
  /// See `Aussonderungsbestand`; all answers come from one snapshot.
  public func lesend<T>(_ body: () throws -> T) throws -> T { try lies { _ in try body() } }

  /// See `Aussonderungsbestand`.
  public func jedesFaellige(
    am tag: Kalendertag, _ body: (ObjektID) throws -> Bool
  ) throws {
    _ = try jedesFaellige(am: tag) { (f: Faelligkeit) in try body(f.id) }
  }

  /// See `Aussonderungsbestand`.
  public func schriftgut(_ id: ObjektID) throws -> Schriftgutzustand? {
    try lies { l in
      guard let zeile = try l.objekt(id), zeile.ebene != .dokument else { return nil }
      return try zeile.schriftgut(l.pfad)
    }
  }

  /// See `Aussonderungsbestand`.
  public func kinder(_ id: ObjektID) throws -> [ObjektID] {
    try lies { l in
      guard let nr = try l.nummer(id) else { return [] }
      let a = try l.anweisung("SELECT id FROM objekt WHERE eltern = ? AND ebene < 4 ORDER BY nr")
      a.binde(1, nr)
      var ids: [ObjektID] = []
      try a.jedeZeile {
        ids.append(a.id(0))
        return true
      }
      return ids
    }
  }

  /// See `Aussonderungsbestand`.
  public func regel(einheit kennzeichen: String, am tag: Kalendertag) throws -> Fristregel? {
    do {
      return try kataloge().katalog(am: tag).auskunft(aktenplan: kennzeichen, am: tag).regel
    } catch let fehler as Katalogfehler {
      switch fehler {
      case .mehrdeutig, .mehrereKataloge: throw fehler
      case .keineRegel, .aktenplanUnlesbar, .keinKatalog: return nil
      }
    }
  }

  /// See `Aussonderungsbestand`.
  public func umfang(_ id: ObjektID) throws -> Objektumfang {
    try lies { l in
      guard let nr = try l.nummer(id) else { return Objektumfang() }
      // An object's own files, such as those of its Geschäftsgang, go along, too.
      let a = try l.anweisung(
        """
        SELECT count(DISTINCT CASE WHEN o.ebene = 4 THEN o.nr END), count(v.hash), \
        coalesce(sum(d.groesse),0) FROM objekt o LEFT JOIN verwendung v ON v.objekt = o.nr \
        LEFT JOIN datei d ON d.hash = v.hash WHERE o.nr = ?1 OR (o.eltern = ?1 AND o.ebene = 4)
        """)
      a.binde(1, nr)
      return try a.ersteZeile {
        Objektumfang(dokumente: Int(a.zahl(0)), dateien: Int(a.zahl(1)), bytes: a.zahl(2))
      } ?? Objektumfang()
    }
  }

  /// See `Aussonderungsbestand`.
  ///
  /// - Throws: ``SpeicherFehler/widerspruch(pfad:grund:)`` if there is no such object.
  public func auskunft(_ id: ObjektID, mitDateien: Bool) throws -> Aussonderungsauskunft {
    try lies { l in
      guard let zeile = try l.objekt(id), zeile.ebene != .dokument else {
        throw SpeicherFehler.widerspruch(
          pfad: l.pfad, grund: "das Objekt \(id) gibt es nicht oder es ist ein Dokument")
      }
      let ablage = ablage
      var namen = Dateinamensgeber()
      var dateien: [String: Dateizugang] = [:]
      var lauf = Ausgabelauf(
        l: l, mitHistorie: mitDateien, gedaechtnis: historiengedaechtnis)
      lauf.ohneSchriftgutDarin = true
      lauf.aendere = { objekt, zuordnung, _ in
        guard mitDateien else { return }
        try objekt.streicheBeschriebeneDateien()
        try objekt.jedeEigeneDatei { stelle, nennung in
          guard let hash = zuordnung.hash(stelle), let summe = hash.pruefsumme else {
            throw SpeicherFehler.widerspruch(
              pfad: l.pfad, grund: "die Datei »\(nennung.name)« unter \(id) ist nicht verzeichnet")
          }
          namen.benenne(&nennung)
          // A file that is gone has no access: what it belongs to stays here, the rest goes on.
          guard let groesse = try ablage.groesse(hash) else { return }
          dateien[nennung.name] = Dateizugang(groesse: groesse, pruefsumme: summe) {
            try Dateileser(hash, ablage).lies
          }
        }
      }
      return Aussonderungsauskunft(try lauf.objekt(zeile), dateien: dateien)
    }
  }

  /// See `Aussonderungsbestand`.
  public func vollziehe(
    _ handlung: Handlung, ereignis: EreignisID, zeitpunkt: Zeitpunkt
  ) throws -> Handlungsergebnis {
    do {
      var kopf = Ereigniskopf(id: ereignis, zeitpunkt: zeitpunkt)
      var v = try vollziehe(handlung, kopf)
      // An event that was refused did not happen; tried again it is another one.
      while v.warAbgelehnt {
        kopf.id = kopf.id.naechste
        v = try vollziehe(handlung, kopf)
      }
      return Handlungsergebnis(wirkungen: v.wirkungen, vernichtung: v.vernichtung)
    } catch let ablehnung as Vollzugsablehnung {
      throw ablehnung.fehler
    }
  }
}

extension Speicher {
  /// See `Aussonderungsbestand`; all in one transaction.
  ///
  /// If more follow, the Löschbuch is written and the files are gone, but the index may still hold words
  /// of what was destroyed; after a crash, opening the store removes them.
  public func vollziehe(
    _ handlungen: [(handlung: Handlung, ereignis: EreignisID)], zeitpunkt: Zeitpunkt,
    weitere: Bool
  ) throws -> [Result<Handlungsergebnis, LifecycleFehler>] {
    let ergebnisse = try vollziehe(
      handlungen.map {
        Vollzugsauftrag($0.handlung, Ereigniskopf(id: $0.ereignis, zeitpunkt: zeitpunkt))
      }, weitere: weitere)
    return try zip(handlungen, ergebnisse).map { h, ergebnis in
      switch ergebnis {
      case .success(let v) where v.warAbgelehnt:
        // An event that was refused did not happen; tried again it is another one.
        do {
          return .success(
            try vollziehe(h.handlung, ereignis: h.ereignis.naechste, zeitpunkt: zeitpunkt))
        } catch let fehler as LifecycleFehler {
          return .failure(fehler)
        }
      case .success(let v):
        return .success(
          Handlungsergebnis(wirkungen: v.wirkungen, vernichtung: v.vernichtung))
      case .failure(let ablehnung): return .failure(ablehnung.fehler)
      }
    }
  }
}

extension EreignisID {
  /// Another id that follows from this one.
  fileprivate var naechste: Self { Self(bytes: (bytes.0, bytes.1 &+ 1)) }
}

/// Gives each file that an object names a name of its own.
private struct Dateinamensgeber {
  private var vergeben: Set<String> = []

  mutating func benenne(_ nennung: inout Dateinennung) {
    let name = nennung.name
    var nummer = 1
    while !vergeben.insert(nennung.name).inserted {
      nummer += 1
      nennung.name = "\(nummer)/\(name)"
    }
    if nennung.name != name, nennung.original == nil { nennung.original = name }
  }
}

extension Schriftgutobjekt {
  fileprivate mutating func streicheBeschriebeneDateien() throws {
    switch self {
    case .akte(var a):
      for i in a.dokumente.indices { _ = try a.dokumente[i].streicheDateien() }
      self = .akte(a)
    case .vorgang(var v):
      for i in v.dokumente.indices { _ = try v.dokumente[i].streicheDateien() }
      self = .vorgang(v)
    case .dokument: break
    }
  }
}
