// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// The life of one file: a letter comes in, is scanned, worked on and signed, the file is closed, years
/// pass, it becomes due. Every step is an event of the libraries in a store of its own.
struct Demoleben {
  private let speicher: Speicher
  private let brief: URL
  private let antwort: URL
  private var heute: Kalendertag
  private var laufend: Int64 = 0
  private var zufall = SystemRandomNumberGenerator()
  private var akte = ObjektID.leer
  private var vorgang = ObjektID.leer
  private var scan = ObjektID.leer
  private var bescheid = ObjektID.leer

  private static let arbeit = Akteur(
    kennung: "weber", name: "Frau Weber", rollen: [.sachbearbeitung])
  private static let kollege = Akteur(
    kennung: "kunze", name: "Herr Kunze", rollen: [.sachbearbeitung])
  private static let leitung = Akteur(
    kennung: "nowak", name: "Frau Nowak", rollen: [.zeichnungsbefugte])
  private static let registratur = Akteur(
    kennung: "lange", name: "Herr Lange", rollen: [.registratur])
  private static let datenschutz = Akteur(
    kennung: "seidel", name: "Frau Seidel", rollen: [.datenschutz])
  private static let verwaltung = Akteur(
    kennung: "fa", name: "Fachadministration", rollen: [.fachadministration])

  init(ordner: URL, akten: URL) throws {
    let dateien = try Demoumgebung.dateien(akten).filter { $0.lastPathComponent != "metadaten.csv" }
    let brief = dateien.first { $0.lastPathComponent == "Förderantrag.pdf" } ?? dateien.first
    let antwort =
      dateien.first { $0.lastPathComponent == "Bewilligungsbescheid.pdf" } ?? dateien.last
    guard let brief, let antwort, let tag = Kalendertag(2026, 3, 2) else {
      throw Hinderung("Es gibt keine Datei, die ein Brief sein könnte.")
    }
    self.brief = brief
    self.antwort = antwort
    heute = tag
    speicher = try Speicher.lege(
      ordner.appendingPathComponent("Aktenspeicher").path, kennung: UUID().uuidString)
  }

  /// A letter on paper becomes a registered document with a proved scan.
  mutating func nimmBriefAuf() throws -> Demoergebnis {
    try richteEin()
    akte = try legeAn(.akte, "Vereinsförderung 2026", einheit: "41.20")
    vorgang = try legeAn(.vorgang, "Antrag SV Grün-Weiß", in: akte)
    scan = ObjektID.zufaellig(&zufall)
    try lege(brief, scan, "Förderantrag des SV Grün-Weiß", eingang: true)
    guard let datei = try speicher.objekt(scan)?.dateien.first, let summe = datei.hash.pruefsumme
    else { throw Hinderung("Der Scan fehlt.") }
    let hash = Inhaltshash(summe)
    try melde(
      .posteingangErfasst(
        PosteingangErfasst(
          kanal: .papier, eingang: zeit(), eingangsdatum: heute, organisationseinheit: "Poststelle",
          absender: "SV Grün-Weiß e. V.", anzahlUmschlaege: 1, anzahlBlaetter: 1, geoeffnet: true)))
    try melde(
      .scanJobBegonnen(
        ScanJobBegonnen(
          stapel: "2026-061", geraet: "Scanner Poststelle", bediener: "Herr Kunze",
          profil: Scanprofil(dpi: 300, farbe: .farbe, duplex: true, texterkennung: true),
          schutzbedarf: .normal, verfahrensdokumentation: "Scan-Anweisung 1.2")))
    try melde(.seiteGescannt(SeiteGescannt(seite: 1, bild: hash)))
    let zuFrueh = try abgelehnt(schriftgut(vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: heute))))
    try melde(
      .scanQualitaetGeprueft(
        ScanQualitaetGeprueft(
          umfang: .voll, pruefer: "Frau Weber",
          seiten: [Seitenpruefung(seite: 1, bestanden: true)])))
    var e = Demoergebnis()
    e.zeilen = [
      "\(heute.anzeige): Ein Brief kommt an, wird erfasst, gescannt und geprüft.",
      "Akte \(try kennzeichen(akte)), Vorgang \(try kennzeichen(vorgang)): »Antrag SV Grün-Weiß«",
      "Die Datei liegt im Speicher unter ihrer Prüfsumme \(datei.hash.hex.prefix(16))….",
      "Solange der Scan nicht geprüft war, ließ sich der Vorgang nicht schließen:",
      "  " + zuFrueh,
    ]
    e.zahlen = [("dateien", 1)]
    return e
  }

  /// A decision is drafted, co-signed, signed, sent.
  mutating func bearbeite() throws -> Demoergebnis {
    heute = try tag(2026, 4, 14)
    bescheid = ObjektID.zufaellig(&zufall)
    try lege(antwort, bescheid, "Bewilligungsbescheid", eingang: false)
    try tu(
      dokument(
        bescheid,
        .verfuegen(schritte: [
          Schrittvorgabe(.mitzeichnung, adressat: "kunze", gruppe: 1),
          Schrittvorgabe(.schlusszeichnung, adressat: "nowak", gruppe: 2),
        ])))
    guard let summe = try speicher.objekt(bescheid)?.dateien.first?.hash.pruefsumme else {
      throw Hinderung("Der Bescheid fehlt.")
    }
    let ohne = try abgelehnt(dokument(bescheid, .schlusszeichnen(fassung: summe)), Self.leitung)
    try tu(dokument(bescheid, .erledigen(schritt: 1, vermerk: "Mittel sind da.")), Self.kollege)
    try tu(dokument(bescheid, .schlusszeichnen(fassung: summe)), Self.leitung)
    try tu(
      dokument(bescheid, .versenden(kanal: "Post", empfaenger: "SV Grün-Weiß e. V.")))
    var e = Demoergebnis()
    e.zeilen = [
      "\(heute.anzeige): Frau Weber entwirft den Bescheid, Herr Kunze zeichnet mit, Frau Nowak "
        + "unterschreibt, er geht zur Post.",
      "Ohne die Mitzeichnung ging es nicht:",
      "  " + ohne,
    ]
    return e
  }

  /// The file is closed; its period is computed and explained.
  mutating func schliesse() throws -> Demoergebnis {
    heute = try tag(2026, 6, 30)
    try tu(
      schriftgut(
        akte,
        .zdAKaskadierend(
          verfuegung: ZdAVerfuegung(
            datum: heute, bewertungsvorschlag: .vernichten, begruendung: "Einzelförderung"))),
      Self.registratur)
    let zuSpaet = try abgelehnt(
      .dokument(
        ziel: .zufaellig(&zufall), in: vorgang,
        ereignis: .anlegen(angaben: Dokumentanlage(fassung: nil, betreff: "Nachtrag"))))
    var e = Demoergebnis()
    e.zeilen = ["\(heute.anzeige): Die Akte wird geschlossen (zu den Akten verfügt)."]
    for (n, satz) in (try speicher.begruendung(akte)?.begruendung.saetze ?? []).enumerated() {
      e.zeilen.append("  \(n + 1). \(satz)")
    }
    e.zeilen += ["Danach ist der Inhalt fest:", "  " + zuSpaet]
    return e
  }

  /// Years pass; a hold keeps the file, then it is due.
  mutating func lassZeitVergehen() throws -> Demoergebnis {
    heute = try tag(2036, 11, 3)
    try speicher.fristlauf(am: heute, naechsterKopf)
    laufend += 100  // more than one day brings here
    let sperre = Sperre(
      id: .zufaellig(&zufall), grund: "Prüfung der Förderung", behoerde: "Rechnungsprüfungsamt")
    try tu(schriftgut(akte, .sperreSetzen(sperre: sperre)), Self.datenschutz)
    heute = try tag(2036, 12, 31)
    let vorher = try faellige()
    heute = try tag(2037, 1, 1)
    let gesperrt = try faellige()
    heute = try tag(2037, 2, 10)
    let andere = Akteur(kennung: "berg", name: "Herr Berg", rollen: [.datenschutz])
    try tu(
      schriftgut(akte, .sperreAufheben(id: sperre.id, grund: "Prüfung abgeschlossen")), andere)
    let frei = try faellige()
    guard vorher.isEmpty, gesperrt.count == 1, !gesperrt[0].hindernisse.isEmpty, frei.count == 1,
      frei[0].hindernisse.isEmpty
    else {
      throw Hinderung("Die Akte wird nicht an ihrem Tag fällig.")
    }
    var e = Demoergebnis()
    e.zeilen = [
      "31.12.2036: nichts ist fällig.",
      "01.01.2037: Akte \(gesperrt[0].kennzeichen) ist fällig, doch eine Löschsperre hält sie "
        + "fest (\(sperre.behoerde): \(sperre.grund)).",
      "10.02.2037: Die Sperre ist aufgehoben. Jetzt kann die Akte dem Archiv angeboten werden.",
      "Gelöscht wird nichts, bevor das Archiv entschieden hat:",
      "  "
        + (try abgelehnt(schriftgut(akte, .vernichten), Self.registratur, zweite: Self.leitung)),
    ]
    e.zahlen = [("faellig", frei.count)]
    return e
  }

  /// The store proves itself; one changed byte is found.
  mutating func pruefe() throws -> Demoergebnis {
    let (eintraege, keine) = try befunde()
    guard keine.isEmpty else { throw Hinderung("Der Speicher ist nicht in Ordnung: \(keine[0])") }
    guard let hash = try speicher.objekt(scan)?.dateien.first?.hash.hex else {
      throw Hinderung("Der Scan fehlt.")
    }
    let datei = URL(fileURLWithPath: speicher.ordner)
      .appendingPathComponent("dateien/\(hash.prefix(2))/\(hash.dropFirst(2))")
    var bytes = try Demoumgebung.bytes(datei)
    bytes[bytes.startIndex + bytes.count / 2] ^= 1
    chmod(datei.path, 0o644)
    try bytes.write(to: datei)
    let (_, gefunden) = try befunde()
    guard gefunden.count == 1 else {
      throw Hinderung("Die Veränderung im Speicher wurde nicht bemerkt.")
    }
    var e = Demoergebnis()
    e.zeilen = [
      "\(eintraege.mal("Eintrag", "Einträge")) im Protokoll, alle verkettet; jede Datei und jede "
        + "Zeile ist die, die protokolliert wurde.",
      "Dann wird in der Scan-Datei ein Byte verändert:",
      "  " + gefunden[0].prefix(100) + "…",
    ]
    e.zahlen = [("eintraege", eintraege), ("befunde", gefunden.count)]
    return e
  }

  // MARK: Steps

  private mutating func richteEin() throws {
    try tu(
      .einheit(
        ziel: "41.20",
        ereignis: .anlegen(
          angaben: Einheitszustand(kennzeichen: "41.20", bezeichnung: "Sport- und Vereinsförderung")
        )), Self.verwaltung)
    let katalog =
      Katalogleser.spalten.joined(separator: ";") + "\n"
      + "B26;41.20;Vereinsförderung;;10;J;jahresende;zdA;;B;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein\n"
    let befunde = try speicher.nimmKatalog(
      Array(katalog.utf8), version: "Beispiel 2020", gueltigAb: try tag(2020, 1, 1),
      von: Self.verwaltung, try kopf())
    if let fehler = befunde.first(where: { $0.schwere == .fehler }) {
      throw Hinderung(fehler.meldung)
    }
  }

  private mutating func legeAn(
    _ ebene: Ebene, _ betreff: String, einheit: String? = nil, in eltern: ObjektID? = nil
  ) throws -> ObjektID {
    let id = ObjektID.zufaellig(&zufall)
    let wunsch = Anlagewunsch(ebene, id: id, betreff: betreff, einheit: einheit, in: eltern)
    _ = try speicher.legeAn(wunsch, von: Self.arbeit, am: heute, try kopf())
    return id
  }

  private mutating func lege(
    _ datei: URL, _ id: ObjektID, _ betreff: String, eingang: Bool
  ) throws {
    let (vorgang, heute) = (vorgang, heute)
    let quelle = Dateieingang(.pfad(datei.path), dateiname: datei.lastPathComponent)
    try speicher.vollziehe(mit: quelle, try kopf()) { fassung in
      Handlung(
        .dokument(
          ziel: id, in: vorgang,
          ereignis: .anlegen(
            angaben: Dokumentanlage(
              fassung: fassung, betreff: betreff, eingehend: eingang, dokumentdatum: heute))),
        akteur: Self.arbeit, heute: heute)
    }
  }

  private mutating func melde(_ ereignis: Laufereignis) throws {
    let k = try kopf()
    let meldung = Laufmeldung(
      id: k.id, objekt: scan, zeitpunkt: k.zeitpunkt, akteur: "Poststelle", rolle: "SB",
      ereignis: ereignis)
    try speicher.vollziehe(
      Handlung(dokument(scan, .lauf(meldung: meldung)), akteur: Self.arbeit, heute: heute), k)
  }

  private mutating func tu(_ ereignis: Ereignis, _ akteur: Akteur = arbeit) throws {
    try speicher.vollziehe(Handlung(ereignis, akteur: akteur, heute: heute), try kopf())
  }

  /// The reason why something is refused; that it is done would be an error.
  private mutating func abgelehnt(
    _ ereignis: Ereignis, _ akteur: Akteur = arbeit, zweite: Akteur? = nil
  ) throws -> String {
    let handlung = Handlung(ereignis, akteur: akteur, zweitePerson: zweite, heute: heute)
    do {
      try speicher.vollziehe(handlung, try kopf())
    } catch let fehler as Vollzugsablehnung {
      let satz = fehler.fehler.grund.meldung
      // The ids of the objects say nothing to people here.
      return satz.split(separator: ":", maxSplits: 1).first.map {
        $0 + (satz.contains(":") ? "." : "")
      }
        ?? satz
    }
    throw Hinderung("Etwas Verbotenes wurde nicht abgelehnt.")
  }

  private func schriftgut(_ id: ObjektID, _ ereignis: Schriftgutereignis) -> Ereignis {
    .schriftgut(ziel: id, in: nil, ereignis: ereignis)
  }

  private func dokument(_ id: ObjektID, _ ereignis: Dokumentereignis) -> Ereignis {
    .dokument(ziel: id, in: nil, ereignis: ereignis)
  }

  private func kennzeichen(_ id: ObjektID) throws -> String {
    try speicher.objekt(id)?.kennzeichen ?? ""
  }

  private func faellige() throws -> [Faelligkeit] {
    var alle: [Faelligkeit] = []
    try speicher.jedesFaellige(am: heute) {
      alle.append($0)
      return true
    }
    return alle
  }

  private func befunde() throws -> (eintraege: Int, befunde: [String]) {
    var befunde: [String] = []
    let bericht = try speicher.pruefe { befunde.append($0.meldung) }
    return (Int(bericht.kopf.folge), befunde)
  }

  private func tag(_ jahr: Int, _ monat: Int, _ tag: Int) throws -> Kalendertag {
    guard let tag = Kalendertag(jahr, monat, tag) else {
      throw Hinderung("Diesen Tag gibt es nicht.")
    }
    return tag
  }

  /// Noon of the day and some milliseconds, so that every event has an instant of its own.
  private func zeit() throws -> Zeitpunkt {
    let mittag = Int64(heute.tageszahl) * 86_400_000 + 39_600_000
    guard let zeit = Zeitpunkt(unixMillisekunden: mittag + laufend) else {
      throw Hinderung("Diesen Zeitpunkt gibt es nicht.")
    }
    return zeit
  }

  private mutating func kopf() throws -> Ereigniskopf {
    laufend += 1
    return Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: try zeit())
  }

  /// Makes heads for events whose number is not known before.
  private var naechsterKopf: () throws -> Ereigniskopf {
    var n = laufend
    var zufall = zufall
    let mittag = Int64(heute.tageszahl) * 86_400_000 + 39_600_000
    return {
      n += 1
      guard let zeit = Zeitpunkt(unixMillisekunden: mittag + n) else {
        throw Hinderung("Diesen Zeitpunkt gibt es nicht.")
      }
      return Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: zeit)
    }
  }
}
