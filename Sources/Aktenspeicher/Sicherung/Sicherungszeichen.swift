// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The file that makes a folder a backup: only a folder that has it is ever overwritten.
///
/// It names the store that was backed up. Opening the folder for writing removes it, because from
/// then on the folder is a store of its own.
enum Sicherungszeichen {
  private static let vorspann = "Dies ist eine Sicherung des Aktenspeichers "

  private static func pfad(_ ort: Speicherordner) -> String { ort.pfad + "/SICHERUNG.txt" }

  /// Marks the folder as a backup of the store with this name.
  static func setze(_ ort: Speicherordner, kennung: String) throws(SpeicherFehler) {
    try Kleindatei.schreibe(pfad(ort), text(kennung))
  }

  private static func text(_ kennung: String) -> String {
    """
    \(vorspann)\(kennung)

    Zum Wiederherstellen kopieren Sie den Ordner und öffnen die Kopie mit dem Programm.
    Danach verschwindet diese Datei, und der Ordner wird nicht mehr als Sicherung überschrieben.

    """
  }

  /// Whether the folder is a backup of the store with this name.
  static func gilt(_ ort: Speicherordner, kennung: String) -> Bool {
    guard let datei = try? Lesedatei(pfad(ort)) else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    guard let n = bytes.withUnsafeMutableBytes({ try? datei.lies($0) }) else { return false }
    return Array(bytes[..<n]) == Array(text(kennung).utf8)
  }

  /// Removes the mark.
  static func entferne(_ ort: Speicherordner) throws(SpeicherFehler) {
    guard unlink(pfad(ort)) == 0 || errno == ENOENT else { throw .schreiben(pfad(ort), errno) }
  }
}
