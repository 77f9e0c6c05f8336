// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// libxml2's push parser with our callbacks, and the schema validator plugged between them.
///
/// Everything that does not depend on the kind of source, so that it is compiled once.
final class Parser {
  let zustand: UnsafeMutablePointer<Aufzeichnung>
  private var kontext: xmlParserCtxtPtr?
  private var pruefung: Schemapruefung?
  private var band: Band
  private var ersatzband: Band?
  private var gelieferte = 0
  private(set) var zuEnde = false
  /// The first bytes until the XML declaration is complete, nil after it was checked.
  private var kopf: [UInt8]? = []

  init(tafel: Namenstafel, optionen: Leseroptionen) throws(XMLFehler) {
    xmlInitParser()
    let band = Band(namen: Namensliste())
    self.band = band
    zustand = .allocate(capacity: 1)
    zustand.initialize(to: Aufzeichnung(tafel: tafel, optionen: optionen, band: band))
    var handler = Self.rueckrufe()
    if let schema = optionen.schema {
      pruefung = Schemapruefung(schema, handler: handler, zustand: zustand)
      guard let pruefung else { throw .schema("Die Prüfung ließ sich nicht einrichten.") }
      kontext = xmlCreatePushParserCtxt(pruefung.handler, pruefung.daten, nil, 0, nil)
    } else {
      kontext = xmlCreatePushParserCtxt(&handler, zustand, nil, 0, nil)
    }
    guard let kontext else { throw .nichtLesbar(datei: "XML", grund: systemtext(ENOMEM)) }
    // No HUGE (it switches libxml2's own limits off), no DTDLOAD, no NOENT. The declared encoding is
    // checked in Kopfpruefung, so that libxml2 never converts anything.
    xmlCtxtUseOptions(
      kontext, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    kontext.pointee._private = UnsafeMutableRawPointer(zustand)
    kontext.pointee.sax.pointee.serror = { _, fehler in Parser.melde(fehler?.pointee) }
    zustand.pointee.kontext = kontext
  }

  deinit {
    pruefung?.trenne()
    if let kontext { xmlFreeParserCtxt(kontext) }
    band.speicher = zustand.pointee.speicher
    zustand.pointee.freigeben()
    zustand.deinitialize(count: 1)
    zustand.deallocate()
  }

  // MARK: Feeding

  /// Parses the next bytes; an error is kept until the subtrees before it have been taken.
  func fuettere(_ bytes: UnsafeRawBufferPointer) {
    if zuEnde { return }
    guard var angefangen = kopf else { return zerlege(bytes) }
    angefangen.append(contentsOf: bytes)
    kopf = angefangen
    pruefeKopf(beendet: false)
  }

  /// Ends the document.
  func schliesse() {
    if zuEnde { return }
    if kopf != nil { pruefeKopf(beendet: true) }
    zuEnde = true
    if zustand.pointee.gestoppt { return }
    let letzteZeile = zustand.pointee.zeile + offeneZeilenenden()
    xmlParseChunk(kontext, nil, 0, 1)
    uebergib()
    let unvollstaendig = zustand.pointee.tiefe != 0 || zustand.pointee.wurzel == nil
    if zustand.pointee.gestoppt {
      guard unvollstaendig, Self.istEndfehler(zustand.pointee.fehlercode) || istAmEnde else {
        return
      }
      zustand.pointee.fehler = nil
    } else if kontext?.pointee.wellFormed != 0 && !unvollstaendig {
      return
    }
    zustand.pointee.stoppe(
      .nichtWohlgeformt(zeile: letzteZeile, spalte: 1, grund: "das Dokument endet vorzeitig"))
  }

  /// True if libxml2 found the text malformed only because nothing follows.
  private var istAmEnde: Bool {
    guard case .nichtWohlgeformt? = zustand.pointee.fehler,
      let eingabe = kontext?.pointee.input?.pointee, let stelle = eingabe.cur,
      let ende = eingabe.end
    else { return false }
    return stelle >= ende
  }

  /// How many line ends libxml2 holds back because a unit is not complete.
  private func offeneZeilenenden() -> Int {
    guard let eingabe = kontext?.pointee.input?.pointee, let start = eingabe.cur,
      let ende = eingabe.end, start < ende
    else { return 0 }
    return UnsafeBufferPointer(start: start, count: ende - start).count { $0 == 0x0A }
  }

  private func pruefeKopf(beendet: Bool) {
    guard let angefangen = kopf else { return }
    switch Kopfpruefung.pruefe(angefangen, beendet: beendet) {
    case .unklar: return
    case .fremd(let kodierung):
      kopf = nil
      zustand.pointee.stoppe(.kodierung(kodierung, zeile: 1))
      zuEnde = true
    case .utf8:
      kopf = nil
      angefangen.withUnsafeBytes { zerlege($0) }
    }
  }

  private func zerlege(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    bereite()
    var menge = bytes.count
    // libxml2 takes a NUL for the end of its buffer.
    let null = memchr(start, 0, menge)
    if let null { menge = UnsafeRawPointer(null) - start }
    var rest = start.assumingMemoryBound(to: CChar.self)
    while menge > 0 && !zustand.pointee.gestoppt {
      let stueck = min(menge, 1 << 20)
      xmlParseChunk(kontext, rest, Int32(stueck), 0)
      rest += stueck
      menge -= stueck
    }
    if null != nil {
      zustand.pointee.stoppe(
        .nichtWohlgeformt(
          zeile: zustand.pointee.zeile, spalte: Int(kontext?.pointee.input?.pointee.col ?? 1),
          grund: "Byte 0 im Text"))
    }
    if let eingabe = kontext?.pointee.input?.pointee, let cur = eingabe.cur, let ende = eingabe.end,
      ende - cur > zustand.pointee.grenzen.marke
    {
      zustand.pointee.stoppe(
        grenze: "Länge einer Marke in Byte", zustand.pointee.grenzen.marke)
    }
    uebergib()
    if zustand.pointee.gestoppt { zuEnde = true }
  }

  // MARK: Subtrees

  /// The next finished subtree of the chunks fed so far.
  func naechsterTeilbaum() -> Teilbaum? {
    guard gelieferte < zustand.pointee.fertige.count else { return nil }
    let fertig = zustand.pointee.fertige[gelieferte]
    gelieferte += 1
    return Teilbaum(band, ab: fertig.marke, anzahl: fertig.anzahl)
  }

  private func uebergib() { band.speicher = zustand.pointee.speicher }

  /// Frees the place of the delivered subtrees, or goes on in another band while one is still held.
  ///
  /// Only the unfinished subtree is moved, which began in the last chunk.
  private func bereite() {
    guard !zustand.pointee.fertige.isEmpty else { return }
    zustand.pointee.fertige.removeAll(keepingCapacity: true)
    gelieferte = 0
    let marke = zustand.pointee.marke
    if isKnownUniquelyReferenced(&band) {
      zustand.pointee.speicher.kuerze(vor: marke)
    } else {
      let alt = band
      var neu = ersatzband ?? Band(namen: alt.namen)
      ersatzband = nil
      if !isKnownUniquelyReferenced(&neu) { neu = Band(namen: alt.namen) }
      neu.speicher.uebernimm(alt.speicher, ab: marke)
      zustand.pointee.speicher = neu.speicher
      band = neu
      ersatzband = alt
    }
    zustand.pointee.textStart -= marke.bytes
    zustand.pointee.marke = Marke()
    uebergib()
  }
}
