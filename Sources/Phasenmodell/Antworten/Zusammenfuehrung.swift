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
    var datei = Antwortdatei(
      katalog: katalog.id, katalogversion: katalog.version,
      stammdaten: Self.stammdaten(personen, liste), groessenklasse: nil,
      groessenklassengrund: nil,
      geltungsbereich: Self.einig(personen.compactMap(\.geltungsbereich)),
      standort: Self.standort(personen, liste), voll: personen.contains(where: \.voll),
      kurz: !personen.isEmpty && personen.allSatisfy(\.kurz), antworten: [:],
      festlegungen: Self.festlegungen(dateien, liste), stimmen: personen, baum: .nichts)
    if personen.count == 1, let einzige = personen.first {
      datei.stammdaten = einzige.stammdaten
      datei.standort = einzige.standort
    }
    let gewaehlt = personen.filter { $0.groessenklasse != nil }
    if let klasse = Self.einig(gewaehlt.compactMap(\.groessenklasse?.rawValue)) {
      datei.groessenklasse = Groessenklasse(rawValue: klasse)
      datei.groessenklassengrund = Self.einig(gewaehlt.compactMap(\.groessenklassengrund))
    }
    datei.baum = Self.baum(datei, dateien, liste)
    self.datei = datei
    befunde = liste.befunde
  }

  /// One file per person, in an order that does not depend on that of the files.
  private static func ohneDoppelte(
    _ dateien: [Antwortdatei], _ liste: Befundliste
  ) -> [Antwortdatei] {
    let geordnet = dateien.map { (schluessel: $0.baum.json, datei: $0) }
      .sorted { a, b in
        let (x, y) = (a.datei, b.datei)
        return (x.rolle ?? "", x.kuerzel ?? "", x.begonnen ?? "", x.geaendert ?? "", a.schluessel)
          < (y.rolle ?? "", y.kuerzel ?? "", y.begonnen ?? "", y.geaendert ?? "", b.schluessel)
      }
    var ergebnis: [(schluessel: String, datei: Antwortdatei)] = []
    for neu in geordnet {
      let d = neu.datei
      let gleiche = ergebnis.lastIndex { alt in
        alt.schluessel == neu.schluessel
          || d.kuerzel != nil && d.begonnen != nil && alt.datei.kuerzel == d.kuerzel
            && alt.datei.rolle == d.rolle && alt.datei.begonnen == d.begonnen
      }
      guard let gleiche else {
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

  /// Two files of one person: the later one counts; of two of the same day nobody knows which.
  private static func meldeDoppelt(
    _ alt: Antwortdatei, _ neu: Antwortdatei, _ liste: Befundliste
  ) {
    let wer =
      "Von \(neu.kuerzel ?? "") (\(neu.rolle.map(Rolle.anzeige) ?? "ohne Rolle")), begonnen \(neu.begonnen.map(tag) ?? ""), gibt es zwei Dateien"
    guard alt.geaendert == neu.geaendert else {
      let stand = neu.geaendert.map { ", die vom \(tag($0)) zählt" } ?? ""
      return liste.melde(Antwortregel.doppelt, wer + stand + ".")
    }
    let fragen = Set(alt.antworten.keys).union(neu.antworten.keys)
      .filter { alt.antworten[$0] != neu.antworten[$0] }.sorted()
    let worin =
      fragen.isEmpty
      ? "Die Antworten sind gleich, andere Angaben nicht."
      : "Verschieden beantwortet: \(fragen.prefix(8).joined(separator: ", "))\(fragen.count > 8 ? " und \(fragen.count - 8) weitere" : "")."
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
        "Als Standort ist Verschiedenes angegeben (\(werte.map(String.init).joined(separator: ", "))); es zählt \(wert)."
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
        objekt: frage)
    }
    return ergebnis
  }

  /// The merged file as it is written; decisions stay as they were read.
  private static func baum(
    _ datei: Antwortdatei, _ quellen: [Antwortdatei], _ liste: Befundliste
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
          Baum.Eintrag($0.key, Baum.Ast(geschrieben($0.key, $0.value, datei.stimmen)))
        }),
      "kommune": kommune(datei.stimmen).map(Baum.text),
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
            objekt: String(name.prefix(40)))
        }
        return stimmen.min { (-$0.value.zahl, $0.key) < (-$1.value.zahl, $1.key) }
          .map { Baum.Eintrag(name, Baum.Ast($0.value.baum)) }
      })
  }
}
