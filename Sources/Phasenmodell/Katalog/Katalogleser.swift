// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// Reads a catalogue; every fault becomes a finding with line, rule and remedy.
public struct Katalogleser: Sendable {
  /// What was read, and what is wrong with it.
  public struct Ergebnis: Sendable {
    /// The catalogue; what was faulty is empty in it.
    public let katalog: Katalog
    /// The findings in the order of the file.
    public let befunde: [Befund]
  }

  /// The name of the file that findings give.
  public let datei: String

  /// A reader of a file with this name.
  public init(datei: String) { self.datei = datei }

  /// Reads the text of a catalogue (YAML or JSON, which is YAML).
  ///
  /// - Parameter text: The file.
  /// - Returns: The catalogue with its findings.
  /// - Throws: ``Lesefehler`` if the text is no YAML.
  public func lies(_ text: String) throws(Lesefehler) -> Ergebnis {
    let ast = try YAMLLeser.lies(text)
    let liste = Befundliste(datei)
    let wurzel = Feldleser(ast, objekt: nil, liste, regel: Katalogregel.form)
    let katalog = Self.katalog(wurzel)
    wurzel.beende()
    return Ergebnis(katalog: katalog, befunde: liste.befunde)
  }

  private static func katalog(_ w: Feldleser) -> Katalog {
    let kopf = w.gruppe("katalog")
    let katalog = Katalog(
      id: kopf?.text("id") ?? "", version: kopf?.text("version") ?? "",
      stand: kopf?.text("stand") ?? "", lizenz: kopf?.text("lizenz") ?? "",
      schwellen: schwellen(w.gruppe("schwellen")), stufen: w.liste("stufen").map { stufe(w, $0) },
      groessenklassen: w.liste("groessenklassen").map { groessenklasse(w, $0) },
      stammdaten: w.liste("stammdaten").map { stammdatum(w, $0) },
      standorte: standorte(w.gruppe("standort")),
      plausibilitaet: w.liste("plausibilitaet").compactMap { plausibilitaet(w, $0) },
      dimensionen: w.liste("dimensionen").map { dimension(w, $0) },
      phasen: w.liste("phasen").map { phase(w, $0) }, skalen: skalen(w.gruppe("skalen")),
      aufgaben: w.liste("aufgaben").map { aufgabe(w, $0) },
      fragen: w.liste("fragen").map { frage(w, $0) },
      werkzeuge: w.liste("werkzeuge").map { werkzeug(w, $0) }, baum: w.ast.baum)
    if let kopf {
      let format = kopf.ganz("format")
      if format != 1 {
        kopf.melde(
          "Das Format \(format) ist unbekannt.", abhilfe: "Dieses Programm liest das Format 1.")
      }
      _ = kopf.text("sprache")
      kopf.beende()
    }
    return katalog
  }

  private static func schwellen(_ f: Feldleser?) -> Schwellen {
    var s = Schwellen()
    guard let f else { return s }
    s.bestandenMin = f.ganz("bestanden_min")
    s.vollstaendigkeitMin = f.ganz("vollstaendigkeit_min")
    s.zelleMin = f.ganz("zelle_min")
    s.zelleMinFragen = f.ganz("zelle_min_fragen")
    s.teilweiseMin = f.ganz("teilweise_min")
    if let m = f.gruppe("mehrpersonen") {
      s.nah = m.ganz("nah")
      s.unterschiedlich = m.ganz("unterschiedlich")
      m.beende()
    }
    if let r = f.gruppe("rollenvergleich") {
      s.gruppeMin = r.ganz("mindestgruppe")
      s.rolleAb = r.ganz("anzeige_ab")
      r.beende()
    }
    s.vergleichMin = f.ganz("vergleich_kommunen_min")
    s.zeitUnveraendert = f.ganz("zeitvergleich_unveraendert")
    f.beende()
    return s
  }

  private static func skalen(_ f: Feldleser?) -> [String: Skala] {
    guard let f, case .objekt(let eintraege) = f.ast.baum else { return [:] }
    var skalen: [String: Skala] = [:]
    for e in eintraege where e.name != "sonderantworten" {
      let s = f.unter(e.ast, e.name)
      let art = s.text("art")
      if art == "linear" {
        skalen[e.name] = Skala(stufen: [], istZahl: true)
      } else {
        skalen[e.name] = Skala(
          stufen: s.liste("stufen").map { ast in
            let stufe = s.unter(ast, e.name)
            defer { stufe.beende() }
            return Skala.Stufe(
              wert: stufe.ganz("wert"), text: stufe.text("text"), norm: stufe.ganz("norm"))
          }, istZahl: false)
      }
      s.beende()
    }
    return skalen
  }

  private static func stufe(_ w: Feldleser, _ ast: Baum.Ast) -> Stufe {
    let f = w.unter(ast, "stufen")
    defer { f.beende() }
    return Stufe(stufe: f.ganz("stufe"), ab: f.ganz("ab"), text: f.text("text"))
  }

  private static func groessenklasse(_ w: Feldleser, _ ast: Baum.Ast) -> Groessenklassenregel {
    let f = w.unter(ast, "groessenklassen")
    defer { f.beende() }
    _ = f.text(oder: "nur_typ")
    return Groessenklassenregel(
      id: f.wahl("id", Groessenklasse.gross), text: f.text("text"),
      arbeitsplaetzeBis: f.ganz(oder: "arbeitsplaetze_bis"),
      einwohnerBis: f.ganz(oder: "einwohner_bis"))
  }

  private static func stammdatum(_ w: Feldleser, _ ast: Baum.Ast) -> Stammdatum {
    let f = w.unter(ast, ast.baum["id"].flatMap(Feldleser.text) ?? "stammdaten")
    defer { f.beende() }
    _ = f.text(oder: "standard")
    return Stammdatum(
      id: f.text("id"), text: f.text("text"), skala: f.text("skala"),
      werte: f.texte("werte", pflicht: false))
  }

  private static func standorte(_ f: Feldleser?) -> [Standortwahl] {
    guard let f else { return [] }
    _ = f.text("text")
    let wahlen = f.liste("auswahl").map { ast in
      let wahl = f.unter(ast, "standort")
      defer { wahl.beende() }
      return Standortwahl(phase: wahl.ganz("phase"), text: wahl.text("text"))
    }
    f.beende()
    return wahlen
  }

  private static func plausibilitaet(_ w: Feldleser, _ ast: Baum.Ast) -> Plausibilitaet? {
    let f = w.unter(ast, "plausibilitaet")
    let wenn = f.text("wenn")
    let hinweis = f.text("hinweis")
    f.beende()
    var bedingungen: [Plausibilitaet.Vergleich] = []
    for teil in wenn.split(separator: " und ") {
      let worte = teil.split(separator: " ")
      guard worte.count == 3, ["==", "<", "<=", ">", ">="].contains(String(worte[1])),
        let wert = Int(worte[2])
      else {
        f.melde(
          "Die Bedingung »\(teil)« ist unverständlich.",
          abhilfe: "Schreiben Sie sie wie: standort >= 3 und P2-AKT-01 < 10000")
        return nil
      }
      bedingungen.append(.init(groesse: String(worte[0]), zeichen: String(worte[1]), wert: wert))
    }
    return Plausibilitaet(bedingungen: bedingungen, hinweis: hinweis)
  }

  private static func dimension(_ w: Feldleser, _ ast: Baum.Ast) -> Dimension {
    let f = w.unter(ast, "dimensionen")
    defer { f.beende() }
    return Dimension(id: f.text("id"), text: f.text("text"))
  }

  private static func phase(_ w: Feldleser, _ ast: Baum.Ast) -> Phase {
    let nr = ast.baum["nr"].flatMap(Feldleser.ganz)
    let f = w.unter(ast, "Phase \(nr.map(String.init) ?? "?")")
    defer { f.beende() }
    var dauer: [String: [Int]] = [:]
    if let feld = f.feld("dauer_monate_annahme", pflicht: false) {
      let d = f.unter(feld, f.objekt)
      for klasse in Groessenklasse.allCases { dauer[klasse.rawValue] = d.zahlen(klasse.rawValue) }
      d.beende()
    }
    return Phase(
      nr: f.ganz("nr"), titel: f.text("titel"), ziel: f.text("ziel"), eintritt: f.texte("eintritt"),
      austritt: f.texte("austritt"), dauer: dauer)
  }

  private static func aufgabe(_ w: Feldleser, _ ast: Baum.Ast) -> Aufgabe {
    let f = w.unter(ast, "aufgaben")
    defer { f.beende() }
    return Aufgabe(
      phase: f.ganz("phase"), text: f.text("text"), werkzeuge: f.texte("werkzeuge"),
      zusaetzlich: f.texte("zusaetzlich"))
  }

  private static func frage(_ w: Feldleser, _ ast: Baum.Ast) -> Frage {
    let f = w.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    var frage = Frage(
      id: f.text("id"), phase: f.ganz("phase"), dim: f.text("dim"), text: f.text("text"),
      skala: f.text("skala"), gewicht: f.ganz("gewicht"), wer: f.text("wer"),
      beleg: f.text("beleg"), werkzeuge: f.texte("werkzeuge"))
    frage.zeile = ast.zeile
    frage.rev = f.ganz("rev")
    frage.hilfe = f.text(oder: "hilfe")
    frage.ko = f.wahr("ko")
    frage.koMin = f.ganz(oder: "ko_min") ?? 10_000
    frage.nz = f.wahr("nz")
    frage.kurz = f.wahr("kurz")
    frage.kwd = f.text(oder: "kwd")
    frage.gk = klassen(f, "gk")
    if let feld = f.feld("nur_wenn", pflicht: false) {
      let b = f.unter(feld, frage.id)
      frage.nurWenn = .init(stammdatum: b.text("stammdatum"), wert: b.text("wert"))
      b.beende()
    }
    if frage.skala == "zahl" {
      frage.zahl = Zahlenskala(
        min: f.ganz("min"), max: f.ganz("max"), einheit: f.text(oder: "einheit"),
        richtung: f.ganz(oder: "richtung") ?? 1)
    }
    f.beende()
    return frage
  }

  static func klassen(_ f: Feldleser, _ name: String) -> [Groessenklasse] {
    f.texte(name).compactMap { text in
      let klasse = Groessenklasse(rawValue: text)
      if klasse == nil {
        f.melde(
          "Die Größenklasse »\(text)« gibt es nicht.",
          abhilfe: "Möglich sind: klein, mittel, gross, landkreis.")
      }
      return klasse
    }
  }

  private static func werkzeug(_ w: Feldleser, _ ast: Baum.Ast) -> Werkzeugeintrag {
    let f = w.unter(ast, ast.baum["id"].flatMap(Feldleser.text))
    defer { f.beende() }
    return Werkzeugeintrag(
      id: f.text("id"), titel: f.text("titel"), typ: f.text("typ"),
      hauptphase: f.ganz("hauptphase"), phasen: f.zahlen("phasen"), gk: klassen(f, "gk"),
      dim: f.texte("dim"), ausgabe: f.ganz("ausgabe"), aufwandMin: f.ganz("aufwand_min"),
      inhalt: f.text("inhalt"), zeile: ast.zeile)
  }
}
