// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung

/// What an agency offers to an archive: all objects in their order and hierarchy, with the proposal and
/// lines for signatures.
///
/// JSON: ``Aussonderungsbericht/json(into:)`` with `bericht` = `anbieteverzeichnis`; `summen` has
/// `alle`, `jeEbene` (by `akte`, `teilakte`, `vorgang`, `teilvorgang`) and the list `jeVorschlag` (`wert`, `menge`),
/// each with `objekte`, `dokumente`, `dateien` and `bytes`, then `kontextobjekte`, `teile` and `laufzeit`.
/// Each of `objekte` has `nr`, `id`, `ebene`, `eltern`, `kontext`, `teil`, `kennzeichen`, `betreff`,
/// `laufzeit` (`beginn`, `ende`), `zdADatum`, `aufbewahrungsende`, `dokumente`, `dateien`, `bytes`,
/// `vorschlag`, `vorschlagBegruendung`, `entscheidung`, `notiz`, `uebernahme` (`uebernommen` or
/// `gescheitert` with `grund`) and `archivkennung`. `kopf` has `prozess`, `weitereProzesse`, `art`,
/// `fassung`, `behoerde`, `archiv`, `durch`, `zeitpunkt` and `nachrichten`, each with `typ`, `id`,
/// `teil`, `gesamt`, `datei`, `verfahren`, `pruefsumme`, `zeitpunkt` and `von`.
public struct Anbieteverzeichnisbericht: Aussonderungsbericht {
  /// Who offers what to whom.
  public var kopf: Berichtskopf
  /// The objects of the offer.
  public var objekte: Berichtszeilen<Objekteintrag>

  /// A report on an offer.
  ///
  /// - Parameters:
  ///   - kopf: Who offers to whom.
  ///   - objekte: The objects of the offer, each before those in it.
  public init(_ kopf: Berichtskopf, objekte: Berichtszeilen<Objekteintrag>) {
    self.kopf = kopf
    self.objekte = objekte
  }

  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String { "anbieteverzeichnis" }

  private static let spalten: [Objektspalte] = [
    .ebene, .kennzeichen, .betreff, .laufzeit, .zdA, .aufbewahrungsende, .dokumente, .vorschlag,
  ]
  static let ebenenform = Tabellenform(
    klasse: "ebenen",
    spalten: [
      .init(name: "Art", breite: 40), .init(name: "Anzahl", breite: 30, istZahl: true),
      .init(name: "Dokumente", breite: 30, istZahl: true),
    ])

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let summen = try Objektsummen(objekte)
      let seite = try Seitenschreiber(
        "Anbieteverzeichnis", unter: [kopf.untertitel],
        tabellen: [Self.ebenenform, Berichtskopf.nachrichtenform, Objektspalte.form(Self.spalten)],
        senke)
      seite.erklaere(.prozess, .zdA, .aufbewahrungsende, .vorschlag)
      try seite.abschnitt("Das Angebot", "angebot") {
        seite.absatz(
          "Die Behörde bietet dem Archiv diese Unterlagen an. Das Archiv entscheidet, was es auf "
            + "Dauer übernimmt.")
        seite.angaben(
          "Wer wem was anbietet",
          kopf.angaben(
            "Angeboten",
            [
              ("Umfang", summen.alle.umfang),
              ("Unterlagen aus der Zeit", summen.laufzeit.alsLaufzeit),
            ]))
        try seite.tabelle(Self.ebenenform, "Wie viel angeboten wird") {
          try summen.schreibeEbenen(seite)
        }
      }
      try seite.abschnitt("Die angebotenen Unterlagen", "objekte") {
        if summen.kontext > 0 { seite.erklaere(.kontextobjekt) }
        try seite.objekte(
          objekte, Self.spalten, Zeilenlage(mitTeil: summen.teile > 1),
          "Alle Unterlagen in der Ordnung des Angebots")
      }
      try kopf.schreibeNachrichten(seite)
      try seite.unterschriften([
        ("Für die Behörde", kopf.behoerde), ("Für das Archiv", kopf.archiv),
      ])
      try seite.beende()
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try kopf.schreibe(
      into: senke, bericht: "anbieteverzeichnis", try Objektsummen(objekte), objekte)
  }
}

extension Objektsummen {
  /// Rows per level, and their sum.
  func schreibeEbenen(_ seite: Seitenschreiber) throws {
    for ebene in Ebene.allCases {
      guard let m = jeEbene[ebene] else { continue }
      try seite.zeile(ebene.mehrzahl) {
        seite.zelle(m.objekte)
        seite.zelle(m.dokumente)
      }
    }
    try seite.zeile("Zusammen", klasse: "summe") {
      seite.zelle(alle.objekte)
      seite.zelle(alle.dokumente)
    }
    if kontext > 0 {
      try seite.zeile("Kontextobjekte (nicht mitgezählt)", klasse: "kontext") {
        seite.zelle(kontext)
        seite.zelle(nil)
      }
    }
  }

  /// The keys of `summen` that all reports on objects have.
  func schreibeAngebot(_ json: JSONStrom) throws {
    try json.menge("alle", alle)
    try json.objekt("jeEbene") {
      for ebene in Ebene.allCases {
        if let m = jeEbene[ebene] { try json.menge(ebene.rawValue, m) }
      }
    }
    try json.liste("jeVorschlag") {
      for (wert, m) in jeVorschlag.sorted(by: { $0.key < $1.key }) {
        try json.objekt {
          json.text("wert", wert)
          try json.menge("menge", m)
        }
      }
    }
    json.zahl("kontextobjekte", kontext)
    json.zahl("teile", teile)
    try json.laufzeit(laufzeit)
  }
}

extension Objektsummen.Menge {
  /// Objects and documents in words.
  var umfang: String {
    "\(objekte.mal("Objekt", "Objekte")) mit \(dokumente.mal("Dokument", "Dokumenten"))"
  }
}

extension Ebene {
  /// The plural for people.
  var mehrzahl: String {
    switch self {
    case .akte: "Akten"
    case .teilakte: "Teilakten"
    case .vorgang: "Vorgänge"
    case .teilvorgang: "Teilvorgänge"
    }
  }
}
