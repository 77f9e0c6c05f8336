// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle

/// Lists of objects for tests of the appraisal.
enum Musterliste {
  /// The id with this number.
  static func id(_ nummer: Int) -> ObjektID {
    ObjektID(bytes: (0x1000_0000_0000_4000, 0x8000_0000_0000_0000 | UInt64(nummer)))
  }

  /// Eight objects; in the table object 1 stands in row 2, object 8 in row 9.
  ///
  /// ```
  /// 1 Akte (context)
  ///   2 Vorgang
  ///     3 Teilvorgang
  ///   4 Vorgang
  /// 5 Akte
  ///   6 Vorgang
  ///     7 Teilvorgang
  ///   8 Vorgang
  /// ```
  static var klein: Objektliste {
    var liste = Objektliste()
    let baum: [(Int, Ebene, Int?)] = [
      (1, .akte, nil), (2, .vorgang, 1), (3, .teilvorgang, 2), (4, .vorgang, 1), (5, .akte, nil),
      (6, .vorgang, 5), (7, .teilvorgang, 6), (8, .vorgang, 5),
    ]
    for (nummer, ebene, eltern) in baum {
      var e = Objekteintrag(
        id(nummer), ebene, in: eltern.map(id), istKontext: nummer == 1, teil: 1)
      e.kennzeichen = "10.\(nummer)"
      e.betreff = "Betreff \(nummer)"
      liste.setze(e)
    }
    return liste
  }

  /// So many Akten with four Vorgänge each.
  static func gross(akten: Int) -> Objektliste {
    var liste = Objektliste()
    for akte in 0..<akten {
      let oben = id(akte * 5 + 1)
      liste.setze(eintrag(oben, .akte, nil, akte))
      for n in 2...5 { liste.setze(eintrag(id(akte * 5 + n), .vorgang, oben, akte)) }
    }
    return liste
  }

  private static func eintrag(
    _ id: ObjektID, _ ebene: Ebene, _ eltern: ObjektID?, _ nummer: Int
  ) -> Objekteintrag {
    var e = Objekteintrag(id, ebene, in: eltern, istKontext: false, teil: 1)
    e.kennzeichen = "63.20-\(nummer)"
    e.betreff = "Bauvorhaben \(nummer), Straße der Einheit; Neubau \"Haus am See\""
    e.dokumente = 12
    e.bytes = 1_234_567
    e.entscheidung = nummer.isMultiple(of: 2) ? .archivwuerdig : .nichtArchivwuerdig
    return e
  }
}

/// A table as rows of texts, to be changed like a person would.
struct Testtabelle {
  /// The rows, the heading first.
  var zeilen: [[String]]

  /// The table that the list writes.
  init(_ liste: Objektliste) throws {
    zeilen = Self.zerlege(try Self.csv(liste))
  }

  /// The bytes that the list writes.
  static func csv(_ liste: Objektliste) throws -> [UInt8] {
    let pfad = FileManager.default.temporaryDirectory
      .appendingPathComponent("diva-test-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: pfad) }
    try Bewertungsliste(liste).schreibeCSV(nach: pfad.path)
    return Array(try Data(contentsOf: pfad))
  }

  /// Sets the decision in a row as the spreadsheet counts.
  mutating func entscheide(_ zeile: Int, _ wert: String) { zeilen[zeile - 1][13] = wert }

  /// Sets the note in a row as the spreadsheet counts.
  mutating func notiere(_ zeile: Int, _ wert: String) { zeilen[zeile - 1][14] = wert }

  /// The text with a separator and line ends.
  func text(_ trenner: String = ";", ende: String = "\r\n") -> String {
    zeilen.map { zeile in
      zeile.map { feld in
        feld.utf8.contains { Array("\";,\t\r\n".utf8).contains($0) }
          ? "\"" + feld.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : feld
      }.joined(separator: trenner) + ende
    }.joined()
  }

  var bytes: [UInt8] { Array(text().utf8) }

  /// An independent, simple reader of what the suite writes.
  private static func zerlege(_ bytes: [UInt8]) -> [[String]] {
    var zeilen: [[String]] = [[]]
    var feld: [UInt8] = []
    var innen = false
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < bytes.count {
      let b = bytes[i]
      i += 1
      if innen {
        if b != 34 {
          feld.append(b)
        } else if i < bytes.count, bytes[i] == 34 {
          feld.append(34)
          i += 1
        } else {
          innen = false
        }
      } else if b == 34 {
        innen = true
      } else if b == 59 || b == 10 {
        zeilen[zeilen.count - 1].append(String(decoding: feld, as: UTF8.self))
        feld = []
        if b == 10 { zeilen.append([]) }
      } else if b != 13 {
        feld.append(b)
      }
    }
    return zeilen.dropLast()
  }
}
