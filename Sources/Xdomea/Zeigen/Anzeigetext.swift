// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Unicode.Scalar {
  /// Whether people would not see this scalar, or see something else because of it.
  fileprivate var istUnsichtbar: Bool {
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
}

extension String {
  /// The text with every invisible scalar replaced by its code point, for example `[U+202E]`.
  ///
  /// Values of a message come from others: a line break in a Betreff must not look like a line of
  /// ours, an escape sequence must not reach the terminal.
  package var sichtbar: String {
    guard unicodeScalars.contains(where: \.istUnsichtbar) else { return self }
    var aus = ""
    for z in unicodeScalars {
      if z.istUnsichtbar {
        let ziffern = String(z.value, radix: 16, uppercase: true)
        aus += "[U+" + String(repeating: "0", count: max(0, 4 - ziffern.count)) + ziffern + "]"
      } else {
        aus.unicodeScalars.append(z)
      }
    }
    return aus
  }

  /// JSON text with every invisible scalar of its strings as `\uXXXX`.
  package var jsonMaskiert: String {
    guard unicodeScalars.contains(where: \.istUnsichtbar) else { return self }
    var aus = ""
    for z in unicodeScalars {
      guard z.istUnsichtbar else {
        aus.unicodeScalars.append(z)
        continue
      }
      for einheit in String(z).utf16 {
        let ziffern = String(einheit, radix: 16)
        aus += "\\u" + String(repeating: "0", count: max(0, 4 - ziffern.count)) + ziffern
      }
    }
    return aus
  }
}

extension BinaryInteger {
  /// The number with a dot between thousands: `1.250`.
  package var deutsch: String {
    let ziffern = String(magnitude)
    var aus = self < 0 ? "-" : ""
    for (stelle, ziffer) in ziffern.enumerated() {
      if stelle > 0 && (ziffern.count - stelle).isMultiple(of: 3) { aus.append(".") }
      aus.append(ziffer)
    }
    return aus
  }

  /// The number with a noun: `1 Akte` or `2 Akten`.
  package func mal(_ eins: String, _ viele: String) -> String {
    "\(deutsch) \(self == 1 ? eins : viele)"
  }
}

extension Int64 {
  /// A number of bytes as people read it: `812 Byte`, `4,3 KB`, `1,2 MB`.
  package var alsGroesse: String {
    var einheit: Int64 = 1000
    for name in ["KB", "MB", "GB"] {
      let zehntel = (self * 10 + einheit / 2) / einheit
      if self >= 1000, zehntel < 10_000 || name == "GB" {
        return "\((zehntel / 10).deutsch),\(zehntel % 10) \(name)"
      }
      einheit *= 1000
    }
    return "\(self) Byte"
  }
}

extension Zeitpunkt {
  /// The point in time as people read it: `12.03.2024, 10:15:00 Uhr (UTC)`.
  package var anzeige: String {
    let zone =
      switch uhrzeit.zone {
      case .keine: ""
      case .utc: " (UTC)"
      case .abstand: " (UTC\(uhrzeit.zone.text))"
      }
    return "\(tag.anzeige), \(uhrzeit.text.prefix(8)) Uhr\(zone)"
  }
}

extension Zeitraum {
  /// The span as people read it: `15.03.2011 – 14.12.2012`; nil without any day.
  var anzeige: String? {
    guard beginn != nil || ende != nil else { return nil }
    return "\(beginn?.anzeige ?? "?") – \(ende?.anzeige ?? "?")"
  }
}

extension Kontakt {
  /// Who it is, in one phrase; a dash if nothing is known.
  package var anzeige: String {
    let person = [ansprechpartner?.vorname?.name, ansprechpartner?.familienname?.name]
    let teile: [String?] = [
      institution?.name ?? institution?.kurzbezeichnung, organisationseinheit,
      person.compactMap(\.self).joined(separator: " "),
    ]
    let text = teile.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? "–" : text
  }
}
