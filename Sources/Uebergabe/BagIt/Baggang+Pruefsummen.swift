// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Baggang {
  /// Asks for the digests that the manifests promise.
  mutating func bestelle(_ zuordnung: Bagzuordnung, _ manifeste: [Bagmanifest]) {
    for (manifest, treffer) in zip(manifeste, zuordnung.stellen) {
      guard let verfahren = manifest.verfahren else { continue }
      for case let stelle? in treffer { bestelle(stelle, verfahren) }
    }
  }

  private mutating func bestelle(_ stelle: Int, _ verfahren: Hashverfahren) {
    var bisher = auftraege[stelle] ?? []
    if !bisher.contains(verfahren) { bisher.append(verfahren) }
    auftraege[stelle] = bisher
  }

  /// Asks for the digests of files without a line if others are missing: one may be the other.
  mutating func bestelleUnbekannte(_ zuordnung: inout Bagzuordnung) {
    guard !zuordnung.fehlende.isEmpty else {
      zuordnung.unbekannte = []
      return
    }
    let verfahren = Hashverfahren.allCases.filter { v in
      stellen.keys.contains(Bagpfad("manifest-\(v.manifestname).txt"))
    }
    for stelle in zuordnung.unbekannte { for v in verfahren { bestelle(stelle, v) } }
  }

  /// Compares promised and computed digests; one finding for each file.
  mutating func vergleiche(
    _ zuordnung: Bagzuordnung, _ manifeste: [Bagmanifest], _ summen: [Int: Hashergebnis],
    _ regel: String
  ) {
    var maengel: [Int: [String]] = [:]
    for (manifest, treffer) in zip(manifeste, zuordnung.stellen) {
      guard let verfahren = manifest.verfahren else { continue }
      for (zeile, stelle) in zip(manifest.zeilen, treffer) {
        guard let stelle, let platz = auftraege[stelle]?.firstIndex(of: verfahren),
          case .summen(let gefunden)? = summen[stelle], gefunden[platz].bytes != zeile.summe
        else { continue }
        maengel[stelle, default: []].append(
          "\(manifest.name), Zeile \(zeile.nummer), verlangt \(Self.kurz(zeile.summe)), "
            + "gefunden \(Self.kurz(gefunden[platz].bytes))")
      }
    }
    for stelle in maengel.keys.sorted() {
      let einzelheiten = (maengel[stelle] ?? []).joined(separator: "; ")
      melde(
        regel, "Der Inhalt passt nicht zur Prüfsumme: \(einzelheiten).",
        bestand.dateien[stelle].pfad.text)
    }
    let gefragt = Set(zuordnung.stellen.joined().compactMap { $0 })
    for stelle in gefragt.sorted() {
      let datei = bestand.dateien[stelle].pfad.text
      switch summen[stelle] {
      case .fehler(let grund)?: melde("NICHT-LESBAR", grund, datei)
      case .beschaedigt(let grund)?: melde("ARCHIV-BESCHAEDIGT", grund, datei)
      case .summen?, nil: break
      }
    }
  }

  /// The beginning of a digest, enough to compare by eye.
  private static func kurz(_ bytes: [UInt8]) -> String {
    bytes.prefix(8).map { b in
      (b < 16 ? "0" : "") + String(b, radix: 16)
    }.joined() + "…"
  }

  /// Says which file without a line has the content of a missing one.
  mutating func erkenneUmbenannte(
    _ zuordnung: Bagzuordnung, _ manifeste: [Bagmanifest], _ summen: [Int: Hashergebnis]
  ) {
    var frei: [Pruefsumme: [Int]] = [:]
    for stelle in zuordnung.unbekannte where bestand.dateien[stelle].groesse > 0 {
      guard case .summen(let gefunden)? = summen[stelle] else { continue }
      for summe in gefunden { frei[summe, default: []].append(stelle) }
    }
    guard !frei.isEmpty else { return }
    for (pfad, nummer, i) in zuordnung.fehlende {
      guard let verfahren = manifeste[nummer].verfahren,
        let soll = Pruefsumme(verfahren, bytes: manifeste[nummer].zeilen[i].summe),
        let stelle = frei[soll]?.first
      else { continue }
      frei[soll]?.removeFirst()
      melde(
        "UMBENANNT", "Die Datei hat den Inhalt der fehlenden »\(pfad.text.sichtbar)«.",
        bestand.dateien[stelle].pfad.text)
    }
  }
}
