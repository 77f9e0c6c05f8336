// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// Shows where a process stands.
struct Verfahrensanzeige {
  let json: Bool

  /// The agency's side.
  ///
  /// - Parameters:
  ///   - stand: Where it stands.
  ///   - satz: What was just done; nil to show only.
  ///   - neue: Objects that were refused in what was just done.
  ///   - nennung: Names the objects.
  /// - Throws: ``Ausgabefehler``.
  func zeige(
    _ stand: Verfahrensstand, _ satz: String?, neue: [Objektablehnung], _ nennung: Nennung
  ) throws {
    let v = stand.verfahren
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("prozess", v.prozess.text)
      o.setze("seite", v.seite.rawValue)
      o.setze("art", v.art.rawValue)
      o.setze("fassung", v.vereinbarung.fassung.rawValue)
      o.setze("begonnenAm", v.begonnenAm.text)
      o.setze("paket", stand.paket?.rawValue)
      o.setze("unterbrochen", v.vorhaben != nil)
      for lage in Lage.allCases {
        if let n = stand.lagen[lage] { o.setze("objekte_\(lage.rawValue)", n) }
      }
      for b in Bewertung.allCases {
        if let n = stand.bewertungen[b] { o.setze("bewertung_\(b.rawValue)", n) }
      }
      o.setze("nachrichten", v.nachrichten.map { "\($0.typ.rawValue) \($0.stand.rawValue)" })
      o.setze("abgelehnt", neue.map { "\($0.objekt) \($0.grund)" })
      o.setze("naechstes", stand.naechstes)
      try Ausgabe.zeile(o.text)
      return
    }
    if let satz { try Ausgabe.zeile(satz) }
    try Ausgabe.zeile(
      "Prozess \(v.prozess) (\(v.art.anzeige), xdomea \(v.vereinbarung.fassung.rawValue), "
        + "begonnen am \(v.begonnenAm.anzeige))")
    if let paket = stand.paket { try Ausgabe.zeile("  Stand:       \(paket.anzeige)") }
    let lagen = Lage.allCases.compactMap { l in stand.lagen[l].map { "\($0.deutsch) \(l.anzeige)" }
    }
    if !lagen.isEmpty { try Ausgabe.zeile("  Objekte:     " + lagen.joined(separator: ", ")) }
    let werte = Bewertung.allCases.compactMap { b in
      stand.bewertungen[b].map { "\($0.deutsch) × \(b.anzeige)" }
    }
    if !werte.isEmpty { try Ausgabe.zeile("  Bewertung:   " + werte.joined(separator: ", ")) }
    try zeigeNachrichten(v)
    try zeige(abgelehnt: neue, nennung)
    for f in stand.importfehler.prefix(20) {
      try Ausgabe.zeile(
        "  Nicht übernommen: " + nennung.lesbar("\(f.objekt): \(f.grund)").sichtbar)
    }
    if let naechstes = stand.naechstes { try Ausgabe.zeile("  Nächster Schritt: \(naechstes)") }
  }

  /// Objects that were refused; as JSON they are part of a line of their own.
  func zeige(abgelehnt: [Objektablehnung], _ nennung: Nennung) throws {
    guard !abgelehnt.isEmpty else { return }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("abgelehnt", abgelehnt.map { "\($0.objekt) \($0.grund)" })
      return try Ausgabe.zeile(o.text)
    }
    for a in abgelehnt {
      try Ausgabe.zeile("  Nicht dabei: " + nennung.lesbar("\(a.objekt): \(a.text)").sichtbar)
    }
  }

  /// The messages of a process, in order.
  func zeigeNachrichten(_ v: Verfahren) throws {
    for n in v.nachrichten {
      let teil = n.gesamt > 1 ? ", Teil \(n.teil) von \(n.gesamt)" : ""
      try Ausgabe.zeile(
        "  \(n.eigene ? "→" : "←") \(n.typ.rawValue)\(teil): \(n.stand.anzeige)"
          + (n.grund.map { " (\($0))" } ?? "").sichtbar)
      if let hinweis = n.hinweis { try Ausgabe.zeile("    Hinweis: " + hinweis.sichtbar) }
    }
  }
}

extension Nachrichtenvermerk.Stand {
  /// Where the message is, for people.
  var anzeige: String {
    switch self {
    case .geschrieben: "geschrieben, noch nicht hinausgegangen"
    case .verbucht: "verbucht, noch nicht hinausgegangen"
    case .versandt: "versandt"
    case .eingegangen: "eingegangen, noch nicht verarbeitet"
    case .verarbeitet: "verarbeitet"
    case .abgelehnt: "abgelehnt"
    }
  }
}
