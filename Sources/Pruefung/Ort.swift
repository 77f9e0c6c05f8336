// SPDX-License-Identifier: Apache-2.0

/// The place of a finding: a file, a line in it, an object of the message.
///
/// Every part may be unknown. The values are shown to people but never opened as a path.
public struct Ort: Hashable, Sendable, Codable {
  /// Name of the file, for example an entry of the container.
  public var datei: String?
  /// Line in the message, counted from 1.
  public var zeile: Int?
  /// UUID of the object concerned.
  public var objekt: String?
  /// Subject (Betreff) of the object concerned, so that people recognise it.
  public var betreff: String?

  /// Creates a place; leave out what is not known.
  public init(
    datei: String? = nil, zeile: Int? = nil, objekt: String? = nil, betreff: String? = nil
  ) {
    self.datei = datei
    self.zeile = zeile
    self.objekt = objekt
    self.betreff = betreff
  }
}
