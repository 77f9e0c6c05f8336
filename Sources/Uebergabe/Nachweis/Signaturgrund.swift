// SPDX-License-Identifier: Apache-2.0

/// OpenSSL's reasons in German.
enum Signaturgrund {
  private static let bekannt: [(String, String)] = [
    (
      "certificate has expired",
      "das Zertifikat oder eines seines Pfades war zu dieser Zeit abgelaufen"
    ),
    (
      "certificate is not yet valid",
      "das Zertifikat oder eines seines Pfades galt zu dieser Zeit noch nicht"
    ),
    (
      "unable to get local issuer certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    (
      "unable to get issuer certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    ("self-signed certificate", "das Zertifikat stammt von keiner der genannten Wurzeln"),
    (
      "unable to verify the first certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    ("unsuitable certificate purpose", "das Zertifikat ist nicht für Zeitstempel bestimmt"),
    ("unsupported certificate purpose", "das Zertifikat ist nicht für Zeitstempel bestimmt"),
    ("signature failure", "die Signatur passt nicht zum Inhalt"),
    ("bad signature", "die Signatur passt nicht zum Inhalt"),
    ("digest failure", "die Signatur passt nicht zum Inhalt"),
    ("ess signing certificate error", "die Signatur nennt ein anderes Zertifikat"),
    ("ess add signing cert", "die Signatur nennt ein anderes Zertifikat"),
    ("ess cert", "die Signatur nennt ein anderes Zertifikat"),
    ("verification failure", "die Signatur passt nicht zum Inhalt"),
    ("signer certificate not found", "das Zertifikat der Signatur fehlt"),
    ("there must be one signer", "es gibt nicht genau eine Signatur"),
    ("ee certificate key too weak", "der Schlüssel des Zertifikats ist zu kurz"),
    ("CA md too weak", "ein Zertifikat des Pfades ist mit einem schwachen Verfahren signiert"),
  ]

  static func deutsch(_ meldungen: [String]) -> String {
    for (englisch, deutsch) in bekannt
    where meldungen.contains(where: { $0.contains(englisch) }) { return deutsch }
    return "OpenSSL meldet: "
      + (meldungen.isEmpty ? "unbekannt" : meldungen.joined(separator: "; "))
  }
}
