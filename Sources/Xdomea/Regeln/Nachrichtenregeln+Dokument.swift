// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Documents, Schriftstücke and attachments: R40, R42, R51.
extension Nachrichtenregeln {
  mutating func pruefeAnschreiben(_ dokument: Dokument) {
    _ = pruefe(dokument, .anschreiben, Umgebung())
  }

  /// Checks a document with all that is in it.
  mutating func pruefe(_ d: Dokument, _ art: Objektart, _ umgebung: Umgebung) -> Ertrag {
    let stelle = beginne(d.angaben.identifikation, art, d.betreff)
    // Attachments and letters are no levels of the structure.
    if art == .dokument { merkeTiefe(umgebung.stufe, stelle) }
    var ertrag: Ertrag
    var innen = umgebung
    if let code = d.angaben.allgemeineMetadaten?.medium?.wert, !code.isEmpty {
      innen.medium = code
    }
    // Letters stay letters below: their attachments may have files in an offer, too.
    let anlageart: Objektart = art == .anschreiben ? .anschreiben : .anlage
    switch d.inhalt {
    case .versionen(let versionen):
      ertrag = pruefe(d.angaben, versionen, anlageart, innen, an: stelle)
      pruefe(versionen, umgebung.medium, d.angaben, an: stelle)
    case .schriftstuecke(let stuecke):
      ertrag = pruefe(d.angaben, [], anlageart, innen, an: stelle)
      if stuecke.isEmpty { pruefe([], umgebung.medium, d.angaben, an: stelle) }
      pruefeNummern(stuecke, \.angaben.identifikation, .schriftstueck, unter: stelle)
      for s in stuecke {
        let a = s.angaben
        let hier = beginne(
          a.identifikation, art == .anschreiben ? .anschreiben : .schriftstueck,
          a.allgemeineMetadaten?.betreff)
        ertrag.nimm(pruefe(a, s.versionen, anlageart, innen, an: hier))
        pruefe(s.versionen, innen.medium, a, an: hier)
      }
    }
    return ertrag
  }

  private mutating func pruefe(
    _ a: Dokumentangaben, _ versionen: [Version], _ anlageart: Objektart, _ innen: Umgebung,
    an stelle: Stelle
  ) -> Ertrag {
    pruefeMetadaten(a.allgemeineMetadaten, an: stelle)
    if !a.geschaeftsgaenge.isEmpty {
      pruefe(
        a.geschaeftsgaenge, an: stelle,
        versionen: versionen.isEmpty ? nil : Set(versionen.map(\.nummer)))
    }
    var ertrag = einstufung(a.allgemeineMetadaten, an: stelle)
    pruefeNummern(a.anlagen, \.dokument.angaben.identifikation, .anlage, unter: stelle)
    for anlage in a.anlagen { ertrag.nimm(pruefe(anlage.dokument, anlageart, innen)) }
    pruefe(a.verweise, an: stelle)
    pruefe(a.autoren, "Autor", an: stelle)
    pruefe(a.leser, "Leser", an: stelle)
    pruefe(a.weitereKontakte, "weiterer Kontakt", an: stelle)
    pruefe(a.erweiterungen, an: stelle)
    return ertrag
  }

  /// Checks the versions of a document or Schriftstück.
  private mutating func pruefe(
    _ versionen: [Version], _ geerbt: String?, _ a: Dokumentangaben, an stelle: Stelle
  ) {
    if versionen.count > 1 {
      var nummern: Set<String> = []
      for v in versionen where !nummern.insert(v.nummer).inserted {
        melde(
          Regelwerk.r40, "Version \(v.nummer) von \(stelle.bezeichnung) doppelt.", an: stelle)
      }
    }
    var dateien = 0
    for v in versionen {
      for f in v.formate {
        dateien += 1
        pruefe(f, .primaerdokument, an: stelle)
      }
    }
    switch typ {
    case .anbieteverzeichnis:
      if dateien > 0, stelle.art != .anschreiben {
        melde(
          Regelwerk.r42, "0501 enthält Primärdokumente (\(stelle.bezeichnung)).", an: stelle)
      }
    default:
      // Before 4.0 a document of several Schriftstücke has their files in its attachments.
      if version < .v400, dateien == 0, a.anlagen.contains(where: \.dokument.hatDateien) { return }
      pruefeMedium(a.allgemeineMetadaten?.medium?.wert, geerbt, dateien, an: stelle)
    }
  }

  /// Checks that an electronic document has a file (R51).
  ///
  /// A document that states no Medium has that of what it is in; if nothing is stated at all or the
  /// whole is hybrid, a missing file may be right.
  private func pruefeMedium(
    _ eigenes: String?, _ geerbt: String?, _ dateien: Int, an stelle: Stelle
  ) {
    let papier = Code.mediumPapier.wert
    if let medium = eigenes, !medium.isEmpty {
      if dateien == 0, medium != papier {
        melde(Regelwerk.r51, "\(stelle.bezeichnung) ohne Primärdatei.", an: stelle)
      } else if dateien > 0, medium == papier {
        melde(
          Regelwerk.r51,
          "\(stelle.bezeichnung) liegt nach Angabe nur auf Papier vor, hat aber eine "
            + "Primärdatei.", an: stelle)
      }
    } else if dateien == 0, geerbt != papier {
      let sicher = geerbt == Code.mediumElektronisch.wert
      melde(
        Regelwerk.r51, schwere: sicher ? nil : .warnung,
        "\(stelle.bezeichnung) ohne Primärdatei" + (sicher ? "." : " und ohne Angabe zum Medium."),
        an: stelle)
    }
  }
}

extension Dokument {
  /// True if the document or one of its attachments has a file.
  fileprivate var hatDateien: Bool {
    versionen.contains { !$0.formate.isEmpty }
      || angaben.anlagen.contains(where: \.dokument.hatDateien)
  }
}
