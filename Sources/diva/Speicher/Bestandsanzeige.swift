// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// The store at a glance.
struct Bestandsanzeige {
  private let ordner: String
  private let heute: Kalendertag
  private let zahlen: Speicherzahlen
  private let einheiten: [Einheitszustand]
  private let kataloge: [Aufbewahrungskatalog]
  private let richtlinie: Richtlinie
  private let faellige: Int

  init(_ speicher: Speicher, _ heute: Kalendertag) throws {
    ordner = speicher.ordner
    self.heute = heute
    zahlen = try speicher.zahlen()
    einheiten = try speicher.einheiten()
    kataloge = try speicher.kataloge().kataloge
    richtlinie = try speicher.richtlinie()
    faellige = try speicher.anzahlFaelliger(am: heute)
  }

  /// Prints it.
  func zeige(json: Bool) throws {
    if json {
      try Ausgabe.zeile(self.json)
    } else {
      for zeile in angaben.zeilen { try Ausgabe.zeile(zeile.sichtbar) }
    }
  }

  private var angaben: [Angabe] {
    var alle = [Angabe("speicher", "Speicher", ordner)]
    for ebene in Objektebene.allCases where zahlen.anzahl(ebene) > 0 || ebene == .akte {
      let lagen = zahlen.gruppen.filter { $0.ebene == ebene }
        .map { "\($0.anzahl.deutsch) \(Lagewort.anzeige($0.lage))" }.joined(separator: ", ")
      alle.append(
        Angabe(
          ebene.wort, ebene.mehrzahl,
          zahlen.anzahl(ebene).deutsch + (lagen.isEmpty ? "" : " (\(lagen))")))
    }
    alle += [
      Angabe(
        "dateien", "Dateien",
        "\(zahlen.dateien.deutsch)" + (zahlen.dateien > 0 ? ", \(zahlen.bytes.alsGroesse)" : "")),
      Angabe("gesperrt", "Gesperrt", zahlen.gesperrte.deutsch),
      Angabe("faellig", "Frist abgelaufen", "\(faellige.deutsch) am \(heute.anzeige)"),
      Angabe(
        "einheiten", "Aktenplan",
        "\(einheiten.count.mal("Einheit", "Einheiten"))"
          + (stillgelegte > 0 ? ", davon \(stillgelegte.deutsch) stillgelegt" : "")),
      Angabe(
        "kataloge", "Kataloge",
        kataloge.isEmpty
          ? "keiner"
          : kataloge.map { k in
            k.version + (k.gueltigAb.map { " (ab \($0.anzeige))" } ?? "")
          }.joined(separator: ", ")),
      Angabe("transferfrist", "Transferfrist", "\(richtlinie.transferfristMonate) Monate"),
      Angabe(
        "bewertungsfrist", "Bewertungsfrist",
        richtlinie.bewertungsfrist.map { "\($0.monate) Monate" } ?? "nicht festgelegt"),
      Angabe("protokoll", "Protokoll", zahlen.eintraege.mal("Eintrag", "Einträge")),
    ]
    return alle
  }

  private var stillgelegte: Int { einheiten.count(where: \.stillgelegt) }

  private var json: String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("speicher", ordner)
    o.setze(
      "objekte",
      zahlen.gruppen.map { gruppe in
        var g = JSONObjekt()
        g.setze("ebene", gruppe.ebene.wort)
        g.setze("lage", Lagewort.anzeige(gruppe.lage))
        g.setze("anzahl", gruppe.anzahl)
        return g
      })
    o.setze("dateien", zahlen.dateien)
    o.setze("bytes", zahlen.bytes)
    o.setze("gesperrt", zahlen.gesperrte)
    o.setze("am", heute.text)
    o.setze("abgelaufen", faellige)
    o.setze("einheiten", einheiten.count)
    o.setze("stillgelegt", stillgelegte)
    o.setze("kataloge", kataloge.map(\.version))
    o.setze("transferfristMonate", richtlinie.transferfristMonate)
    o.setze("bewertungsfristMonate", richtlinie.bewertungsfrist?.monate)
    o.setze("protokoll", zahlen.eintraege)
    return o.text
  }
}
