// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import SwiftASN1

/// How a signature names its certificate: the first entry of `SigningCertificate` (RFC 2634, section 5.4) or
/// `SigningCertificateV2` (RFC 5035, section 3), which must be the certificate that the signature is checked
/// with.
struct Zertifikatsnennung {
  private let verfahren: Hashverfahren
  private let wert: [UInt8]

  /// Reads the value of the attribute.
  ///
  /// - Parameters:
  ///   - bytes: The value in DER.
  ///   - zweite: Whether it is the second version, which names the algorithm of its digest.
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  init(_ bytes: [UInt8], zweite: Bool) throws(NachweisFehler) {
    let was = "Das Attribut »signingCertificate«"
    var leser = try Derleser(bytes, was, grenzen: .standard)
    var nennungen = try leser.folge("certs")
    var erste = try nennungen.folge("certs")
    var verfahren: Hashverfahren? = zweite ? .sha256 : .sha1
    if zweite, let angabe = erste.falls(.sequence) {
      var innen = try erste.folge(angabe, "hashAlgorithm")
      verfahren = Hashverfahren(objektkennung: try innen.kennung("algorithm"))
    }
    guard let verfahren else {
      throw erste.fehler("hashAlgorithm", "das Hashverfahren ist unbekannt")
    }
    self.verfahren = verfahren
    wert = try erste.oktette("certHash")
  }

  /// Whether it means a certificate.
  ///
  /// - Parameter zertifikat: The certificate in DER.
  /// - Returns: Whether its digest is the one named.
  /// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)`` if this system does not offer the algorithm.
  func meint(_ zertifikat: [UInt8]) throws(NachweisFehler) -> Bool {
    var rechner = try bildner(verfahren)
    return rechner.hash(zertifikat) == wert
  }
}
