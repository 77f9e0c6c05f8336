// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// The folder under a temporary name in which a new one grows until it is complete.
///
/// While this value lives the folder is locked. What a run left that was killed is nobody's: it is cleared
/// and used again, but only if all in it are files that this suite makes there.
struct Nachweisbau: ~Copyable {
  let pfad: String
  private let fd: Int32
  private let eigene: (String) -> Bool

  /// Makes the folder, or takes over what an interrupted run left.
  ///
  /// - Parameters:
  ///   - ziel: The folder that shall grow; this one is `ziel.teil`.
  ///   - eigene: Whether a file of this name is made here.
  /// - Throws: ``NachweisFehler/schreiben(pfad:grund:)``, ``NachweisFehler/ziel(pfad:grund:)`` if another run
  ///   is at work there or the folder holds something else.
  init(fuer ziel: String, eigene: @escaping (String) -> Bool) throws(NachweisFehler) {
    let pfad = ziel + ".teil"
    guard mkdir(pfad, 0o755) == 0 || errno == EEXIST else {
      throw .schreiben(pfad: ziel, grund: systemgrund(errno))
    }
    let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard fd >= 0 else {
      throw .ziel(pfad: ziel, grund: "»\(pfad)« ist im Weg (\(systemgrund(errno)))")
    }
    if flock(fd, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(fd)
      throw .ziel(pfad: ziel, grund: "ein anderer Lauf legt es gerade an (»\(pfad)«)")
    }
    // The other run may have finished, and named its folder, between opening and locking.
    var hier = stat()
    var dort = stat()
    guard fstat(fd, &hier) == 0, lstat(pfad, &dort) == 0, hier.st_ino == dort.st_ino,
      hier.st_dev == dort.st_dev
    else {
      close(fd)
      throw .ziel(pfad: ziel, grund: "ein anderer Lauf hat es gerade angelegt")
    }
    do throws(NachweisFehler) {
      let namen = try Self.inhalt(pfad)
      if let fremd = namen.first(where: { !Self.istEigene($0, pfad, eigene) }) {
        throw .ziel(
          pfad: ziel,
          grund:
            "der Ordner »\(pfad)« ist im Weg und enthält mit »\(fremd)« etwas, das dieses Programm dort "
            + "nicht anlegt")
      }
      for name in namen { unlink("\(pfad)/\(name)") }
    } catch {
      close(fd)
      throw error
    }
    self.pfad = pfad
    self.fd = fd
    self.eigene = eigene
  }

  deinit { close(fd) }

  private static func inhalt(_ pfad: String) throws(NachweisFehler) -> [String] {
    try Beweisdatei.namen(pfad).filter { $0 != "." && $0 != ".." }
  }

  private static func istEigene(
    _ name: String, _ pfad: String, _ eigene: (String) -> Bool
  ) -> Bool {
    var angaben = stat()
    guard lstat("\(pfad)/\(name)", &angaben) == 0, angaben.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    return eigene(name.hasSuffix(".teil") ? String(name.dropLast(5)) : name)
  }

  /// Gives the folder its name.
  ///
  /// - Parameter ziel: The name, which must be free.
  /// - Throws: ``NachweisFehler/schreiben(pfad:grund:)``.
  func vollende(_ ziel: String) throws(NachweisFehler) {
    guard rename(pfad, ziel) == 0 else {
      throw .schreiben(pfad: ziel, grund: systemgrund(errno))
    }
  }

  /// Removes the folder with what was made in it.
  func raeume() {
    for name in (try? Self.inhalt(pfad)) ?? [] where Self.istEigene(name, pfad, eigene) {
      unlink("\(pfad)/\(name)")
    }
    rmdir(pfad)
  }
}
