// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The recognised format beside the extension and beside what a message states.
extension Erkennungsgang {
  /// An extension that belongs to another format is wrong; one that belongs to none may be right.
  mutating func vergleicheEndung(_ haupt: Formatkandidat) {
    let format = haupt.format
    guard format != .unbekannt, !format.endungen.contains(endung) else { return }
    let fremd = Dateiformat.alle.first { $0.endungen.contains(endung) }
    if endung.isEmpty {
      guard !format.istHuelle else { return }
      melde(
        "FORMAT-ENDUNG", schwere: .hinweis,
        "Der Name hat keine Endung; der Inhalt ist \(haupt.anzeige).")
      return
    }
    // Texts, XML and containers carry many formats whose extensions nobody can list.
    if fremd == nil, format.istHuelle { return }
    if format == .txt, let fremd, fremd.istSchlichterText { return }
    melde(
      "FORMAT-ENDUNG", schwere: fremd == nil ? .hinweis : .warnung,
      "Die Endung ist »\(endung)«, der Inhalt ist \(haupt.anzeige); üblich ist »"
        + (format.endungen.first ?? "") + "«.")
  }

  /// Rule R58 of xdomea: the stated format fits the content.
  mutating func vergleiche(_ angabe: Formatangabe?) {
    guard let angabe, let haupt = kandidaten.first, haupt.format != .unbekannt,
      !haupt.format.codes.contains(angabe.code)
    else { return }
    if haupt.format == .pdfa, angabe.code == "018" {
      melde(
        "FORMAT-ANGABE", schwere: .hinweis,
        "Angegeben ist 018 (PDF); die Datei gibt an, \(haupt.anzeige) zu sein (Code 044).")
      return
    }
    let genannt = Dateiformat.format(code: angabe.code)
    let name = genannt?.name ?? angabe.sonstigerName ?? "Sonstiges"
    let verwandt =
      angabe.code != "044"
      && (angabe.code == "100"
        || genannt.map { g in g.endungen.contains { haupt.format.endungen.contains($0) } } ?? false
        || haupt.format == .txt && genannt?.istSchlichterText == true)
    melde(
      "FORMAT-ANGABE", schwere: verwandt ? .hinweis : .warnung,
      "Angegeben ist \(angabe.code) (\(name)), erkannt wurde \(haupt.anzeige) "
        + "(Code \(haupt.code)).")
  }
}

extension Dateiformat {
  /// Whether content of this format cannot be told from any other text.
  var istSchlichterText: Bool { self == .csv || self == .txt || self == .dtd || self == .eml }
}
