// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung

/// Compares the Löschbuch with the store, in both directions: what the book names is gone, and what
/// the store proves as destroyed stands in the book (lebenszyklus FAKTEN 2.5, 2.8).
struct Loeschbuchabgleich {
  private let speicher: Speicher
  private let melde: (Befund) -> Void

  init(_ speicher: Speicher, _ melde: @escaping (Befund) -> Void) {
    self.speicher = speicher
    self.melde = melde
  }

  /// So many objects that are still there are enough to know.
  private static let hoechstzahl = 100

  func laufe() throws {
    // First what the store knows, then the book: what is written meanwhile stands at its end.
    // The note and the proofs are of one moment.
    let (notiz, ids, kennung) = try speicher.lies { l in
      (Result { try l.loeschbuchstand() }, try l.nachweise(), try l.angabe("kennung"))
    }
    let stand = try noterterStand(notiz)
    var nachweise = try Nachweisfolge(speicher, ids)
    var noch: [ObjektID] = []
    let bericht = try Loeschbuchdatei.pruefe(
      speicher.loeschbuch, speicher: kennung, anker: stand.map { [Anker($0)] } ?? [],
      wartezeit: speicher.wartezeit
    ) { satz in
      try nachweise.nimm(satz)
      let da = try speicher.lies { l in try satz.objekte.filter { try l.lebt($0) } }
      noch += da.prefix(max(0, Self.hoechstzahl - noch.count))
    }
    for b in bericht?.befunde ?? [] { melde(b) }
    for id in noch {
      sage(
        "Nach dem Löschbuch ist \(id) gelöscht, im Speicher ist es da.", objekt: id.text)
    }
    guard bericht != nil || stand == nil && nachweise.istLeer else {
      return sage(
        "Das Löschbuch fehlt, obwohl der Speicher Löschungen kennt.",
        abhilfe: "Legen Sie es an seinen Platz zurück oder holen Sie es aus einer Sicherung.")
    }
    try nachweise.schliesseAb()
    for id in nachweise.fehlende {
      sage(
        "Im Löschbuch fehlt die Vernichtung, die das Vernichtungsprotokoll \(id) nachweist.",
        objekt: id.text,
        abhilfe: "Legen Sie das vollständige Löschbuch vor oder holen Sie es aus einer Sicherung.")
    }
    for id in nachweise.unklare {
      sage(
        "Beim Vernichtungsprotokoll \(id) ist nicht klar, ob es im Löschbuch steht.",
        objekt: id.text)
    }
    for id in nachweise.nachzutragende {
      sage(
        "Das Vernichtungsprotokoll \(id) ist noch nicht im Löschbuch vermerkt.", .hinweis,
        objekt: id.text,
        abhilfe: "Beim nächsten Öffnen zum Schreiben holt das Programm den Eintrag nach.")
    }
    if (stand?.folge ?? 0) < nachweise.letzteZeile {
      sage(
        "Der Speicher nennt als letzte Zeile des Löschbuchs \(stand?.folge ?? 0), seine "
          + "Vernichtungsprotokolle reichen bis Zeile \(nachweise.letzteZeile).")
    }
  }

  /// The line that the store noted last; an unreadable note is a finding.
  private func noterterStand(_ notiz: Result<Kettenkopf?, any Error>) throws -> Kettenkopf? {
    do {
      return try notiz.get()
    } catch SpeicherFehler.beschaedigt(_, let grund) {
      melde(
        Befund(
          Bestandsregeln.loeschbuch, "Die Datenbank ist verändert: \(grund).",
          ort: Ort(datei: "speicher.sqlite")))
      return nil
    }
  }

  private func sage(
    _ text: String, _ schwere: Schwere? = nil, objekt: String? = nil, abhilfe: String? = nil
  ) {
    melde(
      Befund(
        Bestandsregeln.loeschbuch, schwere: schwere, text, abhilfe: abhilfe,
        ort: Ort(datei: speicher.loeschbuch, objekt: objekt)))
  }
}

/// The proofs of the store, walked through along with the lines of the book, which has them in the
/// same order; lines of a past that a restored backup does not know lie in between.
private struct Nachweisfolge {
  private let speicher: Speicher
  private var ids: [(id: [UInt8], imBuch: Int64)]
  private var naechste = 0
  private var erwartet: ArraySlice<Loeschentwurf> = []
  /// Proofs that are not in the book.
  private(set) var fehlende: [ObjektID] = []
  /// Proofs that the store has not marked as written yet.
  private(set) var nachzutragende: [ObjektID] = []
  /// Proofs whose mark is neither yes nor no.
  var unklare: [ObjektID] {
    ids.filter { !(0...1).contains($0.imBuch) }.compactMap { ObjektID(sechzehn: $0.id) }
  }
  /// The number of the last line that belongs to a proof.
  private(set) var letzteZeile: Int64 = 0

  var istLeer: Bool { ids.allSatisfy { $0.imBuch == 0 } }

  init(_ speicher: Speicher, _ ids: [(id: [UInt8], imBuch: Int64)]) throws {
    self.speicher = speicher
    self.ids = ids
    try lade()
  }

  /// Takes the next line of the book.
  mutating func nimm(_ satz: Loeschsatz) throws {
    guard erwartet.first == Loeschentwurf(satz) else { return }
    erwartet.removeFirst()
    // What is not marked yet is on its way, or an interruption came in between.
    if ids[naechste].imBuch != 0 { letzteZeile = satz.folge }
    if erwartet.isEmpty {
      merkeOffenen()
      naechste += 1
      try lade()
    }
  }

  /// What is left after the last line is missing in the book.
  mutating func schliesseAb() throws {
    while naechste < ids.count {
      if ids[naechste].imBuch != 0, let id = kennung { fehlende.append(id) }
      merkeOffenen()
      naechste += 1
    }
  }

  private var kennung: ObjektID? { ObjektID(sechzehn: ids[naechste].id) }

  private mutating func merkeOffenen() {
    if ids[naechste].imBuch == 0, let id = kennung { nachzutragende.append(id) }
  }

  /// Loads the lines of the next proof that has some.
  private mutating func lade() throws {
    erwartet = []
    while naechste < ids.count, erwartet.isEmpty {
      let id = ids[naechste].id
      erwartet =
        try speicher.lies { l in
          let a = try l.anweisung("SELECT daten FROM nachweis WHERE id = ?")
          a.binde(1, id)
          let bytes = try a.ersteZeile { a.bytes(0) } ?? []
          // One that cannot be read is found by its digest.
          return try? Vernichtungsprotokoll(json: bytes).loeschentwuerfe[...]
        } ?? []
      if erwartet.isEmpty { naechste += 1 }
    }
  }
}

extension Lesezugriff {
  /// The ids of the proofs, oldest first, and whether they are marked as written into the Löschbuch.
  fileprivate func nachweise() throws -> [(id: [UInt8], imBuch: Int64)] {
    let a = try anweisung("SELECT id, imbuch FROM nachweis ORDER BY folge")
    var ids: [(id: [UInt8], imBuch: Int64)] = []
    try a.jedeZeile {
      ids.append((a.bytes(0), a.zahl(1)))
      return true
    }
    return ids
  }
}
