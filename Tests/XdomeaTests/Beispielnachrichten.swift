// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe

@testable import Xdomea

/// The sample messages in the shared test data, all kinds and versions.
enum Beispielnachrichten {
  /// Paths relative to the folder of samples: containers and single messages.
  static let alle: [String] = {
    let ordner = Gemeinsam.beispiele
    guard let lauf = FileManager.default.enumerator(atPath: ordner.path) else { return [] }
    return lauf.compactMap { $0 as? String }.filter { pfad in
      (pfad.hasSuffix(".zip") || pfad.hasSuffix(".xml"))
        && Nachrichtentyp.allCases.contains {
          pfad.contains("_\($0.rawValue)_") || pfad.contains(".\($0.rawValue).")
        }
    }.sorted()
  }()

  static func pfad(_ name: String) -> String {
    Gemeinsam.beispiele.appendingPathComponent(name).path
  }

  /// The bytes of the message in a container or file.
  static func bytes(_ paket: Nachrichtenpaket) throws -> [UInt8] {
    guard let name = paket.nachricht else { return [] }
    if paket.art == .nachricht { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: name))) }
    var bytes: [UInt8] = []
    let lies = try paket.oeffne(name)
    var puffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let n = try puffer.withUnsafeMutableBytes { try lies($0) }
      if n == 0 { return bytes }
      bytes += puffer[..<n]
    }
  }
}

/// Writes a message that was read into memory, in any version.
func geschrieben(
  _ paket: Nachrichtenpaket, _ version: XdomeaFassung? = nil,
  kopf aendern: (inout Nachrichtenkopf) -> Void = { _ in }
) throws -> (bytes: [UInt8], verluste: Verlustbericht, leser: Nachrichtenleser) {
  let leser = try paket.leser()
  var bytes: [UInt8] = []
  var kopf = leser.kopf
  aendern(&kopf)
  let ziel = version ?? leser.version
  return try withUnsafeMutablePointer(to: &bytes) { p in
    var schreiber = try Nachrichtenschreiber(ziel, leser.typ, kopf, quelle: leser.version) {
      p.pointee += $0
    }
    while let teil = try leser.naechster() { try schreiber.schreibe(teil) }
    let verluste = try schreiber.beende()
    return (p.pointee, verluste, leser)
  }
}
