// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Whether a transfer brings exactly what the archive wanted (R49, R50).
public struct Vollzaehligkeit: Hashable, Sendable {
  /// Objects that were appraised A and did not come.
  public internal(set) var fehlend: [Objekteintrag] = []
  /// Objects that came although they were V, undecided, or never offered.
  public internal(set) var ueberzaehlig: [Objekteintrag] = []

  /// True if nothing is missing and nothing too much.
  public var istVollzaehlig: Bool { fehlend.isEmpty && ueberzaehlig.isEmpty }

  /// Nothing missing and nothing too much, as in the two-step procedure, where the catalogue decided.
  init() {}
}
