// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Pruefung
internal import Uebergabe
internal import Xdomea

/// `diva nachweis erstellen`: hash tree, root and request of a set of files.
struct Nachweiserstellen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erstellen",
    abstract: "Legt den Nachweis über einen Ordner, ein Paket oder eine Datei an.",
    discussion: """
      Jede Datei wird einmal gelesen und nicht verändert. Im Nachweis entstehen »wurzel-1.txt« (lässt \
      sich, wie sie ist, elektronisch signieren), »hashliste-1.tsv« und »anfrage-1-1.tsq«, die Anfrage \
      für Ihren Zeitstempeldienst. Die Hashliste ist ein Blatt des Baums; der Zeitstempel schützt also auch \
      die Namen der Dateien. Der Nachweis liegt außerhalb des Ordners, von dem er handelt.

      Mit »--form hashwald« (oder »hashwald-wurzeln«) entstehen statt dessen im Ordner selbst die beiden \
      Dateien, die dip_integrity schreibt und liest. Sie zeigen Schäden, kennen aber keinen Zeitstempel.
      """)

  /// The algorithms for new evidence.
  enum Verfahren: String, CaseIterable, ExpressibleByArgument {
    case sha256, sha384, sha512

    var hash: Hashverfahren {
      switch self {
      case .sha256: .sha256
      case .sha384: .sha384
      case .sha512: .sha512
      }
    }
  }

  /// What is made.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case ers, hashwald
    case wurzeln = "hashwald-wurzeln"
  }

  @Argument(help: ArgumentHelp("Ordner, Paket oder Datei.", valueName: "ORDNER"))
  var quelle: String

  @Option(help: ArgumentHelp("Der neue Ordner für den Nachweis.", valueName: "NACHWEIS"))
  var nach: String?

  @Option(
    help: ArgumentHelp(
      "ers (Hashbaum nach RFC 4998), hashwald oder hashwald-wurzeln (dip_integrity).",
      valueName: "FORM"))
  var form = Form.ers

  @Option(help: ArgumentHelp("sha256, sha384 oder sha512.", valueName: "VERFAHREN"))
  var verfahren = Verfahren.sha256

  @Option(
    help: ArgumentHelp("Wie viele Zweige ein Knoten des Baums hat, 2 bis 1024.", valueName: "ZAHL"))
  var verzweigung = 2

  @Flag(
    help: ArgumentHelp(
      "Jeden Ordner der obersten Stufe als ein Objekt führen, dessen Dateien zusammengehören."))
  var gruppen = false

  @OptionGroup var dienst: Dienstangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    guard (2...1024).contains(verzweigung) else {
      throw ValidationError("»--verzweigung« liegt zwischen 2 und 1024.")
    }
    if form == .ers, nach == nil {
      throw ValidationError(
        "Nennen Sie mit »--nach« den Ordner, in dem der Nachweis entstehen soll.")
    }
    if form != .ers, nach != nil || gruppen || verfahren != .sha256 || verzweigung != 2 {
      throw ValidationError(
        "Ein Hashwald liegt im Ordner selbst und hat feste Regeln; »--nach«, »--gruppen«, »--verfahren« "
          + "und »--verzweigung« gelten für ihn nicht.")
    }
    if form != .ers, dienst.dienst != nil || dienst.richtlinie != nil {
      throw ValidationError("Ein Hashwald hat keinen Zeitstempel; »--dienst« gilt für ihn nicht.")
    }
  }

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr des Rechners ist nicht lesbar.") }
    guard form == .ers, let nach else { return try schreibeWald(jetzt) }
    var vorgabe = Nachweisordner.Vorgabe()
    vorgabe.verfahren = verfahren.hash
    vorgabe.verzweigung = verzweigung
    vorgabe.gruppen = gruppen
    vorgabe.richtlinie = dienst.richtlinie
    var zufall = SystemRandomNumberGenerator()
    var nachweis = try Nachweisordner.erstelle(
      quelle, nach: nach, vorgabe, am: jetzt, zufall: &zufall)
    _ = try dienst.stemple(&nachweis)
    try Nachweisausgabe(nachweis).zeige(json: json)
  }

  private func schreibeWald(_ jetzt: Zeitpunkt) throws {
    let wald = try Hashwald.schreibe(quelle, form == .hashwald ? .voll : .wurzeln, am: jetzt)
    let dateien = wald.pfade.count - 1
    guard json else {
      return try Ausgabe.zeile(
        "\(quelle.sichtbar): \(Hashwald.ordnungsname) und \(Hashwald.waldname) über "
          + dateien.mal("Datei", "Dateien") + ".")
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ordner", quelle)
    o.setze("form", form.rawValue)
    o.setze("dateien", dateien)
    try Ausgabe.zeile(o.text)
  }
}

/// What the commands say about an evidence.
struct Nachweisausgabe {
  private let nachweis: Nachweisordner

  init(_ nachweis: Nachweisordner) { self.nachweis = nachweis }

  func zeige(json: Bool) throws {
    guard let kopf = nachweis.koepfe.last else { return }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("nachweis", nachweis.pfad)
      o.setze("verfahren", kopf.wurzel.verfahren.rawValue)
      o.setze("wurzel", kopf.wurzel.hex)
      o.setze("dateien", kopf.dateien)
      o.setze("objekte", kopf.objekte)
      o.setze("zeitstempel", nachweis.zeitstempel.map(\.zeit.text))
      o.setze("anfrage", nachweis.ortDerAnfrage)
      o.setze("erwartetZeitstempel", nachweis.erwartetStempel)
      return try Ausgabe.zeile(o.text)
    }
    try Ausgabe.zeile("Nachweis:    \(nachweis.pfad.sichtbar)")
    try Ausgabe.zeile(
      "Umfang:      \(kopf.dateien.mal("Datei", "Dateien")), \(kopf.objekte.mal("Objekt", "Objekte"))"
    )
    try Ausgabe.zeile("Wurzel:      \(kopf.wurzel.verfahren.rawValue) \(kopf.wurzel.hex)")
    for stempel in nachweis.zeitstempel {
      try Ausgabe.zeile(
        "Zeitstempel: \(stempel.zeit.text)" + (stempel.dienst.map { " von »\($0.sichtbar)«" } ?? "")
      )
    }
    guard let ort = nachweis.ortDerAnfrage else {
      guard nachweis.erwartetStempel else { return }
      try Ausgabe.zeile("Anfrage:     fehlt oder ist beschädigt. Stellen Sie sie neu mit")
      return try Ausgabe.zeile("  diva nachweis anfrage \(nachweis.pfad.sichtbar) --neu")
    }
    try Ausgabe.zeile("Anfrage:     \(ort.sichtbar)")
    try Ausgabe.zeile(
      "Senden Sie die Anfrage an Ihren Zeitstempeldienst und übernehmen Sie seine Antwort mit")
    try Ausgabe.zeile("  diva nachweis uebernehmen \(nachweis.pfad.sichtbar) ANTWORT.tsr")
  }
}
