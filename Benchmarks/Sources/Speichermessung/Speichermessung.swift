// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Muster

/// Measures a store: taking in closed Vorgänge as events with their entries in the Protokoll, the due
/// list, one event, the check.
///
///     Speichermessung fuellen ORDNER VORGAENGE
///     Speichermessung faellig ORDNER JJJJ-MM-TT
///     Speichermessung ereignisse ORDNER ANZAHL
///     Speichermessung pruefen ORDNER
@main
struct Speichermessung {
  static func main() throws {
    let a = CommandLine.arguments
    guard a.count >= 3 else {
      FileHandle.standardError.write(Data("Aufruf: Speichermessung fuellen|faellig|… ORDNER …\n".utf8))
      exit(64)
    }
    switch (a[1], a.dropFirst(3).first) {
    case ("fuellen", let n?): try fuelle(a[2], Int(n) ?? 0)
    case ("faellig", let tag?): try faellig(a[2], tag)
    case ("ereignisse", let n?): try ereignisse(a[2], Int(n) ?? 0)
    case ("pruefen", _): try pruefe(a[2])
    default: exit(64)
    }
  }

  /// A hundred Vorgänge in each Akte, closed between 2000 and 2025, ten units of the Aktenplan.
  static func fuelle(_ ordner: String, _ anzahl: Int) throws {
    let heute = Kalendertag(2026, 1, 1)!
    let speicher = try Speicher.lege(ordner, kennung: "messung")
    var zufall = Reihe(zustand: 1)
    var laufend: Int64 = 1_767_250_000_000
    func kopf() -> Ereigniskopf {
      laufend += 1
      return Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: Zeitpunkt(unixMillisekunden: laufend)!)
    }
    let fach = Akteur(kennung: "fa", rollen: [.fachadministration])
    var csv = "id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;"
    csv += "rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen\n"
    for n in 10..<20 {
      let kz = "41.\(n)"
      try speicher.vollziehe(
        Handlung(
          .einheit(
            ziel: kz,
            ereignis: .anlegen(angaben: Einheitszustand(kennzeichen: kz, bezeichnung: "Einheit \(n)"))),
          akteur: fach, heute: heute), kopf())
      csv += "B\(n);\(kz);Beispiel;;\(n % 3 * 5 + 5);J;jahresende;zdA;;B;Beispiel;ortsrecht;1990-01-01;;nurNeue;nein\n"
    }
    _ = try speicher.nimmKatalog(
      Array(csv.utf8), version: "1", gueltigAb: Kalendertag(1990, 1, 1)!, von: fach, kopf())

    let beginn = uhr()
    var fertig = 0
    var akte = 0
    while fertig < anzahl {
      var auftraege: [Vollzugsauftrag] = []
      auftraege.reserveCapacity(1100)
      while auftraege.count < 1000, fertig < anzahl {
        akte += 1
        let kz = "41.\(akte % 10 + 10)"
        let id = ObjektID.zufaellig(&zufall)
        let jahr = 2000 + Int(zufall.next() % 26)
        let ende = Kalendertag(jahr, 11, 30)!
        func uebernimm(_ id: ObjektID, _ eltern: ObjektID?, _ a: Anlageangaben, _ tag: Kalendertag) {
          auftraege.append(
            Vollzugsauftrag(
              Handlung(
                .schriftgut(
                  ziel: id, in: eltern,
                  ereignis: .uebernehmen(
                    angaben: a,
                    stand: Altstand(zdADatum: tag, laufzeit: Zeitraum(beginn: tag, ende: tag)))),
                akteur: .system, heute: heute), kopf()))
        }
        uebernimm(
          id, nil,
          Anlageangaben(
            ebene: .akte, einheit: kz, betreff: "Förderung Städtebau \(akte)",
            kennzeichen: Kennzeichen("\(kz)/\(akte)")), ende)
        for v in 1...100 where fertig < anzahl {
          fertig += 1
          let tag = Kalendertag(jahr, Int(zufall.next() % 11) + 1, Int(zufall.next() % 28) + 1)!
          uebernimm(
            .zufaellig(&zufall), id,
            Anlageangaben(
              ebene: .vorgang, betreff: "Antrag Nr. \(v) der Gemeinde Musterhausen",
              kennzeichen: Kennzeichen("\(kz)/\(akte)-\(v)")), tag)
        }
      }
      for e in try speicher.vollziehe(auftraege) { _ = try e.get() }
    }
    let zeit = uhr() - beginn
    print(
      "\(anzahl) Vorgänge in \(akte) Akten: \(rund(zeit)) s, \(Int(Double(anzahl + akte) / zeit)) "
        + "Ereignisse/s, Speicher \(spitze()) MB")
  }

  static func faellig(_ ordner: String, _ tag: String) throws {
    guard let tag = Kalendertag(tag) else { exit(64) }
    let speicher = try Speicher(ordner, .lesend)
    var beginn = uhr()
    let anzahl = try speicher.anzahlFaelliger(am: tag)
    print("gezählt: \(anzahl) Zeilen in \(rund((uhr() - beginn) * 1000)) ms")
    beginn = uhr()
    var gelesen = 0
    let zahlen = try speicher.jedesFaellige(am: tag) { f in
      gelesen += f.kennzeichen.utf8.count
      return true
    }
    print(
      "Liste: \(zahlen.frei + zahlen.blockiert) Objekte mit Frist und Hindernissen in "
        + "\(rund((uhr() - beginn) * 1000)) ms, Speicher \(spitze()) MB")
  }

  static func ereignisse(_ ordner: String, _ anzahl: Int) throws {
    let heute = Kalendertag(2026, 1, 2)!
    let speicher = try Speicher(ordner)
    var zufall = Reihe(zustand: UInt64(Date().timeIntervalSince1970 * 1e6))
    var ids: [ObjektID] = []
    try speicher.jedesFaellige(am: heute) {
      ids.append($0.id)
      return ids.count < anzahl
    }
    var laufend: Int64 = 1_767_350_000_000
    let beginn = uhr()
    for id in ids {
      laufend += 1
      try speicher.vollziehe(
        Handlung(
          .schriftgut(
            ziel: id, in: nil,
            ereignis: .sperreSetzen(
              sperre: Sperre(id: .zufaellig(&zufall), grund: "Messung", behoerde: "Messung"))),
          akteur: Akteur(kennung: "dsb", rollen: [.datenschutz]), heute: heute),
        Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: Zeitpunkt(unixMillisekunden: laufend)!))
    }
    let zeit = uhr() - beginn
    print("\(ids.count) einzelne Ereignisse: \(rund(zeit * 1000 / Double(max(1, ids.count)))) ms je Ereignis")
  }

  static func pruefe(_ ordner: String) throws {
    let speicher = try Speicher(ordner, .lesend)
    let beginn = uhr()
    var befunde = 0
    let bericht = try speicher.pruefe { b in
      befunde += 1
      if befunde < 5 { print(b.regel, b.meldung) }
    }
    print(
      "Prüfung: \(bericht.kopf.folge) Einträge, \(befunde) Befunde, \(rund(uhr() - beginn)) s, "
        + "Speicher \(spitze()) MB")
  }

  static func uhr() -> Double {
    Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }

  static func rund(_ x: Double) -> String { String(format: x < 10 ? "%.2f" : "%.1f", x) }

  static func spitze() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let zeile = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (zeile?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
  }
}
