// SPDX-License-Identifier: Apache-2.0

extension Pruefbericht {
  /// The report as text for a terminal, ending with a line break.
  ///
  /// Facts come first, then the result, then the findings by severity. Control characters in
  /// values, escape sequences included, are shown as `[U+001B]`.
  ///
  /// - Parameter farbe: Whether ANSI colours are used. The words say the same without them.
  /// - Returns: Several lines.
  public func text(farbe: Bool) -> String {
    let stift = Stift(farbe: farbe)
    var text = ""
    text.reserveCapacity(512 + befunde.count * 320)
    let kopf = [(istProzess ? "Prozess" : "Datei", datei)] + alleAngaben
    let breite = (kopf.map(\.0.sichtbar.count) + [8]).max() ?? 8
    for (name, wert) in kopf {
      text.haengeAn(name: name.sichtbar, breite: breite)
      text += "\(wert.sichtbar)\n"
    }
    text.haengeAn(name: "Ergebnis", breite: breite)
    text += "\(stift.fett(ergebnis, gueltig ? Stift.gruen : Stift.rot))\n"

    var gruppe: Schwere?
    for befund in sortiert() {
      if befund.schwere != gruppe { text += "\n" }
      gruppe = befund.schwere
      text.haengeAn(befund, stift)
    }
    haengeAusgelasseneAn(&text)
    return text
  }

  private func haengeAusgelasseneAn(_ text: inout String) {
    guard !ausgelassen.isEmpty else { return }
    text += "\n"
    for (regel, zahl) in ausgelassen.sorted(by: { Regelnummer($0.key) < Regelnummer($1.key) }) {
      text += "\(regel.sichtbar): \(zahl.mal("weiterer Befund", "weitere Befunde"))"
      text += " nicht aufgeführt.\n"
    }
  }
}

/// Writes in colour, or not.
private struct Stift {
  static let rot = "31"
  static let gruen = "32"
  static let gelb = "33"
  static let blau = "36"

  let farbe: Bool

  func fett(_ text: String, _ ton: String) -> String {
    farbe ? "\u{1B}[1;\(ton)m\(text)\u{1B}[0m" : text
  }

  func wort(_ schwere: Schwere) -> String {
    switch schwere {
    case .fehler: fett("FEHLER", Stift.rot)
    case .warnung: fett("WARNUNG", Stift.gelb)
    case .hinweis: fett("HINWEIS", Stift.blau)
    }
  }
}

extension String {
  fileprivate mutating func haengeAn(name: String, breite: Int) {
    self += "\(name):"
    self += String(repeating: " ", count: max(0, breite - name.count) + 1)
  }

  fileprivate mutating func haengeAn(_ befund: Befund, _ stift: Stift) {
    self += "\(stift.wort(befund.schwere)) \(befund.regel.sichtbar)"
    if let zeile = befund.ort.zeile { self += " Zeile \(zeile)" }
    self += "  \(befund.meldung.sichtbar)\n"
    if let datei = befund.ort.datei { self += "  Datei: \(datei.sichtbar)\n" }
    switch (befund.ort.betreff?.sichtbar, befund.ort.objekt?.sichtbar) {
    case (let betreff?, let objekt?): self += "  Objekt: \(betreff) (\(objekt))\n"
    case (let name?, nil), (nil, let name?): self += "  Objekt: \(name)\n"
    case (nil, nil): break
    }
    if !befund.abhilfe.isEmpty { self += "  Abhilfe: \(befund.abhilfe.sichtbar)\n" }
  }
}
