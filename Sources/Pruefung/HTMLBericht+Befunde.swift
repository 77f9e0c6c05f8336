// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Appends one report: its facts, then its findings by severity.
  mutating func haengeAn(
    _ bericht: Pruefbericht, nummer: Int, _ verzeichnis: Regelverzeichnis
  ) {
    self += "<section class=\"datei\" aria-labelledby=\"datei-\(nummer)\">\n"
    let was = bericht.istProzess ? "Prozess" : bericht.art == "ordner" ? "Ordner" : "Datei"
    self += "<h2 id=\"datei-\(nummer)\">\(was) "
    haengeAn(bdi: bericht.datei)
    self += "</h2>\n<table class=\"angaben\" aria-labelledby=\"datei-\(nummer)\">\n<tbody>\n"
    self += "<tr><th scope=\"row\">Ergebnis</th><td>"
    haengeUrteilAn(bericht)
    if !bericht.zahlen.isEmpty { self += " \(bericht.zahlen)" }
    self += "</td></tr>\n"
    for (name, wert) in bericht.alleAngaben {
      self += "<tr><th scope=\"row\">"
      haengeAn(bdi: name)
      self += "</th><td>"
      haengeAn(bdi: wert)
      self += "</td></tr>\n"
    }
    self += "</tbody>\n</table>\n"
    if bericht.zahlen.isEmpty { self += "<p>Es gibt keine Befunde.</p>\n" }
    let befunde = bericht.sortiert()
    var rest = befunde[...]
    while let schwere = rest.first?.schwere {
      let gruppe = rest.prefix { $0.schwere == schwere }
      rest = rest.dropFirst(gruppe.count)
      let id = "datei-\(nummer)-\(schwere.rawValue)"
      self += "<h3 id=\"\(id)\">\(schwere.mitZahl(bericht.zahl(schwere)))</h3>\n"
      self += """
        <table class="befunde" aria-labelledby="\(id)">
        <thead><tr><th scope="col">Regel</th><th scope="col">Befund</th>\
        <th scope="col">Ort</th></tr></thead>
        <tbody>

        """
      for befund in gruppe { haengeAn(befund, verzeichnis) }
      self += "</tbody>\n</table>\n"
    }
    haengeAusgelasseneAn(bericht, verzeichnis)
    self += "</section>\n"
  }

  private mutating func haengeAn(_ befund: Befund, _ verzeichnis: Regelverzeichnis) {
    self += "<tr><th scope=\"row\">"
    haengeAn(marke: befund.schwere)
    self += " "
    haengeAn(regel: befund.regel, verzeichnis)
    self += "</th><td><p>"
    haengeAn(html: befund.meldung)
    self += "</p>"
    if !befund.abhilfe.isEmpty {
      self += "<p class=\"abhilfe\"><b>Was tun?</b> "
      haengeAn(html: befund.abhilfe)
      self += "</p>"
    }
    self += "</td><td>"
    haengeAn(befund.ort)
    self += "</td></tr>\n"
  }

  private mutating func haengeAn(_ ort: Ort) {
    if ort == Ort() {
      self += "ohne Ortsangabe"
      return
    }
    if let betreff = ort.betreff {
      self += "<div>Objekt: "
      haengeAn(bdi: betreff)
      self += "</div>"
    }
    if let objekt = ort.objekt {
      self += ort.betreff == nil ? "<div>Objekt: " : "<div>"
      self += "<span class=\"kennung\">"
      haengeAn(bdi: objekt)
      self += "</span></div>"
    }
    if let datei = ort.datei {
      self += "<div>Datei: <span class=\"kennung\">"
      haengeAn(bdi: datei)
      self += "</span></div>"
    }
    if let zeile = ort.zeile { self += "<div>Zeile \(zeile)</div>" }
  }

  private mutating func haengeAusgelasseneAn(
    _ bericht: Pruefbericht, _ verzeichnis: Regelverzeichnis
  ) {
    guard !bericht.ausgelassen.isEmpty else { return }
    self += "<h3>Weitere Befunde</h3>\n<p>Der Bericht führt von jeder Regel höchstens "
    self += "\(bericht.hoechstzahlJeRegel.mal("Befund", "Befunde")) auf. Nicht aufgeführt:</p>\n"
    self += "<ul>\n"
    let ausgelassen = bericht.ausgelassen
      .sorted { Regelnummer($0.key) < Regelnummer($1.key) }
    for (regel, zahl) in ausgelassen {
      self += "<li>"
      haengeAn(regel: regel, verzeichnis)
      self += ": \(zahl.mal("weiterer Befund", "weitere Befunde"))</li>\n"
    }
    self += "</ul>\n"
  }

  /// Appends the identifier of a rule, linked to its explanation if there is one.
  private mutating func haengeAn(regel: String, _ verzeichnis: Regelverzeichnis) {
    if let nummer = verzeichnis.nummern[regel] {
      self += "<a href=\"#regel-\(nummer)\">"
      haengeAn(html: regel)
      self += "</a>"
    } else {
      haengeAn(html: regel)
    }
  }
}
