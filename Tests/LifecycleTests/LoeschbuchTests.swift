// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@Suite struct LoeschbuchTests {
  static func entwuerfe(_ anzahl: Int, seed: UInt64 = 1) throws -> [Loeschentwurf] {
    var zufall = Zufall(seed)
    return try (0..<anzahl).map { i in
      Loeschentwurf(
        zeitpunkt: try Muster.zeit(1_795_000_000_000 + Int64(i) * 1001),
        grund: i % 2 == 0 ? "P12.bewertetV" : "P11.abgeliefert",
        objekte: (0...Int.random(in: 0...3, using: &zufall)).map { _ in .zufaellig(&zufall) },
        inhalte: try (0..<Int.random(in: 0...3, using: &zufall)).map { _ in
          try Muster.summe("\(zufall.next())")
        })
    }
  }

  static func zeilen(
    _ anzahl: Int, seed: UInt64 = 1, speicher: String = "amt-1"
  ) throws -> [[UInt8]] {
    var buch = try Loeschbuch(speicher: speicher)
    return try entwuerfe(anzahl, seed: seed).map { try buch.haenge(an: $0) }
  }

  static func lies(
    _ bytes: [UInt8], speicher: String? = nil, anker: [Anker] = [], stueck: Int = 500
  ) throws -> ([Loeschsatz], Loeschbuchbericht) {
    var leser = try Loeschbuchleser(
      datei: "loeschbuch.txt", speicher: speicher, anker: anker)
    var saetze: [Loeschsatz] = []
    for von in stride(from: 0, to: bytes.count, by: stueck) {
      saetze += leser.nimm(Array(bytes[von..<min(von + stueck, bytes.count)]))
    }
    let (letzter, bericht) = leser.abschluss()
    return (saetze + (letzter.map { [$0] } ?? []), bericht)
  }

  // Computed by another program from the description of the line.
  static let ersteZeile =
    "2\t1\t2026-11-23T08:15:30.125Z\tP12.bewertetV\tAmt%20M%C3%BCnster%091%25\t"
    + "c0ffee00-0000-4000-8000-000000000001,c0ffee00-0000-4000-8000-000000000002\t"
    + "494ae86f3433cc1bf42ce17b7bdad9c7af03ff2c87cb5a6ac25a53e419ada74b\t"
    + "0000000000000000000000000000000000000000000000000000000000000000\t"
    + "c32522f895c2f9fa66f0c2ffa2786b9700db834296546a295274a6fae6e41f5e\n"

  // What older versions wrote, computed in the same way.
  static let alteZeile =
    "1\t1\t2026-11-23T08:15:30.125Z\tP12.bewertetV\tc0ffee00-0000-4000-8000-000000000001,"
    + "c0ffee00-0000-4000-8000-000000000002\t"
    + "494ae86f3433cc1bf42ce17b7bdad9c7af03ff2c87cb5a6ac25a53e419ada74b\t"
    + "0000000000000000000000000000000000000000000000000000000000000000\t"
    + "0f12963bb44510b5a2ef8f31649cae2931600539c97dc69857d4e2369de5d18d\n"

  @Test("a line has the fixed form, in lower case and UTC")
  func form() throws {
    var buch = try Loeschbuch(speicher: "Amt Münster\t1%")
    let zeile = try buch.haenge(
      an: Loeschentwurf(
        zeitpunkt: try #require(Zeitpunkt("2026-11-23T09:15:30.125+01:00")),
        grund: "P12.bewertetV",
        objekte: [
          try Muster.id("C0FFEE00-0000-4000-8000-000000000001"),
          try Muster.id("c0ffee00-0000-4000-8000-000000000002"),
        ], inhalte: [try Muster.summe("inhalt")]))
    #expect(String(decoding: zeile, as: UTF8.self) == Self.ersteZeile)
    let (saetze, bericht) = try Self.lies(zeile)
    #expect(bericht.istUnversehrt && bericht.reparatur == .keine && bericht.kopf == buch.kopf)
    #expect(saetze[0].objekte.count == 2 && saetze[0].inhalte.count == 1)
    #expect(saetze[0].grund == "P12.bewertetV" && saetze[0].folge == 1)
    #expect(saetze[0].speicher == "Amt Münster\t1%")
    // Other spellings of the same Kennung are none.
    for (alt, neu) in [
      ("%C3%BC", "%c3%bc"), ("%20", " "), ("A", "%41"), ("%C3%BC", "%C3"), ("1%25", "1%"),
    ] {
      let anders = Self.mitHash(Self.ersteZeile.replacing(alt, with: neu, maxReplacements: 1))
      #expect(try Self.lies(anders).1.befunde.map(\.regel) == ["LB1"], "\(neu)")
    }
  }

  /// The line with the hash that belongs to its other fields.
  private static func mitHash(_ zeile: String) -> [UInt8] {
    let felder = zeile.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    let rumpf = felder.dropLast().map { $0 + "\t" }.joined()
    let hash = (try? Muster.summe(rumpf))?.hex ?? ""
    return Array((rumpf + hash + "\n").utf8)
  }

  @Test("a line of form 1 is read with a warning; lines of form 2 follow it in the same book")
  func alteForm() throws {
    let alt = Array(Self.alteZeile.utf8)
    var (saetze, bericht) = try Self.lies(alt, speicher: "amt-1")
    #expect(saetze.count == 1 && saetze[0].speicher == nil && saetze[0].objekte.count == 2)
    #expect(bericht.istUnversehrt && bericht.ohneSpeicher == 1 && bericht.reparatur == .keine)
    #expect(bericht.befunde.map(\.regel) == ["LB6"])
    #expect(bericht.befunde[0].schwere == .warnung && bericht.befunde[0].ort.zeile == 1)
    var buch = try Loeschbuch(speicher: "amt-1", nach: bericht.kopf)
    var neue: [[UInt8]] = []
    for entwurf in try Self.entwuerfe(2) { neue.append(try buch.haenge(an: entwurf)) }
    (saetze, bericht) = try Self.lies(alt + Array(neue.joined()), speicher: "amt-1")
    #expect(saetze.map(\.speicher) == [nil, "amt-1", "amt-1"])
    #expect(bericht.istUnversehrt && bericht.kopf == buch.kopf && bericht.ohneSpeicher == 1)
    // A cut-off line of form 2 before a line of form 1, and the other way round.
    for laenge in [1, 2, 60] {
      #expect(try Self.lies(Array(neue[0].prefix(laenge)) + alt).0.map(\.folge) == [1], "\(laenge)")
      let (gelesen, _) = try Self.lies(Array(alt.prefix(laenge)) + (try Self.zeilen(1)[0]))
      #expect(gelesen.map(\.folge) == [1], "\(laenge)")
    }
  }

  @Test("lines of another store are found, told one by one, and not replayed")
  func fremderSpeicher() throws {
    let zeilen = try Self.zeilen(3)
    let bytes = Array(zeilen.joined())
    #expect(try Self.lies(bytes, speicher: "amt-1").1.befunde.isEmpty)
    for andere in ["amt-2", "AMT-1", "", "amt-1 "] {
      let (saetze, bericht) = try Self.lies(bytes, speicher: andere)
      #expect(saetze.isEmpty && !bericht.istUnversehrt && bericht.fremderSpeicher == "amt-1")
      #expect(bericht.befunde.map(\.regel) == ["LB7", "LB7", "LB7"], "\(andere)")
      #expect(bericht.befunde.map(\.ort.zeile) == [1, 2, 3])
    }
    // Two ways to write an ä are two stores.
    let a = try Self.zeilen(1, speicher: "\u{E4}")[0]
    #expect(try Self.lies(a, speicher: "a\u{308}").0.isEmpty)
    // Whoever expects no store still learns that the book has lines of two.
    var gemischt = try Loeschbuch(speicher: "b", nach: try Self.lies(bytes).1.kopf)
    let vierte = try gemischt.haenge(an: try Self.entwuerfe(1)[0])
    let (saetze, bericht) = try Self.lies(bytes + vierte)
    #expect(saetze.count == 3 && bericht.befunde.map(\.regel) == ["LB7"])
    #expect(bericht.befunde[0].ort.zeile == 4)
  }

  @Test("nothing is written that could not be read or that carries free text")
  func unzulaessig() throws {
    var buch = try Loeschbuch(speicher: String(repeating: "x", count: 1000))
    let gut = try Self.entwuerfe(1)[0]
    var schlecht = [Loeschentwurf](repeating: gut, count: 6)
    schlecht[0].objekte = []
    schlecht[1].grund = "weil Frau Müller"
    schlecht[2].grund = ""
    schlecht[3].zeitpunkt = try #require(Zeitpunkt("2026-11-23T09:15:30"))
    schlecht[4].inhalte = [
      try #require(Pruefsumme(.md5, bytes: [UInt8](repeating: 1, count: 16)))
    ]
    schlecht[5].objekte = [ObjektID](repeating: .leer, count: Loeschsatz.hoechstzahl + 1)
    for entwurf in schlecht {
      #expect(throws: Protokollfehler.self) { try buch.haenge(an: entwurf) }
    }
    var langes = try Loeschbuch(speicher: String(repeating: "x", count: 1001))
    #expect(throws: Protokollfehler.kennungZuLang(1001)) { try langes.haenge(an: gut) }
    #expect(buch.kopf == .anfang)
    var voll = gut
    voll.objekte = [ObjektID](repeating: .leer, count: Loeschsatz.hoechstzahl)
    voll.inhalte = [Pruefsumme](
      repeating: try Muster.summe(""), count: Loeschsatz.hoechstzahl)
    let (saetze, bericht) = try Self.lies(try buch.haenge(an: voll), stueck: 65_536)
    #expect(saetze.count == 1 && bericht.istUnversehrt)
  }

  @Test("property: a book cut off anywhere keeps all complete lines and says how to go on")
  func abgerissen() throws {
    let zeilen = try Self.zeilen(4, seed: 5)
    let bytes = Array(zeilen.joined())
    let enden = zeilen.indices.map { zeilen[...$0].joined().count }
    for laenge in 0...bytes.count {
      let (saetze, bericht) = try Self.lies(Array(bytes.prefix(laenge)), stueck: 100_000)
      #expect(bericht.istUnversehrt, "\(laenge)")
      if laenge == 0 || enden.contains(laenge) {
        #expect(bericht.reparatur == .keine && bericht.befunde.isEmpty, "\(laenge)")
      } else if enden.contains(laenge + 1) {
        #expect(bericht.reparatur == .zeilenendeErgaenzen, "\(laenge)")
        #expect(saetze.count == enden.firstIndex(of: laenge + 1).map { $0 + 1 })
      } else {
        let ganz = enden.last { $0 <= laenge } ?? 0
        #expect(bericht.reparatur == .kuerzen(auf: ganz), "\(laenge)")
        #expect(bericht.befunde.map(\.regel) == ["LB4"], "\(laenge)")
        #expect(saetze.count == enden.count { $0 <= laenge }, "\(laenge)")
      }
    }
    // Zeros that a file system leaves after a crash.
    let (saetze, nullen) = try Self.lies(bytes + [UInt8](repeating: 0, count: 4096))
    #expect(saetze.count == 4 && nullen.reparatur == .kuerzen(auf: bytes.count))
  }

  @Test("a line that was appended to a cut-off one is not lost")
  func geborgen() throws {
    let zeilen = try Self.zeilen(4, seed: 6)
    for laenge in [1, 2, 10, 60, zeilen[2].count - 1] {
      let bytes = zeilen[0] + zeilen[1] + zeilen[2].prefix(laenge) + zeilen[2] + zeilen[3]
      let (saetze, bericht) = try Self.lies(Array(bytes))
      #expect(saetze.map(\.folge) == [1, 2, 3, 4], "\(laenge)")
      #expect(bericht.istUnversehrt && bericht.befunde.map(\.regel) == ["LB4"], "\(laenge)")
    }
  }

  @Test("property: any changed byte is found at its line, and that line is not replayed")
  func jedesByte() throws {
    let zeilen = try Self.zeilen(4, seed: 7)
    for nummer in 0..<3 {
      for stelle in 0..<zeilen[nummer].count - 1 {
        var anders = zeilen
        anders[nummer][stelle] ^= 1
        if anders[nummer][stelle] == 10 { continue }
        let (saetze, bericht) = try Self.lies(Array(anders.joined()), stueck: 100_000)
        let wo = "line \(nummer + 1), byte \(stelle)"
        #expect(!bericht.istUnversehrt, "\(wo)")
        #expect(bericht.befunde.first?.ort.zeile == nummer + 1, "\(wo)")
        #expect(!saetze.contains { $0.folge == nummer + 1 }, "\(wo)")
        #expect(saetze.count == 3, "\(wo)")
      }
    }
  }

  @Test("missing, swapped and foreign lines and a cut tail are found")
  func umbau() throws {
    let zeilen = try Self.zeilen(5)
    let fremd = try Self.zeilen(5, seed: 99)
    func regeln(_ z: [[UInt8]], _ anker: [Anker] = []) throws -> [String] {
      try Self.lies(Array(z.joined()), anker: anker).1.befunde.map(\.regel)
    }
    let kopf = try Self.lies(Array(zeilen.joined())).1.kopf
    #expect(try regeln(zeilen, [Anker(kopf), Anker(.anfang)]).isEmpty)
    #expect(try regeln([zeilen[0], zeilen[2]]) == ["LB2"])
    #expect(try regeln([zeilen[0], zeilen[2], zeilen[1], zeilen[3]]).contains("LB2"))
    #expect(try regeln([zeilen[0], fremd[1]]) == ["LB3"])
    #expect(try regeln(Array(zeilen.prefix(3)), [Anker(kopf)]) == ["LB5"])
    #expect(try regeln(fremd, [Anker(kopf)]) == ["LB5"])
  }

  @Test("after restoring a backup, what the book names and the store still has is deleted again")
  func nachholen() throws {
    let (saetze, bericht) = try Self.lies(Array(try Self.zeilen(6, seed: 3).joined()))
    let stand = Kettenkopf(folge: 3, hash: saetze[2].hash)
    let noch = Set(saetze[4].objekte)
    let inhalte = Set(saetze[5].inhalte)
    let liste = try Loeschsatz.nachzuholen(
      saetze, nach: stand, lebt: noch.contains, verwaist: inhalte.contains)
    #expect(liste.flatMap(\.objekte) == saetze[4].objekte)
    #expect(Set(liste.flatMap(\.inhalte)) == inhalte)
    #expect(liste.allSatisfy { !$0.objekte.isEmpty || !$0.inhalte.isEmpty })
    let alle = try Loeschsatz.nachzuholen(
      saetze, nach: .anfang, lebt: { _ in true }, verwaist: { _ in true })
    #expect(alle == saetze)
    let nichts = try Loeschsatz.nachzuholen(
      saetze, nach: bericht.kopf, lebt: { _ in true }, verwaist: { _ in true })
    #expect(nichts.isEmpty)
    #expect(throws: Nachholfehler.buchZuKurz(letzte: 2, stand: 3)) {
      try Loeschsatz.nachzuholen(
        saetze.prefix(2), nach: stand, lebt: { _ in true }, verwaist: { _ in true })
    }
    #expect(throws: Nachholfehler.anderesBuch(zeile: 3)) {
      try Loeschsatz.nachzuholen(
        saetze, nach: Kettenkopf(folge: 3, hash: saetze[1].hash), lebt: { _ in true },
        verwaist: { _ in true })
    }
  }
}
