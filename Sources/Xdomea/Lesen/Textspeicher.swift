// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Shares the storage of texts that recur: offices, kinds, actors, list names.
///
/// A direct-mapped table of fixed size, so that a message of only distinct texts costs no memory.
struct Textspeicher {
  private static let groesse = 4096
  private var zellen = [String](repeating: "", count: Self.groesse)

  /// The text of these bytes, shared with an equal text met before if it is still in the table.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Up to 15 bytes a String has no storage to share; long texts hardly recur.
    guard bytes.count > 15, bytes.count <= 128 else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for b in bytes { h = (h ^ UInt64(b)) &* 0x100_0000_01b3 }
    let stelle = Int(truncatingIfNeeded: (h ^ (h >> 29)) & UInt64(Self.groesse - 1))
    if gleich(stelle, bytes) { return zellen[stelle] }
    let neu = String(decoding: bytes, as: UTF8.self)
    zellen[stelle] = neu
    return neu
  }

  private func gleich(_ stelle: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    zellen[stelle].utf8.withContiguousStorageIfAvailable { zelle in
      guard zelle.count == bytes.count, let a = zelle.baseAddress, let b = bytes.baseAddress
      else { return false }
      return memcmp(a, b, bytes.count) == 0
    } ?? false
  }
}
