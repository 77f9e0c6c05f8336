// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing
import Uebergabe
import Xdomea

@testable import Aussonderung

/// From a transfer to packages: nothing is lost, nothing is doubled, every package stands alone.
@Suite("Paketierung")
struct PaketierungTests {
  static let jetzt = Zeitpunkt("2026-02-03T04:05:06.000Z")!
  static let ebenen: [Paketierungsebene] = [.wurzel, .akte, .vorgang, .stufe(1), .stufe(2)]

  static var schemata: Schemata? {
    Gemeinsam.verfuegbar ? Schemata(ordner: Gemeinsam.schemata.path) : nil
  }

  static func uebergib(
    _ pfad: String, nach ziel: String, _ form: Paketierung.Form = .bagit(.init()),
    _ ebene: Paketierungsebene = .wurzel, mitSchema: Bool = true, seed: UInt64 = 1,
    ohne: [ObjektID: String] = [:], _ aendern: (inout Paketierung) -> Void = { _ in }
  ) throws -> Paketierungsbericht {
    var paketierung = Paketierung(form, ebene: ebene, schemata: mitSchema ? schemata : nil)
    aendern(&paketierung)
    var zufall = Zufall(seed)
    return try paketierung.uebergib(
      try Nachrichtenpaket(pfad: pfad), nach: ziel, am: jetzt, von: "Erika Muster", ohne: ohne,
      zufall: &zufall)
  }

  /// The files in the packages, by package and name.
  private func inhalt(_ bericht: Paketierungsbericht) throws -> [String: [String: [UInt8]]] {
    var alles: [String: [String: [UInt8]]] = [:]
    for p in bericht.pakete {
      let ordner = URL(fileURLWithPath: bericht.ordner).appendingPathComponent(p.name + "/data")
      for name in try FileManager.default.contentsOfDirectory(atPath: ordner.path) {
        alles[p.name, default: [:]][name] = [UInt8](
          try Data(contentsOf: ordner.appendingPathComponent(name)))
      }
    }
    return alles
  }

  /// How many packages a level must give; worked out apart from the code under test.
  private func erwartet(_ muster: Abgabemuster, _ ebene: Paketierungsebene) -> Int {
    func zahl(_ a: Akte, _ tiefe: Int) -> Int {
      let teilt =
        switch ebene {
        case .wurzel: false
        case .akte: !a.teilakten.isEmpty
        case .vorgang: !a.teilakten.isEmpty || !a.vorgaenge.isEmpty
        case .stufe(let n): tiefe < n && (!a.teilakten.isEmpty || !a.vorgaenge.isEmpty)
        }
      if !teilt { return 1 }
      return (a.dokumente.isEmpty ? 0 : 1) + a.vorgaenge.count
        + a.teilakten.reduce(0) { $0 + zahl($1, tiefe + 1) }
    }
    var summe = 0
    var lose = false
    for case .schriftgutobjekt(let objekt) in muster.teile {
      switch objekt {
      case .akte(let a): summe += zahl(a, 0)
      case .vorgang: summe += 1
      case .dokument: lose = true
      }
    }
    return summe + (lose ? 1 : 0)
  }

  @Test("jedes Objekt und jede Datei liegt in genau einem Paket", arguments: XdomeaFassung.allCases)
  func deckung(_ fassung: XdomeaFassung) throws {
    for seed in 0..<4 as Range<UInt64> {
      for ebene in Self.ebenen {
        try mitTemporaeremOrdner { tmp in
          var muster = Abgabemuster(fassung, seed: seed)
          let container = try muster.packe(tmp)
          let bericht = try Self.uebergib(
            container, nach: tmp.appendingPathComponent("pakete").path, .bagit(.init()), ebene)
          let anlass = "\(fassung) \(seed) \(ebene)"
          #expect(bericht.pakete.count == erwartet(muster, ebene), "\(anlass)")
          let inhalt = try inhalt(bericht)
          // Every file once, with its bytes, and nothing else but one message per package.
          for (name, bytes) in muster.dateien {
            let orte = inhalt.filter { $0.value[name] != nil }
            #expect(orte.count == 1, "\(anlass): \(name)")
            #expect(orte.first?.value[name] == bytes, "\(anlass): \(name)")
          }
          #expect(
            inhalt.values.reduce(0) { $0 + $1.count }
              == muster.dateien.count + bericht.pakete.count)
          // Every object in the message of its package; documents and Vorgänge nowhere else.
          var nachrichten: [String: String] = [:]
          for (paket, dateien) in inhalt {
            let xml = dateien.first { $0.key.hasSuffix(".xml") }!
            nachrichten[paket] = String(decoding: xml.value, as: UTF8.self)
          }
          var unterAkten = 0
          for id in muster.kennungen {
            let orte = Set(nachrichten.filter { $0.value.contains(id.text) }.keys)
            if let paket = bericht.paketname[id] {
              #expect(orte == [paket], "\(anlass): \(id)")
            } else {
              #expect(!orte.isEmpty, "\(anlass): \(id)")
              unterAkten += 1
            }
          }
          if ebene == .wurzel { #expect(unterAkten == 0) }
          for p in bericht.pakete {
            let e = try Bagpruefer().pruefe(bericht.ordner + "/" + p.name)
            #expect(e.urteil == .gueltig, "\(anlass): \(e.bericht.befunde)")
          }
          #expect(bericht.ungenannt == [])
        }
      }
    }
  }

  @Test(
    "die Nachricht jedes DIMAG-Pakets besteht die Prüfung für sich",
    arguments: XdomeaFassung.allCases)
  func dimag(_ fassung: XdomeaFassung) throws {
    for (seed, ebene) in zip(10..<15 as Range<UInt64>, Self.ebenen) {
      try mitTemporaeremOrdner { tmp in
        var muster = Abgabemuster(fassung, seed: seed)
        let container = try muster.packe(tmp)
        let bericht = try Self.uebergib(
          container, nach: tmp.appendingPathComponent("pakete").path,
          .dimag(.init(rootid: "Struct-1")), ebene)
        #expect(bericht.pakete.count == erwartet(muster, ebene))
        for p in bericht.pakete {
          let pfad = bericht.ordner + "/" + p.name
          let e = try Dimagpruefer().pruefe(pfad)
          #expect(e.urteil == .gueltig, "\(e.bericht.befunde)")
          let xdomea = try Pruefer(schemata: Self.schemata).pruefe(pfad + "/data")
          let wichtige = xdomea.befunde.filter {
            ["R11", "R15", "R17", "R52", "R53", "R54", "R56", "H1", "H2", "H3"].contains($0.regel)
          }
          #expect(wichtige == [], "\(wichtige)")
        }
      }
    }
  }

  @Test("ein Kippen, Fehlen, Umbenennen oder Zuviel in irgendeinem Paket wird gefunden und genannt")
  func schaden() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 3, breite: 2)
      let container = try muster.packe(tmp)
      for form in [Paketierung.Form.bagit(.init()), .dimag(.init(rootid: "S"))] {
        let ziel = tmp.appendingPathComponent("pakete")
        let bericht = try Self.uebergib(container, nach: ziel.path, form, .vorgang)
        func urteil(_ paket: String) throws -> Bagergebnis {
          let pfad = ziel.path + "/" + paket
          return Paketart(erkanntIn: pfad) == .dimag
            ? try Dimagpruefer().pruefe(pfad) : try Bagpruefer().pruefe(pfad)
        }
        for p in bericht.pakete.prefix(4) {
          let wurzel = ziel.appendingPathComponent(p.name)
          for name in try FileManager.default.subpathsOfDirectory(atPath: wurzel.path) {
            let ort = wurzel.appendingPathComponent(name)
            var istOrdner: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: ort.path, isDirectory: &istOrdner)
            if istOrdner.boolValue { continue }
            let vorher = try Data(contentsOf: ort)
            func genannt(_ e: Bagergebnis, _ was: String) {
              #expect(e.urteil == .ungueltig, "\(was) \(name)")
              let siegel = name.hasPrefix("tagmanifest")
              #expect(
                siegel
                  || e.bericht.befunde.contains {
                    $0.ort.datei?.hasPrefix(name) == true || $0.meldung.contains(name)
                  }, "\(was) \(name): \(e.bericht.befunde)")
            }
            if !vorher.isEmpty {
              var anders = vorher
              anders[anders.count / 3] ^= 1
              try anders.write(to: ort)
              genannt(try urteil(p.name), "gekippt")
              try vorher.write(to: ort)
            }
            let weg = URL(fileURLWithPath: ort.path + "_")
            try FileManager.default.moveItem(at: ort, to: weg)
            // Without its tag manifest a bag is still one; it is only less sealed.
            if !name.hasPrefix("tagmanifest") { genannt(try urteil(p.name), "umbenannt") }
            try FileManager.default.moveItem(at: weg, to: tmp.appendingPathComponent("weg"))
            if !name.hasPrefix("tagmanifest") { genannt(try urteil(p.name), "gelöscht") }
            try FileManager.default.moveItem(at: tmp.appendingPathComponent("weg"), to: ort)
          }
          let zuviel = wurzel.appendingPathComponent("data/zuviel.txt")
          try Data("x".utf8).write(to: zuviel)
          let e = try urteil(p.name)
          #expect(e.bericht.befunde.contains { $0.ort.datei == "data/zuviel.txt" })
          try FileManager.default.removeItem(at: zuviel)
          #expect(try urteil(p.name).urteil == .gueltig)
        }
        // In a delivery a file beside the payload is found, too, and a lost seal.
        let paket = ziel.appendingPathComponent(bericht.pakete[0].name)
        func funde() throws -> [Befund] {
          try Lieferungspruefer().pruefe(ziel.path) { _ in }.befunde
            .filter { $0.schwere == .fehler }
        }
        #expect(try funde() == [])
        let beiwerk = paket.appendingPathComponent("zuviel.txt")
        try Data("x".utf8).write(to: beiwerk)
        #expect(
          try funde().map { "\($0.regel) \($0.ort.datei ?? "")" }
            == ["LIEFERUNG-FREMD \(bericht.pakete[0].name)/zuviel.txt"])
        try FileManager.default.removeItem(at: beiwerk)
        try FileManager.default.removeItem(
          at: paket.appendingPathComponent("tagmanifest-sha512.txt"))
        #expect(try funde().map(\.regel).contains("LIEFERUNG-SIEGEL"))
        let einzeln = try urteil(bericht.pakete[0].name).bericht.befunde
        #expect(
          einzeln.contains {
            $0.regel == "TAGMANIFEST-FEHLT" || $0.ort.datei == "tagmanifest-sha512.txt"
          }, "\(einzeln)")
        try FileManager.default.removeItem(at: ziel)
      }
    }
  }

  @Test("gleiche Eingabe, gleiche Bytes; Ausnahmen gelten für einzelne Akten")
  func wiederholbar() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v310, seed: 5)
      let container = try muster.packe(tmp)
      for form in [Paketierung.Form.bagit(.init()), .dimag(.init(rootid: "S"))] {
        var listen: [[UInt8]] = []
        for i in 0..<2 {
          let b = try Self.uebergib(
            container, nach: tmp.appendingPathComponent("p\(i)").path, form, .akte)
          listen.append(
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: b.ordner + "/" + b.nachweis))))
        }
        // The list names the seal of every package.
        #expect(listen[0] == listen[1] && !listen[0].isEmpty)
        for i in 0..<2 {
          try FileManager.default.removeItem(at: tmp.appendingPathComponent("p\(i)"))
        }
      }
      let akten = muster.teile.compactMap { teil -> Akte? in
        if case .schriftgutobjekt(.akte(let a)) = teil { a } else { nil }
      }
      let eine = try #require(akten.first { !$0.vorgaenge.isEmpty || !$0.teilakten.isEmpty })
      let ohne = try Self.uebergib(container, nach: tmp.appendingPathComponent("a").path)
      let mit = try Self.uebergib(container, nach: tmp.appendingPathComponent("b").path) {
        $0.ausnahmen[eine.id] = .vorgang
      }
      #expect(ohne.paketname[eine.id] != nil && mit.paketname[eine.id] == nil)
      for a in akten where a.id != eine.id {
        #expect(ohne.paketname[a.id] == mit.paketname[a.id])
      }
    }
  }

  @Test("was eine Abgabe beschädigt, lässt nichts entstehen")
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 7)
      let container = try muster.packe(tmp)
      let ordner = tmp.appendingPathComponent("aus")
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      let e = try Programm.starte("unzip", ["-q", container, "-d", ordner.path])
      try #require(e.status == 0)
      let namen = try FileManager.default.contentsOfDirectory(atPath: ordner.path).sorted()
      let nachricht = ordner.appendingPathComponent(namen.first { $0.hasSuffix(".xml") }!)
      let datei = ordner.appendingPathComponent(
        namen.first { muster.dateien[$0].map { $0.count > 9 } ?? false }!)
      let xml = String(decoding: try Data(contentsOf: nachricht), as: UTF8.self)
      let ziel = tmp.appendingPathComponent("pakete").path

      func scheitert(_ was: String, _ passt: (Paketierungsfehler) -> Bool) {
        for form in [Paketierung.Form.bagit(.init()), .dimag(.init(rootid: "S"))] {
          do {
            _ = try Self.uebergib(ordner.path, nach: ziel, form, .vorgang)
            Issue.record("\(was): kein Fehler")
          } catch let fehler as Paketierungsfehler {
            #expect(passt(fehler), "\(was): \(fehler)")
          } catch {
            Issue.record("\(was): \(error)")
          }
        }
        let reste = try? FileManager.default.contentsOfDirectory(atPath: tmp.path).filter {
          $0.contains("pakete") || $0.hasPrefix(".")
        }
        #expect(reste == [], "\(was)")
      }

      // Sound it works from the folder, too.
      _ = try Self.uebergib(ordner.path, nach: ziel)
      #expect(throws: (any Error).self) { _ = try Self.uebergib(ordner.path, nach: ziel) }
      try FileManager.default.removeItem(atPath: ziel)

      let bytes = try Data(contentsOf: datei)
      try (bytes + [0]).write(to: datei)
      scheitert("verändert") { $0 == .dateiVeraendert(name: datei.lastPathComponent) }
      try FileManager.default.removeItem(at: datei)
      scheitert("fehlt") { $0 == .dateiFehlt(name: datei.lastPathComponent) }
      try bytes.write(to: datei)

      // An object that stands twice.
      let ids = muster.teile.compactMap { t -> ObjektID? in
        if case .schriftgutobjekt(let o) = t { o.id } else { nil }
      }
      if ids.count > 1 {
        let doppelt = xml.replacingOccurrences(of: ids[1].text, with: ids[0].text)
        try Data(doppelt.utf8).write(to: nachricht)
        scheitert("doppelt") { $0 == .objektMehrfach(ids[0]) }
      }
      try Data(xml.replacingOccurrences(of: ids[0].text, with: "keine").utf8).write(to: nachricht)
      scheitert("ohne Kennung") { if case .objektOhneKennung = $0 { true } else { false } }
      try Data(xml.dropLast(100).utf8).write(to: nachricht)
      #expect(throws: (any Error).self) { _ = try Self.uebergib(ordner.path, nach: ziel) }
      #expect(!FileManager.default.fileExists(atPath: ziel))
    }
  }

  @Test(
    "eine ungültige Abgabe scheitert am Schema und nennt die Stelle",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func schema() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 8)
      let container = try muster.packe(tmp)
      let ordner = tmp.appendingPathComponent("aus")
      let e = try Programm.starte("unzip", ["-q", container, "-d", ordner.path])
      try #require(e.status == 0)
      let name = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
        .first { $0.hasSuffix(".xml") }!
      let nachricht = ordner.appendingPathComponent(name)
      let xml = String(decoding: try Data(contentsOf: nachricht), as: UTF8.self)
      try Data(
        xml.replacingOccurrences(
          of: "<xdomea:Akteninhalt", with: "<xdomea:Erfunden/><xdomea:Akteninhalt"
        ).utf8
      ).write(to: nachricht)
      let ziel = tmp.appendingPathComponent("p").path
      do {
        _ = try Self.uebergib(ordner.path, nach: ziel)
        Issue.record("kein Fehler")
      } catch Paketierungsfehler.auszugUngueltig(_, let befunde) {
        #expect(befunde.first?.hasPrefix("Zeile ") == true)
      }
      // Without a schema the foreign element stays where it is: nothing is dropped.
      let b = try Self.uebergib(ordner.path, nach: ziel, mitSchema: false)
      #expect(!b.schemageprueft)
      let vorher = xml.components(separatedBy: "<xdomea:Akteninhalt").count - 1
      let nachher = try b.pakete.reduce(0) { summe, p in
        let text = String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: ziel + "/\(p.name)/data/\(name)")),
          as: UTF8.self)
        return summe + text.components(separatedBy: "<xdomea:Erfunden/>").count - 1
      }
      #expect(nachher == vorher && vorher > 0)
    }
  }

  @Test("eine Datei, die zwei Pakete bräuchten, und Dateien, die niemand nennt")
  func dateien() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v300, seed: 9)
      let container = try muster.packe(tmp, zusaetzlich: ["ungenannt.txt"])
      let b = try Self.uebergib(container, nach: tmp.appendingPathComponent("p").path)
      #expect(b.ungenannt == ["ungenannt.txt"])
      let ordner = tmp.appendingPathComponent("aus")
      _ = try Programm.starte("unzip", ["-q", container, "-d", ordner.path])
      let name = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
        .first { $0.hasSuffix(".xml") }!
      let nachricht = ordner.appendingPathComponent(name)
      var xml = String(decoding: try Data(contentsOf: nachricht), as: UTF8.self)
      // Two files of different Akten become one.
      let inhalte = b.pakete.filter { $0.dateien > 0 }
      try #require(inhalte.count > 1)
      func eine(_ p: Paketierungsbericht.Paket) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: b.ordner + "/\(p.name)/data").sorted()
          .first { muster.dateien[$0] != nil }!
      }
      let geteilt = try eine(inhalte[0])
      xml = xml.replacingOccurrences(of: try eine(inhalte[1]), with: geteilt)
      try Data(xml.utf8).write(to: nachricht)
      #expect(throws: Paketierungsfehler.dateiMehrfach(name: geteilt)) {
        _ = try Self.uebergib(ordner.path, nach: tmp.appendingPathComponent("q").path)
      }
    }
  }

  @Test("nur eine Abgabe wird zu Paketen")
  func falscheNachricht() throws {
    try mitTemporaeremOrdner { tmp in
      var z = Zufall(1)
      var k = Nachrichtenkopf(
        prozessID: .zufaellig(&z), absender: Kontakt(), empfaenger: Kontakt(),
        erstellungszeitpunkt: Self.jetzt, nachrichtenID: .zufaellig(&z))
      k.empfangsbestaetigung = true
      k.lfdNr = 1
      k.gesamtanzahl = 1
      var paket = try Paketschreiber(tmp.path + "/", .v400, .anbieteverzeichnis, k)
      try paket.schriftgutobjekt(.akte(Akte(id: .zufaellig(&z), betreff: "A")))
      let pfad = try paket.beende().pfad
      #expect(throws: Paketierungsfehler.keineAbgabe(nachricht: "0501")) {
        _ = try Self.uebergib(pfad, nach: tmp.appendingPathComponent("p").path)
      }
    }
  }

  private static func datei(_ name: String, _ paket: inout Paketschreiber) throws -> Format {
    let bytes = Array(name.utf8)
    var rest = bytes[...]
    let primaer = try paket.datei(name, groesse: Int64(bytes.count)) { puffer in
      let n = min(puffer.count, rest.count)
      puffer.copyBytes(from: rest.prefix(n))
      rest = rest.dropFirst(n)
      return n
    }
    return Format(
      name: Code("045", listURI: "urn:xoev-de:xdomea:codeliste:dateiformat", listVersion: "2.0"),
      version: "1", primaerdokument: primaer)
  }

  private static func dokument(
    _ name: String, _ paket: inout Paketschreiber, _ z: inout Zufall
  ) throws -> Dokument {
    Dokument(
      Identifikation(.zufaellig(&z)),
      versionen: [Version(nummer: "1", formate: [try datei(name, &paket)])])
  }

  @Test("ein Kontextobjekt darf mehrfach stehen; Beiwerk mit Dateien liegt im ersten Paket")
  func kontextUndBeiwerk() throws {
    try mitTemporaeremOrdner { tmp in
      var z = Zufall(11)
      let muster = Abgabemuster(.v400, seed: 12)
      var paket = try Paketschreiber(tmp.path + "/", .v400, .aussonderung, muster.kopf)
      let brief = "\(ObjektID.zufaellig(&z))_Anschreiben.txt"
      let plandatei = "\(ObjektID.zufaellig(&z))_Aktenplan.txt"
      let oben = ObjektID.zufaellig(&z)
      var vorgaenge: [ObjektID] = []
      try paket.anschreiben(try Self.dokument(brief, &paket, &z))
      for i in 0..<3 {
        var v = Vorgang(id: .zufaellig(&z), betreff: "Vorgang \(i)")
        v.dokumente = [try Self.dokument("\(ObjektID.zufaellig(&z))_\(i).txt", &paket, &z)]
        vorgaenge.append(v.id)
        var a = Akte(id: oben, betreff: "Nur der Zusammenhang")
        a.kontextobjekt = true
        a.vorgaenge = [v]
        try paket.schriftgutobjekt(.akte(a))
      }
      var plan = Aktenplan(bezeichnung: "Plan", version: "1")
      plan.aktenplandateien = [try Self.datei(plandatei, &paket)]
      try paket.aktenplan(plan)
      let container = try paket.beende().pfad

      for (ebene, stamm) in [(Paketierungsebene.wurzel, "akte"), (.vorgang, "vorgang")] {
        let ziel = tmp.appendingPathComponent(stamm).path
        let b = try Self.uebergib(container, nach: ziel, .bagit(.init()), ebene, mitSchema: false)
        #expect(b.pakete.count == 3)
        #expect(Set(b.pakete.map(\.name)).count == 3)
        #expect(Set(vorgaenge.compactMap { b.paketname[$0] }).count == 3)
        #expect(b.paketname[oben] == nil)
        for (i, p) in b.pakete.enumerated() {
          let data = ziel + "/\(p.name)/data"
          let namen = try FileManager.default.contentsOfDirectory(atPath: data)
          #expect(namen.contains(brief) == (i == 0) && namen.contains(plandatei) == (i == 0))
          let xml = String(
            decoding: try Data(
              contentsOf: URL(fileURLWithPath: data + "/" + namen.first { $0.hasSuffix(".xml") }!)),
            as: UTF8.self)
          #expect(xml.contains(brief) == (i == 0) && xml.contains(plandatei) == (i == 0))
          #expect(xml.contains(oben.text))
        }
      }
    }
  }

  @Test("Ausgelassenes nimmt sein ganzes Paket mit, und der Bericht sagt warum")
  func ausgelassen() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 13)
      let container = try muster.packe(tmp)
      let alle = try Self.uebergib(
        container, nach: tmp.appendingPathComponent("a").path, .bagit(.init()), .akte)
      let opfer = try #require(alle.pakete.first)
      let mitglieder = alle.paketname.filter { $0.value == opfer.name }.keys
      let id = try #require(mitglieder.first)
      let b = try Self.uebergib(
        container, nach: tmp.appendingPathComponent("b").path, .bagit(.init()), .akte,
        ohne: [id: "Die Datei ist beschädigt."])
      #expect(b.pakete.map(\.name) == alle.pakete.dropFirst().map(\.name))
      #expect(Set(b.ausgelassen.keys) == Set(mitglieder))
      #expect(b.ausgelassen.values.allSatisfy { $0.contains("Die Datei ist beschädigt.") })
      let liste = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: b.ordner + "/" + b.nachweis)),
        as: UTF8.self)
      for m in mitglieder { #expect(liste.contains("ausgelassen\t\(m)\t")) }
    }
  }

  @Test(
    "eine zweite Stimme: bagit-python prüft die Pakete",
    .enabled(if: BagitPython.verfuegbar, "\(BagitPython.hinweis)"))
  func fremd() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 14)
      let container = try muster.packe(tmp)
      for (i, form) in [Paketierung.Form.bagit(.init()), .dimag(.init(rootid: "S"))].enumerated() {
        let b = try Self.uebergib(
          container, nach: tmp.appendingPathComponent("p\(i)").path, form, .vorgang)
        let urteile = try BagitPython.pruefe(b.pakete.map { b.ordner + "/" + $0.name })
        #expect(urteile.count == b.pakete.count && urteile.allSatisfy(\.isEmpty), "\(urteile)")
      }
    }
  }
}
