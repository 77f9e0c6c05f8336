// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The days a period is computed from.
public struct Fristeingaben: Hashable, Sendable, Codable {
  /// Day of the zdA-Verfügung; nil while the object is open.
  public var zdA: Teildatum?
  /// Last processing of the object; its Entstehung in the sense of the archive law (FAKTEN 0, rule 4).
  public var letzteBearbeitung: Teildatum?
  /// The zdA-Verfügungen of the Vorgänge below; `nil` in the list is a Vorgang that is still open.
  public var vorgaenge: [Teildatum?]
  /// Named events that happened.
  public var ereignisse: [String: Teildatum]

  /// Input for a period.
  public init(
    zdA: Teildatum? = nil, letzteBearbeitung: Teildatum? = nil, vorgaenge: [Teildatum?] = [],
    ereignisse: [String: Teildatum] = [:]
  ) {
    self.zdA = zdA
    self.letzteBearbeitung = letzteBearbeitung
    self.vorgaenge = vorgaenge
    self.ereignisse = ereignisse
  }
}
