// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Dokumentzustand {
  /// The steps as xdomea tells them; nil if there were none (G01–G03).
  ///
  /// A step that became void is told as left out, with the reason in its note: the standard has no
  /// state of its own for that.
  public var geschaeftsgang: Geschaeftsgang? {
    guard !schritte.isEmpty else { return nil }
    // The route has no id of its own here; it is derived, so that it is always the same.
    let (hoch, tief) = id.bytes
    var gang = Geschaeftsgang(
      Identifikation(ObjektID(bytes: ((hoch ^ 0x4753_0000_0000_0000) & ~0xF000 | 0x8000, tief))))
    gang.beteiligungsschritte = schritte.map { schritt in
      var b = Beteiligungsschritt(
        nummer: String(schritt.nummer), status: status(schritt), verfuegung: verfuegung(schritt))
      b.versionNummer = fassungen.first { $0.hash == schritt.fassung }.map { String($0.nummer) }
      b.parallelZuBeteiligungsschritt = schritte.filter {
        $0.nummer != schritt.nummer && $0.vorgabe.gruppe == schritt.vorgabe.gruppe
          && $0.fassung == schritt.fassung
      }.map { String($0.nummer) }
      if let wer = schritt.bearbeiter {
        b.bearbeitung = Bearbeitung(bearbeiter: Kontakt(person: wer), datum: schritt.erledigtAm)
        b.bearbeitung?.vermerk = schritt.vermerk
      }
      if schritt.status == .hinfaellig {
        b.verfuegung.notiz = "Hinfällig, weil der Inhalt danach geändert wurde."
      } else if schritt.status == .zurueckgewiesen {
        b.bearbeitung?.notiz = "Zurückgewiesen."
      }
      return b
    }
    return gang
  }

  private func verfuegung(_ schritt: Laufschritt) -> Verfuegung {
    var v = Verfuegung(
      ersteller: Kontakt(person: schritt.ersteller),
      adressat: Kontakt(person: schritt.vorgabe.adressat), erstellungsdatum: schritt.erstelltAm)
    let text = schritt.vorgabe.text
    v.verfuegung = schritt.vorgabe.art.anzeige + (text.isEmpty ? "" : ": " + text)
    v.terminDatum = schritt.vorgabe.termin
    return v
  }

  private func status(_ schritt: Laufschritt) -> Code {
    let wert: String
    switch schritt.status {
    case .offen:
      let frueher = schritte.contains {
        $0.status == .offen && $0.vorgabe.gruppe < schritt.vorgabe.gruppe
      }
      wert = frueher ? "001" : "002"
    case .erledigt, .zurueckgewiesen: wert = "003"
    case .uebersprungen, .hinfaellig: wert = "004"
    }
    return Code(
      wert, listURI: "urn:xoev-de:xdomea:codeliste:beteiligungsstatus", listVersion: "1.1")
  }
}

extension Kontakt {
  /// A person of the agency, by name or id.
  fileprivate init(person name: String) {
    self.init()
    ansprechpartner = Person(familienname: name)
  }
}
