// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// The names under which messages lie in the folders between the two sides.
@Suite("Namen der Nachrichten")
struct NamensformTests {
  /// What the names end with, after the process.
  private static func ende(
    _ typ: Nachrichtentyp, _ fassung: XdomeaFassung, _ form: Namensform
  ) -> String {
    switch (fassung >= .v400, form) {
    case (false, .nachFassung): "_\(typ.langname(in: fassung) ?? "").\(typ.rawValue).zip"
    case (false, .kurzOhneNummer): "_\(typ.rawValue).zip"
    case (_, .kurz), (true, _): "_\(typ.rawValue)_1.zip"
    }
  }

  @Test(
    "Beide Seiten schreiben die vereinbarte Form, in jeder Fassung, bis zur Löschung",
    arguments: XdomeaFassung.allCases, Namensform.allCases)
  func ganzerWeg(_ fassung: XdomeaFassung, _ form: Namensform) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (akte, _) = try b.akte()
      try b.warte()
      let p = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      var vereinbarung = b.vereinbarung
      vereinbarung.namensform = form
      func namen(_ ort: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: b.pfad(ort)))
      }
      func erwarte(_ typen: [Nachrichtentyp], in ort: String) throws {
        let da = typen.filter { $0.versionen.contains(fassung) }
        // 2.x has no field that asks for the receipt of a 0503.
        let erwartet = Set(da.map { p.text + Self.ende($0, fassung, form) })
        #expect(try namen(ort) == erwartet)
      }
      try behoerde.bieteAn(p, .objekte([akte]), anlass: .fristende, vereinbarung, b.wer())
      try erwarte([.anbieteverzeichnis], in: "zum-archiv")
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(p)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, p)
      try archiv.sendeBewertung(p, b.wer(Buehne.archivarin))
      try erwarte([.anbietungEmpfangBestaetigen, .bewertungsverzeichnis], in: "zur-behoerde")
      try holeAlles(behoerde, b)
      try behoerde.gibAb(p, Abgabezusage(virenfrei: true), b.wer())
      try erwarte([.bewertungEmpfangBestaetigen, .aussonderung], in: "zum-archiv")
      try holeAlles(archiv, b)
      try archiv.uebernimm(p, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(p, b.wer(Buehne.archivarin))
      try erwarte(
        [.aussonderungEmpfangBestaetigen, .aussonderungImportBestaetigen], in: "zur-behoerde")
      try holeAlles(behoerde, b)
      b.heute = try #require(Kalendertag(2032, 3, 1))
      #expect(try behoerde.loesche(p, b.wer(mit: Buehne.leitung)).abgeschlossen)
      // The container's message has the same stem (R2).
      let abgabe = try #require(
        archiv.verfahren(p).nachrichten(.aussonderung, eigene: false).first)
      let paket = try Nachrichtenpaket(pfad: archiv.ordner.datei(abgabe, in: archiv.verfahren(p)))
      #expect(
        paket.nachricht
          == p.text + Self.ende(.aussonderung, fassung, form).dropLast(4) + ".xml")
    }
  }

  @Test("Eine Vereinbarung von früher, ohne die Form, bleibt lesbar")
  func alterStand() throws {
    var v = Vereinbarung(
      behoerde: Kontakt(institution: "Stadt"), archiv: Kontakt(institution: "Archiv"),
      fassung: .v310)
    let alt = try JSONEncoder().encode(v)
    let baum = try #require(try JSONSerialization.jsonObject(with: alt) as? [String: Any])
    #expect(!baum.keys.contains { $0.lowercased().contains("namen") })
    let gelesen = try JSONDecoder().decode(Vereinbarung.self, from: alt)
    #expect(gelesen.namensform == .nachFassung)
    v.namensform = .kurz
    let neu = try JSONDecoder().decode(Vereinbarung.self, from: JSONEncoder().encode(v))
    #expect(neu == v && neu.namensform == .kurz)
  }

  @Test("Der Name sagt seine Form; fremde Formen werden gelesen")
  func formen() throws {
    let p = "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90"
    let faelle: [(String, Namensform)] = [
      ("\(p)_Aussonderung.Aussonderung.0503.zip", .nachFassung), ("\(p)_0503_2.zip", .kurz),
      ("\(p)_0503.xdomea", .kurzOhneNummer),
    ]
    for (name, form) in faelle {
      let gelesen = try #require(Nachrichtenname(dateiname: name))
      #expect(gelesen.form == form && gelesen.nachrichtentyp == "0503")
    }
    #expect(Nachrichtenname(dateiname: "\(p)_0503_0.zip") == nil)
    #expect(Nachrichtenname(dateiname: "\(p)_503_1.zip") == nil)
  }
}
