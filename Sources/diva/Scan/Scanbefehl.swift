// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung

/// `diva vorgang scan`: how a Dokument came in and was scanned (lebenszyklus FAKTEN 4).
struct Scanbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Hält Posteingang, Scan, Qualitätsprüfung und Transfervermerk fest.",
    discussion: """
      Ein Scan ohne bestandene Qualitätsprüfung kommt nicht zu den Akten. Die Schritte in ihrer \
      Reihenfolge: posteingang, beginnen, seiten, pruefen, vermerk. Jedes andere Ereignis des \
      Laufs halten Sie mit »diva vorgang scan DOKUMENT --aus DATEI.json« fest.

      \(Nennung.hilfe)
      """,
    subcommands: [
      Posteingangsbefehl.self, Scanbeginnbefehl.self, Seitenbefehl.self, Scanpruefbefehl.self,
      Transfervermerkbefehl.self, Laufbefehl.self,
    ],
    defaultSubcommand: Laufbefehl.self)
}

/// The Dokument and who acts.
struct Laufangaben: ParsableArguments {
  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @OptionGroup var handlung: Handlungsangaben

  /// Records what happened to the Dokument, one event after the other up to the first refusal.
  func halteFest(
    _ satz: String? = nil,
    _ ereignisse: (Dokumentzustand, Handlungslauf) throws -> [Laufereignis]
  ) throws {
    try handlung.fuehreAus { lauf in
      let (bild, zustand) = try Nennung(lauf.speicher).dokument(dokument)
      var letzter: (vollzug: Vollzug, aktion: String)?
      for ereignis in try ereignisse(zustand, lauf) {
        let kopf = lauf.kopf()
        let meldung = Laufmeldung(
          id: kopf.id, objekt: bild.id, zeitpunkt: kopf.zeitpunkt, akteur: lauf.akteur.name,
          rolle: lauf.akteur.rollen.first?.rawValue ?? "SB", ereignis: ereignis)
        let vollzug = try lauf.speicher.vollziehe(
          lauf.handlung(.dokument(ziel: bild.id, in: nil, ereignis: .lauf(meldung: meldung))), kopf)
        letzter = (vollzug, meldung.historie().aktion)
      }
      if let letzter {
        try lauf.berichte(letzter.vollzug, bild.id, satz ?? letzter.aktion, Scanzeilen.angaben)
      }
    }
  }
}

/// `diva vorgang scan DOKUMENT --aus`: any event of the table, as JSON.
struct Laufbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aus",
    abstract: "Hält ein Ereignis des Laufs fest, das in einer JSON-Datei steht.",
    discussion: """
      Die Datei enthält ein Objekt mit dem Namen des Ereignisses und seinen Angaben, zum Beispiel \
      {"eingangsstempelGesetzt":{"eingangsdatum":"2026-03-02","stempel":"P1"}}.
      """)

  @OptionGroup var lauf: Laufangaben

  @Option(name: .customLong("aus"), help: ArgumentHelp("Die Datei.", valueName: "DATEI.json"))
  var datei: String

  func run() throws {
    let ereignis = try Self.lies(datei)
    try lauf.halteFest { _, _ in [ereignis] }
  }

  private static func lies(_ datei: String) throws -> Laufereignis {
    let bytes = try Katalogdatei.bytes(datei, hoechstens: 16 << 20)
    do {
      return try JSONDecoder().decode(Laufereignis.self, from: Data(bytes))
    } catch {
      throw Hinderung("»\(datei.sichtbar)« enthält kein Ereignis des Laufs: \(grund(error))")
    }
  }

  private static func grund(_ fehler: any Error) -> String {
    func ort(_ pfad: [any CodingKey], _ weiter: String = "") -> String {
      (pfad.map(\.stringValue) + [weiter]).filter { !$0.isEmpty }.joined(separator: ".")
    }
    return switch fehler {
    case DecodingError.keyNotFound(let feld, let k):
      "Die Angabe »\(ort(k.codingPath, feld.stringValue).sichtbar)« fehlt."
    case DecodingError.typeMismatch(_, let k), DecodingError.valueNotFound(_, let k):
      "Die Angabe »\(ort(k.codingPath).sichtbar)« hat die falsche Art."
    case DecodingError.dataCorrupted(let k) where !k.codingPath.isEmpty:
      "Die Angabe »\(ort(k.codingPath).sichtbar)« ist nicht lesbar."
    default:
      "Es ist kein JSON-Objekt mit genau einem bekannten Namen."
    }
  }
}

/// How the scan of a Dokument is told.
enum Scanzeilen {
  static func angaben(_ bild: Objektbild) -> [Angabe] {
    guard case .dokument(let d) = bild.zustand, let scan = d.scan, let fassung = scan.fassung else {
      return []
    }
    var alle = [
      Angabe(
        "scan", "Scan",
        "\(fassung.seiten.count.mal("Seite", "Seiten")), Stapel \(fassung.auftrag.stapel)"),
      Angabe("qualitaet", "Qualitätsprüfung", fassung.qualitaet.anzeige),
    ]
    if let vermerk = fassung.vermerk {
      alle.append(Angabe("transfervermerk", "Transfervermerk", vermerk.ersteller))
    }
    if let tag = scan.vernichtetAm {
      alle.append(Angabe("originalVernichtetAm", "Papier vernichtet", tag.anzeige))
    }
    return alle
  }
}

extension Scanfassung.Qualitaet {
  /// The word for people.
  var anzeige: String {
    switch self {
    case .offen: "offen"
    case .bestanden: "bestanden"
    case .gescheitert: "nicht bestanden"
    }
  }
}
