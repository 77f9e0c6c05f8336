// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
internal import Foundation
public import Lifecycle

// Who acts, as it is typed.

extension Rolle: ExpressibleByArgument {
  /// The short forms of the roles.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// A role by its short form, in capitals or not; nil for any other text.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// `KENNUNG:ROLLE`.
struct Personenangabe: ExpressibleByArgument {
  let akteur: Akteur

  init?(argument: String) {
    guard let trenner = argument.lastIndex(of: ":"), trenner > argument.startIndex,
      let rolle = Rolle(argument: String(argument[argument.index(after: trenner)...]))
    else { return nil }
    akteur = Akteur(kennung: String(argument[..<trenner]), rollen: [rolle])
  }
}

/// The name under which somebody is logged in.
enum Anmeldename {
  static var aktuell: String {
    guard let eintrag = getpwuid(geteuid()), let name = eintrag.pointee.pw_name else {
      return "uid-\(geteuid())"
    }
    return String(cString: name)
  }
}
