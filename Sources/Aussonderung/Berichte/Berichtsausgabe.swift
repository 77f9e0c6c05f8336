// SPDX-License-Identifier: Apache-2.0

/// A report on a process with the archive: a page for people and for paper, and the same as JSON for
/// programs.
///
/// ```swift
/// let bericht = Anbieteverzeichnisbericht(kopf, objekte: Berichtszeilen(liste))
/// try bericht.schreibe(in: "akte/berichte")
/// ```
///
/// Both forms are made row by row: however long the report is, only some 100 KB of it are in memory.
/// The page needs nothing but itself: no script, no font, no image, no network. All values are
/// escaped; invisible characters are shown by their code point.
public protocol Aussonderungsbericht {
  /// The name of the files, without extension.
  var dateiname: String { get }

  /// Writes the page as UTF-8, piece by piece.
  ///
  /// - Parameter senke: Takes the next bytes; they are valid during the call only.
  /// - Throws: What `senke` and the rows throw.
  func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws

  /// Writes the JSON as UTF-8, piece by piece: one object with `schemaVersion` (1), `bericht`, `kopf`,
  /// `summen`, and the rows.
  ///
  /// What is unknown is left out. Days are `JJJJ-MM-TT`, instants and UUIDs as in the messages, digests
  /// lower-case hex. Keys may be added within the same `schemaVersion`.
  ///
  /// - Parameter senke: Takes the next bytes; they are valid during the call only.
  /// - Throws: What `senke` and the rows throw.
  func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws
}

/// In which form a report is written.
public enum Berichtsform: Sendable {
  /// A page for people.
  case html
  /// For programs.
  case json
}

extension Aussonderungsbericht {
  /// Writes one form as UTF-8, piece by piece.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - senke: Takes the next bytes; they are valid during the call only.
  /// - Throws: What `senke` and the rows throw.
  public func gib(
    _ form: Berichtsform, _ senke: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    switch form {
    case .html: try html(into: senke)
    case .json: try json(into: senke)
    }
  }

  /// Writes one form into a file, in place of what is there; it is complete under its name or not
  /// there at all.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - pfad: The file.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, and what the rows throw.
  public func schreibe(_ form: Berichtsform, nach pfad: String) throws {
    try Dauerhaft.schreibe(nach: pfad, stueckweise: { try gib(form, $0) })
  }

  /// Writes both forms into a folder, in place of what bears their names: ``dateiname`` with `.html` and
  /// with `.json`.
  ///
  /// Each file is complete under its name or not there at all.
  ///
  /// - Parameter ordner: The folder; it is made if there is none.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, and what the rows throw.
  public func schreibe(in ordner: String) throws {
    try Dauerhaft.ordner(ordner)
    try Dauerhaft.schreibe(nach: ordner + "/" + dateiname + ".json", stueckweise: json)
    try Dauerhaft.schreibe(nach: ordner + "/" + dateiname + ".html", stueckweise: html)
  }
}

/// Text on its way to a sink: whole pieces leave as soon as there is enough of them.
struct Textstrom {
  static let stueck = 1 << 16
  var text = ""
  private let senke: (UnsafeRawBufferPointer) throws -> Void

  init(_ senke: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.senke = senke
    text.reserveCapacity(Self.stueck * 2)
  }

  /// Lets the text go if there is enough of it.
  mutating func weiter() throws {
    if text.utf8.count >= Self.stueck { try leere() }
  }

  /// Lets all of the text go.
  mutating func leere() throws {
    try text.withUTF8 { try senke(UnsafeRawBufferPointer($0)) }
    text.removeAll(keepingCapacity: true)
  }
}
