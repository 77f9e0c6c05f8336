// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Synchronization
import TestHilfe

/// Stores with one, two or three Akten that are due, made once and copied for each run.
struct Chaosvorlage: Sendable {
  /// An Akte with its Vorgänge.
  struct Bestand: Sendable {
    let akte: ObjektID
    let vorgaenge: [ObjektID]
    var alle: [ObjektID] { [akte] + vorgaenge }
  }

  private let ordner: URL
  let akten: [Bestand]

  private static let fertige = Mutex<[Int: Chaosvorlage]>([:])

  /// The store with so many Akten; the first one has two Vorgänge.
  static func mit(_ anzahl: Int) throws -> Chaosvorlage {
    try fertige.withLock { fertige in
      if let v = fertige[anzahl] { return v }
      let ordner = FileManager.default.temporaryDirectory
        .appendingPathComponent("diva-vorlage-\(UUID().uuidString)", isDirectory: true)
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      let b = try Buehne(ordner, startwert: UInt64(anzahl))
      var akten: [Bestand] = []
      for i in 0..<anzahl {
        let akte = try b.lege(.akte, "Akte \(i)")
        var vorgaenge: [ObjektID] = []
        for j in 0...(i == 0 ? 1 : 0) {
          let v = try b.lege(.vorgang, "Vorgang \(i).\(j)", in: akte)
          try b.dokument("Bescheid.txt", "Inhalt \(i).\(j)", in: v)
          vorgaenge.append(v)
        }
        try b.tu(
          .schriftgut(
            ziel: akte, in: nil,
            ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: b.heute))),
          Buehne.registratur)
        akten.append(Bestand(akte: akte, vorgaenge: vorgaenge))
      }
      try b.warte()
      try b.speicher.schliesse()
      let neu = Chaosvorlage(ordner: ordner, akten: akten)
      fertige[anzahl] = neu
      return neu
    }
  }

  /// Puts a copy into a folder.
  func kopiere(nach ziel: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: ordner.path)
    where name.hasPrefix("sp") {
      try FileManager.default.copyItem(
        at: ordner.appendingPathComponent(name), to: ziel.appendingPathComponent(name))
    }
  }

  /// Takes all of them away again.
  static func raeumeAuf() {
    fertige.withLock { fertige in
      for v in fertige.values { try? FileManager.default.removeItem(at: v.ordner) }
      fertige = [:]
    }
  }
}
