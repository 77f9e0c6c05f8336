// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Ausgabe")
struct AusgabeTests {
  /// True if the program `script` can open a pseudo terminal; a bare chroot has none.
  static let hatTerminal: Bool =
    (try? Programm.starte("script", ["-qec", "true", "/dev/null"]).status) == 0

  @Test(
    "Eine volle Platte ist ein Fehler",
    arguments: ["zeigen X", "zeigen X --json", "pruefen X", "pruefen X --json", "--help", "demo"])
  func voll(_ befehl: String) throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let worte = befehl.split(separator: " ").map { $0 == "X" ? container : String($0) }
      let e = try Diva.shell(#""$@" > /dev/full"#, worte)
      #expect(e.status == 1)
      #expect(e.fehler.contains("Die Ausgabe konnte nicht geschrieben werden"))
    }
  }

  @Test(
    "Eine geschlossene Pipe endet still und mit Erfolg",
    arguments: ["zeigen X", "zeigen X --json", "pruefen X", "--help", "demo"])
  func pipe(_ befehl: String) throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let worte = befehl.split(separator: " ").map { $0 == "X" ? container : String($0) }
      let e = try Diva.shell(#"{ sleep 0.2; "$@"; echo "Status $?" >&2; } | true"#, worte)
      #expect(e.fehler == "Status 0\n")
    }
  }

  @Test(
    "Farben gibt es nur am Terminal und nicht mit NO_COLOR",
    .enabled(if: Self.hatTerminal, "übersprungen: hier gibt es kein Pseudoterminal"),
    arguments: [false, true])
  func farben(_ ohne: Bool) throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      #expect(!(try Diva.starte(["pruefen", container]).ausgabe.contains("\u{1B}")))
      let e = try Diva.shell(
        #"TERM=xterm script -qec "'$1' pruefen '$2'" /dev/null"#, [container],
        umgebung: ["NO_COLOR": ohne ? "1" : ""])
      #expect(e.ausgabe.contains("Ergebnis"))
      #expect(e.ausgabe.contains("\u{1B}[1;32m") != ohne)
    }
  }

  @Test("Ohne Terminal gibt es keine Fortschrittsanzeige")
  func fortschritt() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      #expect(try Diva.starte(["pruefen", container]).fehler.isEmpty)
    }
  }
}
