internal import Akte
internal import Glibc
// SPDX-License-Identifier: Apache-2.0
public import Lifecycle

extension Speicher {
  /// Everything that has to follow the commit of a destruction, in this order: the Löschbuch, the
  /// files, the traces in the database. Each step can be repeated; opening the store carries on.
  ///
  /// The commit comes first, because the book must not name a deletion that did not take place; it
  /// is written from the proof that the same commit left behind.
  func schliesseVernichtungAb() throws {
    try schreibeLoeschbuch()
    try erledigeLoeschauftraege()
    try tilgeSpuren()
  }

  /// Writes the proofs that are not in the Löschbuch yet.
  func schreibeLoeschbuch() throws {
    let offen = try lies { l in
      let a = try l.anweisung("SELECT id,daten FROM nachweis WHERE imbuch = 0 ORDER BY folge")
      var offen: [(id: [UInt8], protokoll: Vernichtungsprotokoll)] = []
      try a.jedeZeile {
        do {
          offen.append((a.bytes(0), try Vernichtungsprotokoll(json: a.bytes(1))))
        } catch {
          throw SpeicherFehler.beschaedigt(
            pfad: l.pfad, grund: "ein Vernichtungsprotokoll ist nicht lesbar")
        }
        return true
      }
      return offen
    }
    guard !offen.isEmpty else { return }
    let datei = try Loeschbuchdatei(loeschbuch)
    var schon: Set<ObjektID> = []
    try datei.jederSatz { schon.formUnion($0.objekte) }
    for (id, protokoll) in offen {
      // A crash between the line and the mark must not write the line twice.
      if !protokoll.objekte.allSatisfy({ schon.contains($0.id) }) {
        for entwurf in protokoll.loeschentwuerfe { try datei.haenge(an: entwurf) }
      }
      let kopf = datei.kopf
      try schreibe { s in
        try s.merkeImBuch(id)
        try s.setzeAngabe("loeschbuch", "\(kopf.folge) \(kopf.hash.hex)")
      }
    }
  }

  /// The proofs of all destructions, oldest first.
  public func vernichtungsprotokolle(
    _ body: (Vernichtungsprotokoll) throws -> Void
  ) throws {
    try lies { l in
      let a = try l.anweisung("SELECT daten FROM nachweis ORDER BY folge")
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

extension Vernichtungsprotokoll {
  /// The lines for the Löschbuch, none of them too long.
  fileprivate var loeschentwuerfe: [Loeschentwurf] {
    var entwuerfe: [Loeschentwurf] = []
    let block = Loeschsatz.hoechstzahl / 2
    for anfang in stride(from: 0, to: objekte.count, by: block) {
      let teil = objekte[anfang..<min(anfang + block, objekte.count)]
      let inhalte = teil.flatMap(\.dateien).filter { $0.ergebnis == .geloescht }
        .map(\.inhalt.pruefsumme)
      let grund = teil.first.map { "P." + $0.bewertung.art.rawValue } ?? "P"
      var rest = inhalte[...]
      repeat {
        entwuerfe.append(
          Loeschentwurf(
            zeitpunkt: zeitpunkt, grund: grund, objekte: teil.map(\.id),
            inhalte: Array(rest.prefix(Loeschsatz.hoechstzahl))))
        rest = rest.dropFirst(Loeschsatz.hoechstzahl)
      } while !rest.isEmpty
    }
    return entwuerfe
  }
}
