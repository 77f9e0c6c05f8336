// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// An open container file, read by position.
final class Containerdatei {
  let pfad: String
  let fd: Int32
  let groesse: Int64

  convenience init(pfad: String) throws(BehaelterFehler) {
    guard !pfad.isEmpty else { throw .nichtLesbar(pfad: pfad, grund: "der Pfad ist leer") }
    // O_NONBLOCK: a FIFO must not make us wait for its writer.
    try self.init(fd: open(pfad, O_RDONLY | O_CLOEXEC | O_NONBLOCK), pfad: pfad)
  }

  /// Takes over `fd`, the result of opening `pfad`.
  init(fd: Int32, pfad: String) throws(BehaelterFehler) {
    guard fd >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    var angaben = stat()
    guard fstat(fd, &angaben) == 0, angaben.st_mode & S_IFMT == S_IFREG else {
      close(fd)
      throw .nichtLesbar(pfad: pfad, grund: "ist keine gewöhnliche Datei")
    }
    self.pfad = pfad
    self.fd = fd
    groesse = Int64(angaben.st_size)
  }

  deinit { close(fd) }

  /// Fills `ziel` with the bytes from `ort` on.
  func lies(_ ort: Int64, _ ziel: UnsafeMutableRawBufferPointer) throws(BehaelterFehler) {
    var gelesen = 0
    while gelesen < ziel.count {
      let n = pread(
        fd, ziel.baseAddress.map { $0 + gelesen }, ziel.count - gelesen, off_t(ort) + gelesen)
      if n < 0 {
        if errno == EINTR { continue }
        throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno))
      }
      guard n > 0 else { throw beschaedigt("die Datei endet vorzeitig") }
      gelesen += n
    }
  }

  func beschaedigt(_ grund: String, _ eintrag: String? = nil) -> BehaelterFehler {
    .beschaedigt(pfad: pfad, eintrag: eintrag, grund: grund)
  }
}

extension UnsafeRawBufferPointer {
  /// The two bytes at `ort`, little-endian.
  func u16(_ ort: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: ort, as: UInt16.self))
  }

  /// The four bytes at `ort`, little-endian.
  func u32(_ ort: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: ort, as: UInt32.self))
  }

  /// The eight bytes at `ort`, little-endian.
  func u64(_ ort: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: ort, as: UInt64.self))
  }
}
