// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe
import Testing

@Suite("Fälligkeit in Spalten")
struct FristenspaltenTests {
  static let regeln: [Fristregel] = {
    var regeln: [Fristregel] = [
      .probe(.jahre(10)), .probe(.jahre(0)), .probe(.jahre(5), .taggenau),
      .probe(.monate(6), .taggenau), .probe(.unbefristet), .probe(.jahre(50), basis: .gesetz),
      .probe(.jahre(6), .folgejahrFeststellung, .ereignis("Feststellung")), .probe(.jahre(30)),
    ]
    var mindestens = Fristregel.probe(.jahre(2))
    mindestens.mindestBis = .ereignis("Entlastung", monate: 6)
    regeln.append(mindestens)
    mindestens.mindestBis = Kalendertag(2024, 6, 15).map(Mindestbis.tag)
    regeln.append(mindestens)
    return regeln
  }()

  @Test("Die Spalten sagen dasselbe wie die einzelne Berechnung")
  func gleich() throws {
    var zufall = Zufall(10)
    for tageText in ["2024-06-15", "2024-06-16", "2024-12-31", "2025-01-01", "2024-02-29"] {
      let heute = try tag(tageText)
      var spalten = try #require(Faelligkeitsspalten(regeln: Self.regeln))
      var faellig: [Int] = []
      var anzubieten: [Int] = []
      for stelle in 0..<3001 {
        let nummer = Int.random(in: 0..<Self.regeln.count, using: &zufall)
        let regel = Self.regeln[nummer]
        func zufallstag(_ zufall: inout Zufall) -> Kalendertag? {
          guard Int.random(in: 0..<20, using: &zufall) > 0 else { return nil }
          return Kalendertag(tageszahl: Int32.random(in: 7000...heute.tageszahl, using: &zufall))
        }
        let bezug = zufallstag(&zufall)
        let bearbeitet = zufallstag(&zufall)
        let ereignis = zufallstag(&zufall)
        var eingaben = Fristeingaben(
          zdA: bezug.map(Teildatum.tag) ?? .unbekannt,
          letzteBearbeitung: bearbeitet.map(Teildatum.tag))
        eingaben.ereignisse["Entlastung"] = ereignis.map(Teildatum.tag)
        if let bezug { eingaben.ereignisse["Feststellung"] = .tag(bezug) }
        let sperre: Faelligkeitsspalten.Sperrlage
        var sperren: [Sperrzeit] = []
        let von = try tag("1990-01-01")
        switch Int.random(in: 0..<4, using: &zufall) {
        case 0:
          let bis = try #require(
            Kalendertag(tageszahl: heute.tageszahl + Int32.random(in: -2...2, using: &zufall)))
          sperre = .aufgehoben(bis)
          sperren = [Sperrzeit(von: von, aufgehobenAm: bis)]
        case 1:
          sperre = .offen
          sperren = [Sperrzeit(von: von)]
        default: sperre = .keine
        }
        spalten.haengeAn(
          regel: nummer, bezugstag: bezug, letzteBearbeitung: bearbeitet,
          mindestereignis: ereignis, sperre: sperre)
        let frist = try Frist.berechne(regel, eingaben)
        if frist.istFrei(am: heute, sperrzeiten: sperren) { faellig.append(stelle) }
        if frist.mussAngebotenWerden(am: heute, vorlaufTage: 100) { anzubieten.append(stelle) }
      }
      let menge = try spalten.faellig(am: heute)
      #expect(menge.stellen == faellig)
      #expect(menge.anzahl == faellig.count)
      #expect(menge.umfang == 3001)
      #expect(spalten.anzubieten(am: heute, vorlaufTage: 100).stellen == anzubieten)
      let gefunden = (-1...3002).filter(menge.enthaelt)
      #expect(gefunden == faellig)
    }
  }

  @Test("Leere Spalten, unbekannte Regeln und unplausible Regeln")
  func raender() throws {
    let heute = try tag("2024-01-01")
    let leer = try #require(Faelligkeitsspalten(regeln: []))
    #expect(try leer.faellig(am: heute).anzahl == 0)
    var ohne = leer
    ohne.haengeAn(regel: 0, bezugstag: try tag("1900-01-01"))
    ohne.haengeAn(regel: -1, bezugstag: try tag("1900-01-01"))
    #expect(try ohne.faellig(am: heute).stellen.isEmpty)
    let lang = try #require(Faelligkeitsspalten(regeln: [.probe(.jahre(65_535))]))
    #expect(throws: Fristfehler.dauerUnplausibel(.jahre(65_535), grenzeJahre: 200)) {
      try lang.faellig(am: heute)
    }
    var sehrLang = lang
    sehrLang.haengeAn(regel: 0, bezugstag: try tag("0001-01-01"))
    #expect(try sehrLang.faellig(am: heute, grenzeJahre: .max).anzahl == 0)
    #expect(
      Faelligkeitsspalten(regeln: Array(repeating: .probe(.jahre(1)), count: 65_537)) == nil)
  }
}
