// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Aussonderung
import Lifecycle

/// The agency: looks what there is, and does the next thing.
struct Behoerdenseite {
  private let ort: Ort
  private let speicher: Speicher
  private let behoerde: Behoerde
  private let eingang: Transferordner

  init(_ ordner: String) throws {
    ort = try Ort(ordner)
    speicher = try Speicher(ordner + "/sp")
    eingang = try ort.transfer(.behoerde)
    behoerde = Behoerde(
      bestand: speicher, ordner: try Verfahrensordner(ordner + "/behoerde"), ausgang: eingang)
  }

  /// One round; true when nothing is left to do.
  func arbeite() throws -> Bool {
    for prozess in try behoerde.ordner.prozesse() { try behoerde.setzeFort(prozess) }
    try behoerde.holeAb(eingang, try ort.wer(Ort.registratur)) { _, _ in }
    if try bieteAn() { return false }
    var fertig = true
    for prozess in try behoerde.ordner.prozesse() {
      try sperre(prozess)
      try gibAb(prozess)
      if try loeschbar(prozess) {
        _ = try behoerde.loesche(
          prozess, try ort.wer(Ort.registratur, mit: Ort.leitung, am: ort.spaeter))
      }
      if try !offene(prozess).isEmpty { fertig = false }
    }
    return fertig
  }

  private func objekte(_ prozess: ProzessID) throws -> [Schriftgutzustand] {
    let v = try behoerde.verfahren(prozess)
    guard let id = v.paket, let paket = try speicher.paket(id) else { return [] }
    return try paket.objekte.compactMap { try speicher.schriftgut($0) }
  }

  /// What has not come to its end; what is held stays, with all that lies in it.
  private func offene(_ prozess: ProzessID) throws -> [Schriftgutzustand] {
    let gehalten = try ort.zuSperrende()
    return try objekte(prozess).filter {
      !$0.lage.istEnde && !gehalten.contains($0.id)
        && !($0.eltern.map(gehalten.contains) ?? false)
    }
  }

  private func loeschbar(_ prozess: ProzessID) throws -> Bool {
    try offene(prozess).contains {
      $0.lage == .uebernommen
        || ($0.lage == .bewertet && $0.aussonderung?.bewertung == .nichtArchivwuerdig)
    }
  }

  /// Holds what is to be held, as soon as the archive decided about it.
  private func sperre(_ prozess: ProzessID) throws {
    let zuSperrende = try ort.zuSperrende()
    for z in try objekte(prozess)
    where z.lage == .bewertet && z.sperren.isEmpty && zuSperrende.contains(z.id) {
      guard let id = SperrID(z.id.text), let ereignis = EreignisID(z.id.text) else { continue }
      let wer = try ort.wer(Ort.datenschutz)
      _ = try speicher.vollziehe(
        Handlung(
          .schriftgut(
            ziel: z.id, in: nil,
            ereignis: .sperreSetzen(sperre: Sperre(id: id, grund: "Klage", behoerde: "Gericht"))),
          akteur: wer.akteur, heute: wer.heute),
        Ereigniskopf(id: ereignis, zeitpunkt: wer.zeitpunkt))
    }
  }

  /// Offers the next two Akten that nobody offered yet; false if there are none.
  private func bieteAn() throws -> Bool {
    do {
      let anzahl = try behoerde.ordner.prozesse().count
      guard let prozess = ProzessID("00000000-0000-4000-8000-\(100_000_000_000 + anzahl)") else {
        return false
      }
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 2), anlass: .fristende, ort.vereinbarung,
        try ort.wer(Ort.registratur))
      return true
    } catch AussonderungFehler.nichtsZuTun {
      return false
    }
  }

  private func gibAb(_ prozess: ProzessID) throws {
    do {
      try behoerde.gibAb(
        prozess, Abgabezusage(virenfrei: true), try ort.wer(Ort.registratur))
    } catch AussonderungFehler.nichtsZuTun {
      // Nothing waits for it.
    } catch is LifecycleFehler {
      // A hold keeps it.
    }
  }
}
