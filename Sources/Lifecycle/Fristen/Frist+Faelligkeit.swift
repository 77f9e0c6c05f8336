// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Frist {
  /// True if the period is over on this day; holds are not asked (see ``istFrei(am:sperrzeiten:)``).
  public func istAbgelaufen(am tag: Kalendertag) -> Bool {
    guard let reifAb else { return false }
    return tag >= reifAb
  }

  /// True if the period is over at this instant, by the day in Berlin and not in UTC (F49).
  public func istAbgelaufen(um zeitpunkt: Zeitpunkt) -> Bool {
    guard let tag = zeitpunkt.berlinerTag else { return false }
    return istAbgelaufen(am: tag)
  }

  /// True if the period is over and no hold is in force: the file is `aussonderungsreif`.
  public func istFrei(am tag: Kalendertag, sperrzeiten: [Sperrzeit] = []) -> Bool {
    istAbgelaufen(am: tag) && !sperrzeiten.contains { $0.gilt(am: tag) }
  }

  /// True if the 30-year guard must warn: Entstehung + 30 years − `vorlaufTage` ≤ `tag` (row A34).
  ///
  /// - Parameters:
  ///   - tag: The day.
  ///   - vorlaufTage: How many days before the last day the warning begins.
  /// - Returns: False without a ``spaetestensAnbieten``.
  public func mussAngebotenWerden(am tag: Kalendertag, vorlaufTage: Int = 0) -> Bool {
    guard let spaetestensAnbieten else { return false }
    return Int(tag.tageszahl) >= Int(spaetestensAnbieten.tageszahl) - max(0, vorlaufTage)
  }
}
