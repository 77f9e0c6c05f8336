// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import TestHilfe
import Testing

@Suite struct ScanstandTests {
  static let dokument = ObjektID(bytes: (0, 1))
  static let spaet = "2027-06-01T08:00:00+02:00"

  /// The state after these events.
  static func stand(
    _ ereignisse: [Laufereignis], regeln: Scanregeln = .init()
  ) throws -> Scanstand {
    var stand = Scanstand(dokument: dokument, regeln: regeln)
    for e in ereignisse { try stand.wende(an: try Lauf.meldung(e, zeitpunkt: spaet)) }
    return stand
  }

  /// The error of the last event; the ones before must be possible.
  static func fehler(
    _ ereignisse: [Laufereignis], dann letztes: Laufereignis, regeln: Scanregeln = .init()
  ) throws -> Lauffehler? {
    var stand = try stand(ereignisse, regeln: regeln)
    let vorher = stand
    let meldung = try Lauf.meldung(letztes, zeitpunkt: spaet)
    do throws(Lauffehler) {
      try stand.wende(an: meldung)
      return nil
    } catch {
      #expect(stand == vorher)
      return error
    }
  }

  static func zweiSeiten() throws -> [Laufereignis] {
    [
      .scanJobBegonnen(Lauf.scan()), .seiteGescannt(try Lauf.seite(1)),
      .seiteGescannt(try Lauf.seite(2)),
    ]
  }

  static func fertig() throws -> [Laufereignis] {
    try zweiSeiten() + [
      .scanQualitaetGeprueft(Lauf.pruefung(1...2)), .transfervermerkErstellt(try Lauf.vermerk()),
      .originalVerbleibFestgelegt(try Lauf.verbleib()),
    ]
  }

  @Test("from mail to destroyed paper; the check is open from the first page to the result")
  func ganzerWeg() throws {
    var stand = Scanstand(dokument: Self.dokument)
    #expect(!stand.offeneQualitaetssicherung)
    var offen: [Bool] = []
    let alle: [Laufereignis] =
      [.posteingangErfasst(try Lauf.eingang())] + (try Self.fertig()) + [
        .scanproduktVersiegelt(ScanproduktVersiegelt(hash: try Lauf.hash("produkt.pdf"))),
        .originalVernichtet(try Lauf.vernichtung()),
      ]
    for e in alle {
      stand = try stand.nach(try Lauf.meldung(e, zeitpunkt: Self.spaet))
      offen.append(stand.offeneQualitaetssicherung)
    }
    #expect(offen == [false, true, true, true, false, false, false, false, false])
    #expect(try stand.vernichtetAm == Lauf.tag("2027-05-24"))
    #expect(stand.fassung?.seiten.count == 2 && stand.fassung?.qualitaet == .bestanden)
    #expect(stand.fassung?.siegel != nil)
    let json = try KanonischesJSON.bytes(stand)
    #expect(try JSONDecoder().decode(Scanstand.self, from: Data(json)) == stand)
  }

  @Test("the paper stays until check, note, decision and day are there")
  func original() throws {
    let weg = Laufereignis.originalVernichtet(try Lauf.vernichtung())
    let fertig = try Self.fertig()
    #expect(try Self.fehler([], dann: weg) == .keinScan)
    #expect(try Self.fehler(Array(fertig.prefix(3)), dann: weg) == .qualitaetOffen)
    #expect(try Self.fehler(Array(fertig.prefix(4)), dann: weg) == .transfervermerkFehlt)
    #expect(try Self.fehler(Array(fertig.prefix(5)), dann: weg) == .vernichtungNichtFestgelegt)
    #expect(
      try Self.fehler(
        fertig + [.originalVerbleibFestgelegt(try Lauf.verbleib(.aufbewahren))], dann: weg)
        == .vernichtungNichtFestgelegt)
    #expect(
      try Self.fehler(fertig, dann: .originalVernichtet(try Lauf.vernichtung("2027-05-23")))
        == .zuFrueh(fruehestens: try Lauf.tag("2027-05-24")))
    let kuenftig = try Self.fehler(
      fertig, dann: .originalVernichtet(try Lauf.vernichtung("2027-06-02")))
    guard case .wertUnzulaessig? = kuenftig else {
      Issue.record("\(String(describing: kuenftig))")
      return
    }
    #expect(
      try Self.fehler(fertig, dann: .originalVernichtet(try Lauf.vernichtung(personen: ["a"])))
        == .zweitePersonFehlt)
    #expect(try Self.fehler(fertig, dann: weg) == nil)
    // Nothing goes on after that.
    let danach = fertig + [weg]
    #expect(try Self.fehler(danach, dann: weg) == .originalVernichtet)
    #expect(try Self.fehler(danach, dann: .scanJobBegonnen(Lauf.scan())) == .originalVernichtet)
    #expect(
      try Self.fehler(danach, dann: .originalVerbleibFestgelegt(try Lauf.verbleib()))
        == .originalVernichtet)
  }

  @Test("where a seal is demanded, a hash alone is none")
  func siegel() throws {
    let regeln = Scanregeln(siegelNoetig: true)
    let weg = Laufereignis.originalVernichtet(try Lauf.vernichtung())
    let fertig = try Self.fertig()
    let hash = try Lauf.hash("produkt.pdf")
    #expect(try Self.fehler(fertig, dann: weg, regeln: regeln) == .siegelFehlt)
    let nurHash = Laufereignis.scanproduktVersiegelt(ScanproduktVersiegelt(hash: hash))
    #expect(try Self.fehler(fertig + [nurHash], dann: weg, regeln: regeln) == .siegelFehlt)
    let gesiegelt = Laufereignis.scanproduktVersiegelt(
      ScanproduktVersiegelt(hash: hash, siegel: try Lauf.hash("siegel")))
    #expect(try Self.fehler(fertig + [gesiegelt], dann: weg, regeln: regeln) == nil)
    let fremd = Laufereignis.scanproduktVersiegelt(
      ScanproduktVersiegelt(hash: try Lauf.hash("andere.pdf")))
    #expect(try Self.fehler(fertig, dann: fremd) == .hashAbweichung)
    #expect(
      try Self.fehler(try Self.zweiSeiten(), dann: nurHash) == .transfervermerkFehlt)
  }

  @Test("who scans does not check, unless the agency allows it")
  func pruefer() throws {
    let selbst = Laufereignis.scanQualitaetGeprueft(
      Lauf.pruefung(1...2, pruefer: "JANA  müller"))
    let seiten = try Self.zweiSeiten()
    #expect(try Self.fehler(seiten, dann: selbst) == .prueferIstBediener)
    let frei = Scanregeln(prueferUngleichBediener: false)
    #expect(try Self.fehler(seiten, dann: selbst, regeln: frei) == nil)
  }

  @Test("enough pages are checked: all, or the sample and what the agency demands at least")
  func umfang() throws {
    let seiten: [Laufereignis] =
      [.scanJobBegonnen(Lauf.scan())] + (try (1...10).map { .seiteGescannt(try Lauf.seite($0)) })
    func fehler(_ bis: Int, _ umfang: Pruefumfang, _ prozent: Int) throws -> Lauffehler? {
      try Self.fehler(
        seiten, dann: .scanQualitaetGeprueft(Lauf.pruefung(1...bis, umfang: umfang)),
        regeln: Scanregeln(mindestpruefungInProzent: prozent))
    }
    #expect(try fehler(9, .voll, 10) == .zuWenigGeprueft(geprueft: 9, mindestens: 10))
    #expect(try fehler(10, .voll, 100) == nil)
    #expect(
      try fehler(2, .stichprobe(prozent: 25), 10) == .zuWenigGeprueft(geprueft: 2, mindestens: 3))
    #expect(try fehler(3, .stichprobe(prozent: 25), 10) == nil)
    #expect(
      try fehler(3, .stichprobe(prozent: 25), 40) == .zuWenigGeprueft(geprueft: 3, mindestens: 4))
    #expect(try fehler(11, .voll, 10) == .seiteUnbekannt(11))
    // One bad page is enough to fail.
    let stand = try Self.stand(
      seiten + [.scanQualitaetGeprueft(Lauf.pruefung(4...4, schlecht: [4]))])
    #expect(stand.fassung?.qualitaet == .gescheitert && stand.offeneQualitaetssicherung)
  }

  @Test("a scan that failed is made anew: a new version, the old one stays as it was")
  func nachscan() throws {
    let gescheitert = try Self.stand(
      try Self.zweiSeiten() + [.scanQualitaetGeprueft(Lauf.pruefung(1...2, schlecht: [2]))])
    #expect(gescheitert.offeneQualitaetssicherung)
    let vermerk = Laufereignis.transfervermerkErstellt(try Lauf.vermerk())
    #expect(throws: Lauffehler.qualitaetOffen) {
      try gescheitert.nach(try Lauf.meldung(vermerk))
    }
    #expect(throws: Lauffehler.fassungAbgeschlossen(nummer: 1)) {
      try gescheitert.nach(try Lauf.meldung(.seiteGescannt(try Lauf.seite(3))))
    }
    #expect(throws: Lauffehler.fassungAbgeschlossen(nummer: 1)) {
      try gescheitert.nach(try Lauf.meldung(.scanQualitaetGeprueft(Lauf.pruefung(1...2))))
    }
    var stand = gescheitert
    for e in try Self.zweiSeiten() + [.scanQualitaetGeprueft(Lauf.pruefung(1...2)), vermerk] {
      try stand.wende(an: try Lauf.meldung(e))
    }
    #expect(stand.fassungen.count == 2 && stand.fassungen[0] == gescheitert.fassungen[0])
    #expect(stand.fassungen.map(\.nummer) == [1, 2] && !stand.offeneQualitaetssicherung)
    // A rescan of a good scan opens the check again, and the paper waits for it.
    try stand.wende(an: try Lauf.meldung(.scanJobBegonnen(Lauf.scan(stapel: "S-3"))))
    try stand.wende(an: try Lauf.meldung(.originalVerbleibFestgelegt(try Lauf.verbleib())))
    #expect(stand.offeneQualitaetssicherung && stand.fassungen.count == 3)
    #expect(throws: Lauffehler.qualitaetOffen) {
      try stand.nach(
        try Lauf.meldung(.originalVernichtet(try Lauf.vernichtung()), zeitpunkt: Self.spaet))
    }
  }

  @Test("pages come in order, each once, into a scan of this document")
  func seiten() throws {
    let eine = try Array(Self.zweiSeiten().prefix(2))
    #expect(try Self.fehler([], dann: .seiteGescannt(try Lauf.seite(1))) == .keinScan)
    for (nummer, vorher) in [(1, eine), (3, eine)] {
      #expect(
        try Self.fehler(vorher, dann: .seiteGescannt(try Lauf.seite(nummer)))
          == .seitenzaehler(erwartet: 2, gefunden: nummer))
    }
    #expect(
      try Self.fehler(
        [.scanJobBegonnen(Lauf.scan())], dann: .scanQualitaetGeprueft(Lauf.pruefung(1...1)))
        == .keinScan)
    let fremd = ObjektID(bytes: (0, 2))
    #expect(throws: Lauffehler.falschesDokument(erwartet: Self.dokument, gefunden: fremd)) {
      try Scanstand(dokument: Self.dokument).nach(
        try Lauf.meldung(.scanJobBegonnen(Lauf.scan()), objekt: fremd))
    }
  }

  @Test("property: in any order of events, paper is destroyed only with all its conditions met")
  func eigenschaft() throws {
    let vorrat: [Laufereignis] =
      try Self.fertig() + (try Lauf.alle()) + [
        .seiteGescannt(try Lauf.seite(2)), .scanQualitaetGeprueft(Lauf.pruefung(1...2)),
        .scanQualitaetGeprueft(Lauf.pruefung(1...1)),
        .scanQualitaetGeprueft(Lauf.pruefung(1...1, schlecht: [1])),
        .originalVernichtet(try Lauf.vernichtung()),
      ]
    var vernichtet = 0
    for seed in UInt64(1)...400 {
      var zufall = Zufall(seed)
      var stand = Scanstand(dokument: Self.dokument)
      for _ in 0..<60 {
        let e = try #require(vorrat.randomElement(using: &zufall))
        let vorher = stand
        guard (try? stand.wende(an: try Lauf.meldung(e, zeitpunkt: Self.spaet))) != nil else {
          #expect(stand == vorher, "seed \(seed)")
          continue
        }
        #expect(
          stand.fassungen.dropLast().elementsEqual(
            vorher.fassungen.prefix(
              max(0, stand.fassungen.count - 1))), "seed \(seed)")
        guard let tag = stand.vernichtetAm, vorher.vernichtetAm == nil else { continue }
        vernichtet += 1
        #expect(!vorher.offeneQualitaetssicherung, "seed \(seed)")
        #expect(vorher.fassung?.vermerk != nil, "seed \(seed)")
        #expect(vorher.verbleib?.fruehestens.map { $0 <= tag } == true, "seed \(seed)")
      }
    }
    #expect(vernichtet > 20)
  }
}
