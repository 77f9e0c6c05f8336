// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Pruefung
internal import Xdomea

/// The dialogue with the archive in two steps: the Aktenplan is appraised in advance, then files go
/// without an offer.
struct Demokatalog {
  private let buehne: Demobuehne

  private static let katalog = "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a92"
  private static let abgabe = "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a93"

  init(_ buehne: Demobuehne) { self.buehne = buehne }

  /// 0511, 0512, 0513, 0515, 0514.
  func bewerteVorab() throws -> Demoergebnis {
    let p = Self.katalog
    var e = Demoergebnis()
    e.zeilen = ["Dieselben Akten in einer anderen Stadt. 02.03.2037, in der Stadt:"]
    e.zeilen += try buehne.stadt(
      "aussondern vorlegen --stand 2037", am: "2037-03-02", ["--prozess", p]
    ) { $0.contains("0511") }
    e.zeilen.append("03.03.2037, im Archiv:")
    e.zeilen += try buehne.archiv("archiv empfangen", am: "2037-03-03") { $0.contains("_0511_") }
    e.zeilen += try buehne.archiv("bewerten export \(p) --csv einheiten.csv") { _ in true }
    let entschieden = try buehne.fuelle("einheiten.csv") {
      $0["laufende Nr."] == "1" ? "A" : nil
    }
    for (zeile, entscheidung) in entschieden {
      e.zeilen.append(
        "    \(entscheidung)  Aktenplaneinheit \(zeile["Kennzeichen"] ?? "") mit allem darunter")
    }
    e.zeilen += try buehne.archiv("bewerten import \(p) einheiten.csv") {
      $0.contains("würdig (A)") || $0.hasPrefix("Offen")
    }
    e.zeilen += try buehne.archiv("archiv bewerten \(p)", am: "2037-03-04") { $0.contains("0513") }
    e.zeilen.append("05.03.2037, in der Stadt:")
    e.zeilen += try buehne.stadt("aussondern empfangen", am: "2037-03-05") { $0.contains("_0513_") }
    e.zeilen.append("06.03.2037, im Archiv, dass der Katalog in der Stadt gilt:")
    e.zeilen += try buehne.archiv("archiv empfangen", am: "2037-03-06") { $0.contains("_0514_") }
    e.zeilen += try buehne.nachrichten(p)
    e.zahlen = [("entschieden", entschieden.count)]
    return e
  }

  /// 0503, 0507, 0506, and the deletion.
  func sondereAus() throws -> Demoergebnis {
    let p = Self.abgabe
    var e = Demoergebnis()
    e.zeilen = ["09.03.2037, in der Stadt, ohne Angebot:"]
    e.zeilen += try buehne.stadt(
      "aussondern abgeben --nach-katalog --virenfrei \(p)", am: "2037-03-09"
    ) { $0.contains("→ 0503") || $0.contains("Objekte:") || $0.contains("Nicht dabei") }.kurz(4)
    e.zeilen.append("10.03.2037, im Archiv:")
    e.zeilen += try buehne.archiv("archiv empfangen", am: "2037-03-10") { $0.contains("_0503_") }
    e.zeilen += try buehne.archiv("archiv uebernehmen \(p) --nach magazin", am: "2037-03-10") {
      $0.contains(" übernommen, ")
    }
    e.zeilen += try buehne.archiv("archiv bestaetigen \(p)", am: "2037-03-10") {
      $0.contains("0506")
    }
    e.zeilen.append("11.03.2037, in der Stadt:")
    e.zeilen += try buehne.stadt("aussondern empfangen", am: "2037-03-11") { $0.contains("_0506_") }
    let vorher = try buehne.dateien("stadt/dateien")
    e.zeilen.append("11.05.2037, nach der Karenzzeit:")
    e.zeilen += try buehne.stadt(
      "aussondern loeschen \(p) --zweite-person nowak:VG", am: "2037-05-11"
    ) { _ in true }
    let nachher = try buehne.dateien("stadt/dateien")
    let magazin = try buehne.dateien("magazin")
    let fort = vorher.keys.filter { nachher[$0] == nil }
    guard !fort.isEmpty, fort.allSatisfy({ magazin[$0] != nil }) else {
      throw Hinderung("Gelöscht ist nicht, was im Magazin liegt.")
    }
    e.zeilen.append(
      "\(fort.count.mal("Datei ist", "Dateien sind")) in der Stadt fort und im Magazin da; "
        + "\(nachher.count.mal("andere bleibt", "andere bleiben")), bis sie angeboten sind.")
    e.zeilen += try buehne.bewiesen()
    e.zeilen += try buehne.berichte(p)
    e.zeilen += try buehne.nachrichten(p)
    e.zahlen = [("geloescht", fort.count), ("dateienInDerStadt", nachher.count)]
    return e
  }
}
