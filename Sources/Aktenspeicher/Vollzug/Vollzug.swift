// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// Which event it is and when it happens.
///
/// The same id twice is the same event: the second time nothing changes.
public struct Ereigniskopf: Hashable, Sendable {
  /// The id of the event.
  public var id: EreignisID
  /// When; the zone must be known.
  public var zeitpunkt: Zeitpunkt

  /// An event.
  public init(id: EreignisID, zeitpunkt: Zeitpunkt) {
    self.id = id
    self.zeitpunkt = zeitpunkt
  }
}

/// What comes with an event beyond what ``Lebenszyklus`` must know.
public struct Beilage: Sendable {
  /// Metadata of a new object; nil makes simple ones from the event.
  public var metadaten: Schriftgutobjekt?
  /// The version that a Dokument gets.
  public var version: Version?
  /// Why, in words, for the Protokoll.
  public var grund: String?
  /// The text of the files, for the search.
  public var suchtext: String?
  /// Files of the object, published before the commit.
  package var dateien: [Dateiangabe] = []
  /// Whether ``metadaten`` are kept with what lies in them: descriptions that are no rows.
  package var mitInhalt = false

  /// Nothing.
  public init(
    metadaten: Schriftgutobjekt? = nil, version: Version? = nil, grund: String? = nil,
    suchtext: String? = nil
  ) {
    self.metadaten = metadaten
    self.version = version
    self.grund = grund
    self.suchtext = suchtext
  }
}

/// What became of an event.
public struct Vollzug: Sendable {
  /// The number of its entry in the Protokoll.
  public let folge: Int64
  /// What followed from it; nil if the event had happened before.
  public let wirkungen: Wirkungen?
  /// What was destroyed, with the proof, also if the event had happened before.
  public let vernichtung: Vernichtungsprotokoll?

  /// True if the event had come before, and had been refused.
  public let warAbgelehnt: Bool

  /// True if the event had happened before and nothing changed.
  public var warSchonGeschehen: Bool { wirkungen == nil }
}

/// An event was refused; the refusal is in the Protokoll under this number.
public struct Vollzugsablehnung: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why.
  public let fehler: LifecycleFehler
  /// The number of the entry; nil if it could not be written.
  public let folge: Int64?

  /// The refusal as a German sentence with what to do.
  public var description: String { fehler.description }
}
