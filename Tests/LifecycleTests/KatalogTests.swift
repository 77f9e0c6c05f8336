// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

/// Catalogues as text.
enum Katalogprobe {
  static let kopf = Katalogleser.spalten.joined(separator: ";")
  static let gut =
    "B01;20.11;Belege;;6;J;jahresende;zdA;;V;Beispiel;gesetz;2020-01-01;;nurNeue;nein"

  /// The good row with one field changed.
  static func zeile(_ aenderungen: [String: String]) -> String {
    var felder = gut.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    for (name, wert) in aenderungen {
      if let i = Katalogleser.spalten.firstIndex(of: name) { felder[i] = wert }
    }
    return felder.joined(separator: ";")
  }

  static func lies(_ zeilen: [String], _ leser: Katalogleser = Katalogleser())
    -> Katalogleser.Ergebnis
  {
    leser.lies(Array(([kopf] + zeilen).joined(separator: "\n").utf8 + [10]), version: "probe")
  }

  /// The findings of a rule as severity and line.
  static func befunde(_ ergebnis: Katalogleser.Ergebnis, _ regel: String) -> [Befund] {
    ergebnis.befunde.filter { $0.regel == regel }
  }
}

@Suite("Fristenkatalog lesen")
struct KatalogTests {
  @Test("Der Beispielkatalog ist brauchbar und zeigt nur die erwarteten Hinweise")
  func beispiel() throws {
    let datei = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/fristenkatalog.csv")
    let ergebnis = Katalogleser().lies(Array(try Data(contentsOf: datei)), version: "Beispiel")
    #expect(ergebnis.istBrauchbar)
    #expect(ergebnis.katalog.zeilen.count == 25)
    #expect(ergebnis.befunde.map(\.regel) == ["K31", "K32", "K34"])
    #expect(ergebnis.befunde.allSatisfy { $0.schwere == .hinweis })
    #expect(ergebnis.katalog.zeilen.allSatisfy { $0.rechtsgrundlage.hasPrefix("Beispiel") })
    let b19 = try #require(ergebnis.katalog.zeilen.first { $0.id == "B19" })
    #expect(b19.mindestBis == .ereignis("Festsetzungsverjaehrung", monate: 0))
    #expect(b19.wirkung == .laufendeFristen)
    #expect(b19.zeile == 20)
    #expect(ergebnis.katalog.zeilen.filter(\.nieLoeschen).map(\.id) == ["B12", "B13", "B14"])
    #expect(ergebnis.katalog.zeilen.last?.selektor == "Federfuehrung")
  }

  @Test("Eine gute Zeile ergibt ihre Regel")
  func gut() throws {
    let ergebnis = Katalogprobe.lies([Katalogprobe.gut])
    let zeile = try #require(ergebnis.katalog.zeilen.first)
    let regel = ergebnis.katalog.regel(zeile)
    #expect(regel.herkunft == .katalogzeile(id: "B01", katalog: "probe"))
    #expect(regel.dauer == .jahre(6))
    #expect(regel.aussonderungsart == .vernichten)
    #expect(ergebnis.befunde.map(\.regel) == ["K34"])
  }

  @Test(
    "Jeder Fehler in einem Feld hat seine Regel und verwirft die Zeile",
    arguments: [
      ("K7", ["id": ""]), ("K7", ["aktenplan": " "]), ("K7", ["dauer": ""]),
      ("K7", ["einheit": ""]), ("K7", ["startregel": ""]), ("K7", ["gueltigAb": ""]),
      ("K12", ["aktenplan": "20..11"]), ("K12", ["aktenplan": "20."]), ("K12", ["aktenplan": ".2"]),
      ("K13", ["dauer": "10 unbefristet"]), ("K13", ["dauer": "unbefristet 30"]),
      ("K13", ["dauer": "-1"]), ("K13", ["dauer": "+1"]), ("K13", ["dauer": "1,5"]),
      ("K13", ["dauer": "zehn"]), ("K13", ["dauer": "99999999999999999999"]),
      ("K14", ["dauer": "201"]), ("K14", ["dauer": "2401", "einheit": "M"]),
      ("K14", ["mindestbis": "ereignis:E+99999M"]),
      ("K15", ["einheit": "T"]), ("K15", ["einheit": "j"]),
      ("K15", ["dauer": "unbefristet", "einheit": "Jahre", "aussonderungsart": "A"]),
      ("K16", ["startregel": "Jahresende"]), ("K16", ["startregel": "sofort"]),
      ("K17", ["bezug": "zda"]), ("K17", ["bezug": "ereignis:"]),
      ("K17", ["bezug": "ereignis:a b"]),
      ("K18", ["startregel": "ereignis"]), ("K18", ["startregel": "folgejahrFeststellung"]),
      ("K19", ["mindestbis": "bald"]), ("K19", ["mindestbis": "2020-02-30"]),
      ("K20", ["aussonderungsart": "a"]), ("K20", ["aussonderungsart": "X"]),
      ("K21", ["basis": "Satzung"]), ("K22", ["gueltigAb": "01.01.2020"]),
      ("K22", ["gueltigBis": "2020-13-01"]), ("K22", ["gueltigBis": "2019-12-31"]),
      ("K23", ["wirkung": "alle"]), ("K24", ["nieLoeschen": "vielleicht"]),
      ("K24", ["nieLoeschen": "true"]), ("K25", ["nieLoeschen": "ja"]),
    ])
  func felder(_ regel: String, _ aenderungen: [String: String]) throws {
    let ergebnis = Katalogprobe.lies([Katalogprobe.zeile(aenderungen)])
    let befund = try #require(
      Katalogprobe.befunde(ergebnis, regel).first, "\(ergebnis.befunde)")
    #expect(befund.schwere == .fehler)
    #expect(befund.ort.zeile == 2)
    #expect(!befund.abhilfe.isEmpty)
    #expect(!ergebnis.istBrauchbar)
    #expect(ergebnis.katalog.zeilen.isEmpty)
  }

  @Test(
    "Warnungen verwerfen die Zeile nicht",
    arguments: [
      ("K26", ["dauer": "unbefristet"]), ("K27", ["rechtsgrundlage": ""]),
      ("K18", ["startregel": "folgejahrFeststellung", "bezug": "ereignis:Pruefung"]),
      ("K9", ["betreff": "Be\u{200B}lege"]),
      ("K32", ["dauer": "40", "aussonderungsart": "A", "basis": "ortsrecht"]),
    ])
  func warnungen(_ regel: String, _ aenderungen: [String: String]) {
    let ergebnis = Katalogprobe.lies([Katalogprobe.zeile(aenderungen)])
    #expect(Katalogprobe.befunde(ergebnis, regel).map(\.schwere) == [.warnung])
    #expect(ergebnis.istBrauchbar)
    #expect(ergebnis.katalog.zeilen.count == 1)
  }

  @Test("Der Wächter: genau 30 Jahre, Gesetz, andere Überwachung")
  func waechter() {
    func schwere(_ aenderungen: [String: String], _ leser: Katalogleser = Katalogleser())
      -> [Schwere]
    {
      let ergebnis = Katalogprobe.lies([Katalogprobe.zeile(aenderungen)], leser)
      return Katalogprobe.befunde(ergebnis, "K32").map(\.schwere)
    }
    let lang = ["dauer": "31", "aussonderungsart": "A", "basis": "ortsrecht"]
    #expect(schwere(lang) == [.warnung])
    #expect(schwere(lang.merging(["dauer": "30"]) { $1 }).isEmpty)
    #expect(schwere(lang.merging(["basis": "gesetz"]) { $1 }).isEmpty)
    #expect(schwere(lang.merging(["aussonderungsart": "B"]) { $1 }) == [.hinweis])
    #expect(schwere(lang.merging(["dauer": "unbefristet"]) { $1 }) == [.warnung])
    var leser = Katalogleser()
    leser.waechterEingerichtet = true
    #expect(schwere(lang, leser) == [.hinweis])
  }

  // MARK: The file

  @Test("BOM, CRLF, Semikolon und Zeilenumbruch in Anführungszeichen werden gelesen")
  func form() throws {
    let zeile = Katalogprobe.zeile([
      "betreff": "\"Belege; \"\"alte\"\"\r\nund neue\"", "rechtsgrundlage": "\"§ 1; § 2\"",
    ])
    let text =
      "\u{FEFF}" + Katalogprobe.kopf + "\r\n" + zeile + "\r\n\r\n"
      + Katalogprobe.zeile(["id": "B02", "aktenplan": "21"])
    let ergebnis = Katalogleser().lies(Array(text.utf8), version: "x", datei: "k.csv")
    #expect(ergebnis.istBrauchbar)
    #expect(ergebnis.befunde.map(\.regel) == ["K2", "K3", "K9", "K34"])
    #expect(ergebnis.befunde.allSatisfy { $0.ort.datei == "k.csv" })
    let zeilen = ergebnis.katalog.zeilen
    #expect(zeilen.first?.betreff == "Belege; \"alte\"\r\nund neue")
    #expect(zeilen.first?.rechtsgrundlage == "§ 1; § 2")
    #expect(zeilen.map(\.zeile) == [2, 5])
  }

  @Test("Zerlegte Umlaute werden zusammengesetzt, auch im Namen eines Ereignisses")
  func umlaute() throws {
    let zeile = Katalogprobe.zeile([
      "betreff": "Bu\u{308}cher der Ka\u{308}mmerei", "bezug": "ereignis:Volljährigkeit",
      "selektor": "Fo\u{308}rderung",
    ])
    let ergebnis = Katalogprobe.lies([zeile])
    let gelesen = try #require(ergebnis.katalog.zeilen.first)
    #expect(Array(gelesen.betreff.unicodeScalars) == Array("Bücher der Kämmerei".unicodeScalars))
    #expect(gelesen.selektor?.unicodeScalars.count == 9)
    #expect(Katalogprobe.befunde(ergebnis, "K10").map(\.schwere) == [.hinweis])
    // Composed or not, both are found.
    for selektor in ["Förderung", "Fo\u{308}rderung"] {
      #expect(
        throws: Never.self
      ) {
        try ergebnis.katalog.auskunft(
          aktenplan: "20.11", selektor: selektor, am: try tag("2021-01-01"))
      }
    }
  }

  @Test("Andere Kodierungen, leere und fremde Dateien")
  func kodierung() throws {
    func regeln(_ bytes: [UInt8]) -> [String] {
      Katalogleser().lies(bytes, version: "x").befunde.map { "\($0.regel) \($0.ort.zeile ?? 0)" }
    }
    let kopf = Array(Katalogprobe.kopf.utf8)
    #expect(regeln([]) == ["K8 0"])
    #expect(regeln([10, 10, 13, 10]).last == "K8 0")
    #expect(regeln([0xFF, 0xFE, 0x69, 0]) == ["K1 1"])
    #expect(regeln(kopf + [10, 0x42, 0xFC, 10]) == ["K1 2"])
    #expect(regeln([0xC3]) == ["K1 1"])
    #expect(regeln(kopf + [10, 0, 0]) == ["K1 2"])
    #expect(regeln(Array("<html>".utf8)) == ["K5 1"])
    #expect(regeln(kopf) == ["K8 0"])
    let komma = Katalogprobe.kopf.replacingOccurrences(of: ";", with: ",")
    let befund = Katalogleser().lies(Array(komma.utf8), version: "x").befunde.first
    #expect(befund?.regel == "K5")
    #expect(befund?.meldung.contains("Komma") == true)
    var klein = Katalogleser()
    klein.groessteDatei = 10
    #expect(klein.lies(kopf, version: "x").befunde.map(\.regel) == ["K8"])
    klein = Katalogleser()
    klein.hoechstzahlZeilen = 1
    let zwei = Katalogprobe.lies([Katalogprobe.gut, Katalogprobe.gut], klein)
    #expect(zwei.befunde.map(\.regel) == ["K8"])
  }

  @Test("Gemischte Zeilenenden sind eine Warnung")
  func gemischt() {
    let text = Katalogprobe.kopf + "\r\n" + Katalogprobe.gut + "\n"
    let ergebnis = Katalogleser().lies(Array(text.utf8), version: "x")
    #expect(Katalogprobe.befunde(ergebnis, "K3").map(\.schwere) == [.warnung])
    let mac = Katalogprobe.kopf + "\r" + Katalogprobe.gut + "\r"
    #expect(Katalogleser().lies(Array(mac.utf8), version: "x").katalog.zeilen.count == 1)
  }

  @Test("Kopfzeile: andere Reihenfolge, fehlende, doppelte und fremde Spalten")
  func kopfzeile() throws {
    let namen = Katalogleser.spalten
    let felder = Katalogprobe.gut.split(separator: ";", omittingEmptySubsequences: false)
    let umgekehrt =
      namen.reversed().joined(separator: ";") + "\n"
      + felder.reversed().map(String.init).joined(separator: ";")
    #expect(Katalogleser().lies(Array(umgekehrt.utf8), version: "x").katalog.zeilen.count == 1)

    let ohne = Katalogleser().lies(
      Array(namen.dropLast().joined(separator: ";").utf8), version: "x")
    #expect(ohne.befunde.map(\.regel) == ["K5"])
    #expect(ohne.befunde.first?.meldung.contains("nieLoeschen") == true)

    let mehr = Katalogprobe.kopf + ";id;Bemerkung\n" + Katalogprobe.gut + ";x;y"
    let doppelt = Katalogleser().lies(Array(mehr.utf8), version: "x")
    #expect(doppelt.befunde.map(\.regel) == ["K5", "K5"])
    #expect(doppelt.befunde.map(\.schwere) == [.fehler, .warnung])
    #expect(doppelt.katalog.zeilen.isEmpty)

    let fremd = Katalogprobe.kopf + ";Bemerkung\n" + Katalogprobe.gut + ";y"
    #expect(Katalogleser().lies(Array(fremd.utf8), version: "x").katalog.zeilen.count == 1)
  }

  @Test("Die Spalte für die Einschränkung ist wahlfrei")
  func einschraenkung() throws {
    func lies(_ wert: String) -> Katalogleser.Ergebnis {
      let text =
        Katalogprobe.kopf + ";" + Katalogleser.einschraenkung + "\n" + Katalogprobe.gut + ";" + wert
      return Katalogleser().lies(Array(text.utf8), version: "x")
    }
    #expect(lies("5").katalog.zeilen.first?.einschraenkungNachJahren == 5)
    #expect(lies("").katalog.zeilen.first?.einschraenkungNachJahren == nil)
    for wert in ["7", "-1", "fünf"] {
      #expect(Katalogprobe.befunde(lies(wert), "K28").count == 1, "\(wert)")
    }
  }

  @Test("Falsche Feldzahl und offene Anführungszeichen werfen nur ihre Zeile hinaus")
  func kaputteZeilen() {
    let ergebnis = Katalogprobe.lies([
      Katalogprobe.gut + ";zuviel", "zu;wenig", "\"a\"b;c", Katalogprobe.gut, "B2;\"nie zu",
    ])
    #expect(Katalogprobe.befunde(ergebnis, "K6").map(\.ort.zeile) == [2, 3])
    #expect(Katalogprobe.befunde(ergebnis, "K4").map(\.ort.zeile) == [4, 6])
    #expect(ergebnis.katalog.zeilen.map(\.zeile) == [5])
    #expect(!ergebnis.istBrauchbar)
  }

  // MARK: Rows together

  @Test("Doppelte Ids, auch von verworfenen Zeilen")
  func ids() {
    let ergebnis = Katalogprobe.lies([
      Katalogprobe.zeile(["dauer": "x"]), Katalogprobe.gut,
      Katalogprobe.zeile(["aktenplan": "30"]),
    ])
    #expect(Katalogprobe.befunde(ergebnis, "K11").map(\.ort.zeile) == [3, 4])
  }

  @Test("Überlappung, Lücke und Anschluss der Gültigkeit")
  func gueltigkeit() {
    func regeln(_ zeilen: [(ab: String, bis: String)], selektor: [String] = []) -> [String] {
      let text = zeilen.enumerated().map { i, z in
        Katalogprobe.zeile([
          "id": "Z\(i)", "gueltigAb": z.ab, "gueltigBis": z.bis,
          "selektor": i < selektor.count ? selektor[i] : "",
        ])
      }
      return Katalogprobe.lies(text).befunde.map(\.regel).filter { ["K29", "K30"].contains($0) }
    }
    #expect(regeln([("2020-01-01", "2020-12-31"), ("2021-01-01", "")]).isEmpty)
    #expect(regeln([("2020-01-01", "2020-12-31"), ("2020-12-31", "")]) == ["K29"])
    #expect(regeln([("2020-01-01", ""), ("2021-01-01", "")]) == ["K29"])
    #expect(regeln([("2021-01-01", ""), ("2020-01-01", "2020-12-30")]) == ["K30"])
    #expect(regeln([("2020-01-01", ""), ("2021-01-01", "")], selektor: ["A", "B"]).isEmpty)
    #expect(regeln([("2020-01-01", ""), ("2021-01-01", "")], selektor: ["A", "A"]) == ["K29"])
    // A short row inside of a long one must not hide the overlap with the third.
    #expect(
      regeln([("2020-01-01", "2030-12-31"), ("2021-01-01", "2021-12-31"), ("2025-01-01", "")])
        == ["K29", "K29"])
  }

  @Test("Eine Verkürzung laufender Fristen ist eine Warnung")
  func verkuerzung() {
    func anzahl(_ dauer: String, _ wirkung: String) -> Int {
      let ergebnis = Katalogprobe.lies([
        Katalogprobe.zeile(["gueltigBis": "2024-12-31", "dauer": "10"]),
        Katalogprobe.zeile([
          "id": "N", "gueltigAb": "2025-01-01", "dauer": dauer, "wirkung": wirkung,
        ]),
      ])
      return Katalogprobe.befunde(ergebnis, "K33").count
    }
    #expect(anzahl("8", "laufendeFristen") == 1)
    #expect(anzahl("8", "nurNeue") == 0)
    #expect(anzahl("12", "laufendeFristen") == 0)
  }

  @Test("Ereignisse ohne Verfahren werden genannt")
  func ereignisse() {
    var leser = Katalogleser()
    leser.ereignisquellen = ["Tod"]
    let zeilen = [
      Katalogprobe.zeile(["bezug": "ereignis:Tod"]),
      Katalogprobe.zeile([
        "id": "B2", "aktenplan": "2", "bezug": "ereignis:Wegzug", "mindestbis": "ereignis:X+1J",
      ]),
    ]
    let befunde = Katalogprobe.befunde(Katalogprobe.lies(zeilen, leser), "K31")
    #expect(befunde.map(\.schwere) == [.warnung, .warnung])
    #expect(befunde.map(\.ort.zeile) == [3, 3])
    let ohne = Katalogprobe.befunde(Katalogprobe.lies(zeilen), "K31")
    #expect(ohne.map(\.schwere) == [.hinweis])
    #expect(ohne.first?.meldung.contains("Tod, Wegzug, X") == true)
  }

  @Test("Jede Regel hat eine eigene Id in der Reihe von K1 an")
  func regeln() {
    #expect(Katalogregeln.alle.map(\.id) == (1...34).map { "K\($0)" })
    for regel in Katalogregeln.alle where regel.schwere != .hinweis {
      #expect(!regel.abhilfe.isEmpty, "\(regel.id)")
    }
  }

  @Test("Verstümmelte Dateien bringen den Leser nie zum Absturz")
  func verstuemmelt() throws {
    let datei = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/fristenkatalog.csv")
    let heil = Array(try Data(contentsOf: datei))
    var zufall = Zufall(5)
    let zeichen: [UInt8] = Array("\";\n\r;\"\"0J*.-+:".utf8) + [0, 0xC3, 0xBC, 0xFF, 0xEF]
    for _ in 0..<400 {
      var bytes = heil
      for _ in 0..<Int.random(in: 1...20, using: &zufall) {
        let i = Int.random(in: 0..<bytes.count, using: &zufall)
        switch Int.random(in: 0..<3, using: &zufall) {
        case 0: bytes[i] = zeichen[Int.random(in: 0..<zeichen.count, using: &zufall)]
        case 1: bytes.insert(zeichen[Int.random(in: 0..<zeichen.count, using: &zufall)], at: i)
        default: bytes.remove(at: i)
        }
      }
      let ergebnis = Katalogleser().lies(bytes, version: "x")
      #expect(ergebnis.katalog.zeilen.count <= 400)
      if ergebnis.katalog.zeilen.isEmpty { #expect(!ergebnis.istBrauchbar) }
    }
  }
}
