// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Xdomea

/// The archive: takes what comes, decides by the Betreff, takes over and confirms.
struct Archivseite {
  private let ort: Ort
  private let archiv: Archiv
  private let eingang: Transferordner
  private let uhr: Stechuhr
  /// Processes as they stood when everything was done for them; none after a start.
  private var erledigt: [ProzessID: Verfahren] = [:]

  init(_ ordner: String, _ uhr: Stechuhr) throws {
    self.uhr = uhr
    ort = try Ort(ordner)
    eingang = try ort.transfer(.archiv)
    archiv = Archiv(ordner: try Verfahrensordner(ordner + "/archiv"), ausgang: eingang)
  }

  /// One round; true if there was something to do.
  mutating func arbeite() throws -> Bool {
    let wer = try ort.wer(Ort.archivarin)
    var getan = false
    if try !eingang.eingegangene().isEmpty {
      uhr.melde(.holtAb)
      try archiv.holeAb(eingang, wer) { _, _ in }
      getan = true
    }
    for prozess in try archiv.ordner.prozesse()
    where try archiv.verfahren(prozess) != erledigt[prozess] {
      do {
        try bewerte(prozess, wer)
        uhr.melde(.uebernimmt)
        try archiv.uebernimm(
          prozess,
          nach: Anlaufziel(ziel: Ordnerziel(ort.ordner + "/magazin"), notizen: ort.ordner))
        uhr.melde(.bestaetigt)
        try archiv.bestaetige(prozess, wer)
      } catch AussonderungFehler.falscherStand {
        // Parts are missing, or nothing came yet.
      }
      erledigt[prozess] = try archiv.verfahren(prozess)
      getan = true
    }
    return getan
  }

  /// An Akte whose Betreff ends with an even number is worth archiving, of one that ends with 3 the
  /// first Vorgang, the others are not.
  private func bewerte(_ prozess: ProzessID, _ wer: Handelnde) throws {
    uhr.melde(.bewertet)
    let v = try archiv.verfahren(prozess)
    if v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty {
      var liste = try archiv.ordner.objektliste(prozess)
      for e in liste.eintraege where e.eltern == nil && !e.istKontext {
        let ziffer = e.betreff?.last?.wholeNumberValue ?? 0
        try liste.bewerte(e.id, ziffer % 2 == 0 ? .archivwuerdig : .nichtArchivwuerdig)
        if ziffer == 3, let erster = liste.eintraege.first(where: { $0.eltern == e.id }) {
          try liste.bewerte(erster.id, .archivwuerdig)
        }
      }
      try archiv.bewerte(liste, prozess)
    }
    try archiv.sendeBewertung(prozess, wer)
  }
}

/// A repository that fails for an Akte whose Betreff ends with 6 in the message it first comes with.
struct Anlaufziel: Uebernahmeziel {
  let ziel: Ordnerziel
  /// Where it is noted with which message an Akte first came.
  let notizen: String

  func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    var ergebnis = try ziel.uebernimm(paket, nachricht, objekte)
    for e in objekte where e.betreff?.last == "6" {
      let notiz = URL(fileURLWithPath: notizen + "/erstmals-\(e.id)")
      if !FileManager.default.fileExists(atPath: notiz.path) {
        try Data(paket.pfad.utf8).write(to: notiz, options: .atomic)
      }
      guard try Data(contentsOf: notiz) == Data(paket.pfad.utf8) else { continue }
      ergebnis.gescheitert[e.id] = "Das Magazin ist voll."
      ergebnis.archivkennungen[e.id] = nil
    }
    return ergebnis
  }
}
