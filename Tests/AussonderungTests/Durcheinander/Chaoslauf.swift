// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// One process between two partners, with a postman between them.
struct Chaoslauf {
  let plan: Chaosplan
  let b: Buehne
  let akten: [Chaosvorlage.Bestand]
  let behoerde: Behoerde
  let archiv: Archiv
  let behoerdenfach: Transferordner
  let archivfach: Transferordner
  let prozess: ProzessID
  var zufall: Zufall
  var postbote: Postbote
  /// What was wrong.
  var fehler: [String] = []
  /// The steps of both sides, in order.
  var taten: [String] = []

  // What the agency was told, taken from the messages it accepted.
  private var archivwuerdig: Set<ObjektID> = []
  private var nichtArchivwuerdig: Set<ObjektID> = []
  private var importiert: Set<ObjektID> = []
  private var fristAbgelaufen: Set<ObjektID> = []
  private var tot: Set<ObjektID> = []
  private var belegt: Set<ObjektID> = []
  private(set) var zurueckgezogen = false
  private var sperren: [SperrID: ObjektID] = [:]
  private var warGesperrt: Set<ObjektID> = []
  private var gescheitert = 0
  /// What the last deletion refused.
  private var abgelehnt: [LifecycleFehler] = []

  init(_ ordner: URL, _ plan: Chaosplan, seed: UInt64) throws {
    self.plan = plan
    zufall = Zufall(seed &+ 77)
    let vorlage = try Chaosvorlage.mit(plan.entscheidungen.count)
    try vorlage.kopiere(nach: ordner)
    akten = vorlage.akten
    b = try Buehne(vorhanden: ordner, plan.fassung, startwert: seed)
    func fach(_ seite: Seite) throws -> Transferordner {
      try Transferordner(
        eingang: ordner.appendingPathComponent(Postbote.eingang(seite)).path,
        ausgang: ordner.appendingPathComponent(Postbote.ausgang(seite)).path)
    }
    behoerdenfach = try fach(.behoerde)
    archivfach = try fach(.archiv)
    // Without the schemas: the rules alone decide here.
    behoerde = Behoerde(
      bestand: b.speicher, ordner: try Verfahrensordner(b.pfad("behoerde")), ausgang: behoerdenfach)
    archiv = Archiv(ordner: try Verfahrensordner(b.pfad("archiv")), ausgang: archivfach)
    postbote = Postbote(ordner, ruhig: plan.schritte == 0)
    prozess = .zufaellig(&b.zufall)
  }

  var ids: [ObjektID] { akten.flatMap(\.alle) }

  // MARK: The run

  /// Everything at random, then everything in order until nothing changes.
  mutating func laufe() throws {
    var vereinbarung = b.vereinbarung
    if plan.geteilt { vereinbarung.teilgrenzen = Teilgrenzen(dokumente: 1, bytes: 1_000_000) }
    try behoerde.bieteAn(
      prozess, .objekte(akten.map(\.akte)), anlass: .fristende, vereinbarung, b.wer())
    for _ in 0..<plan.schritte {
      try postbote.leere()
      try postbote.laufe(&zufall, b)
      taten += postbote.erzaehle()
      try handle()
      try pruefeLoeschungen()
    }
    try ordne()
  }

  /// What anybody does at any moment.
  private mutating func handle() throws {
    switch Int.random(in: 0..<30, using: &zufall) {
    case 0..<7: try holeAb(.behoerde)
    case 7..<14: try holeAb(.archiv)
    case 14..<17: try bewerte()
    case 17..<19: try gibAb()
    case 19..<22: try uebernimm(mitFehler: true)
    case 22..<25: try loesche()
    case 25: try sperre()
    case 26: try entsperre()
    case 27: if plan.ziehtZurueck { try zieheZurueck() }
    case 28: try stelleFristablaufFest()
    default:
      let tage = Int32.random(in: 1...(plan.saeumig ? 120 : 9), using: &zufall)
      b.heute = Kalendertag(tageszahl: b.heute.tageszahl + tage)!
    }
  }

  /// The clean steps until nothing changes any more.
  private mutating func ordne() throws {
    if !plan.sperreBleibt { while !sperren.isEmpty { try entsperre() } }
    var bild = ""
    for runde in 1... {
      for _ in 1...2 {
        try postbote.leere()
        try postbote.stelleAllesZu()
        try holeAb(.archiv)
        try bewerte()
        try uebernimm(mitFehler: false)
        try postbote.leere()
        try postbote.stelleAllesZu()
        try holeAb(.behoerde)
        try pruefeLoeschungen()
      }
      try liesWartendesNoch()
      if try hatAbzugebendes() { try gibAb() }
      b.heute = Kalendertag(tageszahl: b.heute.tageszahl + 31)!
      try loesche()
      try pruefeLoeschungen()
      let neues = try fingerabdruck() + (try importfehler()).joined(separator: "\n")
      if neues == bild { break }
      bild = neues
      guard runde < 12 else {
        fehler.append("kommt nicht zur Ruhe")
        break
      }
    }
  }

  private func importfehler() throws -> [String] {
    try ids.map { try b.speicher.schriftgut($0)?.aussonderung?.importfehler ?? "" }
  }

  /// True if something waits that the archive would take.
  private func hatAbzugebendes() throws -> Bool {
    try ids.contains { id in
      guard let z = try b.speicher.schriftgut(id) else { return false }
      return (z.lage == .bewertet && z.aussonderung?.bewertung == .archivwuerdig)
        || (z.lage == .abgegeben && z.aussonderung?.importfehler?.contains("R50") == false)
    }
  }

  // MARK: Steps

  private mutating func holeAb(_ seite: Seite) throws {
    var gelesen: [Eingangsergebnis] = []
    for versuch in 1...20 {
      do {
        if seite == .behoerde {
          try behoerde.holeAb(behoerdenfach, b.wer()) { gelesen.append($1) }
        } else {
          try archiv.holeAb(archivfach, b.wer(Buehne.archivarin)) { gelesen.append($1) }
        }
        break
      } catch AussonderungFehler.nichtAbgeholt(_, let grund) where grund.contains("abholen") {
        // A second answer of the same name waits until the first was fetched; the file stays.
        taten.append("\(seite.rawValue): Ausgang belegt")
        try postbote.leere()
        if versuch == 20 { fehler.append("Ausgang bleibt belegt") }
      }
    }
    for e in gelesen {
      taten.append("\(seite.rawValue): \(e)")
      switch e {
      case .verarbeitet(let p, let id), .abgelehnt(let p, let id, _):
        // An offer nobody made opens a process of its own at an archive; an agency has none.
        if p != prozess, seite == .behoerde || !postbote.fremde.contains(p) {
          fehler.append("fremder Prozess \(p)")
        }
        if seite == .behoerde { try merke(id) }
      case .unbrauchbar(let grund):
        if grund.count < 20 { fehler.append("Grund sagt nichts: \(grund)") }
      case .wiederholt: break
      }
    }
  }

  /// Notes what a message says that the agency took.
  private mutating func merke(_ id: NachrichtenID) throws {
    let v = try behoerde.verfahren(prozess)
    guard let vermerk = v.nachricht(id) else {
      fehler.append("verarbeitete Nachricht \(id) steht nicht im Verfahren")
      return
    }
    guard vermerk.typ == .bewertungsverzeichnis || vermerk.typ == .aussonderungImportBestaetigen
    else { return }
    let leser = try Nachrichtenpaket(pfad: behoerde.ordner.datei(vermerk, in: v)).leser()
    var keine = true
    while let teil = try leser.naechster() {
      if case .bewertung(let e) = teil {
        if e.aussonderungsart.kurz == "A" { archivwuerdig.insert(e.id) }
        if e.aussonderungsart.kurz == "V" { nichtArchivwuerdig.insert(e.id) }
      }
      if case .rueckmeldung(let r) = teil {
        // Before 3.0 there is one result for all; the list tells ids of the archive.
        guard vermerk.fassung >= .v300 else { continue }
        keine = false
        if r.ergebnis.erfolgreich { importiert.insert(r.id) }
      }
    }
    if keine, leser.kopf.ergebnis?.erfolgreich == true, let auf = vermerk.antwortAuf,
      let frage = v.nachricht(auf)
    {
      let text = try String(
        contentsOfFile: behoerde.ordner.datei(frage, in: v) + ".objekte", encoding: .utf8)
      importiert.formUnion(text.split(separator: "\n").compactMap { ObjektID(String($0)) })
    }
  }

  private mutating func bewerte() throws {
    do {
      let v = try archiv.verfahren(prozess)
      if v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty {
        var liste = try archiv.ordner.objektliste(prozess)
        for (akte, wert) in zip(akten, plan.entscheidungen) where liste[akte.akte] != nil {
          switch wert {
          case .archivwuerdig: try liste.bewerte(akte.akte, .archivwuerdig)
          case .nichtArchivwuerdig: try liste.bewerte(akte.akte, .nichtArchivwuerdig)
          case .gemischt:
            try liste.bewerte(akte.akte, .nichtArchivwuerdig)
            try liste.bewerte(akte.vorgaenge[0], .archivwuerdig)
          }
        }
        try archiv.bewerte(liste, prozess)
      }
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      taten.append("archiv: bewertet")
    } catch AussonderungFehler.unbekannterProzess {
    } catch AussonderungFehler.falscherStand {
    }
  }

  private mutating func gibAb() throws {
    do {
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      taten.append("behoerde: abgegeben")
    } catch AussonderungFehler.nichtsZuTun {
    } catch let f as LifecycleFehler {
      taten.append("behoerde: Abgabe abgelehnt (\(f.grund.code))")
    }
  }

  private mutating func uebernimm(mitFehler: Bool) throws {
    do {
      if mitFehler, plan.importScheitert, gescheitert < 2 {
        gescheitert += 1
        try archiv.uebernimm(prozess, nach: Teilziel(ausser: ids.randomElement(using: &zufall)!))
      } else {
        try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      }
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      taten.append("archiv: übernommen")
    } catch AussonderungFehler.unbekannterProzess {
    } catch AussonderungFehler.falscherStand {
    }
  }

  private mutating func loesche() throws {
    let bericht = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
    abgelehnt = bericht.abgelehnt
    for p in bericht.nachweise { belegt.formUnion(p.objekte) }
    taten.append("behoerde: \(bericht.vernichtet.count) vernichtet")
  }

  private mutating func zieheZurueck() throws {
    do {
      try behoerde.zieheZurueck(prozess, grund: "Irrtum", b.wer())
      zurueckgezogen = true
      taten.append("behoerde: zurückgezogen")
    } catch is LifecycleFehler {
    } catch AussonderungFehler.falscherStand {
      // It is over, by an earlier withdrawal or because everything was done.
    }
  }

  private mutating func stelleFristablaufFest() throws {
    let offen = try ids.filter { try b.lage($0) == .angeboten }
    do {
      try behoerde.stelleFristablaufFest(prozess, b.wer())
      for id in offen where try b.lage(id) == .bewertet { fristAbgelaufen.insert(id) }
      taten.append("behoerde: Frist abgelaufen")
    } catch is LifecycleFehler {
    }
  }

  private static let datenschutz = Akteur(kennung: "dsb", rollen: [.datenschutz])

  private mutating func sperre() throws {
    guard let akte = akten.randomElement(using: &zufall),
      let id = akte.alle.randomElement(using: &zufall)
    else { return }
    let sperre = SperrID.zufaellig(&zufall)
    do {
      try b.tu(
        .schriftgut(
          ziel: id, in: nil,
          ereignis: .sperreSetzen(sperre: Sperre(id: sperre, grund: "Klage", behoerde: "Gericht"))),
        Self.datenschutz)
      sperren[sperre] = id
      warGesperrt.formUnion(akte.alle)
      taten.append("Sperre \(id)")
    } catch is Vollzugsablehnung {
    }
  }

  private mutating func entsperre() throws {
    guard let (sperre, id) = sperren.min(by: { $0.key.text < $1.key.text }) else { return }
    try b.speicher.vollziehe(
      Handlung(
        .schriftgut(
          ziel: id, in: nil, ereignis: .sperreAufheben(id: sperre, grund: "Klage erledigt")),
        akteur: Akteur(kennung: "dsb2", rollen: [.datenschutz]), heute: b.heute), b.kopf())
    sperren[sperre] = nil
    taten.append("entsperrt \(id)")
  }

  /// Decisions that a hold kept from counting are read again (L03).
  private mutating func liesWartendesNoch() throws {
    let v = try behoerde.verfahren(prozess)
    for vermerk in v.nachrichten(.bewertungsverzeichnis, eigene: false) {
      _ = try behoerde.nimm(behoerde.ordner.datei(vermerk, in: v), b.wer())
      try postbote.leere()
      try merke(vermerk.id)
    }
  }

  // MARK: What must hold

  /// At every moment: what is destroyed was allowed to be.
  private mutating func pruefeLoeschungen() throws {
    for id in ids where try b.lage(id) == .vernichtet && tot.insert(id).inserted {
      let durfte =
        importiert.contains(id)
        || (!archivwuerdig.contains(id)
          && (nichtArchivwuerdig.contains(id) || fristAbgelaufen.contains(id)))
      if !durfte { fehler.append("\(id) wurde vernichtet, ohne dass das Archiv es zuließ") }
      if sperren.values.contains(where: { betrifft($0, id) }) {
        fehler.append("\(id) wurde trotz Sperre vernichtet")
      }
      if !belegt.contains(id) { fehler.append("\(id) steht in keinem Vernichtungsprotokoll") }
    }
  }

  /// True if a hold on one object keeps the other one.
  private func betrifft(_ gesperrt: ObjektID, _ id: ObjektID) -> Bool {
    gesperrt == id || akten.contains { $0.akte == id && $0.vorgaenge.contains(gesperrt) }
  }

  /// At the end: as in the clean run, or a stop whose reason is told.
  mutating func pruefeEnde(_ sauber: Chaosende) throws {
    fehler += try b.pruefe().map { "Speicher: \($0)" }
    try pruefeAblage()
    try pruefeNachrichten()
    try pruefeBerichte()
    let ende = try ende()
    if ende.bild == sauber.bild {
      if ende.typen != sauber.typen {
        fehler.append("Nachrichten \(ende.typen.symmetricDifference(sauber.typen).sorted())")
      }
      if ende.berichte != sauber.berichte {
        fehler.append("Berichte \(ende.berichte.symmetricDifference(sauber.berichte).sorted())")
      }
      return
    }
    for id in ids where try !istErklaert(id) {
      let z = try b.speicher.schriftgut(id)
      fehler.append(
        "\(id): \(z?.lage.rawValue ?? "-") \(z?.vernichtung?.grund.rawValue ?? "-") "
          + "\(z?.aussonderung.map { "\($0)" } ?? "") statt des sauberen Endes")
    }
    if try ids.allSatisfy({ try b.lage($0) == .vernichtet }), !zurueckgezogen,
      try behoerde.stand(prozess).paket != .abgeschlossen
    {
      fehler.append("alles vernichtet, aber nicht abgeschlossen")
    }
  }

  /// True if an object is where it may be although the run did not end like the clean one, and
  /// somebody says why.
  private func istErklaert(_ id: ObjektID) throws -> Bool {
    guard let z = try b.speicher.schriftgut(id) else { return false }
    if z.lage == .vernichtet {
      let e = try archivliste()?[id]
      return switch z.vernichtung?.grund {
      case .abgeliefert: e?.uebernahme == .uebernommen || postbote.unerkennbareBestaetigung
      case .nichtArchivwuerdig:
        e?.entscheidung == .nichtArchivwuerdig || postbote.andereBewertung
      case .fristablauf: fristAbgelaufen.contains(id)
      default: false
      }
    }
    let ruht = sperren.values.contains {
      gesperrt in
      akten.contains { $0.alle.contains(gesperrt) && $0.alle.contains(id) }
    }
    if ruht { return try nennt(id) }
    if zurueckgezogen {
      return try z.lage == .inAufbewahrung && z.aussonderung == nil
        && behoerde.verfahren(prozess).beendetWeil != nil
    }
    // Somebody decided otherwise than the archive: it says so, object by object.
    if postbote.andereBewertung { return try hatHindernis(z) }
    // From 4.0 an archive takes no second part 1; what a hold kept from the first one stands there.
    if plan.fassung >= .v400, warGesperrt.contains(id), z.lage == .abgegeben {
      return try FileManager.default.contentsOfDirectory(atPath: archivfach.quarantaene)
        .filter { $0.hasSuffix(".bericht.txt") }
        .contains {
          let grund = try String(
            contentsOfFile: archivfach.quarantaene + "/" + $0, encoding: .utf8)
          return grund.contains("0503") && grund.contains("(R22)")
            && grund.contains("\(prozess)")
        }
    }
    return false
  }

  /// True if the process says why an object stands, and by which row of the table.
  private func nennt(_ id: ObjektID) throws -> Bool {
    guard let akte = akten.first(where: { $0.alle.contains(id) }) else { return false }
    let genannt: [(objekt: ObjektID?, regel: String, text: String)] =
      try behoerde.verfahren(prozess).ablehnungen.map { ($0.objekt, $0.regel, $0.text) }
      + abgelehnt.map { ($0.objekt, $0.regel, $0.description) }
    return genannt.contains {
      ($0.objekt.map(akte.alle.contains) ?? false) && !$0.text.isEmpty
        && $0.regel.wholeMatch(of: /[APL]\d\d.*/) != nil
    }
  }

  private func hatHindernis(_ z: Schriftgutzustand) throws -> Bool {
    func r50(_ z: Schriftgutzustand) -> Bool {
      z.lage == .abgegeben && z.aussonderung?.importfehler?.contains("R50") == true
    }
    if r50(z) { return true }
    // The Akte above cannot go before what lies in it, and what lies in it not taken over keeps it.
    guard let akte = akten.first(where: { $0.alle.contains(z.id) }) else { return false }
    return try akte.alle.contains { try b.speicher.schriftgut($0).map(r50) ?? false }
  }

  /// No file is lost: each that was delivered lies in the process or in quarantine, and there with a
  /// report.
  private mutating func pruefeAblage() throws {
    for (seite, fach) in [(Seite.behoerde, behoerdenfach), (.archiv, archivfach)] {
      let rest = try fach.eingegangene()
      if !rest.isEmpty { fehler.append("liegt noch im Eingang: \(rest)") }
      var da: Set<Data> = []
      let namen = try FileManager.default.contentsOfDirectory(atPath: fach.quarantaene)
      for name in namen {
        let pfad = fach.quarantaene + "/" + name
        if name.hasSuffix(".bericht.txt") {
          // A message that can be read is refused by a rule.
          let grund = try String(contentsOfFile: pfad, encoding: .utf8)
          let lesbar =
            (try? Nachrichtenpaket(pfad: String(pfad.dropLast(".bericht.txt".count))).leser())
            != nil
          if grund.count < 20 || (lesbar && grund.firstMatch(of: /R\d+/) == nil) {
            fehler.append("Bericht ohne Regel: \(name): \(grund)")
          }
          continue
        }
        if !namen.contains(name + ".bericht.txt") { fehler.append("kein Bericht zu \(name)") }
        if let inhalt = try? Data(contentsOf: URL(fileURLWithPath: pfad)) { da.insert(inhalt) }
      }
      let ordner = b.pfad(seite.rawValue)
      for prozess in try FileManager.default.contentsOfDirectory(atPath: ordner) {
        let nachrichten = ordner + "/\(prozess)/nachrichten"
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: nachrichten)) ?? [] {
          let pfad = URL(fileURLWithPath: nachrichten + "/" + name)
          if let inhalt = try? Data(contentsOf: pfad) { da.insert(inhalt) }
        }
      }
      let verloren = postbote.zugestellt[seite]!.subtracting(da)
      if !verloren.isEmpty { fehler.append("\(verloren.count) Dateien verloren (\(seite))") }
    }
  }

  /// What stands in the process is what lies in its folder, and ours went out once.
  private mutating func pruefeNachrichten() throws {
    var alle = [(try behoerde.verfahren(prozess), behoerde.ordner)]
    if let v = try? archiv.verfahren(prozess) { alle.append((v, archiv.ordner)) }
    for (v, ordner) in alle {
      for m in v.nachrichten {
        let bytes = try? Data(contentsOf: URL(fileURLWithPath: ordner.datei(m, in: v)))
        if m.ohneDateien != nil {
          // Its objects were destroyed, and the files in it with them.
          let leser = try? Nachrichtenpaket(pfad: ordner.datei(m, in: v)).leser()
          if !m.eigene || m.typ != .aussonderung || leser?.kopf.prozessID != m.prozess {
            fehler.append("\(m.typ.rawValue) \(m.id) ist nicht mehr lesbar")
          }
        } else if try bytes.map({ try Pruefsumme.sha256(Array($0)) }) != m.pruefsumme {
          fehler.append("\(m.typ.rawValue) \(m.id) liegt nicht da, wie sie verzeichnet ist")
        }
        // Up to 3.1 a further transfer has a process id of its own, and the archive goes by objects.
        if !m.eigene, postbote.fremde.contains(m.prozess),
          v.seite == .behoerde || m.typ != .aussonderung || m.fassung >= .v400
        {
          fehler.append("\(m.typ.rawValue) \(m.id) ist aus dem fremden Prozess \(m.prozess)")
        }
        if m.eigene, m.stand != .versandt {
          fehler.append("\(m.typ.rawValue) \(m.id) ging nicht hinaus: \(m.stand)")
        }
      }
      if v.vorhaben != nil { fehler.append("offenes Vorhaben") }
    }
  }

  /// What was destroyed stands in one report, once.
  private mutating func pruefeBerichte() throws {
    let ordner = behoerde.ordner.berichte(prozess)
    let nachweise = try FileManager.default.contentsOfDirectory(atPath: ordner)
      .filter { $0.hasPrefix("vernichtungsprotokoll") && $0.hasSuffix(".json") }
      .map { try String(contentsOfFile: ordner + "/" + $0, encoding: .utf8) }
    for id in ids {
      let mal = nachweise.count { $0.contains("\"\(id)\"") }
      if try mal != (b.lage(id) == .vernichtet ? 1 : 0) {
        fehler.append("\(id) steht in \(mal) Vernichtungsprotokollen")
      }
    }
  }

  private func archivliste() throws -> Objektliste? {
    guard try archiv.ordner.prozesse().contains(prozess) else { return nil }
    return try archiv.ordner.objektliste(prozess)
  }

  /// Where everything stands at both sides.
  func fingerabdruck() throws -> String {
    let liste = try archivliste()
    var zeilen = ["\(try behoerde.stand(prozess).paket?.rawValue ?? "-")"]
    for id in ids {
      let z = try b.speicher.schriftgut(id)
      let archiviert = liste?[id]?.uebernahme == .uebernommen
      zeilen.append(
        "\(z?.lage.rawValue ?? "-") \(z?.vernichtung?.grund.rawValue ?? "-") "
          + "\(z?.aussonderung?.bewertung?.rawValue ?? "-") "
          + "\(z?.aussonderung?.importfehler ?? "-") "
          + "\(z?.aussonderung?.archivkennung == nil) "
          + "\(liste?[id]?.entscheidung?.rawValue ?? "-") \(archiviert)")
    }
    zeilen.append(try behoerde.verfahren(prozess).beendetWeil ?? "-")
    return zeilen.joined(separator: "\n")
  }

  /// Where everything stands, and what was written on the way.
  func ende() throws -> Chaosende {
    var ende = Chaosende(bild: try fingerabdruck())
    for (seite, ordner) in [(Seite.behoerde, behoerde.ordner), (.archiv, archiv.ordner)] {
      guard let v = try ordner.verfahren(prozess) else { continue }
      for m in v.nachrichten where m.eigene { ende.typen.insert("\(seite) \(m.typ.rawValue)") }
      for name in try FileManager.default.contentsOfDirectory(atPath: ordner.berichte(prozess)) {
        let art = name.hasPrefix("vernichtungsprotokoll") ? "vernichtungsprotokoll" : name
        ende.berichte.insert("\(seite) \(art)")
      }
    }
    return ende
  }
}

/// How a run ended.
struct Chaosende {
  /// Each object at both sides.
  let bild: String
  /// The kinds of messages of each side.
  var typen: Set<String> = []
  /// The reports of each side.
  var berichte: Set<String> = []
}
