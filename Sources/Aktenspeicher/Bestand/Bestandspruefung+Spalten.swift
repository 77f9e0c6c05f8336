// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

// What stands twice in a row, for searching and listing, says the same both times.

extension Bestandspruefung {
  /// The names of the columns that do not say what state and metadata say.
  func abweichungen(_ zeile: Objektzeile) throws -> [String] {
    var namen: [String] = []
    func pruefe(_ name: String, _ gleich: Bool) { if !gleich { namen.append(name) } }
    let angaben = try zeile.angaben(l.pfad)
    pruefe("betreff", bytegleich(angaben.betreff, zeile.betreff))
    pruefe("id", angaben.id == zeile.id)
    let eltern = try zeile.eltern.flatMap { try l.objekt(nummer: $0)?.id }
    if zeile.ebene == .dokument {
      let d = try zeile.dokument(l.pfad)
      pruefe("id", d.id == zeile.id)
      pruefe("eltern", d.eltern == eltern)
      pruefe("lage", d.lage.nummer == zeile.lage)
      pruefe(
        "kennzeichen",
        bytegleich(angaben.allgemeineMetadaten?.kennzeichen?.text, zeile.kennzeichen))
      pruefe(
        "übrige",
        zeile.einheit == nil && zeile.zda == nil && zeile.reifab == nil
          && zeile.spaetestens == nil && zeile.gesperrt == 0 && zeile.paket == nil)
      pruefe("verwendung", try nutztDasRichtige(zeile, d, angaben))
      return namen
    }
    let z = try zeile.schriftgut(l.pfad)
    let eigene = z.lage == .vernichtet ? [] : (z.weitereDateien ?? []).compactMap { Dateihash($0) }
    pruefe("verwendung", try l.verwendete(zeile.nr) == Set(eigene))
    pruefe("id", z.id == zeile.id)
    pruefe("ebene", z.ebene.objektebene == zeile.ebene)
    // A number that leads nowhere is not the same as none.
    pruefe("eltern", z.eltern == eltern && (zeile.eltern == nil) == (eltern == nil))
    pruefe("einheit", bytegleich(z.einheit, zeile.einheit))
    pruefe("lage", z.lage.nummer == zeile.lage)
    pruefe("kennzeichen", bytegleich(z.kennzeichen.text, zeile.kennzeichen))
    pruefe("zda", z.zdADatum == zeile.zda)
    pruefe("spaetestens", z.spaetestensAnbieten == zeile.spaetestens)
    pruefe("gesperrt", z.sperren.count == zeile.gesperrt)
    pruefe("paket", z.aussonderung?.paket.sechzehn == zeile.paket)
    pruefe("reifab", try Reiferechnung(l).reife(zeile) == zeile.reifab)
    return namen
  }

  /// A document uses every file of its versions, and none that neither state nor metadata name.
  private func nutztDasRichtige(
    _ zeile: Objektzeile, _ d: Dokumentzustand, _ angaben: Schriftgutobjekt
  ) throws -> Bool {
    let genutzt = try l.verwendete(zeile.nr)
    guard d.lage != .vernichtet else { return genutzt.isEmpty }
    let noetig = Set(
      (d.fassungen.flatMap { [$0.hash] + $0.repraesentate } + (d.weitereDateien ?? []))
        .compactMap { Dateihash($0) })
    return noetig.isSubset(of: genutzt)
      && genutzt.subtracting(noetig).isSubset(of: angaben.genannteDateien)
  }

  /// The columns whose number is no day of the calendar, so that it reads like none at all.
  func tageOhneSinn(_ a: Anweisung, _ zeile: Objektzeile) -> [String] {
    [(8, "zda", zeile.zda), (9, "reifab", zeile.reifab), (10, "spaetestens", zeile.spaetestens)]
      .filter { a.vielleichtZahl($0.0) != $0.2.map { Int64($0.tageszahl) } }.map(\.1)
  }
}

/// Texts are the same only with the same bytes; `==` takes the two ways to write an ä for one.
func bytegleich(_ a: String?, _ b: String?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return a.utf8.elementsEqual(b.utf8)
}

extension Schriftgutobjekt {
  /// The files that the metadata of a document name by a digest of the store's kind.
  fileprivate var genannteDateien: Set<Dateihash> {
    guard case .dokument(let d) = self, case .versionen(let versionen) = d.inhalt else { return [] }
    return Set(
      versionen.flatMap(\.formate).compactMap { format in
        format.primaerdokument.hash?.pruefsumme.flatMap { Dateihash($0) }
      })
  }
}

extension Lesezugriff {
  /// The digests of the files that an object uses, also of those that have no row.
  func verwendete(_ nr: Int64) throws -> Set<Dateihash> {
    let a = try anweisung("SELECT hash FROM verwendung WHERE objekt = ?")
    a.binde(1, nr)
    var hashes: Set<Dateihash> = []
    try a.jedeZeile {
      hashes.insert(try a.hash(0))
      return true
    }
    return hashes
  }
}
