// SPDX-License-Identifier: Apache-2.0

/// Names of elements as bytes, at places that last as long as the program.
///
/// A writer takes a name for each element; looking it up here counts no references. Profiles are made
/// once and never given back, and neither is this.
///
/// `@unchecked Sendable`: nothing is written after `init`.
struct Namenslager: @unchecked Sendable {
  private let orte: UnsafePointer<UnsafeBufferPointer<UInt8>>
  private let anzahl: Int

  /// Keeps the names.
  init(_ namen: [String]) {
    let orte = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(
      capacity: max(1, namen.count))
    for (i, name) in namen.enumerated() {
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.utf8.count)
      _ = bytes.initialize(from: name.utf8)
      (orte + i).initialize(to: UnsafeBufferPointer(bytes))
    }
    self.orte = UnsafePointer(orte)
    anzahl = namen.count
  }

  /// The bytes of a name.
  @inline(__always)
  subscript(index: Int32) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && Int(index) < anzahl)
    return orte[Int(index)]
  }
}
