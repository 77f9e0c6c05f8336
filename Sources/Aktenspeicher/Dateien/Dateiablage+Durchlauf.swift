// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// What a walk through `dateien/` met.
package enum Ablageeintrag: Hashable, Sendable {
  /// A regular file under a proper address.
  case datei(Dateiangabe)
  /// Something that does not belong there; its path below `dateien/`.
  case fremd(String)
}

extension Dateiablage {
  /// Calls `body` for everything below `dateien/`, with constant memory, in no particular order.
  ///
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)``, or what `body` throws.
  package func jederEintrag(
    _ body: (Ablageeintrag) throws(SpeicherFehler) -> Void
  ) throws(SpeicherFehler) {
    let wurzel = Speicherordner(speicherordner).dateien
    try Ordnerinhalt.jederName(ordner, wurzel) { (fach) throws(SpeicherFehler) in
      guard fach.utf8.count == 2, fach.utf8.allSatisfy(istHexziffer) else {
        return try body(.fremd(fach))
      }
      let fd = openat(ordner, fach, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard fd >= 0 else {
        if errno == ENOTDIR || errno == ELOOP { return try body(.fremd(fach)) }
        if errno == ENOENT { return }
        throw .lesen(wurzel + "/" + fach, errno)
      }
      defer { close(fd) }
      try Ordnerinhalt.jederName(fd, wurzel + "/" + fach) { (name) throws(SpeicherFehler) in
        var angaben = stat()
        guard fstatat(fd, name, &angaben, AT_SYMLINK_NOFOLLOW) == 0 else {
          if errno == ENOENT { return }  // deleted in the meantime
          throw .lesen(wurzel + "/" + fach + "/" + name, errno)
        }
        guard angaben.st_mode & S_IFMT == S_IFREG, let hash = Dateihash(hex: fach + name) else {
          return try body(.fremd(fach + "/" + name))
        }
        try body(.datei(Dateiangabe(hash: hash, groesse: Int64(angaben.st_size))))
      }
    }
  }
}

private func istHexziffer(_ z: UInt8) -> Bool { (48...57).contains(z) || (97...102).contains(z) }
