// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen
internal import Synchronization

/// What became of one file that was to be deleted.
package enum Loeschausgang: Hashable, Sendable {
  /// It is gone.
  case geloescht
  /// It was not there.
  case fehlte
  /// A batch under way takes in the same bytes; try again later.
  case gebraucht
  /// The system refused.
  case fehlgeschlagen(grund: String)
}

extension Dateiablage {
  /// Deletes files and makes that last a power failure.
  ///
  /// Deleting twice does no harm. The caller has made sure that nothing names the files any more;
  /// see ``Speicher/erledigeLoeschauftraege(vorher:)``.
  ///
  /// - Returns: One outcome for each file, in the order given (FAKTEN 2.8: result per file).
  /// - Throws: ``SpeicherFehler/nurLesend(ordner:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)`` if the deletion could not be made lasting.
  package func loesche(_ dateien: [Dateihash]) throws(SpeicherFehler) -> [Loeschausgang] {
    guard zwischen != nil else { throw .nurLesend(ordner: speicherordner) }
    var faecher: Set<Int> = []
    var ausgaenge: [Loeschausgang] = []
    ausgaenge.reserveCapacity(dateien.count)
    for hash in dateien {
      // Under the lock: no batch begins to rely on the file between the look and the deletion.
      let nummer: Int32? = gebraucht.withLock { alle in
        guard alle[hash] == nil else { return nil }
        return unlinkat(ordner, hash.ablageort, 0) == 0 ? 0 : errno
      }
      switch nummer {
      case nil: ausgaenge.append(.gebraucht)
      case 0:
        faecher.insert(hash.fach)
        ausgaenge.append(.geloescht)
      case ENOENT, ENOTDIR: ausgaenge.append(.fehlte)
      case .some(let n): ausgaenge.append(.fehlgeschlagen(grund: systemgrund(n)))
      }
    }
    try sichereOrdner(faecher)
    return ausgaenge
  }

  /// Brings the entries of these folders to the disk.
  func sichereOrdner(_ faecher: Set<Int>) throws(SpeicherFehler) {
    for fach in faecher {
      let hex = String(fach, radix: 16)
      let name = hex.utf8.count < 2 ? "0" + hex : hex
      let fd = openat(ordner, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard fd >= 0 else { throw .schreiben(speicherordner, errno) }
      defer { close(fd) }
      guard fsync(fd) == 0 else { throw .schreiben(speicherordner, errno) }
    }
  }
}
