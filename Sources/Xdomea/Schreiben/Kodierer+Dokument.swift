// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Kodierer {
  /// A document; the step leads to the choice of forms (from 4.0) or to the document itself.
  mutating func dokument(_ s: Schritt, _ d: Dokument) throws {
    try mitObjekt(d.id, d.betreff) { k in
      if k.istDarstellbar(d) {
        try k.dokumentblock(s, d)
      } else {
        try k.dokumentblock(s, k.darstellbar(d, s.plan))
      }
    }
  }

  private mutating func dokumentblock(_ s: Schritt, _ d: Dokument) throws {
    if s.plan == .dokumentWahl {
      try block(s, d) { try $0.dokumentwahl($1, $2) }
    } else {
      try block(s, d) { try $0.dokumentfeld($1, $2) }
    }
  }

  /// Whether the version has a place for the form of the document.
  private func istDarstellbar(_ d: Dokument) -> Bool {
    if case .versionen = d.inhalt { return true }
    return profil.plaene[.dokumentMitSchriftstueck] != nil
  }

  /// Where a version has no Schriftstücke, they become attachments, so that no file is lost.
  private mutating func darstellbar(_ d: Dokument, _ plan: Plan) -> Dokument {
    guard profil.plaene[.dokumentMitSchriftstueck] == nil,
      case .schriftstuecke(let stuecke) = d.inhalt
    else { return d }
    var neu = d
    neu.inhalt = .versionen([])
    for stueck in stuecke {
      melde(
        .umgewandelt, "Schriftstueck", stueck.id.text,
        zusatz: "Als Anlage des Dokuments übertragen.")
      var dokument = Dokument(stueck.angaben.identifikation, versionen: stueck.versionen)
      dokument.angaben = stueck.angaben
      neu.angaben.anlagen.append(Anlage(dokument))
    }
    return neu
  }

  private mutating func dokumentwahl(_ s: Schritt, _ d: Dokument) throws {
    switch (s.feld, d.inhalt) {
    case (.dokumentForm, .versionen), (.schriftstueckForm, .schriftstuecke):
      try block(s, d) { try $0.dokumentfeld($1, $2) }
    default: break
    }
  }

  private mutating func anlage(_ s: Schritt, _ a: Anlage) throws {
    try mitObjekt(a.dokument.id, a.dokument.betreff) { k in
      let anlage = Anlage(k.darstellbar(a.dokument, s.plan), nummer: a.nummer)
      try k.block(s, anlage) { k, s, a in
        switch s.feld {
        case .anlagenummer: try k.text(s, a.nummer)
        case .dokumentForm, .schriftstueckForm: try k.dokumentwahl(s, a.dokument)
        default: try k.dokumentfeld(s, a.dokument)
        }
      }
      // The plan of an attachment is that of a document plus its number; the losses are those of
      // the document.
      if k.profil.plaene[.dokumentWahl] == nil { try k.meldeVerlustDokument(anlage.dokument) }
    }
  }

  private mutating func meldeVerlustDokument(_ d: Dokument) throws {
    try verlusteAllein(.dokument, d) { try $0.dokumentfeld($1, $2) }
  }

  private mutating func dokumentfeld(_ s: Schritt, _ d: Dokument) throws {
    switch s.feld {
    case .versionen: try bloecke(s, d.versionen) { try $0.version($1, $2) }
    case .schriftstuecke: for t in d.schriftstuecke { try schriftstueck(s, t) }
    default: try angabe(s, d.angaben)
    }
  }

  private mutating func schriftstueck(_ s: Schritt, _ w: Schriftstueck) throws {
    try mitObjekt(w.id, w.angaben.allgemeineMetadaten?.betreff) { k in
      try k.block(s, w) { k, s, w in
        if s.feld == .versionen {
          try k.bloecke(s, w.versionen) { try $0.version($1, $2) }
        } else {
          try k.angabe(s, w.angaben)
        }
      }
    }
  }

  private mutating func angabe(_ s: Schritt, _ w: Dokumentangaben) throws {
    switch s.feld {
    case .identifikation: try block(s, w.identifikation) { try $0.identifikation($1, $2) }
    case .allgemeineMetadaten:
      try block(s, w.allgemeineMetadaten) { try $0.allgemeineMetadaten($1, $2) }
    case .fremdesGeschaeftszeichen: try text(s, w.fremdesGeschaeftszeichen)
    case .posteingangsdatum: try tag(s, w.posteingangsdatum)
    case .postausgangsdatum: try tag(s, w.postausgangsdatum)
    case .datumDesSchreibens: try tag(s, w.datumDesSchreibens)
    case .bezug: try text(s, w.bezug)
    case .hier: try text(s, w.hier)
    case .bearbeitername: try text(s, w.bearbeiter)
    case .typ: try text(s, w.typ)
    case .historie: try bloecke(s, w.historie) { try $0.historie($1, $2) }
    case .geschaeftsgaenge: try bloecke(s, w.geschaeftsgaenge) { try $0.geschaeftsgang($1, $2) }
    case .verweise: try bloecke(s, w.verweise) { try $0.verweis($1, $2) }
    case .anlagen: for a in w.anlagen { try anlage(s, a) }
    case .autoren: try bloecke(s, w.autoren) { try $0.kontakt($1, $2) }
    case .leser: try bloecke(s, w.leser) { try $0.kontakt($1, $2) }
    case .weitereKontakte: try bloecke(s, w.weitereKontakte) { try $0.kontakt($1, $2) }
    case .erweiterungen: try bloecke(s, w.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, w.erweiterungXML)
    default: break
    }
  }

  private mutating func version(_ s: Schritt, _ w: Version) throws {
    switch s.feld {
    case .nummer: try text(s, w.nummer)
    case .formate: try bloecke(s, w.formate) { try $0.format($1, $2) }
    default: break
    }
  }

  mutating func format(_ s: Schritt, _ w: Format) throws {
    switch s.feld {
    case .formatname: try code(s, w.name)
    case .sonstigerName: try text(s, w.sonstigerName)
    case .formatversion: try text(s, w.version)
    case .primaerdokument: try block(s, w.primaerdokument) { try $0.primaerdokument($1, $2) }
    default: break
    }
  }

  private mutating func primaerdokument(_ s: Schritt, _ w: Primaerdokument) throws {
    switch s.feld {
    case .dateiname: try text(s, w.dateiname)
    case .dateinameOriginal:
      if w.dateinameOriginal != nil { meldeDateinamen() }
      try text(s, w.dateinameOriginal)
    case .ersteller: try text(s, w.ersteller)
    case .datumUhrzeit: try zeitpunkt(s, w.datumUhrzeit)
    case .signaturEingebettet:
      if case .eingebettet = w.signaturSiegel { try wahrheit(s, true) }
    case .signaturDateien:
      if case .dateien(let namen) = w.signaturSiegel { try texte(s, namen) }
    case .signaturdaten: try fragment(s, w.signaturdaten)
    case .zeitpunktLetzteAenderung: try zeitpunkt(s, w.zeitpunktLetzteAenderung)
    case .hash: try block(s, w.hash) { try $0.hash($1, $2) }
    default: break
    }
  }

  /// R69: told once for a message, since it holds for all its files.
  private mutating func meldeDateinamen() {
    guard !wirdSondiert, !dateinamenHinweis, let vorher = quelle?.eigenheiten.dateinameOriginal,
      vorher != profil.eigenheiten.dateinameOriginal
    else { return }
    dateinamenHinweis = true
    melde(
      .umgewandelt, "DateinameOriginal", "", regel: "R69",
      zusatz:
        "DateinameOriginal unverändert übernommen. Es ist in xdomea 3 der Name vor der Übernahme "
        + "in das abgebende System, ab 4.0 der Name vor dem Export.")
  }

  private mutating func hash(_ s: Schritt, _ w: Hashangabe) throws {
    switch s.feld {
    case .hashwert: try text(s, w.wert)
    case .algorithmus: try code(s, w.algorithmus)
    case .sonstigerAlgorithmus: try text(s, w.sonstigerAlgorithmus)
    default: break
    }
  }
}
