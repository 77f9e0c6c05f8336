// SPDX-License-Identifier: Apache-2.0

/// One entry of an object's history (xdomea `HistorienProtokollInformation`).
public struct HistorienProtokollInformation: Hashable, Sendable, Codable {
  /// Which metadatum was changed.
  public var metadatumName: String?
  /// Its value before.
  public var metadatumAlterWert: String?
  /// Its value after.
  public var metadatumNeuerWert: String?
  /// Who acted.
  public var akteur: String
  /// When.
  public var datumUhrzeit: Zeitpunkt?
  /// Free text.
  public var bemerkung: String?
  /// What was done.
  public var aktion: String

  /// An entry.
  public init(akteur: String, datumUhrzeit: Zeitpunkt?, aktion: String) {
    self.akteur = akteur
    self.datumUhrzeit = datumUhrzeit
    self.aktion = aktion
  }
}

/// A reference from one object to another.
public struct Verweis: Hashable, Sendable, Codable {
  /// The other object's UUID.
  public var id: ObjektID?
  /// The other object's kind, list `schriftgutobjekttyp` 1.0; mandatory up to 3.1.
  public var sgoTyp: Code?
  /// The other object's Kennzeichen.
  public var sgoKennzeichen: String?
  /// Free text.
  public var bemerkung: String?

  /// A reference; R37 wants a UUID or a Kennzeichen.
  public init(id: ObjektID? = nil, sgoTyp: Code? = nil, sgoKennzeichen: String? = nil) {
    self.id = id
    self.sgoTyp = sgoTyp
    self.sgoKennzeichen = sgoKennzeichen
  }
}
