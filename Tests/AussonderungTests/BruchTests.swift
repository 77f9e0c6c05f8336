// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What somebody found who tried to break the procedure.
@Suite("Bruchstellen des Verfahrens")
struct BruchTests {
  /// One Akte of two Vorgänge that the archive wants.
  private final class Lauf {
    let b: Buehne
    let prozess: ProzessID
    let behoerde: Behoerde
    let archiv: Archiv
    let akten: [ObjektID]

    init(_ ordner: URL, akten zahl: Int = 1) throws {
      b = try Buehne(ordner)
      var akten: [ObjektID] = []
      for i in 0..<zahl { akten.append(try b.akte("Ortsrecht \(i)").0) }
      self.akten = akten
      try b.warte()
      prozess = .zufaellig(&b.zufall)
      behoerde = try b.behoerde()
      archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 100), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      for id in akten { try liste.bewerte(id, .archivwuerdig) }
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
    }

    /// Hands over and lets the archive answer; its 0506 lies in the inbox then.
    func gibAb() throws {
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
    }

    func loesche() throws -> Loeschbericht {
      b.heute = Kalendertag(2032, 3, 1)!
      return try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
    }

    /// The files below a folder that contain a text, also in a container of stored entries.
    func dateien(mit text: String, in ordner: String) throws -> [String] {
      let wurzel = URL(fileURLWithPath: b.pfad(ordner))
      var gefunden: [String] = []
      for name in try FileManager.default.subpathsOfDirectory(atPath: wurzel.path) {
        let datei = wurzel.appendingPathComponent(name)
        guard let bytes = try? Data(contentsOf: datei) else { continue }
        if bytes.range(of: Data(text.utf8)) != nil { gefunden.append(name) }
        guard name.hasSuffix(".zip"), let paket = try? Nachrichtenpaket(pfad: datei.path) else {
          continue
        }
        try paket.jedeDatei { eintrag, groesse, lies in
          var inhalt = [UInt8](repeating: 0, count: Int(groesse) + 1)
          let n = try inhalt.withUnsafeMutableBytes { try lies($0) }
          if Data(inhalt[..<n]).range(of: Data(text.utf8)) != nil {
            gefunden.append(name + "/" + eintrag)
          }
        }
      }
      return gefunden
    }
  }

  @Test("Nach der Vernichtung liegt keine Datei mehr in den Nachrichten oder im Ausgang")
  func gesandtes() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner)
      try l.behoerde.gibAb(l.prozess, Abgabezusage(virenfrei: true), l.b.wer())
      // A partner who copies what it fetches and lets it lie.
      let fach = l.b.pfad("zum-archiv")
      let liegt = try #require(
        try FileManager.default.contentsOfDirectory(atPath: fach).first { $0.contains("0503") })
      try FileManager.default.copyItem(atPath: fach + "/" + liegt, toPath: l.b.pfad("kopie"))
      try holeAlles(l.archiv, l.b)
      try FileManager.default.moveItem(atPath: l.b.pfad("kopie"), toPath: fach + "/" + liegt)
      try l.archiv.uebernimm(l.prozess, nach: Ordnerziel(l.b.pfad("magazin")))
      try l.archiv.bestaetige(l.prozess, l.b.wer(Buehne.archivarin))
      try holeAlles(l.behoerde, l.b)
      #expect(try l.dateien(mit: "1 Anfrage", in: "behoerde").count == 1)

      #expect(try l.loesche().abgeschlossen)
      #expect(try l.dateien(mit: "1 Anfrage", in: "behoerde") == [])
      #expect(try l.dateien(mit: "1 Anfrage", in: "zum-archiv") == [])
      #expect(try l.dateien(mit: "1 Anfrage", in: "magazin").count == 1)
      // The message itself can still be read, and the digest of what went out is known.
      let v = try l.behoerde.verfahren(l.prozess)
      let gesandt = try #require(v.nachrichten(.aussonderung, eigene: true).first)
      let leser = try Nachrichtenpaket(pfad: l.behoerde.ordner.datei(gesandt, in: v)).leser()
      #expect(leser.kopf.prozessID == l.prozess)
      #expect(try l.loesche().abgeschlossen)
    }
  }

  @Test("Was ein abgeschossener Virenlauf liegen ließ, ist beim nächsten Öffnen fort")
  func virenlauf() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("verfahren").path
      _ = try Verfahrensordner(pfad)
      try FileManager.default.createDirectory(
        atPath: pfad + "/virenpruefung", withIntermediateDirectories: true)
      try Data("geheim".utf8).write(to: URL(fileURLWithPath: pfad + "/virenpruefung/1-x.txt"))
      _ = try Verfahrensordner(pfad)
      #expect(!FileManager.default.fileExists(atPath: pfad + "/virenpruefung/1-x.txt"))
    }
  }

  @Test("Wer nicht darf, verbraucht keine Nachricht")
  func unbefugt() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner)
      try l.gibAb()
      let eingang = l.b.pfad("zur-behoerde")
      let vorher = try FileManager.default.contentsOfDirectory(atPath: eingang).sorted()
      #expect(vorher.contains { $0.contains("0506") })
      #expect(throws: AussonderungFehler.self) {
        try l.behoerde.holeAb(l.b.behoerdenfach(), l.b.wer(Buehne.arbeit)) { datei, e in
          Issue.record("\(datei): \(e)")
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: eingang).sorted() == vorher)
      #expect(try l.b.lage(l.akten[0]) == .abgegeben)
      try holeAlles(l.behoerde, l.b)
      #expect(try l.b.lage(l.akten[0]) == .uebernommen)
      #expect(throws: LifecycleFehler.self) {
        try l.behoerde.legeAktenplanVor(
          .zufaellig(&l.b.zufall), bezeichnung: "Plan", version: "1", l.b.vereinbarung,
          l.b.wer(Buehne.arbeit))
      }
    }
  }

  @Test("Eine fehlende Datei hält nur ihre Akte zurück")
  func fehlendeDatei() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner, akten: 2)
      let dateien = URL(fileURLWithPath: l.b.pfad("sp/dateien"))
      for name in try FileManager.default.subpathsOfDirectory(atPath: dateien.path) {
        let datei = dateien.appendingPathComponent(name)
        if (try? Data(contentsOf: datei)) == Data("Ortsrecht 1 2 Bescheid".utf8) {
          try FileManager.default.removeItem(at: datei)
        }
      }
      try l.gibAb()
      let v = try l.behoerde.verfahren(l.prozess)
      #expect(v.vorhaben == nil)
      #expect(v.ablehnungen.contains { $0.regel == "P08" })
      #expect(try l.b.lage(l.akten[0]) == .abgegeben)
      #expect(try l.b.lage(l.akten[1]) == .bewertet)
    }
  }

  @Test("Was zu Ende ist, wird nicht zurückgezogen")
  func zuSpaet() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner)
      try l.gibAb()
      try holeAlles(l.behoerde, l.b)
      #expect(try l.loesche().abgeschlossen)
      #expect(throws: AussonderungFehler.self) {
        try l.behoerde.zieheZurueck(l.prozess, grund: "Irrtum", l.b.wer())
      }
      let berichte = l.behoerde.ordner.berichte(l.prozess)
      #expect(
        try !FileManager.default.contentsOfDirectory(atPath: berichte).contains {
          $0.hasPrefix("ruecknahme")
        })
    }
  }

  @Test("Zweimal zurückziehen geht nicht, und der erste Grund bleibt")
  func zweimal() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner)
      try l.behoerde.zieheZurueck(l.prozess, grund: "Irrtum", l.b.wer())
      #expect(throws: AussonderungFehler.self) {
        try l.behoerde.zieheZurueck(l.prozess, grund: "Anders", l.b.wer())
      }
      #expect(try l.behoerde.verfahren(l.prozess).beendetWeil == "Irrtum")
    }
  }

  @Test("Misserfolg im Ganzen neben lauter Erfolgen gibt nichts zur Löschung frei")
  func widerspruch() throws {
    try mitTemporaeremOrdner { ordner in
      let l = try Lauf(ordner)
      try l.gibAb()
      let fach = l.b.pfad("zur-behoerde")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: fach).first { $0.contains("0506") })
      let leser = try Nachrichtenpaket(pfad: fach + "/" + name).leser()
      var teile: [Nachrichtenteil] = []
      while let teil = try leser.naechster() { teile.append(teil) }
      var kopf = leser.kopf
      kopf.ergebnis = .misserfolg("Fehler")
      var paket = try Paketschreiber(
        fach + "/" + name, leser.version, leser.typ, kopf, ueberschreiben: true)
      for teil in teile { try paket.schreibe(teil) }
      _ = try paket.beende()
      try holeAlles(l.behoerde, l.b)
      #expect(try l.b.lage(l.akten[0]) == .abgegeben)
      #expect(try l.b.speicher.schriftgut(l.akten[0])?.aussonderung?.importfehler != nil)
      #expect(try l.loesche().vernichtet.isEmpty)
    }
  }
}
