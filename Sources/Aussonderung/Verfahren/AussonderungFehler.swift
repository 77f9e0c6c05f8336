// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a step of a procedure could not be done; nothing is half done then.
public enum AussonderungFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such process here.
  case unbekannterProzess(ProzessID, ordner: String)
  /// The step does not fit what was done so far.
  case falscherStand(ProzessID, grund: String, abhilfe: String)
  /// A message of ours breaks rules; it does not go out.
  case nachrichtUngueltig(datei: String, befunde: [String])
  /// A message cannot carry texts as they are; somebody has to accept that before it goes out
  /// (``Behoerde/nimmVerlusteHin(_:_:)``).
  case verlusteOffen(ProzessID, anzahl: Int, beispiel: String)
  /// Nothing is left that the step could be done with.
  case nichtsZuTun(String)
  /// A file has other bytes than when it came in, or cannot be read; the text says why.
  case dateiVeraendert(objekt: ObjektID, name: String, grund: String? = nil)
  /// A name in the metadata leads to no file.
  case dateiFehlt(objekt: ObjektID, name: String)
  /// What is to be sent is larger than a message may be, and the version cannot divide it.
  case zuGross(grund: String)
  /// A file or folder of the process cannot be read or written.
  case ablage(pfad: String, grund: String)
  /// A disk is full, broken or must not be written to: whatever comes next would fail, too.
  case datentraeger(pfad: String, grund: String)
  /// A message in the inbox could not be worked on and lies there still; the others were worked on.
  case nichtAbgeholt(datei: String, grund: String)
  /// The folder of processes is that of the other side.
  case falscheSeite(ordner: String, ist: Seite)
  /// The folder of processes has another partner already.
  case schonEingerichtet(ordner: String)
  /// Two folders for the exchange are the same, or one lies in the other.
  case ordnerUeberschneiden(String, String)
  /// Somebody else works with the folder.
  case belegt(ordner: String)

  /// A German sentence that names what failed and what to do.
  public var description: String {
    switch self {
    case .unbekannterProzess(let p, let o):
      "Den Prozess \(p) gibt es in »\(o)« nicht. Prüfen Sie die Kennung und den Ordner."
    case .falscherStand(let p, let grund, let abhilfe):
      "Prozess \(p): \(grund)" + (abhilfe.isEmpty ? "" : " " + abhilfe)
    case .nachrichtUngueltig(let datei, let befunde):
      "Die Nachricht »\(datei)« verletzt Regeln und geht nicht hinaus: "
        + befunde.joined(separator: " ")
    case .verlusteOffen(let p, let anzahl, let beispiel):
      "Prozess \(p): Die vereinbarte Fassung von xdomea kann \(anzahl) Texte nicht unverändert "
        + "ausdrücken (R66), zum Beispiel: \(beispiel) Es ist nichts hinausgegangen. Prüfen Sie den "
        + "Verlustbericht des Prozesses, und nehmen Sie die Änderungen hin, oder ziehen Sie zurück."
    case .nichtsZuTun(let text): text
    case .dateiVeraendert(let o, let n, let grund?):
      "Die Datei »\(n)« des Objekts \(o) ist nicht brauchbar: \(grund)"
    case .dateiVeraendert(let o, let n, nil):
      "Die Datei »\(n)« des Objekts \(o) hat nicht mehr die Prüfsumme, mit der sie abgelegt wurde. "
        + "Stellen Sie sie aus der Sicherung wieder her."
    case .dateiFehlt(let o, let n):
      "Die Datei »\(n)« des Objekts \(o) fehlt. Stellen Sie sie aus der Sicherung wieder her."
    case .zuGross(let grund): grund
    case .ablage(let pfad, let grund): "\(pfad): \(grund)."
    case .datentraeger(let pfad, let grund):
      "\(pfad): \(grund). Schaffen Sie Platz, oder prüfen Sie den Datenträger, und beginnen Sie den "
        + "Schritt dann noch einmal."
    case .nichtAbgeholt(let datei, let grund):
      "Die Nachricht »\(datei)« konnte nicht bearbeitet werden und liegt noch im Eingang: \(grund)"
    case .falscheSeite(let o, .behoerde):
      "»\(o)« ist der Ordner einer Behörde, nicht der eines Archivs. Es ist nichts geschehen. Nennen "
        + "Sie den Ordner des Archivs, oder nehmen Sie »diva aussondern«."
    case .falscheSeite(let o, .archiv):
      "»\(o)« ist der Ordner eines Archivs, nicht der einer Behörde. Es ist nichts geschehen. Nennen "
        + "Sie den Ordner der Behörde, oder nehmen Sie »diva archiv«."
    case .schonEingerichtet(let o):
      "»\(o)« ist schon mit anderen Angaben eingerichtet; sie gelten weiter. Sollen die neuen gelten, "
        + "rufen Sie den Befehl noch einmal mit »--ersetzen« auf."
    case .ordnerUeberschneiden(let a, let b):
      "»\(a)« und »\(b)« dürfen weder derselbe Ordner sein noch ineinander liegen: Eingang, Ausgang und "
        + "Quarantäne (neben dem Eingang, mit der Endung »-quarantaene«) sind drei Ordner."
    case .belegt(let o):
      "Der Ordner »\(o)« ist in Arbeit. Warten Sie, bis der andere Vorgang fertig ist."
    }
  }
}
