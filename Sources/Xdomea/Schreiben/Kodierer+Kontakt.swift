// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Kodierer {
  mutating func kontakt(_ s: Schritt, _ w: Kontakt) throws {
    switch s.feld {
    case .behoerdenkennung:
      if w.$behoerdenkennung {
        try block(s, w.behoerdenkennung) { try $0.behoerdenkennung($1, $2) }
      }
    case .institution:
      if let i = w.institution { try block(s, i) { try $0.institution($1, $2) } }
    case .organisationseinheit: if let o = w.organisationseinheit { try text(s, o) }
    case .ansprechpartner:
      if w.$ansprechpartner { try block(s, w.ansprechpartner) { try $0.person($1, $2) } }
    case .taetigkeit: try text(s, w.taetigkeit)
    case .zustaendigkeit: try text(s, w.zustaendigkeit)
    case .anschriften: try bloecke(s, w.anschriften) { try $0.anschrift($1, $2) }
    case .erreichbarkeiten: try bloecke(s, w.erreichbarkeiten) { try $0.erreichbarkeit($1, $2) }
    case .rolle: try rolle(s, w)
    case .rolleCode: if w.$rolleCode, !wirdAlsTextGeschrieben(w) { try code(s, w.rolleCode) }
    case .unstrukturierteAnschriften:
      try bloecke(s, w.unstrukturierteAnschriften) { try $0.unstrukturierteAnschrift($1, $2) }
    case .geburtsdatum: if let g = w.geburtsdatum { try tag(s, g) }
    case .erweiterungen: try bloecke(s, w.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, w.erweiterungXML)
    default: break
    }
  }

  /// From 4.0 a code names its list; one without becomes the role as text.
  private mutating func rolle(_ s: Schritt, _ w: Kontakt) throws {
    if !wirdSondiert, w.rolle == nil, let code = w.rolleCode, wirdAlsTextGeschrieben(w) {
      melde(
        .umgewandelt, "Rolle", code.name ?? code.wert,
        zusatz: "Der Code \(code.wert) nennt keine Liste und steht als Text da.")
      try text(s, code.name ?? code.wert)
    } else {
      try text(s, w.rolle)
    }
  }

  private func wirdAlsTextGeschrieben(_ w: Kontakt) -> Bool {
    guard !wirdSondiert, profil.felder(.kontakt).contains(.rolle), w.rolle == nil else {
      return false
    }
    return w.rolleCode.map { $0.listURI == nil || $0.listVersion == nil } ?? false
  }

  /// From 4.0 directory and id; before key and prefix, which an id `praefix:kennung` gives.
  private mutating func behoerdenkennung(_ s: Schritt, _ w: Behoerdenkennung) throws {
    switch s.feld {
    case .verzeichnisdienst: try code(s, w.verzeichnisdienst)
    case .kennung:
      // While probing for losses: older versions carry the id as key and prefix.
      if !wirdSondiert || w.behoerdenschluessel == nil && !hatSchluessel { try text(s, w.kennung) }
    case .behoerdenschluessel:
      if let c = w.behoerdenschluessel {
        try code(s, c)
      } else if !wirdSondiert, let teile = geteilt(w.kennung) {
        melde(.umgewandelt, "kennung", w.kennung ?? "", zusatz: "Als Schlüssel und Präfix.")
        try code(s, Code(teile.kennung))
      }
    case .praefix:
      if let c = w.praefix {
        try code(s, c)
      } else if !wirdSondiert, let praefix = geteilt(w.kennung)?.praefix {
        try code(s, Code(praefix))
      }
    default: break
    }
  }

  private func geteilt(_ kennung: String?) -> (praefix: String?, kennung: String)? {
    guard let kennung else { return nil }
    let teile = kennung.split(separator: ":" as Character, maxSplits: 1)
    return teile.count == 2 ? (String(teile[0]), String(teile[1])) : (nil, kennung)
  }

  private mutating func institution(_ s: Schritt, _ w: Institution) throws {
    switch s.feld {
    case .name: try text(s, w.name)
    case .kurzbezeichnung: try text(s, w.kurzbezeichnung)
    default: break
    }
  }

  private mutating func person(_ s: Schritt, _ w: Person) throws {
    switch s.feld {
    case .anrede: try text(s, w.anrede)
    case .titel: try text(s, w.titel)
    case .familienname: try block(s, w.familienname) { try $0.text($1, $2.name) }
    case .vorname: try block(s, w.vorname) { try $0.text($1, $2.name) }
    default: break
    }
  }

  private mutating func anschrift(_ s: Schritt, _ w: Anschrift) throws {
    switch s.feld {
    case .staat: if let staat = w.staat { try code(s, staat) }
    case .strasse: try text(s, w.strasse)
    case .hausnummer: try text(s, w.hausnummer)
    case .postfach: try text(s, w.postfach)
    case .postleitzahl: try text(s, w.postleitzahl)
    case .ort: try text(s, w.ort)
    case .zusatz: try text(s, w.zusatz)
    case .typ: try code(s, w.typ)
    default: break
    }
  }

  private mutating func erreichbarkeit(_ s: Schritt, _ w: Erreichbarkeit) throws {
    switch s.feld {
    case .kanal: try code(s, kanal(w.kanal))
    case .kennung: try text(s, w.kennung)
    case .zusatz: try text(s, w.zusatz)
    case .istDienstlich: try wahrheit(s, w.istDienstlich)
    case .istInstitution:
      let alt = alteKommunikationsart(w.kanal)
      try wahrheit(s, w.istInstitution ?? (alt?.institution == true ? true : nil))
    default: break
    }
  }

  /// List `kommunikationsart` 1.0 (2.x) in terms of list `erreichbarkeit` 3 (from 3.0).
  private static var kommunikationsart: [String: (kanal: String, institution: Bool)] {
    [
      "001": ("01", false), "002": ("02", false), "003": ("03", false), "004": ("04", false),
      "005": ("05", false), "006": ("06", false), "007": ("09", false), "008": ("01", true),
      "009": ("02", true), "010": ("04", true), "011": ("09", true), "012": ("07", false),
    ]
  }

  /// What a channel of 2.x means from 3.0 on; nil if it is none or the target has the old list, too.
  private func alteKommunikationsart(_ code: Code?) -> (kanal: String, institution: Bool)? {
    guard let code, profil.felder(.erreichbarkeit).contains(.istInstitution),
      code.listURI ?? quelle?.codebindungen[.kanal]?.uri
        == Codebindung.xdomeaListe("kommunikationsart")
    else { return nil }
    return Self.kommunikationsart[code.wert]
  }

  private mutating func kanal(_ code: Code?) -> Code? {
    guard let code, let neu = alteKommunikationsart(code) else { return code }
    melde(.umgewandelt, "Kanal", code.wert, zusatz: "Als \(neu.kanal) geschrieben.")
    return Code(
      neu.kanal, listURI: profil.codebindungen[.kanal]?.uri,
      listVersion: profil.codebindungen[.kanal]?.version)
  }

  private mutating func unstrukturierteAnschrift(
    _ s: Schritt, _ w: UnstrukturierteAnschrift
  ) throws {
    switch s.feld {
    case .typ: try code(s, w.typ)
    case .zeile1: try text(s, w.zeile1)
    case .zeile2: try text(s, w.zeile2)
    case .zeile3: try text(s, w.zeile3)
    case .zeile4: try text(s, w.zeile4)
    case .zeile5: try text(s, w.zeile5)
    case .zeile6: try text(s, w.zeile6)
    case .zusatz: try text(s, w.zusatz)
    default: break
    }
  }
}
