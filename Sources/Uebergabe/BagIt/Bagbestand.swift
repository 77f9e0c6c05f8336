// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

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
  /// The name of the folder that holds the package; nil if it is not known.
  var ordnername: String?
  var leereOrdner: [String] = []
  var verknuepfungen: [String] = []
  var sonderdateien: [String] = []
  var fremdnamen: [Fremdname] = []
  /// What could not be read, and why; only where that does not end the reading.
  var unlesbar: [(pfad: String, grund: String)] = []
  /// Findings about the archive around the bag.
  var huelle: [(regel: String, meldung: String, datei: String?)] = []
}

/// The digests of a file, or why it cannot be read.
enum Hashergebnis {
  case summen([Pruefsumme])
  case fehler(String)
  /// The archive is damaged at this file.
  case beschaedigt(String)
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

  /// The content of any file from its beginning, as a stream.
  ///
  /// In an archive each call may cost a pass over it.
  ///
  /// - Parameter index: The file's place in ``Bagbestand/dateien``.
  /// - Returns: The stream.
  /// - Throws: ``UebergabeFehler``.
  func strom(_ index: Int) throws(UebergabeFehler) -> Paketstrom

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

/// The content of a file of a package, read from its beginning to its end.
struct Paketstrom: Bytequelle {
  private let naechste: (UnsafeMutableRawBufferPointer) throws -> Int

  init(_ naechste: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.naechste = naechste
  }

  /// A stream of bytes in memory.
  init(_ bytes: [UInt8]) {
    let stelle = Lesestelle()
    naechste = { puffer in
      let rest = bytes[stelle.wert...].prefix(puffer.count)
      puffer.copyBytes(from: rest)
      stelle.wert += rest.count
      return rest.count
    }
  }

  private final class Lesestelle {
    var wert = 0
  }

  func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int { try naechste(puffer) }
}

/// Which file lies at the top of a package, and which ones a checker reads first.
enum Paketmerkmal {
  case bagit
  case mets

  /// The file at the top by which a package is known.
  var kopfdatei: String {
    switch self {
    case .bagit: "bagit.txt"
    case .mets: "METS.xml"
    }
  }

  /// Whether a file of an archive is kept in memory from the first pass, by its path.
  func istVorab(_ name: Substring) -> Bool {
    let teile = name.split(separator: "/" as Character)
    guard let letzter = teile.last else { return false }
    switch self {
    case .bagit:
      guard teile.count <= 2, letzter.hasSuffix(".txt") else { return false }
      return ["bagit.txt", "bag-info.txt", "package-info.txt", "fetch.txt"].contains(letzter)
        || letzter.hasPrefix("manifest-") || letzter.hasPrefix("tagmanifest-")
    case .mets: return letzter == "METS.xml"
    }
  }

  /// The most bytes kept of one file, and of all.
  func vorrat(_ grenzen: Baggrenzen) -> (datei: Int64, summe: Int64) {
    switch self {
    case .bagit: (grenzen.tagdatei, grenzen.tagdatei)
    case .mets: (1 << 20, 16 << 20)
    }
  }
}
