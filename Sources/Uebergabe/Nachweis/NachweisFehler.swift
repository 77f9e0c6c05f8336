// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why an evidence could not be made, read or renewed.
///
/// An evidence that does not prove what it should is no error but a report with findings.
@nonexhaustive
public enum NachweisFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing to prove.
  case leer(String)
  /// The file or folder at `pfad` cannot be read, or is not what it should be.
  case nichtLesbar(pfad: String, grund: String)
  /// The bytes of `was` are not what the standard says, at `ort`.
  case format(was: String, ort: String, grund: String)
  /// More than is accepted.
  case grenze(was: String, wert: Int)
  /// An algorithm that is only read, never used for new evidence.
  case verfahrenUnzulaessig(Hashverfahren)
  /// The time stamp service refused.
  case abgelehnt(String)
  /// The answer of the time stamp service does not fit the request.
  case antwortPasstNicht(String)
  /// The request lies at `anfrage`, and no answer at `antwort` yet.
  case antwortFehlt(anfrage: String, antwort: String)
  /// The command that should fetch the time stamp failed.
  case befehl(String)
  /// The evidence at `pfad` is not in the state for this step.
  case stand(pfad: String, grund: String)
  /// The target at `pfad` cannot be written.
  case schreiben(pfad: String, grund: String)

  /// A German sentence that names the thing and a remedy.
  public var description: String {
    switch self {
    case .leer(let pfad):
      "»\(pfad)« enthält keine Datei, für die ein Nachweis entstehen könnte. Prüfen Sie den Pfad."
    case .nichtLesbar(let pfad, let grund):
      "»\(pfad)« ist nicht lesbar: \(grund). Prüfen Sie Pfad, Inhalt und Leserechte."
    case .format(let was, let ort, let grund):
      "\(was) ist nicht lesbar (\(ort)): \(grund). Fordern Sie die Datei neu an."
    case .grenze(let was, let wert):
      "Die Grenze »\(was)« von \(wert) ist überschritten. Teilen Sie die Daten auf."
    case .verfahrenUnzulaessig(let verfahren):
      "\(verfahren.rawValue) wird nur gelesen. Wählen Sie SHA-256, SHA-384 oder SHA-512."
    case .abgelehnt(let grund):
      "Der Zeitstempeldienst hat die Anfrage abgelehnt: \(grund). Fragen Sie dort nach."
    case .antwortPasstNicht(let grund):
      """
      Die Antwort des Zeitstempeldienstes passt nicht zur Anfrage: \(grund). Holen Sie mit genau dieser \
      Anfrage einen neuen Zeitstempel.
      """
    case .antwortFehlt(let anfrage, let antwort):
      """
      Die Antwort des Zeitstempeldienstes fehlt noch. Senden Sie die Anfrage »\(anfrage)« an Ihren Dienst \
      und legen Sie die Antwort als »\(antwort)« ab.
      """
    case .befehl(let grund):
      "Der Befehl für den Zeitstempel ist gescheitert: \(grund). Prüfen Sie den Befehl und sein Programm."
    case .stand(let pfad, let grund):
      "Der Nachweis »\(pfad)« ist dafür nicht bereit: \(grund)."
    case .schreiben(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund). Prüfen Sie Speicherplatz und Schreibrechte; \
      unter diesem Namen steht nichts Halbes.
      """
    }
  }
}
