// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Kennzeichen im Speicher")
struct KennzeichenTests {
  @Test("Abgelehntes und Wiederholtes verbraucht keine Nummer; Storniertes behält seine")
  func zaehler() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      func anlegen(
        _ betreff: String, id: ObjektID, _ kopf: Ereigniskopf, in eltern: ObjektID? = nil
      ) throws -> String {
        var wunsch = Anlagewunsch(
          eltern == nil ? .akte : .vorgang, id: id, betreff: betreff, in: eltern)
        if eltern == nil { wunsch.einheit = "00.12" }
        return try b.speicher.legeAn(wunsch, von: Buehne.arbeit, am: b.heute, kopf)
          .kennzeichen.text
      }
      let (erste, zweite) = (ObjektID.zufaellig(&b.zufall), ObjektID.zufaellig(&b.zufall))
      let kopf = b.kopf()
      for _ in 0..<3 {
        let abgelehnt = b.kopf()
        #expect(throws: Vollzugsablehnung.self) {
          try anlegen(" ", id: .zufaellig(&b.zufall), abgelehnt)
        }
      }
      #expect(try anlegen("Eins", id: erste, kopf) == "00.12/1")
      #expect(try anlegen("Eins", id: erste, kopf) == "00.12/1", "dasselbe Ereignis noch einmal")
      let storno = b.kopf()
      #expect(try anlegen("Irrtum", id: zweite, storno) == "00.12/2")
      try b.tu(
        .schriftgut(ziel: zweite, in: nil, ereignis: .stornieren(grund: "Irrtum")),
        Buehne.registratur)
      let (dritte, vorgang) = (b.kopf(), b.kopf())
      #expect(try anlegen("Drei", id: .zufaellig(&b.zufall), dritte) == "00.12/3")
      let leer = b.kopf()
      #expect(throws: Vollzugsablehnung.self) {
        try anlegen("", id: .zufaellig(&b.zufall), leer, in: erste)
      }
      #expect(try anlegen("V", id: .zufaellig(&b.zufall), vorgang, in: erste) == "00.12/1-1")
      // A move that is refused uses up none either.
      let ohneGrund = b.kopf()
      #expect(throws: Vollzugsablehnung.self) {
        try b.speicher.haengeUm(
          erste, nach: nil, einheit: "02.30", grund: "", von: Buehne.registratur, am: b.heute,
          ohneGrund)
      }
      let umzug = b.kopf()
      #expect(
        try b.speicher.haengeUm(
          erste, nach: nil, einheit: "02.30", grund: "falsch", von: Buehne.registratur, am: b.heute,
          umzug
        ).kennzeichen.text == "02.30/1")
      // The ids of events were drawn before their turn; their instants do not matter here.
      let befunde = try b.pruefe().filter { !$0.hasPrefix("PR9") }
      #expect(befunde == [], "jeder Zähler ist der protokollierte")
    }
  }

  @Test("Ein Kennzeichen, das ein Objekt beim Umhängen abgab, bekommt kein anderes")
  func nieWieder() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      func lege(_ kennzeichen: String) throws -> ObjektID {
        let id = ObjektID.zufaellig(&b.zufall)
        var wunsch = Anlagewunsch(.akte, id: id, betreff: "Akte")
        wunsch.einheit = "00.12"
        wunsch.kennzeichen = Kennzeichen(kennzeichen)
        let kopf = b.kopf()
        _ = try b.speicher.legeAn(wunsch, von: Buehne.arbeit, am: b.heute, kopf)
        return id
      }
      func haengeUm(_ id: ObjektID, _ einheit: String, _ kennzeichen: String) throws {
        try b.tu(
          .schriftgut(
            ziel: id, in: nil,
            ereignis: .umhaengen(
              nach: Umhaengung(
                einheit: einheit, kennzeichen: Kennzeichen(kennzeichen), grund: "falsch"))),
          Buehne.registratur)
      }
      let erste = try lege("00.12/7")
      try haengeUm(erste, "02.30", "02.30/7")
      #expect(throws: Vollzugsablehnung.self) { try lege("00.12/7") }
      let zweite = try lege("00.12/8")
      #expect(throws: (any Error).self) { try haengeUm(zweite, "02.30", "00.12/7") }
      // Its own it may have back; then the other one is its old one.
      try haengeUm(erste, "00.12", "00.12/7")
      #expect(throws: Vollzugsablehnung.self) { try lege("02.30/7") }
      // The counter passes over what was given up.
      for _ in 1...8 {
        let kopf = b.kopf()
        var wunsch = Anlagewunsch(.akte, id: .zufaellig(&b.zufall), betreff: "Akte")
        wunsch.einheit = "02.30"
        let neues = try b.speicher.legeAn(wunsch, von: Buehne.arbeit, am: b.heute, kopf)
        #expect(neues.kennzeichen.text != "02.30/7")
      }
      #expect(try b.pruefe().filter { !$0.hasPrefix("PR9") } == [])
    }
  }

  @Test("Ein Kennzeichen wie ein Pfad wird nirgends einer")
  func keinPfad() throws {
    try mitTemporaeremOrdner { ordner in
      let tief = ordner.appendingPathComponent("innen/tief")
      try FileManager.default.createDirectory(at: tief, withIntermediateDirectories: true)
      var b = try Buehne(tief)
      func dateien() throws -> Set<String> {
        Set(
          try FileManager.default.subpathsOfDirectory(atPath: ordner.path).filter {
            !$0.hasPrefix("innen/tief/sp")
          })
      }
      let vorher = try dateien()
      let akte = ObjektID.zufaellig(&b.zufall)
      var wunsch = Anlagewunsch(.akte, id: akte, betreff: "../../b", einheit: "00.12")
      wunsch.kennzeichen = Kennzeichen("../../x")
      let kopf = b.kopf()
      _ = try b.speicher.legeAn(wunsch, von: Buehne.arbeit, am: b.heute, kopf)
      let vorgang = try b.vorgang(in: akte, "/etc/passwd")
      #expect(try b.speicher.objekt(vorgang)?.kennzeichen == "../../x-1")
      _ = try b.dokument("../../y.txt", "Inhalt", in: vorgang)
      try b.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: b.heute))),
        Buehne.registratur)
      #expect(try dateien() == vorher)
      try b.speicher.sichere(nach: ordner.path + "/innen/sicherung")
      let nachher = try dateien().filter { !$0.hasPrefix("innen/sicherung") }
      #expect(nachher == vorher)
      let kopfAus = Einfuhrhilfe.kopf(.zufaellig(&b.zufall), .zufaellig(&b.zufall))
      let aus = try b.speicher.gibAus(
        [akte], nach: ordner.path + "/aus.zip", kopfAus, version: .v400)
      #expect(try dateien().subtracting(nachher).filter { !$0.hasPrefix("innen/") } == ["aus.zip"])
      var namen: [String] = []
      for objekt in try Einfuhrhilfe.objekte(aus.pfad) {
        guard case .akte(let a) = objekt else { continue }
        #expect(a.allgemeineMetadaten?.kennzeichen?.text == "../../x")
        for d in a.vorgaenge.flatMap(\.dokumente) {
          namen += d.versionen.flatMap(\.formate).map(\.primaerdokument.dateiname)
        }
      }
      #expect(namen.count == 1)
      #expect(namen.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") }, "\(namen)")
    }
  }
}
