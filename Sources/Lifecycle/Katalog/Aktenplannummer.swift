// SPDX-License-Identifier: Apache-2.0

/// The number of a unit of the Aktenplan, taken apart into its segments: `20.11` is `20` and `11`.
///
/// Segments are divided by dot, hyphen, slash or blank. Prefixes go by segments, so that `20.1` is
/// no prefix of `20.11`.
public struct Aktenplannummer: Hashable, Sendable, Codable {
  /// The number as it was given.
  public let text: String
  /// The segments; none for the plan's default `*`.
  public let segmente: [String]

  /// The default of the whole plan, written `*`.
  public static let planvorgabe = Aktenplannummer(text: "*", segmente: [])

  /// A number; nil if it has no segment or an empty one.
  ///
  /// `*` is the default of the plan.
  public init?(_ text: String) {
    if text == "*" {
      self = .planvorgabe
      return
    }
    let teile = text.split(omittingEmptySubsequences: false) { ".-/ ".contains($0) }
    guard teile.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(text: text, segmente: teile.map(String.init))
  }

  private init(text: String, segmente: [String]) {
    self.text = text
    self.segmente = segmente
  }

  /// True for the default of the whole plan.
  public var istPlanvorgabe: Bool { segmente.isEmpty }

  /// True if the other number is this one or lies below it.
  public func umfasst(_ andere: Aktenplannummer) -> Bool { andere.segmente.starts(with: segmente) }

  /// Equal if the segments are equal, whatever divides them.
  public static func == (a: Self, b: Self) -> Bool { a.segmente == b.segmente }

  /// Feeds the segments.
  public func hash(into hasher: inout Hasher) { hasher.combine(segmente) }
}
