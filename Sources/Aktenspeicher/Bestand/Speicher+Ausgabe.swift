// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle

extension Speicher {
  /// An Akte or Vorgang with everything in it as xdomea tells it: periods, history and
  /// Geschäftsgang included.
  ///
  /// For handing over; one top-level object is in memory at a time.
  ///
  /// - Parameters:
  ///   - id: The object.
  ///   - historie: Whether the history goes along.
  /// - Returns: The object; nil if there is none.
  /// - Throws: ``SpeicherFehler``.
  public func schriftgutobjekt(_ id: ObjektID, historie: Bool = true) throws -> Schriftgutobjekt? {
    try lies { l in
      guard let zeile = try l.objekt(id) else { return nil }
      return try Ausgabelauf(
        l: l, mitHistorie: historie, gedaechtnis: historiengedaechtnis
      ).objekt(zeile)
    }
  }

  /// Opens a file of the store; its digest is proved while it is read.
  ///
  /// - Returns: A function that fills a buffer from its beginning and returns the number of bytes, 0
  ///   at the end. The bytes are good only if the call that reports the end does not throw
  ///   ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)``. Belongs to one thread.
  /// - Throws: ``SpeicherFehler/dateiFehlt(_:pfad:)``.
  public func oeffne(
    _ hash: Dateihash
  ) throws(SpeicherFehler) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    try Dateileser(hash, ablage).lies
  }
}
