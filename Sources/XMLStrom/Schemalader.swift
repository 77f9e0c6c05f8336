// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc
internal import Synchronization

/// Compiles schemas with every file taken from one folder.
///
/// libxml2 knows only one loader of external files per process and gives it no context. So one
/// compilation runs at a time, ours is installed only meanwhile, and it serves only the compiling
/// thread; calls of other threads go to the loader that was installed before.
enum Schemalader {
  private struct Lauf {
    let thread: pthread_t
    let ordner: Schemaordner
    let vorheriger: xmlExternalEntityLoader?
    var verweigert: [String] = []
  }

  /// What libxml2 and the loader report while a schema is compiled.
  private final class Meldungen {
    var texte: [String] = []
  }

  private static let reihenfolge = Mutex<Void>(())
  private static let laufend = Mutex<Lauf?>(nil)

  static func uebersetze(datei: String, ordner: String) throws(XMLFehler) -> xmlSchemaPtr {
    let schemaordner = try Schemaordner(pfad: ordner)
    let adresse = try schemaordner.adresse(datei: datei)
    xmlInitParser()
    let meldungen = Meldungen()
    let (bits, verweigert) = reihenfolge.withLock { _ -> (UInt, [String]) in
      laufend.withLock {
        $0 = Lauf(
          thread: pthread_self(), ordner: schemaordner,
          vorheriger: xmlGetExternalEntityLoader())
      }
      xmlSetExternalEntityLoader { adresse, kennung, kontext in
        Schemalader.lade(adresse, kennung, kontext)
      }
      let schema = mitStillerAusgabe(meldungen) { uebersetze(adresse, $0) }
      let ende = laufend.withLock { lauf -> Lauf? in
        defer { lauf = nil }
        return lauf
      }
      xmlSetExternalEntityLoader(ende?.vorheriger)
      return (UInt(bitPattern: schema), ende?.verweigert ?? [])
    }
    let schema = xmlSchemaPtr(bitPattern: bits)
    if let schema, verweigert.isEmpty { return schema }
    if let schema { xmlSchemaFree(schema) }
    if !verweigert.isEmpty {
      throw .schema(
        "\(datei) verweist auf \(verweigert.joined(separator: ", ")); das liegt nicht im Ordner "
          + "\(schemaordner.pfad). Die Dateien und catalog.xml dort ergänzen.")
    }
    let texte = meldungen.texte.prefix(5).joined(separator: "; ")
    throw .schema("\(datei) lässt sich nicht übersetzen: \(texte). Den Schemaordner neu beziehen.")
  }

  private static func uebersetze(
    _ adresse: String, _ meldungen: UnsafeMutableRawPointer
  ) -> xmlSchemaPtr? {
    guard let kontext = xmlSchemaNewParserCtxt(adresse) else { return nil }
    defer { xmlSchemaFreeParserCtxt(kontext) }
    xmlSchemaSetParserStructuredErrors(
      kontext, { daten, fehler in Schemalader.merke(daten, fehler?.pointee) }, meldungen)
    return xmlSchemaParse(kontext)
  }

  /// Takes libxml2's messages of this thread, which it would print otherwise.
  private static func mitStillerAusgabe<R>(
    _ meldungen: Meldungen, _ body: (UnsafeMutableRawPointer) -> R
  ) -> R {
    let daten = Unmanaged.passUnretained(meldungen).toOpaque()
    let vorher = __xmlStructuredError().pointee
    let vorherDaten = __xmlStructuredErrorContext().pointee
    xmlSetStructuredErrorFunc(daten) { daten, fehler in
      Schemalader.merke(daten, fehler?.pointee)
    }
    defer { xmlSetStructuredErrorFunc(vorherDaten, vorher) }
    return withExtendedLifetime(meldungen) { body(daten) }
  }

  private static func merke(_ daten: UnsafeMutableRawPointer?, _ fehler: xmlError?) {
    guard let daten, let fehler, fehler.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let meldungen = Unmanaged<Meldungen>.fromOpaque(daten).takeUnretainedValue()
    guard meldungen.texte.count < 100 else { return }
    let datei = fehler.file.map { String(cString: $0) } ?? ""
    let ort =
      datei.hasPrefix(Schemaordner.schema)
      ? String(datei.dropFirst(Schemaordner.schema.count)) : datei
    meldungen.texte.append("\(ort) Zeile \(fehler.line): \(Parser.einzeilig(fehler.message))")
  }

  /// libxml2's request for a file, on any thread.
  private static func lade(
    _ adresse: UnsafePointer<CChar>?, _ kennung: UnsafePointer<CChar>?,
    _ kontext: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    let verweis = adresse.map { String(cString: $0) } ?? ""
    let eigener = laufend.withLock { lauf in
      lauf.map { pthread_equal($0.thread, pthread_self()) != 0 } ?? false
    }
    guard eigener else {
      // A compilation may have ended since libxml2 chose this loader: then the default is back.
      let fremder = laufend.withLock { $0?.vorheriger } ?? xmlGetExternalEntityLoader()
      return fremder?(adresse, kennung, kontext)
    }
    let ordner = laufend.withLock { $0?.ordner }
    if let ordner, let ziel = ordner.aufgeloest(verweis), let bytes = ordner.inhalt(ziel),
      let eingabe = eingabe(bytes, ziel, kontext)
    {
      return eingabe
    }
    laufend.withLock { $0?.verweigert.append(verweis) }
    return nil
  }

  private static func eingabe(
    _ bytes: [UInt8], _ adresse: String, _ kontext: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    let puffer = bytes.withUnsafeBytes {
      xmlParserInputBufferCreateMem(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count),
        XML_CHAR_ENCODING_NONE)
    }
    guard let puffer else { return nil }
    guard let eingabe = xmlNewIOInputStream(kontext, puffer, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(puffer)
      return nil
    }
    // libxml2 frees the name with its own allocator.
    let name = adresse.withCString { zeichen in
      zeichen.withMemoryRebound(to: UInt8.self, capacity: adresse.utf8.count + 1) { xmlStrdup($0) }
    }
    eingabe.pointee.filename = UnsafeRawPointer(name)?.assumingMemoryBound(to: CChar.self)
    return eingabe
  }
}
