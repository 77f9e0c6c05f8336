// SPDX-License-Identifier: Apache-2.0

public enum Lauffehler: Error, Hashable, Sendable {
  case x
  public var meldung: String { "" }
}
public struct Scanstand: Hashable, Sendable, Codable {
  public var offeneQualitaetssicherung = false
  public mutating func nimm(_ e: Laufereignis) throws(Lauffehler) {}
}
public enum Laufereignis: Hashable, Sendable, Codable { case a(x: Int) }
