// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Laufereignis {
  /// What is worth reading about the event in a history, as German text.
  public var bemerkung: String {
    switch self {
    case .posteingangErfasst(let d):
      liste(
        "Eingang am \(d.eingangsdatum.anzeige) über \(d.kanal.anzeige)", "Absender: \(d.absender)",
        "Empfänger: \(d.organisationseinheit)",
        d.zustellart == .einfach ? nil : d.zustellart.anzeige,
        d.anzahlBlaetter.map { $0.mal("Blatt", "Blätter") },
        d.geoeffnet ? nil : "ungeöffnet: \(d.verschlossenWeil ?? "")")
    case .eingangsstempelGesetzt(let d):
      liste("Eingangsdatum \(d.eingangsdatum.anzeige)", "Stempel \(d.stempel)")
    case .signaturGeprueft(let d):
      liste(
        "\(d.art.anzeige): \(d.ergebnis.anzeige)",
        d.unterzeichner.map { "unterzeichnet von \($0)" },
        d.signaturzeit.map { "am \($0.text)" })
    case .scanJobBegonnen(let d):
      liste(
        "Stapel \(d.stapel)", "Gerät \(d.geraet)", "Bedienung: \(d.bediener)",
        "\(d.profil.dpi) dpi, \(d.profil.farbe.anzeige)",
        "Verfahrensdokumentation \(d.verfahrensdokumentation)")
    case .seiteGescannt(let d):
      liste("Seite \(d.seite)", d.leerseite == .keineLeerseite ? nil : d.leerseite.anzeige)
    case .scanQualitaetGeprueft(let d):
      liste(
        d.bestanden ? "bestanden" : "nicht bestanden", d.umfang.anzeige,
        d.seiten.count.mal("Seite", "Seiten") + " geprüft", "Prüfung: \(d.pruefer)",
        d.nachscanStapel.map { "Nachscan in Stapel \($0)" })
    case .transfervermerkErstellt(let d):
      liste(
        "Ersteller: \(d.ersteller)", "Scanprodukt \(d.ausgabe.text)",
        d.auffaelligkeiten.isEmpty
          ? nil : "Auffälligkeiten: " + d.auffaelligkeiten.joined(separator: ", "))
    case .scanproduktVersiegelt(let d):
      liste("Scanprodukt \(d.hash.text)", d.beweisnachweis.map { "Beweisnachweis \($0)" })
    case .originalVerbleibFestgelegt(let d):
      liste(
        d.verbleib.anzeige, d.ort.map { "Ort: \($0)" },
        d.fruehestens.map { "frühestens am \($0.anzeige)" })
    case .originalVernichtet(let d):
      liste(
        "am \(d.datum.anzeige)", d.verfahren, "durch \(d.personen.joined(separator: " und "))",
        "Behälter: " + d.behaelter.joined(separator: ", "))
    case .dokumentRegistriert(let d):
      liste(
        d.betreff, d.kennzeichen.map { "Kennzeichen \($0)" }, d.dokumenttyp,
        d.anlagen.isEmpty ? nil : d.anlagen.count.mal("Anlage", "Anlagen"))
    case .zugewiesen(let d): liste(d.von.map { "von \($0)" }, "an \(d.an)")
    case .umgeleitet(let d): liste("von \(d.von)", "an \(d.an)", d.grund)
    case .verfuegungErteilt(let d):
      d.schritte.map { "\($0.nummer). \($0.verfuegung): \($0.adressat)" }.joined(separator: "; ")
    case .schrittErledigt(let d):
      liste(
        "Schritt \(d.nummer) \(d.ergebnis.anzeige) durch \(d.bearbeiter)",
        d.inVertretungFuer.map { "in Vertretung für \($0)" }, d.vermerk)
    case .schlussgezeichnet(let d):
      liste("durch \(d.zeichnend) (\(d.rolle))", "Fassung \(d.fassung.text)")
    case .postausgangErstellt(let d):
      liste(
        "am \(d.postausgangsdatum.anzeige) über \(d.kanal.anzeige)",
        "an " + d.empfaenger.joined(separator: ", "), "Version \(d.version)")
    case .zugestellt(let d):
      liste(
        "an \(d.empfaenger)", d.nachweis.anzeige,
        d.fiktionsdatum.map { "gilt als zugestellt am \($0.anzeige)" })
    case .versandFehlgeschlagen(let d):
      liste(
        "\(d.versuch). Versuch über \(d.kanal.anzeige) an \(d.empfaenger)", d.fehler,
        d.wiederholungAb.map { "neuer Versuch ab \($0.text)" })
    }
  }

  private func liste(_ teile: String?...) -> String {
    teile.compactMap { $0 }.joined(separator: "; ")
  }
}

extension Pruefumfang {
  /// The German words for people.
  public var anzeige: String {
    switch self {
    case .voll: "Vollprüfung"
    case .stichprobe(let prozent): "Stichprobe \(prozent) %"
    }
  }
}
