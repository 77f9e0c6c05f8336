// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Testing

/// Events for tests, each one valid.
enum Lauf {
  static func hash(_ text: String) throws -> Inhaltshash { Inhaltshash(try Muster.summe(text)) }

  static func tag(_ text: String) throws -> Kalendertag { try #require(Kalendertag(text)) }

  static func meldung(
    _ ereignis: Laufereignis, objekt: ObjektID = ObjektID(bytes: (0, 1)),
    zeitpunkt: String = "2026-11-23T10:00:00+01:00"
  ) throws -> Laufmeldung {
    Laufmeldung(
      id: EreignisID(bytes: (7, 7)), objekt: objekt,
      zeitpunkt: try #require(Zeitpunkt(zeitpunkt)), akteur: "Jana Müller", rolle: "Poststelle",
      ereignis: ereignis)
  }

  static func eingang() throws -> PosteingangErfasst {
    PosteingangErfasst(
      kanal: .papier, eingang: try #require(Zeitpunkt("2026-11-20T08:00:00+01:00")),
      eingangsdatum: try tag("2026-11-20"), organisationseinheit: "Poststelle",
      absender: "Ömer Kaya", anzahlBlaetter: 2, geoeffnet: true)
  }

  static func scan(bediener: String = "Jana Müller", stapel: String = "S-1") -> ScanJobBegonnen {
    ScanJobBegonnen(
      stapel: stapel, geraet: "Scanner 3", bediener: bediener,
      profil: Scanprofil(dpi: 300, farbe: .farbe, duplex: true, texterkennung: true),
      schutzbedarf: .normal, verfahrensdokumentation: "2.1")
  }

  static func seite(_ nummer: Int) throws -> SeiteGescannt {
    SeiteGescannt(seite: nummer, bild: try hash("Seite \(nummer)"))
  }

  static func pruefung(
    _ seiten: ClosedRange<Int>, schlecht: Set<Int> = [], pruefer: String = "Ömer Kaya",
    umfang: Pruefumfang = .voll
  ) -> ScanQualitaetGeprueft {
    ScanQualitaetGeprueft(
      umfang: umfang, pruefer: pruefer,
      seiten: seiten.map {
        Seitenpruefung(
          seite: $0, bestanden: !schlecht.contains($0),
          maengel: schlecht.contains($0) ? ["unscharf"] : [])
      })
  }

  static func vermerk() throws -> TransfervermerkErstellt {
    TransfervermerkErstellt(
      ersteller: "Jana Müller", technik: "Scanner 3, Programm 4.1", organisation: "Scanstelle",
      zeitpunkt: try #require(Zeitpunkt("2026-11-23T11:00:00+01:00")), qualitaetBestanden: true,
      uebereinstimmung: true, ausgabe: try hash("produkt.pdf"))
  }

  static func verbleib(
    _ verbleib: Originalverbleib = .vernichten, fruehestens: String = "2027-05-24"
  ) throws -> OriginalVerbleibFestgelegt {
    OriginalVerbleibFestgelegt(
      verbleib: verbleib, ort: verbleib == .aufbewahren ? "Keller" : nil,
      fruehestens: verbleib == .vernichten ? try tag(fruehestens) : nil,
      ersetzenderScan: verbleib == .vernichten)
  }

  static func vernichtung(
    _ datum: String = "2027-05-24", personen: [String] = ["Jana Müller", "Ömer Kaya"]
  ) throws -> OriginalVernichtet {
    OriginalVernichtet(
      behaelter: ["Karton 17"], datum: try tag(datum), verfahren: "DIN 66399 P-4",
      personen: personen)
  }

  /// One valid event of each kind.
  static func alle() throws -> [Laufereignis] {
    [
      .posteingangErfasst(try eingang()),
      .eingangsstempelGesetzt(
        EingangsstempelGesetzt(eingangsdatum: try tag("2026-11-20"), stempel: "ST-9")),
      .signaturGeprueft(
        SignaturGeprueft(
          art: .qualifizierteSignatur, ergebnis: .gueltig, unterzeichner: "Kaya",
          zertifikate: ["CN=Kaya"], pruefbericht: try hash("bericht"))),
      .scanJobBegonnen(scan()), .seiteGescannt(try seite(1)),
      .scanQualitaetGeprueft(pruefung(1...2, umfang: .stichprobe(prozent: 50))),
      .transfervermerkErstellt(try vermerk()),
      .scanproduktVersiegelt(ScanproduktVersiegelt(hash: try hash("produkt.pdf"))),
      .originalVerbleibFestgelegt(try verbleib()), .originalVernichtet(try vernichtung()),
      .dokumentRegistriert(
        DokumentRegistriert(
          betreff: "Antrag", dokumenttyp: "Brief", zuordnung: ObjektID(bytes: (0, 9)),
          datumDesSchreibens: try tag("2026-11-18"),
          anlagen: [Anlagenangabe(nummer: 1, bezeichnung: "Plan")])),
      .zugewiesen(Zugewiesen(an: "Amt 32")),
      .umgeleitet(Umgeleitet(von: "Amt 32", an: "Amt 61", grund: "Irrläufer")),
      .verfuegungErteilt(
        VerfuegungErteilt(
          ersteller: "Kaya", erstellungsdatum: try tag("2026-11-23"),
          schritte: [
            Verfuegungsschritt(nummer: "1", adressat: "Müller", verfuegung: "Mitzeichnung"),
            Verfuegungsschritt(
              nummer: "2", adressat: "Roth", verfuegung: "Kenntnisnahme", parallelZu: ["1"]),
          ])),
      .schrittErledigt(SchrittErledigt(nummer: "1", bearbeiter: "Müller", ergebnis: .erledigt)),
      .schlussgezeichnet(
        Schlussgezeichnet(zeichnend: "Roth", rolle: "VG", fassung: try hash("v3"))),
      .postausgangErstellt(
        PostausgangErstellt(
          version: "3", fassung: try hash("v3"), kanal: .behoerdenpostfach,
          empfaenger: ["Kaya"], postausgangsdatum: try tag("2026-11-24"))),
      .zugestellt(
        Zugestellt(
          empfaenger: "Kaya", nachweis: .elektronischesEmpfangsbekenntnis,
          zeitpunkt: try #require(Zeitpunkt("2026-11-25T09:00:00+01:00")))),
      .versandFehlgeschlagen(
        VersandFehlgeschlagen(
          kanal: .eMail, empfaenger: "Kaya", fehler: "550 unknown user", versuch: 1)),
    ]
  }
}
