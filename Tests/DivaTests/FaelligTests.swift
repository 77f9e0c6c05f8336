// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva faellig")
struct FaelligTests {
  @Test("Fällig ist, wessen Frist vorbei ist; eine Sperre hält es auf und steht dabei")
  func faellig() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      #expect(
        try b.gelingt("faellig", "--am", "2031-12-31")
          == "Fällig am 31.12.2031: 0, davon frei: 0, blockiert: 0\n")
      let text = try b.gelingt("faellig", "--am", "2032-01-01", "--warum")
      #expect(text.hasPrefix("00.12/1  Akte, aussondern ab 01.01.2032: Ortsrecht\n"))
      #expect(text.contains("  Bezugstag ist der Tag der zdA-Verfügung, der 10.03.2026.\n"))
      try b.gelingt(
        "vorgang", "sperren", "00.12/1-1", "--grund", "Klage", "--behoerde", "VG", "--rolle", "DSB",
        "--am", "2031-01-01")
      #expect(
        try b.gelingt("faellig", "--am", "2032-01-01").contains("  Blockiert: ")
          && b.gelingt("faellig", "--am", "2032-01-01").contains("00.12/1-1."))
      #expect(
        try b.gelingt("faellig", "--am", "2032-01-01", "--nur-freie")
          == "Fällig am 01.01.2032: 1, davon frei: 0, blockiert: 1\n")
      let e = try b.starte(["faellig", "--am", "2032-01-01", "--json", "--warum"])
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.count == 2)
      #expect((zeilen[0].wert["hindernisse"] as? [[String: String]])?.first?["grund"] == "gesperrt")
      #expect((zeilen[0].wert["begruendung"] as? [String])?.isEmpty == false)
      #expect(zeilen[1].wert["blockiert"] as? Int == 1)
    }
  }

  @Test("Der 30-Jahres-Wächter nennt, was bald anzubieten ist")
  func anbieten() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      #expect(try b.gelingt("faellig", "--anbieten", "--am", "2050-01-01").contains(": 0, davon"))
      let text = try b.gelingt("faellig", "--anbieten", "--am", "2055-06-01")
      #expect(text.hasPrefix("00.12/1  Akte, zu den Akten verfügt, spätestens anbieten 02.03.2056"))
      #expect(text.hasSuffix("Anzubieten bis 01.06.2056: 1, davon zu spät: 0\n"))
      #expect(
        try b.gelingt("faellig", "--anbieten", "--am", "2057-01-01").contains("(zu spät)"))
      try b.scheitert(64, "faellig", "--anbieten", "--warum", weil: "verträgt sich nicht")
      try b.scheitert(64, "faellig", "--am", "morgen", weil: "passt nicht zu")
    }
  }

  @Test("Was wäre, wenn ein anderer Katalog gälte; am Speicher ändert sich nichts")
  func waswaere() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      let vorher = try b.gelingt("protokoll", "pruefen")
      try b.schreibe(
        "neu.csv",
        SpeicherBuehne.katalog.replacingOccurrences(of: ";5;J;", with: ";10;J;")
          .replacingOccurrences(of: "nurNeue", with: "laufendeFristen")
          .replacingOccurrences(of: "2020-01-01", with: "2027-01-01"))
      let text = try b.gelingt(
        "katalog", "waswaere", "neu.csv", "--gueltig-ab", "2027-01-01", "--einzeln")
      #expect(text.contains("00.12/1  "))
      #expect(text.contains("Ende 31.12.2031 → 31.12.2036\n"))
      let j = try b.json("katalog", "waswaere", "neu.csv", "--gueltig-ab", "2027-01-01")
      #expect(j.wert["geprueft"] as? Int == 2)
      #expect(try b.gelingt("protokoll", "pruefen") == vorher)
      try b.scheitert(
        1, "katalog", "waswaere", "fehlt.csv", "--gueltig-ab", "2027-01-01", weil: "fehlt.csv")
    }
  }
}
