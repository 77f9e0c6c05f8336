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
    bericht.angaben.append(
      (
        "Geschützt",
        erste.kopf.listeImBaum ? "Inhalte und Namen der Dateien" : "Inhalte der Dateien"
      ))
    if !erste.kopf.listeImBaum {
      bericht.melde(
        Befund(
          Nachweisregeln["NACHWEIS-NAMEN"],
          "Die Zeitstempel schützen die Inhalte der Dateien, nicht ihre Namen: Der Nachweis hat die erste Form.",
          ort: Ort(datei: Nachweiskopf.name(1))))
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
        || kette.kopf.listeImBaum != ketten[0].kopf.listeImBaum
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
      let reihe = try blaetter(kette.liste, blattobjekte(kette.liste), kette: k)
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
    if let mangel = try maengelDerAnfrage() {
      bericht.melde(
        Befund(
          Nachweisregeln["NACHWEIS-OFFEN"], schwere: .warnung, mangel,
          abhilfe: Self.anfrageNeu, ort: Ort(datei: naechsteAnfrage)))
    }
    try folge.pruefe(&bericht)
  }

  private func pruefeDateien(
    _ pfad: String, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    let daten = try Nachweisdaten(pfad, grenzen: .standard, streng: false)
    let liste = ketten[0].liste
    for befund in daten.befunde { bericht.melde(befund) }
    let abgleich = Namensabgleich(soll: liste.pfade, ist: daten.pfade)
    for p in abgleich.fremd {
      bericht.melde(
        Befund(
          Nachweisregeln["DATEI-FREMD"], "»\(p.text.sichtbar)« steht nicht im Nachweis.",
          ort: Ort(datei: p.text)))
    }
    for i in abgleich.fehlend {
      bericht.melde(
        Befund(
          Nachweisregeln["DATEI-FEHLT"], "»\(liste.pfade[i].text.sichtbar)« fehlt.",
          ort: Ort(datei: liste.pfade[i].text, betreff: liste.gruppen[i])))
    }
    for t in abgleich.treffer where t.istUmgeschrieben {
      bericht.melde(.umgeschrieben(t.pfad.text))
    }
    var verfahren: [Hashverfahren] = []
    for kette in ketten where !verfahren.contains(kette.liste.verfahren) {
      verfahren.append(kette.liste.verfahren)
    }
    var neue = bericht
    let treffer = abgleich.treffer
    try daten.hashe(treffer.map(\.pfad), verfahren) {
      (i, ergebnis) throws(NachweisFehler) in
      let zeile = treffer[i].zeile
      let ort = Ort(datei: liste.pfade[zeile].text, betreff: liste.gruppen[zeile])
      switch ergebnis {
      case .failure(let fehler):
        neue.melde(Befund(Nachweisregeln["DATEI-NICHT-LESBAR"], fehler.ohneAbhilfe, ort: ort))
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
      (
        "Geprüft",
        "\(treffer.count.deutsch) von \(liste.pfade.count.mal("Datei", "Dateien"))"
      ))
  }
}

extension Befund {
  /// A file whose name is the same but for the composition of its characters.
  static func umgeschrieben(_ pfad: String) -> Befund {
    Befund(
      Nachweisregeln["DATEI-NAME"],
      "»\(pfad.sichtbar)«: nur die Schreibweise des Namens weicht ab (zusammengesetzte oder zerlegte Zeichen, "
        + "Unicode NFC oder NFD).", ort: Ort(datei: pfad))
  }
}

extension PruefsummenFehler {
  /// What is wrong, for a finding that has its place and its remedy beside it.
  fileprivate var ohneAbhilfe: String {
    switch self {
    case .nichtLesbar(_, let grund): "Die Datei ist nicht lesbar: \(grund.ohnePunkt)."
    case .verfahrenFehlt: description
    }
  }
}
