// SPDX-License-Identifier: Apache-2.0

/// A file format: what the code list of xdomea, PRONOM and the registry of MIME types call it.
///
/// All formats that are told apart are rows of ``alle``; a row is data, no code asks for its name.
public struct Dateiformat: Hashable, Sendable {
  /// A short name that never changes, such as `pdfa`.
  public let kennung: String
  /// The name for people, such as `PDF/A`.
  public let name: String
  /// The code in the list Dateiformat of xdomea; `100` for a format that the list does not have.
  public let code: String
  /// The MIME type.
  public let mime: String
  /// The extensions in lower case without their dot, the usual one first.
  public let endungen: [String]
  /// The PRONOM id if the version does not matter or is unknown; nil if it would be a guess.
  public let puid: String?
  /// The PRONOM ids by version.
  public let fassungen: [String: String]
  /// Codes that belong to one extension each, such as `009` to `jpe`.
  public let codeJeEndung: [String: String]
  /// Whether other formats lie in this one, so that an unknown extension says nothing.
  public let istHuelle: Bool

  init(
    _ kennung: String, _ name: String, _ code: String, _ mime: String, _ endungen: [String],
    puid: String? = nil, _ fassungen: [String: String] = [:],
    codeJeEndung: [String: String] = [:], istHuelle: Bool = false
  ) {
    self.kennung = kennung
    self.name = name
    self.code = code
    self.mime = mime
    self.endungen = endungen
    self.puid = puid
    self.fassungen = fassungen
    self.codeJeEndung = codeJeEndung
    self.istHuelle = istHuelle
  }

  /// The code for a file with this extension.
  ///
  /// - Parameter endung: The extension in lower case without its dot.
  /// - Returns: A code of the list.
  public func code(endung: String) -> String { codeJeEndung[endung] ?? code }

  /// All codes that the format can have.
  public var codes: Set<String> { Set(codeJeEndung.values).union([code]) }

  /// The URI of the code list that ``code`` is from.
  public static let listenURI = "urn:xoev-de:xdomea:codeliste:dateiformat"
  /// The version of the code list that ``code`` is from.
  ///
  /// Version 2.0, which newer messages cite, is not public; the known samples use the same codes.
  public static let listenversion = "1.0"

  /// The format that a code of the list means; nil for `100` and for unknown codes.
  ///
  /// - Parameter code: A code of the list.
  /// - Returns: The format.
  public static func format(code: String) -> Dateiformat? {
    code == "100" ? nil : alle.first { $0.codes.contains(code) }
  }
}
