// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Events of mail, scan and dispatch (lebenszyklus FAKTEN 4); an open scan blocks A10.
extension Modellwelt {
  mutating func meldung(an d: Dokumentzustand) -> Laufmeldung? {
    guard let mittag = Uhrzeit(12, 0, 0, zone: .utc) else { return nil }
    return Laufmeldung(
      id: .zufaellig(&z), objekt: chance(3) ? id() : d.id, zeitpunkt: Zeitpunkt(heute, mittag),
      akteur: "sb1", rolle: "Poststelle", ereignis: laufereignis(an: d))
  }

  private mutating func laufereignis(an d: Dokumentzustand) -> Laufereignis {
    if let fassung = d.scan?.fassung, d.hatOffeneQualitaetssicherung {
      if fassung.seiten.isEmpty || chance(20) {
        return .seiteGescannt(
          SeiteGescannt(
            seite: fassung.seiten.count + (chance(5) ? 7 : 1), bild: Inhaltshash(pruefsumme())))
      }
      return .scanQualitaetGeprueft(
        ScanQualitaetGeprueft(
          umfang: .voll, pruefer: "sb2",
          seiten: (1...fassung.seiten.count).map { Seitenpruefung(seite: $0, bestanden: true) }))
    }
    switch w(10) {
    case 0:
      return .scanJobBegonnen(
        ScanJobBegonnen(
          stapel: "S\(w(99))", geraet: "G1", bediener: "sb1",
          profil: Scanprofil(dpi: 300, farbe: .farbe, duplex: true, texterkennung: false),
          schutzbedarf: .normal, verfahrensdokumentation: "VD 1.0"))
    case 1..<4:
      return .originalVerbleibFestgelegt(
        OriginalVerbleibFestgelegt(
          verbleib: .aufbewahren, ort: text("Keller"), ersetzenderScan: false))
    case 4:
      return .schlussgezeichnet(
        Schlussgezeichnet(zeichnend: "vg1", rolle: "VG", fassung: Inhaltshash(pruefsumme())))
    default: return .umgeleitet(Umgeleitet(von: "Amt 1", an: text("Amt 2"), grund: text()))
    }
  }
}
