// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

extension Faelle {
  /// Folders, paths and files that are none.
  static let orte: [Fall] = [
    Fall(
      name: "Datei fehlt", ende: 1, sagt: ["fehlt.zip", "Prüfen Sie den Pfad"], umsetzen: 1
    ) { _, ordner in ordner.appendingPathComponent("fehlt.zip").path },
    Fall(name: "leerer Ordner", ende: 2, regel: "R2", sagt: ["keine"], umsetzen: 1) { _, ordner in
      let leer = ordner.appendingPathComponent("leer")
      try FileManager.default.createDirectory(at: leer, withIntermediateDirectories: true)
      return leer.path
    },
    imOrdner("Ordner mit Unterordner", "R3") { muster, ordner in
      try FileManager.default.createDirectory(
        at: ordner.appendingPathComponent("unter"), withIntermediateDirectories: true)
    },
    imOrdner("Ordner mit Verknüpfung nach /etc/passwd", "R3", auch: ["R52"]) { muster, ordner in
      let datei = ordner.appendingPathComponent(try muster.name("Kostenplan.csv"))
      try FileManager.default.removeItem(at: datei)
      try FileManager.default.createSymbolicLink(
        atPath: datei.path, withDestinationPath: "/etc/passwd")
    },
    imOrdner("Ordner mit FIFO", "R3", auch: ["R52"]) { muster, ordner in
      let datei = ordner.appendingPathComponent(try muster.name("Kostenplan.csv"))
      try FileManager.default.removeItem(at: datei)
      try #require(mkfifo(datei.path, 0o600) == 0)
    },
    imOrdner("Ordner ohne eine Datei", "R52") { muster, ordner in
      try FileManager.default.removeItem(
        at: ordner.appendingPathComponent(try muster.name("Kostenplan.csv")))
    },
    imOrdner("Ordner mit Rückstrich im Dateinamen", "R4", ["Rückstrich"]) { _, ordner in
      try Data("x".utf8).write(to: ordner.appendingPathComponent("..\\a.txt"))
    },
    imOrdner("Ordner mit Steuerzeichen im Dateinamen", "R4", ["Steuerzeichen"]) { _, ordner in
      try Data("x".utf8).write(to: ordner.appendingPathComponent("a\u{1B}[31mb.txt"))
    },
    imOrdner("Ordner mit Namen, die sich nur in der Schreibung gleichen", "R5") { muster, ordner in
      let name = try muster.name("Bauantragsdaten.xml")
      try Data("x".utf8).write(
        to: ordner.appendingPathComponent(name.replacingOccurrences(of: "Bau", with: "BAU")))
    },
    Fall(
      name: "Dateiname im Ordner nicht UTF-8", ende: 1, sagt: ["UTF-8", "Benennen Sie"],
      umsetzen: 1
    ) { muster, tmp in
      let ordner = try muster.ordner(tmp)
      var pfad = Array(ordner.utf8CString.dropLast()) + [47]
      pfad += ([0x61, 0xE4, 0x62] as [UInt8]).map { CChar(bitPattern: $0) } + [0]
      let fd = open(pfad, O_WRONLY | O_CREAT, 0o600)
      try #require(fd >= 0)
      close(fd)
      return ordner
    },
    Fall(
      name: "FIFO statt Datei", ende: 1, sagt: ["rohr.zip", "weder eine Datei"], umsetzen: 1
    ) { _, ordner in
      let rohr = ordner.appendingPathComponent("rohr.zip").path
      try #require(mkfifo(rohr, 0o600) == 0)
      return rohr
    },
    Fall(
      name: "Gerät statt Datei: /dev/zero", ende: 1, sagt: ["/dev/zero"], umsetzen: 1
    ) { _, _ in "/dev/zero" },
    Fall(name: "ZIP mit 70.000 Dateien", ende: 0, regel: "R54") { muster, ordner in
      var zip = muster.zip
      for i in 0..<70_000 { zip.saetze.append(Testzip.Satz("x\(i).txt")) }
      return try zip.schreibe(ordner, muster.stamm + ".zip")
    },
  ]

  /// Inputs that nobody can read; the administrator can read everything.
  static let ohneLeserecht: [Fall] = [
    Fall(
      name: "Container ohne Leserecht", ende: 1, sagt: ["_0503_1.zip", "Leserechte"], umsetzen: 1
    ) { muster, ordner in
      let pfad = try muster.container(ordner)
      try #require(chmod(pfad, 0) == 0)
      return pfad
    },
    Fall(
      name: "Datei im Ordner ohne Leserecht", ende: 1, sagt: ["Kostenplan.csv", "Leserechte"],
      umsetzen: 1
    ) { muster, tmp in
      let ordner = try muster.ordner(tmp)
      try #require(chmod(ordner + "/" + (try muster.name("Kostenplan.csv")), 0) == 0)
      return ordner
    },
  ]

  private static func imOrdner(
    _ was: String, _ regel: String, _ sagt: [String] = [], auch: [String] = [],
    _ aendere: @escaping @Sendable (Muster, URL) throws -> Void
  ) -> Fall {
    Fall(name: was, ende: 2, regel: regel, sagt: sagt, auch: auch) { muster, tmp in
      let ordner = try muster.ordner(tmp)
      try aendere(muster, URL(fileURLWithPath: ordner))
      return ordner
    }
  }
}
