// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// A regular file that becomes an entry; a change while it is read is noticed.
package struct Quelldatei: ~Copyable {
  package let groesse: Int64
  private let pfad: String
  private let fd: Int32
  private let stand: stat

  package init(_ pfad: String) throws(BehaelterFehler) {
    let fd = open(pfad, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    var stand = stat()
    guard fstat(fd, &stand) == 0, stand.st_mode & S_IFMT == S_IFREG else {
      close(fd)
      throw .nichtLesbar(pfad: pfad, grund: "ist keine gewöhnliche Datei")
    }
    self.pfad = pfad
    self.fd = fd
    self.stand = stand
    groesse = Int64(stand.st_size)
  }

  deinit { close(fd) }

  /// The next bytes; 0 at the end.
  package func lies(_ puffer: UnsafeMutableRawBufferPointer) throws(BehaelterFehler) -> Int {
    while true {
      let n = read(fd, puffer.baseAddress, puffer.count)
      if n >= 0 { return n }
      guard errno == EINTR else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    }
  }

  package func pruefeUnveraendert() throws(BehaelterFehler) {
    var jetzt = stat()
    guard fstat(fd, &jetzt) == 0, jetzt.st_size == stand.st_size,
      jetzt.st_mtim.tv_sec == stand.st_mtim.tv_sec, jetzt.st_mtim.tv_nsec == stand.st_mtim.tv_nsec
    else {
      throw .nichtLesbar(pfad: pfad, grund: "sie wurde während des Lesens geändert")
    }
  }
}
