// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What can be said of the signature of a time stamp.
public enum Signaturbefund: Hashable, Sendable {
  /// The signature fits the certificate, and a path leads from it to a root that the user trusts.
  case vertraut
  /// The signature fits the certificate within the token; no root was named, so the path is unchecked.
  case ungeprueft
  /// The token carries no certificate: nothing can be said without one.
  case ohneZertifikat
  /// The signature, the certificate or its path is not right; why, as the end of a German sentence.
  case ungueltig(String)
}

extension Zeitstempel {
  /// Checks the signature over the token, its certificate and, if roots are named, the path to them.
  ///
  /// The signature must be the only one, have signed attributes (RFC 5652, section 5.3) and name its
  /// certificate among them as `SigningCertificate` or `SigningCertificateV2` (RFC 3161, section 2.4.2;
  /// RFC 5816): else another certificate with the same key could take its place.
  ///
  /// Revocation is not checked: nothing is fetched. The certificate must be one for time stamps. With
  /// roots, all certificates of the path must be valid at the same time (shell model).
  ///
  /// - Parameters:
  ///   - anker: The roots; nil for none.
  ///   - zeitpunkt: When the certificates must have been valid; nil for the time in the stamp.
  /// - Returns: What can be said.
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``.
  public func pruefeSignatur(
    _ anker: Vertrauensanker?, am zeitpunkt: Zeitpunkt? = nil
  ) throws(NachweisFehler) -> Signaturbefund {
    let huelle = try Signaturhuelle(der)
    let sekunden = (zeitpunkt ?? zeit).unixSekunden ?? 0
    let eigenes = huelle.unterzeichner()
    if let grund = try huelle.attributmangel(eigenes) { return .ungueltig(grund) }
    guard let anker else {
      guard let eigenes else { return .ohneZertifikat }
      let grund = huelle.innererMangel(eigenes, am: sekunden)
      return grund.map { .ungueltig($0) } ?? .ungeprueft
    }
    let grund = huelle.mangel(anker.zertifikate, am: sekunden)
    return grund.map { .ungueltig($0) } ?? .vertraut
  }

  /// The means of the signature that are no longer fit: its digest and the key of its certificate.
  ///
  /// The imprint is judged with the hash tree, whose algorithm it has.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``.
  func schwaechen() throws(NachweisFehler) -> [Schwaeche] {
    try Signaturhuelle(der).schwaechen()
  }
}
