// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Xdomea

/// The archive: takes what comes, decides by the Betreff, takes over and confirms.
struct Archivseite {
  private let ort: Ort
  private let archiv: Archiv
  private let eingang: Transferordner

  init(_ ordner: String) throws {
    ort = try Ort(ordner)
    eingang = try ort.transfer(.archiv)
    archiv = Archiv(ordner: try Verfahrensordner(ordner + "/archiv"), ausgang: eingang)
  }

  /// One round.
  func arbeite() throws {
    let wer = try ort.wer(Ort.archivarin)
    try archiv.holeAb(eingang, wer) { _, _ in }
    for prozess in try archiv.ordner.prozesse() {
      do {
        try bewerte(prozess, wer)
        let liste = try archiv.ordner.objektliste(prozess)
        try archiv.uebernimm(
          prozess,
          nach: Anlaufziel(ziel: Ordnerziel(ort.ordner + "/magazin"), liste: liste))
        try archiv.bestaetige(prozess, wer)
      } catch AussonderungFehler.falscherStand {
        // Parts are missing, or nothing came yet.
      }
    }
  }

  /// Akten whose Betreff ends with an even number are worth archiving.
  private func bewerte(_ prozess: ProzessID, _ wer: Handelnde) throws {
    let v = try archiv.verfahren(prozess)
    if v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty {
      var liste = try archiv.ordner.objektliste(prozess)
      for e in liste.eintraege where e.eltern == nil && !e.istKontext {
        let gerade = e.betreff?.last?.wholeNumberValue.map { $0 % 2 == 0 } ?? true
        try liste.bewerte(e.id, gerade ? .archivwuerdig : .nichtArchivwuerdig)
      }
      try archiv.bewerte(liste, prozess)
    }
    try archiv.sendeBewertung(prozess, wer)
  }
}

/// A repository that fails for every fifth Akte when it comes first.
struct Anlaufziel: Uebernahmeziel {
  let ziel: Ordnerziel
  /// What is known from before.
  let liste: Objektliste

  func uebernimm(
    _ paket: Nachrichtenpaket, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    var ergebnis = try ziel.uebernimm(paket, objekte)
    for e in objekte where e.betreff?.last == "6" && liste[e.id]?.uebernahme == nil {
      ergebnis.gescheitert[e.id] = "Das Magazin ist voll."
      ergebnis.archivkennungen[e.id] = nil
    }
    return ergebnis
  }
}
