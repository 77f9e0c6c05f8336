// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Inhaltsknoten {
  /// The node and all below it, line by line; a top-level node has no branch before it.
  func baum(
    _ inhalt: Anzeigequelle, vor: String = "", weiter: String = "", zeile: (String) throws -> Void
  ) throws {
    try zeile(vor + anzeige)
    var rest = dateien.count + kinder.count
    func zweig() -> (vor: String, weiter: String) {
      rest -= 1
      return rest == 0 ? (weiter + "└─ ", weiter + "   ") : (weiter + "├─ ", weiter + "│  ")
    }
    let mitVersion = Set(dateien.map(\.version)).count > 1
    for datei in dateien {
      try zeile(zweig().vor + datei.anzeige(inhalt, mitVersion: mitVersion))
    }
    for kind in kinder {
      let z = zweig()
      try kind.baum(inhalt, vor: z.vor, weiter: z.weiter, zeile: zeile)
    }
  }

  /// The node in one line.
  private var anzeige: String {
    switch quelle {
    case .bewertung(let b): return b.anzeige
    case .rueckmeldung(let r): return r.anzeige
    default: break
    }
    var text = art.anzeige
    if let kennzeichen, !kennzeichen.isEmpty {
      text += (art == .aktenplan ? " Fassung " : " ") + kennzeichen.sichtbar
    }
    text += betreff.map { " »\($0.sichtbar)«" } ?? " ohne Betreff"
    if let spanne = laufzeit?.anzeige { text += ", \(spanne)" }
    if let aussonderungsart { text += ", Aussonderungsart \(aussonderungsart.sichtbar)" }
    if let zahlen { text += " (\(zahlen))" }
    if kontextobjekt == true { text += " [nur zum Zusammenhang: Kontextobjekt]" }
    return text
  }

  /// How many objects of each kind are directly below; nil for a node with files only.
  private var zahlen: String? {
    func zahl(_ art: Art, _ eins: String, _ viele: String) -> String? {
      let n = kinder.count { $0.art == art }
      return n == 0 ? nil : n.mal(eins, viele)
    }
    let teile = [
      zahl(.teilakte, "Teilakte", "Teilakten"), zahl(.vorgang, "Vorgang", "Vorgänge"),
      zahl(.teilvorgang, "Teilvorgang", "Teilvorgänge"),
      zahl(.dokument, "Dokument", "Dokumente"),
      zahl(.schriftstueck, "Schriftstück", "Schriftstücke"), zahl(.anlage, "Anlage", "Anlagen"),
      zahl(.aktenplaneinheit, "Einheit", "Einheiten"),
    ].compactMap(\.self)
    return teile.isEmpty ? nil : teile.joined(separator: ", ")
  }
}

extension Objektbewertung {
  /// The decision in one line.
  fileprivate var anzeige: String {
    let wort =
      switch aussonderungsart {
      case .code(let c) where c.wert == "A": " (archivwürdig)"
      case .code(let c) where c.wert == "V": " (vernichten)"
      case .code(let c) where c.wert == "B": " (noch zu bewerten)"
      default: ""
      }
    return "\(id): \(aussonderungsart.kurz.sichtbar)\(wort)"
  }
}

extension Importrueckmeldung {
  /// The result in one line.
  fileprivate var anzeige: String {
    "\(id): " + ergebnis.anzeige
      + (archivkennung.map { ", Archivkennung \($0.sichtbar)" } ?? "")
  }
}

extension ErfolgOderMisserfolg {
  /// The result as people read it.
  var anzeige: String {
    let gruende = fehlermeldungen + fehlermeldungCodes.map { $0.name ?? "Code \($0.wert)" }
    return (erfolgreich ? "übernommen" : "nicht übernommen")
      + (gruende.isEmpty ? "" : " – " + gruende.joined(separator: "; ").sichtbar)
  }
}

extension Inhaltsdatei {
  /// The file in one line: the name that people know, and its size.
  fileprivate func anzeige(_ inhalt: Anzeigequelle, mitVersion: Bool) -> String {
    let bekannt = original.flatMap { $0.isEmpty ? nil : $0 } ?? name
    var text = "Datei \(bekannt.sichtbar)"
    if mitVersion, let version { text += ", Version \(version.sichtbar)" }
    guard inhalt.hatDateien else { return text }
    return text + ", " + (inhalt.groesse(name)?.alsGroesse ?? "fehlt")
  }
}
