// SPDX-License-Identifier: Apache-2.0

/// Writes a CSV file row by row as German spreadsheets open it with a double click: UTF-8 with byte
/// order mark, `;`, CRLF, quotes after RFC 4180.
///
/// Texts are protected from being taken for formulas (``Formelschutz``). The file appears under its
/// name when it is complete. Memory: one buffer.
public struct CSVSchreiber: ~Copyable {
  private let ziel: Zieldatei
  private var puffer: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - pfad: Its name when it is complete.
  ///   - ueberschreiben: Whether a file of that name may be replaced.
  /// - Throws: ``TabellenFehler``.
  public init(_ pfad: String, ueberschreiben: Bool = false) throws(TabellenFehler) {
    ziel = try Zieldatei(pfad, ueberschreiben: ueberschreiben)
  }

  /// Writes a row.
  ///
  /// - Parameter felder: Its fields; NUL, which no reader accepts, becomes U+FFFD.
  /// - Throws: ``TabellenFehler/schreiben(pfad:grund:)``.
  public mutating func zeile(_ felder: [String]) throws(TabellenFehler) {
    for (stelle, feld) in felder.enumerated() {
      if stelle > 0 { puffer.append(UInt8(ascii: ";")) }
      schreibe(Formelschutz.geschuetzt(feld))
    }
    puffer += [13, 10]
    guard puffer.count >= 1 << 16 else { return }
    try ziel.schreibe(puffer)
    puffer.removeAll(keepingCapacity: true)
  }

  /// Writes the rest, brings the file to the disk and gives it its name.
  ///
  /// - Throws: ``TabellenFehler``.
  public consuming func beende() throws(TabellenFehler) {
    try ziel.schreibe(puffer)
    try ziel.vollende()
  }

  private mutating func schreibe(_ feld: String) {
    let anfuehrung = UInt8(ascii: "\"")
    // Separators of other countries are quoted, too; so are blanks at the ends, which some drop.
    let sonder: (UInt8) -> Bool = { $0 < 32 || $0 == anfuehrung || $0 == 44 || $0 == 59 }
    let mitAnfuehrung =
      feld.utf8.contains(where: sonder) || feld.utf8.first == 32 || feld.utf8.last == 32
    if mitAnfuehrung { puffer.append(anfuehrung) }
    for b in feld.utf8 {
      if b == 0 {
        puffer += [0xEF, 0xBF, 0xBD]
        continue
      }
      if b == anfuehrung { puffer.append(anfuehrung) }
      puffer.append(b)
    }
    if mitAnfuehrung { puffer.append(anfuehrung) }
  }
}
