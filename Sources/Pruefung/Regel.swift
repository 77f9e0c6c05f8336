// SPDX-License-Identifier: Apache-2.0

/// A rule that a file can break, with its explanation for people.
public struct Regel: Hashable, Sendable {
  /// Identifier that never changes, for example `R52`.
  public let id: String
  /// Short German title.
  public let titel: String
  /// Severity of a finding if the check does not choose another one.
  public let schwere: Schwere
  /// One or two plain German sentences: why the rule exists.
  public let erklaerung: String
  /// One or two plain German sentences: what to do.
  public let abhilfe: String

  /// Creates a rule.
  public init(id: String, titel: String, schwere: Schwere, erklaerung: String, abhilfe: String) {
    self.id = id
    self.titel = titel
    self.schwere = schwere
    self.erklaerung = erklaerung
    self.abhilfe = abhilfe
  }
}
