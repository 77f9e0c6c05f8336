// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// Large inputs: memory stays bounded.
///
/// Speed is the business of `Benchmarks/`, not of tests.
@Suite(
  "Mengen", .serialized,
  .enabled(if: Programm.vorhanden("python3"), "übersprungen: python3 fehlt"))
struct MengenTests {
  /// Runs the program and tells its peak memory in MB.
  private func gemessen(_ argumente: [String], in ordner: URL) throws -> (Programm.Ergebnis, Double)
  {
    let (e, rss, _) = try gemessen(mitZeit: argumente, in: ordner)
    return (e, rss)
  }

  /// Runs the program and tells its peak memory in MB and its processor time in seconds.
  private func gemessen(
    mitZeit argumente: [String], in ordner: URL
  ) throws -> (Programm.Ergebnis, rss: Double, cpu: Double) {
    // The tool appends.
    let messung = ordner.appendingPathComponent("messung-\(UUID().uuidString).json")
    let werkzeug = Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/messen.py").path
    let e = try Programm.starte(
      "python3", [werkzeug, "--json", "-o", messung.path, "--", Diva.pfad] + argumente,
      umgebung: ["DIVA_SCHEMATA": ""])
    let werte = try JSONSerialization.jsonObject(with: try Data(contentsOf: messung))
    let rss = try #require((werte as? [String: Any])?["rss_mb"] as? Double)
    let cpu = try #require((werte as? [String: Any])?["cpu"] as? Double)
    return (e, rss, cpu)
  }

  @Test("Eine Anbietung von 100 MB wird mit weniger als 64 MB gelesen und geprüft")
  func grosseAnbietung() throws {
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("nachricht.xml")
      let dokumente = try schreibeAnbietung(datei, megabyte: 100)
      let groesse = try FileManager.default.attributesOfItem(atPath: datei.path)[.size] as? Int
      #expect(try #require(groesse) >= 100_000_000)
      let (zeigen, rssZeigen) = try gemessen(["zeigen", datei.path, "--json"], in: tmp)
      #expect(zeigen.status == 0, "\(zeigen.fehler)")
      let summe = try #require(zeigen.ausgabe.split(separator: "\n").last)
      #expect(summe.contains("\"dokumente\":\(dokumente)"), "\(summe)")
      #expect(rssZeigen < 64, "\(rssZeigen) MB")
      let (pruefen, rssPruefen) = try gemessen(
        ["pruefen", datei.path, "--ohne-schema", "--json", "--am", "2030-01-01"], in: tmp)
      #expect(pruefen.status == 0, "\(pruefen.ausgabe.prefix(2000))")
      #expect(rssPruefen < 64, "\(rssPruefen) MB")
    }
  }

  @Test(
    "10.000 Dateien werden in beiden Fassungen mit weniger als 128 MB gepackt und sind gültig",
    arguments: ["4.0.0", "3.1.0"])
  func vieleDateien(_ version: String) throws {
    try mitTemporaeremOrdner { tmp in
      let quelle = tmp.appendingPathComponent("akten")
      let werkzeug = Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/ordner-erzeugen.py")
        .path
      let erzeugt = try Programm.starte(
        "python3",
        [
          werkzeug, "-o", quelle.path, "--n", "10000", "--min-kb", "1", "--max-kb", "8",
          "--metadaten",
        ])
      #expect(erzeugt.status == 0, "\(erzeugt.fehler)")
      let (packen, rss) = try gemessen(
        [
          "packen", quelle.path, "--nach", tmp.path, "--version", version, "--absender", "Stadt",
          "--archiv", "Archiv", "--json", "--ohne-kompression",
        ], in: tmp)
      #expect(packen.status == 0, "\(packen.fehler)")
      #expect(rss < 128, "\(rss) MB")
      let container = try #require(
        try JSONZeile.alle(packen.ausgabe).first?.wert["datei"] as? String)
      let unzip = try Programm.starte("unzip", ["-tq", container])
      #expect(unzip.status == 0, "\(unzip.ausgabe)")
      if Programm.vorhanden("bsdtar") {
        let liste = try Programm.starte("bsdtar", ["-tf", container])
        #expect(liste.status == 0)
        #expect(liste.ausgabe.split(separator: "\n").count == 10_001)
      }
      let schema =
        Gemeinsam.verfuegbar ? ["--schemata", Gemeinsam.schemata.path] : ["--ohne-schema"]
      let (pruefen, rssPruefen) = try gemessen(
        ["pruefen", container, "--json", "--am", "2030-01-01"] + schema, in: tmp)
      let bericht = try #require(try JSONZeile.alle(pruefen.ausgabe).first)
      #expect(pruefen.status == 0, "\(pruefen.ausgabe.prefix(2000))")
      #expect(bericht.wert["gueltig"] as? Bool == true)
      #expect(bericht.wert["schemageprueft"] as? Bool == Gemeinsam.verfuegbar)
      #expect(rssPruefen < 128, "\(rssPruefen) MB")
    }
  }

  @Test(
    "Antworten mit 200.000 Einträgen werden mit weniger als 64 MB gezeigt, geprüft und umgesetzt",
    arguments: [Antwortart.bewertung4, .import2])
  func grosseAntwort(_ art: Antwortart) throws {
    try mitTemporaeremOrdner { tmp in
      let zahl = 200_000
      let datei = tmp.appendingPathComponent("nachricht.xml")
      try art.schreibe(datei, zahl)
      var messungen: [(String, Programm.Ergebnis, Double)] = []
      for (was, argumente) in [
        ("zeigen", ["--json"]),
        ("pruefen", ["--ohne-schema", "--json", "--am", "2030-01-01"]),
        ("umsetzen", ["--version", "3.1.0", "--nach", tmp.path + "/neu.zip", "--json"]),
      ] {
        let (e, rss) = try gemessen([was, datei.path] + argumente, in: tmp)
        messungen.append((was, e, rss))
        #expect(e.status == 0, "\(was): \(e.fehler.prefix(500))\(e.ausgabe.prefix(500))")
        #expect(rss < 64, "\(was): \(rss) MB")
      }
      let summe = try #require(messungen[0].1.ausgabe.split(separator: "\n").last)
      #expect(summe.contains("\"\(art.zaehler)\":\(zahl)"), "\(summe)")
      let neu = try Diva.starte(["zeigen", tmp.path + "/neu.zip", "--json"])
      #expect(neu.ausgabe.split(separator: "\n").last?.contains(":\(zahl)") == true)
    }
  }

  @Test(
    "100.000 Objekte gehen als Tabelle hinaus und zurück: Zeit je Objekt gleich, Speicher begrenzt")
  func bewertungsliste() throws {
    try mitTemporaeremOrdner { tmp in
      let buehne = try Archivbuehne(tmp)
      var zeiten: [String: [Double]] = [:]
      for akten in [4_000, 20_000] {
        try buehne.vervielfache(akten: akten)
        let csv = tmp.appendingPathComponent("\(akten).csv").path
        let xlsx = tmp.appendingPathComponent("\(akten).xlsx").path
        let ort = ["--verfahren", buehne.verfahren]
        for (name, argumente) in [
          ("csv", ["export", Archivbuehne.prozess, "--csv", csv]),
          ("xlsx", ["export", Archivbuehne.prozess, "--xlsx", xlsx]),
          ("import", ["import", Archivbuehne.prozess, csv]),
        ] {
          let (e, rss, cpu) = try gemessen(mitZeit: ["bewerten"] + argumente + ort, in: tmp)
          #expect(e.status == 0, "\(name): \(e.fehler)")
          #expect(rss < 256, "\(name) mit \(akten * 5) Objekten: \(rss) MB")
          zeiten[name, default: []].append(cpu)
        }
      }
      for (name, z) in zeiten { #expect(z[1] < 5 * 2 * z[0] + 0.5, "\(name): \(z)") }
    }
  }

  /// Writes a 0501 in 3.1.0 of at least this size; returns the number of documents.
  private func schreibeAnbietung(_ datei: URL, megabyte: Int) throws -> Int {
    try Data().write(to: datei)
    let ausgabe = try FileHandle(forWritingTo: datei)
    defer { try? ausgabe.close() }
    var nummer = 0
    func id() -> String {
      nummer += 1
      let n = String(nummer, radix: 16)
      return "10000000-0000-4000-8000-" + String(repeating: "0", count: 12 - n.count) + n
    }
    try ausgabe.write(contentsOf: Data(Self.anfang.utf8))
    var geschrieben = 0
    var dokumente = 0
    let fuelltext = String(repeating: "Bemerkung zur Prüfung & Entscheidung ", count: 32)
      .replacingOccurrences(of: "&", with: "&amp;")
    while geschrieben < megabyte * 1_000_000 {
      var akte = "<xdomea:Schriftgutobjekt><xdomea:Akte>"
      akte += kopf(id(), "Bauakte \(nummer)") + metadaten + "<xdomea:Akteninhalt>"
      for _ in 0..<10 {
        akte += "<xdomea:Vorgang>" + kopf(id(), "Bauantrag \(nummer)") + metadaten
        for _ in 0..<8 {
          dokumente += 1
          akte +=
            "<xdomea:Dokument>\n" + kopf(id(), "Schreiben \(nummer)", fuelltext)
            + "</xdomea:Dokument>\n"
        }
        akte += "</xdomea:Vorgang>\n"
      }
      akte +=
        "</xdomea:Akteninhalt><xdomea:ZdA>1</xdomea:ZdA>"
        + "<xdomea:ZdADatum>2010-12-31</xdomea:ZdADatum></xdomea:Akte></xdomea:Schriftgutobjekt>\n"
      geschrieben += akte.utf8.count
      try ausgabe.write(contentsOf: Data(akte.utf8))
    }
    try ausgabe.write(contentsOf: Data("</xdomea:Aussonderung.Anbieteverzeichnis.0501>\n".utf8))
    return dokumente
  }

  private func kopf(_ id: String, _ betreff: String, _ bemerkung: String? = nil) -> String {
    "<xdomea:Identifikation><xdomea:ID>\(id)</xdomea:ID></xdomea:Identifikation>"
      + "<xdomea:AllgemeineMetadaten><xdomea:Betreff>\(betreff)</xdomea:Betreff>"
      + (bemerkung.map { "<xdomea:Bemerkung>\($0)</xdomea:Bemerkung>" } ?? "")
      + "</xdomea:AllgemeineMetadaten>\n"
  }

  private let metadaten = """
    <xdomea:ArchivspezifischeMetadaten><xdomea:Aufbewahrungsdauer><xdomea:AnzahlJahre>10\
    </xdomea:AnzahlJahre></xdomea:Aufbewahrungsdauer><xdomea:Aussonderungsart>\
    <xdomea:Aussonderungsart><code>B</code></xdomea:Aussonderungsart></xdomea:Aussonderungsart>\
    <xdomea:Aufbewahrungsende>2020-12-31</xdomea:Aufbewahrungsende>\
    </xdomea:ArchivspezifischeMetadaten>

    """

  private static let anfang = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xdomea:Aussonderung.Anbieteverzeichnis.0501 xmlns:xdomea="urn:xoev-de:xdomea:schema:3.1.0" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="urn:xoev-de:xdomea:schema:3.1.0 \
    xdomea-Nachrichten-AussonderungDurchfuehren.xsd"><xdomea:Kopf>
    <xdomea:ProzessID>20000000-0000-4000-8000-000000000001</xdomea:ProzessID>
    <xdomea:Nachrichtentyp><code>0501</code></xdomea:Nachrichtentyp>
    <xdomea:Erstellungszeitpunkt>2026-01-02T03:04:05.000Z</xdomea:Erstellungszeitpunkt>
    <xdomea:Absender><xdomea:Institution><xdomea:Name>Stadt</xdomea:Name></xdomea:Institution>\
    </xdomea:Absender>
    <xdomea:Empfaenger><xdomea:Institution><xdomea:Name>Archiv</xdomea:Name>\
    </xdomea:Institution></xdomea:Empfaenger>
    <xdomea:Empfangsbestaetigung>0</xdomea:Empfangsbestaetigung></xdomea:Kopf>

    """
}
