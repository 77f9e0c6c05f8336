// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung
internal import Xdomea

/// A town and an archive with two folders between them, played by the program's own commands.
struct Demobuehne {
  /// Where everything lies.
  let ordner: URL
  private let schemata: Schemata?

  /// The units of the Aktenplan that the files belong to.
  private let einheiten: [(kennzeichen: String, bezeichnung: String)]

  /// A town with the files of a message in its store, set up with its archive.
  ///
  /// - Parameters:
  ///   - ordner: A folder that does not exist yet.
  ///   - container: The files, as a 0503.
  ///   - schemata: The official schemas.
  /// - Throws: ``Hinderung``, or what a command throws.
  init(_ ordner: URL, _ container: String, _ schemata: Schemata?) throws {
    self.ordner = ordner
    self.schemata = schemata
    var gefunden: [String: String] = [:]
    let leser = try Nachrichtenpaket(pfad: container).leser()
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt(let objekt) = teil,
        case .akte(let akte) = objekt,
        let einheit = akte.allgemeineMetadaten?.aktenplaneinheit,
        let kennzeichen = einheit.kennzeichen
      else { continue }
      gefunden[kennzeichen] = einheit.inhaltsangabe ?? "Einheit \(kennzeichen)"
    }
    if gefunden.isEmpty { gefunden["00"] = "Allgemeine Verwaltung" }
    einheiten = gefunden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try Demoumgebung.legeAn(ordner)
    try richteEin(container)
  }

  /// Where the official schemas are; nil without any.
  var schemaordner: String? { schemata?.ordner }

  /// A file or folder of the stage.
  func pfad(_ name: String) -> String { ordner.appendingPathComponent(name).path }

  // MARK: Setting up

  private func richteEin(_ container: String) throws {
    try schreibe(
      ["kennzeichen;bezeichnung"] + gruppen.map { "\($0);Gruppe \($0)" }
        + einheiten.map { "\($0.kennzeichen);\"\($0.bezeichnung.replacing("\"", with: ""))\"" },
      "aktenplan.csv")
    try schreibe(
      [Katalogleser.spalten.joined(separator: ";")]
        + einheiten.enumerated().map {
          "B\($0 + 1);\($1.kennzeichen);Beispiel;;10;J;jahresende;zdA;;B;Beispiel;ortsrecht;"
            + "2010-01-01;;nurNeue;nein"
        }, "katalog.csv")
    _ = try rufe([
      "speicher", "anlegen", pfad("stadt"), "--aktenplan", pfad("aktenplan.csv"), "--katalog",
      pfad("katalog.csv"), "--katalogversion", "Beispiel", "--gueltig-ab", "2010-01-01", "--als",
      "fa", "--am", "2036-01-02",
    ])
    _ = try rufe([
      "speicher", "importieren", container, "--speicher", pfad("stadt"), "--einheit",
      einheiten.first?.kennzeichen ?? "00", "--zda", "2012-12-31", "--am", "2036-01-02",
    ])
    _ = try rufe([
      "aussondern", "einrichten", "--verfahren", pfad("stadt-verfahren"), "--behoerde",
      "Stadt Musterhausen", "--archiv", "Kreisarchiv Muster", "--eingang", pfad("zur-stadt"),
      "--ausgang", pfad("zum-archiv"), "--hoechstens-dokumente", "10",
    ])
    _ = try rufe([
      "archiv", "einrichten", "--verfahren", pfad("archiv-verfahren"), "--eingang",
      pfad("zum-archiv"), "--ausgang", pfad("zur-stadt"),
    ])
  }

  /// The groups above the units that are no units themselves.
  private var gruppen: [String] {
    let eigene = Set(einheiten.map(\.kennzeichen))
    let oben = einheiten.compactMap { $0.kennzeichen.split(separator: ".").first.map(String.init) }
    return Set(oben).subtracting(eigene).sorted()
  }

  private func schreibe(_ zeilen: [String], _ name: String) throws {
    do {
      try Data((zeilen.joined(separator: "\n") + "\n").utf8)
        .write(to: ordner.appendingPathComponent(name))
    } catch {
      throw Hinderung("»\(pfad(name).sichtbar)« ist nicht schreibbar.")
    }
  }

  // MARK: Commands

  /// Runs a command of the town's Registratur and returns what it says, after the command itself.
  ///
  /// - Parameters:
  ///   - befehl: The command as it is shown.
  ///   - tag: The day on which it runs.
  ///   - weitere: What else the command needs and is not shown.
  ///   - status: How it must end.
  ///   - zeige: Which lines are shown.
  /// - Returns: The command and the lines.
  /// - Throws: ``Hinderung`` if it ends otherwise.
  func stadt(
    _ befehl: String, am tag: String, _ weitere: [String] = [], status: Int32 = 0,
    _ zeige: (String) -> Bool
  ) throws -> [String] {
    try fuehreVor(
      befehl,
      weitere + [
        "--speicher", pfad("stadt"), "--verfahren", pfad("stadt-verfahren"), "--als", "lange",
        "--rolle", "REG", "--am", tag,
      ] + (schemata.map { ["--schemata", $0.ordner] } ?? []), status, zeige)
  }

  /// Runs a command of the archive; see ``stadt(_:am:_:status:_:)``.
  func archiv(
    _ befehl: String, am tag: String? = nil, _ weitere: [String] = [], status: Int32 = 0,
    _ zeige: (String) -> Bool
  ) throws -> [String] {
    try fuehreVor(
      befehl,
      weitere + ["--verfahren", pfad("archiv-verfahren")] + (tag.map { ["--am", $0] } ?? [])
        + (schemata.map { ["--schemata", $0.ordner] } ?? []), status, zeige)
  }

  /// Runs a command and returns it with the lines that are shown.
  func fuehreVor(
    _ befehl: String, _ weitere: [String], _ status: Int32, _ zeige: (String) -> Bool
  ) throws -> [String] {
    let worte = befehl.split(separator: " ").map { wort in
      wort.hasSuffix(".csv") || wort == "magazin" ? pfad(String(wort)) : String(wort)
    }
    let zeilen = try rufe(worte + weitere, status)
    // Paths of this run say nothing to people.
    return ["> diva " + befehl]
      + zeilen.filter(zeige).map {
        "    " + $0.drop { $0 == " " }.replacing(ordner.path + "/", with: "")
      }
  }

  /// Runs a command of the program.
  private func rufe(_ worte: [String], _ status: Int32 = 0) throws -> [String] {
    let (text, fehler) = try Ausgabe.fange {
      var befehl = try Diva.parseAsRoot(worte)
      try befehl.run()
    }
    let ende = fehler.map { Diva.exitCode(for: $0).rawValue } ?? 0
    guard ende == status else {
      let grund = fehler.map { $0 is ExitCode ? text : "\($0)" } ?? text
      throw Hinderung("»diva \(worte.prefix(2).joined(separator: " "))«: \(grund)")
    }
    return text.split(separator: "\n").map(String.init)
  }

  // MARK: What lies where

  /// The files in a folder and below, by digest.
  func dateien(_ name: String) throws -> [String: URL] {
    var alle: [String: URL] = [:]
    for datei in try Demoumgebung.dateien(URL(fileURLWithPath: pfad(name))) {
      var bildner = try Pruefsummenbildner([.sha256])
      bildner.beginne()
      try Demoumgebung.bytes(datei).withUnsafeBytes { bildner.nimm($0) }
      if let summe = bildner.abschluss().first { alle[summe.hex] = datei }
    }
    return alle
  }

  /// Fills in an exported list for appraisal.
  ///
  /// - Parameters:
  ///   - name: The list.
  ///   - entscheide: The decision for a row, by its columns.
  /// - Returns: The decided rows.
  /// - Throws: ``Hinderung``, `TabellenFehler`.
  func fuelle(
    _ name: String, _ entscheide: ([String: String]) -> String?
  ) throws -> [(zeile: [String: String], entscheidung: String)] {
    try Demoliste(pfad(name)).fuelle(entscheide)
  }

  /// Says that the store with its Löschbuch is in order; anything else is an error.
  func bewiesen() throws -> [String] {
    let buch = String(
      decoding: try Demoumgebung.bytes(URL(fileURLWithPath: pfad("stadt.loeschbuch"))),
      as: UTF8.self)
    let zeilen = buch.split(separator: "\n").count
    return try fuehreVor("speicher pruefen", ["--speicher", pfad("stadt")], 0) {
      $0.hasPrefix("Ergebnis:") || $0.hasPrefix("Dateien:") || $0.hasPrefix("Protokoll:")
    } + [
      "Verglichen ist auch das Löschbuch (\(zeilen.mal("Zeile", "Zeilen"))): Was darin steht, gibt es "
        + "im Speicher nicht mehr."
    ]
  }
}
