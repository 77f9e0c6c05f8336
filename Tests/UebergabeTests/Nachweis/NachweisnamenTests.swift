// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Names of files: links, spelling, and what of them the time stamps protect.
@Suite("Nachweis: Namen", .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct NachweisnamenTests {
  private typealias T = NachweisordnerTests

  @Test("Verknüpfung, leerer Ordner, Gerät: genannt, und der Rest wird geprüft")
  func beiwerk() throws {
    try T.mitBuehne(namen: ["a", "u/b", "u/c"]) { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      try FileManager.default.createSymbolicLink(
        atPath: b.daten.path + "/verweis", withDestinationPath: "a")
      try FileManager.default.createSymbolicLink(
        atPath: b.daten.path + "/ordnerverweis", withDestinationPath: "u")
      try FileManager.default.createDirectory(
        atPath: b.daten.path + "/leer", withIntermediateDirectories: false)
      #expect(mkfifo(b.daten.path + "/rohr", 0o600) == 0)
      try Data("anders".utf8).write(to: b.daten.appendingPathComponent("u/b"))
      let bericht = try b.pruefe()
      #expect(
        Set(bericht.befunde.map { "\($0.regel) \($0.ort.datei ?? "")" }) == [
          "DATEI-VERKNUEPFUNG verweis", "DATEI-VERKNUEPFUNG ordnerverweis",
          "DATEI-VERKNUEPFUNG rohr", "ORDNER-LEER leer", "DATEI-GEAENDERT u/b",
        ])
      // A link in place of a file is no file, even if it leads to the same bytes.
      try FileManager.default.moveItem(
        atPath: b.daten.path + "/a", toPath: b.nachweis + "-a")
      try FileManager.default.createSymbolicLink(
        atPath: b.daten.path + "/a", withDestinationPath: b.nachweis + "-a")
      #expect(try b.pruefe().befunde.contains { $0.regel == "DATEI-FEHLT" && $0.ort.datei == "a" })
    }
  }

  @Test("ein leer gewordener Ordner: jede Datei fehlt, und nichts bricht ab")
  func leer() throws {
    try T.mitBuehne(namen: ["a", "b"]) { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      for name in ["a", "b"] {
        try FileManager.default.removeItem(atPath: b.daten.path + "/" + name)
      }
      let bericht = try b.pruefe()
      #expect(bericht.befunde.map(\.regel) == ["DATEI-FEHLT", "DATEI-FEHLT"])
      #expect(bericht.angaben.contains { $0 == ("Geprüft", "0 von 2 Dateien") })
    }
  }

  @Test("nur zusammengesetzt oder zerlegt geschrieben: ein Befund, der Inhalt wird verglichen")
  func normalform() throws {
    let nfc = "\u{C4}rger/\u{FC}.txt"
    let nfd = "A\u{308}rger/u\u{308}.txt"
    #expect(nfc == nfd && Bagpfad(nfc) != Bagpfad(nfd))
    try T.mitBuehne(namen: [nfc, "b"]) { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      try FileManager.default.removeItem(atPath: b.daten.path + "/\u{C4}rger")
      try FileManager.default.createDirectory(
        atPath: b.daten.path + "/A\u{308}rger", withIntermediateDirectories: false)
      let neu = URL(fileURLWithPath: b.daten.path + "/" + nfd)
      try Data("Inhalt \(nfc)".utf8).write(to: neu)
      let bericht = try b.pruefe()
      #expect(bericht.gueltig)
      #expect(bericht.befunde.map(\.regel) == ["DATEI-NAME"], "\(bericht.text(farbe: false))")
      #expect(bericht.befunde.first?.meldung.contains("nur die Schreibweise des Namens") == true)
      var zufall = Zufall(6)
      try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      try n.verwirfAnfrage()
      try Data("anders".utf8).write(to: neu)
      #expect(Set(try b.pruefe().befunde.map(\.regel)) == ["DATEI-NAME", "DATEI-GEAENDERT"])
    }
  }

  /// The list of hashes with one path in place of another, sealed anew.
  private func faelsche(_ pfad: String, _ alt: String, _ neu: String, _ kopf: Nachweiskopf) throws {
    let ort = URL(fileURLWithPath: pfad + "/hashliste-1.tsv")
    var zeilen = try String(contentsOf: ort, encoding: .utf8).split(separator: "\n").dropLast()
      .joined(separator: "\n")
    zeilen = zeilen.replacing("\t" + alt, with: "\t" + neu) + "\n"
    let siegel = Pruefsumme(.sha512, bytes: Baumrichter.hash(Array(zeilen.utf8), .sha512))!.hex
    let bytes = Array((zeilen + "siegel\t\(siegel)\n").utf8)
    try Data(bytes).write(to: ort)
    let summe = Pruefsumme(.sha512, bytes: Baumrichter.hash(bytes, .sha512))!.hex
    let wurzel = URL(fileURLWithPath: pfad + "/wurzel-1.txt")
    let text = try String(contentsOf: wurzel, encoding: .utf8)
    try text.replacing(kopf.liste.hex, with: summe).write(
      to: wurzel, atomically: true, encoding: .utf8)
  }

  @Test(
    "eine Umbenennung in Ordner und Liste zugleich: der Zeitstempel deckt die Namen und verrät sie")
  func umbenannt() throws {
    try T.mitBuehne(namen: ["a", "b"]) { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      #expect(try b.pruefe().befunde.isEmpty)
      try faelsche(b.nachweis, "b", "c", n.koepfe[0])
      try FileManager.default.moveItem(
        atPath: b.daten.path + "/b", toPath: b.daten.path + "/c")
      let bericht = try b.pruefe()
      #expect(bericht.befunde.map(\.regel) == ["NACHWEIS-WURZEL"], "\(bericht.text(farbe: false))")
    }
  }

  @Test(
    "Nachweise der ersten Form gelten weiter, und der Bericht sagt, dass Namen nicht geschützt sind"
  )
  func ersteForm() throws {
    try T.mitBuehne(namen: ["a", "b", "c"]) { b in
      var n = try T.erstelle(b)
      // The tree of the first form has the files alone as its leaves.
      let liste = n.ketten[0].liste
      var blaetter = Hashreihe(laenge: 32)
      for i in liste.pfade.indices { blaetter.haengeAn(liste.werte[i]) }
      let baum = try Hashbaum(blaetter, .sha256, verzweigung: 2)
      let wurzel = URL(fileURLWithPath: b.nachweis + "/wurzel-1.txt")
      let neu = try String(contentsOf: wurzel, encoding: .utf8)
      let alt = neu.replacing("Nachweis 2\n", with: "Nachweis 1\n")
        .replacing("Im Baum: Inhalte, Namen und Gruppen der Dateien\n", with: "")
        .replacing(n.koepfe[0].wurzel.hex, with: baum.wurzel.hex)
      try alt.write(to: wurzel, atomically: true, encoding: .utf8)
      var zufall = Zufall(4)
      n = try Nachweisordner(pfad: b.nachweis)
      try n.stelleAnfrageNeu(zufall: &zufall)
      try b.stemple(&n)
      for verfahren in [Hashverfahren.sha512, .sha384] {
        let bericht = try b.pruefe()
        #expect(bericht.gueltig && bericht.befunde.map(\.regel) == ["NACHWEIS-NAMEN"])
        try T.richte(n, b)
        try n.erneuereBaum(daten: b.daten.path, verfahren, am: T.uhr, zufall: &zufall)
        try b.stemple(&n)
      }
      #expect(n.koepfe.allSatisfy { !$0.listeImBaum })
      // The two forms are not one: the title alone cannot be exchanged.
      try neu.replacing(n.ketten[0].kopf.wurzel.hex, with: baum.wurzel.hex).write(
        to: wurzel, atomically: true, encoding: .utf8)
      #expect(try !b.pruefe().gueltig)
    }
  }

  @Test(
    "der Beleg der Hashliste: jedes Programm für RFC 4998 kann die Namen prüfen, auch nach Erneuerung"
  )
  func listenbeleg() throws {
    try T.mitBuehne { b in
      var zufall = Zufall(12)
      var n = try T.erstelle(b, gruppen: true)
      try b.stemple(&n)
      try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      try b.stemple(&n)
      let belege = b.nachweis + "-belege"
      _ = try n.schreibeBelege(nil, nach: belege)
      let record = try EvidenceRecord(
        der: [UInt8](try Data(contentsOf: URL(fileURLWithPath: belege + "/hashliste-1.ers"))))
      let liste = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: b.nachweis + "/hashliste-1.tsv")))
      #expect(record.ketten.count == 2)
      for (k, kette) in record.ketten.enumerated() {
        let v = n.koepfe[k].wurzel.verfahren
        var wert = Baumrichter.hash(liste, v)
        if k > 0 {
          wert = Baumrichter.hash(wert + Baumrichter.hash(record.sequenz(ersteKetten: k), v), v)
        }
        #expect(Baumrichter.fuehrt(wert, kette[0].baum!.listen, n.koepfe[k].wurzel.bytes, v))
      }
      for (stelle, gut) in [(nil, true), (40, false)] as [(Int?, Bool)] {
        var bytes = liste
        if let stelle { bytes[stelle] ^= 1 }
        let bericht = try Beweispruefer(anker: try b.anker, jetzt: b.uhrzeit).pruefe(
          record, name: "x", [Beweisgegenstand(name: "hashliste-1.tsv", bytes: bytes)])
        #expect(bericht.gueltig == gut, "\(bericht.text(farbe: false))")
      }
    }
  }
}
