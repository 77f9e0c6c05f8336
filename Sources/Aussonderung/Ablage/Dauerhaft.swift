// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// Files that are complete under their name or not there at all, also after a power failure.
enum Dauerhaft {
  /// Writes bytes to a path in place of what is there.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  static func schreibe(_ bytes: [UInt8], nach pfad: String) throws(AussonderungFehler) {
    let neu = pfad + ".teil"
    let fd = open(neu, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw fehler(neu) }
    do throws(AussonderungFehler) {
      defer { close(fd) }
      try bytes.withUnsafeBytes { p in
        Result { () throws(AussonderungFehler) in try schreibe(p, fd, neu) }
      }.get()
      guard fsync(fd) == 0 else { throw fehler(neu) }
    } catch {
      unlink(neu)
      throw error
    }
    try benenne(neu, pfad)
  }

  /// Writes what `schreiber` hands over piece by piece to a path in place of what is there.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, or what `schreiber` throws.
  static func schreibe(
    nach pfad: String,
    stueckweise schreiber: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let neu = pfad + ".teil"
    let fd = open(neu, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw fehler(neu) }
    do {
      defer { close(fd) }
      try schreiber { try schreibe($0, fd, neu) }
      guard fsync(fd) == 0 else { throw fehler(neu) }
    } catch {
      unlink(neu)
      throw error
    }
    try benenne(neu, pfad)
  }

  /// Writes what `lies` delivers to a path in place of what is there; it lasts.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, or what `lies` throws.
  static func ersetze(
    _ pfad: String, durch lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    try schreibe(nach: pfad) { nimm in try jedesStueck(lies, nimm) }
  }

  /// Makes a folder whose name is there only when everything in it is on the disk; nothing if it is
  /// there already.
  ///
  /// One barrier at the end takes a fraction of the time of one for each file.
  ///
  /// - Parameters:
  ///   - pfad: The folder.
  ///   - fuelle: Puts files into the folder that will become it.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, or what `fuelle` throws.
  static func neuerOrdner(_ pfad: String, _ fuelle: (String) throws -> Void) throws {
    var art = stat()
    if stat(pfad, &art) == 0, art.st_mode & S_IFMT == S_IFDIR { return }
    let neu = pfad + ".teil"
    // What an interruption left is made anew.
    for name in try namen(neu) { unlink(neu + "/" + name) }
    try ordner(neu)
    try fuelle(neu)
    let fd = open(neu, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw fehler(neu) }
    defer { close(fd) }
    let nummer = Dateisystem.sichere(fd)
    guard nummer == 0 else {
      throw AussonderungFehler.ablage(pfad: neu, grund: systemgrund(nummer))
    }
    try benenne(neu, pfad)
  }

  /// Writes what `lies` delivers to a new file; it lasts when a barrier follows.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, also if there is such a file, or what `lies`
  ///   throws.
  static func lege(
    _ pfad: String, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    let fd = open(pfad, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw fehler(pfad) }
    defer { close(fd) }
    try jedesStueck(lies) { try schreibe($0, fd, pfad) }
  }

  /// Hands over what `lies` delivers, piece by piece.
  private static func jedesStueck(
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { puffer.deallocate() }
    while true {
      let n = try lies(puffer)
      guard n > 0 else { return }
      try body(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
    }
  }

  /// Copies a file, hashing on the way.
  ///
  /// - Parameters:
  ///   - quelle: The file.
  ///   - ziel: Where it goes.
  ///   - erwartet: The digest it must have; nil: any.
  ///   - ersetzt: False leaves alone what bears the name already, also if it came at the last moment.
  /// - Returns: The SHA-256 digest; nil if something else bears the name.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``; nothing appears under the name then.
  static func kopiere(
    _ quelle: String, nach ziel: String, erwartet: Pruefsumme? = nil, ersetzt: Bool = true
  ) throws(AussonderungFehler) -> Pruefsumme? {
    let von = open(quelle, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard von >= 0 else { throw fehler(quelle) }
    defer { close(von) }
    let neu = ziel + ".teil"
    // What an interruption left may be a second name of a file that somebody has by now.
    if unlink(neu) != 0, errno != ENOENT { throw fehler(neu) }
    let nach = open(neu, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard nach >= 0 else { throw fehler(neu) }
    var bildner = try summenbildner(quelle)
    do throws(AussonderungFehler) {
      defer { close(nach) }
      try jedesStueck(von, quelle) { (p) throws(AussonderungFehler) in
        bildner.nimm(p)
        try schreibe(p, nach, neu)
      }
      guard fsync(nach) == 0 else { throw fehler(neu) }
      guard let summe = bildner.abschluss().first else {
        throw .ablage(pfad: quelle, grund: "keine Prüfsumme")
      }
      guard erwartet == nil || erwartet == summe else {
        throw .ablage(
          pfad: quelle,
          grund: "die Datei hat nicht mehr dieselbe Prüfsumme; prüfen Sie den Datenträger")
      }
      if ersetzt {
        try benenne(neu, ziel)
      } else if try !benenneFrei(neu, ziel) {
        unlink(neu)
        return nil
      }
      return summe
    } catch {
      unlink(neu)
      throw error
    }
  }

  /// The SHA-256 digest of a file.
  static func pruefsumme(_ pfad: String) throws(AussonderungFehler) -> Pruefsumme {
    guard let summe = try pruefsummeFallsDa(pfad) else {
      errno = ENOENT
      throw fehler(pfad)
    }
    return summe
  }

  /// The SHA-256 digest of a file; nil if there is none.
  static func pruefsummeFallsDa(_ pfad: String) throws(AussonderungFehler) -> Pruefsumme? {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else {
      if errno == ENOENT { return nil }
      throw fehler(pfad)
    }
    defer { close(fd) }
    var bildner = try summenbildner(pfad)
    try jedesStueck(fd, pfad) { (p) throws(AussonderungFehler) in bildner.nimm(p) }
    guard let summe = bildner.abschluss().first else {
      throw .ablage(pfad: pfad, grund: "keine Prüfsumme")
    }
    return summe
  }

  /// The bytes of a small file; nil if there is none.
  static func lies(_ pfad: String) throws(AussonderungFehler) -> [UInt8]? {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fehler(pfad)
    }
    defer { close(fd) }
    var bytes: [UInt8] = []
    try jedesStueck(fd, pfad) { (p) throws(AussonderungFehler) in bytes += p }
    return bytes
  }

  /// Calls `body` for each line of a file, without its end.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, or what `body` throws.
  static func jedeZeile(_ pfad: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else { throw fehler(pfad) }
    defer { close(fd) }
    var rest: [UInt8] = []
    var innen: (any Error)?
    try jedesStueck(fd, pfad) { (p) throws(AussonderungFehler) in
      guard innen == nil else { return }
      rest += p
      do {
        var anfang = 0
        while let ende = rest[anfang...].firstIndex(of: 10) {
          if ende > anfang { try body(rest[anfang..<ende]) }
          anfang = ende + 1
        }
        rest.removeFirst(anfang)
      } catch { innen = error }
    }
    if let innen { throw innen }
    if !rest.isEmpty { try body(rest[...]) }
  }

  /// Makes a folder with those above it; no error if it is there.
  ///
  /// - Parameters:
  ///   - pfad: The folder.
  ///   - nurFuerUns: Nobody else may look into it.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  static func ordner(
    _ pfad: String, nurFuerUns: Bool = false
  ) throws(AussonderungFehler) {
    var bisher = pfad.hasPrefix("/") ? "" : "."
    for teil in pfad.split(separator: "/" as Character) {
      bisher += "/" + teil
      if mkdir(bisher, nurFuerUns ? 0o700 : 0o755) != 0, errno != EEXIST { throw fehler(bisher) }
    }
    var art = stat()
    guard stat(pfad, &art) == 0, art.st_mode & S_IFMT == S_IFDIR else {
      throw .ablage(pfad: pfad, grund: "ist kein Ordner")
    }
  }

  /// The names in a folder, sorted by bytes; none if there is no such folder.
  ///
  /// A name that is no UTF-8 is left out; nothing can be done with a file of that name.
  static func namen(_ pfad: String) throws(AussonderungFehler) -> [String] {
    try bytenamen(pfad).compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// The names in a folder as they are, sorted; none if there is no such folder.
  static func bytenamen(_ pfad: String) throws(AussonderungFehler) -> [[UInt8]] {
    guard let d = opendir(pfad) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw fehler(pfad)
    }
    defer { closedir(d) }
    var namen: [[UInt8]] = []
    while let eintrag = readdir(d) {
      let name = withUnsafeBytes(of: &eintrag.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [46], name != [46, 46] { namen.append(name) }
    }
    return namen.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Gives a file in a folder another name, one that nothing bears yet.
  static func benenne(
    _ name: [UInt8], in ordner: String, _ neu: String
  ) throws(AussonderungFehler) {
    var alt = Array(ordner.utf8) + [UInt8(ascii: "/")] + name
    alt.append(0)
    var art = stat()
    var ziel = ordner + "/" + neu
    var nummer = 1
    while lstat(ziel, &art) == 0 {
      nummer += 1
      ziel = ordner + "/\(nummer)-" + neu
    }
    let ergebnis = alt.withUnsafeBytes { p in
      p.withMemoryRebound(to: CChar.self) { c in
        c.baseAddress.map { rename($0, ziel) } ?? -1
      }
    }
    // Somebody else may have fetched it.
    guard ergebnis == 0 || errno == ENOENT else { throw fehler(ziel) }
  }

  /// Takes a file away; no error if there is none.
  static func entferne(_ pfad: String) throws(AussonderungFehler) {
    if unlink(pfad) != 0, errno != ENOENT { throw fehler(pfad) }
    try sichereOrdner(pfad)
  }

  /// Takes away a folder with the files in it; no error if there is none.
  static func leere(_ pfad: String) throws(AussonderungFehler) {
    for name in try namen(pfad) {
      if unlink(pfad + "/" + name) != 0, errno != ENOENT { throw fehler(pfad + "/" + name) }
    }
    if rmdir(pfad) != 0, errno != ENOENT { throw fehler(pfad) }
  }

  // MARK: Parts

  private static func benenne(_ alt: String, _ neu: String) throws(AussonderungFehler) {
    guard rename(alt, neu) == 0 else {
      let f = fehler(neu)
      unlink(alt)
      throw f
    }
    try sichereOrdner(neu)
  }

  /// Gives a file a name that nothing bears yet.
  ///
  /// - Returns: False if something bears it; the file keeps its old name then.
  private static func benenneFrei(_ alt: String, _ neu: String) throws(AussonderungFehler) -> Bool {
    if link(alt, neu) == 0 {
      unlink(alt)
      try sichereOrdner(neu)
      return true
    }
    if errno == EEXIST { return false }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw fehler(neu) }
    // A file system without second names, as on some network drives: nothing better than to look.
    var art = stat()
    if lstat(neu, &art) == 0 { return false }
    try benenne(alt, neu)
    return true
  }

  /// Takes away what an interruption left beside a file that has its name already.
  static func entferneRest(_ pfad: String) throws(AussonderungFehler) {
    if unlink(pfad + ".teil") != 0, errno != ENOENT { throw fehler(pfad + ".teil") }
  }

  /// Brings the names of the folder a path lies in to the disk.
  private static func sichereOrdner(_ pfad: String) throws(AussonderungFehler) {
    let oben = pfad.lastIndex(of: "/").map { String(pfad[..<$0]) } ?? "."
    let fd = open(oben.isEmpty ? "/" : oben, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw fehler(oben) }
    defer { close(fd) }
    guard fsync(fd) == 0 || errno == EINVAL else { throw fehler(oben) }
  }

  static func schreibe(
    _ bytes: UnsafeRawBufferPointer, _ fd: Int32, _ pfad: String
  ) throws(AussonderungFehler) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let n = write(fd, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if n > 0 { rest = rest.dropFirst(n) } else if errno != EINTR { throw fehler(pfad) }
    }
  }

  private static func jedesStueck(
    _ fd: Int32, _ pfad: String,
    _ body: (UnsafeRawBufferPointer) throws(AussonderungFehler) -> Void
  ) throws(AussonderungFehler) {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { puffer.deallocate() }
    while true {
      let n = read(fd, puffer.baseAddress, puffer.count)
      if n == 0 { return }
      if n > 0 {
        try body(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
      } else if errno != EINTR {
        throw fehler(pfad)
      }
    }
  }

  private static func summenbildner(
    _ pfad: String
  ) throws(AussonderungFehler) -> Pruefsummenbildner {
    do {
      return try Pruefsummenbildner([.sha256])
    } catch {
      throw .ablage(pfad: pfad, grund: error.description)
    }
  }

  /// What failed, from `errno`: the disk as a whole, or this one file.
  static func fehler(_ pfad: String) -> AussonderungFehler {
    switch errno {
    case ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE, ENOMEM:
      .datentraeger(pfad: pfad, grund: systemgrund(errno))
    default: .ablage(pfad: pfad, grund: systemgrund(errno))
    }
  }
}
