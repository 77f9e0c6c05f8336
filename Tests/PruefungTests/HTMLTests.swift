// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pruefung
import TestHilfe
import Testing

@Suite("HTML page")
struct HTMLTests {
  private func seite(_ berichte: [Pruefbericht], titel: String = "Prüfbericht") -> String {
    HTMLBericht.html(
      berichte, titel: titel, erstellt: "14.01.2027",
      regeln: [Beispiele.r54, Beispiele.r52, Beispiele.r5, Beispiele.r5])
  }

  @Test("The page says first how the file is and what to do")
  func zusammenfassung() {
    let gut = seite([Beispiele.leer()])
    #expect(gut.contains("Die Datei ist in Ordnung."))
    #expect(!gut.contains("Was tun Sie als Nächstes?"))
    let schlecht = seite([Beispiele.gemischt()])
    #expect(schlecht.contains("Die Datei hat 2 Fehler."))
    #expect(schlecht.contains("Das Archiv würde sie wahrscheinlich zurückweisen."))
    #expect(schlecht.contains("Was tun Sie als Nächstes?"))
    #expect(seite([]).contains("Es wurde keine Datei geprüft."))
    let beide = seite([Beispiele.leer(), Beispiele.gemischt()])
    #expect(beide.contains("Von 2 Dateien: 1 Datei ist fehlerhaft."))
    #expect(beide.contains("href=\"#datei-2\""))
  }

  @Test("Without the schema the page does not say that the file is in order")
  func ohneSchema() {
    var bericht = Beispiele.leer()
    bericht.schemageprueft = false
    let html = seite([bericht])
    #expect(!html.contains("in Ordnung"))
    #expect(html.contains("Es kann also weitere Fehler geben."))
  }

  @Test("A message to the authority is not refused by the archive")
  func empfaenger() {
    var bericht = Beispiele.gemischt()
    bericht.nachricht = "0502"
    #expect(seite([bericht]).contains("Die empfangende Stelle würde sie"))
  }

  @Test("Findings have severity in words, rule, message, place and remedy")
  func befund() {
    let html = seite([Beispiele.gemischt()])
    #expect(html.contains("<h3 id=\"datei-1-fehler\">2 Fehler</h3>"))
    #expect(
      html.contains(
        """
        <tr><th scope="row"><span class="marke fehler"><span aria-hidden="true">✖</span> \
        Fehler</span> <a href="#regel-2">R52</a></th><td><p>Datei b.pdf fehlt im Container.</p>\
        <p class="abhilfe"><b>Was tun?</b> Nehmen Sie die Datei auf.</p></td>\
        <td><div>Objekt: <bdi>Bauantrag</bdi></div><div><span class="kennung"><bdi>0c1d</bdi>\
        </span></div><div>Zeile 120</div></td></tr>
        """))
    #expect(html.contains("<h3 id=\"regel-1\">R5: Namen sind eindeutig</h3>"))
    #expect(html.contains("<h3 id=\"regel-3\">R54: Keine überzähligen Dateien</h3>"))
  }

  @Test("Only rules that occurred are explained")
  func regeln() {
    #expect(!seite([Beispiele.leer()]).contains("Die Regeln kurz erklärt"))
    var bericht = Beispiele.leer(hoechstzahl: 0)
    bericht.melde(Befund(Beispiele.r52, "Etwas.", ort: Ort()))
    let html = seite([bericht])
    #expect(html.contains("R52: Genannte Dateien"))
    #expect(!html.contains("R54"))
    #expect(html.contains(">R52</a>: 1 weiterer Befund"))
  }

  @Test("The page needs no script and nothing from elsewhere")
  func eigenstaendig() {
    let html = seite([Beispiele.gemischt()])
    #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">"))
    for verboten in ["<script", "<link", "<img", "src=", "url(", "@import", "//"] {
      #expect(!html.contains(verboten), "\(verboten)")
    }
  }

  @Test("No value becomes markup or hides itself", arguments: Beispiele.boesartig)
  func boesartig(wert: String) throws {
    let html = boesartigeSeite(wert)
    let harmlos = boesartigeSeite("x")
    for zeichen in ["<script", "</bdi><", "onmouseover=\"", "<!--"] where wert.contains(zeichen) {
      #expect(anzahl(zeichen, html) == anzahl(zeichen, harmlos), "\(zeichen)")
    }
    let marken = html.replacing(/<span class="zeichen">([^<]*)<\/span>/) { $0.output.1 }
    for zeichen in ["<", ">", "\"", "'"] {
      #expect(anzahl(zeichen, marken) == anzahl(zeichen, harmlos), "\(zeichen)")
    }
    let verboten = html.unicodeScalars.filter {
      $0 != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator]
          .contains($0.properties.generalCategory)
    }
    #expect(verboten.isEmpty)
    if Programm.vorhanden("python3") { #expect(try aufbaufehler(html) == "") }
  }

  @Test("A text that looks like an escape is shown as it is")
  func maskierung() {
    let html = boesartigeSeite("a&amp;b \u{202E}")
    #expect(html.contains("<title>a&amp;amp;b [U+202E]</title>"))
    #expect(boesartigeSeite("\u{338}x\u{338}").contains("<title>[U+0338]x\u{338}</title>"))
    #expect(html.contains("<bdi>a&amp;amp;b <span class=\"zeichen\">[U+202E]</span></bdi>"))
  }

  @Test("A hundred thousand findings make a page")
  func viele() {
    var bericht = Beispiele.leer(hoechstzahl: 100_000)
    for zeile in 1...100_000 {
      bericht.melde(Befund(Beispiele.r52, "Datei ä fehlt.", ort: Ort(zeile: zeile)))
    }
    #expect(seite([bericht]).hasSuffix("</html>\n"))
  }

  private func boesartigeSeite(_ wert: String) -> String {
    var bericht = Pruefbericht(
      werkzeug: wert, datei: wert, art: wert, version: wert, nachricht: wert,
      angaben: [(wert, wert)], hoechstzahlJeRegel: 1)
    let regel = Regel(
      id: wert, titel: wert, schwere: .fehler, erklaerung: wert, abhilfe: wert)
    for _ in 0..<2 {
      bericht.melde(Befund(regel, wert, ort: Ort(datei: wert, objekt: wert, betreff: wert)))
    }
    return HTMLBericht.html([bericht, bericht], titel: wert, erstellt: wert, regeln: [regel])
  }

  private func anzahl(_ teil: String, _ text: String) -> Int {
    // Scalars, not characters: a combining accent would join the markup before it.
    Array(text.utf8).split(separator: Array(teil.utf8), omittingEmptySubsequences: false).count
  }
}
