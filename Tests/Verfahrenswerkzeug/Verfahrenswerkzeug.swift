// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One side of the procedure as a process of its own, for tests that end it at any moment.
///
/// `behoerde ORDNER` carries on everything until nothing is left to do; `archiv ORDNER` answers until
/// it is ended. What it is doing stands in `stechuhr-behoerde` or `stechuhr-archiv`.
@main
struct Verfahrenswerkzeug {
  static func main() {
    let a = Array(CommandLine.arguments.dropFirst())
    guard a.count == 2 else { exit(64) }
    do {
      let uhr = try Stechuhr(a[1] + "/stechuhr-" + a[0])
      uhr.melde(.beginnt)
      switch a[0] {
      case "behoerde":
        var seite = try Behoerdenseite(a[1], uhr)
        arbeit: while true {
          switch try seite.arbeite() {
          case .fertig: break arbeit
          case .getan: break
          case .nichtsZuTun:
            uhr.melde(.wartet)
            usleep(1_000)
          }
        }
      case "archiv":
        var seite = try Archivseite(a[1], uhr)
        while true {
          if try seite.arbeite() { continue }
          uhr.melde(.wartet)
          usleep(1_000)
        }
      default: exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
