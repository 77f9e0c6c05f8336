// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import XMLStrom

/// `metsHdr`: the package and those who made it.
extension Earkgang {
  mutating func pruefeKopf(_ baum: Teilbaum) {
    let zeile = baum.zeile(0)
    lage.hatKopf = true
    merkeIDs(baum, 0, .sonstige)
    pruefeZeit("CSIP7", baum.wert(0, .createdate), "CREATEDATE", zeile)
    if let text = baum.wert(0, .lastmoddate) {
      if !Earkvokabular.istZeitpunkt(text) {
        melde("CSIP8", "»\(text.sichtbar)« (LASTMODDATE) ist kein Zeitpunkt.", zeile, .warnung)
      } else if let jetzt = pruefer.jetzt, let tag = Kalendertag(text.prefix(10)), tag > jetzt.tag {
        melde("CSIP8", "Die letzte Änderung liegt in der Zukunft: \(text).", zeile, .warnung)
      }
    } else {
      melde("CSIP8", "Der Zeitpunkt der letzten Änderung (LASTMODDATE) fehlt.", zeile)
    }
    let art = baum.wert(0, .oaispackagetype, .csip) ?? ""
    if !Earkvokabular.paketarten.contains(art) {
      melde(
        "CSIP9",
        art.isEmpty
          ? "Die Art des Pakets (csip:OAISPACKAGETYPE) fehlt."
          : "Die Art des Pakets »\(art.sichtbar)« steht nicht im Vokabular.", zeile)
    }
    guard lage.istWurzel else { return }
    if art != "SIP" { melde("SIP4", "Die Art des Pakets ist »\(art.sichtbar)« statt SIP.", zeile) }
    if let stand = baum.wert(0, .recordstatus) {
      if !Earkvokabular.satzstand.contains(stand) {
        melde("SIP3", "Der Stand »\(stand.sichtbar)« steht nicht im Vokabular.", zeile, .warnung)
      }
    } else {
      melde("SIP3", "Der Stand des Pakets (RECORDSTATUS) fehlt.", zeile)
    }
  }

  mutating func nimmKopf(_ baum: Teilbaum) {
    merkeIDs(baum, 0, .sonstige)
    if baum.ist(0, .altRecordID) {
      lage.altkennungen[baum.wert(0, .type) ?? "", default: []].append(baum.text(0))
    }
    guard baum.ist(0, .agent), lage.beteiligte.count < 1000 else { return }
    lage.beteiligte.append(
      .init(
        rolle: baum.wert(0, .role) ?? "", typ: baum.wert(0, .type) ?? "",
        andererTyp: baum.wert(0, .othertype) ?? "", andereRolle: baum.wert(0, .otherrole) ?? "",
        namen: baum.kinder(0, .name).map { baum.text($0) },
        notizen: baum.kinder(0, .note).map { (baum.text($0), baum.wert($0, .notetype, .csip)) },
        zeile: baum.zeile(0)))
  }

  mutating func pruefeBeteiligte() {
    guard lage.hatKopf else { return }
    guard !lage.beteiligte.isEmpty else {
      meldeMets("CSIP10", "METS nennt keinen Beteiligten (agent).")
      if lage.istWurzel { meldeMets("SIP15", "Die abliefernde Stelle ist nicht genannt.") }
      return
    }
    pruefeProgramm()
    guard lage.istWurzel else { return }
    pruefeStellen()
  }

  // MARK: The software

  private mutating func pruefeProgramm() {
    func punkte(_ b: Metslage.Beteiligter) -> Int {
      (b.rolle == "CREATOR" ? 1 : 0) + (b.typ == "OTHER" ? 1 : 0)
        + (b.andererTyp == "SOFTWARE" ? 1 : 0)
    }
    let beste = lage.beteiligte.map(punkte).max() ?? 0
    guard beste >= 2, let p = lage.beteiligte.first(where: { punkte($0) == beste }) else {
      let zeile = lage.beteiligte[0].zeile
      melde("CSIP11", "Kein Beteiligter ist als das Programm zu erkennen, das packte.", zeile)
      melde("CSIP12", "Kein Beteiligter ist ein Programm mit TYPE OTHER.", zeile)
      melde("CSIP13", "Kein Beteiligter ist ein Programm mit OTHERTYPE SOFTWARE.", zeile)
      return
    }
    if p.rolle != "CREATOR" {
      melde("CSIP11", "Das Programm hat die Rolle »\(p.rolle.sichtbar)« statt CREATOR.", p.zeile)
    }
    if p.typ != "OTHER" {
      melde("CSIP12", "Das Programm hat den Typ »\(p.typ.sichtbar)« statt OTHER.", p.zeile)
    }
    if p.andererTyp != "SOFTWARE" {
      melde(
        "CSIP13", "Das Programm hat die Untergattung »\(p.andererTyp.sichtbar)« statt SOFTWARE.",
        p.zeile)
    }
    pruefeName("CSIP14", p, "Das Programm")
    if p.notizen.count != 1 {
      melde(
        "CSIP15",
        "Das Programm hat \(p.notizen.count.mal("Notiz", "Notizen")) statt einer Version.",
        p.zeile)
    } else if p.notizen[0].text.istLeer {
      melde("CSIP15", "Die Version des Programms ist leer.", p.zeile)
    }
    for notiz in p.notizen where notiz.typ != "SOFTWARE VERSION" {
      melde(
        "CSIP16",
        "Die Notiz ist als »\((notiz.typ ?? "").sichtbar)« bezeichnet statt als SOFTWARE VERSION.",
        p.zeile)
    }
  }

  private mutating func pruefeName(
    _ regel: String, _ b: Metslage.Beteiligter, _ wer: String
  ) {
    if b.namen.count != 1 || b.namen[0].istLeer {
      melde(regel, "\(wer) hat \(b.namen.count > 1 ? "mehrere" : "keinen") Namen.", b.zeile)
    }
  }

  private mutating func pruefeNotizen(
    _ regel: String, _ b: Metslage.Beteiligter, _ wer: String
  ) {
    for notiz in b.notizen where notiz.typ != "IDENTIFICATIONCODE" {
      melde(
        regel,
        "Die Notiz zu \(wer) ist als »\((notiz.typ ?? "").sichtbar)« bezeichnet statt als "
          + "IDENTIFICATIONCODE.", b.zeile)
    }
  }

  // MARK: Organisations and persons

  private mutating func pruefeStellen() {
    let personen: Set<String> = ["ORGANIZATION", "INDIVIDUAL"]
    for b in lage.beteiligte where b.rolle == "ARCHIVIST" {
      if !personen.contains(b.typ) {
        melde("SIP11", "Der Bildner hat den Typ »\(b.typ.sichtbar)«.", b.zeile)
      }
      pruefeName("SIP12", b, "Der Bildner")
      pruefeNotizen("SIP14", b, "dem Bildner")
    }
    for b in lage.beteiligte where b.rolle == "PRESERVATION" {
      if b.typ != "ORGANIZATION" {
        melde("SIP28", "Das Archiv hat den Typ »\(b.typ.sichtbar)«.", b.zeile)
      }
      pruefeName("SIP29", b, "Das Archiv")
      pruefeNotizen("SIP31", b, "dem Archiv")
    }
    pruefeAblieferer(personen)
    for b in lage.beteiligte where b.rolle == "OTHER" {
      for (wort, regel, soll) in [
        ("ARCHIV", "SIP10", "ARCHIVIST"), ("CONTACT", "SIP22", "CREATOR"),
        ("PRESERV", "SIP27", "PRESERVATION"),
      ] where b.heisst(wort) {
        melde(regel, "Die Rolle ist »OTHER« (\(b.andereRolle.sichtbar)) statt \(soll).", b.zeile)
      }
    }
  }

  /// The submitter is a CREATOR beside the software; without an organisation it is the first person,
  /// all others are contacts.
  private mutating func pruefeAblieferer(_ personen: Set<String>) {
    let ersteller = lage.beteiligte.filter { $0.rolle == "CREATOR" }
    let ablieferer =
      ersteller.first { $0.typ == "ORGANIZATION" } ?? ersteller.first { $0.typ == "INDIVIDUAL" }
    if let a = ablieferer {
      pruefeName("SIP18", a, "Die abliefernde Stelle")
      pruefeNotizen("SIP20", a, "der abliefernden Stelle")
      for b in ersteller where b.typ == "INDIVIDUAL" && b.zeile != a.zeile {
        pruefeName("SIP24", b, "Die Kontaktperson")
      }
    } else if let b = lage.beteiligte.first(where: { $0.heisst("SUBMIT") }) {
      melde(
        "SIP16",
        "Die abliefernde Stelle hat die Rolle OTHER (\(b.andereRolle.sichtbar)) statt CREATOR.",
        b.zeile)
      if !personen.contains(b.typ) {
        melde("SIP17", "Die abliefernde Stelle hat den Typ »\(b.typ.sichtbar)«.", b.zeile)
      }
      pruefeName("SIP18", b, "Die abliefernde Stelle")
      pruefeNotizen("SIP20", b, "der abliefernden Stelle")
    } else if let b = ersteller.first(where: { $0.andererTyp != "SOFTWARE" && $0.typ != "OTHER" }) {
      melde("SIP17", "Die abliefernde Stelle hat den Typ »\(b.typ.sichtbar)«.", b.zeile)
    } else {
      melde("SIP15", "Die abliefernde Stelle ist nicht genannt.", lage.beteiligte[0].zeile)
    }
    for b in lage.beteiligte where b.heisst("CONTACT") && b.typ != "INDIVIDUAL" {
      melde("SIP23", "Die Kontaktperson hat den Typ »\(b.typ.sichtbar)«.", b.zeile)
    }
  }

  // MARK: altRecordID

  mutating func pruefeAltkennungen() {
    guard lage.istWurzel, lage.hatKopf else { return }
    for (art, regel, was, istEinmalig) in [
      ("SUBMISSIONAGREEMENT", "SIP5", "Die Übernahmevereinbarung", true),
      ("PREVIOUSSUBMISSIONAGREEMENT", "SIP6", "Die frühere Übernahmevereinbarung", false),
      ("REFERENCECODE", "SIP7", "Die Archivsignatur", true),
      ("PREVIOUSREFERENCECODE", "SIP8", "Die frühere Archivsignatur", false),
    ] {
      let werte = lage.altkennungen[art] ?? []
      if werte.isEmpty, istEinmalig { meldeMets(regel, "\(was) ist nicht genannt.") }
      if werte.count > 1, istEinmalig {
        meldeMets(regel, "\(was) ist mehrfach genannt.", .warnung)
      }
      if werte.contains(where: \.istLeer) { meldeMets(regel, "\(was) ist leer.", .warnung) }
    }
  }
}

extension String {
  /// Whether there is nothing but white space.
  fileprivate var istLeer: Bool { allSatisfy(\.isWhitespace) }
}
