// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Lifecycle

func doccLifecycle(_ vorgang: ObjektID, _ akteur: Akteur, _ heute: Kalendertag, _ regel: Fristregel) throws {
// Ausschnitt 1 aus Sources/Lifecycle/Lifecycle.docc/Lifecycle.md
var bestand = Bestandsmodell()
let wirkungen = try bestand.wende(
  Handlung(
    .schriftgut(ziel: vorgang, in: nil, ereignis: .zdA(verfuegung: ZdAVerfuegung(datum: heute))),
    akteur: akteur, heute: heute))

let frist = try Frist.berechne(regel, Fristeingaben(zdA: .tag(heute)))
for satz in frist.begruendung.saetze { print(satz) }
// Ende des Ausschnitts
print(wirkungen.regel)
}
