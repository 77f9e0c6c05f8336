// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte

func doccAkte() throws -> Akte {
// Ausschnitt 1 aus Sources/Akte/Akte.docc/Akte.md
var zufall = SystemRandomNumberGenerator()
var akte = Akte(id: .zufaellig(&zufall), betreff: "Neubau Wohnhaus", kennzeichen: "63-11/2011-0005")
akte.laufzeit = Zeitraum(beginn: Kalendertag(2011, 3, 15), ende: Kalendertag(2012, 12, 14))
// Ende des Ausschnitts
return akte
}
