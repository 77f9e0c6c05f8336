// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Reads the names in a folder one after the other, with constant memory.
enum Ordnerinhalt {
  /// Calls `body` for every name but `.` and `..`, in no particular order.
  ///
  /// - Parameters:
  ///   - fd: The open folder; it stays open.
  ///   - pfad: Its path, for the error.
  ///   - body: Takes one name.
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)``, or what `body` throws.
  static func jederName(
    _ fd: Int32, _ pfad: String, _ body: (String) throws(SpeicherFehler) -> Void
  ) throws(SpeicherFehler) {
    // A descriptor of its own, since the position belongs to the open folder.
    let eigener = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard eigener >= 0, let strom = fdopendir(eigener) else {
      let nummer = errno
      if eigener >= 0 { close(eigener) }
      throw .lesen(pfad, nummer)
    }
    defer { closedir(strom) }
    let versatz = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
    while true {
      errno = 0
      guard let eintrag = readdir(strom) else {
        guard errno == 0 else { throw .lesen(pfad, errno) }
        return
      }
      let name = String(
        cString: (UnsafeRawPointer(eintrag) + versatz).assumingMemoryBound(to: CChar.self))
      if name != "." && name != ".." { try body(name) }
    }
  }
}
