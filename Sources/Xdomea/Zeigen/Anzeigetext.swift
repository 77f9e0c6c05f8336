// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension String {
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
