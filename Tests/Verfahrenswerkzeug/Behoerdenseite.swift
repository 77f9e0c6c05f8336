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
  private let uhr: Stechuhr
  /// The objects of a process as they were when everything was done for them; none after a start.
  private var gesehen: [ProzessID: [Schriftgutzustand]] = [:]
  private var allesAngeboten = false

  init(_ ordner: String, _ uhr: Stechuhr) throws {
    self.uhr = uhr
    ort = try Ort(ordner)
    speicher = try Speicher(ordner + "/sp")
    eingang = try ort.transfer(.behoerde)
    behoerde = Behoerde(
      bestand: speicher, ordner: try Verfahrensordner(ordner + "/behoerde"), ausgang: eingang)
  }

  /// What came of a round.
  enum Ergebnis {
    case getan, nichtsZuTun, fertig
  }

  /// One round.
  mutating func arbeite() throws -> Ergebnis {
    var getan = false
    for prozess in try behoerde.ordner.prozesse()
    where try behoerde.verfahren(prozess).vorhaben != nil {
      uhr.melde(.setztFort)
      try behoerde.setzeFort(prozess)
      getan = true
    }
    if try !eingang.eingegangene().isEmpty {
      uhr.melde(.holtAb)
      try behoerde.holeAb(eingang, try ort.wer(Ort.registratur)) { _, _ in }
      getan = true
    }
    if !allesAngeboten, try bieteAn() { return .getan }
    var fertig = true
    for prozess in try behoerde.ordner.prozesse() {
      if try objekte(prozess) != gesehen[prozess] {
        try sperre(prozess)
        try gibAb(prozess)
        try loesche(prozess)
        gesehen[prozess] = try objekte(prozess)
        getan = true
      }
      if try !offene(prozess).isEmpty { fertig = false }
    }
    return fertig ? .fertig : getan ? .getan : .nichtsZuTun
  }

  private func objekte(_ prozess: ProzessID) throws -> [Schriftgutzustand] {
    let v = try behoerde.verfahren(prozess)
    return try v.pakete.flatMap { try speicher.paket($0)?.objekte ?? [] }
      .compactMap { try speicher.schriftgut($0) }
  }

  /// What has not come to its end; what is held stays, with all that lies in it.
  private func offene(_ prozess: ProzessID) throws -> [Schriftgutzustand] {
    let gehalten = try ort.zuSperrende()
    return try objekte(prozess).filter {
      !$0.lage.istEnde && !gehalten.contains($0.id)
        && !($0.eltern.map(gehalten.contains) ?? false)
    }
  }

  /// Holds what is to be held, as soon as the archive decided about it.
  private func sperre(_ prozess: ProzessID) throws {
    let zuSperrende = try ort.zuSperrende()
    for z in try objekte(prozess)
    where z.lage == .bewertet && z.sperren.isEmpty && zuSperrende.contains(z.id) {
      guard let id = SperrID(z.id.text), let ereignis = EreignisID(z.id.text) else { continue }
      uhr.melde(.sperrt)
      let wer = try ort.wer(Ort.datenschutz)
      _ = try speicher.vollziehe(
        Handlung(
          .schriftgut(
            ziel: z.id, in: nil,
            ereignis: .sperreSetzen(
              sperre: Sperre(
                id: id, grund: "Klage", behoerde: "Gericht", umfang: .teilbaum))),
          akteur: wer.akteur, heute: wer.heute),
        Ereigniskopf(id: ereignis, zeitpunkt: wer.zeitpunkt))
    }
  }

  /// Offers the next two Akten that nobody offered yet; false if there are none.
  private mutating func bieteAn() throws -> Bool {
    do {
      let anzahl = try behoerde.ordner.prozesse().count
      guard let prozess = ProzessID("00000000-0000-4000-8000-\(100_000_000_000 + anzahl)") else {
        return false
      }
      uhr.melde(.bietetAn)
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 2), anlass: .fristende, ort.vereinbarung,
        try ort.wer(Ort.registratur))
      return true
    } catch AussonderungFehler.nichtsZuTun {
      allesAngeboten = true
      return false
    }
  }

  /// Hands over once the archive has decided about everything, and again once it has answered about
  /// everything.
  private func gibAb(_ prozess: ProzessID) throws {
    let alle = try objekte(prozess)
    let offene = try offene(prozess)
    let fehler = offene.contains { $0.lage == .abgegeben && $0.aussonderung?.importfehler != nil }
    let wartet = alle.contains {
      $0.lage == .angeboten || ($0.lage == .abgegeben && $0.aussonderung?.importfehler == nil)
    }
    let bewertet = offene.contains {
      $0.lage == .bewertet && $0.aussonderung?.bewertung == .archivwuerdig
    }
    guard bewertet || fehler, !wartet else { return }
    uhr.melde(.gibtAb)
    try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), try ort.wer(Ort.registratur))
  }

  /// Tries to delete everything as soon as the archive has decided something: what may not go must
  /// be refused.
  private func loesche(_ prozess: ProzessID) throws {
    guard
      try objekte(prozess).contains(where: {
        $0.lage == .bewertet || $0.lage == .abgegeben || $0.lage == .uebernommen
      })
    else { return }
    uhr.melde(.loescht)
    _ = try behoerde.loesche(
      prozess, try ort.wer(Ort.registratur, mit: Ort.leitung, am: ort.spaeter))
  }
}
