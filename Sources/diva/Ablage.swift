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

  /// Only a page that this program wrote may be replaced: never a container, a message, somebody's home
  /// page, or a questionnaire with answers in it.
  static func pruefeErsetzbar(_ pfad: String) throws {
    var angaben = stat()
    guard stat(pfad, &angaben) == 0 else { return }
    let istDatei = angaben.st_mode & S_IFMT == S_IFREG
    guard istDatei, angaben.st_size == 0 || istEigene(pfad) else {
      throw Hinderung(
        "»\(pfad.sichtbar)« gibt es schon, und es ist keine Seite, die dieses Programm neu schreiben darf; "
          + "es wird nicht überschrieben. Wählen Sie einen anderen Namen.")
    }
  }

  /// True for a report, and for a questionnaire that nobody has filled in.
  private static func istEigene(_ pfad: String) -> Bool {
    guard let datei = try? FileHandle(forReadingFrom: URL(fileURLWithPath: pfad)) else {
      return false
    }
    // The largest page is a questionnaire of 2 MB.
    let text = String(decoding: (try? datei.read(upToCount: 8 << 20)) ?? Data(), as: UTF8.self)
    if text.hasPrefix(.seitenanfang) { return true }
    return text.hasPrefix("<!DOCTYPE html>") && text.contains("<title>DiVA-Selbstcheck</title>")
      && text.contains(#"id="diva-antworten">null</script>"#)
  }

  private static func fehler(_ pfad: String, _ nummer: Int32) -> Hinderung {
    Hinderung(
      "»\(pfad.sichtbar)« konnte nicht geschrieben werden: "
        + "\(systemgrund(nummer)). Prüfen Sie Pfad, Speicherplatz und Schreibrechte.")
  }
}
