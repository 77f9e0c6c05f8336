// SPDX-License-Identifier: Apache-2.0

/// Why a date is what it is: a list of German sentences in the order of thought.
public struct Begruendung: Hashable, Sendable, Codable {
  /// One step.
  public struct Schritt: Hashable, Sendable, Codable {
    /// What kind of step.
    public var art: Art
    /// The step as a German sentence.
    public var satz: String

    /// A step.
    public init(_ art: Art, _ satz: String) {
      self.art = art
      self.satz = satz
    }
  }

  /// What a step contributes.
  public enum Art: String, Hashable, Sendable, Codable {
    case eingabe, regel, schritt, ergebnis, hinweis
  }

  /// The steps.
  public var schritte: [Schritt]

  /// An explanation.
  public init(_ schritte: [Schritt] = []) { self.schritte = schritte }

  /// The sentences alone.
  public var saetze: [String] { schritte.map(\.satz) }

  /// The sentences as a numbered list, one in each line, without a line break at the end.
  ///
  /// Names of events and rules are shown as they were given; a program that prints them should make
  /// control characters visible.
  public var text: String {
    let breite = String(schritte.count).count
    return saetze.enumerated().map { stelle, satz in
      let nummer = String(stelle + 1)
      return String(repeating: " ", count: breite - nummer.count) + nummer + ". " + satz
    }.joined(separator: "\n")
  }

  /// Adds a step at the end.
  package mutating func sage(_ art: Art, _ satz: String) { schritte.append(Schritt(art, satz)) }
}
