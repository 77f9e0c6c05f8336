// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import Xdomea

extension Verlustbericht {
  /// Prints how many values of each field were lost or changed, and the first of them.
  func zeige() throws {
    guard !istLeer else {
      try Ausgabe.zeile("Verluste:   keine, die Version kann alles ausdrücken.")
      return
    }
    try Ausgabe.zeile(
      "Verlustbericht: \(anzahl.mal("Angabe", "Angaben")) verloren, verändert oder ergänzt")
    for (feld, zahl) in felder { try Ausgabe.zeile("  \(zahl.deutsch) × \(feld.sichtbar)") }
    try Ausgabe.zeile(beispiele.count < anzahl ? "Je ein Beispiel:" : "Im Einzelnen:")
    for v in beispiele { try Ausgabe.zeile("  \(v.regel)  \(v.meldung.sichtbar)") }
    if beispiele.count < anzahl {
      try Ausgabe.zeile("Alle Einträge, bis zu 10.000 je Angabe, nennt »--json«.")
    }
  }

  /// The first entry of each field.
  private var beispiele: [Verlust] {
    var gesehen: Set<String> = []
    return eintraege.filter { gesehen.insert($0.feld).inserted }
  }

  /// The fields with their numbers, the most frequent first.
  var felder: [(feld: String, zahl: Int)] {
    anzahlJeFeld.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The whole report.
  var json: JSONObjekt {
    var jeFeld = JSONObjekt()
    for (feld, zahl) in felder { jeFeld.setze(feld, zahl) }
    var o = JSONObjekt()
    o.setze("anzahl", anzahl)
    o.setze("jeFeld", jeFeld)
    o.setze("eintraege", eintraege.map(\.json))
    return o
  }
}

extension Verlust {
  fileprivate var json: JSONObjekt {
    var o = JSONObjekt()
    o.setze("art", art.rawValue)
    o.setze("regel", regel)
    o.setze("feld", feld)
    o.setze("wert", wert)
    o.setze("objekt", objekt?.text)
    o.setze("betreff", betreff)
    o.setze("meldung", meldung)
    return o
  }
}
