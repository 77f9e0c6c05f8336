// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Pruefung
import Uebergabe

func uebergabeDocc4(_ dienst: any Zeitstempeldienst, _ anker: Vertrauensanker, _ jetzt: Zeitpunkt) throws -> (Pruefbericht, EvidenceRecord) {
// Ausschnitt 4 aus Sources/Uebergabe/Uebergabe.docc/Uebergabe.md
var zufall = SystemRandomNumberGenerator()
var nachweis = try Nachweisordner.erstelle("akten", nach: "nachweis", am: jetzt, zufall: &zufall)
if let anfrage = nachweis.offeneAnfrage {
  try nachweis.uebernimm(antwort: try dienst.stemple(anfrage), anker)
}
let bericht = try nachweis.pruefe(daten: "akten", Beweispruefer(anker: anker, jetzt: jetzt))
let record = try nachweis.beweis(fuer: "akte-17/vermerk.pdf")
// Ende des Ausschnitts
return (bericht, record)
}
