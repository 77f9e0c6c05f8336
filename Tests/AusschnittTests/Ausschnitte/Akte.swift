// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte

func liesmichAkte() throws {
// Ausschnitt 1 aus README.md
var zufall = SystemRandomNumberGenerator()
var akte = Akte(
  id: .zufaellig(&zufall), betreff: "Neubau Wohnhaus, Am Ring 5", kennzeichen: "63-11/2011-0005")
akte.laufzeit = Zeitraum(beginn: Kalendertag(2011, 3, 15), ende: Kalendertag("2012-12-14"))
akte.aussonderungsmetadaten = Aussonderungsmetadaten(aussonderungsart: .archivieren)

var vorgang = Vorgang(id: .zufaellig(&zufall), betreff: "Bauantrag Wohnhaus")
vorgang.dokumente.append(Dokument(Identifikation(.zufaellig(&zufall))))
akte.vorgaenge.append(vorgang)

print(akte.betreff ?? "", akte.laufzeit?.ende?.anzeige ?? "")  // … 14.12.2012
print(Kalendertag("2023-02-29") == nil)  // true: there is no such day
let summe = Pruefsumme(.sha256, text: "zu kurz")
print(summe == nil)  // true: a digest has the length of its algorithm
// Ende des Ausschnitts
}
