// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// One case of the transition table: a row, and either what follows or the refusal.
struct Uebergangsfall: Sendable, CustomTestStringConvertible {
  typealias Vorbereitung = @Sendable (inout Uebergangswelt) throws -> Handlung
  typealias Folgen = @Sendable (Wirkungen, Uebergangswelt) throws -> Void

  /// The row of the table.
  let zeile: String
  /// The row the machine names; another one where a row of the table speaks about events of others.
  let regel: String
  /// The name of the refusal; nil if the case is allowed.
  let fehler: String?
  let was: String
  let start: Uebergangsstart
  let vorbereitung: Vorbereitung
  let folgen: Folgen

  var testDescription: String { "\(zeile) \(fehler ?? "geht"): \(was)" }

  static func geht(
    _ zeile: String, _ was: String, regel: String? = nil, ab start: Uebergangsstart,
    _ vorbereitung: @escaping Vorbereitung, folgen: @escaping Folgen
  ) -> Self {
    Self(
      zeile: zeile, regel: regel ?? zeile, fehler: nil, was: was, start: start,
      vorbereitung: vorbereitung, folgen: folgen)
  }

  static func nein(
    _ zeile: String, _ fehler: String, _ was: String, regel: String? = nil,
    ab start: Uebergangsstart, _ vorbereitung: @escaping Vorbereitung,
    folgen: @escaping Folgen = { _, _ in }
  ) -> Self {
    Self(
      zeile: zeile, regel: regel ?? zeile, fehler: fehler, was: was, start: start,
      vorbereitung: vorbereitung, folgen: folgen)
  }

  func pruefe() throws {
    var welt = try start.welt()
    let handlung = try vorbereitung(&welt)
    let vorher = welt
    do {
      let w = try welt.wende(handlung)
      #expect(w.regel == regel)
      if let fehler {
        #expect(w.abgelehnt.map(\.grund.code).contains(fehler), "\(w.abgelehnt)")
      } else {
        #expect(w.abgelehnt.isEmpty, "\(w.abgelehnt)")
      }
      try folgen(w, welt)
    } catch let f as LifecycleFehler {
      #expect(f.regel == regel && f.grund.code == fehler, "\(f.regel) \(f.grund)")
      #expect(vorher.schriftgut == welt.schriftgut && vorher.dokumente == welt.dokumente)
      try folgen(Wirkungen(f.regel), welt)
    }
  }
}
