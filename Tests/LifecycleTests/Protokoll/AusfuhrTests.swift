// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefsummen
import Pruefung
import TestHilfe
import Testing

@Suite struct AusfuhrTests {
  /// A file of `anzahl` entries with sealed payloads of one object, and its key.
  static func datei(
    _ anzahl: Int, offen: Bool, nach: Int = 0
  ) throws -> (zeilen: [[UInt8]], schluessel: [UInt8], kopf: Kettenkopf) {
    var zufall = Zufall(31)
    let schluessel = Objektschluessel(&zufall)
    let objekt = ObjektID.zufaellig(&zufall)
    var kette = try Protokollkette()
    for i in 0..<nach {
      try kette.haenge(
        an: Protokollentwurf(
          ereignis: .zufaellig(&zufall), zeitpunkt: try Muster.zeit(Int64(i)), art: "A04",
          betroffene: [], nutzlast: try Muster.summe("")))
    }
    var ausfuhr = Protokollausfuhr(nach: kette.kopf)
    var zeilen = [ausfuhr.kopfzeile()]
    for i in 0..<anzahl {
      let ereignis = EreignisID.zufaellig(&zufall)
      let nutzlast = Protokollnutzlast(akteur: "Jana Müller \(i)", grund: "weil\nes so ist")
      let versiegelt = try nutzlast.versiegle(
        fuer: objekt, ereignis: ereignis, mit: schluessel, &zufall)
      var satz: [UInt8] = []
      try kette.haenge(
        an: Protokollentwurf(
          ereignis: ereignis, zeitpunkt: try Muster.zeit(Int64(1000 + i)), art: "A04 DokumentHinzu",
          betroffene: [Objektstand(id: objekt)], nutzlast: try versiegelt.pruefsumme()),
        satz: &satz)
      zeilen.append(
        try ausfuhr.zeile(
          satz: satz, nutzlast: versiegelt.bytes, geoeffnet: offen ? nutzlast : nil))
    }
    zeilen.append(try ausfuhr.schlusszeile())
    return (zeilen, schluessel.mitBytes { [UInt8]($0) }, kette.kopf)
  }

  static func pruefe(
    _ zeilen: [[UInt8]], schluessel: [UInt8]? = nil, anker: [Anker] = [], stueck: Int = 1000
  ) throws -> (Kettenbericht, [Ausfuhrpruefung.Zeile]) {
    var pruefung = try Ausfuhrpruefung(datei: "protokoll.jsonl", anker: anker) { _ in
      schluessel.flatMap { try? Objektschluessel(bytes: $0) }
    }
    let bytes = Array(zeilen.joined())
    var gelesen: [Ausfuhrpruefung.Zeile] = []
    for von in stride(from: 0, to: bytes.count, by: stueck) {
      gelesen += try pruefung.nimm(Array(bytes[von..<min(von + stueck, bytes.count)]))
    }
    return (try pruefung.abschluss(), gelesen)
  }

  @Test("what was exported verifies without the store, in pieces of any size")
  func heil() throws {
    let (zeilen, schluessel, kopf) = try Self.datei(20, offen: true)
    for stueck in [1, 7, 100_000] {
      let (bericht, gelesen) = try Self.pruefe(
        zeilen, schluessel: schluessel, anker: [Anker(kopf)], stueck: stueck)
      #expect(bericht.istUnversehrt && bericht.befunde.isEmpty, "\(bericht.befunde)")
      #expect(bericht.eintraege == 20 && bericht.nutzlastenGeprueft == 20)
      #expect(gelesen.count == 20 && gelesen[3].geoeffnet?.akteur == "Jana Müller 3")
    }
    let ohne = try Self.pruefe(zeilen).0
    #expect(ohne.istUnversehrt && ohne.regeln == ["PR12"])
    let geschlossen = try Self.datei(5, offen: false, nach: 3)
    let (teil, gelesen) = try Self.pruefe(geschlossen.zeilen)
    #expect(teil.istUnversehrt && teil.befunde.isEmpty && gelesen[0].eintrag.folge == 4)
    #expect(!String(decoding: Array(geschlossen.zeilen.joined()), as: UTF8.self).contains("Jana"))
  }

  @Test("each kind of damage is named with its line")
  func beschaedigt() throws {
    let (zeilen, schluessel, kopf) = try Self.datei(6, offen: true)
    func ersetzt(_ i: Int, _ von: String, _ durch: String) -> [[UInt8]] {
      var kopie = zeilen
      kopie[i] = Array(
        String(decoding: zeilen[i], as: UTF8.self).replacing(von, with: durch, maxReplacements: 1)
          .utf8)
      #expect(kopie[i] != zeilen[i])
      return kopie
    }
    func regeln(_ z: [[UInt8]]) throws -> [String] {
      try Self.pruefe(z, schluessel: schluessel, anker: [Anker(kopf)]).0.regeln
    }
    #expect(try regeln(ersetzt(3, "Jana", "Lena")) == ["PR11"])
    #expect(try regeln(ersetzt(3, "\"eintrag\":\"AQA", "\"eintrag\":\"AQB")) == ["PR2"])
    #expect(try regeln(ersetzt(3, "\"hash\":\"", "\"hash\":\"x")).first == "PR10")
    #expect(try regeln(ersetzt(3, "\"nutzlast\":\"A", "\"nutzlast\":\"B")).contains("PR6"))
    #expect(try regeln(ersetzt(3, "\"nutzlast\":\"A", "\"nutzlast\":\"*")).contains("PR10"))
    #expect(try regeln(ersetzt(3, "{", "")).first == "PR10")
    #expect(try regeln(ersetzt(0, "protokoll\":1", "protokoll\":2")).first == "PR10")
    #expect(try regeln(ersetzt(7, "\"eintraege\":6", "\"eintraege\":7")) == ["PR13"])
    #expect(try regeln(ersetzt(7, "EINTRAG 6", "EINTRAG 5")) == ["PR10"])
    #expect(try regeln(Array(zeilen.dropLast())) == ["PR13"])
    #expect(try regeln(Array(zeilen.prefix(4))).contains("PR8"))
    #expect(try regeln(zeilen + [zeilen[6]]).contains("PR13"))
    var ohneDritte = zeilen
    ohneDritte.remove(at: 3)
    #expect(try regeln(ohneDritte) == ["PR3", "PR13"])
    let bericht = try Self.pruefe(ersetzt(3, "\"eintrag\":\"AQA", "\"eintrag\":\"AQB")).0
    #expect(bericht.befunde[0].ort.datei == "protokoll.jsonl" && bericht.befunde[0].ort.zeile == 4)
    #expect(try Self.pruefe([]).0.regeln == ["PR13"])
    #expect(try Self.pruefe([Array("nur Text".utf8)]).0.regeln == ["PR10", "PR13"])
  }

  @Test("property: a file cut off anywhere before its last line is never taken for whole")
  func abgeschnitten() throws {
    let (zeilen, _, _) = try Self.datei(3, offen: false)
    let bytes = Array(zeilen.joined())
    for laenge in 0..<bytes.count - 1 {
      let bericht = try Self.pruefe([Array(bytes.prefix(laenge))], stueck: 4096).0
      #expect(!bericht.istUnversehrt, "\(laenge)")
    }
  }
}
