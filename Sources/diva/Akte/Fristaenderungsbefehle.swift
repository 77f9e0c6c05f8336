// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// `diva akte verlaengern`: a longer period for one file (A16).
struct Verlaengerungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verlaengern",
    abstract: "Verlängert die Aufbewahrungsfrist von Geschlossenem (Rolle REG).",
    discussion: """
      Sie nennen die neue Dauer im Ganzen, nicht den Zuschlag. Gezählt wird wie bisher, von demselben \
      Tag an. Das neue Ende darf nicht vor dem alten liegen.
      """)

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @OptionGroup var dauer: Dauerangabe

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let regel = try dauer.regel(ziel, lauf, grund: grund)
      try lauf.tu(
        .fristVerlaengern(regel: regel, grund: grund), an: ziel, "Frist verlängert", grund: grund,
        Fristzeilen.angaben)
    }
  }
}

/// `diva akte verkuerzen`: a shorter period for one file, by two people (A17).
struct Verkuerzungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verkuerzen",
    abstract:
      "Verkürzt die Aufbewahrungsfrist von Geschlossenem, zu zweit und mit Rechtsgrundlage.",
    discussion: """
      Es braucht zwei Personen, eine mit der Rolle REG und eine mit der Rolle FA \
      (»--zweite-person KENNUNG:FA«). Unter einer Löschsperre geht es nicht. Sie nennen die neue Dauer \
      im Ganzen; gezählt wird wie bisher, von demselben Tag an.
      """)

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @OptionGroup var dauer: Dauerangabe

  @Option(help: ArgumentHelp("Die Vorschrift, die das erlaubt.", valueName: "TEXT"))
  var rechtsgrundlage: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let regel = try dauer.regel(ziel, lauf, grund: rechtsgrundlage)
      try lauf.tu(
        .fristVerkuerzen(regel: regel, rechtsgrundlage: rechtsgrundlage), an: ziel,
        "Frist verkürzt", grund: rechtsgrundlage, Fristzeilen.angaben)
    }
  }
}

/// How long a single file is kept.
struct Dauerangabe: ParsableArguments {
  @Option(help: ArgumentHelp("Neue Aufbewahrungsdauer in Jahren.", valueName: "ZAHL"))
  var jahre: Int?

  @Option(help: ArgumentHelp("Neue Aufbewahrungsdauer in Monaten.", valueName: "ZAHL"))
  var monate: Int?

  @Flag(help: "Ohne Ende aufbewahren.")
  var unbefristet = false

  func validate() throws {
    guard [jahre != nil, monate != nil, unbefristet].count(where: \.self) == 1 else {
      throw ValidationError("Nennen Sie eine Dauer: »--jahre«, »--monate« oder »--unbefristet«.")
    }
    guard jahre ?? 0 >= 0, monate ?? 0 >= 0 else {
      throw ValidationError("Eine Aufbewahrungsdauer kann nicht unter 0 liegen.")
    }
  }

  /// The rule of the object with the new length, as a decision for it alone; without a rule so far one
  /// that counts from the zdA-Verfügung to the end of a year.
  ///
  /// - Throws: ``Hinderung`` if the object is not there.
  func regel(_ ziel: String, _ lauf: Handlungslauf, grund: String) throws -> Fristregel {
    let neu: Fristdauer =
      if let jahre { .jahre(jahre) } else if let monate { .monate(monate) } else { .unbefristet }
    let herkunft = Regelherkunft.einzelfestlegung(grund: grund)
    guard case .schriftgut(let z) = try Nennung(lauf.speicher).schriftgut(ziel).zustand,
      var regel = z.frist?.regel
    else { return Fristregel(herkunft: herkunft, dauer: neu) }
    regel.herkunft = herkunft
    regel.dauer = neu
    return regel
  }
}
