// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefsummen
import Pruefung
import TestHilfe

/// Entries for tests.
enum Muster {
  static func summe(_ text: String) throws -> Pruefsumme { try Pruefsumme.sha256(Array(text.utf8)) }

  static func zeit(_ milli: Int64 = 1_795_421_730_125) throws -> Zeitpunkt {
    guard let zeit = Zeitpunkt(unixMillisekunden: milli) else { throw Fehlt() }
    return zeit
  }

  static func id<B>(_ text: String) throws -> Kennung<B> {
    guard let id = Kennung<B>(text) else { throw Fehlt() }
    return id
  }

  struct Fehlt: Error {}

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A random event with its payload's stored bytes.
  static func entwurf(
    _ zufall: inout Zufall, nach zeit: inout Int64
  ) throws -> (Protokollentwurf, nutzlast: [UInt8]) {
    zeit += Int64.random(in: 0...100_000, using: &zufall)
    let nutzlast = (0..<Int.random(in: 1...60, using: &zufall)).map { _ in
      UInt8.random(in: 0...255, using: &zufall)
    }
    let arten = ["A10 zdAVerfuegen", "A18 Metadatenkorrektur", "P12 Vernichten", "x"]
    let gruende = ["offenerSchritt", "fristLaeuft", "e-1_2.3"]
    var betroffene: [Objektstand] = []
    for _ in 0..<Int.random(in: 0...3, using: &zufall) {
      let stand = Bool.random(using: &zufall) ? try summe("\(zufall.next())") : nil
      betroffene.append(Objektstand(id: .zufaellig(&zufall), stand: stand))
    }
    let entwurf = Protokollentwurf(
      ereignis: .zufaellig(&zufall), zeitpunkt: try Self.zeit(zeit),
      art: arten.randomElement(using: &zufall) ?? "x",
      ausgang: Bool.random(using: &zufall)
        ? .angenommen : .abgelehnt(grund: gruende.randomElement(using: &zufall) ?? "x"),
      betroffene: betroffene, nutzlast: try Pruefsumme.sha256(nutzlast))
    return (entwurf, nutzlast)
  }

  /// A chain of random entries: stored bytes and payloads.
  static func kette(
    _ anzahl: Int, seed: UInt64
  ) throws -> [(satz: [UInt8], nutzlast: [UInt8])] {
    var zufall = Zufall(seed)
    var zeit: Int64 = 1_795_000_000_000
    var kette = try Protokollkette()
    var ergebnis: [(satz: [UInt8], nutzlast: [UInt8])] = []
    for _ in 0..<anzahl {
      let (entwurf, nutzlast) = try entwurf(&zufall, nach: &zeit)
      var satz: [UInt8] = []
      try kette.haenge(an: entwurf, satz: &satz)
      ergebnis.append((satz, nutzlast))
    }
    return ergebnis
  }

  /// Checks stored bytes with their payloads.
  static func pruefe(
    _ saetze: [(satz: [UInt8], nutzlast: [UInt8])], anker: [Anker] = [],
    ereignisfenster: Int? = 65_536
  ) throws -> Kettenbericht {
    var pruefung = try Kettenpruefung(anker: anker, ereignisfenster: ereignisfenster)
    for s in saetze { pruefung.nimm(satz: s.satz, nutzlast: s.nutzlast) }
    return pruefung.abschluss()
  }
}

extension Kettenbericht {
  var regeln: [String] { befunde.map(\.regel) }
}
