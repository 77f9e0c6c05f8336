// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aussonderung

extension Verfahrensordner {
  /// The objects of a process that are to be appraised.
  ///
  /// - Throws: `AussonderungFehler` if there is no such process or it has no offer yet.
  func zuBewerten(_ prozess: ProzessID) throws -> Objektliste {
    guard let verfahren = try verfahren(prozess) else {
      throw AussonderungFehler.unbekannterProzess(prozess, ordner: ordner)
    }
    let liste = try objektliste(verfahren.prozess)
    guard !liste.eintraege.isEmpty else {
      throw AussonderungFehler.falscherStand(
        prozess, grund: "Zu diesem Prozess liegt noch kein Angebot vor.",
        abhilfe: "Bewertet wird auf der Seite des Archivs, nachdem »diva archiv empfangen« das "
          + "Anbieteverzeichnis (0501) geholt hat.")
    }
    return liste
  }
}
