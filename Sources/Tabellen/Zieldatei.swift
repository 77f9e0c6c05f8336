// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// A file that gets its name when it is complete and vanishes if it is not.
///
/// Until then it has a hidden name beside the target, so that the last step is a renaming within
/// one file system. Tables name persons: nobody else may read the file before it is complete.
struct Zieldatei: ~Copyable {
  /// The target as it was named.
  let pfad: String
  /// The folder of the target.
  let ordner: String
  /// The hidden name, with the folder.
  let teilpfad: String
  /// The open file.
  let fd: Int32
  private let ueberschreiben: Bool
  private var istFertig = false

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - pfad: Its name when it is complete.
  ///   - ueberschreiben: Whether a file of that name may be replaced.
  /// - Throws: ``TabellenFehler``.
  init(_ pfad: String, ueberschreiben: Bool) throws(TabellenFehler) {
    let schnitt = pfad.lastIndex(of: "/")
    let name = schnitt.map { String(pfad[pfad.index(after: $0)...]) } ?? pfad
    guard name != "", name != ".", name != "..", !pfad.utf8.contains(0) else {
      throw .schreiben(pfad: pfad, grund: "der Pfad nennt keinen Dateinamen")
    }
    let ordner = schnitt.map { String(pfad[...$0]) } ?? "./"
    try Self.pruefeFrei(pfad, ueberschreiben)
    // Short enough for any file system, even if the name itself has 255 bytes.
    let zufall = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let teilpfad = "\(ordner).\(String(name.unicodeScalars.prefix(40))).teil-\(getpid())-\(zufall)"
    let fd = open(teilpfad, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else { throw .schreiben(pfad: pfad, grund: systemgrund(errno)) }
    self.pfad = pfad
    self.ordner = ordner
    self.teilpfad = teilpfad
    self.fd = fd
    self.ueberschreiben = ueberschreiben
  }

  deinit {
    if !istFertig { unlink(teilpfad) }
    close(fd)
  }

  /// Writes bytes at the end.
  ///
  /// - Throws: ``TabellenFehler/schreiben(pfad:grund:)``.
  func schreibe(_ bytes: [UInt8]) throws(TabellenFehler) {
    var stelle = 0
    while stelle < bytes.count {
      let n = bytes.withUnsafeBytes {
        write(fd, $0.baseAddress?.advanced(by: stelle), $0.count - stelle)
      }
      if n >= 0 {
        stelle += n
      } else if errno != EINTR {
        throw .schreiben(pfad: pfad, grund: systemgrund(errno))
      }
    }
  }

  /// Brings the file to the disk and gives it its name.
  ///
  /// - Throws: ``TabellenFehler``.
  consuming func vollende() throws(TabellenFehler) {
    guard fchmod(fd, 0o644) == 0, fsync(fd) == 0 else {
      throw .schreiben(pfad: pfad, grund: systemgrund(errno))
    }
    try Self.pruefeFrei(pfad, ueberschreiben)
    if !ueberschreiben, link(teilpfad, pfad) == 0 {  // never replaces a target
      unlink(teilpfad)
    } else {
      if !ueberschreiben, errno == EEXIST { throw .zielVorhanden(pfad: pfad) }
      // A file system without hard links: the check above must do.
      guard rename(teilpfad, pfad) == 0 else {
        throw .schreiben(pfad: pfad, grund: systemgrund(errno))
      }
    }
    istFertig = true
    let verzeichnis = open(ordner, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard verzeichnis >= 0 else { return }
    fsync(verzeichnis)  // refused by some network file systems; the file itself is safe already
    close(verzeichnis)
  }

  /// Throws if something stands at the target that must not be replaced.
  private static func pruefeFrei(_ pfad: String, _ ueberschreiben: Bool) throws(TabellenFehler) {
    var angaben = stat()
    guard lstat(pfad, &angaben) == 0 else { return }
    guard ueberschreiben, angaben.st_mode & S_IFMT == S_IFREG else {
      throw .zielVorhanden(pfad: pfad)
    }
  }
}
