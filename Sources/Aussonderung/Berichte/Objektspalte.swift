// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// A column of a table of objects.
enum Objektspalte {
  case ebene, kennzeichen, betreff, laufzeit, zdA, aufbewahrungsende, dokumente, vorschlag
  case entscheidung, dateien, ergebnis, archivkennung

  private var spalte: Tabellenform.Spalte {
    switch self {
    case .ebene: .init(name: "Art", breite: 9)
    case .kennzeichen: .init(name: "Kennzeichen", breite: 11)
    case .betreff: .init(name: "Betreff", breite: 21)
    case .laufzeit: .init(name: "Laufzeit", breite: 9)
    case .zdA: .init(name: "zdA", breite: 9)
    case .aufbewahrungsende: .init(name: "Aufbewahren bis", breite: 9)
    case .dokumente: .init(name: "Dokumente", breite: 9, istZahl: true)
    case .vorschlag: .init(name: "Vorschlag", breite: 12)
    case .entscheidung: .init(name: "Entscheidung", breite: 14)
    case .dateien: .init(name: "Dateien", breite: 9, istZahl: true)
    case .ergebnis: .init(name: "Ergebnis", breite: 18)
    case .archivkennung: .init(name: "Archivkennung", breite: 12)
    }
  }

  /// The form of a table with these columns after the number.
  static func form(_ spalten: [Objektspalte]) -> Tabellenform {
    Tabellenform(
      klasse: "objekte",
      spalten: [.init(name: "Nr.", breite: 6)] + spalten.map(\.spalte))
  }

  /// The cell of an object.
  func schreibe(_ e: Objekteintrag, _ lage: Zeilenlage, _ seite: Seitenschreiber) {
    switch self {
    case .ebene: seite.zelle(e.ebene.anzeige)
    case .kennzeichen: seite.zelle(e.kennzeichen)
    case .betreff:
      var klein = e.istKontext ? ["Kontextobjekt"] : []
      if lage.mitTeil { klein.append("Teil \(e.teil)") }
      seite.zelle(e.betreff, klein: klein + ["Kennung \(e.id.text)"])
    case .laufzeit: seite.zelle(e.laufzeit.alsLaufzeit)
    case .zdA: seite.zelle(e.zdADatum?.anzeige)
    case .aufbewahrungsende: seite.zelle(e.aufbewahrungsende?.anzeige)
    case .dokumente: e.istKontext ? seite.zelle(nil) : seite.zelle(e.dokumente)
    case .vorschlag:
      seite.zelle(
        e.vorschlag.map(Archiventscheidung.wort), klein: e.vorschlagBegruendung.map { [$0] } ?? [])
    case .entscheidung:
      let notiz = e.notiz.map { [$0] } ?? []
      switch e.entscheidung {
      case let wert?: seite.zelle(Archiventscheidung.wort(wert.rawValue), klein: notiz)
      case nil where e.istKontext: seite.zelle(nil, klein: notiz)
      case nil: seite.zelle(marke: "offen", .warnung, klein: notiz)
      }
    case .dateien:
      e.istKontext
        ? seite.zelle(nil) : seite.zelle(e.dateien.deutsch, klein: [e.bytes.alsGroesse])
    case .ergebnis: schreibeErgebnis(e, lage, seite)
    case .archivkennung: seite.zelle(e.archivkennung)
    }
  }

  private func schreibeErgebnis(_ e: Objekteintrag, _ lage: Zeilenlage, _ seite: Seitenschreiber) {
    switch e.uebernahme {
    case .uebernommen?: seite.zelle(marke: "übernommen", .gut)
    case .gescheitert(let grund)?:
      let zuviel = e.istUeberzaehlig(mitBewertung: lage.mitBewertung)
      seite.zelle(
        marke: zuviel ? "überzählig" : "nicht übernommen", zuviel ? .warnung : .fehler,
        klein: [grund])
    case nil where e.fehlt(mitBewertung: lage.mitBewertung):
      seite.zelle(marke: "nicht gekommen", .fehler)
    case nil: seite.zelle(e.entscheidung == .nichtArchivwuerdig ? "nicht angefordert (V)" : nil)
    }
  }
}

/// What all rows of a table have in common.
struct Zeilenlage {
  /// The messages have several parts, so that a row says which one it stands in.
  var mitTeil = false
  /// The objects were appraised one by one, not by catalogue.
  var mitBewertung = true
}

extension Seitenschreiber {
  /// The table of all objects in the order and hierarchy of the message.
  func objekte(
    _ zeilen: Berichtszeilen<Objekteintrag>, _ spalten: [Objektspalte], _ lage: Zeilenlage,
    _ beschriftung: String
  ) throws {
    var gliederung = Gliederung()
    try tabelle(Objektspalte.form(spalten), beschriftung) {
      try zeilen.jede { e in
        try self.zeile(gliederung.naechste(e), klasse: e.istKontext ? "kontext" : "") {
          for s in spalten { s.schreibe(e, lage, self) }
        }
      }
    }
    erklaere(.laufzeit, .kennung)
  }
}

extension Archiventscheidung {
  /// `A – archivwürdig`; a value that is neither A nor V stays as it is.
  static func wort(_ wert: String) -> String {
    Archiventscheidung(rawValue: wert).map { "\(wert) – \($0.anzeige)" } ?? wert
  }
}

extension Zeitraum {
  /// `15.03.2011 – 14.12.2012`; nil without any day.
  var alsLaufzeit: String? {
    guard beginn != nil || ende != nil else { return nil }
    // A line may end after the dash, not before it.
    return "\(beginn?.anzeige ?? "?")\u{A0}– \(ende?.anzeige ?? "?")"
  }
}
