// SPDX-License-Identifier: Apache-2.0

/// An entry of a code list (XÖV `Code`): the code itself and, as given, its list and name.
public struct Code: Hashable, Sendable, Codable {
  /// The code, for example `001`.
  public var wert: String
  /// The entry's name in the list; must not contradict the code.
  public var name: String?
  /// The list's URI; nil where the schema fixes it and the message left it out.
  public var listURI: String?
  /// The list's version; nil where the schema fixes it and the message left it out.
  public var listVersion: String?

  /// An entry of a code list.
  public init(
    _ wert: String, name: String? = nil, listURI: String? = nil, listVersion: String? = nil
  ) {
    self.wert = wert
    self.name = name
    self.listURI = listURI
    self.listVersion = listVersion
  }
}

extension Code {
  /// Medium `001`: the object exists in electronic form only.
  public static let mediumElektronisch = Code(
    "001", listURI: "urn:xoev-de:xdomea:codeliste:medium", listVersion: "1.0")
  /// Medium `002`: partly electronic, partly on paper.
  public static let mediumHybrid = Code(
    "002", listURI: "urn:xoev-de:xdomea:codeliste:medium", listVersion: "1.0")
  /// Medium `003`: the object exists on paper only.
  public static let mediumPapier = Code(
    "003", listURI: "urn:xoev-de:xdomea:codeliste:medium", listVersion: "1.0")

  /// An entry of the list of file formats (`dateiformat` 2.0), for example `018` for PDF.
  public static func dateiformat(_ wert: String) -> Code {
    Code(wert, listURI: "urn:xoev-de:xdomea:codeliste:dateiformat", listVersion: "2.0")
  }
}
