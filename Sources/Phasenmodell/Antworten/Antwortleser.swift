// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Pruefung

/// Reads answer files that anybody may have written.
///
/// Only a file that is no answer file is refused. A single faulty answer is a finding and counts as
/// open; what is unknown stays in ``Antwortdatei/baum``.
public struct Antwortleser: Sendable {
  /// The largest file in bytes.
  public static let groessteDatei = JSONLeser.groessteDatei

  /// How many findings a file may have one by one; the rest is counted.
  public static let meisteBefunde = 49

  /// What was read, and what is wrong with it.
  public struct Ergebnis: Sendable {
    /// The file.
    public let datei: Antwortdatei
    /// The findings in the order of the file.
    public let befunde: [Befund]
  }

  /// The catalogue whose questions are answered.
  public let katalog: Katalog

  /// A reader for a catalogue.
  public init(_ katalog: Katalog) { self.katalog = katalog }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - datei: Its name for the findings.
  /// - Returns: The answers with the findings.
  /// - Throws: ``Lesefehler`` if it is no JSON, too large, or no answer file to this catalogue.
  public func lies(_ bytes: [UInt8], datei: String) throws(Lesefehler) -> Ergebnis {
    let ast = try JSONLeser.lies(bytes)
    let liste = Befundliste(datei, hoechstens: Self.meisteBefunde)
    let antworten = try lies(ast, liste, stimme: false)
    var befunde = liste.befunde
    if liste.uebergangen > 0 {
      befunde.append(
        Befund(
          Antwortregel.weitere,
          "Dazu kommen \(Bruch(liste.uebergangen).deutsch) weitere Befunde in dieser Datei.",
          ort: Ort(datei: datei)))
    }
    return Ergebnis(datei: antworten, befunde: befunde)
  }

  private func lies(
    _ ast: Baum.Ast, _ liste: Befundliste, stimme: Bool
  ) throws(Lesefehler) -> Antwortdatei {
    try pruefeArt(ast)
    let f = Feldleser(ast, objekt: nil, liste, regel: Antwortregel.form)
    let k = f.gruppe("katalog")
    let version = k?.text("version") ?? ""
    if version != katalog.version {
      liste.melde(
        Antwortregel.fassung,
        "Die Datei gehört zu Fassung \(version) des Katalogs, dieses Programm hat \(katalog.version).",
        zeile: k?.ast.zeile)
    }
    let person = f.feld("person", pflicht: false).map { f.unter($0, "person") }
    var datei = Antwortdatei(
      katalog: katalog.id, katalogversion: version, stammdaten: stammdaten(f, liste),
      groessenklasse: groessenklasse(f), groessenklassengrund: f.text(oder: "groessenklasse_grund"),
      geltungsbereich: f.text(oder: "geltungsbereich"), standort: standort(f, liste),
      voll: f.text(oder: "umfang") == "voll", kurz: f.text(oder: "umfang") == "kurz",
      rolle: person?.text(oder: "rolle"), kuerzel: person?.text(oder: "kuerzel"),
      begonnen: f.text(oder: "begonnen"), geaendert: f.text(oder: "geaendert"),
      antworten: antworten(f, liste), festlegungen: festlegungen(f, liste), stimmen: [],
      baum: ast.baum)
    meldeGeaenderte(datei, liste, zeile: ast.zeile)
    for teil in f.liste("stimmen", pflicht: false) where !stimme {
      datei.stimmen.append(try lies(teil, liste, stimme: true))
    }
    if !stimme || !datei.stammdaten.isEmpty { pruefeGroesse(datei, liste) }
    pruefeVermerke(f, liste)
    return datei
  }

  private func pruefeArt(_ ast: Baum.Ast) throws(Lesefehler) {
    guard ast.baum["format"] == .text(Antwortdatei.format) else {
      throw Lesefehler(
        zeile: nil, grund: "Das ist keine Antwortdatei der DiVA-Toolbox.",
        abhilfe: "Wählen Sie eine Datei, die der Selbstcheck gespeichert hat (….diva.json).")
    }
    guard ast.baum["version"] == .zahl("1") else {
      throw Lesefehler(
        zeile: nil, grund: "Die Antwortdatei hat eine Form, die dieses Programm nicht kennt.",
        abhilfe: "Benutzen Sie die aktuelle Fassung des Programms.")
    }
    guard ast.baum["katalog"]?["id"] == .text(katalog.id) else {
      throw Lesefehler(
        zeile: nil, grund: "Die Antwortdatei gehört zu einem anderen Fragenkatalog.",
        abhilfe: "Dieses Programm wertet Antworten zum Katalog »\(katalog.id)« aus.")
    }
  }

  private func stammdaten(_ f: Feldleser, _ liste: Befundliste) -> [String: String] {
    guard let feld = f.feld("stammdaten", pflicht: false),
      case .objekt(let eintraege) = feld.baum
    else { return [:] }
    var werte: [String: String] = [:]
    for e in eintraege {
      guard let s = katalog.stammdaten.first(where: { $0.id == e.name }) else { continue }
      func melde(_ text: String) {
        liste.melde(
          Antwortregel.stammdatum, "\(e.name): \(text)", zeile: e.ast.zeile, objekt: e.name)
      }
      switch (s.skala, e.ast.baum) {
      case (_, .nichts), (_, .text("")): continue
      case ("ganzzahl", .zahl(let z)), ("dezimal", .zahl(let z)), ("ganzzahl", .text(let z)),
        ("dezimal", .text(let z)):
        guard let zahl = Bruch(dezimal: z), zahl >= 0, zahl <= 100_000_000,
          s.skala == "dezimal" || zahl.istGanz
        else {
          melde("»\(z.prefix(40))« ist keine passende Zahl.")
          continue
        }
        werte[e.name] = z
      case ("jaNein", .text(let t)) where ["ja", "nein"].contains(t): werte[e.name] = t
      case ("jaNein", .wahrheit(let ja)): werte[e.name] = ja ? "ja" : "nein"
      case ("auswahl", .text(let t)) where s.werte.isEmpty || s.werte.contains(t): werte[e.name] = t
      case (_, let baum): melde("Hier passt \(Self.zitat(baum)) nicht.")
      }
    }
    return werte
  }

  private static func zitat(_ baum: Baum) -> String {
    switch baum {
    case .text(let t): "»\(t.prefix(40))«"
    case .zahl(let z): z
    default: baum.art
    }
  }

  private func groessenklasse(_ f: Feldleser) -> Groessenklasse? {
    guard let text = f.text(oder: "groessenklasse") else { return nil }
    let klasse = Groessenklasse(rawValue: text)
    if klasse == nil { f.melde("Die Größenklasse »\(text.prefix(40))« gibt es nicht.") }
    return klasse
  }

  private func standort(_ f: Feldleser, _ liste: Befundliste) -> Int? {
    guard let feld = f.feld("standort", pflicht: false), feld.baum != .nichts else { return nil }
    guard let wert = Feldleser.ganz(feld.baum), (0...6).contains(wert) else {
      liste.melde(
        Antwortregel.standort, "Der Standort \(Self.zitat(feld.baum)) ist keiner von 0 bis 6.",
        zeile: feld.zeile)
      return nil
    }
    return wert
  }

  private func antworten(_ f: Feldleser, _ liste: Befundliste) -> [String: Antwort] {
    guard let feld = f.feld("antworten", pflicht: false) else { return [:] }
    guard case .objekt(let eintraege) = feld.baum else {
      f.melde("»antworten« ist \(feld.baum.art).", zeile: feld.zeile)
      return [:]
    }
    var antworten: [String: Antwort] = [:]
    for e in eintraege {
      guard let frage = katalog.frage(e.name) else {
        liste.melde(
          Antwortregel.unbekannt, "Die Frage »\(e.name.prefix(40))« gibt es hier nicht.",
          zeile: e.ast.zeile, objekt: String(e.name.prefix(40)))
        continue
      }
      guard let a = leser(e, liste), let inhalt = inhalt(a, frage, liste) else { continue }
      let (beleg, bemerkung) = (a.text(oder: "beleg"), a.text(oder: "bemerkung"))
      let rev = a.ganz(oder: "rev")
      _ = a.text(oder: "grund")
      guard istHeil(e.ast.baum, frage) else { continue }
      antworten[e.name] = Antwort(
        inhalt: inhalt, beleg: nichtLeer(beleg), bemerkung: nichtLeer(bemerkung), rev: rev)
    }
    return antworten
  }

  /// Whether what stands beside an answer is of the right kind; if not it counts as open, as the
  /// finding says.
  private func istHeil(_ baum: Baum, _ frage: Frage) -> Bool {
    let texte = ["beleg", "bemerkung", "grund"].allSatisfy { name in
      baum[name].map { $0 == .nichts || Feldleser.text($0) != nil } ?? true
    }
    return texte && (baum["rev"].map { $0 == .nichts || Feldleser.ganz($0) != nil } ?? true)
  }

  /// Names the questions that were answered or decided in another revision.
  private func meldeGeaenderte(_ datei: Antwortdatei, _ liste: Befundliste, zeile: Int) {
    let fragen = datei.geaenderteFragen(katalog)
    if !fragen.isEmpty {
      let wer = datei.kuerzel.map { "\($0.prefix(40)): " } ?? ""
      liste.melde(
        Antwortregel.geaendert,
        wer + (fragen.count == 1 ? "Eine Frage hat" : "\(fragen.count) Fragen haben")
          + " sich seit der Antwort geändert und "
          + (fragen.count == 1 ? "zählt" : "zählen") + " als offen: \(Self.aufzaehlung(fragen)).",
        zeile: zeile)
    }
    let fest = datei.festlegungen.keys.filter { id in
      katalog.frage(id).map { datei.festlegungen[id]?.gilt($0) == false } ?? false
    }.sorted()
    if !fest.isEmpty {
      liste.melde(
        Antwortregel.geaendert,
        "Seit der Festlegung geändert: \(Self.aufzaehlung(fest)). Es zählen wieder die Stimmen.",
        abhilfe: "Einigen Sie sich neu und tragen Sie die Festlegung im Selbstcheck ein.",
        zeile: zeile)
    }
  }

  /// Identifiers in a row; of very many the first.
  static func aufzaehlung(_ ids: [String]) -> String {
    ids.prefix(40).joined(separator: ", ")
      + (ids.count > 40 ? " und \(ids.count - 40) weitere" : "")
  }

  /// The reader of an answer; nil with a finding that names the question if it is none.
  private func leser(_ e: Baum.Eintrag, _ liste: Befundliste) -> Feldleser? {
    guard case .objekt = e.ast.baum else {
      liste.melde(
        Antwortregel.form,
        "\(e.name): Hier wird eine Antwort erwartet, gefunden wurde \(e.ast.baum.art).",
        zeile: e.ast.zeile, objekt: e.name)
      return nil
    }
    return Feldleser(e.ast, objekt: e.name, liste, regel: Antwortregel.form, vorsatz: "\(e.name): ")
  }

  /// The notes beside the plan: a day that is none is named, and stays in the file.
  private func pruefeVermerke(_ f: Feldleser, _ liste: Befundliste) {
    guard let feld = f.feld("massnahmen", pflicht: false), feld.baum != .nichts else { return }
    guard case .objekt(let eintraege) = feld.baum else {
      return liste.melde(
        Antwortregel.termin, "»massnahmen« ist \(feld.baum.art).", zeile: feld.zeile)
    }
    for e in eintraege {
      let name = String(e.name.prefix(40))
      func melde(_ text: String) {
        liste.melde(Antwortregel.termin, "\(name): \(text)", zeile: e.ast.zeile, objekt: name)
      }
      guard case .objekt = e.ast.baum else {
        melde("Der Vermerk ist \(e.ast.baum.art).")
        continue
      }
      switch e.ast.baum["bis"] {
      case nil, .nichts, .text(""): break
      case .text(let bis) where Kalendertag(bis) != nil: break
      case let bis?: melde("»Bis wann?« ist \(Self.zitat(bis)) und kein Tag.")
      }
      switch e.ast.baum["wer"] {
      case nil, .nichts, .text: break
      case let wer?: melde("»Wer macht es?« ist \(Self.zitat(wer)) und kein Text.")
      }
    }
  }

  private func nichtLeer(_ text: String?) -> String? {
    text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
  }

  /// What was answered; nil with a finding if it does not fit the question.
  private func inhalt(
    _ a: Feldleser, _ frage: Frage, _ liste: Befundliste, festlegung: Bool = false
  ) -> Antwort.Inhalt? {
    func melde(_ regel: Regel, _ text: String) {
      let abhilfe =
        festlegung
        ? "Diese Festlegung zählt nicht. Tragen Sie sie im Selbstcheck unter »Zusammenführen« neu ein."
        : nil
      liste.melde(
        regel, (festlegung ? "Festlegung zu " : "") + "\(frage.id): \(text)", abhilfe: abhilfe,
        zeile: a.ast.zeile, objekt: frage.id)
    }
    let baum = a.ast.baum
    let nz = baum["nz"] == .wahrheit(true)
    let wn = baum["wn"] == .wahrheit(true)
    let genannt = [nz, wn, baum["wert"] != nil, baum["zahl"] != nil].count { $0 }
    guard genannt <= 1 else {
      melde(Antwortregel.wert, "Es stehen mehrere Antworten zugleich da.")
      return nil
    }
    if wn || genannt == 0 { return .weissNicht }
    if nz {
      guard frage.nz else {
        let text = "\(frage.id): »Nicht zutreffend« ist bei dieser Frage nicht vorgesehen."
        liste.melde(
          Antwortregel.nichtZutreffend, (festlegung ? "Festlegung zu " : "") + text,
          abhilfe: festlegung
            ? "Diese Festlegung zählt nicht. Legen Sie einen Wert fest."
            : "Die Frage zählt als offen. Wählen Sie im Selbstcheck eine der anderen Antworten.",
          zeile: a.ast.zeile, objekt: frage.id)
        return nil
      }
      guard let grund = nichtLeer(a.text(oder: "grund")) else {
        melde(Antwortregel.nichtZutreffend, "Zu »nicht zutreffend« fehlt der Grund.")
        return nil
      }
      return .nichtZutreffend(grund: grund)
    }
    return frage.zahl == nil ? stufe(baum, frage, melde) : zahl(baum, melde)
  }

  private func stufe(
    _ baum: Baum, _ frage: Frage, _ melde: (Regel, String) -> Void
  ) -> Antwort.Inhalt? {
    let stufen = katalog.skalen[frage.skala]?.stufen.map(\.wert) ?? []
    if let wert = baum["wert"], let stufe = Feldleser.ganz(wert), stufen.contains(stufe) {
      return .stufe(stufe)
    }
    let gefunden = (baum["wert"] ?? baum["zahl"]).map(Self.zitat) ?? "nichts"
    let moeglich = stufen.map(String.init).joined(separator: ", ")
    melde(
      Antwortregel.wert,
      "Wert \(gefunden) ist für »\(frage.skala)« nicht erlaubt (möglich: \(moeglich)).")
    return nil
  }

  private func zahl(_ baum: Baum, _ melde: (Regel, String) -> Void) -> Antwort.Inhalt? {
    switch baum["zahl"] {
    case .text(let text), .zahl(let text):
      if let zahl = Bruch(dezimal: text) { return .zahl(zahl) }
      melde(
        Antwortregel.wert,
        "»\(text.prefix(40))« ist keine Zahl in der Form der Antwortdatei (87.5).")
    case let anderes:
      melde(
        Antwortregel.wert,
        "Hier wird eine Zahl erwartet, gefunden wurde \((anderes ?? .nichts).art).")
    }
    return nil
  }

  private func festlegungen(_ f: Feldleser, _ liste: Befundliste) -> [String: Festlegung] {
    guard let feld = f.feld("festlegungen", pflicht: false), case .objekt(let eintraege) = feld.baum
    else { return [:] }
    var festlegungen: [String: Festlegung] = [:]
    for e in eintraege {
      guard let frage = katalog.frage(e.name) else {
        liste.melde(
          Antwortregel.unbekannt, "Die Frage »\(e.name.prefix(40))« gibt es hier nicht.",
          zeile: e.ast.zeile, objekt: String(e.name.prefix(40)))
        continue
      }
      guard let g = leser(e, liste), let inhalt = inhalt(g, frage, liste, festlegung: true)
      else { continue }
      guard let wer = nichtLeer(g.text(oder: "wer")), let am = g.text(oder: "am"),
        Kalendertag(am) != nil, let grund = nichtLeer(g.text(oder: "grund"))
      else {
        liste.melde(
          Antwortregel.festlegung, "\(e.name): Der Festlegung fehlt Person, Tag oder Grund.",
          zeile: e.ast.zeile, objekt: e.name)
        continue
      }
      festlegungen[e.name] = Festlegung(
        inhalt: inhalt, wer: wer, am: am, grund: grund, rev: g.ganz(oder: "rev"))
    }
    return festlegungen
  }

  private func pruefeGroesse(_ datei: Antwortdatei, _ liste: Befundliste) {
    guard let gewaehlt = datei.groessenklasse,
      let folgt = katalog.groessenklasse(aus: datei.stammdaten), folgt != gewaehlt,
      nichtLeer(datei.groessenklassengrund) == nil
    else { return }
    liste.melde(
      Antwortregel.groesse,
      "Gewählt ist »\(gewaehlt.rawValue)«, aus den Angaben folgt »\(folgt.rawValue)«.")
  }
}
