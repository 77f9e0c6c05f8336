// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Foundation
internal import Glibc

/// A folder that becomes a store.
///
/// It is built under a hidden name beside its place, and moved there when it is complete. Until
/// then, and if it is let go of before, nothing is to be seen of it.
final class Bauort {
  /// The folder under its hidden name.
  let ort: Speicherordner
  private let ziel: String
  /// The hidden folder, open and locked: whoever finds it unlocked may clear it away.
  private let schloss: Int32
  private var istFertig = false

  /// Makes the hidden folder with all but the database.
  ///
  /// - Throws: ``SpeicherFehler/schonVorhanden(pfad:)`` if there is something at `ziel` but an
  ///   empty folder; ``SpeicherFehler/imSpeicher(pfad:speicher:)`` if it lies in a store; ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  init(_ ziel: String) throws(SpeicherFehler) {
    self.ziel = Speicherordner(ziel).pfad
    var teile = self.ziel.split(separator: "/", omittingEmptySubsequences: false)
    let name = teile.removeLast()
    guard name != "", name != ".", name != ".." else {
      throw .nichtSchreibbar(pfad: ziel, grund: "der Pfad nennt keinen Ordner")
    }
    try Self.pruefeFrei(self.ziel)
    try Speicherordner(self.ziel).verlangeAusserhalb()
    let vorsilbe = ".\(String(name.unicodeScalars.prefix(40))).teil-"
    Self.raeumeVerlassene(teile.isEmpty ? "." : teile.joined(separator: "/") + "/", vorsilbe)
    teile.append("\(vorsilbe)\(getpid())")
    ort = Speicherordner(teile.joined(separator: "/"))
    guard mkdir(ort.pfad, 0o700) == 0 else { throw .schreiben(self.ziel, errno) }
    schloss = open(ort.pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(schloss, LOCK_EX | LOCK_NB)
    // From here on `deinit` cleans up.
    for pfad in [ort.dateien, ort.unterwegs] where mkdir(pfad, 0o755) != 0 {
      throw .schreiben(pfad, errno)
    }
    try Kleindatei.schreibe(ort.erklaerung, Speicherordner.erklaerungstext)
    try Kleindatei.schreibe(ort.sperre, "")
  }

  deinit {
    if !istFertig { try? FileManager.default.removeItem(atPath: ort.pfad) }
    if schloss >= 0 { close(schloss) }
  }

  /// Removes hidden folders that nobody builds any more: left by a process that was ended, they hold
  /// copies of documents that nobody would ever delete.
  private static func raeumeVerlassene(_ eltern: String, _ vorsilbe: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: eltern)) ?? []
    where name.hasPrefix(vorsilbe) && name.dropFirst(vorsilbe.count).allSatisfy(\.isNumber) {
      let fd = open(eltern + "/" + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard fd >= 0 else { continue }
      defer { close(fd) }
      guard flock(fd, LOCK_EX | LOCK_NB) == 0 else { continue }
      try? FileManager.default.removeItem(atPath: eltern + "/" + name)
    }
  }

  /// Whether a new store can stand at `pfad`: nothing is there, or an empty folder.
  static func istFrei(_ pfad: String) throws(SpeicherFehler) -> Bool {
    let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else {
      if errno == ENOENT { return true }
      if errno == ENOTDIR { return false }
      throw .lesen(pfad, errno)
    }
    defer { close(fd) }
    var leer = true
    try Ordnerinhalt.jederName(fd, pfad) { _ in leer = false }
    return leer
  }

  private static func pruefeFrei(_ pfad: String) throws(SpeicherFehler) {
    guard try istFrei(pfad) else { throw .schonVorhanden(pfad: pfad) }
  }

  /// Brings everything to the disk and moves the folder to its place.
  func veroeffentliche() throws(SpeicherFehler) {
    let fd = open(ort.pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw .schreiben(ziel, errno) }
    defer { close(fd) }
    let nummer = Dateisystem.sichere(fd)
    guard nummer == 0 else { throw .schreiben(ziel, nummer) }
    guard rename(ort.pfad, ziel) == 0 else {
      let nummer = errno
      if nummer == EEXIST || nummer == ENOTEMPTY { throw .schonVorhanden(pfad: ziel) }
      throw .schreiben(ziel, nummer)
    }
    istFertig = true
    Dateisystem.sichereEltern(von: ziel)
  }
}

/// Small text files of a store.
enum Kleindatei {
  /// Writes a new file and brings it to the disk.
  static func schreibe(_ pfad: String, _ text: String) throws(SpeicherFehler) {
    let fd = open(pfad, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw .schreiben(pfad, errno) }
    defer { close(fd) }
    let bytes = Array(text.utf8)
    guard write(fd, bytes, bytes.count) == bytes.count, fsync(fd) == 0 else {
      throw .schreiben(pfad, errno)
    }
  }
}
