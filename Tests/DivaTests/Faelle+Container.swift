// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// Broken inputs by where they are broken.
enum Faelle {
  /// Names, flags and bytes of the ZIP.
  static let container: [Fall] = namen + eintraege + schaeden

  private static let namen: [Fall] = [
    fremderName("Pfad hinaus", "../../diva-ausbruch.txt", "R4", "»..«"),
    fremderName("absoluter Pfad", "/tmp/diva-ausbruch.txt", "R4", "absoluter Pfad"),
    fremderName("Rückstrich", "..\\diva-ausbruch.txt", "R4", "Rückstrich"),
    fremderName("Laufwerk", "C:diva-ausbruch.txt", "R4", "Laufwerksbuchstaben"),
    fremderName("Steuerzeichen im Namen", "rot\u{1B}[31m.txt", "R4", "Steuerzeichen"),
    fremderName("umgedrehte Schreibrichtung", "a\u{202E}fdp.exe", "R4", "Steuerzeichen"),
    fremderName("leerer Name", "", "R4", "leer"),
    fremderName("überlanger Name", String(repeating: "n", count: 5000), "R4", "zu lang"),
    fremderName("Datei im Unterordner", "ordner/datei.txt", "R3", "Unterordner"),
    .zip("Ordner", "R3", sagt: ["flach"]) { zip, _ in
      zip.saetze.insert(Testzip.Satz("ordner/", ""), at: 0)
    },
    fremderName("Zeilenumbruch im Namen", "a\nFEHLER R99 gefälscht", "R4", "Steuerzeichen"),
    .zip("doppelter Name", "R5", sagt: ["mehrfach"], umsetzen: 1) { zip, muster in
      zip.saetze.insert(Testzip.Satz(try muster.name("Bauantragsdaten.xml")), at: 0)
    },
    .zip("Namen gleich bis auf Groß und Klein", "R5", sagt: ["nicht von"]) { zip, muster in
      let name = try muster.name("Bauantragsdaten.xml")
      zip.saetze.insert(Testzip.Satz(name.replacingOccurrences(of: "Bau", with: "BAU")), at: 0)
    },
    .zip("Namen gleich bis auf die Zusammensetzung der Umlaute", "R5") { zip, muster in
      let name = try muster.name("Aktenübersicht.txt")
      zip.saetze.insert(Testzip.Satz(name.decomposedStringWithCanonicalMapping), at: 0)
    },
    .zip("Nachricht doppelt", "R5") { zip, muster in
      zip.saetze.append(Testzip.Satz(muster.nachricht, bytes: Array(muster.xml.utf8)))
    },
    .zip("Name ohne Kennzeichnung als UTF-8", "R6", ende: 0) { zip, _ in
      for i in zip.saetze.indices { zip.saetze[i].merkmale = 0 }
    },
    .zip("Name in CP437", "R52", sagt: ["fehlt"], auch: ["R6", "R54"], umsetzen: 1) {
      zip, muster in
      let i = try muster.stelle("Aktenübersicht.txt")
      zip.saetze[i].name = try #require(
        muster.dateien[i].name.data(using: .isoLatin1).map { [UInt8]($0) })
      zip.saetze[i].merkmale = 0
    },
  ]

  /// A container with one more entry that no container must have.
  private static func fremderName(
    _ was: String, _ name: String, _ regel: String, _ sagt: String
  ) -> Fall {
    .zip(was, regel, sagt: [sagt], umsetzen: 1) { zip, _ in
      zip.saetze.insert(Testzip.Satz(name), at: 0)
    }
  }

  private static let eintraege: [Fall] = [
    .zip("fehlende Datei", "R52", sagt: ["Bauantragsdaten.xml"], umsetzen: 1) { zip, muster in
      zip.saetze.remove(at: try muster.stelle("Bauantragsdaten.xml"))
    },
    .zip("überzählige Datei", "R54", ende: 0, nennt: .datei("überzählig.txt")) { zip, _ in
      zip.saetze.append(Testzip.Satz("überzählig.txt"))
    },
    .zip("veränderte Datei", "R56", sagt: ["Kostenplan.csv"], umsetzen: 1) { zip, muster in
      zip.saetze[try muster.stelle("Kostenplan.csv")].bytes[20] ^= 1
    },
    .zip("leere Datei", "R59", auch: ["R56"], umsetzen: 1) { zip, muster in
      zip.saetze[try muster.stelle("Kostenplan.csv")].bytes = []
    },
    .zip("symbolische Verknüpfung", "R4", sagt: ["Verknüpfung"], auch: ["R52"], umsetzen: 1) {
      zip, muster in
      let i = try muster.stelle("Kostenplan.csv")
      zip.saetze[i].bytes = Array("/etc/passwd".utf8)
      zip.saetze[i].attribute = 0o120777 << 16
    },
    .zip("Gerät statt Datei", "R3", umsetzen: 1) { zip, _ in
      zip.saetze[0].attribute = 0o060666 << 16
    },
    .zip(
      "verschlüsselter Eintrag, weiterer Eintrag verändert", "R7", sagt: ["verschlüsselt"],
      auch: ["R56"], umsetzen: 1
    ) { zip, muster in
      zip.saetze[try muster.stelle("Aktenübersicht.txt")].merkmale |= 1
      zip.saetze[try muster.stelle("Kostenplan.csv")].bytes[20] ^= 1
    },
    .zip(
      "verschlüsselte Nachricht", "R7", sagt: ["verschlüsselt"], umsetzen: 1,
      nennt: .nachricht
    ) { zip, _ in zip.saetze[zip.saetze.count - 1].merkmale |= 1 },
    .zip("keine Nachricht", "R2", sagt: ["genau eine Nachricht"], umsetzen: 1) { zip, _ in
      zip.saetze.removeLast()
      zip.saetze.removeAll { $0.name.suffix(4).elementsEqual(Array(".xml".utf8)) }
    },
    .zip("zwei Nachrichten", "R2", sagt: ["6c6e7c55"]) { zip, muster in
      zip.saetze.append(
        Testzip.Satz(
          "6c6e7c55-1f54-4b52-9b0f-2f4f4d8d4c11_0503_1.xml", bytes: Array(muster.xml.utf8)))
    },
    .zip("Nachricht heißt anders als der Container", "R2", sagt: ["anders"]) { zip, _ in
      zip.saetze[zip.saetze.count - 1].name = Array("anders_0503.xml".utf8)
      zip.saetze.removeAll {
        $0.name.suffix(4).elementsEqual(Array(".xml".utf8)) && $0.name.count > 20
      }
    },
    .zip("leeres ZIP", "R2", sagt: ["keine"], umsetzen: 1) { zip, _ in zip.saetze = [] },
    .zip("Nachricht im Unterordner", "R2", auch: ["R3"], umsetzen: 1) { zip, muster in
      zip.saetze.removeAll { $0.name.suffix(4).elementsEqual(Array(".xml".utf8)) }
      zip.saetze.append(Testzip.Satz("o/" + muster.nachricht, bytes: Array(muster.xml.utf8)))
    },
    Fall(
      name: "Prozess-ID im Namen falsch", ende: 2, regel: "R8",
      sagt: ["00000000-0000-4000-8000-000000000001"]
    ) { muster, ordner in
      muster.stamm = "00000000-0000-4000-8000-000000000001_0503_1"
      return try muster.container(ordner)
    },
    Fall(name: "Nachrichtentyp im Namen falsch", ende: 2, regel: "R9") { muster, ordner in
      muster.stamm = muster.stamm.replacingOccurrences(of: "_0503_", with: "_0501_")
      return try muster.container(ordner)
    },
    Fall(name: "laufende Nummer im Namen falsch", ende: 2, regel: "R10") { muster, ordner in
      muster.stamm = muster.stamm.replacingOccurrences(of: "_0503_1", with: "_0503_7")
      return try muster.container(ordner)
    },
  ]

  private static let schaeden: [Fall] = [
    .zip(
      "gekipptes Byte (CRC), weitere Datei verändert", "H1", sagt: ["CRC-32"], auch: ["R56"],
      umsetzen: 1, nennt: .datei("Aktenübersicht.txt")
    ) { zip, muster in
      let i = try muster.stelle("Aktenübersicht.txt")
      zip.saetze[i].crc = Testzip.crc32(zip.saetze[i].bytes)
      zip.saetze[i].bytes[10] ^= 4
      zip.saetze[try muster.stelle("Kostenplan.csv")].bytes[20] ^= 1
    },
    .zip(
      "gekipptes Byte in der Nachricht (CRC)", "H1", sagt: ["CRC-32"], umsetzen: 1,
      nennt: .nachricht
    ) { zip, _ in zip.saetze[zip.saetze.count - 1].crc = 1 },
    .zip("überlappende Einträge (Bombe)", "H1", sagt: ["überlappt"], umsetzen: 1) { zip, _ in
      for i in 0..<1000 {
        var satz = Testzip.Satz("kopie\(i).pdf", bytes: zip.saetze[1].bytes)
        satz.ortVon = 1
        zip.saetze.append(satz)
      }
    },
    .zip("anderer Name im Kopf", "H1", sagt: ["Name im Kopf"], umsetzen: 1) { zip, muster in
      let i = try muster.stelle("Kostenplan.csv")
      zip.saetze[i].kopfname = zip.saetze[i].name.reversed()
    },
    .zip("unbekanntes Packverfahren", "H1", sagt: ["Packverfahren"], umsetzen: 1) { zip, muster in
      zip.saetze[try muster.stelle("Kostenplan.csv")].verfahren = 77
    },
    .zip("ungültig gepackter Inhalt", "H1", umsetzen: 1) { zip, muster in
      let i = try muster.stelle("Kostenplan.csv")
      zip.saetze[i].verfahren = 8
      zip.saetze[i].groesse = 500
    },
    .zip("Zip-Bombe nach Angabe", "R7", sagt: ["200-Fache"], umsetzen: 1) { zip, _ in
      zip.saetze[0].verfahren = 8
      zip.saetze[0].groesse = 4_000_000_000
    },
    Fall(
      name: "Zip-Bombe, echt", ende: 2, regel: "R7", sagt: ["200-Fache"], umsetzen: 1,
      baue: { _, ordner in try bombe(ordner) }),
    Fall(name: "Zip-Bombe, die sich klein macht", ende: 2, regel: "H1", umsetzen: 1) { _, ordner in
      let pfad = try bombe(ordner)
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: pfad)))
      let satz = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2] as [UInt8])).lowerBound
      bytes.replaceSubrange(satz + 24..<satz + 28, with: [100, 0, 0, 0])
      try Data(bytes).write(to: URL(fileURLWithPath: pfad))
      return pfad
    },
    .zip("mehrteiliges ZIP", "H1", sagt: ["mehrere Dateien"], umsetzen: 1) { zip, _ in
      zip.teil = 1
    },
    .zip("falsche Zahl der Einträge", "H1", umsetzen: 1) { zip, _ in zip.anzahl = 60000 },
    .zip("zweites Verzeichnis im Kommentar", "H1", umsetzen: 1) { zip, _ in
      zip.kommentar = Testzip("anderes.txt").bytes
    },
    .bytes("abgeschnitten nach 10 Byte", "H1", sagt: ["erneut"]) { b, _ in
      b.removeSubrange(10...)
    },
    .bytes("abgeschnitten in der Mitte", "H1", sagt: ["erneut"]) { b, _ in
      b.removeSubrange((b.count / 2)...)
    },
    .bytes("abgeschnitten im Verzeichnis", "H1", sagt: ["erneut"]) { b, _ in
      b.removeSubrange((b.count - 200)...)
    },
    .bytes("letztes Byte fehlt", "H1", sagt: ["erneut"]) { b, _ in b.removeLast() },
    .bytes("Anfang fehlt", "H1", sagt: ["erneut"]) { b, _ in b.removeSubrange(..<1000) },
    .bytes("leere Datei .zip", "H1", sagt: ["keine ZIP-Datei"]) { b, _ in b = [] },
    .bytes("Textdatei .zip", "H1", sagt: ["keine ZIP-Datei"]) { b, _ in
      b = Array("Sehr geehrte Damen und Herren, anbei die Akten.".utf8)
    },
    .bytes("nur Nullen", "H1", sagt: ["keine ZIP-Datei"]) { b, _ in
      b = [UInt8](repeating: 0, count: 100_000)
    },
  ]

  /// A container of 60 MB of zeros, packed by a foreign program: ours stores what packs too well.
  private static func bombe(_ ordner: URL) throws -> String {
    try mitTemporaeremOrdner { tmp in
      let akte = tmp.appendingPathComponent("a/Akte")
      try FileManager.default.createDirectory(at: akte, withIntermediateDirectories: true)
      try Data(count: 60_000_000).write(to: akte.appendingPathComponent("nullen.txt"))
      let pfad = try Diva.packe(tmp.appendingPathComponent("a").path, nach: ordner)
      let eigenes = try Diva.starte(["pruefen", pfad])
      #expect(eigenes.status == 0, "\(eigenes.ausgabe)")
      let neu = try Programm.starte(
        "sh",
        [
          "-c", #"unzip -q "$1" -d x && rm "$1" && cd x && zip -q -9 "$1" *nullen.txt *.xml"#, "sh",
          pfad,
        ],
        ordner: tmp)
      try #require(neu.status == 0, "\(neu.fehler)")
      return pfad
    }
  }
}
