// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Behaelter
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("Hostile and foreign bags")
struct BaggefahrenTests {
  @Test("a sound bag of our own making is valid for both")
  func heil() throws {
    let bau = Bagbau(["a.txt": "a", "b/c.txt": "c"])
    #expect(try bau.befunde() == [])
    #expect(try bau.befunde(.tolerant) == [])
    let text = try bau.mitBag { try Bagpruefer().pruefe($0).bericht.text(farbe: false) }
    #expect(text.contains("BagIt-Paket") && text.contains("gültig") && !text.contains("Schema"))
  }

  @Test("links and pipes are refused and not followed")
  func verknuepfungen() throws {
    try Bagbau(["a.txt": "a"]).mitBag { bag in
      try FileManager.default.createSymbolicLink(
        atPath: bag + "/data/link", withDestinationPath: "/etc/passwd")
      try FileManager.default.createSymbolicLink(
        atPath: bag + "/data/ordner", withDestinationPath: "/etc")
      #expect(mkfifo(bag + "/data/leitung", 0o600) == 0)
      let e = try Bagpruefer().pruefe(bag)
      #expect(e.orte("VERKNUEPFUNG") == ["data/link", "data/ordner"])
      #expect(e.orte("SONDERDATEI") == ["data/leitung"])
      #expect(e.regeln(ab: .warnung) == ["VERKNUEPFUNG", "SONDERDATEI"])
    }
  }

  @Test("a listed file that is a link is missing")
  func verknuepfteNutzlast() throws {
    try Bagbau(["a.txt": "a"]).mitBag { bag in
      try FileManager.default.moveItem(atPath: bag + "/data/a.txt", toPath: bag + "/../a.txt")
      try FileManager.default.createSymbolicLink(
        atPath: bag + "/data/a.txt", withDestinationPath: "../../a.txt")
      #expect(
        try Bagpruefer().pruefe(bag).regeln(ab: .fehler) == ["VERKNUEPFUNG", "NUTZLAST-FEHLT"])
    }
  }

  @Test("a file name that is no UTF-8 is named and counted")
  func fremdname() throws {
    try Bagbau(["a.txt": "a"]).mitBag { bag in
      var name = Array((bag + "/data/").utf8) + [0xE4, 0x2E, 0x74]
      name.append(0)
      let fd = name.withUnsafeBytes {
        open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600)
      }
      try #require(fd >= 0)
      #expect(write(fd, "xyz", 3) == 3)
      close(fd)
      let e = try Bagpruefer().pruefe(bag)
      #expect(e.regeln(ab: .warnung) == ["NAME-KODIERUNG"])
      #expect(e.oxum.description == "4.2")
    }
  }

  @Test("the input stays as it is, also if nothing may be written there")
  func nurLesend() throws {
    try Bagbau(["a.txt": "a"]).mitBag { bag in
      func stand() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: bag).sorted().map { p in
          let a = try FileManager.default.attributesOfItem(atPath: bag + "/" + p)
          return "\(p) \(a[.modificationDate]!) \(a[.size]!) \(a[.posixPermissions]!)"
        }
      }
      chmod(bag + "/data", 0o555)
      let vorher = try stand()
      #expect(try Bagpruefer().pruefe(bag).urteil == .gueltig)
      #expect(try Bagpruefer(.tolerant).pruefe(bag).urteil == .gueltig)
      #expect(try stand() == vorher)
      chmod(bag + "/data", 0o755)
    }
  }

  @Test("members of an archive that lead out are refused, hard links too")
  func archivpfade() throws {
    try #require(Programm.vorhanden("python3"))
    try mitTemporaeremOrdner { ordner in
      try Bagbau(["a.txt": "a"]).lege(ordner.appendingPathComponent("bag"))
      let skript = """
        import io, tarfile, zipfile
        with tarfile.open("bag.tar", "w") as t:
            t.add("bag")
            for n in ["../raus", "/absolut", "bag/data/../../raus2"]:
                i = tarfile.TarInfo(n); i.size = 1; t.addfile(i, io.BytesIO(b"x"))
            for art in (tarfile.LNKTYPE, tarfile.SYMTYPE):
                i = tarfile.TarInfo("bag/data/link" + art.decode()); i.type = art; i.linkname = "/etc/passwd"
                t.addfile(i)
        with zipfile.ZipFile("bag.zip", "w") as z:
            for n in ["bagit.txt", "data/a.txt", "manifest-sha256.txt"]: z.write("bag/" + n)
            for n in ["../raus", "/absolut", "bag/data/../../raus2", "daneben.txt"]: z.writestr(n, "x")
        """
      let e = try Programm.starte("python3", ["-c", skript], ordner: ordner)
      try #require(e.status == 0, "\(e.fehler)")
      let tar = try Bagpruefer().pruefe(ordner.path + "/bag.tar")
      #expect(tar.regeln(ab: .warnung) == ["ARCHIV-PFAD", "VERKNUEPFUNG"])
      #expect(tar.orte("ARCHIV-PFAD").count == 3 && tar.orte("VERKNUEPFUNG").count == 2)
      let zip = try Bagpruefer().pruefe(ordner.path + "/bag.zip")
      #expect(zip.regeln(ab: .warnung) == ["ARCHIV-PFAD", "ARCHIV-ORDNER"])
      #expect(zip.orte("ARCHIV-ORDNER") == ["daneben.txt"])
    }
  }

  @Test("limits end the check with a finding")
  func grenzen() throws {
    try Bagbau(["a/b/c/d.txt": "a", "e": "12345678"]).mitBag { bag in
      var tiefe = Baggrenzen()
      tiefe.tiefe = 3
      var zahl = Baggrenzen()
      zahl.behaelter.eintraege = 4
      var groesse = Baggrenzen()
      groesse.behaelter.gesamtgroesse = 100
      for grenze in [tiefe, zahl, groesse] {
        let e = try Bagpruefer(grenzen: grenze).pruefe(bag)
        #expect(e.urteil == .nichtPruefbar && !e.bericht.gueltig)
        #expect(e.regeln(ab: .fehler) == ["GRENZE"])
      }
      var tag = Baggrenzen()
      tag.tagdatei = 50
      #expect(try Bagpruefer(grenzen: tag).pruefe(bag).regeln(ab: .fehler).contains("NICHT-LESBAR"))
    }
  }

  @Test("what is no bag at all is an error or says so")
  func keinBag() throws {
    try mitTemporaeremOrdner { ordner in
      #expect(throws: UebergabeFehler.self) { try Bagpruefer().pruefe(ordner.path + "/fehlt") }
      try Data("Text".utf8).write(to: ordner.appendingPathComponent("x.txt"))
      #expect(throws: UebergabeFehler.self) { try Bagpruefer().pruefe(ordner.path + "/x.txt") }
      #expect(
        try Bagpruefer().pruefe(ordner.path).regeln(ab: .fehler) == [
          "BAGIT-FEHLT", "DATA-FEHLT", "MANIFEST-FEHLT",
        ])
    }
  }

  @Test("other character sets of tag files", arguments: ["ISO-8859-1", "UTF-16", "windows-1252"])
  func zeichensatz(_ name: String) throws {
    var bau = Bagbau(["Größe.txt": "a"])
    bau["bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: \(name)\n"
    #expect(try !bau.befunde().isEmpty)
    let kodierung: String.Encoding =
      ["ISO-8859-1": .isoLatin1, "UTF-16": .utf16][name] ?? .windowsCP1252
    bau.dateien["manifest-sha256.txt"] = [UInt8](bau["manifest-sha256.txt"].data(using: kodierung)!)
    #expect(try bau.befunde() == [])
  }

  @Test(
    "an unknown character set or algorithm cannot be judged",
    arguments: ["../x", "KLINGON", "UTF-8//IGNORE"])
  func unbekannt(_ name: String) throws {
    var bau = Bagbau(["a.txt": "a"])
    bau["bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: \(name)\n"
    let e = try bau.mitBag { try Bagpruefer().pruefe($0) }
    #expect(e.urteil == .nichtPruefbar && e.regeln(ab: .warnung) == ["ZEICHENSATZ-UNBEKANNT"])
    bau = Bagbau(["a.txt": "a"])
    bau.dateien["manifest-blake3.txt"] = bau.dateien.removeValue(forKey: "manifest-sha256.txt")
    let f = try bau.mitBag { try Bagpruefer().pruefe($0) }
    #expect(f.urteil == .nichtPruefbar && f.regeln(ab: .warnung) == ["ALGORITHMUS-UNBEKANNT"])
    bau["bagit.txt"] = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"
    #expect(try bau.befunde() == ["ALGORITHMUS-UNBEKANNT", "BAGIT-VERSION-UNBEKANNT"])
  }

  @Test("bytes that are no UTF-8, and BOMs")
  func bom() throws {
    var bau = Bagbau(["a.txt": "a"])
    bau["bagit.txt"] = "\u{FEFF}" + bau["bagit.txt"]
    bau["manifest-sha256.txt"] = "\u{FEFF}" + bau["manifest-sha256.txt"]
    #expect(try bau.befunde() == ["BAGIT-BOM", "TAG-BOM"])
    #expect(try bau.mitBag { try Bagpruefer(.tolerant).pruefe($0).urteil } == .gueltig)
    bau = Bagbau(["a.txt": "a"])
    bau.dateien["bag-info.txt"] = [0x61, 0x3A, 0x20, 0xE4, 0x0A]
    #expect(try bau.befunde() == ["TAG-ZEICHEN"])
  }

  /// A manifest that names one file in a foreign way.
  private func fremd(_ version: String, _ imManifest: String, _ aufPlatte: String) throws -> (
    streng: Set<String>, hinweise: Set<String>, tolerant: Bagergebnis
  ) {
    var bau = Bagbau(version: version, [aufPlatte: "Inhalt"])
    bau["manifest-sha256.txt"] = bau["manifest-sha256.txt"].replacingOccurrences(
      of: "data/" + aufPlatte, with: "data/" + imManifest)
    return try bau.mitBag {
      let streng = try Bagpruefer().pruefe($0)
      return (
        streng.regeln(ab: .fehler), streng.regeln(ab: .hinweis),
        try Bagpruefer(.tolerant).pruefe($0)
      )
    }
  }

  @Test(
    "foreign percent codes are told from missing files",
    arguments: [
      ("1.0", "a%0Ab", "a%0Ab", "PROZENT-UNKODIERT"),
      ("1.0", "100%25", "100%25", "PROZENT-UNKODIERT"),
      ("1.0", "a%20b", "a b", "PROZENT-FREMD"),
      ("1.0", "Gr%C3%B6%C3%9Fe", "Größe", "PROZENT-FREMD"),
      ("0.97", "a%0Ab", "a\nb", "PROZENT-FREMD"),
    ])
  func prozent(_ version: String, _ imManifest: String, _ aufPlatte: String, _ regel: String) throws
  {
    let e = try fremd(version, imManifest, aufPlatte)
    #expect(e.streng == ["NUTZLAST-FEHLT", "NUTZLAST-NICHT-IM-MANIFEST"])
    #expect(e.hinweise.contains(regel))
    #expect(e.tolerant.urteil == .gueltig)
    #expect(e.tolerant.regeln(ab: .warnung).contains(regel))
    #expect(e.tolerant.orte(regel).contains("data/" + aufPlatte))
  }

  @Test("a bare percent sign is found and warned of")
  func nacktesProzent() throws {
    let e = try fremd("1.0", "100%.txt", "100%.txt")
    #expect(e.streng == [])
    #expect(e.hinweise.contains("PROZENT-UNKODIERT"))
  }

  @Test("normal forms are matched; damage behind them is still found")
  func normalform() throws {
    let e = try fremd("1.0", "Gro\u{308}\u{DF}e", "Gr\u{F6}\u{DF}e")
    #expect(e.streng == [] && e.hinweise.contains("NUR-NORMALFORM"))
    var bau = Bagbau(["Gr\u{F6}\u{DF}e": "Inhalt"])
    bau["manifest-sha256.txt"] = bau["manifest-sha256.txt"].decomposedStringWithCanonicalMapping
    bau["data/Gr\u{F6}\u{DF}e"] = "anders"
    #expect(try bau.befunde() == ["NUTZLAST-PRUEFSUMME"])
  }

  @Test("bagit.txt in wrong order, double Oxum, wrong blanks, unlisted fetch")
  func einzelnes() throws {
    var bau = Bagbau(["a.txt": "a"])
    bau["bagit.txt"] = "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"
    #expect(try bau.befunde() == ["BAGIT-VERSION-FORM", "BAGIT-KODIERUNG-FEHLT"])
    bau = Bagbau(["a.txt": "a"])
    bau["bagit.txt"] = "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n"
    #expect(try bau.befunde() == ["BAGIT-LEERRAUM"])
    bau = Bagbau(["a.txt": "a"])
    bau["bag-info.txt"] = "Payload-Oxum: 1.1\npayload-oxum: 1.1\nohne\n"
    #expect(try bau.befunde() == ["OXUM-MEHRFACH", "INFO-ZEILE"])
    bau = Bagbau(["a.txt": "a"])
    bau["fetch.txt"] = "http://a/b 5 data/neu\nkein Feld\nhttp://a x data/a.txt\nhttp://a - ../x\n"
    #expect(
      try bau.befunde() == [
        "FETCH-VORHANDEN", "FETCH-NICHT-IM-MANIFEST", "FETCH-ZEILE", "FETCH-PFAD-AUSBRUCH",
      ])
    bau = Bagbau(["a.txt": "a"])
    bau["manifest-sha256.txt"] += "\(String(repeating: "0", count: 64))  data/loch\n"
    bau["fetch.txt"] = "http://a/loch - data/loch\n"
    let e = try bau.mitBag { try Bagpruefer().pruefe($0) }
    #expect(e.regeln(ab: .fehler) == ["NUTZLAST-FEHLT"])
    #expect(e.bericht.befunde.contains { $0.meldung.contains("http://a/loch") })
  }

  @Test("every rule that can be reported has an explanation and a German title")
  func regeln() {
    #expect(Set(Bagregeln.alle.map(\.id)).count == Bagregeln.alle.count)
    for regel in Bagregeln.alle {
      #expect(!regel.titel.isEmpty && !regel.erklaerung.isEmpty)
      #expect(Bagregeln.regel(regel.id) == regel)
    }
    #expect(
      Bagregeln.nachsicht.union(Bagregeln.nichtPruefbar).allSatisfy { Bagregeln.regel($0) != nil })
    #expect(Bagregeln.regel("GIBT-ES-NICHT") == nil)
  }
}
