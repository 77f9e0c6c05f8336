// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Phasenmodell
internal import Pruefung

/// `diva rechne`: a calculator of the toolbox.
struct Rechenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rechne",
    abstract: "Rechnet mit einer Kalkulationshilfe (KH-01 bis KH-14) und zeigt den Rechenweg.",
    discussion: """
      Ohne Eingaben zeigt der Befehl, was die Hilfe fragt und was sie annimmt. Eingaben sind \
      Name=Wert in deutscher Schreibweise: ap=15 wachstum=5% bestand_seiten=50.000. Was zweierlei \
      heißen kann, wird nicht geraten, sondern zurückgefragt.

      Posten stehen als Name=Betrag, getrennt mit Semikolon, jeder Name einmal:
        diva rechne KH-02 einmalig="Einrichtung=12.000; Schulung=4.500" jaehrlich="Nutzung=7.200" ap=15

      Gruppen (Bestände, Angebote, Schulungsgruppen) stehen je Gruppe in einer eigenen Angabe, darin \
      jedes Feld einmal als Feld=Wert:
        diva rechne KH-10 gruppen="personen=15; stunden=6" gruppen="personen=2; stunden=8" …

      »diva rechne KH-04« ohne Eingaben zeigt die Felder jeder Gruppe und ein Beispiel.
      """)

  @Argument(
    help: ArgumentHelp(
      "Kennung, zum Beispiel KH-05; ohne sie werden alle genannt.", valueName: "HILFE"))
  var kennung: String?

  @Argument(help: ArgumentHelp("Eingaben als Name=Wert.", valueName: "EINGABE"))
  var eingaben: [String] = []

  @Option(help: ArgumentHelp("Datei mit allen Eingaben (JSON, Dezimalpunkt).", valueName: "DATEI"))
  var eingabe: String?

  @OptionGroup var ort: Toolboxangabe

  @Flag(help: "JSON ausgeben.")
  var json = false

  func run() throws {
    let hilfen = try ort.lies().kalkulationshilfen
    guard let kennung else {
      if json { return try Ausgabe.zeile(Baum.liste(hilfen.map { Baum.Ast($0.baum) }).jsonText) }
      for h in hilfen { try Ausgabe.zeile("\(h.id)  \(h.titel)") }
      return
    }
    guard let hilfe = hilfen.first(where: { $0.id == kennung.uppercased() }) else {
      throw Hinderung(
        "Die Kalkulationshilfe »\(kennung.sichtbar)« gibt es nicht. »diva rechne« nennt alle.")
    }
    guard !eingaben.isEmpty || eingabe != nil else { return try erklaere(hilfe) }
    let rechnung = try hilfe.rechne(try lies(hilfe))
    try json ? Ausgabe.zeile(rechnung.jsonText) : zeige(rechnung, hilfe)
  }

  private func lies(_ hilfe: Kalkulationshilfe) throws -> Eingaben {
    if let eingabe {
      guard eingaben.isEmpty else {
        throw ValidationError("Eingaben kommen entweder aus --eingabe oder als Name=Wert.")
      }
      let bytes = try Katalogdatei.bytes(eingabe, hoechstens: Antwortleser.groessteDatei)
      return try Eingaben(hilfe, json: bytes)
    }
    return try Eingaben(
      hilfe,
      try eingaben.map { text in
        let teile = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard teile.count == 2 else {
          throw ValidationError("»\(text.sichtbar)« ist keine Eingabe; schreiben Sie Name=Wert.")
        }
        return (name: String(teile[0]), wert: String(teile[1]))
      })
  }

  /// What the calculator asks, assumes and yields.
  private func erklaere(_ hilfe: Kalkulationshilfe) throws {
    if json { return try Ausgabe.zeile(hilfe.baum.jsonText) }
    try Ausgabe.zeile("\(hilfe.id) \(hilfe.titel)\n\nEingaben:")
    for f in hilfe.eingaben { try zeige(f, einzug: "  ") }
    try Ausgabe.zeile("\nFormel:")
    for satz in hilfe.formel { try Ausgabe.zeile("  \(satz)") }
    try Ausgabe.zeile("\nErgebnis:")
    for e in hilfe.ergebnisse {
      try Ausgabe.zeile("  \(e.text)\(e.einheit.isEmpty ? "" : " (\(e.einheit))")")
    }
  }

  private func zeige(_ f: Eingabefeld, einzug: String) throws {
    var zusatz: [String] = []
    if !f.einheit.isEmpty { zusatz.append(f.einheit) }
    if !f.werte.isEmpty { zusatz.append("möglich: \(f.werte.joined(separator: ", "))") }
    if let vorgabe = f.vorgabeAnzeige { zusatz.append("Annahme: \(vorgabe) – \(f.quelle ?? "")") }
    if let grenzen = f.grenzenAnzeige { zusatz.append("möglich: \(grenzen)") }
    if f.optional { zusatz.append("kann fehlen") }
    try Ausgabe.zeile(
      "\(einzug)\(f.id)  \(f.text)\(zusatz.isEmpty ? "" : " (\(zusatz.joined(separator: "; ")))")")
    for innen in f.felder { try zeige(innen, einzug: einzug + "  ") }
    if let beispiel = f.beispiel {
      let mehrfach = f.felder.isEmpty ? "" : "; für jeden weiteren Eintrag noch einmal"
      try Ausgabe.zeile("\(einzug)    Beispiel: \(f.id)=\"\(beispiel)\"\(mehrfach)")
    }
  }

  private func zeige(_ r: Rechnung, _ hilfe: Kalkulationshilfe) throws {
    try Ausgabe.zeile("\(hilfe.id) \(hilfe.titel)\n\nRechenweg:")
    for s in r.schritte {
      try Ausgabe.zeile("  \(s.name): \(s.rechenweg) = \(s.ergebnis)".sichtbar)
    }
    try Ausgabe.zeile("\nErgebnis:")
    for e in hilfe.ergebnisse {
      let wert = r.anzeige(e.id)
      try Ausgabe.zeile(
        "  \(e.text): \(wert == "–" ? wert : Masseinheit.anzeige(wert, e.einheit))".sichtbar)
    }
    for h in r.hinweise { try Ausgabe.zeile("\nHinweis: \(h)") }
  }
}
