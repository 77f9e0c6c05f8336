// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// `diva pruefen` with several messages of one process.
@Suite("diva pruefen über mehrere Nachrichten")
struct ProzessbefehlTests {
  /// The containers of the four-step run in 4.0.
  private static let vierstufig: [String] = {
    let ordner = Gemeinsam.beispiele.appendingPathComponent("4.0.0/synthetisch/vierstufig")
    let namen = (try? FileManager.default.contentsOfDirectory(atPath: ordner.path)) ?? []
    return namen.sorted().map { ordner.appendingPathComponent($0).path }
  }()

  @Test(
    "Der Prozess bekommt einen eigenen Abschnitt in Text, JSON und HTML",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func abschnitt() throws {
    try mitTemporaeremOrdner { tmp in
      let html = tmp.appendingPathComponent("b.html")
      let aufruf = ["pruefen", "--am", "2026-06-01", "--schemata", Gemeinsam.schemata.path]
      let e = try Diva.starte(aufruf + Self.vierstufig.reversed() + ["--bericht", html.path])
      #expect(e.status == 0, "\(e.ausgabe)\(e.fehler)")
      #expect(e.ausgabe.contains("Prozess:     dd1719c0-3347-5e80-ae7e-83700ffa3889\n"))
      #expect(e.ausgabe.contains("Verfahren:   vierstufig\n"))
      let seite = try String(contentsOf: html, encoding: .utf8)
      #expect(seite.contains(">Prozess <bdi>dd1719c0") && seite.contains("Alle 7 Dateien"))
      let j = try Diva.starte(aufruf + Self.vierstufig + ["--json"])
      let zeilen = try JSONZeile.alle(j.ausgabe)
      #expect(zeilen.count == Self.vierstufig.count + 1)
      let letzte = try #require(zeilen.last)
      #expect(letzte.wert["art"] as? String == "prozess" && letzte.wert["gueltig"] as? Bool == true)
      #expect(letzte.wert["datei"] as? String == "dd1719c0-3347-5e80-ae7e-83700ffa3889")
      #expect(letzte.wert["version"] as? String == "4.0.0")
    }
  }

  @Test(
    "Fehlt die Bewertung, endet das Programm mit 2, und der Bericht sagt, was nicht passt",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func ohneBewertung() throws {
    try mitTemporaeremOrdner { tmp in
      let html = tmp.appendingPathComponent("b.html")
      let ohne = Self.vierstufig.filter { !$0.contains("_0502_") && !$0.contains("_0505_") }
      let e = try Diva.starte(
        ["pruefen", "--ohne-schema", "--am", "2026-06-01", "--bericht", html.path] + ohne)
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER R25"))
      #expect(e.ausgabe.contains("0503 ohne vorausgehende 0502."))
      let seite = try String(contentsOf: html, encoding: .utf8)
      #expect(seite.contains("Die Nachrichten eines Prozesses passen nicht zusammen."))
      #expect(!seite.contains("0 Dateien"))
    }
  }

  @Test(
    "--loeschliste nennt, was noch nicht gelöscht werden darf",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func loeschliste() throws {
    try mitTemporaeremOrdner { tmp in
      let liste = tmp.appendingPathComponent("liste.txt")
      let aufruf = ["pruefen", "--ohne-schema", "--am", "2026-06-01", "--loeschliste", liste.path]
      let fremd = "00000000-0000-4000-8000-000000000001"
      try Data("# Liste\r\n\(fremd)\r\n\n".utf8).write(to: liste)
      let e = try Diva.starte(aufruf + Self.vierstufig)
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("Löschung von \(fremd) ohne Importbestätigung gesperrt."))
      try Data("\(fremd)\nkeine-uuid\n".utf8).write(to: liste)
      let falsch = try Diva.starte(aufruf + Self.vierstufig)
      #expect(falsch.status == 1)
      #expect(falsch.fehler.contains("Zeile 2") && falsch.fehler.contains("ist keine UUID"))
      try FileManager.default.removeItem(at: liste)
      #expect(try Diva.starte(aufruf + Self.vierstufig).status == 1)
    }
  }
}

/// Large processes: memory stays bounded.
@Suite(
  "Mengen über mehrere Nachrichten", .serialized,
  .enabled(if: Programm.vorhanden("python3"), "übersprungen: python3 fehlt"))
struct ProzessmengenTests {
  @Test("Ein Prozess mit 200.000 Objekten wird mit weniger als 128 MB geprüft")
  func grosserProzess() throws {
    try mitTemporaeremOrdner { tmp in
      let pfade = try Prozessdateien(akten: 20_000).schreibe(tmp)
      let messung = tmp.appendingPathComponent("messung.json")
      let werkzeug = Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/messen.py").path
      let e = try Programm.starte(
        "python3",
        [werkzeug, "--json", "-o", messung.path, "--", Diva.pfad, "pruefen", "--ohne-schema"]
          + ["--json", "--am", "2030-01-01"] + pfade, umgebung: ["DIVA_SCHEMATA": ""])
      #expect(e.status == 0, "\(e.ausgabe.prefix(2000))\(e.fehler.prefix(500))")
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.count == 5)
      #expect(zeilen.last?.wert["art"] as? String == "prozess")
      #expect((zeilen.last?.wert["befunde"] as? [Any])?.isEmpty == true, "\(e.ausgabe.suffix(500))")
      let werte = try JSONSerialization.jsonObject(with: try Data(contentsOf: messung))
      let rss = try #require((werte as? [String: Any])?["rss_mb"] as? Double)
      #expect(rss < 128, "\(rss) MB")
    }
  }
}

/// The messages of a process in 4.0, written line by line: Akten with a Vorgang and eight documents on
/// paper each; every second Akte is A.
struct Prozessdateien {
  let akten: Int

  private static let kennung = "5f0e7f0c-0000-4000-8000-000000000001"

  func schreibe(_ ordner: URL) throws -> [String] {
    try ["0501", "0502", "0503", "0506"].map { typ in
      let datei = ordner.appendingPathComponent("\(Self.kennung)_\(typ)_1.xml")
      try Data(kopf(typ).utf8).write(to: datei)
      let ausgabe = try FileHandle(forWritingTo: datei)
      defer { try? ausgabe.close() }
      try ausgabe.seekToEnd()
      var block = ""
      for n in 0..<akten {
        block += eintrag(typ, n)
        if block.utf8.count > 1 << 20 {
          try ausgabe.write(contentsOf: Data(block.utf8))
          block = ""
        }
      }
      try ausgabe.write(contentsOf: Data((block + "</xdomea:\(Self.namen[typ] ?? "")>\n").utf8))
      return datei.path
    }
  }

  private static let namen = [
    "0501": "Aussonderung.Anbieteverzeichnis.0501",
    "0502": "Aussonderung.Bewertungsverzeichnis.0502",
    "0503": "Aussonderung.Aussonderung.0503",
    "0506": "Aussonderung.AussonderungImportBestaetigen.0506",
  ]

  private func nachricht(_ typ: String) -> String { "5f0e7f0c-0000-4000-8000-00000000\(typ)" }

  private func id(_ n: Int, _ m: Int) -> String {
    let ziffern = String(n * 16 + m, radix: 16)
    return "9a000000-0000-4000-8000-" + String(repeating: "0", count: 12 - ziffern.count) + ziffern
  }

  private func kontakt(_ element: String, _ name: String) -> String {
    "<xdomea:\(element)><xdomea:NameInstitution><xdomea:Name>\(name)</xdomea:Name>"
      + "</xdomea:NameInstitution></xdomea:\(element)>"
  }

  private func kopf(_ typ: String) -> String {
    let antwort = typ == "0502" || typ == "0506"
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xdomea:\(Self.namen[typ] ?? "") xmlns:xdomea="urn:xoev-de:xdomea:schema:4.0.0" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="urn:xoev-de:xdomea:schema:4.0.0 x.xsd" produkt="P" produkthersteller="H" \
      standard="xdomea" version="4.0.0">
      <xdomea:nachrichtenkopf><xdomea:identifikation.nachricht>
      <nachrichtenUUID>\(nachricht(typ))</nachrichtenUUID>
      <nachrichtentyp><code>\(typ)</code></nachrichtentyp>
      <erstellungszeitpunkt>2026-01-\(typ.suffix(2))T03:04:05.000Z</erstellungszeitpunkt>
      </xdomea:identifikation.nachricht>

      """
    text += kontakt("leser", antwort ? "Stadt" : "Archiv")
    text += kontakt("autor", antwort ? "Archiv" : "Stadt")
    text += "<xdomea:ProzessID>\(Self.kennung)</xdomea:ProzessID></xdomea:nachrichtenkopf>\n"
    if typ == "0503" {
      text += "<xdomea:Importbestaetigung>1</xdomea:Importbestaetigung>"
      text += "<xdomea:RueckmeldungArchivkennung>0</xdomea:RueckmeldungArchivkennung>"
    }
    if typ != "0506" { text += "<xdomea:Empfangsbestaetigung>0</xdomea:Empfangsbestaetigung>" }
    if antwort {
      let vor = typ == "0502" ? "0501" : "0503"
      text +=
        "<xdomea:UUIDUrsprungsnachricht>\(nachricht(vor))</xdomea:UUIDUrsprungsnachricht>"
    }
    text += "<xdomea:LfdNrNachrichtProTyp>1</xdomea:LfdNrNachrichtProTyp>"
    text += "<xdomea:GesamtanzahlNachrichtenProTyp>1</xdomea:GesamtanzahlNachrichtenProTyp>\n"
    if typ == "0506" { text += erfolg }
    return text
  }

  private var erfolg: String {
    "<xdomea:ErfolgOderMisserfolg><xdomea:Erfolgreich>1</xdomea:Erfolgreich>"
      + "</xdomea:ErfolgOderMisserfolg>"
  }

  private func eintrag(_ typ: String, _ n: Int) -> String {
    switch typ {
    case "0502":
      return [0, 1].map {
        "<xdomea:BewertetesSGO><xdomea:xdomeaUUID>\(id(n, $0))</xdomea:xdomeaUUID>"
          + "<xdomea:Aussonderungsart><xdomea:Aussonderungsart><code>\(n % 2 == 0 ? "A" : "V")"
          + "</code></xdomea:Aussonderungsart></xdomea:Aussonderungsart></xdomea:BewertetesSGO>\n"
      }.joined()
    case "0506":
      if n % 2 == 1 { return "" }
      return [0, 1].map {
        "<xdomea:AusgesondertesSGO><xdomea:xdomeaUUID>\(id(n, $0))</xdomea:xdomeaUUID>\(erfolg)"
          + "</xdomea:AusgesondertesSGO>\n"
      }.joined()
    default: return typ == "0503" && n % 2 == 1 ? "" : objekt(n)
    }
  }

  private func anfang(_ n: Int, _ m: Int, _ was: String) -> String {
    "<xdomea:Identifikation><xdomea:xdomeaUUID>\(id(n, m))</xdomea:xdomeaUUID>"
      + "</xdomea:Identifikation>" + (m < 2 ? "<xdomea:Kontextobjekt>0</xdomea:Kontextobjekt>" : "")
      + "<xdomea:AllgemeineMetadaten><xdomea:Betreff>\(was) \(n)-\(m)</xdomea:Betreff>"
      + (m < 2 ? "" : "<xdomea:Medium><code>003</code></xdomea:Medium>")
      + "</xdomea:AllgemeineMetadaten>"
      + (m < 2 ? "<xdomea:Aussonderungsmetadaten></xdomea:Aussonderungsmetadaten>" : "")
  }

  private func objekt(_ n: Int) -> String {
    var text = "<xdomea:Schriftgutobjekt><xdomea:Akte>" + anfang(n, 0, "Akte")
    text += "<xdomea:Akteninhalt><xdomea:Vorgang>" + anfang(n, 1, "Vorgang")
    for m in 2..<10 {
      text += "<xdomea:DokumentOderDokumentMitSchriftstueck><xdomea:Dokument>"
      text += anfang(n, m, "Dokument")
      text += "</xdomea:Dokument></xdomea:DokumentOderDokumentMitSchriftstueck>"
    }
    text += "</xdomea:Vorgang></xdomea:Akteninhalt><xdomea:ZdA>1</xdomea:ZdA>"
    text += "<xdomea:ZdADatum>2010-03-01</xdomea:ZdADatum></xdomea:Akte>"
    return text + "</xdomea:Schriftgutobjekt>\n"
  }
}
