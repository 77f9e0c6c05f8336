// SPDX-License-Identifier: Apache-2.0
internal import SwiftASN1

/// The answer of a time stamp service (RFC 3161, section 2.4.2): a status and, if granted, the token.
struct Zeitstempelantwort {
  /// The token as it stands in the answer.
  let token: [UInt8]

  /// Takes an answer, or a bare token, apart.
  ///
  /// - Throws: ``NachweisFehler/abgelehnt(_:)``, ``NachweisFehler/format(was:ort:grund:)``,
  ///   ``NachweisFehler/grenze(was:wert:)``.
  init(_ bytes: [UInt8]) throws(NachweisFehler) {
    var leser = try Derleser(bytes, "Die Antwort des Zeitstempeldienstes", grenzen: .standard)
    if leser.falls(.objectIdentifier) != nil {  // a ContentInfo: the token alone
      token = bytes
      return
    }
    var zustand = try leser.folge("status")
    let zahl = try zustand.zahl("status")
    guard zahl == 0 || zahl == 1 else {
      var gruende: [String] = []
      if let texte = zustand.falls(.sequence) {
        var innen = try zustand.folge(texte, "statusString")
        while let text = innen.naechster() {
          if let t = try? ASN1UTF8String(derEncoded: text) { gruende.append(String(t)) }
        }
      }
      let grund = gruende.isEmpty ? "ohne Begründung" : gruende.joined(separator: "; ")
      throw .abgelehnt("Status \(zahl), \(grund)")
    }
    let stempel = try leser.verlange("timeStampToken")
    token = stempel.roh
    try leser.ende()
  }
}
