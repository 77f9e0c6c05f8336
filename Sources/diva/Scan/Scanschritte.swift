// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung

/// `diva vorgang scan beginnen`: a scan begins (E04).
struct Scanbeginnbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beginnen", abstract: "Hält fest, womit und wie gescannt wird.")

  @OptionGroup var lauf: Laufangaben

  @Option(help: ArgumentHelp("Kennung des Stapels.", valueName: "KENNUNG"))
  var stapel: String

  @Option(help: ArgumentHelp("Das Gerät.", valueName: "NAME"))
  var geraet: String

  @Option(help: ArgumentHelp("Wer scannt (sonst, wer handelt).", valueName: "NAME"))
  var bediener: String?

  @Option(help: ArgumentHelp("Auflösung in Punkten je Zoll.", valueName: "ZAHL"))
  var dpi = 300

  @Option(help: ArgumentHelp("Farben.", valueName: "ART"))
  var farbe = Farbwahl(.farbe)

  @Flag(help: "Nur die Vorderseiten.")
  var einseitig = false

  @Flag(help: "Text erkennen.")
  var texterkennung = false

  @Option(help: ArgumentHelp("Schutzbedarf.", valueName: "STUFE"))
  var schutzbedarf = Schutzwahl(.normal)

  @Option(
    help: ArgumentHelp("Fassung der Verfahrensdokumentation.", valueName: "FASSUNG"))
  var verfahren: String

  @Flag(help: "Blätter sind beschädigt.")
  var beschaedigt = false

  @Flag(help: "Farben haben eine Bedeutung.")
  var farbeWesentlich = false

  @Flag(help: "Blätter sind größer, als das Gerät sie nimmt.")
  var uebergross = false

  @Option(help: ArgumentHelp("Was beim Vorbereiten auffiel.", valueName: "TEXT"))
  var bemerkung: String?

  func run() throws {
    try lauf.halteFest { _, lauf in
      [
        .scanJobBegonnen(
          ScanJobBegonnen(
            stapel: stapel, geraet: geraet, bediener: bediener ?? lauf.akteur.name,
            profil: Scanprofil(
              dpi: dpi, farbe: farbe.farbe, duplex: !einseitig, texterkennung: texterkennung),
            schutzbedarf: schutzbedarf.stufe, verfahrensdokumentation: verfahren,
            vorbereitung: Vorbereitungsbefund(
              beschaedigt: beschaedigt, farbeWesentlich: farbeWesentlich, uebergross: uebergross,
              bemerkung: bemerkung)))
      ]
    }
  }
}

/// `diva vorgang scan seiten`: pages were scanned (E05).
struct Seitenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seiten",
    abstract: "Hält die Seiten mit der Prüfsumme ihrer Bilder fest.",
    discussion: "Die Bilder werden nur gelesen und nicht abgelegt.")

  @OptionGroup var lauf: Laufangaben

  @Argument(help: ArgumentHelp("Die Bilder der Seiten in ihrer Reihenfolge.", valueName: "BILD"))
  var bilder: [String]

  func run() throws {
    let summen = try pruefsummen(dateien: bilder, .sha256).map { Inhaltshash($0) }
    try lauf.halteFest("\(bilder.count.mal("Seite", "Seiten")) festgehalten") { zustand, _ in
      let bisher = zustand.scan?.fassung?.seiten.count ?? 0
      return summen.enumerated().map {
        .seiteGescannt(SeiteGescannt(seite: bisher + $0 + 1, bild: $1))
      }
    }
  }
}

/// `diva vorgang scan pruefen`: the quality of a scan was checked (E06).
struct Scanpruefbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Hält das Ergebnis der Qualitätsprüfung fest.",
    discussion: "Geprüft sind alle Seiten, oder mit »--stichprobe« die mit »--seite« genannten.")

  @OptionGroup var lauf: Laufangaben

  @Option(help: ArgumentHelp("Wer geprüft hat (sonst, wer handelt).", valueName: "NAME"))
  var pruefer: String?

  @Option(help: ArgumentHelp("Nur eine Stichprobe von so viel Prozent.", valueName: "PROZENT"))
  var stichprobe: Int?

  @Option(
    help: ArgumentHelp(
      "Bei einer Stichprobe: geprüfte Seite; mehrfach möglich.", valueName: "NUMMER"))
  var seite: [Int] = []

  @Option(
    help: ArgumentHelp(
      "Eine Seite mit ihrem Mangel; mehrfach möglich. Der Scan ist dann nicht bestanden.",
      valueName: "NUMMER=TEXT"))
  var mangel: [Mangelangabe] = []

  @Option(
    help: ArgumentHelp("Stapel, in dem neu gescannt wird.", valueName: "KENNUNG"))
  var nachscan: String?

  func validate() throws {
    if (stichprobe == nil) != seite.isEmpty {
      throw ValidationError("»--stichprobe« und »--seite« gehören zusammen.")
    }
  }

  func run() throws {
    let umfang = stichprobe.map { Pruefumfang.stichprobe(prozent: $0) } ?? .voll
    try lauf.halteFest { zustand, lauf in
      let alle = zustand.scan?.fassung?.seiten.count ?? 0
      let geprueft = stichprobe == nil ? Set(1...max(1, alle)) : Set(seite)
      return [
        .scanQualitaetGeprueft(
          ScanQualitaetGeprueft(
            umfang: umfang, pruefer: pruefer ?? lauf.akteur.name,
            seiten: geprueft.union(mangel.map(\.seite)).sorted().map { n in
              let maengel = mangel.filter { $0.seite == n }.map(\.text)
              return Seitenpruefung(seite: n, bestanden: maengel.isEmpty, maengel: maengel)
            }, nachscanStapel: nachscan))
      ]
    }
  }
}

/// `diva vorgang scan vermerk`: the note on the transfer (E07).
struct Transfervermerkbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vermerk",
    abstract: "Erstellt den Transfervermerk zur neuesten Fassung.",
    discussion: """
      Wer ihn erstellt, bestätigt mit »--uebereinstimmung«, dass der Scan in Bild und Inhalt dem \
      Original entspricht.
      """)

  @OptionGroup var lauf: Laufangaben

  @Option(help: ArgumentHelp("Technische Umgebung.", valueName: "TEXT"))
  var technik: String

  @Option(help: ArgumentHelp("Organisatorische Umgebung.", valueName: "TEXT"))
  var organisation: String

  @Option(help: ArgumentHelp("Was auffiel; mehrfach möglich.", valueName: "TEXT"))
  var auffaellig: [String] = []

  @Flag(help: "Bild und Inhalt stimmen mit dem Original überein.")
  var uebereinstimmung = false

  func run() throws {
    try lauf.halteFest { zustand, lauf in
      guard let fassung = zustand.fassungen.last else { throw Hinderung("Es gibt keine Fassung.") }
      return [
        .transfervermerkErstellt(
          TransfervermerkErstellt(
            ersteller: lauf.akteur.name, technik: technik, organisation: organisation,
            auffaelligkeiten: auffaellig, zeitpunkt: lauf.zeitpunkt,
            qualitaetBestanden: zustand.scan?.fassung?.qualitaet == .bestanden,
            uebereinstimmung: uebereinstimmung, ausgabe: Inhaltshash(fassung.hash)))
      ]
    }
  }
}

/// `NUMMER=TEXT`.
struct Mangelangabe: ExpressibleByArgument {
  let seite: Int
  let text: String

  init?(argument: String) {
    let teile = argument.split(separator: "=", maxSplits: 1)
    guard teile.count == 2, let seite = Int(teile[0]) else { return nil }
    self.seite = seite
    text = String(teile[1])
  }
}

/// The colours of a scan.
struct Farbwahl: ExpressibleByArgument {
  let farbe: Farbmodus

  static var allValueStrings: [String] { Farbmodus.allCases.map(\.rawValue) }

  init(_ farbe: Farbmodus) { self.farbe = farbe }

  init?(argument: String) {
    guard let farbe = Farbmodus(rawValue: argument) else { return nil }
    self.farbe = farbe
  }

  var defaultValueDescription: String { farbe.rawValue }
}

/// The need for protection.
struct Schutzwahl: ExpressibleByArgument {
  let stufe: Schutzbedarf

  static var allValueStrings: [String] { Schutzbedarf.allCases.map(\.rawValue) }

  init(_ stufe: Schutzbedarf) { self.stufe = stufe }

  init?(argument: String) {
    guard let stufe = Schutzbedarf(rawValue: argument) else { return nil }
    self.stufe = stufe
  }

  var defaultValueDescription: String { stufe.rawValue }
}
