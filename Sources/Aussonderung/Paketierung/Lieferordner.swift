// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import FoundationEssentials
internal import Glibc
internal import Pruefsummen

/// A folder of packages under construction: under a hidden name until all of it is on the disk, and gone
/// again if it is not finished.
final class Lieferordner {
  private let ziel: Zielort
  private var istFertig = false
  /// Holds the lock that says that this folder is being built; -1 where the file system has none.
  private var sperre: Int32 = -1
  /// Where the packages are built.
  let bauort: String

  init(_ pfad: String) throws {
    ziel = try Zielort(pfad)
    try ziel.pruefeFrei(ueberschreiben: false)
    var teile = pfad.split(separator: "/" as Character, omittingEmptySubsequences: false)
    while teile.count > 1, teile.last == "" { teile.removeLast() }
    teile[teile.count - 1] = Substring(ziel.teilname)
    bauort = teile.joined(separator: "/")
    // One at a time, so that no folder is seen between its making and its lock.
    let istGesperrt = flock(ziel.ordner, LOCK_EX) == 0
    defer { if istGesperrt { flock(ziel.ordner, LOCK_UN) } }
    if istGesperrt {
      teile[teile.count - 1] = ""
      Self.raeume(teile.count == 1 ? "./" : teile.joined(separator: "/"), ziel)
    }
    guard mkdirat(ziel.ordner, ziel.teilname, 0o755) == 0 else {
      throw AussonderungFehler.ablage(pfad: pfad, grund: systemgrund(errno))
    }
    sperre = openat(ziel.ordner, ziel.teilname, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if sperre >= 0 { flock(sperre, LOCK_EX | LOCK_NB) }
  }

  /// Removes what processes that were killed left of folders with the same target.
  ///
  /// Only what no one holds a lock of and no other living process made; best effort.
  private static func raeume(_ eltern: String, _ ziel: Zielort) {
    let stamm = Array(ziel.teilname.utf8)
    // The name as `Zielort` makes it: what it is for, the process, a random number.
    let teile = ziel.teilname.split(separator: "-" as Character)
    guard teile.count >= 3 else { return }
    let schwanz = teile.suffix(2).joined(separator: "-").utf8.count
    let vorne = stamm.dropLast(schwanz)
    let namen = (try? FileManager.default.contentsOfDirectory(atPath: eltern)) ?? []
    for name in namen where name.utf8.starts(with: vorne) {
      let rest = String(decoding: name.utf8.dropFirst(vorne.count), as: UTF8.self)
        .split(separator: "-" as Character)
      guard rest.count == 2, let prozess = pid_t(rest[0]), prozess > 0 else { continue }
      let lebt = kill(prozess, 0) == 0 || errno != ESRCH
      if lebt, prozess != getpid() { continue }
      let fd = openat(ziel.ordner, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard fd >= 0 else { continue }
      defer { close(fd) }
      guard flock(fd, LOCK_EX | LOCK_NB) == 0 else { continue }
      try? FileManager.default.removeItem(atPath: eltern + name)
    }
  }

  deinit {
    if sperre >= 0 { close(sperre) }
    if !istFertig { try? FileManager.default.removeItem(atPath: bauort) }
  }

  /// Brings everything to the disk and gives the folder its name.
  func beende() throws {
    let fd = open(bauort, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else {
      throw AussonderungFehler.ablage(pfad: ziel.pfad, grund: systemgrund(errno))
    }
    defer { close(fd) }
    let nummer = Dateisystem.sichere(fd)
    guard nummer == 0 else {
      throw AussonderungFehler.ablage(pfad: ziel.pfad, grund: systemgrund(nummer))
    }
    try ziel.benenneOrdner()
    istFertig = true
  }
}
