// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A regular file that is read from its beginning; a change in the meantime is noticed.
final class Lesedatei {
  private let pfad: String
  private let fd: Int32
  private let stand: stat

  /// The file's size when it was opened.
  var groesse: Int64 { Int64(stand.st_size) }

  /// Opens the file `name` in the open folder `ordner`; a link is not followed.
  ///
  /// - Parameters:
  ///   - pfad: The path for messages, and to open if no name is given.
  ///   - ordner: The open folder.
  ///   - name: The name in the folder; nil for `pfad` itself.
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)``.
  init(
    _ pfad: String, ordner: Int32 = AT_FDCWD, name: String? = nil
  ) throws(SpeicherFehler) {
    let fd = openat(ordner, name ?? pfad, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else { throw .lesen(pfad, errno) }
    var stand = stat()
    guard fstat(fd, &stand) == 0, stand.st_mode & S_IFMT == S_IFREG else {
      close(fd)
      throw .nichtLesbar(pfad: pfad, grund: "ist keine gewöhnliche Datei")
    }
    self.pfad = pfad
    self.fd = fd
    self.stand = stand
  }

  deinit { close(fd) }

  /// The next bytes; 0 at the end.
  func lies(_ puffer: UnsafeMutableRawBufferPointer) throws(SpeicherFehler) -> Int {
    while true {
      let n = read(fd, puffer.baseAddress, puffer.count)
      if n >= 0 { return n }
      guard errno == EINTR else { throw .lesen(pfad, errno) }
    }
  }

  /// Whether size and time of the last change are still those of the opening.
  var unveraendert: Bool {
    var jetzt = stat()
    return fstat(fd, &jetzt) == 0 && jetzt.st_size == stand.st_size
      && jetzt.st_mtim.tv_sec == stand.st_mtim.tv_sec
      && jetzt.st_mtim.tv_nsec == stand.st_mtim.tv_nsec
  }
}
