// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// A folder of processes belongs to one side.
@Suite("diva: Behörde und Archiv verwechselt")
struct SeitenwahlTests {
  private static let p = Aussonderbuehne.prozess

  /// What lies in the folders, with the bytes of every partner.json.
  private func stand(_ b: Aussonderbuehne) throws -> [String] {
    try ["bv", "av", "zur-stadt", "zum-archiv", "zur-stadt-quarantaene", "zum-archiv-quarantaene"]
      .flatMap { o in b.namen(o).map { o + "/" + $0 } }
      + ["bv", "av"].map {
        try String(contentsOfFile: b.pfad($0 + "/partner.json"), encoding: .utf8)
      }
  }

  @Test("Kein Befehl der einen Seite arbeitet im Ordner der anderen")
  func verwechselt() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      #expect(try b.stadt(["aussondern", "anbieten", "--prozess", Self.p]).status == 0)
      try Data("Fremdes".utf8).write(to: tmp.appendingPathComponent("zur-stadt/x.zip"))
      let vorher = try stand(b)
      for worte in [
        ["archiv", "empfangen"], ["archiv", "bewerten", Self.p],
        ["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")],
        ["archiv", "bestaetigen", Self.p],
        ["bewerten", "export", Self.p, "--csv", b.pfad("x.csv")],
        ["bewerten", "import", Self.p, b.pfad("plan.csv")],
        ["archiv", "einrichten", "--eingang", b.pfad("e"), "--ausgang", b.pfad("a"), "--ersetzen"],
      ] {
        let e = try Diva.starte(worte + ["--verfahren", b.pfad("bv")])
        #expect(e.status == 1 && e.ausgabe.isEmpty, "\(worte): \(e.ausgabe)")
        #expect(e.fehler.contains("Ordner einer Behörde, nicht der eines Archivs"), "\(e.fehler)")
      }
      let amt = ["--speicher", b.pfad("stadt"), "--als", "lange", "--rolle", "REG"]
      for worte in [
        ["aussondern", "empfangen"] + amt, ["aussondern", "anbieten"] + amt,
        ["aussondern", "status", "--speicher", b.pfad("stadt")],
        ["aussondern", "abgeben", Self.p, "--virenfrei"] + amt,
        [
          "aussondern", "einrichten", "--behoerde", "S", "--archiv", "A", "--eingang", b.pfad("e"),
          "--ausgang", b.pfad("a"), "--ersetzen",
        ],
      ] {
        let e = try Diva.starte(worte + ["--verfahren", b.pfad("av")])
        #expect(e.status == 1 && e.ausgabe.isEmpty, "\(worte): \(e.ausgabe)")
        #expect(e.fehler.contains("Ordner eines Archivs, nicht der einer Behörde"), "\(e.fehler)")
      }
      #expect(try stand(b) == vorher)
      #expect(b.namen("e").isEmpty && b.namen("a").isEmpty)
      #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
    }
  }

  @Test("Auch ohne Angaben zum Partner verraten die Verfahren die Seite")
  func ohnePartner() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Archivbuehne(tmp)
      try FileManager.default.removeItem(atPath: b.verfahren + "/partner.json")
      let e = try Diva.starte([
        "aussondern", "einrichten", "--verfahren", b.verfahren, "--behoerde", "S", "--archiv", "A",
        "--eingang", tmp.appendingPathComponent("e").path, "--ausgang",
        tmp.appendingPathComponent("a").path,
      ])
      #expect(e.status == 1 && e.fehler.contains("Ordner eines Archivs"), "\(e.fehler)")
      #expect(!FileManager.default.fileExists(atPath: b.verfahren + "/partner.json"))
    }
  }

  @Test("Noch einmal einrichten: gleich geht, anders nur mit --ersetzen")
  func ersetzen() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      func richteEin(_ archiv: String, _ weitere: [String] = []) throws -> Programm.Ergebnis {
        try Diva.starte(
          [
            "aussondern", "einrichten", "--verfahren", b.pfad("bv"), "--behoerde", "Stadt",
            "--archiv", archiv, "--eingang", b.pfad("zur-stadt"), "--ausgang", b.pfad("zum-archiv"),
          ] + weitere)
      }
      let datei = b.pfad("bv/partner.json")
      let vorher = try String(contentsOfFile: datei, encoding: .utf8)
      #expect(try richteEin("Archiv").status == 0)
      let anders = try richteEin("Anderes")
      #expect(anders.status == 1 && anders.fehler.contains("»--ersetzen«"), "\(anders.fehler)")
      #expect(try String(contentsOfFile: datei, encoding: .utf8) == vorher)
      #expect(try richteEin("Anderes", ["--ersetzen"]).status == 0)
      #expect(try String(contentsOfFile: datei, encoding: .utf8).contains("Anderes"))
      try Data("{".utf8).write(to: URL(fileURLWithPath: datei))
      #expect(try richteEin("Archiv").status == 1)
      #expect(try richteEin("Archiv", ["--ersetzen"]).status == 0)
      #expect(try String(contentsOfFile: datei, encoding: .utf8) == vorher)
    }
  }

  @Test(
    "Eingang und Ausgang sind zwei Ordner, die nicht ineinander liegen",
    arguments: [
      ("post", "post"), ("post", "./x/../post/"), ("post", "post/aus"), ("post/ein", "post"),
      ("post", "verweis"), ("post", "verweis/aus"), ("post", "post-quarantaene"),
    ])
  func gleich(_ ein: String, _ aus: String) throws {
    try mitTemporaeremOrdner { tmp in
      let ordner = tmp.path
      try FileManager.default.createSymbolicLink(
        atPath: ordner + "/verweis", withDestinationPath: ordner + "/post")
      if aus.hasPrefix("verweis") {
        try FileManager.default.createDirectory(
          atPath: ordner + "/post", withIntermediateDirectories: false)
      }
      let vorher = try FileManager.default.contentsOfDirectory(atPath: ordner).sorted()
      let e = try Diva.starte([
        "archiv", "einrichten", "--verfahren", ordner + "/v", "--eingang", ordner + "/" + ein,
        "--ausgang", ordner + "/" + aus,
      ])
      #expect(e.status == 1 && e.fehler.contains("ineinander liegen"), "\(e.ausgabe)\(e.fehler)")
      #expect(!FileManager.default.fileExists(atPath: ordner + "/v/partner.json"))
      let nachher = try FileManager.default.contentsOfDirectory(atPath: ordner).sorted()
      #expect(nachher.filter { $0 != "v" } == vorher)
      let gut = try Diva.starte([
        "archiv", "einrichten", "--verfahren", ordner + "/v", "--eingang", ordner + "/post",
        "--ausgang", ordner + "/postausgang",
      ])
      #expect(gut.status == 0, "\(gut.fehler)")
    }
  }
}
