// SPDX-License-Identifier: Apache-2.0
internal import Glibc

extension Dateiablage {
  /// Gives a file of another store a second name here, after its digest was checked; false if the
  /// file systems cannot do that.
  ///
  /// Not lasting until the caller has synchronised the file system.
  func verknuepfe(_ hash: Dateihash, aus quelle: Dateiablage) throws(SpeicherFehler) -> Bool {
    do {
      try quelle.lies(hash) { _ in }
    } catch {
      throw .eigen(error, quelle.pfad(hash))
    }
    let ziel = hash.ablageort
    for _ in 0..<2 {
      if linkat(quelle.ordner, ziel, ordner, ziel, 0) == 0 { return true }
      switch errno {
      case ENOENT:
        if mkdirat(ordner, String(ziel.prefix(2)), 0o755) != 0 && errno != EEXIST {
          throw .schreiben(pfad(hash), errno)
        }
      case EEXIST: return true
      case EXDEV, EPERM, EOPNOTSUPP, EMLINK: return false
      default: throw .schreiben(pfad(hash), errno)
      }
    }
    return false
  }
}
