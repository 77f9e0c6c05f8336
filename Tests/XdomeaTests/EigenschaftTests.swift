// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing
import XMLStrom

@testable import Xdomea

func schreibe(
  _ version: XdomeaFassung, _ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf,
  _ teile: [Nachrichtenteil]
) throws -> (bytes: [UInt8], verluste: Verlustbericht) {
  var bytes: [UInt8] = []
  return try withUnsafeMutablePointer(to: &bytes) { p in
    var s = try Nachrichtenschreiber(version, typ, kopf) { p.pointee += $0 }
    for teil in teile { try s.schreibe(teil) }
    let verluste = try s.beende()
    return (p.pointee, verluste)
  }
}

/// All that a message says.
struct Gelesenes {
  let version: XdomeaFassung
  let typ: Nachrichtentyp
  let kopf: Nachrichtenkopf
  let teile: [Nachrichtenteil]
  let maengel: [Lesemangel]
  let schemafehler: [Schemafehler]
}

func lies(_ bytes: [UInt8], _ schemata: Schemata? = nil) throws -> Gelesenes {
  var stelle = 0
  let leser = try Nachrichtenleser(name: "probe", schemata: schemata) { puffer in
    let n = min(puffer.count, bytes.count - stelle, 777)
    puffer.copyBytes(from: bytes[stelle..<stelle + n])
    stelle += n
    return n
  }
  var teile: [Nachrichtenteil] = []
  while let teil = try leser.naechster() { teile.append(teil) }
  return Gelesenes(
    version: leser.version, typ: leser.typ, kopf: leser.kopf, teile: teile,
    maengel: leser.maengel, schemafehler: leser.schemafehler)
}

@Suite("Eigenschaften des Codecs")
struct EigenschaftTests {
  @Test(
    "4.0 trägt das ganze Modell: geschrieben, gelesen, gleich",
    arguments: Nachrichtentyp.allCases)
  func ganz(_ typ: Nachrichtentyp) throws {
    for seed in 0..<60 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: true)
      var kopf = modell.kopf(typ)
      if typ == .anbieteverzeichnis { kopf.rueckmeldungArchivkennung = nil }
      let teile = modell.teile(typ, kopf)
      let (bytes, verluste) = try schreibe(.v400, typ, kopf, teile)
      // Verweise without kind are allowed in 4.0; nothing is lost.
      #expect(verluste.istLeer, "Seed \(seed): \(verluste.eintraege.first?.meldung ?? "")")
      let neu = try lies(bytes)
      #expect(neu.maengel.isEmpty, "Seed \(seed): \(neu.maengel.first?.meldung ?? "")")
      if neu.teile != teile { Issue.record("Seed \(seed): Teile verschieden") }
      var erwartet = kopf
      if typ == .aussonderung { erwartet.importbestaetigung = "1" }
      erwartet.nachrichtentyp = neu.kopf.nachrichtentyp
      if neu.kopf != erwartet { Issue.record("Seed \(seed): Kopf verschieden") }
    }
  }

  @Test("Das ganze Modell geht durch JSON und zurück")
  func json() throws {
    for seed in 200..<212 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: true)
      let objekt = Schriftgutobjekt.akte(modell.akte())
      let json = try JSONEncoder().encode(objekt)
      #expect(try JSONDecoder().decode(Schriftgutobjekt.self, from: json) == objekt)
      #expect(!String(decoding: json, as: UTF8.self).contains("\"_0\""))
    }
  }

  @Test(
    "Was eine Version nicht trägt, steht im Verlustbericht; was sie trägt, bleibt beim zweiten Mal",
    arguments: [XdomeaFassung.v300, .v310, .v240], Nachrichtentyp.allCases)
  func stabil(_ version: XdomeaFassung, _ typ: Nachrichtentyp) throws {
    for seed in 0..<30 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: version > .v240)
      let kopf = modell.kopf(typ)
      let teile = modell.teile(typ, kopf)
      guard typ.versionen.contains(version) else {
        #expect(throws: XdomeaFehler.fehltInVersion(typ, version: version)) {
          try schreibe(version, typ, kopf, teile)
        }
        continue
      }
      let einmal = try schreibe(version, typ, kopf, teile)
      #expect(!einmal.verluste.istLeer)
      let gelesen = try lies(einmal.bytes)
      #expect(gelesen.maengel.isEmpty, "Seed \(seed): \(gelesen.maengel.first?.meldung ?? "")")
      #expect(gelesen.version == version && gelesen.typ == typ)
      let zweimal = try schreibe(version, typ, gelesen.kopf, gelesen.teile)
      // An Akte that mixes documents and Vorgänge stays one that 2.x cannot express.
      let verluste = zweimal.verluste.eintraege.filter { $0.regel != "R67" }
      #expect(verluste.isEmpty, "Seed \(seed): \(verluste.first?.meldung ?? "")")
      if zweimal.bytes != einmal.bytes { Issue.record("Seed \(seed): zweites Mal anders") }
    }
  }

  @Test(
    "Jede Zufallsnachricht ist schemagültig",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: [XdomeaFassung.v300, .v310, .v400], Nachrichtentyp.allCases)
  func gueltig(_ version: XdomeaFassung, _ typ: Nachrichtentyp) throws {
    try pruefe(version, typ, wild: true)
  }

  @Test(
    "Auch Antworten in 2.x sind schemagültig",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: [XdomeaFassung.v230, .v240],
    Nachrichtentyp.allCases.filter { $0.ursprung != nil && $0.versionen.contains(.v230) })
  func gueltigIn2(_ version: XdomeaFassung, _ typ: Nachrichtentyp) throws {
    try pruefe(version, typ, wild: false)
  }

  /// Valid for the foreign program and for our own validation.
  private func pruefe(_ version: XdomeaFassung, _ typ: Nachrichtentyp, wild: Bool) throws {
    let schemata = Schemata(ordner: Gemeinsam.schemata.path)
    for seed in 100..<112 as Range<UInt64> {
      var modell = Zufallsmodell(seed, wild: wild)
      let kopf = modell.kopf(typ)
      let (bytes, verluste) = try schreibe(version, typ, kopf, modell.teile(typ, kopf))
      #expect(!verluste.eintraege.contains { $0.art == .pflichtFehlt })
      try pruefeMitXmllint(bytes, version)
      let gelesen = try lies(bytes, schemata)
      #expect(gelesen.schemafehler.isEmpty, "Seed \(seed): \(gelesen.schemafehler)")
    }
  }
}
