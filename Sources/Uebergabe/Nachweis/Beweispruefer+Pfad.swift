// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
public import Pruefung

extension Beweispruefer {
  /// Checks whatever evidence lies at a path.
  ///
  /// Damaged evidence is a report with findings.
  ///
  /// - Parameters:
  ///   - pfad: The folder of an evidence, one with a hash forest, a file with an evidence
  ///     record, or an XAIP.
  ///   - daten: What it is about; none checks only the evidence itself. With an XAIP the evidence
  ///     records that came separately.
  /// - Returns: The findings; ``Nachweisregeln``.
  /// - Throws: ``NachweisFehler`` if something cannot be read.
  public func pruefe(pfad: String, daten: [String]) throws(NachweisFehler) -> Pruefbericht {
    // Who names a file twice means it once.
    var genannt: Set<String> = []
    let daten = daten.filter { genannt.insert($0).inserted }
    do throws(NachweisFehler) {
      if Nachweisordner.erkannt(pfad) {
        guard daten.count <= 1 else {
          throw .angabe(
            "Dieser Nachweis handelt von einem Ordner; nennen Sie mit »--daten« nur diesen.")
        }
        return try Nachweisordner(pfad: pfad).pruefe(daten: daten.first, self)
      }
      if Hashwald.erkannt(pfad) { return try Hashwald.pruefe(pfad, werkzeug: werkzeug) }
      guard !Beweisdatei.istOrdner(pfad) else {
        throw .nichtLesbar(pfad: pfad, grund: "der Ordner enthält keinen Nachweis")
      }
      let bytes = try Beweisdatei.lies(pfad, grenze: Nachweisgrenzen.standard.xaip)
      guard
        bytes.drop(while: { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }).first == 0x3C
      else {
        let record = try EvidenceRecord(der: bytes)
        return try pruefe(record, name: pfad, daten.map { Beweisgegenstand(datei: $0) })
      }
      if let der = Xaip.beweis(bytes) {
        let record = try EvidenceRecord(der: der)
        return try pruefe(record, name: pfad, daten.map { Beweisgegenstand(datei: $0) })
      }
      var beweise: [(name: String, EvidenceRecord)] = []
      for d in daten {  // what comes beside a package are its evidence records
        let bytes = try Beweisdatei.lies(d, grenze: 2 * Nachweisgrenzen.standard.beweis)
        beweise.append((d, try EvidenceRecord(der: Xaip.beweis(bytes) ?? bytes)))
      }
      return try pruefe(xaip: pfad, beweise: beweise)
    } catch {
      guard case .format = error else { throw error }
      var bericht = Pruefbericht(werkzeug: werkzeug, datei: pfad, art: "nachweis")
      bericht.melde(
        Befund(Nachweisregeln["NACHWEIS-FORM"], error.befund, ort: Ort(datei: pfad)))
      return bericht
    }
  }
}
