// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung

/// `diva entscheide`: a decision aid of the toolbox.
struct Entscheidebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entscheide",
    abstract: "Beantwortet eine Entscheidungshilfe (EH-01 bis EH-10) nach ihren Regeln.",
    discussion: """
      Ohne Antworten zeigt der Befehl die Fragen. Antworten sind Frage=Wert: f1=ja f2=nein. Vergleicht \
      die Hilfe mehrere Bereiche, Partner oder Aktenarten, steht jeder als Eintrag: \
      eintrag="Bauamt; fallzahl=2; bereitschaft=1". Fehlt eine Antwort, zählt sie wie Nein oder 0 und \
      wird als offen genannt.
      """)

  @Argument(
    help: ArgumentHelp(
      "Kennung, zum Beispiel EH-01; ohne sie werden alle genannt.", valueName: "HILFE"))
  var kennung: String?

  @Argument(help: ArgumentHelp("Antworten als Frage=Wert.", valueName: "ANTWORT"))
  var antworten: [String] = []

  @OptionGroup var ort: Toolboxangabe

  @Flag(help: "JSON ausgeben.")
  var json = false

  func run() throws {
    let hilfen = try ort.lies().entscheidungshilfen
    guard let kennung else {
      if json { return try Ausgabe.zeile(Baum.liste(hilfen.map { Baum.Ast($0.baum) }).jsonText) }
      for h in hilfen { try Ausgabe.zeile("\(h.id)  \(h.titel)") }
      return
    }
    guard let hilfe = hilfen.first(where: { $0.id == kennung.uppercased() }) else {
      throw Hinderung(
        "Die Entscheidungshilfe »\(kennung.sichtbar)« gibt es nicht. »diva entscheide« nennt alle.")
    }
    guard !antworten.isEmpty else { return try frage(hilfe) }
    let worte = try antworten.map { text in
      let teile = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard teile.count == 2 else {
        throw ValidationError("»\(text.sichtbar)« ist keine Antwort; schreiben Sie Frage=Wert.")
      }
      return (name: String(teile[0]), wert: String(teile[1]))
    }
    let entscheid = try hilfe.entscheide(try .init(hilfe, worte))
    if json { return try Ausgabe.zeile(entscheid.jsonText) }
    try Ausgabe.zeile("\(hilfe.id) \(hilfe.titel)\n")
    for zeile in entscheid.text.split(separator: "\n") { try Ausgabe.zeile(String(zeile).sichtbar) }
  }

  /// The questions and how to answer them.
  private func frage(_ hilfe: Entscheidungshilfe) throws {
    if json { return try Ausgabe.zeile(hilfe.baum.jsonText) }
    try Ausgabe.zeile("\(hilfe.id) \(hilfe.titel)\n\n\(hilfe.einleitung)\n")
    for f in hilfe.fragen { try zeige(f, einzug: "  ") }
    if let eintrag = hilfe.eintrag {
      try Ausgabe.zeile("\nJe \(eintrag), als eintrag=\"Name; frage=wert; …\":")
      for f in hilfe.jeEintrag { try zeige(f, einzug: "  ") }
    }
  }

  private func zeige(_ f: Entscheidungshilfe.Frage, einzug: String) throws {
    var zusatz = ""
    if let feld = f.feld {
      if feld.typ == .janein { zusatz = " (ja oder nein)" }
      if !feld.werte.isEmpty { zusatz = " (\(feld.werte.joined(separator: ", ")))" }
      if !feld.einheit.isEmpty || feld.grenzenAnzeige != nil {
        let teile = [feld.einheit, feld.grenzenAnzeige ?? ""].filter { !$0.isEmpty }
        zusatz = " (\(teile.joined(separator: ", ")))"
      }
    }
    try Ausgabe.zeile("\(einzug)\(f.id)  \(f.text)\(zusatz)")
    for (punkte, stufe) in f.stufen.enumerated() {
      try Ausgabe.zeile("\(einzug)    \(punkte) = \(stufe)")
    }
  }
}
