// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Whether what lies in the folder is one evidence, on which more may be built.
extension Nachweisordner {
  /// Refuses a folder from which a step in the middle is missing: the later ones would silently not count.
  ///
  /// The list and the request of a tree whose root was not written yet may be there: a renewal was
  /// interrupted, and begins anew.
  ///
  /// - Throws: ``NachweisFehler/stand(pfad:grund:)``.
  func verlangeLueckenlos() throws(NachweisFehler) {
    for name in try Beweisdatei.namen(pfad) {
      guard let stelle = name.lastIndex(of: "." as Character) else { continue }
      let teile = name[..<stelle].split(
        separator: "-" as Character, omittingEmptySubsequences: false)
      let zahlen = teile.dropFirst().compactMap { Int($0) }
      guard zahlen.count == teile.count - 1, let kette = zahlen.first, kette > 0 else { continue }
      let stempel = kette <= ketten.count ? ketten[kette - 1].stempel.count : 0
      let gehoertDazu: Bool
      switch (String(teile[0]), String(name[stelle...]), zahlen.count) {
      case ("wurzel", ".txt", 1): gehoertDazu = kette <= ketten.count
      case ("hashliste", _, 1): gehoertDazu = kette <= ketten.count + 1
      case ("zeitstempel", ".tst", 2): gehoertDazu = zahlen[1] <= stempel
      case ("anfrage", ".tsq", 2):
        gehoertDazu = kette <= ketten.count + 1 && zahlen[1] <= stempel + 1
      default: gehoertDazu = true
      }
      guard gehoertDazu else {
        throw .stand(
          pfad: pfad,
          grund:
            "»\(name)« liegt darin, aber ein Schritt davor fehlt; holen Sie die fehlenden Dateien "
            + "aus der Sicherung")
      }
    }
  }

  /// Refuses an evidence that does not hold in itself: a stamp more would be spent on nothing.
  ///
  /// Paths of certificates need roots and are not asked for here.
  ///
  /// - Throws: ``NachweisFehler/stand(pfad:grund:)`` with the first fault.
  func verlangeSchluessig() throws(NachweisFehler) {
    let bericht = try pruefe(daten: nil, Beweispruefer())
    guard let fehler = bericht.befunde.first(where: { $0.schwere == .fehler }) else { return }
    throw .stand(
      pfad: pfad, grund: "er ist in sich nicht gültig (\(fehler.regel)): \(fehler.meldung)")
  }
}
