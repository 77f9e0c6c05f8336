// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// The program that plays the time stamp service and judges our records.
enum Openssl {
  /// True if tests that need it shall run: it is there, or its absence must fail the run.
  static let verfuegbar =
    Programm.vorhanden("openssl") || ProcessInfo.processInfo.environment["CI"] == "true"
}

/// The whole path of an evidence with a time stamp service of the test: make, stamp, check, renew.
@Suite(
  "Nachweis: anlegen, stempeln, prüfen, erneuern",
  .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct NachweisordnerTests {
  static let uhr = Zeitpunkt("2026-11-23T21:00:00.000Z")!

  /// A folder with files and a time stamp service.
  struct Buehne {
    let daten: URL
    let nachweis: String
    let stelle: Zeitstempelstelle

    var anker: Vertrauensanker {
      get throws {
        try Vertrauensanker(
          [UInt8](try Data(contentsOf: URL(fileURLWithPath: stelle.wurzel))), name: "ca")
      }
    }

    func stemple(_ n: inout Nachweisordner) throws {
      try n.uebernimm(antwort: try stelle.antworte(n.offeneAnfrage!.der), try anker)
    }

    func pruefe(_ n: Nachweisordner? = nil, mitAnker: Bool = true) throws -> Pruefbericht {
      let ordner = try n ?? Nachweisordner(pfad: nachweis)
      return try ordner.pruefe(
        daten: daten.path, Beweispruefer(anker: mitAnker ? try anker : nil, jetzt: uhrzeit))
    }

    /// The machine's clock: the certificates of the test begin now.
    var uhrzeit: Zeitpunkt {
      Zeitpunkt(unixMillisekunden: Int64(Date().timeIntervalSince1970 * 1000))!
    }
  }

  static let namen = [
    "a.txt", "Ä ü.pdf", "akte/1.txt", "akte/2.txt", "akte/tief/3.txt", "leer", "zwilling-a.txt",
    "zeile\nzwei\t.txt", "zwilling-b.txt",
  ]

  static func mitBuehne<T>(
    namen: [String] = Self.namen, tage: Int = 3650, _ body: (Buehne) throws -> T
  ) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let daten = tmp.appendingPathComponent("daten")
      for name in namen {
        let ort = daten.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
        let inhalt = name == "leer" ? "" : name.hasPrefix("zwilling") ? "gleich" : "Inhalt \(name)"
        try Data(inhalt.utf8).write(to: ort)
      }
      return try body(
        Buehne(
          daten: daten, nachweis: tmp.appendingPathComponent("nachweis").path,
          stelle: try Zeitstempelstelle(tmp.appendingPathComponent("tsa"), tage: tage)))
    }
  }

  static func erstelle(
    _ b: Buehne, gruppen: Bool = false, _ v: Hashverfahren = .sha256, k: Int = 2
  ) throws -> Nachweisordner {
    var zufall = Zufall(5)
    var vorgabe = Nachweisordner.Vorgabe()
    vorgabe.verfahren = v
    vorgabe.gruppen = gruppen
    vorgabe.verzweigung = k
    return try Nachweisordner.erstelle(
      b.daten.path, nach: b.nachweis, vorgabe, am: uhr, zufall: &zufall)
  }

  /// Every record is checked by the other implementation and by `openssl`.
  static func richte(_ n: Nachweisordner, _ b: Buehne) throws {
    var gesehen = 0
    for datei in n.dateien {
      let record = try n.beweis(fuer: datei)
      #expect(try EvidenceRecord(der: record.der) == record)
      let bytes = [UInt8](try Data(contentsOf: b.daten.appendingPathComponent(datei)))
      for (k, kette) in record.ketten.enumerated() {
        let v = n.koepfe[k].wurzel.verfahren
        var wert = Baumrichter.hash(bytes, v)
        if k > 0 {
          wert = Baumrichter.hash(
            wert + Baumrichter.hash(record.sequenz(ersteKetten: k), v), v)
        }
        #expect(
          Baumrichter.fuehrt(
            wert, kette[0].baum?.listen ?? [], n.koepfe[k].wurzel.bytes, v))
        var soll = n.koepfe[k].wurzel.hex
        for stempel in kette {
          #expect(try b.stelle.bestaetigt(stempel.token, hex: soll))
          soll = Pruefsumme(v, bytes: Baumrichter.hash(stempel.token, v))!.hex
        }
      }
      let bericht = try Beweispruefer(anker: try b.anker, jetzt: b.uhrzeit).pruefe(
        record, name: "x", [Beweisgegenstand(datei: b.daten.path + "/" + datei)])
      #expect(bericht.gueltig, "\(bericht.text(farbe: false))")
      gesehen += 1
    }
    #expect(gesehen == n.dateien.count && gesehen > 0)
  }

  @Test(
    "anlegen, stempeln, prüfen; jeder Evidence Record besteht vor openssl und der zweiten Rechnung",
    arguments: [(false, Hashverfahren.sha256, 2), (true, .sha512, 3), (true, .sha384, 2)])
  func weg(_ gruppen: Bool, _ v: Hashverfahren, _ k: Int) throws {
    try Self.mitBuehne { b in
      var n = try Self.erstelle(b, gruppen: gruppen, v, k: k)
      let ohne = try b.pruefe(n)
      #expect(ohne.gueltig && ohne.befunde.contains { $0.regel == "STEMPEL-FEHLT" })
      #expect(throws: NachweisFehler.self) { try n.beweis(fuer: "a.txt") }
      try b.stemple(&n)
      let neu = try Nachweisordner(pfad: b.nachweis)
      #expect(neu.offeneAnfrage == nil && neu.zeitstempel.count == 1)
      let bericht = try b.pruefe(neu)
      #expect(bericht.gueltig && bericht.befunde.isEmpty, "\(bericht.text(farbe: false))")
      #expect(bericht.text(farbe: false).contains("bis zu einer genannten Wurzel geprüft"))
      let spaet = try neu.pruefe(
        daten: b.daten.path,
        Beweispruefer(anker: try b.anker, jetzt: Zeitpunkt("2060-01-01T00:00:00Z")!))
      #expect(spaet.befunde.map(\.regel) == ["STEMPEL-ABGELAUFEN"])
      let ohneAnker = try b.pruefe(neu, mitAnker: false)
      #expect(ohneAnker.gueltig)
      #expect(
        ohneAnker.text(farbe: false).contains(
          "Zeitstempel vorhanden, Vertrauenskette nicht geprüft"))
      for wort in ["beweissicher", "revisionssicher", "qualifiziert"] {
        #expect(!bericht.text(farbe: false).contains(wort))
      }
      try Self.richte(neu, b)
      #expect(neu.objekte.contains(gruppen ? "akte" : "akte/1.txt"))
    }
  }

  @Test("gleiche Dateien, gleiche Uhr, gleicher Zufall: gleiche Bytes")
  func wiederholbar() throws {
    try Self.mitBuehne { b in
      _ = try Self.erstelle(b)
      func inhalt(_ pfad: String) throws -> [String: Data] {
        var aus: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: pfad) {
          aus[name] = try Data(contentsOf: URL(fileURLWithPath: pfad + "/" + name))
        }
        return aus
      }
      let einmal = try inhalt(b.nachweis)
      try FileManager.default.removeItem(atPath: b.nachweis)
      _ = try Self.erstelle(b)
      #expect(try inhalt(b.nachweis) == einmal)
      #expect(Set(einmal.keys) == ["wurzel-1.txt", "hashliste-1.tsv", "anfrage-1-1.tsq"])
    }
  }

  @Test("Erneuerung: Zeitstempel, Hashbaum, wieder Zeitstempel, wieder Hashbaum")
  func erneuerung() throws {
    try Self.mitBuehne { b in
      var zufall = Zufall(9)
      var n = try Self.erstelle(b, gruppen: true)
      #expect(throws: NachweisFehler.self) { try n.erneuereZeitstempel(zufall: &zufall) }
      try b.stemple(&n)
      try n.erneuereZeitstempel(zufall: &zufall)
      #expect(try b.pruefe(n).befunde.map(\.regel) == ["NACHWEIS-OFFEN"])
      try b.stemple(&n)
      #expect(throws: NachweisFehler.self) {
        try n.erneuereBaum(daten: b.daten.path, .sha256, am: Self.uhr, zufall: &zufall)
      }
      try n.erneuereBaum(daten: b.daten.path, .sha512, am: Self.uhr, zufall: &zufall)
      try b.stemple(&n)
      try n.erneuereZeitstempel(zufall: &zufall)
      try b.stemple(&n)
      try n.erneuereBaum(daten: b.daten.path, .sha384, am: Self.uhr, zufall: &zufall)
      try b.stemple(&n)
      let neu = try Nachweisordner(pfad: b.nachweis)
      #expect(neu.zeitstempel.count == 5 && neu.koepfe.count == 3)
      let bericht = try b.pruefe(neu)
      #expect(bericht.gueltig && bericht.befunde.isEmpty, "\(bericht.text(farbe: false))")
      try Self.richte(neu, b)
      let ergebnisse = try Beweispruefer().ergebnisse(try neu.beweis(fuer: "akte/1.txt"))
      #expect(ergebnisse.map(\.decktVorgaenger) == [nil, true, nil, true, nil])

      // One byte of an old time stamp, and what comes after no longer covers it.
      let ort = URL(fileURLWithPath: b.nachweis + "/zeitstempel-1-1.tst")
      let alt = try Data(contentsOf: ort)
      let ersatz = try Zeitstempelantwort(
        try b.stelle.antworte(Zeitstempelanfrage(neu.koepfe[0].wurzel, zufall: &zufall).der)
      ).token
      try Data(ersatz).write(to: ort)
      let falsch = try b.pruefe()
      #expect(
        falsch.befunde.contains {
          $0.regel == "BEWEIS-VORGAENGER" && $0.ort.datei == "zeitstempel-1-2.tst"
        })
      #expect(
        falsch.befunde.contains { $0.regel == "NACHWEIS-WURZEL" && $0.ort.datei == "wurzel-2.txt" })
      try alt.write(to: ort)
      #expect(try b.pruefe().gueltig)
    }
  }

  @Test("geänderte, fehlende, fremde und umbenannte Dateien werden genannt")
  func dateien() throws {
    try Self.mitBuehne { b in
      var n = try Self.erstelle(b, gruppen: true)
      try b.stemple(&n)
      let ort = b.daten.appendingPathComponent("akte/2.txt")
      let vorher = try Data(contentsOf: ort)
      try Data("Inhalt akte/2,txt".utf8).write(to: ort)
      var zufall = Zufall(1)
      let fehler = #expect(throws: NachweisFehler.self) {
        try n.erneuereBaum(daten: b.daten.path, .sha512, am: Self.uhr, zufall: &zufall)
      }
      #expect("\(fehler!)".contains("akte/2.txt"))
      #expect(
        try b.pruefe().befunde.map { "\($0.regel) \($0.ort.datei ?? "")" }
          == ["DATEI-GEAENDERT akte/2.txt"])
      try vorher.write(to: ort)
      try FileManager.default.moveItem(at: ort, to: b.daten.appendingPathComponent("akte/zwei.txt"))
      let befunde = try b.pruefe().befunde
      #expect(
        Set(befunde.map { "\($0.regel) \($0.ort.datei ?? "")" })
          == ["DATEI-FEHLT akte/2.txt", "DATEI-FREMD akte/zwei.txt"])
    }
  }

  @Test("jedes Byte des Nachweises: eine Änderung macht ihn ungültig und nennt die Datei")
  func schaden() throws {
    try Self.mitBuehne(namen: ["a", "b", "c"]) { b in
      var n = try Self.erstelle(b)
      try b.stemple(&n)
      var zufall = Zufall(3)
      var unberuehrt = 0
      for name in ["wurzel-1.txt", "hashliste-1.tsv", "zeitstempel-1-1.tst"] {
        let ort = URL(fileURLWithPath: b.nachweis + "/" + name)
        let gut = try Data(contentsOf: ort)
        for teil in 0..<40 {
          var schlecht = gut
          let stelle = gut.count * teil / 40
          schlecht[stelle] ^= UInt8.random(in: 1...255, using: &zufall)
          try schlecht.write(to: ort)
          do {
            let bericht = try b.pruefe()
            if bericht.gueltig {
              // Nobody vouches for the time by the machine's clock, nor for certificates that a
              // service adds; what is stamped, and when, stays what was signed.
              let jetzt = try Nachweisordner(pfad: b.nachweis)
              #expect(jetzt.koepfe[0].wurzel == n.koepfe[0].wurzel, "\(name) \(stelle)")
              #expect(jetzt.zeitstempel[0].zeit == n.zeitstempel[0].zeit, "\(name) \(stelle)")
              #expect(jetzt.zeitstempel[0].abdruck == n.zeitstempel[0].abdruck)
              #expect(name != "hashliste-1.tsv")
              unberuehrt += 1
            } else {
              #expect(
                bericht.befunde.contains { ($0.ort.datei ?? "").contains(name) }
                  || name == "wurzel-1.txt", "\(name) \(stelle) \(bericht.befunde)")
            }
          } catch let fehler as NachweisFehler {
            #expect("\(fehler)".contains(name) || "\(fehler)".contains("wurzel-1.txt"), "\(fehler)")
          }
        }
        try gut.write(to: ort)
      }
      #expect(try b.pruefe().gueltig)
      #expect(unberuehrt < 30)
    }
  }

  @Test("was nicht zur Anfrage passt, wird nicht übernommen")
  func antwort() throws {
    try Self.mitBuehne(namen: ["a", "b"]) { b in
      var n = try Self.erstelle(b)
      let anfrage = n.offeneAnfrage!
      var zufall = Zufall(77)
      func abgelehnt(_ antwort: [UInt8], _ teil: String) {
        let fehler = #expect(throws: NachweisFehler.self) {
          try n.uebernimm(antwort: antwort, try b.anker)
        }
        #expect("\(fehler!)".contains(teil), "\(fehler!)")
        #expect(n.zeitstempel.isEmpty)
      }
      let anderer = Pruefsumme(.sha256, bytes: Baumrichter.hash([1], .sha256))!
      abgelehnt(
        try b.stelle.antworte(Zeitstempelanfrage(anderer, zufall: &zufall).der), "anderen Hashwert")
      abgelehnt(
        try b.stelle.antworte(Zeitstempelanfrage(anfrage.abdruck, zufall: &zufall).der), "nonce")
      let gut = try b.stelle.antworte(anfrage.der)
      abgelehnt(Array(gut.dropLast()), "DER")
      abgelehnt([], "DER")
      abgelehnt(Array("<html>".utf8), "DER")
      var kaputt = gut
      kaputt[gut.count - 3] ^= 1
      abgelehnt(kaputt, "Signatur")
      // PKIStatusInfo: rejection, with a reason.
      abgelehnt([0x30, 0x0C, 0x30, 0x0A, 2, 1, 2, 0x30, 5, 0x0C, 3, 0x61, 0x62, 0x63], "abc")
      let fremde = try Zeitstempelstelle(b.stelle.ordner.appendingPathComponent("fremd"))
      abgelehnt(try fremde.antworte(anfrage.der), "Wurzeln")
      let falscherZweck = try Zeitstempelstelle(
        b.stelle.ordner.appendingPathComponent("zweck"), zweck: "serverAuth")
      if let antwort = try? falscherZweck.antworte(anfrage.der) {
        let fehler = #expect(throws: NachweisFehler.self) { try n.uebernimm(antwort: antwort, nil) }
        #expect(fehler != nil)
      }
      var mitRichtlinie = try Zeitstempelanfrage(
        anfrage.abdruck, richtlinie: "1.3.6.1.4.1.99999.2", zufall: &zufall)
      #expect(
        try Zeitstempel(antwort: try b.stelle.antworte(mitRichtlinie.der), auf: mitRichtlinie, nil)
          .richtlinie == "1.3.6.1.4.1.99999.2")
      mitRichtlinie = try Zeitstempelanfrage(
        anfrage.abdruck, nonce: anfrage.nonce, richtlinie: "1.3.6.1.4.1.99999.2")
      #expect(throws: NachweisFehler.self) {
        try Zeitstempel(antwort: gut, auf: mitRichtlinie, nil)
      }
      try n.uebernimm(antwort: gut, try b.anker)
      #expect(throws: NachweisFehler.self) { try n.uebernimm(antwort: gut, try b.anker) }
      // A bare token is an answer, too.
      let allein = n.zeitstempel[0].der
      #expect(try Zeitstempel(antwort: allein, auf: anfrage, nil) == n.zeitstempel[0])
    }
  }

  @Test("die Anfrage liest openssl so, wie sie gemeint ist")
  func anfrage() throws {
    try mitTemporaeremOrdner { tmp in
      var zufall = Zufall(4)
      let summe = Pruefsumme(.sha512, bytes: Baumrichter.hash([7], .sha512))!
      let anfrage = try Zeitstempelanfrage(summe, richtlinie: "1.2.3.4", zufall: &zufall)
      #expect(try Zeitstempelanfrage(der: anfrage.der) == anfrage)
      let ort = tmp.appendingPathComponent("a.tsq")
      try Data(anfrage.der).write(to: ort)
      let text = try Programm.starte("openssl", ["ts", "-query", "-in", ort.path, "-text"]).ausgabe
      #expect(text.contains("sha512") && text.contains("1.2.3.4"))
      #expect(text.contains("Certificate required: yes"))
      let nonce = anfrage.nonce!.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      #expect(text.lowercased().contains(nonce.joined()))
      let ohne = try Zeitstempelanfrage(summe, nonce: nil, richtlinie: nil)
      #expect(ohne.der.count == 91)
      #expect(throws: NachweisFehler.self) {
        try Zeitstempelanfrage(summe, richtlinie: "quatsch", zufall: &zufall)
      }
    }
  }

  @Test("Dienste: über zwei Dateien und über einen Befehl")
  func dienste() throws {
    try Self.mitBuehne(namen: ["a"]) { b in
      let n = try Self.erstelle(b)
      let ablage = b.stelle.ordner
      let zwei = Dateidienst(
        anfrage: ablage.path + "/frage.tsq", antwort: ablage.path + "/antwort.tsr")
      let fehler = #expect(throws: NachweisFehler.self) {
        try zwei.hole(n.offeneAnfrage!, try b.anker)
      }
      #expect("\(fehler!)".contains("frage.tsq"))
      let frage = [UInt8](try Data(contentsOf: URL(fileURLWithPath: zwei.anfrage)))
      try Data(try b.stelle.antworte(frage)).write(to: URL(fileURLWithPath: zwei.antwort))
      #expect(try zwei.hole(n.offeneAnfrage!, try b.anker).abdruck == n.koepfe[0].wurzel.bytes)
      let befehl = Befehlsdienst(b.stelle.befehl, ablage: ablage.path)
      #expect(try befehl.hole(n.offeneAnfrage!, try b.anker).nonce != nil)
      for (worte, teil) in [
        (["/gibt/es/nicht"], "nicht gefunden"), (["false"], "endete mit 1"),
        (["true"], "keine Antwort"),
        ([], "keiner genannt"),
      ] {
        let fehler = #expect(throws: NachweisFehler.self) {
          try Befehlsdienst(worte, ablage: ablage.path).hole(n.offeneAnfrage!, nil)
        }
        #expect("\(fehler!)".contains(teil), "\(fehler!)")
      }
    }
  }

  @Test("nichts Halbes: Ziel vorhanden, Ziel in der Quelle, leere Quelle, Verknüpfung")
  func ziele() throws {
    try Self.mitBuehne(namen: ["a", "u/b"]) { b in
      var zufall = Zufall(2)
      func versuche(_ quelle: String, _ nach: String) -> String {
        let fehler = #expect(throws: NachweisFehler.self) {
          try Nachweisordner.erstelle(quelle, nach: nach, am: Self.uhr, zufall: &zufall)
        }
        return "\(fehler!)"
      }
      #expect(versuche(b.daten.path, b.daten.path).contains("schon vorhanden"))
      #expect(versuche(b.daten.path, b.daten.path + "/u/n").contains("nicht in dem Ordner"))
      #expect(versuche(b.daten.path + "/weg", b.nachweis).contains("nicht gefunden"))
      let leer = b.daten.appendingPathComponent("u/leer")
      try FileManager.default.createDirectory(at: leer, withIntermediateDirectories: true)
      #expect(versuche(leer.path, b.nachweis).contains("keine Datei"))
      try FileManager.default.createSymbolicLink(
        atPath: b.daten.path + "/v", withDestinationPath: "a")
      #expect(versuche(b.daten.path, b.nachweis).contains("Verknüpfung"))
      #expect(!FileManager.default.fileExists(atPath: b.nachweis))
      // A slash at the end of the target is no other target.
      #expect(
        try Nachweisordner.erstelle(
          b.daten.path + "/u/", nach: b.nachweis + "-u/", am: Self.uhr, zufall: &zufall
        ).dateien == ["b"])
      // A single file stands beside the list with its name: the smallest tree has two leaves.
      var n = try Nachweisordner.erstelle(
        b.daten.path + "/a", nach: b.nachweis, am: Self.uhr, zufall: &zufall)
      try b.stemple(&n)
      #expect(try n.beweis(fuer: "a").ketten[0][0].baum?.listen.map(\.count) == [2])
      let bericht = try n.pruefe(daten: b.daten.path + "/a", Beweispruefer(anker: try b.anker))
      #expect(bericht.gueltig && bericht.befunde.isEmpty, "\(bericht.text(farbe: false))")
    }
  }
}
