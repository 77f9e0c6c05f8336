// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Lifecycle

/// What tells whether the file of a Löschbuch is still the one that was read or written last.
///
/// The instant of the last change of the inode is among it, which nobody can set: whoever changes the
/// file, even to the same length, is noticed.
struct Loeschbuchbild: Hashable, Sendable {
  /// Number and hash of the last line.
  let kopf: Kettenkopf
  private let geraet: dev_t
  private let nummer: ino_t
  private let bytes: off_t
  private let sekunden: [Int]
  private let nanosekunden: [Int]

  /// The file as it is now.
  ///
  /// - Parameters:
  ///   - fd: The open and locked file.
  ///   - pfad: Where it lies, for the error.
  ///   - kopf: Its last line.
  /// - Throws: ``SpeicherFehler`` if the system does not tell.
  init(_ fd: Int32, _ pfad: String, _ kopf: Kettenkopf) throws {
    var s = stat()
    guard fstat(fd, &s) == 0 else { throw SpeicherFehler.lesen(pfad, errno) }
    self.kopf = kopf
    geraet = s.st_dev
    nummer = s.st_ino
    bytes = s.st_size
    sekunden = [s.st_mtim.tv_sec, s.st_ctim.tv_sec]
    nanosekunden = [s.st_mtim.tv_nsec, s.st_ctim.tv_nsec]
  }
}
