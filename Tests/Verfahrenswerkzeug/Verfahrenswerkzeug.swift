// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One side of the procedure as a process of its own, for tests that end it at any moment.
///
/// `behoerde ORDNER` carries on everything until nothing is left to do; `archiv ORDNER` answers until
/// it is ended.
@main
struct Verfahrenswerkzeug {
  static func main() {
    let a = Array(CommandLine.arguments.dropFirst())
    guard a.count == 2 else { exit(64) }
    do {
      switch a[0] {
      case "behoerde":
        let seite = try Behoerdenseite(a[1])
        while try !seite.arbeite() { usleep(2_000) }
      case "archiv":
        let seite = try Archivseite(a[1])
        while true {
          try seite.arbeite()
          usleep(2_000)
        }
      default: exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
