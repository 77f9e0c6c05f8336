// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter

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
  /// Nothing may be made at `pfad`: it is taken, or in the wrong place.
  case ziel(pfad: String, grund: String)
  /// The evidence does not know this file.
  case unbekannt(datei: String)
  /// This file is no longer the one that the evidence is about.
  case geaendert(datei: String)
  /// What was asked for cannot be meant; a German sentence that says what is missing.
  case angabe(String)
  /// The target at `pfad` cannot be written.
  case schreiben(pfad: String, grund: String)

  /// A German sentence that names the thing and a remedy.
  public var description: String {
    switch self {
    case .leer(let pfad):
      "»\(pfad)« enthält keine Datei, für die ein Nachweis entstehen könnte. Prüfen Sie den Pfad."
    case .nichtLesbar(let pfad, let grund):
      "»\(pfad)« ist nicht lesbar: \(grund.ohnePunkt). Prüfen Sie Pfad, Inhalt und Leserechte."
    case .format(let was, let ort, let grund):
      "\(was) ist nicht lesbar (\(ort)): \(grund.ohnePunkt). Fordern Sie die Datei neu an."
    case .grenze(let was, let wert):
      """
      Zu groß: \(was), höchstens \(wert). Prüfen Sie, ob es die richtige Datei ist, oder teilen Sie die \
      Daten auf.
      """
    case .verfahrenUnzulaessig(let verfahren):
      "\(verfahren.rawValue) wird nur gelesen. Wählen Sie SHA-256, SHA-384 oder SHA-512."
    case .abgelehnt(let grund):
      "Der Zeitstempeldienst hat die Anfrage abgelehnt: \(grund.ohnePunkt). Fragen Sie dort nach."
    case .antwortPasstNicht(let grund):
      """
      Die Antwort des Zeitstempeldienstes passt nicht zur Anfrage: \(grund.ohnePunkt). Holen Sie mit genau \
      dieser Anfrage einen neuen Zeitstempel, nötigenfalls bei einem anderen Dienst.
      """
    case .antwortFehlt(let anfrage, let antwort):
      """
      Die Antwort des Zeitstempeldienstes fehlt noch. Senden Sie die Anfrage »\(anfrage)« an Ihren Dienst \
      und legen Sie die Antwort als »\(antwort)« ab.
      """
    case .befehl(let grund):
      "Der Befehl für den Zeitstempel ist gescheitert: \(grund.ohnePunkt). Prüfen Sie den Befehl und sein Programm."
    case .stand(let pfad, let grund):
      "Der Nachweis »\(pfad)« ist dafür nicht bereit: \(grund.ohnePunkt)."
    case .ziel(let pfad, let grund):
      "»\(pfad)« kann nicht angelegt werden: \(grund.ohnePunkt). Nennen Sie ein anderes Ziel."
    case .unbekannt(let datei):
      "»\(datei)« steht nicht in diesem Nachweis. Nennen Sie den Pfad so, wie er in »hashliste-1.tsv« steht."
    case .geaendert(let datei):
      """
      Die Datei »\(datei)« ist nicht mehr die, von der der Nachweis handelt. Holen Sie die unveränderte \
      Datei aus der Sicherung.
      """
    case .angabe(let satz): satz
    case .schreiben(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund.ohnePunkt). Prüfen Sie Speicherplatz und Schreibrechte; \
      unter diesem Namen steht nichts Halbes.
      """
    }
  }
}

extension NachweisFehler {
  /// What is wrong, without a remedy: a finding has its own.
  var befund: String {
    guard case .format(let was, let ort, let grund) = self else { return description }
    return "\(was) ist nicht lesbar (\(ort)): \(grund.ohnePunkt)."
  }

  /// An error of the packages as one about a folder of files, without the remedy for packages.
  ///
  /// - Parameters:
  ///   - fehler: What happened.
  ///   - pfad: The folder.
  init(_ fehler: UebergabeFehler, _ pfad: String) {
    switch fehler {
    case .nichtLesbar(let ort, let grund):
      self = .nichtLesbar(pfad: ort == pfad ? pfad : "\(pfad)/\(ort)", grund: grund)
    case .behaelter(let innen): self = NachweisFehler(innen, pfad)
    default: self = .nichtLesbar(pfad: pfad, grund: fehler.description)
    }
  }

  /// An error of reading a file as one about it.
  ///
  /// - Parameters:
  ///   - fehler: What happened.
  ///   - pfad: The file, for messages that do not name one.
  init(_ fehler: BehaelterFehler, _ pfad: String) {
    switch fehler {
    case .nichtLesbar(let ort, let grund): self = .nichtLesbar(pfad: ort, grund: grund)
    case .grenze(_, let eintrag, let grenze, _):
      let ort = eintrag.map { "\(pfad)/\($0)" } ?? pfad
      self = .nichtLesbar(pfad: ort, grund: "mehr als erlaubt (\(grenze))")
    default: self = .nichtLesbar(pfad: pfad, grund: fehler.description)
    }
  }
}

extension String {
  /// Without a full stop at the end, so that the text can stand within a sentence.
  var ohnePunkt: String { last == "." ? String(dropLast()) : self }
}
