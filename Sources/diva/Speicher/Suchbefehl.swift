// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher suchen`: finds objects by words and filters.
struct Suchbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suchen",
    abstract: "Findet Akten, Vorgänge und Dokumente.",
    discussion: """
      Mehrere Wörter müssen alle vorkommen, Groß und klein zählt nicht, ä ist wie ae. Ab drei \
      Buchstaben wird auch mitten im Wort gesucht. Was in »…« oder "…" steht, muss so \
      zusammenstehen. Zeichen, die weder Buchstabe noch Ziffer sind, lassen sich nicht suchen; das \
      Programm weist dann darauf hin. Ohne Text findet die Suche alles, was die Filter durchlassen.
      """)

  @Argument(help: ArgumentHelp("Wonach gesucht wird.", valueName: "TEXT"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Nur in Aktenplaneinheiten, deren Kennzeichen so beginnt.", valueName: "KENNZEICHEN"))
  var aktenplan: String?

  @Option(
    help: ArgumentHelp("Nur Objekte, deren Kennzeichen so beginnt.", valueName: "ANFANG"))
  var kennzeichen: String?

  @Option(help: ArgumentHelp("Nur in dieser Lage; mehrfach möglich.", valueName: "LAGE"))
  var lage: [Lagewahl] = []

  @Option(
    help: ArgumentHelp("Die wievielte Fundstelle die erste ist (Vorgabe: 1).", valueName: "N"))
  var ab = 1

  @Option(help: ArgumentHelp("Wie viele gezeigt werden, bis 1000.", valueName: "N"))
  var hoechstens = 50

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Je Fundstelle eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if ab < 1 || !(1...1000).contains(hoechstens) {
      throw ValidationError("»--ab« beginnt bei 1, »--hoechstens« reicht von 1 bis 1000.")
    }
  }

  func run() throws {
    let speicher = try ort.oeffne(.lesend)
    let ergebnis = try speicher.suche(
      Suchanfrage(
        text, aktenplan: aktenplan, kennzeichen: kennzeichen, lagen: Set(lage.map(\.nummer)),
        ab: ab - 1, hoechstzahl: hoechstens))
    let nennung = Nennung(speicher)
    let treffer = try ergebnis.treffer.map { t in
      (t, try speicher.objekt(t.id).map { try nennung.name($0) } ?? t.id.text)
    }
    if json {
      for (t, name) in treffer { try Ausgabe.zeile(t.json(name)) }
      try Ausgabe.leere()
      for hinweis in ergebnis.hinweise { Ausgabe.melde(hinweis) }
      return
    }
    let breite = treffer.map(\.1.count).max() ?? 0
    for (t, name) in treffer {
      let luecke = String(repeating: " ", count: breite - name.count)
      try Ausgabe.zeile(
        "\(name)\(luecke)  \(t.ebene.anzeige), \(Lagewort.anzeige(t.lage)): \(t.betreff ?? "")"
          .sichtbar)
    }
    let zahl =
      ergebnis.anzahl.map { $0.mal("Fundstelle", "Fundstellen") } ?? "Sehr viele Fundstellen"
    try Ausgabe.zeile(ergebnis.weitere ? "\(zahl), es gibt weitere (--ab)" : zahl)
    for hinweis in ergebnis.hinweise { try Ausgabe.zeile(hinweis) }
  }
}

extension Suchergebnis {
  /// What people should know about a search that did not look for all that was typed.
  fileprivate var hinweise: [String] {
    var hinweise = ungesucht.prefix(5).map {
      "Hinweis: »\($0.sichtbar)« hat weder Buchstaben noch Ziffern; danach lässt sich nicht suchen. "
        + "Suchen Sie das Objekt mit seinem Kennzeichen oder mit den Filtern."
    }
    if gekuerzt {
      hinweise.append("Hinweis: Gesucht wurde nur nach den ersten 24 Wörtern und 512 Zeichen.")
    }
    return hinweise
  }
}

extension Suchtreffer {
  fileprivate func json(_ name: String) -> String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("id", id.text)
    o.setze("ebene", ebene.wort)
    o.setze("name", name)
    o.setze("kennzeichen", kennzeichen)
    o.setze("betreff", betreff)
    o.setze("lage", Lagewort.anzeige(lage))
    return o.text
  }
}

/// A state by its name.
struct Lagewahl: ExpressibleByArgument {
  let nummer: Int

  static var allValueStrings: [String] {
    Lage.allCases.map(\.rawValue)
      + Dokumentlage.allCases.filter { $0 != .vernichtet }.map(\.rawValue)
  }

  init?(argument: String) {
    guard let nummer = Lage(rawValue: argument)?.nummer ?? Dokumentlage(rawValue: argument)?.nummer
    else { return nil }
    self.nummer = nummer
  }
}
