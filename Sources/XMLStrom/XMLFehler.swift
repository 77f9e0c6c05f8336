// SPDX-License-Identifier: Apache-2.0

/// Why XML could not be read, checked or written.
public enum XMLFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file `datei` cannot be opened or read; `grund` is the system's own message.
  case nichtLesbar(datei: String, grund: String)
  /// The text is not well-formed XML with namespaces at this place.
  case nichtWohlgeformt(zeile: Int, spalte: Int, grund: String)
  /// The text has a DOCTYPE; document types and entities are refused.
  case doctype(zeile: Int)
  /// The text is not UTF-8: another encoding is declared, or the bytes are not UTF-8.
  case kodierung(String, zeile: Int)
  /// The limit named by the text was exceeded; `wert` is the limit.
  case grenze(String, wert: Int, zeile: Int)
  /// The schema folder or a schema file in it is unusable.
  case schema(String)
  /// Bytes could not be written, or the writer was used out of order.
  case schreiben(String)
  /// A text holds a character (its Unicode number) that XML 1.0 cannot carry.
  case unzulaessigesZeichen(UInt32)

  /// The message for the user, in German, with a remedy.
  public var description: String {
    switch self {
    case .nichtLesbar(let datei, let grund):
      "\(datei) ist nicht lesbar: \(grund). Pfad und Leserechte prüfen."
    case .nichtWohlgeformt(let zeile, let spalte, let grund):
      "Zeile \(zeile), Spalte \(spalte): kein wohlgeformtes XML: \(grund). "
        + "Die Datei beim Absender neu anfordern."
    case .doctype(let zeile):
      "Zeile \(zeile): DOCTYPE ist nicht erlaubt. Die Datei ohne DOCTYPE und Entitäten neu erzeugen."
    case .kodierung(let kodierung, let zeile):
      "Zeile \(zeile): Zeichenkodierung \(kodierung) wird nicht gelesen. "
        + "Die Datei als UTF-8 speichern."
    case .grenze(let grenze, let wert, let zeile):
      "Zeile \(zeile): Grenze überschritten: \(grenze), höchstens \(wert). "
        + "Die Datei prüfen oder die Grenze bewusst erhöhen."
    case .schema(let text):
      "Schema nicht verwendbar: \(text)"
    case .schreiben(let text):
      "Schreiben gescheitert: \(text)"
    case .unzulaessigesZeichen(let zeichen):
      "Das Zeichen U+\(Self.hex(zeichen)) ist in XML nicht darstellbar. "
        + "Das Zeichen aus dem Text entfernen."
    }
  }

  private static func hex(_ zahl: UInt32) -> String {
    let ziffern = String(zahl, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - ziffern.count)) + ziffern
  }
}
