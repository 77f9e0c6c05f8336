// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen

extension Vollzugsgang {
  /// Frees the files, destroys the keys, and makes the proof; the files themselves go after the
  /// commit.
  func vernichte(
    _ freigabe: Loeschfreigabe, _ handlung: Handlung, _ kopf: Ereigniskopf, _ folge: Int64
  ) throws -> Vernichtungsprotokoll {
    try s.setzeAngabe("spuren", "offen")
    var objekte: [Vernichtungsobjekt] = []
    // A batch names all its objects: it is read once, not again for each of them.
    var prozesse: [PaketID: ProzessID?] = [:]
    var paket: ProzessID?
    for e in freigabe.eintraege {
      guard let zeile = try l.objekt(e.objekt) else { continue }
      let z = try zeile.schriftgut(l.pfad)
      var dateien: [Vernichtungsdatei] = []
      // The object's own files, such as those of its Geschäftsgang, go with it.
      for id in e.dokumente + [e.objekt] {
        guard let dokument = try l.objekt(id) else { continue }
        let genutzt = try l.dateien(dokument.nr)
        let frei = Set(try s.gibDateienFrei(dokument.nr, folge: folge))
        for datei in genutzt {
          guard let summe = datei.hash.pruefsumme else { continue }
          let inhalt = Inhaltshash(summe)
          dateien.append(
            Vernichtungsdatei(
              inhalt: inhalt, bytes: datei.groesse,
              ergebnis: frei.contains(datei.hash) ? .geloescht : .gescheitert,
              grund: frei.contains(datei.hash)
                ? nil : "Dieselben Bytes gehören noch zu einem anderen Dokument."))
        }
        try zerstoereSchluessel(id)
      }
      try zerstoereSchluessel(e.objekt)
      if let id = z.aussonderung?.paket {
        let prozess = try prozesse[id] ?? quelle.paket(id)?.prozess
        prozesse.updateValue(prozess, forKey: id)
        paket = prozess ?? paket
      }
      objekte.append(
        Vernichtungsobjekt(
          id: e.objekt, kennzeichen: z.kennzeichen.text, laufzeit: z.laufzeit,
          fristregel: z.frist?.regel.bezeichnung ?? "ohne Regel",
          katalogfassung: z.frist?.regel.katalogfassung, aufbewahrungsende: z.frist?.ende,
          bewertung: z.vernichtungsgrund(e.grund, am: freigabe.am),
          anzahlDokumente: e.dokumente.count, dateien: dateien,
          archivkennung: z.aussonderung?.archivkennung))
    }
    var v = Vernichtungsprotokoll(
      id: kopf.id.als(Vernichtungsbezug.self), paket: paket, objekte: objekte,
      archiv: handlung.archiv, ausfuehrend: handlung.akteur.name,
      freigebend: handlung.zweitePerson?.name,
      zeitpunkt: kopf.zeitpunkt,
      verfahren: Vernichtungsverfahren([.logischeLoeschung, .schluesselvernichtung]),
      sicherungenBis: richtlinie.sicherungenBis(vernichtetAm: freigabe.am),
      aufzubewahrenBis: richtlinie.nachweisAufzubewahrenBis(vernichtetAm: freigabe.am))
    try v.schliesse()
    return v
  }
}

extension Schriftgutzustand {
  func vernichtungsgrund(_ grund: Loeschgrund, am tag: Kalendertag) -> Vernichtungsgrund {
    switch grund {
    case .abgeliefert:
      Vernichtungsgrund(
        .abgeliefert, nachricht: aussonderung?.importnachricht,
        datum: aussonderung?.uebernommenAm ?? tag)
    case .nichtArchivwuerdig:
      Vernichtungsgrund(
        .bewertetV, nachricht: aussonderung?.bewertungsnachricht,
        datum: aussonderung?.bewertetAm ?? tag)
    case .fristablauf:
      Vernichtungsgrund(.fristablauf, datum: aussonderung?.bewertetAm ?? tag)
    case .genehmigung: Vernichtungsgrund(.genehmigung, datum: tag)
    }
  }
}

extension Fristregel {
  /// The row of the catalogue, or the reason of a single decision.
  var bezeichnung: String {
    switch herkunft {
    case .katalogzeile(let id, _): id
    case .einzelfestlegung(let grund): grund
    }
  }

  /// The version of the catalogue.
  var katalogfassung: String? {
    if case .katalogzeile(_, let katalog) = herkunft { katalog } else { nil }
  }
}
