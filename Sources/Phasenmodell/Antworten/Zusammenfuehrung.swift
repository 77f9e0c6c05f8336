// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Pruefung

/// The files of several people as one (SCORING.md §5, UX.md §4).
public struct Zusammenfuehrung: Hashable, Sendable {
  /// The merged file; it holds those of the people unchanged.
  public let datei: Antwortdatei
  /// What people should know: the same person twice, different facts.
  public let befunde: [Befund]

  /// Merges files; their order does not matter.
  ///
  /// - Parameters:
  ///   - dateien: Files of single people, or merged ones.
  ///   - katalog: The catalogue.
  public init(_ dateien: [Antwortdatei], katalog: Katalog) {
    let liste = Befundliste("")
    let personen = Self.ohneDoppelte(dateien.flatMap(\.einzelne), liste)
    Self.pruefeVerwaltung(personen, katalog, liste)
    // What the group has set in a merged file stays as long as nobody joins in.
    let gesetzt = dateien.count == 1 && dateien[0].istZusammengefuehrt ? dateien[0] : nil
    let quellen = gesetzt.map { [$0] } ?? personen
    var datei = Antwortdatei(
      katalog: katalog.id, katalogversion: katalog.version,
      stammdaten: Self.stammdaten(quellen, liste), groessenklasse: nil,
      groessenklassengrund: nil,
      geltungsbereich: Self.einig(quellen.compactMap(\.geltungsbereich)),
      standort: Self.standort(quellen, liste), voll: quellen.contains(where: \.voll),
      kurz: !quellen.isEmpty && quellen.allSatisfy(\.kurz), antworten: [:],
      festlegungen: Self.festlegungen(dateien, liste), stimmen: personen, baum: .nichts)
    let gewaehlt = quellen.filter { $0.groessenklasse != nil }
    if let klasse = Self.einig(gewaehlt.compactMap(\.groessenklasse?.rawValue)) {
      datei.groessenklasse = Groessenklasse(rawValue: klasse)
      datei.groessenklassengrund = Self.einig(gewaehlt.compactMap(\.groessenklassengrund))
    }
    datei.baum = Self.baum(datei, quellen, dateien, liste)
    self.datei = datei
    befunde = liste.befunde
  }

  /// Answers of several municipalities or sizes make no common result: it is computed, but said.
  private static func pruefeVerwaltung(
    _ personen: [Antwortdatei], _ katalog: Katalog, _ liste: Befundliste
  ) {
    let namen = Set(personen.compactMap(\.kommune)).sorted()
    if namen.count > 1 {
      liste.melde(
        Antwortregel.fremdeVerwaltung,
        "Die Dateien nennen verschiedene Verwaltungen: \(namen.map { "»\($0)«" }.joined(separator: ", "))."
      )
    }
    let klassen = Set(personen.compactMap { $0.klasse(katalog) }).sorted {
      $0.rawValue < $1.rawValue
    }
    if klassen.count > 1 {
      liste.melde(
        Antwortregel.fremdeVerwaltung,
        "Die Dateien gehören zu verschiedenen Größenklassen: \(klassen.map(\.rawValue).joined(separator: ", "))."
      )
    }
  }

  /// What a person is known by: role, initials and first day (UX.md §4); nil without initials or day.
  ///
  /// Blanks around the initials do not count, and initials of blanks are none.
  private struct Person: Hashable {
    let rolle: String?
    let kuerzel: String
    let begonnen: String

    init?(_ d: Antwortdatei) {
      guard let kuerzel = d.kuerzel?.trimmed, !kuerzel.isEmpty, let begonnen = d.begonnen,
        Kalendertag(begonnen) != nil
      else { return nil }
      rolle = d.rolle.flatMap { Rolle.gibtEs($0) ? $0 : nil }
      self.kuerzel = kuerzel
      self.begonnen = begonnen
    }
  }

  /// What files are ordered by: those of one person stand together, the one changed last behind.
  private static func folge(_ d: Antwortdatei) -> (String, String, String, String) {
    (
      d.rolle.flatMap { Rolle.gibtEs($0) ? $0 : nil } ?? "", d.kuerzel?.trimmed ?? "",
      d.begonnen ?? "", d.letzterTag ?? ""
    )
  }

  /// One file per person, in an order that does not depend on that of the files.
  private static func ohneDoppelte(
    _ dateien: [Antwortdatei], _ liste: Befundliste
  ) -> [Antwortdatei] {
    let geordnet = dateien.map { (schluessel: $0.baum.json, datei: $0) }
      .sorted { a, b in
        let (x, y) = (a.datei, b.datei)
        let (p, q) = (folge(x), folge(y))
        return (p.0, p.1, p.2, p.3, a.schluessel) < (q.0, q.1, q.2, q.3, b.schluessel)
      }
    var ergebnis: [(schluessel: String, datei: Antwortdatei)] = []
    for neu in geordnet {
      let d = neu.datei
      let gleiche = ergebnis.lastIndex { alt in
        alt.schluessel == neu.schluessel
          || Person(d).map { $0 == Person(alt.datei) } ?? false
      }
      guard let gleiche else {
        meldeOhneKuerzel(d, ergebnis.map(\.datei), liste)
        ergebnis.append(neu)
        continue
      }
      // The order puts the one changed last behind.
      if ergebnis[gleiche].schluessel != neu.schluessel {
        meldeDoppelt(ergebnis[gleiche].datei, d, liste)
      }
      ergebnis[gleiche] = neu
    }
    return ergebnis.map(\.datei)
  }

  /// Two files of the same role and both without initials may be of one person: nobody can tell.
  private static func meldeOhneKuerzel(
    _ neu: Antwortdatei, _ bisher: [Antwortdatei], _ liste: Befundliste
  ) {
    func ohne(_ d: Antwortdatei) -> Bool { d.kuerzel?.trimmed.isEmpty ?? true }
    guard ohne(neu), bisher.count(where: { ohne($0) && $0.rolle == neu.rolle }) == 1 else { return }
    let rolle = neu.rolle.map { "die Rolle »\(Rolle.anzeige($0))«" } ?? "keine Rolle"
    liste.melde(
      Antwortregel.ohneKuerzel, "Mehrere Dateien haben \(rolle) und kein Kürzel.")
  }

  /// Two files of one person: the later one counts; of two of the same day nobody knows which.
  private static func meldeDoppelt(
    _ alt: Antwortdatei, _ neu: Antwortdatei, _ liste: Befundliste
  ) {
    let fragen = Set(alt.antworten.keys).union(neu.antworten.keys)
      .filter { alt.antworten[$0] != neu.antworten[$0] }.sorted()
    let liste8 =
      "Verschieden beantwortet: \(fragen.prefix(8).joined(separator: ", "))\(fragen.count > 8 ? " und \(fragen.count - 8) weitere" : "")."
    let wer =
      "Von \(neu.kuerzel?.trimmed ?? "") (\(neu.rolle.map(Rolle.anzeige) ?? "ohne Rolle")), begonnen \(neu.begonnen.map(tag) ?? ""), gibt es zwei Dateien"
    guard alt.letzterTag == neu.letzterTag else {
      let stand = neu.letzterTag.map { ", die vom \(tag($0)) zählt" } ?? ""
      return liste.melde(
        Antwortregel.doppelt, wer + stand + "." + (fragen.isEmpty ? "" : " " + liste8))
    }
    let worin = fragen.isEmpty ? "Die Antworten sind gleich, andere Angaben nicht." : liste8
    liste.melde(
      Antwortregel.strittigDoppelt,
      "\(wer) vom selben Tag mit verschiedenem Inhalt; welche gilt, ist nicht zu erkennen, gezählt ist eine. \(worin)"
    )
  }

  /// A day for people; what is none as it is.
  private static func tag(_ text: String) -> String { Kalendertag(text)?.anzeige ?? text }

  private static func einig(_ werte: [String]) -> String? {
    Set(werte).count == 1 ? werte.first : nil
  }

  /// Of each fact what most people say; of equal numbers the first by its text.
  private static func stammdaten(
    _ personen: [Antwortdatei], _ liste: Befundliste
  ) -> [String: String] {
    var ergebnis: [String: String] = [:]
    for name in Set(personen.flatMap(\.stammdaten.keys)).sorted() {
      let zahl = Dictionary(grouping: personen.compactMap { $0.stammdaten[name] }, by: \.self)
        .mapValues(\.count)
      let folge = zahl.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      ergebnis[name] = folge.first?.key
      if folge.count > 1 {
        liste.melde(
          Antwortregel.verschieden,
          "Zu \(name) gibt es verschiedene Angaben: \(folge.map(\.key).joined(separator: ", ")); es zählt die erste.",
          objekt: name)
      }
    }
    return ergebnis
  }

  /// The lower median of the positions: cautious, as with answers.
  private static func standort(_ personen: [Antwortdatei], _ liste: Befundliste) -> Int? {
    let werte = personen.compactMap(\.standort).sorted()
    guard !werte.isEmpty else { return nil }
    let wert = werte[(werte.count - 1) / 2]
    if werte.first != werte.last {
      liste.melde(
        Antwortregel.verschieden,
        "Als Standort ist Verschiedenes angegeben (\(werte.map(String.init).joined(separator: ", "))); es zählt \(wert).",
        abhilfe:
          "Einigen Sie sich und nennen Sie --standort, oder ändern Sie ihn in der gemeinsamen Datei im Selbstcheck."
      )
    }
    return wert
  }

  /// Of each question the decision made last.
  private static func festlegungen(
    _ dateien: [Antwortdatei], _ liste: Befundliste
  ) -> [String: Festlegung] {
    var verschieden: Set<String> = []
    var ergebnis: [String: Festlegung] = [:]
    for datei in dateien {
      for (frage, neu) in datei.festlegungen {
        guard let alt = ergebnis[frage] else {
          ergebnis[frage] = neu
          continue
        }
        if alt != neu { verschieden.insert(frage) }
        if (alt.am, "\(alt)") < (neu.am, "\(neu)") { ergebnis[frage] = neu }
      }
    }
    for frage in verschieden.sorted() {
      let gilt = ergebnis[frage].map { "; es zählt die vom \(tag($0.am))" } ?? ""
      liste.melde(
        Antwortregel.verschieden, "Zu \(frage) gibt es verschiedene Festlegungen\(gilt).",
        abhilfe:
          "Stimmt das nicht, tragen Sie die richtige im Selbstcheck unter »Zusammenführen« ein.",
        objekt: frage)
    }
    return ergebnis
  }

  /// The merged file as it is written; decisions stay as they were read.
  private static func baum(
    _ datei: Antwortdatei, _ fakten: [Antwortdatei], _ quellen: [Antwortdatei],
    _ liste: Befundliste
  ) -> Baum {
    var festlegungen: [Baum.Eintrag] = []
    for (frage, gewaehlt) in datei.festlegungen.sorted(by: { $0.key < $1.key }) {
      let quelle = quellen.first { $0.festlegungen[frage] == gewaehlt }
      if let baum = quelle?.baum["festlegungen"]?[frage] {
        festlegungen.append(Baum.Eintrag(frage, Baum.Ast(baum)))
      }
    }
    // Decisions on questions that this catalogue does not know are kept too.
    var bekannt = Set(festlegungen.map(\.name))
    for quelle in quellen.sorted(by: { $0.baum.json < $1.baum.json }) {
      guard case .objekt(let alle)? = quelle.baum["festlegungen"] else { continue }
      festlegungen += alle.filter { bekannt.insert($0.name).inserted }
    }
    return .objekt([
      "format": .text(Antwortdatei.format), "version": .ganz(1),
      "katalog": .objekt(["id": .text(datei.katalog), "version": .text(datei.katalogversion)]),
      "stammdaten": .objekt(
        datei.stammdaten.sorted { $0.key < $1.key }.map {
          Baum.Eintrag($0.key, Baum.Ast(geschrieben($0.key, $0.value, fakten)))
        }),
      "kommune": kommune(fakten).map(Baum.text),
      "groessenklasse": (datei.groessenklasse?.rawValue).map(Baum.text),
      "groessenklasse_grund": datei.groessenklassengrund.map(Baum.text),
      "geltungsbereich": datei.geltungsbereich.map(Baum.text),
      "standort": datei.standort.map(Baum.ganz),
      "umfang": datei.voll ? .text("voll") : datei.kurz ? .text("kurz") : nil,
      "festlegungen": .objekt(festlegungen),
      "massnahmen": haeufigste("massnahmen", quellen, liste),
      "rechnungen": haeufigste("rechnungen", quellen, nil),
      "stimmen": .liste(datei.stimmen.map { Baum.Ast($0.baum) }),
    ])
  }

  /// A fact as the first file wrote it that has this value: a number stays a number.
  private static func geschrieben(
    _ name: String, _ wert: String, _ personen: [Antwortdatei]
  ) -> Baum {
    let formen = personen.filter { $0.stammdaten[name] == wert }
      .compactMap { $0.baum["stammdaten"]?[name] }
    return formen.min { $0.json < $1.json } ?? .text(wert)
  }

  /// The name of the municipality that most people wrote; of equal numbers the first by its text.
  private static func kommune(_ personen: [Antwortdatei]) -> String? {
    let namen = personen.compactMap(\.kommune)
    let zahl = Dictionary(grouping: namen, by: \.self).mapValues(\.count)
    return zahl.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }

  /// Of each key the value that most files have; of equal numbers the first by its text.
  ///
  /// Nil without any.
  private static func haeufigste(
    _ feld: String, _ quellen: [Antwortdatei], _ liste: Befundliste?
  ) -> Baum? {
    var werte: [String: [String: (zahl: Int, baum: Baum)]] = [:]
    for quelle in quellen {
      guard case .objekt(let eintraege)? = quelle.baum[feld] else { continue }
      for e in eintraege {
        werte[e.name, default: [:]][e.ast.baum.json, default: (0, e.ast.baum)].zahl += 1
      }
    }
    guard !werte.isEmpty else { return nil }
    return .objekt(
      werte.sorted { $0.key < $1.key }.compactMap { name, stimmen in
        if stimmen.count > 1 {
          liste?.melde(
            Antwortregel.verschieden,
            "Zur Maßnahme \(name.prefix(40)) ist Verschiedenes vermerkt; es zählt, was die meisten geschrieben haben.",
            abhilfe:
              "Stimmt das nicht, ändern Sie Person und Tag im Selbstcheck unter »Maßnahmen«.",
            objekt: String(name.prefix(40)))
        }
        return stimmen.min { (-$0.value.zahl, $0.key) < (-$1.value.zahl, $1.key) }
          .map { Baum.Eintrag(name, Baum.Ast($0.value.baum)) }
      })
  }
}
