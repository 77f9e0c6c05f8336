// SPDX-License-Identifier: Apache-2.0

/// What a decision aid asks and by which rules it answers; data of
/// `Toolbox/entscheiden/EH-xx-…/EH-xx.yaml`.
public struct Entscheidungshilfe: Hashable, Sendable {
  /// A question: yes or no, points, a choice or a number.
  public struct Frage: Hashable, Sendable {
    /// Key in the answers.
    public let id: String
    /// What is asked.
    public let text: String
    /// How it is answered; the kinds of the calculators, and `punkte`.
    public let feld: Eingabefeld?
    /// Weight of the points; 0 if they are not added.
    public let gewicht: Int
    /// What 0, 1, 2 … points mean; empty for other kinds.
    public let stufen: [String]

    /// True for points.
    public var istPunkte: Bool { feld == nil }
  }

  /// A condition and what follows.
  public struct Regel: Hashable, Sendable {
    let wenn: Ausdruck
    /// The result or sentence.
    public let folge: String
    /// Why, with the names of what was put in between braces; nil where the sentence says it.
    let grund: String?
  }

  /// One thing that is decided: the first rule that holds.
  public struct Entscheidung: Hashable, Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let text: String
    /// True if it is decided for each entry.
    public let jeEintrag: Bool
    /// The rules in their order; the last always holds.
    public let regeln: [Regel]
  }

  /// A recommendation.
  public struct Empfehlung: Hashable, Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let text: String
    /// What it means.
    public let heisst: String
    /// What to do next.
    public let naechster: String
    /// Tools for it.
    public let werkzeuge: [String]
  }

  /// Questions and quantities that do not matter while a condition holds.
  struct Wegfall: Hashable, Sendable {
    let jeEintrag: Bool
    let wenn: Ausdruck
    let ids: [String]
  }

  struct Groesse: Hashable, Sendable {
    let id: String
    let text: String
    let jeEintrag: Bool
    let ausdruck: Ausdruck
  }

  /// Identifier, for example `EH-01`.
  public let id: String
  /// Its name.
  public let titel: String
  /// What to know before answering.
  public let einleitung: String
  /// True if every question that is asked once must be answered: no answer would be a decision.
  public let vollstaendig: Bool
  /// True if the answers concern persons and are never stored.
  public let istFluechtig: Bool
  /// Names of entries that are usual; empty if everybody has others.
  public let vorschlaege: [String]
  /// What an entry is called, for example `Bereich`; nil if there are no entries.
  public let eintrag: String?
  /// The questions that are asked once.
  public let fragen: [Frage]
  /// The questions that are asked for each entry.
  public let jeEintrag: [Frage]
  let groessen: [Groesse]
  /// What is not asked and not shown under a condition.
  let entfaellt: [Wegfall]
  /// Conditions under which an entry is left out, with the reason.
  public let ausschluss: [Regel]
  /// By what the entries are ordered, the greatest first; empty without order.
  let rang: [Ausdruck]
  /// What is decided.
  public let entscheidungen: [Entscheidung]
  /// What to mind.
  public let hinweise: [Regel]
  /// What to mind of an entry.
  public let eintragshinweise: [Regel]
  /// The recommendations.
  public let empfehlungen: [Empfehlung]
  /// The file as it was read, for the JSON form.
  public let baum: Baum
}

extension Entscheidungshilfe {
  /// Reads a file; what is wrong becomes a finding.
  static func lies(_ text: String, _ liste: Befundliste) -> Entscheidungshilfe? {
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
    let hilfe = Entscheidungshilfe(
      id: f.text("id"), titel: f.text("titel"), einleitung: f.text("einleitung"),
      vollstaendig: f.wahr("vollstaendig", sonst: false),
      istFluechtig: f.wahr("fluechtig", sonst: false),
      vorschlaege: f.liste("vorschlaege", pflicht: false).map { $0.baum["name"] ?? .nichts }
        .compactMap(Feldleser.text), eintrag: f.text(oder: "eintrag"),
      fragen: f.liste("fragen", pflicht: false).map { frage(f, $0) },
      jeEintrag: f.liste("je_eintrag", pflicht: false).map { frage(f, $0) },
      groessen: f.liste("groessen", pflicht: false).compactMap { groesse(f, $0) },
      entfaellt: f.liste("entfaellt", pflicht: false).compactMap { wegfall(f, $0) },
      ausschluss: regeln(f, f.liste("ausschluss", pflicht: false), "grund"),
      rang: f.texte("rang", pflicht: false).compactMap { ausdruck(f, $0, nil) },
      entscheidungen: f.liste("entscheidungen", pflicht: false).map { entscheidung(f, $0) },
      hinweise: regeln(f, f.liste("hinweise", pflicht: false), "text"),
      eintragshinweise: regeln(f, f.liste("eintragshinweise", pflicht: false), "text"),
      empfehlungen: f.liste("empfehlungen", pflicht: false).map { empfehlung(f, $0) },
      baum: ast.baum)
    f.beende()
    hilfe.pruefe(f)
    return hilfe
  }

  private static func frage(_ f: Feldleser, _ ast: Baum.Ast) -> Frage {
    let typ = ast.baum["typ"].flatMap(Feldleser.text)
    let id = ast.baum["id"].flatMap(Feldleser.text)
    guard typ == "punkte" else {
      let feld = Eingabefeld(ast, f)
      return Frage(id: feld.id, text: feld.text, feld: feld, gewicht: 0, stufen: [])
    }
    let e = f.unter(ast, id)
    defer { e.beende() }
    _ = e.text("typ")
    let stufen = e.texte("stufen")
    if stufen.count < 2 { e.melde("Eine Punktfrage braucht mindestens zwei Stufen.") }
    return Frage(
      id: e.text("id"), text: e.text("text"), feld: nil, gewicht: e.ganz(oder: "gewicht") ?? 1,
      stufen: stufen)
  }

  private static func ausdruck(_ f: Feldleser, _ text: String, _ zeile: Int?) -> Ausdruck? {
    do throws(Lesefehler) {
      return try Ausdruck(text)
    } catch {
      f.melde(error.grund, abhilfe: error.abhilfe, zeile: zeile)
      return nil
    }
  }

  private static func groesse(_ f: Feldleser, _ ast: Baum.Ast) -> Groesse? {
    let e = f.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    defer { e.beende() }
    let (id, text, je) = (e.text("id"), e.text("text"), e.wahr("je_eintrag", sonst: false))
    return ausdruck(e, e.text("ausdruck"), ast.zeile).map {
      Groesse(id: id, text: text, jeEintrag: je, ausdruck: $0)
    }
  }

  private static func wegfall(_ f: Feldleser, _ ast: Baum.Ast) -> Wegfall? {
    let e = f.unter(ast, f.objekt)
    defer { e.beende() }
    let (wenn, ids) = (e.text("wenn"), e.texte("ids"))
    let je = e.wahr("je_eintrag", sonst: false)
    return ausdruck(e, wenn, ast.zeile).map { Wegfall(jeEintrag: je, wenn: $0, ids: ids) }
  }

  private static func regeln(_ f: Feldleser, _ werte: [Baum.Ast], _ folge: String) -> [Regel] {
    werte.compactMap { ast in
      let e = f.unter(ast, f.objekt)
      defer { e.beende() }
      let wenn = e.text(oder: "wenn") ?? "1"
      let text = e.text(folge)
      let grund = folge == "dann" ? e.text("grund") : nil
      return ausdruck(e, wenn, ast.zeile).map { Regel(wenn: $0, folge: text, grund: grund) }
    }
  }

  private static func entscheidung(_ f: Feldleser, _ ast: Baum.Ast) -> Entscheidung {
    let e = f.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    defer { e.beende() }
    return Entscheidung(
      id: e.text("id"), text: e.text("text"), jeEintrag: e.wahr("je_eintrag", sonst: false),
      regeln: regeln(e, e.liste("regeln"), "dann"))
  }

  private static func empfehlung(_ f: Feldleser, _ ast: Baum.Ast) -> Empfehlung {
    let e = f.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    defer { e.beende() }
    return Empfehlung(
      id: e.text("id"), text: e.text("text"), heisst: e.text("heisst"),
      naechster: e.text("naechster"), werkzeuge: e.texte("werkzeuge"))
  }

  /// Rules name only what there is, the last always holds, and each recommendation can be reached.
  private func pruefe(_ f: Feldleser) {
    let immer = Ausdruck.zahl(.eins)
    var bekannt = Set((fragen + jeEintrag).map(\.id) + groessen.map(\.id))
    for frage in fragen + jeEintrag {
      for wert in frage.feld?.werte ?? [] { bekannt.insert("\(frage.id).\(wert)") }
    }
    bekannt.formUnion(["punkte", "hoechst", "uebrig", "anzahl", "bestes"])
    let alle =
      groessen.map(\.ausdruck) + rang + (ausschluss + hinweise + eintragshinweise).map(\.wenn)
      + entscheidungen.flatMap { $0.regeln.map(\.wenn) } + entfaellt.map(\.wenn)
    let genannt = entscheidungen.flatMap { e in
      e.regeln.flatMap { Begruendung.namen($0.grund ?? "") }
    }
    bekannt.insert("bester")
    for name in Set(alle.flatMap(\.namen) + entfaellt.flatMap(\.ids) + genannt)
      .subtracting(bekannt).sorted()
    {
      f.melde("Eine Regel nennt »\(name)«, das es nicht gibt.")
    }
    for e in entscheidungen where e.regeln.last?.wenn != immer {
      f.melde("Die letzte Regel von »\(e.id)« gilt nicht immer.")
    }
    let folgen = Set(entscheidungen.flatMap { $0.regeln.map(\.folge) })
    for folge in folgen.subtracting(empfehlungen.map(\.id)).sorted() {
      f.melde("Die Empfehlung »\(folge)« gibt es nicht.")
    }
    for e in empfehlungen where !folgen.contains(e.id) {
      f.melde("Keine Regel führt zur Empfehlung »\(e.id)«.")
    }
    if entscheidungen.isEmpty, rang.isEmpty {
      f.melde("Es wird weder etwas entschieden noch geordnet.")
    }
    for vorschlag in f.liste("vorschlaege", pflicht: false) {
      guard case .objekt(let angaben) = vorschlag.baum, vorschlag.baum["name"] != nil else {
        f.melde("Ein Vorschlag hat keinen Namen.", zeile: vorschlag.zeile)
        continue
      }
      for a in angaben where a.name != "name" && !jeEintrag.contains(where: { $0.id == a.name }) {
        f.melde("Ein Vorschlag nennt »\(a.name)«, das nicht gefragt wird.", zeile: a.ast.zeile)
      }
    }
    if eintrag == nil, !jeEintrag.isEmpty { f.melde("Zu »je_eintrag« fehlt »eintrag«.") }
  }
}

extension Toolbox {
  /// The decision aids in order of their numbers.
  public var entscheidungshilfen: [Entscheidungshilfe] {
    hilfen("entscheiden/EH-") { Entscheidungshilfe.lies($0, Befundliste("")) }
  }
}
