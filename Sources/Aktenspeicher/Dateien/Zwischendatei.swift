// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// A file of a batch that has no address yet: open and without any name, or named in `unterwegs/`.
struct Zwischendatei {
  /// The open file; closed already if it has a name.
  private var fd: Int32?
  /// The name in `unterwegs/`; nil if it has none.
  private let name: String?
  /// The digest, once the file is complete.
  var hash: Dateihash?

  /// A new file, without a name where the system can do that and `mitNamen` is false.
  ///
  /// A file without a name vanishes with the process, however that ends.
  init(_ ablage: Dateiablage, mitNamen: Bool) throws(SpeicherFehler) {
    guard let zwischen = ablage.zwischen else { throw .nurLesend(ordner: ablage.speicherordner) }
    if !mitNamen, access("/proc/self/fd", F_OK) == 0 {
      let ohneNamen: Int32 = 0o20000000 | O_DIRECTORY  // O_TMPFILE; the macro is not imported
      let fd = openat(zwischen, ".", O_RDWR | O_CLOEXEC | ohneNamen, 0o600)
      if fd >= 0 {
        self.fd = fd
        name = nil
        return
      }
    }
    while true {
      let nummer = ablage.laufend.add(1, ordering: .relaxed).newValue
      let name = "\(getpid())-\(nummer)"
      let fd = openat(zwischen, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if fd >= 0 {
        self.fd = fd
        self.name = name
        return
      }
      let grund = errno
      guard grund == EEXIST else {
        throw .schreiben(Speicherordner(ablage.speicherordner).unterwegs, grund)
      }
    }
  }

  /// Appends bytes.
  func schreibe(_ bytes: UnsafeRawBufferPointer, _ ablage: Dateiablage) throws(SpeicherFehler) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let n = write(fd ?? -1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if n > 0 {
        rest = rest.dropFirst(n)
      } else if errno != EINTR {
        throw .schreiben(Speicherordner(ablage.speicherordner).unterwegs, errno)
      }
    }
  }

  /// Ends writing: nobody may write any more, and a named file is closed.
  mutating func schliesse(_ ablage: Dateiablage) throws(SpeicherFehler) {
    guard let fd, fchmod(fd, 0o444) == 0 else {
      throw .schreiben(Speicherordner(ablage.speicherordner).unterwegs, errno)
    }
    guard name != nil else { return }
    close(fd)
    self.fd = nil
  }

  /// Brings the bytes to the disk.
  func sichere(_ ablage: Dateiablage) throws(SpeicherFehler) {
    let pfad = Speicherordner(ablage.speicherordner).unterwegs
    if let fd {
      guard fsync(fd) == 0 else { throw .schreiben(pfad, errno) }
    } else if let name, let zwischen = ablage.zwischen {
      let fd = openat(zwischen, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard fd >= 0 else { throw .schreiben(pfad, errno) }
      defer { close(fd) }
      guard fsync(fd) == 0 else { throw .schreiben(pfad, errno) }
    }
  }

  /// Gives the file its address; one that is there already stays as it is.
  func benenne(_ ablage: Dateiablage) throws(SpeicherFehler) {
    guard let hash, let zwischen = ablage.zwischen else { return }
    let ziel = hash.ablageort
    var nummer = verbinde(ablage, zwischen, ziel)
    if nummer == ENOENT {
      let fach = String(ziel.prefix(2))
      if mkdirat(ablage.ordner, fach, 0o755) != 0 && errno != EEXIST {
        throw .schreiben(ablage.pfad(hash), errno)
      }
      guard fsync(ablage.ordner) == 0 else { throw .schreiben(ablage.pfad(hash), errno) }
      nummer = verbinde(ablage, zwischen, ziel)
    }
    guard nummer == 0 || nummer == EEXIST else { throw .schreiben(ablage.pfad(hash), nummer) }
    verwirf(ablage)
  }

  /// Links the file to its address without replacing anything; 0 or the system's error number.
  private func verbinde(_ ablage: Dateiablage, _ zwischen: Int32, _ ziel: String) -> Int32 {
    let status =
      if let name {
        linkat(zwischen, name, ablage.ordner, ziel, 0)
      } else {
        linkat(
          AT_FDCWD, "/proc/self/fd/\(fd ?? -1)", ablage.ordner, ziel, AT_SYMLINK_FOLLOW)
      }
    guard status != 0 else { return 0 }
    let nummer = errno
    // A file system without hard links: a named file can be renamed, after a look at the target.
    guard nummer == EPERM || nummer == EOPNOTSUPP || nummer == EMLINK, let name else {
      return nummer
    }
    if faccessat(ablage.ordner, ziel, F_OK, AT_SYMLINK_NOFOLLOW) == 0 { return EEXIST }
    return renameat(zwischen, name, ablage.ordner, ziel) == 0 ? 0 : errno
  }

  /// Closes the file and removes its temporary name.
  func verwirf(_ ablage: Dateiablage) {
    if let fd { close(fd) }
    if let name, let zwischen = ablage.zwischen { unlinkat(zwischen, name, 0) }
  }
}
