// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a SIP is checked against: the requirements of E-ARK CSIP and SIP by their numbers, and
/// what a package must be beyond them so that its content is proven.
///
/// The identifiers never change. The severity is that of a strict check by version 2.2.0.
public enum Earkregeln {
  /// All rules, in the order of the METS file.
  public static let alle: [Regel] =
    aufbau + wurzel + kopf + agenten + angaben + beschreibung + verwaltung + dateien + gliederung
    + inhalt

  /// The rule with an identifier such as `CSIP79`; nil if there is none.
  public static func regel(_ id: String) -> Regel? { verzeichnis[id] }

  /// The rule with an identifier, also one of ``Bagregeln`` about files and archives; one without an
  /// explanation if there is none.
  static subscript(id: String) -> Regel {
    verzeichnis[id] ?? Bagregeln.regel(id)
      ?? Regel(id: id, titel: "Regel \(id)", schwere: .fehler, erklaerung: "", abhilfe: "")
  }

  /// Rules that stay errors in a tolerant check: they tell whether the content is there, unchanged, and
  /// nothing else.
  public static let unverzichtbar: Set<String> = Set(
    [
      "CSIPSTR4", "CSIP24", "CSIP27", "CSIP29", "CSIP30", "CSIP38", "CSIP41", "CSIP43", "CSIP44",
      "CSIP51", "CSIP54", "CSIP56", "CSIP57", "CSIP69", "CSIP71", "CSIP72", "CSIP76", "CSIP79",
      "CSIP110", "EARK-XML", "EARK-METS", "EARK-PFAD", "EARK-EXTERN", "EARK-DATEI-UNGENANNT",
      "EARK-METADATEN", "VERKNUEPFUNG", "SONDERDATEI", "NAME-KODIERUNG",
      "ARCHIV-PFAD", "ARCHIV-DOPPELT", "ARCHIV-BESCHAEDIGT",
    ]
  ).union(nichtPruefbar)

  /// Rules whose breach means that nothing can be said, not that the package is faulty.
  public static let nichtPruefbar: Set<String> = ["EARK-VERFAHREN", "GRENZE", "NICHT-LESBAR"]

  /// The severity by version: three requirements were relaxed with 2.2.0 and three tightened.
  static func schwere(_ id: String, _ version: Earkversion) -> Schwere {
    switch (id, version) {
    case ("CSIP96", .v210), ("CSIP100", .v210), ("CSIP104", .v210): .fehler
    case ("SIP12", .v210), ("SIP18", .v210), ("SIP29", .v210): .hinweis
    default: self[id].schwere
    }
  }

  private static let verzeichnis: [String: Regel] =
    Dictionary(alle.map { ($0.id, $0) }, uniquingKeysWith: { erste, _ in erste })

  static let neuVomErsteller = "Bitten Sie den Ersteller um ein neues Paket."
  static let erneut = "Übertragen Sie das Paket erneut oder fordern Sie es neu an."

  /// A MUST.
  static func muss(
    _ id: String, _ titel: String, _ erklaerung: String, abhilfe: String = neuVomErsteller
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: .fehler, erklaerung: erklaerung, abhilfe: abhilfe)
  }

  /// A SHOULD or MAY.
  static func soll(
    _ id: String, _ titel: String, _ erklaerung: String, abhilfe: String = ""
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: .hinweis, erklaerung: erklaerung, abhilfe: abhilfe)
  }
}
