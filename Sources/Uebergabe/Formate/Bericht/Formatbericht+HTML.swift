// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Formatbericht {
  /// The reports as one page that needs nothing but itself: the table of formats and the findings.
  ///
  /// - Parameters:
  ///   - berichte: One for each folder or container.
  ///   - erstellt: When the page was made, shown as given; nil leaves it out.
  /// - Returns: The page as HTML.
  public static func html(_ berichte: [Formatbericht], erstellt: String?) -> String {
    var einschub = ""
    for (i, b) in berichte.enumerated() { einschub.haengeAn(b, nummer: i + 1) }
    return HTMLBericht.html(
      berichte.map(\.bericht), titel: "Formate der Dateien", erstellt: erstellt,
      regeln: Formatregeln.alle, einschub: einschub)
  }
}

extension String {
  fileprivate mutating func haengeAn(_ b: Formatbericht, nummer: Int) {
    let id = "formate-\(nummer)"
    self += "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">Formate in "
    haengeAn(bdi: b.bericht.datei)
    self += "</h2>\n"
    if let satz = b.pdfaSatz { self += "<p>\(satz)</p>\n" }
    self += """
      <table>
      <thead><tr><th scope="col">Format</th><th scope="col">Code</th><th scope="col">PRONOM</th>\
      <th scope="col">Dateien</th><th scope="col">Byte</th></tr></thead>
      <tbody>

      """
    for (gruppe, menge) in b.tabelle {
      self += "<tr><th scope=\"row\">"
      haengeAn(html: gruppe.name)
      self += "</th><td>\(gruppe.code.isEmpty ? "–" : gruppe.code)</td>"
      self += "<td>\(gruppe.puid ?? "–")</td><td>\(menge.dateien.deutsch)</td>"
      self += "<td>\(menge.bytes.deutsch)</td></tr>\n"
    }
    self += "<tr><th scope=\"row\">Zusammen</th><td>–</td><td>–</td>"
    self += "<td>\(b.alle.dateien.deutsch)</td><td>\(b.alle.bytes.deutsch)</td></tr>\n"
    self += """
      </tbody>
      </table>
      <p>Die Codes stehen in der Codeliste Dateiformat \(Dateiformat.listenversion) von xdomea.</p>
      </section>

      """
  }
}
