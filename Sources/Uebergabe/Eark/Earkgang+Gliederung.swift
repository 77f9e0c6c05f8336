// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import XMLStrom

/// `structMap`: the divisions of the package.
extension Earkgang {
  /// The divisions for whole kinds of groups, with the numbers of their requirements.
  private static let arten = [
    (label: "Documentation", abschnitt: 93, zeiger: "CSIP116"),
    (label: "Schemas", abschnitt: 97, zeiger: "CSIP118"),
    (label: "Representations", abschnitt: 101, zeiger: "CSIP119"),
  ]

  mutating func beginneStruktur(_ baum: Teilbaum, _ id: String) {
    let zeile = baum.zeile(0)
    merkeID(id, .sonstige, zeile)
    lage.strukturen += 1
    lage.istCSIP = baum.wert(0, .label) == "CSIP"
    lage.hauptabschnitte = 0
    guard lage.istCSIP else { return }
    lage.csipStrukturen += 1
    if lage.csipStrukturen == 2 {
      melde("CSIP80", "METS hat mehr als eine Gliederung mit LABEL »CSIP«.", zeile)
    }
    let typ = baum.wert(0, .type) ?? ""
    if typ != "PHYSICAL" {
      melde("CSIP81", "Die Gliederung hat den Typ »\(typ.sichtbar)« statt PHYSICAL.", zeile)
    }
    if id.isEmpty { melde("CSIP83", "Die Gliederung hat keine ID.", zeile) }
  }

  mutating func schliesseStruktur() {
    guard lage.istCSIP, lage.hauptabschnitte != 1 else { return }
    melde(
      "CSIP84",
      "Die Gliederung hat \(lage.hauptabschnitte.mal("obersten Abschnitt", "oberste Abschnitte")) statt eines.",
      lage.rahmenzeile)
  }

  /// The main division, or a piece of it.
  mutating func nimmAbschnitt(_ baum: Teilbaum) {
    guard baum.ist(0, .div) else { return }
    merkeIDs(baum, 0, .sonstige)
    if !baum.istFortsetzung {
      lage.hauptabschnitte += 1
      if lage.istCSIP, (baum.wert(0, .id) ?? "").isEmpty {
        melde("CSIP85", "Der oberste Abschnitt hat keine ID.", baum.zeile(0))
      }
      nimmEigenes(baum, 0, "")
    }
    for kind in baum.kinder(0) {
      if baum.ist(kind, .div) {
        nimmTeil(baum, kind, istOben: lage.istCSIP && lage.csipStrukturen == 1)
      } else if baum.istFortsetzung {
        nimmZeiger(baum, kind, "")
      }
    }
  }

  /// A division below the main one.
  private mutating func nimmTeil(_ baum: Teilbaum, _ i: Int, istOben: Bool) {
    let label = baum.wert(i, .label) ?? ""
    if istOben {
      lage.abschnitte[label, default: 0] += 1
      pruefeBezeichnung(baum, i, label)
    }
    nimmEigenes(baum, i, istOben ? label : "")
    for kind in baum.kinder(i, .div) {
      // METS of representations may be shown below »Representations«, too.
      nimmTeil(baum, kind, istOben: false)
    }
  }

  /// The labels and ids of the divisions that CSIP knows.
  private mutating func pruefeBezeichnung(_ baum: Teilbaum, _ i: Int, _ label: String) {
    let zeile = baum.zeile(i)
    let hatID = !(baum.wert(i, .id) ?? "").isEmpty
    if label == "Metadata" {
      if !hatID { melde("CSIP89", "Der Abschnitt für Metadaten hat keine ID.", zeile) }
      func liste(_ text: String?) -> Set<String>? {
        text.map { Set($0.split(whereSeparator: { $0.isWhitespace }).map(String.init)) }
      }
      lage.genannteBeschreibungen = liste(baum.wert(i, .dmdid))
      lage.genannteVerwaltungen = liste(baum.wert(i, .admid))
    } else if label.lowercased() == "metadata" {
      melde("CSIP90", "Der Abschnitt heißt »\(label.sichtbar)« statt »Metadata«.", zeile)
    }
    for art in Self.arten {
      if label == art.label {
        if !hatID {
          melde("CSIP\(art.abschnitt + 1)", "Der Abschnitt »\(label)« hat keine ID.", zeile)
        }
      } else if label.lowercased() == art.label.lowercased() {
        melde(
          "CSIP\(art.abschnitt + 2)",
          "Der Abschnitt heißt »\(label.sichtbar)« statt »\(art.label)«.",
          zeile)
      }
    }
  }

  /// What stands in a division itself: references and pointers.
  private mutating func nimmEigenes(_ baum: Teilbaum, _ i: Int, _ label: String) {
    let zeile = baum.zeile(i)
    pruefeVerweise(
      baum.wert(i, .admid), "ADMID", [.verwaltung], zeile,
      regel: label == "Metadata" ? "CSIP91" : "EARK-VERWEIS")
    pruefeVerweise(
      baum.wert(i, .dmdid), "DMDID", [.beschreibung], zeile,
      regel: label == "Metadata" ? "CSIP92" : "EARK-VERWEIS")
    for kind in baum.kinder(i) where !baum.ist(kind, .div) { nimmZeiger(baum, kind, label) }
    pruefeRepraesentation(baum, i)
  }

  /// A pointer to a group or file.
  private mutating func nimmZeiger(_ baum: Teilbaum, _ i: Int, _ label: String) {
    guard baum.ist(i, .fptr) else { return }
    let zeile = baum.zeile(i)
    let id = baum.wert(i, .fileid) ?? ""
    guard let art = Self.arten.first(where: { $0.label == label }) else {
      pruefeVerweise(id, "FILEID", [.gruppe, .datei], zeile)
      return
    }
    guard !id.isEmpty else {
      melde(art.zeiger, "Der Zeiger im Abschnitt »\(label)« nennt keine Gruppe (FILEID).", zeile)
      return
    }
    guard let ziel = lage.ids[id] else {
      pruefeVerweise(id, "FILEID", [.gruppe, .datei], zeile, regel: art.zeiger)
      return
    }
    lage.verwieseneGruppen.insert(id)
    guard ziel == .gruppe, let stelle = lage.gruppenstelle[id] else {
      melde(
        art.zeiger,
        "Der Zeiger im Abschnitt »\(label)« nennt »\(id.sichtbar)«; das ist keine Gruppe.",
        zeile, ziel == .datei ? .warnung : .fehler)
      return
    }
    let use = lage.gruppen[stelle].use
    if !use.hasPrefix(art.label) {
      melde(
        art.zeiger,
        "Der Zeiger im Abschnitt »\(label)« nennt die Gruppe »\(id.sichtbar)« mit USE »\(use.sichtbar)«.",
        zeile)
    }
  }

  // MARK: Representations

  /// A division that points to the METS file of a representation.
  private mutating func pruefeRepraesentation(_ baum: Teilbaum, _ i: Int) {
    let zeiger = baum.kinder(i, .mptr)
    let label = baum.wert(i, .label) ?? ""
    let teile = label.split(separator: "/" as Character, omittingEmptySubsequences: false)
    let istRep = lage.istWurzel && teile.count == 2 && teile[0] == "Representations"
    let hatGruppe = baum.kinder(i).contains { baum.ist($0, .fptr) }
    guard !zeiger.isEmpty || istRep && !hatGruppe else { return }
    let zeile = baum.zeile(i)
    if (baum.wert(i, .id) ?? "").isEmpty {
      melde("CSIP106", "Der Abschnitt »\(label.sichtbar)« hat keine ID.", zeile)
    }
    if lage.istWurzel, !istRep {
      melde("CSIP107", "Der Abschnitt heißt »\(label.sichtbar)« statt »Representations/…«.", zeile)
    }
    if zeiger.count != 1 {
      melde(
        "CSIP109",
        "Der Abschnitt »\(label.sichtbar)« hat \(zeiger.count.mal("Zeiger", "Zeiger")) auf eine METS.xml.",
        zeile)
    }
    for z in zeiger {
      let stelle = pruefeZeiger(baum, z)
      guard istRep else { continue }
      let soll = "representations/\(teile[1])/METS.xml"
      if stellen[Bagpfad(soll)] == nil {
        melde(
          "CSIP107", "Der Abschnitt heißt »\(label.sichtbar)«, die Datei »\(soll.sichtbar)« fehlt.",
          zeile)
      }
      if let stelle, bestand.dateien[stelle].pfad != Bagpfad(soll) {
        melde(
          "CSIP110",
          "Der Zeiger führt zu »\(bestand.dateien[stelle].pfad.text.sichtbar)«, der Abschnitt heißt »\(label.sichtbar)«.",
          baum.zeile(z))
      }
    }
  }

  /// A pointer to a METS file, which is read next.
  private mutating func pruefeZeiger(_ baum: Teilbaum, _ i: Int) -> Int? {
    let zeile = baum.zeile(i)
    pruefeAdresse(baum, i, "CSIP112", "CSIP111")
    let titel = baum.wert(i, .title, .xlink) ?? ""
    if let stelle = lage.gruppenstelle[titel] {
      lage.verwieseneGruppen.insert(titel)
      let use = lage.gruppen[stelle].use
      if !use.hasPrefix("Representations") {
        melde(
          "CSIP108", "Der Zeiger nennt die Gruppe »\(titel.sichtbar)« mit USE »\(use.sichtbar)«.",
          zeile)
      }
    } else {
      melde(
        "CSIP108",
        titel.isEmpty
          ? "Der Zeiger nennt keine Gruppe (xlink:title)."
          : "Der Zeiger nennt »\(titel.sichtbar)«; diese Gruppe gibt es nicht.", zeile)
    }
    guard let stelle = loese(baum.wert(i, .href, .xlink), "CSIP110", zeile, nil) else { return nil }
    gezeigt.insert(stelle)
    if warteschlange.count < 2 * Self.hoechstensMets { warteschlange.append(stelle) }
    return stelle
  }

  // MARK: The whole

  mutating func pruefeGliederung() {
    guard lage.csipStrukturen > 0 else {
      meldeMets("CSIP80", "METS hat keine Gliederung nach CSIP (structMap mit LABEL »CSIP«).")
      if lage.strukturen > 0 {
        meldeMets("CSIP82", "Keine Gliederung hat LABEL »CSIP«.")
      }
      return
    }
    let metadaten = lage.abschnitte["Metadata"] ?? 0
    if metadaten != 1 {
      let wort = metadaten == 0 ? "keinen Abschnitt" : "mehrere Abschnitte"
      meldeMets("CSIP88", "Die Gliederung hat \(wort) »Metadata«.")
    }
    pruefeNennung("CSIP92", "DMDID", lage.beschreibungen, lage.genannteBeschreibungen)
    pruefeNennung("CSIP91", "ADMID", lage.verwaltungen, lage.genannteVerwaltungen)
    for art in Self.arten { pruefeAbschnitt(art.label, art.abschnitt) }
  }

  /// All current sections shall be named by the division of metadata.
  private mutating func pruefeNennung(
    _ regel: String, _ attribut: String, _ abschnitte: [Metslage.Abschnitt], _ genannt: Set<String>?
  ) {
    let fehlende = abschnitte.filter { !$0.id.isEmpty && !(genannt?.contains($0.id) ?? false) }
    guard let eine = fehlende.first else { return }
    meldeMets(
      regel,
      "Der Abschnitt »Metadata« nennt in \(attribut) \(fehlende.count.mal("ID", "IDs")) nicht, zum Beispiel »\(eine.id.sichtbar)«.",
      fehlende.contains(where: \.istGeltend) ? .warnung : .hinweis)
  }

  /// Each group of a kind shall be named in the division of that kind.
  private mutating func pruefeAbschnitt(_ label: String, _ nummer: Int) {
    let gruppen = lage.gruppen.filter { $0.ist(label) }
    guard !gruppen.isEmpty else { return }
    let offene = gruppen.filter { !lage.verwieseneGruppen.contains($0.id) }
    if lage.abschnitte[label] == nil, !offene.isEmpty {
      meldeMets("CSIP\(nummer)", "Die Gliederung hat keinen Abschnitt »\(label)«.")
    }
    for g in offene {
      // A representation with a METS file of its own is shown by a pointer to that.
      let regel = g.hatMets && lage.istWurzel ? "CSIP108" : "CSIP\(nummer + 3)"
      melde(
        regel,
        "Kein Abschnitt der Gliederung nennt die Gruppe »\(g.id.sichtbar)« (USE »\(g.use.sichtbar)«).",
        g.zeile)
    }
  }
}
