// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

/// What an object of a transfer is.
enum Objektart: String, Sendable {
  case akte, teilakte, vorgang, teilvorgang, dokument

  /// The word for people.
  var wort: String {
    switch self {
    case .akte: "Akte"
    case .teilakte: "Teilakte"
    case .vorgang: "Vorgang"
    case .teilvorgang: "Teilvorgang"
    case .dokument: "Dokument"
    }
  }
}

/// A file as a document names it.
struct Paketdatei {
  let name: String
  let original: String?
  let hash: Hashangabe?
}

/// A package that shall be made: what lies in it, and which part of the message.
struct Paketentwurf {
  enum Art: String {
    case akte, teilakte, vorgang, dokumente
  }

  let art: Art
  let titel: String
  let zeitraum: Zeitraum
  /// The object that gives the package its name.
  let kennung: ObjektID
  /// The Akten above, which the message shows without what lies elsewhere.
  let pfad: [ObjektID]
  /// All objects in it, each before those in it.
  var objekte: [(id: ObjektID, art: Objektart, istKontext: Bool)] = []
  var dateien: [Paketdatei] = []
  /// The parts of the message, by their places at its top.
  var auswahl: [(stelle: Int, Auszugswahl)] = []

  init(
    _ art: Art, titel: String, zeitraum: Zeitraum?, kennung: ObjektID, pfad: [ObjektID]
  ) {
    self.art = art
    self.titel = titel
    self.zeitraum = zeitraum ?? Zeitraum()
    self.kennung = kennung
    self.pfad = pfad
  }

  /// Takes in an object with all that lies in it.
  mutating func nimm(_ objekt: Schriftgutobjekt, _ art: Objektart) {
    objekt.jedesObjekt(art) { teil, art in
      objekte.append((teil.id, art, teil.istKontext))
      teil.jedeGenannteDatei { dateien.append($0) }
    }
  }
}

extension Schriftgutobjekt {
  /// Whether the object only shows where others belong.
  var istKontext: Bool {
    switch self {
    case .akte(let a): a.kontextobjekt ?? false
    case .vorgang(let v): v.kontextobjekt ?? false
    case .dokument: false
    }
  }

  /// Calls `body` for the object and all in it, each before those in it.
  func jedesObjekt(_ art: Objektart, _ body: (Schriftgutobjekt, Objektart) -> Void) {
    body(self, art)
    switch self {
    case .akte(let a):
      for d in a.dokumente { body(.dokument(d), .dokument) }
      for v in a.vorgaenge { Self.vorgang(v).jedesObjekt(.vorgang, body) }
      for t in a.teilakten { Self.akte(t).jedesObjekt(.teilakte, body) }
    case .vorgang(let v):
      for d in v.dokumente { body(.dokument(d), .dokument) }
      for t in v.teilvorgaenge { Self.vorgang(t).jedesObjekt(.teilvorgang, body) }
    case .dokument: break
    }
  }

  /// Calls `body` for the files that the object itself names.
  func jedeGenannteDatei(_ body: (Paketdatei) -> Void) {
    var kopie = self
    // The walk throws only what the closure throws.
    try? kopie.jedeEigeneDatei { _, nennung in
      body(Paketdatei(name: nennung.name, original: nennung.original, hash: nennung.hash))
    }
  }

  /// What it is at the top of a message.
  var artGanzOben: Objektart {
    switch self {
    case .akte: .akte
    case .vorgang: .vorgang
    case .dokument: .dokument
    }
  }

  /// `Akte 4711: Betreff`, as far as it is known.
  func titel(_ wort: String) -> String {
    let m: AllgemeineMetadaten? =
      switch self {
      case .akte(let a): a.allgemeineMetadaten
      case .vorgang(let v): v.allgemeineMetadaten
      case .dokument(let d): d.angaben.allgemeineMetadaten
      }
    let kennzeichen = m?.kennzeichen?.text ?? ""
    let betreff = m?.betreff ?? ""
    switch (kennzeichen.isEmpty, betreff.isEmpty) {
    case (false, false): return "\(wort) \(kennzeichen): \(betreff)"
    case (false, true): return "\(wort) \(kennzeichen)"
    case (true, false): return "\(wort): \(betreff)"
    case (true, true): return "\(wort) \(id)"
    }
  }
}
