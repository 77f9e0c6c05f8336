// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import XMLStrom

extension Earkgang {
  /// Reads one METS file as a stream.
  mutating func liesMets(_ stelle: Int, _ quelle: any Bagquelle) {
    let pfad = bestand.dateien[stelle].pfad.text
    lage = Metslage()
    lage.pfad = pfad
    lage.stelle = stelle
    lage.ordner = String(pfad.utf8.dropLast(Bagpfad(pfad).name.utf8.count)) ?? ""
    lage.istWurzel = pfad == "METS.xml"
    guard let strom = strom(stelle, quelle) else { return }
    var optionen = Leseroptionen()
    optionen.schnitttiefe = 3
    optionen.mitRahmen = true
    optionen.stueckelemente = [Metsname.fileGrp.rawValue, Metsname.div.rawValue]
    optionen.grenzen.textlaenge = 8 << 20
    optionen.grenzen.teilbaum = 64 << 20
    do {
      let leser = try XMLLeser(strom, name: pfad, tafel: Metsname.tafel, optionen: optionen)
      guard let wurzel = try leser.wurzel() else {
        throw XMLFehler.nichtWohlgeformt(zeile: 1, spalte: 1, grund: "Die Datei ist leer")
      }
      guard wurzel.localName == "mets", wurzel.namensraum == Metsname.metsraum else {
        istUnvollstaendig = true
        melde("EARK-METS", "Das Wurzelelement heißt »\(wurzel.localName.sichtbar)«.", wurzel.zeile)
        return
      }
      pruefeWurzel(wurzel)
      while let baum = try leser.naechster() {
        if baum.istRahmen {
          schliesseRahmen()
          beginneRahmen(baum)
        } else {
          nimm(baum)
        }
      }
    } catch {
      istUnvollstaendig = true
      melde(error, pfad)
      return
    }
    schliesseRahmen()
    schliesseMets()
  }

  private mutating func beginneRahmen(_ baum: Teilbaum) {
    let zeile = baum.zeile(0)
    lage.rahmen = Metsname(rawValue: baum.name(0)).flatMap { baum.ist(0, $0) ? $0 : nil }
    lage.rahmenzeile = zeile
    lage.hatVerweis = false
    let id = baum.wert(0, .id) ?? ""
    switch lage.rahmen {
    case .metsHdr: pruefeKopf(baum)
    case .dmdSec:
      merkeID(id, .beschreibung, zeile)
      let stand = baum.wert(0, .status)
      lage.beschreibungen.append(.init(id: id, istGeltend: stand == "CURRENT"))
      if id.isEmpty { melde("CSIP18", "Der Abschnitt dmdSec hat keine ID.", zeile) }
      pruefeZeit("CSIP19", baum.wert(0, .created), "CREATED", zeile)
      pruefeStand("CSIP20", stand, zeile)
    case .amdSec:
      merkeID(id, .verwaltung, zeile)
      lage.amdSecs += 1
      if lage.amdSecs == 2 {
        melde("CSIP31", "METS hat mehr als einen Abschnitt amdSec.", zeile)
      }
    case .fileSec:
      merkeID(id, .sonstige, zeile)
      lage.hatDateien = true
      if id.isEmpty { melde("CSIP59", "Das Element fileSec hat keine ID.", zeile) }
    case .structMap: beginneStruktur(baum, id)
    default: merkeID(id, .sonstige, zeile)
    }
  }

  private mutating func nimm(_ baum: Teilbaum) {
    switch lage.rahmen {
    case .metsHdr: nimmKopf(baum)
    case .dmdSec:
      merkeIDs(baum, 0, .beschreibung)
      guard baum.ist(0, .mdRef) else { return }
      lage.hatVerweis = true
      pruefeMetadaten(baum, 0, .beschreibung)
    case .amdSec:
      lage.hatVerweis = true
      nimmVerwaltung(baum)
    case .fileSec: if baum.ist(0, .fileGrp) { nimmGruppe(baum, 0) }
    case .structMap: nimmAbschnitt(baum)
    default: break
    }
  }

  /// Ends the element above the subtrees that came.
  private mutating func schliesseRahmen() {
    switch lage.rahmen {
    case .dmdSec:
      if !lage.hatVerweis {
        melde(
          "CSIP21", "Der Abschnitt dmdSec nennt keine Datei.", lage.rahmenzeile,
          hatMetadaten("descriptive") ? .warnung : .hinweis)
      }
    case .amdSec:
      if !lage.hatVerweis { melde("CSIP31", "Der Abschnitt amdSec ist leer.", lage.rahmenzeile) }
    case .structMap: schliesseStruktur()
    default: break
    }
    lage.rahmen = nil
  }

  /// What can be said at the end of a METS file.
  private mutating func schliesseMets() {
    if !lage.hatKopf { meldeMets("CSIP117", "Der Kopf (metsHdr) fehlt.") }
    pruefeBeteiligte()
    pruefeAltkennungen()
    pruefeMetadatenordner()
    pruefeGruppen()
    pruefeGliederung()
    for o in lage.offene {
      guard let art = lage.ids[o.id] else {
        melde(
          o.regel, "\(o.attribut) nennt »\(o.id.sichtbar)«; diese ID gibt es nicht.", o.zeile,
          .fehler)
        continue
      }
      if !o.arten.contains(art) {
        melde(
          o.regel,
          "\(o.attribut) nennt »\(o.id.sichtbar)«; das ist nichts, worauf hier verwiesen wird.",
          o.zeile, .fehler)
      }
    }
    guard version == .v210 else { return }
    let doppelte = lage.ids.keys.filter { paketIDs.contains($0) }
    if let eine = doppelte.min() {
      meldeMets(
        "EARK-ID-PAKET",
        "\(doppelte.count.mal("ID kommt", "IDs kommen")) auch in einer anderen METS.xml vor, zum Beispiel »\(eine.sichtbar)«."
      )
    }
    paketIDs.formUnion(lage.ids.keys)
  }

  // MARK: The root

  private mutating func pruefeWurzel(_ wurzel: Wurzel) {
    func wert(_ name: String, csip: Bool = false) -> String? {
      let raum = csip ? "https://DILCIS.eu/XML/METS/CSIPExtensionMETS" : nil
      return wurzel.attribute.first {
        $0.namensraum == raum
          && $0.name.split(separator: ":" as Character).last.map(String.init) == name
      }?.wert
    }
    let zeile = wurzel.zeile
    let profil = wert("PROFILE") ?? ""
    if lage.istWurzel { erkenneVersion(profil, zeile) }
    if let id = wert("ID") { merkeID(id, .sonstige, zeile) }
    lage.objid = wert("OBJID") ?? ""
    pruefeKennung(zeile)
    pruefeInhaltsart(wert("TYPE") ?? "", wert("OTHERTYPE", csip: true), zeile)
    pruefeInformationsart(
      wert("CONTENTINFORMATIONTYPE", csip: true), wert("OTHERCONTENTINFORMATIONTYPE", csip: true),
      "CSIP4", "CSIP5", zeile)
    if !(profil.hasPrefix("http://") || profil.hasPrefix("https://")) {
      melde(
        "CSIP6",
        profil.isEmpty ? "Das Profil fehlt." : "»\(profil.sichtbar)« ist keine Webadresse.", zeile)
    }
    if lage.istWurzel, wert("LABEL")?.isEmpty ?? true {
      melde("SIP1", "Die Bezeichnung (LABEL) ist leer oder fehlt.", zeile)
    }
  }

  private mutating func erkenneVersion(_ profil: String, _ zeile: Int) {
    angegebeneVersion = Earkversion.allCases.first { $0.profil == profil }
    let nachCSIP: Earkversion? =
      switch profil {
      case "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml": .v210
      case "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-2-0.xml": .v220
      default: nil
      }
    version = pruefer.version ?? angegebeneVersion ?? nachCSIP ?? .v220
    if profil != version.profil {
      melde(
        "SIP2",
        "Das Profil lautet »\(profil.sichtbar)« statt »\(version.profil)« (Fassung \(version.rawValue)).",
        zeile)
    }
  }

  private mutating func pruefeKennung(_ zeile: Int) {
    guard !lage.objid.isEmpty else {
      melde("CSIP1", "Die Kennung (OBJID) fehlt oder ist leer.", zeile)
      return
    }
    let teile = lage.ordner.split(separator: "/" as Character)
    let ordner = lage.istWurzel ? bestand.ordnername : teile.last.map(String.init)
    if let ordner, ordner != lage.objid {
      melde(
        "CSIP1",
        "Die Kennung lautet »\(lage.objid.sichtbar)«, der Ordner heißt »\(ordner.sichtbar)«.",
        zeile, .warnung)
    }
  }

  private mutating func pruefeInhaltsart(_ art: String, _ andere: String?, _ zeile: Int) {
    let istAndere = art == "OTHER" || art == "Other"
    if art.isEmpty {
      melde("CSIP2", "Die Art des Inhalts (TYPE) fehlt.", zeile)
    } else if !Earkvokabular.istInhaltsart(art) {
      melde("CSIP2", "Die Art »\(art.sichtbar)« steht nicht im Vokabular.", zeile)
    } else if istAndere, andere?.isEmpty ?? true {
      melde("CSIP2", "Zur Art »\(art)« fehlt csip:OTHERTYPE.", zeile)
    }
    guard let andere, !andere.isEmpty else { return }
    if !istAndere {
      melde("CSIP3", "csip:OTHERTYPE steht neben der Art »\(art.sichtbar)«.", zeile, .warnung)
    } else if Earkvokabular.istInhaltsart(andere) {
      melde("CSIP3", "»\(andere.sichtbar)« steht im Vokabular und gehört in TYPE.", zeile, .warnung)
    }
  }

  /// - Parameters:
  ///   - art: The value, or nil.
  ///   - andere: What it is if it is `OTHER`.
  ///   - regel: The requirement on the value.
  ///   - andereRegel: The requirement on the other value.
  ///   - zeile: The line.
  mutating func pruefeInformationsart(
    _ art: String?, _ andere: String?, _ regel: String, _ andereRegel: String, _ zeile: Int
  ) {
    if let art {
      if !Earkvokabular.informationsarten.contains(art) {
        melde(
          regel, "Die Art der Information »\(art.sichtbar)« steht nicht im Vokabular.", zeile,
          .fehler)
      }
    } else if regel == "CSIP4" {
      melde(
        regel, "Die Art der Information (csip:CONTENTINFORMATIONTYPE) fehlt.", zeile,
        lage.istWurzel ? .hinweis : .fehler)
    }
    let schwere = Schwere.warnung
    if art == "OTHER" {
      if andere?.isEmpty ?? true {
        melde(andereRegel, "csip:OTHERCONTENTINFORMATIONTYPE fehlt oder ist leer.", zeile, schwere)
      } else if let andere, andere != "OTHER", Earkvokabular.informationsarten.contains(andere) {
        melde(
          andereRegel,
          "»\(andere.sichtbar)« steht im Vokabular und gehört in csip:CONTENTINFORMATIONTYPE.",
          zeile,
          schwere)
      }
    } else if andere != nil {
      melde(
        andereRegel, "csip:OTHERCONTENTINFORMATIONTYPE steht nicht neben OTHER.", zeile, schwere)
    }
  }

  // MARK: Ids and times

  mutating func merkeID(_ id: String, _ art: Metslage.IDArt, _ zeile: Int) {
    guard !id.isEmpty else { return }
    if lage.ids.updateValue(art, forKey: id) != nil {
      melde("EARK-ID-DOPPELT", "Die ID »\(id.sichtbar)« kommt mehrfach vor.", zeile)
    }
  }

  /// The ids of an element and all below it.
  mutating func merkeIDs(_ baum: Teilbaum, _ i: Int, _ art: Metslage.IDArt) {
    for k in i..<baum.ende(i) where baum.namensraum(k) == Metsname.Raum.mets.rawValue {
      if let id = baum.wert(k, .id) { merkeID(id, art, baum.zeile(k)) }
    }
  }

  /// References to ids, which may come later.
  mutating func pruefeVerweise(
    _ text: String?, _ attribut: String, _ arten: [Metslage.IDArt], _ zeile: Int,
    regel: String = "EARK-VERWEIS"
  ) {
    guard let text else { return }
    for id in text.split(whereSeparator: { $0.isWhitespace }) {
      if let art = lage.ids[String(id)], arten.contains(art) { continue }
      lage.offene.append(
        .init(id: String(id), attribut: attribut, zeile: zeile, arten: arten, regel: regel))
    }
  }

  mutating func pruefeZeit(_ regel: String, _ text: String?, _ attribut: String, _ zeile: Int) {
    guard let text, !text.isEmpty else {
      melde(regel, "Der Zeitpunkt (\(attribut)) fehlt.", zeile)
      return
    }
    if !Earkvokabular.istZeitpunkt(text) {
      melde(regel, "»\(text.sichtbar)« (\(attribut)) ist kein Zeitpunkt.", zeile)
    }
  }

  mutating func pruefeStand(_ regel: String, _ text: String?, _ zeile: Int) {
    guard let text else {
      melde(regel, "Der Stand (STATUS) fehlt.", zeile)
      return
    }
    if !Earkvokabular.stand.contains(text) {
      melde(regel, "Der Stand »\(text.sichtbar)« steht nicht im Vokabular.", zeile, .warnung)
    }
  }
}
