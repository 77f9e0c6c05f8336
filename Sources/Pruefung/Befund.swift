// SPDX-License-Identifier: Apache-2.0

/// One finding: a rule was broken at a place.
public struct Befund: Hashable, Sendable {
  /// Identifier of the rule, for example `R52`.
  public let regel: String
  /// Severity of this finding.
  public let schwere: Schwere
  /// What was found, as a German sentence.
  public let meldung: String
  /// What to do, as a German sentence; empty if there is nothing to say.
  public let abhilfe: String
  /// Where it was found.
  public let ort: Ort

  /// Creates a finding from its parts.
  public init(regel: String, schwere: Schwere, meldung: String, abhilfe: String, ort: Ort) {
    self.regel = regel
    self.schwere = schwere
    self.meldung = meldung
    self.abhilfe = abhilfe
    self.ort = ort
  }

  /// Creates a finding for `regel`.
  ///
  /// - Parameters:
  ///   - regel: The rule that was broken.
  ///   - schwere: Severity; nil takes that of the rule.
  ///   - meldung: What was found, as a German sentence.
  ///   - abhilfe: What to do; nil takes the remedy of the rule.
  ///   - ort: Where it was found.
  public init(
    _ regel: Regel, schwere: Schwere? = nil, _ meldung: String, abhilfe: String? = nil, ort: Ort
  ) {
    self.init(
      regel: regel.id, schwere: schwere ?? regel.schwere, meldung: meldung,
      abhilfe: abhilfe ?? regel.abhilfe, ort: ort)
  }
}
