// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Checks that the pages of the full-text index are exactly those that its structure record names.
///
/// The record (row 10 of `suche_data`) lists the segments, each with the numbers of its first and last
/// page; a page has a row that is numbered by segment and page, and some have a row more that tells where
/// a long list goes on (SQLite, FTS5 data structures).
struct Suchseitenpruefung {
  private static let hoechstzahl = 20

  /// A segment of the index.
  private struct Segment {
    let nummer: Int64
    let seiten: ClosedRange<Int64>
  }

  private let l: Lesezugriff
  private let sage: (String) -> Void

  init(_ l: Lesezugriff, _ sage: @escaping (String) -> Void) {
    self.l = l
    self.sage = sage
  }

  /// Checks the numbers of all rows; false if one is not as it should be.
  func erledige() throws -> Bool {
    let a = try l.anweisung("SELECT block FROM suche_data WHERE id = 10")
    guard let bytes = try a.ersteZeile({ a.bytes(0) }), let segmente = Self.segmente(bytes) else {
      sage("In der Tafel »suche_data« ist die Zeile 10 nicht lesbar.")
      return false
    }
    let abweichungen = try pruefeSeiten(segmente) + pruefeSchluessel(segmente)
    for text in abweichungen.prefix(Self.hoechstzahl) { sage(text) }
    return abweichungen.isEmpty
  }

  private func pruefeSeiten(_ segmente: [Int64: Segment]) throws -> [String] {
    var texte: [String] = []
    var gezaehlt: [Int64: Int64] = [:]
    let schluessel = try l.anweisung("SELECT 1 FROM suche_idx WHERE segid = ? AND pgno = ?")
    let a = try l.anweisung("SELECT id FROM suche_data WHERE id NOT IN (1, 10) ORDER BY id")
    try a.jedeZeile {
      let id = a.zahl(0)
      let (nummer, seite, hoehe) = (id >> 37, id & 0x7FFF_FFFF, id >> 31 & 31)
      let segment = segmente[nummer]
      var passt = segment.map { seite <= $0.seiten.upperBound } ?? false
      if id >> 36 & 1 == 0 {
        passt = passt && hoehe == 0 && segment?.seiten.contains(seite) == true
        if passt { gezaehlt[nummer, default: 0] += 1 }
      } else if hoehe == 0 {
        schluessel.binde(1, nummer)
        schluessel.binde(2, seite << 1 | 1)
        passt = try passt && schluessel.ersteZeile { true } ?? false
      }
      if !passt { texte.append("In der Tafel »suche_data« gehört die Zeile \(id) zu nichts.") }
      return texte.count < Self.hoechstzahl
    }
    for (nummer, segment) in segmente.sorted(by: { $0.key < $1.key })
    where gezaehlt[nummer] != Int64(segment.seiten.count) {
      texte.append("In der Tafel »suche_data« fehlt eine Seite des Segments \(nummer).")
    }
    return texte
  }

  private func pruefeSchluessel(_ segmente: [Int64: Segment]) throws -> [String] {
    var texte: [String] = []
    let fortsetzung = try l.anweisung("SELECT 1 FROM suche_data WHERE id = ?")
    let a = try l.anweisung("SELECT segid, pgno FROM suche_idx")
    try a.jedeZeile {
      let (nummer, seite) = (a.zahl(0), a.zahl(1) >> 1)
      var passt = segmente[nummer].map { (1...$0.seiten.upperBound).contains(seite) } ?? false
      if passt, a.zahl(1) & 1 == 1 {
        fortsetzung.binde(1, nummer << 37 | 1 << 36 | seite)
        passt = try fortsetzung.ersteZeile { true } ?? false
      }
      if !passt {
        texte.append(
          "In der Tafel »suche_idx« führt eine Zeile des Segments \(nummer) zu keiner Seite.")
      }
      return texte.count < Self.hoechstzahl
    }
    return texte
  }

  /// The segments of the structure record; nil if it cannot be read.
  private static func segmente(_ bytes: [UInt8]) -> [Int64: Segment]? {
    // The first four bytes only say that settings were changed.
    var rest = bytes.dropFirst(4)
    guard bytes.count >= 7, let ebenen = Ganzzahl.lies(&rest), let anzahl = Ganzzahl.lies(&rest),
      Ganzzahl.lies(&rest) != nil
    else { return nil }
    var segmente: [Int64: Segment] = [:]
    for _ in 0..<min(ebenen, 1000) {
      guard Ganzzahl.lies(&rest) != nil, let hier = Ganzzahl.lies(&rest), hier <= 5000 else {
        return nil
      }
      for _ in 0..<hier {
        guard let nummer = Ganzzahl.lies(&rest), let erste = Ganzzahl.lies(&rest),
          let letzte = Ganzzahl.lies(&rest), nummer <= 0xFFFF, letzte <= 0x7FFF_FFFF, erste > 0,
          erste <= letzte
        else { return nil }
        segmente[Int64(nummer)] = Segment(
          nummer: Int64(nummer), seiten: Int64(erste)...Int64(letzte))
      }
    }
    return UInt64(segmente.count) == anzahl ? segmente : nil
  }
}
