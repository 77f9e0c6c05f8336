// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// How much a report is about, counted in one pass; Kontextobjekte count on their own.
struct Objektsummen {
  /// Objects, with the documents and files directly in them.
  struct Menge {
    var objekte = 0
    var dokumente = 0
    var dateien = 0
    var bytes: Int64 = 0

    static func += (a: inout Self, e: Objekteintrag) {
      a.objekte += 1
      a.dokumente += e.dokumente
      a.dateien += e.dateien
      a.bytes += e.bytes
    }
  }

  /// What became of an object in the take-over.
  enum Ergebnis: CaseIterable {
    case uebernommen, gescheitert, nichtGekommen
  }

  private(set) var alle = Menge()
  private(set) var kontext = 0
  private(set) var teile = 1
  private(set) var laufzeit = Zeitraum()
  private(set) var jeEbene: [Ebene: Menge] = [:]
  private(set) var jeVorschlag: [String: Menge] = [:]
  private(set) var jeEntscheidung: [Archiventscheidung?: Menge] = [:]
  private(set) var jeEbeneUndEntscheidung: [Ebene: [Archiventscheidung?: Menge]] = [:]
  private(set) var jeErgebnis: [Ergebnis: Menge] = [:]
  /// Objects appraised A that did not come (R49).
  private(set) var fehlend = 0
  /// Objects that came without being appraised A (R50).
  private(set) var ueberzaehlig = 0

  init(_ zeilen: Berichtszeilen<Objekteintrag>, mitBewertung: Bool = true) throws {
    try zeilen.jede { e in
      teile = max(teile, e.teil)
      guard !e.istKontext else {
        kontext += 1
        return
      }
      alle += e
      jeEbene[e.ebene, default: Menge()] += e
      if let v = e.vorschlag { jeVorschlag[v, default: Menge()] += e }
      jeEntscheidung[e.entscheidung, default: Menge()] += e
      jeEbeneUndEntscheidung[e.ebene, default: [:]][e.entscheidung, default: Menge()] += e
      if let ergebnis = e.ergebnis(mitBewertung: mitBewertung) {
        jeErgebnis[ergebnis, default: Menge()] += e
      }
      if e.fehlt(mitBewertung: mitBewertung) { fehlend += 1 }
      if e.istUeberzaehlig(mitBewertung: mitBewertung) { ueberzaehlig += 1 }
      if let b = e.laufzeit.beginn { laufzeit.beginn = min(laufzeit.beginn ?? b, b) }
      if let b = e.laufzeit.ende { laufzeit.ende = max(laufzeit.ende ?? b, b) }
    }
  }
}

extension Objekteintrag {
  /// What became of it; nil if nobody wanted it and it did not come.
  func ergebnis(mitBewertung: Bool) -> Objektsummen.Ergebnis? {
    switch uebernahme {
    case .uebernommen?: .uebernommen
    case .gescheitert?: .gescheitert
    case nil: fehlt(mitBewertung: mitBewertung) ? .nichtGekommen : nil
    }
  }

  /// True if the archive wanted it and it did not come.
  func fehlt(mitBewertung: Bool) -> Bool {
    !istKontext && uebernahme == nil && (!mitBewertung || entscheidung == .archivwuerdig)
  }

  /// True if it came although the archive had not wanted it.
  func istUeberzaehlig(mitBewertung: Bool) -> Bool {
    mitBewertung && !istKontext && uebernahme != nil && entscheidung != .archivwuerdig
  }
}
