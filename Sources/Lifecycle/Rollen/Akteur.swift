// SPDX-License-Identifier: Apache-2.0

/// Who acts: a person with roles, or the system.
public struct Akteur: Hashable, Sendable, Codable {
  /// The login or another id that never changes.
  public var kennung: String
  /// The name for people and for the Protokoll.
  public var name: String
  /// In which capacities this person may act, sorted, each once.
  public private(set) var rollen: [Rolle]
  /// The Organisationseinheit, if known.
  public var organisationseinheit: String?
  /// Ids of the persons this one stands in for (Vertretung).
  public var vertritt: [String]

  /// A person.
  public init(
    kennung: String, name: String? = nil, rollen: Set<Rolle>, organisationseinheit: String? = nil,
    vertritt: [String] = []
  ) {
    self.kennung = kennung
    self.name = name ?? kennung
    self.rollen = rollen.sorted()
    self.organisationseinheit = organisationseinheit
    self.vertritt = vertritt
  }

  /// The timer or an import.
  public static let system = Akteur(kennung: "system", name: "System", rollen: [.system])

  /// True if this person has one of the roles.
  public func hat(_ eine: Rolle...) -> Bool { rollen.contains(where: eine.contains) }
}
