// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// Where something is to appear when it is complete: a name in an open folder.
///
/// Until then it has a hidden name beside the target, so that the last step is a renaming within
/// one file system.
package final class Zielort {
  package let pfad: String
  package let ordner: Int32
  package let name: String
  package let teilname: String

  package init(_ pfad: String) throws(BehaelterFehler) {
    var teile = pfad.split(separator: "/", omittingEmptySubsequences: false)
    while teile.count > 1, teile.last == "" { teile.removeLast() }
    let name = String(teile.removeLast())
    guard name != "", name != ".", name != "..", !pfad.utf8.contains(0) else {
      throw .schreiben(pfad: pfad, grund: "der Pfad nennt keinen Dateinamen")
    }
    let ordner = teile.isEmpty ? "." : teile.joined(separator: "/") + "/"
    let fd = open(ordner, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else {
      throw .schreiben(pfad: pfad, grund: "der Ordner »\(ordner)«: \(systemgrund(errno))")
    }
    self.pfad = pfad
    self.name = name
    self.ordner = fd
    // Short enough for any file system, even if the name itself has 255 bytes.
    let zufall = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    teilname = ".\(String(name.unicodeScalars.prefix(40))).teil-\(getpid())-\(zufall)"
  }

  deinit { close(ordner) }

  /// The kind of what stands at the target, a link not followed; nil if nothing does.
  var vorhanden: Eintragsart? {
    var angaben = stat()
    guard fstatat(ordner, name, &angaben, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return switch angaben.st_mode & S_IFMT {
    case S_IFREG: .datei
    case S_IFDIR: .ordner
    case S_IFLNK: .verknuepfung
    default: .sonstige
    }
  }

  /// Throws if the target exists and is not a file that may be replaced.
  package func pruefeFrei(ueberschreiben: Bool) throws(BehaelterFehler) {
    guard let art = vorhanden, !(ueberschreiben && art == .datei) else { return }
    throw .zielVorhanden(pfad: pfad)
  }

  /// A new file in the folder: without any name where the system can do that, else under the hidden
  /// one; -1 with `errno` on failure.
  ///
  /// A file without a name vanishes with the process, however that ends.
  func oeffneTeil() -> (fd: Int32, namenlos: Bool) {
    // O_TMPFILE; the macro is not imported.
    let ohneNamen: Int32 = 0o20000000 | O_DIRECTORY
    if access("/proc/self/fd", F_OK) == 0 {
      let fd = openat(ordner, ".", O_RDWR | O_CLOEXEC | ohneNamen, 0o600)
      if fd >= 0 { return (fd, true) }
    }
    let fd = openat(ordner, teilname, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return (fd, false)
  }

  /// Gives a finished file without a name its name, or the hidden one if it is to replace another.
  func benenneNamenlose(_ fd: Int32, ueberschreiben: Bool) throws(BehaelterFehler) {
    try pruefeFrei(ueberschreiben: ueberschreiben)
    let quelle = "/proc/self/fd/\(fd)"
    let erster = ueberschreiben ? teilname : name
    if linkat(AT_FDCWD, quelle, ordner, erster, AT_SYMLINK_FOLLOW) != 0 {
      if errno == EEXIST { throw .zielVorhanden(pfad: pfad) }
      // A file system that makes nameless files but gives them no names: a copy has one.
      return try kopiere(fd, ueberschreiben: ueberschreiben)
    }
    if ueberschreiben { try benenneUm() }
    fsync(ordner)
  }

  /// Copies the file to the hidden name and gives that the final one.
  private func kopiere(_ quelle: Int32, ueberschreiben: Bool) throws(BehaelterFehler) {
    let fd = openat(ordner, teilname, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw .schreiben(pfad: pfad, grund: systemgrund(errno)) }
    var stelle: off_t = 0
    var angaben = stat()
    var gelungen = fstat(quelle, &angaben) == 0
    while gelungen, stelle < angaben.st_size {
      let n = sendfile(fd, quelle, &stelle, 1 << 30)
      if n <= 0 { gelungen = n < 0 && errno == EINTR }
    }
    gelungen = gelungen && fsync(fd) == 0
    let nummer = errno
    close(fd)
    guard gelungen else {
      unlinkat(ordner, teilname, 0)
      throw .schreiben(pfad: pfad, grund: systemgrund(nummer))
    }
    try benenneDatei(ueberschreiben: ueberschreiben)
  }

  /// Gives the finished file its name and makes that last a power failure.
  func benenneDatei(ueberschreiben: Bool) throws(BehaelterFehler) {
    try pruefeFrei(ueberschreiben: ueberschreiben)
    if ueberschreiben {
      try benenneUm()
    } else if linkat(ordner, teilname, ordner, name, 0) == 0 {  // never replaces a target
      unlinkat(ordner, teilname, 0)
    } else if errno == EEXIST {
      throw .zielVorhanden(pfad: pfad)
    } else {
      try benenneUm()  // a file system without hard links: the check above must do
    }
    fsync(ordner)  // refused by some network file systems; the file itself is safe already
  }

  /// Gives the finished folder its name; an existing one is replaced only if it is empty.
  ///
  /// - Parameter dauerhaft: False if the caller brings the name to the disk.
  /// - Throws: ``BehaelterFehler/zielVorhanden(pfad:)``, ``BehaelterFehler/schreiben(pfad:grund:)``.
  package func benenneOrdner(dauerhaft: Bool = true) throws(BehaelterFehler) {
    try pruefeFrei(ueberschreiben: false)
    try benenneUm()
    if dauerhaft { fsync(ordner) }
  }

  private func benenneUm() throws(BehaelterFehler) {
    guard renameat(ordner, teilname, ordner, name) != 0 else { return }
    let nummer = errno
    if nummer == EEXIST || nummer == ENOTEMPTY { throw .zielVorhanden(pfad: pfad) }
    throw .schreiben(pfad: pfad, grund: systemgrund(nummer))
  }
}
