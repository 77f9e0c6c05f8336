// SPDX-License-Identifier: Apache-2.0

/// How many pages of a scan were looked at; in JSON `{"voll":{}}` or `{"stichprobe":25}`.
public enum Pruefumfang: Hashable, Sendable {
  /// All pages.
  case voll
  /// A sample of so many percent, 1 to 99.
  case stichprobe(prozent: Int)

  /// The least number of pages to look at, of `seiten`.
  public func mindestzahl(von seiten: Int) -> Int {
    switch self {
    case .voll: seiten
    case .stichprobe(let prozent): (seiten * max(0, min(prozent, 100)) + 99) / 100
    }
  }
}

extension Pruefumfang: Codable {
  private enum Schluessel: String, CodingKey {
    case voll, stichprobe
  }

  private struct Nichts: Codable {}

  /// Reads an object with exactly one known key.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    guard b.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "Ein Prüfumfang ist »voll« oder »stichprobe«."))
    }
    if b.contains(.stichprobe) {
      self = .stichprobe(prozent: try b.decode(Int.self, forKey: .stichprobe))
    } else {
      _ = try b.decode(Nichts.self, forKey: .voll)
      self = .voll
    }
  }

  /// Writes an object with one key.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .voll: try b.encode(Nichts(), forKey: .voll)
    case .stichprobe(let prozent): try b.encode(prozent, forKey: .stichprobe)
    }
  }
}
