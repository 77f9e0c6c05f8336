// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung

/// What an archive decided about an offer: A or V for every object, with notes and sums, and what is
/// still undecided.
///
/// Who decided and when say the messages 0502 in the head; a row names the part it stands in.
///
/// JSON: as ``Anbieteverzeichnisbericht`` with `bericht` = `bewertungsbericht`; `summen` has besides
/// `A`, `V` and `offen`, each with `objekte`, `dokumente`, `dateien` and `bytes`.
public struct Bewertungsbericht: Aussonderungsbericht {
  /// Who decided for whom.
  public var kopf: Berichtskopf
  /// The objects of the offer with their decisions.
  public var objekte: Berichtszeilen<Objekteintrag>

  /// A report on an appraisal.
  ///
  /// - Parameters:
  ///   - kopf: Who decided for whom, and the messages 0502.
  ///   - objekte: The objects of the offer with their decisions, each before those in it.
  public init(_ kopf: Berichtskopf, objekte: Berichtszeilen<Objekteintrag>) {
    self.kopf = kopf
    self.objekte = objekte
  }

  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String { "bewertungsbericht" }

  private static let spalten: [Objektspalte] = [
    .ebene, .kennzeichen, .betreff, .laufzeit, .zdA, .aufbewahrungsende, .dokumente, .vorschlag,
    .entscheidung,
  ]
  private static let summenform = Tabellenform(
    klasse: "summen",
    spalten: [
      .init(name: "Art", breite: 24), .init(name: "A – archivwürdig", breite: 19, istZahl: true),
      .init(name: "V – nicht archivwürdig", breite: 19, istZahl: true),
      .init(name: "offen", breite: 19, istZahl: true),
      .init(name: "zusammen", breite: 19, istZahl: true),
    ])
  private static let offenform = Tabellenform(
    klasse: "offene",
    spalten: [
      .init(name: "Nr.", breite: 8), .init(name: "Art", breite: 14),
      .init(name: "Kennzeichen", breite: 20), .init(name: "Betreff", breite: 58),
    ])
  /// More open objects than these are only counted; the large table marks each.
  private static let hoechstensOffene = 50

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let summen = try Objektsummen(objekte)
      let offen = summen.jeEntscheidung[nil]?.objekte ?? 0
      let seite = try Seitenschreiber(
        "Bewertungsbericht", unter: [kopf.untertitel],
        tabellen: [
          Self.summenform, Self.offenform, Berichtskopf.nachrichtenform,
          Objektspalte.form(Self.spalten),
        ], senke)
      seite.erklaere(.prozess, .entscheidung, .vorschlag, .zdA, .aufbewahrungsende)
      if offen == 0 {
        seite.ergebnis(.gut, "Über alle Objekte ist entschieden.")
      } else {
        seite.ergebnis(
          .warnung, "\(offen.mal("Objekt ist", "Objekte sind")) noch ohne Entscheidung.",
          ["Ohne Entscheidung wird nichts abgegeben und nichts vernichtet."])
      }
      try seite.abschnitt("Die Bewertung", "bewertung") {
        seite.angaben(
          "Wer für wen bewertet hat",
          kopf.angaben("Bewertet", [("Umfang", summen.alle.umfang)]))
        try seite.tabelle(Self.summenform, "Entscheidungen nach Art der Unterlagen") {
          try schreibeSummen(summen, seite)
        }
      }
      if offen > 0 { try schreibeOffene(offen, seite) }
      try seite.abschnitt("Die bewerteten Unterlagen", "objekte") {
        if summen.kontext > 0 { seite.erklaere(.kontextobjekt) }
        try seite.objekte(
          objekte, Self.spalten, Zeilenlage(mitTeil: summen.teile > 1),
          "Alle Unterlagen in der Ordnung des Angebots")
      }
      try kopf.schreibeNachrichten(seite)
      try seite.unterschriften([("Für das Archiv", kopf.archiv)])
      try seite.beende()
    }
  }

  private func schreibeSummen(_ summen: Objektsummen, _ seite: Seitenschreiber) throws {
    func zeile(
      _ name: String, _ teile: [Archiventscheidung?: Objektsummen.Menge], klasse: String = "",
      _ zahl: (Objektsummen.Menge) -> Int
    ) throws {
      let zahlen = [.archivwuerdig, .nichtArchivwuerdig, nil].map { teile[$0].map(zahl) ?? 0 }
      try seite.zeile(name, klasse: klasse) {
        for z in zahlen { seite.zelle(z) }
        seite.zelle(zahlen.reduce(0, +))
      }
    }
    for ebene in Ebene.allCases {
      guard let teile = summen.jeEbeneUndEntscheidung[ebene] else { continue }
      try zeile(ebene.mehrzahl, teile) { $0.objekte }
    }
    try zeile("Zusammen", summen.jeEntscheidung, klasse: "summe") { $0.objekte }
    try zeile("Dokumente darin", summen.jeEntscheidung) { $0.dokumente }
  }

  private func schreibeOffene(_ zahl: Int, _ seite: Seitenschreiber) throws {
    try seite.abschnitt("Noch ohne Entscheidung", "offen") {
      var gliederung = Gliederung()
      var genannt = 0
      let nur =
        zahl > Self.hoechstensOffene
        ? "Die ersten \(Self.hoechstensOffene) von \(zahl.deutsch)" : "Alle"
      try seite.tabelle(Self.offenform, "\(nur) Objekte ohne Entscheidung") {
        try objekte.jede { e in
          let nummer = gliederung.naechste(e)
          guard !e.istKontext, e.entscheidung == nil, genannt < Self.hoechstensOffene else {
            return
          }
          genannt += 1
          try seite.zeile(nummer) {
            seite.zelle(e.ebene.anzeige)
            seite.zelle(e.kennzeichen)
            seite.zelle(e.betreff, klein: ["Kennung \(e.id.text)"])
          }
        }
      }
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    let summen = try Objektsummen(objekte)
    try kopf.schreibe(into: senke, bericht: "bewertungsbericht", summen, objekte) { json in
      for (name, wert) in [("A", Archiventscheidung.archivwuerdig), ("V", .nichtArchivwuerdig)] {
        try json.menge(name, summen.jeEntscheidung[wert] ?? .init())
      }
      try json.menge("offen", summen.jeEntscheidung[nil] ?? .init())
    }
  }
}
