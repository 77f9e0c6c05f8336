// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The recognition of one file: what was read, and what it seems to be.
struct Erkennungsgang {
  static let kopflaenge = 16_384

  let name: String
  /// The extension in lower case without its dot; empty for none.
  let endung: String
  let zugriff: Inhaltszugriff
  let grenzen: Formatgrenzen
  /// The first bytes.
  let kopf: [UInt8]
  private(set) var kandidaten: [Formatkandidat] = []
  private var befunde: [Befund] = []
  private(set) var istVerschluesselt = false
  var pdf: PDFAngaben?

  init(_ zugriff: Inhaltszugriff, name: String, _ grenzen: Formatgrenzen) {
    self.name = name
    self.zugriff = zugriff
    self.grenzen = grenzen
    endung = Self.endung(name)
    kopf = zugriff.bytes(ab: 0, Self.kopflaenge)
  }

  /// The extension of a path in lower case without its dot; empty for none.
  static func endung(_ name: String) -> String {
    let bytes = name.utf8
    let anfang = bytes.lastIndex(of: 0x2F).map { bytes.index(after: $0) } ?? bytes.startIndex
    let letzter = bytes[anfang...]
    guard let punkt = letzter.lastIndex(of: 0x2E), punkt > letzter.startIndex else { return "" }
    return String(name[letzter.index(after: punkt)...]).lowercased()
  }

  /// Adds a candidate; of two of the same format the surer one stays.
  mutating func nimm(
    _ format: Dateiformat, _ fassung: String?, _ sicherheit: Formatsicherheit, _ grund: String
  ) {
    let neu = Formatkandidat(
      format: format, fassung: fassung, sicherheit: sicherheit, grund: grund,
      code: format.code(endung: endung))
    if let i = kandidaten.firstIndex(where: { $0.format == format }) {
      if kandidaten[i].sicherheit < sicherheit { kandidaten[i] = neu }
    } else {
      kandidaten.append(neu)
    }
  }

  /// Adds a candidate whose version does not matter.
  mutating func nimm(_ format: Dateiformat, _ sicherheit: Formatsicherheit, _ grund: String) {
    nimm(format, nil, sicherheit, grund)
  }

  /// Adds a finding; each rule once, so that a damaged file does not fill a report.
  mutating func melde(_ regel: String, schwere: Schwere? = nil, _ meldung: String) {
    guard !befunde.contains(where: { $0.regel == regel && $0.meldung == meldung }) else { return }
    befunde.append(
      Befund(Formatregeln[regel], schwere: schwere, meldung, ort: Ort(datei: name)))
  }

  /// Notes that a key is needed.
  mutating func meldeVerschluesselt(_ meldung: String) {
    istVerschluesselt = true
    melde("FORMAT-VERSCHLUESSELT", meldung)
  }

  /// Notes that the structure has a gap.
  mutating func meldeSchaden(_ meldung: String) { melde("FORMAT-BESCHAEDIGT", meldung) }

  /// Goes through all recognisers, the surest signs first.
  mutating func erkenne() {
    guard !kopf.isEmpty else { return }
    if !erkenneBild(), !erkenneOLE2(), !erkenneZip(), !erkenneAltesBuero() { erkenneSignatur() }
    erkennePDF()
    if kandidaten.isEmpty { erkenneText() }
    if kandidaten.isEmpty {
      nimm(.unbekannt, .heuristik, "keine bekannte Signatur")
      melde("FORMAT-UNBEKANNT", "Das Format ist am Inhalt nicht zu erkennen.")
    }
  }

  /// The result, with the comparisons that need it.
  consuming func ergebnis(
    _ angegeben: Formatangabe?, pdfaVerlangt: Bool
  ) -> Formatergebnis {
    ordne()
    vergleiche(angegeben)
    if let haupt = kandidaten.first {
      vergleicheEndung(haupt)
      if kandidaten.count > 1 {
        melde(
          "FORMAT-MEHRDEUTIG",
          "Der Inhalt passt zu mehreren Formaten: "
            + kandidaten.map { "\($0.anzeige) (\($0.sicherheit.anzeige))" }
            .joined(separator: ", ") + ".")
      }
      if pdfaVerlangt, haupt.format == .pdf {
        melde("FORMAT-PDFA-FEHLT", "Die Datei gibt nicht an, PDF/A zu sein.")
      }
    } else if zugriff.groesse == 0 {
      melde("FORMAT-LEER", "Die Datei ist leer (0 Byte).")
    }
    switch zugriff.mangel {
    case .lesefehler(let grund):
      melde("FORMAT-NICHT-LESBAR", "Die Datei ist nicht lesbar: \(grund).")
    case .grenze: melde("FORMAT-GRENZE", "Die Datei wurde nur bis zu einer Grenze gelesen.")
    case .luecke:
      melde("FORMAT-GRENZE", "Von der Datei wurden nur Anfang und Ende angesehen.")
    case nil: break
    }
    return Formatergebnis(
      name: name, groesse: zugriff.groesse, kandidaten: kandidaten, pdf: pdf, befunde: befunde,
      istVerschluesselt: istVerschluesselt, urteil: nil)
  }

  /// The surest first; equally sure ones as they were found, those of the extension before others.
  private mutating func ordne() {
    let raenge = kandidaten.enumerated().map { i, k in
      (k, k.sicherheit.rawValue * 4 + (k.format.endungen.contains(endung) ? 2 : 0), i)
    }
    kandidaten = raenge.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
  }
}
