// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import Xdomea

extension Berichtskopf {
  static let nachrichtenform = Tabellenform(
    klasse: "nachrichten",
    spalten: [
      .init(name: "Nachricht", breite: 12), .init(name: "Teil", breite: 8),
      .init(name: "Zeit", breite: 16), .init(name: "Von", breite: 18),
      .init(name: "Datei und Kennung", breite: 23), .init(name: "Prüfsumme", breite: 23),
    ])

  /// Who with whom, for the line under the title.
  var untertitel: String { "\(behoerde) → \(archiv)" }

  /// Name and value of everything that the head says, with more at the end.
  func angaben(_ taetigkeit: String, _ weitere: [(String, String?)]) -> [(String, String?)] {
    var zeilen: [(String, String?)] = [
      ("Behörde", behoerde), ("Archiv", archiv), ("Prozess", prozess.text),
    ]
    if !weitereProzesse.isEmpty {
      zeilen.append(("Weitere Prozesse", weitereProzesse.map(\.text).joined(separator: ", ")))
    }
    if let art { zeilen.append(("Verfahren", art.anzeige)) }
    if let fassung { zeilen.append(("Fassung von xdomea", fassung.rawValue)) }
    return zeilen + [("\(taetigkeit) am", zeitpunkt?.inBerlin), ("\(taetigkeit) durch", durch)]
      + weitere
  }

  /// The messages with their digests.
  func schreibeNachrichten(_ seite: Seitenschreiber) throws {
    guard !nachrichten.isEmpty else { return }
    seite.erklaere(.prozess, .nachricht, .pruefsumme)
    try seite.abschnitt("Die Nachrichten dazu", "nachrichten") {
      try seite.tabelle(Self.nachrichtenform, "Ausgetauschte Dateien mit ihren Prüfsummen") {
        for n in nachrichten {
          try seite.zeile(n.typ.rawValue, klasse: "") {
            seite.zelle("\(n.teil) von \(n.gesamt)")
            seite.zelle(n.zeitpunkt?.inBerlin)
            seite.zelle(n.von)
            seite.zelle(n.datei, klein: n.id.map { ["Kennung \($0.text)"] } ?? [])
            seite.zelle(
              n.pruefsumme?.verfahren.rawValue, klein: n.pruefsumme.map { [$0.hex] } ?? [])
          }
        }
      }
    }
  }

  /// The keys of `kopf`.
  func schreibe(_ json: JSONStrom) throws {
    try json.objekt("kopf") {
      json.text("prozess", prozess.text)
      if !weitereProzesse.isEmpty {
        try json.liste("weitereProzesse") {
          for p in weitereProzesse { try json.roh(Array("\"\(p.text)\"".utf8)) }
        }
      }
      json.text("art", art?.rawValue)
      json.text("fassung", fassung?.rawValue)
      json.text("behoerde", behoerde)
      json.text("archiv", archiv)
      json.text("durch", durch)
      json.text("zeitpunkt", zeitpunkt?.text)
      try json.liste("nachrichten") {
        for n in nachrichten {
          try json.objekt {
            json.text("typ", n.typ.rawValue)
            json.text("id", n.id?.text)
            json.zahl("teil", n.teil)
            json.zahl("gesamt", n.gesamt)
            json.text("datei", n.datei)
            json.text("verfahren", n.pruefsumme?.verfahren.rawValue)
            json.text("pruefsumme", n.pruefsumme?.hex)
            json.text("zeitpunkt", n.zeitpunkt?.text)
            json.text("von", n.von)
          }
        }
      }
    }
  }
}
