// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Synchronization

/// The right to write to a store, held by at most one process at a time.
///
/// The system frees the lock when the process ends, however that happens. The file keeps the
/// number of the process for the message that others get.
final class Schreibsperre: Sendable {
  private let fd: Atomic<Int32>

  /// Takes the lock; waits if another process, or this one, has it.
  ///
  /// - Parameters:
  ///   - ordner: The folder of the store.
  ///   - wartezeit: How long to wait at most.
  /// - Throws: ``SpeicherFehler/gesperrt(pfad:prozess:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  init(_ ordner: Speicherordner, wartezeit: Duration) throws(SpeicherFehler) {
    let fd = open(ordner.sperre, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw .schreiben(ordner.sperre, errno) }
    let nummer = Wartesperre.nimm(fd, LOCK_EX, hoechstens: wartezeit)
    guard nummer == 0 else {
      defer { close(fd) }
      guard nummer == EWOULDBLOCK else { throw .schreiben(ordner.sperre, nummer) }
      throw .gesperrt(pfad: ordner.pfad, prozess: Self.inhaber(fd))
    }
    let text = Array("\(getpid())\n".utf8)
    ftruncate(fd, 0)
    pwrite(fd, text, text.count, 0)  // only for messages: a failure does no harm
    self.fd = Atomic(fd)
  }

  deinit { gibFrei() }

  /// Lets others write; a second time it does nothing.
  func gibFrei() {
    let fd = fd.exchange(-1, ordering: .acquiringAndReleasing)
    if fd >= 0 { close(fd) }
  }

  private static func inhaber(_ fd: Int32) -> Int32? {
    var puffer = [UInt8](repeating: 0, count: 16)
    let n = pread(fd, &puffer, puffer.count, 0)
    guard n > 0 else { return nil }
    return Int32(String(decoding: puffer[..<n].prefix { $0 != 10 }, as: UTF8.self))
  }
}
