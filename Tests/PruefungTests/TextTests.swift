// SPDX-License-Identifier: Apache-2.0
import Pruefung
import Testing

@Suite("Text")
struct TextTests {
  @Test("A small report reads as expected")
  func ganzerText() {
    let erwartet = """
      Datei:     a.zip
      Art:       xdomea-Container (ZIP)
      Version:   xdomea 4.0.0
      Nachricht: 0503
      Schema:    geprüft
      Objekte:   12
      Ergebnis:  ungültig: 2 Fehler, 1 Warnung

      FEHLER R5  Eintrag c.pdf ist mehrfach vorhanden.
        Abhilfe: Benennen Sie eine Datei um.
      FEHLER R52 Zeile 120  Datei b.pdf fehlt im Container.
        Objekt: Bauantrag (0c1d)
        Abhilfe: Nehmen Sie die Datei auf.

      WARNUNG R54  Datei x.txt wird in der Nachricht nicht genannt.
        Datei: x.txt
        Abhilfe: Entfernen Sie die Datei.

      """
    #expect(Beispiele.gemischt().text(farbe: false) == erwartet)
  }

  @Test("A report without findings ends with its result")
  func ohneBefunde() {
    let text = Beispiele.leer().text(farbe: false)
    #expect(text.hasSuffix("\nErgebnis:  gültig\n"))
  }

  @Test(
    "Only what has a schema says whether it was compared with it",
    arguments: [
      ("container", true), ("nachricht", true), ("ordner", true), ("speicher", false),
      ("katalog", false), ("aktenplan", false), ("protokoll", false),
    ])
  func schema(_ art: String, _ hat: Bool) {
    for geprueft in [false, true] {
      var bericht = Pruefbericht(werkzeug: "w", datei: "d", art: art)
      bericht.schemageprueft = geprueft
      let text = bericht.text(farbe: false)
      #expect(text.contains("Schema:") == hat)
      #expect(text.contains("nicht geprüft") == (hat && !geprueft))
      let html = HTMLBericht.html([bericht], titel: "T", erstellt: "E", regeln: [])
      #expect(html.contains("Schema") == hat, "\(html)")
      bericht.melde(Befund(Beispiele.r5, "Etwas.", ort: Ort()))
      #expect(
        HTMLBericht.html([bericht], titel: "T", erstellt: "E", regeln: [])
          .contains("zurückweisen") == hat)
    }
  }

  @Test("Colour changes nothing but the colour")
  func farbe() {
    let bericht = Beispiele.gemischt()
    let bunt = bericht.text(farbe: true)
    #expect(bunt.contains("\u{1B}[1;31mFEHLER\u{1B}[0m R5"))
    let grau = bunt.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(grau == bericht.text(farbe: false))
  }

  @Test("What was left out is said, with a dot between thousands")
  func ausgelassen() {
    var bericht = Beispiele.leer(hoechstzahl: 1)
    for _ in 0...1250 { bericht.melde(Befund(Beispiele.r54, "Etwas.", ort: Ort())) }
    let text = bericht.text(farbe: false)
    #expect(text.contains("gültig: 1.251 Warnungen\n"))
    #expect(text.hasSuffix("\nR54: 1.250 weitere Befunde nicht aufgeführt.\n"))
  }

  @Test("No value brings a control character or a line of its own", arguments: Beispiele.boesartig)
  func boesartig(wert: String) {
    var bericht = Pruefbericht(
      werkzeug: wert, datei: wert, art: wert, version: wert, nachricht: wert,
      angaben: [(wert, wert)])
    bericht.melde(
      Befund(
        regel: wert, schwere: .fehler, meldung: wert, abhilfe: wert,
        ort: Ort(datei: wert, zeile: 1, objekt: wert, betreff: wert)))
    let text = bericht.text(farbe: false)
    let zeilen = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
    #expect(zeilen.count == 13)
    let verboten = text.unicodeScalars.filter {
      $0 != "\n" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
    }
    #expect(verboten.isEmpty)
  }

  @Test("Hidden characters are named")
  func benannt() {
    var bericht = Beispiele.leer()
    bericht.datei = "Rechnung\u{202E}fdp.exe\u{1B}[31m\u{E0041}"
    #expect(
      bericht.text(farbe: false)
        .hasPrefix("Datei:     Rechnung[U+202E]fdp.exe[U+001B][31m[U+E0041]\n"))
  }
}
