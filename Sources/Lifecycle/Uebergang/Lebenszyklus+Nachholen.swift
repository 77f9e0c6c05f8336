// SPDX-License-Identifier: Apache-2.0

extension Lebenszyklus {
  /// L99: who may replay the deletions of the Löschbuch on a restored backup.
  ///
  /// Replaying destroys, so it takes what destroying takes in the role matrix (lebenszyklus FAKTEN
  /// 2.1, row `vernichten`): the Registratur and a second, different person. The Fachadministration,
  /// which restores backups, may be one of the two, but then the other one is the Registratur.
  ///
  /// - Parameters:
  ///   - akteur: Who replays.
  ///   - zweitePerson: Who decides with that person.
  /// - Throws: ``LifecycleFehler`` with `nichtBefugt` or `vierAugenFehlt`.
  public static func pruefeNachholen(
    von akteur: Akteur, mit zweitePerson: Akteur?
  ) throws(LifecycleFehler) {
    func darfVernichten(_ person: Akteur) -> Bool {
      person.rollen.contains { Befugnis.vernichten.erlaubnis($0) == .zuZweit }
    }
    guard darfVernichten(akteur) || akteur.hat(.fachadministration) else {
      throw LifecycleFehler(regel: "L99", objekt: nil, grund: .nichtBefugt(.vernichten))
    }
    guard let zweite = zweitePerson, zweite.kennung != akteur.kennung,
      darfVernichten(zweite)
        || darfVernichten(akteur)
          && zweite.hat(.zeichnungsbefugte, .datenschutz, .fachadministration)
    else { throw LifecycleFehler(regel: "L99", objekt: nil, grund: .vierAugenFehlt) }
  }
}
