// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// Writes one container: object by object, first the files of an object, then the object.
final class Uebergabelauf {
  private let l: Lesezugriff
  private let ablage: Dateiablage
  private let version: XdomeaFassung
  private let ableitung: Namensableitung
  private let fortschritt: ((String, Int, Int64) -> Void)?
  private var ergebnis = Ausgabeergebnis()
  private var vergeben: Set<String> = []
  /// Holds the container while it is written; nil after.
  private var paket: Paketschreiber?

  init(
    _ l: Lesezugriff, _ ablage: Dateiablage, _ ziel: String, _ kopf: Nachrichtenkopf,
    _ version: XdomeaFassung, ueberschreiben: Bool, _ fortschritt: ((String, Int, Int64) -> Void)?
  ) throws {
    self.l = l
    self.ablage = ablage
    self.version = version
    self.fortschritt = fortschritt
    ableitung = try Namensableitung(kopf.prozessID)
    paket = try Paketschreiber(ziel, version, .aussonderung, kopf, ueberschreiben: ueberschreiben)
  }

  func laufe(_ auswahl: Ausgabeauswahl, historie: Bool) throws -> Ausgabeergebnis {
    var lauf = Ausgabelauf(
      l: l, mitHistorie: historie, gedaechtnis: Historiengedaechtnis())
    lauf.aendere = { [unowned self] in try bereite(&$0, $1, ganz: $2) }
    if version >= .v400 {
      lauf.auswahl = Set(auswahl.gewaehlt.map(\.nr))
      lauf.kontext = auswahl.kontext
      for zeile in auswahl.wurzeln {
        // First the files, then the object: the container takes one after the other.
        let objekt = try lauf.objekt(zeile)
        try paket?.schriftgutobjekt(objekt)
      }
    } else {
      for zeile in auswahl.gewaehlt {
        var objekt = try lauf.objekt(zeile)
        if case .vorgang(var v) = objekt, v.aktenbetreff == nil {
          v.aktenbetreff = try aktenbetreff(zeile)
          objekt = .vorgang(v)
        }
        try paket?.schriftgutobjekt(objekt)
      }
    }
    if let fertig = paket.take() {
      let geschrieben = try fertig.beende()
      ergebnis.pfad = geschrieben.pfad
      ergebnis.nachrichtname = geschrieben.nachrichtname
      ergebnis.verluste = geschrieben.verluste
    }
    return ergebnis
  }

  /// The Betreff of the nearest Akte above.
  private func aktenbetreff(_ zeile: Objektzeile) throws -> String? {
    var weiter = zeile.eltern
    while let nr = weiter, let oben = try l.objekt(nummer: nr) {
      if oben.ebene == .akte || oben.ebene == .teilakte { return oben.betreff }
      weiter = oben.eltern
    }
    return nil
  }

  /// Makes an object fit for the message and stores its files.
  private func bereite(
    _ objekt: inout Schriftgutobjekt, _ zuordnung: Dateizuordnung, ganz: Bool
  ) throws {
    // What is chosen is no context, whatever it was when it came in.
    let kontext: Bool? = version >= .v400 ? !ganz : nil
    switch objekt {
    case .akte(var a):
      ergebnis.akten += 1
      a.kontextobjekt = kontext
      for i in a.dokumente.indices { ergebnis.ohneDatei += try a.dokumente[i].streicheDateien() }
      objekt = .akte(a)
    case .vorgang(var v):
      ergebnis.vorgaenge += 1
      v.kontextobjekt = kontext
      for i in v.dokumente.indices { ergebnis.ohneDatei += try v.dokumente[i].streicheDateien() }
      objekt = .vorgang(v)
    case .dokument: ergebnis.dokumente += 1
    }
    let id = objekt.id
    try objekt.jedeEigeneDatei { stelle, nennung in
      guard let hash = zuordnung.hash(stelle) else {
        throw XdomeaFehler.datei(
          name: nennung.name,
          grund: "Der Speicher weiß nicht, welche Datei das Objekt \(id) damit meint. "
            + "Prüfen Sie den Speicher.")
      }
      try lege(hash, stelle, &nennung, id)
    }
  }

  private func lege(
    _ hash: Dateihash, _ stelle: Dateistelle, _ nennung: inout Dateinennung, _ id: ObjektID
  ) throws {
    let leser = try Dateileser(hash, ablage)
    let name = benannt(nennung, stelle, id)
    if name != nennung.name, nennung.original == nil { nennung.original = nennung.name }
    let verweis = try paket?.datei(name, groesse: leser.groesse) { try leser.lies($0) }
    nennung.name = name
    if !nennung.istSignatur {
      // The store's digest is no statement of the message where the version has none.
      nennung.hash = version.hatHash ? nennung.hash ?? verweis?.hash : nil
    }
    ergebnis.dateien += 1
    ergebnis.bytes += leser.groesse
    fortschritt?(name, ergebnis.dateien, ergebnis.bytes)
  }

  /// A name that begins with a UUID and that no other file of the container has (R53, R55).
  private func benannt(
    _ nennung: Dateinennung, _ stelle: Dateistelle, _ id: ObjektID
  ) -> String {
    if Primaerdateiname.istRegelgerecht(nennung.name), vergeben.insert(nennung.name).inserted {
      return nennung.name
    }
    for versuch in 0..<1000 {
      let kennung = ableitung.objekt("datei", "\(id) \(stelle) \(versuch)")
      let name = Primaerdateiname.bilden(kennung, original: nennung.original ?? nennung.name)
      if vergeben.insert(name).inserted { return name }
    }
    return nennung.name
  }
}
