// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

/// One fault in a clean process, and exactly the rules that find it.
struct Mutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let regeln: Set<String>
  /// Versions in which the fault can be made.
  let ab: XdomeaFassung
  let bis: XdomeaFassung
  /// Makes the fault; false if this process has no place for it.
  let tu: @Sendable (inout Prozessmodell) -> Bool

  init(
    _ was: String, _ regeln: Set<String>, ab: XdomeaFassung = .v400, bis: XdomeaFassung = .v400,
    _ tu: @escaping @Sendable (inout Prozessmodell) -> Bool
  ) {
    testDescription = "\(regeln.sorted().joined(separator: "+")): \(was)"
    self.regeln = regeln
    self.ab = ab
    self.bis = bis
    self.tu = tu
  }
}

extension Prozessmodell {
  func alle(_ typ: Nachrichtentyp) -> [Int] {
    nachrichten.indices.filter { nachrichten[$0].typ == typ }
  }

  /// All objects of the offer that are appraised, with what is above.
  var angebotene: [(knoten: Prozessobjekt, oben: Prozessobjekt?)] {
    alle(.anbieteverzeichnis).flatMap { nachrichten[$0].knoten.flatMap { $0.alle() } }
      .filter { !$0.knoten.kontext }
  }

  /// The message of a type that names an object.
  func mit(_ id: ObjektID, _ typ: Nachrichtentyp) -> Int? {
    alle(typ).first { i in
      let n = nachrichten[i]
      return n.bewertungen.contains { $0.id == id } || n.rueckmeldungen.contains { $0.id == id }
        || n.knoten.contains { $0.alle().contains { $0.knoten.id == id } }
    }
  }

  mutating func bewerte(_ id: ObjektID, _ art: Aussonderungsart?) -> Bool {
    guard let i = mit(id, .bewertungsverzeichnis),
      let k = nachrichten[i].bewertungen.firstIndex(where: { $0.id == id })
    else { return false }
    if let art {
      nachrichten[i].bewertungen[k].aussonderungsart = art
    } else {
      nachrichten[i].bewertungen.remove(at: k)
      // A 0502 has at least one entry.
      if nachrichten[i].bewertungen.isEmpty { return false }
    }
    return true
  }

  mutating func aendereAbgabe(_ id: ObjektID, _ aendere: (Prozessobjekt) -> Prozessobjekt?) -> Bool
  {
    guard let i = mit(id, .aussonderung) else { return false }
    nachrichten[i].knoten = nachrichten[i].knoten.compactMap { $0.geaendert(id, aendere) }
    return !nachrichten[i].knoten.isEmpty
      && nachrichten[i].knoten.allSatisfy { $0.alle().contains { !$0.knoten.kontext } }
  }

  mutating func entferneRueckmeldung(_ id: ObjektID) -> Bool {
    guard let i = mit(id, .aussonderungImportBestaetigen) else { return false }
    nachrichten[i].rueckmeldungen.removeAll { $0.id == id }
    return !nachrichten[i].rueckmeldungen.isEmpty
  }

  /// An A object without others below, not the only one of its part.
  mutating func archivwuerdigesBlatt() -> Prozessobjekt? {
    wahl(angebotene.filter { $0.knoten.istArchivwuerdig && $0.knoten.kinder.isEmpty })?.knoten
  }
}

enum Mutationen {
  static let bewertung: [Mutation] = [
    Mutation("an entry is missing that inherits the same", ["R45"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        $0.oben.map { !$0.kontext } == true && $0.oben?.entscheidung == $0.knoten.entscheidung
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, nil)
    },
    Mutation("no decision at all for a V object", ["R45"], ab: .v230) { m in
      let ziele = m.angebotene.filter { $0.oben?.kontext != false && !$0.knoten.istArchivwuerdig }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, nil)
    },
    Mutation("no decision at all for an A object that is handed over", ["R45", "R50"]) { m in
      let ziele = m.angebotene.filter { $0.oben?.kontext != false && $0.knoten.istArchivwuerdig }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, nil)
    },
    Mutation("a decision on something unknown", ["R46"], ab: .v230) { m in
      guard let i = m.wahl(m.alle(.bewertungsverzeichnis)) else { return false }
      let fremd = m.id()
      m.nachrichten[i].bewertungen.append(Objektbewertung(fremd, .vernichten))
      return true
    },
    Mutation("a decision on a document", ["R46"], ab: .v230) { m in
      guard let k = m.wahl(m.angebotene.filter { !$0.knoten.dokumente.isEmpty })?.knoten,
        let i = m.mit(k.id, .bewertungsverzeichnis)
      else { return false }
      m.nachrichten[i].bewertungen.append(Objektbewertung(k.dokumente[0], .vernichten))
      return true
    },
    Mutation("a decision on a context object", ["R46"]) { m in
      let kontexte = m.alle(.anbieteverzeichnis).flatMap { m.nachrichten[$0].knoten }
        .filter(\.kontext)
      guard let k = m.wahl(kontexte), let i = m.mit(k.kinder[0].id, .bewertungsverzeichnis) else {
        return false
      }
      m.nachrichten[i].bewertungen.append(Objektbewertung(k.id, .archivieren))
      return true
    },
    Mutation("the same decision in another part, too", ["R46"]) { m in
      let teile = m.alle(.bewertungsverzeichnis)
      guard teile.count > 1, let b = m.nachrichten[teile[0]].bewertungen.first else {
        return false
      }
      m.nachrichten[teile[1]].bewertungen.append(b)
      return true
    },
    Mutation("two decisions of one message on one object", ["R46"], ab: .v230) { m in
      guard let i = m.wahl(m.alle(.bewertungsverzeichnis)),
        let b = m.wahl(m.nachrichten[i].bewertungen)
      else { return false }
      m.nachrichten[i].bewertungen.append(b)
      return true
    },
    Mutation("B is no decision", ["R47"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        !$0.knoten.istArchivwuerdig && $0.knoten.kinder.isEmpty
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, .bewerten)
    },
    Mutation("A below V, and not handed over", ["R48", "R49"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        $0.oben.map { !$0.kontext && !$0.istArchivwuerdig } == true
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, .archivieren)
    },
  ]

  static let abgabe: [Mutation] = [
    Mutation("A turned into V after the transfer was made", ["R50"]) { m in
      guard let k = m.archivwuerdigesBlatt() else { return false }
      return m.bewerte(k.id, .vernichten)
    },
    Mutation("V turned into A", ["R49"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        !$0.knoten.istArchivwuerdig && $0.knoten.kinder.isEmpty
          && ($0.oben.map { $0.kontext || $0.istArchivwuerdig } ?? true)
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.bewerte(k.id, .archivieren)
    },
    Mutation("an A object is not handed over", ["R49"], ab: .v300) { m in
      guard let k = m.archivwuerdigesBlatt() else { return false }
      return m.aendereAbgabe(k.id) { _ in nil } && m.entferneRueckmeldung(k.id)
    },
    Mutation("an A object is handed over as context only", ["R49"]) { m in
      let ziele = m.angebotene.filter {
        $0.knoten.istArchivwuerdig && $0.oben == nil && $0.knoten.dokumente.isEmpty
          && $0.knoten.kinder.contains { $0.istArchivwuerdig }
      }
      guard let k = m.wahl(ziele)?.knoten, m.entferneRueckmeldung(k.id) else { return false }
      return m.aendereAbgabe(k.id) {
        var neu = $0
        neu.kontext = true
        return neu
      }
    },
    Mutation("a document is left out", ["R49"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        $0.knoten.istArchivwuerdig && !$0.knoten.dokumente.isEmpty
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.aendereAbgabe(k.id) {
        var neu = $0
        neu.dokumente.removeLast()
        return neu
      }
    },
    Mutation("a V object is handed over and confirmed", ["R50"], ab: .v230) { m in
      let ziele = m.angebotene.filter { !$0.knoten.istArchivwuerdig && $0.oben == nil }
      guard var k = m.wahl(ziele)?.knoten, let i = m.wahl(m.alle(.aussonderung)) else {
        return false
      }
      k.kinder = []
      return m.gibAb(k, in: i)
    },
    Mutation("an object is handed over that was never offered", ["R50"], ab: .v230) { m in
      guard let i = m.wahl(m.alle(.aussonderung)) else { return false }
      let neu = Prozessobjekt(m.id(), .akte)
      return m.gibAb(neu, in: i)
    },
    Mutation("the ids of two objects are swapped", ["R28"], ab: .v230) { m in
      guard let i = m.wahl(m.alle(.aussonderung)) else { return false }
      let blaetter = m.nachrichten[i].knoten.flatMap { $0.alle() }.map(\.knoten)
        .filter { $0.kinder.isEmpty && !$0.kontext && $0.dokumente.isEmpty }
      guard let a = blaetter.first, let b = blaetter.last(where: { $0.art == a.art }),
        a.id != b.id
      else { return false }
      let platz = m.id()
      func setze(_ alt: ObjektID, _ neu: ObjektID) {
        _ = m.aendereAbgabe(alt) {
          var k = $0
          k.id = neu
          return k
        }
      }
      setze(a.id, platz)
      setze(b.id, a.id)
      setze(platz, b.id)
      return true
    },
    Mutation("another Betreff", ["R28"], ab: .v230) { m in
      guard let k = m.archivwuerdigesBlatt() else { return false }
      return m.aendereAbgabe(k.id) {
        var neu = $0
        neu.betreff += " neu"
        return neu
      }
    },
    Mutation("another kind of object", ["R28"], ab: .v230) { m in
      let ziele = m.angebotene.filter {
        $0.knoten.istArchivwuerdig && $0.knoten.art == .vorgang && $0.oben?.art == .akte
          && $0.knoten.kinder.isEmpty && $0.knoten.dokumente.isEmpty
      }
      guard let k = m.wahl(ziele)?.knoten else { return false }
      return m.aendereAbgabe(k.id) {
        var neu = $0
        neu.art = .teilakte
        return neu
      }
    },
  ]

  static let bestaetigung: [Mutation] = [
    Mutation("an object has no result", ["R62"], ab: .v300) { m in
      guard let k = m.archivwuerdigesBlatt() else { return false }
      return m.entferneRueckmeldung(k.id)
    },
    Mutation("a result for something unknown", ["R62"], ab: .v230) { m in
      guard let i = m.wahl(m.alle(.aussonderungImportBestaetigen)) else { return false }
      let fremd = m.id()
      m.nachrichten[i].rueckmeldungen.append(
        Importrueckmeldung(fremd, .erfolg, archivkennung: "A/9"))
      return true
    },
    Mutation("a result for a context object", ["R62"]) { m in
      for i in m.alle(.aussonderung) {
        guard let k = m.nachrichten[i].knoten.first(where: \.kontext),
          let b = m.mit(k.kinder[0].id, .aussonderungImportBestaetigen)
        else { continue }
        m.nachrichten[b].rueckmeldungen.append(
          Importrueckmeldung(k.id, .erfolg, archivkennung: "A/9"))
        return true
      }
      return false
    },
    Mutation("a result for an object of another part", ["R62"]) { m in
      let teile = m.alle(.aussonderungImportBestaetigen)
      guard teile.count > 1, var r = m.nachrichten[teile[0]].rueckmeldungen.first else {
        return false
      }
      r.archivkennung = "A/9"
      m.nachrichten[teile[1]].rueckmeldungen.append(r)
      return true
    },
    Mutation("an empty list with success as a whole", ["R62"]) { m in
      guard let i = m.wahl(m.alle(.aussonderungImportBestaetigen)) else { return false }
      m.nachrichten[i].rueckmeldungen = []
      return true
    },
    Mutation("success as a whole in spite of a failure", ["R63"]) { m in
      guard let i = m.wahl(m.alle(.aussonderungImportBestaetigen)) else { return false }
      m.nachrichten[i].rueckmeldungen[0].ergebnis = .misserfolg("defekt")
      m.nachrichten[i].rueckmeldungen[0].archivkennung = nil
      return true
    },
    Mutation("an archive id that was asked for is missing", ["R65"], ab: .v300) { m in
      guard
        let i = m.wahl(
          m.alle(.aussonderungImportBestaetigen).filter {
            m.nachrichten[$0].rueckmeldungen[0].archivkennung != nil
          })
      else { return false }
      m.nachrichten[i].rueckmeldungen[0].archivkennung = nil
      return true
    },
  ]
}

extension Prozessmodell {
  /// Adds an object to a transfer and its confirmation.
  fileprivate mutating func gibAb(_ k: Prozessobjekt, in i: Int) -> Bool {
    nachrichten[i].knoten.append(k)
    guard
      let b = alle(.aussonderungImportBestaetigen).first(where: {
        nachrichten[$0].kopf.lfdNr == nachrichten[i].kopf.lfdNr
      })
    else { return false }
    nachrichten[b].rueckmeldungen.append(
      Importrueckmeldung(k.id, .erfolg, archivkennung: "A/\(k.id)"))
    return true
  }
}

@Suite("Processes with one fault")
struct ProzessmutationTests {
  static let faelle =
    Mutationen.bewertung + Mutationen.abgabe + Mutationen.bestaetigung + Mutationen.koepfe
    + Mutationen.teile

  @Test(
    "A random process is clean, and a copy of a message changes nothing",
    arguments: XdomeaFassung.allCases)
  func sauber(_ fassung: XdomeaFassung) throws {
    for seed in 0..<15 as Range<UInt64> {
      var m = Prozessmodell(fassung, seed: seed)
      let b = try m.befunde()
      if !b.regeln.isEmpty || b.prozesse.count != 1 {
        Issue.record("Seed \(seed): \(b.prozesse.count)\n\(b.text)")
      }
      #expect(b.prozesse.first?.datei == m.nachrichten[0].kopf.prozessID.text)
      if let kopie = m.wahl(m.nachrichten) { m.nachrichten.append(kopie) }
      let mitKopie = try m.befunde()
      if !mitKopie.regeln.isEmpty { Issue.record("Kopie, Seed \(seed): \(mitKopie.text)") }
    }
  }

  @Test("A fault gives exactly its finding", arguments: faelle)
  func mutation(_ fall: Mutation) throws {
    var gefunden = 0
    for fassung in XdomeaFassung.allCases where fassung >= fall.ab && fassung <= fall.bis {
      var treffer = 0
      for seed in 0..<200 as Range<UInt64> where treffer < 4 {
        var m = Prozessmodell(fassung, seed: seed)
        guard fall.tu(&m) else { continue }
        treffer += 1
        let b = try m.befunde()
        if b.regeln != fall.regeln {
          Issue.record("\(fassung.rawValue) Seed \(seed): \(b.regeln.sorted())\n\(b.text)")
          break
        }
      }
      #expect(treffer == 4, "\(fassung.rawValue)")
      gefunden += treffer
    }
    #expect(gefunden > 0)
  }
}
