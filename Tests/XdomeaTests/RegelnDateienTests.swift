// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing
import Xdomea

@Suite("Rules for files")
struct RegelnDateienTests {
  /// Findings about documents with one format each.
  private func mit(
    _ formate: Format..., version: XdomeaFassung = .v400
  ) -> [Befund] {
    let dokumente = formate.enumerated().map { i, f in
      dokument(30 + UInt64(i), versionen: [Version(nummer: "1", formate: [f])])
    }
    return Regelprobe(version).befunde(akte(vorgaenge: [vorgang(dokumente: dokumente)]))
  }

  @Test("R53: two references to the same file")
  func doppelt() {
    #expect(mit(format(40), format(41)).isEmpty)
    let befunde = mit(format(40), format(40))
    #expect(befunde.map(\.regel) == ["R53"])
    #expect(befunde.first?.ort.betreff == "Dokument 31")
    var signiert = format(41)
    signiert.primaerdokument.signaturSiegel = .dateien([format(40).primaerdokument.dateiname])
    #expect(mit(format(40), signiert).map(\.regel) == ["R53"])
  }

  @Test("R55: a file name that begins with the UUID of an object, also of a later one")
  func eigeneKennung() {
    var f = format(40)
    f.primaerdokument.dateiname = "\(id(31)).pdf"
    #expect(mit(f, format(41)).map(\.regel) == ["R55"])
    #expect(mit(f, format(41), version: .v310).isEmpty)
  }

  @Test("R57: exactly one known algorithm and a value of its length")
  func hash() {
    func befunde(_ h: Hashangabe?) -> [Befund] { mit(format(40, hash: h)) }
    let wert = hashangabe.wert
    #expect(befunde(Hashangabe(wert: wert, sonstigerAlgorithmus: "sha256")).isEmpty)
    #expect(
      befunde(
        Hashangabe(
          wert: wert,
          algorithmus: Code("7", name: "http://www.w3.org/2001/04/xmlenc#sha256"))
      ).isEmpty)
    let falsch: [Hashangabe] = [
      Hashangabe(wert: wert),
      Hashangabe(wert: wert, algorithmus: Code("SHA-256"), sonstigerAlgorithmus: "SHA-256"),
      Hashangabe(wert: "", algorithmus: Code("SHA-256")),
      Hashangabe(wert: "0a0a", algorithmus: Code("SHA-256")),
      Hashangabe(wert: wert, algorithmus: Code("SHA-512")),
    ]
    for h in falsch {
      #expect(befunde(h).map(\.regel) == ["R57"])
      #expect(befunde(h).map(\.schwere) == [.fehler])
    }
    let unbekannt = befunde(Hashangabe(wert: wert, algorithmus: Code("SHA3-256")))
    #expect(unbekannt.map(\.schwere) == [.warnung])
  }

  @Test("R57: missing digests are one hint per message, from 4.0")
  func ohneHash() {
    let befunde = mit(format(40, hash: nil), format(41), format(42, hash: nil))
    #expect(befunde.map(\.regel) == ["R57"])
    #expect(befunde.map(\.schwere) == [.hinweis])
    #expect(befunde.first?.meldung.hasPrefix("Zu 2 Dateien") == true)
    #expect(mit(format(40, hash: nil), version: .v310).isEmpty)
  }

  @Test("R58: format 100 and a plain name belong together")
  func sonstiges() {
    var heic = format(40, code: "100", endung: "heic")
    #expect(mit(heic).map(\.schwere) == [.fehler])
    #expect(mit(heic).map(\.regel) == ["R58"])
    heic.sonstigerName = "heic"
    #expect(mit(heic).isEmpty)
    var pdf = format(40)
    pdf.sonstigerName = "pdf"
    #expect(mit(pdf).map(\.regel) == ["R58"])
  }

  @Test("R58: an extension that contradicts the code is a warning")
  func endung() {
    #expect(mit(format(40, code: "018", endung: "docx")).map(\.schwere) == [.warnung])
    #expect(mit(format(40, code: "018", endung: "docx")).map(\.regel) == ["R58"])
    #expect(mit(format(40, code: "044", endung: "PDF")).isEmpty)
    #expect(mit(format(40, code: "011", endung: "jpeg")).isEmpty)
    var ohne = format(40)
    ohne.primaerdokument.dateiname = dateiID(40).text
    #expect(mit(ohne).isEmpty)
  }

  @Test("R60: made before changed before sent")
  func zeiten() {
    func mitZeiten(_ entstanden: String?, _ geaendert: String?) -> [String] {
      var f = format(40)
      f.primaerdokument.datumUhrzeit = entstanden.flatMap { Zeitpunkt($0) }
      f.primaerdokument.zeitpunktLetzteAenderung = geaendert.flatMap { Zeitpunkt($0) }
      return mit(f).map(\.regel)
    }
    #expect(mitZeiten("2020-01-01T08:00:00Z", "2021-01-01T08:00:00Z").isEmpty)
    #expect(mitZeiten("2021-01-01T08:00:00Z", "2020-01-01T08:00:00Z") == ["R60"])
    #expect(mitZeiten(nil, "2026-05-01T10:00:01.000+02:00") == ["R60"])
    #expect(mitZeiten("2026-06-01T10:00:00Z", nil) == ["R60"])
    #expect(mitZeiten(nil, nil).isEmpty)
  }

  @Test("References come in the order of the message, with lines and what is said of the file")
  func verweise() throws {
    var f = format(41, code: "100", endung: "heic")
    f.sonstigerName = "heic"
    f.primaerdokument.signaturSiegel = .dateien(["\(dateiID(42)).p7s"])
    var plan = Aktenplan(bezeichnung: "Plan", version: "1")
    plan.aktenplandateien = [format(43)]
    var probe = Regelprobe()
    let datei = f.primaerdokument.dateiname
    probe.fundstellen = Fundstellen.aus(objekte: [(id(30), 12)], dateien: [(datei, 21)])
    let v = probe.verweise([
      .anschreiben(dokument(5, datei: 40)),
      .schriftgutobjekt(
        .vorgang(
          vorgang(dokumente: [dokument(30, versionen: [Version(nummer: "1", formate: [f])])]))),
      .aktenplan(plan),
    ])
    try #require(v.count == 4)
    #expect(v.map(\.art) == [.primaerdokument, .primaerdokument, .signatur, .aktenplandatei])
    #expect(v.map(\.zeile) == [7, 21, 12, 7])
    #expect(v[1].objekt == id(30) && v[1].betreff == "Dokument 30")
    #expect(v[1].formatcode == "100" && v[1].sonstigerName == "heic")
    #expect(v[1].pruefsumme?.verfahren == .sha256)
    #expect(v[2].hash == nil && v[2].name.hasSuffix(".p7s"))
  }

  @Test("The n-th use of a UUID has the n-th line")
  func zeilen() {
    var probe = Regelprobe()
    probe.fundstellen = Fundstellen.aus(
      objekte: [(id(10), 100), (id(20), 110), (id(30), 120), (id(30), 130), (id(30), 140)],
      dateien: [])
    let befunde = probe.befunde(
      akte(vorgaenge: [
        vorgang(dokumente: [dokument(30), dokument(30, datei: 31), dokument(30, datei: 32)])
      ]))
    #expect(befunde.map(\.ort.zeile) == [130, 140])
    #expect(befunde.first?.meldung.contains("Dokument (Zeile 120), Dokument (Zeile 130)") == true)
  }
}

@Suite("File formats")
struct RegelnDateiformateTests {
  @Test(
    "Extensions have their code",
    arguments: [
      ("pdf", "018"), ("PDF", "018"), ("txt", "045"), ("png", "019"), ("xml", "030"),
      ("csv", "002"), ("jpg", "011"), ("jpeg", "011"), ("tif", "024"), ("tiff", "024"),
      ("doc", "003"), ("docx", "035"), ("xls", "028"), ("xlsx", "036"), ("pptx", "037"),
      ("msg", "012"), ("eml", "006"), ("rtf", "022"), ("odt", "015"), ("html", "008"),
    ])
  func bekannt(endung: String, code: String) {
    let gefunden = Dateiformate.code(endung: endung)
    #expect(gefunden.code == code && gefunden.name == nil)
    #expect(Dateiformate.endungen(code: code).contains(endung.lowercased()))
  }

  @Test("Other extensions are format 100 with a name")
  func unbekannt() {
    #expect(Dateiformate.code(endung: "HEIC") == ("100", "heic"))
    #expect(Dateiformate.code(endung: "") == ("100", "unbekannt"))
    #expect(Dateiformate.endungen(code: "100").isEmpty)
    #expect(Dateiformate.endungen(code: "999").isEmpty)
  }

  @Test("All 45 codes have extensions")
  func vollstaendig() {
    for n in 1...45 {
      let code = String("00\(n)".suffix(3))
      #expect(!Dateiformate.endungen(code: code).isEmpty, "\(code)")
    }
  }
}
