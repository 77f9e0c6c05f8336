// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
public import Pruefung

extension Nachweisordner {
  /// Checks the evidence: lists, trees, time stamps, and the files if they are named.
  ///
  /// - Parameters:
  ///   - daten: The folder or file that the evidence is about; nil checks only the evidence itself.
  ///   - pruefer: Roots, time and tool.
  /// - Returns: The findings; ``Nachweisregeln``.
  /// - Throws: ``NachweisFehler`` if the evidence or the folder cannot be read.
  public func pruefe(
    daten: String?, _ pruefer: Beweispruefer
  ) throws(NachweisFehler) -> Pruefbericht {
    var bericht = Pruefbericht(werkzeug: pruefer.werkzeug, datei: pfad, art: "nachweis")
    let erste = ketten[0]
    bericht.angaben.append(("Dateien", erste.liste.pfade.count.deutsch))
    bericht.angaben.append(("Objekte", erste.kopf.objekte.deutsch))
    for kette in ketten {
      bericht.angaben.append(
        (
          "Wurzel \(kette.kopf.nummer)",
          "\(kette.kopf.wurzel.verfahren.rawValue) \(kette.kopf.wurzel.hex)"
        ))
    }
    try pruefeBaeume(&bericht)
    try pruefeStempel(pruefer, &bericht)
    if let daten {
      try pruefeDateien(daten, &bericht)
    } else {
      bericht.melde(
        Befund(
          Nachweisregeln["BEWEIS-OHNE-DATEI"],
          "Es sind keine Dateien genannt; geprüft ist nur der Nachweis selbst.", ort: Ort()))
    }
    return bericht
  }

  private func pruefeBaeume(_ bericht: inout Pruefbericht) throws(NachweisFehler) {
    var baeume: [Hashbaum] = []
    for (k, kette) in ketten.enumerated() {
      let name = Nachweiskopf.name(k + 1)
      if kette.liste.pfade != ketten[0].liste.pfade
        || kette.liste.gruppen != ketten[0].liste.gruppen
      {
        bericht.melde(
          Befund(
            Nachweisregeln["NACHWEIS-FOLGE"],
            "»\(Nachweiskopf.listenname(k + 1))« nennt andere Dateien oder Gruppen als die erste.",
            ort: Ort(datei: Nachweiskopf.listenname(k + 1))))
        return
      }
      let objekte = kette.liste.objekte
      guard k == 0 || !ketten[k - 1].stempel.isEmpty else {
        bericht.melde(
          Befund(
            Nachweisregeln["STEMPEL-FEHLT"], schwere: .fehler,
            "Zu »\(Nachweiskopf.name(k))« fehlt der Zeitstempel, obwohl ein neuer Baum darauf aufbaut.",
            ort: Ort(datei: Self.stempelname(k, 1))))
        return
      }
      let reihe = try blaetter(kette.liste, objekte, kette: k)
      let baum = try Hashbaum(reihe, kette.liste.verfahren, verzweigung: kette.kopf.verzweigung)
      if baum.wurzel != kette.kopf.wurzel || objekte.count != kette.kopf.objekte {
        bericht.melde(
          Befund(
            Nachweisregeln["NACHWEIS-WURZEL"],
            "Aus »\(Nachweiskopf.listenname(k + 1))« und den Zeitstempeln davor folgt die Wurzel "
              + "\(baum.wurzel.hex), in »\(name)« steht \(kette.kopf.wurzel.hex).",
            ort: Ort(datei: name)))
      }
      baeume.append(baum)
    }
  }

  private func pruefeStempel(
    _ pruefer: Beweispruefer, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    var folge = Stempelfolge(pruefer.anker, pruefer.jetzt)
    for (k, kette) in ketten.enumerated() {
      var rechner = try bildner(kette.liste.verfahren)
      var soll = kette.kopf.wurzel.bytes
      for (n, stempel) in kette.stempel.enumerated() {
        let ort = Ort(datei: Self.stempelname(k + 1, n + 1))
        if stempel.abdruck != soll || stempel.verfahren != kette.liste.verfahren {
          bericht.melde(
            Befund(
              Nachweisregeln[n == 0 ? "STEMPEL-ABDRUCK" : "BEWEIS-VORGAENGER"],
              n == 0
                ? "Der Zeitstempel handelt nicht von der Wurzel in »\(Nachweiskopf.name(k + 1))«."
                : "Der Zeitstempel deckt »\(Self.stempelname(k + 1, n))« nicht.",
              ort: ort))
        }
        folge.nimm(stempel, ort)
        soll = rechner.hash(stempel.der)
      }
    }
    if zeitstempel.isEmpty {
      bericht.angaben.append(
        ("Zeitstempel", "noch keiner; die Wurzel kann signiert oder gestempelt werden"))
      bericht.melde(
        Befund(
          Nachweisregeln["STEMPEL-FEHLT"], "Der Nachweis hat noch keinen Zeitstempel.",
          ort: Ort(datei: Nachweiskopf.name(1))))
    } else if let ort = ortDerAnfrage {
      bericht.melde(
        Befund(
          Nachweisregeln["NACHWEIS-OFFEN"],
          "Eine Erneuerung ist begonnen; ihr Zeitstempel steht aus.",
          ort: Ort(datei: ort)))
    }
    try folge.pruefe(&bericht)
  }

  private func pruefeDateien(
    _ pfad: String, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    let daten = try Nachweisdaten(pfad, grenzen: .standard)
    let liste = ketten[0].liste
    let vorhanden = Set(daten.pfade)
    let bekannt = Set(liste.pfade)
    for p in daten.pfade where !bekannt.contains(p) {
      bericht.melde(
        Befund(
          Nachweisregeln["DATEI-FREMD"], "»\(p.text.sichtbar)« steht nicht im Nachweis.",
          ort: Ort(datei: p.text)))
    }
    let zeilen = liste.pfade.indices.filter { i in
      if vorhanden.contains(liste.pfade[i]) { return true }
      bericht.melde(
        Befund(
          Nachweisregeln["DATEI-FEHLT"], "»\(liste.pfade[i].text.sichtbar)« fehlt.",
          ort: Ort(datei: liste.pfade[i].text, betreff: liste.gruppen[i])))
      return false
    }
    var verfahren: [Hashverfahren] = []
    for kette in ketten where !verfahren.contains(kette.liste.verfahren) {
      verfahren.append(kette.liste.verfahren)
    }
    var neue = bericht
    try daten.hashe(zeilen.map { liste.pfade[$0] }, verfahren) {
      (i, ergebnis) throws(NachweisFehler) in
      let zeile = zeilen[i]
      let ort = Ort(datei: liste.pfade[zeile].text, betreff: liste.gruppen[zeile])
      switch ergebnis {
      case .failure(let fehler):
        neue.melde(Befund(Nachweisregeln["DATEI-NICHT-LESBAR"], fehler.description, ort: ort))
      case .success(let summen):
        let falsch = ketten.first { kette in
          guard kette.liste.pfade.count > zeile, kette.liste.pfade[zeile] == liste.pfade[zeile],
            let summe = summen.first(where: { $0.verfahren == kette.liste.verfahren })
          else { return true }
          return !summe.bytes.elementsEqual(kette.liste.werte[zeile])
        }
        if falsch != nil {
          neue.melde(
            Befund(
              Nachweisregeln["DATEI-GEAENDERT"],
              "»\(liste.pfade[zeile].text.sichtbar)« ist nicht mehr die Datei, von der der Nachweis handelt.",
              ort: ort))
        }
      }
    }
    bericht = neue
    bericht.angaben.append(
      ("Geprüft", "\(zeilen.count.deutsch) von \(liste.pfade.count.deutsch) Dateien"))
  }
}
