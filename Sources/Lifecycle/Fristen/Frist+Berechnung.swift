// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Frist {
  /// Computes a period.
  public static func berechne(
    _ regel: Fristregel, _ eingaben: Fristeingaben, heute: Kalendertag? = nil,
    grenzeJahre: Int = 200
  ) throws(Fristfehler) -> Frist {
    Frist(stand: .fristUnbekannt, begruendung: Begruendung())
  }
}
