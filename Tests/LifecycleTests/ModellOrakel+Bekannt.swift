// SPDX-License-Identifier: Apache-2.0

extension Modellorakel {
  /// A rule that the machine is known to break.
  struct Bekanntes: Sendable {
    let regel: String
    /// What happens.
    let warum: String
    /// Does not occur in every long run.
    let selten: Bool
  }

  /// Breaches of these rules are counted, not thrown, so that the run goes on; ``ModellTests`` fails
  /// when one that is not rare does not occur any more.
  static let bekannt: [Bekanntes] = []
}
