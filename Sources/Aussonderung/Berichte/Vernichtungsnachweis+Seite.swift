// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

extension Vernichtungsnachweis {
  static let objektform = Tabellenform(
    klasse: "vernichtet",
    spalten: [
      .init(name: "Nr.", breite: 5), .init(name: "Kennzeichen", breite: 12),
      .init(name: "Kennung", breite: 22), .init(name: "Laufzeit", breite: 9),
      .init(name: "Fristregel und Frist", breite: 14), .init(name: "Warum vernichtet", breite: 17),
      .init(name: "Dokumente", breite: 9, istZahl: true), .init(name: "Dateien", breite: 13),
    ])
  static let dateiform = Tabellenform(
    klasse: "fehldateien",
    spalten: [
      .init(name: "Objekt Nr.", breite: 8), .init(name: "Prüfsumme der Datei", breite: 44),
      .init(name: "Größe", breite: 10, istZahl: true), .init(name: "Ergebnis", breite: 14),
      .init(name: "Grund", breite: 24),
    ])

  private static let nichtFestgelegt =
    "nicht festgelegt (die Richtlinie der Behörde nennt keine Frist)"

  /// One proof as a form.
  func schreibe(
    _ p: Vernichtungsprotokoll, _ nummer: Int, von gesamt: Int, _ seite: Seitenschreiber
  ) throws {
    let titel = gesamt == 1 ? "Das Protokoll" : "Protokoll \(nummer.deutsch) von \(gesamt.deutsch)"
    try seite.abschnitt(titel, "protokoll-\(nummer)") {
      seite.angaben("Wer wann wie vernichtet hat", try angaben(p, seite))
      var mangelhaft = false
      try seite.tabelle(Self.objektform, "Was vernichtet wurde") {
        for (i, o) in p.objekte.enumerated() {
          mangelhaft = mangelhaft || o.dateien.contains { $0.ergebnis != .geloescht }
          try seite.zeile("\(i + 1)") { zellen(o, seite) }
        }
      }
      if mangelhaft {
        seite.erklaere(.pruefsumme)
        try seite.tabelle(Self.dateiform, "Dateien, die nicht gelöscht wurden") {
          for (i, o) in p.objekte.enumerated() { try nichtGeloeschte(o, "\(i + 1)", seite) }
        }
      }
    }
  }

  private func angaben(
    _ p: Vernichtungsprotokoll, _ seite: Seitenschreiber
  ) throws -> [(String, String?)] {
    for art in p.verfahren.arten {
      switch art {
      case .logischeLoeschung: seite.erklaere(.loeschen)
      case .schluesselvernichtung: seite.erklaere(.schluesselvernichtung)
      case .datentraegervernichtung, .papiervernichtung: break
      }
    }
    let stand =
      p.hash == nil
      ? "Das Protokoll ist nicht abgeschlossen und hat keinen Hash."
      : try p.istUnversehrt()
        ? "Beim Erstellen dieses Berichts geprüft: unverändert."
        : "ACHTUNG: Der Hash passt nicht. Das Protokoll wurde nachträglich verändert."
    return [
      ("Protokollkennung", p.id.text), ("Prozess", p.paket?.text), ("Archiv", p.archiv ?? archiv),
      ("Zeitpunkt", p.zeitpunkt.inBerlin), ("Ausgeführt von", p.ausfuehrend),
      ("Freigegeben von", p.freigebend),
      ("Art der Vernichtung", p.verfahren.arten.map(\.anzeige).joined(separator: ", ")),
      ("Schutzklasse und Sicherheitsstufe (DIN 66399)", p.verfahren.din66399),
      (
        "Sicherungen können Inhalte enthalten bis",
        p.sicherungenBis?.anzeige ?? Self.nichtFestgelegt
      ),
      ("Dieses Protokoll aufbewahren bis", p.aufzubewahrenBis?.anzeige ?? Self.nichtFestgelegt),
      (
        "Umfang",
        "\(p.objekte.count.mal("Objekt", "Objekte")), "
          + "\(p.anzahlDokumente.mal("Dokument", "Dokumente")), "
          + "\(p.anzahlDateien.mal("Datei", "Dateien")), \(p.anzahlBytes.alsGroesse)"
      ),
      ("Hash des Protokolls", p.hash?.text), ("Stand des Hashes", stand),
    ]
  }

  private func zellen(_ o: Vernichtungsobjekt, _ seite: Seitenschreiber) {
    seite.zelle(o.kennzeichen)
    var kennung = o.betreff == nil ? [] : [o.id.text]
    if let archiv = o.archivkennung { kennung.append("Im Archiv: \(archiv)") }
    if let h = o.letzterInhalt?.pruefsumme {
      kennung += ["Letzter Inhalt (\(h.verfahren.rawValue))", h.hex]
    }
    seite.zelle(o.betreff ?? o.id.text, klein: kennung)
    seite.zelle(o.laufzeit?.alsLaufzeit)
    seite.zelle(
      o.fristregel,
      klein: [
        o.katalogfassung.map { "Katalog \($0)" }, o.aufbewahrungsende.map { "bis \($0.anzeige)" },
      ].compactMap(\.self))
    seite.zelle(
      o.bewertung.art.anzeige,
      klein: [
        "am \(o.bewertung.datum.anzeige)",
        o.bewertung.nachricht.map { "Nachricht\(o.bewertung.art.nachrichtentyp) \($0.text)" },
        o.bewertung.genehmigung.map { "Genehmigung \($0)" },
      ].compactMap(\.self))
    seite.zelle(o.anzahlDokumente)
    let d = Vernichtungssummen.Dateien(o.dateien)
    seite.zelle(d.zahl.deutsch, klein: [d.bytes.alsGroesse] + d.ergebnisse)
  }

  private func nichtGeloeschte(
    _ o: Vernichtungsobjekt, _ nummer: String, _ seite: Seitenschreiber
  ) throws {
    for d in o.dateien where d.ergebnis != .geloescht {
      try seite.zeile(nummer) {
        seite.zelle(d.inhalt.pruefsumme.verfahren.rawValue, klein: [d.inhalt.pruefsumme.hex])
        seite.zelle(d.bytes.alsGroesse)
        seite.zelle(marke: d.ergebnis.anzeige, d.ergebnis == .gescheitert ? .fehler : .warnung)
        seite.zelle(d.grund)
      }
    }
  }

  /// How anybody can verify the hash without this suite.
  func schreibePruefweg(_ seite: Seitenschreiber) throws {
    try seite.abschnitt("So prüfen Sie den Hash", "pruefweg") {
      seite.absatz(
        "Der Hash ist ein Fingerabdruck (SHA-256) des ganzen Protokolls. Wird später auch nur ein "
          + "Zeichen geändert, passt er nicht mehr. Ihre IT-Stelle kann ihn ohne besonderes Programm "
          + "prüfen:")
      seite.schritte([
        "Öffnen Sie die JSON-Datei, die zusammen mit diesem Bericht entstanden ist. Nehmen Sie "
          + "daraus unter »protokolle« das Protokoll mit derselben Kennung (»id«), von der öffnenden "
          + "bis zur schließenden geschweiften Klammer.",
        "Streichen Sie darin nur den Eintrag <code>\"hash\":\"…\",</code> mit seinem Komma. Ändern "
          + "Sie sonst nichts, auch keine Leerzeichen und Zeilenumbrüche.",
        "Bilden Sie von diesem Text in UTF-8 die SHA-256-Prüfsumme, zum Beispiel mit "
          + "<code>sha256sum</code>. Sie muss gleich dem Hash im Protokoll sein (ohne das "
          + "vorangestellte »SHA-256:«).",
      ])
    }
  }
}

extension Vernichtungsgrund.Art {
  /// The kind of message that says so, with a blank before it; empty if there is none.
  fileprivate var nachrichtentyp: String {
    switch self {
    case .abgeliefert: " 0506"
    case .bewertetV: " 0502"
    case .fristablauf, .genehmigung: ""
    }
  }

  /// The reason for people.
  var anzeige: String {
    switch self {
    case .abgeliefert: "vom Archiv übernommen und bestätigt"
    case .bewertetV: "vom Archiv als nicht archivwürdig bewertet"
    case .fristablauf: "Frist für die Bewertung abgelaufen"
    case .genehmigung: "allgemeine Genehmigung des Archivs"
    }
  }
}

extension Vernichtungsdatei.Ergebnis {
  /// The result for people.
  var anzeige: String {
    switch self {
    case .geloescht: "gelöscht"
    case .nichtGefunden: "nicht gefunden"
    case .gescheitert: "gescheitert"
    }
  }
}

extension Vernichtungsverfahren.Art {
  /// The way of destruction for people.
  var anzeige: String {
    switch self {
    case .logischeLoeschung: "Löschen der Daten"
    case .schluesselvernichtung: "Vernichten der Schlüssel"
    case .datentraegervernichtung: "Vernichten des Datenträgers"
    case .papiervernichtung: "Vernichten des Papiers"
    }
  }
}
