// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Writes the parts of a message about objects, checks them, and notes them; parts that were
  /// written before a crash stay as they are.
  ///
  /// - Returns: The parts, in order.
  /// - Throws: ``AussonderungFehler/nachrichtUngueltig(datei:befunde:)`` and others.
  func schreibeTeile(
    _ typ: Nachrichtentyp, _ gewaehlt: Set<ObjektID>, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> [Nachrichtenvermerk] {
    let grenzen = v.vereinbarung.teilgrenzen
    let einheiten = try Aussonderungseinheit.einheiten(gewaehlt, bestand)
    let istAngebot = typ == .anbieteverzeichnis
    // Up to 3.1 a process has one 0501, however long it is; it carries no files.
    let teile =
      istAngebot && v.vereinbarung.fassung < .v400
      ? [einheiten] : Aussonderungseinheit.teile(einheiten, grenzen, ohneDateien: istAngebot)
    var vermerke: [Nachrichtenvermerk] = []
    for (i, teil) in teile.enumerated() {
      let plan = try Nachrichtenplan(typ, i + 1, von: teile.count, v, wer)
      vermerke.append(try schreibe(plan, teil, gewaehlt, &v))
    }
    return vermerke
  }

  /// Writes one part if it is not there yet.
  func schreibe(
    _ plan: Nachrichtenplan, _ teil: [Aussonderungseinheit], _ gewaehlt: Set<ObjektID>,
    _ v: inout Verfahren
  ) throws -> Nachrichtenvermerk {
    if let alt = v.nachricht(plan.id) { return alt }
    let datei = plan.datei(nach: v)
    let pfad = try ordner.platz(datei, v.prozess)
    var paket = try plan.paket(pfad)
    var bau = try Objektbau(bestand, plan.fassung, plan.typ, plan.kopf.prozessID, gewaehlt)
    try bau.schreibe(teil, &paket)
    _ = try paket.beende()
    try verkehr.pruefe(pfad)
    try ordner.merkeObjekte(teil.flatMap(\.objekte), datei, v.prozess)
    return try verkehr.vermerke(plan, datei, pfad, &v)
  }
}
