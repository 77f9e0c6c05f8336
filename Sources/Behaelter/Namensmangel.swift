// SPDX-License-Identifier: Apache-2.0

/// A defect of an entry's name, or of its place in a flat container (xdomea rules R3 to R6).
public enum Namensmangel: Hashable, Sendable {
  /// Begins with a slash.
  case absolut
  /// Contains the component `..`.
  case aufwaerts
  /// Contains a backslash.
  case rueckstrich
  /// Begins with a drive letter such as `C:`.
  case laufwerk
  /// Contains a control character: C0, DEL, C1, a line separator or a change of text direction.
  case steuerzeichen
  /// Lies in a folder: a slash after the first character.
  case unterordner
  /// Names nothing: empty or `.`.
  case leer
  /// Longer than ``Grenzen/namenslaenge``.
  case zuLang
  /// Neither flagged as UTF-8 nor ASCII, or flagged but not valid.
  case nichtUTF8
  /// Equal to the earlier entry `mit` after Unicode composition and case folding.
  case doppelt(mit: String)
  /// The entry is a symbolic link.
  case verknuepfung

  /// The defects that the name shows by itself; empty for a sound one.
  ///
  /// Serves for every name of a file that comes from outside, such as `Dateiname` in a message.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - laenge: The longest length allowed, in bytes of UTF-8.
  /// - Returns: Each kind at most once, in the order of the cases.
  public static func maengel(
    _ name: String, laenge: Int = Grenzen.standard.namenslaenge
  ) -> [Namensmangel] {
    var kopie = name
    return kopie.withUTF8 { maengel(bytes: $0, laenge: laenge) }
  }

  private static func maengel(bytes: UnsafeBufferPointer<UInt8>, laenge: Int) -> [Namensmangel] {
    // One pass over the bytes; nearly every name ends here without an allocation.
    var auffaellig = bytes.isEmpty || bytes.count > laenge
    for b in bytes where b < 0x20 || b >= 0x7F || b == 0x2F || b == 0x5C || b == 0x3A {
      auffaellig = true
    }
    guard auffaellig || bytes.elementsEqual([0x2E]) || bytes.elementsEqual([0x2E, 0x2E]) else {
      return []
    }
    var maengel: [Namensmangel] = []
    if bytes.first == 0x2F { maengel.append(.absolut) }
    let teile = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    if teile.contains(where: { $0.elementsEqual([0x2E, 0x2E]) }) { maengel.append(.aufwaerts) }
    if bytes.contains(0x5C) { maengel.append(.rueckstrich) }
    if bytes.count >= 2, bytes[1] == 0x3A, (0x61...0x7A).contains(bytes[0] | 0x20) {
      maengel.append(.laufwerk)
    }
    if String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: istSteuerzeichen) {
      maengel.append(.steuerzeichen)
    }
    if bytes.dropFirst().contains(0x2F) { maengel.append(.unterordner) }
    if bytes.isEmpty || bytes.elementsEqual([0x2E]) { maengel.append(.leer) }
    if bytes.count > laenge { maengel.append(.zuLang) }
    return maengel
  }

  private static func istSteuerzeichen(_ zeichen: Unicode.Scalar) -> Bool {
    switch zeichen.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The defect as the end of a German sentence.
  public var grund: String {
    switch self {
    case .absolut: "er ist ein absoluter Pfad"
    case .aufwaerts: "er führt mit »..« aus dem Ordner hinaus"
    case .rueckstrich: "er enthält einen Rückstrich »\\«"
    case .laufwerk: "er beginnt mit einem Laufwerksbuchstaben"
    case .steuerzeichen: "er enthält ein Steuerzeichen"
    case .unterordner: "er liegt in einem Unterordner; der Container muss flach sein"
    case .leer: "er ist leer"
    case .zuLang: "er ist zu lang"
    case .nichtUTF8: "er ist nicht UTF-8-kodiert"
    case .doppelt(let mit): "er gleicht dem Eintrag »\(mit)«"
    case .verknuepfung: "der Eintrag ist eine symbolische Verknüpfung"
    }
  }
}

extension Namensmangel {
  /// The key under which two names count as one (R5).
  ///
  /// `String` compares and hashes by canonical equivalence, so composed and decomposed umlauts
  /// have one key without being normalised.
  static func schluessel(_ name: String) -> String { name.lowercased() }
}
