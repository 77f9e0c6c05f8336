// SPDX-License-Identifier: Apache-2.0
import Akte
import TestHilfe

@testable import Xdomea

/// Makes objects with every field the model has, filled at random but in the schema's limits.
struct Zufallsmodell {
  var z: Zufall
  /// Any character XML can carry; false keeps to a repertoire that all versions accept.
  let wild: Bool

  init(_ seed: UInt64, wild: Bool) {
    z = Zufall(seed)
    self.wild = wild
  }

  mutating func wuerfel(_ n: Int) -> Int { Int.random(in: 0..<n, using: &z) }
  mutating func evtl<T>(_ wert: @autoclosure () -> T) -> T? { wuerfel(3) > 0 ? wert() : nil }
  mutating func evtlS(_ f: (inout Self) -> String) -> String? { wuerfel(3) > 0 ? f(&self) : nil }

  mutating func text() -> String {
    let zahm = ["Prüfung", "Straße 5", "A", "", "Bauantrag", "x y", "Ärger über Öl"]
    let bunt = [
      "a & b < c > d \"e\" 'f'", "\tEinzug\n zweite Zeile ", "CR\rLF\r\n", "😀 Emoji", "]]>",
      "&amp;",
      "  zwei  Blanks  ", "Ende–Strich „zitiert“ …", "\u{85}\u{2028}", "e\u{301}", "\u{FEFF}x",
    ]
    let liste = wild ? zahm + bunt : zahm
    return liste[wuerfel(liste.count)]
  }
  mutating func wort() -> String { ["Amt-10", "13.21", "X1"][wuerfel(3)] }
  mutating func id() -> ObjektID { .zufaellig(&z) }
  mutating func tag() -> Kalendertag {
    guard let tag = Kalendertag(tageszahl: Int32(wuerfel(40000)) - 10000) else {
      preconditionFailure("in range by construction")
    }
    return tag
  }
  mutating func zeit() -> Zeitpunkt? {
    Zeitpunkt(
      [
        "2012-03-04T10:11:12", "2012-03-04T10:11:12.000+01:00", "2020-01-01T00:00:00.123456Z",
      ][wuerfel(3)])
  }
  mutating func uhr() -> Uhrzeit? { Uhrzeit(["10:11:12", "23:59:59.5Z"][wuerfel(2)]) }
  mutating func code(_ werte: [String], _ liste: String, _ version: String?) -> Code {
    Code(
      werte[wuerfel(werte.count)], name: wuerfel(2) == 0 ? wort() : nil,
      listURI: Codebindung.xdomeaListe(liste), listVersion: version)
  }
  mutating func freierCode() -> Code {
    Code(wort(), name: wuerfel(2) == 0 ? wort() : nil, listURI: "urn:liste", listVersion: "7")
  }
  mutating func einige<T>(_ hoechstens: Int, _ f: (inout Self) -> T) -> [T] {
    (0..<wuerfel(hoechstens + 1)).map { _ in f(&self) }
  }

  mutating func identifikation() -> Identifikation {
    Identifikation(id(), nummer: wuerfel(2) == 0 ? "\(wuerfel(999))" : nil)
  }

  mutating func metadaten() -> AllgemeineMetadaten {
    var m = AllgemeineMetadaten()
    m.betreff = evtlS { $0.text() }
    m.kennzeichen = evtlS { $0.text() }.map { Kennzeichen($0) }
    m.federfuehrung = evtlS { $0.text() }
    m.aktenfuehrung = evtlS { $0.text() }
    if wuerfel(2) == 0 {
      var g = Geheimhaltung(grad: code(["001", "003", "005"], "vertraulichkeitsstufe", "1.0"))
      g.einstufungsfrist = wuerfel(2) == 0 ? 2040 : nil
      g.eingestuftAm = wuerfel(2) == 0 ? tag() : nil
      g.herausgeber = evtlS { $0.text() }
      g.einstufungEndetAm = wuerfel(2) == 0 ? tag() : nil
      g.bemerkung = evtlS { $0.text() }
      m.geheimhaltung = g
    }
    m.bemerkung = evtlS { $0.text() }
    m.medium = wuerfel(2) == 0 ? code(["001", "002", "003"], "medium", "1.0") : nil
    if wuerfel(2) == 0 {
      m.aktenplaneinheit = Aktenplanverweis(
        kennzeichen: evtlS { $0.text() }, inhaltsangabe: evtlS { $0.text() },
        betreffKurz: evtlS { $0.text() })
    }
    m.zeitpunktLetzteAenderung = wuerfel(2) == 0 ? zeit() : nil
    if wuerfel(2) == 0 {
      m.strukturpfad = (0...wuerfel(3)).map { _ in
        Pfadelement(name: text(), typ: code(["001", "002", "005"], "strukturelementtyp", "1.0"))
      }
    }
    m.datenschutzstufe = evtlS { $0.text() }
    m.datenschutzstufeCode = wuerfel(2) == 0 ? freierCode() : nil
    return m
  }

  mutating func aussonderung() -> Aussonderungsmetadaten {
    var a = Aussonderungsmetadaten()
    a.aufbewahrungsdauer = [nil, .unbefristet, .jahre(UInt16(wuerfel(99)))][wuerfel(3)]
    a.aussonderungsart =
      [nil, .konfigurierbar(text()), .code(code(["A", "B", "V"], "aussonderungsart", "1.0"))][
        wuerfel(3)]
    a.kennung = evtlS { $0.text() }
    a.bewertungsvorschlag = wuerfel(2) == 0 ? code(["A", "V"], "bewertungsvorschlag", "1.0") : nil
    a.bewertungsvorschlagBegruendung = evtlS { $0.text() }
    a.aufbewahrungsende = wuerfel(2) == 0 ? .tag(tag()) : nil
    a.transferfristende = wuerfel(2) == 0 ? tag() : nil
    return a
  }

  mutating func zeitraum() -> Zeitraum {
    Zeitraum(beginn: wuerfel(2) == 0 ? tag() : nil, ende: wuerfel(2) == 0 ? tag() : nil)
  }

  mutating func historie() -> HistorienProtokollInformation {
    var h = HistorienProtokollInformation(akteur: text(), datumUhrzeit: zeit(), aktion: text())
    h.metadatumName = evtlS { $0.text() }
    h.metadatumAlterWert = evtlS { $0.text() }
    h.metadatumNeuerWert = evtlS { $0.text() }
    h.bemerkung = evtlS { $0.text() }
    return h
  }

  mutating func verweis() -> Verweis {
    var v = Verweis(
      id: wuerfel(2) == 0 ? id() : nil,
      sgoTyp: wuerfel(4) > 0 ? code(["001", "002", "003"], "schriftgutobjekttyp", "1.0") : nil,
      sgoKennzeichen: evtlS { $0.text() })
    v.bemerkung = evtlS { $0.text() }
    return v
  }

  mutating func erweiterung() -> Erweiterung {
    var e = Erweiterung(kennung: text(), name: text())
    e.beschreibung = evtlS { $0.text() }
    e.versionsnummer = evtlS { $0.text() }
    e.versionsdatum = wuerfel(2) == 0 ? tag() : nil
    func feld(_ s: inout Self) -> Erweiterung.Feld {
      var f = Erweiterung.Feld(name: s.text(), wert: s.evtlS { $0.text() })
      f.beschreibung = s.evtlS { $0.text() }
      f.datentyp = s.wuerfel(2) == 0 ? s.code(["001", "045"], "datentyp", "1.1") : nil
      return f
    }
    func gruppe(_ s: inout Self, _ tiefe: Int) -> Erweiterung.Feldgruppe {
      var g = Erweiterung.Feldgruppe(name: s.text(), beschreibung: s.text())
      g.felder = s.einige(2, feld)
      if tiefe < 2 { g.unterfeldgruppen = s.einige(1) { gruppe(&$0, tiefe + 1) } }
      return g
    }
    e.feldgruppen = einige(2) { gruppe(&$0, 0) }
    e.felder = einige(2, feld)
    return e
  }

  mutating func fragment() -> XMLFragment? {
    [
      nil, XMLFragment("<a xmlns=\"urn:x\"><b c=\"1\">t &amp; u</b>Text<!--k--></a>"),
      XMLFragment("<p:a xmlns:p=\"urn:p\"/><q/>"), XMLFragment(""),
    ][wuerfel(4)]
  }

  mutating func kontakt(tiefe: Int = 0) -> Kontakt {
    var k = Kontakt()
    if wuerfel(3) == 0 {
      var b = Behoerdenkennung()
      b.verzeichnisdienst = Code(
        "DVDV", listURI: "urn:xoev-de:kosit:codeliste:verzeichnisdienst", listVersion: "1")
      b.kennung = "dbs:\(wort())"
      k.behoerdenkennung = b
    }
    k.institution =
      wuerfel(2) == 0
      ? Institution(name: evtlS { $0.text() }, kurzbezeichnung: evtlS { $0.text() }) : nil
    k.organisationseinheit = evtlS { $0.text() }
    if wuerfel(2) == 0 {
      var p = Person()
      p.anrede = evtlS { $0.text() }
      p.titel = evtlS { $0.text() }
      p.familienname = Personenname(name: evtlS { $0.text() })
      p.vorname = wuerfel(2) == 0 ? Personenname(name: text()) : nil
      k.ansprechpartner = p
    }
    k.taetigkeit = evtlS { $0.text() }
    k.zustaendigkeit = evtlS { $0.text() }
    k.anschriften = einige(1) { s in
      var a = Anschrift()
      a.staat = Code("000", listURI: "urn:xoev-de:kosit:codeliste:country-codes", listVersion: "7")
      a.strasse = s.evtlS { $0.text() }
      a.hausnummer = s.evtlS { $0.text() }
      a.postfach = s.evtlS { $0.text() }
      a.postleitzahl = s.evtlS { $0.text() }
      a.ort = s.evtlS { $0.text() }
      a.zusatz = s.evtlS { $0.text() }
      a.typ = s.code(["001", "002"], "anschriftstyp", "1.0")
      return a
    }
    k.erreichbarkeiten = einige(2) { s in
      var e = Erreichbarkeit(
        kanal: Code("01", listURI: "urn:de:xoev:codeliste:erreichbarkeit", listVersion: "3"),
        kennung: s.wort())
      e.zusatz = s.evtlS { $0.wort() }
      e.istDienstlich = s.wuerfel(2) == 0 ? true : nil
      e.istInstitution = s.wuerfel(2) == 0 ? false : nil
      return e
    }
    k.rolle = evtlS { $0.text() }
    k.rolleCode = wuerfel(2) == 0 ? freierCode() : nil
    k.unstrukturierteAnschriften = einige(1) { s in
      var a = UnstrukturierteAnschrift()
      a.zeile1 = s.evtlS { $0.text() }
      a.zeile2 = s.evtlS { $0.text() }
      a.zeile3 = s.evtlS { $0.text() }
      a.zeile4 = s.evtlS { $0.text() }
      a.zeile5 = s.evtlS { $0.text() }
      a.zeile6 = s.evtlS { $0.text() }
      a.zusatz = s.evtlS { $0.text() }
      return a
    }
    k.geburtsdatum = wuerfel(4) == 0 ? tag() : nil
    k.erweiterungen = einige(1) { $0.erweiterung() }
    k.erweiterungXML = fragment()
    return k
  }

  mutating func geschaeftsgang(_ tiefe: Int) -> Geschaeftsgang {
    var g = Geschaeftsgang(identifikation())
    g.beteiligungsschritte = (0...wuerfel(2)).map { n in
      var v = Verfuegung(ersteller: kontakt(), adressat: kontakt(), erstellungsdatum: tag())
      v.erstellungsuhrzeit = !wild || wuerfel(2) == 0 ? uhr() : nil
      v.verfuegung = evtlS { $0.text() }
      v.terminDatum = wuerfel(2) == 0 ? tag() : nil
      v.terminUhrzeit = wuerfel(2) == 0 ? uhr() : nil
      v.notiz = evtlS { $0.text() }
      var s = Beteiligungsschritt(
        nummer: "\(n)", status: code(["001", "003"], "beteiligungsstatus", "1.1"), verfuegung: v)
      if wuerfel(2) == 0 {
        var b = Bearbeitung(bearbeiter: kontakt(), datum: tag())
        b.uhrzeit = !wild || wuerfel(2) == 0 ? uhr() : nil
        b.vermerk = evtlS { $0.text() }
        b.notiz = evtlS { $0.text() }
        if tiefe < 2 { b.anlagen = einige(1) { $0.dokument(tiefe + 1) } }
        s.bearbeitung = b
      }
      s.parallelZuBeteiligungsschritt = einige(2) { $0.wort() }
      s.versionNummer = evtlS { $0.text() }
      return s
    }
    return g
  }

  mutating func angaben(_ tiefe: Int) -> Dokumentangaben {
    var a = Dokumentangaben(identifikation())
    a.allgemeineMetadaten = wuerfel(3) > 0 ? metadaten() : nil
    a.fremdesGeschaeftszeichen = evtlS { $0.text() }
    a.posteingangsdatum = wuerfel(2) == 0 ? tag() : nil
    a.postausgangsdatum = wuerfel(2) == 0 ? tag() : nil
    a.datumDesSchreibens = wuerfel(2) == 0 ? tag() : nil
    a.bezug = evtlS { $0.text() }
    a.hier = evtlS { $0.text() }
    a.bearbeiter = evtlS { $0.text() }
    a.typ = evtlS { $0.text() }
    a.historie = einige(2) { $0.historie() }
    if tiefe < 2 { a.geschaeftsgaenge = einige(2) { $0.geschaeftsgang(tiefe + 1) } }
    a.verweise = einige(2) { $0.verweis() }
    if tiefe < 2 {
      a.anlagen = einige(1) { Anlage($0.dokument(tiefe + 1), nummer: $0.evtlS { $0.text() }) }
    }
    a.autoren = einige(1) { $0.kontakt() }
    a.leser = einige(1) { $0.kontakt() }
    a.weitereKontakte = einige(1) { $0.kontakt() }
    a.erweiterungen = einige(2) { $0.erweiterung() }
    a.erweiterungXML = fragment()
    return a
  }

  mutating func format() -> Format {
    var p = Primaerdokument(dateiname: id().text + "_Datei.pdf")
    p.dateinameOriginal = evtlS { $0.text() }
    p.ersteller = evtlS { $0.text() }
    p.datumUhrzeit = wuerfel(2) == 0 ? zeit() : nil
    p.signaturSiegel =
      [nil, .eingebettet, .dateien([id().text + ".p7s", id().text + "_b.p7s"])][wuerfel(3)]
    p.zeitpunktLetzteAenderung = wuerfel(2) == 0 ? zeit() : nil
    p.hash =
      [
        nil, Hashangabe(wert: text(), sonstigerAlgorithmus: text()),
        Pruefsumme(.sha256, bytes: [UInt8](repeating: 7, count: 32)).map { Hashangabe($0) },
      ][wuerfel(3)]
    var c = code(["018", "100"], "dateiformat", "2.0")
    c.name = nil
    return Format(name: c, sonstigerName: evtlS { $0.text() }, version: text(), primaerdokument: p)
  }

  mutating func versionen() -> [Version] {
    einige(2) { s in Version(nummer: s.text(), formate: (0...s.wuerfel(2)).map { _ in s.format() })
    }
  }

  mutating func dokument(_ tiefe: Int) -> Dokument {
    var d = Dokument(identifikation())
    d.angaben = angaben(tiefe)
    if wuerfel(3) == 0 {
      d.inhalt = .schriftstuecke(
        einige(2) { s in
          var t = Schriftstueck(s.identifikation(), versionen: s.versionen())
          t.angaben = s.angaben(2)
          return t
        })
    } else {
      d.inhalt = .versionen(versionen())
    }
    return d
  }

  mutating func vorgang(_ tiefe: Int) -> Vorgang {
    var v = Vorgang(identifikation())
    v.kontextobjekt = wuerfel(3) == 0
    v.allgemeineMetadaten = wuerfel(3) > 0 ? metadaten() : nil
    v.aussonderungsmetadaten = wuerfel(3) > 0 ? aussonderung() : nil
    v.aktenbetreff = evtlS { $0.text() }
    v.typ = evtlS { $0.text() }
    v.zdA = wuerfel(2) == 0 ? true : nil
    v.zdADatum = wuerfel(2) == 0 ? tag() : nil
    v.laufzeit = wuerfel(2) == 0 ? zeitraum() : nil
    v.historie = einige(2) { $0.historie() }
    v.geschaeftsgaenge = einige(2) { $0.geschaeftsgang(1) }
    v.dokumente = einige(2) { $0.dokument(1) }
    v.verweise = einige(1) { $0.verweis() }
    v.kontakte = einige(1) { $0.kontakt() }
    if tiefe < 2 { v.teilvorgaenge = einige(1) { $0.vorgang(tiefe + 1) } }
    v.erweiterungen = einige(2) { $0.erweiterung() }
    v.erweiterungXML = fragment()
    return v
  }

  mutating func akte(_ tiefe: Int = 0) -> Akte {
    var a = Akte(identifikation())
    a.kontextobjekt = wuerfel(3) == 0
    a.allgemeineMetadaten = wuerfel(3) > 0 ? metadaten() : nil
    a.aussonderungsmetadaten = wuerfel(3) > 0 ? aussonderung() : nil
    a.standort = evtlS { $0.text() }
    a.typ = evtlS { $0.text() }
    a.laufzeit = wuerfel(2) == 0 ? zeitraum() : nil
    a.historie = einige(2) { $0.historie() }
    a.geschaeftsgaenge = einige(2) { $0.geschaeftsgang(1) }
    a.dokumente = einige(2) { $0.dokument(0) }
    a.vorgaenge = einige(2) { $0.vorgang(0) }
    if tiefe < 2 { a.teilakten = einige(1) { $0.akte(tiefe + 1) } }
    a.verweise = einige(2) { $0.verweis() }
    a.kontakte = einige(1) { $0.kontakt() }
    a.zdA = wuerfel(2) == 0 ? false : nil
    a.zdADatum = wuerfel(2) == 0 ? tag() : nil
    a.erweiterungen = einige(2) { $0.erweiterung() }
    a.erweiterungXML = fragment()
    return a
  }

  /// An Aktenplan; one to be appraised has ids.
  mutating func aktenplan(mitID: Bool = false) -> Aktenplan {
    var p = Aktenplan(bezeichnung: text(), version: text())
    p.id = mitID ? id() : nil
    p.typ = evtlS { $0.text() }
    p.gueltigkeit = wuerfel(2) == 0 ? zeitraum() : nil
    p.aktenplandateien = einige(1) { $0.format() }
    func einheit(_ s: inout Self, _ tiefe: Int) -> Aktenplaneinheit {
      var e = Aktenplaneinheit()
      e.id = mitID ? s.id() : nil
      e.angaben = Aktenplanverweis(
        kennzeichen: s.evtlS { $0.text() }, inhaltsangabe: s.evtlS { $0.text() },
        betreffKurz: s.evtlS { $0.text() })
      e.aussonderungsart = .code(s.code(["A", "B", "V"], "aussonderungsart", "1.0"))
      e.gueltigkeit = s.wuerfel(2) == 0 ? s.zeitraum() : nil
      e.stillgelegt = s.wuerfel(2) == 0
      e.aufbewahrungsdauer = .jahre(UInt16(s.wuerfel(50)))
      if tiefe < 3 { e.einheiten = s.einige(2) { einheit(&$0, tiefe + 1) } }
      e.verweise = s.einige(2) { $0.text() }
      e.erweiterungen = s.einige(2) { $0.erweiterung() }
      e.erweiterungXML = s.fragment()
      return e
    }
    p.einheiten = einige(2) { einheit(&$0, 0) }
    return p
  }

  mutating func ergebnis(_ erfolgreich: Bool) -> ErfolgOderMisserfolg {
    var e = ErfolgOderMisserfolg(erfolgreich: erfolgreich)
    e.fehlermeldungen = einige(2) { $0.text() }
    e.fehlermeldungCodes = einige(2) { $0.freierCode() }
    return e
  }

  mutating func bewertung() -> Objektbewertung {
    let art: Aussonderungsart =
      wild && wuerfel(3) == 0
      ? .konfigurierbar(text()) : .code(code(["A", "B", "V"], "aussonderungsart", "1.0"))
    return Objektbewertung(id(), art)
  }

  /// A result; where there is one for the whole message only, an object does not fail alone.
  mutating func rueckmeldung(_ kopf: Nachrichtenkopf, _ typ: Nachrichtentyp) -> Importrueckmeldung {
    let gut = wuerfel(2) == 0 || !wild && kopf.ergebnis?.erfolgreich == true
    var r = Importrueckmeldung(id(), ergebnis(gut))
    if typ == .aussonderungImportBestaetigen { r.archivkennung = evtlS { $0.text() } }
    return r
  }

  /// A head with what this kind of message has.
  mutating func kopf(_ typ: Nachrichtentyp) -> Nachrichtenkopf {
    var k = kopf()
    if [.aussonderung, .anbieteverzeichnis].contains(typ) { return k }
    k.rueckmeldungArchivkennung = nil
    let fordert: Set<Nachrichtentyp> = [
      .bewertungsverzeichnis, .aktenplanZurBewertung, .bewertungskatalog,
    ]
    if !fordert.contains(typ) { k.empfangsbestaetigung = nil }
    if typ.ursprung != nil { k.ursprungsnachricht = .zufaellig(&z) }
    if [.aktenplanZurBewertung, .bewertungskatalog].contains(typ) {
      k.weitereLeser = einige(2) { $0.kontakt() }
    }
    if [.aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen].contains(typ) {
      k.ergebnis = ergebnis(wuerfel(2) == 0)
    }
    return k
  }

  /// All parts of a message of this kind.
  mutating func teile(_ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf) -> [Nachrichtenteil] {
    switch typ {
    case .anbieteverzeichnis, .aussonderung: return teile()
    case .bewertungsverzeichnis, .bewertungskatalog:
      return (0...wuerfel(5)).map { _ in .bewertung(bewertung()) }
    case .aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen:
      return (0...wuerfel(5)).map { _ in .rueckmeldung(rueckmeldung(kopf, typ)) }
    case .aktenplanZurBewertung: return [.aktenplan(aktenplan(mitID: true))]
    default: return []
    }
  }

  mutating func kopf() -> Nachrichtenkopf {
    var k = Nachrichtenkopf(
      prozessID: .zufaellig(&z), absender: kontakt(), empfaenger: kontakt(),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.678Z"), nachrichtenID: .zufaellig(&z))
    k.system = SendendesSystem(produktname: "P", produktversion: "1", hersteller: "H")
    k.system.instanzID = evtlS { $0.text() }
    k.test = evtlS { $0.wort() }
    k.hinweis = evtlS { $0.text() }
    k.erweiterungen = einige(2) { $0.erweiterung() }
    k.erweiterungXML = fragment()
    k.empfangsbestaetigung = wuerfel(2) == 0
    k.rueckmeldungArchivkennung = wuerfel(2) == 0
    k.lfdNr = 2
    k.gesamtanzahl = 3
    return k
  }

  /// All parts of a message.
  mutating func teile() -> [Nachrichtenteil] {
    einige(2) { .anschreiben($0.dokument(0)) }
      + [.schriftgutobjekt(.akte(akte()))]
      + einige(2) { .schriftgutobjekt(.vorgang($0.vorgang(0))) }
      + einige(2) { .aktenplan($0.aktenplan()) }
  }
}
