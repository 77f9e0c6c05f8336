// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// What an archive took over, the Übernahmebericht: object by object with the archive's ids, what failed
/// and why, what was missing or too much against the appraisal (R49, R50), and which files came.
///
/// JSON: as ``Anbieteverzeichnisbericht`` with `bericht` = `uebernahmebericht`; `summen` has besides
/// `uebernommen`, `gescheitert` and `nichtGekommen`, each with `objekte`, `dokumente`, `dateien` and
/// `bytes`, and the number `ueberzaehlig`. `statistik` has `dateien`, `bytes`, `ohnePruefsumme` and the lists `jeEndung`,
/// `jeFormat` and `jeGroesse`, each of `wert`, `dateien`, `bytes`.
public struct Uebernahmenachweis: Aussonderungsbericht {
  /// Who took over what from whom, and the messages 0503 and 0506.
  public var kopf: Berichtskopf
  /// The objects with what became of them.
  public var objekte: Berichtszeilen<Objekteintrag>
  /// The files that were taken over; nil if they were not counted.
  public var statistik: Dateistatistik?

  /// A report on a take-over.
  ///
  /// - Parameters:
  ///   - kopf: Who took over what from whom.
  ///   - objekte: The objects with what became of them, each before those in it.
  ///   - statistik: The files that were taken over.
  public init(
    _ kopf: Berichtskopf, objekte: Berichtszeilen<Objekteintrag>, statistik: Dateistatistik? = nil
  ) {
    self.kopf = kopf
    self.objekte = objekte
    self.statistik = statistik
  }

  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String { "uebernahmebericht" }

  private static let spalten: [Objektspalte] = [
    .ebene, .kennzeichen, .betreff, .laufzeit, .dokumente, .dateien, .ergebnis, .archivkennung,
  ]
  private static let maengelspalten: [Objektspalte] = [.ebene, .kennzeichen, .betreff, .ergebnis]
  private static let summenform = Tabellenform(
    klasse: "summen",
    spalten: [
      .init(name: "Ergebnis", breite: 32), .init(name: "Objekte", breite: 17, istZahl: true),
      .init(name: "Dokumente", breite: 17, istZahl: true),
      .init(name: "Dateien", breite: 17, istZahl: true),
      .init(name: "Größe", breite: 17, istZahl: true),
    ])
  private static let maengelform = Tabellenform(
    klasse: "maengel", spalten: Objektspalte.form(maengelspalten).spalten)
  /// More faults than these are only counted; the large table marks each.
  private static let hoechstensMaengel = 200

  /// The objects were appraised one by one; in the two-step procedure the catalogue decided.
  private var mitBewertung: Bool { kopf.art != .zweistufig }

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let summen = try Objektsummen(objekte, mitBewertung: mitBewertung)
      let seite = try Seitenschreiber(
        "Übernahmebericht", unter: [kopf.untertitel],
        tabellen: [
          Self.summenform, Self.maengelform, Dateistatistik.form, Berichtskopf.nachrichtenform,
          Objektspalte.form(Self.spalten),
        ], senke)
      seite.erklaere(.prozess, .archivkennung)
      let maengel = schreibeErgebnis(summen, seite)
      try seite.abschnitt("Die Übernahme", "uebernahme") {
        seite.angaben(
          "Wer was von wem übernommen hat", kopf.angaben("Übernahme bestätigt", []))
        try seite.tabelle(Self.summenform, "Was aus den Unterlagen geworden ist") {
          try schreibeSummen(summen, seite)
        }
      }
      let lage = Zeilenlage(mitTeil: summen.teile > 1, mitBewertung: mitBewertung)
      if maengel > 0 { try schreibeMaengel(maengel, lage, seite) }
      if let statistik {
        try seite.abschnitt("Die übernommenen Dateien", "dateien") { try statistik.schreibe(seite) }
      }
      try seite.abschnitt("Die Unterlagen im Einzelnen", "objekte") {
        if summen.kontext > 0 { seite.erklaere(.kontextobjekt) }
        try seite.objekte(
          objekte, Self.spalten, lage, "Alle Unterlagen mit dem Ergebnis der Übernahme")
      }
      try kopf.schreibeNachrichten(seite)
      try seite.unterschriften([("Für das Archiv", kopf.archiv)])
      try seite.beende()
    }
  }

  /// The result in one sentence; returns how many objects have a fault.
  private func schreibeErgebnis(_ summen: Objektsummen, _ seite: Seitenschreiber) -> Int {
    let gute = summen.jeErgebnis[.uebernommen]?.objekte ?? 0
    let gescheitert = summen.jeErgebnis[.gescheitert]?.objekte ?? 0
    let maengel = gescheitert + summen.fehlend
    guard maengel > 0 else {
      switch gute {
      case 0: seite.ergebnis(.hinweis, "Es ist nichts übernommen.")
      case 1: seite.ergebnis(.gut, "Das Objekt, das das Archiv haben wollte, ist übernommen.")
      default:
        seite.ergebnis(
          .gut, "Alle \(gute.deutsch) Objekte, die das Archiv haben wollte, sind übernommen.")
      }
      return 0
    }
    var folgen: [String] = []
    if gescheitert > 0 {
      folgen.append(
        "\(gescheitert.mal("Objekt ist", "Objekte sind")) gekommen, aber nicht übernommen. "
          + "Die Gründe stehen unten.")
    }
    if summen.fehlend > 0 {
      folgen.append(
        "\(summen.fehlend.mal("Objekt fehlt", "Objekte fehlen")): als archivwürdig bewertet, aber "
          + "nicht gekommen.")
    }
    if summen.ueberzaehlig > 0 {
      folgen.append(
        "\(summen.ueberzaehlig.mal("Objekt ist", "Objekte sind")) überzählig: gekommen, obwohl das "
          + "Archiv nicht darum gebeten hat.")
    }
    seite.ergebnis(
      .warnung, "\(gute.mal("Objekt ist", "Objekte sind")) übernommen, nicht alles ist in Ordnung.",
      folgen)
    return maengel
  }

  private func schreibeSummen(_ summen: Objektsummen, _ seite: Seitenschreiber) throws {
    for (name, ergebnis) in [
      ("Übernommen", Objektsummen.Ergebnis.uebernommen), ("Nicht übernommen", .gescheitert),
      ("Nicht gekommen", .nichtGekommen),
    ] {
      let m = summen.jeErgebnis[ergebnis] ?? .init()
      try seite.zeile(name) {
        seite.zelle(m.objekte)
        seite.zelle(m.dokumente)
        seite.zelle(m.dateien)
        seite.zelle(m.bytes.alsGroesse)
      }
    }
  }

  private func schreibeMaengel(_ zahl: Int, _ lage: Zeilenlage, _ seite: Seitenschreiber) throws {
    try seite.abschnitt("Was fehlt, überzählig oder gescheitert ist", "maengel") {
      var gliederung = Gliederung()
      var genannt = 0
      let nur =
        zahl > Self.hoechstensMaengel
        ? "Die ersten \(Self.hoechstensMaengel) von \(zahl.deutsch)" : "Alle"
      try seite.tabelle(Self.maengelform, "\(nur) Objekte, die nicht übernommen sind") {
        try objekte.jede { e in
          let nummer = gliederung.naechste(e)
          let ergebnis = e.ergebnis(mitBewertung: mitBewertung)
          guard !e.istKontext, let ergebnis, ergebnis != .uebernommen,
            genannt < Self.hoechstensMaengel
          else { return }
          genannt += 1
          try seite.zeile(nummer) {
            for s in Self.maengelspalten { s.schreibe(e, lage, seite) }
          }
        }
      }
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    let summen = try Objektsummen(objekte, mitBewertung: mitBewertung)
    try kopf.schreibe(into: senke, bericht: "uebernahmebericht", summen, objekte) { json in
      for ergebnis in Objektsummen.Ergebnis.allCases {
        try json.menge("\(ergebnis)", summen.jeErgebnis[ergebnis] ?? .init())
      }
      json.zahl("ueberzaehlig", summen.ueberzaehlig)
    } danach: { json in
      try statistik?.schreibe(json)
    }
  }
}
