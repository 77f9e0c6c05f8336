// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Pruefsummen
internal import Pruefung
internal import Xdomea

/// Writes files that appear only when they are complete.
enum Ablage {
  /// Writes a text under a temporary name, brings it to the disk and gives it its name.
  ///
  /// - Throws: ``Hinderung`` with the system's reason; nothing is left at the target then.
  static func schreibe(_ text: String, nach pfad: String) throws {
    let ziel = URL(fileURLWithPath: pfad)
    try pruefeErsetzbar(pfad)
    let teil = ziel.deletingLastPathComponent()
      .appendingPathComponent(".\(UUID().uuidString).teil").path
    let fd = open(teil, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard fd >= 0 else { throw fehler(pfad, errno) }
    let datei = FileHandle(fileDescriptor: fd, closeOnDealloc: true)
    do {
      try datei.write(contentsOf: Data(text.utf8))
      guard fsync(fd) == 0, rename(teil, ziel.path) == 0 else { throw fehler(pfad, errno) }
    } catch {
      let nummer = errno
      unlink(teil)
      throw error is Hinderung ? error : fehler(pfad, nummer)
    }
  }

  /// Only an HTML page may be replaced: never a container, a message or somebody's letter.
  static func pruefeErsetzbar(_ pfad: String) throws {
    var angaben = stat()
    guard stat(pfad, &angaben) == 0 else { return }
    let istDatei = angaben.st_mode & S_IFMT == S_IFREG
    let anfang =
      istDatei
      ? try? FileHandle(forReadingFrom: URL(fileURLWithPath: pfad)).read(upToCount: 15) : nil
    let html = String(decoding: anfang ?? Data(), as: UTF8.self).lowercased() == "<!doctype html>"
    guard istDatei, html || angaben.st_size == 0 else {
      throw Hinderung(
        "»\(pfad.sichtbar)« gibt es schon und ist kein Bericht; es wird nicht überschrieben. "
          + "Wählen Sie einen anderen Namen.")
    }
  }

  private static func fehler(_ pfad: String, _ nummer: Int32) -> Hinderung {
    Hinderung(
      "»\(pfad.sichtbar)« konnte nicht geschrieben werden: "
        + "\(systemgrund(nummer)). Prüfen Sie Pfad, Speicherplatz und Schreibrechte.")
  }
}
