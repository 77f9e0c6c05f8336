// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

/// Processes of many objects: time grows with their number, kept are a few bytes for each.
@Suite("Große Prozesse", .serialized)
struct ProzessaufwandTests {
  @Test("A row and its place in the index have at most 100 bytes")
  func zeilengroesse() {
    #expect(MemoryLayout<Objekttafel.Zeile>.stride <= 80)
    // Open addressing: at most four entries of four bytes for each row.
    #expect(MemoryLayout<Objekttafel.Zeile>.stride + 4 * MemoryLayout<UInt32>.size <= 100)
  }

  @Test("Rows are found again, each object once, whatever its bits")
  func tafel() {
    var tafel = Objekttafel()
    var z = Zufall(7)
    var ids: [ObjektID] = (0..<3000).map { ObjektID(bytes: (0, UInt64($0) << 32)) }
    ids += (0..<3000).map { _ in .zufaellig(&z) }
    for (i, id) in ids.enumerated() {
      let neu = tafel.lege(id, .vorgang, nachricht: 1)
      #expect(neu.stelle == i && neu.neu)
    }
    for (i, id) in ids.enumerated() {
      let alt = tafel.lege(id, .akte, nachricht: 2)
      #expect(alt.stelle == i && !alt.neu && tafel.stelle(id) == i)
    }
    #expect(tafel.stelle(.zufaellig(&z)) == nil)
    #expect(tafel.zeilen.count == ids.count && tafel.zeilen.allSatisfy { $0.art == .vorgang })
  }

  private func zeit(_ akten: Int) throws -> Duration {
    try mitTemporaeremOrdner { ordner in
      let pfade = try Grossprozess(akten: akten).schreibe(ordner)
      return rechenzeit {
        let b = Prozessbefunde.pruefe(pfade)
        #expect(b.regeln.isEmpty, "\(b.text.prefix(500))")
      }
    }
  }

  @Test("Twice the objects take about twice the time")
  func linear() throws {
    // Quadratic cost would be a factor of 4; caches blur, so the best of three counts.
    let linear = try (0..<3).contains { _ in
      try zeit(400) < (try zeit(200)) * 3.2 + .milliseconds(100)
    }
    #expect(linear)
  }
}

/// A process of many Akten with a Vorgang and eight documents on paper each, half of them A.
struct Grossprozess {
  let akten: Int

  func schreibe(_ ordner: URL) throws -> [String] {
    var m = Prozessmodell(.v400, seed: 1)
    let vorlage = m.nachrichten
    m.nachrichten = []
    var vorgaenger: [Nachrichtentyp: Nachrichtenkopf] = [:]
    for typ in [
      Nachrichtentyp.anbieteverzeichnis, .bewertungsverzeichnis, .aussonderung,
      .aussonderungImportBestaetigen,
    ] {
      var n = vorlage.first { $0.typ == typ }!
      n.kopf.lfdNr = 1
      n.kopf.gesamtanzahl = 1
      n.kopf.empfangsbestaetigung = false
      n.kopf.rueckmeldungArchivkennung = false
      n.kopf.ursprungsnachricht = typ.ursprung.flatMap { vorgaenger[$0]?.nachrichtenID }
      vorgaenger[typ] = n.kopf
      n.knoten = []
      n.bewertungen = []
      n.rueckmeldungen = []
      for i in 0..<akten {
        let (akte, vorgang) = (id(i, 0), id(i, 1))
        switch typ {
        case .bewertungsverzeichnis:
          let art: Aussonderungsart = i % 2 == 0 ? .archivieren : .vernichten
          n.bewertungen += [Objektbewertung(akte, art), Objektbewertung(vorgang, art)]
        case .aussonderungImportBestaetigen:
          guard i % 2 == 0 else { continue }
          n.rueckmeldungen += [
            Importrueckmeldung(akte, .erfolg), Importrueckmeldung(vorgang, .erfolg),
          ]
        default:
          if typ == .aussonderung, i % 2 == 1 { continue }
          var a = Prozessobjekt(akte, .akte)
          var v = Prozessobjekt(vorgang, .vorgang)
          v.dokumente = (2..<10).map { id(i, $0) }
          a.kinder = [v]
          n.knoten.append(a)
        }
      }
      m.nachrichten.append(n)
    }
    return try m.schreibe(ordner)
  }

  private func id(_ akte: Int, _ nummer: Int) -> ObjektID {
    ObjektID(bytes: (9, UInt64(akte * 16 + nummer)))
  }
}
