// SPDX-License-Identifier: Apache-2.0
internal import Lifecycle
internal import Pruefung

/// A filled-in list as text: its character set and separator found out.
struct Listentext {
  /// The list as valid UTF-8.
  let bytes: [UInt8]
  /// True if it was not in UTF-8.
  let warWindows: Bool

  /// Why a file is no such text.
  struct Hindernis: Error {
    let regel: Regel
    let meldung: String
    var abhilfe: String?
  }

  /// Finds out the character set.
  ///
  /// - Throws: ``Hindernis``.
  init(_ roh: [UInt8]) throws(Hindernis) {
    try Self.pruefeArt(roh)
    if String(validating: roh, as: UTF8.self) != nil {
      bytes = roh
      warWindows = false
      return
    }
    guard !roh.starts(with: [0xEF, 0xBB, 0xBF]), let utf8 = Windows1252.utf8(roh) else {
      throw Hindernis(
        regel: Bewertungsregeln.bl1,
        meldung: "Die Datei ist weder gültiges UTF-8 noch Windows-1252.",
        abhilfe: "Speichern Sie die Tabelle als »CSV UTF-8 (durch Trennzeichen getrennt)«.")
    }
    bytes = utf8
    warWindows = true
  }

  private static let warumNicht =
    "Arbeitsmappen werden nicht eingelesen, weil es dafür keine verlässliche Bibliothek gibt und von "
    + "den Entscheidungen abhängt, was vernichtet wird."

  private static func pruefeArt(_ roh: [UInt8]) throws(Hindernis) {
    let mappe: String? =
      if roh.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        "Die Datei ist eine Arbeitsmappe (XLSX oder ODS) oder eine andere ZIP-Datei, keine "
          + "CSV-Tabelle. \(warumNicht)"
      } else if roh.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        "Die Datei ist eine Arbeitsmappe im alten Excel-Format (XLS), keine CSV-Tabelle. "
          + warumNicht
      } else if roh.starts(with: [0xFF, 0xFE]) || roh.starts(with: [0xFE, 0xFF]) {
        "Die Datei ist in UTF-16 gespeichert (Excel nennt das »Unicode-Text«)."
      } else if roh.contains(0) {
        "Die Datei enthält Nullbytes und ist keine Textdatei."
      } else {
        nil
      }
    if let mappe { throw Hindernis(regel: Bewertungsregeln.bl1, meldung: mappe) }
  }

  /// The separator that makes the most known columns of the first row.
  var trenner: UInt8 {
    let moegliche = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    func bekannte(_ trenner: UInt8) -> Int {
      var csv = CSVLeser(einzeln: bytes, trenner: trenner)
      let felder = Listenkopf.ersteZeile(&csv)?.felder ?? []
      return felder.count { Listenspalte(kopf: $0.ohneRand) != nil }
    }
    let zahlen = moegliche.map { (trenner: $0, zahl: bekannte($0)) }
    let meiste = zahlen.map(\.zahl).max() ?? 0
    return zahlen.first { $0.zahl == meiste }?.trenner ?? moegliche[0]
  }
}
