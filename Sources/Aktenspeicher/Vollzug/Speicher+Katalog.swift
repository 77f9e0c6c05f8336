// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Pruefsummen
public import Pruefung

extension Speicher {
  /// All versions of the Aufbewahrungskatalog in the store.
  public func kataloge() throws -> Katalogbestand {
    try lies { l in
      let a = try l.anweisung(
        "SELECT version,gueltigab,csv FROM katalog ORDER BY gueltigab,version")
      var kataloge: [Aufbewahrungskatalog] = []
      try a.jedeZeile {
        let version = a.text(0) ?? ""
        let ergebnis = Katalogleser().lies(a.bytes(2), version: version, gueltigAb: a.tag(1))
        guard ergebnis.istBrauchbar else {
          throw SpeicherFehler.beschaedigt(
            pfad: l.pfad, grund: "der Katalog \(version) ist nicht lesbar")
        }
        kataloge.append(ergebnis.katalog)
        return true
      }
      return Katalogbestand(kataloge)
    }
  }

  /// Takes in a version of the Aufbewahrungskatalog; it counts for files that are closed from its
  /// first day on. What it does to running periods shows ``waswaere(_:stichtag:jedes:)``.
  ///
  /// - Parameters:
  ///   - csv: The file (lebenszyklus FAKTEN 5).
  ///   - version: The name of the version, not used before.
  ///   - gueltigAb: Its first day.
  /// - Returns: The findings; with an error among them nothing is taken in.
  /// - Throws: ``SpeicherFehler``; ``Vollzugsablehnung`` unless the Fachadministration does it.
  public func nimmKatalog(
    _ csv: [UInt8], version: String, gueltigAb: Kalendertag, von akteur: Akteur,
    _ kopf: Ereigniskopf, datei: String? = nil
  ) throws -> [Befund] {
    try pruefeFachadministration(akteur, kopf, art: "A36 katalogGeladen")
    let ergebnis = Katalogleser().lies(csv, version: version, datei: datei, gueltigAb: gueltigAb)
    guard ergebnis.istBrauchbar else { return ergebnis.befunde }
    try mitVollzug { gang in
      guard try gang.l.katalogstand(version) == nil else {
        throw SpeicherFehler.widerspruch(
          pfad: gang.l.pfad, grund: "die Fassung \(version) des Katalogs gibt es schon")
      }
      let stand = Objektstand(
        id: try gang.summen.kennung("katalog", version),
        stand: try gang.summen.summe(Array(gueltigAb.text.utf8), csv))
      try gang.s.setzeKatalog(
        version, gueltigAb: gueltigAb, csv, folge: gang.naechsteFolge)
      _ = try gang.vermerke(
        kopf, art: "A36 katalogGeladen", [stand],
        Protokollnutzlast(akteur: akteur.name, rolle: "FA", grund: "Katalog \(version)"))
    }
    return ergebnis.befunde
  }
}

extension Lesezugriff {
  /// The number of the entry with which a version of the catalogue came in; nil without it.
  func katalogstand(_ version: String) throws -> Int64? {
    let a = try anweisung("SELECT folge FROM katalog WHERE version = ?")
    a.binde(1, version)
    return try a.ersteZeile { a.zahl(0) }
  }
}
