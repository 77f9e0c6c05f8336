// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Baggang {
  /// What the archive around the bag broke.
  mutating func pruefeHuelle() {
    for befund in bestand.huelle { melde(befund.regel, befund.meldung, befund.datei) }
  }

  /// `bagit.txt` and the folder `data` (RFC 8493, sections 2.1.1 and 2.1.2).
  mutating func pruefeGrundlage(_ quelle: any Bagquelle) {
    if !bestand.hatData { melde("DATA-FEHLT", "Der Ordner »data« fehlt.", "data") }
    guard let index = stellen[Bagpfad("bagit.txt")] else {
      melde("BAGIT-FEHLT", "Die Datei bagit.txt fehlt.", "bagit.txt")
      return
    }
    // Always UTF-8, whatever it says of the others.
    guard var bytes = text(quelle, index, bom: "BAGIT-BOM") else { return }
    var zeilen: [ArraySlice<UInt8>] = []
    // Two lines are all it may have; a giant is not taken apart further.
    if bytes.count > 1 << 16 { bytes = Array(bytes[..<(1 << 16)]) }
    for (_, zeile) in Tagzeilen(bytes) { zeilen.append(zeile) }
    pruefeVersion(zeilen.first)
    pruefeKodierung(zeilen.dropFirst().first)
    if zeilen.count > 2 {
      melde("BAGIT-ZEILENZAHL", "bagit.txt hat \(zeilen.count) Zeilen statt zwei.", "bagit.txt")
    }
  }

  private mutating func text(_ quelle: any Bagquelle, _ index: Int, bom: String) -> [UInt8]? {
    do throws(UebergabeFehler) {
      let bytes = try quelle.inhalt(index)
      guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return bytes }
      melde(bom, "Die Datei beginnt mit einer BOM.", "bagit.txt")
      return Array(bytes.dropFirst(3))
    } catch {
      melde(error.dateiregel, error.description, "bagit.txt")
      return nil
    }
  }

  private mutating func pruefeVersion(_ zeile: ArraySlice<UInt8>?) {
    guard let (wert, genau) = Self.feld("BagIt-Version", zeile), let v = Bagversion(wert) else {
      melde(
        "BAGIT-VERSION-FORM",
        "Statt »BagIt-Version: M.N« steht da »\((zeile?.text ?? "").sichtbar)«.", "bagit.txt",
        zeile: 1)
      return
    }
    version = v
    if !Bagversion.bekannte.contains(v) {
      melde("BAGIT-VERSION-UNBEKANNT", "Die Version \(v) ist unbekannt.", "bagit.txt", zeile: 1)
    }
    if !genau { meldeLeerraum(1) }
  }

  private mutating func pruefeKodierung(_ zeile: ArraySlice<UInt8>?) {
    guard let (wert, genau) = Self.feld("Tag-File-Character-Encoding", zeile), !wert.isEmpty else {
      melde(
        "BAGIT-KODIERUNG-FEHLT", "Die Angabe »Tag-File-Character-Encoding« fehlt.", "bagit.txt",
        zeile: 2)
      return
    }
    if let satz = Zeichensatz(wert) {
      zeichensatz = satz
    } else {
      melde(
        "ZEICHENSATZ-UNBEKANNT", "Die Zeichenkodierung »\(wert.sichtbar)« ist unbekannt.",
        "bagit.txt", zeile: 2)
    }
    if !genau { meldeLeerraum(2) }
  }

  private mutating func meldeLeerraum(_ zeile: Int) {
    guard regelversion.istRFC else { return }
    melde(
      "BAGIT-LEERRAUM", "Die Zeile \(zeile) hat Leerraum an einer falschen Stelle.", "bagit.txt",
      zeile: zeile)
  }

  /// The value of a line that has this label, and whether its blanks are those of BagIt 1.0.
  private static func feld(
    _ bezeichnung: String, _ zeile: ArraySlice<UInt8>?
  ) -> (wert: String, genau: Bool)? {
    guard let zeile, let trenner = zeile.firstIndex(of: 0x3A),
      zeile[..<trenner].ohneRand.elementsEqual(bezeichnung.utf8)
    else { return nil }
    let wert = zeile[(trenner + 1)...].ohneRand.text
    return (wert, zeile.elementsEqual("\(bezeichnung): \(wert)".utf8))
  }
}
