// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Tabellen
internal import Uebergabe
internal import Xdomea

/// `diva formate`: what the files of folders and containers are.
struct Formatebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formate",
    abstract: "Erkennt die Formate von Dateien an ihrem Inhalt.",
    discussion: """
      Genannt werden je Datei der Code der xdomea-Liste »Dateiformat«, die PRONOM-Kennung, wo sie sicher \
      ist, und was auffällt: falsche Endungen, leere, beschädigte und verschlüsselte Dateien, Makros, \
      Abweichungen von der Angabe in der Nachricht. Gelesen wird auch in Containern (ZIP), ohne sie \
      auszupacken.

      Gibt ein PDF an, PDF/A zu sein, dann ist das eine Angabe und keine Prüfung. Prüfen kann nur ein \
      eigenes Prüfprogramm, das Sie mit »--pruefer« nennen; wie, steht in Docs/formate.md.

      Das Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei Fehlern und mit 1, wenn etwas \
      nicht gelesen oder nicht geprüft werden konnte.
      """)

  @Argument(
    help: ArgumentHelp("Ordner, Dateien oder Container (ZIP).", valueName: "ORDNER"))
  var orte: [String]

  @Flag(help: "Ein PDF ohne PDF/A-Angabe ist ein Fehler.")
  var pdfaVerlangt = false

  @Option(
    help: ArgumentHelp(
      "Programm, das Dateien mit PDF/A-Angabe prüft; es wird ohne Shell gestartet.",
      valueName: "BEFEHL"))
  var pruefer: Befehlsworte?

  @Flag(help: "Mit »--pruefer«: alle Dateien prüfen lassen.")
  var prueferAlle = false

  @Option(
    help: ArgumentHelp("So lange darf das Prüfprogramm je Datei brauchen.", valueName: "SEKUNDEN"))
  var frist = 120

  @Flag(help: "Je Datei eine Zeile JSON ausgeben, am Ende eine mit den Summen.")
  var json = false

  @Option(
    help: ArgumentHelp("Zusätzlich eine Tabelle aller Dateien schreiben.", valueName: "DATEI.csv"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Zusätzlich einen Bericht als HTML-Seite schreiben.", valueName: "DATEI.html"))
  var bericht: String?

  func validate() throws {
    if frist < 1 || frist > 86_400 {
      throw ValidationError("»--frist« ist eine Zahl von 1 bis 86400.")
    }
    if prueferAlle, pruefer == nil {
      throw ValidationError("»--pruefer-alle« braucht »--pruefer«.")
    }
  }

  func run() throws {
    let fortschritt = Fortschritt()
    if let bericht { try Ablage.pruefeErsetzbar(bericht) }
    var gang = Formatgang()
    gang.erkennung.pdfaVerlangt = pdfaVerlangt
    gang.zwischenablage = FileManager.default.temporaryDirectory.path
    if let pruefer, var befehl = Prueferbefehl(pruefer.worte) {
      befehl.frist = .seconds(frist)
      gang.pruefer = befehl
      gang.prueftAlle = prueferAlle
    }
    var berichte: [Formatbericht] = []
    var istGescheitert = false
    var tabelle = try csv.map { try Formattabelle($0) }
    for ort in orte {
      var b = Formatbericht(werkzeug: Werkzeug.kennung, ort: ort)
      do {
        try gehe(ort, gang) { posten in
          let befunde = b.nimm(posten)
          try tabelle?.nimm(posten, ort: ort, befunde)
          if json { try Ausgabe.zeile(Formatzeile.json(posten, ort: ort, befunde)) }
          fortschritt.zeige("\(b.alle.dateien.mal("Datei", "Dateien"))")
        }
      } catch let fehler as UebergabeFehler {
        istGescheitert = true
        fortschritt.ende()
        try Ausgabe.leere()
        Ausgabe.melde("Fehler: " + "\(fehler)".sichtbar)
        continue
      }
      fortschritt.ende()
      if json { try Ausgabe.zeile(Formatzeile.json(b)) } else { try Formatanzeige.zeige(b) }
      berichte.append(b)
    }
    try tabelle?.beende()
    if let bericht {
      try Ablage.schreibe(
        Formatbericht.html(berichte, erstellt: Uhr.anzeige), nach: bericht)
    }
    if istGescheitert || berichte.contains(where: \.istUnvollstaendig) { throw ExitCode.failure }
    if berichte.contains(where: { !$0.bericht.gueltig }) { throw ExitCode(2) }
  }

  /// A folder, a container with its message, or a single file.
  private func gehe(
    _ ort: String, _ gang: Formatgang, _ body: (Formatgang.Posten) throws -> Void
  ) throws {
    var istOrdner: ObjCBool = false
    if FileManager.default.fileExists(atPath: ort, isDirectory: &istOrdner), istOrdner.boolValue {
      let angaben = Self.angaben(ort)
      try gang.ordner(ort, angaben: { angaben[$0] }, body)
      return
    }
    let ergebnis = try gang.erkennung.erkenne(datei: ort)
    guard ergebnis.haupt?.format.kennung == "zip", !ergebnis.istVerschluesselt else {
      try body(gang.datei(ort))
      return
    }
    let angaben = Self.angaben(ort)
    try gang.container(ort, angaben: { angaben[$0] }, body)
  }

  /// What the message in a folder or container states about its files; nothing without a message.
  private static func angaben(_ ort: String) -> [String: Formatangabe] {
    guard let paket = try? Nachrichtenpaket(pfad: ort), paket.nachricht != nil,
      let leser = try? paket.leser()
    else { return [:] }
    var aus: [String: Formatangabe] = [:]
    while let teil = try? leser.naechster() {
      teil.jedesFormat {
        aus[$0.primaerdokument.dateiname] = Formatangabe(
          $0.name.wert, sonstigerName: $0.sonstigerName)
      }
    }
    return aus
  }
}

/// The words of a command, split at blanks, except between quotation marks.
struct Befehlsworte: ExpressibleByArgument {
  let worte: [String]

  init?(argument: String) {
    guard let programm = Virenprogramm(argument: argument) else { return nil }
    worte = programm.worte
  }
}
