// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefung

extension Toolbox {
  /// The path of a file out of a folder: `..` goes up; nil if it leaves the toolbox.
  static func aufgeloest(_ ziel: String, aus pfad: String) -> String? {
    var teile = pfad.split(separator: "/").dropLast().map(String.init)
    for teil in ziel.split(separator: "/") where teil != "." {
      if teil == ".." {
        guard teile.popLast() != nil else { return nil }
      } else {
        teile.append(String(teil))
      }
    }
    return teile.joined(separator: "/")
  }

  /// Checks the catalogue and all texts, and that both agree.
  ///
  /// - Parameter stichtag: The day for »prüfen bis«; nil leaves this out.
  /// - Returns: The findings; none if all is well.
  /// - Throws: ``Lesefehler`` if there is no catalogue or it is no YAML.
  public func pruefe(stichtag: Kalendertag? = nil) throws(Lesefehler) -> [Befund] {
    let gelesen = try katalog()
    var befunde = gelesen.befunde + gelesen.katalog.pruefe(datei: "katalog.yaml")
    var texte: [String: Werkzeugtext] = [:]
    for pfad in pfade where pfad.hasSuffix(".md") {
      let liste = Befundliste(pfad)
      guard let text = text(pfad) else {
        liste.melde(Werkzeugregel.kopf, "Die Datei ist nicht in UTF-8 geschrieben.")
        befunde += liste.befunde
        continue
      }
      pruefeVerweise(pfad, text, liste)
      let name = pfad.split(separator: "/").last.map(String.init) ?? pfad
      if name.wholeMatch(of: /[A-Z]{2}-\d\d\.md/) != nil,
        let w = Werkzeugtext.lies(pfad, text, liste)
      {
        Self.pruefe(w, gelesen.katalog, stichtag, liste)
        texte[w.id] = w
      } else if pfad == "stammdaten.md" {
        _ = Werkzeugtext.lies(pfad, text, liste)
      }
      befunde += liste.befunde
    }
    let liste = Befundliste("katalog.yaml")
    for w in gelesen.katalog.werkzeuge where texte[w.id] == nil {
      liste.melde(
        Werkzeugregel.ort, "Zum Werkzeug »\(w.id)« gibt es keinen Text.", zeile: w.zeile,
        objekt: w.id)
    }
    return befunde + liste.befunde + pruefeHilfen(gelesen.katalog)
  }

  /// Each calculator and decision aid has its data, and they are complete.
  private func pruefeHilfen(_ katalog: Katalog) -> [Befund] {
    var befunde: [Befund] = []
    for w in katalog.werkzeuge where w.id.hasPrefix("KH-") || w.id.hasPrefix("EH-") {
      let ort = pfad(werkzeug: w.id).map { String($0.dropLast(2)) + "yaml" } ?? w.id
      let liste = Befundliste(ort)
      if let text = text(ort) {
        let gelesen =
          w.id.hasPrefix("KH-")
          ? Kalkulationshilfe.lies(text, liste)?.id : Entscheidungshilfe.lies(text, liste)?.id
        if let gelesen, gelesen != w.id {
          liste.melde(
            Hilferegel.form, "Die Datei nennt »\(gelesen)« statt »\(w.id)«.", objekt: w.id)
        }
      } else {
        liste.melde(Hilferegel.fehlt, "Zu »\(w.id)« fehlen die Daten.", objekt: w.id)
      }
      befunde += liste.befunde
    }
    return befunde
  }

  /// Links of Markdown to files of the toolbox; addresses in the net are not looked up.
  private func pruefeVerweise(_ pfad: String, _ text: String, _ liste: Befundliste) {
    var imBlock = false
    for (nr, zeile) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if zeile.hasPrefix("```") { imBlock.toggle() }
      guard !imBlock else { continue }
      for treffer in zeile.matches(of: /\]\(([^)\s]+)\)/) {
        let ganz = String(treffer.1)
        guard !ganz.hasPrefix("http://"), !ganz.hasPrefix("https://"), !ganz.hasPrefix("mailto:"),
          let ohneAnker = ganz.split(separator: "#", omittingEmptySubsequences: false).first,
          !ohneAnker.isEmpty
        else { continue }
        let ziel = String(ohneAnker)
        // Beside the toolbox lies the project; only its readme is linked.
        let aussen = pfad.split(separator: "/").count == 1 && ziel == "../LIESMICH.md"
        guard !aussen else { continue }
        let aufgeloest = Self.aufgeloest(ziel, aus: pfad)
        let gibtEs =
          aufgeloest.map { a in dateien[a] != nil || pfade.contains { $0.hasPrefix(a + "/") } }
          ?? false
        if !gibtEs {
          liste.melde(
            Werkzeugregel.verweis, "Der Verweis »\(ganz)« führt ins Leere.", zeile: nr + 1)
        }
      }
    }
  }

  private static func pruefe(
    _ w: Werkzeugtext, _ katalog: Katalog, _ stichtag: Kalendertag?, _ liste: Befundliste
  ) {
    func melde(_ regel: Regel, _ meldung: String) {
      liste.melde(regel, meldung, zeile: 1, objekt: w.id)
    }
    let teile = w.pfad.split(separator: "/")
    if teile.count != 3 || teile[2] != "\(w.id).md" || !teile[1].hasPrefix("\(w.id)-") {
      melde(Werkzeugregel.ort, "Der Text von »\(w.id)« liegt nicht in einem Ordner »\(w.id)-…«.")
    }
    if w.lizenz != "CC-BY-4.0" { melde(Werkzeugregel.lizenz, "Die Lizenz ist »\(w.lizenz)«.") }
    pruefeTage(w, stichtag, melde)
    for id in w.voraussetzungen + w.folgt where katalog.werkzeug(id) == nil {
      melde(Werkzeugregel.verweis, "»\(id)« in den Kopfdaten gibt es nicht.")
    }
    if w.quellen.isEmpty { melde(Werkzeugregel.kopf, "Es ist keine Quelle genannt.") }
    if !w.ausgaben.contains("html") || !w.ausgaben.contains("md") {
      melde(Werkzeugregel.kopf, "»ausgaben« nennt nicht html und md.")
    }
    guard let eintrag = katalog.werkzeug(w.id) else {
      return melde(Werkzeugregel.katalog, "»\(w.id)« steht nicht im Katalog.")
    }
    vergleiche(w, eintrag, katalog, melde)
  }

  private static func pruefeTage(
    _ w: Werkzeugtext, _ stichtag: Kalendertag?, _ melde: (Regel, String) -> Void
  ) {
    if let stand = w.stand, let bis = w.pruefenBis {
      if bis <= stand || bis.tageszahl - stand.tageszahl > 400 {
        melde(
          Werkzeugregel.tage, "»prüfen bis« \(bis.anzeige) passt nicht zum Stand \(stand.anzeige).")
      }
      if let stichtag, bis < stichtag {
        melde(Werkzeugregel.ueberfaellig, "Der Text war bis \(bis.anzeige) zu prüfen.")
      }
    }
    if let recht = w.rechtsstand, let bis = w.pruefenBis {
      if recht > bis { melde(Werkzeugregel.tage, "Der Rechtsstand liegt nach »prüfen bis«.") }
      // Law ages from the day on which it was looked up, not from that of the last change of wording.
      if bis.tageszahl - recht.tageszahl > 400 {
        melde(
          Werkzeugregel.tage,
          "»prüfen bis« \(bis.anzeige) liegt zu lange nach dem Rechtsstand \(recht.anzeige).")
      }
    }
    if let recht = w.rechtsstand, let stand = w.stand, recht > stand {
      melde(Werkzeugregel.tage, "Der Rechtsstand liegt nach dem Stand des Textes.")
    }
    if w.rechtsstand == nil,
      let stelle = w.inhalt.firstMatch(of: /(§+\s*\d+|Art(\.|ikel)\s*\d+)[^|\n]{0,40}/)
    {
      melde(Werkzeugregel.recht, "Es wird Recht genannt (»\(stelle.0)«), aber kein Rechtsstand.")
    }
  }

  private static func vergleiche(
    _ w: Werkzeugtext, _ e: Werkzeugeintrag, _ katalog: Katalog,
    _ melde: (Regel, String) -> Void
  ) {
    func gleich(_ name: String, _ a: some Equatable & Sendable, _ b: some Equatable & Sendable) {
      if "\(a)" != "\(b)" {
        melde(Werkzeugregel.katalog, "»\(name)« ist im Text \(a), im Katalog \(b).")
      }
    }
    gleich("titel", w.titel, e.titel)
    gleich("typ", w.typ, e.typ.lowercased())
    gleich("phasen", w.phasen.sorted(), e.phasen)
    gleich("hauptphase", w.phasen.first ?? -1, e.hauptphase)
    gleich("groessenklassen", w.groessenklassen.map(\.rawValue), e.gk.map(\.rawValue))
    gleich("dimensionen", w.dimensionen, e.dim)
    gleich("aufwand_min", w.aufwandMin, e.aufwandMin)
    let gefragt = katalog.fragen.filter { $0.werkzeuge.contains(w.id) }.map(\.id).sorted()
    gleich("deckt", w.deckt.sorted(), gefragt)
  }
}
