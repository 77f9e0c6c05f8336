// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

extension Berichtskopf {
  /// The JSON that all reports on objects share: `schemaVersion`, `bericht`, `kopf`, `summen`, and the
  /// objects.
  ///
  /// - Parameters:
  ///   - senke: Takes the next bytes.
  ///   - bericht: Which report it is.
  ///   - summen: The sums.
  ///   - objekte: The objects.
  ///   - weitere: Writes further keys of `summen`.
  ///   - danach: Writes further keys after `summen`.
  /// - Throws: What `senke` and the rows throw.
  func schreibe(
    into senke: (UnsafeRawBufferPointer) throws -> Void, bericht: String, _ summen: Objektsummen,
    _ objekte: Berichtszeilen<Objekteintrag>,
    summen weitere: (JSONStrom) throws -> Void = { _ in },
    danach: (JSONStrom) throws -> Void = { _ in }
  ) throws {
    try withoutActuallyEscaping(senke) { senke in
      let json = JSONStrom(senke)
      try json.objekt {
        json.zahl("schemaVersion", 1)
        json.text("bericht", bericht)
        try schreibe(json)
        try json.objekt("summen") {
          try summen.schreibeAngebot(json)
          try weitere(json)
        }
        try danach(json)
        try json.objekte(objekte)
      }
      try json.beende()
    }
  }
}

extension JSONStrom {
  /// The key `objekte`: all that is known about each object, in the order of the page.
  func objekte(_ zeilen: Berichtszeilen<Objekteintrag>) throws {
    var gliederung = Gliederung()
    try liste("objekte") {
      try zeilen.jede { e in
        try self.objekt { try self.objekt(e, gliederung.naechste(e)) }
      }
    }
  }

  private func objekt(_ e: Objekteintrag, _ nummer: String) throws {
    text("nr", nummer)
    text("id", e.id.text)
    text("ebene", e.ebene.rawValue)
    text("eltern", e.eltern?.text)
    wahr("kontext", e.istKontext)
    zahl("teil", e.teil)
    text("kennzeichen", e.kennzeichen)
    text("betreff", e.betreff)
    try laufzeit(e.laufzeit)
    text("zdADatum", e.zdADatum?.text)
    text("aufbewahrungsende", e.aufbewahrungsende?.jsonText)
    zahl("dokumente", e.dokumente)
    zahl("dateien", e.dateien)
    zahl("bytes", e.bytes)
    text("vorschlag", e.vorschlag)
    text("vorschlagBegruendung", e.vorschlagBegruendung)
    text("entscheidung", e.entscheidung?.rawValue)
    text("notiz", e.notiz)
    switch e.uebernahme {
    case .uebernommen?: text("uebernahme", "uebernommen")
    case .gescheitert(let grund)?:
      text("uebernahme", "gescheitert")
      text("grund", grund)
    case nil: break
    }
    text("archivkennung", e.archivkennung)
  }

  /// The key `laufzeit`, if anything of it is known.
  func laufzeit(_ z: Zeitraum) throws {
    guard z != Zeitraum() else { return }
    try objekt("laufzeit") {
      text("beginn", z.beginn?.text)
      text("ende", z.ende?.text)
    }
  }

  /// Numbers of objects, documents and files under a key.
  func menge(_ schluessel: String, _ m: Objektsummen.Menge) throws {
    try objekt(schluessel) {
      zahl("objekte", m.objekte)
      zahl("dokumente", m.dokumente)
      zahl("dateien", m.dateien)
      zahl("bytes", m.bytes)
    }
  }
}

extension Teildatum {
  /// `JJJJ-MM-TT`, `JJJJ-MM`, `JJJJ`; nil if the date is not known.
  fileprivate var jsonText: String? {
    switch self {
    case .tag(let t): t.text
    case .monat(let j, let m): Kalendertag(j, m, 1).map { String($0.text.prefix(7)) }
    case .jahr(let j): Kalendertag(j, 1, 1).map { String($0.text.prefix(4)) }
    case .unbekannt: nil
    }
  }
}
