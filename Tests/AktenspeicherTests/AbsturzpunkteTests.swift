// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// The store as it stands between two steps of one call: what a crash exactly there leaves.
@Suite("Absturzpunkte")
struct AbsturzpunkteTests {
  /// A copy of the folder and its book, as if the process had ended here.
  private static func kopiere(_ speicher: Speicher, _ name: String) throws -> String {
    let ziel = speicher.ordner + "-" + name
    try FileManager.default.copyItem(atPath: speicher.ordner, toPath: ziel)
    if FileManager.default.fileExists(atPath: speicher.loeschbuch) {
      try FileManager.default.copyItem(atPath: speicher.loeschbuch, toPath: ziel + ".loeschbuch")
    }
    return ziel
  }

  /// How often the book names the object.
  private static func nennungen(_ pfad: String, _ id: ObjektID) throws -> Int {
    var anzahl = 0
    _ = try Loeschbuchdatei.pruefe(pfad, speicher: nil) { satz in
      anzahl += satz.objekte.filter { $0 == id }.count
    }
    return anzahl
  }

  @Test("Datei abgelegt, noch nicht vermerkt: sie geht beim Öffnen; andere Überzählige bleiben")
  func abgelegt() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      let dokument = try b.dokument("A.txt", "schon da", in: try b.vorgang(in: try b.akte()))
      let da = try #require(try b.speicher.objekt(dokument)?.dateien.first)
      let stapel = try b.speicher.neuerStapel()
      var neue: [Dateiangabe] = []
      for i in 0..<20 { neue.append(try stapel.nimm(bytes: Array("neu \(i)".utf8))) }
      try stapel.nimm(bytes: Array("schon da".utf8))
      try stapel.veroeffentliche()
      // A reader in another process knows that they are on their way.
      #expect(try befunde(Speicher(b.speicher.ordner, .lesend)).allSatisfy { $0.regel == "S7" })
      let kopie = try Speicher(try Self.kopiere(b.speicher, "abgelegt"))
      #expect(try befunde(kopie) == [])
      for datei in neue { #expect(try kopie.ablage.groesse(datei.hash) == nil) }
      #expect(try kopie.ablage.groesse(da.hash) == da.groesse)
      withExtendedLifetime(stapel) {}
    }
  }

  @Test("abgelehntes Ereignis mit Datei: die Bytes bleiben nicht liegen")
  func abgelehnt() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      let akte = try b.akte()
      let vorgang = try b.vorgang(in: akte)
      _ = try b.dokument("A.txt", "da", in: vorgang)
      try b.schliesse(akte)
      #expect(throws: Vollzugsablehnung.self) {
        _ = try b.dokument("B.txt", "abgelehnter Inhalt", in: vorgang)
      }
      // The same bytes as those of a document stay, of course.
      #expect(throws: Vollzugsablehnung.self) { _ = try b.dokument("C.txt", "da", in: vorgang) }
      #expect(try b.pruefe() == [])
      let heute = b.heute
      #expect(throws: SpeicherFehler.self) {
        try b.speicher.vollziehe(
          mit: Dateieingang(.bytes([1]), dateiname: "x"), b.kopf()
        ) { _ in
          Handlung(
            .schriftgut(ziel: akte, in: nil, ereignis: .federfuehrungAendern(neu: "A")),
            akteur: Buehne.registratur, heute: heute)
        }
      }
      #expect(try b.pruefe() == [])
    }
  }

  @Test("Vernichtung: vor dem Löschbuch, nach der Zeile, nach dem Vermerk, nach den Dateien")
  func vernichtung() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      let akte = try b.akte()
      let dokument = try b.dokument("A.txt", "geheim", in: try b.vorgang(in: akte))
      let datei = try #require(try b.speicher.objekt(dokument)?.dateien.first)
      try b.schliesse(akte)
      try b.lassJahreVergehen()
      let s = b.speicher
      let kopf = b.kopf()
      let handlung = b.vernichtung(akte)
      var kopien: [String] = []

      _ = try s.mitVollzug { try $0.vollziehe(handlung, kopf) }
      kopien.append(try Self.kopiere(s, "vor-dem-buch"))
      // Whoever only reads is told what is still to be done.
      let offen = try befunde(s)
      #expect(Set(offen.map(\.regel)) == ["B5", "S10", "S13"])
      #expect(offen.allSatisfy { $0.schwere == .hinweis })

      do {
        let buch = try Loeschbuchdatei(s.loeschbuch, speicher: "test", stand: nil)
        for entwurf in try s.lies({ try $0.offeneNachweise() }).flatMap(\.entwuerfe) {
          try buch.haenge(an: entwurf)
        }
      }
      kopien.append(try Self.kopiere(s, "nach-der-zeile"))
      // The line was cut off in the middle.
      let halb = try Self.kopiere(s, "halbe-zeile")
      #expect(truncate(halb + ".loeschbuch", 100) == 0)
      kopien.append(halb)
      try s.schreibeLoeschbuch()
      kopien.append(try Self.kopiere(s, "nach-dem-vermerk"))
      _ = try s.ablage.loesche([datei.hash])
      kopien.append(try Self.kopiere(s, "nach-der-datei"))
      try s.erledigeLoeschauftraege()
      kopien.append(try Self.kopiere(s, "vor-den-spuren"))

      for pfad in kopien {
        let kopie = try Speicher(pfad)
        #expect(try befunde(kopie) == [], "\(pfad)")
        #expect(try Self.nennungen(kopie.loeschbuch, akte) == 1, "\(pfad)")
        #expect(try kopie.objekt(akte)?.lage == "vernichtet")
        #expect(try kopie.ablage.groesse(datei.hash) == nil)
        #expect(try kopie.vollziehe(handlung, kopf).warSchonGeschehen)
        #expect(try kopie.lies { try $0.angabe("spuren") } == nil, "\(pfad)")
      }
    }
  }

  @Test("Löschbuch mit mehreren Zeilen: abgebrochen nach der ersten, keine steht doppelt")
  func mehrereZeilen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let tag = try #require(Kalendertag(2033, 1, 1))
      let zeit = try #require(Zeitpunkt(unixMillisekunden: 2_000_000_000_000))
      var zufall = Zufall(1)
      let ids = (0..<4).map { _ in ObjektID.zufaellig(&zufall) }
      var v = Vernichtungsprotokoll(
        id: .zufaellig(&zufall),
        objekte: zip(
          ids, [Vernichtungsgrund.Art.bewertetV, .bewertetV, .abgeliefert, .fristablauf]
        )
        .map { id, art in
          Vernichtungsobjekt(
            id: id, fristregel: "B02", bewertung: Vernichtungsgrund(art, datum: tag),
            anzahlDokumente: 0)
        },
        ausfuehrend: "A", zeitpunkt: zeit, verfahren: Vernichtungsverfahren([.logischeLoeschung]))
      try v.schliesse()
      #expect(v.loeschentwuerfe.map(\.objekte) == [[ids[0], ids[1]], [ids[2]], [ids[3]]])
      #expect(
        v.loeschentwuerfe.map(\.grund) == ["P.bewertetV", "P.abgeliefert", "P.fristablauf"])
      let bytes = try kanonisch(v, pfad)
      try speicher.schreibe { try $0.setzeNachweis(v.id.sechzehn, bytes, folge: 1) }
      do {
        let buch = try Loeschbuchdatei(
          speicher.loeschbuch, speicher: "Muster 1", stand: nil)
        try buch.haenge(an: v.loeschentwuerfe[0])
      }
      try speicher.schreibeLoeschbuch()
      try speicher.schreibeLoeschbuch()
      for id in ids { #expect(try Self.nennungen(speicher.loeschbuch, id) == 1) }
    }
  }

  @Test(
    "abgebrochene Sicherung: ihr verborgener Ordner geht mit der nächsten, ein benutzter bleibt")
  func verborgeneOrdner() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let ziel = ordner.appendingPathComponent("b").path
      let verlassen = ordner.appendingPathComponent(".b.teil-999999").path
      let benutzt = ordner.appendingPathComponent(".b.teil-999998").path
      let fremd = ordner.appendingPathComponent(".b.teil-notizen").path
      for pfad in [verlassen, benutzt, fremd] { mkdir(pfad, 0o755) }
      try Data("geheim".utf8).write(to: URL(fileURLWithPath: verlassen + "/datei"))
      let fd = open(benutzt, O_RDONLY | O_DIRECTORY)
      #expect(flock(fd, LOCK_EX | LOCK_NB) == 0)
      try b.speicher.sichere(nach: ziel)
      #expect(!FileManager.default.fileExists(atPath: verlassen))
      #expect(FileManager.default.fileExists(atPath: benutzt))
      #expect(FileManager.default.fileExists(atPath: fremd))
      close(fd)
    }
  }
}
