// SPDX-License-Identifier: Apache-2.0

/// A plan by which files are ordered; versioned, several versions may be valid side by side.
public struct Aktenplan: Hashable, Sendable, Codable {
  /// The plan's UUID; only in an Aktenplan sent for appraisal (0511).
  public var id: ObjektID?
  /// The plan's name.
  public var bezeichnung: String
  /// Kind of plan.
  public var typ: String?
  /// The plan's version.
  public var version: String
  /// The units at the top.
  public var einheiten: [Aktenplaneinheit] = []
  /// From when until when the plan is valid.
  public var gueltigkeit: Zeitraum?
  /// The plan as files.
  public var aktenplandateien: [Format] = []

  /// A plan without units yet.
  public init(bezeichnung: String, version: String) {
    self.bezeichnung = bezeichnung
    self.version = version
  }
}

/// A unit of an Aktenplan, nested to any depth; its decisions are inherited by what is filed below.
public struct Aktenplaneinheit: Hashable, Sendable, Codable {
  /// The unit's UUID; only in an Aktenplan sent for appraisal (0511).
  public var id: ObjektID?
  /// The unit's Kennzeichen, title and short title.
  public var angaben = Aktenplanverweis()
  /// What shall become of files below; mandatory in a message.
  public var aussonderungsart: Aussonderungsart?
  /// From when until when the unit is valid (from 3.0).
  public var gueltigkeit: Zeitraum?
  /// True if nothing new may be filed here.
  public var stillgelegt: Bool?
  /// How long files below are kept; mandatory in a message.
  public var aufbewahrungsdauer: Aufbewahrungsdauer?
  /// Units below.
  public var einheiten: [Aktenplaneinheit] = []
  /// Kennzeichen of units in other plans (from 3.0).
  public var verweise: [String] = []
  /// Agreed additional fields.
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 3.0).
  public var erweiterungXML: XMLFragment?

  /// A unit with nothing set.
  public init() {}

  /// A unit with its Kennzeichen and title.
  public init(kennzeichen: String, inhaltsangabe: String) {
    angaben = Aktenplanverweis(kennzeichen: kennzeichen, inhaltsangabe: inhaltsangabe)
  }
}
