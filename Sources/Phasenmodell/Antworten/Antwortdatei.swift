// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// An answer file: of one person, or merged from several (MODELL.md §6).
///
/// A merged file keeps the file of each person whole under `stimmen`, so that nothing is lost and files
/// can be merged again in any order.
public struct Antwortdatei: Hashable, Sendable {
  /// What stands in `format`.
  public static let format = "diva-antworten"

  /// Identifier of the catalogue that was answered.
  public var katalog: String
  /// Its version.
  public var katalogversion: String
  /// Facts about the municipality, as text, by their identifier.
  public var stammdaten: [String: String]
  /// The size class that somebody chose; nil to derive it.
  public var groessenklasse: Groessenklasse?
  /// Why it was chosen other than it follows from the facts.
  public var groessenklassengrund: String?
  /// For what part of the administration the answers hold.
  public var geltungsbereich: String?
  /// The position, 0 to 6; nil if not answered.
  public var standort: Int?
  /// True if all phases were asked.
  public var voll: Bool
  /// True if only the short version was asked.
  public var kurz: Bool
  /// The role of the person, for example `leitung`.
  public var rolle: String?
  /// Initials or name of the person.
  public var kuerzel: String?
  /// The day on which the person began, `JJJJ-MM-TT`.
  public var begonnen: String?
  /// The day of the last change.
  public var geaendert: String?
  /// The answers by question.
  public var antworten: [String: Antwort]
  /// What the group decided, by question.
  public var festlegungen: [String: Festlegung]
  /// The files of the people, if this one is merged.
  public var stimmen: [Antwortdatei]
  /// The whole file as it was read; what is unknown to this program is in here.
  public var baum: Baum

  /// The name of the municipality as somebody wrote it; nil if nobody did.
  public var kommune: String? {
    guard case .text(let name)? = baum["kommune"], !name.trimmed.isEmpty else { return nil }
    return name.trimmed
  }

  /// The day of the last change, or the first day; nil if neither is a day.
  ///
  /// That of a merged file is the last of its people.
  var letzterTag: String? {
    if istZusammengefuehrt, geaendert == nil { return stimmen.compactMap(\.letzterTag).max() }
    return [geaendert, begonnen].compactMap(\.self).first { Kalendertag($0) != nil }
  }

  /// The size class that somebody chose, or that follows from the facts; nil if neither is known.
  func klasse(_ katalog: Katalog) -> Groessenklasse? {
    groessenklasse ?? katalog.groessenklasse(aus: stammdaten)
  }

  /// Questions that were answered, but in another revision than the catalogue has, in its order.
  func geaenderteFragen(_ katalog: Katalog) -> [String] {
    katalog.fragen.filter { antworten[$0.id]?.gilt($0) == false }.map(\.id)
  }

  /// True if this file holds those of several people.
  public var istZusammengefuehrt: Bool { !stimmen.isEmpty }

  /// The files of single people: this one, or those that it holds.
  public var einzelne: [Antwortdatei] { istZusammengefuehrt ? stimmen : [self] }
}
