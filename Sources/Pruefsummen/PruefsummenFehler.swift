// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a digest could not be made.
@nonexhaustive
public enum PruefsummenFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The OpenSSL library of this system does not offer the algorithm (MD5 in FIPS mode).
  case verfahrenFehlt(Hashverfahren)
  /// The file at `pfad` cannot be read.
  case nichtLesbar(pfad: String, grund: String)

  /// A German sentence that names the file and a remedy.
  public var description: String {
    switch self {
    case .verfahrenFehlt(let verfahren):
      """
      Das Hashverfahren \(verfahren.rawValue) fehlt in der OpenSSL-Bibliothek dieses Systems \
      (etwa im FIPS-Betrieb); wählen Sie ein anderes, zum Beispiel SHA-256.
      """
    case .nichtLesbar(let pfad, let grund):
      """
      Die Datei »\(pfad)« ist nicht lesbar: \(grund). Prüfen Sie Pfad und Leserechte.
      """
    }
  }
}
