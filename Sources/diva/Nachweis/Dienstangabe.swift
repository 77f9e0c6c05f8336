// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Uebergabe

/// How the time stamp comes here.
struct Dienstangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Befehl, der die Anfrage an den Zeitstempeldienst bringt; »{anfrage}« und »{antwort}« stehen für die "
        + "beiden Dateien. Ohne diese Angabe bleibt die Anfrage im Nachweis liegen.",
      valueName: "BEFEHL"))
  var dienst: String?

  @Option(
    help: ArgumentHelp(
      "Die Richtlinie, nach der gestempelt werden soll, als Objektkennung.", valueName: "OID"))
  var richtlinie: String?

  @OptionGroup var vertrauen: Vertrauensangabe

  func validate() throws {
    if let richtlinie, !Zeitstempelanfrage.istObjektkennung(richtlinie) {
      throw ValidationError(
        "»--richtlinie« ist eine Objektkennung wie 1.3.6.1.4.1.99999.1, nicht »\(richtlinie.sichtbar)«."
      )
    }
    guard let dienst else { return }
    for platz in ["{anfrage}", "{antwort}"] where !dienst.contains(platz) {
      throw ValidationError("Im Befehl von »--dienst« fehlt »\(platz)«.")
    }
  }

  /// Fetches the time stamp for the open request if a command is named.
  ///
  /// - Returns: Whether it was fetched.
  func stemple(_ nachweis: inout Nachweisordner) throws -> Bool {
    guard let dienst, let anfrage = nachweis.offeneAnfrage else { return false }
    let ablage = FileManager.default.temporaryDirectory
      .appendingPathComponent("diva-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(
      at: ablage, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: ablage) }
    let worte = dienst.split(separator: " " as Character).map(String.init)
    let anker = try vertrauen.anker()
    do {
      let antwort = try Befehlsdienst(worte, ablage: ablage.path).stemple(anfrage)
      try nachweis.uebernimm(antwort: antwort, anker)
    } catch let fehler as NachweisFehler {
      let ort = nachweis.pfad.sichtbar
      throw Hinderung(
        "\(fehler) Der Nachweis »\(ort)« ist da, seine Anfrage bleibt offen. Noch einmal senden: "
          + "»diva nachweis anfrage \(ort) --dienst BEFEHL«; andere Wege: »diva hilfe nachweis anfrage«."
      )
    }
    return true
  }
}

/// The certificates that the user trusts.
struct Vertrauensangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Wurzelzertifikate des Zeitstempeldienstes (PEM, auch mehrere in einer Datei, oder DER). Ohne sie "
        + "bleibt die Vertrauenskette ungeprüft.",
      valueName: "DATEI.pem"))
  var vertrauen: String?

  func anker() throws -> Vertrauensanker? {
    guard let vertrauen else { return nil }
    return try Vertrauensanker(try Bytedatei.lies(vertrauen), name: vertrauen)
  }
}

/// A small file, read whole.
enum Bytedatei {
  static let grenze = 8 << 20

  static func lies(_ pfad: String, grenze: Int = grenze) throws -> [UInt8] {
    guard let datei = FileHandle(forReadingAtPath: pfad) else {
      throw Hinderung("»\(pfad.sichtbar)« ist nicht lesbar. Prüfen Sie Pfad und Leserechte.")
    }
    let bytes: Data?
    do { bytes = try datei.read(upToCount: grenze + 1) } catch {
      throw Hinderung("»\(pfad.sichtbar)« ist keine lesbare Datei. Prüfen Sie Pfad und Leserechte.")
    }
    guard (bytes?.count ?? 0) <= grenze else {
      throw Hinderung(
        "»\(pfad.sichtbar)« ist größer als \(grenze) Byte; das ist nicht die erwartete Datei.")
    }
    return [UInt8](bytes ?? Data())
  }
}
