// SPDX-License-Identifier: Apache-2.0
internal import CLibArchive

/// Whether a file may be deflated without the container exceeding the ratio that readers allow.
///
/// A reader that takes ``Grenzen/verhaeltnis`` for the mark of a bomb would refuse a container of honest
/// files that pack too well, such as an empty disk image. A file is deflated only if it is certain that it
/// stays below: what its beginning packs to is the least that the whole will have.
struct Packprobe {
  /// The largest beginning that is tried, in bytes; also what is held in memory.
  static let laengste = 4 << 20
  /// Up to this size nothing packs too well: deflate never gains more than its code words allow.
  static let unbedenklich: Int64 = 2048

  /// The size of the whole file in bytes.
  let groesse: Int64
  /// The beginning seen so far.
  private(set) var anfang: [UInt8] = []
  private var naechste = 16 << 10

  init(groesse: Int64) { self.groesse = groesse }

  /// What a try has shown.
  enum Ergebnis: Hashable {
    /// It may be deflated.
    case packen
    /// It may become too small.
    case speichern
    /// More of the file is needed.
    case offen
  }

  /// The packed size that the whole file needs at least, with a tenth to spare.
  private var mindestens: Int64 { groesse / (Grenzen.standard.verhaeltnis * 9 / 10) + 1 }

  /// Whether the size alone decides.
  var vorab: Ergebnis {
    if groesse <= Self.unbedenklich { return .packen }
    return mindestens > Int64(Self.laengste) ? .speichern : .offen
  }

  /// Takes more of the file in.
  ///
  /// - Returns: The number of bytes taken; fewer than there are only when ``urteil()`` is due.
  mutating func nimm(_ bytes: UnsafeRawBufferPointer) -> Int {
    let n = min(bytes.count, naechste - anfang.count)
    anfang.append(contentsOf: bytes[..<n])
    return n
  }

  /// Whether enough was taken in for a try.
  var istFaellig: Bool { anfang.count >= naechste || Int64(anfang.count) >= groesse }

  /// Packs the beginning once.
  ///
  /// - Parameter amEnde: True if nothing more will come.
  /// - Returns: ``Ergebnis/offen`` if more of the file may change the answer.
  mutating func urteil(amEnde: Bool = false) -> Ergebnis {
    if Self.erreicht(anfang, Int(mindestens)) { return .packen }
    if amEnde || Int64(anfang.count) >= groesse || naechste >= Self.laengste { return .speichern }
    naechste = min(naechste * 8, Self.laengste)
    return .offen
  }

  /// True if `bytes` deflate to `mindestens` bytes or more.
  private static func erreicht(_ bytes: [UInt8], _ mindestens: Int) -> Bool {
    guard !bytes.isEmpty, let handle = archive_write_new() else { return false }
    guard let kopf = archive_entry_new() else {
      archive_write_free(handle)
      return false
    }
    defer {
      archive_entry_free(kopf)
      archive_write_free(handle)
    }
    // The frame of gzip: ten bytes before, eight behind.
    var ziel = [UInt8](repeating: 0, count: mindestens + 18)
    var benutzt = 0
    return ziel.withUnsafeMutableBytes { puffer in
      guard archive_write_set_format_raw(handle) == ARCHIVE_OK,
        archive_write_add_filter_gzip(handle) == ARCHIVE_OK,
        archive_write_set_filter_option(handle, "gzip", "compression-level", "6") == ARCHIVE_OK,
        archive_write_set_bytes_per_block(handle, 0) == ARCHIVE_OK,
        archive_write_open_memory(handle, puffer.baseAddress, puffer.count, &benutzt) == ARCHIVE_OK
      else { return false }
      archive_entry_set_filetype(kopf, 0o100000)
      guard archive_write_header(handle, kopf) == ARCHIVE_OK else { return false }
      // A full buffer is a failure to libarchive, and success here.
      guard archive_write_data(handle, bytes, bytes.count) == bytes.count else { return true }
      return archive_write_close(handle) != ARCHIVE_OK || benutzt >= mindestens + 18
    }
  }
}
