// SPDX-License-Identifier: Apache-2.0
internal import CLibCrypto

/// The certificates that the user trusts.
public struct Vertrauensanker: Hashable, Sendable {
  /// The certificates in DER.
  let zertifikate: [[UInt8]]

  /// Certificates from PEM text, any number of them, or one in DER.
  ///
  /// - Parameters:
  ///   - bytes: The content of a file.
  ///   - name: Its name for messages.
  /// - Throws: ``NachweisFehler/nichtLesbar(pfad:grund:)``.
  public init(_ bytes: [UInt8], name: String) throws(NachweisFehler) {
    var gefunden: [[UInt8]] = []
    if let eines = Zertifikat(der: bytes) {
      gefunden = [eines.der]
    } else if let bio = BIOQuelle(bytes) {
      while let zeiger = PEM_read_bio_X509(bio.zeiger, nil, nil, nil) {
        gefunden.append(Zertifikat(zeiger).der)
      }
      ERR_clear_error()
    }
    guard !gefunden.isEmpty else {
      throw .nichtLesbar(pfad: name, grund: "es enthält kein Zertifikat (PEM oder DER)")
    }
    zertifikate = gefunden
  }
}
