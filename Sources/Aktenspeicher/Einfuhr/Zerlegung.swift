// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// Takes a top-level object apart: one line for each object in it, each before what lies in it.
///
/// A Dokument without any file is no object of the life cycle, which needs a digest (A03); it stays
/// as a description in the metadata of the object it lies in.
struct Zerlegung {
  /// Makes the ids of events.
  let ableitung: Namensableitung
  /// Which source the events belong to, for their ids; nil if the objects' own ids are made of the
  /// source, so that their place in it, which changes when something is added, says nothing.
  let raum: String?
  /// The size of a file of the source; nil if there is none.
  let groesse: (String) -> Int64?
  /// Whether files that the message names may be missing (0501).
  let dateienDuerfenFehlen: Bool
  /// The lines so far.
  private(set) var zeilen: [Einfuhrzeile] = []
  /// Descriptions without files so far.
  private(set) var beschreibungen: [(eltern: ObjektID, dokument: Dokument)] = []

  init(
    _ ableitung: Namensableitung, raum: String?, dateienDuerfenFehlen: Bool,
    groesse: @escaping (String) -> Int64?
  ) {
    self.ableitung = ableitung
    self.raum = raum
    self.dateienDuerfenFehlen = dateienDuerfenFehlen
    self.groesse = groesse
  }

  /// Takes `objekt` apart, which lies in `eltern`; `ort` tells its place in the source.
  mutating func zerlege(
    _ objekt: Schriftgutobjekt, in eltern: ObjektID?, ort: String, teil: Bool = false
  ) throws {
    switch objekt {
    case .akte(let a):
      var rest = a
      rest.vorgaenge = []
      rest.teilakten = []
      rest.dokumente = try beschreibungen(a.dokumente, in: a.id)
      try merke(.akte(rest), teil ? .teilakte : .akte, eltern, ort)
      try zerlege(a.dokumente, in: a.id, ort)
      for (i, v) in a.vorgaenge.enumerated() {
        try zerlege(.vorgang(v), in: a.id, ort: "\(ort)/v\(i)")
      }
      for (i, t) in a.teilakten.enumerated() {
        try zerlege(.akte(t), in: a.id, ort: "\(ort)/t\(i)", teil: true)
      }
    case .vorgang(let v):
      var rest = v
      rest.teilvorgaenge = []
      rest.dokumente = try beschreibungen(v.dokumente, in: v.id)
      try merke(.vorgang(rest), teil ? .teilvorgang : .vorgang, eltern, ort)
      try zerlege(v.dokumente, in: v.id, ort)
      for (i, t) in v.teilvorgaenge.enumerated() {
        try zerlege(.vorgang(t), in: v.id, ort: "\(ort)/t\(i)", teil: true)
      }
    case .dokument: try merke(objekt, .dokument, eltern, ort)
    }
  }

  private mutating func zerlege(
    _ dokumente: [Dokument], in eltern: ObjektID, _ ort: String
  ) throws {
    for (i, d) in dokumente.enumerated() where try hatDatei(d) {
      try merke(.dokument(d), .dokument, eltern, "\(ort)/d\(i)")
    }
  }

  /// The documents without files, and between them a mark for each that becomes a line, so that the
  /// order is known; empty if all become lines.
  private mutating func beschreibungen(
    _ dokumente: [Dokument], in eltern: ObjektID
  ) throws -> [Dokument] {
    let mitDatei = try dokumente.map(hatDatei)
    guard mitDatei.contains(false) else { return [] }
    for (d, mit) in zip(dokumente, mitDatei) where !mit { beschreibungen.append((eltern, d)) }
    guard mitDatei.contains(true) else { return dokumente }
    return zip(dokumente, mitDatei).map { d, mit in mit ? d.marke : d }
  }

  private func hatDatei(_ d: Dokument) throws -> Bool {
    var namen = 0
    var vorhanden = 0
    var objekt = Schriftgutobjekt.dokument(d)
    try objekt.jedeEigeneDatei { _, nennung in
      namen += 1
      if groesse(nennung.name) != nil { vorhanden += 1 }
    }
    return namen > 0 && (vorhanden == namen || !dateienDuerfenFehlen)
  }

  private mutating func merke(
    _ objekt: Schriftgutobjekt, _ ebene: Objektebene, _ eltern: ObjektID?, _ ort: String
  ) throws {
    let ereignis = ableitung.kennung(
      "uebernahme", (raum.map { $0 + ort + "\u{0}" } ?? "") + objekt.id.text, Ereignisbezug.self)
    var zeile = Einfuhrzeile(ebene: ebene, objekt: objekt, eltern: eltern, ereignis: ereignis)
    var gesehen: Set<String> = []
    try zeile.objekt.jedeEigeneDatei { _, nennung in
      guard gesehen.insert(nennung.name).inserted else { return }
      zeile.dateinamen.append(nennung.name)
      zeile.dateibytes += groesse(nennung.name) ?? 0
    }
    if objekt.id.istLeer {
      zeile.mangel = (
        "Das Objekt hat in der Quelle keine gültige UUID. Lassen Sie die Quelle berichtigen.",
        .idFehlt
      )
    }
    zeilen.append(zeile)
  }
}

extension Dokument {
  /// Stands for a Dokument that is a row of its own.
  var marke: Dokument { Dokument(Identifikation(id)) }
}
