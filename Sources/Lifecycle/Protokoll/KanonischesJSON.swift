// SPDX-License-Identifier: Apache-2.0

/// JSON of which there is exactly one spelling for the same value, so that a hash over it lasts.
///
/// Rules: UTF-8 without spaces and line breaks; keys ordered by their bytes; no missing values as
/// null; whole numbers only; in texts only `"`, `\` and control characters below U+0020 are
/// escaped (`\n` and so on where JSON has a short form, else `\u00xx`). For ASCII keys this is
/// what RFC 8785 prescribes. Independent of Foundation, whose order and escapes have changed
/// between versions.
public enum KanonischesJSON {
  /// The canonical JSON of a value.
  ///
  /// - Throws: ``Protokollfehler/nichtDarstellbar(grund:)`` for floating point numbers and for a
  ///   value whose own encoding fails.
  public static func bytes(_ wert: some Encodable) throws(Protokollfehler) -> [UInt8] {
    let wurzel = Knoten()
    do {
      try wert.encode(to: Kodierer(knoten: wurzel))
    } catch EncodingError.invalidValue(_, let umstand) {
      throw .nichtDarstellbar(grund: umstand.debugDescription)
    } catch {
      throw .nichtDarstellbar(grund: "\(error)")
    }
    var aus: [UInt8] = []
    wurzel.schreibe(&aus)
    return aus
  }

  /// Appends a text in quotation marks.
  static func haenge(_ text: String, an ziel: inout [UInt8]) {
    ziel.append(34)
    var text = text
    let schlicht = text.withUTF8 { bytes in
      for z in bytes where z < 32 || z == 34 || z == 92 { return false }
      ziel.append(contentsOf: bytes)
      return true
    }
    if schlicht {
      ziel.append(34)
      return
    }
    for z in text.utf8 {
      switch z {
      case 34, 92: ziel += [92, z]
      case 8: ziel += [92, 98]
      case 9: ziel += [92, 116]
      case 10: ziel += [92, 110]
      case 12: ziel += [92, 102]
      case 13: ziel += [92, 114]
      case 0..<32:
        let ziffern = Array("0123456789abcdef".utf8)
        ziel += [92, 117, 48, 48, ziffern[Int(z >> 4)], ziffern[Int(z & 15)]]
      default: ziel.append(z)
      }
    }
    ziel.append(34)
  }
}

/// A place in the tree that an encoder fills.
private final class Knoten {
  enum Inhalt {
    case leer
    case wahr(Bool)
    case zahl(Int64)
    case grosseZahl(UInt64)
    case text(String)
    case liste
    case objekt
  }

  var inhalt = Inhalt.leer
  private var kinder: [(name: String, knoten: Knoten)] = []

  var anzahl: Int { kinder.count }

  func kind(_ name: String) -> Knoten {
    let neu = Knoten()
    if kinder.isEmpty {
      inhalt = .objekt
      kinder.reserveCapacity(12)
    }
    kinder.append((name, neu))
    return neu
  }

  func glied() -> Knoten {
    let neu = Knoten()
    inhalt = .liste
    kinder.append(("", neu))
    return neu
  }

  func schreibe(_ aus: inout [UInt8]) {
    switch inhalt {
    case .leer: aus += "null".utf8
    case .wahr(let wahr): aus += (wahr ? "true" : "false").utf8
    case .zahl(let zahl): Self.haenge(zahl.magnitude, negativ: zahl < 0, an: &aus)
    case .grosseZahl(let zahl): Self.haenge(zahl, negativ: false, an: &aus)
    case .text(let text): KanonischesJSON.haenge(text, an: &aus)
    case .liste:
      aus.append(91)
      for (i, glied) in kinder.enumerated() {
        if i > 0 { aus.append(44) }
        glied.knoten.schreibe(&aus)
      }
      aus.append(93)
    case .objekt:
      aus.append(123)
      ordne()
      for (i, kind) in kinder.enumerated() {
        if i > 0 { aus.append(44) }
        KanonischesJSON.haenge(kind.name, an: &aus)
        aus.append(58)
        kind.knoten.schreibe(&aus)
      }
      aus.append(125)
    }
  }

  /// Brings the keys into the order of their bytes; of a key that was written twice the last one counts.
  private func ordne() {
    var geordnet: [(name: String, knoten: Knoten)] = []
    geordnet.reserveCapacity(kinder.count)
    for kind in kinder {
      var stelle = geordnet.count
      // Few keys, many of them in order already.
      while stelle > 0, kind.name.kommtVor(geordnet[stelle - 1].name) { stelle -= 1 }
      if stelle > 0, !geordnet[stelle - 1].name.kommtVor(kind.name) {
        geordnet[stelle - 1] = kind
      } else {
        geordnet.insert(kind, at: stelle)
      }
    }
    kinder = geordnet
  }

  private static func haenge(_ zahl: UInt64, negativ: Bool, an aus: inout [UInt8]) {
    if negativ { aus.append(45) }
    var teiler: UInt64 = 1
    while zahl / teiler >= 10 { teiler *= 10 }
    while teiler > 0 {
      aus.append(UInt8(48 + zahl / teiler % 10))
      teiler /= 10
    }
  }

  func setze(_ text: String) { inhalt = .text(text) }

  func setze(_ zahl: some BinaryInteger) {
    inhalt = Int64(exactly: zahl).map { .zahl($0) } ?? .grosseZahl(UInt64(truncatingIfNeeded: zahl))
  }

  func setze(_ wahr: Bool) { inhalt = .wahr(wahr) }

  func kodiere<T: Encodable>(_ wert: T) throws {
    if T.self == String.self, let text = wert as? String {
      setze(text)
    } else {
      try wert.encode(to: Kodierer(knoten: self))
    }
  }

  func weise(_ wert: Any) throws {
    throw EncodingError.invalidValue(
      wert,
      .init(
        codingPath: [],
        debugDescription: "Gleitkommazahlen haben keine eindeutige Schreibweise"))
  }
}

extension String {
  /// True if its bytes come before those of another text.
  fileprivate func kommtVor(_ anderer: String) -> Bool {
    var a = self
    var b = anderer
    return a.withUTF8 { a in
      b.withUTF8 { b in
        let laenge = min(a.count, b.count)
        var i = 0
        while i < laenge, a[i] == b[i] { i += 1 }
        return i == laenge ? a.count < b.count : a[i] < b[i]
      }
    }
  }
}

private struct Kodierer: Encoder {
  let knoten: Knoten
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<K: CodingKey>(keyedBy _: K.Type) -> KeyedEncodingContainer<K> {
    if case .leer = knoten.inhalt { knoten.inhalt = .objekt }
    return KeyedEncodingContainer(Felder(knoten: knoten))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .leer = knoten.inhalt { knoten.inhalt = .liste }
    return Glieder(knoten: knoten)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Einzelwert(knoten: knoten)
  }
}

private struct Felder<K: CodingKey>: KeyedEncodingContainerProtocol {
  let knoten: Knoten
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey _: K) {}
  func encode(_ wert: Bool, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: String, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Int, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Int8, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Int16, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Int32, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Int64, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: UInt, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: UInt8, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: UInt16, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: UInt32, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: UInt64, forKey k: K) { knoten.kind(k.stringValue).setze(wert) }
  func encode(_ wert: Double, forKey k: K) throws { try knoten.weise(wert) }
  func encode(_ wert: Float, forKey k: K) throws { try knoten.weise(wert) }
  func encode(_ wert: some Encodable, forKey k: K) throws {
    try knoten.kind(k.stringValue).kodiere(wert)
  }
  func nestedContainer<N: CodingKey>(keyedBy _: N.Type, forKey k: K) -> KeyedEncodingContainer<N> {
    superEncoder(forKey: k).container(keyedBy: N.self)
  }
  func nestedUnkeyedContainer(forKey k: K) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: k).unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    Kodierer(knoten: knoten.kind("super"))
  }
  func superEncoder(forKey k: K) -> any Encoder {
    Kodierer(knoten: knoten.kind(k.stringValue))
  }
}

private struct Glieder: UnkeyedEncodingContainer {
  let knoten: Knoten
  var codingPath: [any CodingKey] { [] }
  var count: Int { knoten.anzahl }

  func encodeNil() { _ = knoten.glied() }
  func encode(_ wert: Bool) { knoten.glied().setze(wert) }
  func encode(_ wert: String) { knoten.glied().setze(wert) }
  func encode(_ wert: Int) { knoten.glied().setze(wert) }
  func encode(_ wert: Int8) { knoten.glied().setze(wert) }
  func encode(_ wert: Int16) { knoten.glied().setze(wert) }
  func encode(_ wert: Int32) { knoten.glied().setze(wert) }
  func encode(_ wert: Int64) { knoten.glied().setze(wert) }
  func encode(_ wert: UInt) { knoten.glied().setze(wert) }
  func encode(_ wert: UInt8) { knoten.glied().setze(wert) }
  func encode(_ wert: UInt16) { knoten.glied().setze(wert) }
  func encode(_ wert: UInt32) { knoten.glied().setze(wert) }
  func encode(_ wert: UInt64) { knoten.glied().setze(wert) }
  func encode(_ wert: Double) throws { try knoten.weise(wert) }
  func encode(_ wert: Float) throws { try knoten.weise(wert) }
  func encode(_ wert: some Encodable) throws { try knoten.glied().kodiere(wert) }
  func nestedContainer<N: CodingKey>(keyedBy _: N.Type) -> KeyedEncodingContainer<N> {
    superEncoder().container(keyedBy: N.self)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    superEncoder().unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    Kodierer(knoten: knoten.glied())
  }
}

private struct Einzelwert: SingleValueEncodingContainer {
  let knoten: Knoten
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { knoten.inhalt = .leer }
  func encode(_ wert: Bool) { knoten.setze(wert) }
  func encode(_ wert: String) { knoten.setze(wert) }
  func encode(_ wert: Int) { knoten.setze(wert) }
  func encode(_ wert: Int8) { knoten.setze(wert) }
  func encode(_ wert: Int16) { knoten.setze(wert) }
  func encode(_ wert: Int32) { knoten.setze(wert) }
  func encode(_ wert: Int64) { knoten.setze(wert) }
  func encode(_ wert: UInt) { knoten.setze(wert) }
  func encode(_ wert: UInt8) { knoten.setze(wert) }
  func encode(_ wert: UInt16) { knoten.setze(wert) }
  func encode(_ wert: UInt32) { knoten.setze(wert) }
  func encode(_ wert: UInt64) { knoten.setze(wert) }
  func encode(_ wert: Double) throws { try knoten.weise(wert) }
  func encode(_ wert: Float) throws { try knoten.weise(wert) }
  func encode(_ wert: some Encodable) throws { try knoten.kodiere(wert) }
}
