// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The buffer and the open elements of an ``XMLSchreiber``, whatever the sink.
///
/// The buffer grows with what one call adds; the writer empties it above ``schwelle``.
@usableFromInline
struct Schreibkern: ~Copyable {
  @usableFromInline static var schwelle: Int { 256 << 10 }

  private struct Offen {
    let namensstart: Int
    var hatKinder = false
    var hatInhalt = false
  }

  @usableFromInline private(set) var start: UnsafeMutablePointer<UInt8>
  @usableFromInline private(set) var anzahl = 0
  private var kapazitaet: Int
  private let einzug: Bool
  /// The names of the open elements, one behind the other.
  private var namen: [UInt8] = []
  private var offene: [Offen] = []
  /// The innermost start tag still lacks its `>`.
  private var tagOffen = false

  init(einzug: Bool) {
    self.einzug = einzug
    kapazitaet = Self.schwelle + (64 << 10)
    start = .allocate(capacity: kapazitaet)
  }

  @inlinable
  deinit { start.deallocate() }

  var tiefe: Int { offene.count }

  @usableFromInline
  mutating func geleert() { anzahl = 0 }

  // MARK: Markup

  @usableFromInline
  mutating func deklaration() throws(XMLFehler) {
    guard offene.isEmpty else { throw .schreiben("Die XML-Deklaration steht nicht am Anfang.") }
    schreibe("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  @usableFromInline
  mutating func oeffne(_ name: XMLName) {
    name.bytes.withUnsafeBufferPointer { oeffne($0) }
  }

  @usableFromInline
  mutating func oeffne(_ name: UnsafeBufferPointer<UInt8>) {
    beginneKind()
    offene.append(Offen(namensstart: namen.count))
    namen.append(contentsOf: name)
    schreibe("<")
    haengeAn(name)
    tagOffen = true
  }

  @usableFromInline
  mutating func attribut(_ name: XMLName, _ wert: String) throws(XMLFehler) {
    guard tagOffen else {
      throw .schreiben("Das Attribut \(name.text) folgt nicht auf ein Start-Tag.")
    }
    schreibe(" ")
    schreibe(name)
    schreibe("=\"")
    try maskiere(wert, attribut: true)
    schreibe("\"")
  }

  @usableFromInline
  mutating func text(_ text: String) throws(XMLFehler) {
    try beginneInhalt()
    try maskiere(text, attribut: false)
  }

  @usableFromInline
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFehler) {
    try beginneInhalt()
    try maskiere(bytes, attribut: false)
  }

  @usableFromInline
  mutating func roh(_ xml: String) throws(XMLFehler) {
    if xml.isEmpty { return }
    try beginneInhalt()
    var xml = xml
    xml.withUTF8 { haengeAn($0) }
  }

  @usableFromInline
  mutating func schliesse() throws(XMLFehler) {
    guard let letzter = offene.popLast() else {
      throw .schreiben("Es ist kein Element offen.")
    }
    if tagOffen {
      schreibe("/>")
      tagOffen = false
    } else {
      if letzter.hatKinder && !letzter.hatInhalt { neueZeile() }
      schreibe("</")
      let laenge = namen.count - letzter.namensstart
      platz(laenge)
      namen.withUnsafeBufferPointer { alle in
        if let quelle = alle.baseAddress {
          memcpy(start + anzahl, quelle + letzter.namensstart, laenge)
        }
      }
      anzahl &+= laenge
      schreibe(">")
    }
    namen.removeLast(namen.count - letzter.namensstart)
    if einzug && offene.isEmpty { schreibe("\n") }
  }

  @usableFromInline
  mutating func blatt(_ name: XMLName, _ text: String) throws(XMLFehler) {
    try name.bytes.withUnsafeBufferPointer { (p) throws(XMLFehler) in try blatt(p, text) }
  }

  @usableFromInline
  mutating func blatt(
    _ name: UnsafeBufferPointer<UInt8>, _ text: String
  ) throws(XMLFehler) {
    beginneKind()
    schreibe("<")
    haengeAn(name)
    if text.isEmpty {
      schreibe("/>")
    } else {
      schreibe(">")
      try maskiere(text, attribut: false)
      schreibe("</")
      haengeAn(name)
      schreibe(">")
    }
    if einzug && offene.isEmpty { schreibe("\n") }
  }

  @usableFromInline
  mutating func blatt(
    _ name: UnsafeBufferPointer<UInt8>, ascii bytes: UnsafeBufferPointer<UInt8>
  ) {
    beginneKind()
    schreibe("<")
    haengeAn(name)
    schreibe(">")
    haengeAn(bytes)
    schreibe("</")
    haengeAn(name)
    schreibe(">")
    if einzug && offene.isEmpty { schreibe("\n") }
  }

  @usableFromInline
  func pruefeEnde() throws(XMLFehler) {
    guard let letzter = offene.last else { return }
    let name = String(decoding: namen[letzter.namensstart...], as: UTF8.self)
    throw .schreiben("Das Element \(name) ist noch offen.")
  }

  private mutating func beginneKind() {
    guard !offene.isEmpty else { return }
    schliesseTag()
    let stelle = offene.count - 1
    offene[stelle].hatKinder = true
    if !offene[stelle].hatInhalt { neueZeile() }
  }

  private mutating func beginneInhalt() throws(XMLFehler) {
    guard !offene.isEmpty else { throw .schreiben("Text steht außerhalb des Wurzelelements.") }
    schliesseTag()
    offene[offene.count - 1].hatInhalt = true
  }

  private mutating func schliesseTag() {
    guard tagOffen else { return }
    schreibe(">")
    tagOffen = false
  }

  private mutating func neueZeile() {
    guard einzug else { return }
    let menge = 2 &* offene.count
    platz(menge &+ 1)
    start[anzahl] = 0x0A
    memset(start + anzahl + 1, 0x20, menge)
    anzahl &+= menge &+ 1
  }

  // MARK: Bytes

  /// Makes room for `menge` more bytes.
  @inline(__always)
  mutating func platz(_ menge: Int) { if anzahl &+ menge > kapazitaet { wachse(menge) } }

  /// Counts bytes that were stored behind the others.
  @inline(__always)
  mutating func vermerke(_ menge: Int) { anzahl &+= menge }

  @inline(never)
  private mutating func wachse(_ menge: Int) {
    kapazitaet = max(kapazitaet * 2, anzahl + menge)
    let neu = UnsafeMutablePointer<UInt8>.allocate(capacity: kapazitaet)
    neu.update(from: start, count: anzahl)
    start.deallocate()
    start = neu
  }

  @inline(__always)
  mutating func schreibe(_ text: StaticString) {
    platz(text.utf8CodeUnitCount)
    memcpy(start + anzahl, text.utf8Start, text.utf8CodeUnitCount)
    anzahl &+= text.utf8CodeUnitCount
  }

  @inline(__always)
  private mutating func schreibe(_ name: XMLName) {
    name.bytes.withUnsafeBufferPointer { haengeAn($0) }
  }

  @inline(__always)
  mutating func haengeAn(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let quelle = bytes.baseAddress else { return }
    platz(bytes.count)
    memcpy(start + anzahl, quelle, bytes.count)
    anzahl &+= bytes.count
  }
}
