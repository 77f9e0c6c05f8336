// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Pruefung
internal import Xdomea

/// `diva speicher sichern`: makes or renews a backup.
struct Sicherungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sichern",
    abstract: "Sichert den Speicher in einen Ordner; andere arbeiten dabei weiter.",
    discussion: """
      Beim nächsten Mal kommt nur hinzu, was neu ist, und was gelöscht wurde, verschwindet auch aus \
      der Sicherung. Die Dateien, die schon dort sind, werden dabei gelesen und geprüft; was \
      beschädigt ist, wird neu geschrieben. Das Ziel muss außerhalb des Speichers liegen. Das Löschbuch gehört nicht dazu: Sichern Sie es getrennt.
      """)

  @Argument(
    help: ArgumentHelp(
      "Neuer Ordner oder eine frühere Sicherung dieses Speichers.", valueName: "ZIEL"))
  var ziel: String

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try ort.oeffne(.lesend)
    let fortschritt = Fortschritt()
    let e: Sicherungsergebnis
    do {
      defer { fortschritt.ende() }
      e = try speicher.sichere(nach: ziel) { erledigt, alle in
        fortschritt.zeige("Sichere \(erledigt.deutsch) von \(alle.mal("Datei", "Dateien"))")
      }
    }
    guard json else {
      try Ausgabe.zeile("Gesichert:  \(ziel.sichtbar)")
      try Ausgabe.zeile(
        "Dateien:    \(e.neueDateien.deutsch) neu (\(e.neueBytes.alsGroesse)), "
          + "\(e.vorhandeneDateien.deutsch) schon da, \(e.entfernteDateien.deutsch) entfernt"
          + (e.ersetzteDateien > 0
            ? ", \(e.ersetzteDateien.deutsch) war" + (e.ersetzteDateien == 1 ? "" : "en")
              + " in der Sicherung beschädigt und kam" + (e.ersetzteDateien == 1 ? "" : "en")
              + " neu"
            : ""))
      try Ausgabe.zeile("Getrennt sichern: \(speicher.loeschbuch.sichtbar)")
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ziel", ziel)
    o.setze("neueDateien", e.neueDateien)
    o.setze("neueBytes", e.neueBytes)
    o.setze("vorhandeneDateien", e.vorhandeneDateien)
    o.setze("ersetzteDateien", e.ersetzteDateien)
    o.setze("entfernteDateien", e.entfernteDateien)
    o.setze("loeschbuch", speicher.loeschbuch)
    try Ausgabe.zeile(o.text)
  }
}
