// SPDX-License-Identifier: Apache-2.0

/// Reports as one HTML page for people.
///
/// The page needs nothing but itself: no script, no font, no image, no network. It is made to be
/// read without technical knowledge, with a screen reader, on paper and in dark mode.
public enum HTMLBericht {
  /// One self-contained page with all reports.
  ///
  /// The page begins with the result and what to do next, then comes each file with its facts and
  /// findings, at the end an explanation of the rules. All values are escaped.
  ///
  /// - Parameters:
  ///   - berichte: The reports, one for each file.
  ///   - titel: Title of the page.
  ///   - erstellt: When the page was made, shown as given; nil leaves it out.
  ///   - regeln: The rules to explain; only those with findings are shown.
  /// - Returns: The page as HTML.
  public static func html(
    _ berichte: [Pruefbericht], titel: String, erstellt: String?, regeln: [Regel]
  ) -> String {
    html(berichte, titel: titel, erstellt: erstellt, regeln: regeln, einschub: "")
  }

  /// As ``html(_:titel:erstellt:regeln:)``, with a section of its own after the result.
  ///
  /// - Parameters:
  ///   - berichte: The reports, one for each file.
  ///   - titel: Title of the page.
  ///   - erstellt: When the page was made, shown as given; nil leaves it out.
  ///   - regeln: The rules to explain; only those with findings are shown.
  ///   - einschub: HTML of this suite; values from outside are escaped in it.
  /// - Returns: The page as HTML.
  package static func html(
    _ berichte: [Pruefbericht], titel: String, erstellt: String?, regeln: [Regel], einschub: String
  ) -> String {
    let verzeichnis = Regelverzeichnis(berichte, regeln)
    var html = ""
    html.reserveCapacity(8192 + berichte.reduce(0) { $0 + 2048 + $1.befunde.count * 640 })
    html.haengeSeitenanfangAn(titel: titel, stil: stil)
    if let erstellt {
      html += "<p>Erstellt: "
      html.haengeAn(bdi: erstellt)
      html += "</p>\n"
    }
    html += "</header>\n<main>\n"
    html.haengeZusammenfassungAn(berichte)
    html += einschub
    for (stelle, bericht) in berichte.enumerated() {
      html.haengeAn(bericht, nummer: stelle + 1, verzeichnis)
    }
    html.haengeAn(verzeichnis)
    html += "</main>\n"
    html.haengeFussAn(berichte)
    html += "</body>\n</html>\n"
    return html
  }
}

extension String {
  fileprivate mutating func haengeFussAn(_ berichte: [Pruefbericht]) {
    self += """
      <footer>
      <p>Dieser Bericht nennt Dateinamen und Betreffe. Sie können personenbezogene Daten \
      enthalten. Geben Sie ihn nur an Personen weiter, die diese Akten sehen dürfen.</p>

      """
    var werkzeuge: [String] = []
    for bericht in berichte where !werkzeuge.contains(bericht.werkzeug) {
      werkzeuge.append(bericht.werkzeug)
    }
    if !werkzeuge.isEmpty {
      self += "<p>Geprüft mit "
      haengeAn(bdi: werkzeuge.joined(separator: ", "))
      self += ".</p>\n"
    }
    self += "</footer>\n"
  }
}

extension String {
  /// How every page of this suite begins; tells a page that may be written anew from somebody else's.
  package static let seitenanfang = """
    <!DOCTYPE html>
    <html lang="de">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">

    """

  /// Appends everything up to the heading of a page that needs nothing but itself: no script, no font, no
  /// image, no network.
  ///
  /// `<body>` and `<header>` stay open.
  ///
  /// - Parameters:
  ///   - titel: Title and heading; it is escaped.
  ///   - stil: The style sheet, a text of this suite.
  package mutating func haengeSeitenanfangAn(titel: String, stil: String) {
    self += Self.seitenanfang + "<title>"
    haengeAn(html: titel, markiert: false)
    self += "</title>\n<style>\n\(stil)\n</style>\n</head>\n<body>\n<header>\n<h1>"
    haengeAn(bdi: titel)
    self += "</h1>\n"
  }
}
