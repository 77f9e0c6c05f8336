// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file without a name that holds a message until its container takes it.
///
/// The name is removed at once, so that a crash leaves nothing behind.
final class Zwischenablage {
  private let fd: Int32
  private let ort: String
  /// Bytes written so far.
  private(set) var groesse: Int64 = 0

  /// A file in the folder of the path `neben`.
  init(neben pfad: String) throws {
    let ordner = pfad.lastIndex(of: "/").map { String(pfad[..<$0]) } ?? "."
    ort = ordner.isEmpty ? "/" : ordner
    var name = Array((ort + "/.diva-XXXXXX").utf8CString)
    fd = mkstemp(&name)
    guard fd >= 0 else {
      throw XdomeaFehler.datei(
        name: ort, grund: "Hier lässt sich keine Datei anlegen: " + fehlertext() + ".")
    }
    unlink(name)
    _ = fcntl(fd, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(fd) }

  func schreibe(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let n = write(fd, rest.baseAddress, rest.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw XdomeaFehler.datei(name: ort, grund: "Schreibfehler: " + fehlertext() + ".")
      }
      groesse += Int64(n)
      rest = UnsafeRawBufferPointer(rebasing: rest[n...])
    }
  }

  /// Starts reading from the first byte.
  func zurueck() throws {
    guard lseek(fd, 0, SEEK_SET) == 0 else {
      throw XdomeaFehler.datei(name: ort, grund: fehlertext() + ".")
    }
  }

  func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let n = read(fd, puffer.baseAddress, puffer.count)
      if n >= 0 { return n }
      if errno != EINTR {
        throw XdomeaFehler.datei(name: ort, grund: "Lesefehler: " + fehlertext() + ".")
      }
    }
  }

  /// Reads at a position, wherever reading stands.
  ///
  /// - Throws: ``XdomeaFehler/datei(name:grund:)``, also at the end of the file.
  func liesStueck(_ puffer: UnsafeMutableRawBufferPointer, bei stelle: Int64) throws -> Int {
    while true {
      let n = pread(fd, puffer.baseAddress, puffer.count, off_t(stelle))
      if n > 0 { return n }
      if n == 0 { throw XdomeaFehler.datei(name: ort, grund: "Die Zwischenablage ist zu kurz.") }
      if errno != EINTR {
        throw XdomeaFehler.datei(name: ort, grund: "Lesefehler: " + fehlertext() + ".")
      }
    }
  }
}
