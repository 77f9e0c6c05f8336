// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung

/// A scanner for malware, named as a command: a program with arguments, without a shell.
struct Virenprogramm: ExpressibleByArgument, Virenpruefer {
  /// Program and arguments.
  let worte: [String]

  /// The words of a command; nil if there is none, or a quotation mark has no end.
  init?(argument: String) {
    guard let worte = Self.worte(argument), worte.first?.isEmpty == false else { return nil }
    self.worte = worte
  }

  private init(worte: [String]) { self.worte = worte }

  /// Splits at blanks, except between `"` or `'`.
  private static func worte(_ text: String) -> [String]? {
    var worte: [String] = []
    var wort: String?
    var ende: Character?
    for z in text {
      if let bis = ende {
        if z == bis { ende = nil } else { wort?.append(z) }
      } else if z == "\"" || z == "'" {
        ende = z
        wort = wort ?? ""
      } else if z.isWhitespace {
        if let fertig = wort { worte.append(fertig) }
        wort = nil
      } else {
        wort = (wort ?? "") + String(z)
      }
    }
    if let fertig = wort { worte.append(fertig) }
    return ende == nil ? worte : nil
  }

  /// The same with the path of the program.
  ///
  /// - Throws: ``Hinderung`` if there is no such program.
  func gefunden() throws -> Virenprogramm {
    let name = worte.first ?? ""
    let orte =
      name.contains("/")
      ? [name]
      : (Umgebung["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
    guard let pfad = orte.first(where: istProgramm) else {
      throw Hinderung(
        "Das Programm »\(name.sichtbar)« für die Virenprüfung gibt es nicht oder es ist nicht "
          + "ausführbar. Es wurde nichts abgegeben.")
    }
    return Virenprogramm(worte: [pfad] + worte.dropFirst())
  }

  private func istProgramm(_ pfad: String) -> Bool {
    var ordner: ObjCBool = false
    return FileManager.default.isExecutableFile(atPath: pfad)
      && FileManager.default.fileExists(atPath: pfad, isDirectory: &ordner) && !ordner.boolValue
  }

  /// See `Virenpruefer`: 0 is clean, 1 a finding, everything else an error.
  func pruefe(_ ordner: String) throws -> String? {
    let lauf = Process()
    lauf.executableURL = URL(fileURLWithPath: worte.first ?? "")
    lauf.arguments = worte.dropFirst() + [ordner]
    lauf.standardInput = FileHandle.nullDevice
    let ausgabe = Pipe()
    lauf.standardOutput = ausgabe
    lauf.standardError = ausgabe
    do {
      try lauf.run()
    } catch {
      throw hinderung("ließ sich nicht starten", "")
    }
    var gesagt = Data()
    while let stueck = try ausgabe.fileHandleForReading.read(upToCount: 1 << 16), !stueck.isEmpty {
      // Its first words are enough for a message; the rest must be read, else it would wait.
      gesagt.append(stueck.prefix(max(0, 1_000 - gesagt.count)))
    }
    lauf.waitUntilExit()
    let text = String(decoding: gesagt, as: UTF8.self).replacing(ordner + "/", with: "")
      .split(whereSeparator: \.isNewline).joined(separator: "; ")
    guard lauf.terminationReason == .exit else { throw hinderung("wurde abgebrochen", text) }
    switch lauf.terminationStatus {
    case 0: return nil
    case 1:
      return "Die Virenprüfung hat etwas gefunden" + (text.isEmpty ? "." : ": \(text)")
    case let status: throw hinderung("ist mit \(status) gescheitert", text)
    }
  }

  private func hinderung(_ was: String, _ text: String) -> Hinderung {
    Hinderung(
      "Die Virenprüfung »\((worte.first ?? "").sichtbar)« \(was)"
        + (text.isEmpty ? "." : ": \(text)") + " Es wurde nichts abgegeben.")
  }
}
