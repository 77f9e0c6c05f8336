// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import FoundationEssentials
internal import Pruefsummen
internal import Pruefung

/// The self check as one HTML file that needs nothing but itself: no network, no installation
/// (UX.md §2).
///
/// The sources of the page lie in `Toolbox/selbstcheck`; its README says what each does. The policy of
/// the page names the digests of exactly its style and its script, so that nothing else runs.
public struct Fragebogen: Sendable {
  /// The questions and what belongs to them.
  public var katalog: Katalog
  /// The sources of the page, and the texts of the tools.
  public var toolbox: Toolbox
  /// The version of the program, for people.
  public var version: String
  /// Whose questions the form to print shows; nil: all.
  public var groessenklasse: Groessenklasse?

  /// A self check.
  public init(
    katalog: Katalog, toolbox: Toolbox, version: String, groessenklasse: Groessenklasse? = nil
  ) {
    self.katalog = katalog
    self.toolbox = toolbox
    self.version = version
    self.groessenklasse = groessenklasse
  }

  /// The page; the same input gives the same bytes.
  ///
  /// - Returns: HTML.
  /// - Throws: ``Lesefehler`` if a source of the page is missing, or would end its element early.
  public func html() throws(Lesefehler) -> String {
    let stil = try element("seite.css", "\n" + quelle("seite.css"))
    let skript = try element("js", "\n" + skript())
    let richtlinie =
      "default-src 'none'; style-src \(try Self.probe(stil)); script-src \(try Self.probe(skript)); "
      + "img-src data:; form-action 'none'; base-uri 'none'"
    let ersatz = [
      "CSP": richtlinie, "CSS": stil, "PAPIER": Papierbogen(katalog, groessenklasse).html,
      "DATEN": try daten(), "ANTWORTEN": "null", "SKRIPT": skript,
    ]
    // In one pass: what is put in is not looked through again.
    var html = ""
    var rest = try quelle("seite.html")[...]
    while let marke = rest.firstMatch(of: /%%([A-Z]+)%%/) {
      guard let wert = ersatz[String(marke.1)] else {
        throw Self.fehler("seite.html", "Die Marke \(marke.0) ist unbekannt.")
      }
      html += rest[..<marke.range.lowerBound] + wert
      rest = rest[marke.range.upperBound...]
    }
    return html + rest
  }

  // MARK: Parts

  private func quelle(_ name: String) throws(Lesefehler) -> String {
    guard let text = toolbox.text("selbstcheck/" + name) else {
      throw Self.fehler(name, "Die Datei fehlt in der Toolbox oder ist kein UTF-8.")
    }
    return text
  }

  private func skript() throws(Lesefehler) -> String {
    var teile = ["\"use strict\";"]
    for zeile in try quelle("reihenfolge.txt").split(whereSeparator: \.isNewline) {
      let name = String(zeile).trimmed
      if !name.isEmpty, !name.hasPrefix("#") { teile.append(try quelle("js/" + name)) }
    }
    return teile.joined(separator: "\n")
  }

  /// A text that does not end the element it stands in.
  private func element(_ name: String, _ text: String) throws(Lesefehler) -> String {
    if text.lowercased().contains("</s") || text.contains("<!--") || text.utf8.contains(13) {
      throw Self.fehler(name, "Der Text enthält ein Endezeichen oder einen Wagenrücklauf.")
    }
    return text
  }

  private static func fehler(_ name: String, _ grund: String) -> Lesefehler {
    Lesefehler(
      zeile: nil, grund: "selbstcheck/\(name): \(grund)",
      abhilfe: "Nehmen Sie die unveränderte Toolbox, oder beheben Sie den Fehler in dieser Datei.")
  }

  /// The digest of a text as a policy names it.
  private static func probe(_ text: String) throws(Lesefehler) -> String {
    do {
      var bildner = try Pruefsummenbildner([.sha256])
      var text = text
      text.withUTF8 { bildner.nimm(UnsafeRawBufferPointer($0)) }
      return "'sha256-" + Data(bildner.abschluss()[0].bytes).base64EncodedString() + "'"
    } catch {
      throw Lesefehler(
        zeile: nil, grund: "SHA-256 lässt sich nicht berechnen: \(error)",
        abhilfe: "Prüfen Sie, ob OpenSSL vollständig installiert ist.")
    }
  }

  // MARK: Data

  /// What the page works with, as JSON that stands safely in a script element.
  private func daten() throws(Lesefehler) -> String {
    let teile = [
      ("katalog", katalog.baum.jsonZeile), ("werkzeuge", werkzeuge.jsonZeile),
      (
        "vektoren",
        "{\"scoring\":" + (try quelle("vektoren/scoring.json")) + ",\"kalkulation\":"
          + (try quelle("vektoren/kalkulation.json")) + "}"
      ),
      ("rechner", try quelle("definitionen/rechner.json")),
      (
        "entscheider",
        Baum.objekt(toolbox.entscheidungshilfen.map { Baum.Eintrag($0.id, Baum.Ast($0.baum)) })
          .jsonZeile
      ),
      ("stand", Baum.text(katalog.stand).jsonZeile), ("version", Baum.text(version).jsonZeile),
    ]
    let json = "{" + teile.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    // In JSON such a character stands in texts only.
    return json.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
  }

  /// The tools with their texts.
  private var werkzeuge: Baum {
    var eintraege: [Baum.Eintrag] = []
    for w in katalog.werkzeuge {
      guard let text = toolbox.werkzeugtext(w.id) else { continue }
      let klassen = text.groessenklassen.map { Baum.text($0.rawValue) }
      let wert = Baum.objekt([
        "titel": .text(text.titel),
        "art": .text(text.typ.prefix(1).uppercased() + text.typ.dropFirst()),
        "minuten": .ganz(text.aufwandMin), "gk": .liste(klassen),
        "phasen": .liste(text.phasen.map(Baum.ganz)), "html": .text(Self.html(text)),
      ])
      eintraege.append(Baum.Eintrag(w.id, Baum.Ast(wert)))
    }
    return .objekt(eintraege)
  }

  /// The text of a tool below a heading of the page; links to other tools lead to them.
  private static func html(_ text: Werkzeugtext) -> String {
    let leser = Markdown { ziel in
      ziel.firstMatch(of: /(?:^|\/)((?:CL|VL|LF|MU|KH|EH)-\d\d)\.md/).map { "#werkzeug/\($0.1)" }
    }
    return leser.html(text.inhalt, ebene: 1).replacing("<h1>", with: "<h2>")
      .replacing("</h1>", with: "</h2>")
  }
}
