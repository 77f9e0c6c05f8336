// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung

/// A catalogue on the disk.
enum Katalogdatei {
  /// All bytes of a file, but hardly more than the reader accepts.
  ///
  /// - Throws: ``Hinderung`` with the system's reason.
  static func bytes(_ pfad: String, hoechstens: Int) throws -> [UInt8] {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw fehler(pfad) }
    defer { close(fd) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= hoechstens {
      let n = read(fd, &block, block.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw fehler(pfad)
      }
      if n == 0 { break }
      bytes += block[..<n]
    }
    return bytes
  }

  /// Reads a catalogue; its version is the name of the file without the ending.
  static func lies(_ pfad: String, _ leser: Katalogleser) throws -> Katalogleser.Ergebnis {
    leser.lies(
      try bytes(pfad, hoechstens: leser.groessteDatei),
      version: URL(fileURLWithPath: pfad).deletingPathExtension().lastPathComponent,
      datei: URL(fileURLWithPath: pfad).lastPathComponent)
  }

  /// Reads a catalogue that shall be used.
  ///
  /// - Throws: ``Hinderung`` if it has an error, since an object could get the rule of another row.
  static func brauchbar(_ pfad: String) throws -> Aufbewahrungskatalog {
    let ergebnis = try lies(pfad, Katalogleser())
    guard ergebnis.istBrauchbar else {
      let anzahl = ergebnis.befunde.count { $0.schwere == .fehler }
      throw Hinderung(
        "Der Katalog »\(pfad.sichtbar)« hat \(anzahl.mal("Fehler", "Fehler")) und wird nicht "
          + "benutzt. »diva katalog pruefen« nennt Zeile und Abhilfe.")
    }
    return ergebnis.katalog
  }

  private static func fehler(_ pfad: String) -> Hinderung {
    let nummer = errno
    return Hinderung(
      "»\(pfad.sichtbar)« konnte nicht gelesen werden: \(systemgrund(nummer)). "
        + "Prüfen Sie Pfad und Leserechte.")
  }
}
