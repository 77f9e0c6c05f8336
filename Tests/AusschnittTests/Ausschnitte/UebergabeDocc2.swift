// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Pruefung
import Uebergabe

func uebergabeDocc2() throws {
// Ausschnitt 2 aus Sources/Uebergabe/Uebergabe.docc/Uebergabe.md
let ergebnis = try Bagpruefer(.streng).pruefe("uebergabe/akte-17")
print(ergebnis.urteil, ergebnis.bericht.text(farbe: false))
// Ende des Ausschnitts
}
