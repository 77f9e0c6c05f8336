// SPDX-License-Identifier: Apache-2.0
import Akte
import TestHilfe
import Testing

@testable import Lifecycle

/// A source that counts what it is asked, and how many states it gives.
private final class Zaehlquelle: Zustandsquelle {
  private let modell: Bestandsmodell
  private(set) var fragen = 0
  private(set) var geliefert = 0

  init(_ modell: Bestandsmodell) { self.modell = modell }

  private func gezaehlt<T>(_ antwort: T?) -> T? {
    fragen += 1
    geliefert += antwort == nil ? 0 : 1
    return antwort
  }
  private func gezaehlt<T>(_ antwort: [T]) -> [T] {
    fragen += 1
    geliefert += antwort.count
    return antwort
  }

  func schriftgut(_ id: ObjektID) throws(Never) -> Schriftgutzustand? {
    gezaehlt(modell.schriftgut(id))
  }
  func dokument(_ id: ObjektID) throws(Never) -> Dokumentzustand? { gezaehlt(modell.dokument(id)) }
  func kinder(_ id: ObjektID) throws(Never) -> [Schriftgutzustand] { gezaehlt(modell.kinder(id)) }
  func dokumente(in id: ObjektID) throws(Never) -> [Dokumentzustand] {
    gezaehlt(modell.dokumente(in: id))
  }
  func paket(_ id: PaketID) throws(Never) -> Paketzustand? { gezaehlt(modell.paket(id)) }
  func einheit(_ kennzeichen: String) throws(Never) -> Einheitszustand? {
    gezaehlt(modell.einheit(kennzeichen))
  }
  func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(Never) -> Fristregel? { gezaehlt(modell.regel(fuer: objekt, am: tag)) }
  func istVergeben(_ kennzeichen: Kennzeichen, ausserAn id: ObjektID) throws(Never) -> Bool {
    fragen += 1
    return modell.istVergeben(kennzeichen, ausserAn: id)
  }
  func istBekannt(_ hash: Pruefsumme) throws(Never) -> Bool {
    fragen += 1
    return modell.istBekannt(hash)
  }
  func istVergeben(_ id: ObjektID) throws(Never) -> Bool {
    fragen += 1
    return modell.istVergeben(id)
  }
  func istPerson(_ kennung: String) throws(Never) -> Bool {
    fragen += 1
    return true
  }
  func istOrganisationseinheit(_ name: String) throws(Never) -> Bool {
    fragen += 1
    return true
  }
  func loeschhindernisse(_ id: ObjektID) throws(Never) -> [String] {
    fragen += 1
    return []
  }
}

/// An Akte with many Vorgänge, two documents in each.
private struct GrosseAkte {
  var modell = Bestandsmodell()
  let vorgaenge: [ObjektID]
  var heute = tag(2020, 3, 2)

  init(_ anzahl: Int) throws {
    vorgaenge = (0..<UInt64(anzahl)).map { .nr(1000 + $0) }
    modell.regeln = ["10.1": .probe(jahre: 5)]
    try tu(
      .einheit(
        ziel: "10.1",
        ereignis: .anlegen(angaben: Einheitszustand(kennzeichen: "10.1", bezeichnung: "Hunde"))),
      .fa)
    try tu(.schriftgut(ziel: .akte, in: nil, ereignis: .anlegen(angaben: .akte())), .sb)
    for (n, id) in vorgaenge.enumerated() {
      try tu(
        .schriftgut(ziel: id, in: .akte, ereignis: .anlegen(angaben: .vorgang("A-1#\(n)"))), .sb)
      for brief in [0, 1] as [UInt64] {
        try tu(
          .dokument(
            ziel: .nr(1_000_000 + UInt64(n) * 2 + brief), in: id,
            ereignis: .anlegen(angaben: .brief(UInt8(n % 200)))), .sb)
      }
    }
  }

  private func handlung(_ e: Ereignis, _ wer: Akteur, _ mit: Akteur? = nil) -> Handlung {
    Handlung(e, akteur: wer, zweitePerson: mit, heute: heute)
  }

  mutating func tu(_ e: Ereignis, _ wer: Akteur) throws { try modell.wende(handlung(e, wer)) }

  /// Closes all of it, offers it, and lets the archive refuse all of it.
  mutating func bisBewertet() throws {
    try tu(zdA, .reg)
    heute = tag(2030, 1, 2)
    let alle = [.akte] + vorgaenge
    for e in [
      Paketereignis.biete([.akte]), .anbieten(nachricht: .angebot, schemagueltig: true),
    ] {
      try tu(.paket(ziel: .paket, ereignis: e), .reg)
    }
    try tu(.paket(ziel: .paket, ereignis: .werte(alle.map { ($0, "V") })), .arc)
  }

  var zdA: Ereignis {
    .schriftgut(
      ziel: .akte, in: nil, ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: heute)))
  }

  /// What the event costs: questions to the source, states it gave, states that the rules touched.
  func kosten(_ e: Ereignis, mit zweite: Akteur? = nil) throws -> (Int, Int, Int, Wirkungen) {
    let quelle = Zaehlquelle(modell)
    let aufwand = Teilbaum.Aufwand()
    let w = try Teilbaum.$aufwand.withValue(aufwand) {
      try quelle.wirkungen(handlung(e, .reg, zweite))
    }
    return (quelle.fragen, quelle.geliefert, aufwand.besuche, w)
  }
}

@Suite("Aufwand großer Akten")
struct AufwandTests {
  private func pruefe(
    _ klein: (Int, Int, Int, Wirkungen), _ gross: (Int, Int, Int, Wirkungen)
  ) {
    #expect(klein.0 > 200 && klein.1 > 600 && klein.2 > 200, "es wurde gar nicht gezählt")
    #expect(Double(gross.0) <= 2.2 * Double(klein.0), "Fragen: \(klein.0), \(gross.0)")
    #expect(Double(gross.1) <= 2.2 * Double(klein.1), "geliefert: \(klein.1), \(gross.1)")
    #expect(Double(gross.2) <= 2.2 * Double(klein.2), "besucht: \(klein.2), \(gross.2)")
  }

  @Test("Doppelt so viele Vorgänge: eine zdA-Verfügung mit Inhalt kostet doppelt so viel")
  func kaskade() throws {
    let (klein, gross) = (try GrosseAkte(200), try GrosseAkte(400))
    let (a, b) = (try klein.kosten(klein.zdA), try gross.kosten(gross.zdA))
    pruefe(a, b)
    #expect(a.3.schriftgut.count == 201 && b.3.schriftgut.count == 401)
    #expect(b.3.schriftgut.allSatisfy { $0.lage == .zdA && $0.frist?.ende == tag(2025, 12, 31) })
    #expect(b.3.schriftgut.first?.id == .akte)
    #expect(b.3.schriftgut.dropFirst().map(\.id) == gross.vorgaenge)
  }

  @Test("Doppelt so viele Vorgänge: eine Vernichtung kostet doppelt so viel")
  func vernichtung() throws {
    var (klein, gross) = (try GrosseAkte(200), try GrosseAkte(400))
    try klein.bisBewertet()
    try gross.bisBewertet()
    let e = Ereignis.schriftgut(ziel: .akte, in: nil, ereignis: .vernichten)
    let (a, b) = (try klein.kosten(e, mit: .vg), try gross.kosten(e, mit: .vg))
    pruefe(a, b)
    #expect(b.3.schriftgut.map(\.id) == [.akte] + gross.vorgaenge)
    #expect(b.3.dokumente.count == 800)
    #expect(b.3.schriftgut.allSatisfy { $0.lage == .vernichtet })
    guard case .loesche(let freigabe)? = b.3.auftraege.first else {
      Issue.record("keine Löschfreigabe")
      return
    }
    #expect(freigabe.eintraege.map(\.objekt) == gross.vorgaenge.reversed() + [.akte])
  }

  @Test("Der Teilbaum gibt dasselbe wie ein Gang durch die ganze Liste", arguments: 0..<20)
  func teilbaum(_ startwert: Int) throws {
    var zufall = Zufall(UInt64(startwert))
    func objekt(_ n: UInt64, in eltern: ObjektID?) -> Schriftgutzustand {
      Schriftgutzustand(
        id: .nr(n), ebene: .vorgang, eltern: eltern, einheit: "10.1",
        kennzeichen: Kennzeichen("V-\(n)"), am: tag(2019, 3, 1))
    }
    let wurzel = objekt(1, in: .nr(77))
    var alle = [wurzel]
    for n in 2...40 as ClosedRange<UInt64> {
      alle.append(objekt(n, in: alle.randomElement(using: &zufall)?.id))
    }
    // In no order: a vendor's list need not be the one that the source makes.
    let unten = alle.dropFirst().shuffled(using: &zufall)
    let baum = Teilbaum(wurzel, unten)
    let eltern = Dictionary(uniqueKeysWithValues: unten.map { ($0.id, $0.eltern) })
    func oben(_ id: ObjektID) -> [ObjektID] {
      var kette: [ObjektID] = []
      var weiter = eltern[id] ?? nil
      while let e = weiter {
        kette.append(e)
        weiter = eltern[e] ?? nil
      }
      return kette
    }
    for z in alle {
      #expect(baum.vorfahren(z).map(\.id) == oben(z.id))
      let darunter = baum.nachfahren(z.id).map(\.id)
      #expect(Set(darunter) == Set(unten.map(\.id).filter { oben($0).contains(z.id) }))
      for (stelle, id) in darunter.enumerated() where eltern[id] != z.id {
        let e = try #require(eltern[id] ?? nil)
        #expect(darunter[..<stelle].contains(e), "jedes nach dem, worin es liegt")
      }
    }
  }
}
