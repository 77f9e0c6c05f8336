// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefung
import TestHilfe

@testable import Aktenspeicher

/// Rows and files for the tests.
enum Muster {
  /// A fresh store in a temporary folder that goes away afterwards.
  static func mitSpeicher<T>(_ body: (Speicher, String) throws -> T) throws -> T {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/Speicher"
      let speicher = try Speicher.lege(pfad, kennung: "Muster 1")
      return try body(speicher, pfad)
    }
  }

  /// An object with random id; the same number gives the same id.
  static func objekt(
    _ nr: Int64, _ ebene: Objektebene = .akte, eltern: Int64? = nil, lage: Int = 1,
    kennzeichen: String? = nil, betreff: String? = nil, einheit: String? = nil, reifab: Int? = nil,
    spaetestens: Int? = nil
  ) -> Objektzeile {
    Objektzeile(
      nr: nr, id: id(nr), ebene: ebene, eltern: eltern, einheit: einheit, lage: lage,
      kennzeichen: kennzeichen, betreff: betreff,
      reifab: reifab.flatMap { Kalendertag(tageszahl: Int32($0)) },
      spaetestens: spaetestens.flatMap { Kalendertag(tageszahl: Int32($0)) }, folge: nr,
      zustand: [1, 2, 3], metadaten: Array("{}".utf8))
  }

  static func id(_ nr: Int64) -> ObjektID {
    var zufall = Zufall(UInt64(nr))
    return ObjektID.zufaellig(&zufall)
  }

  /// Some bytes that depend on the number.
  static func bytes(_ nummer: Int, laenge: Int = 100) -> [UInt8] {
    (0..<laenge).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ nummer &* 31 &+ ($0 >> 8)) }
      + Array("Datei \(nummer)".utf8)
  }

  /// Stores files as those of one object.
  @discardableResult
  static func lege(_ dateien: [[UInt8]], in speicher: Speicher, nr: Int64) throws -> [Dateihash] {
    let stapel = try speicher.neuerStapel()
    let angaben = try dateien.map { try stapel.nimm(bytes: $0) }
    try stapel.veroeffentliche()
    try speicher.schreibe { z in
      try z.setze(objekt(nr, .dokument, betreff: "Dokument \(nr)"))
      try z.setzeSuche(nr, kennzeichen: nil, betreff: "Dokument \(nr)")
      for a in angaben {
        try z.setzeDatei(a)
        try z.verwende(nr, a.hash)
      }
    }
    return angaben.map(\.hash)
  }

  /// The findings of a check.
  static func befunde(
    _ speicher: Speicher, _ umfang: Speicher.Pruefumfang = .vollstaendig
  ) throws -> [Befund] {
    var liste: [Befund] = []
    try speicher.pruefeGrundlage(umfang) { liste.append($0) }
    return liste
  }

  /// The files on their way, without the notes about what a batch has published.
  static func unterwegs(_ pfad: String) throws -> [String] {
    try inhalt(pfad + "/unterwegs").filter { !$0.hasSuffix("-liste") }
  }

  /// The names in a folder and its folders, sorted.
  static func inhalt(_ pfad: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: pfad).sorted()
  }
}

/// The error of this library that `body` throws.
func speicherfehler(_ body: () throws -> Void) -> SpeicherFehler? {
  do {
    try body()
    return nil
  } catch {
    return error as? SpeicherFehler
  }
}
