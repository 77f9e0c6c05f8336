// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A version of the list that says how long which files are kept (lebenszyklus FAKTEN 5).
///
/// Versions stand side by side (``Katalogbestand``); a closed file keeps a copy of its rule, so that
/// a new version does not change it silently (rows A10, A36).
public struct Aufbewahrungskatalog: Hashable, Sendable, Codable {
  /// Name of the version, for example `2025`.
  public var version: String
  /// First day on which this version is valid; nil without a limit.
  public var gueltigAb: Kalendertag?
  /// Last day on which this version is valid, inclusive; nil without a limit.
  public var gueltigBis: Kalendertag?
  /// The rows, in the order of the file.
  public var zeilen: [Katalogzeile]

  /// A catalogue.
  public init(
    version: String, gueltigAb: Kalendertag? = nil, gueltigBis: Kalendertag? = nil,
    zeilen: [Katalogzeile] = []
  ) {
    self.version = version
    self.gueltigAb = gueltigAb
    self.gueltigBis = gueltigBis
    self.zeilen = zeilen
  }

  /// True if this version is valid on a day.
  public func gilt(am tag: Kalendertag) -> Bool {
    gueltigAb.map { $0 <= tag } ?? true && gueltigBis.map { tag <= $0 } ?? true
  }

  /// The rule of a row, with its source.
  public func regel(_ zeile: Katalogzeile) -> Fristregel {
    Fristregel(
      herkunft: .katalogzeile(id: zeile.id, katalog: version), dauer: zeile.dauer,
      startregel: zeile.startregel, bezug: zeile.bezug, mindestBis: zeile.mindestBis,
      einschraenkungNachJahren: zeile.einschraenkungNachJahren,
      aussonderungsart: zeile.aussonderungsart, rechtsgrundlage: zeile.rechtsgrundlage,
      basis: zeile.basis, nieLoeschen: zeile.nieLoeschen)
  }
}

/// One row of a catalogue.
public struct Katalogzeile: Hashable, Sendable, Codable {
  /// Id of the row, unique in its catalogue.
  public var id: String
  /// The unit of the Aktenplan with all below it.
  public var aktenplan: Aktenplannummer
  /// What the row is about.
  public var betreff: String
  /// A second criterion beside the Aktenplan, such as the degree of responsibility; nil for all.
  public var selektor: String?
  /// How long.
  public var dauer: Fristdauer
  /// How the days are counted.
  public var startregel: Startregel
  /// From which day it counts.
  public var bezug: Fristbezug
  /// The period does not end before this.
  public var mindestBis: Mindestbis?
  /// For rules in two stages (F28).
  public var einschraenkungNachJahren: Int?
  /// What shall become of the file.
  public var aussonderungsart: Katalogart
  /// The law, as text.
  public var rechtsgrundlage: String
  /// What kind of law it is.
  public var basis: Rechtsbasis
  /// First day on which the row is valid.
  public var gueltigAb: Kalendertag
  /// Last day on which the row is valid, inclusive; nil without end.
  public var gueltigBis: Kalendertag?
  /// Whether the row reaches files that are closed already.
  public var wirkung: Katalogwirkung
  /// True for what is never deleted.
  public var nieLoeschen: Bool
  /// Line of the file, counted from 1; 0 if the row does not come from a file.
  public var zeile: Int

  /// A row.
  public init(
    id: String, aktenplan: Aktenplannummer, betreff: String, selektor: String? = nil,
    dauer: Fristdauer, startregel: Startregel = .jahresende, bezug: Fristbezug = .zdA,
    mindestBis: Mindestbis? = nil, einschraenkungNachJahren: Int? = nil,
    aussonderungsart: Katalogart = .bewerten, rechtsgrundlage: String = "",
    basis: Rechtsbasis = .ortsrecht, gueltigAb: Kalendertag, gueltigBis: Kalendertag? = nil,
    wirkung: Katalogwirkung = .nurNeue, nieLoeschen: Bool = false, zeile: Int = 0
  ) {
    self.id = id
    self.aktenplan = aktenplan
    self.betreff = betreff
    self.selektor = selektor
    self.dauer = dauer
    self.startregel = startregel
    self.bezug = bezug
    self.mindestBis = mindestBis
    self.einschraenkungNachJahren = einschraenkungNachJahren
    self.aussonderungsart = aussonderungsart
    self.rechtsgrundlage = rechtsgrundlage
    self.basis = basis
    self.gueltigAb = gueltigAb
    self.gueltigBis = gueltigBis
    self.wirkung = wirkung
    self.nieLoeschen = nieLoeschen
    self.zeile = zeile
  }

  /// True if the row is valid on a day.
  public func gilt(am tag: Kalendertag) -> Bool {
    gueltigAb <= tag && gueltigBis.map { tag <= $0 } ?? true
  }

  /// The names of the events that the row waits for.
  public var ereignisse: [String] {
    [bezug.ereignisname, mindestBis?.ereignisname].compactMap(\.self)
  }
}

/// Whom a changed row reaches (raw values are those of the CSV).
public enum Katalogwirkung: String, Hashable, Sendable, Codable, CaseIterable {
  /// Only files that are closed from now on.
  case nurNeue
  /// Also files whose period runs; what has expired stays as it was.
  case laufendeFristen
}
