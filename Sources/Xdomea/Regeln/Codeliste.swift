// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A code list whose entries this suite knows, for R19.
struct Codeliste: Sendable {
  /// How a code relates to the list.
  enum Urteil {
    case passt
    case unbekannt
    /// The name belongs to another code.
    case andererName(code: String)
  }

  /// The list's name as people know it.
  let name: String
  /// The list's URI.
  let uri: String
  /// The versions with these entries.
  let versionen: Set<String>
  /// For every code the spellings of its name; the official one comes first.
  private let eintraege: [String: [String]]

  init(_ name: String, _ versionen: Set<String>, _ eintraege: [String: [String]]) {
    self.init(
      name, uri: Codebindung.xdomeaListe(name.lowercased()), versionen: versionen, eintraege)
  }

  private init(
    _ name: String, uri: String, versionen: Set<String>, _ eintraege: [String: [String]]
  ) {
    self.name = name
    self.uri = uri
    self.versionen = versionen
    self.eintraege = eintraege
  }

  /// Judges a code; a code of another list or version passes, since its entries are not known.
  func pruefe(_ code: Code) -> Urteil {
    if let u = code.listURI, !u.isEmpty, u != uri { return .passt }
    if let v = code.listVersion, !v.isEmpty, !versionen.contains(v) { return .passt }
    guard let namen = eintraege[code.wert] else { return .unbekannt }
    guard let name = code.name, name != namen.first else { return .passt }
    return vergleiche(name, code.wert, namen)
  }

  /// Names are free text: only a name that belongs to another code, and not to this one, disagrees.
  private func vergleiche(_ name: String, _ code: String, _ namen: [String]) -> Urteil {
    let form = Self.form(name)
    if form.isEmpty || namen.contains(where: { Self.form($0) == form }) { return .passt }
    let anderer = eintraege.filter { $0.key != code }
      .filter { $0.value.contains { Self.form($0) == form } }
      .map(\.key).min()
    return anderer.map { .andererName(code: $0) } ?? .passt
  }

  /// A name without case, blanks and punctuation.
  private static func form(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Codeliste {
  static let medium = Codeliste(
    "Medium", ["1.0"],
    [
      "001": [
        "Elektronisch: Das Schriftgutobjekt liegt ausschließlich in elektronischer Form vor.",
        "Elektronisch",
      ],
      "002": [
        "Hybrid: Das Schriftgutobjekt liegt teilweise in elektronischer Form und teilweise als "
          + "Papier vor.", "Hybrid",
      ],
      "003": ["Papier: Das Schriftgutobjekt liegt ausschließlich als Papier vor.", "Papier"],
    ])

  static let aussonderungsart = Codeliste(
    "Aussonderungsart", ["1.0"],
    [
      "A": ["Das Schriftgutobjekt ist archivwürdig.", "archivwürdig", "archivieren", "A"],
      "B": ["Das Schriftgutobjekt ist zum Bewerten markiert.", "bewerten", "zu bewerten", "B"],
      "V": ["Das Schriftgutobjekt ist zum Vernichten markiert.", "vernichten", "V"],
    ])

  static let bewertungsvorschlag = Codeliste(
    "Bewertungsvorschlag", ["1.0"],
    [
      "A": ["Das Schriftgutobjekt ist archivwürdig.", "archivwürdig", "archivieren", "A"],
      "V": ["Das Schriftgutobjekt ist zum Vernichten markiert.", "vernichten", "V"],
    ])

  static let schriftgutobjekttyp = Codeliste(
    "Schriftgutobjekttyp", ["1.0"], ["001": ["Akte"], "002": ["Dokument"], "003": ["Vorgang"]])

  static let strukturelementtyp = Codeliste(
    "Strukturelementtyp", ["1.0"],
    [
      "001": ["Akte"], "002": ["Teilakte"], "003": ["Vorgang"], "004": ["Teilvorgang"],
      "005": ["Sonstiges"],
    ])

  static let vertraulichkeitsstufe = Codeliste(
    "Vertraulichkeitsstufe", ["1.0"],
    [
      "001": ["Geheim: Das Schriftgutobjekt ist als geheim eingestuft.", "Geheim"],
      "002": [
        "NfD: Das Schriftgutobjekt ist als \"nur für den Dienstgebrauch (nfD)\" eingestuft.",
        "NfD", "Nur für den Dienstgebrauch", "VS-NfD",
      ],
      "003": ["Offen: Das Schriftgutobjekt ist nicht eingestuft.", "Offen"],
      "004": [
        "Streng geheim: Das Schriftgutobjekt ist als streng geheim eingestuft.", "Streng geheim",
      ],
      "005": ["Vertraulich: Das Schriftgutobjekt ist als vertraulich eingestuft.", "Vertraulich"],
    ])

  static let beteiligungsstatus = Codeliste(
    "Beteiligungsstatus", ["1.0", "1.1"],
    [
      "001": ["Der Schritt liegt in der Zukunft."], "002": ["Der Schritt ist aktuell."],
      "003": ["Der Schritt ist abgeschlossen."],
      "004": [
        "Der Schritt wurde übersprungen, jedoch nicht aus dem Geschäftsgang gelöscht. Der Schritt "
          + "wird im Verlauf des Geschäftsgangs nicht mehr angesprochen."
      ],
    ])

  static let anschriftstyp = Codeliste(
    "Anschriftstyp", ["1.0"],
    [
      "001": [
        "Aktuelle Anschrift: Die aktuelle Anschrift, z.B. einer Organisation, einer Person.",
        "Aktuelle Anschrift",
      ],
      "002": [
        "Hauptsitz: Die Anschrift ist der Hauptsitz, z.B. einer Organisation, oder der "
          + "Hauptwohnsitz einer Person.", "Hauptsitz",
      ],
      "003": [
        "Zweitsitz: Die Anschrift ist der Zweitsitz, z.B. einer Organisation, oder der "
          + "Nebenwohnsitz einer Person.", "Zweitsitz",
      ],
    ])

  /// Version 2.0 of the list is not public; its codes and names are not judged.
  static let dateiformat = Codeliste(
    "Dateiformat", ["1.0"],
    Dictionary(
      Dateiformate.eintraege.map { e in
        (e.code, ["\(e.endung) - \(e.name)", e.endung, e.name])
      } + [("100", ["Sonstiges"])], uniquingKeysWith: { erste, _ in erste }))

  /// The message types of the Aussonderung family; the others are known by their code only.
  static let nachrichtentyp = Codeliste(
    "Nachrichtentyp", ["1.0", "2.0", "3.0"],
    Dictionary(
      Nachrichtentyp.allCases.map { ($0.rawValue, namen($0)) } + andereTypen.map { ($0, []) },
      uniquingKeysWith: { erste, _ in erste }))

  /// What the lists of all versions call a message, and the same without its group.
  private static func namen(_ typ: Nachrichtentyp) -> [String] {
    var namen = [typ.langname]
    for v in XdomeaFassung.allCases {
      guard let plan = Profil.von(v).typen[typ] else { continue }
      for n in [plan.langname, plan.codename] where !namen.contains(n) { namen.append(n) }
    }
    return namen + namen.compactMap { $0.split(separator: ".").last.map(String.init) }
  }

  private static let andereTypen: [String] =
    [
      "0101", "0102", "0201", "0202", "0203", "0301", "0302", "0401", "0402", "0403", "0701",
      "0702", "0703", "0711", "0712", "0713", "0721", "0722", "0723", "0724",
    ] + (601...632).map { "0\($0)" }
}
