// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// `diva vorgang wiedervorlage`: look at it again on a day (G05).
struct Wiedervorlagebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wiedervorlage",
    abstract: "Legt eine Akte oder einen Vorgang auf Wiedervorlage oder erledigt sie.")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Der Tag.", valueName: "TT.MM.JJJJ"))
  var termin: Kalendertag?

  @Option(help: ArgumentHelp("Wozu.", valueName: "TEXT"))
  var vermerk = ""

  @Flag(help: "Die Wiedervorlage ist erledigt; bei mehreren die mit diesem Termin.")
  var erledigt = false

  @OptionGroup var handlung: Handlungsangaben

  func validate() throws {
    if termin == nil, !erledigt {
      throw ValidationError("Nennen Sie »--termin« oder »--erledigt«.")
    }
  }

  func run() throws {
    try handlung.fuehreAus { lauf in
      if erledigt {
        let id = try offene(lauf)
        try lauf.tu(.wiedervorlageErledigen(id: id), an: ziel, "Wiedervorlage erledigt")
      } else if let termin {
        let neu = Wiedervorlage(id: lauf.neueKennung(), termin: termin, vermerk: vermerk)
        try lauf.tu(.wiedervorlage(neu: neu), an: ziel, "Wiedervorlage am \(termin.anzeige)")
      }
    }
  }

  private func offene(_ lauf: Handlungslauf) throws -> WiedervorlageID {
    let bild = try Nennung(lauf.speicher).schriftgut(ziel)
    guard case .schriftgut(let z) = bild.zustand else { return .leer }
    let gemeint = z.wiedervorlagen.filter { termin == nil || $0.termin == termin }
    guard let eine = gemeint.first, gemeint.allSatisfy({ $0.termin == eine.termin }) else {
      let tage = z.wiedervorlagen.map(\.termin.anzeige)
      throw Hinderung(
        tage.isEmpty
          ? "Es gibt keine offene Wiedervorlage."
          : "Welche Wiedervorlage? Nennen Sie --termin: \(tage.joined(separator: ", ")).")
    }
    return eine.id
  }
}

/// `diva vorgang zda`: the zdA-Verfügung (A10–A12).
struct ZdABefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zda",
    abstract: "Verfügt einen Vorgang oder eine Akte zu den Akten (zdA).",
    discussion: """
      Von diesem Tag an laufen Transferfrist und Aufbewahrungsfrist. Mit »--mit-inhalt« wird auch \
      geschlossen, was noch offen darin liegt: alles oder nichts (Rolle REG).
      """)

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Tag der Verfügung (sonst heute).", valueName: "TT.MM.JJJJ"))
  var datum: Kalendertag?

  @Flag(help: "Auch schließen, was darin noch offen ist.")
  var mitInhalt = false

  @Option(
    help: ArgumentHelp(
      "Was Sie dem Archiv vorschlagen: A (archivieren) oder V (vernichten).", valueName: "A|V"))
  var vorschlag: Vorschlagsangabe?

  @Option(help: ArgumentHelp("Warum Sie das vorschlagen.", valueName: "TEXT"))
  var begruendung = ""

  @Flag(help: "Der Tag liegt vor dem letzten Dokument; das ist so gemeint.")
  var bestaetigt = false

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let verfuegung = ZdAVerfuegung(
        datum: datum ?? lauf.heute, vorLaufzeitendeBestaetigt: bestaetigt,
        bewertungsvorschlag: vorschlag?.art, begruendung: begruendung)
      try lauf.tu(
        mitInhalt ? .zdAKaskadierend(verfuegung: verfuegung) : .zdA(verfuegung: verfuegung),
        an: ziel, "zu den Akten verfügt", grund: begruendung.isEmpty ? nil : begruendung,
        Fristzeilen.angaben)
    }
  }
}

/// `A` or `V`.
struct Vorschlagsangabe: ExpressibleByArgument {
  let art: Katalogart

  init?(argument: String) {
    guard let art = Katalogart(rawValue: argument.uppercased()), art != .bewerten else {
      return nil
    }
    self.art = art
  }
}

/// `diva vorgang wiederaufnehmen`: work goes on (A13, A14).
struct Wiederaufnahmebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wiederaufnehmen",
    abstract: "Nimmt Geschlossenes wieder auf; die Frist beginnt später von vorn.",
    discussion: """
      Nach der Transferfrist braucht es die Rolle REG und eine zweite Person mit der Rolle VG \
      (»--zweite-person«).
      """)

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      try lauf.tu(.wiederaufnehmen(grund: grund), an: ziel, "wieder aufgenommen", grund: grund)
    }
  }
}

/// How the days of a closed object are told.
enum Fristzeilen {
  static func angaben(_ bild: Objektbild) -> [Angabe] {
    guard case .schriftgut(let z) = bild.zustand else { return [] }
    var alle: [Angabe] = []
    func tag(_ schluessel: String, _ name: String, _ tag: Kalendertag?) {
      if let tag { alle.append(Angabe(schluessel, name, tag.anzeige)) }
    }
    tag("zdA", "zdA", z.zdADatum)
    tag("transferfristende", "Transferfrist bis", z.transferfristende)
    if let frist = z.frist {
      alle.append(Angabe("fristregel", "Regel", frist.regel.anzeige))
      tag("aufbewahrenBis", "Aufbewahren bis", frist.ende)
      tag("spaetestensAnbieten", "Spätestens anbieten", frist.spaetestensAnbieten)
    }
    tag("aussondernAb", "Aussondern ab", bild.reifAb)
    return alle
  }
}

extension Fristregel {
  /// The rule with where it comes from.
  var anzeige: String {
    let woher =
      switch herkunft {
      case .katalogzeile(let id, let katalog): "Zeile \(id) des Katalogs \(katalog)"
      case .einzelfestlegung(let grund): "einzeln festgelegt: \(grund)"
      }
    return "\(dauer.anzeige), \(aussonderungsart.rawValue) (\(woher))"
  }
}
