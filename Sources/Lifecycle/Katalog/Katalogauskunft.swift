// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Which rule is in force for an object, and how it was found.
public struct Katalogauskunft: Hashable, Sendable {
  /// How the rule was found; the order is that of precedence.
  public enum Fundart: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was set for this object.
    case einzelfestlegung
    /// By Aktenplan and selector.
    case aktenplanUndSelektor
    /// By the Aktenplan alone.
    case aktenplan
    /// No row for the Aktenplan: the default of the plan.
    case planvorgabe
  }

  /// The rule.
  public var regel: Fristregel
  /// The row; nil if the rule was set for the object.
  public var zeile: Katalogzeile?
  /// How the rule was found.
  public var fundart: Fundart

  /// How the rule was found, as a German sentence.
  public var satz: String {
    guard let zeile else { return "Für dieses Objekt ist eine eigene Regel festgelegt." }
    let name = "Zeile \(zeile.id)" + (zeile.betreff.isEmpty ? "" : " »\(zeile.betreff)«")
    let plan = zeile.aktenplan.istPlanvorgabe ? "" : " zum Aktenplan \(zeile.aktenplan.text)"
    switch fundart {
    case .einzelfestlegung, .aktenplan: return "Es gilt die \(name)\(plan)."
    case .aktenplanUndSelektor where zeile.aktenplan.istPlanvorgabe:
      return "Es gilt die \(name), die Vorgabe des Plans für »\(zeile.selektor ?? "")«."
    case .aktenplanUndSelektor:
      return "Es gilt die \(name)\(plan) mit dem Merkmal »\(zeile.selektor ?? "")«."
    case .planvorgabe:
      return "Für den Aktenplan gibt es keine eigene Zeile; es gilt die Vorgabe, \(name)."
    }
  }
}

/// Why a catalogue gives no rule.
public enum Katalogfehler: Error, Hashable, Sendable {
  /// No row fits on this day.
  case keineRegel(aktenplan: String, am: Kalendertag, katalog: String)
  /// Several rows fit equally well; their ids in the order of the file.
  case mehrdeutig([String], aktenplan: String, am: Kalendertag)
  /// The number of the Aktenplan has an empty segment.
  case aktenplanUnlesbar(String)
  /// No version of the catalogue is valid on this day.
  case keinKatalog(am: Kalendertag)
  /// Several versions of the catalogue are valid on this day.
  case mehrereKataloge([String], am: Kalendertag)
}

extension Katalogfehler: CustomStringConvertible {
  /// The error as a German sentence with what to do.
  public var description: String {
    switch self {
    case .keineRegel(let plan, let tag, let katalog):
      "Der Katalog »\(katalog)« hat am \(tag.anzeige) keine Zeile für den Aktenplan »\(plan)« und "
        + "keine Vorgabe »*«. Bitte ergänzen Sie eine Zeile."
    case .mehrdeutig(let ids, let plan, let tag):
      "Für den Aktenplan »\(plan)« gelten am \(tag.anzeige) mehrere Zeilen zugleich: "
        + "\(ids.joined(separator: ", ")). Bitte grenzen Sie die Gültigkeit ab."
    case .aktenplanUnlesbar(let plan):
      "»\(plan)« ist keine Nummer eines Aktenplans. Erwartet wird zum Beispiel 20.11."
    case .keinKatalog(let tag):
      "Am \(tag.anzeige) gilt keine Fassung des Katalogs."
    case .mehrereKataloge(let versionen, let tag):
      "Am \(tag.anzeige) gelten mehrere Fassungen des Katalogs zugleich: "
        + "\(versionen.joined(separator: ", ")). Bitte grenzen Sie die Gültigkeit ab."
    }
  }
}

extension Aufbewahrungskatalog {
  /// Finds the rule for an object (FAKTEN 5, order of lookup).
  ///
  /// A rule set for the object comes first, then the rows whose selector fits, then the rows without
  /// selector; in each of these two the longest prefix of the Aktenplan counts. Last comes the
  /// default of the plan (`*`). Only rows that are valid on `tag` are asked.
  ///
  /// - Parameters:
  ///   - aktenplan: Number of the unit in which the object is filed.
  ///   - selektor: The object's second criterion, if it has one.
  ///   - tag: The day; for a closing the day of the zdA-Verfügung.
  ///   - einzelfestlegung: A rule that was set for the object.
  /// - Returns: The rule and how it was found.
  /// - Throws: ``Katalogfehler/keineRegel(aktenplan:am:katalog:)``,
  ///   ``Katalogfehler/mehrdeutig(_:aktenplan:am:)``, ``Katalogfehler/aktenplanUnlesbar(_:)``.
  public func auskunft(
    aktenplan: String, selektor: String? = nil, am tag: Kalendertag,
    einzelfestlegung: Fristregel? = nil
  ) throws(Katalogfehler) -> Katalogauskunft {
    if let einzelfestlegung {
      return Katalogauskunft(regel: einzelfestlegung, zeile: nil, fundart: .einzelfestlegung)
    }
    guard let nummer = Aktenplannummer(aktenplan), !nummer.istPlanvorgabe else {
      throw .aktenplanUnlesbar(aktenplan)
    }
    let passende = zeilen.filter { $0.gilt(am: tag) && $0.aktenplan.umfasst(nummer) }
    let mitSelektor = passende.filter { $0.selektor != nil && $0.selektor == selektor }
    for (gruppe, fundart) in [
      (mitSelektor, Katalogauskunft.Fundart.aktenplanUndSelektor),
      (passende.filter { $0.selektor == nil }, .aktenplan),
    ] {
      guard let laenge = gruppe.map(\.aktenplan.segmente.count).max() else { continue }
      let beste = gruppe.filter { $0.aktenplan.segmente.count == laenge }
      guard beste.count == 1, let zeile = beste.first else {
        throw .mehrdeutig(beste.map(\.id), aktenplan: aktenplan, am: tag)
      }
      let art = fundart == .aktenplan && laenge == 0 ? .planvorgabe : fundart
      return Katalogauskunft(regel: regel(zeile), zeile: zeile, fundart: art)
    }
    throw .keineRegel(aktenplan: aktenplan, am: tag, katalog: version)
  }
}

/// Versions of a catalogue side by side.
public struct Katalogbestand: Hashable, Sendable, Codable {
  /// The versions.
  public var kataloge: [Aufbewahrungskatalog]

  /// Versions of a catalogue.
  public init(_ kataloge: [Aufbewahrungskatalog] = []) { self.kataloge = kataloge }

  /// The version with this name.
  public func katalog(version: String) -> Aufbewahrungskatalog? {
    kataloge.first { $0.version == version }
  }

  /// The version that is valid on a day.
  ///
  /// Of several the one with the latest begin counts: a new version need not end the old one.
  ///
  /// - Throws: ``Katalogfehler/keinKatalog(am:)``, or ``Katalogfehler/mehrereKataloge(_:am:)`` if two
  ///   begin on the same day.
  public func katalog(am tag: Kalendertag) throws(Katalogfehler) -> Aufbewahrungskatalog {
    let gueltige = kataloge.filter { $0.gilt(am: tag) }
    let beginn = gueltige.compactMap(\.gueltigAb).max()
    let neueste = gueltige.filter { $0.gueltigAb == beginn }
    guard let katalog = neueste.first else { throw .keinKatalog(am: tag) }
    guard neueste.count == 1 else { throw .mehrereKataloge(neueste.map(\.version), am: tag) }
    return katalog
  }
}
