// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Behaelter
internal import Pruefsummen

/// Why a package for the archive could not be written or opened.
///
/// A faulty package is no error but a report with findings.
@nonexhaustive
public enum UebergabeFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// A name that must not stand in a package.
  case unzulaessigerName(name: String, grund: String)
  /// A name that the package has already, perhaps in another composition of its umlauts.
  case doppelterName(name: String, mit: String)
  /// An algorithm that is only read, never written.
  case verfahrenUnzulaessig(Hashverfahren)
  /// No algorithm was chosen.
  case verfahrenFehlt
  /// An entry for `bag-info.txt` that cannot stand there.
  case unzulaessigeAngabe(bezeichnung: String, grund: String)
  /// A DIMAG package lacks something that it must have.
  case dimagangabeFehlt(String)
  /// What shall stand before the names of DIMAG packages is no path relative to the SFTP root.
  case importpfadUnzulaessig(pfad: String, grund: String)
  /// An E-ARK SIP lacks something that it must have.
  case earkangabeFehlt(String)
  /// The package at `pfad` cannot be opened.
  case nichtLesbar(pfad: String, grund: String)
  /// The target at `pfad` cannot be written.
  case schreiben(pfad: String, grund: String)
  /// The container that holds the package, a source file or the target caused this.
  case behaelter(BehaelterFehler)

  /// A German sentence that names the thing and a remedy.
  public var description: String {
    switch self {
    case .unzulaessigerName(let name, let grund):
      "Der Name »\(name)« ist im Paket unzulässig: \(grund). Benennen Sie die Datei um."
    case .doppelterName(let name, let mit):
      """
      Der Name »\(name)« ist im Paket schon vergeben (»\(mit)«; zusammengesetzte und zerlegte \
      Umlaute zählen als gleich). Benennen Sie eine der Dateien um.
      """
    case .verfahrenUnzulaessig(let verfahren):
      "\(verfahren.rawValue) wird nur gelesen. Wählen Sie SHA-256 oder SHA-512."
    case .verfahrenFehlt:
      "Ein Paket braucht wenigstens ein Prüfsummenverfahren. Wählen Sie SHA-512."
    case .unzulaessigeAngabe(let bezeichnung, let grund):
      "Die Angabe »\(bezeichnung)« kann nicht in bag-info.txt stehen: \(grund)."
    case .dimagangabeFehlt(let was):
      "Einem DIMAG-Paket fehlt die Angabe »\(was)«. Bitte ergänzen Sie sie."
    case .importpfadUnzulaessig(let pfad, let grund):
      "Der Importpfad »\(pfad)« ist unzulässig: \(grund). Er gilt ab dem Wurzelordner des SFTP-Zugangs, "
        + "zum Beispiel »Import/«."
    case .earkangabeFehlt(let was):
      "Einem Paket nach E-ARK fehlt: \(was). Bitte ergänzen Sie die Angabe."
    case .nichtLesbar(let pfad, let grund):
      "Das Paket »\(pfad)« ist nicht lesbar: \(grund). Prüfen Sie Pfad und Leserechte."
    case .schreiben(let pfad, let grund):
      """
      »\(pfad)« konnte nicht geschrieben werden: \(grund). \
      Prüfen Sie Speicherplatz und Schreibrechte; unter diesem Namen steht nichts Halbes.
      """
    case .behaelter(let fehler): fehler.description
    }
  }
}

extension UebergabeFehler {
  /// The finding about a package that cannot be opened.
  ///
  /// - Returns: The rule and what was found.
  /// - Throws: Itself if there is nothing to judge.
  func alsBefund() throws(UebergabeFehler) -> (regel: String, meldung: String) {
    guard case .behaelter(let fehler) = self else { throw self }
    return switch fehler {
    case .nichtLesbar: throw self
    case .grenze: ("GRENZE", fehler.description)
    default: ("ARCHIV-BESCHAEDIGT", fehler.description)
    }
  }

  /// The rule about a file in a package that cannot be read: damage is a fault of the package, anything
  /// else leaves it unjudged.
  var dateiregel: String {
    if case .behaelter(.beschaedigt) = self { "ARCHIV-BESCHAEDIGT" } else { "NICHT-LESBAR" }
  }
}
