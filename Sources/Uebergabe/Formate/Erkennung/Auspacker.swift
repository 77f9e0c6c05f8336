// SPDX-License-Identifier: Apache-2.0
internal import CLibZ

/// Unpacks deflated bytes up to a limit; what is damaged or longer just ends there.
enum Auspacker {
  /// How the bytes are framed.
  enum Rahmen {
    /// Bare, as in a ZIP.
    case keiner
    /// With the head of zlib, as in a PDF.
    case zlib
  }

  /// The unpacked bytes.
  ///
  /// - Parameters:
  ///   - bytes: The packed bytes, perhaps not all of them.
  ///   - rahmen: Their frame.
  ///   - hoechstens: The most bytes that come out.
  /// - Returns: What could be unpacked; empty if nothing could.
  static func entpacke(_ bytes: [UInt8], _ rahmen: Rahmen, hoechstens: Int) -> [UInt8] {
    guard !bytes.isEmpty, hoechstens > 0 else { return [] }
    var strom = z_stream()
    let fenster: Int32 = rahmen == .keiner ? -MAX_WBITS : MAX_WBITS
    guard
      inflateInit2_(&strom, fenster, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { inflateEnd(&strom) }
    var quelle = bytes
    var aus: [UInt8] = []
    quelle.withUnsafeMutableBufferPointer { q in
      strom.next_in = q.baseAddress
      strom.avail_in = UInt32(clamping: q.count)
      var status = Z_OK
      while status == Z_OK, aus.count < hoechstens {
        let stueck = min(1 << 16, hoechstens - aus.count)
        aus += [UInt8](unsafeUninitializedCapacity: stueck) { ziel, gefuellt in
          strom.next_out = ziel.baseAddress
          strom.avail_out = UInt32(stueck)
          status = inflate(&strom, Z_NO_FLUSH)
          gefuellt = stueck - Int(strom.avail_out)
          if gefuellt == 0, status == Z_OK { status = Z_BUF_ERROR }
        }
      }
    }
    return aus
  }
}
