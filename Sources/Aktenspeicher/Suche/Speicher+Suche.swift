// SPDX-License-Identifier: Apache-2.0

extension Speicher {
  /// Finds objects by words and filters.
  ///
  /// With up to ``Suchergebnis/grenze`` hits the best come first, with more of them the newest,
  /// since nobody can use an order by relevance there and it would cost a second.
  ///
  /// - Throws: ``SpeicherFehler``.
  public func suche(_ anfrage: Suchanfrage) throws(SpeicherFehler) -> Suchergebnis {
    do {
      return try lies { try Suchlauf(anfrage, $0).ergebnis() }
    } catch {
      throw .eigen(error, Speicherordner(ordner).datenbank)
    }
  }

  /// Makes the full-text index anew, from the objects and the texts of the files that it keeps.
  ///
  /// - Throws: ``SpeicherFehler``; then the old index stays.
  public func baueSucheNeu() throws(SpeicherFehler) {
    do {
      try schreibe { try Suchindex.baueNeu($0.db) }
    } catch {
      throw .eigen(error, Speicherordner(ordner).datenbank)
    }
  }
}

/// One search: the statements and the values they need.
private struct Suchlauf {
  private let anfrage: Suchanfrage
  private let zugriff: Lesezugriff
  private let ausdruck: String?
  private let eingabe: Suchausdruck
  private let ohneText: Bool

  init(_ anfrage: Suchanfrage, _ zugriff: Lesezugriff) {
    self.anfrage = anfrage
    self.zugriff = zugriff
    let text = anfrage.text ?? ""
    ohneText = text.allSatisfy(\.isWhitespace)
    eingabe = Suchausdruck(text)
    ausdruck = eingabe.ausdruck
  }

  func ergebnis() throws -> Suchergebnis {
    guard ohneText || ausdruck != nil else {
      return ergebnis([], anzahl: 0, nachRelevanz: true, weitere: false)
    }
    // Without filters, for the decision how to order: this is answered from the index alone.
    let viele = try ausdruck != nil && zaehle(mitFiltern: false) > Suchergebnis.grenze
    let gezaehlt = viele ? nil : try zaehle(mitFiltern: true)
    let seite = min(max(anfrage.hoechstzahl, 1), 1000)
    var treffer = try lies(nachRelevanz: ausdruck != nil && !viele, seite + 1)
    let weitere = treffer.count > seite
    if weitere { treffer.removeLast() }
    return ergebnis(
      treffer, anzahl: gezaehlt.flatMap { $0 > Suchergebnis.grenze ? nil : $0 },
      nachRelevanz: ausdruck != nil && !viele, weitere: weitere)
  }

  private func ergebnis(
    _ treffer: [Suchtreffer], anzahl: Int?, nachRelevanz: Bool, weitere: Bool
  ) -> Suchergebnis {
    Suchergebnis(
      treffer: treffer, anzahl: anzahl, nachRelevanz: nachRelevanz, weitere: weitere,
      ungesucht: eingabe.ungesucht, gekuerzt: eingabe.gekuerzt)
  }

  /// From where rows come.
  ///
  /// The index is asked first, each hit is then looked up.
  private var quelle: String {
    ausdruck == nil ? "objekt o" : "suche CROSS JOIN objekt o ON o.nr = suche.rowid"
  }

  private var bedingung: String {
    var teile: [String] = ausdruck == nil ? [] : ["suche MATCH ?"]
    if anfrage.aktenplan != nil { teile.append("o.einheit >= ? AND o.einheit < ?") }
    if anfrage.kennzeichen != nil { teile.append("o.kennzeichen >= ? AND o.kennzeichen < ?") }
    teile += mengen
    return teile.isEmpty ? "" : " WHERE " + teile.joined(separator: " AND ")
  }

  /// Conditions on numbers, which need no binding.
  private var mengen: [String] {
    var teile: [String] = []
    if !anfrage.ebenen.isEmpty {
      teile.append("o.ebene IN (\(liste(anfrage.ebenen.map(\.rawValue))))")
    }
    if !anfrage.lagen.isEmpty { teile.append("o.lage IN (\(liste(Array(anfrage.lagen))))") }
    return teile
  }

  private func liste(_ zahlen: [Int]) -> String {
    zahlen.sorted().map { String($0) }.joined(separator: ",")
  }

  /// Binds the values of ``bedingung`` and returns the next free place.
  private func binde(_ a: Anweisung) -> Int32 {
    var stelle: Int32 = 1
    func naechster(_ wert: String) {
      a.binde(stelle, wert)
      stelle += 1
    }
    if let ausdruck { naechster(ausdruck) }
    for anfang in [anfrage.aktenplan, anfrage.kennzeichen] {
      guard let anfang else { continue }
      naechster(anfang)
      naechster(anfang + "\u{10FFFF}")  // all that begins so is less
    }
    return stelle
  }

  /// The number of hits, at most one more than the limit.
  private func zaehle(mitFiltern: Bool) throws -> Int {
    let grenze = Suchergebnis.grenze + 1
    guard mitFiltern else {
      let a = try zugriff.anweisung(
        "SELECT count(*) FROM (SELECT 1 FROM suche WHERE suche MATCH ? LIMIT \(grenze))")
      a.binde(1, ausdruck)
      return Int(try a.eineZahl)
    }
    let a = try zugriff.anweisung(
      "SELECT count(*) FROM (SELECT 1 FROM \(quelle)\(bedingung) LIMIT \(grenze))")
    _ = binde(a)
    return Int(try a.eineZahl)
  }

  private func lies(nachRelevanz: Bool, _ anzahl: Int) throws -> [Suchtreffer] {
    let ordnung =
      nachRelevanz ? "suche.rank" : ausdruck == nil ? "o.nr DESC" : "suche.rowid DESC"
    let a = try zugriff.anweisung(
      """
      SELECT o.id, o.ebene, o.lage, o.kennzeichen, o.betreff FROM \(quelle)\(bedingung) \
      ORDER BY \(ordnung) LIMIT ? OFFSET ?
      """)
    let stelle = binde(a)
    a.binde(stelle, anzahl)
    a.binde(stelle + 1, max(0, anfrage.ab))
    var treffer: [Suchtreffer] = []
    try a.jedeZeile {
      guard let ebene = Objektebene(rawValue: Int(a.zahl(1))) else { return true }
      treffer.append(
        Suchtreffer(
          id: a.id(0), ebene: ebene, lage: Int(a.zahl(2)), kennzeichen: a.text(3),
          betreff: a.text(4)))
      return true
    }
    return treffer
  }
}
