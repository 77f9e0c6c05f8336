// SPDX-License-Identifier: Apache-2.0

// Names in a message come from others. Control characters, escape sequences of the terminal,
// characters that turn the writing direction and characters without a width can make a name look
// like another one. They are therefore shown by their code point.

extension Unicode.Scalar {
  /// Whether people would not see this scalar, or see something else because of it.
  package var istUnsichtbar: Bool {
    switch value {
    case 0x20...0x7E: return false
    case 0...0x1F, 0x7F...0x9F, 0xAD: return true
    case 0xA0...0x2FF: return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  /// The code point in the usual form, for example `U+202E`.
  var bezeichnung: String {
    let ziffern = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - ziffern.count)) + ziffern
  }
}

extension String {
  /// The text with every invisible scalar replaced by its code point, for example `[U+202E]`.
  package var sichtbar: String {
    guard unicodeScalars.contains(where: \.istUnsichtbar) else { return self }
    var ergebnis = ""
    ergebnis.reserveCapacity(utf8.count + 16)
    for zeichen in unicodeScalars {
      if zeichen.istUnsichtbar {
        ergebnis += "[\(zeichen.bezeichnung)]"
      } else {
        ergebnis.unicodeScalars.append(zeichen)
      }
    }
    return ergebnis
  }
}
