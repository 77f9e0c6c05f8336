// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A digest as the JSON of this library writes it: `SHA-256:` and lower-case hex.
public struct Inhaltshash: Hashable, Sendable {
  /// The digest.
  public let pruefsumme: Pruefsumme

  /// A digest.
  public init(_ pruefsumme: Pruefsumme) { self.pruefsumme = pruefsumme }

  /// Algorithm, colon and lower-case hex.
  public var text: String { "\(pruefsumme.verfahren.rawValue):\(pruefsumme.hex)" }

  /// A digest from ``text``; nil for any other spelling.
  public init?(_ text: String) {
    guard let trenner = text.firstIndex(of: ":"),
      let verfahren = Hashverfahren(rawValue: String(text[..<trenner])),
      let summe = Pruefsumme(verfahren, text: text[text.index(after: trenner)...])
    else { return nil }
    self.init(summe)
    guard self.text == text else { return nil }
  }
}

extension Inhaltshash: Codable {
  /// Reads ``text``.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let wert = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist kein Hash"))
    }
    self = wert
  }

  /// Writes ``text``.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(text)
  }
}
