// SPDX-License-Identifier: Apache-2.0

/// The result of a calculator: the values, and every step that led to them.
public struct Rechnung: Hashable, Sendable {
  /// One step of the way.
  public struct Schritt: Hashable, Sendable {
    /// What is computed.
    public let name: String
    /// The computation with its numbers.
    public let rechenweg: String
    /// The result as people read it.
    public let ergebnis: String
  }

  /// The values by their key; decimals as text with a point, rounded half away from zero.
  public private(set) var werte: [Baum.Eintrag] = []
  /// The steps in order.
  public private(set) var schritte: [Schritt] = []
  /// What to mind.
  public private(set) var hinweise: [String] = []

  /// The values as one object.
  public var baum: Baum { .objekt(werte) }

  init() {}

  mutating func wert(_ id: String, _ baum: Baum) { werte.append(Baum.Eintrag(id, Baum.Ast(baum))) }

  mutating func wert(_ id: String, _ zahl: Bruch, _ stellen: Int = 2) {
    wert(id, .text(zahl.gerundet(stellen)))
  }

  mutating func schritt(_ name: String, _ rechenweg: String, _ ergebnis: String) {
    schritte.append(Schritt(name: name, rechenweg: rechenweg, ergebnis: ergebnis))
  }

  /// A step with a number and its unit.
  mutating func schritt(
    _ name: String, _ rechenweg: String, _ zahl: Bruch, _ stellen: Int = 2, _ einheit: String = ""
  ) {
    schritt(name, rechenweg, Masseinheit.anzeige(zahl.deutsch(stellen), einheit))
  }

  mutating func hinweis(_ text: String) { hinweise.append(text) }
}

extension Kalkulationshilfe {
  /// Calculates; exact until the result is rounded.
  ///
  /// - Parameter eingaben: The checked inputs.
  /// - Returns: The values and the steps.
  /// - Throws: ``Rechenfehler`` if the inputs do not go together.
  public func rechne(_ eingaben: Eingaben) throws(Rechenfehler) -> Rechnung {
    switch id {
    case "KH-01": try Wirtschaftlichkeit.rechne(eingaben)
    case "KH-02": try Gesamtkosten.rechne(eingaben)
    case "KH-03": try Personalbedarf.rechne(eingaben)
    case "KH-04": try Papierbestand.rechne(eingaben)
    case "KH-05": try Speicherbedarf.rechne(eingaben)
    case "KH-06": try Fristrechner.rechne(eingaben)
    case "KH-07": try Altaktenscan.rechne(eingaben)
    case "KH-08": try Angebotswertung.rechne(eingaben)
    case "KH-09": try Migrationsaufwand.rechne(eingaben)
    case "KH-10": try Schulungsaufwand.rechne(eingaben)
    case "KH-11": try Ausbreitungsdauer.rechne(eingaben)
    case "KH-12": try Stichprobenumfang.rechne(eingaben)
    case "KH-13": try Scanstelle.rechne(eingaben)
    case "KH-14": try Lizenzvergleich.rechne(eingaben)
    default: throw .unmoeglich(grund: "Zu »\(id)« gibt es keine Rechnung.")
    }
  }
}

extension Bruch {
  /// The quotient; an error for a divisor of 0.
  func geteilt(durch b: Bruch) throws(Rechenfehler) -> Bruch {
    guard let wert = durch(b) else {
      throw .unmoeglich(grund: "Durch null lässt sich nicht teilen; prüfen Sie die Eingaben.")
    }
    return wert
  }

  /// The least whole number that is not less; an error if it is too large.
  func aufgerundetOderFehler() throws(Rechenfehler) -> Int {
    guard let wert = aufgerundet else {
      throw .unmoeglich(grund: "Das Ergebnis ist zu groß; prüfen Sie die Eingaben.")
    }
    return wert
  }

  /// The rounded whole number as JSON.
  var ganzBaum: Baum { .zahl(gerundet(0)) }
}
