// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Lifecycle
internal import Pruefung

/// The file of the Löschbuch: lines are appended, brought to the disk, and never changed.
final class Loeschbuchdatei {
  private let pfad: String
  private let fd: Int32
  private var buch: Loeschbuch

  /// Number and hash of the last line.
  var kopf: Kettenkopf { buch.kopf }

  /// Opens the book for appending, and repairs a last line that was cut off while it was written.
  ///
  /// - Parameters:
  ///   - pfad: The file.
  ///   - stand: The line that the store noted last; only without one a new book is begun.
  ///   - satz: Takes each line that is there, in order.
  /// - Throws: ``SpeicherFehler/loeschbuchUnbrauchbar(pfad:grund:)`` if the book is damaged, missing
  ///   or another one: it is not continued then. What `satz` throws.
  init(_ pfad: String, stand: Kettenkopf?, _ satz: (Loeschsatz) throws -> Void = { _ in }) throws {
    self.pfad = pfad
    let anlegen = stand == nil ? O_CREAT : 0
    let fd = open(pfad, O_RDWR | anlegen | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else {
      if errno == ENOENT, stand != nil {
        throw SpeicherFehler.loeschbuchUnbrauchbar(pfad: pfad, grund: "es fehlt")
      }
      throw SpeicherFehler.schreiben(pfad, errno)
    }
    self.fd = fd
    do {
      let bericht = try Self.lies(fd, pfad, anker: stand.map { [Anker($0)] } ?? [], satz)
      guard bericht.istUnversehrt else {
        let grund = bericht.befunde.first { $0.schwere == .fehler }?.meldung
        throw SpeicherFehler.loeschbuchUnbrauchbar(
          pfad: pfad, grund: grund.map { String($0.dropLast()) } ?? "es ist verändert")
      }
      switch bericht.reparatur {
      case .keine: break
      case .zeilenendeErgaenzen: try Self.schreibe(fd, [10], pfad)
      case .kuerzen(let laenge):
        guard ftruncate(fd, off_t(laenge)) == 0 else { throw SpeicherFehler.schreiben(pfad, errno) }
      }
      guard fsync(fd) == 0 else { throw SpeicherFehler.schreiben(pfad, errno) }
      buch = try Loeschbuch(nach: bericht.kopf)
    } catch {
      close(fd)
      throw error
    }
  }

  deinit { close(fd) }

  /// Appends a line; when the method returns, it lasts a power failure.
  func haenge(an entwurf: Loeschentwurf) throws {
    let vorher = buch.kopf
    let zeile = try buch.haenge(an: entwurf)
    do {
      try Self.schreibe(fd, zeile, pfad)
      guard fsync(fd) == 0 else { throw SpeicherFehler.schreiben(pfad, errno) }
    } catch {
      buch.kehreZurueck(zu: vorher)
      throw error
    }
  }

  /// Reads a book that may be missing.
  static func pruefe(
    _ pfad: String, anker: [Anker], _ body: (Loeschsatz) throws -> Void
  ) throws -> Loeschbuchbericht? {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else {
      if errno == ENOENT { return nil }
      throw SpeicherFehler.lesen(pfad, errno)
    }
    defer { close(fd) }
    return try lies(fd, pfad, anker: anker, body)
  }

  private static func lies(
    _ fd: Int32, _ pfad: String, anker: [Anker] = [], _ body: (Loeschsatz) throws -> Void
  ) throws -> Loeschbuchbericht {
    var leser = try Loeschbuchleser(datei: pfad, anker: anker)
    var puffer = [UInt8](repeating: 0, count: 1 << 16)
    var stelle: off_t = 0
    while true {
      let n = puffer.withUnsafeMutableBytes { pread(fd, $0.baseAddress, $0.count, stelle) }
      if n < 0 {
        if errno == EINTR { continue }
        throw SpeicherFehler.lesen(pfad, errno)
      }
      if n == 0 { break }
      stelle += off_t(n)
      for satz in leser.nimm(Array(puffer[..<n])) { try body(satz) }
    }
    let (letzter, bericht) = leser.abschluss()
    if let letzter { try body(letzter) }
    return bericht
  }

  private static func schreibe(_ fd: Int32, _ bytes: [UInt8], _ pfad: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let n = rest.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
      if n < 0 {
        if errno == EINTR { continue }
        throw SpeicherFehler.schreiben(pfad, errno)
      }
      rest = rest.dropFirst(n)
    }
  }
}
