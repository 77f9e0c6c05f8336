// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

/// Options with fixed process and time, so that runs are repeatable.
func packoptionen(_ version: XdomeaFassung) throws -> Packer.Optionen {
  Packer.Optionen(
    version: version, absender: Kontakt(institution: "Stadt Musterhausen"),
    archiv: Kontakt(institution: "Stadtarchiv Musterhausen"),
    prozessID: try #require(ProzessID("0b5c0a4e-1d2f-4f3a-9b7e-2f1d0c9b8a77")),
    zeitpunkt: try #require(Zeitpunkt("2030-05-06T07:08:09.000Z")))
}

let beispielordner = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/akten").path

/// Bytes of all files of the packed folder, by original name.
private func originale() throws -> [String: Data] {
  let lauf = try #require(FileManager.default.enumerator(atPath: beispielordner))
  var bytes: [String: Data] = [:]
  for case let pfad as String in lauf where pfad != "metadaten.csv" {
    var ordner: ObjCBool = false
    let voll = beispielordner + "/" + pfad
    guard FileManager.default.fileExists(atPath: voll, isDirectory: &ordner), !ordner.boolValue
    else { continue }
    bytes[pfad] = try Data(contentsOf: URL(fileURLWithPath: voll))
  }
  return bytes
}

@Suite("Packen")
struct PackerTests {
  @Test(
    "Ein Ordner wird ein Container, den fremde Werkzeuge lesen und der jedes Byte enthält",
    arguments: [XdomeaFassung.v300, .v310, .v400])
  func packen(_ version: XdomeaFassung) throws {
    try mitTemporaeremOrdner { tmp in
      let e = try Packer.packe(
        ordner: beispielordner, nach: tmp.path + "/", try packoptionen(version))
      let original = try originale()
      #expect(e.akten == 3)
      #expect(e.dokumente == original.count)
      #expect(e.hinweise.isEmpty, "\(e.hinweise)")
      let unzip = try Programm.starte("unzip", ["-tq", e.pfad])
      #expect(unzip.status == 0, "\(unzip.ausgabe)\(unzip.fehler)")
      let paket = try Nachrichtenpaket(pfad: e.pfad)
      let leser = try paket.leser()
      var namen: [String: String] = [:]
      var aktenzahl = 0
      while let teil = try leser.naechster() {
        guard case .schriftgutobjekt(.akte(let a)) = teil else { continue }
        aktenzahl += 1
        func sammle(_ d: [Dokument], _ pfad: String) {
          for d in d {
            for p in d.versionen.flatMap(\.formate).map(\.primaerdokument) {
              namen[p.dateiname] = pfad + "/" + (p.dateinameOriginal ?? "?")
              #expect((p.hash != nil) == (version == .v400))
            }
          }
        }
        sammle(a.dokumente, "")
        for v in a.vorgaenge { sammle(v.dokumente, v.id.text) }
      }
      #expect(aktenzahl == 3)
      #expect(namen.count == original.count)
      // Every file of the folder is in the container, byte for byte.
      var inhalte = Set<Data>()
      try paket.jedeDatei { _, _, lies in
        var data = Data()
        var puffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let n = try puffer.withUnsafeMutableBytes { try lies($0) }
          if n == 0 { break }
          data.append(contentsOf: puffer[..<n])
        }
        inhalte.insert(data)
      }
      #expect(inhalte == Set(original.values))
      if Gemeinsam.verfuegbar {
        try pruefeMitXmllint(try Beispielnachrichten.bytes(paket), version)
      }
    }
  }

  @Test("Derselbe Ordner mit denselben Angaben gibt dieselben Bytes")
  func gleicheBytes() throws {
    try mitTemporaeremOrdner { tmp in
      let a = tmp.appendingPathComponent("a.zip").path
      let b = tmp.appendingPathComponent("b.zip").path
      _ = try Packer.packe(ordner: beispielordner, nach: a, try packoptionen(.v400))
      _ = try Packer.packe(ordner: beispielordner, nach: b, try packoptionen(.v400))
      #expect(FileManager.default.contentsEqual(atPath: a, andPath: b))
    }
  }

  @Test("Ein vorhandenes Ziel bleibt, ein Ziel im Ordner wird abgelehnt, nichts bleibt liegen")
  func ziel() throws {
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("da.zip")
      try Data("wichtig".utf8).write(to: ziel)
      #expect(throws: (any Error).self) {
        try Packer.packe(ordner: beispielordner, nach: ziel.path, try packoptionen(.v400))
      }
      #expect(try String(contentsOf: ziel, encoding: .utf8) == "wichtig")
      let innen = tmp.appendingPathComponent("akten/A/V")
      try FileManager.default.createDirectory(at: innen, withIntermediateDirectories: true)
      #expect(throws: XdomeaFehler.self) {
        try Packer.packe(
          ordner: tmp.path + "/akten", nach: tmp.path + "/akten/x.zip", try packoptionen(.v400))
      }
      try FileManager.default.createSymbolicLink(
        atPath: innen.path + "/passwd", withDestinationPath: "/etc/passwd")
      #expect(throws: XdomeaFehler.self) {
        try Packer.packe(
          ordner: tmp.path + "/akten", nach: tmp.path + "/x.zip", try packoptionen(.v400))
      }
      let rest = try FileManager.default.contentsOfDirectory(atPath: tmp.path).sorted()
      #expect(rest == ["akten", "da.zip"])
    }
  }

  @Test(
    "Fehler in metadaten.csv nennen Zeile und Abhilfe",
    arguments: [
      ("pfad;titel\n", "Spalte „titel“"),
      ("betreff\nx\n", "Spalte „pfad“ fehlt"),
      ("pfad;betreff\nA;x;y\n", "Zeile 2"),
      ("pfad;laufzeit_beginn\nA;2012-13-01\n", "kein Tag"),
      ("pfad;aussonderungsart\nA;X\n", "nicht A, B oder V"),
      ("pfad;betreff\n\"A;x\n", "Anführungszeichen"),
      ("pfad;betreff\nA;x\nA;y\n", "steht schon in Zeile 2"),
      ("pfad;laufzeit_beginn;laufzeit_ende\nA;2013-01-01;2012-01-01\n", "vor ihrem Beginn"),
    ])
  func csv(_ fall: (inhalt: String, meldung: String)) throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("metadaten.csv")
      try Data(fall.inhalt.utf8).write(to: pfad)
      let fehler = #expect(throws: XdomeaFehler.self) {
        try Metadatentabelle(datei: pfad.path)
      }
      #expect("\(try #require(fehler))".contains(fall.meldung), "\(String(describing: fehler))")
    }
  }

  @Test("Die Tabelle findet auch Ordner, deren Umlaute zerlegt sind")
  func zerlegt() throws {
    try mitTemporaeremOrdner { tmp in
      let akte = tmp.appendingPathComponent("akten/Pru\u{308}fung")
      try FileManager.default.createDirectory(at: akte, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: akte.appendingPathComponent("a.txt"))
      try Data("pfad;betreff\nPr\u{fc}fung;Gefunden\n".utf8).write(
        to: tmp.appendingPathComponent("akten/metadaten.csv"))
      let e = try Packer.packe(
        ordner: tmp.path + "/akten", nach: tmp.path + "/", try packoptionen(.v400))
      #expect(e.hinweise.isEmpty, "\(e.hinweise)")
      let leser = try Nachrichtenpaket(pfad: e.pfad).leser()
      guard case .schriftgutobjekt(let objekt)? = try leser.naechster() else {
        Issue.record("keine Akte")
        return
      }
      #expect(objekt.betreff == "Gefunden")
    }
  }

  @Test("Ein dekomponierter Name wird lesbar, ein wilder Name ungefährlich")
  func namen() throws {
    let id = try #require(ObjektID("00000000-0000-0000-0000-000000000001"))
    let praefix = "00000000-0000-0000-0000-000000000001_"
    #expect(
      Primaerdateiname.bilden(id, original: "Pru\u{308}fung 1.PDF") == praefix + "Pruefung_1.pdf")
    #expect(
      Primaerdateiname.bilden(id, original: "../../etc/passwd") == praefix + ".._.._etc_passwd")
    let lang = Primaerdateiname.bilden(id, original: String(repeating: "ä", count: 300) + ".txt")
    #expect(lang.utf8.count <= 200)
    #expect(lang.hasSuffix(".txt"))
  }
}
