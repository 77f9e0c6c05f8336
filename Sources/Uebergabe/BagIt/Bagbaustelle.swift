// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// The place in a folder where its bag is built: a hidden folder with the tag files and, at first, `data/`.
///
/// The steps and what a crash between them leaves:
/// 1. The place with `data/` in it, then the tag files: nothing was moved.
/// 2. Everything else is moved into that `data/`: it can be moved back.
/// 3. `data/` is moved into the folder, then the tag files, `bagit.txt` last: it can be ended.
/// So the place without `data/` but with `bagit.txt` means that step 3 had begun.
struct Bagbaustelle: ~Copyable {
  static let name = ".bag-im-bau"

  private let pfad: String
  private let ordner: Int32
  private let ort: Int32
  private let istFertig: Merker

  private final class Merker { var wert = false }

  /// Makes the place; what an interrupted earlier call left is put right first.
  ///
  /// - Throws: ``UebergabeFehler``.
  init(_ pfad: String) throws(UebergabeFehler) {
    let (ordner, ort) = try Self.beginne(pfad)
    self.pfad = pfad
    self.ordner = ordner
    self.ort = ort
    istFertig = Merker()
  }

  private static func beginne(_ pfad: String) throws(UebergabeFehler) -> (Int32, Int32) {
    let ordner = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard ordner >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    do throws(UebergabeFehler) {
      try bringeInOrdnung(ordner, pfad)
      guard faccessat(ordner, "bagit.txt", F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
        throw .schreiben(
          pfad: pfad, grund: "der Ordner enthält »bagit.txt«, ist also schon ein Bag")
      }
      guard mkdirat(ordner, name, 0o700) == 0 else { throw fehler(pfad) }
      let ort = try oeffne(ordner, pfad)
      guard mkdirat(ort, "data", 0o755) == 0 else {
        let grund = fehler(pfad)
        unlinkat(ordner, name, AT_REMOVEDIR)
        close(ort)
        throw grund
      }
      return (ordner, ort)
    } catch {
      close(ordner)
      throw error
    }
  }

  deinit {
    if !istFertig.wert { _ = Self.zurueck(ordner, ort) }
    close(ort)
    close(ordner)
  }

  /// Writes a tag file, which stays here until all moves.
  func schreibe(_ name: String, _ bytes: [UInt8]) throws(UebergabeFehler) {
    let fd = openat(ort, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard fd >= 0 else { throw Self.fehler("\(pfad)/\(name)") }
    let nummer = bytes.withUnsafeBytes { alle -> Int32 in
      var geschrieben = 0
      while geschrieben < alle.count {
        let n = write(fd, alle.baseAddress.map { $0 + geschrieben }, alle.count - geschrieben)
        if n < 0, errno != EINTR { return errno }
        geschrieben += max(n, 0)
      }
      return 0
    }
    guard close(fd) == 0, nummer == 0 else {
      throw .schreiben(pfad: "\(pfad)/\(name)", grund: systemgrund(nummer == 0 ? errno : nummer))
    }
  }

  /// Makes sure that no file was changed, and none vanished, since this place was made.
  func pruefeUnveraendert(_ dateien: [String]) throws(UebergabeFehler) {
    // The folder's own time moves on with each tag file; that of `data/` stays until the moves. The time of
    // the status is what no program can set back.
    var beginn = stat()
    guard fstatat(ort, "data", &beginn, AT_SYMLINK_NOFOLLOW) == 0 else { throw Self.fehler(pfad) }
    for datei in dateien {
      var stand = stat()
      guard fstatat(ordner, datei, &stand, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw .nichtLesbar(pfad: "\(pfad)/\(datei)", grund: systemgrund(errno))
      }
      let (a, b) = (stand.st_ctim, beginn.st_ctim)
      if a.tv_sec > b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec > b.tv_nsec) {
        throw .schreiben(
          pfad: "\(pfad)/\(datei)", grund: "die Datei wurde geändert, während sie gelesen wurde")
      }
    }
  }

  /// Moves all files into `data/` and the tag files beside it.
  ///
  /// - Parameter gesichert: Whether it is on the disk when this returns.
  /// - Throws: ``UebergabeFehler/schreiben(pfad:grund:)``.
  func ziehUm(gesichert: Bool) throws(UebergabeFehler) {
    if gesichert { try sichere() }
    let data = openat(ort, "data", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard data >= 0 else { throw Self.fehler(pfad) }
    defer { close(data) }
    for name in try Self.namen(ordner, pfad) where name != Array(Self.name.utf8) {
      guard Self.verschiebe(name, ordner, data) else { throw Self.fehler(pfad) }
    }
    if gesichert { try sichere() }
    guard Self.verschiebe(Array("data".utf8), ort, ordner) else { throw Self.fehler(pfad) }
    istFertig.wert = true  // from here on forward only
    guard Self.vor(ordner, ort) else { throw Self.fehler(pfad) }
    if gesichert { try sichere() }
  }

  private func sichere() throws(UebergabeFehler) {
    let nummer = Dateisystem.sichere(ordner)
    guard nummer == 0 else { throw .schreiben(pfad: pfad, grund: systemgrund(nummer)) }
  }

  // MARK: What an interrupted call left

  private static func bringeInOrdnung(_ ordner: Int32, _ pfad: String) throws(UebergabeFehler) {
    guard faccessat(ordner, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    let ort = try oeffne(ordner, pfad)
    defer { close(ort) }
    let hatData = faccessat(ort, "data", F_OK, AT_SYMLINK_NOFOLLOW) == 0
    let hatKopf = faccessat(ort, "bagit.txt", F_OK, AT_SYMLINK_NOFOLLOW) == 0
    if hatData || !hatKopf {
      guard zurueck(ordner, ort) else { throw fehler(pfad) }
      return
    }
    guard vor(ordner, ort) else { throw fehler(pfad) }
    throw .schreiben(
      pfad: pfad,
      grund: "der Ordner ist schon ein Bag: Ein unterbrochener Lauf wurde eben zu Ende geführt")
  }

  /// Opens the place and keeps others away.
  private static func oeffne(_ ordner: Int32, _ pfad: String) throws(UebergabeFehler) -> Int32 {
    let ort = openat(ordner, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard ort >= 0 else { throw fehler(pfad) }
    guard flock(ort, LOCK_EX | LOCK_NB) == 0 else {
      close(ort)
      throw .schreiben(pfad: pfad, grund: "ein anderer Lauf macht ihn gerade zum Bag")
    }
    return ort
  }

  /// Moves everything back and removes the place; false if the system refuses something.
  private static func zurueck(_ ordner: Int32, _ ort: Int32) -> Bool {
    let data = openat(ort, "data", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    if data >= 0 {
      defer { close(data) }
      guard let inhalt = try? namen(data, "data") else { return false }
      for name in inhalt where !verschiebe(name, data, ordner) { return false }
    }
    guard let rest = try? namen(ort, name) else { return false }
    for name in rest {
      let c = name.map { CChar(bitPattern: $0) } + [0]
      let art = name == Array("data".utf8) ? AT_REMOVEDIR : 0
      guard unlinkat(ort, c, art) == 0 else { return false }
    }
    return unlinkat(ordner, name, AT_REMOVEDIR) == 0
  }

  /// Moves the tag files into the folder, `bagit.txt` last, and removes the place.
  private static func vor(_ ordner: Int32, _ ort: Int32) -> Bool {
    guard let tags = try? namen(ort, name) else { return false }
    let kopf = Array("bagit.txt".utf8)
    for name in tags where name != kopf && !verschiebe(name, ort, ordner) { return false }
    return verschiebe(kopf, ort, ordner) && unlinkat(ordner, name, AT_REMOVEDIR) == 0
  }

  private static func verschiebe(_ name: [UInt8], _ von: Int32, _ nach: Int32) -> Bool {
    let c = name.map { CChar(bitPattern: $0) } + [0]
    return renameat(von, c, nach, c) == 0
  }

  /// The names in an open folder.
  private static func namen(_ fd: Int32, _ pfad: String) throws(UebergabeFehler) -> [[UInt8]] {
    let kopie = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard kopie >= 0, let ordner = fdopendir(kopie) else {
      let nummer = errno
      if kopie >= 0 { close(kopie) }
      throw .nichtLesbar(pfad: pfad, grund: systemgrund(nummer))
    }
    defer { closedir(ordner) }
    var namen: [[UInt8]] = []
    while true {
      errno = 0
      guard let eintrag = readdir(ordner) else {
        guard errno == 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
        return namen
      }
      let name = withUnsafePointer(to: &eintrag.pointee.d_name) { feld in
        feld.withMemoryRebound(to: UInt8.self, capacity: 256) { zeichen in
          Array(UnsafeBufferPointer(start: zeichen, count: strlen(feld)))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { namen.append(name) }
    }
  }

  private static func fehler(_ pfad: String) -> UebergabeFehler {
    .schreiben(pfad: pfad, grund: systemgrund(errno))
  }
}
