// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// Tools in a folder, which lead to each other and have a map in front.
struct Werkzeugordner {
  let toolbox: Toolbox
  let katalog: Katalog
  let texte: [Werkzeugtext]
  let formen: [Werkzeugform]

  /// Writes all files into a new folder; it appears when it is complete.
  ///
  /// - Returns: The number of files.
  /// - Throws: ``Hinderung`` if the folder is not empty, if pandoc is needed and missing, or the system's
  ///   reason.
  func schreibe(nach pfad: String) throws -> Int {
    let pandoc = try formen.contains(where: \.istBuero) ? Pandoc() : nil
    let ziel = URL(fileURLWithPath: pfad, isDirectory: true)
    let schonDa = try? FileManager.default.contentsOfDirectory(atPath: ziel.path)
    guard schonDa?.isEmpty ?? !FileManager.default.fileExists(atPath: ziel.path) else {
      throw Hinderung(
        "»\(pfad.sichtbar)« gibt es schon und ist kein leerer Ordner. Wählen Sie einen neuen Namen."
      )
    }
    let teil = ziel.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString).teil")
    do {
      try FileManager.default.createDirectory(at: teil, withIntermediateDirectories: true)
      try fuelle(teil, pandoc)
      if schonDa != nil { try FileManager.default.removeItem(at: ziel) }
      try FileManager.default.moveItem(at: teil, to: ziel)
    } catch {
      try? FileManager.default.removeItem(at: teil)
      if let hinderung = error as? Hinderung { throw hinderung }
      throw Hinderung(
        "»\(pfad.sichtbar)« konnte nicht geschrieben werden: \(error.localizedDescription)")
    }
    return try FileManager.default.contentsOfDirectory(atPath: ziel.path).count
  }

  private func fuelle(_ ordner: URL, _ pandoc: Pandoc?) throws {
    func lege(_ name: String, _ inhalt: some Sequence<UInt8>) throws {
      try Data(inhalt).write(to: ordner.appendingPathComponent(name))
    }
    let dabei = Set(texte.map(\.id))
    let blatt = toolbox.stammdatenblatt.map { [$0] } ?? []
    for text in texte.filter({ !blatt.contains($0) }) + blatt {
      for form in formen {
        let name = "\(text.id).\(form.rawValue)"
        switch form {
        case .html:
          let html = text.html(werkzeug: Werkzeug.kennung) { verweis($0, "html", dabei) }
          try lege(name, html.utf8)
        case .md: try lege(name, text.markdown { verweis($0, "md", dabei) }.utf8)
        case .docx, .odt:
          // Only what is to be filled in needs an office program; the front matter says which that is.
          if text.ausgaben.contains("docx") {
            try pandoc?.schreibe(
              text, form: form.rawValue, nach: ordner.appendingPathComponent(name).path)
          }
        }
      }
      for (name, bytes) in toolbox.beilagen(werkzeug: text.id) { try lege(name, bytes) }
    }
    if formen.contains(.html) {
      let karte = Uebersichtskarte(katalog).html(werkzeug: Werkzeug.kennung) { id in
        dabei.contains(id) ? "\(id).html" : nil
      }
      try lege("uebersicht.html", karte.utf8)
    }
  }

  /// The address of another tool or of a table beside it; nil if it is not in the folder.
  private func verweis(_ ziel: String, _ endung: String, _ dabei: Set<String>) -> String? {
    if ziel.hasPrefix("https://") { return endung == "md" ? ziel : nil }
    guard let datei = ziel.split(separator: "/").last else { return nil }
    if let blatt = toolbox.stammdatenblatt, datei == "stammdaten.md" {
      return "\(blatt.id).\(endung)"
    }
    if let m = datei.wholeMatch(of: /([A-Z]{2}-\d\d)\.md(#.*)?/) {
      return dabei.contains(String(m.1)) ? "\(m.1).\(endung)" : nil
    }
    return dabei.contains(where: { toolbox.beilagen(werkzeug: $0)[String(datei)] != nil })
      ? String(datei) : nil
  }
}
