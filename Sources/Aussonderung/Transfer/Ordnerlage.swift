// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where a folder really is, links and dots resolved, also one that is not there yet.
struct Ordnerlage {
  private let teile: [String]

  init(_ pfad: String) {
    var da = pfad.hasPrefix("/") ? pfad : "./" + pfad
    var rest: [String] = []
    while true {
      if let wahr = Self.aufgeloest(da) {
        var teile = wahr.split(separator: "/" as Character).map(String.init)
        for teil in rest.reversed() where teil != "." {
          if teil == ".." { _ = teile.popLast() } else { teile.append(teil) }
        }
        self.teile = teile
        return
      }
      while da.count > 1, da.hasSuffix("/") { da.removeLast() }
      guard let trenner = da.lastIndex(of: "/") else {
        teile = rest.reversed()
        return
      }
      rest.append(String(da[trenner...].dropFirst()))
      da = trenner == da.startIndex ? "/" : String(da[..<trenner])
    }
  }

  private static func aufgeloest(_ pfad: String) -> String? {
    guard let wahr = realpath(pfad, nil) else { return nil }
    defer { free(wahr) }
    return String(cString: wahr)
  }

  /// True if both are the same folder, or one lies in the other.
  func ueberschneidet(_ andere: Ordnerlage) -> Bool {
    teile.starts(with: andere.teile) || andere.teile.starts(with: teile)
  }
}
