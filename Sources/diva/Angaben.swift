// SPDX-License-Identifier: Apache-2.0
public import Akte
public import ArgumentParser
public import Xdomea

// Values of the command line.

extension Kalendertag: ExpressibleByArgument {
  /// A day as `TT.MM.JJJJ`, as an office writes it, or as `JJJJ-MM-TT`.
  public init?(argument: String) {
    guard argument.contains(".") else {
      self.init(argument)
      return
    }
    let teile = argument.split(separator: ".", omittingEmptySubsequences: false)
    let zahlen = teile.compactMap { teil in
      teil.utf8.allSatisfy { (48...57).contains($0) } ? Int(teil) : nil
    }
    // A year of two digits is a mistake, not the year 24.
    guard teile.count == 3, zahlen.count == 3, teile[2].count == 4,
      (1...2).contains(teile[0].count), (1...2).contains(teile[1].count)
    else { return nil }
    self.init(zahlen[2], zahlen[1], zahlen[0])
  }
}

extension Kennung: ExpressibleByArgument {
  /// A UUID of 8-4-4-4-12 hex digits.
  public init?(argument: String) { self.init(argument) }
}

extension XdomeaFassung: ExpressibleByArgument {
  /// The versions that this suite writes.
  public static var allValueStrings: [String] { ["3.0.0", "3.1.0", "4.0.0"] }

  /// A version that this suite writes; nil for any other text.
  public init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }

  /// The version as an option's default shows it.
  public var defaultValueDescription: String { rawValue }
}

extension Zeitpunkt: ExpressibleByArgument {
  /// A point in time as XML writes it.
  public init?(argument: String) { self.init(argument) }
}
