// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefung

/// The text of a tool: front matter and Markdown.
public struct Werkzeugtext: Hashable, Sendable {
  /// Path below Toolbox.
  public var pfad: String
  /// Identifier, for example `CL-10`.
  public var id: String
  /// Its name.
  public var titel: String
  /// `checkliste`, `vorlage` and so on.
  public var typ: String
  /// Phases, the most important first.
  public var phasen: [Int]
  /// The size classes it is made for.
  public var groessenklassen: [Groessenklasse]
  /// Dimensions.
  public var dimensionen: [String]
  /// Minutes of work.
  public var aufwandMin: Int
  /// Version of the text.
  public var version: String
  /// The day on which the text was checked last.
  public var stand: Kalendertag?
  /// The day on which the law it cites was looked up; nil if it cites none.
  public var rechtsstand: Kalendertag?
  /// The day by which it must be checked again.
  public var pruefenBis: Kalendertag?
  /// Who made it and what it rests on.
  public var herkunft: String
  /// Sources.
  public var quellen: [String]
  /// Licence.
  public var lizenz: String
  /// Tools that are needed before.
  public var voraussetzungen: [String]
  /// Tools that come after.
  public var folgt: [String]
  /// Forms in which it is handed out.
  public var ausgaben: [String]
  /// Questions that it helps with.
  public var deckt: [String]
  /// The Markdown without front matter.
  public var inhalt: String
  /// The line of the file in which ``inhalt`` begins.
  public var inhaltszeile: Int

  /// Reads a file; what is wrong with its front matter becomes a finding.
  static func lies(_ pfad: String, _ text: String, _ liste: Befundliste) -> Werkzeugtext? {
    let zeilen = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard zeilen.first == "---", let ende = zeilen.dropFirst().firstIndex(of: "---") else {
      liste.melde(Werkzeugregel.kopf, "Die Kopfdaten zwischen zwei Zeilen »---« fehlen.", zeile: 1)
      return nil
    }
    let kopf: Baum.Ast
    do throws(Lesefehler) {
      kopf = try YAMLLeser.lies(zeilen[1..<ende].joined(separator: "\n"), versatz: 1)
    } catch {
      liste.melde(Werkzeugregel.kopf, error.grund, abhilfe: error.abhilfe, zeile: error.zeile)
      return nil
    }
    let f = Feldleser(
      kopf, objekt: kopf.baum["id"].flatMap(Feldleser.text), liste, regel: Werkzeugregel.kopf)
    defer { f.beende() }
    _ = f.text(oder: "fassung")
    return Werkzeugtext(
      pfad: pfad, id: f.text("id"), titel: f.text("titel"), typ: f.text("typ"),
      phasen: f.zahlen("phasen"), groessenklassen: Katalogleser.klassen(f, "groessenklassen"),
      dimensionen: f.texte("dimensionen"), aufwandMin: f.ganz("aufwand_min"),
      version: f.text("version"), stand: tag(f, "stand"),
      rechtsstand: kopf.baum["rechtsstand"] == nil ? nil : tag(f, "rechtsstand"),
      pruefenBis: tag(f, "pruefen_bis"), herkunft: f.text("herkunft"), quellen: f.texte("quellen"),
      lizenz: f.text("lizenz"), voraussetzungen: f.texte("voraussetzungen"),
      folgt: f.texte("folgt"), ausgaben: f.texte("ausgaben"), deckt: f.texte("deckt"),
      inhalt: zeilen[(ende + 1)...].joined(separator: "\n"), inhaltszeile: ende + 2)
  }

  private static func tag(_ f: Feldleser, _ name: String) -> Kalendertag? {
    let text = f.text(name)
    guard !text.isEmpty else { return nil }
    let tag = Kalendertag(text)
    if tag == nil {
      f.melde("»\(text)« ist kein Tag.", abhilfe: "Schreiben Sie »\(name)« wie 2026-11-23.")
    }
    return tag
  }
}

extension Toolbox {
  /// The sheet on which a municipality notes once what many templates ask for.
  ///
  /// Nil if there is none or its front matter is faulty.
  public var stammdatenblatt: Werkzeugtext? {
    text("stammdaten.md").flatMap { Werkzeugtext.lies("stammdaten.md", $0, Befundliste("")) }
  }

  /// The text of a tool; nil if there is none or its front matter is faulty.
  public func werkzeugtext(_ id: String) -> Werkzeugtext? {
    guard let pfad = pfad(werkzeug: id), let text = text(pfad) else { return nil }
    return Werkzeugtext.lies(pfad, text, Befundliste(pfad))
  }
}
