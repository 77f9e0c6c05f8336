// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

extension Speicher {
  /// Moves an Akte to another Aktenplaneinheit, or what lies in one to another object, and draws the
  /// Kennzeichen at the new place in the same transaction (A06).
  ///
  /// - Parameters:
  ///   - id: The object.
  ///   - eltern: The new object above; nil for an Akte.
  ///   - einheit: The new Aktenplaneinheit of an Akte; nil takes that of the new object above.
  ///   - kennzeichen: A Kennzeichen that is given; nil draws the next one. A move
  ///     that is refused uses up none.
  ///   - grund: Why.
  ///   - akteur: Who does it.
  ///   - heute: The day.
  ///   - kopf: Id and instant of the event.
  /// - Returns: The Kennzeichen, and what became of the event.
  /// - Throws: As ``legeAn(_:von:am:_:grund:)``.
  public func haengeUm(
    _ id: ObjektID, nach eltern: ObjektID?, einheit: String?, kennzeichen: Kennzeichen? = nil,
    grund: String, von akteur: Akteur, am heute: Kalendertag, _ kopf: Ereigniskopf
  ) throws -> (kennzeichen: Kennzeichen, vollzug: Vollzug) {
    let ergebnis = try mitVollzug { gang in
      try gang.haengeUm(
        id, nach: eltern, einheit: einheit, kennzeichen: kennzeichen, grund: grund, von: akteur,
        am: heute, kopf)
    }
    return (ergebnis.kennzeichen, try ergebnis.vollzug.get())
  }
}

extension Vollzugsgang {
  fileprivate func haengeUm(
    _ id: ObjektID, nach eltern: ObjektID?, einheit: String?, kennzeichen: Kennzeichen?,
    grund: String, von akteur: Akteur, am heute: Kalendertag, _ kopf: Ereigniskopf
  ) throws -> (kennzeichen: Kennzeichen, vollzug: Result<Vollzug, Vollzugsablehnung>) {
    let z = try quelle.schriftgut(id)
    var wunsch = Anlagewunsch(z?.ebene ?? .akte, id: id, betreff: "", einheit: einheit, in: eltern)
    wunsch.kennzeichen = kennzeichen
    wunsch.federfuehrung = z?.federfuehrung
    let zug = try zieheKennzeichen(wunsch, heute)
    let neues = zug.kennzeichen
    let handlung = Handlung(
      .schriftgut(
        ziel: id, in: nil,
        ereignis: .umhaengen(
          nach: Umhaengung(eltern: eltern, einheit: einheit, kennzeichen: neues, grund: grund))),
      akteur: akteur, heute: heute)
    do {
      let beilage = Beilage(grund: grund)
      return (neues, .success(try vollziehe(handlung, kopf, beilage, zug)))
    } catch let fehler as LifecycleFehler {
      let folge = try lehneAb(handlung, kopf, fehler)
      return (neues, .failure(Vollzugsablehnung(fehler: fehler, folge: folge)))
    }
  }
}
