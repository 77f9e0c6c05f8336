// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Xdomea

func antworte(
  auf anbietung: Nachrichtenleser, akte: ObjektID, jetzt: Zeitpunkt, neueID: NachrichtenID
) throws -> Paketschreiber.Ergebnis {
// Ausschnitt 2 aus Sources/Xdomea/Xdomea.docc/Xdomea.md
var kopf = anbietung.kopf.antwort(erstellungszeitpunkt: jetzt, nachrichtenID: neueID)
kopf.system = Werkzeug.system
var paket = try Paketschreiber("ausgang/", .v400, .bewertungsverzeichnis, kopf)
try paket.bewertung(Objektbewertung(akte, .archivieren))
let ergebnis = try paket.beende()
// Ende des Ausschnitts
  return ergebnis
}
