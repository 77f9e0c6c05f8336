// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// The walk through Akten and Vorgänge, in the order of the message.
extension Nachrichtenregeln {
  mutating func pruefeSchriftgutobjekt(_ objekt: Schriftgutobjekt) {
    switch objekt {
    case .akte(let akte):
      let stelle = beginne(akte.identifikation, .akte, akte.betreff, kontext: akte.kontextobjekt)
      let ertrag = pruefe(akte, an: stelle, Umgebung())
      pruefeAuszusonderndes(ertrag, an: stelle)
    case .vorgang(let vorgang):
      let stelle = beginne(
        vorgang.identifikation, .vorgang, vorgang.betreff, kontext: vorgang.kontextobjekt)
      let ertrag = pruefe(vorgang, an: stelle, Umgebung())
      pruefeAuszusonderndes(ertrag, an: stelle)
    case .dokument(let dokument): _ = pruefe(dokument, .dokument, Umgebung())
    }
  }

  private mutating func pruefe(_ a: Akte, an stelle: Stelle, _ umgebung: Umgebung) -> Ertrag {
    let angaben = Abschlussangaben(
      kontext: a.kontextobjekt, zdA: a.zdA, zdADatum: a.zdADatum, laufzeit: a.laufzeit,
      metadaten: a.aussonderungsmetadaten, kenntZdA: version >= .v300,
      kenntZdADatum: version >= .v300)
    merkeTiefe(umgebung.stufe, stelle)
    pruefeMetadaten(a.allgemeineMetadaten, an: stelle)
    pruefeAbschluss(angaben, umgebung, an: stelle)
    pruefeKontext(a.kontextobjekt, umgebung, hatDokumente: !a.dokumente.isEmpty, an: stelle)
    pruefe(a.geschaeftsgaenge, an: stelle, versionen: nil)

    let innen = umgebung.innen(a.allgemeineMetadaten, angaben)
    var unten = Ertrag()
    pruefeNummern(a.dokumente, \.angaben.identifikation, .dokument, unter: stelle)
    for d in a.dokumente { unten.nimm(pruefe(d, .dokument, innen)) }
    pruefeNummern(a.vorgaenge, \.identifikation, .vorgang, unter: stelle)
    for v in a.vorgaenge {
      let s = beginne(v.identifikation, .vorgang, v.betreff, kontext: v.kontextobjekt)
      unten.nimm(pruefe(v, an: s, innen))
    }
    pruefeNummern(a.teilakten, \.identifikation, .teilakte, unter: stelle)
    for t in a.teilakten {
      let s = beginne(t.identifikation, .teilakte, t.betreff, kontext: t.kontextobjekt)
      unten.nimm(pruefe(t, an: s, innen))
    }

    pruefe(a.verweise, an: stelle)
    pruefe(a.kontakte, "Kontakt", an: stelle)
    pruefe(a.erweiterungen, an: stelle)
    if a.kontextobjekt != true { unten.hatAuszusonderndes = true }
    return pruefeEinstufung(a.allgemeineMetadaten, unten, an: stelle)
  }

  private mutating func pruefe(_ v: Vorgang, an stelle: Stelle, _ umgebung: Umgebung) -> Ertrag {
    let angaben = Abschlussangaben(
      kontext: v.kontextobjekt, zdA: v.zdA, zdADatum: v.zdADatum, laufzeit: v.laufzeit,
      metadaten: v.aussonderungsmetadaten, kenntZdA: true, kenntZdADatum: version >= .v300)
    merkeTiefe(umgebung.stufe, stelle)
    pruefeMetadaten(v.allgemeineMetadaten, an: stelle)
    pruefeAbschluss(angaben, umgebung, an: stelle)
    pruefeKontext(v.kontextobjekt, umgebung, hatDokumente: !v.dokumente.isEmpty, an: stelle)
    pruefe(v.geschaeftsgaenge, an: stelle, versionen: nil)

    let innen = umgebung.innen(v.allgemeineMetadaten, angaben)
    var unten = Ertrag()
    pruefeNummern(v.dokumente, \.angaben.identifikation, .dokument, unter: stelle)
    for d in v.dokumente { unten.nimm(pruefe(d, .dokument, innen)) }
    pruefeNummern(v.teilvorgaenge, \.identifikation, .teilvorgang, unter: stelle)
    for t in v.teilvorgaenge {
      let s = beginne(t.identifikation, .teilvorgang, t.betreff, kontext: t.kontextobjekt)
      unten.nimm(pruefe(t, an: s, innen))
    }

    pruefe(v.verweise, an: stelle)
    pruefe(v.kontakte, "Kontakt", an: stelle)
    pruefe(v.erweiterungen, an: stelle)
    if v.kontextobjekt != true { unten.hatAuszusonderndes = true }
    return pruefeEinstufung(v.allgemeineMetadaten, unten, an: stelle)
  }
}

extension Umgebung {
  /// What the children of an Akte or a Vorgang have from it.
  fileprivate func innen(_ m: AllgemeineMetadaten?, _ angaben: Abschlussangaben) -> Umgebung {
    var innen = self
    innen.stufe += 1
    innen.unterAuszusonderndem = unterAuszusonderndem || angaben.kontext == false
    innen.geschlossen = geschlossen || angaben.zdA == true
    if let code = m?.medium?.wert, !code.isEmpty { innen.medium = code }
    return innen
  }
}
