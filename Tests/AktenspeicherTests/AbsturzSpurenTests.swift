// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Deleted means gone: no byte of the content, of the Betreff or of the keys is left.
@Suite("Gelöscht heißt weg")
struct AbsturzSpurenTests {
  /// The texts that must vanish, each in a place of its own.
  private static let marken = [
    "Zwetschgenkuchen-Betreff", "Quittengelee-Inhalt", "Mirabellen-Suchtext", "Stachelbeer-Vermerk",
    "Holunder-Schritt", "Schlehen-Dateiname", "Brombeer-Wiedervorlage",
  ]

  /// The words in the forms in which the index and the rows could have them.
  private static func funde(_ ordner: String, _ weitere: [[UInt8]] = []) throws -> [String] {
    var funde: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: ordner) {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: ordner + "/" + name)) else {
        continue
      }
      for marke in marken {
        // The first half is enough, and the index folds the letters.
        let teil = String(marke.prefix { $0 != "-" })
        for form in [teil, teil.lowercased()] where bytes.range(of: Data(form.utf8)) != nil {
          funde.append("\(name): \(form)")
        }
      }
      for folge in weitere where bytes.range(of: Data(folge)) != nil {
        funde.append("\(name): Schlüssel")
      }
    }
    return funde
  }

  private static func aufgebaut(_ ordner: URL) throws -> (Buehne, ObjektID, ObjektID, [[UInt8]]) {
    var b = try Buehne(ordner)
    try b.genehmige()
    let akte = try b.akte(marken[0])
    let vorgang = try b.vorgang(in: akte, marken[0])
    let dokument = ObjektID.zufaellig(&b.zufall)
    let tag = b.heute
    try b.speicher.vollziehe(
      mit: Dateieingang(
        .bytes(Array(marken[1].utf8)), dateiname: marken[5] + ".txt", suchtext: marken[2]),
      b.kopf(),
      grund: marken[3]
    ) {
      Handlung(
        .dokument(
          ziel: dokument, in: vorgang,
          ereignis: .anlegen(angaben: Dokumentanlage(fassung: $0, betreff: marken[0]))),
        akteur: Buehne.arbeit, heute: tag)
    }
    try b.tu(
      .dokument(
        ziel: dokument, in: nil,
        ereignis: .verfuegen(schritte: [
          Schrittvorgabe(.kenntnisnahme, adressat: "sb", text: marken[4])
        ])))
    try b.tu(
      .dokument(ziel: dokument, in: nil, ereignis: .erledigen(schritt: 1, vermerk: marken[3])))
    let wv = WiedervorlageID.zufaellig(&b.zufall)
    try b.tu(
      .schriftgut(
        ziel: vorgang, in: nil,
        ereignis: .wiedervorlage(neu: Wiedervorlage(id: wv, termin: tag, vermerk: marken[6]))))
    try b.tu(.schriftgut(ziel: vorgang, in: nil, ereignis: .wiedervorlageErledigen(id: wv)))
    try b.schliesse(akte)
    try b.lassJahreVergehen()
    let schluessel = try [akte, vorgang, dokument].map { id in
      try #require(try b.speicher.lies { try $0.schluessel(id) })
    }
    return (b, akte, dokument, schluessel)
  }

  @Test("nach der Vernichtung steht nichts mehr im Ordner, die Kette beweist sie")
  func vernichtet() throws {
    try mitTemporaeremOrdner { ordner in
      var (b, akte, dokument, schluessel) = try Self.aufgebaut(ordner)
      let vorher = try Self.funde(b.speicher.ordner, schluessel)
      #expect(vorher.contains { $0.hasSuffix("Schlüssel") } && vorher.count > 6, "\(vorher)")
      try b.vernichte(akte)
      // While the store is still open, with its log beside it.
      #expect(try Self.funde(b.speicher.ordner, schluessel) == [])
      #expect(try b.pruefe() == [])
      var arten: [String] = []
      try b.speicher.protokoll(ueber: dokument) {
        arten.append($0.eintrag.art)
        return true
      }
      #expect(arten.first == "A03 anlegen" && arten.last == "P14 vernichtenNachGenehmigung")
      try b.speicher.schliesse()
      #expect(try Self.funde(ordner.path, schluessel) == [])
    }
  }

  @Test("auch nach einem Absturz zwischen Vernichten und Aufräumen, und in der Sicherung von dann")
  func abgestuerzt() throws {
    try mitTemporaeremOrdner { ordner in
      var (b, akte, _, schluessel) = try Self.aufgebaut(ordner)
      let handlung = b.vernichtung(akte)
      let kopf = b.kopf()
      _ = try b.speicher.mitVollzug { try $0.vollziehe(handlung, kopf) }
      let sicherung = b.speicher.ordner + "-sicherung"
      try b.speicher.sichere(nach: sicherung)
      let kopie = b.speicher.ordner + "-kopie"
      try FileManager.default.copyItem(atPath: b.speicher.ordner, toPath: kopie)
      #expect(try !Self.funde(kopie, schluessel).isEmpty)
      for pfad in [kopie, sicherung] {
        let s = try Speicher(pfad)
        #expect(try Self.funde(pfad, schluessel) == [], "\(pfad)")
        #expect(try befunde(s) == [])
      }
    }
  }

  @Test("ein Leser mit altem Stand hält das Aufräumen auf, nicht die Vernichtung")
  func leserHaeltAuf() throws {
    try mitTemporaeremOrdner { ordner in
      var (b, akte, _, schluessel) = try Self.aufgebaut(ordner)
      let lesend = try Speicher(b.speicher.ordner, .lesend)
      try lesend.lies { l in
        _ = try l.letzteFolge()  // the snapshot begins
        try b.vernichte(akte)
        #expect(try l.objekt(akte)?.lage != 8)
      }
      #expect(try b.speicher.objekt(akte)?.lage == "vernichtet")
      let gefunden = try befunde(b.speicher)
      #expect(gefunden.map(\.regel) == ["S13"] && gefunden[0].schwere == .hinweis)
      try lesend.schliesse()
      try b.speicher.schliesse()
      let neu = try Speicher(b.speicher.ordner)
      #expect(try Self.funde(neu.ordner, schluessel) == [])
      #expect(try befunde(neu) == [])
    }
  }
}
