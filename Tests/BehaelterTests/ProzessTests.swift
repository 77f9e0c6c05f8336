// SPDX-License-Identifier: Apache-2.0
import Behaelter
import Foundation
import TestHilfe
import Testing

/// Tests that change their process (time zone, limits), each in a process of its own.
@Suite struct ProzessTests {
  @Test("the same entries give the same bytes in every time zone, for any chosen time")
  func zeitzonen() async {
    await #expect(processExitsWith: .success) {
      try mitTemporaeremOrdner { ordner in
        // 1980, 2026-11-23 04:05:06, a leap day at midnight, the last even second of 2105
        for zeit in [315_532_800, 1_795_406_706, 1_709_164_800, 4_291_747_198] as [Int64] {
          var erste: Data?
          for zone in ["UTC", "Asia/Tokyo", "Europe/Berlin", "America/Los_Angeles"] {
            setenv("TZ", zone, 1)
            tzset()
            var optionen = Containerschreiber.Optionen()
            optionen.zeit = zeit
            optionen.ueberschreiben = true
            try SchreiberTests.schreibe(ordner.path + "/t.zip", optionen)
            let bytes = try Data(contentsOf: ordner.appendingPathComponent("t.zip"))
            if bytes != erste ?? bytes { exit(1) }
            erste = bytes
          }
          guard Programm.vorhanden("python3") else { continue }
          let text = """
            import sys, zipfile, datetime
            t = datetime.datetime.fromtimestamp(\(zeit), datetime.timezone.utc).timetuple()[:6]
            for i in zipfile.ZipFile(sys.argv[1]).infolist(): assert i.date_time == t, i.date_time
            """
          let lauf = try Programm.starte("python3", ["-c", text, ordner.path + "/t.zip"])
          if lauf.status != 0 { exit(2) }
        }
      }
      exit(0)
    }
  }

  @Test("a full disk is an error and leaves nothing, whether packing or unpacking")
  func vollerDatentraeger() async {
    await #expect(processExitsWith: .success) {
      try mitTemporaeremOrdner { ordner in
        try SchreiberTests.schreibe(ordner.path + "/gut.zip")
        signal(SIGXFSZ, SIG_IGN)
        var grenze = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
        guard setrlimit(__rlimit_resource_t(1), &grenze) == 0 else { exit(3) }  // RLIMIT_FSIZE
        guard
          case .schreiben(_, let grund)? = fehler({
            try SchreiberTests.schreibe(ordner.path + "/voll.zip")
          }), grund == "die Datei überschreitet die erlaubte Dateigröße"
        else { exit(1) }
        guard
          case .schreiben? = fehler({
            try entpacke(ordner.path + "/gut.zip", nach: ordner.path + "/aus")
          })
        else { exit(2) }
        guard try inhalt(ordner) == ["gut.zip"] else { exit(4) }
      }
      exit(0)
    }
  }
}
