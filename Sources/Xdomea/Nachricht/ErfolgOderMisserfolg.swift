// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Whether an import succeeded, for a whole message or for one object (`ErfolgOderMisserfolg`).
///
/// A failure says why; a success says nothing more (R64). Both can be read, so both can be said.
public struct ErfolgOderMisserfolg: Hashable, Sendable, Codable {
  /// True if the import succeeded; false also where a message does not say it readably.
  public var erfolgreich: Bool
  /// Why not, as text; 2.x holds one text for the whole message.
  public var fehlermeldungen: [String] = []
  /// Why not, as codes of a list agreed with the archive (from 3.0); list and version are mandatory.
  public var fehlermeldungCodes: [Code] = []

  /// A result.
  public init(erfolgreich: Bool) { self.erfolgreich = erfolgreich }

  /// The import succeeded.
  public static let erfolg = Self(erfolgreich: true)

  /// The import failed for a reason.
  public static func misserfolg(_ fehlermeldung: String) -> Self {
    var ergebnis = Self(erfolgreich: false)
    ergebnis.fehlermeldungen = [fehlermeldung]
    return ergebnis
  }

  /// True if there is a text or a code that says something.
  public var nenntGrund: Bool {
    fehlermeldungen.contains { !$0.allSatisfy(\.isWhitespace) }
      || fehlermeldungCodes.contains { !$0.wert.isEmpty }
  }
}
