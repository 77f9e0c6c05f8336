// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where the bytes of a document come from.
public protocol Bytequelle: ~Copyable {
  /// Fills the buffer from its beginning and returns how many bytes were read, 0 at the end.
  mutating func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// The bytes of a file, read with `read(2)`.
///
/// The value owns the file descriptor; its end closes it.
public struct Dateiquelle: ~Copyable, Bytequelle {
  private let deskriptor: Int32
  private let pfad: String

  /// Opens the file at `pfad`.
  ///
  /// - Throws: ``XMLFehler/nichtLesbar(datei:grund:)`` if there is no such file, if it is a folder
  ///   or may not be read.
  public init(pfad: String) throws(XMLFehler) {
    let deskriptor = open(pfad, O_RDONLY | O_CLOEXEC)
    guard deskriptor >= 0 else { throw .nichtLesbar(datei: pfad, grund: systemtext(errno)) }
    var angaben = stat()
    guard fstat(deskriptor, &angaben) == 0, angaben.st_mode & S_IFMT != S_IFDIR else {
      close(deskriptor)
      throw .nichtLesbar(datei: pfad, grund: "Das ist ein Ordner")
    }
    self.deskriptor = deskriptor
    self.pfad = pfad
  }

  deinit { close(deskriptor) }

  /// Reads the next bytes of the file.
  ///
  /// - Throws: ``XMLFehler/nichtLesbar(datei:grund:)``.
  public mutating func lies(_ puffer: UnsafeMutableRawBufferPointer) throws(XMLFehler) -> Int {
    while true {
      let anzahl = read(deskriptor, puffer.baseAddress, puffer.count)
      if anzahl >= 0 { return anzahl }
      if errno != EINTR { throw .nichtLesbar(datei: pfad, grund: systemtext(errno)) }
    }
  }
}

/// The bytes of an array.
public struct Speicherquelle: Bytequelle, Sendable {
  private let bytes: [UInt8]
  private var stelle = 0

  /// A source that yields `bytes` once.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Copies the next bytes of the array.
  public mutating func lies(_ puffer: UnsafeMutableRawBufferPointer) -> Int {
    let anzahl = min(puffer.count, bytes.count - stelle)
    bytes.withUnsafeBytes { alle in
      puffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: alle[stelle..<stelle + anzahl]))
    }
    stelle += anzahl
    return anzahl
  }
}

/// The system's text for an error number.
func systemtext(_ nummer: Int32) -> String {
  var puffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(nummer, &puffer, puffer.count) == 0 else { return "Fehler \(nummer)" }
  return String(decoding: puffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
