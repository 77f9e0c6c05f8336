// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// All rules that this suite checks, with their explanations for people.
///
/// The identifiers are those of the xdomea fact sheet (FAKTEN 8) and never change; rules that begin
/// with `H` are house rules of this suite. The severity is that for receivers of a message; who
/// produces messages treats warnings as errors.
public enum Regelwerk {
  /// Every rule, ordered by chapter and number.
  public static let alle: [Regel] =
    haus + container + xml + kopf + prozess + objekte + kontextUndFristen + einzelheiten + anbietung
    + dateien + antworten + umwandlung

  /// The rule with an identifier such as `R27`; nil if there is none.
  public static func regel(_ id: String) -> Regel? { verzeichnis[id] }

  /// The rule with an identifier; one without an explanation if there is none.
  package static subscript(id: String) -> Regel {
    verzeichnis[id]
      ?? Regel(id: id, titel: "Regel \(id)", schwere: .fehler, erklaerung: "", abhilfe: "")
  }

  private static let verzeichnis: [String: Regel] =
    Dictionary(alle.map { ($0.id, $0) }, uniquingKeysWith: { erste, _ in erste })

  /// A rule, in the order in which people read it.
  static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }
}
