// SPDX-License-Identifier: Apache-2.0

/// Reads the files of a bag from a folder, a ZIP or a TAR, streaming.
///
/// It does not judge: check with ``Bagpruefer`` first. Links, devices, names outside of the bag or in
/// no valid UTF-8 are left out.
public struct Bagleser {
  /// The payload files, paths with `data/`, sorted by their bytes.
  public let nutzlast: [Bagdatei]
  /// All other files, sorted.
  public let tagdateien: [Bagdatei]

  private let quelle: any Bagquelle

  /// Opens the bag at `pfad`.
  ///
  /// - Parameters:
  ///   - pfad: A folder, a ZIP or a TAR.
  ///   - grenzen: What is accepted.
  /// - Throws: ``UebergabeFehler``: unreadable, damaged, or beyond a limit.
  public init(pfad: String, grenzen: Baggrenzen = .standard) throws(UebergabeFehler) {
    quelle = try oeffneBag(pfad, grenzen)
    nutzlast = quelle.bestand.dateien.filter { $0.pfad.istNutzlast }
    tagdateien = quelle.bestand.dateien.filter { !$0.pfad.istNutzlast }
  }

  /// The content of a tag file such as `dimag/control.xml`.
  ///
  /// In a TAR only the text files of BagIt itself can be had so; use ``jederBlock(_:)`` for others.
  ///
  /// - Parameter name: The path relative to the base directory.
  /// - Returns: The bytes; nil if there is no such file.
  /// - Throws: ``UebergabeFehler``, also if it is larger than ``Baggrenzen/tagdatei``.
  public func tagdatei(_ name: String) throws(UebergabeFehler) -> [UInt8]? {
    guard
      let stelle = quelle.bestand.dateien.firstIndex(where: { $0.pfad == Bagpfad(name) })
    else { return nil }
    return try quelle.inhalt(stelle)
  }

  /// Goes through the content of all files in the order in which they lie.
  ///
  /// - Parameter body: Gets the file and a block of bytes, lent for the call; an empty one at its end.
  /// - Throws: ``UebergabeFehler``, or what `body` throws.
  public func jederBlock(_ body: (Bagdatei, UnsafeRawBufferPointer) throws -> Void) throws {
    let dateien = quelle.bestand.dateien
    try quelle.durchlaufe(
      nur: { _ in true }, misslungen: { throw $1 }, block: { try body(dateien[$0], $1) })
  }
}
