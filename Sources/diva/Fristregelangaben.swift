// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Lifecycle

/// The rule of `diva frist`: typed, or taken from a catalogue.
struct Regelangaben: ParsableArguments {
  @Option(help: ArgumentHelp("Aufbewahrungsdauer in Jahren.", valueName: "ZAHL"))
  var jahre: Int?

  @Option(help: ArgumentHelp("Aufbewahrungsdauer in Monaten.", valueName: "ZAHL"))
  var monate: Int?

  @Flag(help: "Ohne Ende aufbewahren.")
  var unbefristet = false

  @Option(
    name: .customLong("regel"),
    help: ArgumentHelp("Wie gezählt wird (sonst jahresende).", valueName: "REGEL"))
  var startregel: Startregelwahl?

  @Option(
    help: ArgumentHelp(
      "Ab wann gezählt wird: zdA, letzterVorgang, letzteBearbeitung oder ereignis:NAME.",
      valueName: "BEZUG"))
  var bezug: Bezugswahl?

  @Option(
    help: ArgumentHelp(
      "Nicht vorher enden: ein Tag, ereignis:NAME oder ereignis:NAME+6M (Monate nach dem Ereignis).",
      valueName: "WANN"))
  var mindestBis: Mindestwahl?

  @Option(
    help: ArgumentHelp(
      "Nach so vielen Jahren nur noch eingeschränkt verarbeiten.", valueName: "JAHRE"))
  var einschraenkungNach: Int?

  @Option(
    help: ArgumentHelp("Worauf die Dauer beruht (sonst ortsrecht).", valueName: "BASIS"))
  var basis: Basiswahl?

  @Option(help: ArgumentHelp("Die Regel aus diesem Fristenkatalog nehmen.", valueName: "DATEI"))
  var katalog: String?

  @Option(
    help: ArgumentHelp("Nummer im Aktenplan, unter der die Akte liegt.", valueName: "NUMMER"))
  var aktenplan: String?

  @Option(
    help: ArgumentHelp("Merkmal der Akte, nach dem der Katalog unterscheidet.", valueName: "TEXT"))
  var selektor: String?

  @Option(
    help: ArgumentHelp(
      "Tag, an dem die Zeile des Katalogs gelten muss (sonst der Tag der zdA-Verfügung).",
      valueName: "TT.MM.JJJJ"))
  var katalogtag: Kalendertag?

  @Option(
    help: ArgumentHelp(
      "Ab dieser Zahl von Jahren gilt eine Dauer als Irrtum (sonst 200).", valueName: "JAHRE"))
  var grenze: Int?

  var grenzeJahre: Int { grenze ?? 200 }

  func validate() throws {
    let dauern = [jahre != nil, monate != nil, unbefristet].count { $0 }
    guard dauern <= 1 else {
      throw ValidationError("»--jahre«, »--monate« und »--unbefristet« schließen einander aus.")
    }
    if katalog == nil {
      guard dauern == 1 else {
        throw ValidationError(
          "Es fehlt die Dauer: »--jahre«, »--monate« oder »--unbefristet«, oder ein »--katalog«.")
      }
      guard aktenplan == nil, selektor == nil, katalogtag == nil else {
        throw ValidationError(
          "»--aktenplan«, »--selektor« und »--katalogtag« brauchen einen »--katalog«.")
      }
    } else {
      guard aktenplan != nil else {
        throw ValidationError("Zu »--katalog« gehört »--aktenplan«.")
      }
      guard dauern == 0, startregel == nil, bezug == nil, mindestBis == nil, basis == nil,
        einschraenkungNach == nil
      else {
        throw ValidationError(
          "Mit »--katalog« kommt die Regel aus dem Katalog; lassen Sie die anderen Angaben zur "
            + "Regel weg.")
      }
    }
    if startregel == .ereignis, let bezug, bezug.bezug.ereignisname == nil {
      throw ValidationError(
        "»--regel ereignis« braucht »--bezug ereignis:NAME«.")
    }
  }

  /// The rule, and how a catalogue came to it.
  func bestimme(_ eingaben: Fristeingaben, _ heute: Kalendertag) throws
    -> (Fristregel, Katalogauskunft?)
  {
    if let katalog, let aktenplan {
      let tag = katalogtag ?? eingaben.zdA?.spaetesterTag ?? heute
      let auskunft = try Katalogdatei.brauchbar(katalog).auskunft(
        aktenplan: aktenplan, selektor: selektor, am: tag)
      return (auskunft.regel, auskunft)
    }
    let start = startregel?.startregel ?? .jahresende
    let regel = Fristregel(
      herkunft: .einzelfestlegung(grund: "Angaben beim Aufruf"), dauer: dauer, startregel: start,
      bezug: try bezug?.bezug ?? vermutet(start, eingaben), mindestBis: mindestBis?.mindestBis,
      einschraenkungNachJahren: einschraenkungNach, basis: basis?.basis ?? .ortsrecht)
    return (regel, nil)
  }

  private var dauer: Fristdauer {
    if let jahre { return .jahre(jahre) }
    if let monate { return .monate(monate) }
    return .unbefristet
  }

  /// The reference where none was typed: the only event of `--regel ereignis`, else the zdA.
  private func vermutet(_ start: Startregel, _ eingaben: Fristeingaben) throws -> Fristbezug {
    switch start {
    case .jahresende, .taggenau: return .zdA
    case .folgejahrFeststellung: return .ereignis("Feststellung")
    case .ereignis:
      guard eingaben.ereignisse.count == 1, let name = eingaben.ereignisse.keys.first else {
        throw ValidationError("»--regel ereignis« braucht »--bezug ereignis:NAME«.")
      }
      return .ereignis(name)
    }
  }
}
