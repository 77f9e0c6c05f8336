// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The first bytes of a database file, looked at before SQLite opens it: opening for writing would
/// change a file that is not ours, or make an emptied one look like a new one.
enum Datenbankkopf {
  private static let laenge = 100
  private static let zeichen = Array("SQLite format 3\0".utf8)

  /// Makes sure that the file can be the database of a store, without changing anything.
  ///
  /// - Throws: ``SpeicherFehler/datenbankLeer(pfad:)``, ``SpeicherFehler/beschaedigt(pfad:grund:)``,
  ///   ``SpeicherFehler/keinSpeicher(ordner:grund:)``, ``SpeicherFehler/nichtLesbar(pfad:grund:)``.
  static func pruefe(_ ort: Speicherordner) throws(SpeicherFehler) {
    let fd = open(ort.datenbank, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else {
      let nummer = errno
      guard nummer == ENOENT || nummer == ENOTDIR else { throw .lesen(ort.datenbank, nummer) }
      guard !hatErklaerung(ort) else {
        throw .beschaedigt(pfad: ort.datenbank, grund: "die Datei fehlt")
      }
      throw .keinSpeicher(ordner: ort.pfad, grund: "die Datei speicher.sqlite fehlt")
    }
    defer { close(fd) }
    var kopf = [UInt8](repeating: 0, count: laenge)
    let gelesen = kopf.withUnsafeMutableBytes { pread(fd, $0.baseAddress, $0.count, 0) }
    guard gelesen >= 0 else { throw .lesen(ort.datenbank, errno) }
    guard gelesen > 0 else { throw .datenbankLeer(pfad: ort.datenbank) }
    guard kopf.starts(with: zeichen), gelesen == laenge else {
      throw .beschaedigt(
        pfad: ort.datenbank,
        grund: "ihr Anfang ist nicht der einer SQLite-Datenbank (Byte 0 bis 99)")
    }
    // Where an application may put a number of its own (SQLite, Database File Format, 1.3.16).
    let kennung = kopf[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard kennung == Schema.kennung else {
      guard !hatErklaerung(ort) else {
        throw .beschaedigt(
          pfad: ort.datenbank,
          grund: "ihr Kopf nennt ein anderes Programm (Byte 68 bis 71), der Ordner aber ist ein "
            + "Aktenspeicher")
      }
      throw .keinSpeicher(
        ordner: ort.pfad, grund: "die Datei speicher.sqlite gehört zu einem anderen Programm")
    }
  }

  /// Whether the folder says of itself that it is a store.
  private static func hatErklaerung(_ ort: Speicherordner) -> Bool {
    access(ort.erklaerung, F_OK) == 0
  }
}
