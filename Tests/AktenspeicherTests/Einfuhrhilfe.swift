// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

/// What tests of import and export share.
enum Einfuhrhilfe {
  /// The sample messages of type 0501 and 0503, paths below the folder of samples.
  static let beispiele: [String] = {
    guard let lauf = FileManager.default.enumerator(atPath: Gemeinsam.beispiele.path) else {
      return []
    }
    return lauf.compactMap { $0 as? String }.filter { pfad in
      (pfad.hasSuffix(".zip") || pfad.hasSuffix(".xml"))
        && (pfad.contains("0501") || pfad.contains("0503"))
    }.sorted()
  }()

  static func optionen(
    _ speicher: Speicher? = nil, am heute: Kalendertag = Kalendertag(2026, 3, 2)!
  ) -> Importoptionen {
    var o = Importoptionen(
      heute: heute, zeitpunkt: Zeitpunkt("2026-03-02T09:00:00.000Z")!)
    o.einheit = "00.12"
    o.einheitenAnlegen = true
    return o
  }

  /// A store in which Akten without a rule can be closed, since samples bring none.
  static func speicher(_ ordner: URL, _ name: String = "sp") throws -> Speicher {
    let speicher = try Speicher.lege(
      ordner.appendingPathComponent(name).path, kennung: "test-" + name)
    var richtlinie = Richtlinie()
    richtlinie.regelpflicht = false
    richtlinie.nurBlaetter = false
    var zufall = Zufall(7)
    try speicher.setze(
      richtlinie, von: Buehne.fach,
      Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: Zeitpunkt("2026-03-01T09:00:00.000Z")!))
    return speicher
  }

  /// A message as a folder in which every file that it names lies, so that single XML files can be
  /// used as well.
  static func mitDateien(_ quelle: String, nach ordner: URL) throws -> String {
    let paket = try Nachrichtenpaket(pfad: quelle)
    guard paket.art == .nachricht else { return quelle }
    let ziel = ordner.appendingPathComponent("nachricht")
    try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
    let name = URL(fileURLWithPath: quelle).lastPathComponent
    try FileManager.default.copyItem(
      atPath: quelle, toPath: ziel.appendingPathComponent(name).path)
    let leser = try paket.leser()
    guard leser.typ == .aussonderung else { return ziel.path }
    while let teil = try leser.naechster() {
      var namen: [String] = []
      teil.jedeDatei { name, _ in namen.append(name) }
      for name in namen {
        try Data("Inhalt von \(name)".utf8).write(to: ziel.appendingPathComponent(name))
      }
    }
    return ziel.path
  }

  /// The objects at the top of a message.
  static func objekte(_ quelle: String) throws -> [Schriftgutobjekt] {
    let leser = try Nachrichtenpaket(pfad: quelle).leser()
    var alle: [Schriftgutobjekt] = []
    while let teil = try leser.naechster() {
      if case .schriftgutobjekt(let objekt) = teil { alle.append(objekt) }
    }
    return alle
  }

  /// A value as lines of path and value, so that two can be compared.
  static func zeilen(_ wert: some Encodable) throws -> [String] {
    let json = try JSONSerialization.jsonObject(with: Data(try KanonischesJSON.bytes(wert)))
    var zeilen: [String] = []
    func gehe(_ pfad: String, _ wert: Any) {
      if let objekt = wert as? [String: Any] {
        for (name, kind) in objekt.sorted(by: { $0.key < $1.key }) { gehe(pfad + "/" + name, kind) }
      } else if let liste = wert as? [Any] {
        for (i, kind) in liste.enumerated() { gehe(pfad + "[\(i)]", kind) }
      } else {
        zeilen.append(pfad + " = \(wert)")
      }
    }
    gehe("", json)
    return zeilen
  }

  static func kopf(_ prozess: ProzessID, _ nachricht: NachrichtenID? = nil) -> Nachrichtenkopf {
    var kopf = Nachrichtenkopf(
      prozessID: prozess, absender: Kontakt(institution: "Stadt Muster"),
      empfaenger: Kontakt(institution: "Stadtarchiv Muster"),
      erstellungszeitpunkt: Zeitpunkt("2026-03-02T09:30:00.000Z"), nachrichtenID: nachricht)
    kopf.system = Werkzeug.system
    kopf.rueckmeldungArchivkennung = true
    return kopf
  }

  static func pruefe(_ speicher: Speicher) throws -> [String] {
    var befunde: [String] = []
    try speicher.pruefe { befunde.append("\($0.regel) \($0.meldung)") }
    if !befunde.isEmpty { print("BEFUNDE", befunde) }
    return befunde
  }
}
