// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Full disks and folders without the right to write, each in a process of its own.
@Suite struct DatentraegerTests {
  @Test("a limit on the size of files: an error of its own, nothing half, and the store goes on")
  func dateigroesse() async {
    await #expect(processExitsWith: .success) {
      try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
        try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
        signal(SIGXFSZ, SIG_IGN)
        var grenze = rlimit(rlim_cur: 600_000, rlim_max: rlim_t.max)
        guard setrlimit(__rlimit_resource_t(1), &grenze) == 0 else { exit(3) }  // RLIMIT_FSIZE
        let stapel = try speicher.neuerStapel()
        guard
          case .keinPlatz(_, let grund)? = speicherfehler({
            try stapel.nimm(bytes: [UInt8](repeating: 7, count: 700_000))
          }), grund.contains("Dateigröße")
        else { exit(1) }
        let fehler = speicherfehler {
          try speicher.schreibe { z in
            for n in 2..<20_000 {
              var zeile = Muster.objekt(Int64(n))
              zeile.metadaten = [UInt8](repeating: 1, count: 1000)
              try z.setze(zeile)
            }
          }
        }
        switch fehler {
        case .keinPlatz?, .datenbank?: break
        default: exit(2)
        }
        grenze.rlim_cur = rlim_t.max
        guard setrlimit(__rlimit_resource_t(1), &grenze) == 0 else { exit(4) }
        guard try speicher.lies({ try $0.anzahlen().objekte }) == 1 else { exit(5) }
        try Muster.lege([Muster.bytes(2)], in: speicher, nr: 2)
        guard try Muster.befunde(speicher).isEmpty else { exit(6) }
      }
      exit(0)
    }
  }

  @Test(
    "a full disk: an error of its own, nothing half, and the store goes on",
    .enabled(if: geteuid() == 0))
  func voll() async {
    await #expect(processExitsWith: .success) {
      try mitTemporaeremOrdner { ordner in
        let platte = ordner.path + "/platte"
        mkdir(platte, 0o755)
        let lauf = try Programm.starte(
          "mount", ["-t", "tmpfs", "-o", "size=3m", "none", platte])
        guard lauf.status == 0 else { return }  // not allowed here
        defer { _ = try? Programm.starte("umount", ["-l", platte]) }
        let speicher = try Speicher.lege(platte + "/s", kennung: "K")
        try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
        do {
          let stapel = try speicher.neuerStapel()
          guard
            case .keinPlatz? = speicherfehler({
              for n in 0..<100 { try stapel.nimm(bytes: Muster.bytes(n, laenge: 100_000)) }
            })
          else { exit(1) }
        }
        guard
          case .keinPlatz? = speicherfehler({
            try speicher.schreibe { z in
              for n in 2..<20_000 {
                var zeile = Muster.objekt(Int64(n))
                zeile.metadaten = [UInt8](repeating: 1, count: 1000)
                try z.setze(zeile)
              }
            }
          })
        else { exit(2) }
        guard
          case .keinPlatz? = speicherfehler({ try speicher.sichere(nach: platte + "/b") })
            ?? .keinPlatz(pfad: "", grund: "")
        else { exit(3) }
        guard try Muster.befunde(speicher).isEmpty else { exit(4) }
        guard try speicher.lies({ try $0.anzahlen().objekte }) == 1 else { exit(5) }
        try speicher.schliesse()
      }
      exit(0)
    }
  }

  @Test(
    "a full disk for the backup: the error names the backup, a new one leaves nothing",
    .enabled(if: geteuid() == 0))
  func volleSicherung() async {
    await #expect(processExitsWith: .success) {
      try mitTemporaeremOrdner { ordner in
        let platte = ordner.path + "/platte"
        mkdir(platte, 0o755)
        let lauf = try Programm.starte(
          "mount", ["-t", "tmpfs", "-o", "size=1m", "none", platte])
        guard lauf.status == 0 else { return }  // not allowed here
        defer { _ = try? Programm.starte("umount", ["-l", platte]) }
        for gross in [false, true] {
          let speicher = try Speicher.lege(ordner.path + "/s\(gross)", kennung: "K")
          // Once the files are too much, once already the database.
          if gross {
            try Muster.lege(
              (0..<20).map { Muster.bytes($0, laenge: 100_000) }, in: speicher, nr: 1)
          } else {
            try speicher.schreibe { z in
              for n in 2..<5_000 {
                var zeile = Muster.objekt(Int64(n))
                zeile.metadaten = [UInt8](repeating: 1, count: 1000)
                try z.setze(zeile)
              }
            }
          }
          let ziel = platte + "/b"
          guard case .keinPlatz(let pfad, _)? = speicherfehler({ try speicher.sichere(nach: ziel) })
          else { exit(1) }
          guard pfad.hasPrefix(ziel + "/") || pfad == ziel else { exit(2) }
          guard try Muster.inhalt(platte).isEmpty else { exit(3) }
          try speicher.schliesse()
        }
      }
      exit(0)
    }
  }

  @Test("a folder without the right to write: reading works, writing is refused with the reason")
  func nurLesbar() async {
    await #expect(processExitsWith: .success) {
      try mitTemporaeremOrdner { ordner in
        let pfad = ordner.path + "/s"
        do {
          let speicher = try Speicher.lege(pfad, kennung: "K")
          try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
          try speicher.schliesse()
        }
        chmod(ordner.path, 0o755)
        for name in ["", "/dateien", "/unterwegs"] { chmod(pfad + name, 0o555) }
        for name in ["/speicher.sqlite", "/sperre"] { chmod(pfad + name, 0o444) }
        if geteuid() == 0, setegid(65534) != 0 || seteuid(65534) != 0 { exit(9) }
        guard case .nichtSchreibbar? = speicherfehler({ _ = try Speicher(pfad) }) else { exit(1) }
        let lesend = try Speicher(pfad, .lesend)
        guard try lesend.lies({ try $0.anzahlen().dateien }) == 1 else { exit(2) }
        guard try Muster.befunde(lesend).isEmpty else { exit(3) }
        guard
          case .nichtSchreibbar? = speicherfehler({
            _ = try Speicher.lege(pfad + "/x/y", kennung: "")
          })
            ?? .nichtSchreibbar(pfad: "", grund: "")
        else { exit(4) }
        try lesend.schliesse()
        if getuid() == 0 { seteuid(0) }
        for name in ["", "/dateien", "/unterwegs"] { chmod(pfad + name, 0o755) }
      }
      exit(0)
    }
  }
}
