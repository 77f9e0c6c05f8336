// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import Pruefsummen
import Pruefung
import TestHilfe
import Xdomea

/// The look at both sides when the procedure is over.
struct Verfahrensbefund {
  /// What is wrong.
  private(set) var fehler: [String] = []
  /// Where everything stands, to be compared with an undisturbed run.
  private(set) var bild: [String] = []

  private let ordner: String
  private let vorlage: Absturzvorlage
  private let speicher: Speicher
  private let behoerde: Verfahrensordner
  private let archiv: Verfahrensordner
  private var vernichtete: Set<ObjektID> = []

  init(_ ordner: URL, _ vorlage: Absturzvorlage) throws {
    self.ordner = ordner.path
    self.vorlage = vorlage
    speicher = try Speicher(ordner.path + "/sp")
    behoerde = try Verfahrensordner(ordner.path + "/behoerde")
    archiv = try Verfahrensordner(ordner.path + "/archiv")
    try pruefeSchicksale()
    try pruefeProtokoll()
    try pruefeVernichtungen()
    try pruefeVerfahren()
    try pruefeRegeln()
    try pruefeMagazin()
    try pruefeOrdner()
    try speicher.schliesse()
  }

  /// The containers in a folder.
  static func container(_ pfad: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: pfad).filter { $0.hasSuffix(".zip") }
  }

  /// Every object has the one fate it must have.
  private mutating func pruefeSchicksale() throws {
    var liste: [ObjektID: Objekteintrag] = [:]
    for prozess in try archiv.prozesse() {
      for e in try archiv.objektliste(prozess).eintraege where !e.istKontext {
        if liste.updateValue(e, forKey: e.id) != nil { fehler.append("\(e.id) in zwei Listen") }
      }
    }
    for (id, soll) in vorlage.schicksale.sorted(by: { $0.key < $1.key }) {
      let z = try speicher.schriftgut(id)
      let lage = z?.lage
      let grund = z?.vernichtung?.grund
      let uebernahme = liste[id]?.uebernahme
      if lage == .vernichtet { vernichtete.insert(id) }
      let ist: Absturzvorlage.Schicksal? =
        switch (lage, grund) {
        case (.vernichtet, .abgeliefert) where uebernahme == .uebernommen: .archiviert
        case (.vernichtet, .nichtArchivwuerdig) where uebernahme == nil: .vernichtet
        case (.bewertet, nil) where uebernahme == nil: .gesperrt
        default: nil
        }
      let zeile =
        "\(id) \(lage?.rawValue ?? "-") \(grund?.rawValue ?? "-") "
        + "\(liste[id]?.entscheidung?.rawValue ?? "-") \(uebernahme.map { "\($0)" } ?? "-")"
      if ist != soll { fehler.append("nicht \(soll.rawValue): \(zeile)") }
      bild.append(zeile)
    }
  }

  /// The store is unharmed, and its Protokoll says that everything came in its order.
  private mutating func pruefeProtokoll() throws {
    var befunde: [String] = []
    let bericht = try speicher.pruefe { befunde.append("Speicher: \($0.regel) \($0.meldung)") }
    fehler += befunde
    if !bericht.istUnversehrt { fehler.append("die Kette des Protokolls ist gebrochen") }
    var uebernommen: [ObjektID: Int64] = [:]
    var geloescht: [ObjektID: [(folge: Int64, art: String)]] = [:]
    try speicher.protokoll { satz in
      let e = satz.eintrag
      guard e.ausgang == .angenommen else { return true }
      let zeile = e.art.split(separator: " ").first.map(String.init) ?? ""
      for b in e.betroffene {
        if zeile == "P10" { uebernommen[b.id] = uebernommen[b.id] ?? e.folge }
        if zeile == "P11" || zeile == "P12" {
          geloescht[b.id, default: []].append((e.folge, zeile))
        }
      }
      return true
    }
    for id in vernichtete.sorted() {
      let wann = geloescht[id] ?? []
      guard let erste = wann.first, wann.count == 1 else {
        fehler.append("\(id) wurde \(wann.count)-mal gelöscht")
        continue
      }
      guard vorlage.schicksale[id] == .archiviert else { continue }
      if (uebernommen[id] ?? .max) > erste.folge {
        fehler.append("\(id) wurde gelöscht, bevor die 0506 verbucht war")
      }
    }
    for id in geloescht.keys where vorlage.schicksale[id] == .gesperrt {
      fehler.append("\(id) wurde trotz Sperre gelöscht")
    }
  }

  /// What was destroyed stands once in the Löschbuch, in the proofs of the store, and in the reports.
  private mutating func pruefeVernichtungen() throws {
    var leser = try Loeschbuchleser()
    let buch = FileManager.default.contents(atPath: ordner + "/sp.loeschbuch") ?? Data()
    var imBuch: [ObjektID: Int] = [:]
    for satz in leser.nimm(Array(buch)) { for id in satz.objekte { imBuch[id, default: 0] += 1 } }
    if !leser.abschluss().bericht.istUnversehrt { fehler.append("Löschbuch beschädigt") }
    var nachweise: [ObjektID: Int] = [:]
    var kennungen: Set<String> = []
    try speicher.vernichtungsprotokolle { p in
      kennungen.insert(p.id.text)
      for o in p.objekte { nachweise[o.id, default: 0] += 1 }
    }
    var berichtet: [ObjektID: Int] = [:]
    for prozess in try behoerde.prozesse() {
      let berichte = behoerde.berichte(prozess)
      for name in try FileManager.default.contentsOfDirectory(atPath: berichte)
      where name.hasPrefix("vernichtungsprotokoll") && name.hasSuffix(".json") {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: berichte + "/" + name))
        let json = try JSONSerialization.jsonObject(with: bytes) as! [String: Any]
        for p in json["protokolle"] as! [[String: Any]] {
          if !kennungen.contains(p["id"] as! String) {
            fehler.append("fremder Nachweis in \(name)")
          }
          for o in p["objekte"] as! [[String: Any]] {
            berichtet[ObjektID(o["id"] as! String)!, default: 0] += 1
          }
        }
        let seite = String(name.dropLast(5)) + ".html"
        if !FileManager.default.fileExists(atPath: berichte + "/" + seite) {
          fehler.append("\(seite) fehlt")
        }
      }
    }
    for (was, zahl) in [("Löschbuch", imBuch), ("Nachweise", nachweise), ("Berichte", berichtet)] {
      for id in vernichtete.sorted() where zahl[id] != 1 {
        fehler.append("\(was): \(id) steht dort \(zahl[id] ?? 0)-mal")
      }
      if !Set(zahl.keys).isSubset(of: vernichtete) { fehler.append("\(was): nennt Lebende") }
    }
  }

  /// Each side has its messages and those of the other, byte by byte, and nothing is left open.
  private mutating func pruefeVerfahren() throws {
    var gesandt: [Seite: [String]] = [:]
    var erhalten: [Seite: [String]] = [:]
    for (seite, ordner) in [(Seite.behoerde, behoerde), (.archiv, archiv)] {
      for prozess in try ordner.prozesse() {
        let v = try ordner.verfahren(prozess)!
        if v.vorhaben != nil { fehler.append("\(seite): offenes Vorhaben") }
        for m in v.nachrichten {
          let was = "\(prozess) \(m.typ.rawValue) \(m.teil)/\(m.gesamt)"
          let bytes = try Data(contentsOf: URL(fileURLWithPath: ordner.datei(m, in: v)))
          if m.ohneDateien != nil {
            // Its objects were destroyed: the message alone is left, and says the same.
            let leser = try Nachrichtenpaket(pfad: ordner.datei(m, in: v)).leser()
            if m.typ != .aussonderung || seite != .behoerde || leser.kopf.prozessID != m.prozess {
              fehler.append("\(seite): \(was) ist nicht mehr lesbar")
            }
          } else if try Pruefsumme.sha256(Array(bytes)) != m.pruefsumme {
            fehler.append("\(seite): \(was) liegt nicht so da, wie sie verzeichnet ist")
          }
          if m.stand != (m.eigene ? .versandt : .verarbeitet) {
            fehler.append("\(seite): \(was) ist \(m.stand) \(m.grund ?? "")")
          }
          if m.eigene {
            gesandt[seite, default: []].append("\(was) \(m.pruefsumme.hex)")
          } else {
            erhalten[seite, default: []].append("\(was) \(m.pruefsumme.hex)")
          }
          bild.append("\(seite) \(was) \(m.eigene) \(m.stand)")
        }
        for a in v.ablehnungen { bild.append("\(seite) \(prozess) \(a.objekt) \(a.grund)") }
      }
    }
    for (von, an) in [(Seite.behoerde, Seite.archiv), (.archiv, .behoerde)] {
      let a = gesandt[von, default: []].sorted()
      let b = erhalten[an, default: []].sorted()
      if a != b { fehler.append("\(an) erhielt anderes, als \(von) sandte: \(b) statt \(a)") }
    }
    bild.sort()
  }

  /// The messages keep all rules, each by itself and together; what was deleted was confirmed.
  private mutating func pruefeRegeln() throws {
    var pruefung = Prozesspruefung(
      Pruefer(
        schemata: Gemeinsam.verfuegbar ? Schemata(ordner: Gemeinsam.schemata.path) : nil,
        heute: Kalendertag(2032, 3, 1)!))
    pruefung.loeschungen = vernichtete.filter { vorlage.schicksale[$0] == .archiviert }.sorted()
    var pfade: [String] = []
    for prozess in try behoerde.prozesse() {
      let v = try behoerde.verfahren(prozess)!
      pfade += v.nachrichten.map { behoerde.datei($0, in: v) }
    }
    pruefung.pruefe(pfade) { ergebnis in
      switch ergebnis {
      case .nachricht(_, let b), .prozess(let b):
        for f in b.sortiert() where f.schwere == .fehler {
          // What is held is rightly missed in the transfer.
          let id = f.ort.objekt.flatMap { ObjektID($0) }
          if f.regel == "R49", let id, vorlage.schicksale[id] == .gesperrt { continue }
          fehler.append("\(b.datei): \(f.regel) \(f.meldung)")
        }
      case .nichtPruefbar(let pfad, let e): fehler.append("\(pfad): \(e)")
      }
    }
  }

  /// In the archive's repository lie the files of what it wanted as they were in the store, no others.
  private mutating func pruefeMagazin() throws {
    var da: Set<Pruefsumme> = []
    let magazin = ordner + "/magazin"
    for name in try FileManager.default.subpathsOfDirectory(atPath: magazin)
    where name.contains("/") && !name.hasSuffix(".xml") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: magazin + "/" + name))
      da.insert(try .sha256(Array(bytes)))
    }
    let soll = Set(
      vorlage.dateien.filter { vorlage.schicksale[$0.objekt] == .archiviert }.map(\.summe))
    if da != soll {
      fehler.append(
        "Magazin: \(soll.subtracting(da).count) Dateien fehlen, \(da.subtracting(soll).count) zu viel"
      )
    }
    for d in vorlage.dateien where vorlage.schicksale[d.objekt] == .gesperrt {
      let hash = Dateihash(d.summe)!
      if try !speicherHat(hash) {
        fehler.append("eine Datei des gesperrten \(d.objekt) fehlt")
      }
    }
  }

  private func speicherHat(_ hash: Dateihash) throws -> Bool {
    let lies = try speicher.oeffne(hash)
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { puffer.deallocate() }
    while try lies(puffer) > 0 {}
    return true
  }

  /// Nothing waits, nothing was put aside, nothing is left that was only begun.
  private mutating func pruefeOrdner() throws {
    for fach in ["zum-archiv", "zur-behoerde", "quarantaene-a", "quarantaene-b"] {
      let namen = try FileManager.default.contentsOfDirectory(atPath: ordner + "/" + fach)
      if !namen.isEmpty { fehler.append("\(fach): \(namen.sorted())") }
    }
    let reste = try FileManager.default.subpathsOfDirectory(atPath: ordner)
      .filter { $0.contains(".teil") }
    if !reste.isEmpty { fehler.append("Reste: \(reste.sorted())") }
    // Beside each message of a process nothing else lies.
    for ordner in [behoerde, archiv] {
      for prozess in try ordner.prozesse() {
        let v = try ordner.verfahren(prozess)!
        let oben = ordner.ordner + "/\(prozess)/nachrichten"
        let bekannt = Set(
          v.nachrichten.flatMap {
            [$0.ohneDateien ?? $0.datei, $0.datei + ".objekte", $0.datei + ".verluste"]
          })
        for name in try FileManager.default.subpathsOfDirectory(atPath: oben)
        where name.contains("/") && !bekannt.contains(name) {
          fehler.append("unverzeichnet: \(prozess) \(name)")
        }
      }
    }
  }
}
