// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What became of one object in the archive (0506 `AusgesondertesSGO`), or of one decision in the
/// agency's system (0514 `BewerteteAktenplaneinheit`).
public struct Importrueckmeldung: Hashable, Sendable, Codable {
  /// The UUID of the object or unit; the nil UUID if the message has no usable one.
  public var id: ObjektID
  /// Whether it was imported; a 2.x message has one result for all its objects.
  public var ergebnis: ErfolgOderMisserfolg
  /// The archive's own id of the object (0506 only), if it was asked for and the import succeeded
  /// (R65).
  public var archivkennung: String?

  /// A result.
  public init(_ id: ObjektID, _ ergebnis: ErfolgOderMisserfolg, archivkennung: String? = nil) {
    self.id = id
    self.ergebnis = ergebnis
    self.archivkennung = archivkennung
  }
}
