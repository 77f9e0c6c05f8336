// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// A time stamp service of the test: `openssl ts` with a root of its own.
public struct Zeitstempelstelle {
  /// Where its keys and files lie.
  public let ordner: URL
  /// The root certificate.
  public var wurzel: String { ordner.appendingPathComponent("ca.pem").path }
  /// The command line that answers a request, with `{anfrage}` and `{antwort}`.
  public var befehl: [String] {
    ["sh", ordner.appendingPathComponent("antworte.sh").path, "{anfrage}", "{antwort}"]
  }

  /// Makes a root, a certificate for time stamps and the settings.
  ///
  /// - Parameters:
  ///   - ordner: A folder for it; made if it is missing.
  ///   - tage: How long the certificate of the service is valid.
  ///   - zweck: The extended key usage of the certificate.
  ///   - schluessel: The kind of the service's key, as `-newkey` of `openssl req` takes it.
  ///   - hash: The digest of its signatures.
  /// - Throws: If `openssl` fails.
  public init(
    _ ordner: URL, tage: Int = 3650, zweck: String = "critical,timeStamping",
    schluessel: String = "ec -pkeyopt ec_paramgen_curve:prime256v1", hash: String = "sha256"
  ) throws {
    self.ordner = ordner
    try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
    let skript = """
      set -e
      neu="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256"
      openssl req -x509 $neu -days 3650 -subj "/CN=DiVA Test-Wurzel" -keyout ca.key -out ca.pem \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
      openssl req -newkey \(schluessel) -nodes -sha256 -subj "/CN=DiVA Test-Zeitstempeldienst" -keyout tsa.key -out tsa.csr
      openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days \(tage) -sha256 \
        -extfile ext.cnf -out tsa.pem
      """
    try schreibe(
      "ext.cnf",
      """
      basicConstraints=critical,CA:FALSE
      keyUsage=critical,digitalSignature
      extendedKeyUsage=\(zweck)

      """)
    try schreibe(
      "tsa.cnf",
      """
      [tsa]
      default_tsa = t
      [t]
      serial = \(ordner.path)/serial
      crypto_device = builtin
      signer_cert = \(ordner.path)/tsa.pem
      signer_key = \(ordner.path)/tsa.key
      certs = \(ordner.path)/ca.pem
      signer_digest = \(hash)
      default_policy = 1.3.6.1.4.1.99999.1
      other_policies = 1.3.6.1.4.1.99999.2
      digests = sha256, sha384, sha512
      accuracy = secs:1
      ordering = no
      tsa_name = yes
      ess_cert_id_chain = no
      ess_cert_id_alg = sha256

      """)
    try schreibe("serial", "01\n")
    try schreibe(
      "antworte.sh",
      "openssl ts -reply -config '\(ordner.path)/tsa.cnf' -queryfile \"$1\" -out \"$2\" 2>/dev/null\n"
    )
    let e = try Programm.starte("sh", ["-c", skript], ordner: ordner)
    guard e.status == 0 else { throw CocoaError(.executableLoad, userInfo: ["": e.fehler]) }
  }

  /// Answers a request.
  public func antworte(_ anfrage: [UInt8]) throws -> [UInt8] {
    let name = UUID().uuidString
    let frage = ordner.appendingPathComponent(name + ".tsq")
    let antwort = ordner.appendingPathComponent(name + ".tsr")
    try Data(anfrage).write(to: frage)
    let e = try Programm.starte(
      "sh", [ordner.appendingPathComponent("antworte.sh").path, frage.path, antwort.path])
    guard e.status == 0 else { throw CocoaError(.executableLoad, userInfo: ["": e.fehler]) }
    return [UInt8](try Data(contentsOf: antwort))
  }

  /// The content of a token, signed anew with the key of the service by `openssl cms -sign`.
  ///
  /// - Parameters:
  ///   - token: The bare token in DER.
  ///   - optionen: Options such as `-noattr`, `-cades`, `-md md5`.
  /// - Returns: The new token.
  /// - Throws: If `openssl` fails.
  public func signiereNeu(_ token: [UInt8], _ optionen: [String]) throws -> [UInt8] {
    let name = ordner.appendingPathComponent(UUID().uuidString).path
    try Data(token).write(to: URL(fileURLWithPath: name + ".tst"))
    for argumente in [
      [
        "cms", "-verify", "-noverify", "-inform", "DER", "-in", name + ".tst", "-out",
        name + ".tstinfo",
      ],
      [
        "cms", "-sign", "-binary", "-nodetach", "-outform", "DER", "-econtent_type",
        "1.2.840.113549.1.9.16.1.4", "-in", name + ".tstinfo", "-out", name + ".neu", "-signer",
        ordner.appendingPathComponent("tsa.pem").path, "-inkey",
        ordner.appendingPathComponent("tsa.key").path,
      ] + optionen,
    ] {
      let e = try Programm.starte("openssl", argumente)
      guard e.status == 0 else { throw CocoaError(.executableLoad, userInfo: ["": e.fehler]) }
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: name + ".neu")))
  }

  /// What `openssl ts -verify` says of a token over a digest.
  ///
  /// - Parameters:
  ///   - token: The bare token in DER.
  ///   - hex: The digest.
  /// - Returns: Whether it is satisfied.
  /// - Throws: If it cannot be started.
  public func bestaetigt(_ token: [UInt8], hex: String) throws -> Bool {
    let datei = ordner.appendingPathComponent(UUID().uuidString + ".tst")
    try Data(token).write(to: datei)
    let e = try Programm.starte(
      "openssl",
      ["ts", "-verify", "-digest", hex, "-token_in", "-in", datei.path, "-CAfile", wurzel])
    return e.status == 0 && e.ausgabe.contains("Verification: OK")
  }

  private func schreibe(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: ordner.appendingPathComponent(name))
  }
}
