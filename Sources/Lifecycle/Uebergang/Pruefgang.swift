// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// One pass through the guards of a row: knows the row, the object and the context, and makes errors.
struct Pruefgang {
  let regel: String
  let objekt: ObjektID?
  let k: Kontext

  init(_ regel: String, _ objekt: ObjektID?, _ k: Kontext) {
    self.regel = regel
    self.objekt = objekt
    self.k = k
  }

  func nein(_ grund: Ablehnungsgrund) -> LifecycleFehler {
    LifecycleFehler(regel: regel, objekt: objekt, grund: grund)
  }

  func verlange(
    _ bedingung: Bool, _ grund: @autoclosure () -> Ablehnungsgrund
  ) throws(LifecycleFehler) {
    if !bedingung { throw nein(grund()) }
  }

  func verlange(text: String) throws(LifecycleFehler) {
    try verlange(!text.istLeerraum, .begruendungFehlt)
  }

  /// Nothing is written into what is destroyed (P16).
  func nichtVernichtet(_ z: Schriftgutzustand) throws(LifecycleFehler) {
    if z.lage == .vernichtet {
      throw LifecycleFehler(regel: "P16", objekt: z.id, grund: .vernichtet)
    }
  }

  /// The actor has the Befugnis; `nachRichtlinie` is what the policy says where the matrix asks for it.
  func befugt(_ befugnis: Befugnis, nachRichtlinie: Bool = true) throws(LifecycleFehler) {
    let darf = k.akteur.rollen.contains { rolle in
      switch befugnis.erlaubnis(rolle) {
      case .ja, .zuZweit: true
      case .nachRichtlinie: nachRichtlinie
      case .nein, .vorschlag, .eigene, .lesend: false
      }
    }
    try verlange(darf, .nichtBefugt(befugnis))
  }

  /// A second, other person with one of the roles takes part.
  func zweitePerson(_ rollen: Rolle...) throws(LifecycleFehler) {
    guard let zweite = k.zweitePerson, zweite.istAndere(als: k.akteur),
      zweite.rollen.contains(where: rollen.contains)
    else { throw nein(.vierAugenFehlt) }
  }

  /// Both roles are there, in two different persons, in any order.
  func beide(_ a: Rolle, _ b: Rolle) throws(LifecycleFehler) {
    guard let zweite = k.zweitePerson, zweite.istAndere(als: k.akteur) else {
      throw nein(.vierAugenFehlt)
    }
    try verlange(
      (k.akteur.hat(a) && zweite.hat(b)) || (k.akteur.hat(b) && zweite.hat(a)), .vierAugenFehlt)
  }

  func vorfahren() throws(LifecycleFehler) -> [Schriftgutzustand] {
    guard let v = k.umfeld.vorfahren else { throw nein(.umfeldFehlt("Vorfahren")) }
    return v
  }

  func nachfahren() throws(LifecycleFehler) -> [Schriftgutzustand] {
    guard let n = k.umfeld.nachfahren else { throw nein(.umfeldFehlt("Nachfahren")) }
    return n
  }

  func dokumente() throws(LifecycleFehler) -> [Dokumentzustand] {
    guard let d = k.umfeld.dokumente else { throw nein(.umfeldFehlt("Dokumente")) }
    return d
  }

  /// Nobody else has the Kennzeichen (A01, A06).
  func kennzeichenFrei() throws(LifecycleFehler) {
    guard let vergeben = k.umfeld.kennzeichenVergeben else {
      throw nein(.umfeldFehlt("Kennzeichen"))
    }
    try verlange(!vergeben, .kennzeichenKollision)
  }

  /// Nobody refers to what is to be deleted (P11).
  func keineLoeschhindernisse() throws(LifecycleFehler) {
    guard let hindernisse = k.umfeld.loeschhindernisse else {
      throw nein(.umfeldFehlt("Löschhindernisse"))
    }
    try verlange(hindernisse.isEmpty, .fremderVerweis(hindernisse))
  }

  /// Neither the object nor one above is frozen by a request to take the file over.
  func keineAbgabe(
    _ z: Schriftgutzustand, _ vorfahren: [Schriftgutzustand]
  ) throws(LifecycleFehler) {
    try verlange(
      !z.abgabeLaufend && !vorfahren.contains(where: \.abgabeLaufend), .abgabeLaufend)
  }

  /// Holds that forbid disposal of the object as a whole: its own, those of the objects below, and
  /// those above that reach down (L01, L03, FAKTEN 2.6).
  static func gesperrte(
    _ z: Schriftgutzustand, vorfahren: [Schriftgutzustand], nachfahren: [Schriftgutzustand]
  ) -> [ObjektID] {
    var ids: [ObjektID] = z.istGesperrt ? [z.id] : []
    ids += vorfahren.filter { $0.sperren.contains { $0.umfang == .teilbaum } }.map(\.id)
    ids += nachfahren.filter(\.istGesperrt).map(\.id)
    return ids
  }

  func nichtGesperrt(_ z: Schriftgutzustand) throws(LifecycleFehler) {
    let ids = Self.gesperrte(z, vorfahren: try vorfahren(), nachfahren: try nachfahren())
    try verlange(ids.isEmpty, .gesperrt(ids))
  }
}

extension String {
  /// True if nothing but white space is in it.
  var istLeerraum: Bool { allSatisfy(\.isWhitespace) }
}
