// SPDX-License-Identifier: Apache-2.0

/// What a calculator asks, assumes and yields; data of `Toolbox/rechnen/KH-xx-…/KH-xx.yaml`.
public struct Kalkulationshilfe: Hashable, Sendable {
  /// Identifier, for example `KH-05`.
  public let id: String
  /// Its name.
  public let titel: String
  /// The inputs in the order in which they are asked.
  public let eingaben: [Eingabefeld]
  /// The formula in words, sentence by sentence.
  public let formel: [String]
  /// What it yields.
  public let ergebnisse: [Ergebnisfeld]
  /// The file as it was read, for the JSON form.
  public let baum: Baum

  /// A result with its name and unit.
  public struct Ergebnisfeld: Hashable, Sendable {
    /// Key in the result.
    public let id: String
    /// Its name.
    public let text: String
    /// Its unit; empty for none.
    public let einheit: String
  }
}

/// One input of a calculator.
public struct Eingabefeld: Hashable, Sendable {
  /// The kind of an input.
  public enum Typ: String, Hashable, Sendable, CaseIterable {
    case ganzzahl, dezimal, betrag, anteil, prozent, anteilsliste, posten, gruppen, datum, wahl
    case janein, text
    case datumOderOffen = "datum_oder_offen"

    /// True for a number with limits.
    var istZahl: Bool { [.ganzzahl, .dezimal, .betrag, .anteil, .prozent].contains(self) }
  }

  /// Key in the input; a point leads into a group, as `f.konzept`.
  public let id: String
  /// What is asked.
  public let text: String
  /// The unit; empty for none.
  public let einheit: String
  /// The kind.
  public let typ: Typ
  /// The least value.
  public let min: Bruch?
  /// The greatest value.
  public let max: Bruch?
  /// The assumption that is used if nothing is said; nil if something must be said.
  public let vorgabe: Baum?
  /// Where the assumption comes from.
  public let quelle: String?
  /// What can be chosen.
  public let werte: [String]
  /// True if it may be left out.
  public let optional: Bool
  /// The inputs of each entry of a list.
  public let felder: [Eingabefeld]
  /// What somebody could type, for lists and groups whose form is not plain; nil for others.
  public let beispiel: String?
}

extension Kalkulationshilfe {
  /// Reads a file; what is wrong becomes a finding.
  static func lies(_ text: String, _ liste: Befundliste) -> Kalkulationshilfe? {
    let ast: Baum.Ast
    do throws(Lesefehler) {
      ast = try YAMLLeser.lies(text)
    } catch {
      liste.melde(Hilferegel.form, error.grund, abhilfe: error.abhilfe, zeile: error.zeile)
      return nil
    }
    let id = ast.baum["id"].flatMap(Feldleser.text)
    let f = Feldleser(ast, objekt: id, liste, regel: Hilferegel.form)
    _ = f.text("stand")
    if f.text("lizenz") != "CC-BY-4.0" { f.melde("Die Lizenz ist nicht CC-BY-4.0.") }
    let hilfe = Kalkulationshilfe(
      id: f.text("id"), titel: f.text("titel"),
      eingaben: f.liste("eingaben").map { Eingabefeld($0, f) }, formel: f.texte("formel"),
      ergebnisse: f.liste("ergebnisse").map { ast in
        let e = f.unter(ast, id)
        defer { e.beende() }
        return Ergebnisfeld(
          id: e.text("id"), text: e.text("text"), einheit: e.text(oder: "einheit") ?? "")
      }, baum: ast.baum)
    if hilfe.formel.isEmpty { f.melde("Die Formel fehlt.") }
    f.beende()
    return hilfe
  }
}

extension Eingabefeld {
  init(_ ast: Baum.Ast, _ f: Feldleser) {
    let e = f.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    id = e.text("id")
    text = e.text("text")
    einheit = e.text(oder: "einheit") ?? ""
    typ = e.wahl("typ", Typ.text)
    min = e.text(oder: "min").flatMap(Bruch.init(dezimal:))
    max = e.text(oder: "max").flatMap(Bruch.init(dezimal:))
    vorgabe = e.feld("vorgabe", pflicht: false)?.baum
    quelle = e.text(oder: "quelle")
    werte = e.texte("werte", pflicht: false)
    optional = e.wahr("optional", sonst: false)
    felder = e.liste("felder", pflicht: false).map { Eingabefeld($0, f) }
    beispiel = e.text(oder: "beispiel")
    if typ.istZahl, min == nil || max == nil {
      e.melde("Einer Zahl fehlen die Grenzen min und max.")
    }
    if vorgabe != nil, quelle == nil { e.melde("Zur Annahme fehlt die Quelle.") }
    if typ == .wahl, werte.isEmpty { e.melde("Zur Wahl fehlen die Werte.") }
    if typ == .gruppen, felder.isEmpty { e.melde("Zur Gruppe fehlen die Felder.") }
    if [.gruppen, .posten, .anteilsliste].contains(typ) { pruefeBeispiel(e) }
    e.beende()
  }
}

extension Eingabefeld {
  /// Whoever types a group needs an example, and the example must be right.
  private func pruefeBeispiel(_ e: Feldleser) {
    guard let beispiel else { return e.melde("Zu »\(id)« fehlt ein Beispiel.") }
    do throws(Rechenfehler) {
      _ = try wert(beispiel)
    } catch {
      e.melde("Das Beispiel zu »\(id)« geht nicht: \(error)")
    }
  }
}

extension Toolbox {
  /// The calculators in order of their numbers.
  public var kalkulationshilfen: [Kalkulationshilfe] {
    hilfen("rechnen/KH-") { Kalkulationshilfe.lies($0, Befundliste("")) }
  }

  /// The data of the tools whose paths begin so.
  func hilfen<H>(_ anfang: String, _ lies: (String) -> H?) -> [H] {
    pfade.filter { $0.hasPrefix(anfang) && $0.hasSuffix(".yaml") }
      .compactMap { text($0).flatMap(lies) }
  }
}
