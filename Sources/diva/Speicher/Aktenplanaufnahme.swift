// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// What became of an Aktenplan that was taken in.
struct Aktenplanaufnahme {
  /// Units that are new.
  private(set) var neue = 0
  /// Units that are described anew, also because others came below them.
  private(set) var geaenderte = 0
  /// Units that were there already.
  private(set) var gleiche = 0

  /// Brings the units of a table into the store; others stay as they are.
  ///
  /// - Throws: `Vollzugsablehnung` with the first refusal; then nothing came in.
  static func nimm(_ plan: [Einheitszustand], _ lauf: Handlungslauf) throws -> Aktenplanaufnahme {
    let alte = try lauf.speicher.einheiten()
    let bekannt = Dictionary(uniqueKeysWithValues: alte.map { ($0.kennzeichen, $0) })
    let genannt = Set(plan.map(\.kennzeichen))
    // What is a leaf follows from all units together.
    var alle = plan + alte.filter { !genannt.contains($0.kennzeichen) }
    alle.kennzeichneBlaetter()
    var ergebnis = Aktenplanaufnahme()
    var auftraege: [Vollzugsauftrag] = []
    for einheit in alle {
      if let alt = bekannt[einheit.kennzeichen], alt.istBeschriebenWie(einheit) {
        ergebnis.gleiche += 1
        continue
      }
      if bekannt[einheit.kennzeichen] == nil {
        ergebnis.neue += 1
      } else {
        ergebnis.geaenderte += 1
      }
      auftraege.append(
        Vollzugsauftrag(
          lauf.handlung(.einheit(ziel: einheit.kennzeichen, ereignis: .anlegen(angaben: einheit))),
          lauf.kopf()))
    }
    guard let erster = auftraege.first else { return ergebnis }
    // The first one alone: who may not do it is told, and logged, once.
    _ = try lauf.speicher.vollziehe(erster.handlung, erster.kopf)
    for e in try lauf.speicher.vollziehe(Array(auftraege.dropFirst())) { _ = try e.get() }
    return ergebnis
  }

  /// Tells how many units came in.
  func zeige(json: Bool) throws {
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("neu", neue)
      o.setze("geaendert", geaenderte)
      o.setze("unveraendert", gleiche)
      try Ausgabe.zeile(o.text)
    } else {
      try Ausgabe.zeile(
        "Aktenplan aufgenommen: \(neue.mal("neue Einheit", "neue Einheiten")), "
          + "\(geaenderte.deutsch) geändert, \(gleiche.deutsch) unverändert")
    }
  }
}

extension Einheitszustand {
  /// True if what a table says is the same; what was decided about the unit does not count.
  fileprivate func istBeschriebenWie(_ andere: Self) -> Bool {
    bezeichnung == andere.bezeichnung && gueltigkeit == andere.gueltigkeit
      && istBlatt == andere.istBlatt
  }
}
