// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// The effective due day of a row: the latest of its own and of all below (FAKTEN 2.6, F24).
struct Reiferechnung {
  private static let hoechsteTiefe = 100
  private let l: Lesezugriff

  init(_ l: Lesezugriff) { self.l = l }

  /// The day; nil if the object is open or something below keeps it.
  ///
  /// - Parameters:
  ///   - zeile: The row.
  ///   - bekannt: Its state, if that was read already.
  /// - Returns: The day.
  /// - Throws: ``SpeicherFehler``.
  func reife(
    _ zeile: Objektzeile, _ bekannt: Schriftgutzustand? = nil
  ) throws -> Kalendertag? {
    let z = try bekannt ?? zeile.schriftgut(l.pfad)
    guard z.lage.istGeschlossen, let eigene = z.frist?.reifAb else { return nil }
    guard case .bis(let unten) = try reifeUnten(zeile.nr) else { return nil }
    return unten.map { max($0, eigene) } ?? eigene
  }

  private enum Reife {
    case blockiert
    case bis(Kalendertag?)
  }

  /// The latest due day of what lies below; objects without a rule of their own follow.
  private func reifeUnten(_ nr: Int64, tiefe: Int = 0) throws -> Reife {
    // Deeper than any hierarchy: a row that was tampered with lies in itself.
    guard tiefe < Self.hoechsteTiefe else { return .blockiert }
    var spaeteste = try l.spaetesteReife(unter: nr)
    var blockiert = false
    try l.ohneReife(unter: nr) { kind in
      let z = try kind.schriftgut(l.pfad)
      guard z.lage.istGeschlossen, z.frist == nil,
        case .bis(let tag) = try reifeUnten(kind.nr, tiefe: tiefe + 1)
      else {
        blockiert = true
        return false
      }
      if let tag { spaeteste = spaeteste.map { max($0, tag) } ?? tag }
      return true
    }
    guard !blockiert else { return .blockiert }
    return .bis(spaeteste)
  }
}
