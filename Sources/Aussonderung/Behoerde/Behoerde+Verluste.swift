// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Accepts what a message of the process cannot carry in its version, such as letters beyond the
  /// repertoire of 2.x (R66), and goes on with the step that waited for it.
  ///
  /// The report `verlustbericht-0501` or `-0503` of the process names every place.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Who accepts it.
  /// - Returns: The process.
  /// - Throws: ``AussonderungFehler/nichtsZuTun(_:)`` if nothing waits, or what the step throws.
  @discardableResult
  public func nimmVerlusteHin(_ prozess: ProzessID, _ wer: Handelnde) throws -> Verfahren {
    var v = try verfahren(prozess)
    guard let typ = v.offeneVerluste else {
      throw AussonderungFehler.nichtsZuTun(
        "Im Prozess \(v.prozess) wartet keine Nachricht darauf, dass Verluste hingenommen werden.")
    }
    v.hingenommeneVerluste =
      (v.hingenommeneVerluste ?? []) + [
        Verlusthinnahme(typ: typ, von: wer.akteur.name, zeitpunkt: wer.zeitpunkt)
      ]
    v.offeneVerluste = nil
    try ordner.schreibe(v)
    return try setzeFort(v.prozess)
  }

  /// A message that would be wrong in its version is not written (R67).
  func verlangeAusdrueckbar(_ verluste: [Uebertragungsverlust], _ pfad: String) throws {
    let saetze = verluste.filter { $0.folge == .ausgeschlossen }.map { "\($0.regel): \($0.text)" }
    guard !saetze.isEmpty else { return }
    try Dauerhaft.entferne(pfad)
    throw AussonderungFehler.nachrichtUngueltig(datei: pfad, befunde: Array(saetze.prefix(5)))
  }

  /// Tells what the parts of a message do not carry, before anything of it is booked or sent; what
  /// nobody has accepted yet stops the step here.
  ///
  /// - Throws: ``AussonderungFehler/verlusteOffen(_:anzahl:beispiel:)``; the plan stays open then.
  func verlangeHinnahme(_ teile: [Nachrichtenvermerk], _ v: inout Verfahren) throws {
    guard let typ = teile.first?.typ, teile.contains(where: { $0.verluste != nil }) else { return }
    let bericht = try verlustnachweis(teile, typ, v)
    try bericht.schreibe(in: ordner.berichte(v.prozess))
    let angenommen = (v.hingenommeneVerluste ?? []).contains { $0.typ == typ }
    let zahl = teile.reduce(0) { $0 + ($1.verluste?["R66"] ?? 0) }
    guard zahl > 0, !angenommen else { return }
    v.offeneVerluste = typ
    try ordner.schreibe(v)
    var beispiel = ""
    for teil in teile where beispiel.isEmpty {
      beispiel = try ordner.verluste(teil, in: v).first { $0.folge == .hinzunehmen }?.text ?? ""
    }
    throw AussonderungFehler.verlusteOffen(v.prozess, anzahl: zahl, beispiel: beispiel)
  }

  private func verlustnachweis(
    _ teile: [Nachrichtenvermerk], _ typ: Nachrichtentyp, _ v: Verfahren
  ) throws -> Verlustnachweis {
    let ordner = self.ordner
    var kopf = Berichtskopf(v, [], nil)
    kopf.nachrichten = teile.map {
      var angabe = Nachrichtenangabe($0)
      angabe.von = kopf.behoerde
      return angabe
    }
    return Verlustnachweis(
      kopf, typ,
      Berichtszeilen { body in
        for teil in teile { for verlust in try ordner.verluste(teil, in: v) { try body(verlust) } }
      })
  }
}
