// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// A list of objects that somebody wants to delete: one UUID in each line.
enum Loeschliste {
  /// The most bytes that a list may have: about a million objects.
  private static let groesste = 40_000_000

  /// Reads a list; empty lines and lines with `#` at the beginning are left out.
  ///
  /// - Throws: ``Hinderung`` if the file cannot be read, is too long or has a line that is no UUID.
  static func lies(_ pfad: String) throws -> [ObjektID] {
    let bytes = try Katalogdatei.bytes(pfad, hoechstens: groesste)
    if bytes.count > groesste {
      throw Hinderung(
        "»\(pfad.sichtbar)« ist länger als 40 MB. Teilen Sie die Liste auf mehrere Aufrufe auf.")
    }
    var ids: [ObjektID] = []
    let zeilen = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (i, zeile) in zeilen.enumerated() {
      let text = String(decoding: zeile, as: UTF8.self).filter {
        !$0.isWhitespace && $0 != "\u{FEFF}"
      }
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let id = ObjektID(text) else {
        throw Hinderung(
          "»\(pfad.sichtbar)« Zeile \(i + 1): »\(String(text.prefix(80)).sichtbar)« ist keine UUID. "
            + "Schreiben Sie in jede Zeile genau eine, zum Beispiel "
            + "9fde4e7a-b41b-11ec-9225-005056871b7c.")
      }
      ids.append(id)
    }
    return ids
  }
}
