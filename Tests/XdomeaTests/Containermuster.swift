// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefsummen
import Pruefung
import TestHilfe

@testable import Xdomea

/// A sound container of 4.0 with one file, for a test to break.
struct Containermuster {
  /// The name of container and message without its extension.
  var stamm: String
  /// The message.
  var xml: String
  /// The files.
  var dateien: [Testzip.Satz]

  static let inhalt = "%PDF-1.4 Inhalt"

  /// The file's name.
  static let datei = "\(dateiID(40))_Datei.pdf"

  init(datei: String = Containermuster.datei, inhalt: String = Containermuster.inhalt) throws {
    var kopf = Antwortmodell.kopf(.aussonderung)
    kopf.lfdNr = 1
    kopf.gesamtanzahl = 1
    var f = format(40)
    f.name = .dateiformat("018")
    f.primaerdokument.dateiname = datei
    f.primaerdokument.hash = Hashangabe(
      wert: try Self.sha256(inhalt), algorithmus: nil, sonstigerAlgorithmus: "SHA-256")
    let d = dokument(30, versionen: [Version(nummer: "1", formate: [f])])
    let bytes = try XdomeaTests.schreibe(
      .v400, .aussonderung, kopf,
      [.schriftgutobjekt(.akte(akte(vorgaenge: [vorgang(dokumente: [d])])))]
    ).bytes
    xml = String(decoding: bytes, as: UTF8.self)
    stamm = Nachrichtenname(.v400, .aussonderung, prozessID: kopf.prozessID).stamm
    dateien = [Testzip.Satz(datei, inhalt)]
  }

  private static func sha256(_ text: String) throws -> String {
    let rechner = try Rechner(.sha256)
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBytes { rechner.bildner.nimm(UnsafeRawBufferPointer($0)) }
    return rechner.bildner.abschluss().first!.hex
  }

  /// Replaces text of the message.
  mutating func ersetze(_ alt: String, _ neu: String) {
    precondition(xml.contains(alt), "\(alt) is not in the message")
    xml = xml.replacingOccurrences(of: alt, with: neu)
  }

  /// What a check finds.
  func befunde(schemata: Schemata? = nil) throws -> [Befund] {
    try mitTemporaeremOrdner { ordner in
      let nachricht = Testzip.Satz(stamm + ".xml", xml)
      let pfad = try Testzip([nachricht] + dateien).schreibe(ordner, stamm + ".zip")
      return try Pruefer(schemata: schemata, heute: Kalendertag(2026, 6, 1)).pruefe(pfad).befunde
    }
  }
}
