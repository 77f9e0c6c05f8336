// SPDX-License-Identifier: Apache-2.0

/// Why a container could not be read, written or unpacked.
@nonexhaustive
public enum BehaelterFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file at `pfad` cannot be opened or read.
  case nichtLesbar(pfad: String, grund: String)
  /// The file at `pfad` is no ZIP file.
  case keinZip(pfad: String)
  /// The container contradicts itself or its bytes do not fit their checksum.
  case beschaedigt(pfad: String, eintrag: String?, grund: String)
  /// The container exceeds the limit named `grenze` with the value `wert`.
  case grenze(pfad: String, eintrag: String?, grenze: String, wert: Int64)
  /// An entry is encrypted.
  case verschluesselt(pfad: String, eintrag: String)
  /// The container uses a feature that this suite does not read.
  case nichtUnterstuetzt(pfad: String, eintrag: String?, grund: String)
  /// A name that must not stand in a container.
  case unzulaessigerName(eintrag: String, grund: String)
  /// A name that is in the container already, perhaps in other letter case or composition.
  case doppelterName(eintrag: String)
  /// An entry's content had another length than announced.
  case groesseFalsch(eintrag: String, erwartet: Int64, gelesen: Int64)
  /// The target at `pfad` cannot be written.
  case schreiben(pfad: String, grund: String)
  /// The target at `pfad` exists and must not be replaced.
  case zielVorhanden(pfad: String)

  /// A German sentence that names the file, the entry, the limit and a remedy.
  public var description: String {
    switch self {
    case .nichtLesbar(let pfad, let grund):
      "Die Datei »\(pfad)« ist nicht lesbar: \(grund). Prüfen Sie Pfad und Leserechte."
    case .keinZip(let pfad):
      """
      Die Datei »\(pfad)« ist keine ZIP-Datei oder ihr Ende fehlt. Übertragen Sie sie erneut.
      """
    case .beschaedigt(let pfad, let eintrag, let grund):
      """
      Der Container »\(pfad)« ist beschädigt\(Self.ort(eintrag)): \(grund). \
      Fordern Sie ihn erneut an.
      """
    case .grenze(let pfad, let eintrag, let grenze, let wert):
      """
      Der Container »\(pfad)« überschreitet die Grenze »\(grenze)«\(Self.ort(eintrag)): \(wert). \
      Wenn der Inhalt vertrauenswürdig ist, erhöhen Sie die Grenze.
      """
    case .verschluesselt(let pfad, let eintrag):
      """
      Der Eintrag »\(eintrag)« im Container »\(pfad)« ist verschlüsselt. \
      Fordern Sie den Container unverschlüsselt an.
      """
    case .nichtUnterstuetzt(let pfad, let eintrag, let grund):
      """
      Der Container »\(pfad)« ist nicht lesbar\(Self.ort(eintrag)): \(grund). \
      Packen Sie ihn als gewöhnliche ZIP-Datei neu.
      """
    case .unzulaessigerName(let eintrag, let grund):
      "Der Name »\(eintrag)« ist unzulässig: \(grund). Benennen Sie den Eintrag um."
    case .doppelterName(let eintrag):
      """
      Der Name »\(eintrag)« ist im Container schon vorhanden (Groß- und Kleinschreibung zählt \
      nicht). Benennen Sie einen der Einträge um.
      """
    case .groesseFalsch(let eintrag, let erwartet, let gelesen):
      """
      Der Eintrag »\(eintrag)« sollte \(erwartet) Byte haben, gelesen wurden \(gelesen). \
      Die Quelle hat sich beim Lesen geändert; wiederholen Sie den Vorgang.
      """
    case .schreiben(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund). \
      Prüfen Sie Speicherplatz und Schreibrechte; es blieb nichts Halbes zurück.
      """
    case .zielVorhanden(let pfad):
      "Das Ziel »\(pfad)« ist schon vorhanden. Wählen Sie ein anderes oder entfernen Sie es."
    }
  }

  private static func ort(_ eintrag: String?) -> String {
    eintrag.map { " (Eintrag »\($0)«)" } ?? ""
  }
}
