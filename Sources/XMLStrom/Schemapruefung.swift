// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2

/// One validation run: libxml2's validator between the parser and our callbacks.
final class Schemapruefung {
  private let schema: XMLSchema
  private let pruefkontext: xmlSchemaValidCtxtPtr
  private let stecker: xmlSchemaSAXPlugPtr
  private let eigener: UnsafeMutablePointer<xmlSAXHandler>
  // libxml2 keeps the addresses of these two until it is unplugged.
  private let handlerzelle: UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>
  private let datenzelle: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private var getrennt = false

  var handler: UnsafeMutablePointer<xmlSAXHandler>? { handlerzelle.pointee }
  var daten: UnsafeMutableRawPointer? { datenzelle.pointee }

  init?(
    _ schema: XMLSchema, handler: xmlSAXHandler, zustand: UnsafeMutablePointer<Aufzeichnung>
  ) {
    guard let kontext = xmlSchemaNewValidCtxt(schema.zeiger) else { return nil }
    xmlSchemaSetValidStructuredErrors(
      kontext,
      { daten, fehler in
        guard let daten, let fehler = fehler?.pointee else { return }
        daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.merke(schemafehler: fehler)
      }, zustand)
    xmlSchemaValidateSetLocator(
      kontext,
      { daten, datei, zeile in
        guard let daten else { return -1 }
        datei?.pointee = nil
        zeile?.pointee = UInt(daten.assumingMemoryBound(to: Aufzeichnung.self).pointee.zeile)
        return 0
      }, zustand)
    eigener = .allocate(capacity: 1)
    eigener.initialize(to: handler)
    handlerzelle = .allocate(capacity: 1)
    handlerzelle.initialize(to: eigener)
    datenzelle = .allocate(capacity: 1)
    datenzelle.initialize(to: UnsafeMutableRawPointer(zustand))
    guard let stecker = xmlSchemaSAXPlug(kontext, handlerzelle, datenzelle) else {
      xmlSchemaFreeValidCtxt(kontext)
      eigener.deallocate()
      handlerzelle.deallocate()
      datenzelle.deallocate()
      return nil
    }
    self.schema = schema
    pruefkontext = kontext
    self.stecker = stecker
  }

  /// Unplugs the validator; must be called while the ``Aufzeichnung`` is alive.
  func trenne() {
    if getrennt { return }
    getrennt = true
    xmlSchemaSAXUnplug(stecker)
  }

  deinit {
    trenne()
    xmlSchemaFreeValidCtxt(pruefkontext)
    eigener.deallocate()
    handlerzelle.deallocate()
    datenzelle.deallocate()
  }
}

extension Aufzeichnung {
  mutating func merke(schemafehler fehler: xmlError) {
    if gestoppt { return }
    guard self.schemafehler.count < maxSchemafehler else {
      weitereSchemafehler += 1
      return
    }
    let zeile = fehler.line > 0 ? Int(fehler.line) : self.zeile
    self.schemafehler.append(
      Schemafehler(zeile: zeile, code: fehler.code, text: Parser.einzeilig(fehler.message)))
  }
}
