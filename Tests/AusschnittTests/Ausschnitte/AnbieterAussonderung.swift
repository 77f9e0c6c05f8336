// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Aussonderung
import Lifecycle

// Ausschnitt 3 aus Docs/anbieter.md
/// One round, started by your scheduler; every few minutes is enough, nobody has to watch a folder.
func runde(_ behoerde: Behoerde, _ fach: Transferordner, _ wer: Handelnde) throws {
  for prozess in try behoerde.ordner.prozesse() {
    try behoerde.setzeFort(prozess)  // what a crash interrupted; nothing if nothing was
  }
  try behoerde.holeAb(fach, wer) { datei, ergebnis in
    switch ergebnis {
    case .verarbeitet, .wiederholt: break
    case .abgelehnt(let prozess, _, let grund): print("\(prozess): \(grund)")
    case .unbrauchbar(let grund, _): print("\(datei) is in quarantine: \(grund)")
    }
  }
}

/// A service of the house that looks for malware; the folder holds the files of one Akte.
struct Hausdienst: Virenpruefer {
  let frage: (_ ordner: String) throws -> String?
  func pruefe(_ ordner: String) throws -> String? { try frage(ordner) }  // nil: nothing found
}
// Ende des Ausschnitts
