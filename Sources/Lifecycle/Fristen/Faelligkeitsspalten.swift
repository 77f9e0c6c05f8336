// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Many objects in columns of day numbers, so that one pass says which of them are due.
///
/// A row takes 14 bytes. Each rule becomes one threshold: the latest reference day that is due
/// today. It is found with ``Frist/berechne(_:_:heute:grenzeJahre:)`` itself, so both always agree.
public struct Faelligkeitsspalten: Sendable {
  /// The rules; a row names one by its position.
  public let regeln: [Fristregel]
  private var klassen: [UInt16] = []
  private var bezugstage: [Int32] = []
  /// The first day on which nothing but the period stands against disposal.
  private var freiAb: [Int32] = []
  private var bearbeitungen: [Int32] = []

  /// Columns without rows; nil if there are more than 65,536 rules.
  public init?(regeln: [Fristregel]) {
    guard regeln.count <= 1 << 16 else { return nil }
    self.regeln = regeln
  }

  /// How many rows there are.
  public var anzahl: Int { klassen.count }

  /// Makes room for so many rows.
  public mutating func reserviere(_ anzahl: Int) {
    klassen.reserveCapacity(anzahl)
    bezugstage.reserveCapacity(anzahl)
    freiAb.reserveCapacity(anzahl)
    bearbeitungen.reserveCapacity(anzahl)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - regel: Position in ``regeln``; a row with another number is never due.
  ///   - bezugstag: The reference day; nil if it is not known, then the row is never due.
  ///   - letzteBearbeitung: For the 30-year guard; nil if it is not known.
  ///   - mindestereignis: The day of the event that ``Fristregel/mindestBis`` names; without it a
  ///     row whose rule names one is never due.
  ///   - sperre: The day from which no hold stands against disposal.
  public mutating func haengeAn(
    regel: Int, bezugstag: Kalendertag?, letzteBearbeitung: Kalendertag? = nil,
    mindestereignis: Kalendertag? = nil, sperre: Sperrlage = .keine
  ) {
    let bekannt = regeln.indices.contains(regel)
    klassen.append(UInt16(truncatingIfNeeded: bekannt ? regel : 0))
    bezugstage.append(bekannt ? bezugstag?.tageszahl ?? .max : .max)
    bearbeitungen.append(bekannt ? letzteBearbeitung?.tageszahl ?? .max : .max)
    var frei = sperre.freiAb
    if bekannt, case .ereignis(_, let monate) = regeln[regel].mindestBis {
      let tag = mindestereignis?.nach(monaten: monate)?.folgetag
      frei = max(frei, tag?.tageszahl ?? .max)
    }
    freiAb.append(frei)
  }

  /// The holds of one row.
  public enum Sperrlage: Hashable, Sendable {
    /// No hold is in force.
    case keine
    /// A hold that ends; disposal is possible again from this day.
    case aufgehoben(Kalendertag)
    /// A hold that nobody has lifted.
    case offen

    fileprivate var freiAb: Int32 {
      switch self {
      case .keine: .min
      case .aufgehoben(let tag): tag.tageszahl
      case .offen: .max
      }
    }
  }

  /// The rows that are due on a day: period over and no hold in force.
  ///
  /// One pass, O(rows).
  ///
  /// - Throws: ``Fristfehler/dauerUnplausibel(_:grenzeJahre:)`` if a rule is not plausible.
  public func faellig(am heute: Kalendertag, grenzeJahre: Int = 200) throws(Fristfehler) -> Bitmenge
  {
    var schwellen: [Int32] = []
    for regel in regeln {
      schwellen.append(try Schwelle.faellig(regel, am: heute, grenzeJahre))
    }
    return Schwelle.vergleiche(klassen, bezugstage, schwellen, freiAb, heute.tageszahl)
  }

  /// The rows whose 30-year guard warns on a day, whatever their period says (row A34).
  ///
  /// - Parameters:
  ///   - heute: The day.
  ///   - vorlaufTage: How many days before the last day the warning begins.
  /// - Returns: The positions of the rows.
  public func anzubieten(am heute: Kalendertag, vorlaufTage: Int = 0) -> Bitmenge {
    let schwellen = regeln.map { Schwelle.anzubieten($0, am: heute, vorlaufTage) }
    return Schwelle.vergleiche(klassen, bearbeitungen, schwellen, nil, heute.tageszahl)
  }
}
