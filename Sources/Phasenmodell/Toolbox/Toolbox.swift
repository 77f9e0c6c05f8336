// SPDX-License-Identifier: Apache-2.0
internal import CToolbox

/// The files of the folder Toolbox, by their path below it.
public struct Toolbox: Hashable, Sendable {
  /// Path with slashes, and content.
  public var dateien: [String: [UInt8]]

  /// A toolbox with these files.
  public init(dateien: [String: [UInt8]]) { self.dateien = dateien }

  /// The files that the program carries.
  public static let eingebaut: Toolbox = {
    var dateien: [String: [UInt8]] = [:]
    for stelle in 0..<toolbox_anzahl() {
      let datei = toolbox_stelle(stelle)
      dateien[String(cString: datei.pfad)] = Array(
        UnsafeBufferPointer(start: datei.bytes, count: datei.anzahl))
    }
    return Toolbox(dateien: dateien)
  }()

  /// The paths in the order of their code points.
  public var pfade: [String] { dateien.keys.sorted() }

  /// The text of a file; nil if there is none or it is not UTF-8.
  public func text(_ pfad: String) -> String? {
    dateien[pfad].flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The catalogue with the findings of its reading.
  ///
  /// - Throws: ``Lesefehler`` if there is no catalogue or it is no YAML.
  public func katalog() throws(Lesefehler) -> Katalogleser.Ergebnis {
    guard let text = text("katalog.yaml") else {
      throw Lesefehler(
        zeile: nil, grund: "In der Toolbox fehlt »katalog.yaml«.",
        abhilfe: "Nennen Sie den Ordner, in dem diese Datei liegt.")
    }
    return try Katalogleser(datei: "katalog.yaml").lies(text)
  }

  /// The path of the text of a tool, for example `checklisten/CL-10-vergabe-fahrplan/CL-10.md`.
  public func pfad(werkzeug id: String) -> String? {
    pfade.first { $0.hasSuffix("/\(id).md") }
  }

  /// What belongs to a tool besides its text and is handed out with it: tables and calendars, by name.
  public func beilagen(werkzeug id: String) -> [String: [UInt8]] {
    guard let text = pfad(werkzeug: id) else { return [:] }
    let ordner = text.dropLast(id.count + 3)
    var ergebnis: [String: [UInt8]] = [:]
    for (pfad, bytes) in dateien where pfad.hasPrefix(ordner) {
      let name = String(pfad.dropFirst(ordner.count))
      if name.hasSuffix(".csv") || name.hasSuffix(".ics") { ergebnis[name] = bytes }
    }
    return ergebnis
  }
}
