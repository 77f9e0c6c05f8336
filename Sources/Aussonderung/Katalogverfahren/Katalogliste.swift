// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefung
public import Tabellen

/// The units of an Aktenplan as a table that an archivist fills in, and back (0511, 0513).
///
/// The same form as ``Bewertungsliste``: only the columns UUID, Entscheidung and Notiz are read back.
public struct Katalogliste: Sendable {
  /// What came of reading a filled-in list.
  public struct Eingang: Sendable {
    /// All findings, each with the row as the spreadsheet shows it.
    public let bericht: Pruefbericht
    /// The units with the decisions; nil if there is an error, then nothing is applied.
    public let liste: Einheitenliste?
  }

  /// The units.
  public let liste: Einheitenliste
  /// The largest file that is read, in bytes.
  public var groessteDatei = 64 << 20

  /// A table of these units.
  public init(_ liste: Einheitenliste) { self.liste = liste }

  /// Writes the table as CSV: UTF-8 with byte order mark, `;`, CRLF.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - ueberschreiben: Whether a file of that name may be replaced, perhaps one that is filled in.
  /// - Throws: `TabellenFehler`.
  public func schreibeCSV(
    nach pfad: String, ueberschreiben: Bool = false
  ) throws(TabellenFehler) {
    try blatt.schreibeCSV(nach: pfad, ueberschreiben: ueberschreiben)
  }

  /// Writes the table as a workbook for people, with a second sheet that explains how to fill it in.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - erstellt: When it was made, for the properties of the file.
  ///   - ueberschreiben: Whether a file of that name may be replaced, perhaps one that is filled in.
  /// - Throws: `TabellenFehler`.
  public func schreibeXLSX(
    nach pfad: String, erstellt: Zeitpunkt, ueberschreiben: Bool = false
  ) throws(TabellenFehler) {
    try blatt.schreibeXLSX(nach: pfad, erstellt: erstellt, ueberschreiben: ueberschreiben)
  }

  /// Reads a filled-in list: CSV with `;`, comma or tab, UTF-8 or Windows-1252, columns in any order.
  ///
  /// A unit without a decision takes that of the nearest unit above that has one; `B` says that its
  /// files are offered one by one. Rules BL1 to BL12 and BL14.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - datei: Its name for the findings.
  /// - Returns: All findings, and the decided units if no finding is an error.
  public func lies(_ bytes: [UInt8], datei: String? = nil) -> Eingang {
    var lauf = Listenlauf(
      liste.eintraege.map { Listenposten($0) }, .einheiten,
      Listengrenzen(datei: groessteDatei, zeilen: 1_048_576, befundeJeRegel: 200), datei)
    lauf.lies(bytes)
    guard let ergebnis = lauf.ergebnis else { return Eingang(bericht: lauf.bericht, liste: nil) }
    var neu = liste
    for (stelle, e) in liste.eintraege.enumerated() {
      let notiz = ergebnis.notizen.map { $0[stelle] } ?? e.notiz
      neu.setze(ergebnis.entscheidungen[stelle], notiz: notiz, stelle)
    }
    return Eingang(bericht: lauf.bericht, liste: neu)
  }

  private var blatt: Listenblatt {
    let gefuege = Objektgefuege(liste.eintraege.map { Listenposten($0) })
    let alle = liste.eintraege
    func text(_ text: String?) -> Zellwert { text.map { $0.isEmpty ? .leer : .text($0) } ?? .leer }
    return Listenblatt(
      art: .einheiten, anzahl: alle.count,
      wert: { spalte, stelle in
        let e = alle[stelle]
        return switch spalte {
        case .nummer: .zahl(Int64(stelle + 1))
        case .kennzeichen: text(e.kennzeichen)
        case .bezeichnung: text(e.bezeichnung)
        case .enthaltenIn:
          text(gefuege.vorfahren(stelle).first { _ in true }.map { alle[$0].kennzeichen })
        case .stillgelegt: e.stillgelegt ? .text("ja") : .leer
        case .entscheidung:
          if let entscheidung = e.entscheidung {
            .text(entscheidung.rawValue)
          } else {
            // Left empty it would inherit when it is read back.
            gefuege.vorfahren(stelle).contains { alle[$0].entscheidung != nil }
              ? .text(Listenart.einzeln) : .leer
          }
        case .notiz: text(e.notiz)
        case .uuid: .text(e.id.text)
        default: .leer
        }
      }, zeile: { Listenblatt.Zeile(istKontext: false, tiefe: gefuege.tiefe($0)) })
  }
}
