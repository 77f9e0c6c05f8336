// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung

/// One walk through an evidence record, from the first time stamp to the last (RFC 4998, sections 4.3
/// and 5.4).
struct Beweisgang {
  private let record: EvidenceRecord
  private let name: String
  private var folge: Stempelfolge
  private(set) var ergebnisse: [Stempelergebnis] = []

  init(_ record: EvidenceRecord, name: String, _ anker: Vertrauensanker?, _ jetzt: Zeitpunkt?) {
    self.record = record
    self.name = name
    folge = Stempelfolge(anker, jetzt)
  }

  mutating func gehe(
    _ gegenstaende: [Beweisgegenstand], _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    if record.version != 1 {
      melde("BEWEIS-VERSION", "Die Version ist \(record.version).", "version", &bericht)
    }
    for (k, kette) in record.ketten.enumerated() {
      var verfahren: Hashverfahren?
      for (n, stempel) in kette.enumerated() {
        try pruefe(
          k, n, stempel, vorher: n > 0 ? kette[n - 1] : nil, &verfahren, gegenstaende, &bericht)
      }
    }
    try folge.pruefe(&bericht)
  }

  private func melde(
    _ regel: String, _ text: String, _ ort: String, objekt: String? = nil,
    _ bericht: inout Pruefbericht
  ) {
    bericht.melde(
      Befund(Nachweisregeln[regel], "\(ort): \(text)", ort: Ort(datei: name, betreff: objekt)))
  }

  private mutating func pruefe(
    _ k: Int, _ n: Int, _ stempel: Archivzeitstempel, vorher: Archivzeitstempel?,
    _ kettenverfahren: inout Hashverfahren?, _ gegenstaende: [Beweisgegenstand],
    _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    let ort = "Kette \(k + 1), Zeitstempel \(n + 1)"
    var ergebnis = Stempelergebnis(
      kette: k, nummer: n, zeitstempel: nil, stufen: stempel.baum?.listen.map(\.count))
    defer { ergebnisse.append(ergebnis) }
    let zeit: Zeitstempel
    do throws(NachweisFehler) {
      zeit = try Zeitstempel(der: stempel.token)
    } catch {
      return melde("STEMPEL-FORMAT", error.befund, ort, &bericht)
    }
    ergebnis.zeitstempel = zeit
    folge.nimm(zeit, Ort(datei: name, betreff: ort))
    let kennung = stempel.verfahrenskennung ?? zeit.verfahrenskennung
    guard let verfahren = Hashverfahren(objektkennung: kennung) else {
      return melde("BEWEIS-VERFAHREN", "Das Hashverfahren \(kennung) ist unbekannt.", ort, &bericht)
    }
    if zeit.verfahrenskennung != kennung || verfahren != kettenverfahren ?? verfahren {
      melde("BEWEIS-VERFAHREN", "Das Hashverfahren wechselt innerhalb der Kette.", ort, &bericht)
    }
    kettenverfahren = kettenverfahren ?? verfahren
    if let schwaeche = Schwaeche(hash: kennung, zweck: "Hashbaum") {
      let (schwere, text) = schwaeche.urteil(erneuerung(nachKette: k))
      bericht.melde(
        Befund(
          Nachweisregeln["BEWEIS-SCHWACH"], schwere: schwere, "\(ort): \(text)",
          ort: Ort(datei: name)))
    }
    if let baum = stempel.baum {
      ergebnis.lesarten = try baum.lesarten(zu: zeit.abdruck, verfahren)
      if ergebnis.lesarten.isEmpty {
        melde(
          "BEWEIS-BAUM",
          "Aus dem reduzierten Hashbaum folgt nicht der Hashwert, den der Zeitstempel nennt.", ort,
          &bericht)
      } else if ergebnis.lesarten.count < Lesart.allCases.count {
        melde(
          "BEWEIS-LESART",
          "Der Baum passt nur in der Lesart »\(ergebnis.lesarten.map(\.rawValue).joined(separator: "«, »"))«.",
          ort, &bericht)
      }
    }
    if let vorher {
      var rechner = try bildner(verfahren)
      let deckt = enthaelt(rechner.hash(vorher.token), stempel, zeit)
      ergebnis.decktVorgaenger = deckt
      if !deckt {
        melde("BEWEIS-VORGAENGER", "Er deckt den Zeitstempel davor nicht.", ort, &bericht)
      }
    } else {
      ergebnis.verkettung = try pruefe(gegenstaende, k, stempel, zeit, verfahren, ort, &bericht)
    }
  }

  /// When the tree was renewed with a sound algorithm; nil if it was not.
  ///
  /// A further time stamp in the same chain has the same algorithm and does not help.
  private func erneuerung(nachKette k: Int) -> Zeitpunkt? {
    for kette in record.ketten[(k + 1)...] {
      guard let zeit = try? Zeitstempel(der: kette[0].token) else { continue }
      if zeit.verfahren?.taugtFuerNachweis == true { return zeit.zeit }
    }
    return nil
  }

  /// Whether a value stands where that of what is proven must stand.
  private func enthaelt(
    _ wert: [UInt8], _ stempel: Archivzeitstempel, _ zeit: Zeitstempel
  ) -> Bool {
    guard let baum = stempel.baum else { return wert == zeit.abdruck }
    return baum.listen.first?.contains(wert) ?? false
  }

  /// Looks for everything that the record is about in the first time stamp of a chain.
  private func pruefe(
    _ gegenstaende: [Beweisgegenstand], _ k: Int, _ stempel: Archivzeitstempel, _ zeit: Zeitstempel,
    _ verfahren: Hashverfahren, _ ort: String, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) -> Verkettung? {
    guard !gegenstaende.isEmpty else { return nil }
    var rechner = try bildner(verfahren)
    let kettenhash = k > 0 ? rechner.hash(record.sequenz(ersteKetten: k)) : nil
    var verkettung: Verkettung?
    if stempel.baum == nil, Set(try gegenstaende.hashes(verfahren)).count > 1 {
      // Without a tree the stamped value is that of a single file or of the whole group.
      return try gruppe(gegenstaende, kettenhash, zeit, verfahren, ort, &bericht)
    }
    for g in gegenstaende {
      let hash = try g.hash(verfahren)
      guard let kettenhash else {
        if !enthaelt(hash, stempel, zeit) {
          melde(
            "BEWEIS-OBJEKT",
            "»\(g.name)« ist verändert oder gehört nicht zu diesem Evidence Record.",
            ort, objekt: g.name, &bericht)
        }
        continue
      }
      if enthaelt(rechner.hash(hash + kettenhash), stempel, zeit) {
        verkettung = .rfc
      } else if enthaelt(Hashbaum.knoten([hash[...], kettenhash[...]], &rechner), stempel, zeit) {
        verkettung = .sortiert
        melde(
          "BEWEIS-LESART",
          "Datei und bisherige Ketten sind in aufsteigender Folge verbunden, nicht wie in RFC 4998.",
          ort, objekt: g.name, &bericht)
      } else {
        melde(
          "BEWEIS-OBJEKT",
          "»\(g.name)« oder eine frühere Kette ist verändert oder gehört nicht zu diesem Evidence Record.",
          ort, objekt: g.name, &bericht)
      }
    }
    return verkettung
  }

  private func gruppe(
    _ gegenstaende: [Beweisgegenstand], _ kettenhash: [UInt8]?, _ zeit: Zeitstempel,
    _ verfahren: Hashverfahren, _ ort: String, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) -> Verkettung? {
    var rechner = try bildner(verfahren)
    var werte = try gegenstaende.hashes(verfahren)
    if let kettenhash { werte = werte.map { rechner.hash($0 + kettenhash) } }
    if Hashbaum.gruppenhash(werte.map { $0[...] }, &rechner) == zeit.abdruck { return .rfc }
    melde(
      "BEWEIS-OBJEKT",
      "Eine der Dateien ist verändert, oder sie gehören nicht alle zu diesem Evidence Record.", ort,
      &bericht)
    return nil
  }
}

extension [Beweisgegenstand] {
  fileprivate func hashes(_ verfahren: Hashverfahren) throws(NachweisFehler) -> [[UInt8]] {
    var aus: [[UInt8]] = []
    for g in self { aus.append(try g.hash(verfahren)) }
    return aus
  }
}
