// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// What happened how often: shows that the deep states were really reached.
struct Modellstatistik: Sendable {
  var ereignisse = 0
  var angenommen: [String: Int] = [:]
  var abgelehnt: [String: Int] = [:]
  /// Refusals by the name of the reason, those of single objects of a batch included.
  var gruende: [String: Int] = [:]
  /// Objects by the state they had at the end of their world.
  var lagen: [String: Int] = [:]
  /// Breaches of ``Modellorakel/bekannt``.
  var geduldet: [String: Int] = [:]

  mutating func zaehle(_ w: Wirkungen) {
    ereignisse += 1
    if w.istLeer, w.auftraege.isEmpty {
      gruende["(ohne Wirkung)", default: 0] += 1
    } else {
      angenommen[w.regel, default: 0] += 1
    }
    for a in w.abgelehnt { zaehle(a.grund) }
  }

  mutating func zaehle(_ fehler: LifecycleFehler) {
    ereignisse += 1
    abgelehnt[fehler.regel, default: 0] += 1
    zaehle(fehler.grund)
  }

  private mutating func zaehle(_ grund: Ablehnungsgrund) {
    gruende[Self.name(grund), default: 0] += 1
  }

  mutating func nimm(_ andere: Self) {
    ereignisse += andere.ereignisse
    angenommen.merge(andere.angenommen, uniquingKeysWith: +)
    abgelehnt.merge(andere.abgelehnt, uniquingKeysWith: +)
    gruende.merge(andere.gruende, uniquingKeysWith: +)
    lagen.merge(andere.lagen, uniquingKeysWith: +)
    geduldet.merge(andere.geduldet, uniquingKeysWith: +)
  }

  /// Rows of the table that are accepted (lebenszyklus FAKTEN 2.2); A19, L03, P05, P13 and P16
  /// only refuse, P10f is the failed result of P10, E04 to E12u are some events of FAKTEN 4.
  static let annehmbar =
    [
      "A01", "A02", "A03", "A04", "A05", "A06", "A07", "G01", "G02", "G03", "G04", "G05", "G06",
      "A10", "A11", "A12", "A13", "A14", "A15", "A16", "A17", "A18", "A20", "L01", "L02", "L04",
      "P01", "P02", "P03", "P04", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "P14", "P15",
      "A30", "A31", "A32", "A33", "A34", "A35", "A36", "E04", "E05", "E06", "E09", "E12u",
    ]

  /// Rows that must have refused something.
  static let abweisend = ["A19", "P05", "P13", "P16"]

  /// Refusals that must have occurred.
  static let wichtigeGruende = [
    "einheitStillgelegt", "einheitUngueltig", "keinBlatt", "betreffLeer", "kennzeichenKollision",
    "falscheEbene", "zuTief", "kennungVergeben", "akteGeschlossen", "elternGeschlossen",
    "zielGeschlossen", "zielUnterhalb", "nichtLeer", "begruendungFehlt", "feldGesperrt",
    "hashFehlt", "dokumentGezeichnet", "ausgecheckt", "nichtAmZug", "nichtAdressat",
    "offeneMitzeichnung", "inhaltGeaendert", "keineZeichnungsbefugnis", "terminVergangen",
    "kanalFehlt", "hashAbweichung", "offenerSchritt", "offeneQualitaetssicherung",
    "offeneWiedervorlage", "kindOffen", "leer",
    "datumInZukunft", "datumVorLaufzeitende", "kaskade", "inAussonderung", "gesperrt",
    "sperreUnbekannt", "nichtBefugt", "vierAugenFehlt", "abgabeLaufend", "keineAbgabeLaufend",
    "nichtReif", "bereitsInPaket", "papierteilOffen", "schemaFehler", "fremdeNachricht",
    "idUnbekannt", "idDoppelt", "kontextobjekt", "wertUnbekannt", "widerspruch",
    "keineFristKonfiguriert", "zugangNichtNachgewiesen", "bewertungsfristLaeuft",
    "bereitsAbgegeben", "nichtArchivwuerdig", "formatNichtVereinbart", "virenpruefungFehlt",
    "idFehlt", "teilFehlt", "importFehlgeschlagen", "karenzLaeuft", "fristLaeuft",
    "dauerndAufzubewahren", "archivwuerdig", "keineEntscheidung", "genehmigungUngueltig",
    "entscheidungWartet", "eigenesEreignis",
    "katalogFehlt", "anbietungspflicht", "offeneObjekte", "vernichtet", "unbekannt",
    "falscheLage", "verkuerzungUnzulaessig", "(ohne Wirkung)",
  ]

  /// The table as text.
  var tafel: String {
    var zeilen = ["\(ereignisse) Ereignisse", "Zeile  angenommen  abgelehnt"]
    for zeile in Set(angenommen.keys).union(abgelehnt.keys).sorted() {
      zeilen.append(
        zeile.breit(5) + Self.zahl(angenommen[zeile]) + Self.zahl(abgelehnt[zeile]))
    }
    zeilen.append("Gründe: " + Self.liste(gruende))
    zeilen.append("Lagen am Ende: " + Self.liste(lagen))
    if !geduldet.isEmpty { zeilen.append("Bekannte Verstöße: " + Self.liste(geduldet)) }
    return zeilen.joined(separator: "\n")
  }

  private static func zahl(_ n: Int?) -> String {
    let s = n.map(String.init) ?? "–"
    return String(repeating: " ", count: max(1, 12 - s.count)) + s
  }

  private static func liste(_ werte: [String: Int]) -> String {
    werte.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// The name of the case without its values; a description would be too slow.
  static func name(_ grund: Ablehnungsgrund) -> String {
    einfach(grund) ?? String("\(grund)".prefix { $0 != "(" })
  }

  /// The most frequent ones.
  private static func einfach(_ grund: Ablehnungsgrund) -> String? {
    switch grund {
    case .nichtBefugt: "nichtBefugt"
    case .falscheLage: "falscheLage"
    case .akteGeschlossen: "akteGeschlossen"
    case .gesperrt: "gesperrt"
    case .nichtReif: "nichtReif"
    case .fristLaeuft: "fristLaeuft"
    case .kindOffen: "kindOffen"
    case .kaskade: "kaskade"
    case .idUnbekannt: "idUnbekannt"
    case .bereitsInPaket: "bereitsInPaket"
    case .vierAugenFehlt: "vierAugenFehlt"
    case .vernichtet: "vernichtet"
    case .widerspruch: "widerspruch"
    case .inAussonderung: "inAussonderung"
    case .abgabeLaufend: "abgabeLaufend"
    case .nichtArchivwuerdig: "nichtArchivwuerdig"
    case .keineEntscheidung: "keineEntscheidung"
    case .keineObjekte: "keineObjekte"
    case .elternGeschlossen: "elternGeschlossen"
    case .offeneObjekte: "offeneObjekte"
    case .archivwuerdig: "archivwuerdig"
    case .fremdeNachricht: "fremdeNachricht"
    case .katalogFehlt: "katalogFehlt"
    case .kennungVergeben: "kennungVergeben"
    case .betreffLeer: "betreffLeer"
    case .dauerndAufzubewahren: "dauerndAufzubewahren"
    case .keineFristKonfiguriert: "keineFristKonfiguriert"
    case .begruendungFehlt: "begruendungFehlt"
    case .schrittUnbekannt: "schrittUnbekannt"
    case .ausgecheckt: "ausgecheckt"
    default: nil
    }
  }
}

extension String {
  fileprivate func breit(_ n: Int) -> String {
    self + String(repeating: " ", count: max(0, n - count))
  }
}
