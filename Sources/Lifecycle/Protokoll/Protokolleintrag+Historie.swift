// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Protokolleintrag {
  /// The entry as xdomea writes it into an object's history (`HistorienProtokollInformation`):
  /// Akteur, DatumUhrzeit and Aktion are always filled (lebenszyklus FAKTEN 2.5).
  ///
  /// - Parameter nutzlast: The opened payload; nil if its key was destroyed.
  /// - Returns: One entry for each changed metadatum, at least one.
  public func historie(_ nutzlast: Protokollnutzlast?) -> [HistorienProtokollInformation] {
    var grund: [String] = []
    var aktion = Aktionswort.wort(art)
    if case .abgelehnt(let code) = ausgang {
      aktion = "Abgelehnt: \(aktion)"
      grund.append("Ablehnungsgrund: \(code)")
    }
    if let text = nutzlast?.grund, !text.isEmpty { grund.append(text) }
    if let zweite = nutzlast?.zweitePerson { grund.append("Zweite Person: \(zweite)") }
    if nutzlast == nil { grund.append("Die Angaben zur Person sind nicht mehr lesbar.") }
    var vorlage = HistorienProtokollInformation(
      akteur: nutzlast.map(Self.akteur) ?? "nicht mehr lesbar", datumUhrzeit: zeitpunkt,
      aktion: aktion)
    vorlage.bemerkung = grund.isEmpty ? nil : grund.joined(separator: "; ")
    let aenderungen = nutzlast?.aenderungen ?? []
    guard !aenderungen.isEmpty else { return [vorlage] }
    return aenderungen.map { aenderung in
      var eintrag = vorlage
      eintrag.metadatumName = aenderung.name
      eintrag.metadatumAlterWert = aenderung.alt
      eintrag.metadatumNeuerWert = aenderung.neu
      return eintrag
    }
  }

  private static func akteur(_ nutzlast: Protokollnutzlast) -> String {
    let name = nutzlast.akteur.isEmpty ? "unbekannt" : nutzlast.akteur
    return nutzlast.rolle.map { "\(name) (\($0))" } ?? name
  }
}
