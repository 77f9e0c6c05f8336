// SPDX-License-Identifier: Apache-2.0

/// Where a version differs in what its elements may hold, not in which it has (FAKTEN 5).
struct Eigenheiten {
  /// What DateinameOriginal means (R69).
  enum Dateiname {
    /// The name before the file came into the agency's system (3.x).
    case vorUebernahme
    /// The name before the export (from 4.0).
    case vorAusgabe
  }

  /// Free texts have the repertoire of `String.Latin` (R66).
  var nurLatein = false
  /// An Akte holds documents or Vorgänge, never both (R67).
  var akteninhaltIstAuswahl = false
  /// The meaning of DateinameOriginal; nil if the version has no such element.
  var dateinameOriginal: Dateiname? = .vorUebernahme

  /// Those of 2.3 and 2.4.
  static let zwei = Eigenheiten(
    nurLatein: true, akteninhaltIstAuswahl: true, dateinameOriginal: nil)
  /// Those of 4.0.
  static let vier = Eigenheiten(dateinameOriginal: .vorAusgabe)
}

extension Feld {
  /// A name of a file in the container: it must stay as it is to be found there.
  var istDateiname: Bool { self == .dateiname || self == .signaturDateien }
}
