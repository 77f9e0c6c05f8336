// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Pruefung
import Uebergabe

func uebergabeDocc3(_ zeitpunkt: Zeitpunkt) throws {
// Ausschnitt 3 aus Sources/Uebergabe/Uebergabe.docc/Uebergabe.md
let ergebnis = try Earkpruefer(jetzt: zeitpunkt).pruefe("uebergabe/uuid-….zip")
print(ergebnis.urteil, ergebnis.bericht.text(farbe: false))
// Ende des Ausschnitts
}
