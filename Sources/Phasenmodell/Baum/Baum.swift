// SPDX-License-Identifier: Apache-2.0

/// What a YAML or JSON file says, before anybody knows what it means.
///
/// Numbers keep their digits, so that nothing is rounded; objects keep the order of their keys.
public indirect enum Baum: Hashable, Sendable {
  /// `null`.
  case nichts
  /// `true` or `false`.
  case wahrheit(Bool)
  /// A number as it is written, with a point.
  case zahl(String)
  /// A text.
  case text(String)
  /// A list.
  case liste([Ast])
  /// Keys with their values, in the order of the file.
  case objekt([Eintrag])

  /// A value and the line it begins in, counted from 1.
  public struct Ast: Hashable, Sendable {
    /// The value.
    public var baum: Baum
    /// The line in the file; 0 if it comes from no file.
    public var zeile: Int

    /// A value at a line.
    public init(_ baum: Baum, zeile: Int = 0) {
      self.baum = baum
      self.zeile = zeile
    }

    /// The same value; the lines do not matter.
    public static func == (a: Ast, b: Ast) -> Bool { a.baum == b.baum }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(baum) }
  }

  /// A key of an object with its value.
  public struct Eintrag: Hashable, Sendable {
    /// The key.
    public var name: String
    /// The value.
    public var ast: Ast

    /// A key with its value.
    public init(_ name: String, _ ast: Ast) {
      self.name = name
      self.ast = ast
    }
  }

  /// The value of a key; nil if this is no object or has no such key.
  public subscript(_ name: String) -> Baum? { ast(name)?.baum }

  /// The value of a key with its line.
  func ast(_ name: String) -> Ast? {
    guard case .objekt(let eintraege) = self else { return nil }
    return eintraege.first { $0.name == name }?.ast
  }

  /// The kind in German, for messages.
  var art: String {
    switch self {
    case .nichts: "nichts"
    case .wahrheit: "ja/nein"
    case .zahl: "eine Zahl"
    case .text: "ein Text"
    case .liste: "eine Liste"
    case .objekt: "eine Gruppe von Angaben"
    }
  }
}

extension Baum {
  /// An object from keys and values.
  static func objekt(_ paare: KeyValuePairs<String, Baum?>) -> Baum {
    .objekt(paare.compactMap { name, wert in wert.map { Eintrag(name, Ast($0)) } })
  }

  /// A list of values.
  static func liste(_ werte: [Baum]) -> Baum { .liste(werte.map { Ast($0) }) }

  /// A whole number.
  static func ganz(_ zahl: Int) -> Baum { .zahl(String(zahl)) }

  /// A whole number or null.
  static func ganz(oder zahl: Int?) -> Baum { zahl.map(Baum.ganz) ?? .nichts }

  /// A text or null.
  static func text(oder text: String?) -> Baum { text.map(Baum.text) ?? .nichts }
}
