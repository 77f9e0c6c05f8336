// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// `diva vorgang verfuegen`: steps are ordered (G01).
struct Verfuegungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verfuegen",
    abstract: "Verfügt, wer ein Dokument bearbeiten, mitzeichnen, zeichnen, kennen soll.",
    discussion: """
      Die Schritte folgen aufeinander: Bearbeitung, Mitzeichnung, Schlusszeichnung, Kenntnisnahme, \
      jeweils in der genannten Reihenfolge; mit »--parallel« laufen alle zugleich. \(Nennung.hilfe)
      """)

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @Option(help: ArgumentHelp("Wer bearbeitet; mehrfach möglich.", valueName: "KENNUNG"))
  var bearbeitung: [String] = []

  @Option(help: ArgumentHelp("Wer mitzeichnet; mehrfach möglich.", valueName: "KENNUNG"))
  var mitzeichnung: [String] = []

  @Option(help: ArgumentHelp("Wer schlusszeichnet; mehrfach möglich.", valueName: "KENNUNG"))
  var schlusszeichnung: [String] = []

  @Option(help: ArgumentHelp("Wer Kenntnis nimmt; mehrfach möglich.", valueName: "KENNUNG"))
  var kenntnisnahme: [String] = []

  @Flag(help: "Alle Schritte zugleich.")
  var parallel = false

  @Option(help: ArgumentHelp("Bis wann.", valueName: "TT.MM.JJJJ"))
  var termin: Kalendertag?

  @Option(help: ArgumentHelp("Was zu tun ist.", valueName: "TEXT"))
  var text = ""

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let (bild, zustand) = try Nennung(lauf.speicher).dokument(dokument)
      let bisher = zustand.schritte.count
      try lauf.tu(.verfuegen(schritte: schritte), an: bild, "verfügt") { neu in
        guard case .dokument(let d) = neu.zustand else { return [] }
        return d.schritte.dropFirst(bisher).map(\.angabe)
      }
    }
  }

  private var schritte: [Schrittvorgabe] {
    let alle: [(Schrittart, [String])] = [
      (.bearbeitung, bearbeitung), (.mitzeichnung, mitzeichnung),
      (.schlusszeichnung, schlusszeichnung), (.kenntnisnahme, kenntnisnahme),
    ]
    return alle.flatMap { art, namen in namen.map { (art, $0) } }.enumerated().map {
      Schrittvorgabe(
        $1.0, adressat: $1.1, gruppe: parallel ? 1 : $0 + 1, text: text, termin: termin)
    }
  }
}

/// `diva vorgang zeichnen`: a step is done, refused or skipped, or the Dokument is signed (G02, G03).
struct Zeichnungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeichnen",
    abstract: "Zeichnet mit, erledigt einen anderen Schritt oder zeichnet schluss.",
    discussion: "Gezeichnet wird die neueste Fassung. \(Nennung.hilfe)")

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @Option(
    help: ArgumentHelp(
      "Nummer des Schritts (sonst der eine, der bei Ihnen liegt).", valueName: "NUMMER"))
  var schritt: Int?

  @Option(help: ArgumentHelp("Vermerk für die Akte.", valueName: "TEXT"))
  var vermerk = ""

  @Option(help: ArgumentHelp("Nicht zeichnen, aus diesem Grund.", valueName: "GRUND"))
  var ablehnen: String?

  @Option(help: ArgumentHelp("Den Schritt auslassen, aus diesem Grund.", valueName: "GRUND"))
  var ueberspringen: String?

  @Flag(help: "Schlusszeichnen; danach ändert sich diese Fassung nicht mehr (Rolle VG).")
  var schluss = false

  @OptionGroup var handlung: Handlungsangaben

  func validate() throws {
    let gewaehlt = [ablehnen != nil, ueberspringen != nil, schluss].count { $0 }
    if gewaehlt > 1 || schluss && schritt != nil {
      throw ValidationError(
        "»--ablehnen«, »--ueberspringen« und »--schluss« schließen einander aus; »--schluss« kennt "
          + "keinen Schritt.")
    }
  }

  func run() throws {
    try handlung.fuehreAus { lauf in
      let (bild, zustand) = try Nennung(lauf.speicher).dokument(dokument)
      if schluss {
        guard let fassung = zustand.fassungen.last else {
          throw Hinderung("Es gibt keine Fassung.")
        }
        try lauf.tu(
          .schlusszeichnen(fassung: fassung.hash), an: bild, "schlussgezeichnet",
          Dateianzeige.angaben)
        return
      }
      let nummer = try schritt ?? zustand.schritt(fuer: lauf.akteur, ueberspringen != nil)
      let (ereignis, satz): (Dokumentereignis, String) =
        if let ablehnen {
          (.ablehnen(schritt: nummer, vermerk: ablehnen), "Schritt \(nummer) abgelehnt")
        } else if let ueberspringen {
          (
            .ueberspringen(schritt: nummer, vermerk: ueberspringen),
            "Schritt \(nummer) übersprungen"
          )
        } else {
          (.erledigen(schritt: nummer, vermerk: vermerk), "Schritt \(nummer) erledigt")
        }
      try lauf.tu(
        ereignis, an: bild, satz,
        grund: ablehnen ?? ueberspringen ?? (vermerk.isEmpty ? nil : vermerk)
      ) { neu in
        guard case .dokument(let d) = neu.zustand else { return [] }
        return d.schritte.filter { $0.nummer == nummer }.map(\.angabe)
      }
    }
  }
}

/// `diva vorgang versenden`: a signed Dokument goes out (G06).
struct Versandbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versenden",
    abstract: "Hält fest, dass ein schlussgezeichnetes Dokument versandt ist.",
    discussion: Nennung.hilfe)

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @Option(help: ArgumentHelp("Auf welchem Weg, zum Beispiel Post.", valueName: "WEG"))
  var kanal: String

  @Option(name: .customLong("an"), help: ArgumentHelp("An wen.", valueName: "EMPFÄNGER"))
  var empfaenger: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let ziel = try Nennung(lauf.speicher).dokument(dokument).bild
      try lauf.tu(.versenden(kanal: kanal, empfaenger: empfaenger), an: ziel, "versandt")
    }
  }
}

extension Dokumentzustand {
  /// The number of the one open step that is somebody's turn; `fremde` lets the steps of others
  /// count, too.
  ///
  /// - Throws: ``Hinderung`` unless there is exactly one.
  fileprivate func schritt(fuer akteur: Akteur, _ fremde: Bool) throws -> Int {
    let offene = schritte.filter { $0.status == .offen }
    let eigene = offene.filter {
      fremde || $0.vorgabe.adressat == akteur.kennung
        || akteur.vertritt.contains($0.vorgabe.adressat)
    }
    let vorderste = eigene.filter { s in eigene.allSatisfy { $0.vorgabe.gruppe >= s.vorgabe.gruppe }
    }
    if vorderste.count == 1 { return vorderste[0].nummer }
    let liste = (vorderste.isEmpty ? offene : vorderste)
      .map { "\($0.nummer) (\($0.vorgabe.art.anzeige), \($0.vorgabe.adressat))" }
    throw Hinderung(
      vorderste.isEmpty
        ? "Bei »\(akteur.kennung)« liegt kein offener Schritt. Offen: "
          + (liste.isEmpty ? "keiner." : liste.joined(separator: ", ") + ".")
        : "Welcher Schritt? Nennen Sie --schritt: \(liste.joined(separator: ", ")).")
  }
}

extension Laufschritt {
  /// The step for people and for JSON.
  var angabe: Angabe {
    var text = "\(vorgabe.art.anzeige), \(vorgabe.adressat): \(status.anzeige)"
    if let bearbeiter, let erledigtAm { text += " (\(bearbeiter), \(erledigtAm.anzeige))" }
    if let vermerk { text += " – \(vermerk)" }
    return Angabe("schritt\(nummer)", "Schritt \(nummer)", text)
  }
}

extension Schrittstatus {
  /// The word for people.
  var anzeige: String {
    switch self {
    case .offen: "offen"
    case .erledigt: "erledigt"
    case .zurueckgewiesen: "abgelehnt"
    case .uebersprungen: "übersprungen"
    case .hinfaellig: "hinfällig"
    }
  }
}
