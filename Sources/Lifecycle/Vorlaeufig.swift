// SPDX-License-Identifier: Apache-2.0
public import Akte

public enum Lauffehler: Error, Hashable, Sendable {
  case x
  public var meldung: String { "" }
}
public struct Scanstand: Hashable, Sendable, Codable {
  public var offeneQualitaetssicherung = false
  public mutating func nimm(_ e: Laufereignis) throws(Lauffehler) {}
}
public enum Laufereignis: Hashable, Sendable, Codable { case a(x: Int) }
public struct Bewertungsfrist: Hashable, Sendable, Codable {
  public var monate: Int
  public init(monate: Int) { self.monate = monate }
  public func ende(zugang: Kalendertag) -> Kalendertag? { zugang }
}
