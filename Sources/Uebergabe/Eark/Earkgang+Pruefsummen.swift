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
    // One list for all files with the same algorithm.
    var listen: [Hashverfahren: [Hashverfahren]] = [:]
    func einzeln(_ summe: Pruefsumme) -> [Hashverfahren] {
      if let liste = listen[summe.verfahren] { return liste }
      listen[summe.verfahren] = [summe.verfahren]
      return [summe.verfahren]
    }
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
        let bisher = auftraege[z.stelle]
        if bisher?.contains(z.summe.verfahren) != true {
          auftraege[z.stelle] =
            (bisher ?? []).isEmpty ? einzeln(z.summe) : (bisher ?? []) + einzeln(z.summe)
        }
        naechste += 1
      }
      while naechsteFremde < fremde.count, auftraege.count < grenze {
        auftraege[fremde[naechsteFremde]] = gesucht.sorted { $0.rawValue < $1.rawValue }
        naechsteFremde += 1
      }
      let teil = zusagen[anfang..<naechste]
      let summen =
        (quelle as? Bagarchiv)?.hashe(auftraege) { !Self.stimmt(teil, $0, $1) }
        ?? quelle.hashe(auftraege, faeden: pruefer.faeden)
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

  /// True if a file has digests promised and all of them are as promised.
  ///
  /// - Parameters:
  ///   - zusagen: All promises, ordered by file.
  ///   - stelle: The file.
  ///   - summen: Its digests.
  /// - Returns: False also for a file without a promise, whose digests are still needed.
  private static func stimmt(
    _ zusagen: ArraySlice<Zusage>, _ stelle: Int, _ summen: [Pruefsumme]
  ) -> Bool {
    var unten = zusagen.startIndex
    var oben = zusagen.endIndex
    while unten < oben {
      let mitte = unten + (oben - unten) / 2
      if zusagen[mitte].stelle < stelle { unten = mitte + 1 } else { oben = mitte }
    }
    let eigene = zusagen[unten...].prefix { $0.stelle == stelle }
    return !eigene.isEmpty && eigene.allSatisfy { summen.contains($0.summe) }
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
      case .beschaedigt(let grund)?:
        if gemeldet != z.stelle { melde("ARCHIV-BESCHAEDIGT", grund, datei) }
        gemeldet = z.stelle
      case nil: break
      }
    }
  }
}
