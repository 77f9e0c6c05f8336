import Akte
// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Grundwerte")
struct GrundwerteTests {
  @Test("Jeder Tag von 1 bis 9999 ist sein eigener Text und folgt auf den vorigen")
  func alleTage() throws {
    var vorher: Kalendertag?
    var zahl: Int32 = -719_162
    while let tag = Kalendertag(tageszahl: zahl) {
      let (j, m, t) = tag.teile
      if Kalendertag(j, m, t) != tag { Issue.record("\(zahl)") }
      if let v = vorher, !(v < tag) { Issue.record("\(v) \(tag)") }
      vorher = tag
      zahl += 1
    }
    #expect(zahl == 2_932_897)
    #expect(vorher?.text == "9999-12-31")
    #expect(Kalendertag(1970, 1, 1)?.tageszahl == 0)
    #expect(Kalendertag(2000, 2, 29)?.tageszahl == 11_016)
  }

  @Test(
    "Tage, die es nicht gibt",
    arguments: [
      "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
      "0000-01-01",
      "24-01-01", "2024-1-01", "2024-01-01Z", "", "2024/01/01", "２０２４-01-01",
    ])
  func falscheTage(_ text: String) { #expect(Kalendertag(text) == nil) }

  @Test(
    "Zeitpunkte behalten Genauigkeit und Zone",
    arguments: [
      "2012-03-04T10:11:12", "2012-03-04T10:11:12Z", "2012-03-04T10:11:12.000+01:00",
      "2012-03-04T23:59:59.123456789-14:00", "0001-01-01T00:00:00.5Z", "2012-03-04T10:11:12+00:00",
    ])
  func zeitpunkte(_ text: String) { #expect(Zeitpunkt(text)?.text == text) }

  @Test(
    "Keine Zeitpunkte",
    arguments: [
      "2012-03-04", "2012-03-04T24:00:01", "2012-03-04T10:11", "2012-03-04T10:11:60Z",
      "2012-03-04T10:11:12.", "2012-03-04T10:11:12.1234567890Z", "2012-03-04T10:11:12+15:00",
      "2012-03-04 10:11:12", "2012-02-30T10:11:12Z", "2012-03-04T10:11:12z",
    ])
  func keineZeitpunkte(_ text: String) { #expect(Zeitpunkt(text) == nil) }

  @Test("Zeitpunkte sind Augenblicke")
  func augenblicke() throws {
    let a = try #require(Zeitpunkt("2012-03-04T10:11:12.000+01:00"))
    let b = try #require(Zeitpunkt("2012-03-04T09:11:12Z"))
    #expect(a.unixSekunden == b.unixSekunden)
    #expect(!a.istSpaeter(als: b) && !b.istSpaeter(als: a))
    #expect(Zeitpunkt(unixMillisekunden: 1_330_852_272_345)?.text == "2012-03-04T09:11:12.345Z")
    #expect(Zeitpunkt(unixMillisekunden: -1)?.text == "1969-12-31T23:59:59.999Z")
    #expect(Zeitpunkt("2012-03-04T09:11:12")?.unixSekunden == nil)
    #expect(Zeitpunkt("2012-02-29T24:00:00Z")?.text == "2012-03-01T00:00:00Z")
  }

  @Test("UUIDs behalten ihre Schreibweise und gelten ohne Rücksicht auf sie")
  func kennungen() throws {
    var zufall = Zufall(1)
    for _ in 0..<1000 {
      let id = ObjektID.zufaellig(&zufall)
      let gemischt = String(
        id.text.map { Bool.random(using: &zufall) ? Character($0.uppercased()) : $0 })
      let gelesen = try #require(ObjektID(gemischt))
      #expect(gelesen.text == gemischt)
      #expect(gelesen == id && gelesen.hashValue == id.hashValue)
    }
  }

  @Test(
    "Keine UUIDs",
    arguments: [
      "", "9fde4e7a-b41b-11ec-9225-005056871b7", "9fde4e7a-b41b-11ec-9225-005056871b7cc",
      "9fde4e7ab41b11ec9225005056871b7c", "9fde4e7a|b41b-11ec-9225-005056871b7c",
      "|fde4e7a-b41b-11ec-9225-005056871b7c", " 9fde4e7a-b41b-11ec-9225-005056871b7c",
      "9fde4e7a-b41b-11ec-9225-005056871b7g",
    ])
  func keineKennungen(_ text: String) { #expect(ObjektID(text) == nil) }

  @Test("Prüfsummen aus Hex in beiden Schreibweisen und aus Base64")
  func pruefsummen() throws {
    let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let a = try #require(Pruefsumme(.sha256, text: hex))
    #expect(a.hex == hex)
    #expect(Pruefsumme(.sha256, text: hex.uppercased()) == a)
    #expect(Pruefsumme(.sha256, text: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") == a)
    #expect(Pruefsumme(.sha256, text: hex.dropLast()) == nil)
    #expect(Pruefsumme(.sha512, text: hex) == nil)
    #expect(Pruefsumme(.sha256, text: "ungWv48Bz+pBQUDeXa4i=7ADYaOWF3qctBD/YfIAFa0=") == nil)
    #expect(Hashverfahren(bezeichnung: "http://www.w3.org/2001/04/xmlenc#sha256") == .sha256)
    #expect(Hashverfahren(bezeichnung: "SHA_512") == .sha512)
    #expect(Hashverfahren(bezeichnung: "CRC32") == nil)
    #expect(Hashangabe(a).pruefsumme == a)
  }

  @Test("Ein Objektbaum geht durch JSON und zurück")
  func codable() throws {
    var akte = Akte(id: .leer, betreff: "Bauakte „Am Ring“", kennzeichen: "13.21-7")
    akte.allgemeineMetadaten?.geheimhaltung = Geheimhaltung(grad: Code("003"))
    akte.aussonderungsmetadaten = Aussonderungsmetadaten(
      aussonderungsart: .archivieren, aufbewahrungsdauer: .jahre(10))
    var dokument = Dokument(Identifikation(.leer))
    dokument.bearbeiter = "E. Beispiel"
    akte.dokumente = [dokument]
    let json = try JSONEncoder().encode(akte)
    #expect(try JSONDecoder().decode(Akte.self, from: json) == akte)
    var kopie = akte
    kopie.allgemeineMetadaten?.geheimhaltung?.grad = Code("001")
    #expect(akte.allgemeineMetadaten?.geheimhaltung?.grad?.wert == "003")
    #expect(kopie != akte)
  }
}
