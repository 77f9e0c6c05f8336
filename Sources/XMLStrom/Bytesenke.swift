// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where written bytes go.
public protocol Bytesenke: ~Copyable {
  /// Takes all of the bytes.
  mutating func schreibe(_ bytes: UnsafeRawBufferPointer) throws
}

/// A file, written with `write(2)`.
public struct Dateisenke: ~Copyable, Bytesenke {
  private var deskriptor: Int32
  private let name: String
  private let besitzt: Bool

  /// Creates the file at `pfad`; one that exists already is not touched.
  ///
  /// The end of the value closes the file; ``schliesse()`` also reports a late write error.
  ///
  /// - Throws: ``XMLFehler/schreiben(_:)`` if there is such a file or it cannot be created.
  public init(pfad: String) throws(XMLFehler) {
    deskriptor = open(pfad, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard deskriptor >= 0 else {
      throw .schreiben("\(pfad) kann nicht angelegt werden: \(systemtext(errno)).")
    }
    name = pfad
    besitzt = true
  }

  /// Writes to an open file descriptor, which stays the caller's.
  public init(deskriptor: Int32) {
    self.deskriptor = deskriptor
    name = "Dateideskriptor \(deskriptor)"
    besitzt = false
  }

  deinit { if besitzt && deskriptor >= 0 { close(deskriptor) } }

  /// Writes all of the bytes.
  ///
  /// - Throws: ``XMLFehler/schreiben(_:)`` with the system's text, such as for a full disk.
  public mutating func schreibe(_ bytes: UnsafeRawBufferPointer) throws(XMLFehler) {
    var rest = bytes
    while !rest.isEmpty {
      let anzahl = write(deskriptor, rest.baseAddress, rest.count)
      if anzahl > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[anzahl...])
      } else if errno != EINTR {
        throw .schreiben("\(name): \(systemtext(errno)). Speicherplatz und Rechte prüfen.")
      }
    }
  }

  /// Closes an owned file and reports what the system could write only now.
  ///
  /// - Throws: ``XMLFehler/schreiben(_:)``.
  public mutating func schliesse() throws(XMLFehler) {
    guard besitzt && deskriptor >= 0 else { return }
    defer { deskriptor = -1 }
    if close(deskriptor) != 0 {
      throw .schreiben("\(name): \(systemtext(errno)). Speicherplatz und Rechte prüfen.")
    }
  }
}

/// Written bytes in an array.
public struct Speichersenke: Bytesenke, Sendable {
  /// What was written.
  public var bytes: [UInt8] = []

  /// An empty array.
  public init() {}

  /// Appends the bytes.
  public mutating func schreibe(_ neue: UnsafeRawBufferPointer) { bytes.append(contentsOf: neue) }
}
