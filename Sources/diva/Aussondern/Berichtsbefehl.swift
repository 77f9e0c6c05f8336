// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// Which report is printed.
enum Berichtsart: String, ExpressibleByArgument, CaseIterable {
  case anbieteverzeichnis, bewertung, uebernahme, vernichtung, ruecknahme
  case verlustDesAngebots = "verlustbericht-0501"
  case verlustDerAbgabe = "verlustbericht-0503"

  /// The name of a report that a step writes once and nothing makes anew; nil for the others.
  var abgelegt: String? {
    switch self {
    case .ruecknahme, .verlustDesAngebots, .verlustDerAbgabe: rawValue
    default: nil
    }
  }
}

/// `diva verfahren bericht`: a report on a process, made anew from its messages.
struct Berichtsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bericht",
    abstract: "Gibt einen Bericht zu einem Verfahren aus, zum Drucken oder als JSON.",
    discussion: """
      Der Bericht ist eine HTML-Seite ohne Beiwerk, die jeder Webbrowser zeigt und druckt. Das \
      Anbieteverzeichnis und die Bewertung gibt es auf beiden Seiten, den Übernahmebericht beim \
      Archiv, das Vernichtungsprotokoll bei der Behörde. Auf der Seite der Behörde braucht das \
      Programm dafür auch den Speicher. Die Mitteilung einer Rücknahme und die Verlustberichte \
      (Texte, die eine Fassung von xdomea nur verändert überträgt) gibt es bei der Behörde, wenn ein \
      Schritt sie abgelegt hat. Was ein Schritt schon berichtet hat, liegt außerdem im Ordner des \
      Verfahrens unter »berichte«.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @Option(
    help: ArgumentHelp(
      "anbieteverzeichnis, bewertung, uebernahme, vernichtung, ruecknahme, verlustbericht-0501 oder "
        + "verlustbericht-0503.", valueName: "ART"))
  var art: Berichtsart

  @Option(help: ArgumentHelp("Datei, die entsteht (sonst die Ausgabe).", valueName: "DATEI"))
  var nach: String?

  @OptionGroup var ort: Verfahrensangabe
  @OptionGroup var speicherort: Speicherangabe

  @Flag(help: "JSON statt HTML.")
  var json = false

  func run() throws {
    let ordner = try ort.oeffne()
    let verfahren = try ordner.vorhandenes(prozess)
    let form = json ? Berichtsform.json : .html
    if let name = art.abgelegt, verfahren.seite == .behoerde {
      return try gib(abgelegten: name, ordner, verfahren)
    }
    let bericht =
      switch verfahren.seite {
      case .archiv: try beimArchiv(Archiv(ordner: ordner), verfahren)
      case .behoerde:
        try beiDerBehoerde(try speicherort.oeffne(.lesend), ordner, verfahren)
      }
    guard let nach else { return try bericht.gib(form, Ausgabe.bytes) }
    try Ablage.pruefeErsetzbar(nach)
    try bericht.schreibe(form, nach: nach)
    try Ausgabe.zeile(nach.sichtbar)
  }

  /// Prints what a step has written.
  private func gib(
    abgelegten name: String, _ ordner: Verfahrensordner, _ v: Verfahren
  ) throws {
    let pfad = ordner.berichte(v.prozess) + "/\(name)" + (json ? ".json" : ".html")
    guard let bytes = FileManager.default.contents(atPath: pfad) else {
      let typ: Nachrichtentyp = art == .verlustDesAngebots ? .anbieteverzeichnis : .aussonderung
      if art == .ruecknahme {
        throw Hinderung("In diesem Verfahren wurde kein Angebot zurückgenommen.")
      }
      try verlange(typ, v, "In diesem Verfahren gibt es noch keine \(typ.rawValue).")
      throw Hinderung(
        "In diesem Verfahren gibt es keinen solchen Bericht: In der \(typ.rawValue) geht kein Text "
          + "verändert hinaus.")
    }
    guard let nach else { return try bytes.withUnsafeBytes(Ausgabe.bytes) }
    try Ablage.schreibe(String(decoding: bytes, as: UTF8.self), nach: nach)
    try Ausgabe.zeile(nach.sichtbar)
  }

  private func beimArchiv(
    _ archiv: Archiv, _ v: Verfahren
  ) throws -> any Aussonderungsbericht {
    switch art {
    case .anbieteverzeichnis:
      try verlange(.anbieteverzeichnis, v, "Es liegt kein Anbieteverzeichnis (0501) vor.")
      return try archiv.anbieteverzeichnisbericht(v.prozess)
    case .bewertung:
      try verlange(.anbieteverzeichnis, v, "Es liegt kein Anbieteverzeichnis (0501) vor.")
      return try archiv.bewertungsbericht(v.prozess)
    case .uebernahme:
      try verlange(.aussonderung, v, "Es liegt keine Aussonderung (0503) vor.")
      return try archiv.uebernahmenachweis(v.prozess)
    case .vernichtung, .ruecknahme, .verlustDesAngebots, .verlustDerAbgabe:
      throw Hinderung("Diesen Bericht gibt es bei der Behörde.")
    }
  }

  private func beiDerBehoerde(
    _ speicher: Speicher, _ ordner: Verfahrensordner, _ v: Verfahren
  ) throws -> any Aussonderungsbericht {
    let behoerde = Behoerde(bestand: speicher, ordner: ordner)
    switch art {
    case .anbieteverzeichnis:
      try verlange(.anbieteverzeichnis, v, "In diesem Verfahren wurde nichts angeboten (0501).")
      return try behoerde.anbieteverzeichnisbericht(v.prozess)
    case .bewertung:
      try verlange(.bewertungsverzeichnis, v, "Das Archiv hat noch nicht bewertet (0502).")
      return try behoerde.bewertungsbericht(v.prozess)
    case .uebernahme:
      throw Hinderung(
        "Den Übernahmebericht führt das Archiv. Was es bestätigt hat, sagt »diva aussondern status«."
      )
    case .vernichtung: return try vernichtung(v, behoerde)
    case .ruecknahme, .verlustDesAngebots, .verlustDerAbgabe:
      throw Hinderung("Diesen Bericht legt ein Schritt ab.")
    }
  }

  private func vernichtung(
    _ v: Verfahren, _ behoerde: Behoerde
  ) throws -> Vernichtungsnachweis {
    var etwas = false
    try behoerde.bestand.vernichtungsprotokolle(v.prozess) { _ in etwas = true }
    guard etwas else { throw Hinderung("In diesem Verfahren wurde noch nichts vernichtet.") }
    return try behoerde.vernichtungsnachweis(v.prozess)
  }

  private func verlange(_ typ: Nachrichtentyp, _ v: Verfahren, _ grund: String) throws {
    guard v.nachrichten.contains(where: { $0.typ == typ }) else { throw Hinderung(grund) }
  }
}
