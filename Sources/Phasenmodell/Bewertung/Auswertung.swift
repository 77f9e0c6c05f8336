// SPDX-License-Identifier: Apache-2.0

/// Where a municipality stands, what is secured and what to do next.
///
/// A pure function of catalogue and answers: no clock, no locale, whole numbers only.
public struct Auswertung: Hashable, Sendable {
  /// How much the result can be relied on (SCORING.md §6).
  public enum Aussagekraft: String, Hashable, Sendable { case hoch, mittel, gering }

  /// Why there is no result.
  public enum Hindernis: Error, Hashable, Sendable, CustomStringConvertible {
    /// Neither kind nor size of the administration is known.
    case ohneGroessenklasse
    /// The position is not known.
    case ohneStandort

    /// What is missing and what to do.
    public var description: String {
      switch self {
      case .ohneGroessenklasse:
        "Weder Art noch Größe der Verwaltung sind angegeben (SD-01 bis SD-03). Ergänzen Sie sie im "
          + "Selbstcheck oder nennen Sie --groessenklasse."
      case .ohneStandort:
        "Der Standort fehlt. Wählen Sie im Selbstcheck eine der sieben Beschreibungen oder nennen "
          + "Sie --standort."
      }
    }
  }

  /// The merged answers.
  public let datei: Antwortdatei
  /// The size class that counts.
  public let groessenklasse: Groessenklasse
  /// The size class that follows from the facts; nil if they do not say.
  public let abgeleiteteKlasse: Groessenklasse?
  /// The position.
  public let standort: Int
  /// The questions that are asked: up to one phase after the position, or all; in the Kurzcheck the
  /// short ones of all phases.
  public let fragen: [Frage]
  /// The votes by question.
  public let stimmen: [String: Stimmen]
  /// The results by phase.
  public let phasen: [Phasenergebnis]
  /// What is secured and to be caught up.
  public let stand: Stand
  /// Sums over all phases up to the position.
  public let gesamt: Kennzahlen
  /// Sums by `koennen`, `wollen`, `duerfen` over the phases up to the position.
  public let kwd: [String: Kennzahlen]
  /// How much the result can be relied on.
  public let aussagekraft: Aussagekraft
  /// Share of answered weight with evidence, in tenths of a percent; nil without answers.
  public let belegquote: Int?
  /// Share of weight on which people agree, in tenths of a percent; nil without common questions.
  public let einigkeitsquote: Int?
  /// Hints of the catalogue.
  public let hinweise: [String]
  /// All steps in order of their effect.
  public let massnahmen: [Massnahme]

  /// Must-haves that people see too differently.
  public var strittig: Set<String> { Set(stimmen.filter(\.value.strittig).keys) }

  /// What the answers count, by question.
  public var wertungen: [String: Wertung] { stimmen.mapValues(\.wertung) }

  /// Questions that are asked and were answered in another revision, in order of the catalogue.
  public var geaenderteFragen: [Frage] {
    fragen.filter { f in datei.einzelne.contains { $0.antworten[f.id]?.gilt(f) == false } }
  }

  /// The questions that people should talk about, the most important first (SCORING.md §5).
  public var gespraechsliste: [Frage] {
    fragen.filter { f in
      guard let s = stimmen[f.id], !s.festgelegt else { return false }
      return s.strittig || s.einigkeit == .unterschiedlich || s.einigkeit == .dissens
    }
    .sorted { a, b in
      let (x, y) = (stimmen[a.id]?.spannweite ?? 0, stimmen[b.id]?.spannweite ?? 0)
      return (a.ko ? 0 : 1, -x, -a.gewicht, a.id) < (b.ko ? 0 : 1, -y, -b.gewicht, b.id)
    }
  }

  /// Evaluates answers.
  ///
  /// - Parameters:
  ///   - datei: Of one person or merged.
  ///   - katalog: The catalogue.
  ///   - standort: The position; nil takes that of the file.
  ///   - groessenklasse: The size class; nil takes that of the file, or what follows from the facts.
  ///   - voll: All phases, not only up to the one after the position.
  /// - Throws: ``Hindernis`` if position or size are not known.
  public init(
    _ datei: Antwortdatei, katalog: Katalog, standort: Int? = nil,
    groessenklasse: Groessenklasse? = nil, voll: Bool = false
  ) throws(Hindernis) {
    let abgeleitet = katalog.groessenklasse(aus: datei.stammdaten)
    guard let klasse = groessenklasse ?? datei.groessenklasse ?? abgeleitet else {
      throw .ohneGroessenklasse
    }
    guard let ort = standort ?? datei.standort else { throw .ohneStandort }
    // The Kurzcheck asks of all phases (MODELL.md §4).
    let hoechste = voll || datei.voll || datei.kurz ? 6 : min(ort + 1, 6)
    let fragen = katalog.anwendbareFragen(klasse, datei.stammdaten, nurKurz: datei.kurz)
      .filter { $0.phase <= hoechste }
    let stimmen = Self.stimmen(fragen, datei, katalog)
    let wertungen = stimmen.mapValues(\.wertung)
    let strittig = Set(stimmen.filter(\.value.strittig).keys)
    let phasen = (0...hoechste).map { nr in
      Phasenergebnis(
        phase: nr, fragen: fragen.filter { $0.phase == nr }, wertungen: wertungen,
        strittig: strittig, schwellen: katalog.schwellen)
    }
    let gelebt = fragen.filter { $0.phase <= ort }
    self.datei = datei
    self.groessenklasse = klasse
    abgeleiteteKlasse = abgeleitet
    self.standort = ort
    self.fragen = fragen
    self.stimmen = stimmen
    self.phasen = phasen
    // The phase after the position is a preview and decides nothing.
    stand = Stand(
      Dictionary(
        uniqueKeysWithValues: phasen.filter { $0.phase <= ort }.map { ($0.phase, $0.status) }),
      standort: ort)
    let gesamt = Kennzahlen(gelebt, wertungen)
    self.gesamt = gesamt
    kwd = Dictionary(grouping: gelebt.filter { $0.kwd != nil }) { $0.kwd ?? "" }
      .mapValues { Kennzahlen($0, wertungen) }
    let belegt = Self.belegte(datei)
    let beantwortet = gelebt.filter { wertungen[$0.id]?.wert != nil }
    let mitBeleg = beantwortet.filter { belegt.contains($0.id) }.reduce(0) { $0 + $1.gewicht }
    belegquote = gesamt.beantwortet == 0 ? nil : Norm.rund(1_000 * mitBeleg, gesamt.beantwortet)
    aussagekraft = Self.aussagekraft(gesamt, gelebt, wertungen, belegt, datei, klasse)
    einigkeitsquote = Self.einigkeitsquote(fragen, stimmen)
    hinweise = Self.hinweise(katalog, ort, wertungen)
    massnahmen = Massnahme.liste(fragen, wertungen, standort: ort, strittig: strittig)
  }

  private static func stimmen(
    _ fragen: [Frage], _ datei: Antwortdatei, _ katalog: Katalog
  ) -> [String: Stimmen] {
    var ergebnis: [String: Stimmen] = [:]
    for f in fragen {
      let einzelne = datei.einzelne.map { person -> Wertung in
        guard let a = person.antworten[f.id], a.gilt(f) else { return .offen }
        return a.wertung(f, katalog)
      }
      let festlegung = datei.festlegungen[f.id].flatMap {
        $0.gilt(f) ? Antwort(inhalt: $0.inhalt).wertung(f, katalog) : nil
      }
      ergebnis[f.id] = Stimmen(
        einzelne, ko: f.ko, festlegung: festlegung, schwellen: katalog.schwellen)
    }
    return ergebnis
  }

  /// Questions for which somebody gave evidence with a value.
  private static func belegte(_ datei: Antwortdatei) -> Set<String> {
    var ids: Set<String> = []
    for person in datei.einzelne {
      for (id, a) in person.antworten where a.beleg != nil { ids.insert(id) }
    }
    return ids
  }

  private static func aussagekraft(
    _ gesamt: Kennzahlen, _ gelebt: [Frage], _ wertungen: [String: Wertung], _ belegt: Set<String>,
    _ datei: Antwortdatei, _ klasse: Groessenklasse
  ) -> Aussagekraft {
    guard gesamt.anwendbar > 0, gesamt.istVollstaendig(7_000) else { return .gering }
    let rollen = Set(datei.einzelne.compactMap(\.rolle))
    let genugLeute =
      klasse == .klein ? !datei.einzelne.isEmpty : datei.einzelne.count >= 3 && rollen.count >= 2
    let mussBelegt = gelebt.allSatisfy { f in
      !f.ko || wertungen[f.id] == .nichtZutreffend || belegt.contains(f.id)
    }
    return gesamt.istVollstaendig(9_000) && mussBelegt && genugLeute ? .hoch : .mittel
  }

  private static func einigkeitsquote(_ fragen: [Frage], _ stimmen: [String: Stimmen]) -> Int? {
    var gemeinsam = 0
    var einig = 0
    for f in fragen {
      guard let s = stimmen[f.id], s.werte.count + s.nichtZutreffend >= 2 else { continue }
      gemeinsam += f.gewicht
      if s.einigkeit == .einig || s.einigkeit == .nah { einig += f.gewicht }
    }
    return gemeinsam == 0 ? nil : Norm.rund(1_000 * einig, gemeinsam)
  }

  private static func hinweise(
    _ katalog: Katalog, _ standort: Int, _ wertungen: [String: Wertung]
  ) -> [String] {
    katalog.plausibilitaet.filter { regel in
      regel.bedingungen.allSatisfy { b in
        let wert = b.groesse == "standort" ? standort : wertungen[b.groesse]?.wert
        guard let wert else { return false }
        switch b.zeichen {
        case "==": return wert == b.wert
        case "<": return wert < b.wert
        case "<=": return wert <= b.wert
        case ">": return wert > b.wert
        default: return wert >= b.wert
        }
      }
    }
    .map(\.hinweis)
  }
}
