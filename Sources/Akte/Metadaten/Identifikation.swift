// SPDX-License-Identifier: Apache-2.0

/// What identifies an object: its UUID and, perhaps, its number among its siblings.
///
/// The number is text, because xdomea 2.x allows any text; from 3.0 on it is an unsigned integer.
/// It orders, it never identifies (xdomea FAKTEN 4).
public struct Identifikation: Hashable, Sendable, Codable {
  /// The object's UUID.
  public var id: ObjektID
  /// The number in the container above; unique among siblings of a kind, all or none (R29).
  public var nummerImUebergeordnetenContainer: String?

  /// An identification.
  public init(_ id: ObjektID, nummer: String? = nil) {
    self.id = id
    nummerImUebergeordnetenContainer = nummer
  }
}
