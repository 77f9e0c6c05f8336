// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Pruefsummen
import TestHilfe
import Xdomea

/// What a message says about one Akte or Vorgang, without what every system makes for itself.
struct Gegenstand: Hashable, CustomStringConvertible {
  var id: ObjektID
  var eltern: ObjektID?
  var istKontext: Bool
  var kennzeichen: String?
  var betreff: String?
  var laufzeit: Zeitraum?
  var zdADatum: Kalendertag?
  var aufbewahrungsende: Teildatum?
  var art: String?
  var vorschlag: String?
  var dokumente: [ObjektID]

  /// What differs, for a message.
  func unterschied(_ anderer: Gegenstand) -> String {
    zip(Mirror(reflecting: self).children, Mirror(reflecting: anderer).children)
      .filter { "\($0.value)" != "\($1.value)" }
      .map { "\($0.label ?? ""): \($0.value) ≠ \($1.value)" }.joined(separator: "; ")
  }

  var description: String { "\(kennzeichen ?? id.text) \(betreff ?? "")" }
}

/// A message of the sample run, taken apart.
struct Musternachricht {
  let pfad: String
  let kopf: Nachrichtenkopf
  let typ: Nachrichtentyp
  private(set) var teile: [Nachrichtenteil] = []

  init(_ pfad: String) throws {
    self.pfad = pfad
    let leser = try Nachrichtenpaket(pfad: pfad).leser()
    kopf = leser.kopf
    typ = leser.typ
    while let teil = try leser.naechster() { teile.append(teil) }
  }

  /// A message of the four-step run in 4.0.
  static func vierstufig(_ typ: Nachrichtentyp) throws -> Musternachricht {
    try Musternachricht(
      Gemeinsam.beispiele.appendingPathComponent(
        "4.0.0/synthetisch/vierstufig/dd1719c0-3347-5e80-ae7e-83700ffa3889_\(typ.rawValue)_1.zip"
      ).path)
  }

  /// All Akten and Vorgänge, each before those in it.
  var gegenstaende: [Gegenstand] {
    var alle: [Gegenstand] = []
    func nimm(_ v: Vorgang, in eltern: ObjektID?) {
      let m = v.aussonderungsmetadaten
      alle.append(
        Gegenstand(
          id: v.id, eltern: eltern, istKontext: v.kontextobjekt ?? false,
          kennzeichen: v.allgemeineMetadaten?.kennzeichen?.text, betreff: v.betreff,
          laufzeit: v.laufzeit, zdADatum: v.zdADatum, aufbewahrungsende: m?.aufbewahrungsende,
          art: m?.aussonderungsart?.kurz, vorschlag: m?.bewertungsvorschlag?.wert,
          dokumente: v.dokumente.map(\.id).sorted()))
      for t in v.teilvorgaenge { nimm(t, in: v.id) }
    }
    func nimm(_ a: Akte, in eltern: ObjektID?) {
      let m = a.aussonderungsmetadaten
      alle.append(
        Gegenstand(
          id: a.id, eltern: eltern, istKontext: a.kontextobjekt ?? false,
          kennzeichen: a.allgemeineMetadaten?.kennzeichen?.text, betreff: a.betreff,
          laufzeit: a.laufzeit, zdADatum: a.zdADatum, aufbewahrungsende: m?.aufbewahrungsende,
          art: m?.aussonderungsart?.kurz, vorschlag: m?.bewertungsvorschlag?.wert,
          dokumente: a.dokumente.map(\.id).sorted()))
      for v in a.vorgaenge { nimm(v, in: a.id) }
      for t in a.teilakten { nimm(t, in: a.id) }
    }
    for case .schriftgutobjekt(let objekt) in teile {
      switch objekt {
      case .akte(let a): nimm(a, in: nil)
      case .vorgang(let v): nimm(v, in: nil)
      case .dokument: break
      }
    }
    return alle
  }

  /// The decisions, by object.
  var entscheidungen: [ObjektID: String] {
    var alle: [ObjektID: String] = [:]
    for case .bewertung(let b) in teile { alle[b.id] = b.aussonderungsart.kurz }
    return alle
  }

  /// The results, by object.
  var ergebnisse: [ObjektID: Importrueckmeldung] {
    var alle: [ObjektID: Importrueckmeldung] = [:]
    for case .rueckmeldung(let r) in teile { alle[r.id] = r }
    return alle
  }

  /// The digests of the files.
  func inhalte(ohne ausgelassen: String? = nil) throws -> [String] {
    var alle: [String] = []
    try Nachrichtenpaket(pfad: pfad).jedeDatei { name, _, lies in
      var bildner = try Pruefsummenbildner([.sha256])
      bildner.beginne()
      let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
      defer { puffer.deallocate() }
      while case let n = try lies(puffer), n > 0 {
        bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
      }
      if let ausgelassen, name.contains(ausgelassen) { return }
      if let summe = bildner.abschluss().first { alle.append(summe.hex) }
    }
    return alle.sorted()
  }

  /// Writes the message again as an answer to another one, into a folder.
  ///
  /// - Returns: The container.
  func beantworte(_ frage: NachrichtenID, nach ordner: String) throws -> String {
    var neu = kopf
    neu.ursprungsnachricht = frage
    var paket = try Paketschreiber(ordner + "/", .v400, typ, neu, ueberschreiben: true)
    for teil in teile { try paket.schreibe(teil) }
    return try paket.beende().pfad
  }
}
