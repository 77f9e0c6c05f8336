// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import TestHilfe
import Xdomea

/// A transfer of random shape with its files, and what it holds.
struct Abgabemuster {
  let fassung: XdomeaFassung
  private(set) var teile: [Nachrichtenteil] = []
  /// The content of each file.
  private(set) var dateien: [String: [UInt8]] = [:]
  private(set) var kennungen: Set<ObjektID> = []
  private var z: Zufall
  private(set) var kopf: Nachrichtenkopf

  /// A transfer; `breite` bounds how many objects lie in another one.
  init(_ fassung: XdomeaFassung, seed: UInt64, breite: Int = 3) {
    self.fassung = fassung
    z = Zufall(seed)
    var absender = Kontakt()
    absender.institution = Institution(name: "Stadt Muster")
    var empfaenger = Kontakt()
    empfaenger.institution = Institution(name: "Kreisarchiv")
    kopf = Nachrichtenkopf(
      prozessID: .zufaellig(&z), absender: absender, empfaenger: empfaenger,
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.678Z"), nachrichtenID: .zufaellig(&z))
    kopf.empfangsbestaetigung = true
    kopf.rueckmeldungArchivkennung = true
    kopf.lfdNr = 1
    kopf.gesamtanzahl = 1
    if wuerfel(2) == 0 { teile.append(.anschreiben(dokument(zaehlt: false))) }
    for _ in 0...wuerfel(breite) { teile.append(.schriftgutobjekt(.akte(akte(0, breite)))) }
    for _ in 0..<wuerfel(breite) { teile.append(.schriftgutobjekt(.vorgang(vorgang(0, breite)))) }
    if fassung < .v400 {
      for _ in 0..<wuerfel(breite) { teile.append(.schriftgutobjekt(.dokument(dokument()))) }
    }
  }

  private mutating func wuerfel(_ n: Int) -> Int { Int.random(in: 0..<max(n, 1), using: &z) }

  private mutating func id() -> ObjektID {
    let id = ObjektID.zufaellig(&z)
    kennungen.insert(id)
    return id
  }

  private mutating func akte(_ tiefe: Int, _ breite: Int) -> Akte {
    var a = Akte(
      id: id(), betreff: "Akte & <\(tiefe)>", kennzeichen: Kennzeichen("10.\(wuerfel(99))"))
    a.laufzeit = Zeitraum(beginn: Kalendertag("2010-01-01"), ende: Kalendertag("2012-12-31"))
    // 2.x has either documents or Vorgänge in an Akte (R67).
    let nurVorgaenge = fassung < .v300 && wuerfel(2) == 0
    if !nurVorgaenge { for _ in 0..<wuerfel(breite) { a.dokumente.append(dokument()) } }
    if fassung >= .v300 || nurVorgaenge {
      for _ in 0..<wuerfel(breite) { a.vorgaenge.append(vorgang(0, breite)) }
    }
    if tiefe < 2 { for _ in 0..<wuerfel(breite) { a.teilakten.append(akte(tiefe + 1, breite)) } }
    return a
  }

  private mutating func vorgang(_ tiefe: Int, _ breite: Int) -> Vorgang {
    var v = Vorgang(id: id(), betreff: "Vorgang", kennzeichen: Kennzeichen("V-\(wuerfel(999))"))
    for _ in 0..<wuerfel(breite) { v.dokumente.append(dokument()) }
    if tiefe < 1, wuerfel(3) == 0 { v.teilvorgaenge.append(vorgang(tiefe + 1, breite)) }
    return v
  }

  private mutating func dokument(zaehlt: Bool = true) -> Dokument {
    let kennung = zaehlt ? id() : .zufaellig(&z)
    var d = Dokument(Identifikation(kennung))
    d.angaben.allgemeineMetadaten = AllgemeineMetadaten(
      betreff: "Dokument", medium: .mediumElektronisch)
    d.angaben.datumDesSchreibens = Kalendertag("2011-0\(1 + wuerfel(9))-15")
    var formate: [Format] = []
    for _ in 0..<wuerfel(3) {
      let name = "\(ObjektID.zufaellig(&z))_Datei \(wuerfel(9)).txt"
      dateien[name] = (0..<wuerfel(3000)).map { _ in UInt8(wuerfel(256)) }
      var primaer = Primaerdokument(dateiname: name)
      primaer.dateinameOriginal = "Datei.txt"
      formate.append(
        Format(
          name: Code(
            "045", listURI: "urn:xoev-de:xdomea:codeliste:dateiformat", listVersion: "1.0"),
          version: "1", primaerdokument: primaer))
    }
    if !formate.isEmpty { d.inhalt = .versionen([Version(nummer: "1", formate: formate)]) }
    return d
  }

  /// Writes the container, its files in random order.
  mutating func packe(_ ordner: URL, zusaetzlich: [String] = []) throws -> String {
    var paket = try Paketschreiber(ordner.path + "/", fassung, .aussonderung, kopf)
    var verweise: [String: Primaerdokument] = [:]
    for name in dateien.keys.sorted().shuffled(using: &z) + zusaetzlich {
      var rest = (dateien[name] ?? [])[...]
      verweise[name] = try paket.datei(name, groesse: Int64(rest.count)) { puffer in
        let n = min(puffer.count, rest.count)
        puffer.copyBytes(from: rest.prefix(n))
        rest = rest.dropFirst(n)
        return n
      }
    }
    for teil in teile { try paket.schreibe(teil.mit(verweise)) }
    return try paket.beende().pfad
  }
}

extension Nachrichtenteil {
  /// With the hashes of the files, where the version has them.
  fileprivate func mit(_ verweise: [String: Primaerdokument]) -> Nachrichtenteil {
    func d(_ alt: Dokument) -> Dokument {
      var neu = alt
      if case .versionen(var versionen) = alt.inhalt {
        for i in versionen.indices {
          for j in versionen[i].formate.indices {
            let name = versionen[i].formate[j].primaerdokument.dateiname
            versionen[i].formate[j].primaerdokument.hash = verweise[name]?.hash
          }
        }
        neu.inhalt = .versionen(versionen)
      }
      return neu
    }
    func v(_ alt: Vorgang) -> Vorgang {
      var neu = alt
      neu.dokumente = alt.dokumente.map(d)
      neu.teilvorgaenge = alt.teilvorgaenge.map(v)
      return neu
    }
    func a(_ alt: Akte) -> Akte {
      var neu = alt
      neu.dokumente = alt.dokumente.map(d)
      neu.vorgaenge = alt.vorgaenge.map(v)
      neu.teilakten = alt.teilakten.map(a)
      return neu
    }
    switch self {
    case .anschreiben(let x): return .anschreiben(d(x))
    case .schriftgutobjekt(.akte(let x)): return .schriftgutobjekt(.akte(a(x)))
    case .schriftgutobjekt(.vorgang(let x)): return .schriftgutobjekt(.vorgang(v(x)))
    case .schriftgutobjekt(.dokument(let x)): return .schriftgutobjekt(.dokument(d(x)))
    default: return self
    }
  }
}
