// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Xdomea

func liesmichXdomea() throws {
// Ausschnitt 2 aus README.md
var zufall = SystemRandomNumberGenerator()
let kopf = Nachrichtenkopf(
  prozessID: .zufaellig(&zufall), absender: Kontakt(institution: "Stadt Musterhausen"),
  empfaenger: Kontakt(institution: "Stadtarchiv"),
  erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"), nachrichtenID: .zufaellig(&zufall))
var paket = try Paketschreiber("ausgang/", .v400, .aussonderung, kopf)
let name = Primaerdateiname.bilden(.zufaellig(&zufall), original: "Gebührenbescheid.pdf")
let datei = try paket.datei(name, pfad: "/dms/4711.pdf").primaerdokument  // stored and hashed
let format = Format(name: .dateiformat("018"), primaerdokument: datei)
var vorgang = Vorgang(id: .zufaellig(&zufall), betreff: "Bauantrag Am Ring 5")
vorgang.dokumente = [
  Dokument(Identifikation(.zufaellig(&zufall)), versionen: [Version(nummer: "1", formate: [format])])
]
try paket.schriftgutobjekt(.vorgang(vorgang))
let container = try paket.beende().pfad

let leser = try Nachrichtenpaket(pfad: container).leser()  // any version from 2.3.0 to 4.0.0
while let teil = try leser.naechster() { print(teil) }     // one object in memory at a time
// Ende des Ausschnitts
}
