// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A file of a bag as it lies on the disk or in an archive.
public struct Bagdatei: Hashable, Sendable {
  /// The path relative to the base directory.
  public let pfad: Bagpfad
  /// The size in bytes.
  public let groesse: Int64
}

/// What lies in a bag, whatever its manifests say.
struct Bagbestand {
  /// A file whose name is no valid UTF-8, so that no manifest can name it.
  struct Fremdname {
    let anzeige: String
    let groesse: Int64
    let istNutzlast: Bool
  }

  /// The regular files, sorted by path.
  var dateien: [Bagdatei] = []
  /// Whether there is a folder `data`.
  var hatData = false
  var leereOrdner: [String] = []
  var verknuepfungen: [String] = []
  var sonderdateien: [String] = []
  var fremdnamen: [Fremdname] = []
  /// Findings about the archive around the bag.
  var huelle: [(regel: String, meldung: String, datei: String?)] = []
}

/// The digests of a file, or why it cannot be read.
enum Hashergebnis {
  case summen([Pruefsumme])
  case fehler(String)
}

/// A bag that lies in a folder or in an archive; it is only read.
protocol Bagquelle {
  /// What lies in it.
  var bestand: Bagbestand { get }

  /// The content of a text file of the bag.
  ///
  /// - Parameter index: The file's place in ``Bagbestand/dateien``.
  /// - Returns: The bytes.
  /// - Throws: ``UebergabeFehler``.
  func inhalt(_ index: Int) throws(UebergabeFehler) -> [UInt8]

  /// The digests of files, each read once.
  ///
  /// - Parameters:
  ///   - auftraege: Which algorithms by the file's place in ``Bagbestand/dateien``.
  ///   - faeden: The number of threads; nil for one per core.
  /// - Returns: A result for each file asked for, digests in the order of the algorithms.
  func hashe(_ auftraege: [Int: [Hashverfahren]], faeden: Int?) -> [Int: Hashergebnis]

  /// Goes through the content of files in the order in which they lie.
  ///
  /// - Parameters:
  ///   - nur: Whether a file is wanted, by its place.
  ///   - misslungen: Called for a file that cannot be read to its end; the next one follows.
  ///   - body: Gets the file's place and a block of bytes, lent for the call; an empty one at the end.
  /// - Throws: ``UebergabeFehler``, or what the closures throw.
  func durchlaufe(
    nur: (Int) -> Bool, misslungen: (Int, UebergabeFehler) throws -> Void,
    block body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws
}
