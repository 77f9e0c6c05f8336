// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
public import Lifecycle
internal import Synchronization

extension Speicher {
  /// What has to follow the commit of a destruction at once, in this order: the Löschbuch, the files.
  ///
  /// The traces in the database go after that, once for many destructions. Each step can be repeated;
  /// opening the store carries on.
  ///
  /// The commit comes first, because the book must not name a deletion that did not take place; it
  /// is written from the proof that the same commit left behind.
  func vollendeVernichtung() throws {
    historiengedaechtnis.vergissAlles()
    try schreibeLoeschbuch()
    try erledigeLoeschauftraege()
  }

  /// Makes sure that a destruction can be written into the Löschbuch, before it takes place.
  ///
  /// - Throws: ``SpeicherFehler/loeschbuchUnbrauchbar(pfad:grund:)``,
  ///   ``SpeicherFehler/loeschbuchFremd(pfad:gefunden:erwartet:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  func verlangeLoeschbuch() throws {
    let datei = try Loeschbuchdatei(
      loeschbuch, speicher: try kennung(), stand: try lies { try $0.loeschbuchstand() },
      wartezeit: wartezeit, gelesen: gelesenesLoeschbuch.withLock(\.self))
    gelesenesLoeschbuch.withLock { [bild = try? datei.bild()] in $0 = bild }
  }

  /// Writes the proofs that are not in the Löschbuch yet.
  ///
  /// - Throws: ``SpeicherFehler``; the proofs stay open then.
  func schreibeLoeschbuch() throws {
    let (offen, stand) = try lies { l in (try l.offeneNachweise(), try l.loeschbuchstand()) }
    guard !offen.isEmpty else { return }
    // A crash between lines and their marks must not write a line twice.
    let gesucht = Set(offen.flatMap(\.entwuerfe))
    var schon: Set<Loeschentwurf> = []
    let datei = try Loeschbuchdatei(
      loeschbuch, speicher: try kennung(), stand: stand, wartezeit: wartezeit,
      gelesen: gelesenesLoeschbuch.withLock(\.self)
    ) { satz in
      let entwurf = Loeschentwurf(satz)
      if gesucht.contains(entwurf) { schon.insert(entwurf) }
    }
    for (_, entwuerfe) in offen {
      for entwurf in entwuerfe where schon.insert(entwurf).inserted {
        try datei.haenge(an: entwurf)
      }
    }
    try datei.sichere()
    let kopf = datei.kopf
    try schreibe { s in
      for (id, _) in offen { try s.merkeImBuch(id) }
      try s.setzeAngabe("loeschbuch", "\(kopf.folge) \(kopf.hash.hex)")
    }
    gelesenesLoeschbuch.withLock { [bild = try? datei.bild()] in $0 = bild }
  }

  /// The proofs of all destructions, oldest first.
  public func vernichtungsprotokolle(
    _ body: (Vernichtungsprotokoll) throws -> Void
  ) throws {
    try vernichtungsprotokolle(mit: nil, body)
  }

  /// The proofs of the destructions of one process with the archive, oldest first.
  public func vernichtungsprotokolle(
    _ prozess: ProzessID, _ body: (Vernichtungsprotokoll) throws -> Void
  ) throws {
    try vernichtungsprotokolle(mit: prozess.text) { if $0.paket == prozess { try body($0) } }
  }

  /// The proofs, oldest first.
  ///
  /// - Parameters:
  ///   - text: Only those whose JSON contains it; nil: all.
  ///   - body: Called for each.
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  private func vernichtungsprotokolle(
    mit text: String?, _ body: (Vernichtungsprotokoll) throws -> Void
  ) throws {
    try lies { l in
      let wahl = text == nil ? "" : " WHERE instr(daten, ?) > 0"
      let a = try l.anweisung("SELECT daten FROM nachweis\(wahl) ORDER BY folge")
      if let text { a.binde(1, Array(text.utf8)) }
      try a.jedeZeile {
        do {
          try body(try Vernichtungsprotokoll(json: a.bytes(0)))
        } catch is Protokollfehler {
          throw SpeicherFehler.beschaedigt(
            pfad: l.pfad, grund: "ein Vernichtungsprotokoll ist nicht lesbar")
        }
        return true
      }
    }
  }
}

extension Lesezugriff {
  /// The proof of a destruction by its entry in the Protokoll; nil if the entry is about something
  /// else.
  func nachweis(zu zeile: Protokollzeile) throws -> Vernichtungsprotokoll? {
    guard let versiegelt = try? VersiegelteNutzlast(bytes: zeile.nutzlast) else { return nil }
    let a = try anweisung("SELECT daten FROM nachweis WHERE id = ?")
    a.binde(1, versiegelt.objekt.sechzehn)
    guard let bytes = try a.ersteZeile({ a.bytes(0) }) else { return nil }
    do {
      return try Vernichtungsprotokoll(json: bytes)
    } catch {
      throw SpeicherFehler.beschaedigt(
        pfad: pfad, grund: "ein Vernichtungsprotokoll ist nicht lesbar")
    }
  }

  /// The proofs that are not in the Löschbuch yet, as lines, oldest first.
  func offeneNachweise() throws -> [(id: [UInt8], entwuerfe: [Loeschentwurf])] {
    let a = try anweisung("SELECT id,daten FROM nachweis WHERE imbuch = 0 ORDER BY folge")
    var offen: [(id: [UInt8], entwuerfe: [Loeschentwurf])] = []
    try a.jedeZeile {
      do {
        offen.append((a.bytes(0), try Vernichtungsprotokoll(json: a.bytes(1)).loeschentwuerfe))
      } catch {
        throw SpeicherFehler.beschaedigt(
          pfad: pfad, grund: "ein Vernichtungsprotokoll ist nicht lesbar")
      }
      return true
    }
    return offen
  }
}

extension Loeschentwurf {
  /// What a line says, without its place in the book.
  init(_ satz: Loeschsatz) {
    self.init(
      zeitpunkt: satz.zeitpunkt, grund: satz.grund, objekte: satz.objekte, inhalte: satz.inhalte)
  }
}

extension Vernichtungsprotokoll {
  /// The lines for the Löschbuch, none of them too long, with the instant as the book writes it.
  var loeschentwuerfe: [Loeschentwurf] {
    var entwuerfe: [Loeschentwurf] = []
    var offen = objekte[...]
    while let erstes = offen.first {
      // One reason per line: whoever reads the book later needs no other source.
      let teil = offen.prefix(Loeschsatz.hoechstzahl / 2)
        .prefix { $0.bewertung.art == erstes.bewertung.art }
      offen = offen.dropFirst(teil.count)
      var inhalte = teil.flatMap(\.dateien).filter { $0.ergebnis == .geloescht }
        .map(\.inhalt.pruefsumme)[...]
      repeat {
        entwuerfe.append(
          Loeschentwurf(
            zeitpunkt: zeitpunkt.utcMitMillisekunden ?? zeitpunkt,
            grund: "P." + erstes.bewertung.art.rawValue, objekte: teil.map(\.id),
            inhalte: Array(inhalte.prefix(Loeschsatz.hoechstzahl))))
        inhalte = inhalte.dropFirst(Loeschsatz.hoechstzahl)
      } while !inhalte.isEmpty
    }
    return entwuerfe
  }
}
