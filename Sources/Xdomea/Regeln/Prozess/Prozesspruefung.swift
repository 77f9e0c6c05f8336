// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefung

/// Checks messages of one or several processes: each on its own, then what only several of them
/// tell together (FAKTEN 8: R20–R26, R28, R45, R46, R48–R50, R61, R62, R65).
///
/// ```swift
/// let pruefung = Prozesspruefung(Pruefer(schemata: schemata, heute: heute))
/// pruefung.pruefe(["…_0501_1.zip", "…_0502_1.zip", "…_0503_1.zip"]) { ergebnis in … }
/// ```
///
/// Messages may come in any order. Each is read as a stream; of a process about 100 bytes for each
/// object are kept. What is missing is told only where the rest is known: a part that is missing
/// itself is one finding, not one for each of its objects.
public struct Prozesspruefung: Sendable {
  /// The check of a single message.
  public var pruefer: Pruefer
  /// Objects that are to be deleted; those without a confirmed import are reported (R61).
  public var loeschungen: [ObjektID] = []

  /// What was found out, piece by piece.
  public enum Ergebnis: Sendable {
    /// A message was checked on its own.
    case nachricht(pfad: String, Pruefbericht)
    /// There was nothing to check; the error says why.
    case nichtPruefbar(pfad: String, any Error)
    /// What the messages of a process tell together; after them.
    case prozess(Pruefbericht)
  }

  /// A check of processes with this check of single messages.
  public init(_ pruefer: Pruefer = Pruefer()) { self.pruefer = pruefer }

  /// Checks all messages and hands out the results.
  ///
  /// The messages of a process come one after another in the order given, then the report on the
  /// process, if there is more than one message of it. Processes come in the order of their first
  /// message, further transfers up to 3.1 that belong to no offer at the end.
  ///
  /// - Parameters:
  ///   - pfade: Containers, folders and single messages.
  ///   - melde: Takes the results.
  /// - Throws: Only what `melde` throws.
  public func pruefe(
    _ pfade: [String], _ melde: (Ergebnis) throws -> Void
  ) rethrows {
    if pfade.count == 1, loeschungen.isEmpty, let pfad = pfade.first {
      return try melde(einzeln(pfad))
    }
    var offen: [(eingang: Int, gruppe: [Prozessnachricht]?)] = []
    var nachrichten: [Prozessnachricht] = []
    for (i, pfad) in pfade.enumerated() {
      if let n = Prozessnachricht(pfad: pfad, eingang: i, pruefer: pruefer) {
        nachrichten.append(n)
      } else {
        offen.append((i, nil))
      }
    }
    let gruppen = Prozessgruppen(nachrichten).gruppen
    offen += gruppen.map { ($0.map(\.eingang).min() ?? 0, $0) }
    offen.sort { $0.eingang < $1.eingang }
    let gibtAngebote = gruppen.contains(where: Prozessgruppen.bietetAn)
    var weitere = gruppen.filter { gibtAngebote && Prozessgruppen.istWeitereAbgabe($0) }
    let erste = Dictionary(
      nachrichten.compactMap { n in n.id.map { ($0, n) } }, uniquingKeysWith: { a, _ in a })
    var unbekannt = Set(loeschungen)
    for (eingang, gruppe) in offen {
      guard let gruppe else {
        try melde(einzeln(pfade[eingang]))
        continue
      }
      if gibtAngebote, Prozessgruppen.istWeitereAbgabe(gruppe) { continue }
      let lauf = Prozesslauf(self, gruppe)
      lauf.pruefeFremde(erste)
      lauf.liesAngebote()
      if Prozessgruppen.bietetAn(gruppe) { nimmAuf(&weitere, lauf) }
      try gibAus(lauf, pfade, &unbekannt, melde)
    }
    for gruppe in weitere { try gibAus(Prozesslauf(self, gruppe), pfade, &unbekannt, melde) }
    if !unbekannt.isEmpty { try melde(.prozess(unbekannteLoeschungen(unbekannt))) }
  }

  private func einzeln(_ pfad: String) -> Ergebnis {
    do {
      return .nachricht(pfad: pfad, try pruefer.pruefe(pfad))
    } catch {
      return .nichtPruefbar(pfad: pfad, error)
    }
  }

  /// Transfers whose first object is in the offer belong to it.
  private func nimmAuf(_ weitere: inout [[Prozessnachricht]], _ lauf: Prozesslauf) {
    let eigene = weitere.filter { gruppe in
      gruppe.contains { $0.erstesObjekt.map(lauf.bietetAn) ?? false }
    }
    guard !eigene.isEmpty else { return }
    let eingaenge = Set(eigene.joined().map(\.eingang))
    weitere.removeAll { $0.contains { eingaenge.contains($0.eingang) } }
    lauf.nimmAuf(Array(eigene.joined()))
  }

  private func gibAus(
    _ lauf: Prozesslauf, _ pfade: [String], _ unbekannt: inout Set<ObjektID>,
    _ melde: (Ergebnis) throws -> Void
  ) rethrows {
    lauf.schliesseAb()
    unbekannt.subtract(lauf.bekannteLoeschungen)
    for (eingang, ergebnis) in lauf.einzelne {
      switch ergebnis {
      case .success(let bericht): try melde(.nachricht(pfad: pfade[eingang], bericht))
      case .failure(let fehler): try melde(.nichtPruefbar(pfad: pfade[eingang], fehler))
      }
    }
    if lauf.lohnt { try melde(.prozess(lauf.bericht)) }
  }

  /// R61: what no message knows was decided by nobody.
  private func unbekannteLoeschungen(_ ids: Set<ObjektID>) -> Pruefbericht {
    var bericht = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: "Liste der Löschungen", art: "prozess")
    for id in ids.sorted() {
      bericht.melde(
        Befund(
          Regelwerk.r61,
          "Löschung von \(id) ohne Importbestätigung gesperrt. Keine Nachricht nennt das Objekt.",
          ort: Ort(objekt: id.text)))
    }
    return bericht
  }
}
