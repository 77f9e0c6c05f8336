// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe

/// The kinds of events and how often each is tried.
enum Modellwurf: CaseIterable {
  case akte, kind, uebernehmen, stornieren, umhaengen, federfuehrung, wiedervorlage, erledigtWV
  case zdA, kaskade, wiederaufnehmen, transferfrist, verlaengern, verkuerzen, bezug, korrektur
  case sperren, entsperren, vernichten, genehmigt, loeschverlangen, ersuchen, abgelehnt
  case bestaetigt, waechter, katalog, papier
  case dokument, altdokument, fassung, auschecken, einchecken, verfuegen, erledigen, ablehnen
  case ueberspringen, schlusszeichnen, versenden, repraesentat, loeschen, lauf
  case angebot, herausnehmen, anbieten, empfang, bewertung, fristablauf, zurueckziehen, abgeben
  case nachKatalog, abgabeempfang, importieren, abschliessen, abbrechen
  case einheit, stilllegen, vorabbewerten

  var gewicht: Int {
    switch self {
    case .akte: 25
    case .kind: 60
    case .uebernehmen: 20
    case .stornieren: 12
    case .umhaengen: 22
    case .federfuehrung: 7
    case .wiedervorlage: 10
    case .erledigtWV: 16
    case .zdA: 90
    case .kaskade: 35
    case .wiederaufnehmen: 25
    case .transferfrist: 35
    case .verlaengern, .verkuerzen: 10
    case .bezug: 10
    case .korrektur: 10
    case .sperren: 16
    case .entsperren: 24
    case .vernichten: 75
    case .genehmigt: 30
    case .loeschverlangen: 8
    case .ersuchen: 12
    case .abgelehnt: 10
    case .bestaetigt: 7
    case .waechter: 12
    case .katalog: 10
    case .papier: 8
    case .dokument: 80
    case .altdokument: 12
    case .fassung: 35
    case .auschecken: 8
    case .einchecken: 14
    case .verfuegen: 16
    case .erledigen: 34
    case .ablehnen: 5
    case .ueberspringen: 10
    case .schlusszeichnen: 18
    case .versenden: 12
    case .repraesentat: 14
    case .loeschen: 4
    case .lauf: 12
    case .angebot: 50
    case .herausnehmen: 6
    case .anbieten: 55
    case .empfang: 45
    case .bewertung: 70
    case .fristablauf: 22
    case .zurueckziehen: 7
    case .abgeben: 60
    case .nachKatalog: 30
    case .abgabeempfang: 10
    case .importieren: 60
    case .abschliessen: 16
    case .abbrechen: 2
    case .einheit: 2
    case .stilllegen: 1
    case .vorabbewerten: 12
    }
  }

  /// Each kind as often as its weight.
  static let topf: [Modellwurf] = allCases.flatMap { Array(repeating: $0, count: $0.gewicht) }
}

extension Modellwelt {
  mutating func w(_ n: Int) -> Int { Int(truncatingIfNeeded: z.next() >> 33) % n }
  mutating func chance(_ prozent: Int) -> Bool { w(100) < prozent }
  mutating func eines<T>(_ liste: [T]) -> T { liste[w(liste.count)] }
  mutating func id() -> ObjektID { .zufaellig(&z) }
  mutating func text(_ gut: String = "Anlass") -> String { chance(4) ? " " : gut }

  /// One of the fitting people, or sometimes anybody.
  mutating func wer(_ passende: [Akteur]) -> Akteur {
    chance(9) ? eines(Modellpersonal.alle) : eines(passende)
  }

  mutating func zweite(_ passende: [Akteur]) -> Akteur? { chance(12) ? nil : wer(passende) }

  /// Mostly nothing passes, sometimes a year: about 80 years in one world.
  mutating func vergeheZeit() {
    let tage =
      switch w(100) {
      case 0..<70: 0
      case 70..<88: 1 + w(20)
      case 88..<98: 20 + w(160)
      default: 200 + w(300)
      }
    guard tage > 0, heute.jahr < 2080 else { return }
    heute = heute.nach(tage)
  }

  /// An object with the wanted property, found by a few random tries; sometimes any.
  mutating func objekt(_ passt: (Schriftgutzustand) -> Bool) -> Schriftgutzustand? {
    if !tot.isEmpty, chance(3) { return modell.schriftgut[eines(tot)] }
    guard !lebend.isEmpty else { return nil }
    let beliebig = chance(8)
    for _ in 0..<14 {
      if let s = modell.schriftgut[eines(lebend)], beliebig || passt(s) { return s }
    }
    return nil
  }

  mutating func dokument(_ passt: (Dokumentzustand) -> Bool) -> Dokumentzustand? {
    guard !dokumente.isEmpty else { return nil }
    let beliebig = chance(8)
    for _ in 0..<14 {
      if let d = modell.dokumente[eines(dokumente)], beliebig || passt(d) { return d }
    }
    return nil
  }

  mutating func paket(_ passt: (Paketzustand) -> Bool) -> Paketzustand? {
    guard !pakete.isEmpty else { return nil }
    let beliebig = chance(8)
    for _ in 0..<10 {
      if let p = modell.pakete[eines(pakete)], beliebig || passt(p) { return p }
    }
    return nil
  }

  mutating func tag(zurueck: Int) -> Kalendertag { heute.nach(-w(zurueck)) }

  mutating func pruefsumme() -> Pruefsumme {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    // A small set now and then, so that the same bytes are filed twice.
    let kurz = chance(10)
    for _ in 0..<4 {
      let n = kurz ? UInt64(w(3)) : z.next()
      for i in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: n >> UInt64(8 * i))) }
    }
    guard let summe = Pruefsumme(.sha256, bytes: bytes) else { preconditionFailure("32 bytes") }
    return summe
  }

  mutating func kennzeichen() -> Kennzeichen {
    if chance(3), let s = modell.schriftgut[lebend.first ?? .leer] { return s.kennzeichen }
    if chance(1) { return " " }
    laufendeNummer += 1
    return Kennzeichen("K/\(laufendeNummer)")
  }

  /// The next event: kinds are drawn until one finds something to happen to.
  mutating func naechste() -> Handlung {
    if lebend.count < 6 { return neueAkte() }
    if chance(4), let h = grenzfall() { return h }
    for _ in 0..<8 {
      let wurf = eines(Modellwurf.topf)
      let h = schriftgut(wurf) ?? dokument(wurf) ?? paket(wurf) ?? einheit(wurf)
      if let h { return h }
    }
    return neueAkte()
  }

  private mutating func einheit(_ wurf: Modellwurf) -> Handlung? {
    let kennzeichen = eines(Self.einheiten)
    switch wurf {
    case .einheit:
      let angaben = Einheitszustand(kennzeichen: kennzeichen, bezeichnung: text())
      return Handlung(
        .einheit(ziel: chance(5) ? "" : kennzeichen, ereignis: .anlegen(angaben: angaben)),
        akteur: wer([Modellpersonal.verwalter]), heute: heute)
    case .stilllegen:
      // At most one unit, so that Akten can still be made.
      let ziel = heute.jahr > 2030 ? "30.1" : "gibt es nicht"
      return Handlung(
        .einheit(ziel: ziel, ereignis: .stilllegen), akteur: wer([Modellpersonal.verwalter]),
        heute: heute)
    case .vorabbewerten:
      let von = tag(zurueck: 800)
      let bewertung = Vorabbewertung(
        nachweis: text("0514-\(w(99))"), art: eines([.archivieren, .vernichten, .bewerten]),
        gueltigkeit: Zeitraum(beginn: von, ende: chance(60) ? von.nach(w(4000)) : nil))
      return Handlung(
        .einheit(ziel: kennzeichen, ereignis: .vorabbewerten(bewertung: bewertung)),
        akteur: wer([Modellpersonal.archivarin] + Modellpersonal.registratur), heute: heute)
    default: return nil
    }
  }
}
