// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle

/// The kinds of work, each as often as it needs to be hit.
enum Arbeitsart: String, CaseIterable {
  case anlegen, dokument, massen, fassung, stapel, ablehnung, zdA, fristlauf, vernichten, katalog
  case richtlinie, sichern, schliessen

  /// How often it comes up.
  var gewicht: Int {
    switch self {
    case .anlegen, .richtlinie, .schliessen, .ablehnung: 1
    case .fassung, .stapel, .massen, .fristlauf, .katalog, .sichern: 2
    case .dokument, .zdA: 3
    case .vernichten: 4
    }
  }

  static let alle: [Arbeitsart] = allCases.flatMap { Array(repeating: $0, count: $0.gewicht) }
}

extension Arbeit {
  /// Does the next thing; what cannot be done now is passed over.
  mutating func tuEtwas() throws {
    guard var art = Arbeitsart.alle.randomElement(using: &zufall) else { return }
    if try akten(.angelegt, .inBearbeitung).isEmpty { art = .anlegen }
    quittung.beginne(art.rawValue)
    switch art {
    case .anlegen: try legeAn()
    case .dokument: try nimmDokument()
    case .massen: try nimmViele()
    case .fassung: try nimmFassung()
    case .stapel: try arbeiteStapelAb()
    case .ablehnung: try versucheUnerlaubtes()
    case .zdA: try verfuegeZdA()
    case .fristlauf: try laufeFristen()
    case .vernichten: try vernichte()
    case .katalog: try nimmNeuenKatalog()
    case .richtlinie: try setzeRichtlinie()
    case .sichern: try speicher.sichere(nach: ordner + "-sicherung")
    case .schliessen:
      try speicher.schliesse()
      speicher = try Speicher(ordner)
    }
    quittung.beende(art.rawValue)
  }

  // MARK: What is there

  private func akten(_ lage: Lage...) throws -> [Schriftgutzustand] {
    var akten: [Schriftgutzustand] = []
    try speicher.jedeAkte { bild in
      if case .schriftgut(let z) = bild.zustand, lage.contains(z.lage) { akten.append(z) }
      return true
    }
    return akten
  }

  private mutating func offenerVorgang() throws -> ObjektID? {
    guard let akte = try akten(.angelegt, .inBearbeitung).randomElement(using: &zufall) else {
      return nil
    }
    var ids: [ObjektID] = []
    try speicher.jedesKind(akte.id) { ids.append($0.id) }
    return ids.randomElement(using: &zufall)
  }

  // MARK: What is done

  private mutating func legeAn() throws {
    guard try akten(.angelegt, .inBearbeitung).count < 6 else { return }
    let akte = ObjektID.zufaellig(&zufall)
    var wunsch = Anlagewunsch(.akte, id: akte, betreff: "Akte \(akte.text.prefix(6))")
    wunsch.einheit = "00.12"
    _ = try speicher.legeAn(wunsch, von: Self.arbeit, am: heute, kopf())
    for _ in 0..<Int.random(in: 1...2, using: &zufall) {
      let vorgang = ObjektID.zufaellig(&zufall)
      _ = try speicher.legeAn(
        Anlagewunsch(.vorgang, id: vorgang, betreff: "Vorgang", in: akte), von: Self.arbeit,
        am: heute, kopf())
      try nimmDokument(in: vorgang)
    }
  }

  private mutating func bytes() -> [UInt8] {
    let laenge = Int.random(in: 0...9, using: &zufall) == 0 ? 300_000 : 5_000
    return (0..<Int.random(in: 1...laenge, using: &zufall)).map { _ in
      UInt8.random(in: 0...255, using: &zufall)
    }
  }

  private mutating func nimmDokument(in eltern: ObjektID? = nil) throws {
    guard let eltern = try eltern ?? offenerVorgang() else { return }
    let id = ObjektID.zufaellig(&zufall)
    let eingang = Dateieingang(
      .bytes(bytes()), dateiname: "Brief.pdf", suchtext: "Geheimtext \(id.text)")
    var hash: Pruefsumme?
    try speicher.vollziehe(mit: eingang, kopf()) { fassung in
      hash = fassung.hash
      return anlage(id, eltern, fassung)
    }
    if let hash { quittung.merke(dokument: id, hash) }
  }

  private func anlage(_ id: ObjektID, _ eltern: ObjektID, _ fassung: Fassung) -> Handlung {
    Handlung(
      .dokument(
        ziel: id, in: eltern,
        ereignis: .anlegen(angaben: Dokumentanlage(fassung: fassung, betreff: "Brief"))),
      akteur: Self.arbeit, heute: heute)
  }

  private mutating func nimmViele() throws {
    guard let eltern = try offenerVorgang() else { return }
    let stapel = try speicher.neuerStapel()
    var auftraege: [Vollzugsauftrag] = []
    for _ in 0..<Int.random(in: 5...40, using: &zufall) {
      let datei = try stapel.nimm(bytes: (0..<50).map { _ in .random(in: 0...255, using: &zufall) })
      guard let hash = datei.hash.pruefsumme else { continue }
      var beilage = Beilage()
      beilage.dateien = [datei]
      let id = ObjektID.zufaellig(&zufall)
      auftraege.append(
        Vollzugsauftrag(
          anlage(id, eltern, Fassung(hash: hash, groesse: datei.groesse)), try kopf(), beilage))
      quittung.merke(dokument: id, hash)
    }
    try stapel.veroeffentliche()
    _ = try withExtendedLifetime(stapel) { try speicher.vollziehe(auftraege) }
  }

  private mutating func nimmFassung() throws {
    guard let vorgang = try offenerVorgang() else { return }
    var dokumente: [ObjektID] = []
    try speicher.jedesKind(vorgang) { if $0.ebene == .dokument { dokumente.append($0.id) } }
    guard let id = dokumente.randomElement(using: &zufall) else { return }
    var hash: Pruefsumme?
    let tag = heute
    try speicher.vollziehe(mit: Dateieingang(.bytes(bytes()), dateiname: "Neu.pdf"), kopf()) { f in
      hash = f.hash
      return Handlung(
        .dokument(ziel: id, in: nil, ereignis: .neueFassung(fassung: f)), akteur: Self.arbeit,
        heute: tag)
    }
    if let hash { quittung.merke(dokument: id, hash) }
  }

  private mutating func arbeiteStapelAb() throws {
    var auftraege: [Vollzugsauftrag] = []
    for akte in try akten(.angelegt, .inBearbeitung, .zdA) {
      let e: Schriftgutereignis = .federfuehrungAendern(
        neu: "Amt \(Int.random(in: 1...99, using: &zufall))")
      auftraege.append(
        Vollzugsauftrag(
          Handlung(
            .schriftgut(ziel: akte.id, in: nil, ereignis: e), akteur: Self.registratur,
            heute: heute),
          try kopf()))
    }
    _ = try speicher.vollziehe(auftraege)
  }

  private mutating func versucheUnerlaubtes() throws {
    guard let akte = try akten(.vernichtet, .zdA, .inBearbeitung).randomElement(using: &zufall)
    else { return }
    try tu(.schriftgut(ziel: akte.id, in: nil, ereignis: .vernichten), Self.arbeit)
  }

  private mutating func verfuegeZdA() throws {
    guard let akte = try akten(.inBearbeitung).randomElement(using: &zufall) else { return }
    try tu(
      .schriftgut(
        ziel: akte.id, in: nil,
        ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: heute))), Self.registratur)
  }

  private mutating func laufeFristen() throws {
    var koepfe: [Ereigniskopf] = []
    for _ in 0..<200 { koepfe.append(try kopf()) }
    // Only those that were used are promised.
    quittung.beginne("fristlauf")
    var benutzt = 0
    _ = try speicher.fristlauf(am: spaeter) {
      benutzt += 1
      return koepfe[min(benutzt, koepfe.count) - 1]
    }
    for kopf in koepfe.prefix(benutzt) { quittung.merke(kopf.id) }
  }

  private mutating func vernichte() throws {
    guard let akte = try akten(.inAufbewahrung).randomElement(using: &zufall) else { return }
    try tu(
      .schriftgut(ziel: akte.id, in: nil, ereignis: .vernichtenNachGenehmigung), Self.registratur,
      zweite: Self.leitung, am: spaeter)
    if case .schriftgut(let z)? = try speicher.objekt(akte.id)?.zustand, z.lage == .vernichtet {
      quittung.merke(vernichtet: akte.id)
    }
  }

  private mutating func nimmNeuenKatalog() throws {
    let anzahl = try speicher.kataloge().kataloge.count
    guard anzahl < 8 else { return }
    try ladeKatalog("\(anzahl + 1)", ab: 2040 + anzahl)  // never reached here
  }

  private mutating func setzeRichtlinie() throws {
    var r = try speicher.richtlinie()
    r.karenztage = Int.random(in: 1...90, using: &zufall)
    try speicher.setze(r, von: Self.fach, kopf())
  }
}
