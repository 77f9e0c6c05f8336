// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pruefung
import Testing

@Suite("JSON line")
struct JSONTests {
  @Test("A small report is exactly this line")
  func ganzeZeile() {
    let erwartet = """
      {"werkzeug":"diva 0.1.0","schemaVersion":1,"datei":"a.zip","art":"container",\
      "version":"4.0.0","nachricht":"0503","gueltig":false,"befunde":[\
      {"regel":"R5","schwere":"fehler","meldung":"Eintrag c.pdf ist mehrfach vorhanden.",\
      "abhilfe":"Benennen Sie eine Datei um.","ort":{}},\
      {"regel":"R52","schwere":"fehler","meldung":"Datei b.pdf fehlt im Container.",\
      "abhilfe":"Nehmen Sie die Datei auf.",\
      "ort":{"zeile":120,"objekt":"0c1d","betreff":"Bauantrag"}},\
      {"regel":"R54","schwere":"warnung",\
      "meldung":"Datei x.txt wird in der Nachricht nicht genannt.",\
      "abhilfe":"Entfernen Sie die Datei.","ort":{"datei":"x.txt"}}],\
      "schemageprueft":true,"ausgelassen":{}}
      """
    #expect(Beispiele.gemischt().jsonZeile() == erwartet)
  }

  @Test("What is unknown about the file is null, what was left out is counted")
  func unbekannt() {
    var bericht = Pruefbericht(
      werkzeug: "d", datei: "x", art: "nachricht", hoechstzahlJeRegel: 0)
    for regel in [Beispiele.r52, Beispiele.r5, Beispiele.r52] {
      bericht.melde(Befund(regel, "Etwas.", ort: Ort()))
    }
    let erwartet = """
      {"werkzeug":"d","schemaVersion":1,"datei":"x","art":"nachricht","version":null,\
      "nachricht":null,"gueltig":false,"befunde":[],"schemageprueft":false,\
      "ausgelassen":{"R5":1,"R52":2}}
      """
    #expect(bericht.jsonZeile() == erwartet)
  }

  @Test("Every value comes back as it was, from one line", arguments: Beispiele.boesartig)
  func hinUndZurueck(wert: String) throws {
    var bericht = Pruefbericht(
      werkzeug: wert, datei: wert, art: wert, version: wert, nachricht: wert,
      hoechstzahlJeRegel: 1)
    let befund = Befund(
      regel: wert, schwere: .hinweis, meldung: wert, abhilfe: wert,
      ort: Ort(datei: wert, zeile: -3, objekt: wert, betreff: wert))
    bericht.melde(befund)
    bericht.melde(befund)
    let zeile = bericht.jsonZeile()
    let haelt = zeile.unicodeScalars.allSatisfy {
      ![.control, .format, .lineSeparator, .paragraphSeparator]
        .contains($0.properties.generalCategory)
    }
    #expect(haelt)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(zeile.utf8)) as? [String: Any])
    for schluessel in ["werkzeug", "datei", "art", "version", "nachricht"] {
      #expect(gleich(json[schluessel], wert))
    }
    #expect((json["ausgelassen"] as? [String: Int])?.values.first == 1)
    let zurueck = try #require((json["befunde"] as? [[String: Any]])?.first)
    for schluessel in ["regel", "meldung", "abhilfe"] {
      #expect(gleich(zurueck[schluessel], wert))
    }
    let ort = try #require(zurueck["ort"] as? [String: Any])
    for schluessel in ["datei", "objekt", "betreff"] { #expect(gleich(ort[schluessel], wert)) }
    #expect(ort["zeile"] as? Int == -3)
  }

  /// Compares scalars: Swift's `==` takes canonically equivalent texts for equal.
  private func gleich(_ wert: Any?, _ erwartet: String) -> Bool {
    (wert as? String).map { Array($0.unicodeScalars) } == Array(erwartet.unicodeScalars)
  }

  @Test("Scalars beyond the first plane are escaped as a pair, visible ones are left alone")
  func ersatzpaar() {
    var bericht = Beispiele.leer()
    bericht.datei = "ä€😀\u{E0041}\u{1}\"\\/"
    #expect(bericht.jsonZeile().contains(#""datei":"ä€😀\udb40\udc41\u0001\"\\/","#))
  }
}
