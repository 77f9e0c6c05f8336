// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
public import Pruefung

extension Beweispruefer {
  /// Checks whatever evidence lies at a path.
  ///
  /// Damaged evidence is a report with findings.
  ///
  /// - Parameters:
  ///   - pfad: The folder of an evidence, one with a hash forest, or a file with an evidence record.
  ///   - daten: What it is about; none checks only the evidence itself.
  /// - Returns: The findings; ``Nachweisregeln``.
  /// - Throws: ``NachweisFehler`` if something cannot be read.
  public func pruefe(pfad: String, daten: [String]) throws(NachweisFehler) -> Pruefbericht {
    do throws(NachweisFehler) {
      if Nachweisordner.erkannt(pfad) {
        guard daten.count <= 1 else {
          throw .stand(pfad: pfad, grund: "er handelt von einem Ordner; nennen Sie nur diesen")
        }
        return try Nachweisordner(pfad: pfad).pruefe(daten: daten.first, self)
      }
      if Hashwald.erkannt(pfad) { return try Hashwald.pruefe(pfad, werkzeug: werkzeug) }
      guard !Beweisdatei.istOrdner(pfad) else {
        throw .nichtLesbar(pfad: pfad, grund: "der Ordner enthält keinen Nachweis")
      }
      let record = try EvidenceRecord(
        der: try Beweisdatei.lies(pfad, grenze: 2 * Nachweisgrenzen.standard.beweis))
      return try pruefe(record, name: pfad, daten.map { Beweisgegenstand(datei: $0) })
    } catch {
      guard case .format = error else { throw error }
      var bericht = Pruefbericht(werkzeug: werkzeug, datei: pfad, art: "nachweis")
      bericht.melde(
        Befund(Nachweisregeln["NACHWEIS-FORM"], error.description, ort: Ort(datei: pfad)))
      return bericht
    }
  }
}
