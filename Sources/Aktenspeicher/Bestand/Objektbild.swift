// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// Everything the store knows about one object, without what lies below.
public struct Objektbild: Sendable {
  /// The state of an object.
  public enum Zustand: Hashable, Sendable {
    /// An Akte, Teilakte, Vorgang or Teilvorgang.
    case schriftgut(Schriftgutzustand)
    /// A Dokument.
    case dokument(Dokumentzustand)
  }

  /// The object.
  public let id: ObjektID
  /// What it is.
  public let ebene: Objektebene
  /// Its state.
  public let zustand: Zustand
  /// Its descriptive metadata; of a destroyed object only id and Kennzeichen.
  public let angaben: Schriftgutobjekt
  /// First day on which it may be disposed of, with all that lies below.
  public let reifAb: Kalendertag?
  /// Its files.
  public let dateien: [Dateiangabe]

  /// Its Kennzeichen.
  public var kennzeichen: String? {
    if case .schriftgut(let z) = zustand { return z.kennzeichen.text }
    return angaben.allgemeineMetadaten?.kennzeichen?.text
  }

  /// Its Betreff.
  public var betreff: String? { angaben.betreff }

  /// Where it stands, in German.
  public var lage: String {
    switch zustand {
    case .schriftgut(let z): z.lage.anzeige
    case .dokument(let d): d.lage.anzeige
    }
  }

  init(_ zeile: Objektzeile, _ l: Lesezugriff) throws {
    id = zeile.id
    ebene = zeile.ebene
    zustand =
      zeile.ebene == .dokument
      ? .dokument(try zeile.dokument(l.pfad)) : .schriftgut(try zeile.schriftgut(l.pfad))
    angaben = try zeile.angaben(l.pfad)
    reifAb = zeile.reifab
    dateien = zeile.ebene == .dokument ? try l.dateien(zeile.nr) : []
  }
}

extension Speicher {
  /// The object with this id; nil if there is none.
  ///
  /// - Throws: ``SpeicherFehler``.
  public func objekt(_ id: ObjektID) throws -> Objektbild? {
    try lies { l in try l.objekt(id).map { try Objektbild($0, l) } }
  }

  /// The object that people mean by a Kennzeichen or an id; nil if there is none.
  ///
  /// - Throws: ``SpeicherFehler``; ``Mehrdeutigkeit`` if several objects bear the Kennzeichen.
  public func objekt(genannt text: String) throws -> Objektbild? {
    if let id = ObjektID(text) { return try objekt(id) }
    return try lies { l in
      let a = try l.anweisung(
        "SELECT id FROM objekt WHERE kennzeichen = ? ORDER BY ebene, nr LIMIT 3")
      a.binde(1, text)
      var ids: [ObjektID] = []
      try a.jedeZeile {
        ids.append(a.id(0))
        return true
      }
      let zeilen = try l.objekte(ids)
      // An Akte or Vorgang goes before a Dokument with the same Kennzeichen.
      let schriftgut = zeilen.filter { $0.ebene != .dokument }
      let treffer = schriftgut.isEmpty ? zeilen : schriftgut
      guard treffer.count < 2 else {
        throw Mehrdeutigkeit(kennzeichen: text, ids: treffer.map(\.id))
      }
      return try treffer.first.map { try Objektbild($0, l) }
    }
  }

  /// The objects directly in an object, in the order in which they came.
  ///
  /// - Throws: ``SpeicherFehler`` or what `body` throws.
  public func jedesKind(_ id: ObjektID, _ body: (Objektbild) throws -> Void) throws {
    try lies { l in
      guard let nr = try l.nummer(id) else { return }
      try l.kinder(nr) { zeile in
        try body(try Objektbild(zeile, l))
        return true
      }
    }
  }

  /// The Akten, in the order in which they came, until `body` returns false.
  ///
  /// - Throws: ``SpeicherFehler`` or what `body` throws.
  public func jedeAkte(_ body: (Objektbild) throws -> Bool) throws {
    try lies { l in
      try l.jedesObjekt { zeile in
        zeile.ebene == .akte ? try body(try Objektbild(zeile, l)) : true
      }
    }
  }

  /// The objects above, the nearest first.
  public func vorfahren(_ id: ObjektID) throws -> [Objektbild] {
    try lies { l in
      var oben: [Objektbild] = []
      var weiter = try l.objekt(id)?.eltern
      while let nr = weiter, let zeile = try l.objekt(nummer: nr), oben.count < 100 {
        oben.append(try Objektbild(zeile, l))
        weiter = zeile.eltern
      }
      return oben
    }
  }

  /// A unit of the Aktenplan; nil if there is none.
  public func einheit(_ kennzeichen: String) throws -> Einheitszustand? {
    try lies { l in try Lesequelle(l: l, kataloge: Katalogbestand()).einheit(kennzeichen) }
  }

  /// All units of the Aktenplan by their Kennzeichen.
  public func einheiten() throws -> [Einheitszustand] {
    try lies { l in
      let a = try l.anweisung("SELECT daten FROM einheit ORDER BY kennzeichen")
      var alle: [Einheitszustand] = []
      try a.jedeZeile {
        alle.append(try gelesen(Einheitszustand.self, a.bytes(0), "eine Aktenplaneinheit", l.pfad))
        return true
      }
      return alle
    }
  }

  /// A batch; nil if there is none.
  public func paket(_ id: PaketID) throws -> Paketzustand? {
    try lies { l in try Lesequelle(l: l, kataloge: Katalogbestand()).paket(id) }
  }
}

/// Several objects bear the same Kennzeichen.
public struct Mehrdeutigkeit: Error, Hashable, Sendable, CustomStringConvertible {
  /// The Kennzeichen.
  public let kennzeichen: String
  /// The objects.
  public let ids: [ObjektID]

  /// A German sentence with what to do.
  public var description: String {
    "Das Kennzeichen »\(kennzeichen)« tragen mehrere Objekte: "
      + ids.map(\.text).joined(separator: ", ") + ". Nennen Sie die UUID."
  }
}
