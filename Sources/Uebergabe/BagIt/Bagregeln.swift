// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a bag is checked against: RFC 8493, the drafts before it, and what practice adds.
///
/// The identifiers never change. The severity is that of a strict check.
public enum Bagregeln {
  /// All rules, in the order of the file that they are about.
  public static let alle: [Regel] =
    huelle + grundlage + manifest + pfade + nutzlast + tags + angaben + nachladen + umfeld

  /// The rule with an identifier such as `NUTZLAST-FEHLT`; nil if there is none.
  public static func regel(_ id: String) -> Regel? { verzeichnis[id] }

  /// The rule with an identifier; one without an explanation if there is none.
  static subscript(id: String) -> Regel {
    verzeichnis[id]
      ?? Regel(id: id, titel: "Regel \(id)", schwere: .fehler, erklaerung: "", abhilfe: "")
  }

  /// Rules whose breach a tolerant check only warns of: the content is proven all the same.
  public static let nachsicht: Set<String> = [
    "ARCHIV-ORDNER", "BAGIT-BOM", "BAGIT-LEERRAUM", "BAGIT-ZEILENZAHL", "TAG-BOM",
    "DOPPELT-GLEICH", "TAGMANIFEST-SELBST", "TAGMANIFEST-NUTZLAST",
    "TAGMANIFEST-OHNE-MANIFEST", "OXUM-FORM", "OXUM-MEHRFACH", "INFO-ZEILE", "FETCH-ZEILE",
  ]

  /// Rules whose breach means that nothing can be said, not that the bag is faulty.
  public static let nichtPruefbar: Set<String> = [
    "ALGORITHMUS-UNBEKANNT", "BAGIT-VERSION-UNBEKANNT", "ZEICHENSATZ-UNBEKANNT", "GRENZE",
    "NICHT-LESBAR",
  ]

  private static let verzeichnis: [String: Regel] =
    Dictionary(alle.map { ($0.id, $0) }, uniquingKeysWith: { erste, _ in erste })

  /// A rule, in the order in which people read it.
  static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }
}
