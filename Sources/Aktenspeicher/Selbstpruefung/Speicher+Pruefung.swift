// SPDX-License-Identifier: Apache-2.0
package import Pruefung

extension Speicher {
  /// How much a check looks at.
  public enum Pruefumfang: Hashable, Sendable {
    /// The database, and that every file is there with its size.
    case ohneInhalte
    /// The bytes of every file as well.
    case vollstaendig
  }

  /// How far a check has come.
  public struct Pruefstand: Hashable, Sendable {
    /// What is being checked, in German.
    public let abschnitt: String
    /// So many rows or files are done.
    public let erledigt: Int
    /// So many there are; nil if not known.
    public let gesamt: Int?
  }

  /// Checks the ground floor: the database, its rows, the full-text index, and every file.
  ///
  /// Others may read and write meanwhile; what changes during the check is looked at twice before it
  /// becomes a finding. The full-text index is compared in a temporary copy, which needs room in the
  /// folder for temporary files. Files are digested on all cores, memory stays bounded.
  ///
  /// - Parameters:
  ///   - umfang: How much to look at.
  ///   - fortschritt: Called now and then.
  ///   - befund: Takes each finding; its rule is one of ``Speicherregeln/alle``.
  /// - Throws: ``SpeicherFehler`` if the check itself could not go on. Damage is a finding.
  package func pruefeGrundlage(
    _ umfang: Pruefumfang = .vollstaendig, fortschritt: (Pruefstand) -> Void = { _ in },
    befund: (Befund) -> Void
  ) throws(SpeicherFehler) {
    do {
      // Neither of the two keeps the closures.
      try withoutActuallyEscaping(fortschritt) { fortschritt in
        try withoutActuallyEscaping(befund) { befund in
          let lesbar = try Datenbankpruefung(self, fortschritt, befund).erledige()
          let dateien = Dateipruefung(self, fortschritt, befund)
          if lesbar {
            try dateien.erledige(umfang)
          } else {
            try dateien.pruefeOhneDatenbank(umfang)
          }
        }
      }
    } catch {
      throw .eigen(error, ordner)
    }
  }
}
