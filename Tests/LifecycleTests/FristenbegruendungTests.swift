// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Testing

@Suite("Begründung einer Frist")
struct FristenbegruendungTests {
  static let regel = Fristregel(
    herkunft: .katalogzeile(id: "B18", katalog: "2020"), dauer: .jahre(6),
    aussonderungsart: .vernichten, rechtsgrundlage: "KomKVO", basis: .gesetz)

  @Test("Der ganze Weg einer Frist in Sätzen")
  func ganz() throws {
    var eingaben = try Fristeingaben.zdA("2024-12-31T23:30:00Z", letzteBearbeitung: "2024-11")
    eingaben.ereignisse["Entlastung"] = .jahr(2033)
    var regel = Self.regel
    regel.mindestBis = .ereignis("Entlastung", monate: 6)
    regel.einschraenkungNachJahren = 2
    regel.nieLoeschen = true
    let frist = try Frist.berechne(regel, eingaben)
    #expect(
      frist.begruendung.text == """
         1. Nach Zeile B18 des Katalogs »2020« beträgt die Aufbewahrungsfrist 6 Jahre, gezählt vom \
        Ende des Kalenderjahres an, in dem der Bezugstag liegt. Rechtsgrundlage: KomKVO (Gesetz).
         2. Bezugstag ist der Tag der zdA-Verfügung, der 01.01.2025.
         3. Der Zeitpunkt 31.12.2024, 23:30:00 Uhr (UTC) liegt nach deutscher Zeit am 01.01.2025.
         4. Nach 2 Jahren, ab dem 01.01.2028, darf nur noch eingeschränkt verarbeitet werden.
         5. Die Frist beginnt am 1. Januar des folgenden Jahres, dem 01.01.2026.
         6. Nach 6 Jahren endet sie am 31.12.2031; dieser Tag gehört noch zur Frist.
         7. Vom Tag des Ereignisses »Entlastung« ist nur das Jahr 2033 bekannt; gerechnet wird mit \
        dem letzten Tag dieses Jahres, dem 31.12.2033.
         8. Die Frist endet nicht vor dem 30.06.2034, 6 Monate nach dem Tag des Ereignisses \
        »Entlastung«. Das ist später als der 31.12.2031, deshalb gilt der 30.06.2034.
         9. Von der letzten Bearbeitung ist nur der Monat 11.2024 bekannt; für die Anbietung wird \
        vorsichtig mit dem ersten Tag gerechnet, dem 01.11.2024. Spätestens 30 Jahre danach, am \
        01.11.2054, ist dem Archiv anzubieten.
        10. Die Aufbewahrungsfrist endet mit dem 30.06.2034. Ausgesondert werden darf ab dem \
        01.07.2034.
        11. Nach der Regel wird hier nie gelöscht, auch wenn das Archiv nicht übernimmt.
        """)
    #expect(frist.begruendung.schritte.map(\.art).contains(.ergebnis))
    #expect(frist.begruendung.saetze.count == 11)
  }

  @Test("Ein Tag, den der Monat nicht hat, wird genannt")
  func geklemmt() throws {
    let regel = Fristregel.probe(.monate(6), .taggenau)
    let text = try Frist.berechne(regel, try .zdA("2024-08-31")).begruendung.text
    #expect(text.contains("Den 31.02.2025 gibt es nicht"))
    let ohne = try Frist.berechne(regel, try .zdA("2024-08-28")).begruendung.text
    #expect(!ohne.contains("gibt es nicht"))
  }

  @Test("Ein Zeitpunkt, der nicht zum Tag gehört, wird nicht genannt")
  func fremderZeitpunkt() throws {
    var eingaben = try Fristeingaben.zdA("2024-12-31T23:30:00Z")
    eingaben.zdA = .tag(try tag("2020-05-05"))
    #expect(!(try Frist.berechne(Self.regel, eingaben)).begruendung.text.contains("Zeitpunkt"))
  }

  @Test("Jeder Stand endet mit einem Ergebnis, jeder Satz mit einem Punkt")
  func saetze() throws {
    let bezuege: [Fristbezug] = [.zdA, .letzterVorgang, .letzteBearbeitung, .ereignis("Tod")]
    let daten: [Teildatum?] = [nil, .unbekannt, .jahr(2001), .monat(jahr: 2002, monat: 2)]
    for bezug in bezuege {
      for dauer in [Fristdauer.jahre(0), .jahre(1), .monate(5), .unbefristet] {
        for datum in daten {
          for start in Startregel.allCases {
            for basis in Rechtsbasis.allCases {
              var eingaben = Fristeingaben(zdA: datum, letzteBearbeitung: datum)
              eingaben.vorgaenge = [datum, .jahr(1999)]
              eingaben.ereignisse["Tod"] = datum
              let regel = Fristregel.probe(dauer, start, bezug, basis: basis)
              let b = try Frist.berechne(regel, eingaben).begruendung
              #expect(b.schritte.contains { $0.art == .ergebnis })
              for satz in b.saetze {
                let stimmt =
                  satz.last == "." && !satz.contains("  ") && !satz.contains("Optional")
                  && satz.first?.isUppercase == true
                if !stimmt { Issue.record("\(satz)") }
              }
            }
          }
        }
      }
    }
  }

  @Test("Fehler sind deutsche Sätze mit Abhilfe")
  func fehler() throws {
    let faelle: [Fristfehler] = [
      .dauerUnplausibel(.jahre(65_535), grenzeJahre: 200), .ausserhalbDesKalenders,
      .dauerUnplausibel(.monate(-1), grenzeJahre: 200), .datumInZukunft(try tag("2030-01-01")),
    ]
    for fall in faelle { #expect(fall.description.contains("Bitte prüfen Sie")) }
    #expect(faelle[0].description.contains("65535 Jahren unplausibel lang"))
  }

  @Test("Schreibweisen des Katalogs gehen hin und zurück")
  func kuerzel() throws {
    for text in ["zdA", "letzterVorgang", "letzteBearbeitung", "ereignis:Größe_1-a"] {
      #expect(Fristbezug(kuerzel: text)?.kuerzel == text)
    }
    for text in ["", "zda", "ereignis", "ereignis:", "ereignis: X", "ereignis:A+B", "ereignis:A;B"]
    {
      #expect(Fristbezug(kuerzel: text) == nil)
    }
    for text in ["2030-12-31", "ereignis:Entlastung", "ereignis:Entlastung+6M"] {
      #expect(Mindestbis(kuerzel: text)?.kuerzel == text)
    }
    #expect(Mindestbis(kuerzel: "ereignis:E+1J") == .ereignis("E", monate: 12))
    for text in [
      "", "2030", "ereignis:E+", "ereignis:E+6", "ereignis:E+-6M", "ereignis:+6M", "E+6M",
      "ereignis:E+6M+6M", "ereignis:E+99999999999999999999M",
    ] {
      #expect(Mindestbis(kuerzel: text) == nil, "\(text)")
    }
  }

  @Test("Eine Frist übersteht JSON")
  func json() throws {
    let frist = try Frist.berechne(Self.regel, try .zdA("2024-02-29"))
    #expect(frist.ende?.text == "2030-12-31")
    let warnung = Fristwarnung.transferfristUeberAufbewahrung(
      transferfristende: try tag("2031-01-01"), aufbewahrungsende: try tag("2030-12-31"))
    #expect(warnung.description.contains("verkürzen Sie die Transferfrist"))
  }
}
