// SPDX-License-Identifier: Apache-2.0

/// The path of a file within a bag, relative to the base directory, with slashes.
///
/// Two paths are equal if their bytes are: composed and decomposed umlauts differ, as they do on a
/// disk (BagIt leaves Unicode to the file system, RFC 8493 section 6.1.2).
public struct Bagpfad: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text.
  public let text: String

  /// A path from its text, unchecked.
  public init(_ text: String) { self.text = text }

  /// The path as text.
  public var description: String { text }

  /// True if the bytes are the same.
  public static func == (links: Bagpfad, rechts: Bagpfad) -> Bool {
    links.text.utf8.elementsEqual(rechts.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var kopie = text
    kopie.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The order of the bytes.
  public static func < (links: Bagpfad, rechts: Bagpfad) -> Bool {
    links.text.utf8.lexicographicallyPrecedes(rechts.text.utf8)
  }

  /// Whether it lies below `data/`.
  public var istNutzlast: Bool { text.utf8.starts(with: "data/".utf8) }

  /// The last component.
  var name: String {
    let stelle = text.utf8.lastIndex(of: 0x2F).map { text.utf8.index(after: $0) }
    return String(text[(stelle ?? text.startIndex)...])
  }

  /// The key under which names count as one that differ only in letter case or composition.
  ///
  /// `String` compares by canonical equivalence, so nothing needs to be composed.
  var grosskleinschluessel: String { text.lowercased() }
}

/// The percent rule of RFC 8493, section 2.1.3: line feed, carriage return and the percent sign are
/// written as `%0A`, `%0D` and `%25`, nothing else.
enum Prozentregel {
  /// The path as a manifest of BagIt 1.0 writes it.
  static func kodiert(_ pfad: String) -> String {
    guard pfad.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x25 }) else { return pfad }
    var aus: [UInt8] = []
    for b in pfad.utf8 {
      switch b {
      case 0x0A: aus += Array("%0A".utf8)
      case 0x0D: aus += Array("%0D".utf8)
      case 0x25: aus += Array("%25".utf8)
      default: aus.append(b)
      }
    }
    return String(decoding: aus, as: UTF8.self)
  }

  /// The path that the text of a manifest of BagIt 1.0 means.
  ///
  /// - Parameter text: What stands in the manifest.
  /// - Returns: The path, and whether every percent sign was one of the three codes.
  static func dekodiert(_ text: String) -> (pfad: String, regelgerecht: Bool) {
    entschluesselt(text) { $0 == 0x0A || $0 == 0x0D || $0 == 0x25 }
  }

  /// The path if every code of two hex digits is taken as a byte, as in a web address; nil if the
  /// result is no valid text.
  static func wieWebadresse(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return nil }
    let pfad = entschluesselt(text) { _ in true }.pfad
    return pfad.unicodeScalars.contains("\u{FFFD}") ? nil : pfad
  }

  private static func entschluesselt(
    _ text: String, _ gilt: (UInt8) -> Bool
  ) -> (pfad: String, regelgerecht: Bool) {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x25) else { return (text, true) }
    var aus: [UInt8] = []
    aus.reserveCapacity(bytes.count)
    var regelgerecht = true
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25 {
        if i + 2 < bytes.count, let h = Hexziffer.wert(bytes[i + 1]),
          let l = Hexziffer.wert(bytes[i + 2]), gilt(h << 4 | l)
        {
          aus.append(h << 4 | l)
          i += 3
          continue
        }
        regelgerecht = false
      }
      aus.append(bytes[i])
      i += 1
    }
    return (String(decoding: aus, as: UTF8.self), regelgerecht)
  }
}

/// One hex digit.
enum Hexziffer {
  /// Its value, in either case; nil for any other byte.
  static func wert(_ z: UInt8) -> UInt8? {
    switch z {
    case 0x30...0x39: z - 0x30
    case 0x41...0x46: z - 0x37
    case 0x61...0x66: z - 0x57
    default: nil
    }
  }
}
