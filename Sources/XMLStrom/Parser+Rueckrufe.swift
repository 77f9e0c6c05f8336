// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2

/// The C callbacks. None of them captures anything; the first argument is the ``Aufzeichnung``.
extension Parser {
  static func rueckrufe() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { daten, lokal, praefix, uri, nsAnzahl, ns, anzahl, _, attribute in
      guard let daten, let lokal else { return }
      daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.beginne(
        lokal, praefix, uri, Int(nsAnzahl), ns, Int(anzahl), attribute)
    }
    handler.endElementNs = { daten, lokal, praefix, _ in
      guard let daten, let lokal else { return }
      daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.beende(lokal, praefix)
    }
    handler.characters = { daten, zeichen, anzahl in
      guard let daten, let zeichen else { return }
      daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.text(zeichen, Int(anzahl))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.comment = { daten, inhalt in
      guard let daten, let inhalt else { return }
      daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.kommentar(inhalt)
    }
    handler.processingInstruction = { daten, ziel, inhalt in
      guard let daten, let ziel else { return }
      daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.anweisung(ziel, inhalt)
    }
    handler.internalSubset = { daten, _, _, _ in
      guard let zustand = daten?.assumingMemoryBound(to: Aufzeichnung.self) else { return }
      zustand.pointee.stoppe(.doctype(zeile: zustand.pointee.zeile))
    }
    return handler
  }

  /// Takes an error of the parser; it may be called in the middle of libxml2's work.
  static func melde(_ fehler: xmlError?) {
    guard let fehler, fehler.level.rawValue >= XML_ERR_ERROR.rawValue, let kontext = fehler.ctxt,
      let daten = kontext.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
    else { return }
    let zustand = daten.assumingMemoryBound(to: Aufzeichnung.self)
    if zustand.pointee.gestoppt { return }
    zustand.pointee.fehlercode = UInt32(bitPattern: fehler.code)
    let eingabe = kontext.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input?.pointee
    zustand.pointee.stoppe(uebersetze(fehler, eingabe))
  }

  /// True if the code says that the input ended, or went on, where it should not.
  static func istEndfehler(_ code: UInt32) -> Bool {
    code == XML_ERR_DOCUMENT_EMPTY.rawValue || code == XML_ERR_DOCUMENT_END.rawValue
      || code == XML_ERR_TAG_NOT_FINISHED.rawValue
  }

  private static func uebersetze(_ fehler: xmlError, _ eingabe: xmlParserInput?) -> XMLFehler {
    let zeile = Int(fehler.line)
    let meldung = einzeilig(fehler.message)
    let code = UInt32(bitPattern: fehler.code)
    // libxml2 reports bad bytes under several codes.
    if code == XML_ERR_INVALID_ENCODING.rawValue || meldung.hasPrefix("Input is not proper UTF-8")
      || eingabe.map({ istUngueltigesUTF8($0.cur, $0.end) }) == true
    {
      return .kodierung("mit ungültigen UTF-8-Bytes", zeile: zeile)
    }
    return .nichtWohlgeformt(zeile: zeile, spalte: Int(fehler.int2), grund: meldung)
  }

  /// True if the bytes begin with what cannot be a UTF-8 character, whatever follows.
  private static func istUngueltigesUTF8(
    _ start: UnsafePointer<UInt8>?, _ ende: UnsafePointer<UInt8>?
  ) -> Bool {
    guard let start, let ende, start < ende, start[0] >= 0x80 else { return false }
    let laenge: Int
    switch start[0] {
    case 0xC2...0xDF: laenge = 2
    case 0xE0...0xEF: laenge = 3
    case 0xF0...0xF4: laenge = 4
    default: return true
    }
    return (1..<min(laenge, ende - start)).contains { start[$0] & 0xC0 != 0x80 }
  }

  /// A message of libxml2 as one trimmed line.
  static func einzeilig(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "" }
    return String(cString: text).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
