// SPDX-License-Identifier: Apache-2.0
internal import CLibArchive
internal import Glibc

/// What a TAR file says of one member before its content.
package struct Bandeintrag: Hashable, Sendable {
  /// The bytes of the path.
  package let rohname: [UInt8]
  /// The size in bytes.
  package let groesse: Int64
  /// What it is; a hard link counts as ``Eintragsart/verknuepfung``.
  package let art: Eintragsart

  /// The path if it is valid UTF-8.
  package var name: String? { String(validating: rohname, as: UTF8.self) }
}

/// Streams the members of a TAR file, plain or packed with gzip, in their order.
///
/// Nothing is unpacked to the disk. In the pax format libarchive gives names with composed umlauts,
/// however they were stored. Memory: one block. The sum of the sizes, each size, the number
/// of members and the ratio to the file's size are held to ``Grenzen``.
package struct Bandleser: ~Copyable {
  private let datei: Containerdatei
  private let grenzen: Grenzen
  private let ort: Ortseinstellung
  private let handle: OpaquePointer
  private var anzahl = 0
  private var summe: Int64 = 0

  /// Opens the file at `pfad`.
  ///
  /// - Throws: ``BehaelterFehler``: unreadable, or no TAR.
  package init(pfad: String, grenzen: Grenzen = .standard) throws(BehaelterFehler) {
    let datei = try Containerdatei(pfad: pfad)
    guard let ort = Ortseinstellung() else {
      throw .nichtLesbar(pfad: pfad, grund: "dem System fehlt die Locale C.UTF-8")
    }
    guard let handle = archive_read_new() else {
      throw .nichtLesbar(pfad: pfad, grund: "kein Arbeitsspeicher mehr")
    }
    guard archive_read_support_format_tar(handle) == ARCHIVE_OK,
      archive_read_support_filter_gzip(handle) == ARCHIVE_OK,
      archive_read_open_fd(handle, datei.fd, 1 << 18) == ARCHIVE_OK
    else {
      let grund = Self.meldung(handle)
      archive_read_free(handle)
      throw datei.beschaedigt(grund)
    }
    self.datei = datei
    self.grenzen = grenzen
    self.ort = ort
    self.handle = handle
  }

  deinit { archive_read_free(handle) }

  /// Goes to the next member, whether or not the current one was read; nil after the last.
  ///
  /// - Throws: ``BehaelterFehler``: damaged, or beyond a limit.
  package mutating func naechster() throws(BehaelterFehler) -> Bandeintrag? {
    var kopf: OpaquePointer?
    let quelle = handle
    var roh: [UInt8] = []
    let status = ort.mit {
      let status = archive_read_next_header(quelle, &kopf)
      if status == ARCHIVE_OK || status == ARCHIVE_WARN, let kopf,
        let zeichen = archive_entry_pathname(kopf)
      {
        roh = Array(UnsafeRawBufferPointer(start: zeichen, count: strlen(zeichen)))
      }
      return status
    }
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let kopf else {
      throw datei.beschaedigt(Self.meldung(handle))
    }
    let art: Eintragsart =
      if archive_entry_hardlink(kopf) != nil {
        .verknuepfung
      } else {
        switch archive_entry_filetype(kopf) & S_IFMT {
        case S_IFREG: .datei
        case S_IFDIR: .ordner
        case S_IFLNK: .verknuepfung
        default: .sonstige
        }
      }
    let groesse = art == .datei ? Int64(archive_entry_size(kopf)) : 0
    try zaehle(groesse, String(decoding: roh, as: UTF8.self))
    return Bandeintrag(rohname: roh, groesse: groesse, art: art)
  }

  /// Copies the next bytes of the current member to `puffer`; 0 at its end.
  ///
  /// - Throws: ``BehaelterFehler``.
  package mutating func lies(
    _ puffer: UnsafeMutableRawBufferPointer
  ) throws(BehaelterFehler) -> Int {
    let n = archive_read_data(handle, puffer.baseAddress, puffer.count)
    guard n >= 0 else { throw datei.beschaedigt(Self.meldung(handle)) }
    return n
  }

  private mutating func zaehle(_ groesse: Int64, _ name: String) throws(BehaelterFehler) {
    anzahl += 1
    guard anzahl <= grenzen.eintraege else {
      throw fehler(nil, "höchstens \(grenzen.eintraege) Einträge", Int64(anzahl))
    }
    guard groesse >= 0, groesse <= grenzen.eintragsgroesse else {
      throw fehler(name, "höchstens \(grenzen.eintragsgroesse) Byte je Eintrag", groesse)
    }
    let (neu, ueberlauf) = summe.addingReportingOverflow(groesse)
    guard !ueberlauf, neu <= grenzen.gesamtgroesse else {
      throw fehler(nil, "höchstens \(grenzen.gesamtgroesse) Byte insgesamt", neu)
    }
    summe = neu
    if grenzen.verhaeltnisUeberschritten(groesse: summe, gepackt: datei.groesse) {
      throw fehler(name, "höchstens das \(grenzen.verhaeltnis)-Fache der gepackten Größe", summe)
    }
  }

  private func fehler(_ eintrag: String?, _ grenze: String, _ wert: Int64) -> BehaelterFehler {
    .grenze(pfad: datei.pfad, eintrag: eintrag, grenze: grenze, wert: wert)
  }

  private static func meldung(_ handle: OpaquePointer) -> String {
    let text = archive_error_string(handle).map { String(cString: $0) } ?? "unbekannte Ursache"
    return text.hasPrefix("Truncated") ? "die Datei endet vorzeitig" : "libarchive meldet: \(text)"
  }
}
