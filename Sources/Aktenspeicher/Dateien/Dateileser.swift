// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Pruefsummen

/// Reads a stored file piece by piece and, if wanted, checks its digest.
///
/// The verdict comes with the end: bytes handed out before are good only if the call that reports
/// the end does not throw. Belongs to one thread at a time.
package final class Dateileser {
  private let hash: Dateihash
  private let pfad: String
  private let datei: Lesedatei
  private var bildner: Pruefsummenbildner
  private let pruefend: Bool
  private var amEnde = false

  /// The file's size.
  package var groesse: Int64 { datei.groesse }

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - hash: Its address.
  ///   - ablage: Where it lies.
  ///   - pruefend: Whether the digest is checked.
  /// - Throws: ``SpeicherFehler/dateiFehlt(_:pfad:)``,
  ///   ``SpeicherFehler/nichtLesbar(pfad:grund:)``.
  package init(
    _ hash: Dateihash, _ ablage: Dateiablage, pruefend: Bool = true
  ) throws(SpeicherFehler) {
    pfad = ablage.pfad(hash)
    do {
      bildner = try Pruefsummenbildner(pruefend ? [.sha256] : [])
    } catch {
      throw .nichtLesbar(pfad: pfad, grund: "\(error)")
    }
    guard try ablage.groesse(hash) != nil else { throw .dateiFehlt(hash, pfad: pfad) }
    datei = try Lesedatei(pfad, ordner: ablage.ordner, name: hash.ablageort)
    self.hash = hash
    self.pruefend = pruefend
  }

  /// The next bytes; 0 at the end, after the digest was checked.
  ///
  /// - Throws: ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)`` at the end,
  ///   ``SpeicherFehler/nichtLesbar(pfad:grund:)``.
  package func lies(_ puffer: UnsafeMutableRawBufferPointer) throws(SpeicherFehler) -> Int {
    guard !amEnde else { return 0 }
    let n = try datei.lies(puffer)
    guard n == 0 else {
      bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
      return n
    }
    amEnde = true
    guard pruefend, let summe = bildner.abschluss().first, let gefunden = Dateihash(summe),
      gefunden != hash
    else { return 0 }
    throw .dateiVeraendert(pfad: pfad, erwartet: hash, gefunden: gefunden)
  }
}

extension Dateiablage {
  /// Calls `body` for each piece of a file, lent until `body` returns.
  ///
  /// - Parameters:
  ///   - hash: The file.
  ///   - pruefend: Whether the digest is checked. The verdict comes last: the bytes are good only
  ///     if this method returns.
  ///   - body: Takes up to 256 KiB.
  /// - Throws: As ``Dateileser``, or what `body` throws.
  package func lies(
    _ hash: Dateihash, pruefend: Bool = true, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let leser = try Dateileser(hash, self, pruefend: pruefend)
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    while true {
      let n = try leser.lies(puffer)
      guard n > 0 else { return }
      try body(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
    }
  }
}
