// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Synchronization

/// A batch of files on their way into the store.
///
/// The bytes are written under no name or a temporary one. ``veroeffentliche()`` brings all of
/// them to the disk with one barrier and only then gives them their addresses, so that a file
/// under its address is always whole. The database may name them after that and not before. As
/// long as the batch lives, the files it took are not deleted, even if an order to delete the same
/// bytes is open; let go of it after the commit. A batch that is never published leaves nothing.
///
/// Belongs to one thread at a time.
package final class Aufnahmestapel {
  /// So many files stay without a name, each with its open descriptor.
  private static let namenlose = 16

  private let ablage: Dateiablage
  private var offen: [Zwischendatei] = []
  private var genommen: [Dateihash: Int64] = [:]
  /// Names of the notes about what was published.
  private var vormerkungen: [String] = []

  /// An empty batch for `ablage`.
  ///
  /// - Throws: ``SpeicherFehler/nurLesend(ordner:)``.
  package init(_ ablage: Dateiablage) throws(SpeicherFehler) {
    guard ablage.zwischen != nil else { throw .nurLesend(ordner: ablage.speicherordner) }
    self.ablage = ablage
  }

  deinit {
    for datei in offen { datei.verwirf(ablage) }
    for name in vormerkungen { Vormerkung.entferne(name, ablage) }
    let genommen = genommen
    ablage.gebraucht.withLock { alle in
      for hash in genommen.keys {
        let n = alle[hash, default: 1] - 1
        alle[hash] = n > 0 ? n : nil
      }
    }
  }

  /// All files taken so far, published or not, in the order of their digests.
  package var dateien: [Dateiangabe] {
    genommen.map { Dateiangabe(hash: $0.key, groesse: $0.value) }.sorted { $0.hash < $1.hash }
  }

  /// Begins a file whose bytes come piece by piece.
  ///
  /// - Throws: ``SpeicherFehler/keinPlatz(pfad:grund:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  package func beginne() throws(SpeicherFehler) -> Dateischreiber {
    try Dateischreiber(self, ablage, mitNamen: offen.count >= Self.namenlose)
  }

  /// Takes in bytes.
  @discardableResult
  package func nimm(bytes: UnsafeRawBufferPointer) throws(SpeicherFehler) -> Dateiangabe {
    let schreiber = try beginne()
    try schreiber.schreibe(bytes)
    return try schreiber.beende()
  }

  /// Takes in bytes.
  @discardableResult
  package func nimm(bytes: [UInt8]) throws(SpeicherFehler) -> Dateiangabe {
    do {
      return try bytes.withUnsafeBytes { try nimm(bytes: $0) }
    } catch {
      throw .eigen(error, ablage.speicherordner)
    }
  }

  /// Takes in all that `quelle` gives.
  ///
  /// - Parameter quelle: Fills the buffer from its beginning and returns the number of bytes, 0 at
  ///   the end.
  /// - Returns: The digest and size of the bytes.
  /// - Throws: ``SpeicherFehler`` or what `quelle` throws.
  @discardableResult
  package func nimm(
    aus quelle: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Dateiangabe {
    let schreiber = try beginne()
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    while true {
      let n = try quelle(puffer)
      guard n > 0 else { return try schreiber.beende() }
      try schreiber.schreibe(UnsafeRawBufferPointer(rebasing: puffer[..<min(n, puffer.count)]))
    }
  }

  /// Takes in the regular file at `pfad`; a link is not followed.
  ///
  /// - Throws: ``SpeicherFehler/nichtLesbar(pfad:grund:)`` and
  ///   ``SpeicherFehler/quelleGeaendert(pfad:)`` for the source, else as ``beginne()``.
  @discardableResult
  package func nimm(datei pfad: String) throws(SpeicherFehler) -> Dateiangabe {
    let quelle = try Lesedatei(pfad)
    do {
      let angabe = try nimm(aus: quelle.lies)
      guard quelle.unveraendert else { throw SpeicherFehler.quelleGeaendert(pfad: pfad) }
      return angabe
    } catch {
      throw .eigen(error, pfad)
    }
  }

  /// Takes over a finished temporary file; the same bytes are kept once.
  func uebernimm(
    _ datei: consuming Zwischendatei, _ angabe: Dateiangabe
  ) throws(SpeicherFehler) -> Dateiangabe {
    guard genommen[angabe.hash] == nil else {
      datei.verwirf(ablage)
      return angabe
    }
    // From here on nobody deletes these bytes; only then look whether they are there.
    genommen[angabe.hash] = angabe.groesse
    ablage.gebraucht.withLock { $0[angabe.hash, default: 0] += 1 }
    let vorhanden: Int64?
    do {
      vorhanden = try ablage.groesse(angabe.hash)
    } catch {
      datei.verwirf(ablage)
      throw error
    }
    guard let vorhanden else {
      datei.hash = angabe.hash
      offen.append(datei)
      return angabe
    }
    datei.verwirf(ablage)
    guard vorhanden == angabe.groesse else {
      throw .dateilaengeFalsch(
        pfad: ablage.pfad(angabe.hash), erwartet: angabe.groesse, gefunden: vorhanden)
    }
    return angabe
  }

  /// Gives files back that nothing will name; those that are not published yet leave nothing.
  package func gibZurueck(_ hashes: Set<Dateihash>) {
    offen.removeAll { datei in
      guard let hash = datei.hash, hashes.contains(hash) else { return false }
      datei.verwirf(ablage)
      return true
    }
    let zurueck = hashes.filter { genommen.removeValue(forKey: $0) != nil }
    ablage.gebraucht.withLock { alle in
      for hash in zurueck {
        let n = alle[hash, default: 1] - 1
        alle[hash] = n > 0 ? n : nil
      }
    }
  }

  /// Makes all files taken so far last a power failure and gives them their addresses.
  ///
  /// Few files are brought to the disk one by one, many with one call for the file system.
  ///
  /// - Throws: ``SpeicherFehler/keinPlatz(pfad:grund:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``; then some files may be published, which
  ///   does no harm: the next batch finds them.
  package func veroeffentliche() throws(SpeicherFehler) {
    guard !offen.isEmpty else { return }
    let einzeln = offen.count <= Self.namenlose
    vormerkungen.append(try Vormerkung.schreibe(offen.compactMap(\.hash), ablage))
    if einzeln {
      for datei in offen { try datei.sichere(ablage) }
    } else {
      try bringeAllesAufDenDatentraeger()
    }
    var faecher: Set<Int> = []
    while let datei = offen.last {
      try datei.benenne(ablage)
      faecher.insert(datei.hash?.fach ?? 0)
      offen.removeLast()
    }
    if einzeln {
      try ablage.sichereOrdner(faecher)
    } else {
      try bringeAllesAufDenDatentraeger()
    }
  }

  private func bringeAllesAufDenDatentraeger() throws(SpeicherFehler) {
    let nummer = Dateisystem.sichere(ablage.ordner)
    guard nummer == 0 else { throw .schreiben(ablage.speicherordner, nummer) }
  }
}
