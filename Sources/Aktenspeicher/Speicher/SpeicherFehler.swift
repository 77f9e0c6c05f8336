// SPDX-License-Identifier: Apache-2.0

/// Why the store could not do what was asked.
///
/// Damage that ``Speicher/pruefe(_:fortschritt:befund:)`` finds is a finding, not an error.
@nonexhaustive
public enum SpeicherFehler: Error, Hashable, Sendable {
  /// The folder holds no store of this suite.
  case keinSpeicher(ordner: String, grund: String)
  /// A store was to be made where something is already.
  case schonVorhanden(pfad: String)
  /// A store or a backup was to be made inside of a store, where it would be taken for part of it.
  case imSpeicher(pfad: String, speicher: String)
  /// A newer version of this suite wrote the store.
  case neuererStand(ordner: String, gefunden: Int, bekannt: Int)
  /// An older version wrote the store, and it is open for reading only.
  case aeltererStand(ordner: String, gefunden: Int, bekannt: Int)
  /// Another process writes to the store; its number, if it could be read.
  case gesperrt(pfad: String, prozess: Int32?)
  /// The store is open for reading only.
  case nurLesend(ordner: String)
  /// No room left, or a quota is used up.
  case keinPlatz(pfad: String, grund: String)
  /// The file or folder cannot be written.
  case nichtSchreibbar(pfad: String, grund: String)
  /// The file or folder cannot be read.
  case nichtLesbar(pfad: String, grund: String)
  /// A file that the store names is not there.
  case dateiFehlt(Dateihash, pfad: String)
  /// The bytes of a stored file are not those that were stored.
  case dateiVeraendert(pfad: String, erwartet: Dateihash, gefunden: Dateihash)
  /// A stored file has another length than the bytes of the same digest.
  case dateilaengeFalsch(pfad: String, erwartet: Int64, gefunden: Int64)
  /// A source changed while it was taken in.
  case quelleGeaendert(pfad: String)
  /// The database file has no bytes any more.
  case datenbankLeer(pfad: String)
  /// The database file is damaged.
  case beschaedigt(pfad: String, grund: String)
  /// Another process held the database for longer than the waiting time.
  case beschaeftigt(pfad: String)
  /// A row contradicts the rules of the database: an id used twice, a parent that is missing.
  case widerspruch(pfad: String, grund: String)
  /// The deletion ledger is missing, damaged, or not the one that belongs to the store.
  case loeschbuchUnbrauchbar(pfad: String, grund: String)
  /// The deletion ledger belongs to the store with another Kennung.
  case loeschbuchFremd(pfad: String, gefunden: String, erwartet: String)
  /// Another process wrote into the deletion ledger for longer than the waiting time.
  case loeschbuchBelegt(pfad: String)
  /// Any other failure of the database.
  case datenbank(pfad: String, grund: String)
}

extension SpeicherFehler: CustomStringConvertible {
  /// A German sentence that says what failed, where, and what to do.
  public var description: String {
    switch self {
    case .keinSpeicher(let ordner, let grund):
      """
      »\(ordner)« ist kein Aktenspeicher: \(grund). Prüfen Sie den Pfad, oder legen Sie dort \
      einen neuen Speicher an.
      """
    case .schonVorhanden(let pfad):
      "»\(pfad)« ist schon vorhanden. Wählen Sie einen neuen oder einen leeren Ordner."
    case .imSpeicher(let pfad, let speicher):
      """
      »\(pfad)« liegt im Aktenspeicher »\(speicher)«. Wählen Sie einen Ordner außerhalb; sonst ginge er \
      mit dem Speicher verloren.
      """
    case .neuererStand(let ordner, let gefunden, let bekannt):
      """
      Der Speicher »\(ordner)« hat den Stand \(gefunden), dieses Programm kennt nur den Stand \
      \(bekannt). Verwenden Sie die neuere Fassung des Programms; am Speicher wurde nichts geändert.
      """
    case .aeltererStand(let ordner, let gefunden, let bekannt):
      """
      Der Speicher »\(ordner)« hat den Stand \(gefunden), dieses Programm braucht den Stand \
      \(bekannt). Öffnen Sie ihn einmal zum Schreiben, dann wird er umgestellt. Sichern Sie ihn \
      vorher.
      """
    case .gesperrt(let pfad, let prozess):
      """
      Der Speicher »\(pfad)« wird gerade von \(Self.anderer(prozess)) geschrieben; es hält die \
      Sperrdatei »\(Speicherordner(pfad).sperre)«. Wiederholen Sie den Vorgang, wenn es fertig ist, oder \
      beenden Sie es. Löschen Sie die Sperrdatei nicht: Sie wird von selbst frei. Lesen können Sie \
      jederzeit.
      """
    case .nurLesend(let ordner):
      "Der Speicher »\(ordner)« ist nur zum Lesen geöffnet. Öffnen Sie ihn zum Schreiben."
    case .keinPlatz(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund). Schaffen Sie Platz und wiederholen \
      Sie den Vorgang; der Speicher blieb, wie er war.
      """
    case .nichtSchreibbar(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund). Prüfen Sie die Schreibrechte; der \
      Speicher blieb, wie er war.
      """
    case .nichtLesbar(let pfad, let grund):
      "»\(pfad)« ist nicht lesbar: \(grund). Prüfen Sie Pfad und Leserechte."
    case .quelleGeaendert(let pfad):
      """
      Die Datei »\(pfad)« wurde während des Lesens geändert und nicht übernommen. Wiederholen \
      Sie den Vorgang, wenn niemand mehr an ihr arbeitet.
      """
    case .datenbankLeer(let pfad):
      """
      Die Datenbank »\(pfad)« ist leer (0 Byte): Ihr Inhalt ist verloren, die Dateien daneben sind noch \
      da. Legen Sie hier keinen neuen Speicher an und ändern Sie im Ordner nichts; stellen Sie den \
      Speicher aus der letzten Sicherung her. Das Programm hat nichts geändert.
      """
    case .beschaeftigt(let pfad):
      """
      Die Datenbank »\(pfad)« war zu lange durch ein anderes Programm belegt. Wiederholen Sie \
      den Vorgang.
      """
    case .loeschbuchUnbrauchbar(let pfad, let grund):
      """
      Das Löschbuch »\(pfad)« lässt sich nicht fortführen: \(grund). Legen Sie das richtige Löschbuch \
      an seinen Platz, oder holen Sie es aus einer Sicherung. Bis dahin wird nichts vernichtet.
      """
    case .loeschbuchFremd(let pfad, let gefunden, let erwartet):
      """
      Das Löschbuch »\(pfad)« gehört zum Aktenspeicher »\(gefunden)«, nicht zu diesem mit der \
      Kennung »\(erwartet)«. Es wird nicht fortgeführt. Legen Sie das Löschbuch dieses \
      Aktenspeichers an seinen Platz, oder nennen Sie ein anderes mit »--loeschbuch«. Bis dahin wird \
      nichts vernichtet.
      """
    case .loeschbuchBelegt(let pfad):
      """
      In das Löschbuch »\(pfad)« schreibt gerade ein anderes Programm. Wiederholen Sie den Vorgang, \
      wenn es fertig ist.
      """
    case .dateiFehlt, .dateiVeraendert, .dateilaengeFalsch, .beschaedigt, .widerspruch, .datenbank:
      schaden
    }
  }

  /// The sentences for damage, all with the same remedy.
  private var schaden: String {
    let was =
      switch self {
      case .dateiFehlt(let hash, let pfad):
        "Die Datei »\(pfad)« mit der SHA-256-Prüfsumme \(hash) fehlt im Speicher."
      case .dateiVeraendert(let pfad, let erwartet, let gefunden):
        """
        Die Datei »\(pfad)« ist verändert: erwartet wurde die SHA-256-Prüfsumme \(erwartet), \
        gefunden wurde \(gefunden).
        """
      case .dateilaengeFalsch(let pfad, let erwartet, let gefunden):
        "Die Datei »\(pfad)« ist verändert: erwartet wurden \(erwartet) Byte, sie hat \(gefunden)."
      case .beschaedigt(let pfad, let grund): "Die Datenbank »\(pfad)« ist beschädigt: \(grund)."
      case .widerspruch(let pfad, let grund):
        "Die Datenbank »\(pfad)« hat eine widersprüchliche Angabe abgelehnt: \(grund)."
      case .datenbank(let pfad, let grund): "Fehler der Datenbank »\(pfad)«: \(grund)."
      default: ""
      }
    return was + " Prüfen Sie den Speicher, und stellen Sie ihn nötigenfalls aus der Sicherung her."
  }

  private static func anderer(_ prozess: Int32?) -> String {
    prozess.map { "einem anderen Programm (Prozess \($0))" } ?? "einem anderen Programm"
  }
}
