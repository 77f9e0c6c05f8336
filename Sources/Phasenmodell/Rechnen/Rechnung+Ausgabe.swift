// SPDX-License-Identifier: Apache-2.0

extension Baum {
  /// The value as JSON in one line.
  package var jsonText: String { jsonZeile }
}

extension Eingaben {
  /// Reads the machine form out of a file.
  ///
  /// - Parameters:
  ///   - hilfe: The calculator.
  ///   - json: The file.
  /// - Throws: ``Lesefehler`` if it is no JSON, ``Rechenfehler`` naming the input.
  public init(_ hilfe: Kalkulationshilfe, json: [UInt8]) throws {
    try self.init(hilfe, try JSONLeser.lies(json).baum)
  }
}

extension Eingabefeld {
  /// The assumption as people write it; nil without one.
  public var vorgabeAnzeige: String? { vorgabe.map(anzeige) }

  /// The limits of a number as people write them; nil for other kinds.
  public var grenzenAnzeige: String? {
    guard typ.istZahl, let min, let max else { return nil }
    let istAnteil = typ == .anteil || typ == .prozent
    func text(_ b: Bruch) -> String { (istAnteil ? b * 100 : b).deutsch }
    return "\(text(min)) bis \(text(max))\(istAnteil ? " %" : "")"
  }

  private func anzeige(_ baum: Baum) -> String {
    switch baum {
    case .liste(let werte): return werte.map { anzeige($0.baum) }.joined(separator: "; ")
    case .text(let text), .zahl(let text):
      guard let zahl = Bruch(dezimal: text) else { return text }
      return typ == .prozent ? (zahl * 100).deutsch + " %" : zahl.deutsch
    case .wahrheit(let ja): return ja ? "ja" : "nein"
    case .nichts, .objekt: return "–"
    }
  }
}

extension Rechnung {
  /// Values and steps as one line of JSON.
  public var jsonText: String {
    Baum.objekt([
      "werte": baum,
      "schritte": .liste(
        schritte.map {
          .objekt([
            "name": .text($0.name), "rechenweg": .text($0.rechenweg),
            "ergebnis": .text($0.ergebnis),
          ])
        }), "hinweise": .liste(hinweise.map(Baum.text)),
    ]).jsonZeile
  }

  /// A result as people read it: German numbers and days.
  public func anzeige(_ id: String) -> String {
    werte.first { $0.name == id }.map { Self.anzeige($0.ast.baum) } ?? "–"
  }

  private static func anzeige(_ baum: Baum) -> String {
    switch baum {
    case .nichts: "–"
    case .wahrheit(let ja): ja ? "ja" : "nein"
    case .zahl(let ziffern): Bruch(dezimal: ziffern)?.deutsch ?? ziffern
    case .text(let text): Self.anzeige(text)
    case .liste(let werte): werte.map { anzeige($0.baum) }.joined(separator: " / ")
    case .objekt(let eintraege):
      eintraege.map { "\(Rechenname.anzeige($0.name)) \(anzeige($0.ast.baum))" }
        .joined(separator: ", ")
    }
  }

  private static func anzeige(_ text: String) -> String {
    if let zahl = Bruch(dezimal: text) {
      let stellen = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
      return zahl.deutsch(stellen)
    }
    if text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil {
      let t = text.split(separator: "-")
      return "\(t[2]).\(t[1]).\(t[0])"
    }
    return text
  }
}
