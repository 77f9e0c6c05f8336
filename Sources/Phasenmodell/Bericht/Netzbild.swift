// SPDX-License-Identifier: Apache-2.0

/// The spider chart of the dimensions as SVG with a text alternative (UX.md §5).
///
/// No fill and at most two lines, since area and shape mislead; an axis without value is left out and
/// said to be so. Whole coordinates, so that every machine draws the same.
struct Netzbild {
  /// One line of the chart.
  struct Reihe {
    let name: String
    /// By dimension in tenths of a percent; nil where there is no value.
    let werte: [Int?]
  }

  let achsen: [String]
  let reihen: [Reihe]
  let beschreibung: String

  /// Directions of eight axes from the top, clockwise, in ten-thousandths.
  private static let richtungen = [
    (0, -10_000), (7_071, -7_071), (10_000, 0), (7_071, 7_071), (0, 10_000), (-7_071, 7_071),
    (-10_000, 0), (-7_071, -7_071),
  ]
  private static let radius = 150
  private static let mitte = (x: 250, y: 200)

  /// The place of a value on an axis.
  private static func punkt(_ achse: Int, _ zehntel: Int) -> (x: Int, y: Int) {
    let r = richtungen[achse % 8]
    return (
      mitte.x + Norm.rund(r.0 * radius * zehntel, 10_000_000),
      mitte.y + Norm.rund(r.1 * radius * zehntel, 10_000_000)
    )
  }

  /// The SVG; empty if there are not eight axes.
  func haengeAn(_ seite: inout Seite, id: String) {
    guard achsen.count == 8 else { return }
    seite.roh(
      "<svg class=\"netz\" viewBox=\"0 0 500 400\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\">\n"
    )
    seite.roh("<title id=\"\(id)-t\">Netzbild der Dimensionen</title>\n<desc id=\"\(id)-d\">")
    seite.text(beschreibung)
    seite.roh("</desc>\n")
    for ring in [250, 500, 750, 1_000] {
      let punkte = (0..<8).map { Self.punkt($0, ring) }.map { "\($0.x),\($0.y)" }
      seite.roh("<polygon class=\"ring\" points=\"\(punkte.joined(separator: " "))\"/>\n")
      let (x, y) = Self.punkt(0, ring)
      seite.roh("<text class=\"skala\" x=\"\(x + 4)\" y=\"\(y + 11)\">\(ring / 10) %</text>\n")
    }
    for (i, name) in achsen.enumerated() {
      let (x, y) = Self.punkt(i, 1_000)
      seite.roh("<line class=\"achse\" x1=\"250\" y1=\"200\" x2=\"\(x)\" y2=\"\(y)\"/>\n")
      beschrifte(&seite, i, name)
    }
    for (nr, reihe) in reihen.enumerated() { zeichne(&seite, reihe, nr) }
    seite.roh("</svg>\n")
  }

  private func beschrifte(_ seite: inout Seite, _ i: Int, _ name: String) {
    let (x, y) = Self.punkt(i, 1_120)
    let anker = [0, 4].contains(i) ? "middle" : i < 4 ? "start" : "end"
    let wert = reihen.first?.werte[i]
    seite.roh("<text class=\"name\" text-anchor=\"\(anker)\" x=\"\(x)\" y=\"\(y + 4)\">")
    seite.text("\(name) \(wert.map { Norm.anzeige($0) } ?? "entfällt")")
    seite.roh("</text>\n")
  }

  /// Lines between neighbouring axes that both have a value, and a mark at each value.
  private func zeichne(_ seite: inout Seite, _ reihe: Reihe, _ nr: Int) {
    for i in 0..<8 {
      guard let a = reihe.werte[i] else { continue }
      let p = Self.punkt(i, a)
      if let b = reihe.werte[(i + 1) % 8] {
        let q = Self.punkt((i + 1) % 8, b)
        seite.roh(
          "<line class=\"reihe\(nr)\" x1=\"\(p.x)\" y1=\"\(p.y)\" x2=\"\(q.x)\" y2=\"\(q.y)\"/>\n")
      }
      seite.roh(
        nr == 0
          ? "<circle class=\"marke0\" cx=\"\(p.x)\" cy=\"\(p.y)\" r=\"4\"/>\n"
          : "<rect class=\"marke1\" x=\"\(p.x - 4)\" y=\"\(p.y - 4)\" width=\"8\" height=\"8\"/>\n")
    }
  }
}

/// The seven phases as a bar with what each has reached; SVG with a text alternative.
struct Phasenbalken {
  let bericht: Reifegradbericht

  func haengeAn(_ seite: inout Seite) {
    let a = bericht.auswertung
    seite.roh(
      "<svg class=\"balken\" viewBox=\"0 0 700 96\" role=\"img\" aria-labelledby=\"pb-t pb-d\">\n")
    seite.roh("<title id=\"pb-t\">Die sieben Phasen</title>\n<desc id=\"pb-d\">")
    let worte = bericht.katalog.phasen.map { "\(bericht.phasenname($0.nr)): \(anzeige($0.nr))" }
    seite.text(worte.joined(separator: "; ") + ". Standort: \(bericht.phasenname(a.standort)).")
    seite.roh("</desc>\n")
    for phase in bericht.katalog.phasen {
      let x = phase.nr * 100
      let status = a.phasen.first { $0.phase == phase.nr && $0.phase <= a.standort }?.status
      let klasse = status?.rawValue ?? "ungefragt"
      seite.roh("<rect class=\"\(klasse)\" x=\"\(x + 3)\" y=\"24\" width=\"94\" height=\"44\"/>\n")
      seite.roh(
        "<text class=\"nr\" text-anchor=\"middle\" x=\"\(x + 50)\" y=\"44\">\(zeichen(status)) \(phase.nr)</text>\n"
      )
      seite.roh("<text class=\"wort\" text-anchor=\"middle\" x=\"\(x + 50)\" y=\"61\">")
      seite.text(anzeige(phase.nr))
      seite.roh("</text>\n")
      if phase.nr == a.standort {
        seite.roh(
          "<text class=\"hier\" text-anchor=\"middle\" x=\"\(x + 50)\" y=\"17\">Standort ▼</text>\n"
        )
      }
      if phase.nr == a.stand.arbeitsphase {
        seite.roh(
          "<text class=\"hier\" text-anchor=\"middle\" x=\"\(x + 50)\" y=\"88\">▲ jetzt zu tun</text>\n"
        )
      }
    }
    seite.roh("</svg>\n")
  }

  private func anzeige(_ nr: Int) -> String {
    let a = bericht.auswertung
    guard let p = a.phasen.first(where: { $0.phase == nr }) else { return "später" }
    return nr > a.standort ? "Vorschau" : p.status.anzeige
  }

  /// The shape says the same without the colour.
  private func zeichen(_ status: Phasenergebnis.Status?) -> String {
    switch status {
    case .bestanden: "✔"
    case .teilweise: "◐"
    case .offen, .nichtBewertet: "○"
    case .entfaellt: "–"
    case nil: "·"
    }
  }
}
