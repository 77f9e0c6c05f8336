// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Somebody does something on a day: all that a log must keep so that a replay gives the same states.
public struct Handlung: Hashable, Sendable, Codable {
  /// What happens, and to what.
  public var ereignis: Ereignis
  /// Who does it.
  public var akteur: Akteur
  /// The second person of a four-eyes act.
  public var zweitePerson: Akteur?
  /// The day in Berlin.
  public var heute: Kalendertag
  /// The archive that was asked before something is destroyed; it goes into the
  /// ``Vernichtungsprotokoll`` (FAKTEN 2.8).
  public var archiv: String?

  /// Somebody does something.
  public init(
    _ ereignis: Ereignis, akteur: Akteur, zweitePerson: Akteur? = nil, heute: Kalendertag,
    archiv: String? = nil
  ) {
    self.ereignis = ereignis
    self.akteur = akteur
    self.zweitePerson = zweitePerson
    self.heute = heute
    self.archiv = archiv
  }
}

extension Ereignis {
  /// The row of the transition table the event belongs to.
  public var regel: String {
    switch self {
    case .schriftgut(_, _, let e): e.regel
    case .dokument(_, _, let e): e.regel
    case .paket(_, let e): e.regel
    case .einheit: "A35"
    }
  }

  /// The name of the event, as the Protokoll writes it, for example `zdA`.
  public var name: String {
    func fall(_ wert: Any) -> String {
      Mirror(reflecting: wert).children.first?.label ?? "\(wert)"
    }
    return switch self {
    case .schriftgut(_, _, let e): fall(e)
    case .dokument(_, _, .lauf(let meldung)):
      meldung.ereignis.art.split(separator: " ").last.map(String.init) ?? "lauf"
    case .dokument(_, _, let e): fall(e)
    case .paket(_, let e): fall(e)
    case .einheit(_, let e): fall(e)
    }
  }
}
