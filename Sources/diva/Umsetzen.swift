// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Pruefung
internal import Xdomea

/// `diva umsetzen`: a container of one version becomes one of another.
struct Umsetzen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "umsetzen",
    abstract: "Setzt eine Nachricht der Aussonderung in eine andere xdomea-Version um.",
    discussion: """
      Gelesen werden 2.3.0 bis 4.0.0, geschrieben 3.0.0, 3.1.0 und 4.0.0. Was die andere Version \
      nicht ausdrücken kann, nennt der Verlustbericht. Verluste sind kein Fehler des Programms; es \
      endet auch dann mit 0.
      """)

  @Argument(help: ArgumentHelp("Der Container, Ordner oder die Nachricht.", valueName: "EIN.zip"))
  var quelle: String

  @Option(
    name: .customLong("version"),
    help: ArgumentHelp("Die neue Version von xdomea.", valueName: "VERSION"))
  var zielversion: XdomeaFassung

  @Option(
    help: ArgumentHelp(
      "Wohin der neue Container geschrieben wird. Bei einem Ordner bekommt er den Namen, den "
        + "xdomea vorsieht.", valueName: "AUS.zip"))
  var nach: String

  @Option(
    help: ArgumentHelp(
      "Bei Antworten, die 4.0.0 werden sollen: die UUID der Nachricht, auf die geantwortet wird. "
        + "Bis 3.1.0 steht sie nicht in der Antwort.", valueName: "UUID"))
  var ursprung: NachrichtenID?

  @Flag(help: "Einen vorhandenen Container ersetzen.")
  var ueberschreiben = false

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    var zufall = SystemRandomNumberGenerator()
    var optionen = Umsetzer.Optionen(
      version: zielversion, nachrichtenID: .zufaellig(&zufall))
    optionen.ueberschreiben = ueberschreiben
    optionen.ursprungsnachricht = ursprung
    let fortschritt = Fortschritt()
    optionen.fortschritt = { was, dateien, bytes in
      fortschritt.zeige(
        "Setze um: \(dateien.mal("Datei", "Dateien")), \(bytes.alsGroesse): \(was)")
    }
    let ergebnis: Umsetzer.Ergebnis
    do {
      defer { fortschritt.ende() }
      ergebnis = try Umsetzer.setzeUm(quelle, nach: nach, optionen)
    } catch XdomeaFehler.pflichtangabe("UUIDUrsprungsnachricht", let version) {
      throw Hinderung(
        "xdomea \(version.rawValue) verlangt in einer Antwort die UUID der Nachricht, auf die "
          + "geantwortet wird. »\(quelle.sichtbar)« nennt sie nicht. Geben Sie sie mit "
          + "»--ursprung« an.")
    }
    if json { try Ausgabe.zeile(ergebnis.json.text) } else { try zeige(ergebnis) }
  }

  private func zeige(_ e: Umsetzer.Ergebnis) throws {
    try Ausgabe.zeile("Container:  \(e.pfad.sichtbar)")
    try Ausgabe.zeile(
      "Umgesetzt:  Nachricht \(e.typ.rawValue) von xdomea \(e.quellversion.rawValue) nach "
        + "\(e.zielversion.rawValue)")
    try Ausgabe.zeile("Dateien:    \(e.dateien.deutsch), \(e.bytes.alsGroesse)")
    try e.verluste.zeige()
    if !e.ungeprueft.isEmpty {
      try Ausgabe.zeile(
        "Ohne Prüfung übernommen, weil die genannte Prüfsumme nicht verwendbar ist "
          + "(\(e.ungeprueft.count.deutsch)):")
      for name in e.ungeprueft.prefix(10) { try Ausgabe.zeile("  \(name.sichtbar)") }
    }
    guard !e.maengel.isEmpty else { return }
    try Ausgabe.zeile(
      "Nicht übernommen, weil in der Quelle nicht verständlich "
        + "(\((e.maengel.count + e.ausgelasseneMaengel).deutsch)):")
    for m in e.maengel.prefix(10) {
      try Ausgabe.zeile("  Zeile \(m.zeile): \(m.meldung.sichtbar)")
    }
    if e.maengel.count > 10 { try Ausgabe.zeile("  Alle nennt »--json«.") }
  }
}

extension Umsetzer.Ergebnis {
  fileprivate var json: JSONObjekt {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", pfad)
    o.setze("quellversion", quellversion.rawValue)
    o.setze("version", zielversion.rawValue)
    o.setze("nachricht", typ.rawValue)
    o.setze("dateien", dateien)
    o.setze("bytes", bytes)
    o.setze("verluste", verluste.json)
    o.setze("ungeprueft", ungeprueft)
    o.setze("nichtUebernommenAnzahl", maengel.count + ausgelasseneMaengel)
    o.setze(
      "nichtUebernommen",
      maengel.map { m in
        var mangel = JSONObjekt()
        mangel.setze("zeile", m.zeile)
        mangel.setze("meldung", m.meldung)
        mangel.setze("objekt", m.objekt?.text)
        return mangel
      })
    return o
  }
}
