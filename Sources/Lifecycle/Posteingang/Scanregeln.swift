// SPDX-License-Identifier: Apache-2.0

/// What an agency demands of its scans.
public struct Scanregeln: Hashable, Sendable, Codable {
  /// True if the check needs another person than the scan.
  public var prueferUngleichBediener: Bool
  /// True if a seal or time stamp is needed before the paper is destroyed.
  public var siegelNoetig: Bool
  /// The smallest sample in percent; 100 demands that all pages are checked.
  public var mindestpruefungInProzent: Int

  /// Demands; by default the strictest but for the seal.
  public init(
    prueferUngleichBediener: Bool = true, siegelNoetig: Bool = false,
    mindestpruefungInProzent: Int = 100
  ) {
    self.prueferUngleichBediener = prueferUngleichBediener
    self.siegelNoetig = siegelNoetig
    self.mindestpruefungInProzent = mindestpruefungInProzent
  }
}
