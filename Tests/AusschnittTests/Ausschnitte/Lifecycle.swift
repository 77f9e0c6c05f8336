// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Lifecycle

func liesmichLifecycle() throws {
// Ausschnitt 3 aus README.md
// Why 31.12.2034? The answer is a list of German sentences.
let regel = Fristregel(herkunft: .katalogzeile(id: "B02", katalog: "2020"), dauer: .jahre(10))
let zdA = Kalendertag(2024, 12, 31)!
let frist = try Frist.berechne(regel, Fristeingaben(zdA: .tag(zdA)))
print(frist.ende!.anzeige, frist.reifAb!.anzeige)  // 31.12.2034 01.01.2035
for satz in frist.begruendung.saetze { print(satz) }

// A state, an event and a context give effects, or a refusal with its reason.
var zufall = SystemRandomNumberGenerator()
let akte = ObjektID.zufaellig(&zufall)
let weber = Akteur(kennung: "weber", rollen: [.sachbearbeitung])
let kunze = Akteur(kennung: "kunze", rollen: [.fachadministration])
let einheit = Einheitszustand(kennzeichen: "00.12", bezeichnung: "Organisation")
let angaben = Anlageangaben(
  ebene: .akte, einheit: "00.12", betreff: "Vereinsförderung", kennzeichen: Kennzeichen("00.12/1"))
let schritte: [(Ereignis, Akteur)] = [
  (.einheit(ziel: "00.12", ereignis: .anlegen(angaben: einheit)), kunze),
  (.schriftgut(ziel: akte, in: nil, ereignis: .anlegen(angaben: angaben)), weber),
  (.schriftgut(ziel: akte, in: nil, ereignis: .zdA(verfuegung: ZdAVerfuegung(datum: zdA))), weber),
]
var bestand = Bestandsmodell()  // or your own database behind `Zustandsquelle`
do {
  for (ereignis, wer) in schritte {
    let wirkungen = try bestand.wende(Handlung(ereignis, akteur: wer, heute: zdA))
    print(wirkungen.regel, wirkungen.schriftgut.map(\.lage.anzeige))  // store it in one transaction
  }
} catch {
  print(error)  // Es liegt kein Dokument darin. Legen Sie eines ab, oder … [A11]
}
// Ende des Ausschnitts
}
