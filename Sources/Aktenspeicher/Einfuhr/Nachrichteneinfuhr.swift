// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// Reads a message part by part and hands its objects to an ``Einfuhrlauf``.
final class Nachrichteneinfuhr {
  private let leser: Nachrichtenleser
  private let dateien: Quelldateien
  private let lauf: Einfuhrlauf
  /// Which message it is, in the ids of the events.
  private let raum: String
  /// The message for people.
  private let nachricht: String
  private var sammelakten: [String: ObjektID] = [:]
  /// Names of files that objects have used.
  private var genannt: Set<String> = []

  init(
    _ speicher: Speicher, _ paket: Nachrichtenpaket, _ leser: Nachrichtenleser,
    _ optionen: Importoptionen
  ) throws {
    self.leser = leser
    dateien = try Quelldateien(paket)
    let kopf = leser.kopf
    nachricht = kopf.nachrichtenID?.text ?? kopf.prozessID.text
    raum = leser.typ.rawValue + "\u{0}" + (kopf.nachrichtenID?.text ?? "") + "\u{0}"
    lauf = try Einfuhrlauf(
      speicher, optionen, try Namensableitung(kopf.prozessID), dateien,
      herkunft: "aus der Nachricht \(nachricht)",
      spaetestensGeschlossen: kopf.erstellungszeitpunkt?.berlinerTag)
    lauf.bericht.quelle = paket.pfad
  }

  func laufe() throws -> Importbericht {
    var stelle = 0
    do {
      while let teil = try leser.naechster() {
        switch teil {
        case .anschreiben(let d):
          lauf.bericht.weiseHin(.anschreiben, d.betreff ?? d.id.text)
          teil.jedeDatei { name, _ in genannt.insert(name) }
        case .aktenplan(let plan):
          try lauf.nimm(plan)
          teil.jedeDatei { name, _ in genannt.insert(name) }
        case .schriftgutobjekt(let objekt): try nimm(objekt, stelle)
        // Of answers, which are not taken in.
        case .bewertung, .rueckmeldung: break
        }
        stelle += 1
      }
    } catch {
      // What was read before is whole and comes in; a repaired message goes on from there.
      try lauf.schreibeWartende()
      throw error
    }
    try lauf.schreibeWartende()
    for m in leser.maengel {
      lauf.bericht.weiseHin(.lesemangel, "Zeile \(m.zeile): \(m.meldung)")
    }
    for name in dateien.namen.sorted() where !genannt.contains(name) {
      lauf.bericht.uebergehe(name)
    }
    return lauf.bericht
  }

  private func nimm(_ objekt: Schriftgutobjekt, _ stelle: Int) throws {
    var zerlegung = Zerlegung(
      lauf.ableitung, raum: raum, dateienDuerfenFehlen: leser.typ == .anbieteverzeichnis,
      groesse: dateien.groesse)
    var eltern: ObjektID?
    switch objekt {
    case .akte: break
    case .vorgang(let v): eltern = try sammelakte(objekt, v.aktenbetreff, "Vorgänge", &zerlegung)
    case .dokument: eltern = try sammelakte(objekt, nil, "Dokumente", &zerlegung)
    }
    try zerlegung.zerlege(objekt, in: eltern, ort: "\(stelle)")
    for (_, d) in zerlegung.beschreibungen {
      lauf.bericht.beschreibungen += 1
      lauf.bericht.weiseHin(.ohneDatei, "Dokument " + (d.betreff.map { "»\($0)«" } ?? d.id.text))
    }
    if dateien.anzahl > 0 {
      for zeile in zerlegung.zeilen { genannt.formUnion(zeile.dateinamen) }
    }
    try pruefeHashangaben(zerlegung.zeilen)
    try lauf.nimm(zerlegung.zeilen)
  }

  /// The Akte for what travels without one: one for each unit and Betreff of the Akte.
  private func sammelakte(
    _ objekt: Schriftgutobjekt, _ aktenbetreff: String?, _ art: String,
    _ zerlegung: inout Zerlegung
  ) throws -> ObjektID {
    let m = objekt.allgemeineMetadaten
    let einheit = m?.aktenplaneinheit
    let titel =
      aktenbetreff.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      ?? "Übernommene \(art) aus der Nachricht \(nachricht)"
    let schluessel = (einheit?.kennzeichen ?? "") + "\u{0}" + titel
    lauf.bericht.weiseHin(
      .sammelakte, objekt.betreff.map { "»\($0)« in »\(titel)«" } ?? "»\(titel)«")
    if let id = sammelakten[schluessel] { return id }
    let id = lauf.ableitung.objekt("sammelakte", raum + schluessel)
    sammelakten[schluessel] = id
    var akte = Akte(id: id, betreff: titel)
    akte.allgemeineMetadaten?.aktenplaneinheit = einheit
    akte.allgemeineMetadaten?.federfuehrung = m?.federfuehrung
    // Open: what else belongs to the matter may come later, and nobody closed it.
    akte.zdA = false
    try zerlegung.zerlege(.akte(akte), in: nil, ort: "sammelakte")
    return id
  }

  /// Tells about digests that nobody can check.
  private func pruefeHashangaben(_ zeilen: [Einfuhrzeile]) throws {
    for var zeile in zeilen where !zeile.dateinamen.isEmpty {
      try zeile.objekt.jedeEigeneDatei { _, nennung in
        guard let hash = nennung.hash, hash.pruefsumme == nil else { return }
        lauf.bericht.weiseHin(.hashUngeprueft, "Datei »\(nennung.name)«")
      }
    }
  }
}
