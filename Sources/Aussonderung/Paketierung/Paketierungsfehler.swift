// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a transfer was not divided into packages; nothing stands at the target then.
@nonexhaustive
public enum Paketierungsfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The message is no transfer (0503).
  case keineAbgabe(nachricht: String)
  /// An object has no usable id.
  case objektOhneKennung(String)
  /// An object stands twice in the transfer.
  case objektMehrfach(ObjektID)
  /// The transfer has two entries of the same name (R5).
  case nameMehrfach(name: String)
  /// A level was chosen for objects that the transfer does not have at its top.
  case ausnahmeUnbekannt([ObjektID])
  /// Two packages would need the same file.
  case dateiMehrfach(name: String)
  /// A file that the message names is not there.
  case dateiFehlt(name: String)
  /// A file has other bytes than its hash in the message says (R56).
  case dateiVeraendert(name: String)
  /// The bytes of the message and what was read of it do not fit together at this object.
  case nichtZerlegbar(String)
  /// The message for a package is not valid.
  case auszugUngueltig(paket: String, befunde: [String])
  /// The packages together are not what the transfer was.
  case deckung([String])

  /// A German sentence that names the thing and a remedy.
  public var description: String {
    switch self {
    case .keineAbgabe(let nachricht):
      "Die Nachricht ist eine \(nachricht). Pakete entstehen nur aus einer Abgabe (0503)."
    case .objektOhneKennung(let was):
      "\(was) hat keine gültige Kennung und kann keinem Paket sicher zugeordnet werden (R17). Fordern "
        + "Sie die Abgabe neu an."
    case .objektMehrfach(let id):
      "Das Objekt \(id) steht mehrfach in der Abgabe und kann nicht in genau einem Paket liegen. "
        + "Fordern Sie die Abgabe neu an."
    case .nameMehrfach(let name):
      "Der Name »\(name)« ist in der Abgabe mehrfach vorhanden (R5); es ist nicht zu entscheiden, welche "
        + "Datei gilt. Es wurde nichts geschrieben. Fordern Sie die Abgabe neu an."
    case .ausnahmeUnbekannt(let kennungen):
      "Für \(kennungen.map(\.text).joined(separator: ", ")) wurde mit »--ausnahme« eine Ebene gewählt, "
        + "aber keine Akte der Abgabe hat diese Kennung auf oberster Stufe. Prüfen Sie die Kennung mit »diva zeigen«."
    case .dateiMehrfach(let name):
      "Die Datei »\(name)« wird in Objekten genannt, die in verschiedenen Paketen liegen (R53). Wählen "
        + "Sie eine höhere Ebene, zum Beispiel »wurzel«, oder fordern Sie die Abgabe neu an."
    case .dateiFehlt(let name):
      "Die Datei »\(name)« wird genannt, liegt aber nicht in der Abgabe (R52). Fordern Sie sie neu an."
    case .dateiVeraendert(let name):
      "Die Datei »\(name)« hat eine andere Prüfsumme, als die Nachricht angibt (R56). Sie ist "
        + "beschädigt; fordern Sie die Abgabe neu an."
    case .nichtZerlegbar(let was):
      "Die Nachricht lässt sich bei \(was) nicht zerlegen, ohne dass etwas verloren ginge. Prüfen Sie "
        + "sie mit »diva pruefen«."
    case .auszugUngueltig(let paket, let befunde):
      "Die Nachricht für das Paket »\(paket)« ist nicht gültig: \(befunde.joined(separator: " ")) "
        + "Prüfen Sie zuerst die Abgabe mit »diva pruefen«."
    case .deckung(let unterschiede):
      "Die Pakete decken die Abgabe nicht: \(unterschiede.joined(separator: " ")) Es wurde nichts "
        + "geschrieben. Bitte melden Sie das dem Hersteller dieses Programms."
    }
  }
}
