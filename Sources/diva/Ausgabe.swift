// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Pruefsummen
internal import Synchronization

/// Standard output and standard error.
///
/// `print` ignores a full disk; here every byte that could not be written is an error.
enum Ausgabe {
  private static let puffer = Mutex<[UInt8]>([])
  /// What was caught so far; nil while nothing is caught.
  private static let fang = Mutex<[UInt8]?>(nil)

  /// Writes a line to standard output.
  static func zeile(_ zeile: String = "") throws { try text(zeile + "\n") }

  /// Writes text that ends its own lines to standard output.
  static func text(_ text: String) throws {
    let voll = puffer.withLock { p in
      p.append(contentsOf: text.utf8)
      return p.count >= 1 << 16
    }
    if voll { try leere() }
  }

  /// Writes bytes to standard output.
  static func bytes(_ bytes: UnsafeRawBufferPointer) throws {
    puffer.withLock { $0.append(contentsOf: bytes) }
    try leere()
  }

  /// Catches what would go to standard output, so that one command can show another.
  ///
  /// - Parameter body: Writes.
  /// - Returns: What it wrote, and what it threw.
  /// - Throws: ``Ausgabefehler`` for what was to be written before.
  static func fange(_ body: () throws -> Void) throws -> (text: String, fehler: (any Error)?) {
    try leere()
    fang.withLock { $0 = [] }
    defer { fang.withLock { $0 = nil } }
    var fehler: (any Error)?
    do { try body() } catch { fehler = error }
    try leere()
    return (String(decoding: fang.withLock { $0 ?? [] }, as: UTF8.self), fehler)
  }

  /// Brings all lines so far to standard output.
  static func leere() throws {
    let bytes = puffer.withLock { p in
      defer { p.removeAll(keepingCapacity: true) }
      return p
    }
    let gefangen = fang.withLock { f in
      f?.append(contentsOf: bytes)
      return f != nil
    }
    guard !gefangen else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let n = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if n < 0 {
        if errno == EINTR { continue }
        throw Ausgabefehler(nummer: errno)
      }
      rest = rest.dropFirst(n)
    }
  }

  /// Writes a message to standard error; if that fails, there is nobody left to tell.
  static func melde(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Whether standard output may be coloured.
  static var farbig: Bool {
    isatty(STDOUT_FILENO) == 1 && farbeErwuenscht && fang.withLock { $0 == nil }
  }

  /// A heading: bold on a terminal.
  static func fett(_ text: String) -> String { farbig ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private static var farbeErwuenscht: Bool {
    let umgebung = ProcessInfo.processInfo.environment
    return (umgebung["NO_COLOR"] ?? "").isEmpty && umgebung["TERM"] != "dumb"
  }
}

/// Standard output could not be written.
struct Ausgabefehler: Error, CustomStringConvertible {
  let nummer: Int32

  /// True if the reader has seen enough, such as `head`.
  var istGeschlossenePipe: Bool { nummer == EPIPE }

  var description: String {
    "Die Ausgabe konnte nicht geschrieben werden: \(systemgrund(nummer))."
  }
}
