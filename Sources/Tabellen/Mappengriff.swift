// SPDX-License-Identifier: Apache-2.0
internal import CLibXLSXWriter
internal import Glibc

/// The only owner of libxlsxwriter's workbook; it frees the workbook on every way out.
struct Mappengriff: ~Copyable {
  /// The workbook; its sheets and formats belong to it.
  let buch: UnsafeMutablePointer<lxw_workbook>

  /// A workbook that keeps one row in memory and the rest in files without a name.
  ///
  /// - Parameters:
  ///   - pfad: The file that the workbook becomes.
  ///   - ordner: Where the files without a name are; beside the target, since the content is as
  ///     confidential as that of the target, and the room has to be there anyway.
  init?(_ pfad: String, ordner: String) {
    let neu = ordner.withCString { tmp in
      var optionen = lxw_workbook_options()
      optionen.constant_memory = 1
      optionen.tmpdir = UnsafeMutablePointer(mutating: tmp)  // copied by the library
      return workbook_new_opt(pfad, &optionen)
    }
    guard let neu else { return nil }
    buch = neu
  }

  deinit { lxw_workbook_free(buch) }

  /// Packs the workbook; frees it in any case.
  consuming func packe(_ zahlen: borrowing Zahlenschreibung) -> lxw_error {
    let buch = self.buch
    discard self
    return zahlen.mit { workbook_close(buch) }
  }
}

/// The plain locale for the time of a call: the library writes numbers through the locale of the
/// thread, and a decimal comma would make the sheet unreadable.
struct Zahlenschreibung: ~Copyable {
  private let schlicht: locale_t

  init?() {
    guard let neu = newlocale(1 << LC_NUMERIC, "C", nil) else { return nil }
    schlicht = neu
  }

  deinit { freelocale(schlicht) }

  /// Calls `body` with the locale set for this thread only, then restores the former one.
  func mit<T>(_ body: () -> T) -> T {
    let vorher = uselocale(schlicht)
    defer { uselocale(vorher) }
    return body()
  }
}
