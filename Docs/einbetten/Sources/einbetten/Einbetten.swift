// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation  // as most products do
import Xdomea

@main
struct Einbetten {
  static func main() throws {
    var zufall = SystemRandomNumberGenerator()
    let ordner = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
    let kopf = Nachrichtenkopf(
      prozessID: .zufaellig(&zufall), absender: Kontakt(institution: "Stadt Musterhausen"),
      empfaenger: Kontakt(institution: "Stadtarchiv Musterhausen"),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"),
      nachrichtenID: .zufaellig(&zufall))
    // Write a 0503 with one file.
    var paket = try Paketschreiber(ordner + "/", .v400, .aussonderung, kopf)
    let name = Primaerdateiname.bilden(.zufaellig(&zufall), original: "Gebührenbescheid.txt")
    let datei = try paket.datei(name, pfad: #filePath).primaerdokument
    let format = Format(name: .dateiformat("045"), primaerdokument: datei)
    let version = Version(nummer: "1", formate: [format])
    var vorgang = Vorgang(id: .zufaellig(&zufall), betreff: "Bauantrag Am Ring 5")
    vorgang.kontextobjekt = false
    vorgang.dokumente = [Dokument(Identifikation(.zufaellig(&zufall)), versionen: [version])]
    try paket.schriftgutobjekt(.vorgang(vorgang))
    let geschrieben = try paket.beende()
    // Read it again, one object at a time.
    let leser = try Nachrichtenpaket(pfad: geschrieben.pfad).leser()
    while case .schriftgutobjekt(let objekt)? = try leser.naechster() {
      print(leser.version.rawValue, objekt.betreff ?? "–", objekt == .vorgang(vorgang))
    }
  }
}
