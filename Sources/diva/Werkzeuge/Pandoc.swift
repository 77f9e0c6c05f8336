// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Foundation
internal import Phasenmodell
internal import Pruefung

/// The foreign program pandoc, which writes files for office programs.
struct Pandoc {
  /// Its path.
  let pfad: String

  /// Finds pandoc on the search path.
  ///
  /// - Throws: ``Hinderung`` that says how to get it.
  init() throws {
    let orte = (Umgebung["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/pandoc" }
    guard let pfad = orte.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw Hinderung(
        "Für DOCX und ODT braucht es das Programm »pandoc«, und es ist nicht installiert. Unter Debian: "
          + "»apt-get install pandoc« oder »sh bin/einrichten exporte«. HTML und Markdown gehen ohne."
      )
    }
    self.pfad = pfad
  }

  /// Markdown as the toolbox uses it; quotation marks and dashes stay as they are.
  private static let leseform =
    "markdown_strict+pipe_tables+backtick_code_blocks+lists_without_preceding_blankline+startnum"
    + "+all_symbols_escapable-raw_html"

  /// Writes a tool; the same text gives the same content, dated with the day of the text.
  ///
  /// - Parameters:
  ///   - text: The tool.
  ///   - form: `docx` or `odt`.
  ///   - ziel: The file; it must not exist.
  /// - Throws: ``Hinderung`` with what pandoc said; nothing is left at the target then.
  func schreibe(_ text: Werkzeugtext, form: String, nach ziel: String) throws {
    let ordner = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: ordner) }
    let roh = ordner.appendingPathComponent("roh").path
    do {
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: false)
    } catch {
      throw Hinderung("Es kann keine Hilfsdatei angelegt werden: \(error.localizedDescription)")
    }
    try starte(text, form: form, nach: roh)
    do {
      try Bueroblatt.setze(roh, nach: ziel, quer: text.brauchtQuerformat)
    } catch {
      throw Hinderung("»\(ziel.sichtbar)« konnte nicht geschrieben werden: \(error)")
    }
  }

  private func starte(_ text: Werkzeugtext, form: String, nach ziel: String) throws {
    let lauf = Process()
    lauf.executableURL = URL(fileURLWithPath: pfad)
    lauf.arguments = [
      "--from", Self.leseform, "--to", form, "--standalone", "--output", ziel,
      "--metadata", "title=\(text.titel)", "--metadata", "lang=de-DE",
    ]
    var umgebung = ProcessInfo.processInfo.environment
    let tage = Int(text.stand?.tageszahl ?? 0)
    umgebung["SOURCE_DATE_EPOCH"] = String(max(0, tage) * 86_400)
    lauf.environment = umgebung
    let (eingang, meldung) = (Pipe(), Pipe())
    lauf.standardInput = eingang
    lauf.standardOutput = FileHandle.nullDevice
    lauf.standardError = meldung
    do {
      try lauf.run()
      // pandoc reads all before it writes, and its messages are short: neither side waits for the other.
      try eingang.fileHandleForWriting.write(contentsOf: Data(text.buerotext.utf8))
      try eingang.fileHandleForWriting.close()
    } catch {
      throw Hinderung("»pandoc« ließ sich nicht benutzen: \(error.localizedDescription)")
    }
    let gesagt = try meldung.fileHandleForReading.readToEnd() ?? Data()
    lauf.waitUntilExit()
    guard lauf.terminationReason == .exit, lauf.terminationStatus == 0 else {
      throw Hinderung(
        "»pandoc« ist gescheitert: \(String(decoding: gesagt.prefix(1_000), as: UTF8.self).sichtbar)"
      )
    }
  }
}
