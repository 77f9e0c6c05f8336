// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Aussonderung
import Pruefung
import Uebergabe
import Xdomea

func liesmichUebergabe(jetzt: Zeitpunkt) throws {
// Ausschnitt 6 aus README.md
// A transfer becomes one bag per Akte; deckungsnachweis.tsv proves that nothing is missing or twice.
let abgabe = try Nachrichtenpaket(pfad: "0503.zip")
let paketierung = Paketierung(.bagit(.init()), ebene: .akte)
var zufall = SystemRandomNumberGenerator()
let bericht = try paketierung.uebergib(abgabe, nach: "pakete", am: jetzt, zufall: &zufall)
for paket in bericht.pakete { print(paket.name, paket.titel, paket.dateien, paket.bytes) }

// A bag of anybody: what is wrong, in which file, and why. Nothing is written into it.
let ergebnis = try Bagpruefer().pruefe("pakete/" + bericht.pakete[0].name)
print(ergebnis.urteil, ergebnis.oxum)
for befund in ergebnis.bericht.sortiert() { print(befund.regel, befund.meldung, befund.abhilfe) }
// Ende des Ausschnitts
}
