// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Whether the files are what METS says.
extension Earkgang {
  /// So many files are hashed at once, so that not all digests of a large package are in memory.
  private static let teil = 16_384

  /// Compares promised and computed digests, and says which file without a line is a missing one.
  ///
  /// - Parameters:
  ///   - quelle: The package.
  ///   - ungenannte: Files that no METS names.
  mutating func pruefePruefsummen(_ quelle: any Bagquelle, _ ungenannte: [Int]) {
    zusagen.sort { ($0.stelle, $0.mets, $0.zeile) < ($1.stelle, $1.mets, $1.zeile) }
    let gesucht = Set(luecken.compactMap { $0.summe?.verfahren })
    let fremde = gesucht.isEmpty ? [] : ungenannte.filter { bestand.dateien[$0].groesse > 0 }
    var umbenannt: [Pruefsumme: [Int]] = [:]
    var naechste = 0
    var naechsteFremde = 0
    while naechste < zusagen.count || naechsteFremde < fremde.count {
      var auftraege: [Int: [Hashverfahren]] = [:]
      let anfang = naechste
      // Only a folder can be read in parts.
      let grenze = quelle is Bagordner ? Self.teil : Int.max
      while naechste < zusagen.count {
        let z = zusagen[naechste]
        if auftraege.count >= grenze, auftraege[z.stelle] == nil { break }
        if auftraege[z.stelle]?.contains(z.summe.verfahren) != true {
          auftraege[z.stelle, default: []].append(z.summe.verfahren)
        }
        naechste += 1
      }
      while naechsteFremde < fremde.count, auftraege.count < grenze {
        auftraege[fremde[naechsteFremde]] = gesucht.sorted { $0.rawValue < $1.rawValue }
        naechsteFremde += 1
      }
      let summen = quelle.hashe(auftraege, faeden: pruefer.faeden)
      vergleiche(zusagen[anfang..<naechste], summen)
      for stelle in fremde {
        guard case .summen(let gefunden)? = summen[stelle] else { continue }
        for summe in gefunden { umbenannt[summe, default: []].append(stelle) }
      }
    }
    for luecke in luecken {
      guard let summe = luecke.summe, let stelle = umbenannt[summe]?.first else { continue }
      umbenannt[summe]?.removeFirst()
      melde(
        "UMBENANNT", "Die Datei hat den Inhalt der fehlenden »\(luecke.pfad.text.sichtbar)«.",
        bestand.dateien[stelle].pfad.text)
    }
  }

  private mutating func vergleiche(_ zusagen: ArraySlice<Zusage>, _ summen: [Int: Hashergebnis]) {
    var gemeldet = -1
    for z in zusagen {
      let datei = bestand.dateien[z.stelle].pfad.text
      switch summen[z.stelle] {
      case .summen(let gefunden)?:
        guard let ist = gefunden.first(where: { $0.verfahren == z.summe.verfahren }), ist != z.summe
        else { continue }
        melde(
          z.regel,
          "Der Inhalt passt nicht zur Prüfsumme: \(bestand.dateien[z.mets].pfad.text.sichtbar), Zeile \(z.zeile), "
            + "verlangt \(z.summe.hex.prefix(16))…, gefunden \(ist.hex.prefix(16))….", datei)
      case .fehler(let grund)?:
        if gemeldet != z.stelle { melde("NICHT-LESBAR", grund, datei) }
        gemeldet = z.stelle
      case nil: break
      }
    }
  }
}
