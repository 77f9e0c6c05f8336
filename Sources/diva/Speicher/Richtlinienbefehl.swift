// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher richtlinie`: shows or changes what an agency may decide for itself.
struct Richtlinienbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "richtlinie",
    abstract: "Zeigt oder ändert, was Ihre Behörde selbst festlegt, etwa Fristen (Rolle FA).",
    discussion: """
      Ohne Optionen zeigt der Befehl, was gilt. Eine Änderung gilt ab sofort und steht im Protokoll; \
      was schon geschehen ist, ändert sie nicht.
      """)

  @OptionGroup var werte: Richtlinienangaben
  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    guard nennt else { return try zeige(try handlung.ort.oeffne(.lesend).richtlinie()) }
    try handlung.fuehreAus { lauf in
      let alt = try lauf.speicher.richtlinie()
      let neu = werte.angewandt(auf: alt)
      if neu != alt { try lauf.speicher.setze(neu, von: lauf.akteur, lauf.kopf()) }
      try zeige(neu)
    }
  }

  /// True if an option is named, also with the value that a new store has.
  private var nennt: Bool {
    werte.transferfrist != nil || werte.bewertungsfrist != nil || werte.karenztage != nil
      || werte.sicherungstage != nil || werte.nachweisfrist != nil || werte.loeschenZuZweit != nil
  }

  private func zeige(_ r: Richtlinie) throws {
    if handlung.json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("transferfristMonate", r.transferfristMonate)
      o.setze("bewertungsfristMonate", r.bewertungsfrist?.monate)
      o.setze("karenztage", r.karenztage)
      o.setze("sicherungstage", r.sicherungstage)
      o.setze("nachweisfristJahre", r.nachweisfristJahre)
      o.setze("loeschenZuZweit", r.loeschenZuZweit)
      return try Ausgabe.zeile(o.text)
    }
    let offen = "nicht festgelegt"
    for (name, wert) in [
      ("Transferfrist", "\(r.transferfristMonate.mal("Monat", "Monate"))"),
      ("Bewertungsfrist", r.bewertungsfrist.map { $0.monate.mal("Monat", "Monate") } ?? offen),
      ("Karenzzeit", r.karenztage.mal("Tag", "Tage") + " nach der Übernahme"),
      ("Sicherungen", r.sicherungstage.map { $0.mal("Tag", "Tage") } ?? offen),
      ("Vernichtungsprotokolle", r.nachweisfristJahre.map { $0.mal("Jahr", "Jahre") } ?? offen),
      ("Löschen nach Übernahme", r.loeschenZuZweit ? "zwei Personen" : "eine Person"),
    ] {
      try Ausgabe.zeile("\(name):".padding(24) + wert)
    }
  }
}

extension String {
  /// With blanks at its end, at least one.
  fileprivate func padding(_ breite: Int) -> String {
    self + String(repeating: " ", count: max(1, breite - count))
  }
}
