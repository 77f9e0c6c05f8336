// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@Suite struct KettenTests {
  @Test("a whole chain has no finding, in one piece or continued from its middle")
  func heil() throws {
    let saetze = try Muster.kette(200, seed: 1)
    let bericht = try Muster.pruefe(saetze)
    #expect(bericht.istUnversehrt && bericht.befunde.isEmpty && bericht.bruch == nil)
    #expect(bericht.eintraege == 200 && bericht.kopf.folge == 200)
    #expect(bericht.nutzlastenGeprueft == 200 && bericht.nutzlastenFehlen == 0)
    let mitte = try Protokolleintrag(satz: saetze[99].satz)
    let kopf = Kettenkopf(folge: 100, hash: mitte.hash)
    var rest = try Kettenpruefung(nach: kopf, anker: [Anker(bericht.kopf)])
    for s in saetze[100...] { rest.nimm(satz: s.satz) }
    let teil = rest.abschluss()
    #expect(teil.istUnversehrt && teil.eintraege == 100 && teil.nutzlastenFehlen == 100)
    #expect(try Kettenpruefung().abschluss().istUnversehrt)
  }

  @Test("property: any changed byte of any entry, hash or payload is found at that entry")
  func jedesByte() throws {
    for seed in UInt64(1)...6 {
      let saetze = try Muster.kette(6, seed: seed)
      for nummer in saetze.indices {
        for stelle in saetze[nummer].satz.indices {
          var anders = saetze
          anders[nummer].satz[stelle] ^= UInt8(1 + (stelle * 37 + Int(seed)) % 255)
          let bericht = try Muster.pruefe(anders)
          let wo = "seed \(seed), entry \(nummer + 1), byte \(stelle)"
          #expect(bericht.bruch?.folge == Int64(nummer + 1), "\(wo)")
          #expect(bericht.bruch?.danach == 5 - nummer, "\(wo)")
          #expect(bericht.befunde.count == 1, "\(wo): \(bericht.befunde)")
          #expect(["PR1", "PR2"].contains(bericht.regeln[0]), "\(wo)")
        }
        for stelle in saetze[nummer].nutzlast.indices {
          var anders = saetze
          anders[nummer].nutzlast[stelle] ^= 0x20
          let bericht = try Muster.pruefe(anders)
          #expect(bericht.bruch?.folge == Int64(nummer + 1))
          #expect(bericht.regeln == ["PR6"])
        }
      }
    }
  }

  @Test("removed, repeated, swapped and foreign entries are told apart")
  func umbau() throws {
    let saetze = try Muster.kette(10, seed: 2)
    var fehlt = saetze
    fehlt.removeSubrange(3...5)
    let luecke = try Muster.pruefe(fehlt)
    #expect(luecke.regeln == ["PR3"] && luecke.bruch?.folge == 4 && luecke.bruch?.danach == 3)
    #expect(luecke.befunde[0].meldung.contains("bis Eintrag 6"))

    var doppelt = saetze
    doppelt.insert(saetze[4], at: 5)
    let wiederholt = try Muster.pruefe(doppelt)
    #expect(wiederholt.bruch?.folge == 6 && wiederholt.bruch?.regel == "PR4")
    #expect(wiederholt.regeln == ["PR4", "PR7"])

    var getauscht = saetze
    getauscht.swapAt(4, 5)
    let tausch = try Muster.pruefe(getauscht)
    #expect(tausch.bruch?.folge == 5 && tausch.regeln.first == "PR3")
    #expect(tausch.regeln.contains("PR4"))

    // An entry that was replaced by another valid one shows at its successor.
    var ersetzt = saetze
    var eintrag = try Protokolleintrag(satz: saetze[4].satz)
    eintrag.ausgang = .abgelehnt(grund: "gefaelscht")
    eintrag.hash = try Pruefsumme.sha256(try eintrag.kanonisch())
    ersetzt[4].satz = try eintrag.satz()
    let faelschung = try Muster.pruefe(ersetzt)
    #expect(faelschung.regeln == ["PR5"] && faelschung.bruch?.folge == 6)

    let kurz = try Muster.pruefe([(satz: [1, 2, 3], nutzlast: [])] + saetze)
    #expect(kurz.bruch?.folge == 1 && kurz.bruch?.regel == "PR1")
  }

  @Test("a cut tail is found by an anchor; a rewritten chain too")
  func anker() throws {
    let saetze = try Muster.kette(10, seed: 5)
    let ganz = try Muster.pruefe(saetze)
    let ende = Anker(ganz.kopf)
    let alt = Anker(Kettenkopf(folge: 4, hash: try Protokolleintrag(satz: saetze[3].satz).hash))
    #expect(try Muster.pruefe(saetze, anker: [ende, alt]).istUnversehrt)
    #expect(try Muster.pruefe(Array(saetze.prefix(8))).istUnversehrt)
    let ab = try Muster.pruefe(Array(saetze.prefix(8)), anker: [ende, alt])
    #expect(ab.regeln == ["PR8"] && ab.bruch?.folge == 9)
    #expect(ab.befunde[0].meldung.contains("2 Einträge"))
    let neu = try Muster.pruefe(try Muster.kette(10, seed: 6), anker: [ende, alt])
    #expect(neu.regeln == ["PR8", "PR8"] && !neu.istUnversehrt)
    // A part of the chain: anchors at its beginning and after it are checked, those before are not.
    let kopf = Kettenkopf(folge: 5, hash: try Protokolleintrag(satz: saetze[4].satz).hash)
    var teil = try Kettenpruefung(nach: kopf, anker: [alt, Anker(kopf), ende])
    for s in saetze[5...] { teil.nimm(satz: s.satz) }
    let auszug = teil.abschluss()
    #expect(auszug.istUnversehrt && auszug.regeln == ["PR8"] && auszug.beginn == kopf)
    #expect(auszug.befunde[0].schwere == .hinweis)
    let falsch = Anker(Kettenkopf(folge: 5, hash: alt.kopf.hash))
    var anders = try Kettenpruefung(nach: kopf, anker: [falsch])
    for s in saetze[5...] { anders.nimm(satz: s.satz) }
    #expect(!anders.abschluss().istUnversehrt)
  }

  @Test("the same event twice is found within the window, and beyond it if all are compared")
  func doppelteEreignisse() throws {
    var zufall = Zufall(8)
    var zeit: Int64 = 0
    var kette = try Protokollkette()
    var saetze: [(satz: [UInt8], nutzlast: [UInt8])] = []
    let (erster, nutzlast) = try Muster.entwurf(&zufall, nach: &zeit)
    for i in 0..<50 {
      var (entwurf, last) = try Muster.entwurf(&zufall, nach: &zeit)
      if i == 0 || i == 40 {
        entwurf.ereignis = erster.ereignis
        entwurf.nutzlast = erster.nutzlast
        last = nutzlast
      }
      var satz: [UInt8] = []
      try kette.haenge(an: entwurf, satz: &satz)
      saetze.append((satz, last))
    }
    for fenster in [nil, 41, 40] {
      let bericht = try Muster.pruefe(saetze, ereignisfenster: fenster)
      #expect(bericht.regeln == ["PR7"] && bericht.bruch?.folge == 41, "\(fenster ?? -1)")
      #expect(bericht.ereignisfenster == fenster)
    }
    for fenster in [39, 1, 0, -1] {
      #expect(try Muster.pruefe(saetze, ereignisfenster: fenster).istUnversehrt, "\(fenster)")
    }
  }

  @Test("time that runs backwards is a warning and breaks nothing")
  func zeit() throws {
    var kette = try Protokollkette()
    var pruefung = try Kettenpruefung()
    var zufall = Zufall(3)
    for milli: Int64 in [2000, 1000, 1000, 3000] {
      var zeit = milli
      var (entwurf, _) = try Muster.entwurf(&zufall, nach: &zeit)
      entwurf.zeitpunkt = try Muster.zeit(milli)
      pruefung.nimm(try kette.haenge(an: entwurf))
    }
    let bericht = pruefung.abschluss()
    #expect(bericht.regeln == ["PR9"] && bericht.istUnversehrt && bericht.bruch == nil)
  }

  @Test("after a rolled-back transaction the chain goes on from the head before")
  func zurueck() throws {
    var zufall = Zufall(4)
    var zeit: Int64 = 0
    var kette = try Protokollkette()
    var pruefung = try Kettenpruefung()
    for i in 0..<6 {
      let vorher = kette.kopf
      let eintrag = try kette.haenge(an: try Muster.entwurf(&zufall, nach: &zeit).0)
      if i % 2 == 0 { pruefung.nimm(eintrag) } else { kette.kehreZurueck(zu: vorher) }
    }
    let bericht = pruefung.abschluss()
    #expect(bericht.istUnversehrt && bericht.eintraege == 3 && bericht.kopf == kette.kopf)
  }

  @Test("findings beyond the limit are counted, and the first broken entry is still the first")
  func vieleBefunde() throws {
    var saetze = try Muster.kette(300, seed: 1)
    for i in 100..<300 { saetze[i].satz[20] ^= 1 }
    let bericht = try Muster.pruefe(saetze)
    #expect(bericht.befunde.count == 100 && bericht.weitereBefunde == 100)
    #expect(bericht.bruch?.folge == 101 && bericht.bruch?.danach == 199)
  }

  @Test("an anchor is read from its text, with line breaks and capitals, and typing errors show")
  func ankertext() throws {
    let hash = try #require(
      Pruefsumme(
        .sha256, text: "45b688c09dbcb5f63b5f16384cbf841d82bd9746dafac94f398d13c264522145"))
    let anker = Anker(Kettenkopf(folge: 2, hash: hash))
    let text = try anker.text()
    #expect(
      text
        == "DIVA-ANKER 1 EINTRAG 2 SHA-256 45b688c0 9dbcb5f6 3b5f1638 4cbf841d 82bd9746 dafac94f "
        + "398d13c2 64522145 PRUEFWERT 9a04")
    #expect(try Anker(text) == anker)
    #expect(
      try Anker("  " + text.uppercased().replacing(" ", with: "\n ") + "\r\n") == anker)
    #expect(try Anker(text.replacing("45b688c0 9d", with: "45b688c09d")) == anker)
    for falsch in [
      "", "DIVA-ANKER", text.replacing("EINTRAG 2", with: "EINTRAG 3"),
      text.replacing("45b688c0", with: "45b688c1"), text.replacing("9a04", with: "9a05"),
      text.replacing(" 64522145", with: ""), text.replacing("ANKER 1", with: "ANKER 2"),
      text.replacing("45b688c0", with: "45b688cg"), text.replacing("EINTRAG 2", with: "EINTRAG x"),
    ] {
      #expect(throws: Protokollfehler.self, "\(falsch)") { try Anker(falsch) }
    }
  }

  @Test("every rule has an id of its own and sentences for people")
  func regelwerk() {
    let alle = Protokollregelwerk.alle + Loeschbuchregelwerk.alle
    #expect(Set(alle.map(\.id)).count == alle.count)
    for regel in alle {
      #expect(regel.erklaerung.hasSuffix(".") && regel.abhilfe.hasSuffix("."), "\(regel.id)")
    }
  }
}
