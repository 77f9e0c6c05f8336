// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

typealias Zeichenkette = UnsafePointer<UInt8>
typealias Attributfeld = UnsafeMutablePointer<Zeichenkette?>

/// The state behind libxml2's callbacks: what is open, and what was recorded.
///
/// It lives behind a raw pointer, so that the callbacks pay neither for reference counting nor for
/// exclusivity checks. ``Parser`` owns it and calls ``freigeben()``.
struct Aufzeichnung {
  struct Namensraum {
    let praefix: Zeichenkette?
    let uri: Zeichenkette?
    let tiefe: Int
  }

  struct Fertig {
    let marke: Marke
    let anzahl: Int
  }

  // Hot: touched by every event.
  var kontext: xmlParserCtxtPtr?
  var gestoppt = false
  /// The innermost open recorded element has no child element so far.
  var istBlatt = false
  var tiefe = 0
  /// The depth of the raw element that is open, 0 if none is.
  var rohtiefe = 0
  var textStart = 0
  var speicher: Speicher
  var marke = Marke()
  /// For each depth the index of the open element, relative to its subtree.
  private let stapel: UnsafeMutablePointer<UInt32>
  private var verzeichnis = Namensverzeichnis()
  private var uriVerzeichnis = Namensverzeichnis()
  private let rohcodes: UnsafeMutablePointer<Bool>
  private let stueckcodes: Set<UInt16>
  /// The open element at the depth of the cut may be delivered in pieces.
  private var stueckelt = false

  let schnitttiefe: Int
  /// Elements above the cut are delivered, too, without their content.
  private let mitRahmen: Bool
  let grenzen: XMLGrenzen
  let tafel: Namenstafel
  let namen: Namensliste

  var namensraeume: [Namensraum] = []
  /// The declarations written so far in the open raw element.
  var rohNamensraeume: [Namensraum] = []
  /// A start tag of the raw text still lacks its `>`.
  var rohTagOffen = false

  var fehler: XMLFehler?
  /// libxml2's number of that error, 0 for one of our own.
  var fehlercode: UInt32 = 0
  var wurzel: Wurzel?
  var fertige: [Fertig] = []
  var mischtextAusserhalb = false
  var schemafehler: [Schemafehler] = []
  var weitereSchemafehler = 0
  let maxSchemafehler: Int

  init(tafel: Namenstafel, optionen: Leseroptionen, band: Band) {
    self.tafel = tafel
    var grenzen = optionen.grenzen
    grenzen.tiefe = min(max(grenzen.tiefe, 1), 65_535)
    grenzen.namen = min(grenzen.namen, 65_000)
    grenzen.attribute = min(grenzen.attribute, 65_535)
    grenzen.teilbaum = min(grenzen.teilbaum, Int(UInt32.max))
    self.grenzen = grenzen
    schnitttiefe = max(optionen.schnitttiefe, 1)
    mitRahmen = optionen.mitRahmen
    maxSchemafehler = optionen.maxSchemafehler
    namen = band.namen
    speicher = band.speicher
    stapel = .allocate(capacity: grenzen.tiefe + 2)
    stapel.initialize(repeating: 0, count: grenzen.tiefe + 2)
    rohcodes = .allocate(capacity: tafel.anzahl + 1)
    rohcodes.initialize(repeating: false, count: tafel.anzahl + 1)
    stueckcodes = optionen.stueckelemente
    for code in optionen.rohelemente where code <= tafel.anzahl { rohcodes[Int(code)] = true }
  }

  /// Releases all but the blocks, which belong to the band.
  func freigeben() {
    stapel.deallocate()
    rohcodes.deallocate()
    verzeichnis.freigeben()
    uriVerzeichnis.freigeben()
  }

  var zeile: Int { Int(kontext?.pointee.input?.pointee.line ?? 0) }

  /// Keeps the first error; libxml2 then goes through the rest of the chunk without callbacks.
  @inline(never)
  mutating func stoppe(_ grund: XMLFehler) {
    if fehler == nil { fehler = grund }
    gestoppt = true
    kontext?.pointee.disableSAX = 1
  }

  @inline(never)
  mutating func stoppe(grenze: String, _ wert: Int) {
    stoppe(.grenze(grenze, wert: wert, zeile: zeile))
  }

  // MARK: Names

  /// Position in the list of names (high half) and code (low half) of a name.
  @inline(__always)
  mutating func namensnummer(_ name: Zeichenkette) -> UInt32 {
    let nummer = verzeichnis.finde(name)
    return nummer != .max ? nummer : neuerName(name)
  }

  @inline(never)
  private mutating func neuerName(_ name: Zeichenkette) -> UInt32 {
    guard pruefeNamenszahl() else { return 0 }
    let text = String(cString: name)
    let nummer = UInt32(namen.namen.count) << 16 | UInt32(tafel.code(text))
    namen.namen.append(text)
    verzeichnis.setze(name, nummer)
    return nummer
  }

  @inline(__always)
  mutating func namensraumcode(_ uri: Zeichenkette?) -> UInt8 {
    guard let uri else { return 0 }
    let code = uriVerzeichnis.finde(uri)
    return UInt8(truncatingIfNeeded: code != .max ? code : neueUri(uri))
  }

  @inline(never)
  private mutating func neueUri(_ uri: Zeichenkette) -> UInt32 {
    guard pruefeNamenszahl() else { return 255 }
    let code = UInt32(tafel.namensraumcode(String(cString: uri)))
    uriVerzeichnis.setze(uri, code)
    return code
  }

  private mutating func pruefeNamenszahl() -> Bool {
    if verzeichnis.anzahl + uriVerzeichnis.anzahl < grenzen.namen { return true }
    stoppe(grenze: "verschiedene Namen", grenzen.namen)
    return false
  }

  // MARK: Events

  @inline(__always)
  mutating func beginne(
    _ lokal: Zeichenkette, _ praefix: Zeichenkette?, _ uri: Zeichenkette?,
    _ nsAnzahl: Int, _ ns: Attributfeld?, _ attributAnzahl: Int, _ attribute: Attributfeld?
  ) {
    if gestoppt { return }
    tiefe &+= 1
    if tiefe > grenzen.tiefe { return stoppe(grenze: "Verschachtelungstiefe", grenzen.tiefe) }
    if nsAnzahl > 0, let ns { merkeNamensraeume(nsAnzahl, ns) }
    if attributAnzahl > grenzen.attribute {
      return stoppe(grenze: "Attribute eines Elements", grenzen.attribute)
    }
    if rohtiefe > 0 {
      return rohBeginne(lokal, praefix, uri, nsAnzahl, attributAnzahl, attribute)
    }
    if tiefe == 1 {
      merkeWurzel(lokal, praefix, uri, nsAnzahl, ns, attributAnzahl, attribute)
    }
    if tiefe < schnitttiefe {
      if mitRahmen, tiefe > 1 {
        merkeRahmen(lokal, praefix, uri, attributAnzahl, attribute)
      }
      return
    }
    if tiefe == schnitttiefe {
      marke = Marke(speicher)
    } else {
      if istBlatt { verwirfText() }
      if stueckelt, tiefe == schnitttiefe &+ 1 { teileStueck() }
    }
    let nummer = namensnummer(lokal)
    var eintrag = Eintrag()
    eintrag.name = UInt16(truncatingIfNeeded: nummer)
    eintrag.lokal = UInt16(truncatingIfNeeded: nummer >> 16)
    if let praefix { eintrag.praefix = UInt16(truncatingIfNeeded: namensnummer(praefix) >> 16) }
    eintrag.namensraum = namensraumcode(uri)
    eintrag.zeile = UInt32(truncatingIfNeeded: zeile)
    eintrag.attributStart = UInt32(
      truncatingIfNeeded: speicher.attribute.anzahl &- marke.attribute)
    if attributAnzahl > 0, let attribute {
      eintrag.attributAnzahl = UInt16(truncatingIfNeeded: attributAnzahl)
      merkeAttribute(attributAnzahl, attribute)
    }
    textStart = speicher.bytes.anzahl
    eintrag.textStart = UInt32(truncatingIfNeeded: textStart &- marke.bytes)
    stapel[tiefe] = UInt32(truncatingIfNeeded: speicher.eintraege.anzahl &- marke.eintraege)
    speicher.eintraege.haengeAn(eintrag)
    istBlatt = true
    if tiefe == schnitttiefe { stueckelt = stueckcodes.contains(eintrag.name) }
    if rohcodes[Int(eintrag.name)] {
      rohtiefe = tiefe
      rohNamensraeume.removeAll(keepingCapacity: true)
    }
    pruefeTeilbaum()
  }

  @inline(__always)
  mutating func beende(_ lokal: Zeichenkette, _ praefix: Zeichenkette?) {
    if gestoppt { return }
    if let letzter = namensraeume.last, letzter.tiefe == tiefe { vergissNamensraeume() }
    if rohtiefe > 0 {
      if tiefe > rohtiefe { return rohBeende(lokal, praefix) }
      rohtiefe = 0
    }
    if tiefe >= schnitttiefe {
      let eintrag = speicher.eintraege.start + marke.eintraege + Int(stapel[tiefe])
      if istBlatt {
        eintrag.pointee.textLaenge = UInt32(
          truncatingIfNeeded: speicher.bytes.anzahl &- textStart)
      }
      let anzahl = speicher.eintraege.anzahl &- marke.eintraege
      eintrag.pointee.ende = UInt32(truncatingIfNeeded: anzahl)
      istBlatt = false
      if tiefe == schnitttiefe {
        fertige.append(Fertig(marke: marke, anzahl: anzahl))
        marke = Marke(speicher)
      }
    }
    tiefe &-= 1
  }

  @inline(__always)
  mutating func text(_ zeichen: Zeichenkette, _ menge: Int) {
    if gestoppt { return }
    if rohtiefe > 0 { return rohText(zeichen, menge) }
    if istBlatt {
      speicher.bytes.haengeAn(zeichen, menge)
      pruefeText()
    } else if !Self.istLeerraum(zeichen, menge) {
      merkeMischtext()
    }
  }

  // MARK: Recording

  @inline(__always)
  private static func istLeerraum(_ zeichen: Zeichenkette, _ menge: Int) -> Bool {
    var i = 0
    while i < menge {
      let z = zeichen[i]
      if z != 32 && z != 10 && z != 9 && z != 13 { return false }
      i &+= 1
    }
    return true
  }

  @inline(never)
  private mutating func merkeMischtext() {
    if tiefe < schnitttiefe {
      mischtextAusserhalb = true
    } else {
      speicher.eintraege.start[marke.eintraege + Int(stapel[tiefe])].mischtext = true
    }
  }

  /// The parent of a new element is no leaf: the text collected for it was indentation or mixed text.
  @inline(__always)
  private mutating func verwirfText() {
    let menge = speicher.bytes.anzahl &- textStart
    if menge == 0 { return }
    if !Self.istLeerraum(speicher.bytes.start + textStart, menge) {
      speicher.eintraege.start[marke.eintraege + Int(stapel[tiefe - 1])].mischtext = true
    }
    speicher.bytes.anzahl = textStart
  }

  @inline(__always)
  mutating func pruefeText() {
    if speicher.bytes.anzahl &- textStart > grenzen.textlaenge {
      stoppe(grenze: "Länge eines Textes in Byte", grenzen.textlaenge)
    }
    pruefeTeilbaum()
  }

  @inline(__always)
  private mutating func pruefeTeilbaum() {
    let groesse =
      (speicher.bytes.anzahl &- marke.bytes)
      &+ (speicher.eintraege.anzahl &- marke.eintraege) &* MemoryLayout<Eintrag>.stride
      &+ (speicher.attribute.anzahl &- marke.attribute) &* MemoryLayout<Attributeintrag>.stride
    if groesse > grenzen.teilbaum {
      stoppe(grenze: "Größe eines Teilbaums in Byte", grenzen.teilbaum)
    }
  }

  /// Delivers the children recorded so far and goes on with an entry of the same name.
  @inline(never)
  private mutating func teileStueck() {
    let anzahl = speicher.eintraege.anzahl &- marke.eintraege
    let bytes = speicher.bytes.anzahl &- marke.bytes
    guard anzahl >= Self.stueckelemente || anzahl > 1 && bytes >= Self.stueckbytes else { return }
    let erster = speicher.eintraege.start + marke.eintraege
    erster.pointee.ende = UInt32(truncatingIfNeeded: anzahl)
    var naechster = Eintrag()
    naechster.name = erster.pointee.name
    naechster.lokal = erster.pointee.lokal
    naechster.praefix = erster.pointee.praefix
    naechster.namensraum = erster.pointee.namensraum
    naechster.zeile = erster.pointee.zeile
    naechster.fortsetzung = true
    fertige.append(Fertig(marke: marke, anzahl: anzahl))
    marke = Marke(speicher)
    stapel[schnitttiefe] = 0
    speicher.eintraege.haengeAn(naechster)
  }

  /// A piece ends with the child that brings it to so many elements, or to so many bytes of text.
  private static let stueckelemente = 256
  private static let stueckbytes = 64 << 10

  private mutating func merkeAttribute(_ anzahl: Int, _ feld: Attributfeld) {
    for i in 0..<anzahl {
      guard let name = feld[5 * i], let wert = feld[5 * i + 3], let ende = feld[5 * i + 4] else {
        continue
      }
      let start = speicher.bytes.anzahl
      haengeAttributwertAn(wert, ende - wert)
      let laenge = speicher.bytes.anzahl - start
      if laenge > grenzen.textlaenge {
        stoppe(grenze: "Länge eines Attributwerts in Byte", grenzen.textlaenge)
      }
      let praefix = feld[5 * i + 1].map { namensnummer($0) >> 16 } ?? 0
      let nummer = namensnummer(name)
      speicher.attribute.haengeAn(
        Attributeintrag(
          lokal: UInt16(truncatingIfNeeded: nummer >> 16),
          praefix: UInt16(truncatingIfNeeded: praefix),
          name: UInt16(truncatingIfNeeded: nummer),
          namensraum: praefix == 0 ? 0 : namensraumcode(feld[5 * i + 2]),
          wertStart: UInt32(truncatingIfNeeded: start - marke.bytes),
          wertLaenge: UInt32(truncatingIfNeeded: laenge)))
    }
  }

  /// Without entity substitution libxml2 gives `&` in attribute values as `&#38;`, and no other `&`.
  private mutating func haengeAttributwertAn(_ wert: Zeichenkette, _ laenge: Int) {
    var rest = wert
    let ende = wert + laenge
    while let fund = memchr(rest, 0x26, ende - rest) {
      let stelle = UnsafePointer(fund.assumingMemoryBound(to: UInt8.self))
      speicher.bytes.haengeAn(rest, stelle + 1 - rest)
      rest = ende - stelle >= 5 && memcmp(stelle, "&#38;", 5) == 0 ? stelle + 5 : stelle + 1
    }
    speicher.bytes.haengeAn(rest, ende - rest)
  }

  /// Delivers the start tag of an element above the cut as a subtree of its own.
  @inline(never)
  private mutating func merkeRahmen(
    _ lokal: Zeichenkette, _ praefix: Zeichenkette?, _ uri: Zeichenkette?,
    _ attributAnzahl: Int, _ attribute: Attributfeld?
  ) {
    marke = Marke(speicher)
    let nummer = namensnummer(lokal)
    var eintrag = Eintrag()
    eintrag.name = UInt16(truncatingIfNeeded: nummer)
    eintrag.lokal = UInt16(truncatingIfNeeded: nummer >> 16)
    if let praefix { eintrag.praefix = UInt16(truncatingIfNeeded: namensnummer(praefix) >> 16) }
    eintrag.namensraum = namensraumcode(uri)
    eintrag.zeile = UInt32(truncatingIfNeeded: zeile)
    eintrag.attributAnzahl = UInt16(truncatingIfNeeded: attributAnzahl)
    eintrag.ende = 1
    eintrag.rahmen = true
    if attributAnzahl > 0, let attribute { merkeAttribute(attributAnzahl, attribute) }
    speicher.eintraege.haengeAn(eintrag)
    pruefeTeilbaum()
    fertige.append(Fertig(marke: marke, anzahl: 1))
    marke = Marke(speicher)
  }

  // MARK: Namespaces and root

  @inline(never)
  private mutating func merkeNamensraeume(_ anzahl: Int, _ feld: Attributfeld) {
    if anzahl > grenzen.attribute {
      return stoppe(grenze: "Namensraumdeklarationen eines Elements", grenzen.attribute)
    }
    for i in 0..<anzahl {
      namensraeume.append(
        Namensraum(praefix: feld[2 * i], uri: feld[2 * i + 1], tiefe: tiefe))
    }
  }

  @inline(never)
  private mutating func vergissNamensraeume() {
    while let letzter = namensraeume.last, letzter.tiefe == tiefe { namensraeume.removeLast() }
  }

  @inline(never)
  private mutating func merkeWurzel(
    _ lokal: Zeichenkette, _ praefix: Zeichenkette?, _ uri: Zeichenkette?,
    _ nsAnzahl: Int, _ ns: Attributfeld?, _ attributAnzahl: Int, _ attribute: Attributfeld?
  ) {
    func text(_ feld: Attributfeld?, _ i: Int) -> String? { feld?[i].map { String(cString: $0) } }
    let nummer = namensnummer(lokal)
    var werte: [Wurzel.Attribut] = []
    for i in 0..<attributAnzahl {
      guard let name = text(attribute, 5 * i), let wert = attribute?[5 * i + 3],
        let ende = attribute?[5 * i + 4]
      else { continue }
      let start = speicher.bytes.anzahl
      haengeAttributwertAn(wert, ende - wert)
      let bytes = UnsafeBufferPointer(
        start: speicher.bytes.start + start, count: speicher.bytes.anzahl - start)
      werte.append(
        Wurzel.Attribut(
          name: text(attribute, 5 * i + 1).map { "\($0):\(name)" } ?? name,
          namensraum: text(attribute, 5 * i + 2), wert: String(decoding: bytes, as: UTF8.self)))
      speicher.bytes.anzahl = start
    }
    wurzel = Wurzel(
      name: UInt16(truncatingIfNeeded: nummer), localName: String(cString: lokal),
      prefix: praefix.map { String(cString: $0) },
      namensraum: uri.map { String(cString: $0) } ?? "", attribute: werte,
      deklarationen: (0..<nsAnzahl).map {
        Wurzel.Deklaration(prefix: text(ns, 2 * $0), uri: text(ns, 2 * $0 + 1) ?? "")
      },
      zeile: zeile)
  }
}
