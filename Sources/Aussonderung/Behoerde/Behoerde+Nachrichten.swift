// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Writes one part of a message about objects, checks it, and notes it; one that was written before
  /// a crash stays as it is.
  ///
  /// - Parameters:
  ///   - plan: Head, ids and names.
  ///   - teil: What is in it.
  ///   - gewaehlt: All objects that go along.
  ///   - v: The process.
  /// - Returns: The message.
  /// - Throws: ``AussonderungFehler/nachrichtUngueltig(datei:befunde:)`` and others.
  func schreibe(
    _ plan: Nachrichtenplan, _ teil: [Aussonderungseinheit], _ gewaehlt: Set<ObjektID>,
    _ v: inout Verfahren
  ) throws -> Nachrichtenvermerk {
    if let alt = v.nachricht(plan.id) { return alt }
    let datei = plan.datei(nach: v)
    let pfad = try ordner.platz(datei, v.prozess)
    let verluste = try bestand.lesend {
      var paket = try plan.paket(pfad)
      var bau = try Objektbau(bestand, plan.fassung, plan.typ, plan.kopf.prozessID, gewaehlt)
      try bau.schreibe(teil, &paket)
      return try paket.beende().verluste.eintraege.map { Uebertragungsverlust($0) }
    }
    try verlangeAusdrueckbar(verluste, pfad)
    try verkehr.pruefe(pfad)
    try ordner.merkeObjekte(teil.flatMap(\.objekte), datei, v.prozess)
    try ordner.merke(verluste, datei, v.prozess)
    return try verkehr.vermerke(plan, datei, pfad, &v, verluste: verluste)
  }
}
