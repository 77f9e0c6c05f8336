// SPDX-License-Identifier: Apache-2.0

/// How a version binds an element to a code list (FAKTEN 6.1).
struct Codebindung: Sendable, Hashable {
  /// The list's URI; nil if the message names any list.
  let uri: String?
  /// True if the schema fixes ``version``.
  let versionFest: Bool
  /// The fixed version, or the one written where the message must name one and none is known.
  let version: String?
  /// True if the message must name the version.
  let versionPflicht: Bool
  /// False where the schema forgot to allow `<name>` (R70).
  let nameErlaubt: Bool
  /// The list assumed where the message must name one and none is known.
  let vorgabeURI: String?

  /// A list whose URI and version the schema fixes; attributes may be left out.
  static func fest(_ liste: String, _ version: String) -> Codebindung {
    Codebindung(
      uri: xdomeaListe(liste), versionFest: true, version: version, versionPflicht: false,
      nameErlaubt: true, vorgabeURI: nil)
  }

  /// A list whose URI is fixed and whose version the message must name.
  static func frei(
    _ uri: String, vorgabe version: String, nameErlaubt: Bool = true
  ) -> Codebindung {
    Codebindung(
      uri: uri.hasPrefix("urn:") || uri.contains(" ") ? uri : xdomeaListe(uri),
      versionFest: false, version: version, versionPflicht: true, nameErlaubt: nameErlaubt,
      vorgabeURI: nil)
  }

  /// Any list; the message must name URI and version.
  ///
  /// The defaults fill in for older messages.
  static func offen(vorgabe uri: String?, _ version: String?) -> Codebindung {
    Codebindung(
      uri: nil, versionFest: false, version: version, versionPflicht: true, nameErlaubt: true,
      vorgabeURI: uri)
  }

  /// Any list; the message need not name it (XÖV `Code` without restriction).
  static let beliebig = Codebindung(
    uri: nil, versionFest: false, version: nil, versionPflicht: false, nameErlaubt: true,
    vorgabeURI: nil)

  static func xdomeaListe(_ name: String) -> String { "urn:xoev-de:xdomea:codeliste:" + name }
}
