// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Pruefung
import Uebergabe

func formate(block: UnsafeRawBufferPointer) throws {
// Ausschnitt 1 aus Docs/formate.md
let ergebnis = try Formaterkennung().erkenne(datei: "vermerk.pdf")
print(ergebnis.haupt?.anzeige ?? "leer", ergebnis.code ?? "", ergebnis.puid ?? "")
for befund in ergebnis.befunde { print(befund.regel, befund.meldung, befund.abhilfe) }

// While the bytes go by, to be copied or hashed.
var leser = Formatmitleser("vermerk.pdf")
leser.nimm(block)
print(leser.ergebnis().mime)

// All files of a folder, with a validator.
var gang = Formatgang()
gang.pruefer = Prueferbefehl(["python3", "verapdf-adapter.py"])
var bericht = Formatbericht(werkzeug: "meins 1.0", ort: "akten")
try gang.ordner("akten") { posten in bericht.nimm(posten) }
for (gruppe, menge) in bericht.tabelle { print(gruppe.code, gruppe.name, menge.dateien) }
// Ende des Ausschnitts
}
