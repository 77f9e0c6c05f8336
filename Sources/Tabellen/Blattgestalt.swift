// SPDX-License-Identifier: Apache-2.0

/// What a sheet looks like as a whole.
public struct Blattgestalt: Hashable, Sendable {
  /// Its name, at most 31 letters, none of `[]:*?/\`.
  public var name: String
  /// Widths of the columns in letters.
  public var breiten: [Int]
  /// The first row stays when the others move, is repeated on paper and has filters.
  public var hatKopf = false
  /// Which column offers a list of values; nil: none.
  public var auswahl: Auswahlspalte?

  /// A sheet.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - breiten: Widths of the columns in letters.
  public init(_ name: String, breiten: [Int]) {
    self.name = name
    self.breiten = breiten
  }
}

/// A column whose cells take values of a list only (data validation); empty cells are allowed.
public struct Auswahlspalte: Hashable, Sendable {
  /// The column, counted from 0.
  public var spalte: Int
  /// The values, none with a comma.
  public var werte: [String]
  /// Title of the message about another value, at most 32 letters.
  public var titel: String
  /// The message about another value, at most 255 letters.
  public var meldung: String

  /// A column with a list of values.
  public init(spalte: Int, werte: [String], titel: String, meldung: String) {
    self.spalte = spalte
    self.werte = werte
    self.titel = titel
    self.meldung = meldung
  }
}
