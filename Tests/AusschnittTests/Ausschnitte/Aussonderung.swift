// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Aktenspeicher
import Aussonderung
import Lifecycle
import Xdomea

func liesmichAussonderung(heute: Kalendertag, jetzt: Zeitpunkt) throws {
// Ausschnitt 5 aus README.md
let speicher = try Speicher("akten")  // or your own database behind `Aussonderungsbestand`
let fach = try Transferordner(eingang: "vom-archiv", ausgang: "zum-archiv")
let behoerde = Behoerde(
  bestand: speicher, ordner: try Verfahrensordner("verfahren"), ausgang: fach)
let vereinbarung = Vereinbarung(
  behoerde: Kontakt(institution: "Stadt Musterhausen"),
  archiv: Kontakt(institution: "Kreisarchiv"), fassung: .v400)
let lange = Akteur(kennung: "lange", rollen: [.registratur])
let nowak = Akteur(kennung: "nowak", rollen: [.zeichnungsbefugte])
let wer = Handelnde(lange, zweitePerson: nowak, heute: heute, zeitpunkt: jetzt)  // the clock is yours
var zufall = SystemRandomNumberGenerator()
let prozess = ProzessID.zufaellig(&zufall)

try behoerde.bieteAn(prozess, .faellige(hoechstens: 100), anlass: .fristende, vereinbarung, wer)  // 0501
try behoerde.holeAb(fach, wer) { datei, ergebnis in print(datei, ergebnis) }  // 0502; later 0506
try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), wer)  // 0503: what is A, every file proved
print(try behoerde.stand(prozess).naechstes ?? "")  // what to do next, in German
let bericht = try behoerde.loesche(prozess, wer)  // what is A never before its 0506
print(bericht.vernichtet, bericht.nachweise.map(\.id), bericht.abgelehnt)
// Ende des Ausschnitts
}
