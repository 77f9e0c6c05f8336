// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Pruefung

/// What catching up on deletions did.
public struct Nachholbericht: Hashable, Sendable {
  /// The lines of the Löschbuch of which something was left to do, by their numbers.
  public internal(set) var zeilen: [Int64] = []
  /// How many Akten, Teilakten, Vorgänge and Teilvorgänge were destroyed again.
  public internal(set) var objekte = 0
  /// How many documents went with them.
  public internal(set) var dokumente = 0
  /// How many files were deleted.
  public internal(set) var dateien = 0
  /// Objects that stay although the book names them, because a hold was set on them, or on something
  /// above, on the day of the line or later (L01).
  public internal(set) var gesperrt: [ObjektID] = []
  /// How many lines of the book do not say which store they belong to; an older version of this suite
  /// wrote them.
  public internal(set) var ohneSpeicher = 0

  /// True if nothing was left to do.
  public var istLeer: Bool { zeilen.isEmpty && gesperrt.isEmpty }
}

extension Speicher {
  /// Destroys again what the Löschbuch names and the store still has, as after an older backup was put
  /// back (lebenszyklus FAKTEN 2.5).
  ///
  /// Rows become tombstones, keys are destroyed, files are deleted, and each line of the book that was
  /// left to do has an entry `L99 loeschungNachgeholt` in the Protokoll. The whole book is read before
  /// anything is deleted, from its first line on, whatever line the store noted: the deletions may have
  /// been lost at any place. Ids are never used again, so a named object must go, whenever the line was
  /// written. Can be repeated and carried on after an interruption; what was done is not done again.
  ///
  /// The Vernichtungsprotokolle of the deletions are not in the older backup; the lines of the book are
  /// their proof then.
  ///
  /// - Parameters:
  ///   - akteur: Who replays; see `Lebenszyklus.pruefeNachholen(von:mit:)`.
  ///   - zweitePerson: Who decides with that person.
  ///   - kopf: Makes id and instant of the next event.
  /// - Returns: What was done.
  /// - Throws: ``Vollzugsablehnung`` if one of the two may not, which is written down. `Nachholfehler`
  ///   if the book is missing, damaged, older than the store, that of another store, another one, or
  ///   names a reason that is not known: nothing is deleted then. ``SpeicherFehler``.
  public func holeLoeschungenNach(
    von akteur: Akteur, mit zweitePerson: Akteur?, _ kopf: () throws -> Ereigniskopf
  ) throws -> Nachholbericht {
    guard istSchreibend else { throw SpeicherFehler.nurLesend(ordner: ordner) }
    do {
      try Lebenszyklus.pruefeNachholen(von: akteur, mit: zweitePerson)
    } catch {
      throw try abgelehnt(
        error, akteur, zweitePerson, kopf(), art: "L99 loeschungNachgeholt")
    }
    var bericht = Nachholbericht()
    let (saetze, gelesen) = try offeneLoeschungen()
    let ende = gelesen.kopf
    bericht.ohneSpeicher = gelesen.ohneSpeicher
    for satz in saetze {
      try mitVollzug { gang in
        let getan = try gang.holeNach(satz, &bericht, (akteur, zweitePerson), kopf)
        if getan { bericht.zeilen.append(satz.folge) }
      }
    }
    if try lies({ try $0.loeschbuchstand() }) != ende, ende != .anfang {
      try schreibe { try $0.setzeAngabe("loeschbuch", "\(ende.folge) \(ende.hash.hex)") }
    }
    historiengedaechtnis.vergissAlles()
    bericht.dateien = try erledigeLoeschauftraege().geloescht.count
    try tilgeOffeneSpuren()
    return bericht
  }

  /// The lines of the book of which something is left to do, and what reading it has shown.
  private func offeneLoeschungen() throws -> ([Loeschsatz], Loeschbuchbericht) {
    let kennung = try kennung()
    let stand = try lies { try $0.loeschbuchstand() } ?? .anfang
    var offen: [Loeschsatz] = []
    var gefunden = stand == .anfang
    let gelesen = try Loeschbuchdatei.pruefe(
      loeschbuch, speicher: kennung, wartezeit: wartezeit
    ) { satz in
      if satz.folge == stand.folge {
        guard satz.hash == stand.hash else { throw Nachholfehler.anderesBuch(zeile: satz.folge) }
        gefunden = true
      }
      let rest = try lies { l in try Nachholung(l, ablage).rest(satz) }
      guard let rest else { return }
      guard rest.objekte.isEmpty || rest.loeschgrund != nil else {
        throw Nachholfehler.grundUnbekannt(zeile: satz.folge, grund: satz.grund)
      }
      offen.append(rest)
    }
    guard let gelesen else { throw Nachholfehler.buchFehlt(pfad: loeschbuch) }
    if let fremder = gelesen.fremderSpeicher {
      throw Nachholfehler.fremdesBuch(pfad: loeschbuch, gefunden: fremder, erwartet: kennung)
    }
    if let schaden = gelesen.befunde.first(where: { $0.schwere == .fehler }) {
      throw Nachholfehler.buchBeschaedigt(pfad: loeschbuch, grund: schaden.meldung)
    }
    guard gefunden else {
      throw Nachholfehler.buchZuKurz(letzte: gelesen.kopf.folge, stand: stand.folge)
    }
    return (offen, gelesen)
  }
}

/// What a store still has of a line of the Löschbuch.
struct Nachholung {
  private let l: Lesezugriff
  private let ablage: Dateiablage

  init(_ l: Lesezugriff, _ ablage: Dateiablage) {
    self.l = l
    self.ablage = ablage
  }

  /// The line with what is left to do; nil if there is nothing.
  func rest(_ satz: Loeschsatz) throws -> Loeschsatz? {
    let lebende = Set(try satz.objekte.filter { try l.lebt($0) })
    let verwaiste = Set(try satz.inhalte.filter { try istVerwaist($0, ohne: lebende) })
    return satz.nachzuholen(lebt: lebende.contains, verwaist: verwaiste.contains)
  }

  /// True if the store has the content, and only documents of these objects use it.
  private func istVerwaist(_ inhalt: Pruefsumme, ohne objekte: Set<ObjektID>) throws -> Bool {
    guard let hash = Dateihash(inhalt) else { return false }
    let a = try l.anweisung(
      """
      SELECT e.id FROM verwendung v JOIN objekt d ON d.nr = v.objekt \
      LEFT JOIN objekt e ON e.nr = d.eltern WHERE v.hash = ?
      """)
    a.binde(1, hash)
    var andere = false
    try a.jedeZeile {
      andere = !objekte.contains(a.id(0))
      return !andere
    }
    if andere { return false }
    let b = try l.anweisung("SELECT 1 FROM datei WHERE hash = ?")
    b.binde(1, hash)
    if try b.ersteZeile({ true }) != nil { return true }
    return try ablage.groesse(hash) != nil && !l.istAngeordnet(hash)
  }
}

extension Vollzugsgang {
  /// Who replays, and who decides with that person.
  typealias Nachholende = (akteur: Akteur, zweitePerson: Akteur?)

  /// So many objects have one entry; their documents go with them.
  private static var block: Int { 1000 }

  /// Destroys again what is left of a line; false if there was nothing.
  func holeNach(
    _ satz: Loeschsatz, _ bericht: inout Nachholbericht, _ wer: Nachholende,
    _ kopf: () throws -> Ereigniskopf
  ) throws -> Bool {
    guard let tag = satz.zeitpunkt.berlinerTag else {
      throw Nachholfehler.grundUnbekannt(zeile: satz.folge, grund: satz.zeitpunkt.text)
    }
    var zeilen: [Objektzeile] = []
    // An earlier line may have taken some of it along.
    for id in satz.objekte where try l.lebt(id) {
      guard let zeile = try l.objekt(id) else { continue }
      if try istGesperrt(zeile, seit: tag) {
        bericht.gesperrt.append(id)
      } else {
        zeilen.append(zeile)
      }
    }
    var offen = zeilen[...]
    var getan = false
    repeat {
      let teil = offen.prefix(Self.block)
      offen = offen.dropFirst(teil.count)
      // Contents that only the line names come with its last entry.
      let inhalte = offen.isEmpty ? satz.inhalte : []
      if try holeNach(satz, Array(teil), inhalte, tag, &bericht, wer, kopf) { getan = true }
    } while !offen.isEmpty
    return getan
  }

  private func holeNach(
    _ satz: Loeschsatz, _ zeilen: [Objektzeile], _ inhalte: [Pruefsumme], _ tag: Kalendertag,
    _ bericht: inout Nachholbericht, _ wer: Nachholende, _ kopf: () throws -> Ereigniskopf
  ) throws -> Bool {
    let folge = naechsteFolge
    var staende: [Objektstand] = []
    for zeile in zeilen {
      guard let grund = satz.loeschgrund else {
        throw Nachholfehler.grundUnbekannt(zeile: satz.folge, grund: satz.grund)
      }
      if zeile.ebene == .dokument {
        staende.append(try holeNach(zeile.dokument(l.pfad), folge))
        bericht.dokumente += 1
        continue
      }
      for d in try quelle.dokumente(in: zeile.id) where d.lage != .vernichtet {
        staende.append(try holeNach(d, folge))
        bericht.dokumente += 1
      }
      let rest = try zeile.schriftgut(l.pfad).nachgeholt(grund: grund, am: tag)
      staende.append(try schreibe(rest, folge))
      try zerstoereSchluessel(zeile.id)
      bericht.objekte += 1
    }
    var frei = false
    for inhalt in inhalte {
      guard let hash = Dateihash(inhalt) else { continue }
      if try s.ordneLoeschungAn(hash, folge: folge) { frei = true }
    }
    guard !staende.isEmpty || frei else { return false }
    try s.setzeAngabe("spuren", "offen")
    _ = try vermerke(
      try kopf(), art: "L99 loeschungNachgeholt", staende,
      Protokollnutzlast(
        akteur: wer.akteur.name, rolle: wer.akteur.rollen.first?.rawValue,
        zweitePerson: wer.zweitePerson?.name,
        grund: "Zeile \(satz.folge) des Löschbuchs vom \(satz.zeitpunkt.text), Grund "
          + "\(satz.grund), Hash \(satz.hash.hex)"))
    return true
  }

  private func holeNach(_ d: Dokumentzustand, _ folge: Int64) throws -> Objektstand {
    let stand = try schreibe(d.nachgeholt(), folge)
    if let nr = try l.nummer(d.id) { _ = try s.gibDateienFrei(nr, folge: folge) }
    try zerstoereSchluessel(d.id)
    return stand
  }

  /// True if a hold was set on the object, or on something above with all below, from the day on.
  ///
  /// Older holds were lifted before the deletion, or it would have been refused.
  private func istGesperrt(_ zeile: Objektzeile, seit tag: Kalendertag) throws -> Bool {
    var hier: Objektzeile? = zeile
    var hoehe = 0
    while let z = hier, hoehe < 100 {
      if z.ebene != .dokument, z.gesperrt > 0 {
        let gilt = try z.schriftgut(l.pfad).sperren.contains { sperre in
          (hoehe == 0 || sperre.umfang == .teilbaum) && sperre.gesetztAm.map { $0 >= tag } ?? true
        }
        if gilt { return true }
      }
      hier = try z.eltern.flatMap { try l.objekt(nummer: $0) }
      hoehe += 1
    }
    return false
  }
}

extension Lesezugriff {
  /// True if the deletion of the file is ordered.
  func istAngeordnet(_ hash: Dateihash) throws -> Bool {
    let a = try anweisung("SELECT 1 FROM loeschauftrag WHERE hash = ?")
    a.binde(1, hash)
    return try a.ersteZeile { true } ?? false
  }
}

extension Schreibzugriff {
  /// Orders the deletion of a file unless an object uses it, or it is ordered already.
  func ordneLoeschungAn(_ hash: Dateihash, folge: Int64) throws -> Bool {
    let a = try anweisung("SELECT 1 FROM verwendung WHERE hash = ?")
    a.binde(1, hash)
    guard try a.ersteZeile({ true }) == nil else { return false }
    let b = try anweisung("DELETE FROM datei WHERE hash = ?")
    b.binde(1, hash)
    try b.fuehreAus()
    let c = try anweisung(
      "INSERT INTO loeschauftrag(hash,folge) VALUES(?,?) ON CONFLICT DO NOTHING RETURNING 1")
    c.binde(1, hash)
    c.binde(2, folge)
    return try c.ersteZeile { true } ?? false
  }
}
