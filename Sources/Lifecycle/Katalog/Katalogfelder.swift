// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// The fields of one row on their way to a ``Katalogzeile``.
struct Katalogfelder {
  /// A breach of a rule in this row.
  struct Mangel {
    var regel: Regel
    var meldung: String
    var schwere: Schwere?
  }

  private(set) var maengel: [Mangel] = []
  private let zeile: Int
  private var werte: [String: String] = [:]

  init(_ satz: CSVLeser.Satz, _ spalten: Katalogspalten) {
    zeile = satz.zeile
    var zerlegte: [String] = []
    for (name, stelle) in spalten.stellen.sorted(by: { $0.value < $1.value }) {
      let roh = satz.felder[stelle]
      let wert = Textform.komponiert(roh).ohneRand
      if wert.utf8.count != roh.ohneRand.utf8.count { zerlegte.append(name) }
      if wert.unicodeScalars.contains(where: \.istUnsichtbar) {
        ruege(Katalogregeln.k9, "Das Feld »\(name)« enthält unsichtbare Zeichen.")
      }
      werte[name] = wert
    }
    if !zerlegte.isEmpty {
      ruege(
        Katalogregeln.k10,
        "Zusammengesetzt wurden Umlaute in: \(zerlegte.joined(separator: ", ")).")
    }
  }

  /// The id, perhaps empty.
  var id: String { werte["id"] ?? "" }

  private mutating func ruege(_ regel: Regel, _ meldung: String) {
    maengel.append(Mangel(regel: regel, meldung: meldung, schwere: nil))
  }

  /// The row; nil if one of its fields has an error.
  mutating func lies(_ leser: Katalogleser) -> Katalogzeile? {
    let name = pflicht("id")
    let aktenplan = liesAktenplan()
    let dauer = liesDauer(leser.grenzeJahre)
    let startregel = liesStartregel()
    let bezug = liesBezug()
    let mindestBis = liesMindestBis(leser.grenzeJahre)
    let art = liesArt()
    let basis = liesBasis()
    let gueltigkeit = liesGueltigkeit()
    let wirkung = liesWirkung()
    let nieLoeschen = liesNieLoeschen()
    let einschraenkung = liesEinschraenkung(dauer)
    pruefePaar(startregel, bezug)
    pruefeLoeschen(art, nieLoeschen, dauer)
    if feld("rechtsgrundlage").isEmpty {
      ruege(Katalogregeln.k27, "Es ist keine Rechtsgrundlage genannt.")
    }
    guard !maengel.contains(where: { ($0.schwere ?? $0.regel.schwere) == .fehler }),
      let name, let aktenplan, let dauer, let startregel, let bezug, let art, let basis,
      let gueltigkeit, let wirkung, let nieLoeschen
    else { return nil }
    let selektor = feld("selektor")
    return Katalogzeile(
      id: name, aktenplan: aktenplan, betreff: feld("betreff"),
      selektor: selektor.isEmpty ? nil : selektor, dauer: dauer, startregel: startregel,
      bezug: bezug, mindestBis: mindestBis, einschraenkungNachJahren: einschraenkung,
      aussonderungsart: art, rechtsgrundlage: feld("rechtsgrundlage"), basis: basis,
      gueltigAb: gueltigkeit.ab, gueltigBis: gueltigkeit.bis, wirkung: wirkung,
      nieLoeschen: nieLoeschen, zeile: zeile)
  }

  private func feld(_ name: String) -> String { werte[name] ?? "" }

  private mutating func pflicht(_ name: String) -> String? {
    let wert = feld(name)
    guard wert.isEmpty else { return wert }
    ruege(Katalogregeln.k7, "Das Feld »\(name)« ist leer.")
    return nil
  }

  private mutating func liesAktenplan() -> Aktenplannummer? {
    guard let text = pflicht("aktenplan") else { return nil }
    guard let nummer = Aktenplannummer(text) else {
      ruege(Katalogregeln.k12, "»\(text)« ist keine Nummer eines Aktenplans.")
      return nil
    }
    return nummer
  }

  // MARK: Duration

  private mutating func liesDauer(_ grenzeJahre: Int) -> Fristdauer? {
    guard let text = pflicht("dauer") else { return nil }
    let einheit = feld("einheit")
    if text == "unbefristet" {
      if !["", "J", "M"].contains(einheit) { meldeEinheit(einheit) }
      return .unbefristet
    }
    if text.contains("unbefristet") {
      ruege(Katalogregeln.k13, "»\(text)« nennt »unbefristet« und noch etwas anderes.")
      return nil
    }
    guard let zahl = ganzzahl(text) else {
      ruege(
        Katalogregeln.k13, "»\(text)« ist weder eine ganze Zahl noch »unbefristet«.")
      return nil
    }
    guard pflicht("einheit") != nil else { return nil }
    let dauer: Fristdauer
    switch einheit {
    case "J": dauer = .jahre(zahl)
    case "M": dauer = .monate(zahl)
    default:
      meldeEinheit(einheit)
      return nil
    }
    guard !dauer.istUnplausibel(grenzeJahre: grenzeJahre) else {
      ruege(
        Katalogregeln.k14,
        "\(dauer.anzeige) sind mehr als die üblichen höchstens "
          + "\(Fristdauer.jahre(grenzeJahre).anzeige).")
      return nil
    }
    return dauer
  }

  private mutating func meldeEinheit(_ text: String) {
    ruege(Katalogregeln.k15, "»\(text)« ist keine Einheit.")
  }

  private mutating func liesEinschraenkung(_ dauer: Fristdauer?) -> Int? {
    let text = feld(Katalogleser.einschraenkung)
    guard !text.isEmpty else { return nil }
    guard let jahre = ganzzahl(text) else {
      ruege(Katalogregeln.k28, "»\(text)« ist keine ganze Zahl von Jahren.")
      return nil
    }
    if dauer.flatMap(\.inMonaten).map({ jahre > $0 / 12 }) ?? (jahre > 200) {
      ruege(
        Katalogregeln.k28,
        "Die Einschränkung nach \(Fristdauer.jahre(jahre).dativ) läge nach dem Ende der Frist.")
      return nil
    }
    return jahre
  }

  // MARK: Counting

  private mutating func liesStartregel() -> Startregel? {
    guard let text = pflicht("startregel") else { return nil }
    guard let regel = Startregel(rawValue: text) else {
      ruege(Katalogregeln.k16, "»\(text)« ist keine Startregel.")
      return nil
    }
    return regel
  }

  private mutating func liesBezug() -> Fristbezug? {
    guard let text = pflicht("bezug") else { return nil }
    guard let bezug = Fristbezug(kuerzel: text) else {
      ruege(
        Katalogregeln.k17,
        text == "ereignis" || text == "ereignis:"
          ? "Beim Bezug fehlt der Name des Ereignisses." : "»\(text)« ist kein Bezug.")
      return nil
    }
    return bezug
  }

  private mutating func liesMindestBis(_ grenzeJahre: Int) -> Mindestbis? {
    let text = feld("mindestbis")
    guard !text.isEmpty else { return nil }
    guard let wert = Mindestbis(kuerzel: text) else {
      ruege(Katalogregeln.k19, "»\(text)« ist weder ein Tag noch ein Ereignis.")
      return nil
    }
    if case .ereignis(_, let monate) = wert,
      Fristdauer.monate(monate).istUnplausibel(grenzeJahre: grenzeJahre)
    {
      ruege(Katalogregeln.k14, "»\(text)« liegt unplausibel weit nach dem Ereignis.")
      return nil
    }
    return wert
  }

  private mutating func pruefePaar(_ startregel: Startregel?, _ bezug: Fristbezug?) {
    guard let startregel, let bezug, startregel == .ereignis || startregel == .folgejahrFeststellung
    else { return }
    if bezug.ereignisname == nil {
      ruege(
        Katalogregeln.k18,
        "Die Startregel »\(startregel.rawValue)« passt nicht zum Bezug »\(bezug.kuerzel)«.")
    } else if startregel == .folgejahrFeststellung, bezug != .ereignis("Feststellung") {
      maengel.append(
        Mangel(
          regel: Katalogregeln.k18,
          meldung: "Die Startregel »folgejahrFeststellung« hat den ungewöhnlichen Bezug "
            + "»\(bezug.kuerzel)«.", schwere: .warnung))
    }
  }

  // MARK: Disposal and validity

  private mutating func liesArt() -> Katalogart? {
    guard let text = pflicht("aussonderungsart") else { return nil }
    guard let art = Katalogart(rawValue: text) else {
      ruege(Katalogregeln.k20, "»\(text)« ist keine Aussonderungsart.")
      return nil
    }
    return art
  }

  private mutating func liesBasis() -> Rechtsbasis? {
    guard let text = pflicht("basis") else { return nil }
    guard let basis = Rechtsbasis(rawValue: text) else {
      ruege(Katalogregeln.k21, "»\(text)« ist keine bekannte Basis.")
      return nil
    }
    return basis
  }

  private mutating func liesWirkung() -> Katalogwirkung? {
    guard let text = pflicht("wirkung") else { return nil }
    guard let wirkung = Katalogwirkung(rawValue: text) else {
      ruege(Katalogregeln.k23, "»\(text)« ist keine bekannte Wirkung.")
      return nil
    }
    return wirkung
  }

  private mutating func liesNieLoeschen() -> Bool? {
    guard let text = pflicht("nieLoeschen") else { return nil }
    switch text {
    case "ja": return true
    case "nein": return false
    default:
      ruege(Katalogregeln.k24, "»\(text)« ist weder ja noch nein.")
      return nil
    }
  }

  private mutating func pruefeLoeschen(
    _ art: Katalogart?, _ nieLoeschen: Bool?, _ dauer: Fristdauer?
  ) {
    guard art == .vernichten else { return }
    if nieLoeschen == true {
      ruege(Katalogregeln.k25, "Die Zeile sagt zugleich »nie löschen« und »vernichten«.")
    }
    if dauer == .unbefristet {
      ruege(Katalogregeln.k26, "Die Zeile sagt zugleich »unbefristet« und »vernichten«.")
    }
  }

  private mutating func liesGueltigkeit() -> (ab: Kalendertag, bis: Kalendertag?)? {
    guard let abText = pflicht("gueltigAb") else { return nil }
    let bisText = feld("gueltigBis")
    let ab = Kalendertag(abText)
    let bis = Kalendertag(bisText)
    for (tag, text) in [(ab, abText), (bis, bisText)] where tag == nil && !text.isEmpty {
      ruege(Katalogregeln.k22, "»\(text)« ist kein Tag in der Form JJJJ-MM-TT.")
    }
    guard let ab, bis != nil || bisText.isEmpty else { return nil }
    if let bis, bis < ab {
      ruege(
        Katalogregeln.k22,
        "Die Zeile gilt ab dem \(ab.anzeige), aber nur bis zum \(bis.anzeige).")
      return nil
    }
    return (ab, bis)
  }
}
