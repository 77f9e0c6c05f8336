// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefsummen
import Synchronization
import TestHilfe
import Xdomea

/// A store with six Akten that are due, made once and copied for each run, with what must become of
/// each of them.
///
/// The archive wants Akten with an even number and the first Vorgang of Akte 3; its repository fails
/// for Akte 6 at first; Akte 5 (V) and Akte 8 (A) are held after the appraisal.
struct Absturzvorlage: Sendable {
  /// What becomes of an object in the end.
  enum Schicksal: String, Sendable {
    case archiviert, vernichtet, gesperrt
  }

  /// A document's file.
  struct Datei: Hashable, Sendable {
    let objekt: ObjektID
    let summe: Pruefsumme
  }

  private let ordner: URL
  private(set) var schicksale: [ObjektID: Schicksal] = [:]
  private(set) var dateien: [Datei] = []
  private var gehalten: [ObjektID] = []

  private static let fertig = Mutex<Absturzvorlage?>(nil)

  /// The template; whoever comes first makes it.
  static func hole() throws -> Absturzvorlage {
    try fertig.withLock { fertig in
      if let fertig { return fertig }
      let neu = try Absturzvorlage()
      fertig = neu
      return neu
    }
  }

  /// Takes it away again.
  static func raeumeAuf() {
    fertig.withLock { fertig in
      if let fertig { try? FileManager.default.removeItem(at: fertig.ordner) }
      fertig = nil
    }
  }

  private init() throws {
    ordner = FileManager.default.temporaryDirectory
      .appendingPathComponent("diva-absturz-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
    let b = try Buehne(ordner, startwert: 4711)
    for i in [1, 2, 3, 5, 6, 8] {
      let akte = try b.lege(.akte, "Akte \(i)")
      schicksale[akte] =
        i == 5 || i == 8 ? .gesperrt : i % 2 == 0 || i == 3 ? .archiviert : .vernichtet
      if schicksale[akte] == .gesperrt { gehalten.append(akte) }
      for j in 1...2 {
        let vorgang = try b.lege(.vorgang, "Vorgang \(i).\(j)", in: akte)
        schicksale[vorgang] = i == 3 && j == 2 ? .vernichtet : schicksale[akte]
        for k in 1...(j == 1 ? 2 : 1) {
          let inhalt = String(repeating: "Inhalt \(i).\(j).\(k) ", count: k == 1 ? 3 : 9_000)
          try b.dokument("Schreiben \(k).txt", inhalt, in: vorgang)
          dateien.append(Datei(objekt: vorgang, summe: try .sha256(Array(inhalt.utf8))))
        }
      }
      try b.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: b.heute))),
        Buehne.registratur)
    }
    try b.warte()
    try b.speicher.schliesse()
  }

  /// Puts a store, and what both sides are told, into a folder.
  func kopiere(nach ziel: URL, _ fassung: XdomeaFassung) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: ordner.path)
    where name.hasPrefix("sp") {
      try FileManager.default.copyItem(
        at: ordner.appendingPathComponent(name), to: ziel.appendingPathComponent(name))
    }
    try Data(fassung.rawValue.utf8).write(to: ziel.appendingPathComponent("fassung"))
    try Data(gehalten.map { "\($0)\n" }.joined().utf8)
      .write(to: ziel.appendingPathComponent("sperren"))
  }
}
