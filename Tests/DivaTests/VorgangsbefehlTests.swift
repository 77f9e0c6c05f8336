// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva vorgang")
struct VorgangsbefehlTests {
  @Test("Verfügen, mitzeichnen, ablehnen, überspringen, schlusszeichnen, versenden")
  func geschaeftsgang() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let d = "00.12/1-1:1"
      try b.lehntAb("vorgang", "verfuegen", d, weil: "keinen Schritt")
      let text = try b.gelingt(
        "vorgang", "verfuegen", d, "--kenntnisnahme", "amt", "--mitzeichnung", "eins",
        "--mitzeichnung", "zwei", "--als", "sb")
      #expect(text.contains("Schritt 2: Mitzeichnung, zwei: offen\n"))
      #expect(text.contains("Schritt 3: Kenntnisnahme, amt: offen\n"))
      try b.scheitert(1, "vorgang", "zeichnen", d, "--als", "drei", weil: "kein offener Schritt")
      try b.lehntAb(
        "vorgang", "zeichnen", d, "--als", "zwei", weil: "Vor diesem Schritt sind andere offen")
      try b.lehntAb(
        "vorgang", "zeichnen", d, "--schritt", "1", "--als", "drei", weil: "gehört einer anderen")
      try b.gelingt("vorgang", "zeichnen", d, "--als", "eins", "--vermerk", "einverstanden")
      try b.gelingt("vorgang", "zeichnen", d, "--als", "zwei", "--ablehnen", "Falsches Datum")
      try b.lehntAb(
        "vorgang", "zeichnen", d, "--schluss", "--als", "chef", "--rolle", "VG",
        weil: "offen oder wurde verweigert")
      try b.schreibe("Brief2.txt", "Der bessere Brief")
      let neu = try b.gelingt("vorgang", "fassung", d, "Brief2.txt", "--als", "sb")
      #expect(neu.contains("Hinweis: Die bisherigen Schritte"))
      try b.gelingt("vorgang", "verfuegen", d, "--mitzeichnung", "eins", "--als", "sb")
      try b.gelingt("vorgang", "zeichnen", d, "--als", "sb", "--ueberspringen", "Urlaub")
      try b.lehntAb(
        "vorgang", "zeichnen", d, "--schluss", "--als", "chef", weil: "fehlt die Befugnis")
      try b.gelingt("vorgang", "zeichnen", d, "--schluss", "--als", "chef", "--rolle", "VG")
      try b.lehntAb("vorgang", "versenden", d, "--kanal", " ", "--an", "x", weil: "Versandweg")
      try b.gelingt("vorgang", "versenden", d, "--kanal", "Post", "--an", "Frau Müller")
      try b.lehntAb("vorgang", "fassung", d, "Brief2.txt", weil: "schlussgezeichnet")
      try b.scheitert(
        64, "vorgang", "zeichnen", d, "--schluss", "--ablehnen", "x", weil: "schließen einander")
      try b.scheitert(1, "vorgang", "zeichnen", "00.12/1", weil: "ist kein Dokument")
    }
  }

  @Test("Parallele Schritte haben keine Reihenfolge")
  func parallel() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let d = "00.12/1-1:1"
      try b.gelingt(
        "vorgang", "verfuegen", d, "--mitzeichnung", "eins", "--mitzeichnung", "zwei", "--parallel")
      try b.gelingt("vorgang", "zeichnen", d, "--als", "zwei")
      try b.gelingt("vorgang", "zeichnen", d, "--als", "eins")
    }
  }

  @Test("Wiedervorlage: setzen, erledigen, vergangen, unbekannt")
  func wiedervorlage() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let k = "00.12/1-1"
      try b.lehntAb(
        "vorgang", "wiedervorlage", k, "--termin", "2026-03-01", "--am", "2026-03-02",
        weil: "Vergangenheit")
      for tag in ["2026-04-01", "2026-05-01"] {
        try b.gelingt("vorgang", "wiedervorlage", k, "--termin", tag, "--am", "2026-03-02")
      }
      try b.lehntAb("vorgang", "zda", k, "--am", "2026-03-03", weil: "Wiedervorlage ist noch offen")
      try b.scheitert(
        1, "vorgang", "wiedervorlage", k, "--erledigt", weil: "01.04.2026, 01.05.2026")
      try b.gelingt("vorgang", "wiedervorlage", k, "--erledigt", "--termin", "2026-04-01")
      try b.gelingt("vorgang", "wiedervorlage", k, "--erledigt")
      try b.scheitert(1, "vorgang", "wiedervorlage", k, "--erledigt", weil: "keine offene")
      try b.scheitert(64, "vorgang", "wiedervorlage", k, weil: "--termin")
    }
  }

  @Test("zdA: Zukunft, vor dem letzten Dokument, bestätigt, Vorschlag; dann bleibt der Inhalt")
  func zdA() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let k = "00.12/1-1"
      try b.lehntAb(
        "vorgang", "zda", k, "--datum", "2026-03-09", "--am", "2026-03-08", weil: "in der Zukunft")
      try b.lehntAb(
        "vorgang", "zda", k, "--datum", "2026-02-01", "--am", "2026-03-08",
        weil: "vor dem letzten Dokument oder der letzten Bearbeitung am 02.03.2026")
      try b.lehntAb("akte", "zda", "00.12/1", "--am", "2026-03-08", weil: "noch offen: 00.12/1-1")
      try b.lehntAb("akte", "zda", "00.12/1", "--mit-inhalt", weil: "fehlt die Befugnis")
      let text = try b.gelingt(
        "vorgang", "zda", k, "--datum", "2026-02-01", "--bestaetigt", "--vorschlag", "v",
        "--am", "2026-03-08")
      #expect(text.contains("Aufbewahren bis:     31.12.2031\n"))
      try b.lehntAb(
        "vorgang", "dokument", "Brief.txt", "--in", k, "--betreff", "zu spät", weil: "geschlossen")
      try b.lehntAb(
        "vorgang", "wiederaufnehmen", k, "--grund", " ", "--am", "2026-03-09", weil: "Begründung")
      try b.gelingt("vorgang", "wiederaufnehmen", k, "--grund", "Nachtrag", "--am", "2026-03-09")
      try b.scheitert(64, "vorgang", "zda", k, "--vorschlag", "B", weil: "passt nicht zu")
    }
  }

  @Test("Nach der Transferfrist braucht die Wiederaufnahme zwei Personen")
  func spaeteWiederaufnahme() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      try b.gelingt("speicher", "fristlauf", "--am", "2027-03-11")
      let auf = ["vorgang", "wiederaufnehmen", "00.12/1-1", "--grund", "x", "--am", "2027-04-01"]
      #expect(try b.starte(auf).status == 2)
      #expect(try b.starte(auf + ["--rolle", "REG", "--als", "reg"]).status == 2)
      let e = try b.starte(
        auf + ["--rolle", "REG", "--als", "reg", "--zweite-person", "chef:VG"])
      #expect(e.status == 0)
      #expect(e.ausgabe.contains("Hinweis: Ebenfalls wieder offen: 00.12/1\n"), "\(e.ausgabe)")
      try b.scheitert(
        64, "vorgang", "wiederaufnehmen", "x", "--grund", "x", "--zweite-person", "chef",
        weil: "passt nicht zu")
    }
  }

  @Test("Scan: Reihenfolge, Prüfer, Mangel, Transfervermerk, JSON")
  func scan() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schreibe("s1.png", "eins")
      try b.schreibe("s2.png", "zwei")
      let d = "00.12/1-1:1"
      try b.gelingt(
        "vorgang", "scan", "posteingang", d, "--absender", "Müller", "--stelle", "Post",
        "--blaetter", "2")
      try b.lehntAb(
        "vorgang", "scan", "posteingang", d, "--absender", " ", "--stelle", "Post", weil: "absender"
      )
      try b.lehntAb("vorgang", "scan", "seiten", d, "s1.png", weil: "Scan")
      let beginnen = [
        "vorgang", "scan", "beginnen", d, "--stapel", "S", "--geraet", "G", "--verfahren", "1",
        "--als", "eins",
      ]
      #expect(try b.starte(beginnen + ["--dpi", "7"]).status == 2)
      #expect(try b.starte(beginnen).status == 0)
      #expect(
        try b.gelingt("vorgang", "scan", "seiten", d, "s1.png", "s2.png", "--als", "eins")
          .contains("2 Seiten, Stapel S"))
      try b.scheitert(1, "vorgang", "scan", "seiten", d, "fehlt.png", weil: "fehlt.png")
      try b.lehntAb("vorgang", "zda", "00.12/1-1", weil: "bestandene Qualitätsprüfung: \(d)")
      try b.lehntAb("vorgang", "scan", "pruefen", d, "--als", "eins", weil: "andere Person")
      try b.lehntAb(
        "vorgang", "scan", "vermerk", d, "--technik", "T", "--organisation", "O",
        "--uebereinstimmung", "--als", "zwei", weil: "Qualitätsprüfung")
      #expect(
        try b.gelingt("vorgang", "scan", "pruefen", d, "--mangel", "2=schief", "--als", "zwei")
          .contains("nicht bestanden"))
      #expect(try b.starte(beginnen).status == 0)
      try b.gelingt("vorgang", "scan", "seiten", d, "s1.png", "--als", "eins")
      try b.gelingt("vorgang", "scan", "pruefen", d, "--als", "zwei")
      try b.lehntAb(
        "vorgang", "scan", "vermerk", d, "--technik", "T", "--organisation", "O", "--als", "zwei",
        weil: "nicht bestätigt")
      try b.gelingt(
        "vorgang", "scan", "vermerk", d, "--technik", "T", "--organisation", "O",
        "--uebereinstimmung", "--als", "zwei")
      try b.gelingt("vorgang", "zda", "00.12/1-1")
    }
  }

  @Test("Ein Ereignis aus einer JSON-Datei, und was daran falsch sein kann")
  func laufAusDatei() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schreibe(
        "e.json", #"{"eingangsstempelGesetzt":{"eingangsdatum":"2026-03-02","stempel":"P1"}}"#)
      #expect(
        try b.gelingt("vorgang", "scan", "00.12/1-1:1", "--aus", "e.json")
          .hasPrefix("Dokument 00.12/1-1:1: Eingangsstempel gesetzt"))
      for (text, satz) in [
        (
          #"{"eingangsstempelGesetzt":{"stempel":"P1"}}"#,
          "»eingangsstempelGesetzt.eingangsdatum« fehlt"
        ),
        (#"{"eingangsstempelGesetzt":{"eingangsdatum":7,"stempel":"P1"}}"#, "eingangsdatum«"),
        (#"{"gibtEsNicht":{}}"#, "genau einem bekannten Namen"),
        ("[", "genau einem bekannten Namen"),
        ("{}", "genau einem bekannten Namen"),
      ] {
        try b.schreibe("e.json", text)
        try b.scheitert(1, "vorgang", "scan", "00.12/1-1:1", "--aus", "e.json", weil: satz)
      }
      try b.schreibe("e.json", #"{"verfuegungErteilt":{}}"#)
      let e = try b.starte(["vorgang", "scan", "00.12/1-1:1", "--aus", "e.json"])
      #expect(e.status == 1)
    }
  }

  @Test("Eine fehlende Datei und ein Ordner sind kein Dokument")
  func fehlendeDatei() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      for datei in ["fehlt.txt", ".", "/dev/null"] {
        let e = try b.starte([
          "vorgang", "dokument", datei, "--in", "00.12/1-1", "--betreff", "x",
        ])
        #expect(e.status == 1, "\(datei) \(e.ausgabe)")
        #expect(e.fehler.hasPrefix("Fehler: "))
      }
      try b.lehntAb(
        "vorgang", "dokument", "Brief.txt", "--in", "00.12/1-1", "--betreff", "x", "--datum",
        "2030-01-01", "--am", "2026-03-02", weil: "in der Zukunft")
    }
  }
}
