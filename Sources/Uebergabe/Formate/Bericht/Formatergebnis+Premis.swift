// SPDX-License-Identifier: Apache-2.0

/// An event as PREMIS 3 names it: what was done with a file, and what came out.
package struct Premisereignis: Hashable, Sendable {
  /// A term of the PREMIS vocabulary `eventType`, such as `format identification`.
  package let art: String
  /// What was done, for `eventDetail`.
  package let detail: String
  /// `success`, `warning` or `fail`, for `eventOutcome`.
  package let ergebnis: String
  /// What came out, for `eventOutcomeDetailNote`.
  package let hinweis: String
  /// The program that did it, for an agent of its own; nil for the one that writes the package.
  package let agent: String?
}

extension Formatergebnis {
  /// The format for PREMIS; nil if it was not recognised.
  ///
  /// PREMIS says what a file is, so a guess by the extension is left out.
  package var earkformat: Earkformat? {
    guard let haupt, haupt.format != .unbekannt, haupt.sicherheit > .endung else { return nil }
    return Earkformat(haupt.anzeige, puid: haupt.puid)
  }

  /// What happened to the file: its format was recognised and, if a validator was asked, judged.
  ///
  /// - Parameter programm: Name and version of the program that recognised.
  /// - Returns: One or two events.
  package func premisereignisse(programm: String) -> [Premisereignis] {
    var aus = [
      Premisereignis(
        art: "format identification", detail: "Format am Inhalt erkannt mit \(programm)",
        ergebnis: earkformat == nil || kandidaten.count > 1 ? "warning" : "success",
        hinweis: kandidaten.map {
          "\($0.anzeige), \($0.puid ?? "ohne PRONOM-Kennung"), \($0.sicherheit.anzeige)"
        }.joined(separator: "; "), agent: nil)
    ]
    guard let urteil else { return aus }
    let profil = urteil.profil.isEmpty ? "" : " gegen \(urteil.profil)"
    let (ergebnis, satz): (String, String) =
      switch urteil.ergebnis {
      case .gueltig: ("success", "gültig")
      case .ungueltig: ("fail", "ungültig")
      case .nichtGeprueft(let grund): ("warning", "nicht geprüft: \(grund)")
      }
    aus.append(
      Premisereignis(
        art: "validation", detail: "Geprüft durch \(urteil.pruefer)\(profil)", ergebnis: ergebnis,
        hinweis: ([satz] + urteil.meldungen).joined(separator: "; "), agent: urteil.pruefer))
    return aus
  }
}
