// SPDX-License-Identifier: Apache-2.0

/// Keeps a large, rarely used block outside of its owner, so that the owner stays small.
///
/// A value type: copies are independent, since the box never changes after it was made.
@propertyWrapper
public struct Selten<Wert: Hashable & Sendable & Codable>: Hashable, Sendable {
  private final class Kasten: Sendable {
    let wert: Wert
    init(_ wert: Wert) { self.wert = wert }
  }

  private var kasten: Kasten?

  /// Starts with a value or with none.
  public init(wrappedValue: Wert?) { kasten = wrappedValue.map(Kasten.init) }

  /// The block, or nil.
  public var wrappedValue: Wert? {
    get { kasten?.wert }
    set { kasten = newValue.map(Kasten.init) }
  }

  /// True if there is a block; cheaper than reading it.
  public var projectedValue: Bool { kasten != nil }

  /// Equal if the blocks are equal.
  public static func == (a: Self, b: Self) -> Bool {
    a.kasten === b.kasten || a.wrappedValue == b.wrappedValue
  }

  /// Feeds the block.
  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension Selten: Codable {
  /// Reads the block itself.
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try decoder.singleValueContainer().decode(Wert.self))
  }

  /// Writes the block itself.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    if let wert = wrappedValue { try behaelter.encode(wert) } else { try behaelter.encodeNil() }
  }
}

extension KeyedDecodingContainer {
  /// A missing key is a missing block.
  func decode<T>(_: Selten<T>.Type, forKey key: Key) throws -> Selten<T> {
    Selten(wrappedValue: try decodeIfPresent(T.self, forKey: key))
  }
}

extension KeyedEncodingContainer {
  /// A missing block leaves no key.
  mutating func encode<T>(_ wert: Selten<T>, forKey key: Key) throws {
    if let w = wert.wrappedValue { try encode(w, forKey: key) }
  }
}
