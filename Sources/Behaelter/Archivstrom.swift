// SPDX-License-Identifier: Apache-2.0
internal import CLibArchive
internal import Glibc

/// libarchive's reader on an open container.
///
/// Only content comes from libarchive; names and sizes come from our own ``Verzeichnis``. Both
/// see the same entries in the same order: by place in the file, which the directory has checked.
final class Archivstrom {
  private let datei: Containerdatei
  private let ort: Ortseinstellung
  private var handle: OpaquePointer?
  private let kopfpuffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 30 + 0xFFFF, alignment: 16)

  init(_ datei: Containerdatei) throws(BehaelterFehler) {
    guard let ort = Ortseinstellung() else {
      throw .nichtLesbar(pfad: datei.pfad, grund: "dem System fehlt die Locale C.UTF-8")
    }
    self.datei = datei
    self.ort = ort
  }

  deinit {
    archive_read_free(handle)
    kopfpuffer.deallocate()
  }

  /// The next ``naechster(_:)`` begins with the first entry again.
  func beginneNeu() {
    archive_read_free(handle)
    handle = nil
  }

  /// libarchive's reader, opened at the first use.
  private func geoeffnet() throws(BehaelterFehler) -> OpaquePointer {
    if let handle { return handle }
    guard let neu = archive_read_new() else {
      throw .nichtLesbar(pfad: datei.pfad, grund: "kein Arbeitsspeicher mehr")
    }
    handle = neu
    guard lseek(datei.fd, 0, SEEK_SET) == 0,
      archive_read_support_format_zip_seekable(neu) == ARCHIVE_OK,
      archive_read_open_fd(neu, datei.fd, 1 << 18) == ARCHIVE_OK
    else { throw fehler(nil) }
    return neu
  }

  /// Steps to the next entry, which the directory knows as `eintrag`.
  func naechster(_ eintrag: Eintrag) throws(BehaelterFehler) {
    let handle = try geoeffnet()
    var kopf: OpaquePointer?
    let status = ort.mit { archive_read_next_header(handle, &kopf) }
    // A name that is flagged as UTF-8 but invalid gives a warning; we do not use its name.
    if status == ARCHIVE_WARN, meldung.hasPrefix("Pathname cannot be converted") { return }
    guard status == ARCHIVE_OK else { throw fehler(eintrag) }
  }

  /// The next block of the current entry; nil at its end.
  ///
  /// Valid until the next call.
  func block(_ eintrag: Eintrag) throws(BehaelterFehler) -> UnsafeRawBufferPointer? {
    var adresse: UnsafeRawPointer?
    var anzahl = 0
    var stelle: Int64 = 0
    switch archive_read_data_block(handle, &adresse, &anzahl, &stelle) {
    case ARCHIVE_OK: return UnsafeRawBufferPointer(start: adresse, count: anzahl)
    case ARCHIVE_EOF: return nil
    default: throw fehler(eintrag)  // a wrong CRC or size is a mere warning to libarchive
    }
  }

  /// Compares the local header with the directory.
  ///
  /// - Parameters:
  ///   - eintrag: What the directory says.
  ///   - ende: Where the next entry or the directory begins.
  /// - Throws: ``BehaelterFehler/beschaedigt(pfad:eintrag:grund:)``.
  func pruefeKopf(_ eintrag: Eintrag, ende: Int64) throws(BehaelterFehler) {
    let roh = eintrag.rohname
    let laenge = 30 + roh.count
    do throws(BehaelterFehler) {
      try datei.lies(eintrag.ort, UnsafeMutableRawBufferPointer(rebasing: kopfpuffer[..<laenge]))
    } catch {
      throw datei.beschaedigt("der Kopf des Eintrags fehlt", eintrag.name)
    }
    if let grund = widerspruch(eintrag, roh, ende) {
      throw datei.beschaedigt(grund, eintrag.name)
    }
  }

  /// What in the local header in `kopfpuffer` contradicts the directory.
  private func widerspruch(_ eintrag: Eintrag, _ roh: [UInt8], _ ende: Int64) -> String? {
    let p = UnsafeRawBufferPointer(kopfpuffer)
    guard p.u32(0) == 0x0403_4B50 else { return "der Kopf des Eintrags fehlt" }
    guard Int(p.u16(26)) == roh.count, p[30..<(30 + roh.count)].elementsEqual(roh) else {
      return "der Name im Kopf weicht vom Inhaltsverzeichnis ab"
    }
    guard p.u16(8) == eintrag.verfahren, p.u16(6) & 0x2041 == 0 else {
      return "das Packverfahren im Kopf weicht vom Inhaltsverzeichnis ab"
    }
    let anfang = eintrag.ort + Int64(30 + roh.count) + Int64(p.u16(28))
    guard anfang <= ende, eintrag.gepackt <= ende - anfang else {
      return "der Inhalt überlappt, was auf ihn folgt"
    }
    return nil
  }

  private var meldung: String {
    guard let handle, let text = archive_error_string(handle) else { return "" }
    return String(cString: text)
  }

  private func fehler(_ eintrag: Eintrag?) -> BehaelterFehler {
    let text = meldung
    if text.hasPrefix("Unsupported ZIP") {
      return .nichtUnterstuetzt(
        pfad: datei.pfad, eintrag: eintrag?.name,
        grund: "das Packverfahren \(eintrag?.verfahren ?? 0) ist unbekannt")
    }
    let grund =
      switch text {
      case let t where t.hasPrefix("ZIP bad CRC"): "die Prüfsumme CRC-32 stimmt nicht"
      case let t where t.hasPrefix("Truncated"): "der Inhalt endet vorzeitig"
      case let t where t.contains("wrong size"): "die Größe stimmt nicht"
      case let t where t.hasPrefix("Inconsistent"):
        "der Kopf des Eintrags weicht vom Inhaltsverzeichnis ab"
      case let t where t.contains("decompression"): "der gepackte Inhalt ist fehlerhaft"
      case "": "unbekannte Ursache"
      default: "libarchive meldet: \(text)"
      }
    return datei.beschaedigt(grund, eintrag?.name)
  }
}
