// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Pruefsummen

/// Writes one file into a batch and digests it in passing.
///
/// A writer that is let go of before ``beende()`` leaves nothing. Belongs to one thread at a time.
package final class Dateischreiber {
  private let stapel: Aufnahmestapel
  private let ablage: Dateiablage
  private var datei: Zwischendatei?
  private var bildner: Pruefsummenbildner
  private var groesse: Int64 = 0

  init(
    _ stapel: Aufnahmestapel, _ ablage: Dateiablage, mitNamen: Bool
  ) throws(SpeicherFehler) {
    do {
      bildner = try Pruefsummenbildner([.sha256])
    } catch {
      throw .nichtSchreibbar(pfad: ablage.speicherordner, grund: "\(error)")
    }
    datei = try Zwischendatei(ablage, mitNamen: mitNamen)
    self.stapel = stapel
    self.ablage = ablage
  }

  deinit { datei?.verwirf(ablage) }

  /// Appends bytes.
  ///
  /// - Throws: ``SpeicherFehler/keinPlatz(pfad:grund:)``,
  ///   ``SpeicherFehler/nichtSchreibbar(pfad:grund:)``.
  package func schreibe(_ bytes: UnsafeRawBufferPointer) throws(SpeicherFehler) {
    guard let datei else { preconditionFailure("the file has ended") }
    bildner.nimm(bytes)
    try datei.schreibe(bytes, ablage)
    groesse += Int64(bytes.count)
  }

  /// Ends the file and hands it to the batch, which publishes it later.
  ///
  /// - Returns: The digest and size of the bytes written.
  /// - Throws: As ``schreibe(_:)``; ``SpeicherFehler/dateilaengeFalsch(pfad:erwartet:gefunden:)``
  ///   if a file with this digest is in the store with another length, that is, damaged.
  package func beende() throws(SpeicherFehler) -> Dateiangabe {
    guard var fertig = datei, let hash = bildner.abschluss().first.flatMap({ Dateihash($0) }) else {
      preconditionFailure("the file has ended")
    }
    try fertig.schliesse(ablage)
    datei = nil
    return try stapel.uebernimm(fertig, Dateiangabe(hash: hash, groesse: groesse))
  }
}
