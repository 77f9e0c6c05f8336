// SPDX-License-Identifier: Apache-2.0
internal import CLibXLSXWriter
internal import Glibc

extension Auswahlspalte {
  /// Gives a sheet this list of values.
  ///
  /// - Parameters:
  ///   - blatt: The sheet.
  ///   - erste: The first row, counted from 0.
  ///   - letzte: The last row.
  /// - Returns: What the library says.
  func setze(
    _ blatt: UnsafeMutablePointer<lxw_worksheet>, _ erste: lxw_row_t, _ letzte: lxw_row_t
  ) -> lxw_error {
    // The library copies all texts, but wants them writable.
    var liste = werte.map { strdup($0) } + [nil]
    let texte = [strdup(String(titel.prefix(32))), strdup(String(meldung.prefix(255)))]
    defer { for text in liste + texte { free(text) } }
    return liste.withUnsafeMutableBufferPointer { werte in
      var regel = lxw_data_validation()
      regel.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      regel.value_list = werte.baseAddress
      regel.error_title = texte[0]
      regel.error_message = texte[1]
      let spalte = lxw_col_t(clamping: self.spalte)
      return worksheet_data_validation_range(blatt, erste, spalte, letzte, spalte, &regel)
    }
  }
}
