// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva akte")
struct AktenbefehlTests {
  @Test("Anlegen zieht Kennzeichen und nennt die UUID")
  func anlegen() throws {
    try SpeicherBuehne.mit { b in
      let j = try b.json("akte", "anlegen", "--einheit", "00.12", "--betreff", "Eins")
      #expect(j.wert["kennzeichen"] as? String == "00.12/1")
      #expect((j.wert["id"] as? String)?.count == 36)
      let zwei = try b.gelingt("akte", "anlegen", "--einheit", "00.12", "--betreff", "Zwei")
      #expect(zwei.hasPrefix("Akte 00.12/2: angelegt (Protokoll Nr. 6)\n  UUID: "))
      try b.gelingt(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", "Drei", "--kennzeichen", "Alt 7")
      try b.lehntAb(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", "Vier", "--kennzeichen", "Alt 7",
        weil: "schon vergeben")
      #expect(
        try b.gelingt("vorgang", "anlegen", "--in", "00.12/1", "--betreff", "V", "--teilakte")
          .hasPrefix("Teilakte 00.12/1-1"))
      try b.gelingt("vorgang", "anlegen", "--in", "00.12/1", "--betreff", "V")
      #expect(
        try b.gelingt("vorgang", "anlegen", "--in", "00.12/1-2", "--betreff", "V")
          .hasPrefix("Teilvorgang 00.12/1-2-1"))
    }
  }

  @Test("Falsche Angaben: unbekannte Einheit, leerer Betreff, falsche Rolle, unbekannte Akte")
  func falsch() throws {
    try SpeicherBuehne.mit { b in
      try b.lehntAb("akte", "anlegen", "--einheit", "99", "--betreff", "x", weil: "gibt es nicht")
      try b.lehntAb("akte", "anlegen", "--einheit", "00.12", "--betreff", " ", weil: "ist leer")
      try b.lehntAb(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", "x", "--rolle", "ARC",
        weil: "fehlt die Befugnis")
      try b.scheitert(
        64, "akte", "anlegen", "--einheit", "00.12", "--betreff", "x", "--rolle", "CHEF",
        weil: "Möglich sind")
      try b.scheitert(1, "vorgang", "anlegen", "--in", "99", "--betreff", "x", weil: "gibt es")
      try b.scheitert(64, "akte", "anlegen", "--betreff", "x", weil: "--einheit")
      try b.scheitert(64, "akte", "quatsch", weil: "Den Befehl »akte quatsch« gibt es nicht.")
    }
  }

  @Test("Eine Ablehnung mit --json nennt Regel, Grund und Nummer")
  func ablehnung() throws {
    try SpeicherBuehne.mit { b in
      let e = try b.lehntAb(
        "akte", "anlegen", "--einheit", "99", "--betreff", "x", "--json", weil: "gibt es nicht")
      let zeile = try #require(try JSONZeile.alle(e.ausgabe).first)
      #expect(
        zeile.schluessel == [
          "werkzeug", "schemaVersion", "abgelehnt", "regel", "grund", "meldung", "abhilfe",
          "objekt", "protokoll",
        ])
      #expect(zeile.wert["grund"] as? String == "einheitUnbekannt")
      #expect(zeile.wert["protokoll"] as? Int == 5)
      #expect(try b.gelingt("speicher", "pruefen").contains("Ergebnis:  gültig"))
    }
  }

  @Test("Steuerzeichen erreichen nie das Terminal")
  func feindlich() throws {
    try SpeicherBuehne.mit { b in
      let boese = "x\u{1B}[31m\u{202E}\n\u{7}y"
      let anlage = try b.gelingt(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", boese, "--als", boese,
        "--federfuehrung", boese)
      var ausgaben = [anlage]
      for befehl in [
        ["speicher", "zeigen", "00.12/1"], ["speicher", "suchen", "x"], ["protokoll", "zeigen"],
        ["speicher", "zeigen", "00.12/1", "--json"], ["protokoll", "zeigen", "--json"],
      ] {
        let e = try b.starte(befehl)
        #expect(e.status == 0, "\(e.fehler)")
        ausgaben.append(e.ausgabe)
      }
      for text in ausgaben {
        for zeichen in ["\u{1B}", "\u{202E}", "\u{7}"] { #expect(!text.contains(zeichen)) }
      }
      let e = try b.starte(["speicher", "zeigen", boese])
      #expect(e.status == 1 && !e.fehler.contains("\u{1B}"))
    }
  }

  @Test("Sperren und entsperren: Rolle, vier Augen, unbekannte Sperre")
  func sperren() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let sperren = ["akte", "sperren", "00.12/1", "--grund", "Klage", "--behoerde", "VG"]
      let e = try b.starte(sperren)
      #expect(e.status == 2 && e.fehler.contains("fehlt die Befugnis"))
      let j = try b.starte(sperren + ["--rolle", "DSB", "--als", "dsb", "--json"])
      let id = try #require(try JSONZeile.alle(j.ausgabe).first?.wert["sperre"] as? String)
      #expect(try b.gelingt("speicher", "zeigen", "00.12/1").contains("VG: Klage, seit "))
      try b.lehntAb(
        "akte", "entsperren", "00.12/1", "--grund", "x", "--rolle", "DSB", "--als", "dsb",
        weil: "zweite, andere Person")
      try b.lehntAb(
        "akte", "entsperren", "00.12/1", "--grund", "x", "--rolle", "DSB", "--als", "zwei",
        "--sperre", "00000000-0000-4000-8000-000000000000", weil: "nicht gesetzt")
      try b.gelingt(
        "akte", "entsperren", "00.12/1", "--grund", "x", "--rolle", "DSB", "--als", "zwei",
        "--sperre", id)
      try b.scheitert(
        1, "akte", "entsperren", "00.12/1", "--grund", "x", "--rolle", "DSB", weil: "keine Sperre")
    }
  }

  @Test("Ereignis, Korrektur, Umhängen, Stornieren")
  func ordnen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.gelingt("akte", "anlegen", "--einheit", "02.30", "--betreff", "Satzung")
      let e = try b.gelingt(
        "akte", "ereignis", "02.30/1", "--name", "Aufhebung", "--datum", "2019")
      #expect(e.hasPrefix("Akte 02.30/1: Ereignis »Aufhebung« festgehalten: 2019"))
      try b.scheitert(
        64, "akte", "ereignis", "02.30/1", "--name", "Aufhebung", "--datum", "neulich",
        weil: "passt nicht zu")

      try b.gelingt(
        "akte", "korrigieren", "00.12/1", "--feld", "betreff", "--neu", "Recht", "--grund", "kurz")
      #expect(
        try b.gelingt("speicher", "zeigen", "00.12/1").contains("Betreff: »Ortsrecht« → »Recht«"))
      try b.lehntAb(
        "akte", "korrigieren", "00.12/1", "--feld", "kennzeichen", "--neu", "x", "--grund", "y",
        weil: "lässt sich so nicht ändern")

      let um = ["vorgang", "umhaengen", "00.12/1-1", "--nach", "02.30/1", "--grund", "falsch"]
      #expect(try b.starte(um).status == 2)  // uses up no number
      #expect(
        try b.starte(um + ["--rolle", "REG"]).ausgabe.contains("Vorgang 02.30/1-1: umgehängt"))
      #expect(try b.gelingt("speicher", "zeigen", "02.30/1-1").contains("Früher:    00.12/1-1"))
      try b.scheitert(
        64, "vorgang", "umhaengen", "02.30/1-1", "--grund", "x", weil: "entweder »--nach« oder")

      try b.gelingt("akte", "anlegen", "--einheit", "00.12", "--betreff", "Irrtum")
      try b.lehntAb(
        "akte", "stornieren", "02.30/1", "--grund", "x", "--rolle", "REG", weil: "immer leer")
      try b.gelingt("akte", "stornieren", "00.12/2", "--grund", "Irrtum", "--rolle", "REG")
      #expect(try b.gelingt("speicher", "pruefen").contains("Ergebnis:  gültig"))
    }
  }
}
