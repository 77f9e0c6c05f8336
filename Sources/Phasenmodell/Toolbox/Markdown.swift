// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The part of Markdown that the toolbox uses, as HTML.
///
/// These are headings, paragraphs, lists, tables, quotes, code, emphasis and links. Everything else is
/// shown as text; HTML in the text is escaped.
struct Markdown {
  /// Makes the address of a link; nil drops the link and keeps its words.
  let verweis: (String) -> String?
  private var zeilen: ArraySlice<String> = []

  init(verweis: @escaping (String) -> String?) { self.verweis = verweis }

  /// The HTML of a text; its headings begin at `ebene`.
  func html(_ text: String, ebene: Int = 1) -> String {
    var leser = self
    leser.zeilen =
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    return leser.bloecke(ebene)
  }

  private mutating func bloecke(_ ebene: Int) -> String {
    var html = ""
    while let zeile = zeilen.first {
      if zeile.allSatisfy(\.isWhitespace) {
        zeilen.removeFirst()
      } else if zeile.hasPrefix("```") {
        html += code()
      } else if let kopf = zeile.firstMatch(of: /^(#{1,6})\s+(.*)$/) {
        zeilen.removeFirst()
        let stufe = min(6, kopf.1.count + ebene - 1)
        html += "<h\(stufe)>\(fliess(String(kopf.2)))</h\(stufe)>\n"
      } else if zeile.wholeMatch(of: /\s*(-{3,}|\*{3,})\s*/) != nil {
        zeilen.removeFirst()
        html += "<hr>\n"
      } else if zeile.hasPrefix(">") {
        html += zitat(ebene)
      } else if zeile.hasPrefix("|") {
        html += tabelle()
      } else if Self.punkt(zeile) != nil {
        html += liste(ebene)
      } else {
        html += absatz()
      }
    }
    return html
  }

  private mutating func code() -> String {
    zeilen.removeFirst()
    var html = "<pre><code>"
    while let zeile = zeilen.popFirst(), !zeile.hasPrefix("```") {
      html.haengeAn(html: zeile)
      html += "\n"
    }
    return html + "</code></pre>\n"
  }

  private mutating func zitat(_ ebene: Int) -> String {
    var innen: [String] = []
    while let zeile = zeilen.first, zeile.hasPrefix(">") {
      zeilen.removeFirst()
      let rest = zeile.dropFirst()
      innen.append(String(rest.hasPrefix(" ") ? rest.dropFirst() : rest))
    }
    var leser = self
    leser.zeilen = innen[...]
    return "<blockquote>\n\(leser.bloecke(ebene))</blockquote>\n"
  }

  private mutating func absatz() -> String {
    var text: [String] = []
    while let zeile = zeilen.first, !zeile.allSatisfy(\.isWhitespace), !zeile.hasPrefix("|"),
      !zeile.hasPrefix(">"), !zeile.hasPrefix("#"), !zeile.hasPrefix("```"),
      text.isEmpty || Self.punkt(zeile) == nil
    {
      text.append(String(zeile.drop { $0 == " " }))
      zeilen.removeFirst()
    }
    // A line that begins like a block but is none.
    if text.isEmpty, let zeile = zeilen.popFirst() { text = [zeile] }
    let saetze = text.map { z in z.hasSuffix("  ") ? fliess(z) + "<br>" : fliess(z) }
    return "<p>\(saetze.joined(separator: "\n"))</p>\n"
  }

  // MARK: Lists

  /// Indentation, whether it is numbered, and the text of an item.
  private static func punkt(_ zeile: String) -> (einzug: Int, nummer: Int?, text: String)? {
    let einzug = zeile.prefix { $0 == " " }.count
    let rest = String(zeile.dropFirst(einzug))
    if let m = rest.firstMatch(of: /^[-*+]\s+(.*)$/) { return (einzug, nil, String(m.1)) }
    guard let m = rest.firstMatch(of: /^(\d{1,4})[.)]\s+(.*)$/) else { return nil }
    return (einzug, Int(m.1), String(m.2))
  }

  private mutating func liste(_ ebene: Int) -> String {
    guard let erster = zeilen.first.flatMap(Self.punkt) else { return "" }
    let geordnet = erster.nummer != nil
    var html =
      geordnet ? "<ol\(erster.nummer == 1 ? "" : " start=\"\(erster.nummer ?? 1)\"")>\n" : "<ul>\n"
    while let zeile = zeilen.first, let p = Self.punkt(zeile), p.einzug == erster.einzug,
      (p.nummer != nil) == geordnet
    {
      zeilen.removeFirst()
      var innen = [p.text]
      // What is indented further belongs to the item, also after an empty line.
      while let naechste = zeilen.first {
        let leer = naechste.allSatisfy(\.isWhitespace)
        let folgt = zeilen.dropFirst().first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let tief = (leer ? folgt : naechste).prefix { $0 == " " }.count > erster.einzug
        guard tief else { break }
        innen.append(
          leer
            ? ""
            : String(
              naechste.drop { $0 == " " }.isEmpty ? "" : Self.ausgerueckt(naechste, erster.einzug)))
        zeilen.removeFirst()
      }
      var leser = self
      leser.zeilen = innen[...]
      html += "<li>\(Self.ohneAbsatz(leser.bloecke(ebene)))</li>\n"
    }
    return html + (geordnet ? "</ol>\n" : "</ul>\n")
  }

  private static func ausgerueckt(_ zeile: String, _ einzug: Int) -> String {
    let vorne = zeile.prefix { $0 == " " }.count
    return String(zeile.dropFirst(min(vorne, einzug + (vorne >= einzug + 3 ? 3 : 2))))
  }

  /// A single paragraph needs no element of its own within an item.
  private static func ohneAbsatz(_ html: String) -> String {
    guard html.hasPrefix("<p>"), let ende = html.firstRange(of: "</p>\n") else { return html }
    let rest = html[ende.upperBound...]
    guard !rest.contains("<p>") else { return html }
    return String(html[html.index(html.startIndex, offsetBy: 3)..<ende.lowerBound])
      + (rest.isEmpty ? "" : "\n" + rest)
  }

  // MARK: Tables

  private mutating func tabelle() -> String {
    var reihen: [[String]] = []
    while let zeile = zeilen.first, zeile.hasPrefix("|") {
      reihen.append(Self.zellen(zeile))
      zeilen.removeFirst()
    }
    guard reihen.count >= 2, reihen[1].allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }) else {
      return reihen.map { "<p>\(fliess($0.joined(separator: " | ")))</p>\n" }.joined()
    }
    var html = "<div class=\"rolle\"><table>\n"
    if reihen[0].contains(where: { !$0.isEmpty }) {
      let kopf = reihen[0].map { "<th scope=\"col\">\(fliess($0))</th>" }
      html += "<thead><tr>\(kopf.joined())</tr></thead>\n"
    }
    html += "<tbody>\n"
    for reihe in reihen.dropFirst(2) {
      html += "<tr>\(reihe.map { "<td>\(fliess($0))</td>" }.joined())</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n"
  }

  private static func zellen(_ zeile: String) -> [String] {
    var zellen = [""]
    var maskiert = false
    for z in zeile.dropFirst() {
      if z == "|", !maskiert {
        zellen.append("")
      } else {
        if maskiert, z != "|" { zellen[zellen.count - 1].append("\\") }
        if z != "\\" || maskiert { zellen[zellen.count - 1].append(z) }
      }
      maskiert = z == "\\" && !maskiert
    }
    if zellen.last?.allSatisfy(\.isWhitespace) == true { zellen.removeLast() }
    return zellen.map { $0.trimmed }
  }

  // MARK: Words

  /// The text of a line with emphasis, code and links.
  func fliess(_ text: String) -> String {
    var html = ""
    var rest = text[...]
    while let z = rest.first {
      if z == "\\", let n = rest.dropFirst().first, n.isPunctuation || n.isSymbol {
        html.haengeAn(html: String(n))
        rest = rest.dropFirst(2)
      } else if let m = rest.prefixMatch(of: /`([^`]+)`/) {
        html += "<code>"
        html.haengeAn(html: String(m.1))
        html += "</code>"
        rest = rest[m.range.upperBound...]
      } else if let m = rest.prefixMatch(of: /\*\*([^\s*](?:(?:[^*]|\*(?!\*))*[^\s*])?)\*\*/) {
        html += "<strong>\(fliess(String(m.1)))</strong>"
        rest = rest[m.range.upperBound...]
      } else if let m = rest.prefixMatch(of: /\*([^\s*](?:[^*]*[^\s*])?)\*/) {
        html += "<em>\(fliess(String(m.1)))</em>"
        rest = rest[m.range.upperBound...]
      } else if let m = rest.prefixMatch(of: /\[([^\]]+)\]\(([^)\s]+)\)/) {
        html += link(String(m.1), String(m.2))
        rest = rest[m.range.upperBound...]
      } else {
        let wort = rest.dropFirst().prefix { !"\\`*[".contains($0) }
        html.haengeAn(html: String(z) + wort)
        rest = rest.dropFirst(1 + wort.count)
      }
    }
    return html
  }

  private func link(_ worte: String, _ ziel: String) -> String {
    guard let adresse = verweis(ziel) else { return fliess(worte) }
    var html = "<a href=\""
    html.haengeAn(html: adresse, markiert: false)
    return html + "\">\(fliess(worte))</a>"
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    let vorne = drop(while: \.isWhitespace)
    return String(vorne.reversed().drop(while: \.isWhitespace).reversed())
  }
}
