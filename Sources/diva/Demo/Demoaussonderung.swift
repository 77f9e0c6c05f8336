// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Foundation
internal import Pruefung
internal import Xdomea

/// The dialogue with the archive in four steps, both sides, to the deleted file.
struct Demoaussonderung {
  private let buehne: Demobuehne
  /// A file of the store that the archive wants, with its digest.
  private var beleg: (name: String, summe: String)?

  /// Always the same process, so that every run gives the same names.
  private static let prozess = "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a91"

  init(_ buehne: Demobuehne) { self.buehne = buehne }

  /// 0501, 0504, 0502, 0505.
  mutating func bieteAn() throws -> Demoergebnis {
    let p = Self.prozess
    var e = Demoergebnis()
    e.zeilen = [
      "Zwischen Stadt und Archiv liegen zwei Ordner. Welcher Ordner, wer und wann ist bei den Befehlen "
        + "weggelassen.", "02.03.2037, in der Stadt:",
    ]
    e.zeilen += try buehne.stadt(
      "aussondern anbieten", am: "2037-03-02", ["--prozess", p]
    ) { $0.contains("Objekte:") || $0.contains("0501") }
    e.zeilen.append("03.03.2037, im Archiv:")
    e.zeilen += try buehne.archiv("archiv empfangen", am: "2037-03-03") { $0.contains("_0501_1") }
    e.zeilen += try buehne.archiv("bewerten export \(p) --csv bewertung.csv") { _ in true }
    let entschieden = try fuelle()
    e.zeilen.append("Eine Archivarin füllt die Spalte »Entscheidung« aus, hier mit:")
    for (zeile, entscheidung) in entschieden {
      e.zeilen.append(
        "    \(entscheidung)  \(zeile["Ebene"] ?? "") \(zeile["Kennzeichen"] ?? "") "
          + "»\(zeile["Betreff"] ?? "")«")
    }
    e.zeilen += try buehne.archiv("bewerten import \(p) bewertung.csv") {
      $0.contains("würdig") || $0.contains("gefolgert")
    }
    e.zeilen += try buehne.archiv("archiv bewerten \(p)", am: "2037-03-16") {
      $0.contains("0502") || $0.contains("Objekte")
    }
    e.zeilen.append("17.03.2037, in der Stadt:")
    e.zeilen += try buehne.stadt("aussondern empfangen", am: "2037-03-17") {
      $0.contains("_0502_")
    }
    e.zahlen = [("entschieden", entschieden.count)]
    return e
  }

  /// The first of several Akten is V, the others are A, and the last Vorgang of an A is V.
  private func fuelle() throws -> [(zeile: [String: String], entscheidung: String)] {
    var akten: [String] = []
    var vorgaenge: [String] = []
    // Looked at once to know what there is; nothing is decided then.
    _ = try buehne.fuelle("bewertung.csv") { zeile in
      let id = zeile["UUID"] ?? ""
      if zeile["Ebene"] == "Akte" { akten.append(id) } else { vorgaenge.append(id) }
      return nil
    }
    let v = akten.count > 1 ? akten.first : nil
    let ausnahme = akten.count > 1 && vorgaenge.count > 1 ? vorgaenge.last : nil
    return try buehne.fuelle("bewertung.csv") { zeile in
      let id = zeile["UUID"]
      if id == v || id == ausnahme { return "V" }
      return zeile["Ebene"] == "Akte" ? "A" : nil
    }
  }

  /// 0503 in parts, 0507, 0506; nothing that the archive wants is deleted before.
  mutating func gibAb() throws -> Demoergebnis {
    let p = Self.prozess
    var e = Demoergebnis()
    e.zeilen = ["20.03.2037, in der Stadt:"]
    e.zeilen += try buehne.stadt("aussondern abgeben \(p) --virenfrei", am: "2037-03-20") {
      $0.contains("→ 0503") || $0.contains("Objekte:")
    }
    e.zeilen.append("Wer jetzt schon löschen will, darf nur, was das Archiv nicht will:")
    e.zeilen += try buehne.stadt(
      "aussondern loeschen \(p) --zweite-person nowak:VG", am: "2037-03-20",
      status: try buehne.hatV(Self.prozess) ? 0 : 2
    ) { !$0.contains("Protokoll ") }.kurz(6)
    e.zeilen.append("23.03.2037, im Archiv:")
    e.zeilen += try buehne.archiv("archiv empfangen", am: "2037-03-23") { $0.contains("_0503_") }
    e.zeilen += try buehne.archiv("archiv uebernehmen \(p) --nach magazin", am: "2037-03-23") {
      $0.contains(" übernommen, ")
    }
    e.zeilen += try buehne.archiv("archiv bestaetigen \(p)", am: "2037-03-24") {
      $0.contains("0506") || $0.contains("Objekte")
    }
    e.zeilen.append("25.03.2037, in der Stadt:")
    e.zeilen += try buehne.stadt("aussondern empfangen", am: "2037-03-25") {
      $0.contains("_0506_")
    }
    let magazin = try buehne.dateien("magazin")
    let speicher = try buehne.dateien("stadt/dateien")
    guard let summe = magazin.keys.filter({ speicher[$0] != nil }).min(), let datei = magazin[summe]
    else { throw Hinderung("Im Magazin des Archivs liegt keine Datei des Speichers.") }
    beleg = (datei.lastPathComponent, summe)
    e.zahlen = [("uebernommen", magazin.keys.count { speicher[$0] != nil })]
    return e
  }

  /// Deleted, and proved to be.
  mutating func loesche() throws -> Demoergebnis {
    let p = Self.prozess
    guard let beleg else { throw Hinderung("Es gibt noch keine Abgabe.") }
    var e = Demoergebnis()
    let ort = "stadt/dateien/\(beleg.summe.prefix(2))/\(beleg.summe.dropFirst(2))"
    e.zeilen = [
      "Vorher: Die Datei \(beleg.name.dropFirst(37)) liegt in der Stadt und im Magazin.",
      "11.05.2037, nach der Karenzzeit, zwei Personen:",
    ]
    guard FileManager.default.fileExists(atPath: buehne.pfad(ort)) else {
      throw Hinderung("Die Datei »\(ort)« ist schon vor der Löschung nicht da.")
    }
    let anzeige = try buehne.stadt(
      "aussondern loeschen \(p) --zweite-person nowak:VG", am: "2037-05-11"
    ) { _ in true }
    e.zeilen += anzeige
    guard !FileManager.default.fileExists(atPath: buehne.pfad(ort)) else {
      throw Hinderung("Die Datei »\(ort)« ist nach der Löschung noch da.")
    }
    guard try buehne.dateien("magazin")[beleg.summe] != nil else {
      throw Hinderung("Die Datei »\(beleg.name)« ist im Magazin nicht mehr unverändert da.")
    }
    let uebrig = try buehne.dateien("stadt/dateien").count
    e.zeilen += [
      "Nachher: In der Stadt gibt es die Datei nicht mehr (dort: \(uebrig.mal("Datei", "Dateien"))), "
        + "im Magazin liegt sie Byte für Byte."
    ]
    e.zeilen += try buehne.bewiesen()
    e.zeilen += try buehne.berichte(p)
    e.zeilen += try buehne.nachrichten(p)
    e.zahlen = [("dateienInDerStadt", uebrig)]
    return e
  }
}

extension Demobuehne {
  /// True if the archive refused something in a process.
  func hatV(_ prozess: String) throws -> Bool {
    try fuehreVor(
      "aussondern status \(prozess)",
      ["--speicher", pfad("stadt"), "--verfahren", pfad("stadt-verfahren")], 0
    ) { $0.contains("Bewertung:") && $0.contains("× V") }.count > 1
  }

  /// Where the proofs of the destruction lie.
  func berichte(_ prozess: String) throws -> [String] {
    let ort = "stadt-verfahren/\(prozess)/berichte"
    let seiten = try Demoumgebung.dateien(URL(fileURLWithPath: pfad(ort)))
      .filter { $0.lastPathComponent.hasPrefix("vernichtung") && $0.pathExtension == "html" }
    guard let letzte = seiten.last else { throw Hinderung("Es gibt kein Vernichtungsprotokoll.") }
    let groesse = Int64(try Demoumgebung.bytes(letzte).count).alsGroesse
    return [
      "Das Vernichtungsprotokoll zum Drucken und Unterschreiben (\(groesse)):",
      "    \(ort)/\(letzte.lastPathComponent)",
    ]
  }

  /// Proves all messages of a process together, as the archive keeps them: the town destroyed the
  /// files of what it sent.
  func nachrichten(_ prozess: String) throws -> [String] {
    let alle = try Demoumgebung.dateien(
      URL(fileURLWithPath: pfad("archiv-verfahren/\(prozess)/nachrichten"))
    ).filter { $0.pathExtension == "zip" }
    let zeilen = try fuehreVor(
      "pruefen",
      alle.map(\.path) + ["--am", "2037-05-11"]
        + (schemaordner.map { ["--schemata", $0] } ?? ["--ohne-schema"]), 0
    ) { $0.hasPrefix("Ergebnis:") }
    guard zeilen.dropFirst().allSatisfy({ $0.contains(" gültig") }) else {
      throw Hinderung("Eine Nachricht ist nicht gültig.")
    }
    return ["Alle \(alle.count) Nachrichten des Verfahrens, einzeln und zusammen geprüft: gültig."]
  }
}

extension [String] {
  /// The first lines; the others are counted.
  func kurz(_ anzahl: Int) -> [String] {
    count <= anzahl + 1
      ? self : prefix(anzahl) + ["    … (noch \(count - anzahl) Zeilen)"]
  }
}
