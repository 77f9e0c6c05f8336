// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Pruefung
import Uebergabe

func uebergabeDocc1() throws {
// Ausschnitt 1 aus Sources/Uebergabe/Uebergabe.docc/Uebergabe.md
var optionen = Bagschreiber.Optionen()
optionen.info = Baginfo([.init("Source-Organization", "Stadt Muster")])
var schreiber = try Bagschreiber(pfad: "uebergabe/akte-17", optionen: optionen)
try schreiber.nutzlast("vermerk.pdf", datei: "…/vermerk.pdf")
let quittung = try schreiber.beende()
print(quittung.oxum, quittung.warnungen)
// Ende des Ausschnitts
}
