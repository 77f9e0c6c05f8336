// SPDX-License-Identifier: Apache-2.0

extension BinaryInteger {
  /// The number with a dot between thousands, as written in German: `1.250`.
  package var deutsch: String {
    let ziffern = String(magnitude)
    var ergebnis = self < 0 ? "-" : ""
    for (stelle, ziffer) in ziffern.enumerated() {
      if stelle > 0 && (ziffern.count - stelle).isMultiple(of: 3) { ergebnis.append(".") }
      ergebnis.append(ziffer)
    }
    return ergebnis
  }

  /// The number with a noun, for example `1 Warnung` or `2 Warnungen`.
  package func mal(_ eins: String, _ viele: String) -> String {
    "\(deutsch) \(self == 1 ? eins : viele)"
  }
}

extension Schwere {
  /// The number with the word in singular or plural, for example `2 Warnungen`.
  func mitZahl(_ zahl: Int) -> String {
    switch self {
    case .fehler: zahl.mal("Fehler", "Fehler")
    case .warnung: zahl.mal("Warnung", "Warnungen")
    case .hinweis: zahl.mal("Hinweis", "Hinweise")
    }
  }
}

extension Pruefbericht {
  /// The number of findings of one severity, kept or not.
  func zahl(_ schwere: Schwere) -> Int {
    switch schwere {
    case .fehler: anzahl.fehler
    case .warnung: anzahl.warnung
    case .hinweis: anzahl.hinweis
    }
  }

  /// The numbers of findings in words, for example `2 Fehler, 1 Warnung`; empty without findings.
  var zahlen: String {
    Schwere.allCases.reversed().filter { zahl($0) > 0 }.map { $0.mitZahl(zahl($0)) }
      .joined(separator: ", ")
  }

  /// The result in one phrase, for example `gültig` or `ungültig: 2 Fehler, 1 Warnung`.
  public var ergebnis: String {
    let urteil = urteilswort
    return zahlen.isEmpty ? urteil : "\(urteil): \(zahlen)"
  }

  /// The result in one or two words; recognising formats validates nothing and does not say so.
  var urteilswort: String {
    if istErkennung { return gueltig ? "ohne Fehler" : "mit Fehlern" }
    return gueltig ? "gültig" : "ungültig"
  }

  /// Whether this is about what files are and not about whether they are valid.
  var istErkennung: Bool { art == "formate" }

  /// The kind of the file in words.
  var artAnzeige: String {
    switch art {
    case "container": "xdomea-Container (ZIP)"
    case "nachricht": "xdomea-Nachricht (XML)"
    case "ordner": "Ordner"
    case "prozess": "Nachrichten eines Prozesses"
    case "speicher": "Aktenspeicher"
    case "katalog": "Aufbewahrungskatalog"
    case "aktenplan": "Aktenplan"
    case "protokoll": "Protokoll"
    case "bewertungsliste": "Bewertungsliste (CSV)"
    case "toolbox": "Toolbox"
    case "formate": "Formate der Dateien"
    case "bag": "BagIt-Paket"
    case "dimag": "Paket für DIMAG (BagIt)"
    case "lieferung": "Lieferung von Paketen"
    case "nachweis": "Nachweis (Hashbaum und Zeitstempel)"
    case "evidencerecord": "Evidence Record (RFC 4998)"
    case "xaip": "Archivpaket nach TR-ESOR (XAIP)"
    case "hashwald": "Hashwald (dip_integrity)"
    default: art
    }
  }

  /// Everything known about the file as label and value, without the result.
  var alleAngaben: [(String, String)] {
    var liste = [("Art", artAnzeige)]
    if let version { liste.append(("Version", "xdomea \(version)")) }
    if let nachricht { liste.append(("Nachricht", nachricht)) }
    if hatSchema { liste.append(("Schema", schemageprueft ? "geprüft" : "nicht geprüft")) }
    return liste + angaben
  }

  /// Whether there is a schema that such a file can be compared with: there is for messages of xdomea,
  /// not for a catalogue, a store, a Protokoll, a list of decisions, a process or a bag.
  var hatSchema: Bool {
    ![
      "speicher", "katalog", "aktenplan", "protokoll", "bewertungsliste", "prozess", "bag", "dimag",
      "lieferung", "toolbox", "formate", "nachweis", "evidencerecord", "xaip", "hashwald",
    ].contains(art)
  }

  /// Whether this is about the messages of a process together and not about a file.
  var istProzess: Bool { art == "prozess" }
}
