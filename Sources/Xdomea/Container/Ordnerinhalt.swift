// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// One entry of a folder, without following links.
struct Ordnereintrag: Hashable, Sendable {
  enum Art: Hashable, Sendable { case datei, ordner, verknuepfung, sonstige }
  let name: String
  let art: Art
  let groesse: Int64
  /// Seconds since 1970 of the last change.
  let geaendert: Int64
}

/// The entries of a folder, sorted by the bytes of their names.
///
/// - Throws: ``XdomeaFehler/datei(name:grund:)`` if the folder cannot be read or a name is not UTF-8.
func ordnerinhalt(_ pfad: String) throws -> [Ordnereintrag] {
  guard let ordner = opendir(pfad) else {
    throw XdomeaFehler.datei(
      name: pfad, grund: "Der Ordner ist nicht lesbar: " + fehlertext() + ".")
  }
  defer { closedir(ordner) }
  let fd = dirfd(ordner)
  var eintraege: [Ordnereintrag] = []
  while true {
    errno = 0
    guard let zeiger = readdir(ordner) else {
      if errno != 0 {
        throw XdomeaFehler.datei(name: pfad, grund: "Lesefehler: " + fehlertext() + ".")
      }
      break
    }
    let roh = withUnsafePointer(to: &zeiger.pointee.d_name) { p in
      p.withMemoryRebound(to: UInt8.self, capacity: 256) { q in
        [UInt8](UnsafeBufferPointer(start: q, count: strnlen(p.pointer, 256)))
      }
    }
    if roh == [46] || roh == [46, 46] { continue }
    guard let name = String(validating: roh, as: UTF8.self) else {
      throw XdomeaFehler.datei(
        name: pfad + "/" + String(decoding: roh, as: UTF8.self),
        grund: "Der Dateiname ist nicht in UTF-8 kodiert. Benennen Sie die Datei um.")
    }
    var s = stat()
    guard fstatat(fd, name, &s, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw XdomeaFehler.datei(name: pfad + "/" + name, grund: fehlertext() + ".")
    }
    let art: Ordnereintrag.Art
    switch s.st_mode & S_IFMT {
    case S_IFREG: art = .datei
    case S_IFDIR: art = .ordner
    case S_IFLNK: art = .verknuepfung
    default: art = .sonstige
    }
    eintraege.append(
      Ordnereintrag(
        name: name, art: art, groesse: Int64(s.st_size), geaendert: Int64(s.st_mtim.tv_sec)))
  }
  return eintraege.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// What a path leads to; nil if there is nothing.
func dateiart(_ pfad: String) -> Ordnereintrag.Art? {
  var s = stat()
  guard stat(pfad, &s) == 0 else { return nil }
  switch s.st_mode & S_IFMT {
  case S_IFREG: return .datei
  case S_IFDIR: return .ordner
  default: return .sonstige
  }
}

/// The absolute path with all links followed; nil if there is nothing at this path.
func wirklicherPfad(_ pfad: String) -> String? {
  guard let zeiger = realpath(pfad, nil) else { return nil }
  defer { free(zeiger) }
  return String(cString: zeiger)
}

/// The system's text for the last error.
func fehlertext() -> String { String(cString: strerror(errno)) }

extension UnsafePointer {
  /// The same address as bytes of C text.
  fileprivate var pointer: UnsafePointer<CChar> {
    UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)
  }
}
