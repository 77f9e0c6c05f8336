// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import XMLStrom

/// The files that METS names: metadata and content.
extension Earkgang {
  // MARK: Metadata

  mutating func nimmVerwaltung(_ baum: Teilbaum) {
    merkeIDs(baum, 0, .verwaltung)
    let zeile = baum.zeile(0)
    let id = baum.wert(0, .id) ?? ""
    let stand = baum.wert(0, .status)
    let istErhaltung = baum.ist(0, .digiprovMD)
    lage.verwaltungen.append(.init(id: id, istGeltend: stand == "CURRENT"))
    let verweise = baum.kinder(0, .mdRef)
    if istErhaltung || baum.ist(0, .rightsMD) {
      let wort = istErhaltung ? "digiprovMD" : "rightsMD"
      if istErhaltung { lage.digiprovMDs += 1 }
      if id.isEmpty {
        melde(istErhaltung ? "CSIP33" : "CSIP46", "Das Element \(wort) hat keine ID.", zeile)
      }
      pruefeStand(istErhaltung ? "CSIP34" : "CSIP47", stand, zeile)
      if verweise.isEmpty {
        melde(istErhaltung ? "CSIP35" : "CSIP48", "Das Element \(wort) nennt keine Datei.", zeile)
      }
      for v in verweise { pruefeMetadaten(baum, v, istErhaltung ? .erhaltung : .rechte) }
    } else {
      for v in verweise { pruefeMetadaten(baum, v, .sonstige) }
    }
  }

  /// A reference to a file of metadata.
  mutating func pruefeMetadaten(_ baum: Teilbaum, _ i: Int, _ regeln: Verweisregeln) {
    let zeile = baum.zeile(i)
    if regeln.istPflicht {
      let art = baum.wert(i, .mdtype) ?? ""
      if !Earkvokabular.metadatenarten.contains(art) {
        melde(
          regeln.mdtype,
          art.isEmpty
            ? "Die Art der Metadaten (MDTYPE) fehlt."
            : "Die Art der Metadaten »\(art.sichtbar)« steht nicht in der Liste von METS.", zeile)
      }
    }
    let stelle = pruefeVerweis(baum, ort: i, angaben: i, regeln)
    if let stelle, baum.wert(i, .mdtype)?.hasPrefix("PREMIS") == true, !premis.contains(stelle),
      premis.count < Self.hoechstensMets
    {
      premis.append(stelle)
    }
  }

  /// Whether files lie in a folder of metadata beside the METS file.
  func hatMetadaten(_ ordner: String) -> Bool {
    let vorne = Bagpfad(lage.ordner + "metadata/" + ordner + "/")
    // The files are sorted: the first one behind the name of the folder lies in it, or none does.
    var unten = 0
    var oben = bestand.dateien.count
    while unten < oben {
      let mitte = (unten + oben) / 2
      if bestand.dateien[mitte].pfad < vorne { unten = mitte + 1 } else { oben = mitte }
    }
    return unten < bestand.dateien.count
      && bestand.dateien[unten].pfad.text.utf8.starts(with: vorne.text.utf8)
  }

  /// Files in the folders of metadata want sections that name them.
  mutating func pruefeMetadatenordner() {
    func meldeFehlen(_ regel: String, _ hatDateien: Bool, _ ordner: String, _ fehlt: String) {
      // A representation without metadata of its own is nothing to speak of.
      guard hatDateien || lage.istWurzel else { return }
      meldeMets(
        regel,
        hatDateien
          ? "Zu den Dateien in metadata/\(ordner) fehlt \(fehlt)." : "In METS fehlt \(fehlt).",
        hatDateien ? .warnung : .hinweis)
    }
    if lage.beschreibungen.isEmpty {
      meldeFehlen("CSIP17", hatMetadaten("descriptive"), "descriptive", "ein Abschnitt dmdSec")
    }
    let hatErhaltung = hatMetadaten("preservation")
    if lage.amdSecs == 0 {
      meldeFehlen("CSIP31", hatErhaltung, "preservation", "ein Abschnitt amdSec")
    }
    if lage.digiprovMDs == 0 {
      meldeFehlen("CSIP32", hatErhaltung, "preservation", "ein Element digiprovMD")
    }
  }

  // MARK: Content

  /// A group of files, or a piece of one.
  mutating func nimmGruppe(_ baum: Teilbaum, _ i: Int) {
    let nummer = i == 0 && baum.istFortsetzung ? lage.offeneGruppe : beginneGruppe(baum, i)
    if i == 0 { lage.offeneGruppe = nummer }
    for kind in baum.kinder(i) {
      if baum.ist(kind, .file) {
        lage.gruppen[nummer].dateien += 1
        nimmDatei(baum, kind, nummer)
      } else if baum.ist(kind, .fileGrp) {
        lage.gruppen[nummer].dateien += 1
        nimmGruppe(baum, kind)
      }
    }
  }

  /// - Returns: The number of the group.
  private mutating func beginneGruppe(_ baum: Teilbaum, _ i: Int) -> Int {
    let zeile = baum.zeile(i)
    let id = baum.wert(i, .id) ?? ""
    let use = baum.wert(i, .use) ?? ""
    merkeID(id, .gruppe, zeile)
    if use.isEmpty { melde("CSIP64", "Die Gruppe sagt nicht, wozu sie dient (USE).", zeile) }
    if id.isEmpty { melde("CSIP65", "Die Gruppe »\(use.sichtbar)« hat keine ID.", zeile) }
    pruefeVerweise(baum.wert(i, .admid), "ADMID", [.verwaltung], zeile, regel: "CSIP61")
    pruefeInformationsart(
      baum.wert(i, .contentinformationtype, .csip),
      baum.wert(i, .othercontentinformationtype, .csip), "CSIP62", "CSIP63", zeile)
    lage.gruppen.append(.init(id: id, use: use, zeile: zeile))
    if !id.isEmpty { lage.gruppenstelle[id] = lage.gruppen.count - 1 }
    return lage.gruppen.count - 1
  }

  private mutating func nimmDatei(_ baum: Teilbaum, _ i: Int, _ gruppe: Int) {
    let zeile = baum.zeile(i)
    merkeIDs(baum, i, .datei)
    if (baum.wert(i, .id) ?? "").isEmpty { melde("CSIP67", "Die Datei hat keine ID.", zeile) }
    pruefeVerweise(baum.wert(i, .admid), "ADMID", [.verwaltung], zeile, regel: "CSIP74")
    pruefeVerweise(baum.wert(i, .dmdid), "DMDID", [.beschreibung], zeile, regel: "CSIP75")
    for (name, regel) in [
      (Metsname.fileformatname, "SIP32"), (.fileformatversion, "SIP33"),
      (.fileformatregistry, "SIP34"), (.fileformatkey, "SIP35"),
    ] {
      guard let wert = baum.wert(i, name, .sip) else { continue }
      nenntFormate = true
      if wert.isEmpty { melde(regel, "Die Angabe sip:\(name) ist leer.", zeile, .warnung) }
    }
    let orte = baum.kinder(i, .fLocat)
    if orte.count != 1 {
      melde(
        "CSIP76",
        orte.isEmpty
          ? "Die Datei hat keinen Ort (FLocat)." : "Die Datei hat mehrere Orte (FLocat).", zeile)
    }
    for ort in orte {
      guard let stelle = pruefeVerweis(baum, ort: ort, angaben: i, .datei) else { continue }
      if bestand.dateien[stelle].pfad.name == "METS.xml" { lage.gruppen[gruppe].hatMets = true }
    }
    for kind in baum.kinder(i, .file) { nimmDatei(baum, kind, gruppe) }
  }

  /// The groups that a SIP must have, and that none is empty.
  mutating func pruefeGruppen() {
    for g in lage.gruppen where g.dateien == 0 {
      melde("CSIP66", "Die Gruppe »\(g.use.sichtbar)« enthält keine Datei.", g.zeile)
    }
    guard lage.istWurzel else { return }
    guard lage.hatDateien else {
      meldeMets("CSIP58", "METS hat kein Verzeichnis der Dateien (fileSec).")
      return
    }
    if !lage.gruppen.contains(where: { $0.ist("Documentation") }) {
      meldeMets("CSIP60", "Keine Gruppe hat USE »Documentation«.")
    }
    if !lage.gruppen.contains(where: { $0.ist("Schemas") }) {
      meldeMets("CSIP113", "Keine Gruppe hat USE »Schemas«.")
    }
    if !lage.gruppen.contains(where: { $0.use.hasPrefix("Representations") }) {
      meldeMets("CSIP114", "Keine Gruppe hat ein USE, das mit »Representations« beginnt.")
    }
    if !nenntFormate, lage.digiprovMDs == 0 {
      meldeMets("SIP32", "Weder PREMIS noch sip:FILEFORMATNAME nennt die Formate der Dateien.")
    }
  }

  // MARK: References

  /// A reference to a file, and what is said of it.
  ///
  /// - Parameters:
  ///   - baum: The subtree.
  ///   - ort: The element with the address.
  ///   - angaben: The element with size and digest.
  ///   - regeln: The requirements.
  /// - Returns: The place of the file; nil if it is not there.
  mutating func pruefeVerweis(
    _ baum: Teilbaum, ort: Int, angaben: Int, _ regeln: Verweisregeln
  ) -> Int? {
    let zeile = baum.zeile(ort)
    if regeln.istPflicht {
      pruefeAdresse(baum, ort, regeln.loctype, regeln.typ)
      if let mangel = Earkvokabular.mangel(mime: baum.wert(angaben, .mimetype) ?? "") {
        melde(regeln.mime, mangel.sichtbar, zeile)
      }
      pruefeZeit(regeln.created, baum.wert(angaben, .created), "CREATED", zeile)
    }
    let summe = pruefsumme(baum, angaben, regeln, zeile)
    let groesse = baum.wert(angaben, .size)
    if regeln.istPflicht, (groesse ?? "").isEmpty {
      melde(regeln.size, "Die Größe (SIZE) fehlt.", zeile)
    }
    guard
      let stelle = loese(baum.wert(ort, .href, .xlink), regeln.href, zeile, summe)
    else { return nil }
    let datei = bestand.dateien[stelle]
    genannt[stelle] = true
    if let groesse, !groesse.isEmpty, Int64(groesse) != datei.groesse {
      melde(
        regeln.size,
        "Die Datei hat \(datei.groesse.deutsch) Byte; \(lage.pfad), Zeile \(zeile), nennt \(groesse.sichtbar).",
        datei.pfad.text)
    }
    if let summe {
      zusagen.append(
        Zusage(
          stelle: stelle, summe: summe, regel: regeln.checksum,
          mets: lage.stelle, zeile: zeile))
    }
    return stelle
  }

  mutating func pruefeAdresse(_ baum: Teilbaum, _ i: Int, _ loctype: String, _ typ: String) {
    let zeile = baum.zeile(i)
    let art = baum.wert(i, .loctype) ?? ""
    if art != "URL" {
      melde(loctype, "Die Art der Adresse (LOCTYPE) ist »\(art.sichtbar)« statt URL.", zeile)
    }
    let link = baum.wert(i, .linkType, .xlink) ?? ""
    if link != "simple" {
      melde(typ, "Die Art des Verweises (xlink:type) ist »\(link.sichtbar)« statt simple.", zeile)
    }
  }

  /// The digest that METS promises; nil, with a finding, if there is none that can be checked.
  private mutating func pruefsumme(
    _ baum: Teilbaum, _ i: Int, _ regeln: Verweisregeln, _ zeile: Int
  ) -> Pruefsumme? {
    let wert = baum.wert(i, .checksum) ?? ""
    let name = baum.wert(i, .checksumtype) ?? ""
    guard regeln.istPflicht || !wert.isEmpty else { return nil }
    if wert.isEmpty { melde(regeln.checksum, "Die Prüfsumme (CHECKSUM) fehlt.", zeile) }
    guard Earkvokabular.verfahren.contains(name) else {
      melde(
        regeln.verfahren,
        name.isEmpty
          ? "Das Verfahren der Prüfsumme (CHECKSUMTYPE) fehlt."
          : "Das Verfahren »\(name.sichtbar)« steht nicht in der Liste von METS.", zeile)
      return nil
    }
    guard !wert.isEmpty else { return nil }
    guard let verfahren = Hashverfahren(bezeichnung: name) else {
      melde("EARK-VERFAHREN", "Das Verfahren »\(name)« wird nicht berechnet.", zeile)
      return nil
    }
    guard let summe = Pruefsumme(verfahren, text: wert) else {
      melde(
        regeln.checksum,
        "»\(wert.prefix(24).description.sichtbar)« ist keine Prüfsumme nach \(name).", zeile)
      return nil
    }
    return summe
  }

  /// The place of the file that an address means; nil, with a finding, if there is none.
  mutating func loese(
    _ href: String?, _ regel: String, _ zeile: Int, _ summe: Pruefsumme?
  ) -> Int? {
    guard let href, !href.isEmpty else {
      melde(regel, "Die Adresse der Datei (xlink:href) fehlt oder ist leer.", zeile)
      return nil
    }
    let adresse = Earkadresse(href, ab: lage.ordner)
    switch adresse.ziel {
    case .extern:
      melde("EARK-EXTERN", "»\(href.sichtbar)« liegt nicht im Paket.", zeile)
      return nil
    case .gefahr(let grund):
      melde("EARK-PFAD", "»\(href.sichtbar)« wird nicht verfolgt: \(grund).", zeile)
      return nil
    case .pfad(let pfad):
      if let stelle = stellen[pfad] {
        if adresse.istUnkodiert {
          melde(
            "EARK-KODIERUNG", "»\(href.sichtbar)« enthält Zeichen, die zu kodieren sind.", zeile)
        }
        return stelle
      }
      if let stelle = adresse.woertlich.flatMap({ stellen[$0] }) {
        melde(
          "EARK-KODIERUNG",
          "»\(href.sichtbar)« steht für einen Namen mit Prozentzeichen, das nicht kodiert ist.",
          zeile, .warnung)
        return stelle
      }
      if let stelle = suche.normalform(pfad, bestand, { _ in true }) {
        melde(
          "EARK-KODIERUNG", "Umlaute sind in METS anders gespeichert als im Dateinamen.",
          bestand.dateien[stelle].pfad.text)
        return stelle
      }
      var zusatz = ""
      if let stelle = suche.grossklein(pfad, bestand) {
        zusatz = " Vorhanden ist »\(bestand.dateien[stelle].pfad.text.sichtbar)«."
      }
      melde(
        regel,
        "Die Datei »\(pfad.text.sichtbar)« fehlt; \(lage.pfad), Zeile \(zeile), nennt sie.\(zusatz)",
        pfad.text)
      luecken.append(Luecke(pfad: pfad, summe: summe))
      return nil
    }
  }
}
