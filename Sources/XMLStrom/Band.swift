// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// One recorded element; all positions are relative to the beginning of its subtree.
@usableFromInline
struct Eintrag: BitwiseCopyable {
  var textStart: UInt32 = 0
  var textLaenge: UInt32 = 0
  @usableFromInline var ende: UInt32 = 0
  @usableFromInline var zeile: UInt32 = 0
  var attributStart: UInt32 = 0
  @usableFromInline var attributAnzahl: UInt16 = 0
  /// Positions in the list of names; prefix 0 means none.
  var lokal: UInt16 = 0
  var praefix: UInt16 = 0
  @usableFromInline var name: UInt16 = 0
  @usableFromInline var namensraum: UInt8 = 0
  @usableFromInline var mischtext = false
  @usableFromInline var fortsetzung = false
  @usableFromInline var rahmen = false
}

/// One recorded attribute.
struct Attributeintrag {
  var lokal: UInt16
  var praefix: UInt16
  /// The codes of the local name and of the namespace, as for elements.
  var name: UInt16
  var namensraum: UInt8
  var wertStart: UInt32
  var wertLaenge: UInt32
}

/// A growing block of plain values; growth doubles, so that appending is linear.
struct Block<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var kapazitaet: Int
  var anzahl = 0

  init(kapazitaet: Int) {
    start = Self.speicher(nil, kapazitaet)
    self.kapazitaet = kapazitaet
  }

  func freigeben() { free(start) }

  /// `realloc(3)` moves the pages of a large block instead of copying them, so that a growing
  /// block never needs its memory twice.
  private static func speicher(
    _ alt: UnsafeMutablePointer<Element>?, _ kapazitaet: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let neu = realloc(alt, max(1, kapazitaet) * MemoryLayout<Element>.stride) else {
      preconditionFailure("out of memory")  // as `allocate(capacity:)` does
    }
    return neu.bindMemory(to: Element.self, capacity: kapazitaet)
  }

  @inline(__always)
  mutating func haengeAn(_ element: Element) {
    if anzahl == kapazitaet { wachse(um: 1) }
    (start + anzahl).initialize(to: element)
    anzahl &+= 1
  }

  @inline(__always)
  mutating func haengeAn(_ quelle: UnsafePointer<Element>, _ menge: Int) {
    if anzahl &+ menge > kapazitaet { wachse(um: menge) }
    memcpy(start + anzahl, quelle, menge &* MemoryLayout<Element>.stride)
    anzahl &+= menge
  }

  @inline(never)
  private mutating func wachse(um menge: Int) {
    verlege(auf: max(kapazitaet * 2, anzahl + menge))
  }

  private mutating func verlege(auf neueKapazitaet: Int) {
    start = Self.speicher(start, neueKapazitaet)
    kapazitaet = neueKapazitaet
  }

  mutating func uebernimm(_ quelle: Self, ab stelle: Int) {
    anzahl = 0
    haengeAn(quelle.start + stelle, quelle.anzahl - stelle)
  }

  /// Drops the elements before `stelle`, and memory that a rare giant has left behind.
  mutating func kuerze(vor stelle: Int, hoechstens: Int) {
    memmove(start, start + stelle, (anzahl - stelle) * MemoryLayout<Element>.stride)
    anzahl -= stelle
    if kapazitaet > hoechstens && anzahl < hoechstens { verlege(auf: hoechstens) }
  }
}

/// The three blocks a recording consists of.
struct Speicher {
  var eintraege = Block<Eintrag>(kapazitaet: 1024)
  var attribute = Block<Attributeintrag>(kapazitaet: 256)
  var bytes = Block<UInt8>(kapazitaet: 64 << 10)

  /// Drops everything before `marke`.
  mutating func kuerze(vor marke: Marke) {
    eintraege.kuerze(vor: marke.eintraege, hoechstens: 1 << 18)
    attribute.kuerze(vor: marke.attribute, hoechstens: 1 << 18)
    bytes.kuerze(vor: marke.bytes, hoechstens: 8 << 20)
  }

  /// Replaces the content by that of `quelle` from `marke` on.
  mutating func uebernimm(_ quelle: Speicher, ab marke: Marke) {
    eintraege.uebernimm(quelle.eintraege, ab: marke.eintraege)
    attribute.uebernimm(quelle.attribute, ab: marke.attribute)
    bytes.uebernimm(quelle.bytes, ab: marke.bytes)
  }

  func freigeben() {
    eintraege.freigeben()
    attribute.freigeben()
    bytes.freigeben()
  }
}

/// Where the blocks of a recording stood at one moment.
struct Marke {
  var eintraege = 0
  var attribute = 0
  var bytes = 0

  init() {}

  init(_ speicher: Speicher) {
    eintraege = speicher.eintraege.anzahl
    attribute = speicher.attribute.anzahl
    bytes = speicher.bytes.anzahl
  }
}

/// Owner of the blocks that subtrees point into.
///
/// While the reader records it works on its own copy of the pointers; it stores them back here
/// before it hands a subtree out, and goes on in another band if a subtree is still held.
@usableFromInline
final class Band {
  var speicher = Speicher()
  let namen: Namensliste

  init(namen: Namensliste) { self.namen = namen }

  deinit { speicher.freigeben() }
}

/// The distinct names of one document; number 0 is the empty name.
final class Namensliste {
  var namen = [""]
}
