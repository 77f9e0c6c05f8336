// SPDX-License-Identifier: Apache-2.0
public import Akte

/// An evaluation with what a report adds: the tools, an earlier result, the group.
///
/// Its forms are HTML for printing, Markdown, CSV and JSON; the same input gives the same bytes.
public struct Reifegradbericht: Sendable {
  /// The comparison of a phase with other municipalities.
  public struct Gruppenzeile: Hashable, Sendable {
    /// The phase.
    public let phase: Int
    /// Own value in tenths of a percent.
    public let eigen: Int
    /// Among the others; nil if there are too few.
    public let vergleich: Gruppenvergleich?
  }

  /// The evaluation.
  public let auswertung: Auswertung
  /// Its catalogue.
  public let katalog: Katalog
  /// The toolbox, to name the files of tools.
  public let toolbox: Toolbox
  /// The comparison with an earlier result; nil if there is none.
  public var zeitvergleich: Zeitvergleich?
  /// The earlier evaluation, for the chart; nil if there is none.
  public var frueher: Auswertung?
  /// The comparison with other municipalities, phase by phase; empty if there is none.
  public var gruppe: [Gruppenzeile] = []
  /// What is to be said about the files of the others.
  public internal(set) var gruppenhinweise: [String] = []
  /// What came up while the answers were merged, for whoever reads the result.
  public var vorbehalte: [String] = []
  /// The name of the municipality.
  public var name: String?
  /// The day of the report; nil leaves it out.
  public var erstellt: Kalendertag?

  /// A report on an evaluation.
  public init(_ auswertung: Auswertung, katalog: Katalog, toolbox: Toolbox) {
    self.auswertung = auswertung
    self.katalog = katalog
    self.toolbox = toolbox
  }

  /// Adds the comparison with an earlier result.
  public mutating func vergleiche(mit frueher: Auswertung, _ katalog: Katalog) {
    self.frueher = frueher
    zeitvergleich = Zeitvergleich(alt: frueher, katalog, neu: auswertung, self.katalog)
  }
}

/// A step of the plan with the tool that helps.
struct Planzeile: Hashable, Sendable {
  let massnahme: Massnahme
  let frage: Frage
  let werkzeug: Werkzeugeintrag?
  let vormerkung: Vormerkung?

  /// What is to be done, as one line.
  var aufgabe: String { (massnahme.art == .klaeren ? "Klären: " : "") + frage.text }

  /// Who does it and until when, as far as it is noted.
  var personUndTermin: String {
    [
      vormerkung?.wer,
      vormerkung?.bis?.anzeige ?? vormerkung?.unlesbar.map { "»\($0)« (kein Tag)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A box, ticked if it is done.
  var kaestchen: String { vormerkung?.erledigt == true ? "☑" : "☐" }

  /// At most two hours for at least half of the gap.
  var istSchnell: Bool { (werkzeug?.aufwandMin ?? .max) <= 120 && massnahme.luecke >= 5_000 }
}

extension Reifegradbericht {
  /// The steps with the first tool that fits the size class.
  var plan: [Planzeile] {
    let vormerkungen = auswertung.datei.vormerkungen
    return auswertung.massnahmen.compactMap { m in
      guard let frage = katalog.frage(m.frage) else { return nil }
      let werkzeug = frage.werkzeuge.lazy.compactMap { katalog.werkzeug($0) }
        .first { $0.gk.contains(auswertung.groessenklasse) }
      return Planzeile(
        massnahme: m, frage: frage, werkzeug: werkzeug, vormerkung: vormerkungen[m.frage])
    }
  }

  /// What to check before the result is believed: what came up while merging, and questions that have
  /// changed since they were answered.
  var warnungen: [String] {
    let fragen = auswertung.geaenderteFragen.map(\.id)
    guard !fragen.isEmpty else { return vorbehalte }
    let satz =
      fragen.count == 1
      ? "Eine Frage hat sich seit der Antwort geändert und zählt als offen, bis jemand sie neu beantwortet"
      : "\(fragen.count) Fragen haben sich seit der Antwort geändert und zählen als offen, bis jemand sie neu beantwortet"
    return vorbehalte + ["\(satz): \(Antwortleser.aufzaehlung(fragen))."]
  }

  /// How many steps the plan shows first.
  var planlaenge: Int { auswertung.groessenklasse == .klein ? 5 : 10 }

  /// The phase whose dimensions the chart shows.
  var bild: Phasenergebnis? {
    auswertung.phasen.first { $0.phase == auswertung.stand.arbeitsphase }
  }

  /// A phase with its name, for example `Phase 1 (Vorbereitung)`.
  func phasenname(_ nr: Int) -> String {
    "Phase \(nr)" + (katalog.phase(nr).map { " (\($0.titel))" } ?? "")
  }

  /// The first sentences of every form.
  var kernsaetze: [String] {
    let a = auswertung
    var saetze = ["Sie stehen in \(phasenname(a.standort))."]
    switch a.stand.abgesichert {
    case nil: saetze.append("Abgesichert ist noch keine Phase.")
    case 0: saetze.append("Abgesichert ist \(phasenname(0)).")
    case let bis?: saetze.append("Abgesichert sind die Phasen 0 bis \(bis).")
    }
    if !a.stand.nachholbedarf.isEmpty {
      let namen = a.stand.nachholbedarf.map(phasenname).joined(separator: ", ")
      saetze.append("Nachzuholen ist etwas in \(namen).")
    }
    saetze.append("Jetzt zu tun ist, was in \(phasenname(a.stand.arbeitsphase)) fehlt.")
    let hindernisse = mussOffen.count
    if hindernisse > 0 {
      saetze.append(
        hindernisse == 1
          ? "Ein Muss-Punkt steht noch im Weg." : "\(hindernisse) Muss-Punkte stehen noch im Weg.")
    }
    return saetze
  }

  /// Must-haves up to the position that are not met, in order of the catalogue.
  var mussOffen: [(frage: Frage, stand: Mussstand)] {
    muss.filter { !$0.stand.genuegt && $0.frage.phase <= auswertung.standort }
  }

  /// All must-haves that were asked, in order of the catalogue.
  var muss: [(frage: Frage, stand: Mussstand)] {
    auswertung.fragen.filter(\.ko).compactMap { f in
      auswertung.phasen.first { $0.phase == f.phase }?.muss[f.id].map { (f, $0) }
    }
  }

  /// A value as the report shows it: a range if the result cannot be relied on much.
  func wert(_ k: Kennzahlen) -> String {
    guard k.beantwortet > 0 else { return "–" }
    if k.offen > 0, auswertung.aussagekraft == .gering {
      return "\(Norm.anzeige(k.min)) bis \(Norm.anzeige(k.max))"
    }
    return Norm.anzeige(k.min)
  }

  /// The level 0 to 4 of a value, for display only.
  func stufe(_ k: Kennzahlen) -> Stufe? {
    guard k.beantwortet > 0, let min = k.min else { return nil }
    return katalog.stufen.last { min >= $0.ab }
  }

  /// Facts about the report, for its head.
  var angaben: [(String, String)] {
    let a = auswertung
    var zeilen: [(String, String)] = []
    if let name { zeilen.append(("Verwaltung", name)) }
    if let bereich = a.datei.geltungsbereich { zeilen.append(("Bereich", bereich)) }
    let klasse = katalog.groessenklassen.first { $0.id == a.groessenklasse }?.text
    var groesse = klasse ?? a.groessenklasse.rawValue
    if let abgeleitet = a.abgeleiteteKlasse, abgeleitet != a.groessenklasse {
      let grund = a.datei.groessenklassengrund ?? "kein Grund genannt"
      groesse += " (gewählt; aus den Angaben folgt »\(abgeleitet.rawValue)«; Grund: \(grund))"
    }
    zeilen.append(("Größe", groesse))
    zeilen.append(("Beteiligte", beteiligte))
    zeilen.append(
      (
        "Fragenkatalog",
        "Fassung \(katalog.version) vom \(Kalendertag(katalog.stand)?.anzeige ?? katalog.stand)"
      ))
    zeilen.append(("Aussagekraft", aussagekraft))
    if a.datei.kurz {
      zeilen.append(("Umfang", "Kurzfassung; nicht mit einer vollen Auswertung zu vergleichen"))
    }
    if let erstellt { zeilen.append(("Erstellt", erstellt.anzeige)) }
    return zeilen
  }

  private var beteiligte: String {
    let einzelne = auswertung.datei.einzelne
    let rollen = Dictionary(grouping: einzelne, by: { $0.rolle ?? "ohne Rolle" }).mapValues(\.count)
    let liste = rollen.sorted { $0.key < $1.key }.map { "\(Rolle.anzeige($0.key)) (\($0.value))" }
    return "\(einzelne.count): \(liste.joined(separator: ", "))"
  }

  private var aussagekraft: String {
    let g = auswertung.gesamt
    let anteil = "\(Norm.anzeige(g.vollstaendigkeit)) der Punkte beantwortet"
    let belege = "\(Norm.anzeige(auswertung.belegquote)) davon mit Beleg"
    return "\(auswertung.aussagekraft.rawValue): \(anteil), \(belege)"
  }
}
