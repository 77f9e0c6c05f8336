// SPDX-License-Identifier: Apache-2.0
import Aktenspeicher
import Foundation

/// A process for the tests of the store: it is killed while it works, holds the lock, or reads beside
/// a writer.
@main
struct Absturzwerkzeug {
  static func main() {
    let a = Array(CommandLine.arguments.dropFirst())
    do {
      switch (a.first, a.count) {
      case ("arbeite", 5):
        guard let lauf = UInt64(a[2]), let seed = UInt64(a[3]) else { exit(64) }
        var arbeit = try Arbeit(a[1], lauf: lauf, seed: seed, quittung: a[4])
        while true { try arbeit.tuEtwas() }
      case ("halte", 2):
        let speicher = try Speicher(a[1])
        print("offen")
        fflush(nil)
        while readLine() != nil {}  // until the test closes the pipe
        try speicher.schliesse()
      case ("oeffne", 2):
        try Speicher(a[1]).schliesse()
      case ("lies", 3):
        print(try Mitleser(a[1]).lies(bis: a[2]))
      default: exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
