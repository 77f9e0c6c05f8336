// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Phasenmodell
import Pruefung

func liesmichPhasenmodell(antworten: [[UInt8]]) throws {
// Ausschnitt 7 aus README.md
let toolbox = Toolbox.eingebaut  // or a folder of your own, by `Toolbox(dateien:)`
let katalog = try toolbox.katalog().katalog
let leser = Antwortleser(katalog)
let dateien = try antworten.map { try leser.lies($0, datei: "antworten.diva.json").datei }
let gemeinsam = Zusammenfuehrung(dateien, katalog: katalog).datei  // whatever the order
let ergebnis = try Auswertung(gemeinsam, katalog: katalog)
for phase in ergebnis.phasen { print(phase.phase, phase.status.anzeige) }
for frage in ergebnis.gespraechsliste { print("Darüber sollten Sie sprechen:", frage.text) }
for m in ergebnis.massnahmen.prefix(5) { print(m.frage, m.art) }  // the largest effect first

let html = try Fragebogen(katalog: katalog, toolbox: toolbox, version: "0.1.0").html()
print(html.utf8.count)  // the self check: one file that needs no network
// Ende des Ausschnitts
}
