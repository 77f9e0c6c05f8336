// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import Muster
import Xdomea

/// Measures the dialogue with the archive, one step and one side per process, so that time and peak
/// memory are those of the step.
///
///     Verfahrensmessung fuellen ORDNER AKTEN
///     Verfahrensmessung SCHRITT ORDNER
///
/// Steps in order: anbieten, empfangen-archiv, bewerten, empfangen-behoerde, abgeben,
/// empfangen-archiv, uebernehmen, empfangen-behoerde, loeschen.
@main
struct Verfahrensmessung {
  static let prozess = ProzessID("5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90")!
  static let heute = Kalendertag(2032, 1, 2)!

  static func main() throws {
    let a = CommandLine.arguments
    guard a.count >= 3 else {
      FileHandle.standardError.write(Data("Aufruf: Verfahrensmessung SCHRITT ORDNER …\n".utf8))
      exit(64)
    }
    let beginn = uhr()
    let text = try fuehreAus(a[1], a[2], a.count > 3 ? Int(a[3]) ?? 0 : 0)
    print(
      "\(a[1]): \(text), \(rund(uhr() - beginn)) s, Rechenzeit \(rund(rechenzeit())) s, "
        + "Speicher \(spitze()) MB")
  }

  static func fuehreAus(_ schritt: String, _ ordner: String, _ n: Int) throws -> String {
    if schritt == "fuellen" { return try fuelle(ordner, n) }
    let zum = try Transferordner(
      eingang: ordner + "/zur-behoerde", ausgang: ordner + "/zum-archiv")
    let zur = try Transferordner(
      eingang: ordner + "/zum-archiv", ausgang: ordner + "/zur-behoerde")
    func behoerde() throws -> Behoerde {
      Behoerde(
        bestand: try Speicher(ordner + "/sp", .schreibend),
        ordner: try Verfahrensordner(ordner + "/behoerde"), ausgang: zum)
    }
    func archiv() throws -> Archiv {
      Archiv(ordner: try Verfahrensordner(ordner + "/archiv"), ausgang: zur)
    }
    switch schritt {
    case "anbieten":
      var v = Vereinbarung(
        behoerde: Kontakt(institution: "Gemeinde"), archiv: Kontakt(institution: "Archiv"),
        fassung: .v400)
      v.teilgrenzen = Teilgrenzen(objekte: 5_000, dokumente: 50_000, bytes: 2_000_000_000)
      let ergebnis = try behoerde().bieteAn(
        prozess, .faellige(hoechstens: .max), anlass: .fristende, v, wer(1))
      return "\(ergebnis.nachrichten.count) Teile, \(ergebnis.ablehnungen.count) abgelehnt"
    case "empfangen-archiv":
      var zahl = 0
      try archiv().holeAb(zur, wer(2)) { datei, e in
        guard case .verarbeitet = e else { throw Abbruch(text: "\(datei): \(e)") }
        zahl += 1
      }
      return "\(zahl) Nachrichten"
    case "bewerten":
      let a = try archiv()
      var liste = try a.ordner.objektliste(prozess)
      for (i, e) in liste.eintraege.filter({ $0.eltern == nil }).enumerated() {
        var neu = e
        neu.entscheidung = i % 4 == 0 ? .nichtArchivwuerdig : .archivwuerdig
        liste.setze(neu)
      }
      for e in liste.eintraege where e.eltern != nil {
        var neu = e
        neu.entscheidung = liste.vorfahren(e.id).last?.entscheidung
        liste.setze(neu)
      }
      try a.bewerte(liste, prozess)
      try a.sendeBewertung(prozess, wer(3))
      return "\(liste.eintraege.count) Objekte"
    case "empfangen-behoerde":
      var zahl = 0
      try behoerde().holeAb(zum, wer(4)) { datei, e in
        guard case .verarbeitet = e else { throw Abbruch(text: "\(datei): \(e)") }
        zahl += 1
      }
      return "\(zahl) Nachrichten"
    case "abgeben":
      let v = try behoerde().gibAb(prozess, Abgabezusage(virenfrei: true), wer(5))
      return "\(v.nachrichten(.aussonderung, eigene: true).count) Teile"
    case "uebernehmen":
      let a = try archiv()
      let b = try a.uebernimm(prozess, nach: Ordnerziel(ordner + "/magazin"))
      guard b.vollzaehligkeit.istVollzaehlig else { throw Abbruch(text: "nicht vollzählig") }
      try a.bestaetige(prozess, wer(6))
      return "\(b.dateien) Dateien"
    case "loeschen":
      var w = wer(7)
      w.heute = Kalendertag(2032, 3, 1)!
      w.zweitePerson = Akteur(kennung: "vg", rollen: [.zeichnungsbefugte])
      let b = try behoerde().loesche(prozess, w)
      return "\(b.vernichtet.count) gelöscht, \(b.abgelehnt.count) abgelehnt"
    default: exit(64)
    }
  }

  struct Abbruch: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  static func wer(_ n: Int64) -> Handelnde {
    Handelnde(
      Akteur(kennung: "reg", rollen: [.registratur]), heute: heute,
      zeitpunkt: Zeitpunkt(
        unixMillisekunden: Int64(heute.tageszahl) * 86_400_000 + 43_200_000 + n)!)
  }

  /// Akten of two Vorgänge with five documents each; one file of a thousand different ones each.
  static func fuelle(_ ordner: String, _ akten: Int) throws -> String {
    let tag = Kalendertag(2026, 1, 2)!
    try FileManager.default.createDirectory(atPath: ordner, withIntermediateDirectories: true)
    let speicher = try Speicher.lege(ordner + "/sp", kennung: "messung")
    var zufall = Reihe(zustand: 1)
    var laufend: Int64 = 1_767_350_000_000
    func kopf() -> Ereigniskopf {
      laufend += 1
      return Ereigniskopf(
        id: .zufaellig(&zufall), zeitpunkt: Zeitpunkt(unixMillisekunden: laufend)!)
    }
    let fach = Akteur(kennung: "fa", rollen: [.fachadministration])
    try speicher.vollziehe(
      Handlung(
        .einheit(
          ziel: "41.10",
          ereignis: .anlegen(
            angaben: Einheitszustand(kennzeichen: "41.10", bezeichnung: "Einheit"))),
        akteur: fach, heute: tag), kopf())
    let csv =
      "id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;"
      + "rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen\n"
      + "B1;41.10;Beispiel;;5;J;jahresende;zdA;;B;Beispiel;ortsrecht;1990-01-01;;nurNeue;nein\n"
    _ = try speicher.nimmKatalog(
      Array(csv.utf8), version: "1", gueltigAb: Kalendertag(1990, 1, 1)!, von: fach, kopf())
    var k = Nachrichtenkopf(
      prozessID: .zufaellig(&zufall), absender: Kontakt(institution: "A"),
      empfaenger: Kontakt(institution: "B"),
      erstellungszeitpunkt: Zeitpunkt(unixMillisekunden: laufend)!,
      nachrichtenID: .zufaellig(&zufall))
    k.system = Werkzeug.system
    k.empfangsbestaetigung = false
    k.importbestaetigung = "1"
    k.rueckmeldungArchivkennung = false
    k.lfdNr = 1
    k.gesamtanzahl = 1
    let quelle = ordner + "/quelle.zip"
    var paket = try Paketschreiber(quelle, .v400, .aussonderung, k, komprimieren: false)
    for n in 1...max(1, akten) {
      var akte = Akte(
        id: .zufaellig(&zufall), betreff: "Förderung Städtebau \(n)",
        kennzeichen: Kennzeichen("41.10/\(n)"))
      akte.kontextobjekt = false
      akte.allgemeineMetadaten?.aktenplaneinheit = Aktenplanverweis(kennzeichen: "41.10")
      akte.zdA = true
      akte.zdADatum = tag
      for v in 1...2 {
        var vorgang = Vorgang(
          id: .zufaellig(&zufall), betreff: "Antrag \(v)",
          kennzeichen: Kennzeichen("41.10/\(n)-\(v)"))
        vorgang.kontextobjekt = false
        vorgang.zdA = true
        vorgang.zdADatum = tag
        for d in 1...5 {
          let inhalt = Array(
            "Dokument \((n * 10 + v * 5 + d) % 1000) \(String(repeating: "x", count: 400))".utf8)
          var rest = inhalt[...]
          let kennung = ObjektID.zufaellig(&zufall)
          let primaer = try paket.datei("\(kennung)_Brief.txt", groesse: Int64(inhalt.count)) { p in
            let teil = rest.prefix(p.count)
            p.copyBytes(from: teil)
            rest = rest.dropFirst(teil.count)
            return teil.count
          }
          vorgang.dokumente.append(
            .brief(d, .zufaellig(&zufall), format: "076", primaer))
        }
        akte.vorgaenge.append(vorgang)
      }
      try paket.schriftgutobjekt(.akte(akte))
    }
    _ = try paket.beende()
    var optionen = Importoptionen(
      heute: tag, zeitpunkt: Zeitpunkt(unixMillisekunden: laufend + 1)!)
    optionen.grenzen.eintraege = 10_000_000
    let b = try speicher.importiere(container: quelle, optionen)
    _ = try speicher.fristlauf(am: heute) {
      Ereigniskopf(
        id: .zufaellig(&zufall),
        zeitpunkt: Zeitpunkt(unixMillisekunden: Int64(heute.tageszahl) * 86_400_000)!)
    }
    return "\(b.akten) Akten, \(b.dokumente) Dokumente, \(b.anzahlAbgelehnt) abgelehnt"
  }

  static func uhr() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }

  /// Seconds that the process kept a core busy: on a shared machine it says more than the clock.
  static func rechenzeit() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }

  static func rund(_ x: Double) -> String { String(format: "%.2f", x) }

  static func spitze() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let zeile = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kb = zeile?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    return kb / 1024
  }
}
