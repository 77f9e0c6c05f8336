// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

/// Builds small messages for tests.
struct Nachrichtenbau {
  var zufall = Zufall(11)
  let ordner: URL
  var dateien: [String: String] = [:]

  init(_ ordner: URL) { self.ordner = ordner }

  mutating func akte(_ betreff: String, _ kennzeichen: String? = nil, zdA: Kalendertag? = nil)
    -> Akte
  {
    var a = Akte(
      id: .zufaellig(&zufall), betreff: betreff, kennzeichen: kennzeichen.map { Kennzeichen($0) })
    a.kontextobjekt = false
    a.zdADatum = zdA
    a.zdA = zdA.map { _ in true }
    return a
  }

  mutating func vorgang(_ betreff: String, _ kennzeichen: String? = nil) -> Vorgang {
    var v = Vorgang(
      id: .zufaellig(&zufall), betreff: betreff, kennzeichen: kennzeichen.map { Kennzeichen($0) })
    v.kontextobjekt = false
    return v
  }

  mutating func format(_ inhalt: String, _ hash: Hashangabe? = nil) -> Format {
    let name = ObjektID.zufaellig(&zufall).text + "_Schreiben.txt"
    dateien[name] = inhalt
    var p = Primaerdokument(dateiname: name)
    p.dateinameOriginal = "Schreiben.txt"
    p.hash = hash
    return Format(name: .dateiformat("008"), version: "", primaerdokument: p)
  }

  mutating func dokument(_ betreff: String, _ formate: [[Format]]) -> Dokument {
    var d = Dokument(
      Identifikation(.zufaellig(&zufall)),
      versionen: formate.enumerated().map { Version(nummer: "\($0 + 1)", formate: $1) })
    d.allgemeineMetadaten = AllgemeineMetadaten(betreff: betreff, medium: .mediumElektronisch)
    return d
  }

  /// Writes the message as a folder with its files; those named in `ohne` are left out.
  mutating func schreibe(
    _ objekte: [Schriftgutobjekt], version: XdomeaFassung = .v400,
    typ: Nachrichtentyp = .aussonderung, ohne: Set<String> = [], name: String = "nachricht"
  ) throws -> String {
    let ziel = ordner.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
    let prozess = try #require(ProzessID("0b5c0a4e-1d2f-4f3a-9b7e-2f1d0c9b8a77"))
    let kopf = Einfuhrhilfe.kopf(prozess, NachrichtenID(bytes: (5, 6)))
    var bytes: [UInt8] = []
    try withUnsafeMutablePointer(to: &bytes) { p in
      var schreiber = try Nachrichtenschreiber(version, typ, kopf) { p.pointee += $0 }
      for objekt in objekte { try schreiber.schriftgutobjekt(objekt) }
      _ = try schreiber.beende()
    }
    try Data(bytes).write(to: ziel.appendingPathComponent("nachricht.xml"))
    for (name, inhalt) in dateien where !ohne.contains(name) {
      try Data(inhalt.utf8).write(to: ziel.appendingPathComponent(name))
    }
    return ziel.path
  }
}

@Suite("Einfuhr von Nachrichten")
struct EinfuhrNachrichtTests {
  private func zustand(_ speicher: Speicher, _ id: ObjektID) throws -> Schriftgutzustand {
    guard case .schriftgut(let z)? = try speicher.objekt(id)?.zustand else {
      throw XdomeaFehler.eingabe("\(id) fehlt")
    }
    return z
  }

  @Test("Vorgänge ohne eigenen Tag folgen ihrer geschlossenen Akte, auch ausdrücklich offene")
  func abschluss() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let tag = try #require(Kalendertag(2015, 4, 1))
      var akte = bau.akte("Ortsrecht", zdA: tag)
      let ohne = bau.vorgang("ohne Tag")
      var offen = bau.vorgang("offen")
      offen.zdA = false
      var spaeter = bau.vorgang("später")
      spaeter.zdADatum = Kalendertag(2016, 1, 1)
      spaeter.zdA = true
      akte.vorgaenge = [ohne, offen, spaeter]
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte)]), Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig, "\(b.text)")
      #expect(try zustand(speicher, ohne.id).zdADatum == tag)
      #expect(try zustand(speicher, offen.id).zdADatum == tag)
      #expect(try zustand(speicher, spaeter.id).zdADatum == Kalendertag(2016, 1, 1))
      #expect(b.hinweise.first { $0.art == .zdAVonOben }?.anzahl == 2)
      #expect(b.hinweise.contains { $0.art == .zdANachEltern })
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Ohne Tag: offen übernommen, mit --zda geschlossen, mit zdA-Vermerk am Tag der Nachricht")
  func ohneTag() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let a = bau.akte("offen")
      var c = bau.akte("geschlossen")
      c.zdA = true
      let quelle = try bau.schreibe([.akte(a), .akte(c)])
      let ohne = try Einfuhrhilfe.speicher(ordner, "ohne")
      _ = try ohne.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(try zustand(ohne, a.id).zdADatum == nil)
      #expect(try zustand(ohne, c.id).zdADatum == Kalendertag(2026, 3, 2))
      let mit = try Einfuhrhilfe.speicher(ordner, "mit")
      var optionen = Einfuhrhilfe.optionen()
      optionen.zdADatum = Kalendertag(2012, 2, 3)
      _ = try mit.importiere(quelle: quelle, optionen)
      #expect(try zustand(mit, a.id).zdADatum == Kalendertag(2012, 2, 3))
      #expect(try zustand(mit, c.id).zdADatum == Kalendertag(2012, 2, 3))
    }
  }

  @Test("Aufbewahrungsdauer und -ende werden eine eigene Regel, die nie früher endet als genannt")
  func regel() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let tag = try #require(Kalendertag(2015, 4, 1))
      var a = bau.akte("zehn Jahre", zdA: tag)
      a.aussonderungsmetadaten = Aussonderungsmetadaten(
        aussonderungsart: .vernichten, aufbewahrungsdauer: .jahre(10))
      a.aussonderungsmetadaten?.bewertungsvorschlag = Code(
        "V", listURI: "urn:xoev-de:xdomea:codeliste:bewertungsvorschlag", listVersion: "1.0")
      var c = bau.akte("bis 2040", zdA: tag)
      c.aussonderungsmetadaten = a.aussonderungsmetadaten
      c.aussonderungsmetadaten?.aufbewahrungsende = Kalendertag(2040, 6, 30).map { .tag($0) }
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(a), .akte(c)]), Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig, "\(b.text)")
      let z = try zustand(speicher, a.id)
      #expect(z.frist?.ende == Kalendertag(2025, 12, 31) && z.lage == .inAufbewahrung)
      #expect(z.bewertungsvorschlag == .vernichten)
      guard case .einzelfestlegung(let grund)? = z.einzelregel?.herkunft else {
        Issue.record("keine Einzelfestlegung")
        return
      }
      #expect(grund.hasPrefix("aus der Nachricht "))
      #expect(try zustand(speicher, c.id).frist?.ende == Kalendertag(2040, 6, 30))
    }
  }

  @Test("Fassungen, Formate, Signaturen, Anlagen: alle Dateien sind da und kommen wieder heraus")
  func fassungen() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var signiert = bau.format("drei")
      let signatur = ObjektID.zufaellig(&bau.zufall).text + ".p7s"
      let zweite = ObjektID.zufaellig(&bau.zufall).text + ".p7s"
      bau.dateien[signatur] = "Signatur"
      bau.dateien[zweite] = "Signatur 2"
      signiert.primaerdokument.signaturSiegel = .dateien([signatur, zweite])
      var d = bau.dokument(
        "Bescheid", [[bau.format("eins"), bau.format("zwei")], [signiert, bau.format("vier")]])
      d.angaben.anlagen = [Anlage(bau.dokument("Anlage", [[bau.format("fünf")]]))]
      var akte = bau.akte("Ortsrecht", zdA: Kalendertag(2015, 4, 1))
      akte.dokumente = [d]
      let quelle = try bau.schreibe([.akte(akte)])
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig && b.dokumente == 1 && b.dateien == 7, "\(b.text)")
      let bild = try #require(try speicher.objekt(d.id))
      guard case .dokument(let z) = bild.zustand else {
        Issue.record("kein Dokument")
        return
      }
      #expect(z.fassungen.map(\.nummer) == [1, 2])
      #expect(z.fassungen.map(\.repraesentate.count) == [1, 1])
      #expect(z.weitereDateien?.count == 3 && bild.dateien.count == 7)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
      let kopf = Einfuhrhilfe.kopf(.zufaellig(&bau.zufall), .zufaellig(&bau.zufall))
      let aus = try speicher.gibAus(
        [akte.id], nach: ordner.path + "/aus.zip", kopf, version: .v400)
      #expect(aus.dateien == 7)
      var heraus: [String: String] = [:]
      try Nachrichtenpaket(pfad: aus.pfad).jedeDatei { name, _, lies in
        var puffer = [UInt8](repeating: 0, count: 100)
        let n = try puffer.withUnsafeMutableBytes { try lies($0) }
        heraus[name] = String(decoding: puffer[..<n], as: UTF8.self)
      }
      #expect(heraus == bau.dateien)
    }
  }

  @Test("Eine falsche Prüfsumme lehnt das Dokument ab, und von ihm bleibt nichts")
  func pruefsumme() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let falsch = Hashangabe(
        try #require(Pruefsumme(.sha512, bytes: Array(repeating: 7, count: 64))))
      var akte = bau.akte("Ortsrecht")
      var schlecht = bau.dokument(
        "schlecht", [[bau.format("erste", nil), bau.format("x", falsch)]])
      schlecht.angaben.anlagen = [Anlage(bau.dokument("Anlage", [[bau.format("Anlage")]]))]
      let gut = bau.dokument("gut", [[bau.format("gut")]])
      akte.dokumente = [schlecht, gut]
      let quelle = try bau.schreibe([.akte(akte)])
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(b.dokumente == 1 && b.dateien == 1 && b.anzahlAbgelehnt == 1)
      #expect(b.abgelehnt.first?.fehler?.grund == .hashAbweichung)
      #expect(b.abgelehnt.first?.meldung.contains("SHA-512") == true)
      #expect(try speicher.objekt(schlecht.id) == nil)
      // Also no file that nothing names (S4).
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Eine richtige SHA-512-Angabe bleibt stehen, eine unbrauchbare wird genannt")
  func sha512() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let summe = try Programm.starte("sh", ["-c", "printf richtig | sha512sum"]).ausgabe.prefix(
        128)
      let richtig = Hashangabe(try #require(Pruefsumme(.sha512, text: summe)))
      var akte = bau.akte("Ortsrecht")
      akte.dokumente = [
        bau.dokument("a", [[bau.format("richtig", richtig)]]),
        bau.dokument(
          "b",
          [[bau.format("unklar", Hashangabe(wert: "abc", sonstigerAlgorithmus: "Hausverfahren"))]]),
      ]
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte)]), Einfuhrhilfe.optionen())
      #expect(b.istVollstaendig && b.dokumente == 2, "\(b.text)")
      #expect(b.hinweise.contains { $0.art == .hashUngeprueft })
      guard case .akte(let heraus)? = try speicher.schriftgutobjekt(akte.id, historie: false) else {
        Issue.record("keine Akte")
        return
      }
      #expect(
        heraus.dokumente.map { $0.versionen[0].formate[0].primaerdokument.hash } == [
          richtig, Hashangabe(wert: "abc", sonstigerAlgorithmus: "Hausverfahren"),
        ])
    }
  }

  @Test("Fehlende Dateien: in der Übergabe abgelehnt, im Angebot als Beschreibung vermerkt")
  func fehlendeDatei() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var akte = bau.akte("Ortsrecht")
      akte.dokumente = [
        bau.dokument("da", [[bau.format("da")]]), bau.dokument("fehlt", [[bau.format("fehlt")]]),
        bau.dokument("auch da", [[bau.format("auch da")]]),
      ]
      let name = akte.dokumente[1].versionen[0].formate[0].primaerdokument.dateiname
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte)], ohne: [name]), Einfuhrhilfe.optionen())
      #expect(b.dokumente == 2 && b.anzahlAbgelehnt == 1)
      #expect(b.abgelehnt.first?.meldung.contains(name) == true)
      let zwei = try Einfuhrhilfe.speicher(ordner, "zwei")
      let c = try zwei.importiere(
        quelle: try bau.schreibe(
          [.akte(akte)], typ: .anbieteverzeichnis, ohne: [name], name: "angebot"),
        Einfuhrhilfe.optionen())
      #expect(c.istVollstaendig && c.dokumente == 2 && c.beschreibungen == 1, "\(c.text)")
      guard case .akte(let heraus)? = try zwei.schriftgutobjekt(akte.id, historie: false) else {
        Issue.record("keine Akte")
        return
      }
      #expect(heraus.dokumente.map(\.betreff) == ["da", "fehlt", "auch da"])
      #expect(try Einfuhrhilfe.pruefe(zwei) == [])
    }
  }

  @Test("Ein vergebenes Kennzeichen lehnt das Objekt mit allem darin ab; der Rest kommt herein")
  func kollision() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var akte = bau.akte("Ortsrecht", "00.12/1")
      var erster = bau.vorgang("erster", "00.12/1-5")
      erster.dokumente = [bau.dokument("a", [[bau.format("a")]])]
      var doppelt = bau.vorgang("doppelt", "00.12/1-5")
      doppelt.dokumente = [bau.dokument("b", [[bau.format("b")]])]
      var gezogen = bau.vorgang("gezogen")
      gezogen.dokumente = [bau.dokument("c", [[bau.format("c")]])]
      akte.vorgaenge = [erster, doppelt, gezogen]
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte)]), Einfuhrhilfe.optionen())
      #expect(b.vorgaenge == 2 && b.dokumente == 2 && b.mitAbgelehnt == 1)
      #expect(b.abgelehnt.first?.fehler?.grund == .kennzeichenKollision)
      #expect(try zustand(speicher, gezogen.id).kennzeichen.text == "00.12/1-1")
      #expect(try speicher.objekt(doppelt.id) == nil)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Dieselbe UUID zweimal ist einmal; ein Objekt ohne UUID wird abgelehnt")
  func kennungen() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let akte = bau.akte("erste")
      var zweite = bau.akte("zweite")
      zweite.identifikation = akte.identifikation
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte), .akte(zweite)]), Einfuhrhilfe.optionen())
      #expect(b.akten == 1 && b.abgelehnt.first?.fehler?.grund == .kennungVergeben)
      #expect(try speicher.objekt(akte.id)?.betreff == "erste")
    }
  }

  @Test("Vorgänge und Dokumente ohne Akte bekommen eine, die nach der Quelle heißt")
  func sammelakte() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var a = bau.vorgang("A")
      a.aktenbetreff = "Bauakte Am Ring"
      var b = bau.vorgang("B")
      b.aktenbetreff = "Bauakte Am Ring"
      let c = bau.vorgang("C")
      let quelle = try bau.schreibe([.vorgang(a), .vorgang(b), .vorgang(c)], version: .v310)
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let bericht = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(bericht.akten == 2 && bericht.vorgaenge == 3, "\(bericht.text)")
      #expect(try speicher.vorfahren(b.id).first?.betreff == "Bauakte Am Ring")
      #expect(
        try speicher.vorfahren(c.id).first?.betreff?.hasPrefix(
          "Übernommene Vorgänge aus der Nachricht")
          == true)
      #expect(try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen()).objekte == 0)
    }
  }

  @Test("Eine abgebrochene Nachricht lässt nur Ganzes zurück; die vollständige setzt fort")
  func abbruch() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var akten: [Schriftgutobjekt] = []
      for n in 0..<5 {
        var a = bau.akte("Akte \(n)")
        var v = bau.vorgang("Vorgang \(n)")
        v.dokumente = [bau.dokument("Schreiben \(n)", [[bau.format("Inhalt \(n)")]])]
        a.vorgaenge = [v]
        akten.append(.akte(a))
      }
      let quelle = try bau.schreibe(akten)
      let datei = URL(fileURLWithPath: quelle).appendingPathComponent("nachricht.xml")
      let ganz = try Data(contentsOf: datei)
      let stelle = try #require(ganz.range(of: Data("Schreiben 3".utf8))?.lowerBound)
      try ganz.prefix(stelle).write(to: datei)
      let speicher = try Einfuhrhilfe.speicher(ordner)
      #expect(throws: (any Error).self) {
        try speicher.importiere(container: quelle, Einfuhrhilfe.optionen())
      }
      var vorhanden = 0
      try speicher.jedeAkte { _ in
        vorhanden += 1
        return true
      }
      #expect(vorhanden == 3)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
      try ganz.write(to: datei)
      let b = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(b.akten == 2 && b.dokumente == 2 && b.bereitsUebernommen == 9, "\(b.text)")
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }

  @Test("Eine Antwort enthält keine Akten und wird nicht eingelesen")
  func antwort() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      let akte = bau.akte("Akte")
      let datei = ordner.appendingPathComponent("n.xml")
      try Data().write(to: datei)
      let ausgabe = try FileHandle(forWritingTo: datei)
      let kopf = Nachrichtenkopf(
        prozessID: .zufaellig(&bau.zufall), absender: Kontakt(), empfaenger: Kontakt(),
        erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"))
      var schreiber = try Nachrichtenschreiber(.v310, .bewertungsverzeichnis, kopf) {
        try ausgabe.write(contentsOf: Data($0))
      }
      try schreiber.bewertung(Objektbewertung(akte.id, .archivieren))
      _ = try schreiber.beende()
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let fehler = #expect(throws: XdomeaFehler.self) {
        try speicher.importiere(container: datei.path, Einfuhrhilfe.optionen())
      }
      #expect(fehler?.description.contains("0502") == true)
    }
  }

  @Test("Kleine Transaktionen geben dasselbe wie eine große")
  func transaktionen() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      var akte = bau.akte("Ortsrecht", zdA: Kalendertag(2015, 4, 1))
      for n in 0..<7 {
        var v = bau.vorgang("Vorgang \(n)")
        v.aussonderungsmetadaten = Aussonderungsmetadaten(
          aussonderungsart: .bewerten, aufbewahrungsdauer: .jahre(UInt16(n)))
        v.dokumente = [bau.dokument("Schreiben", [[bau.format("Inhalt \(n % 3)")]])]
        akte.vorgaenge.append(v)
      }
      let quelle = try bau.schreibe([.akte(akte)])
      var ergebnisse: [[String]] = []
      for anzahl in [1, 3, 1000] {
        let speicher = try Einfuhrhilfe.speicher(ordner, "sp\(anzahl)")
        var optionen = Einfuhrhilfe.optionen()
        optionen.objekteJeTransaktion = anzahl
        let b = try speicher.importiere(quelle: quelle, optionen)
        #expect(b.objekte == 15 && b.dubletten == 4, "\(b.text)")
        #expect(try Einfuhrhilfe.pruefe(speicher) == [])
        var zeilen = try Einfuhrhilfe.zeilen(
          try #require(try speicher.schriftgutobjekt(akte.id, historie: false)))
        zeilen.append("\(try speicher.objekt(akte.id)?.reifAb?.text ?? "-")")
        ergebnisse.append(zeilen)
      }
      #expect(ergebnisse[0] == ergebnisse[1] && ergebnisse[1] == ergebnisse[2])
    }
  }

  @Test("Dateinamen, die aus dem Ordner führen, öffnen nichts")
  func fremdePfade() throws {
    try mitTemporaeremOrdner { ordner in
      var bau = Nachrichtenbau(ordner)
      try Data("geheim".utf8).write(to: ordner.appendingPathComponent("geheim.txt"))
      var format = bau.format("x")
      bau.dateien = [:]
      format.primaerdokument.dateiname = "../geheim.txt"
      var akte = bau.akte("Ortsrecht")
      akte.dokumente = [bau.dokument("fremd", [[format]])]
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let b = try speicher.importiere(
        quelle: try bau.schreibe([.akte(akte)]), Einfuhrhilfe.optionen())
      #expect(b.akten == 1 && b.dokumente == 0 && b.anzahlAbgelehnt == 1)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
    }
  }
}
