// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Rules about the rows of a catalogue together.
extension Kataloglauf {
  mutating func pruefeIds(_ ids: [(id: String, zeile: Int)]) {
    var erste: [String: Int] = [:]
    for (id, zeile) in ids {
      guard let frueher = erste[id] else {
        erste[id] = zeile
        continue
      }
      melde(
        Katalogregeln.k11,
        "Die Id »\(id)« steht auch in einer früheren Zeile\(frueher == 0 ? "" : " (\(frueher))").",
        zeile: zeile)
    }
  }

  mutating func pruefeZusammenhang() {
    pruefeZeitraeume()
    pruefeEreignisse()
    for zeile in zeilen { pruefeWaechter(zeile) }
    if !zeilen.contains(where: \.aktenplan.istPlanvorgabe) {
      melde(
        Katalogregeln.k34, "Der Katalog hat keine Vorgabe für den ganzen Plan.", zeile: nil)
    }
  }

  // MARK: Validity

  /// What must not be valid twice on a day.
  private struct Schluessel: Hashable {
    let aktenplan: Aktenplannummer
    let selektor: String?
  }

  private mutating func pruefeZeitraeume() {
    var reihenfolge: [Schluessel] = []
    var gruppen: [Schluessel: [Katalogzeile]] = [:]
    for zeile in zeilen {
      let schluessel = Schluessel(aktenplan: zeile.aktenplan, selektor: zeile.selektor)
      if gruppen[schluessel] == nil { reihenfolge.append(schluessel) }
      gruppen[schluessel, default: []].append(zeile)
    }
    for schluessel in reihenfolge {
      guard let gruppe = gruppen[schluessel], gruppe.count > 1 else { continue }
      pruefeFolge(gruppe.sorted { ($0.gueltigAb, $0.zeile) < ($1.gueltigAb, $1.zeile) })
    }
  }

  /// Rows with the same key in the order of their beginnings.
  private mutating func pruefeFolge(_ folge: [Katalogzeile]) {
    guard var laengste = folge.first else { return }
    for zeile in folge.dropFirst() {
      if let bis = laengste.gueltigBis, bis < zeile.gueltigAb {
        if bis.tageszahl + 1 < zeile.gueltigAb.tageszahl {
          melde(
            Katalogregeln.k30,
            "Zwischen \(laengste.id) (bis \(bis.anzeige)) und \(zeile.id) (ab "
              + "\(zeile.gueltigAb.anzeige)) gilt keine Zeile zu \(zeile.stelle).",
            zeile: zeile.zeile)
        }
      } else {
        melde(
          Katalogregeln.k29,
          "\(laengste.id) und \(zeile.id) gelten beide ab dem \(zeile.gueltigAb.anzeige) zu "
            + "\(zeile.stelle).", zeile: zeile.zeile)
      }
      pruefeVerkuerzung(laengste, zeile)
      if !laengste.reichtWeiter(als: zeile) {
        laengste = zeile
      }
    }
  }

  private mutating func pruefeVerkuerzung(_ alt: Katalogzeile, _ neu: Katalogzeile) {
    guard neu.wirkung == .laufendeFristen else { return }
    let vorher = alt.dauer.inMonaten ?? .max
    let nachher = neu.dauer.inMonaten ?? .max
    guard nachher < vorher else { return }
    melde(
      Katalogregeln.k33,
      "\(neu.id) verkürzt laufende Fristen von \(alt.id): bisher \(alt.dauer.anzeige), künftig "
        + "\(neu.dauer.anzeige).", zeile: neu.zeile)
  }

  // MARK: Events and the 30 years

  private mutating func pruefeEreignisse() {
    guard let quellen = leser.ereignisquellen else {
      let namen = Set(zeilen.flatMap(\.ereignisse)).sorted()
      guard !namen.isEmpty else { return }
      melde(
        Katalogregeln.k31,
        "Den Tag dieser Ereignisse muss ein Verfahren liefern: \(namen.joined(separator: ", ")).",
        zeile: nil, schwere: .hinweis)
      return
    }
    for zeile in zeilen {
      for name in zeile.ereignisse where !quellen.contains(name) {
        melde(
          Katalogregeln.k31, "Für das Ereignis »\(name)« ist kein Verfahren genannt.",
          zeile: zeile.zeile)
      }
    }
  }

  /// Local law beyond 30 years: the offer comes before the end of the period.
  private mutating func pruefeWaechter(_ zeile: Katalogzeile) {
    guard zeile.basis == .ortsrecht else { return }
    guard zeile.dauer.inMonaten.map({ $0 > 360 }) ?? true else { return }
    let nurHinweis = leser.waechterEingerichtet || zeile.aussonderungsart != .archivieren
    melde(
      Katalogregeln.k32,
      "\(zeile.id) bewahrt nach Ortsrecht "
        + (zeile.dauer == .unbefristet ? "unbefristet" : zeile.dauer.anzeige)
        + " auf; anzubieten ist trotzdem spätestens nach 30 Jahren.",
      zeile: zeile.zeile, schwere: nurHinweis ? .hinweis : nil)
  }
}

extension Katalogzeile {
  /// True if this row ends later than the other one.
  fileprivate func reichtWeiter(als andere: Katalogzeile) -> Bool {
    guard let bis = gueltigBis else { return andere.gueltigBis != nil }
    return andere.gueltigBis.map { $0 < bis } ?? false
  }

  /// Where the row applies, for findings.
  fileprivate var stelle: String {
    let plan = aktenplan.istPlanvorgabe ? "der Vorgabe des Plans" : "Aktenplan \(aktenplan.text)"
    return selektor.map { "\(plan) mit »\($0)«" } ?? plan
  }
}
