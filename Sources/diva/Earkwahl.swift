// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung
public import Uebergabe
internal import Xdomea

/// What E-ARK SIPs need beside the transfer: version, schema files, and who is who.
struct Earkwahl: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "E-ARK: die Fassung der Spezifikation, 2.1.0 oder 2.2.0 (sonst 2.2.0).",
      valueName: "FASSUNG"))
  var earkVersion: Earkversion?

  @Option(
    help: ArgumentHelp(
      "E-ARK: Ordner mit den Schemadateien, die ins Paket kommen (mets.xsd und weitere XSD). Ohne diese "
        + "Angabe gilt die Umgebungsvariable DIVA_EARK_SCHEMATA.",
      valueName: "ORDNER"))
  var earkSchemata: String?

  @Option(
    help: ArgumentHelp(
      "E-ARK: wer die Unterlagen erstellt hat (sonst der Absender der Abgabe).",
      valueName: "NAME[=KENNUNG]"))
  var ersteller: Stellenangabe?

  @Option(
    help: ArgumentHelp(
      "E-ARK: wer sie abliefert (sonst der Absender der Abgabe).", valueName: "NAME[=KENNUNG]"))
  var ablieferer: Stellenangabe?

  @Option(
    help: ArgumentHelp(
      "E-ARK: welches Archiv sie übernimmt (sonst der Empfänger der Abgabe).",
      valueName: "NAME[=KENNUNG]"))
  var archiv: Stellenangabe?

  @Option(
    help: ArgumentHelp("E-ARK: die Übernahmevereinbarung.", valueName: "TEXT"))
  var vereinbarung: String?

  /// Whether anything of it was given on the command line.
  var istAngegeben: Bool {
    earkVersion != nil || earkSchemata != nil || ersteller != nil || ablieferer != nil
      || archiv != nil || vereinbarung != nil
  }

  private var ordner: String? { earkSchemata ?? Umgebung["DIVA_EARK_SCHEMATA"] }

  /// - Throws: `ValidationError` if no folder of schema files is named.
  func pruefeVollstaendig() throws {
    guard ordner == nil else { return }
    throw ValidationError(
      "Für E-ARK wird mit »--eark-schemata« der Ordner mit mets.xsd und den weiteren Schemadateien gebraucht; "
        + "sie gehören ins Paket.")
  }

  /// What the SIPs have in common.
  ///
  /// - Throws: ``Hinderung`` if the folder has no METS schema.
  func vorgabe() throws -> Paketierung.Earkvorgabe {
    let ordner = ordner ?? ""
    let namen = (try? FileManager.default.contentsOfDirectory(atPath: ordner)) ?? []
    let schemata = namen.filter { $0.hasSuffix(".xsd") }.sorted()
    guard schemata.contains("mets.xsd") else {
      throw Hinderung(
        "Im Ordner »\(ordner.sichtbar)« fehlt die Datei mets.xsd. Nennen Sie mit --eark-schemata den Ordner mit den "
          + "Schemadateien von METS, E-ARK und PREMIS.")
    }
    var vorgabe = Paketierung.Earkvorgabe(schemata: schemata.map { ordner + "/" + $0 })
    vorgabe.version = earkVersion ?? .v220
    vorgabe.ersteller = ersteller?.stelle
    vorgabe.ablieferer = ablieferer?.stelle
    vorgabe.archiv = archiv?.stelle
    vorgabe.vereinbarung = vereinbarung ?? ""
    let teile = Werkzeug.kennung.split(separator: " " as Character, maxSplits: 1)
    if teile.count == 2 {
      vorgabe.programmname = String(teile[0])
      vorgabe.programmversion = String(teile[1])
    }
    return vorgabe
  }
}

/// `NAME=KENNUNG` or `NAME`: an organisation.
struct Stellenangabe: ExpressibleByArgument {
  let stelle: Earkangaben.Stelle

  init?(argument: String) {
    let teile = argument.split(
      separator: "=" as Character, maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = teile.first, !name.isEmpty else { return nil }
    stelle = Earkangaben.Stelle(String(name), kennung: teile.count == 2 ? String(teile[1]) : "")
  }
}

extension Earkversion: ExpressibleByArgument {
  /// The version by its number.
  public init?(argument: String) { self.init(rawValue: argument) }
}
