// SPDX-License-Identifier: Apache-2.0

extension Entscheid {
  /// The result as one line of JSON.
  public var jsonText: String {
    Baum.objekt([
      "ergebnisse": .liste(ergebnisse.map(Self.baum)), "punkte": .ganz(oder: punkte),
      "punkteweg": .text(oder: punkteweg),
      "hoechst": .ganz(oder: hoechst),
      "eintraege": .liste(
        eintraege.map { e in
          .objekt([
            "name": .text(e.name), "punkte": .ganz(oder: e.punkte),
            "punkteweg": .text(oder: e.punkteweg),
            "ausgeschlossen": .text(oder: e.ausgeschlossen),
            "ergebnisse": .liste(e.ergebnisse.map(Self.baum)),
            "hinweise": .liste(e.hinweise.map(Baum.text)),
          ])
        }),
      "groessen": .liste(
        groessen.map { .objekt(["text": .text($0.text), "wert": .text($0.wert.dezimal)]) }),
      "offen": .liste(offen.map(Baum.text)), "hinweise": .liste(hinweise.map(Baum.text)),
    ]).jsonZeile
  }

  private static func baum(_ e: Ergebnis) -> Baum {
    .objekt([
      "entscheidung": .text(e.entscheidung), "empfehlung": .text(e.empfehlung.id),
      "text": .text(e.empfehlung.text), "regel": .ganz(e.regel), "grund": .text(e.grund),
      "werkzeuge": .liste(e.empfehlung.werkzeuge.map(Baum.text)),
    ])
  }

  /// The result in sentences, for a terminal or a note.
  public var text: String {
    var zeilen: [String] = []
    for e in ergebnisse { zeilen += Self.saetze(e, "") }
    if let punkte, let hoechst {
      zeilen.append("Punkte: \(punkte) von \(hoechst)\(punkteweg.map { " (\($0))" } ?? "")")
    }
    for g in groessen { zeilen.append("\(g.text): \(g.wert.deutsch(g.wert.istGanz ? 0 : 2))") }
    for (nr, e) in eintraege.enumerated() {
      if let grund = e.ausgeschlossen {
        zeilen.append("–  \(e.name): \(grund)")
        continue
      }
      zeilen.append("\(nr + 1). \(e.name)\(e.punkte.map { ": \($0) Punkte" } ?? "")")
      if let weg = e.punkteweg { zeilen.append("   \(weg)") }
      for ergebnis in e.ergebnisse { zeilen += Self.saetze(ergebnis, "   ") }
      zeilen += e.hinweise.map { "   \($0)" }
    }
    if !offen.isEmpty {
      zeilen.append("Offen, gezählt wie Nein oder 0: \(offen.joined(separator: ", "))")
    }
    zeilen += hinweise.map { "Hinweis: \($0)" }
    return zeilen.joined(separator: "\n") + "\n"
  }

  private static func saetze(_ e: Ergebnis, _ einzug: String) -> [String] {
    [
      "\(einzug)\(e.entscheidung) \(e.empfehlung.text) (Regel \(e.regel))",
      "\(einzug)Warum: \(e.grund)", "\(einzug)\(e.empfehlung.heisst)",
      "\(einzug)Nächster Schritt: \(e.empfehlung.naechster)",
    ]
  }
}
