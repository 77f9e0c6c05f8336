// SPDX-License-Identifier: Apache-2.0

extension Katalog {
  /// The size class that follows from the facts (SCORING.md §2); nil if neither kind nor size is known.
  public func groessenklasse(aus stammdaten: [String: String]) -> Groessenklasse? {
    let typ = stammdaten["SD-01"]
    if typ == "landkreis" { return .landkreis }
    let plaetze = stammdaten["SD-03"].flatMap(Bruch.init(dezimal:))
    let einwohner = stammdaten["SD-02"].flatMap(Bruch.init(dezimal:))
    if typ == "kreisfreie_stadt" { return .gross }
    if let plaetze {
      return groessenklassen.first { regel in
        regel.id != .landkreis && (regel.arbeitsplaetzeBis.map { plaetze <= Bruch($0) } ?? true)
      }?.id
    }
    guard let einwohner else { return nil }
    return groessenklassen.first { regel in
      regel.id != .landkreis && (regel.einwohnerBis.map { einwohner <= Bruch($0) } ?? true)
    }?.id
  }

  /// The questions that apply to a municipality, over all phases (SCORING.md §2 a and b).
  public func anwendbareFragen(
    _ klasse: Groessenklasse, _ stammdaten: [String: String], nurKurz: Bool = false
  ) -> [Frage] {
    fragen.filter { frage in
      frage.gk.contains(klasse) && (!nurKurz || frage.kurz)
        && (frage.nurWenn.map { stammdaten[$0.stammdatum] == $0.wert } ?? true)
    }
  }
}
