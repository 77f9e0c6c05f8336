// SPDX-License-Identifier: Apache-2.0

/// What a cell of a sheet holds; never a formula.
public enum Zellwert: Hashable, Sendable {
  /// Nothing.
  case leer
  /// A text; longer ones than ``Arbeitsmappe/laengsterText`` are cut and say so.
  case text(String)
  /// A whole number.
  case zahl(Int64)
}

/// What a cell looks like.
public struct Zellform: Hashable, Sendable {
  /// Bold.
  public var fett = false
  /// Grey on grey: nothing to do here.
  public var grau = false
  /// Marked as a cell to fill in.
  public var eingabe = false
  /// Long texts go on in the next line.
  public var umbruch = false
  /// In the middle of the column.
  public var mittig = false
  /// Steps by which the text moves to the right, at most 15.
  public var einzug = 0

  /// Nothing special.
  public init() {}
}

/// One cell of a sheet.
public struct Zelle: Hashable, Sendable {
  /// What it holds.
  public var wert: Zellwert
  /// What it looks like.
  public var form: Zellform

  /// A cell.
  public init(_ wert: Zellwert, _ form: Zellform = Zellform()) {
    self.wert = wert
    self.form = form
  }
}
