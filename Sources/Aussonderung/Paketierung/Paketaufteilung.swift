// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

/// Divides the objects of a transfer into packages (FAKTEN 2.2).
struct Paketaufteilung {
  let ebene: Paketierungsebene
  /// Levels of single objects at the top.
  let ausnahmen: [ObjektID: Paketierungsebene]
  /// Documents at the top, which are one package together.
  private var lose: [(stelle: Int, Dokument)] = []

  init(_ ebene: Paketierungsebene, _ ausnahmen: [ObjektID: Paketierungsebene]) {
    self.ebene = ebene
    self.ausnahmen = ausnahmen
  }

  /// The packages of an object at the top; none for a document, see ``dokumente(_:)``.
  ///
  /// - Parameters:
  ///   - objekt: The object.
  ///   - knoten: Its place in the message.
  ///   - stelle: Its number at the top.
  /// - Returns: The packages, in the order in which their objects stand.
  /// - Throws: ``Paketierungsfehler/nichtZerlegbar(_:)``.
  mutating func nimm(
    _ objekt: Schriftgutobjekt, _ knoten: Schnittknoten, stelle: Int
  ) throws(Paketierungsfehler) -> [Paketentwurf] {
    switch objekt {
    case .akte(let a):
      guard knoten.art == .akte else { throw .nichtZerlegbar(objekt.id.text) }
      var teile: [Paketentwurf] = []
      try zerlege(a, knoten, ausnahmen[a.id] ?? ebene, [stelle], [], &teile)
      return teile
    case .vorgang(let v):
      guard knoten.art == .vorgang else { throw .nichtZerlegbar(objekt.id.text) }
      return [Self.paket(v, [], [stelle])]
    case .dokument(let d):
      guard knoten.art == .dokument else { throw .nichtZerlegbar(objekt.id.text) }
      lose.append((stelle, d))
      return []
    }
  }

  /// The package of the documents at the top; nil if there are none.
  func dokumente() -> Paketentwurf? {
    guard let erstes = lose.first else { return nil }
    let tage = lose.flatMap { _, d in
      [d.angaben.datumDesSchreibens, d.angaben.posteingangsdatum, d.angaben.postausgangsdatum]
        .compactMap { $0 }
    }
    var p = Paketentwurf(
      .dokumente, titel: "Nicht zugeordnete Dokumente",
      zeitraum: Zeitraum(beginn: tage.min(), ende: tage.max()), kennung: erstes.1.id, pfad: [])
    for (stelle, d) in lose {
      p.nimm(.dokument(d), .dokument)
      p.auswahl.append((stelle, .ganz))
    }
    return p
  }

  private func zerlege(
    _ a: Akte, _ knoten: Schnittknoten, _ ebene: Paketierungsebene, _ weg: [Int],
    _ pfad: [ObjektID], _ teile: inout [Paketentwurf]
  ) throws(Paketierungsfehler) {
    let tiefe = pfad.count
    let art: Objektart = tiefe == 0 ? .akte : .teilakte
    let wort = tiefe == 0 ? "Akte" : "Teilakte"
    let titel = Schriftgutobjekt.akte(a).titel(wort)
    guard teilt(a, ebene, tiefe) else {
      var p = Paketentwurf(
        tiefe == 0 ? .akte : .teilakte, titel: titel, zeitraum: a.laufzeit, kennung: a.id,
        pfad: pfad)
      p.nimm(.akte(a), art)
      p.auswahl = Self.auswahl(weg, .ganz)
      teile.append(p)
      return
    }
    let dokumente = knoten.kinder(.dokument)
    let vorgaenge = knoten.kinder(.vorgang)
    let teilakten = knoten.kinder(.akte)
    guard dokumente.count == a.dokumente.count, vorgaenge.count == a.vorgaenge.count,
      teilakten.count == a.teilakten.count
    else { throw .nichtZerlegbar(a.id.text) }
    let darunter = pfad + [a.id]
    if !a.dokumente.isEmpty {
      var p = Paketentwurf(
        .dokumente, titel: "Nicht zugeordnete Dokumente aus " + titel, zeitraum: a.laufzeit,
        kennung: a.id, pfad: darunter)
      for d in a.dokumente { p.nimm(.dokument(d), .dokument) }
      p.auswahl = Self.auswahl(weg, .teil(dokumente.map { ($0.stelle, .ganz) }))
      teile.append(p)
    }
    for (v, k) in zip(a.vorgaenge, vorgaenge) {
      teile.append(Self.paket(v, darunter, weg + [k.stelle]))
    }
    for (t, k) in zip(a.teilakten, teilakten) {
      try zerlege(t, k.knoten, ebene, weg + [k.stelle], darunter, &teile)
    }
  }

  /// Whether an Akte is divided.
  private func teilt(_ a: Akte, _ ebene: Paketierungsebene, _ tiefe: Int) -> Bool {
    if a.teilakten.isEmpty, a.vorgaenge.isEmpty { return false }
    var hatDateien = false
    Schriftgutobjekt.akte(a).jedeGenannteDatei { _ in hatDateien = true }
    if hatDateien { return false }
    return switch ebene {
    case .wurzel: false
    case .akte: !a.teilakten.isEmpty
    case .vorgang: true
    case .stufe(let n): tiefe < n
    }
  }

  private static func paket(_ v: Vorgang, _ pfad: [ObjektID], _ weg: [Int]) -> Paketentwurf {
    var p = Paketentwurf(
      .vorgang, titel: Schriftgutobjekt.vorgang(v).titel("Vorgang"), zeitraum: v.laufzeit,
      kennung: v.id, pfad: pfad)
    p.nimm(.vorgang(v), .vorgang)
    p.auswahl = auswahl(weg, .ganz)
    return p
  }

  /// A choice at the end of a way of places, from the top of the message.
  private static func auswahl(_ weg: [Int], _ innen: Auszugswahl) -> [(stelle: Int, Auszugswahl)] {
    var auswahl = innen
    for stelle in weg.dropFirst().reversed() { auswahl = .teil([(stelle, auswahl)]) }
    return weg.first.map { [($0, auswahl)] } ?? []
  }
}
