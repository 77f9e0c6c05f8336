// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The archive's decision on one object (0502 `BewertetesSGO`) or on one unit of an Aktenplan (0513
/// `BewerteteAktenplaneinheit`).
public struct Objektbewertung: Hashable, Sendable, Codable {
  /// The UUID of the object or unit; the nil UUID if the message has no usable one.
  public var id: ObjektID
  /// The decision: `A` or `V` for an object (R47); an empty code if the message has none.
  public var aussonderungsart: Aussonderungsart

  /// A decision.
  public init(_ id: ObjektID, _ aussonderungsart: Aussonderungsart) {
    self.id = id
    self.aussonderungsart = aussonderungsart
  }
}
