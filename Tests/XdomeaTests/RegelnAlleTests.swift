// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

/// For one rule an input without the finding and one with exactly that finding.
struct Regelfall: Sendable, CustomTestStringConvertible {
  let regel: String
  var testDescription: String { regel }
  /// The rules of the standard that a clean input breaks: none.
  let sauber: @Sendable () throws -> Set<String>
  /// The rules that a broken input breaks: this one.
  let kaputt: @Sendable () throws -> Set<String>

  init(
    _ regel: String, _ sauber: @escaping @Sendable () throws -> Set<String>,
    _ kaputt: @escaping @Sendable () throws -> Set<String>
  ) {
    self.regel = regel
    self.sauber = sauber
    self.kaputt = kaputt
  }
}

extension [Befund] {
  /// The rules of the standard among them, without those of the house.
  fileprivate var derNorm: Set<String> {
    Set(map(\.regel).filter { $0.hasPrefix("R") })
  }
}

enum Regelfaelle {
  static let alle: [Regelfall] = container + xml + probe + prozess + umwandlung

  // MARK: Containers

  /// A fault in a container.
  private static func container(
    _ regel: String, datei: String = Containermuster.datei,
    inhalt: String = Containermuster.inhalt,
    _ tu: @escaping @Sendable (inout Containermuster) -> Void
  ) -> Regelfall {
    Regelfall(
      regel, { try Containermuster().befunde().derNorm },
      {
        var muster = try Containermuster(datei: datei, inhalt: inhalt)
        tu(&muster)
        return try muster.befunde().derNorm
      })
  }

  private static let prozess1 = id(1).text
  private static let prozess9 = id(9).text

  private static let container: [Regelfall] = [
    container("R1") { $0.stamm = "abgabe" },
    container("R2") { $0.dateien.append(Testzip.Satz(prozess9 + "_0503_1.xml", "<a/>")) },
    container("R3") {
      var ordner = Testzip.Satz("ordner/", "")
      ordner.attribute = 0o040755 << 16 | 0x10
      $0.dateien.append(ordner)
    },
    container("R4", datei: "\(dateiID(40))_a\\b.pdf") { _ in },
    container("R5") { $0.dateien.append($0.dateien[0]) },
    container("R6", datei: "\(dateiID(40))_Prüfung.pdf") {
      // 0x81 is ü in code page 437.
      let name = Array("\(dateiID(40))_Pr".utf8) + [0x81] + Array("fung.pdf".utf8)
      $0.dateien = [Testzip.Satz(roh: name, Containermuster.inhalt)]
    },
    container("R7") { $0.dateien[0].merkmale |= 1 },
    container("R8") { $0.stamm = prozess9 + "_0503_1" },
    container("R9") { $0.stamm = prozess1 + "_0501_1" },
    container("R10") { $0.stamm = prozess1 + "_0503_2" },
    container("R52") { $0.dateien = [] },
    container("R54") { $0.dateien.append(Testzip.Satz("\(dateiID(41))_Notiz.txt")) },
    container("R56") { $0.dateien[0] = Testzip.Satz(Containermuster.datei, "anders") },
    container("R59", inhalt: "") { _ in },
  ]

  private static let xml: [Regelfall] = [
    container("R11") { $0.ersetze("?>\n<xdomea:", "?>\n<!DOCTYPE a>\n<xdomea:") },
    container("R12") { $0.ersetze(#" version="4.0.0""#, #" version="3.0.0""#) },
    container("R13") {
      $0.ersetze("<xdomea:", "<x:")
      $0.ersetze("</xdomea:", "</x:")
      $0.ersetze("xmlns:xdomea=", "xmlns:x=")
    },
    container("R14") { $0.ersetze("xsi:schemaLocation=", "xsi:andereAngabe=") },
    container("R16") {
      $0.ersetze(">1</xdomea:Importbestaetigung>", ">true</xdomea:Importbestaetigung>")
    },
    container("R17") { $0.ersetze(">\(id(30))<", ">keine-uuid<") },
    container("R18") { $0.ersetze("10:00:00.000+02:00", "10:00:00+02:00") },
  ]

  // MARK: One message as values

  private static func probe(
    _ regel: String, _ version: XdomeaFassung = .v400, _ typ: Nachrichtentyp = .aussonderung,
    sauber: @escaping @Sendable () -> [Nachrichtenteil],
    kopf: @escaping @Sendable (inout Nachrichtenkopf) -> Void = { _ in },
    _ kaputt: @escaping @Sendable () -> [Nachrichtenteil]
  ) -> Regelfall {
    @Sendable func befunde(
      _ teile: [Nachrichtenteil], _ aendere: (inout Nachrichtenkopf) -> Void
    ) -> Set<String> {
      var p = Regelprobe(version, typ)
      aendere(&p.kopf)
      return p.befunde(teile, mitKopf: true).derNorm
    }
    return Regelfall(
      regel, { befunde(sauber(), { _ in }) }, { befunde(kaputt(), kopf) })
  }

  /// A fault in an Akte.
  private static func inAkte(
    _ regel: String, _ version: XdomeaFassung = .v400, _ typ: Nachrichtentyp = .aussonderung,
    _ tu: @escaping @Sendable (inout Akte) -> Void
  ) -> Regelfall {
    @Sendable func teile(_ tu: (inout Akte) -> Void) -> [Nachrichtenteil] {
      let kontext: Bool? = version >= .v400 ? false : nil
      let d = typ == .anbieteverzeichnis ? angeboten() : dokument()
      var a = akte(kontext: kontext, vorgaenge: [vorgang(kontext: kontext, dokumente: [d])])
      tu(&a)
      return [.schriftgutobjekt(.akte(a))]
    }
    return probe(regel, version, typ, sauber: { teile { _ in } }, { teile(tu) })
  }

  private static func inDokument(
    _ regel: String, _ typ: Nachrichtentyp = .aussonderung,
    _ tu: @escaping @Sendable (inout Dokument) -> Void
  ) -> Regelfall {
    inAkte(regel, .v400, typ) { tu(&$0.vorgaenge[0].dokumente[0]) }
  }

  private static func mitFormat(_ d: inout Dokument, _ tu: (inout Format) -> Void) {
    var f = format(40)
    tu(&f)
    d.inhalt = .versionen([Version(nummer: "1", formate: [f])])
  }

  private static let probe: [Regelfall] = [
    inDokument("R19") { $0.angaben.allgemeineMetadaten?.medium = Code("009", listVersion: "1.0") },
    inAkte("R27") { $0.vorgaenge[0].identifikation = $0.identifikation },
    inAkte("R29") {
      for n in [1, 2] as [UInt64] {
        var v = vorgang(50 + n)
        v.identifikation.nummerImUebergeordnetenContainer = "1"
        $0.vorgaenge.append(v)
      }
      $0.vorgaenge.removeFirst()
    },
    inAkte("R30") {
      for n in 60..<66 as Range<UInt64> {
        var v = vorgang(n)
        v.teilvorgaenge = $0.vorgaenge
        $0.vorgaenge = [v]
      }
    },
    inAkte("R31") {
      $0.kontextobjekt = true
      $0.vorgaenge = []
    },
    inAkte("R32") {
      $0.vorgaenge[0].kontextobjekt = true
      $0.vorgaenge[0].dokumente = []
    },
    inAkte("R33") {
      $0.kontextobjekt = true
      $0.dokumente = [dokument(77)]
    },
    inAkte("R34") { $0.zdA = false },
    inAkte("R35", .v310) { $0.aussonderungsmetadaten?.aufbewahrungsdauer = .unbefristet },
    inAkte("R36") {
      func grad(_ code: String) -> Geheimhaltung {
        Geheimhaltung(
          grad: Code(
            code, listURI: "urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe", listVersion: "1.0")
        )
      }
      $0.allgemeineMetadaten?.geheimhaltung = grad("002")
      $0.vorgaenge[0].allgemeineMetadaten?.geheimhaltung = grad("005")
    },
    inAkte("R37") { $0.verweise = [Verweis(sgoTyp: Code("001"))] },
    inAkte("R38") { $0.kontakte = [Kontakt()] },
    inDokument("R39") { d in
      let schritt = Beteiligungsschritt(
        nummer: "1", status: Code("001"),
        verfuegung: Verfuegung(
          ersteller: Kontakt(institution: "A"), adressat: Kontakt(institution: "B"),
          erstellungsdatum: nil))
      var gang = Geschaeftsgang(Identifikation(id(88)))
      gang.beteiligungsschritte = [schritt, schritt]
      d.geschaeftsgaenge = [gang]
    },
    inDokument("R40") {
      $0.inhalt = .versionen([40, 41].map { Version(nummer: "1", formate: [format($0)]) })
    },
    inAkte("R41") { $0.erweiterungen = [Erweiterung(kennung: "k", name: "n")] },
    inDokument("R42", .anbieteverzeichnis) { mitFormat(&$0) { _ in } },
    inAkte("R43", .v400, .anbieteverzeichnis) { $0.aussonderungsmetadaten = nil },
    inAkte("R44", .v400, .anbieteverzeichnis) {
      $0.aussonderungsmetadaten?.aussonderungsart = .archivieren
    },
    inDokument("R51") { $0.inhalt = .versionen([]) },
    inDokument("R53") {
      $0.inhalt = .versionen(["1", "2"].map { Version(nummer: $0, formate: [format(40)]) })
    },
    inDokument("R55") { d in
      mitFormat(&d) { $0.primaerdokument.dateiname = "\(id(30)).pdf" }
    },
    inDokument("R57") { d in mitFormat(&d) { $0.primaerdokument.hash?.wert = "0a" } },
    inDokument("R58") { d in mitFormat(&d) { $0.sonstigerName = "pdf" } },
    inDokument("R60") { d in
      mitFormat(&d) { $0.primaerdokument.datumUhrzeit = Zeitpunkt("2026-06-01T10:00:00Z") }
    },
    probe(
      "R64", .v310, .aussonderungImportBestaetigen,
      sauber: { [.rueckmeldung(Importrueckmeldung(id(1), .misserfolg("defekt")))] },
      {
        [.rueckmeldung(Importrueckmeldung(id(1), ErfolgOderMisserfolg(erfolgreich: false)))]
      }),
  ]

  // MARK: Several messages

  private static let prozess: [Regelfall] =
    [20, 21, 22, 23, 24, 25, 26, 28, 45, 46, 47, 48, 49, 50, 62, 63, 65].compactMap { nummer in
      let regel = "R\(nummer)"
      if nummer == 48 { return aUnterV }
      let faelle = ProzessmutationTests.faelle.filter { $0.regeln == [regel] && $0.bis == .v400 }
      return faelle.first.map { fall in
        Regelfall(
          regel,
          {
            var m = Prozessmodell(.v400, seed: 1)
            return try m.befunde().regeln
          },
          {
            for seed in 0..<300 as Range<UInt64> {
              var m = Prozessmodell(.v400, seed: seed)
              if fall.tu(&m) { return try m.befunde().regeln }
            }
            return []
          })
      }
    } + [loeschung]

  /// R48 alone: A below V before anything is handed over.
  private static let aUnterV = Regelfall(
    "R48", { try vorAbgabe { _ in true } },
    {
      try vorAbgabe { m in
        let ziele = m.angebotene.filter {
          $0.oben.map { !$0.kontext && !$0.istArchivwuerdig } == true
        }
        guard let k = m.wahl(ziele)?.knoten else { return false }
        return m.bewerte(k.id, .archivieren)
      }
    })

  /// Offer and appraisal only.
  private static func vorAbgabe(_ tu: (inout Prozessmodell) -> Bool) throws -> Set<String> {
    for seed in 0..<300 as Range<UInt64> {
      var m = Prozessmodell(.v400, seed: seed)
      m.nachrichten.removeAll { $0.typ.rang >= Nachrichtentyp.aussonderung.rang }
      if tu(&m) { return try m.befunde().regeln }
    }
    return []
  }

  private static let loeschung = Regelfall(
    "R61",
    {
      var m = Prozessmodell(.v400, seed: 1)
      let alle = m.angebotene.map(\.knoten.id)
      return try m.befunde(loeschungen: alle).regeln
    },
    {
      var m = Prozessmodell(.v400, seed: 1)
      let alle = m.angebotene.map(\.knoten.id)
      m.nachrichten.removeAll { $0.typ == .aussonderungImportBestaetigen }
      return try m.befunde(loeschungen: alle).regeln
    })

  // MARK: Conversion

  /// What is lost when an Akte is written in another version.
  private static func verluste(
    _ von: XdomeaFassung, _ nach: XdomeaFassung, _ tu: (inout Akte) -> Void
  ) throws -> Set<String> {
    // Nothing that an older version lacks.
    let kontext: Bool? = von >= .v400 ? false : nil
    var a = Akte(id: id(10), betreff: "Akte")
    a.kontextobjekt = kontext
    var v = Vorgang(id: id(20), betreff: "Vorgang")
    v.kontextobjekt = kontext
    v.dokumente = [einfach(30)]
    a.vorgaenge = [v]
    tu(&a)
    var kopf = Antwortmodell.kopf(.aussonderung)
    kopf.system = SendendesSystem(produktname: "P", produktversion: "1", hersteller: nil)
    kopf.nachrichtentyp = nil
    kopf.nachrichtenID = von >= .v400 || nach >= .v400 ? kopf.nachrichtenID : nil
    if nach >= .v400 { kopf.system.hersteller = "H" }
    var eintraege: [Verlust] = []
    var s = try Nachrichtenschreiber(nach, .aussonderung, kopf, quelle: von) { _ in }
    try s.schriftgutobjekt(.akte(a))
    eintraege = try s.beende().eintraege
    // The head's UUID of 4.0 has no place before, the mark of context none in 3.x.
    return Set(
      eintraege.filter { $0.objekt != nil }.map(\.regel)
        .filter { $0 != "R68" || nach < von })
  }

  private static func einfach(_ n: UInt64) -> Dokument {
    var d = Dokument(Identifikation(id(n)))
    d.allgemeineMetadaten = AllgemeineMetadaten(betreff: "Dokument \(n)")
    return d
  }

  private static func umwandlung(
    _ regel: String, _ von: XdomeaFassung, _ nach: XdomeaFassung,
    _ tu: @escaping @Sendable (inout Akte) -> Void
  ) -> Regelfall {
    Regelfall(
      regel, { try verluste(von, nach) { _ in } }, { try verluste(von, nach, tu) })
  }

  private static let umwandlung: [Regelfall] = [
    umwandlung("R66", .v310, .v240) { $0.allgemeineMetadaten?.betreff = "Plan – „Süd“" },
    umwandlung("R67", .v310, .v240) { $0.dokumente = [einfach(31)] },
    umwandlung("R68", .v400, .v310) { $0.vorgaenge[0].kontextobjekt = true },
    umwandlung("R69", .v310, .v400) { a in
      mitFormat(&a.vorgaenge[0].dokumente[0]) {
        $0.primaerdokument.hash = nil
        $0.primaerdokument.dateinameOriginal = "Brief.pdf"
      }
    },
    umwandlung("R70", .v240, .v310) { a in
      mitFormat(&a.vorgaenge[0].dokumente[0]) {
        $0.primaerdokument.hash = nil
        $0.name = Code(
          "018", name: "pdf", listURI: Codebindung.xdomeaListe("dateiformat"), listVersion: "1.0")
      }
    },
  ]
}

@Suite("Each rule R1 to R70 has a clean and a broken input")
struct RegelnAlleTests {
  @Test("None is left out: 69 here, R15 with the schemas")
  func vollzaehlig() {
    let soll = Set((1...70).map { "R\($0)" }).subtracting(["R15"])
    #expect(Set(Regelfaelle.alle.map(\.regel)) == soll)
    #expect(Regelfaelle.alle.count == soll.count)
  }

  @Test("Clean without a finding, broken with exactly this one", arguments: Regelfaelle.alle)
  func fall(_ fall: Regelfall) throws {
    #expect(try fall.sauber() == [])
    #expect(try fall.kaputt() == [fall.regel])
  }

  @Test(
    "R15: a message that is not valid", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func schema() throws {
    let schemata = Schemata(ordner: Gemeinsam.schemata.path)
    var muster = try Containermuster()
    let sauber = try muster.befunde(schemata: schemata)
    #expect(sauber.derNorm == [], "\(sauber.map(\.meldung))")
    muster.ersetze(#" produkt="P""#, "")
    #expect(try muster.befunde(schemata: schemata).derNorm == ["R15"])
  }

  @Test("R66: the repertoire of 2.x is that of the schema; what it lacks is told by character")
  func lateinschrift() throws {
    #expect(Lateinschrift.umgeschrieben("Straße 5, Łódź, 20 €, ẞ, M\u{302}, J\u{30C}") == nil)
    let (text, ersetzt) = try #require(
      Lateinschrift.umgeschrieben("a – b „c“ …\u{A0}d e\u{301} 😀 – я")
        as (String, [Lateinschrift.Ersatz])?)
    #expect(text == "a - b \"c\" ... d é ? - ?")
    #expect(
      ersetzt.map(\.zeichen) == ["–", "„", "“", "…", "\u{A0}", "e\u{301}", "😀", "я"])
    var a = Akte(id: id(10), betreff: "Süd – Nord")
    a.kontextobjekt = false
    let (bytes, verluste) = try schreibe(
      .v240, .anbieteverzeichnis, Antwortmodell.kopf(.anbieteverzeichnis),
      [.schriftgutobjekt(.akte(a))])
    #expect(
      verluste.eintraege.filter { $0.regel == "R66" }.map(\.meldung) == [
        "Zeichen – (U+2013) in Betreff ersetzt durch -."
      ])
    #expect(String(decoding: bytes, as: UTF8.self).contains(">Süd - Nord<"))
  }

  @Test(
    "R66: random texts written in 2.4 are valid and tell every change",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func gueltigIn2() throws {
    let schemata = Schemata(ordner: Gemeinsam.schemata.path)
    var z = Zufall(11)
    let vorrat = (0x20...0x24FF).compactMap { Unicode.Scalar($0 as Int) }.filter {
      $0.value < 0x7F || $0.value > 0x9F
    }
    for _ in 0..<40 {
      var text = String.UnicodeScalarView()
      for _ in 0..<60 { text.append(vorrat.randomElement(using: &z)!) }
      let a = Akte(id: id(10), betreff: String(text))
      let (bytes, _) = try schreibe(
        .v240, .anbieteverzeichnis, Antwortmodell.kopf(.anbieteverzeichnis),
        [.schriftgutobjekt(.akte(a))])
      let gelesen = try lies(bytes, schemata)
      #expect(gelesen.schemafehler.isEmpty, "\(gelesen.schemafehler)")
    }
  }
}
