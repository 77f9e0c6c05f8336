// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe

@testable import Xdomea

/// An object of a made-up process.
struct Prozessobjekt {
  enum Art { case akte, teilakte, vorgang, teilvorgang }
  var id: ObjektID
  var art: Art
  var kontext = false
  var entscheidung = Aussonderungsart.archivieren
  var kinder: [Prozessobjekt] = []
  var dokumente: [ObjektID] = []
  var betreff: String

  init(_ id: ObjektID, _ art: Art) {
    self.id = id
    self.art = art
    betreff = "Betreff \(id.text.suffix(6))"
  }

  var istArchivwuerdig: Bool { entscheidung == .archivieren }

  /// This object and all below that are appraised, with what is above.
  func alle(_ oben: Prozessobjekt? = nil) -> [(knoten: Prozessobjekt, oben: Prozessobjekt?)] {
    [(self, oben)] + kinder.flatMap { $0.alle(self) }
  }

  /// What is handed over: context and A objects that hold something.
  var abgabe: Prozessobjekt? {
    var neu = self
    neu.kinder = kinder.compactMap(\.abgabe)
    if kontext { return neu.kinder.isEmpty ? nil : neu }
    return istArchivwuerdig ? neu : nil
  }

  /// Changes the object with this id, here or below; nil removes it.
  func geaendert(_ ziel: ObjektID, _ aendere: (Prozessobjekt) -> Prozessobjekt?) -> Prozessobjekt? {
    if id == ziel { return aendere(self) }
    var neu = self
    neu.kinder = kinder.compactMap { $0.geaendert(ziel, aendere) }
    return neu
  }

  func objekt(_ fassung: XdomeaFassung) -> Schriftgutobjekt {
    switch art {
    case .akte, .teilakte: .akte(alsAkte(fassung))
    case .vorgang, .teilvorgang: .vorgang(alsVorgang(fassung))
    }
  }

  private func alsAkte(_ fassung: XdomeaFassung) -> Akte {
    var a = akte(1, kontext: fassung >= .v400 ? kontext : nil)
    a.identifikation = Identifikation(id)
    a.allgemeineMetadaten = AllgemeineMetadaten(betreff: betreff)
    if kontext {
      a.zdA = nil
      a.aussonderungsmetadaten = nil
    }
    a.dokumente = dokumente.map(dokument)
    for k in kinder {
      if k.art == .teilakte {
        a.teilakten.append(k.alsAkte(fassung))
      } else {
        a.vorgaenge.append(k.alsVorgang(fassung))
      }
    }
    return a
  }

  private func alsVorgang(_ fassung: XdomeaFassung) -> Vorgang {
    var v = vorgang(1, kontext: fassung >= .v400 ? kontext : nil)
    v.identifikation = Identifikation(id)
    v.allgemeineMetadaten = AllgemeineMetadaten(betreff: betreff)
    v.dokumente = dokumente.map(dokument)
    v.teilvorgaenge = kinder.map { $0.alsVorgang(fassung) }
    return v
  }

  /// On paper, so that it has no file.
  private func dokument(_ id: ObjektID) -> Dokument {
    var d = Dokument(Identifikation(id))
    d.allgemeineMetadaten = AllgemeineMetadaten(
      betreff: "Dokument \(id.text.suffix(6))", medium: .mediumPapier)
    return d
  }
}

/// A made-up message.
struct Modellnachricht {
  var typ: Nachrichtentyp
  var kopf: Nachrichtenkopf
  var knoten: [Prozessobjekt] = []
  var bewertungen: [Objektbewertung] = []
  var rueckmeldungen: [Importrueckmeldung] = []
  var plan: Aktenplan?

  func teile(_ fassung: XdomeaFassung) -> [Nachrichtenteil] {
    knoten.map { .schriftgutobjekt($0.objekt(fassung)) } + bewertungen.map { .bewertung($0) }
      + rueckmeldungen.map { .rueckmeldung($0) } + (plan.map { [.aktenplan($0)] } ?? [])
  }
}

/// A complete process without a fault: offer, appraisal, transfer, confirmation and receipts, from 4.0
/// in parts.
struct Prozessmodell {
  var fassung: XdomeaFassung
  var nachrichten: [Modellnachricht] = []
  var z: Zufall
  private var minuten = 0

  /// A whole four-step process.
  init(_ fassung: XdomeaFassung, seed: UInt64) {
    self.fassung = fassung
    z = Zufall(seed)
    let prozess = ProzessID.zufaellig(&z)
    let teile = fassung >= .v400 ? 1 + wuerfel(3) : 1
    var angebot = (0..<teile).map { _ in (0...wuerfel(2)).map { _ in baum() } }
    if !angebot.joined().contains(where: { $0.abgabe != nil }) {
      angebot[0].append(baum(archivwuerdig: true))
    }
    vierstufig(prozess, angebot)
  }

  /// A Bewertungskatalog.
  init(katalog fassung: XdomeaFassung, seed: UInt64) {
    self.fassung = fassung
    z = Zufall(seed)
    katalog(ProzessID.zufaellig(&z))
  }

  mutating func wuerfel(_ n: Int) -> Int { Int.random(in: 0..<n, using: &z) }
  mutating func id() -> ObjektID { .zufaellig(&z) }
  mutating func wahl<T>(_ aus: [T]) -> T? { aus.randomElement(using: &z) }

  // MARK: Trees

  private mutating func baum(archivwuerdig: Bool? = nil) -> Prozessobjekt {
    var wurzel: Prozessobjekt
    switch wuerfel(4) {
    case 0 where fassung >= .v400:
      wurzel = Prozessobjekt(id(), .akte)
      wurzel.kontext = true
      wurzel.kinder = (0...wuerfel(2)).map { _ in
        knoten(wuerfel(2) == 0 ? .teilakte : .vorgang, archivwuerdig, tiefe: 2)
      }
    case 1: wurzel = knoten(.vorgang, archivwuerdig, tiefe: 2)
    default: wurzel = knoten(.akte, archivwuerdig, tiefe: 1)
    }
    return wurzel
  }

  private mutating func knoten(_ art: Prozessobjekt.Art, _ archivwuerdig: Bool?, tiefe: Int)
    -> Prozessobjekt
  {
    var k = Prozessobjekt(id(), art)
    let a = archivwuerdig ?? (wuerfel(2) == 0)
    k.entscheidung = a ? .archivieren : .vernichten
    let darunter = tiefe < 4 ? wuerfel(3) : 0
    switch art {
    case .akte, .teilakte:
      for _ in 0..<darunter {
        k.kinder.append(
          knoten(
            art == .akte && wuerfel(3) == 0 ? .teilakte : .vorgang, a ? nil : false,
            tiefe: tiefe + 1))
      }
    case .vorgang:
      for _ in 0..<darunter / 2 {
        k.kinder.append(knoten(.teilvorgang, a ? nil : false, tiefe: tiefe + 1))
      }
    case .teilvorgang: break
    }
    if art == .vorgang || art == .teilvorgang { k.dokumente = (0..<wuerfel(3)).map { _ in id() } }
    return k
  }

  // MARK: Messages

  private mutating func kopf(
    _ prozess: ProzessID, teil: Int, von gesamt: Int, antwortAuf: Nachrichtenkopf? = nil
  ) -> Nachrichtenkopf {
    minuten += 1
    let zeit = Zeitpunkt(
      "2026-05-01T\(minuten / 60 < 10 ? "0" : "")\(minuten / 60):\(minuten % 60 < 10 ? "0" : "")\(minuten % 60):00.000+02:00"
    )
    let kennung = fassung >= .v400 ? NachrichtenID.zufaellig(&z) : nil
    var k: Nachrichtenkopf
    if let antwortAuf {
      k = antwortAuf.antwort(erstellungszeitpunkt: zeit, nachrichtenID: kennung)
    } else {
      k = Nachrichtenkopf(
        prozessID: prozess, absender: Kontakt(institution: "Stadt Musterhausen"),
        empfaenger: Kontakt(institution: "Stadtarchiv"), erstellungszeitpunkt: zeit,
        nachrichtenID: kennung)
    }
    k.system = SendendesSystem(produktname: "P", produktversion: "1", hersteller: "H")
    k.lfdNr = fassung >= .v400 ? teil : nil
    k.gesamtanzahl = fassung >= .v400 ? gesamt : nil
    return k
  }

  /// Asks for a receipt now and then, and sends it.
  private mutating func mitEmpfang(_ nachricht: Modellnachricht) {
    var n = nachricht
    let typ = n.typ.empfangsbestaetigung
    let gibtEs = typ.map { $0.versionen.contains(fassung) } ?? false
    n.kopf.empfangsbestaetigung = gibtEs && wuerfel(2) == 0
    nachrichten.append(n)
    guard let typ, n.kopf.empfangsbestaetigung == true else { return }
    let antwort = kopf(
      n.kopf.prozessID, teil: n.kopf.lfdNr ?? 1, von: n.kopf.gesamtanzahl ?? 1, antwortAuf: n.kopf)
    nachrichten.append(Modellnachricht(typ: typ, kopf: antwort))
  }

  private mutating func vierstufig(_ prozess: ProzessID, _ angebot: [[Prozessobjekt]]) {
    for (i, teil) in angebot.enumerated() {
      mitEmpfang(
        Modellnachricht(
          typ: .anbieteverzeichnis, kopf: kopf(prozess, teil: i + 1, von: angebot.count),
          knoten: teil))
    }
    for n in nachrichten where n.typ == .anbieteverzeichnis {
      var b = Modellnachricht(
        typ: .bewertungsverzeichnis,
        kopf: kopf(prozess, teil: n.kopf.lfdNr ?? 1, von: angebot.count, antwortAuf: n.kopf))
      for (k, _) in n.knoten.flatMap({ $0.alle() }) where !k.kontext {
        b.bewertungen.append(Objektbewertung(k.id, k.entscheidung))
      }
      b.bewertungen.shuffle(using: &z)
      if b.bewertungen.isEmpty { continue }
      mitEmpfang(b)
    }
    var abgabe = angebot.joined().compactMap(\.abgabe)
    abgabe.shuffle(using: &z)
    let zahl = fassung >= .v400 ? 1 + wuerfel(min(3, abgabe.count)) : 1
    for i in 0..<zahl {
      var k = kopf(prozess, teil: i + 1, von: zahl)
      k.rueckmeldungArchivkennung = wuerfel(2) == 0
      let knoten = abgabe.enumerated().filter { $0.offset % zahl == i }.map(\.element)
      mitEmpfang(Modellnachricht(typ: .aussonderung, kopf: k, knoten: knoten))
    }
    for n in nachrichten where n.typ == .aussonderung {
      var b = Modellnachricht(
        typ: .aussonderungImportBestaetigen,
        kopf: kopf(prozess, teil: n.kopf.lfdNr ?? 1, von: zahl, antwortAuf: n.kopf))
      b.kopf.ergebnis = .erfolg
      for (k, _) in n.knoten.flatMap({ $0.alle() }) where !k.kontext {
        b.rueckmeldungen.append(
          Importrueckmeldung(
            k.id, .erfolg,
            archivkennung: n.kopf.rueckmeldungArchivkennung == true ? "A/\(k.id)" : nil))
      }
      nachrichten.append(b)
    }
  }

  private mutating func katalog(_ prozess: ProzessID) {
    var plan = Aktenplan(bezeichnung: "Aktenplan", version: "1")
    plan.id = id()
    plan.einheiten = (0...wuerfel(3)).map { _ in einheit(1) }
    mitEmpfang(
      Modellnachricht(
        typ: .aktenplanZurBewertung, kopf: kopf(prozess, teil: 1, von: 1), plan: plan))
    var k = Modellnachricht(
      typ: .bewertungskatalog,
      kopf: kopf(prozess, teil: 1, von: 1, antwortAuf: nachrichten[0].kopf))
    k.bewertungen = plan.alleEinheiten.map {
      Objektbewertung($0, [.archivieren, .bewerten, .vernichten][wuerfel(3)])
    }
    mitEmpfang(k)
    var b = Modellnachricht(
      typ: .bewertungskatalogImportBestaetigen,
      kopf: kopf(prozess, teil: 1, von: 1, antwortAuf: k.kopf))
    b.kopf.ergebnis = .erfolg
    b.rueckmeldungen = k.bewertungen.map { Importrueckmeldung($0.id, .erfolg) }
    nachrichten.append(b)
  }

  private mutating func einheit(_ tiefe: Int) -> Aktenplaneinheit {
    var e = Aktenplaneinheit(kennzeichen: "\(wuerfel(1000))", inhaltsangabe: "Einheit")
    e.id = id()
    e.aussonderungsart = .bewerten
    e.stillgelegt = false
    e.aufbewahrungsdauer = .jahre(10)
    if fassung > .v300, tiefe < 4 { e.einheiten = (0..<wuerfel(3)).map { _ in einheit(tiefe + 1) } }
    return e
  }
}

extension Aktenplan {
  /// The UUIDs of all units.
  var alleEinheiten: [ObjektID] {
    func unter(_ e: Aktenplaneinheit) -> [ObjektID] { [e.id!] + e.einheiten.flatMap(unter) }
    return einheiten.flatMap(unter)
  }
}

/// What a check of several messages found.
struct Prozessbefunde {
  var einzeln: [Befund] = []
  var prozess: [Befund] = []
  var prozesse: [Pruefbericht] = []
  var fehler: [String] = []

  /// Rules of the standard that were broken, without those of the house.
  var regeln: Set<String> {
    Set((einzeln + prozess).map(\.regel).filter { $0.hasPrefix("R") })
  }
  var text: String {
    (einzeln + prozess).filter { $0.regel.hasPrefix("R") }
      .map { "\($0.regel) \($0.schwere.rawValue) \($0.meldung) [\($0.ort.datei ?? "")]" }
      .joined(separator: "\n") + fehler.joined(separator: "\n")
  }
}

extension Prozessmodell {
  /// Writes all messages into a folder, in the order of the model.
  func schreibe(_ ordner: URL) throws -> [String] {
    try nachrichten.enumerated().map { i, n in
      let name = Nachrichtenname(
        fassung, n.typ, prozessID: n.kopf.prozessID, lfdNr: n.kopf.lfdNr ?? 1)
      let platz = ordner.appendingPathComponent("\(i)")
      try FileManager.default.createDirectory(at: platz, withIntermediateDirectories: true)
      let datei = platz.appendingPathComponent(name.nachrichtname)
      let bytes = try XdomeaTests.schreibe(fassung, n.typ, n.kopf, n.teile(fassung)).bytes
      try Data(bytes).write(to: datei)
      return datei.path
    }
  }

  /// Writes the messages, checks them in a random order, and tells what was found.
  mutating func befunde(
    loeschungen: [ObjektID] = [], schemata: Schemata? = nil, weitere: [Prozessmodell] = []
  ) throws -> Prozessbefunde {
    try mitTemporaeremOrdner { ordner in
      var pfade = try schreibe(ordner)
      for (i, modell) in weitere.enumerated() {
        pfade += try modell.schreibe(ordner.appendingPathComponent("w\(i)"))
      }
      pfade.shuffle(using: &z)
      return Prozessbefunde.pruefe(pfade, loeschungen: loeschungen, schemata: schemata)
    }
  }
}

extension Prozessbefunde {
  static func pruefe(
    _ pfade: [String], loeschungen: [ObjektID] = [], schemata: Schemata? = nil,
    heute: Kalendertag? = nil
  ) -> Prozessbefunde {
    var pruefung = Prozesspruefung(Pruefer(schemata: schemata, heute: heute))
    pruefung.loeschungen = loeschungen
    var aus = Prozessbefunde()
    pruefung.pruefe(pfade) { ergebnis in
      switch ergebnis {
      case .nachricht(_, let b): aus.einzeln += b.befunde
      case .prozess(let b):
        aus.prozess += b.befunde
        aus.prozesse.append(b)
      case .nichtPruefbar(let pfad, let fehler): aus.fehler.append("\(pfad): \(fehler)")
      }
    }
    return aus
  }
}
