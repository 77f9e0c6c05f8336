// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Lifecycle
internal import Pruefung

/// The file of the Löschbuch: lines are appended, brought to the disk, and never changed.
///
/// As long as it is open for appending, it is locked: stores that share a book, such as a restored
/// backup and the store it was made of, append one after the other.
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
  ///   - speicher: The Kennung of the store; a book that names another one is refused.
  ///   - stand: The line that the store noted last; only without one a new book is begun.
  ///   - wartezeit: How long to wait for others who append.
  ///   - gelesen: The book as it was read or written last. If it is still that one, and `stand` its
  ///     last line, it is not read again: a long run of destructions would read all of it each time.
  ///   - satz: Takes each line that is there, in order; none if the book is not read.
  /// - Throws: ``SpeicherFehler/loeschbuchUnbrauchbar(pfad:grund:)`` if the book is damaged, missing
  ///   or another one, ``SpeicherFehler/loeschbuchFremd(pfad:gefunden:erwartet:)`` if it is that of
  ///   another store: it is not continued then. ``SpeicherFehler/loeschbuchBelegt(pfad:)``. What
  ///   `satz` throws.
  init(
    _ pfad: String, speicher: String, stand: Kettenkopf?,
    wartezeit: Duration = Speicher.schreibwartezeit, gelesen: Loeschbuchbild? = nil,
    _ satz: (Loeschsatz) throws -> Void = { _ in }
  ) throws {
    self.pfad = pfad
    let anlegen = stand == nil ? O_CREAT : 0
    guard
      let fd = try Self.oeffne(
        pfad, O_RDWR | anlegen | O_APPEND, LOCK_EX, wartezeit, SpeicherFehler.schreiben)
    else { throw SpeicherFehler.loeschbuchUnbrauchbar(pfad: pfad, grund: "es fehlt") }
    self.fd = fd
    do {
      if let gelesen, stand == gelesen.kopf, try Loeschbuchbild(fd, pfad, gelesen.kopf) == gelesen {
        buch = try Loeschbuch(speicher: speicher, nach: gelesen.kopf)
        return
      }
      let bericht = try Self.lies(
        fd, pfad, speicher: speicher, anker: stand.map { [Anker($0)] } ?? [], satz)
      if let fremder = bericht.fremderSpeicher {
        throw SpeicherFehler.loeschbuchFremd(pfad: pfad, gefunden: fremder, erwartet: speicher)
      }
      // Without a noted line, only the lines themselves can say whose book it is.
      guard stand != nil || bericht.saetze == 0 || bericht.ohneSpeicher < bericht.saetze else {
        throw SpeicherFehler.loeschbuchUnbrauchbar(
          pfad: pfad,
          grund: "keine seiner Zeilen nennt einen Aktenspeicher, und dieser kennt keine von ihnen; "
            + "ob es seines ist, entscheiden zwei Personen mit »diva speicher pruefen --nachholen«")
      }
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
      if bericht.saetze == 0 { Dateisystem.sichereEltern(von: pfad) }
      buch = try Loeschbuch(speicher: speicher, nach: bericht.kopf)
    } catch {
      close(fd)
      throw error
    }
  }

  deinit { close(fd) }

  /// The book as it is now.
  ///
  /// - Throws: ``SpeicherFehler`` if the system does not tell.
  func bild() throws -> Loeschbuchbild { try Loeschbuchbild(fd, pfad, buch.kopf) }

  /// Appends a line; it lasts a power failure when ``sichere()`` returns.
  func haenge(an entwurf: Loeschentwurf) throws {
    let vorher = buch.kopf
    let zeile = try buch.haenge(an: entwurf)
    do {
      try Self.schreibe(fd, zeile, pfad)
    } catch {
      buch.kehreZurueck(zu: vorher)
      throw error
    }
  }

  /// Brings the lines to the disk.
  func sichere() throws {
    guard fsync(fd) == 0 else { throw SpeicherFehler.schreiben(pfad, errno) }
  }

  /// Reads a book while nobody appends to it.
  ///
  /// - Parameters:
  ///   - pfad: The file.
  ///   - speicher: The Kennung of the store; nil takes the one that the book names.
  ///   - anker: Ends of the book that were noted elsewhere.
  ///   - wartezeit: How long to wait for others who append.
  ///   - body: Takes each line of the store, or of no store, in order.
  /// - Returns: What reading has shown; nil if there is no book.
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  static func pruefe(
    _ pfad: String, speicher: String?, anker: [Anker] = [],
    wartezeit: Duration = Speicher.schreibwartezeit, _ body: (Loeschsatz) throws -> Void
  ) throws -> Loeschbuchbericht? {
    guard let fd = try oeffne(pfad, O_RDONLY, LOCK_SH, wartezeit, SpeicherFehler.lesen) else {
      return nil
    }
    defer { close(fd) }
    return try lies(fd, pfad, speicher: speicher, anker: anker, body)
  }

  /// Opens and locks the file that has this name then; nil if there is none.
  private static func oeffne(
    _ pfad: String, _ art: Int32, _ sperre: Int32, _ wartezeit: Duration,
    _ fehler: (String, Int32) -> SpeicherFehler
  ) throws -> Int32? {
    while true {
      let fd = open(pfad, art | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard fd >= 0 else {
        if errno == ENOENT, art & O_CREAT == 0 { return nil }
        throw fehler(pfad, errno)
      }
      let nummer = Wartesperre.nimm(fd, sperre, hoechstens: wartezeit)
      guard nummer == 0 else {
        close(fd)
        throw nummer == EWOULDBLOCK ? .loeschbuchBelegt(pfad: pfad) : fehler(pfad, nummer)
      }
      // Somebody may have put another file in its place meanwhile.
      var offen = stat()
      var hier = stat()
      if fstat(fd, &offen) == 0, lstat(pfad, &hier) == 0, offen.st_ino == hier.st_ino,
        offen.st_dev == hier.st_dev
      {
        return fd
      }
      close(fd)
    }
  }

  private static func lies(
    _ fd: Int32, _ pfad: String, speicher: String?, anker: [Anker],
    _ body: (Loeschsatz) throws -> Void
  ) throws -> Loeschbuchbericht {
    var leser = try Loeschbuchleser(datei: pfad, speicher: speicher, anker: anker)
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
