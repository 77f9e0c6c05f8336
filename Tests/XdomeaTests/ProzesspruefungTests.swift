// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Several messages in one call")
struct ProzesspruefungTests {
  private func pruefe(_ pfade: [String]) -> [String] {
    var folge: [String] = []
    Prozesspruefung(Pruefer()).pruefe(pfade) { ergebnis in
      switch ergebnis {
      case .nachricht(let pfad, _): folge.append(pfad)
      case .nichtPruefbar(let pfad, _): folge.append("! " + pfad)
      case .prozess(let b): folge.append("= " + b.datei)
      }
    }
    return folge
  }

  @Test("One message, nothing, and what cannot be read")
  func einzelne() throws {
    try mitTemporaeremOrdner { ordner in
      let pfade = try Prozessmodell(.v400, seed: 1).schreibe(ordner)
      #expect(pruefe([]) == [])
      #expect(pruefe([pfade[0]]) == [pfade[0]])
      let fehlt = ordner.path + "/fehlt.zip"
      let wirr = ordner.path + "/wirr.xml"
      try Data("<a".utf8).write(to: URL(fileURLWithPath: wirr))
      #expect(pruefe([fehlt, pfade[0], wirr]) == ["! " + fehlt, pfade[0], wirr])
      // The same message twice is one message.
      #expect(pruefe([pfade[0], pfade[0]]) == [pfade[0], pfade[0]])
    }
  }

  @Test("Messages of several processes: each process in the order given, then its report")
  func mehrere() throws {
    try mitTemporaeremOrdner { ordner in
      let a = Prozessmodell(.v400, seed: 1)
      let b = Prozessmodell(.v310, seed: 2)
      let pa = try a.schreibe(ordner.appendingPathComponent("a"))
      let pb = try b.schreibe(ordner.appendingPathComponent("b"))
      var gemischt = [pb[1], pa[2], pb[0], pa[0], pa[1]]
      gemischt += Array(pb.dropFirst(2)) + Array(pa.dropFirst(3))
      let ida = "= " + a.nachrichten[0].kopf.prozessID.text
      let idb = "= " + b.nachrichten[0].kopf.prozessID.text
      var soll = [pb[1], pb[0]] + Array(pb.dropFirst(2)) + [idb]
      soll += [pa[2], pa[0], pa[1]] + Array(pa.dropFirst(3)) + [ida]
      #expect(pruefe(gemischt) == soll)
    }
  }

  @Test("Findings name file, line and object, with the text of the rule")
  func ort() throws {
    var m = Prozessmodell(.v400, seed: 3)
    let blatt = m.archivwuerdigesBlatt()
    let k = try #require(blatt)
    let i = try #require(m.mit(k.id, .aussonderung))
    let b = try #require(m.mit(k.id, .bewertungsverzeichnis))
    let fehlt = m.aendereAbgabe(k.id) { _ in nil } && m.entferneRueckmeldung(k.id)
    #expect(fehlt)
    let alle = try m.befunde().prozess
    let befund = try #require(alle.von("R49").first)
    #expect(befund.meldung == "Objekt \(k.id) fehlt in der Aussonderung.")
    #expect(befund.ort.datei?.hasSuffix("_0502_\(m.nachrichten[b].kopf.lfdNr!).xml") == true)
    #expect(befund.ort.zeile != nil && befund.ort.objekt == k.id.text)
    #expect(befund.schwere == .fehler && m.nachrichten[i].typ == .aussonderung)
  }

  @Test("Severities: what is inherited is a warning, what is on its way a hint")
  func schwere() throws {
    func schweren(_ name: String, _ regel: String, seed: UInt64 = 0) throws -> Set<Schwere> {
      let fall = try #require(ProzessmutationTests.faelle.first { $0.testDescription == name })
      for seed in seed..<300 {
        var m = Prozessmodell(.v400, seed: seed)
        guard fall.tu(&m) else { continue }
        return Set(try m.befunde().prozess.von(regel).map(\.schwere))
      }
      return []
    }
    #expect(try schweren("R45: an entry is missing that inherits the same", "R45") == [.warnung])
    #expect(try schweren("R45: no decision at all for a V object", "R45").contains(.fehler))
    #expect(try schweren("R49: a document is left out", "R49") == [.warnung])
    #expect(try schweren("R28: another Betreff", "R28") == [.warnung])
    #expect(try schweren("R28: another kind of object", "R28") == [.fehler])
    #expect(try schweren("R62: an empty list with success as a whole", "R62") == [.warnung])
    #expect(try schweren("R22: a part of 0501 is missing", "R22") == [.fehler])
    #expect(try schweren("R22: a part of 0506 is missing", "R22") == [.hinweis])
  }

  @Test("R61: only what is V or confirmed may be deleted")
  func loeschungen() throws {
    var gesehen = (v: 0, a: 0)
    for seed in 0..<15 as Range<UInt64> {
      var m = Prozessmodell(.v400, seed: seed)
      let alle = m.angebotene.map(\.knoten)
      let dokumente = alle.flatMap(\.dokumente)
      let sauber = try m.befunde(loeschungen: alle.map(\.id) + dokumente)
      #expect(sauber.regeln == [], "\(sauber.text)")
      m.nachrichten.removeAll { $0.typ == .aussonderungImportBestaetigen }
      for k in alle where k.kinder.isEmpty {
        let befunde = try m.befunde(loeschungen: [k.id]).prozess.von("R61")
        #expect(befunde.count == (k.istArchivwuerdig ? 1 : 0))
        if k.istArchivwuerdig { gesehen.a += 1 } else { gesehen.v += 1 }
        if let b = befunde.first {
          #expect(
            b.meldung.hasPrefix("Löschung von \(k.id) ohne Importbestätigung gesperrt.")
              && b.schwere == .fehler && b.ort.objekt == k.id.text)
        }
      }
    }
    #expect(gesehen.v > 5 && gesehen.a > 5)
  }

  @Test("R61: a failed import, and what no message names")
  func gescheitert() throws {
    var m = Prozessmodell(.v400, seed: 4)
    let blatt = m.archivwuerdigesBlatt()
    let k = try #require(blatt)
    let i = try #require(m.mit(k.id, .aussonderungImportBestaetigen))
    for j in m.nachrichten[i].rueckmeldungen.indices
    where m.nachrichten[i].rueckmeldungen[j].id == k.id {
      m.nachrichten[i].rueckmeldungen[j].ergebnis = .misserfolg("defekt")
      m.nachrichten[i].rueckmeldungen[j].archivkennung = nil
    }
    m.nachrichten[i].kopf.ergebnis = .misserfolg("teilweise")
    let ohne = try m.befunde().regeln
    let mit = try m.befunde(loeschungen: [k.id]).regeln
    let unbekannt = m.id()
    let fremd = try m.befunde(loeschungen: [unbekannt])
    #expect(ohne == [] && mit == ["R61"])
    #expect(fremd.regeln == ["R61"] && fremd.prozesse.count == 2)
  }

  @Test("Up to 3.1 a further transfer has a process id of its own and belongs to its offer")
  func weitereAbgabe() throws {
    for seed in 0..<40 as Range<UInt64> {
      var m = Prozessmodell(.v310, seed: seed)
      let i = m.alle(.aussonderung)[0]
      let j = m.alle(.aussonderungImportBestaetigen)[0]
      let empfang = m.alle(.aussonderungEmpfangBestaetigen).first
      guard m.nachrichten[i].knoten.count > 1 else { continue }
      var zweite = m.nachrichten[i]
      var antwort = m.nachrichten[j]
      zweite.knoten = [m.nachrichten[i].knoten.removeLast()]
      let ids = Set(zweite.knoten[0].alle().map(\.knoten.id))
      antwort.rueckmeldungen.removeAll { !ids.contains($0.id) }
      m.nachrichten[j].rueckmeldungen.removeAll { ids.contains($0.id) }
      let eigene = ProzessID.zufaellig(&m.z)
      zweite.kopf.prozessID = eigene
      antwort.kopf.prozessID = eigene
      m.nachrichten += [zweite, antwort]
      if let empfang {
        var e = m.nachrichten[empfang]
        e.kopf.prozessID = eigene
        m.nachrichten.append(e)
      }
      let b = try m.befunde()
      #expect(b.regeln == [] && b.prozesse.count == 1, "\(b.text)")
      // Without the offer it is a process of its own.
      m.nachrichten.removeAll { $0.kopf.prozessID == eigene }
      let allein = try m.befunde()
      #expect(allein.regeln == ["R49"], "\(allein.text)")
      return
    }
    Issue.record("kein Fall gefunden")
  }

  @Test("R21: a UUID that a message of another process has")
  func fremdeUUID() throws {
    var a = Prozessmodell(.v400, seed: 1)
    var b = Prozessmodell(.v400, seed: 2)
    let i = try #require(b.nachrichten.indices.last)
    b.nachrichten[i].kopf.nachrichtenID = a.nachrichten[0].kopf.nachrichtenID
    let befunde = try a.befunde(weitere: [b])
    #expect(befunde.regeln == ["R21"], "\(befunde.text)")
  }

  @Test("A message that cannot be read to its end makes up no missing objects")
  func abgebrochen() throws {
    try mitTemporaeremOrdner { ordner in
      let m = Prozessmodell(.v400, seed: 3)
      let pfade = try m.schreibe(ordner)
      for i in m.nachrichten.indices {
        let heil = try Data(contentsOf: URL(fileURLWithPath: pfade[i]))
        try heil.prefix(heil.count - 60).write(to: URL(fileURLWithPath: pfade[i]))
        let b = Prozessbefunde.pruefe(pfade)
        // What breaks off before its first part counts as not there (R22, R26).
        #expect(
          b.regeln.contains("R11") && b.regeln.isSubset(of: ["R11", "R22", "R26"]),
          "\(m.nachrichten[i].typ): \(b.text)")
        try heil.write(to: URL(fileURLWithPath: pfade[i]))
      }
    }
  }

  @Test("Hostile numbers of parts end in one finding")
  func riesig() throws {
    var m = Prozessmodell(.v400, seed: 3)
    for i in m.nachrichten.indices where m.nachrichten[i].typ == .anbieteverzeichnis {
      m.nachrichten[i].kopf.gesamtanzahl = .max
    }
    let viele = try m.befunde()
    #expect(viele.regeln == ["R22"], "\(viele.text)")
    let luecken = Teilnummern(vorhanden: [1, 3, 7, Int.max, -4], gesamt: .max)
    #expect(luecken.text == "2, 4–6, 8–\(Int.max - 1)" && luecken.hatLuecke)
    #expect(Teilnummern(vorhanden: [1, 2], gesamt: 2).istVollstaendig)
    #expect(Teilnummern(vorhanden: [1], gesamt: 3).text == "2–3")
    #expect(!Teilnummern(vorhanden: [1], gesamt: 3).hatLuecke)
    #expect(Teilnummern(vorhanden: [], gesamt: 0).istVollstaendig)
  }
}

@Suite("A Bewertungskatalog as a process")
struct KatalogprozessTests {
  static let faelle: [Mutation] = [
    Mutation("a unit is not decided on", ["R45"]) { m in
      guard let b = m.wahl(m.nachrichten[m.alle(.bewertungskatalog)[0]].bewertungen),
        m.nachrichten[m.alle(.bewertungskatalog)[0]].bewertungen.count > 1
      else { return false }
      for i in m.nachrichten.indices {
        m.nachrichten[i].bewertungen.removeAll { $0.id == b.id }
        m.nachrichten[i].rueckmeldungen.removeAll { $0.id == b.id }
      }
      return true
    },
    Mutation("an unknown unit is decided on", ["R46"]) { m in
      let fremd = m.id()
      for i in m.alle(.bewertungskatalog) {
        m.nachrichten[i].bewertungen.append(Objektbewertung(fremd, .vernichten))
      }
      for i in m.alle(.bewertungskatalogImportBestaetigen) {
        m.nachrichten[i].rueckmeldungen.append(Importrueckmeldung(fremd, .erfolg))
      }
      return true
    },
    Mutation("a decision is not confirmed", ["R62"]) { m in
      let i = m.alle(.bewertungskatalogImportBestaetigen)[0]
      m.nachrichten[i].rueckmeldungen.removeLast()
      return !m.nachrichten[i].rueckmeldungen.isEmpty
    },
    Mutation("something is confirmed that was not decided", ["R62"]) { m in
      let fremd = m.id()
      m.nachrichten[m.alle(.bewertungskatalogImportBestaetigen)[0]].rueckmeldungen
        .append(Importrueckmeldung(fremd, .erfolg))
      return true
    },
    Mutation("a catalogue without a plan", ["R25"]) { m in
      m.nachrichten.removeAll {
        $0.typ == .aktenplanZurBewertung || $0.typ == .aktenplanZurBewertungEmpfangBestaetigen
      }
      return true
    },
    Mutation("the catalogue comes from the agency", ["R24"]) { m in
      let i = m.alle(.bewertungskatalog)[0]
      m.nachrichten[i].kopf.absender = Kontakt(institution: "Kreisarchiv")
      m.nachrichten.removeAll { $0.typ == .bewertungskatalogEmpfangBestaetigen }
      m.nachrichten[i].kopf.empfangsbestaetigung = false
      for j in m.alle(.bewertungskatalogImportBestaetigen) {
        m.nachrichten[j].kopf.empfaenger = Kontakt(institution: "Kreisarchiv")
      }
      return true
    },
  ]

  @Test("is clean", arguments: [XdomeaFassung.v300, .v310, .v400])
  func sauber(_ fassung: XdomeaFassung) throws {
    for seed in 0..<20 as Range<UInt64> {
      var m = Prozessmodell(katalog: fassung, seed: seed)
      let b = try m.befunde()
      if !b.regeln.isEmpty { Issue.record("Seed \(seed): \(b.text)") }
    }
  }

  @Test("A fault gives exactly its finding", arguments: faelle)
  func mutation(_ fall: Mutation) throws {
    for fassung in [XdomeaFassung.v300, .v310, .v400] {
      var treffer = 0
      for seed in 0..<50 as Range<UInt64> where treffer < 4 {
        var m = Prozessmodell(katalog: fassung, seed: seed)
        guard fall.tu(&m) else { continue }
        treffer += 1
        let b = try m.befunde()
        if b.regeln != fall.regeln {
          Issue.record("\(fassung.rawValue) Seed \(seed): \(b.regeln)\n\(b.text)")
          break
        }
      }
      #expect(treffer == 4)
    }
  }
}

/// What the samples tell as processes; every finding has its reason here.
@Suite("Processes in the samples", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct ProzessbeispielTests {
  private func befunde(_ ordner: String) throws -> Prozessbefunde {
    let pfade = Beispielnachrichten.alle.filter { $0.hasPrefix(ordner + "/") }
      .map(Beispielnachrichten.pfad)
    #expect(!pfade.isEmpty)
    return .pruefe(
      pfade, schemata: Schemata(ordner: Gemeinsam.schemata.path),
      heute: Kalendertag(2026, 6, 1))
  }

  @Test("The four-step run in 4.0 is clean")
  func vierstufig() throws {
    let b = try befunde("4.0.0/synthetisch/vierstufig")
    #expect(b.prozess.isEmpty && b.prozesse.count == 1, "\(b.text)")
    let angaben = Dictionary(
      b.prozesse[0].angaben.map { ($0.0, $0.1) }, uniquingKeysWith: { a, _ in a })
    #expect(angaben["Verfahren"] == "vierstufig" && angaben["Bewertet"] == "3 A, 2 V")
    #expect(angaben["Übergeben"] == "3" && angaben["Bestätigt"] == "3")
  }

  @Test("The Bewertungskatalog in 4.0: its confirmation lists one unit of three")
  func katalog() throws {
    let b = try befunde("4.0.0/synthetisch/bewertungskatalog")
    // The 0514 tells success as a whole and of one unit; the other two are warnings.
    #expect(b.prozess.map(\.regel) == ["R62", "R62"], "\(b.text)")
    #expect(b.prozess.allSatisfy { $0.schwere == .warnung })
  }

  @Test("The templates of the toolkit", arguments: ["2.3.0", "2.4.0"])
  func toolkit(_ fassung: String) throws {
    let b = try befunde(fassung + "/toolkit")
    // All four templates have the same sender and receiver (R24 twice, in 0502 and 0504); the 0502
    // asks for a receipt that is not among them (R26) and leaves the Vorgang out (R45, inherits A);
    // the 0503 holds a loose document and neither Akte nor Vorgang (R49 twice).
    #expect(b.prozess.map(\.regel).sorted() == ["R24", "R24", "R26", "R45", "R49", "R49"])
    #expect(b.prozess.von("R45").map(\.schwere) == [.warnung])
  }

  @Test(
    "The pair of x-man lacks the messages between", arguments: ["3.0.0/x-man", "3.1.0/abgeleitet"])
  func xman(_ ordner: String) throws {
    let b = try befunde(ordner)
    // 0501 and 0505 of one process: the 0502 that the 0505 receives is missing (R25), so is the 0504
    // that the 0501 asks for (R26).
    #expect(b.prozess.map(\.regel) == ["R25", "R26"], "\(b.text)")
    #expect(b.prozesse.count == 1)
  }

  @Test("A container and its unpacked message are one message")
  func lav() throws {
    #expect(try befunde("3.0.0/lav-nrw").prozesse.isEmpty)
  }
}
