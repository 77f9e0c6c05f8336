// SPDX-License-Identifier: Apache-2.0
import Akte

@testable import Xdomea

/// Small messages of every kind, complete and without a fault.
enum Antwortmodell {
  static func kopf(_ typ: Nachrichtentyp) -> Nachrichtenkopf {
    var k = Nachrichtenkopf(
      prozessID: id(1).als(Prozessbezug.self), absender: Kontakt(institution: "Stadtarchiv"),
      empfaenger: Kontakt(institution: "Stadt Musterhausen"),
      erstellungszeitpunkt: Zeitpunkt("2026-05-01T10:00:00.000+02:00"),
      nachrichtenID: id(2).als(Nachrichtenbezug.self))
    k.nachrichtentyp = Code(typ.rawValue)
    k.system = SendendesSystem(produktname: "P", produktversion: "1", hersteller: "H")
    if typ.ursprung != nil { k.ursprungsnachricht = id(3).als(Nachrichtenbezug.self) }
    if typ == .aussonderungImportBestaetigen || typ == .bewertungskatalogImportBestaetigen {
      k.ergebnis = .erfolg
    }
    if typ == .bewertungskatalog { k.weitereLeser = [Kontakt(institution: "Kreis")] }
    return k
  }

  static func teile(_ typ: Nachrichtentyp) -> [Nachrichtenteil] {
    switch typ {
    case .anbieteverzeichnis, .aussonderung:
      [.schriftgutobjekt(.akte(akte(vorgaenge: [vorgang()])))]
    case .bewertungsverzeichnis, .bewertungskatalog:
      [
        .bewertung(Objektbewertung(id(10), .archivieren)),
        .bewertung(Objektbewertung(id(11), .vernichten)),
      ]
    case .aussonderungImportBestaetigen:
      [
        .rueckmeldung(Importrueckmeldung(id(10), .erfolg, archivkennung: "A/1")),
        .rueckmeldung(Importrueckmeldung(id(11), .erfolg, archivkennung: "A/2")),
      ]
    case .bewertungskatalogImportBestaetigen: [.rueckmeldung(Importrueckmeldung(id(10), .erfolg))]
    case .aktenplanZurBewertung: [.aktenplan(aktenplan)]
    default: []
    }
  }

  /// A plan to be appraised with one unit below another.
  static var aktenplan: Aktenplan {
    var plan = Aktenplan(bezeichnung: "Aktenplan", version: "1")
    plan.id = id(20)
    var oben = einheit(21, "1")
    oben.einheiten = [einheit(22, "1.1"), einheit(23, "1.2")]
    plan.einheiten = [oben]
    return plan
  }

  private static func einheit(_ n: UInt64, _ kennzeichen: String) -> Aktenplaneinheit {
    var e = Aktenplaneinheit(kennzeichen: kennzeichen, inhaltsangabe: "Einheit \(kennzeichen)")
    e.id = id(n)
    e.aussonderungsart = .bewerten
    e.stillgelegt = false
    e.aufbewahrungsdauer = .jahre(10)
    return e
  }

  static func bytes(
    _ version: XdomeaFassung, _ typ: Nachrichtentyp,
    _ aendere: (inout Nachrichtenkopf) -> Void = { _ in }
  ) throws -> [UInt8] {
    var kopf = kopf(typ)
    aendere(&kopf)
    return try schreibe(version, typ, kopf, teile(typ)).bytes
  }

  /// Every kind in every version that has it.
  static let alle: [(XdomeaFassung, Nachrichtentyp)] = XdomeaFassung.allCases.flatMap { v in
    Nachrichtentyp.allCases.filter { $0.versionen.contains(v) }.map { (v, $0) }
  }
}

/// A message as the lines of the writer, to damage it element by element.
struct Zeilentext {
  var zeilen: [Substring]

  init(_ bytes: [UInt8]) {
    zeilen = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  var bytes: [UInt8] { Array(zeilen.joined(separator: "\n").utf8) }

  /// The lines of every element below the root, with its name and those of the elements around.
  var elemente: [(name: String, pfad: [String], zeilen: ClosedRange<Int>)] {
    var aus: [(String, [String], ClosedRange<Int>)] = []
    var pfad: [(name: String, stelle: Int)] = []
    for (i, zeile) in zeilen.enumerated() where i > 1 {
      let kern = zeile.drop { $0 == " " }
      if kern.hasPrefix("</") {
        guard let offen = pfad.popLast() else { continue }
        aus[offen.stelle].2 = aus[offen.stelle].2.lowerBound...i
        continue
      }
      let name = String(
        kern.dropFirst().prefix { $0 != " " && $0 != ">" && $0 != "/" })
      aus.append((name, pfad.map(\.name), i...i))
      if !kern.contains("</"), !kern.hasSuffix("/>") { pfad.append((name, aus.count - 1)) }
    }
    return aus
  }

  func ohne(_ bereich: ClosedRange<Int>) -> [UInt8] {
    var kopie = self
    kopie.zeilen.removeSubrange(bereich)
    return kopie.bytes
  }

  func mit(_ zeile: String, vor stelle: Int) -> [UInt8] {
    var kopie = self
    kopie.zeilen.insert(zeile[...], at: stelle)
    return kopie.bytes
  }
}
