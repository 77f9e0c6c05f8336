// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Aktenspeicher
import Lifecycle
import Pruefung

func doccSpeicher(_ ereignis: Ereignis, _ akteur: Akteur, _ heute: Kalendertag, _ zeitpunkt: Zeitpunkt) throws {
// Ausschnitt 1 aus Sources/Aktenspeicher/Aktenspeicher.docc/Aktenspeicher.md
let speicher = try Speicher("akten")
var zufall = SystemRandomNumberGenerator()
try speicher.vollziehe(
  Handlung(ereignis, akteur: akteur, heute: heute),
  Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: zeitpunkt))
try speicher.jedesFaellige(am: heute) { faellig in
  print(faellig.kennzeichen, faellig.reifAb.anzeige)
  return true
}
try speicher.pruefe { befund in print(befund.meldung) }
// Ende des Ausschnitts
}
