// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Xdomea

func doccXdomea() throws {
// Ausschnitt 1 aus Sources/Xdomea/Xdomea.docc/Xdomea.md
let leser = try Nachrichtenpaket(pfad: "…_0503_1.zip").leser()
while let teil = try leser.naechster() {
  if case .schriftgutobjekt(let objekt) = teil { print(objekt.betreff ?? "–") }
}
// Ende des Ausschnitts
}
