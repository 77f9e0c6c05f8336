// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Reifegradbericht {
  /// The result for a terminal: the sentences, the phases and the first steps.
  public var text: String {
    var zeilen = kernsaetze
    zeilen.append("")
    for p in auswertung.phasen {
      let vorschau = p.phase > auswertung.standort ? " (Vorschau)" : ""
      let erfuellt = p.muss.values.count { $0.genuegt }
      zeilen.append(
        "\(phasenname(p.phase)): \(p.status.anzeige)\(vorschau), \(wert(p.kennzahlen)), "
          + "Muss-Punkte \(erfuellt) von \(p.muss.count)")
    }
    if !mussOffen.isEmpty {
      zeilen += ["", "Muss-Punkte, die noch fehlen:"]
      zeilen += mussOffen.map { "  \($0.frage.id)  \($0.frage.text) – \($0.stand.anzeige)" }
    }
    let schritte = plan.prefix(planlaenge)
    if !schritte.isEmpty {
      zeilen += ["", "Die nächsten Schritte:"]
      for (nr, z) in schritte.enumerated() {
        let art = z.massnahme.art == .klaeren ? "Klären: " : ""
        let hilfe = z.werkzeug.map { " – \($0.id) (\($0.aufwandMin) Minuten)" } ?? ""
        zeilen.append("  \(nr + 1). \(art)\(z.frage.text)\(hilfe)")
      }
    }
    zeilen += ["", "Aussagekraft: \(auswertung.aussagekraft.rawValue)"]
    zeilen += auswertung.hinweise.map { "Hinweis: \($0)" }
    if let z = zeitvergleich {
      zeilen += [
        "",
        "Gegenüber früher: \(Norm.anzeige(z.alt)) → \(Norm.anzeige(z.neu)), \(z.klasse.anzeige)",
      ]
    }
    if !gruppe.isEmpty {
      zeilen += ["", "Unter ähnlichen Verwaltungen (zur Einordnung, nicht zur Bewertung):"]
      zeilen += gruppe.map { z in
        guard let g = z.vergleich else {
          return "  \(phasenname(z.phase)): Sie \(Norm.anzeige(z.eigen)); zu wenige andere"
        }
        return "  \(phasenname(z.phase)): Sie \(Norm.anzeige(z.eigen)); die Hälfte von "
          + "\(g.anzahl.mal("anderer", "anderen")) liegt zwischen \(Norm.anzeige(g.q1)) und "
          + "\(Norm.anzeige(g.q3)), Mitte \(Norm.anzeige(g.median)), Prozentrang \(g.prozentrang)"
      }
    }
    return zeilen.map(\.sichtbar).joined(separator: "\n") + "\n"
  }

  /// The result as Markdown, for an editor or a wiki.
  public var markdown: String {
    var md = "# Standortbestimmung E-Akte\n\n"
    for (feld, wert) in angaben { md += "- **\(feld)**: \(Self.md(wert))\n" }
    md += "\n" + kernsaetze.map(Self.md).joined(separator: " ") + "\n"
    for warnung in warnungen { md += "\n> **Bitte prüfen:** \(Self.md(warnung))\n" }
    for hinweis in auswertung.hinweise { md += "\n> \(Self.md(hinweis))\n" }
    md += "\n## Die Phasen\n\n"
    md += Self.tabelle(
      ["Phase", "Stand", "Wert", "Beantwortet", "Muss-Punkte erfüllt"],
      auswertung.phasen.map { p in
        [
          phasenname(p.phase),
          (p.phase > auswertung.standort ? "Vorschau: " : "") + p.status.anzeige,
          wert(p.kennzahlen),
          Norm.anzeige(p.kennzahlen.vollstaendigkeit),
          "\(p.muss.values.count { $0.genuegt }) von \(p.muss.count)",
        ]
      })
    if let bild {
      md += "\n## Die Themenfelder in \(phasenname(bild.phase))\n\n"
      md += Self.tabelle(
        ["Themenfeld", "Wert"],
        katalog.dimensionen.map { d in
          [d.text, bild.zellen[d.id].map { wert($0.kennzahlen) } ?? "nicht anwendbar"]
        })
    }
    md += "\n## Muss-Punkte\n\n"
    md += Self.tabelle(
      ["Frage", "Phase", "Stand"],
      muss.map { [$0.frage.text, "\($0.frage.phase)", $0.stand.anzeige] })
    if !plan.isEmpty {
      md += "\n## Maßnahmenplan\n\n"
      md += Self.tabelle(
        ["Nr.", "Was", "Werkzeug", "Minuten", "Wer kann es", "Person und Termin", "Erledigt"],
        plan.enumerated().map { nr, z in
          [
            "\(nr + 1)", z.aufgabe,
            z.werkzeug.map { "\($0.id) \($0.titel)" } ?? "–",
            z.werkzeug.map { "\($0.aufwandMin)" } ?? "–", Rolle.anzeige(z.frage.wer),
            z.personUndTermin, z.kaestchen,
          ]
        })
    }
    if !auswertung.gespraechsliste.isEmpty {
      md += "\n## Darüber sollten Sie sprechen\n\n"
      for f in auswertung.gespraechsliste { md += "- \(f.id): \(Self.md(f.text))\n" }
    }
    if let z = zeitvergleich {
      md += "\n## Vergleich mit früher\n\n"
      md += "\(Norm.anzeige(z.alt)) → \(Norm.anzeige(z.neu)), \(z.klasse.anzeige) "
      md += "(\(z.basis.count.mal("vergleichbare Frage", "vergleichbare Fragen")))\n"
      for warnung in z.warnungen { md += "\n> **Bitte prüfen:** \(Self.md(warnung))\n" }
    }
    if !gruppe.isEmpty {
      md += "\n## Vergleich mit ähnlichen Verwaltungen\n\n"
      md += "Der Vergleich dient der Einordnung, nicht der Bewertung.\n\n"
      md += Self.tabelle(Self.gruppenkopf, gruppe.map(gruppenwerte))
      for hinweis in gruppenhinweise { md += "\n> \(Self.md(hinweis))\n" }
    }
    return md
  }

  /// The columns of the comparison with others.
  static let gruppenkopf = [
    "Phase", "Sie", "Unteres Viertel", "Mitte", "Oberes Viertel", "Andere", "Prozentrang",
  ]

  /// A row of the comparison with others.
  func gruppenwerte(_ z: Gruppenzeile) -> [String] {
    guard let g = z.vergleich else {
      return [phasenname(z.phase), Norm.anzeige(z.eigen), "–", "–", "–", "zu wenige", "–"]
    }
    return [
      phasenname(z.phase), Norm.anzeige(z.eigen), Norm.anzeige(g.q1), Norm.anzeige(g.median),
      Norm.anzeige(g.q3), "\(g.anzahl)", "\(g.prozentrang)",
    ]
  }

  /// A text that Markdown shows as it is.
  static func md(_ text: String) -> String {
    var neu = ""
    for z in text.sichtbar {
      if z == "<" {
        neu += "&lt;"
      } else {
        if "\\`*_{}[]>#|~".contains(z) { neu += "\\" }
        neu.append(z)
      }
    }
    return neu
  }

  private static func tabelle(_ kopf: [String], _ zeilen: [[String]]) -> String {
    func zeile(_ werte: [String]) -> String { "| " + werte.joined(separator: " | ") + " |\n" }
    return zeile(kopf) + zeile(kopf.map { _ in "---" })
      + zeilen.map { zeile($0.map(md)) }.joined()
  }

  /// All questions with their result and their place in the plan, as a table for German Excel: UTF-8
  /// with a mark at the beginning, semicolons, no formulas.
  public var csv: String {
    let rang = Dictionary(
      plan.enumerated().map { ($1.frage.id, ($0 + 1, $1)) }, uniquingKeysWith: { a, _ in a })
    var zeilen = [
      [
        "Nummer", "Phase", "Themenfeld", "Frage", "Gewicht", "Muss", "Zählt in Prozent",
        "Einigkeit",
        "Schritt im Maßnahmenplan", "Werkzeug", "Minuten", "Wer kann es", "Person", "Termin",
        "Erledigt",
      ]
    ]
    for f in auswertung.fragen {
      let wertung = auswertung.wertungen[f.id] ?? .offen
      let zeile = rang[f.id]
      let prozent =
        switch wertung {
        case .wert(let n): Bruch(n).durch(fest: 100).deutsch
        case .nichtZutreffend: "nicht zutreffend"
        case .offen: "offen"
        }
      zeilen.append([
        f.id, "\(f.phase)", f.dim, f.text, "\(f.gewicht)", f.ko ? "ja" : "nein", prozent,
        auswertung.stimmen[f.id]?.einigkeit.anzeige ?? "", zeile.map { "\($0.0)" } ?? "",
        zeile?.1.werkzeug?.id ?? "", zeile?.1.werkzeug.map { "\($0.aufwandMin)" } ?? "",
        Rolle.anzeige(f.wer), zeile?.1.vormerkung?.wer ?? "",
        zeile?.1.vormerkung?.bis?.anzeige ?? "",
        zeile?.1.vormerkung?.erledigt == true ? "ja" : "",
      ])
    }
    return "\u{FEFF}"
      + zeilen.map { $0.map(Self.csvfeld).joined(separator: ";") + "\r\n" }.joined()
  }

  /// A cell that no spreadsheet takes for a formula.
  static func csvfeld(_ wert: String) -> String {
    var wert = wert
    if let erstes = wert.first, "=+-@\t\r".contains(erstes) { wert = "'" + wert }
    guard wert.contains(where: { ";\"\n\r".contains($0) }) else { return wert }
    return "\"" + wert.replacing("\"", with: "\"\"") + "\""
  }
}
