// SPDX-License-Identifier: Apache-2.0

/// Why bytes could not be sealed or opened.
@nonexhaustive
public enum Versiegelungsfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The OpenSSL library of this system does not offer AES-256-GCM.
  case verfahrenFehlt
  /// A key has not the ``Objektschluessel/laenge`` that it must have.
  case schluessellaenge(Int)
  /// The sealed bytes are shorter than nonce and tag.
  case zuKurz(Int)
  /// The text is longer than one seal can carry (1 GiB).
  case zuGross(Int)
  /// Wrong key, wrong additional data, or the bytes were changed; which one cannot be known.
  case nichtEcht

  /// A German sentence that says what to do.
  public var description: String {
    switch self {
    case .verfahrenFehlt:
      """
      Die Verschlüsselung AES-256-GCM fehlt in der OpenSSL-Bibliothek dieses Systems; \
      installieren Sie OpenSSL 3 mit dem Standardanbieter.
      """
    case .schluessellaenge(let bytes):
      "Ein Objektschlüssel hat 32 Bytes, dieser hat \(bytes); lesen Sie ihn noch einmal ein."
    case .zuKurz(let bytes):
      """
      Die versiegelten Daten sind unvollständig (\(bytes) Bytes); holen Sie sie noch einmal aus \
      der Quelle oder aus der Sicherung.
      """
    case .zuGross(let bytes):
      "\(bytes) Bytes sind für eine Versiegelung zu viel; teilen Sie die Daten auf."
    case .nichtEcht:
      """
      Die versiegelten Daten lassen sich mit diesem Schlüssel nicht öffnen: Sie wurden verändert, \
      oder der Schlüssel gehört nicht zu ihnen.
      """
    }
  }
}
