// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung

/// The names of files that are to be written: each says what is in it.
enum Dateiziel {
  /// Refuses a name whose end promises something else; a name without an end is as good as any.
  ///
  /// - Throws: `ValidationError` with the name that would fit.
  static func pruefe(_ pfad: String?, als was: String, endungen: [String]) throws {
    guard let pfad else { return }
    let name = (pfad as NSString).lastPathComponent
    let endung = (name as NSString).pathExtension.lowercased()
    guard !endung.isEmpty, !endungen.contains(endung) else { return }
    let stamm =
      endung.allSatisfy(\.isNumber) ? name : (name as NSString).deletingPathExtension
    throw ValidationError(
      "»\(pfad.sichtbar)« endet auf .\(endung.sichtbar), geschrieben wird aber \(was). Nennen Sie die Datei "
        + "zum Beispiel »\(stamm.sichtbar).\(endungen[0])«.")
  }

  /// Refuses two options that name the same file.
  ///
  /// - Throws: `ValidationError` naming both.
  static func pruefeVerschieden(_ ziele: [(option: String, pfad: String?)]) throws {
    var bisher: [String: String] = [:]
    for case (let option, let pfad?) in ziele {
      let ort = URL(fileURLWithPath: pfad).standardizedFileURL.path
      if let andere = bisher.updateValue(option, forKey: ort) {
        throw ValidationError(
          "\(andere) und \(option) nennen dieselbe Datei »\(pfad.sichtbar)«. Geben Sie jeder einen eigenen Namen."
        )
      }
    }
  }
}
