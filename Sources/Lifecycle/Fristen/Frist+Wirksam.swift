// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Frist {
  /// The period of an Akte with all that is in it: nothing below may still be kept (F24, FAKTEN 2.6).
  ///
  /// The latest end counts. If any part has no end, the whole has none, with the state of that part;
  /// an open part comes before an unknown day, an event that is waited for, and `unbefristet`.
  /// Restriction and 30-year guard stay those of the Akte itself.
  ///
  /// - Parameter darunter: The periods of all descendants that have one.
  /// - Returns: The period of the whole.
  public func wirksam(mit darunter: [Frist]) -> Frist {
    var ganze = self
    for teil in darunter where teil.hatVorrang(vor: ganze) {
      ganze.stand = teil.stand
      ganze.beginn = teil.beginn
      ganze.ende = teil.ende
      ganze.reifAb = teil.reifAb
    }
    guard !darunter.isEmpty else { return ganze }
    ganze.begruendung.sage(.ergebnis, satz(ganze, darunter.count))
    return ganze
  }

  private func satz(_ ganze: Frist, _ anzahl: Int) -> String {
    let umfang =
      "Berücksichtigt \(anzahl == 1 ? "ist" : "sind") auch \(anzahl) "
      + (anzahl == 1 ? "enthaltenes Objekt" : "enthaltene Objekte") + ": "
    switch ganze.stand {
    case .bestimmt:
      guard let ende = ganze.ende, let reif = ganze.reifAb else { return umfang }
      let folge =
        ganze.ende == self.ende
        ? "Es bleibt beim \(ende.anzeige)."
        : "Die Frist der ganzen Akte endet erst mit dem \(ende.anzeige)."
      return umfang + folge + " Als Ganzes darf sie ab dem \(reif.anzeige) ausgesondert werden."
    case .unbefristet:
      return umfang + "Als Ganzes wird unbefristet aufbewahrt."
    case .wartetAufEreignis(let name):
      return umfang + "Es fehlt das Ereignis »\(name)«, deshalb hat die ganze Akte noch kein Ende."
    case .fristUnbekannt:
      return umfang + "Nicht jedes Ende ist bekannt, deshalb hat die ganze Akte kein Ende."
    case .nichtAbgeschlossen:
      return umfang
        + "Nicht alles ist abgeschlossen, deshalb läuft die Frist der ganzen Akte nicht."
    }
  }

  private func hatVorrang(vor andere: Frist) -> Bool {
    if rang != andere.rang { return rang > andere.rang }
    guard let ende, let anderes = andere.ende else { return false }
    return ende > anderes
  }

  private var rang: Int {
    switch stand {
    case .bestimmt: 0
    case .unbefristet: 1
    case .wartetAufEreignis: 2
    case .fristUnbekannt: 3
    case .nichtAbgeschlossen: 4
    }
  }
}
