// SPDX-License-Identifier: Apache-2.0
public import Pruefung

extension SpeicherFehler {
  /// The finding for a store that is so damaged that it cannot even be opened for checking; nil for
  /// other errors.
  public var befund: Befund? {
    switch self {
    case .datenbankLeer(let pfad), .beschaedigt(let pfad, _):
      Befund(Speicherregeln.s1, description, ort: Ort(datei: pfad))
    default: nil
    }
  }
}
