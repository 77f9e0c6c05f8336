// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// Notes in `unterwegs/` which files a batch is about to give their addresses, until the commit that
/// names them is through.
///
/// After a crash in between, the note says which files nobody asked for: they are the bytes of
/// documents that were never registered. Others, whose origin is not known, are never removed without
/// being asked for.
enum Vormerkung {
  private static let endung = "-liste"

  /// Writes a note and returns its name.
  static func schreibe(
    _ hashes: [Dateihash], _ ablage: Dateiablage
  ) throws(SpeicherFehler) -> String {
    guard let zwischen = ablage.zwischen else { throw .nurLesend(ordner: ablage.speicherordner) }
    let pfad = Speicherordner(ablage.speicherordner).unterwegs
    let nummer = ablage.laufend.add(1, ordering: .relaxed).newValue
    let name = "\(getpid())-\(nummer)\(endung)"
    let fd = openat(
      zwischen, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else { throw .schreiben(pfad, errno) }
    defer { close(fd) }
    var zeilen: [UInt8] = []
    zeilen.reserveCapacity(hashes.count * (Dateihash.laenge * 2 + 1))
    for hash in hashes {
      zeilen += hash.hex.utf8
      zeilen.append(10)
    }
    var rest = zeilen[...]
    while !rest.isEmpty {
      let n = rest.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
      if n > 0 {
        rest = rest.dropFirst(n)
      } else if errno != EINTR {
        let nummer = errno
        unlinkat(zwischen, name, 0)
        throw .schreiben(pfad, nummer)
      }
    }
    return name
  }

  /// Removes a note.
  static func entferne(_ name: String, _ ablage: Dateiablage) {
    if let zwischen = ablage.zwischen { unlinkat(zwischen, name, 0) }
  }

  /// The files of all notes, those of other processes included; a line that was cut off names none.
  static func alle(_ ordner: Speicherordner) throws(SpeicherFehler) -> Set<Dateihash> {
    let fd = open(ordner.unterwegs, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw .lesen(ordner.unterwegs, errno) }
    defer { close(fd) }
    var hashes: Set<Dateihash> = []
    try Ordnerinhalt.jederName(fd, ordner.unterwegs) { (name) throws(SpeicherFehler) in
      guard name.hasSuffix(endung), let text = inhalt(fd, name) else { return }
      for zeile in text.split(separator: 10) {
        if let hash = Dateihash(hex: String(decoding: zeile, as: UTF8.self)) {
          hashes.insert(hash)
        }
      }
    }
    return hashes
  }

  /// The bytes of a note; nil if it is gone by now.
  private static func inhalt(_ ordner: Int32, _ name: String) -> [UInt8]? {
    let fd = openat(ordner, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var bytes: [UInt8] = []
    var puffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = puffer.withUnsafeMutableBytes { read(fd, $0.baseAddress, $0.count) }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { return n == 0 ? bytes : nil }
      bytes += puffer[..<n]
    }
  }
}

extension Speicher {
  /// Deletes the files of batches that a process did not bring to their commit.
  func raeumeUnvollendetes() throws(SpeicherFehler) {
    let hashes = try Vormerkung.alle(Speicherordner(ordner))
    if !hashes.isEmpty { try raeumeUnbenannte(hashes.sorted()) }
  }

  /// Deletes those of the files that neither a row nor an order names.
  func raeumeUnbenannte(_ hashes: [Dateihash]) throws(SpeicherFehler) {
    do {
      try schreibe { zugriff in
        let a = try zugriff.anweisung(
          """
          SELECT EXISTS(SELECT 1 FROM datei WHERE hash = ?1) \
          OR EXISTS(SELECT 1 FROM loeschauftrag WHERE hash = ?1)
          """)
        let ohne = try hashes.filter { hash in
          a.binde(1, hash)
          return try a.eineZahl == 0
        }
        _ = try ablage.loesche(ohne)
      }
    } catch {
      throw .eigen(error, ordner)
    }
  }
}
