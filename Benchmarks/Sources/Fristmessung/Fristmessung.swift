// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle

/// Measures the retention rule over many Akten in memory (goals F1 and F2) and how it grows.
///
///     Fristmessung [RECORDS]        default 10,000,000; also a tenth and a third of it
@main
struct Fristmessung {
  static func main() throws {
    let groesste = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000_000
    guard let heute = Kalendertag(2026, 8, 21) else { return }
    var vorher: (anzahl: Int, zeit: Double)?
    var jeAkte = 0.0
    for anzahl in [groesste / 10, groesste / 3, groesste] {
      let satz = Datensatz(anzahl)
      guard let spalten = satz.spalten else { return }
      let (summe, summenzeit) = kuerzeste { satz.summe() }
      let (menge, zeit) = try kuerzeste { try spalten.faellig(am: heute).anzahl }
      let (anbieten, anbietezeit) = kuerzeste { spalten.anzubieten(am: heute).anzahl }
      jeAkte = zeit / Double(anzahl)
      var zeile = "\(anzahl) Akten: fällig \(menge) in \(ms(zeit)) (\(ns(jeAkte)) je Akte), "
      zeile += "Summe der Spalten \(ms(summenzeit)) (\(summe & 1)), F1 = \(x(zeit / summenzeit)); "
      zeile += "anzubieten \(anbieten) in \(ms(anbietezeit)); Speicher \(spitze()) MB"
      if let vorher {
        let faktor = Double(anzahl) / Double(vorher.anzahl)
        zeile += "; Wachstum \(x(zeit / vorher.zeit)) bei \(x(faktor)) Akten"
      }
      vorher = (anzahl, zeit)
      print(zeile)
    }
    let stichprobe = 200_000
    let satz = Datensatz(stichprobe)
    let (gezaehlt, zeit) = kuerzeste(1) { kalenderschleife(satz, heute) }
    let foundation = zeit / Double(stichprobe)
    let unsere = try satz.spalten?.faellig(am: heute).anzahl
    guard unsere == gezaehlt else {
      print("Die Spalten zählen \(unsere ?? -1), der Kalender \(gezaehlt): Fehler")
      exit(1)
    }
    print(
      "Foundation Calendar: \(stichprobe) Akten, fällig \(gezaehlt), \(ns(foundation)) je Akte, "
        + "F2 = \(x(foundation / jeAkte)) schneller")
    let einzeln = 200_000
    let (_, einzelzeit) = try kuerzeste(1) { try einzelberechnung(einzeln) }
    let (beurteilt, wechselzeit) = kuerzeste(1) { wechselbericht(einzeln, heute) }
    print(
      "Wechselbericht: \(beurteilt) Akten beurteilt, \(ns(wechselzeit / Double(einzeln))) je Akte")
    print("Einzelne Berechnung mit Begründung: \(ns(einzelzeit / Double(einzeln))) je Akte")
  }

  /// The rule as one would write it with Foundation: end of the year, then the years.
  static func kalenderschleife(_ satz: Datensatz, _ heute: Kalendertag) -> Int {
    var kalender = Calendar(identifier: .gregorian)
    kalender.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    let jetzt = Date(timeIntervalSince1970: Double(heute.tageszahl) * 86_400)
    var n = 0
    for i in 0..<satz.tage.count {
      let zdA = Date(timeIntervalSince1970: Double(satz.tage[i]) * 86_400 + 43_200)
      let jahr = kalender.component(.year, from: zdA)
      let jahre = Datensatz.jahre[Int(satz.klassen[i])]
      let reif = kalender.date(from: DateComponents(year: jahr + jahre + 1, month: 1, day: 1))
      if let reif, reif <= jetzt, satz.sperren[i] <= heute.tageszahl { n += 1 }
    }
    return n
  }

  /// What a new catalogue of 500 rows would do to many Akten in 50 units.
  static func wechselbericht(_ anzahl: Int, _ heute: Kalendertag) -> Int {
    let satz = Datensatz(anzahl)
    var katalog = Aufbewahrungskatalog(version: "neu")
    for i in 0..<500 {
      guard let nummer = Aktenplannummer("\(10 + i / 50).\(10 + i % 50)") else { continue }
      katalog.zeilen.append(
        Katalogzeile(
          id: "Z\(i)", aktenplan: nummer, betreff: "Betreff", dauer: .jahre(8), gueltigAb: heute,
          wirkung: .laufendeFristen))
    }
    var bericht = Wechselbericht(katalog: katalog, stichtag: heute)
    for i in 0..<anzahl {
      guard let tag = Kalendertag(tageszahl: satz.tage[i]) else { continue }
      var regel = Datensatz.regeln[Int(satz.klassen[i])]
      regel.herkunft = .katalogzeile(id: "A", katalog: "alt")
      bericht.nimm(
        Wechselobjekt(
          objekt: "Akte", aktenplan: "12.\(10 + i % 50).7", regel: regel,
          eingaben: Fristeingaben(zdA: .tag(tag))))
    }
    return bericht.anzahl - bericht.fehler
  }

  static func einzelberechnung(_ anzahl: Int) throws -> Int {
    let satz = Datensatz(anzahl)
    var n = 0
    for i in 0..<anzahl {
      guard let tag = Kalendertag(tageszahl: satz.tage[i]) else { continue }
      let frist = try Frist.berechne(
        Datensatz.regeln[Int(satz.klassen[i])], Fristeingaben(zdA: .tag(tag)))
      n += frist.begruendung.schritte.count
    }
    return n
  }

  /// Runs a job a few times and returns its result and its shortest CPU time in seconds.
  static func kuerzeste<T>(_ mal: Int = 7, _ auftrag: () throws -> T) rethrows -> (T, Double) {
    var beste = Double.infinity
    var beginn = clock()
    var ergebnis = try auftrag()
    beste = min(beste, Double(clock() - beginn) / Double(CLOCKS_PER_SEC))
    for _ in 1..<max(1, mal) {
      beginn = clock()
      ergebnis = try auftrag()
      beste = min(beste, Double(clock() - beginn) / Double(CLOCKS_PER_SEC))
    }
    return (ergebnis, beste)
  }

  static func spitze() -> Int {
    var angaben = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &angaben)
    return angaben.ru_maxrss / 1024
  }

  static func ms(_ sekunden: Double) -> String { "\((sekunden * 10_000).rounded() / 10) ms" }
  static func ns(_ sekunden: Double) -> String { "\((sekunden * 1e11).rounded() / 100) ns" }
  static func x(_ faktor: Double) -> String { "\((faktor * 100).rounded() / 100)×" }
}

/// Random Akten: a rule, a day of the zdA-Verfügung, sometimes a hold.
struct Datensatz {
  static let jahre = [0, 1, 5, 6, 10, 15, 30, 55]
  static let regeln = jahre.map {
    Fristregel(herkunft: .einzelfestlegung(grund: "Messung"), dauer: .jahre($0))
  }

  var klassen: [UInt16] = []
  var tage: [Int32] = []
  var sperren: [Int32] = []

  init(_ anzahl: Int) {
    klassen.reserveCapacity(anzahl)
    tage.reserveCapacity(anzahl)
    sperren.reserveCapacity(anzahl)
    var z: UInt64 = 4711
    for _ in 0..<anzahl {
      z = z &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let r = z >> 20
      klassen.append(UInt16(r & 7))
      tage.append(Int32(truncatingIfNeeded: 3653 + (r >> 3) % 16_800))
      sperren.append((r >> 20) % 50 == 0 ? 25_000 : .min)
    }
  }

  var spalten: Faelligkeitsspalten? {
    var spalten = Faelligkeitsspalten(regeln: Self.regeln)
    spalten?.reserviere(tage.count)
    for i in 0..<tage.count {
      let sperre = Kalendertag(tageszahl: sperren[i])
      spalten?.haengeAn(
        regel: Int(klassen[i]), bezugstag: Kalendertag(tageszahl: tage[i]),
        letzteBearbeitung: Kalendertag(tageszahl: tage[i]),
        sperre: sperre.map { .aufgehoben($0) } ?? .keine)
    }
    return spalten
  }

  /// What memory alone costs: adding up the same columns.
  func summe() -> Int {
    var a: Int32 = 0
    var b: Int32 = 0
    var c: UInt16 = 0
    for t in tage { a &+= t }
    for s in sperren { b &+= s }
    for k in klassen { c &+= k }
    return Int(a) &+ Int(b) &+ Int(c)
  }
}
