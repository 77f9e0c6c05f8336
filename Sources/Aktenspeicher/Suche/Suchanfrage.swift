// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What to look for in a store.
public struct Suchanfrage: Hashable, Sendable {
  /// What a person typed; nil or blank finds all that the filters let pass.
  ///
  /// Any characters are allowed. Words are joined by "and", capitals and accents do not count, ä is
  /// ae and ß is ss. Three or more letters are found anywhere in a word, two at its beginning, one
  /// only alone. Text in quotation marks must stand together.
  public var text: String?
  /// Only objects whose Aktenplaneinheit has a Kennzeichen that begins with this.
  public var aktenplan: String?
  /// Only objects whose own Kennzeichen begins with this; capitals count.
  public var kennzeichen: String?
  /// Only objects of these levels; empty for all.
  public var ebenen: Set<Objektebene>
  /// Only objects in these states, as numbers of the database; empty for all.
  public var lagen: Set<Int>
  /// So many hits are left out.
  public var ab: Int
  /// So many hits are given at most, 1 to 1000.
  public var hoechstzahl: Int

  /// A search for all objects but for what is said here.
  public init(
    _ text: String? = nil, aktenplan: String? = nil, kennzeichen: String? = nil,
    ebenen: Set<Objektebene> = [], lagen: Set<Int> = [], ab: Int = 0, hoechstzahl: Int = 50
  ) {
    self.text = text
    self.aktenplan = aktenplan
    self.kennzeichen = kennzeichen
    self.ebenen = ebenen
    self.lagen = lagen
    self.ab = ab
    self.hoechstzahl = hoechstzahl
  }
}

/// An object that was found.
public struct Suchtreffer: Hashable, Sendable {
  /// Its id.
  public let id: ObjektID
  /// Its level.
  public let ebene: Objektebene
  /// Its state as a number of the database.
  public let lage: Int
  /// Its Kennzeichen.
  public let kennzeichen: String?
  /// Its Betreff.
  public let betreff: String?
}

/// One page of what was found.
public struct Suchergebnis: Hashable, Sendable {
  /// The hits of this page.
  public let treffer: [Suchtreffer]
  /// The number of all hits; nil if the words occur in more than
  /// ``Suchergebnis/grenze`` objects and counting would take too long.
  public let anzahl: Int?
  /// Whether the best hits come first; else the newest objects do.
  public let nachRelevanz: Bool
  /// Whether there are hits after this page.
  public let weitere: Bool
  /// What was typed and was not searched for, because neither a letter nor a digit is in it; objects
  /// whose Betreff has nothing else are found by their Kennzeichen or by filters only.
  public let ungesucht: [String]
  /// Whether more was typed than a search looks at, 24 words or 512 characters.
  public let gekuerzt: Bool

  /// Up to so many hits are counted and ordered by relevance.
  public static let grenze = 20_000
}
