// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// An older backup is put back: what was deleted since is deleted again.
@Suite("Löschungen nachholen")
struct NachholenTests {
  /// What the tests look at after the backup was put back.
  private struct Lage {
    var buehne: Buehne
    /// Destroyed after the backup.
    let vernichtet: [ObjektID]
    /// Documents of them.
    let dokumente: [ObjektID]
    /// The restored store.
    let speicher: Speicher

    mutating func holeNach(
      _ akteur: Akteur = Buehne.registratur, mit zweite: Akteur? = Buehne.leitung
    ) throws -> Nachholbericht {
      try speicher.holeLoeschungenNach(von: akteur, mit: zweite) { buehne.kopf() }
    }
  }

  /// Backup, two destructions, the backup in another place with the same book.
  private func mitAltemStand(
    _ vorher: (inout Buehne, [ObjektID]) throws -> Void = { _, _ in },
    _ body: (inout Lage) throws -> Void
  ) throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      var akten: [ObjektID] = []
      var dokumente: [ObjektID] = []
      for i in 0..<4 {
        let akte = try b.akte("Akte \(i)")
        let vorgang = try b.vorgang(in: akte)
        dokumente.append(try b.dokument("A.txt", "Inhalt von \(i)", in: vorgang))
        // The last one has the same bytes as a file that goes.
        if i == 3 { _ = try b.dokument("B.txt", "Inhalt von 1", in: vorgang) }
        try b.schliesse(akte)
        akten.append(akte)
      }
      try vorher(&b, akten)
      try b.lassJahreVergehen()
      try b.vernichte(akten[0])
      let sicherung = ordner.appendingPathComponent("sicherung").path
      try b.speicher.sichere(nach: sicherung)
      try b.vernichte(akten[1])
      try b.vernichte(akten[2])
      #expect(try b.pruefe() == [])
      let speicher = try Speicher(sicherung, loeschbuch: b.speicher.loeschbuch)
      var lage = Lage(
        buehne: b, vernichtet: [akten[1], akten[2]], dokumente: Array(dokumente[1...2]),
        speicher: speicher)
      try body(&lage)
    }
  }

  @Test("Sicherung, Vernichten, Zurückspielen: B5; Nachholen; die Prüfung ist wieder rein")
  func ganzerWeg() throws {
    try mitAltemStand { lage in
      let vorher = try befunde(lage.speicher)
      #expect(Set(vorher.map(\.regel)) == ["B5"])
      for id in lage.vernichtet {
        #expect(vorher.contains { $0.ort.objekt == id.text })
        #expect(try lage.speicher.objekt(id)?.lage != "vernichtet")
      }
      let schluessel = try #require(
        try lage.speicher.lies { try $0.schluessel(lage.vernichtet[0]) })
      let folge = try lage.speicher.protokollkopf().folge

      let bericht = try lage.holeNach()
      #expect(bericht.zeilen == [2, 3] && bericht.objekte == 4 && bericht.dokumente == 2)
      #expect(bericht.dateien == 1)  // the other content still belongs to a living document
      #expect(bericht.gesperrt.isEmpty && !bericht.istLeer)
      #expect(try befunde(lage.speicher) == [])
      for id in lage.vernichtet + lage.dokumente {
        let bild = try #require(try lage.speicher.objekt(id))
        #expect(bild.lage == "vernichtet" && bild.betreff == nil && bild.dateien.isEmpty)
        #expect(try lage.speicher.lies { try $0.schluessel(id) } == nil)
      }
      guard case .schriftgut(let z)? = try lage.speicher.objekt(lage.vernichtet[0])?.zustand else {
        Issue.record("kein Schriftgut")
        return
      }
      #expect(z.vernichtung?.grund == .genehmigung)
      #expect(z.vernichtung?.am == lage.buehne.heute)
      // The Protokoll says what happened, and by which line of the book.
      var eintraege: [Protokollbild] = []
      try lage.speicher.protokoll(nach: folge) {
        eintraege.append($0)
        return true
      }
      #expect(eintraege.map(\.eintrag.art) == Array(repeating: "L99 loeschungNachgeholt", count: 2))
      #expect(eintraege[0].nutzlast?.grund?.hasPrefix("Zeile 2 des Löschbuchs") == true)
      #expect(eintraege[0].nutzlast?.akteur == "Registratur")
      #expect(eintraege[0].nutzlast?.rolle == "REG")
      #expect(eintraege[0].nutzlast?.zweitePerson == "Leitung")
      #expect(eintraege[0].eintrag.betroffene.contains { $0.id == lage.dokumente[0] })
      let datenbank = try Data(
        contentsOf: URL(fileURLWithPath: lage.speicher.ordner + "/speicher.sqlite"))
      #expect(datenbank.range(of: Data(schluessel)) == nil)

      // A second time nothing happens.
      let kopf = try lage.speicher.protokollkopf()
      #expect(try lage.holeNach().istLeer)
      #expect(try lage.speicher.protokollkopf() == kopf)
      // Life goes on: the next destruction continues the same book.
      try lage.speicher.vollziehe(
        lage.buehne.vernichtung(
          try #require(try lage.speicher.objekt(genannt: "00.12/4")).id), lage.buehne.kopf())
      #expect(try befunde(lage.speicher) == [])
    }
  }

  @Test("fehlendes, beschädigtes, älteres, fremdes Löschbuch: Fehler, und nichts wird gelöscht")
  func falscheBuecher() throws {
    try mitAltemStand { lage in
      let buch = lage.speicher.loeschbuch
      let alt = try Data(contentsOf: URL(fileURLWithPath: buch))
      let zeilen = alt.split(separator: 10).map { $0 + [10] }
      var geaendert = alt
      geaendert[alt.count - 200] ^= 1
      var anderes = try Loeschbuch(speicher: "test")
      let andereZeile = try anderes.haenge(
        an: Loeschentwurf(
          zeitpunkt: lage.buehne.kopf().zeitpunkt, grund: "P.genehmigung",
          objekte: lage.vernichtet))
      var fremdes = try Loeschbuch(speicher: "anderer")
      let fremdeZeile = try fremdes.haenge(
        an: Loeschentwurf(
          zeitpunkt: lage.buehne.kopf().zeitpunkt, grund: "P.genehmigung",
          objekte: lage.vernichtet))
      for (neu, erwartet) in [
        (nil, "fehlt"), (geaendert, "beschädigt"), (Data(), "ältere Abschrift"),
        (Data(zeilen[1] + zeilen[2]), "beschädigt"), (Data(andereZeile), "anderen Aktenspeicher"),
        (Data(fremdeZeile), "gehört zum Aktenspeicher »anderer«"),
      ] as [(Data?, String)] {
        unlink(buch)
        try neu?.write(to: URL(fileURLWithPath: buch))
        let kopf = try lage.speicher.protokollkopf()
        let fehler = #expect(throws: Nachholfehler.self) { _ = try lage.holeNach() }
        #expect(fehler.map { "\($0)".contains(erwartet) } == true, "\(String(describing: fehler))")
        #expect(try lage.speicher.protokollkopf() == kopf)
        for id in lage.vernichtet + lage.dokumente {
          #expect(try lage.speicher.objekt(id)?.lage != "vernichtet")
        }
        #expect(try !befunde(lage.speicher).isEmpty)
      }
      try alt.write(to: URL(fileURLWithPath: buch))
      #expect(try lage.holeNach().zeilen == [2, 3])
      #expect(try befunde(lage.speicher) == [])
    }
  }

  @Test("ein unbekannter Grund im Löschbuch: Fehler, und nichts wird gelöscht")
  func unbekannterGrund() throws {
    try mitAltemStand { lage in
      var kopf = Kettenkopf.anfang
      _ = try Loeschbuchdatei.pruefe(lage.speicher.loeschbuch, speicher: nil) {
        kopf = Kettenkopf(folge: $0.folge, hash: $0.hash)
      }
      let lebende = try #require(try lage.speicher.objekt(genannt: "00.12/4")).id
      var buch = try Loeschbuch(speicher: "test", nach: kopf)
      let zeile = try buch.haenge(
        an: Loeschentwurf(
          zeitpunkt: lage.buehne.kopf().zeitpunkt, grund: "X.neu", objekte: [lebende]))
      let datei = try FileHandle(
        forWritingTo: URL(fileURLWithPath: lage.speicher.loeschbuch))
      try datei.seekToEnd()
      try datei.write(contentsOf: Data(zeile))
      try datei.close()
      #expect(throws: Nachholfehler.grundUnbekannt(zeile: 4, grund: "X.neu")) {
        _ = try lage.holeNach()
      }
      #expect(try lage.speicher.objekt(lage.vernichtet[0])?.lage != "vernichtet")
    }
  }

  @Test("nach dem Zurückspielen wird weitergearbeitet und vernichtet: nichts wird vergessen")
  func spaetNachgeholt() throws {
    try mitAltemStand { lage in
      let vierte = try #require(try lage.speicher.objekt(genannt: "00.12/4")).id
      // The note of the store now names line 4; lines 2 and 3 are still to be done.
      try lage.speicher.vollziehe(lage.buehne.vernichtung(vierte), lage.buehne.kopf())
      #expect(Set(try befunde(lage.speicher).map(\.regel)) == ["B5"])
      #expect(try lage.holeNach().zeilen == [2, 3])
      #expect(try befunde(lage.speicher) == [])
    }
  }

  @Test("eine Löschsperre, die nach dem Zurückspielen gesetzt wird, hält; eine frühere nicht")
  func sperren() throws {
    func sperre(_ b: inout Buehne) -> Sperre {
      Sperre(id: .zufaellig(&b.zufall), grund: "Verfahren", behoerde: "Gericht")
    }
    let dsb = Akteur(kennung: "dsb", rollen: [.datenschutz])
    try mitAltemStand { lage in
      let s = sperre(&lage.buehne)
      for id in lage.vernichtet {
        try lage.speicher.vollziehe(
          Handlung(
            .schriftgut(ziel: id, in: nil, ereignis: .sperreSetzen(sperre: s)), akteur: dsb,
            heute: lage.buehne.heute), lage.buehne.kopf())
      }
      var bericht = try lage.holeNach()
      #expect(Set(lage.vernichtet).isSubset(of: bericht.gesperrt))
      #expect(bericht.gesperrt.count == 4 && bericht.objekte == 0 && bericht.zeilen.isEmpty)
      #expect(Set(try befunde(lage.speicher).map(\.regel)) == ["B5"])
      try lage.speicher.vollziehe(
        Handlung(
          .schriftgut(
            ziel: lage.vernichtet[0], in: nil,
            ereignis: .sperreAufheben(id: s.id, grund: "erledigt")),
          akteur: Akteur(kennung: "dsb2", rollen: [.datenschutz]), heute: lage.buehne.heute),
        lage.buehne.kopf())
      bericht = try lage.holeNach()
      #expect(bericht.zeilen == [2] && bericht.objekte == 2 && bericht.gesperrt.count == 2)
    }
  }

  @Test(
    "wer nicht darf oder allein ist, wird abgelehnt; das steht im Protokoll, gelöscht wird nichts")
  func unbefugt() throws {
    try mitAltemStand { lage in
      let zweimal = Akteur(kennung: Buehne.registratur.kennung, rollen: [.zeichnungsbefugte])
      for (akteur, zweite, grund) in [
        (Buehne.arbeit, Buehne.registratur, "nichtBefugt"), (.system, nil, "nichtBefugt"),
        (Buehne.leitung, Buehne.registratur, "nichtBefugt"),
        (Buehne.registratur, nil, "vierAugenFehlt"),
        (Buehne.registratur, zweimal, "vierAugenFehlt"),
        (Buehne.fach, Buehne.leitung, "vierAugenFehlt"),
      ] as [(Akteur, Akteur?, String)] {
        let folge = try lage.speicher.protokollkopf().folge
        let fehler = #expect(throws: Vollzugsablehnung.self) {
          _ = try lage.holeNach(akteur, mit: zweite)
        }
        #expect(fehler?.fehler.grund.code == grund && fehler?.folge == folge + 1)
        for id in lage.vernichtet { #expect(try lage.speicher.objekt(id)?.lage != "vernichtet") }
      }
      #expect(Set(try befunde(lage.speicher).map(\.regel)) == ["B5"])
      #expect(try lage.holeNach(Buehne.fach, mit: Buehne.registratur).zeilen == [2, 3])
      #expect(try befunde(lage.speicher) == [])
    }
  }

  @Test("ein Löschbuch der alten Form: nachgeholt mit Hinweis, dann fortgeführt")
  func alteForm() throws {
    try mitAltemStand { lage in
      let buch = lage.speicher.loeschbuch
      try Loeschbuchhilfe.inAlterForm(buch)
      // The note of the store names line 1 with the hash it has in the new form.
      #expect(throws: Nachholfehler.anderesBuch(zeile: 1)) { _ = try lage.holeNach() }
      try lage.speicher.schreibe { try $0.entferneAngabe("loeschbuch") }
      // Nobody has said yet that it is the book of this store.
      let lebende = try #require(try lage.speicher.objekt(genannt: "00.12/4")).id
      let vierte = lage.buehne.vernichtung(lebende)
      guard
        case .loeschbuchUnbrauchbar(buch, let grund)? = speicherfehler({
          _ = try lage.speicher.vollziehe(vierte, lage.buehne.kopf())
        })
      else {
        Issue.record("ein Buch ohne Speicher wurde fortgeführt")
        return
      }
      #expect(grund.contains("--nachholen"))
      let bericht = try lage.holeNach()
      #expect(bericht.zeilen == [2, 3] && bericht.ohneSpeicher == 3)
      let gefunden = try befunde(lage.speicher)
      #expect(gefunden.map(\.regel) == ["LB6"] && gefunden[0].schwere == .warnung)
      try lage.speicher.vollziehe(vierte, lage.buehne.kopf())
      var speicher: [String?] = []
      _ = try Loeschbuchdatei.pruefe(buch, speicher: "test") { speicher.append($0.speicher) }
      #expect(speicher == [nil, nil, nil, "test"])
    }
  }

  @Test("nur zum Lesen geöffnet: Fehler")
  func lesend() throws {
    try mitAltemStand { lage in
      let ordner = lage.speicher.ordner
      try lage.speicher.schliesse()
      let lesend = try Speicher(ordner, .lesend, loeschbuch: lage.speicher.loeschbuch)
      #expect(throws: SpeicherFehler.nurLesend(ordner: ordner)) {
        _ = try lesend.holeLoeschungenNach(von: Buehne.registratur, mit: Buehne.leitung) {
          lage.buehne.kopf()
        }
      }
    }
  }

  @Test("Dateien, die nur das Löschbuch noch kennt, gehen auch ohne ihr Objekt")
  func verwaisteDateien() throws {
    try mitAltemStand { lage in
      _ = try lage.holeNach()
      // The folder of files came from an older backup than the database.
      let stapel = try lage.speicher.neuerStapel()
      let datei = try stapel.nimm(bytes: Array("Inhalt von 2".utf8))
      try stapel.veroeffentliche()
      let hash = datei.hash
      #expect(try lage.speicher.ablage.groesse(hash) != nil)
      withExtendedLifetime(stapel) {}
    }
    try mitAltemStand { lage in
      _ = try lage.holeNach()
      do {
        let stapel = try lage.speicher.neuerStapel()
        try stapel.nimm(bytes: Array("Inhalt von 2".utf8))
        try stapel.veroeffentliche()
      }
      #expect(try befunde(lage.speicher).map(\.regel) == ["S4"])
      let bericht = try lage.holeNach()
      #expect(bericht.zeilen == [3] && bericht.objekte == 0 && bericht.dateien == 1)
      #expect(try befunde(lage.speicher) == [])
    }
  }
}
