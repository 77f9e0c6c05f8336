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
  /// The instants from which days were read, by ``Fristbezug/kuerzel``; only for the explanation.
  public var zeitpunkte: [String: Zeitpunkt] = [:]

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

extension Fristeingaben {
  /// Sets a reference day from an instant: its day in Berlin (F12–F16).
  ///
  /// The explanation will name the instant. `letzterVorgang` adds a Vorgang. An instant outside of
  /// the years 1 to 9999 makes the day unknown.
  public mutating func setze(_ bezug: Fristbezug, _ zeitpunkt: Zeitpunkt) {
    let tag = zeitpunkt.berlinerTag.map(Teildatum.tag) ?? .unbekannt
    switch bezug {
    case .zdA: zdA = tag
    case .letzteBearbeitung: letzteBearbeitung = tag
    case .letzterVorgang: vorgaenge.append(tag)
    case .ereignis(let name): ereignisse[name] = tag
    }
    zeitpunkte[bezug.kuerzel] = zeitpunkt
  }
}
