// SPDX-License-Identifier: Apache-2.0

extension Akteur {
  /// True if the two are different persons for the four-eyes principle.
  ///
  /// Letter case, spaces and characters that nobody sees make no second person; neither does an id
  /// of which nothing else remains. Letters of another script that look alike are not told apart
  /// from real ones: the directory of a product gives the ids, not the person who acts.
  ///
  /// - Parameter andere: The other one.
  /// - Returns: False if both are, or may be, the same.
  public func istAndere(als andere: Akteur) -> Bool {
    let eine = Self.vergleichsform(kennung)
    let zweite = Self.vergleichsform(andere.kennung)
    return !eine.isEmpty && !zweite.isEmpty && eine != zweite
  }

  /// An id as it is compared: small letters, without spaces, control and invisible characters.
  static func vergleichsform(_ kennung: String) -> String {
    var form = String.UnicodeScalarView()
    for zeichen in kennung.lowercased().unicodeScalars where zeichen.istSichtbar {
      form.append(zeichen)
    }
    return String(form)
  }
}

extension Unicode.Scalar {
  fileprivate var istSichtbar: Bool {
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }
}
