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
    zustand.pointee.stoppe(uebersetze(fehler))
  }

  private static func uebersetze(_ fehler: xmlError) -> XMLFehler {
    let zeile = Int(fehler.line)
    let meldung = einzeilig(fehler.message)
    switch UInt32(bitPattern: fehler.code) {
    case XML_ERR_INVALID_ENCODING.rawValue:
      return .kodierung("mit ungültigen UTF-8-Bytes", zeile: zeile)
    case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue:
      return .kodierung(meldung, zeile: zeile)
    case XML_ERR_DOCUMENT_EMPTY.rawValue, XML_ERR_DOCUMENT_END.rawValue,
      XML_ERR_TAG_NOT_FINISHED.rawValue:
      return .nichtWohlgeformt(
        zeile: zeile, spalte: Int(fehler.int2), grund: "das Dokument endet vorzeitig (\(meldung))")
    default:
      return .nichtWohlgeformt(zeile: zeile, spalte: Int(fehler.int2), grund: meldung)
    }
  }

  /// A message of libxml2 as one trimmed line.
  static func einzeilig(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "" }
    return String(cString: text).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
