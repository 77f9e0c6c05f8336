// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Pruefung
internal import Xdomea

/// Where the demonstration finds its files and where it works.
enum Demoumgebung {
  private static let beispiele = "Docs/beispiel/akten"

  /// The folder of sample files: as named, else above the program, else above the current folder.
  static func akten(_ genannt: String?) throws -> URL {
    if let genannt {
      guard istOrdner(genannt) else {
        throw Hinderung("»\(genannt.sichtbar)« ist kein Ordner. Prüfen Sie den Pfad.")
      }
      return URL(fileURLWithPath: genannt)
    }
    let programm = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for anfang in [programm, FileManager.default.currentDirectoryPath].compactMap(\.self) {
      var ordner = URL(fileURLWithPath: anfang)
      while ordner.path != "/" {
        let kandidat = ordner.appendingPathComponent(beispiele)
        if istOrdner(kandidat.path) { return kandidat }
        ordner.deleteLastPathComponent()
      }
    }
    throw Hinderung(
      "Die Beispielakten (\(beispiele)) wurden nicht gefunden. Rufen Sie das Programm im Ordner des "
        + "Projekts auf, oder nennen Sie mit --ordner einen Ordner mit Akten.")
  }

  /// The schemas in `shared/xdomea/schemata` beside the checkout the sample files belong to.
  static func schemata(neben akten: URL) -> Schemata? {
    let projekt = akten.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let ordner = projekt.deletingLastPathComponent().path + "/shared/xdomea/schemata"
    return Schemawahl.istSchemaordner(ordner) ? Schemata(ordner: ordner) : nil
  }

  /// Calls `arbeite` with an empty folder and removes it afterwards, whatever happens.
  static func mitArbeitsordner(_ arbeite: (URL) throws -> Void) throws {
    let ordner = FileManager.default.temporaryDirectory
      .appendingPathComponent("diva-demo-\(UUID().uuidString)")
    try legeAn(ordner)
    defer { try? FileManager.default.removeItem(at: ordner) }
    try arbeite(ordner)
  }

  /// Makes a folder unless it is there.
  static func legeAn(_ ordner: URL) throws {
    do {
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
    } catch {
      throw Hinderung(
        "Der Ordner »\(ordner.path.sichtbar)« lässt sich nicht anlegen. Prüfen Sie Speicherplatz "
          + "und Schreibrechte.")
    }
  }

  /// The regular files in a folder and all folders below, sorted; hidden ones are left out.
  static func dateien(_ ordner: URL) throws -> [URL] {
    guard
      let lauf = FileManager.default.enumerator(
        at: ordner, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    else { throw Hinderung("Der Ordner »\(ordner.path.sichtbar)« ist nicht lesbar.") }
    return lauf.compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path < $1.path }
  }

  /// The bytes of a file.
  static func bytes(_ datei: URL) throws -> Data {
    do {
      return try Data(contentsOf: datei)
    } catch {
      throw Hinderung("»\(datei.path.sichtbar)« ist nicht lesbar.")
    }
  }

  private static func istOrdner(_ pfad: String) -> Bool {
    var ordner: ObjCBool = false
    return FileManager.default.fileExists(atPath: pfad, isDirectory: &ordner) && ordner.boolValue
  }
}
