// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// `diva akte sperren`: a hold (L01, L04).
struct Sperrbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sperren",
    abstract: "Setzt eine Löschsperre; die Frist läuft weiter (Rolle DSB oder REG).")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @Option(
    help: ArgumentHelp("Wer es verlangt, zum Beispiel ein Gericht.", valueName: "STELLE"))
  var behoerde: String

  @Flag(help: "Nur dieses Objekt sperren, nicht was darin liegt.")
  var nurObjekt = false

  @Option(
    help: ArgumentHelp(
      "Tag, an dem jemand fragt, ob es die Sperre noch braucht.", valueName: "TT.MM.JJJJ"))
  var pruefenAm: Kalendertag?

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let sperre = Sperre(
        id: lauf.neueKennung(), grund: grund, behoerde: behoerde,
        umfang: nurObjekt ? .objekt : .teilbaum, pruefenAm: pruefenAm)
      try lauf.tu(.sperreSetzen(sperre: sperre), an: ziel, "gesperrt", grund: grund) { _ in
        [Angabe("sperre", "Sperre", sperre.id.text)]
      }
    }
  }
}

/// `diva akte entsperren`: no hold any more (L02).
struct Entsperrbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entsperren",
    abstract: "Hebt eine Löschsperre auf (Rolle DSB, eine andere Person als die setzende).")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(
    help: ArgumentHelp("Die Sperre (sonst die einzige, die gesetzt ist).", valueName: "UUID"))
  var sperre: SperrID?

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let id = try sperre ?? einzige(lauf)
      try lauf.tu(.sperreAufheben(id: id, grund: grund), an: ziel, "entsperrt", grund: grund)
    }
  }

  private func einzige(_ lauf: Handlungslauf) throws -> SperrID {
    guard case .schriftgut(let z) = try Nennung(lauf.speicher).schriftgut(ziel).zustand else {
      return .leer
    }
    guard z.sperren.count == 1 else {
      throw Hinderung(
        z.sperren.isEmpty
          ? "Hier ist keine Sperre gesetzt. Gesperrt sein kann auch, was darüber oder darin liegt."
          : "Welche Sperre? Nennen Sie --sperre: "
            + z.sperren.map { "\($0.id) (\($0.behoerde))" }.joined(separator: ", ") + ".")
    }
    return z.sperren[0].id
  }
}
