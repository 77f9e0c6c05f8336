// SPDX-License-Identifier: Apache-2.0

/// A qualified name prepared for writing, such as `xdomea:Akte`.
public struct XMLName: Sendable, Hashable {
  @usableFromInline let bytes: [UInt8]

  /// Prepares a qualified name.
  ///
  /// - Precondition: The name is not empty and holds no white space and none of ``<>&"'=/``.
  public init(_ qualifiziert: String) {
    bytes = Array(qualifiziert.utf8)
    precondition(
      !bytes.isEmpty && !bytes.contains { $0 <= 0x20 || "<>&\"'=/".utf8.contains($0) },
      "kein XML-Name: \(qualifiziert)")
  }

  /// The name as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
