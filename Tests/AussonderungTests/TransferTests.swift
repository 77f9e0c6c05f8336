// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What lies in the folders between two partners, whole, half, hostile or in the way.
@Suite("Transferordner")
struct TransferTests {
  /// Offers of one Akte each, each in a process of its own, that lie in the archive's inbox.
  private func angebote(_ b: Buehne, _ zahl: Int) throws -> [ProzessID] {
    var akten: [ObjektID] = []
    for i in 1...zahl { akten.append(try b.akte("Akte \(i)", vorgaenge: 1).0) }
    try b.warte()
    let behoerde = try b.behoerde()
    return try akten.map { akte in
      let prozess = ProzessID.zufaellig(&b.zufall)
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      return prozess
    }
  }

  private func namen(_ ordner: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ordner).sorted()
  }

  /// Somebody so many seconds after the last change of all files made so far.
  private func wer(nach sekunden: Int) throws -> Handelnde {
    let jetzt = Int64(Date().timeIntervalSince1970.rounded(.up)) + Int64(sekunden)
    let zeitpunkt = try #require(Zeitpunkt(unixMillisekunden: jetzt * 1000))
    return Handelnde(Buehne.archivarin, heute: zeitpunkt.tag, zeitpunkt: zeitpunkt)
  }

  private func hole(
    _ archiv: Archiv, _ b: Buehne, _ wer: Handelnde? = nil
  ) throws -> [Eingangsergebnis] {
    var alle: [Eingangsergebnis] = []
    try archiv.holeAb(b.archivfach(), wer ?? b.wer(Buehne.archivarin)) { alle.append($1) }
    return alle
  }

  private func istVerarbeitet(_ e: Eingangsergebnis) -> Bool {
    if case .verarbeitet = e { true } else { false }
  }

  private func istUnbrauchbar(_ e: Eingangsergebnis) -> Bool {
    if case .unbrauchbar = e { true } else { false }
  }

  // MARK: One file that fails

  @Test("Eine Datei, die scheitert, hält die übrigen nicht auf und wird am Ende genannt")
  func eineScheitert() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozesse = try angebote(b, 3)
      let dateien = try namen(b.pfad("zum-archiv"))
      let archiv = try b.archiv()
      // Where the first two processes are to be kept something else lies.
      let gestoert = dateien.prefix(2).compactMap { ProzessID(String($0.prefix(36))) }
      for p in gestoert {
        try FileManager.default.createDirectory(
          atPath: b.pfad("archiv/\(p)"), withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: b.pfad("archiv/\(p)/nachrichten")))
      }
      var genannt: [String] = []
      do {
        try archiv.holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { datei, _ in
          genannt.append(datei)
        }
        Issue.record("kein Fehler")
      } catch AussonderungFehler.nichtAbgeholt(let datei, let grund) {
        #expect(datei == b.pfad("zum-archiv") + "/" + dateien[0])
        #expect(grund.contains("nachrichten"))
      }
      #expect(genannt == [b.pfad("zum-archiv") + "/" + dateien[2]])
      #expect(try namen(b.pfad("zum-archiv")) == Array(dateien.prefix(2)))
      #expect(try archiv.ordner.prozesse() == prozesse.filter { !gestoert.contains($0) })
      for p in gestoert { try FileManager.default.removeItem(atPath: b.pfad("archiv/\(p)")) }
      #expect(try hole(archiv, b).filter(istVerarbeitet).count == 2)
      #expect(try archiv.ordner.prozesse() == prozesse.sorted())
    }
  }

  /// A store that fails for a reason of its own.
  final class Stoerbestand: Aussonderungsbestand {
    let echt: any Aussonderungsbestand
    let fehler: any Error
    private(set) var versuche = 0
    init(_ echt: any Aussonderungsbestand, _ fehler: any Error) {
      self.echt = echt
      self.fehler = fehler
    }
    func jedesFaellige(am tag: Kalendertag, _ body: (ObjektID) throws -> Bool) throws {
      try echt.jedesFaellige(am: tag, body)
    }
    func schriftgut(_ id: ObjektID) throws -> Schriftgutzustand? { try echt.schriftgut(id) }
    func kinder(_ id: ObjektID) throws -> [ObjektID] { try echt.kinder(id) }
    func umfang(_ id: ObjektID) throws -> Objektumfang { try echt.umfang(id) }
    func paket(_ id: PaketID) throws -> Paketzustand? { try echt.paket(id) }
    func einheiten() throws -> [Einheitszustand] { try echt.einheiten() }
    func regel(einheit kennzeichen: String, am tag: Kalendertag) throws -> Fristregel? {
      try echt.regel(einheit: kennzeichen, am: tag)
    }
    func richtlinie() throws -> Richtlinie { try echt.richtlinie() }
    func auskunft(_ id: ObjektID, mitDateien: Bool) throws -> Aussonderungsauskunft {
      try echt.auskunft(id, mitDateien: mitDateien)
    }
    func probiere(_ handlung: Handlung) throws -> Wirkungen { try echt.probiere(handlung) }
    func vernichtungsprotokolle(
      _ prozess: ProzessID, _ body: (Vernichtungsprotokoll) throws -> Void
    ) throws {
      try echt.vernichtungsprotokolle(prozess, body)
    }
    func vollziehe(
      _ handlung: Handlung, ereignis: EreignisID, zeitpunkt: Zeitpunkt
    ) throws -> Handlungsergebnis {
      versuche += 1
      throw fehler
    }
  }

  @Test("Was alle träfe, hält sofort an: ein voller Datenträger, ein Speicher ohne Verbindung")
  func haeltAn() throws {
    struct Unerreichbar: Error {}
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozesse = try angebote(b, 3)
      try holeAlles(b.archiv(), b)
      let post = try namen(b.pfad("zur-behoerde"))
      #expect(post.count == 3)
      func versuche(_ fehler: any Error) throws -> (Int, (any Error)?) {
        let bestand = Stoerbestand(b.speicher, fehler)
        let behoerde = Behoerde(
          bestand: bestand, ordner: try Verfahrensordner(b.pfad("behoerde")),
          ausgang: try b.behoerdenfach(), schemata: b.schemata)
        var geworfen: (any Error)?
        do {
          try behoerde.holeAb(b.behoerdenfach(), b.wer()) { _, _ in Issue.record("verarbeitet") }
        } catch { geworfen = error }
        #expect(try namen(b.pfad("zur-behoerde")) == post)
        return (bestand.versuche, geworfen)
      }
      let voll = AussonderungFehler.datentraeger(pfad: "x", grund: "voll")
      let (zahlVoll, fehlerVoll) = try versuche(voll)
      #expect(zahlVoll == 1 && fehlerVoll as? AussonderungFehler == voll)
      let (zahlWeg, fehlerWeg) = try versuche(Unerreichbar())
      #expect(zahlWeg == 1 && fehlerWeg is Unerreichbar)
      // An error about one file does not.
      let eine = AussonderungFehler.ablage(pfad: "x", grund: "weg")
      let (zahlEine, fehlerEine) = try versuche(eine)
      #expect(zahlEine == 3)
      #expect(
        fehlerEine as? AussonderungFehler
          == .nichtAbgeholt(datei: b.pfad("zur-behoerde") + "/" + post[0], grund: "x: weg."))
      _ = prozesse
    }
  }

  @Test("Was der Aufrufer wirft, kommt unverändert bei ihm an")
  func fehlerDesAufrufers() throws {
    struct Genug: Error {}
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      _ = try angebote(b, 2)
      var zahl = 0
      #expect(throws: Genug.self) {
        try b.archiv().holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { _, _ in
          zahl += 1
          throw Genug()
        }
      }
      #expect(zahl == 1)
      #expect(try namen(b.pfad("zum-archiv")).count == 1)
    }
  }

  // MARK: Files that are not there in full

  @Test(
    "Eine halb kopierte Datei wartet, bis sie ganz ist oder lange ruht",
    arguments: [0, 1, 1000, -1])
  func halb(_ laenge: Int) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      _ = try angebote(b, 1)
      let archiv = try b.archiv()
      let fach = b.pfad("zum-archiv")
      let pfad = fach + "/" + (try #require(try namen(fach).first))
      let ganz = try Data(contentsOf: URL(fileURLWithPath: pfad))
      let halb = laenge < 0 ? ganz.dropLast() : ganz.prefix(laenge)
      try halb.write(to: URL(fileURLWithPath: pfad))
      #expect(try hole(archiv, b, wer(nach: 60)) == [])
      #expect(try hole(archiv, b, wer(nach: 500)) == [])
      #expect(try namen(b.pfad("quarantaene-a")) == [])
      // The clock of the partner, or that of the copied file, does not matter.
      utimes(pfad, [timeval(tv_sec: 0, tv_usec: 0), timeval(tv_sec: 0, tv_usec: 0)])
      #expect(try hole(archiv, b, wer(nach: 60)) == [])
      utimes(pfad, [timeval(tv_sec: 1 << 33, tv_usec: 0), timeval(tv_sec: 1 << 33, tv_usec: 0)])
      let spaeter = try hole(archiv, b, wer(nach: 700))
      #expect(spaeter.count == 1 && spaeter.allSatisfy(istUnbrauchbar))
      let quarantaene = try namen(b.pfad("quarantaene-a"))
      #expect(quarantaene.count == 2 && quarantaene[1] == quarantaene[0] + ".bericht.txt")
      #expect(try namen(fach) == [])
      // It came in full after all.
      try halb.write(to: URL(fileURLWithPath: pfad))
      #expect(try hole(archiv, b, wer(nach: 0)) == [])
      try ganz.write(to: URL(fileURLWithPath: pfad))
      #expect(try hole(archiv, b, wer(nach: 0)).map(istVerarbeitet) == [true])
    }
  }

  @Test("Ein vollständiges ZIP, das keine Nachricht ist, geht gleich in Quarantäne")
  func fremdesZip() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let archiv = try b.archiv()
      let fach = b.pfad("zum-archiv")
      _ = try b.archivfach()
      let zip = Testzip([.init("liesmich.txt")])
      try Data(zip.bytes).write(to: URL(fileURLWithPath: fach + "/fremd.zip"))
      #expect(try hole(archiv, b, wer(nach: 0)).map(istUnbrauchbar) == [true])
      #expect(try namen(b.pfad("quarantaene-a")) == ["fremd.zip", "fremd.zip.bericht.txt"])
    }
  }

  @Test("Die Ruhezeit lässt sich einstellen und bleibt beim Partner gespeichert")
  func ruhezeit() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let archiv = try b.archiv()
      let partner = Partner(
        vereinbarung: nil, eingang: b.pfad("zum-archiv"), ausgang: b.pfad("zur-behoerde"),
        ruhezeit: 5)
      try archiv.ordner.setze(partner)
      let fach = try #require(try archiv.ordner.partner()).transfer()
      #expect(fach.ruhezeit == 5)
      try Data("x".utf8).write(to: URL(fileURLWithPath: b.pfad("zum-archiv/a.zip")))
      var zahl = 0
      try archiv.holeAb(fach, wer(nach: 2)) { _, _ in zahl += 1 }
      #expect(zahl == 0)
      try archiv.holeAb(fach, wer(nach: 7)) { _, _ in zahl += 1 }
      #expect(zahl == 1)
      // A partner from before has the usual one.
      let alt =
        #"{"ausgang":"\#(b.pfad("aus"))","eingang":"\#(b.pfad("ein"))","unterordnerJeTyp":false}"#
      try Data(alt.utf8).write(to: URL(fileURLWithPath: b.pfad("archiv/partner.json")))
      #expect(
        try archiv.ordner.partner()?.transfer().ruhezeit == Transferordner.ueblicheRuhezeit)
    }
  }

  // MARK: Hostile things

  @Test("Feindliche Namen werden abgeholt und unter zahmem Namen aufgehoben")
  func namenAllerArt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = try #require(try angebote(b, 1).first)
      let archiv = try b.archiv()
      let fach = b.pfad("zum-archiv")
      let pfad = fach + "/" + (try #require(try namen(fach).first))
      let nachricht = try Data(contentsOf: URL(fileURLWithPath: pfad))
      try FileManager.default.removeItem(atPath: pfad)
      let lang = String(repeating: "ä", count: 125) + ".zip"
      let feindlich = [
        "zeile\nzwei.zip", "\u{202E}piz.exe.ZIP", "leer zeichen .zip", "-rf.zip", "%2e%2e.zip",
        "$(touch x).zip", lang, "\u{1B}[2J.xdomea",
      ]
      for name in feindlich {
        try Data("x".utf8).write(to: URL(fileURLWithPath: fach + "/" + name))
      }
      // A name in Latin 1.
      let latin = Array(fach.utf8) + Array("/M".utf8) + [0xFC] + Array("ll.zip".utf8)
      let fd = latin.withUnsafeBytes { p in
        var c = Array(p.map { CChar(bitPattern: $0) })
        c.append(0)
        return open(c, O_WRONLY | O_CREAT, 0o644)
      }
      #expect(fd >= 0)
      close(fd)
      let ergebnisse = try hole(archiv, b)
      #expect(ergebnisse.count == feindlich.count + 1 && ergebnisse.allSatisfy(istUnbrauchbar))
      #expect(try namen(fach) == [])
      let da = try namen(b.pfad("quarantaene-a"))
      #expect(da.count == 2 * (feindlich.count + 1))
      for name in da {
        #expect(name.utf8.count <= 255)
        #expect(
          name.unicodeScalars.allSatisfy {
            ![.control, .format].contains($0.properties.generalCategory)
          }, "\(name.debugDescription)")
      }
      #expect(da.contains("M%FCll.zip") && da.contains("zeile_zwei.zip") && da.contains("-rf.zip"))
      // A message itself may have such a name.
      try nachricht.write(to: URL(fileURLWithPath: fach + "/\(prozess)_0501_1\n.zip"))
      try nachricht.write(to: URL(fileURLWithPath: fach + "/" + lang))
      _ = try hole(archiv, b)
      #expect(try namen(fach) == [])
    }
  }

  @Test("Ordner, Verweise, Röhren, Steckdosen, Verstecktes und andere Endungen bleiben liegen")
  func keineDateien() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      _ = try angebote(b, 1)
      let archiv = try b.archiv()
      let fach = b.pfad("zum-archiv")
      let f = FileManager.default
      try f.createDirectory(atPath: fach + "/0.zip", withIntermediateDirectories: true)
      try f.createDirectory(atPath: fach + "/fremd", withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: fach + "/fremd/x.zip"))
      try Data("x".utf8).write(to: URL(fileURLWithPath: b.pfad("draussen.zip")))
      try f.createSymbolicLink(
        atPath: fach + "/1.zip", withDestinationPath: b.pfad("draussen.zip"))
      // A folder of a kind that leads elsewhere is not followed either.
      try f.createDirectory(atPath: b.pfad("woanders"), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: b.pfad("woanders/y.zip")))
      try f.createSymbolicLink(atPath: fach + "/0503", withDestinationPath: b.pfad("woanders"))
      mkfifo(fach + "/2.zip", 0o600)
      let dose = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(dose) }
      var adresse = sockaddr_un()
      adresse.sun_family = sa_family_t(AF_UNIX)
      // The address is short: the folder is entered by a short name.
      let kurz = "/tmp/d\(UInt32.random(in: 0...UInt32.max, using: &b.zufall))"
      try f.createSymbolicLink(atPath: kurz, withDestinationPath: fach)
      defer { unlink(kurz) }
      withUnsafeMutableBytes(of: &adresse.sun_path) { p in
        for (i, byte) in (kurz + "/3.zip").utf8.enumerated() { p[i] = byte }
      }
      let gebunden = withUnsafePointer(to: &adresse) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(dose, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      #expect(gebunden == 0)
      for name in ["/.versteckt.zip", "/a.zip.teil", "/b.zip.bericht.txt", "/liste.csv"] {
        try Data("x".utf8).write(to: URL(fileURLWithPath: fach + name))
      }
      let vorher = try namen(fach)
      #expect(try hole(archiv, b).map(istVerarbeitet) == [true])
      #expect(try namen(fach) == vorher.filter { !$0.hasSuffix("_0501_1.zip") })
      #expect(try namen(b.pfad("quarantaene-a")) == [])
      #expect(f.fileExists(atPath: b.pfad("draussen.zip")))
      #expect(f.fileExists(atPath: b.pfad("woanders/y.zip")))
    }
  }

  // MARK: Quarantine

  @Test("Aussondern in die Quarantäne lässt sich an jeder Stelle wiederholen")
  func quarantaene() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let fach = try b.archivfach()
      let pfad = fach.eingang + "/a.zip"
      func lege(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: pfad)) }
      func inhalt(_ name: String) throws -> String {
        String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: fach.quarantaene + "/" + name)),
          as: UTF8.self)
      }
      // Ended after the report.
      try lege("eins")
      try Data("Grund".utf8).write(
        to: URL(fileURLWithPath: fach.quarantaene + "/a.zip.bericht.txt"))
      #expect(try fach.sondereAus(pfad, bericht: "Grund") == fach.quarantaene + "/a.zip")
      #expect(try namen(fach.quarantaene) == ["a.zip", "a.zip.bericht.txt"])
      #expect(try namen(fach.eingang) == [])
      // Ended after the copy, half of which may lie there, too.
      try lege("eins")
      try Data("ei".utf8).write(to: URL(fileURLWithPath: fach.quarantaene + "/a.zip.teil"))
      #expect(try fach.sondereAus(pfad, bericht: "Grund") == fach.quarantaene + "/a.zip")
      #expect(try namen(fach.eingang) == [])
      // Another file of the same name does not replace the first, nor its report.
      try lege("zwei")
      #expect(try fach.sondereAus(pfad, bericht: "anders") == fach.quarantaene + "/2-a.zip")
      #expect(try inhalt("a.zip") == "eins" && inhalt("a.zip.bericht.txt") == "Grund")
      #expect(try inhalt("2-a.zip") == "zwei" && inhalt("2-a.zip.bericht.txt") == "anders")
      // A folder in the way.
      try FileManager.default.createDirectory(
        atPath: fach.quarantaene + "/b.zip", withIntermediateDirectories: true)
      try Data("drei".utf8).write(to: URL(fileURLWithPath: fach.eingang + "/b.zip"))
      #expect(
        try fach.sondereAus(fach.eingang + "/b.zip", bericht: "g") == fach.quarantaene + "/2-b.zip")
    }
  }

  // MARK: Outbox

  @Test("Eine andere Datei gleichen Namens im Ausgang wird nie ersetzt; danach geht es weiter")
  func belegterAusgang() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let belegt = b.pfad("zum-archiv/\(prozess)_0501_1.zip")
      try Data("liegt im Weg".utf8).write(to: URL(fileURLWithPath: belegt))
      do {
        try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
        Issue.record("kein Fehler")
      } catch AussonderungFehler.ablage(let pfad, let grund) {
        #expect(pfad == belegt && grund.contains("gleichen Namens"))
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: belegt)) == Data("liegt im Weg".utf8))
      try FileManager.default.removeItem(atPath: belegt)
      // What an interruption left beside it may be a second name of what the partner has by now.
      try Data("beim Partner".utf8).write(to: URL(fileURLWithPath: b.pfad("partner.zip")))
      try FileManager.default.linkItem(
        atPath: b.pfad("partner.zip"), toPath: belegt + ".teil")
      try behoerde.setzeFort(prozess)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: b.pfad("partner.zip")))
          == Data("beim Partner".utf8))
      #expect(try behoerde.verfahren(prozess).nachrichten.map(\.stand) == [.versandt])
      #expect(try namen(b.pfad("zum-archiv")) == ["\(prozess)_0501_1.zip"])
      try holeAlles(b.archiv(), b)
    }
  }
}
