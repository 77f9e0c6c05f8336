// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// Puts the rows of a tree together as xdomea tells them.
struct Ausgabelauf {
  let l: Lesezugriff
  let mitHistorie: Bool
  /// What is known about entries that many objects share.
  let gedaechtnis: Historiengedaechtnis
  /// The objects that go along whole, by number; nil for everything below.
  var auswahl: Set<Int64>?
  /// Only documents go along with the object itself.
  var ohneSchriftgutDarin = false
  /// The objects that only show where the chosen ones belong (Kontextobjekte), by number.
  var kontext: Set<Int64> = []
  /// Called for each object with its metadata, the digests of its files and whether it goes along
  /// whole, to change the metadata.
  var aendere: (inout Schriftgutobjekt, Dateizuordnung, Bool) throws -> Void = { _, _, _ in }

  /// The object with everything in it that goes along.
  func objekt(_ zeile: Objektzeile) throws -> Schriftgutobjekt {
    let ganz = auswahl.map { $0.contains(zeile.nr) } ?? true
    var unten = self
    if ganz { unten.auswahl = nil }
    return try zusammengesetzt(zeile, ganz: ganz, unten: unten)
  }

  private func zusammengesetzt(
    _ zeile: Objektzeile, ganz: Bool, unten: Ausgabelauf
  ) throws -> Schriftgutobjekt {
    var angaben = try zeile.angaben(l.pfad)
    switch angaben {
    case .akte(var a):
      let z = try zeile.schriftgut(l.pfad)
      a.ergaenze(z)
      if mitHistorie { a.historie += try historie(zeile.id) }
      if !ganz { a.dokumente = [] }
      angaben = .akte(a)
      try aendere(&angaben, Dateizuordnung(z), ganz)
    case .vorgang(var v):
      let z = try zeile.schriftgut(l.pfad)
      v.ergaenze(z)
      if mitHistorie { v.historie += try historie(zeile.id) }
      if !ganz { v.dokumente = [] }
      angaben = .vorgang(v)
      try aendere(&angaben, Dateizuordnung(z), ganz)
    case .dokument(var d):
      let z = try zeile.dokument(l.pfad)
      if let gang = z.geschaeftsgang { d.geschaeftsgaenge.append(gang) }
      if mitHistorie { d.historie += try historie(zeile.id) }
      angaben = .dokument(d)
      try aendere(&angaben, Dateizuordnung(z), ganz)
      return angaben
    }
    var dokumente: [Dokument] = []
    for kind in try kinder(zeile) where !ohneSchriftgutDarin || kind.ebene == .dokument {
      guard ganz || auswahl?.contains(kind.nr) == true || kontext.contains(kind.nr)
      else { continue }
      switch try unten.objekt(kind) {
      case .akte(let teil): angaben.nimm(teil)
      case .vorgang(let v): angaben.nimm(v)
      case .dokument(let d): dokumente.append(d)
      }
    }
    angaben.ordneEin(dokumente)
    return angaben
  }

  private func kinder(_ zeile: Objektzeile) throws -> [Objektzeile] {
    var kinder: [Objektzeile] = []
    try l.kinder(zeile.nr) { kind in
      // A tombstone is no content.
      if kind.lage != Lage.vernichtet.nummer, kind.lage != Dokumentlage.vernichtet.nummer,
        kind.lage != Lage.storniert.nummer
      {
        kinder.append(kind)
      }
      return true
    }
    return kinder
  }

  private func historie(_ id: ObjektID) throws -> [HistorienProtokollInformation] {
    var alle: [HistorienProtokollInformation] = []
    for folge in try l.protokollfolgen(ueber: id) {
      alle += try l.historie(folge, gedaechtnis)
    }
    return alle
  }
}

/// Which file is meant where the metadata of an object name one.
struct Dateizuordnung {
  private let fassungen: [Fassung]
  private let weitere: [Pruefsumme]

  init(_ d: Dokumentzustand) {
    fassungen = d.fassungen
    weitere = d.weitereDateien ?? []
  }

  init(_ z: Schriftgutzustand) {
    fassungen = []
    weitere = z.weitereDateien ?? []
  }

  /// The digest of the file; nil if the store has none for this place.
  func hash(_ stelle: Dateistelle) -> Dateihash? {
    switch stelle {
    case .fassung(let nummer, let format):
      guard nummer < fassungen.count else { return nil }
      let fassung = fassungen[nummer]
      if format == 0 { return Dateihash(fassung.hash) }
      return format <= fassung.repraesentate.count
        ? Dateihash(fassung.repraesentate[format - 1]) : nil
    case .weitere(let nummer): return nummer < weitere.count ? Dateihash(weitere[nummer]) : nil
    }
  }
}

extension Schriftgutobjekt {
  fileprivate mutating func nimm(_ teilakte: Akte) {
    guard case .akte(var a) = self else { return }
    a.teilakten.append(teilakte)
    self = .akte(a)
  }

  fileprivate mutating func nimm(_ vorgang: Vorgang) {
    switch self {
    case .akte(var a):
      a.vorgaenge.append(vorgang)
      self = .akte(a)
    case .vorgang(var v):
      v.teilvorgaenge.append(vorgang)
      self = .vorgang(v)
    case .dokument: break
    }
  }

  /// Puts the documents in their places among the descriptions without files.
  fileprivate mutating func ordneEin(_ zeilen: [Dokument]) {
    switch self {
    case .akte(var a):
      a.dokumente = Self.vereint(a.dokumente, zeilen)
      self = .akte(a)
    case .vorgang(var v):
      v.dokumente = Self.vereint(v.dokumente, zeilen)
      self = .vorgang(v)
    case .dokument: break
    }
  }

  private static func vereint(_ vermerkt: [Dokument], _ zeilen: [Dokument]) -> [Dokument] {
    guard !vermerkt.isEmpty else { return zeilen }
    var rest = Dictionary(zeilen.map { ($0.id, $0) }) { a, _ in a }
    var alle: [Dokument] = []
    for d in vermerkt {
      if let zeile = rest.removeValue(forKey: d.id) {
        alle.append(zeile)
      } else if d != d.marke {
        alle.append(d)
      }
    }
    return alle + zeilen.filter { rest[$0.id] != nil }
  }
}
