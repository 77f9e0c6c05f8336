// SPDX-License-Identifier: Apache-2.0
internal import CLibXLSXWriter
internal import Glibc
internal import Pruefsummen

/// Writes a workbook (XLSX) row by row: one sheet after the other, each from top to bottom.
///
/// ```swift
/// var mappe = try Arbeitsmappe("liste.xlsx", titel: "Liste", erstellt: zeitpunkt)
/// try mappe.blatt(Blattgestalt("Liste", breiten: [8, 40]))
/// try mappe.zeile([Zelle(.zahl(1)), Zelle(.text("Bauakte"))])
/// try mappe.beende()
/// ```
///
/// The workbook appears under its name when it is complete, and only after what was packed has been
/// compared with what was written: the library does not notice a full disk everywhere. The same
/// input gives the same bytes. Memory: one row and one block.
public struct Arbeitsmappe: ~Copyable {
  /// The largest number of rows of a sheet.
  public static let hoechstzahlZeilen = 1_048_576
  /// The longest text of a cell in units of UTF-16.
  public static let laengsterText = 32_767

  private let ziel: Zieldatei
  private let griff: Mappengriff
  private let zahlen: Zahlenschreibung
  private var formen: [Formschluessel: UnsafeMutablePointer<lxw_format>] = [:]
  private var blatt: Blattstand?
  private var fertige: [Blattrohdaten] = []

  private struct Formschluessel: Hashable {
    let form: Zellform
    let istZahl: Bool
  }

  /// The sheet that is being written.
  private struct Blattstand {
    let gestalt: Blattgestalt
    let blatt: UnsafeMutablePointer<lxw_worksheet>
    var zeilen = 0
  }

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - pfad: Its name when it is complete.
  ///   - titel: What it is, for the properties of the file.
  ///   - erstellt: When it was made, in seconds since 1970.
  ///   - ueberschreiben: Whether a file of that name may be replaced.
  /// - Throws: ``TabellenFehler``.
  public init(
    _ pfad: String, titel: String, erstellt: Int64, ueberschreiben: Bool = false
  ) throws(TabellenFehler) {
    let ziel = try Zieldatei(pfad, ueberschreiben: ueberschreiben)
    guard let griff = Mappengriff(ziel.teilpfad, ordner: ziel.ordner),
      let zahlen = Zahlenschreibung()
    else { throw .schreiben(pfad: pfad, grund: systemgrund(ENOMEM)) }
    let status = titel.withCString { text in
      var angaben = lxw_doc_properties()
      angaben.title = UnsafeMutablePointer(mutating: text)  // copied by the library
      angaben.created = time_t(max(1, erstellt))  // 0 would be the clock
      return workbook_set_properties(griff.buch, &angaben)
    }
    guard status == LXW_NO_ERROR else { throw Self.fehler(status, pfad) }
    self.ziel = ziel
    self.griff = griff
    self.zahlen = zahlen
  }

  /// Begins the next sheet.
  ///
  /// - Parameter gestalt: Its name and what it looks like.
  /// - Throws: ``TabellenFehler``.
  public mutating func blatt(_ gestalt: Blattgestalt) throws(TabellenFehler) {
    try schliesseBlatt()
    guard !gestalt.name.isEmpty,
      workbook_validate_sheet_name(griff.buch, gestalt.name) == LXW_NO_ERROR
    else {
      throw .schreiben(pfad: ziel.pfad, grund: "»\(gestalt.name)« ist kein Name für ein Blatt")
    }
    errno = 0
    guard let neu = workbook_add_worksheet(griff.buch, gestalt.name),
      neu.pointee.optimize_tmpfile != nil
    else { throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno == 0 ? ENOMEM : errno)) }
    for (stelle, breite) in gestalt.breiten.enumerated() {
      let spalte = lxw_col_t(clamping: stelle)
      worksheet_set_column(neu, spalte, spalte, Double(breite), nil)
    }
    worksheet_set_landscape(neu)
    worksheet_set_paper(neu, 9)  // A4
    worksheet_fit_to_pages(neu, 1, 0)
    worksheet_outline_settings(neu, 1, 0, 1, 0)  // what contains others stands above them
    if gestalt.hatKopf {
      worksheet_freeze_panes(neu, 1, 0)
      worksheet_repeat_rows(neu, 0, 0)
    }
    blatt = Blattstand(gestalt: gestalt, blatt: neu)
  }

  /// Writes the next row of the sheet.
  ///
  /// - Parameters:
  ///   - zellen: Its cells.
  ///   - gliederung: How deep it is in the outline; deeper than 7 counts as 7.
  /// - Throws: ``TabellenFehler``.
  public mutating func zeile(_ zellen: [Zelle], gliederung: Int = 0) throws(TabellenFehler) {
    guard let stand = blatt else {
      throw .schreiben(pfad: ziel.pfad, grund: "die Mappe hat noch kein Blatt")
    }
    guard stand.zeilen < Self.hoechstzahlZeilen else {
      throw .zuVieleZeilen(pfad: ziel.pfad, hoechstens: Self.hoechstzahlZeilen)
    }
    let formen = zellen.map { form($0) }
    let nummer = lxw_row_t(stand.zeilen)
    let status = zahlen.mit {
      var status = LXW_NO_ERROR
      if gliederung > 0 {
        var optionen = lxw_row_col_options()
        optionen.level = UInt8(min(gliederung, 7))
        status = worksheet_set_row_opt(stand.blatt, nummer, 15, nil, &optionen)
      }
      for (stelle, zelle) in zellen.enumerated() where status == LXW_NO_ERROR {
        let spalte = lxw_col_t(clamping: stelle)
        status =
          switch zelle.wert {
          case .leer: worksheet_write_blank(stand.blatt, nummer, spalte, formen[stelle])
          case .text(let text):
            worksheet_write_string(
              stand.blatt, nummer, spalte, Zelltext.text(text), formen[stelle])
          case .zahl(let zahl):
            worksheet_write_number(stand.blatt, nummer, spalte, Double(zahl), formen[stelle])
          }
      }
      return status
    }
    guard status == LXW_NO_ERROR else { throw Self.fehler(status, ziel.pfad) }
    blatt?.zeilen += 1
  }

  /// Packs the workbook, compares it with what was written, and gives it its name.
  ///
  /// - Throws: ``TabellenFehler``.
  public consuming func beende() throws(TabellenFehler) {
    try schliesseBlatt()
    let rohdaten = fertige
    let pfad = ziel.pfad
    errno = 0
    let status = griff.packe(zahlen)
    guard status == LXW_NO_ERROR else { throw Self.fehler(status, pfad) }
    try Mappenpruefung(pfad: pfad, teilpfad: ziel.teilpfad).pruefe(rohdaten)
    try ziel.vollende()
  }

  // MARK: Parts

  /// Brings the last row of a sheet to its file, and makes sure that all rows are there.
  private mutating func schliesseBlatt() throws(TabellenFehler) {
    guard let stand = blatt else { return }
    blatt = nil
    let gestalt = stand.gestalt
    let letzte = lxw_row_t(max(stand.zeilen - 1, 1))
    if gestalt.hatKopf, !gestalt.breiten.isEmpty {
      worksheet_autofilter(
        stand.blatt, 0, 0, letzte, lxw_col_t(clamping: gestalt.breiten.count - 1))
    }
    if let auswahl = gestalt.auswahl {
      let status = auswahl.setze(stand.blatt, gestalt.hatKopf ? 1 : 0, letzte)
      guard status == LXW_NO_ERROR else { throw Self.fehler(status, ziel.pfad) }
    }
    errno = 0
    zahlen.mit { lxw_worksheet_write_single_row(stand.blatt) }
    guard let datei = stand.blatt.pointee.optimize_tmpfile, fflush(datei) == 0, ferror(datei) == 0,
      let rohdaten = Blattrohdaten(datei)
    else { throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno == 0 ? EIO : errno)) }
    fertige.append(rohdaten)
  }

  private mutating func form(_ zelle: Zelle) -> UnsafeMutablePointer<lxw_format>? {
    var istZahl = false
    if case .zahl = zelle.wert { istZahl = true }
    let schluessel = Formschluessel(form: zelle.form, istZahl: istZahl)
    if schluessel.form == Zellform(), !istZahl { return nil }
    if let da = formen[schluessel] { return da }
    guard let neu = workbook_add_format(griff.buch) else { return nil }
    zelle.form.setze(neu)
    if istZahl { format_set_num_format_index(neu, 3) }  // #,##0
    formen[schluessel] = neu
    return neu
  }

  private static func fehler(_ status: lxw_error, _ pfad: String) -> TabellenFehler {
    let nummer = errno
    let grund =
      switch status {
      case LXW_ERROR_MEMORY_MALLOC_FAILED: systemgrund(ENOMEM)
      case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
        LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
        nummer == 0 ? "die Mappe ließ sich nicht packen" : systemgrund(nummer)
      default: "libxlsxwriter meldet: \(String(cString: lxw_strerror(status)))"
      }
    return .schreiben(pfad: pfad, grund: grund)
  }
}

extension Zellform {
  /// Gives the library's format these properties.
  fileprivate func setze(_ format: UnsafeMutablePointer<lxw_format>) {
    if fett { format_set_bold(format) }
    if grau {
      format_set_font_color(format, 0x70_7070)
      format_set_bg_color(format, 0xE7_E7E7)
    } else if eingabe {
      format_set_bg_color(format, 0xFF_F8D6)
      format_set_border(format, 1)
      format_set_border_color(format, 0xC8_C0A0)
    }
    if umbruch { format_set_text_wrap(format) }
    if mittig { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if einzug > 0 { format_set_indent(format, UInt8(min(einzug, 15))) }
  }
}
