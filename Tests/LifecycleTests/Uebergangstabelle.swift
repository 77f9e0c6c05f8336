// SPDX-License-Identifier: Apache-2.0

/// The transition table (lebenszyklus FAKTEN 2.2) as data: each row with the named errors of its last
/// column.
///
/// Notes that are no refusals (a warning, an idempotent repetition, ids that stay offered)
/// are tested as effects of the allowed case.
enum Uebergangstabelle {
  static let zeilen: [String: [String]] = [
    "A01": [
      "einheitStillgelegt", "einheitUngueltig", "keinBlatt", "betreffLeer", "kennzeichenKollision",
    ],
    "A02": ["akteGeschlossen", "abgabeLaufend"],
    "A03": ["elternGeschlossen", "hashFehlt"],
    "A04": ["dokumentGezeichnet"],
    "A05": ["nichtLeer"],
    "A06": ["zielGeschlossen", "begruendungFehlt"],
    "A07": ["orgUnbekannt"],
    "G01": ["adressatUnbekannt"],
    "G02": ["nichtAmZug", "nichtAdressat"],
    "G03": ["offeneMitzeichnung", "inhaltGeaendert", "keineZeichnungsbefugnis"],
    "G04": [],
    "G05": ["terminVergangen"],
    "G06": ["kanalFehlt"],
    "A10": [
      "offenerSchritt", "offeneWiedervorlage", "ausgecheckt", "kindOffen", "leer",
      "datumInZukunft", "datumVorLaufzeitende",
    ],
    "A11": ["kindOffen"],
    "A12": ["kaskade"],
    "A13": ["inAussonderung", "begruendungFehlt"],
    "A14": ["nichtBefugt"],
    "A15": [],
    "A16": ["verkuerzungUnzulaessig"],
    "A17": ["vierAugenFehlt", "gesperrt"],
    "A18": ["feldGesperrt"],
    "A19": ["akteGeschlossen"],
    "A20": ["hashAbweichung"],
    "L01": [],
    "L02": ["sperreUnbekannt"],
    "L03": ["gesperrt"],
    "L04": [],
    "P01": ["nichtReif", "gesperrt", "bereitsInPaket"],
    "P02": ["schemaFehler"],
    "P03": ["fremdeNachricht"],
    "P04": ["idUnbekannt", "idDoppelt", "widerspruch"],
    "P05": [],
    "P06": ["keineFristKonfiguriert", "zugangNichtNachgewiesen"],
    "P07": ["bereitsAbgegeben"],
    "P08": ["hashAbweichung", "formatNichtVereinbart"],
    "P09": [],
    "P10": ["idFehlt", "teilFehlt"],
    "P10f": ["importFehlgeschlagen"],
    "P11": ["gesperrt", "karenzLaeuft"],
    "P12": ["fristLaeuft", "gesperrt", "dauerndAufzubewahren"],
    "P13": ["archivwuerdig"],
    "P14": ["genehmigungUngueltig"],
    "P15": ["katalogFehlt"],
    "P16": ["vernichtet"],
    "A30": ["anbietungspflicht"],
    "A31": ["offenerSchritt"],
    "A32": [],
    "A33": [],
    "A34": [],
    "A35": [],
    "A36": [],
  ]

  /// Rows that only ever refuse: there is no allowed case.
  static let nurVerbote = ["A19", "L03", "P13", "P16"]
}
