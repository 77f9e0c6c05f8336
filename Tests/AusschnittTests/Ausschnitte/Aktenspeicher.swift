// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Aktenspeicher
import Lifecycle
import Pruefung

func liesmichSpeicher() throws {
// Ausschnitt 4 aus README.md
let speicher = try Speicher("akten")  // a folder; one writer, many readers
let weber = Akteur(kennung: "weber", name: "Frau Weber", rollen: [.sachbearbeitung])
let heute = Kalendertag(2026, 3, 2)!  // the clock is yours
let jetzt = Zeitpunkt("2026-03-02T09:30:00Z")!
var zufall = SystemRandomNumberGenerator()
let id = ObjektID.zufaellig(&zufall)
let (kennzeichen, _) = try speicher.legeAn(
  Anlagewunsch(.akte, id: id, betreff: "Vereinsförderung", einheit: "41.20"),
  von: weber, am: heute, Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: jetzt))
print(kennzeichen.text)  // 41.20/1

try speicher.jedesFaellige(am: heute) { f in  // streamed from an index
  print(f.kennzeichen, f.reifAb.anzeige, f.hindernisse.map(\.meldung))
  return true
}
print(try speicher.begruendung(id)?.begruendung.text ?? "")  // why it is due on that day
let bericht = try speicher.pruefe { befund in print(befund.meldung) }  // every byte, row and entry
print(try Anker(bericht.kopf).text())  // note it elsewhere: it proves the end of the Protokoll
// Ende des Ausschnitts
}
