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
    if text.utf8.allSatisfy({ $0 >= 32 && $0 != 34 && $0 != 92 }) {
      ziel += text.utf8
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
    case roh([UInt8])
    case liste([Knoten])
    case objekt([(name: String, knoten: Knoten)])
  }

  var inhalt = Inhalt.leer

  func kind(_ name: String) -> Knoten {
    let neu = Knoten()
    if case .objekt(var kinder) = inhalt {
      inhalt = .leer
      kinder.removeAll { $0.name == name }
      kinder.append((name, neu))
      inhalt = .objekt(kinder)
    } else {
      inhalt = .objekt([(name, neu)])
    }
    return neu
  }

  func glied() -> Knoten {
    let neu = Knoten()
    if case .liste(var glieder) = inhalt {
      inhalt = .leer
      glieder.append(neu)
      inhalt = .liste(glieder)
    } else {
      inhalt = .liste([neu])
    }
    return neu
  }

  func schreibe(_ aus: inout [UInt8]) {
    switch inhalt {
    case .leer: aus += "null".utf8
    case .roh(let bytes): aus += bytes
    case .liste(let glieder):
      aus.append(91)
      for (i, glied) in glieder.enumerated() {
        if i > 0 { aus.append(44) }
        glied.schreibe(&aus)
      }
      aus.append(93)
    case .objekt(let kinder):
      aus.append(123)
      let geordnet = kinder.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (i, kind) in geordnet.enumerated() {
        if i > 0 { aus.append(44) }
        KanonischesJSON.haenge(kind.name, an: &aus)
        aus.append(58)
        kind.knoten.schreibe(&aus)
      }
      aus.append(125)
    }
  }

  func setze(_ text: String) {
    var bytes: [UInt8] = []
    KanonischesJSON.haenge(text, an: &bytes)
    inhalt = .roh(bytes)
  }

  func setze(_ zahl: some BinaryInteger) { inhalt = .roh(Array(String(zahl).utf8)) }

  func setze(_ wahr: Bool) { inhalt = .roh(Array((wahr ? "true" : "false").utf8)) }

  func setze<T: Encodable>(_ wert: T, _ pfad: [any CodingKey]) throws {
    switch wert {
    case let text as String: setze(text)
    default: try wert.encode(to: Kodierer(knoten: self, codingPath: pfad))
    }
  }

  func weise(_ wert: Any, _ pfad: [any CodingKey]) throws {
    throw EncodingError.invalidValue(
      wert,
      .init(
        codingPath: pfad,
        debugDescription: "Gleitkommazahlen haben keine eindeutige Schreibweise"))
  }
}

private struct Kodierer: Encoder {
  let knoten: Knoten
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<K: CodingKey>(keyedBy _: K.Type) -> KeyedEncodingContainer<K> {
    if case .leer = knoten.inhalt { knoten.inhalt = .objekt([]) }
    return KeyedEncodingContainer(Felder(knoten: knoten, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .leer = knoten.inhalt { knoten.inhalt = .liste([]) }
    return Glieder(knoten: knoten, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Einzelwert(knoten: knoten, codingPath: codingPath)
  }
}

private struct Felder<K: CodingKey>: KeyedEncodingContainerProtocol {
  let knoten: Knoten
  let codingPath: [any CodingKey]

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
  func encode(_ wert: Double, forKey k: K) throws { try knoten.weise(wert, codingPath + [k]) }
  func encode(_ wert: Float, forKey k: K) throws { try knoten.weise(wert, codingPath + [k]) }
  func encode(_ wert: some Encodable, forKey k: K) throws {
    try knoten.kind(k.stringValue).setze(wert, codingPath + [k])
  }
  func nestedContainer<N: CodingKey>(keyedBy _: N.Type, forKey k: K) -> KeyedEncodingContainer<N> {
    superEncoder(forKey: k).container(keyedBy: N.self)
  }
  func nestedUnkeyedContainer(forKey k: K) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: k).unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    Kodierer(knoten: knoten.kind("super"), codingPath: codingPath)
  }
  func superEncoder(forKey k: K) -> any Encoder {
    Kodierer(knoten: knoten.kind(k.stringValue), codingPath: codingPath + [k])
  }
}

private struct Glieder: UnkeyedEncodingContainer {
  let knoten: Knoten
  let codingPath: [any CodingKey]
  var count: Int {
    if case .liste(let glieder) = knoten.inhalt { glieder.count } else { 0 }
  }

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
  func encode(_ wert: Double) throws { try knoten.weise(wert, codingPath) }
  func encode(_ wert: Float) throws { try knoten.weise(wert, codingPath) }
  func encode(_ wert: some Encodable) throws { try knoten.glied().setze(wert, codingPath) }
  func nestedContainer<N: CodingKey>(keyedBy _: N.Type) -> KeyedEncodingContainer<N> {
    superEncoder().container(keyedBy: N.self)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    superEncoder().unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    Kodierer(knoten: knoten.glied(), codingPath: codingPath)
  }
}

private struct Einzelwert: SingleValueEncodingContainer {
  let knoten: Knoten
  let codingPath: [any CodingKey]

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
  func encode(_ wert: Double) throws { try knoten.weise(wert, codingPath) }
  func encode(_ wert: Float) throws { try knoten.weise(wert, codingPath) }
  func encode(_ wert: some Encodable) throws { try knoten.setze(wert, codingPath) }
}
