// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Appends the result of all reports in plain words and what to do next.
  mutating func haengeZusammenfassungAn(_ berichte: [Pruefbericht]) {
    let lage = Lage(berichte)
    self += "<section class=\"ergebnis \(lage.klasse)\" aria-labelledby=\"ergebnis\">\n"
    self += "<h2 id=\"ergebnis\">Ergebnis</h2>\n<p class=\"urteil\">"
    self += "<span aria-hidden=\"true\">\(lage.symbol)</span> \(lage.satz)</p>\n"
    for satz in lage.folgen { self += "<p>\(satz)</p>\n" }
    self += "</section>\n"
    guard !berichte.isEmpty else { return }
    if lage.hatBefunde {
      self += "<section aria-labelledby=\"naechstes\">\n"
      self += "<h2 id=\"naechstes\">Was tun Sie als Nächstes?</h2>\n<ol>\n"
      for schritt in lage.schritte { self += "<li>\(schritt)</li>\n" }
      self += "</ol>\n<ul class=\"legende\">\n"
      for schwere in Schwere.allCases.reversed() {
        self += "<li>"
        haengeAn(marke: schwere)
        self += " \(schwere.bedeutung)</li>\n"
      }
      self += "</ul>\n</section>\n"
    }
    if berichte.count > 1 { haengeUebersichtAn(berichte) }
  }

  private mutating func haengeUebersichtAn(_ berichte: [Pruefbericht]) {
    let prozesse = berichte.contains(where: \.istProzess)
    self += """
      <section aria-labelledby="uebersicht">
      <h2 id="uebersicht">\(prozesse ? "Alle Dateien und Prozesse" : "Alle Dateien")</h2>
      <table class="uebersicht" aria-labelledby="uebersicht">
      <thead><tr><th scope="col">\(prozesse ? "Datei oder Prozess" : "Datei")</th><th scope="col">Ergebnis</th>\
      <th scope="col">Befunde</th></tr></thead>
      <tbody>

      """
    for (stelle, bericht) in berichte.enumerated() {
      self += "<tr><th scope=\"row\"><a href=\"#datei-\(stelle + 1)\">"
      if bericht.istProzess { self += "Prozess " }
      haengeAn(bdi: bericht.datei)
      self += "</a></th><td>"
      haengeUrteilAn(bericht)
      self += "</td><td>\(bericht.zahlen.isEmpty ? "keine" : bericht.zahlen)</td></tr>\n"
    }
    self += "</tbody>\n</table>\n</section>\n"
  }

  /// Appends a mark with one word for the result of a report.
  mutating func haengeUrteilAn(_ bericht: Pruefbericht) {
    if bericht.gueltig {
      haengeAn(marke: bericht.urteilswort, symbol: "✔", klasse: "gut")
    } else {
      haengeAn(marke: bericht.urteilswort, symbol: Schwere.fehler.symbol, klasse: "fehler")
    }
  }
}

extension Schwere {
  fileprivate var bedeutung: String {
    switch self {
    case .fehler: "Das muss behoben werden."
    case .warnung: "Das sollten Sie ansehen. Die Datei kann trotzdem angenommen werden."
    case .hinweis: "Das ist nur zur Kenntnis."
    }
  }
}

/// The state of all reports together, put into plain German sentences.
private struct Lage {
  private let berichte: [Pruefbericht]
  private let fehler: Int
  private let warnungen: Int
  private let hinweise: Int

  init(_ berichte: [Pruefbericht]) {
    self.berichte = berichte
    fehler = berichte.reduce(0) { $0 + $1.anzahl.fehler }
    warnungen = berichte.reduce(0) { $0 + $1.anzahl.warnung }
    hinweise = berichte.reduce(0) { $0 + $1.anzahl.hinweis }
  }

  var hatBefunde: Bool { fehler + warnungen + hinweise > 0 }

  /// Whether everything that has a schema was compared with it.
  private var istVollstaendig: Bool { berichte.allSatisfy { $0.schemageprueft || !$0.hatSchema } }

  var klasse: String {
    if fehler > 0 { return "fehler" }
    if warnungen > 0 || berichte.isEmpty { return "warnung" }
    return istVollstaendig ? "gut" : "hinweis"
  }

  var symbol: String {
    if fehler > 0 { return Schwere.fehler.symbol }
    if warnungen > 0 || berichte.isEmpty { return Schwere.warnung.symbol }
    return istVollstaendig ? "✔" : Schwere.hinweis.symbol
  }

  /// The result in one sentence.
  var satz: String {
    guard let erster = berichte.first else { return "Es wurde keine Datei geprüft." }
    if berichte.allSatisfy(\.istErkennung) {
      if fehler > 0 { return "Gefunden: \(Schwere.fehler.mitZahl(fehler))." }
      return "Es wurden keine Fehler gefunden."
        + (warnungen > 0 ? " Bitte sehen Sie die Warnungen an." : "")
    }
    if berichte.count == 1 {
      let name =
        switch erster.art {
        case "ordner": "Der Ordner"
        case "speicher": "Der Aktenspeicher"
        case "protokoll": "Das Protokoll"
        default: "Die Datei"
        }
      if fehler > 0 { return "\(name) hat \(Schwere.fehler.mitZahl(fehler))." }
      if !istVollstaendig { return "Es wurden keine Fehler gefunden." }
      if warnungen > 0 { return "\(name) ist gültig. Bitte sehen Sie die Warnungen an." }
      return "\(name) ist in Ordnung."
    }
    if fehler > 0 { return fehlersatz }
    if !istVollstaendig { return "Es wurden keine Fehler gefunden." }
    if warnungen > 0 {
      return "Alle \(dateien.count.deutsch) Dateien sind gültig. "
        + "Bitte sehen Sie die Warnungen an."
    }
    return "Alle \(dateien.count.deutsch) Dateien sind in Ordnung."
  }

  /// Which of several files are faulty, and whether those of a process fit together.
  private var fehlersatz: String {
    let schlecht = dateien.count { !$0.gueltig }
    let prozesse = berichte.count { $0.istProzess && !$0.gueltig }
    var saetze: [String] = []
    if schlecht > 0 || prozesse == 0 {
      let anteil = schlecht == 1 ? "1 Datei ist" : "\(schlecht.deutsch) Dateien sind"
      saetze.append("Von \(dateien.count.deutsch) Dateien: \(anteil) fehlerhaft.")
    }
    if prozesse > 0 {
      saetze.append(
        prozesse == 1
          ? "Die Nachrichten eines Prozesses passen nicht zusammen."
          : "Die Nachrichten von \(prozesse.deutsch) Prozessen passen nicht zusammen.")
    }
    return saetze.joined(separator: " ")
  }

  /// The reports on files.
  private var dateien: [Pruefbericht] { berichte.filter { !$0.istProzess } }

  /// What the result means.
  var folgen: [String] {
    guard !berichte.isEmpty else { return [] }
    var saetze: [String] = []
    if fehler > 0, sindNachrichten {
      let objekt = berichte.count == 1 ? (istOrdner ? "ihn" : "sie") : "fehlerhafte Dateien"
      saetze.append("\(empfaenger) würde \(objekt) wahrscheinlich zurückweisen.")
    } else if !hatBefunde && istVollstaendig {
      saetze.append("Bei der Prüfung ist nichts aufgefallen. Sie müssen nichts ändern.")
    }
    if hatBefunde {
      let teile = [(Schwere.fehler, fehler), (.warnung, warnungen), (.hinweis, hinweise)]
        .filter { $0.1 > 0 }.map { $0.0.mitZahl($0.1) }
      saetze.append("Gefunden: \(teile.joined(separator: ", ")).")
    }
    if !istVollstaendig {
      let umfang = berichte.count == 1 ? "nicht" : "nicht bei allen Dateien"
      saetze.append(
        "Der Aufbau wurde \(umfang) mit dem amtlichen Schema verglichen. "
          + "Es kann also weitere Fehler geben.")
    }
    return saetze
  }

  /// What to do next.
  var schritte: [String] {
    if fehler > 0 {
      return [
        "Lesen Sie die Fehler. Bei jedem steht, was zu tun ist.",
        "Können Sie einen Fehler nicht selbst beheben? Dann geben Sie diesen Bericht an Ihre "
          + "IT-Stelle oder an den Hersteller Ihres Systems.",
        sindNachrichten
          ? "Erzeugen Sie die Datei neu. Prüfen Sie sie dann noch einmal."
          : "Ist der Fehler behoben? Dann prüfen Sie noch einmal.",
      ]
    }
    if warnungen > 0 {
      return [
        "Lesen Sie die Warnungen. Entscheiden Sie, ob etwas zu ändern ist.",
        "Ist alles so gewollt? Dann können Sie die Datei weitergeben.",
      ]
    }
    return ["Sie müssen nichts tun. Die Hinweise sind nur zur Kenntnis."]
  }

  /// Whether all of it is meant for somebody else, such as the archive.
  private var sindNachrichten: Bool { berichte.allSatisfy { $0.hatSchema || $0.istProzess } }

  private var istOrdner: Bool { berichte.first?.art == "ordner" }

  /// Who receives the message: the archive sends all messages but 0501, 0503 and 0505 itself.
  private var empfaenger: String {
    let anArchiv: Set = ["0501", "0503", "0505"]
    let alle = berichte.allSatisfy { $0.nachricht.map(anArchiv.contains) ?? true }
    return alle ? "Das Archiv" : "Die empfangende Stelle"
  }
}
