// SPDX-License-Identifier: Apache-2.0
public import Akte

/// An event was refused: which, for which object, and why.
///
/// A refusal is logged, too.
public struct LifecycleFehler: Error, Hashable, Sendable {
  /// The row of the transition table, for example `A10`.
  public let regel: String
  /// The object, if there is one.
  public let objekt: ObjektID?
  /// Why.
  public let grund: Ablehnungsgrund

  /// A refusal.
  public init(regel: String, objekt: ObjektID?, grund: Ablehnungsgrund) {
    self.regel = regel
    self.objekt = objekt
    self.grund = grund
  }
}

extension LifecycleFehler: CustomStringConvertible {
  /// The refusal as a German sentence with what to do.
  public var description: String { grund.meldung + " " + grund.abhilfe + " [\(regel)]" }
}
