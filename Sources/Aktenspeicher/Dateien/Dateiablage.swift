// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// The files of a store, each under the digest of its bytes: `dateien/ab/cdef…`.
///
/// A file appears under its address only when its bytes are on the disk, it is never overwritten,
/// and the same bytes are kept once (FAKTEN 2.4: append-only, keyed by hash). New files come in
/// through an ``Aufnahmestapel``. The methods may be called from any thread.
package final class Dateiablage: Sendable {
  /// The folder of the store.
  package let speicherordner: String
  /// `dateien/`, open.
  let ordner: Int32
  /// `unterwegs/`, open; nil if the store is open for reading.
  let zwischen: Int32?
  /// How many batches rely on a file being there; such a file is not deleted.
  let gebraucht = Mutex<[Dateihash: Int]>([:])
  /// Numbers the temporary names of this process.
  let laufend = Atomic<UInt64>(0)

  /// Opens the two folders below `speicherordner`.
  ///
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)`` if one of them cannot be opened.
  package init(_ speicherordner: String, schreibend: Bool) throws(SpeicherFehler) {
    self.speicherordner = speicherordner
    let dateien = Speicherordner(speicherordner).dateien
    ordner = open(dateien, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard ordner >= 0 else {
      zwischen = nil
      throw .lesen(dateien, errno)
    }
    if schreibend {
      let pfad = Speicherordner(speicherordner).unterwegs
      let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      zwischen = fd >= 0 ? fd : nil
      guard fd >= 0 else { throw .lesen(pfad, errno) }
    } else {
      zwischen = nil
    }
  }

  deinit {
    if ordner >= 0 { close(ordner) }
    if let zwischen { close(zwischen) }
  }

  /// The whole path of a file, for messages and for programs that want a path.
  package func pfad(_ hash: Dateihash) -> String {
    Speicherordner(speicherordner).dateien + "/" + hash.ablageort
  }

  /// The size of the file; nil if it is not there.
  ///
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)`` if something else stands in its place.
  package func groesse(_ hash: Dateihash) throws(SpeicherFehler) -> Int64? {
    var angaben = stat()
    guard fstatat(ordner, hash.ablageort, &angaben, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .lesen(pfad(hash), errno)
    }
    guard angaben.st_mode & S_IFMT == S_IFREG else {
      throw .nichtLesbar(pfad: pfad(hash), grund: "ist keine gewöhnliche Datei")
    }
    return Int64(angaben.st_size)
  }

  /// Removes what an interrupted process left in `unterwegs/` and returns how many files it was.
  ///
  /// - Throws: ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  @discardableResult
  package func raeumeAuf() throws(SpeicherFehler) -> Int {
    guard let zwischen else { throw .nurLesend(ordner: speicherordner) }
    var namen: [String] = []
    try Ordnerinhalt.jederName(zwischen, Speicherordner(speicherordner).unterwegs) { name in
      namen.append(name)
    }
    for name in namen where unlinkat(zwischen, name, 0) != 0 && errno != ENOENT {
      // A folder is not ours; the check reports it.
      if errno == EISDIR || errno == EPERM { continue }
      throw .schreiben(Speicherordner(speicherordner).unterwegs + "/" + name, errno)
    }
    return namen.count
  }
}

extension Dateiablage {
  /// Whether a batch under way relies on the file.
  func istGebraucht(_ hash: Dateihash) -> Bool { gebraucht.withLock { $0[hash] != nil } }
}
