// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where the parts of a store lie in its folder.
struct Speicherordner {
  /// The folder, without a slash at the end.
  let pfad: String

  init(_ pfad: String) {
    var pfad = pfad
    while pfad.utf8.count > 1, pfad.hasSuffix("/") { pfad.removeLast() }
    self.pfad = pfad
  }

  /// The database.
  var datenbank: String { pfad + "/speicher.sqlite" }
  /// The files under their addresses.
  var dateien: String { pfad + "/dateien" }
  /// Files being written.
  var unterwegs: String { pfad + "/unterwegs" }
  /// The file that the one writer locks.
  var sperre: String { pfad + "/sperre" }
  /// What people read who find the folder.
  var erklaerung: String { pfad + "/SPEICHER.txt" }
  /// The deletion ledger unless another place is named: beside the store, since it must outlive
  /// the restoring of a backup (FAKTEN 2.5).
  var loeschbuch: String { pfad + ".loeschbuch" }

  /// Makes sure that the folder, there or not, lies in no store; links are followed.
  ///
  /// - Throws: ``SpeicherFehler/imSpeicher(pfad:speicher:)``.
  func verlangeAusserhalb() throws(SpeicherFehler) {
    var teile = pfad.split(separator: "/", omittingEmptySubsequences: false)
    teile.removeLast()
    let eltern = teile.isEmpty ? "." : teile.joined(separator: "/") + "/"
    guard let c = realpath(eltern, nil) else { return }  // whoever makes the folder will say so
    defer { free(c) }
    var hier = String(cString: c)
    while hier != "/", !hier.isEmpty {
      let ort = Speicherordner(hier)
      if access(ort.datenbank, F_OK) == 0, access(ort.dateien, F_OK) == 0 {
        throw .imSpeicher(pfad: pfad, speicher: hier)
      }
      let stelle = hier.lastIndex(of: "/") ?? hier.startIndex
      hier = stelle == hier.startIndex ? "/" : String(hier[..<stelle])
    }
  }

  /// The text of `SPEICHER.txt`.
  static let erklaerungstext = """
    Dieser Ordner ist ein Aktenspeicher der DiVA Toolbox.

    Bitte ändern, verschieben, umbenennen oder löschen Sie hier nichts von Hand.
    Der Speicher würde dadurch unvollständig, und das fällt bei der nächsten Prüfung auf.

    speicher.sqlite   Akten, Vorgänge, Dokumente, Fristen und das Protokoll (eine SQLite-Datenbank)
    dateien/          die Dateien, jede unter der SHA-256-Prüfsumme ihres Inhalts
    unterwegs/        Dateien, die gerade geschrieben werden
    sperre            verhindert, dass zwei Programme zugleich schreiben

    Sichern Sie den Speicher mit der Sicherungsfunktion des Programms. Eine einfache Kopie dieses
    Ordners ist nur dann brauchbar, wenn gerade kein Programm darin schreibt.
    Neben dem Ordner liegt das Löschbuch. Heben Sie es getrennt von den Sicherungen auf: Nach einer
    Wiederherstellung sagt es, was bereits gelöscht war.

    """
}
