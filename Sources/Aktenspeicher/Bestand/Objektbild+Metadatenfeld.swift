// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Lifecycle

extension Vollzugsgang {
  /// What the store has no place for must not be acknowledged and lost.
  ///
  /// - Throws: `LifecycleFehler` for a correction of such a field.
  func pruefeAblage(_ handlung: Handlung) throws {
    guard case .schriftgut(let id, _, .metadatenkorrektur(let k)) = handlung.ereignis else {
      return
    }
    let hatPlatz =
      switch k.feld {
      case .verweis, .ausleihe: false
      // Only an Akte has a place for its paper in xdomea.
      case .standort: try quelle.schriftgut(id)?.ebene.istAkte ?? false
      default: true
      }
    guard hatPlatz else {
      throw LifecycleFehler(regel: "A18", objekt: id, grund: .feldOhneAblage(k.feld))
    }
  }
}

extension Objektbild {
  /// What a metadatum says now, for a correction that names its old value (A18).
  ///
  /// - Returns: The value as ``Metadatenkorrektur`` writes it; nil if the object does not have it, or
  ///   if the field is kept elsewhere.
  public func wert(_ feld: Metadatenfeld) -> String? {
    let m = angaben.allgemeineMetadaten
    let z: Schriftgutzustand? =
      if case .schriftgut(let z) = zustand { z } else { nil }
    return switch feld {
    case .betreff: betreff
    case .geheimhaltung: m?.geheimhaltung?.grad?.wert
    case .standort: if case .akte(let akte) = angaben { akte.standort } else { nil }
    case .bewertungsvorschlag: z?.bewertungsvorschlag?.rawValue
    case .bemerkung: m?.bemerkung
    case .federfuehrung: z?.federfuehrung ?? m?.federfuehrung
    case .aktenfuehrung: m?.aktenfuehrung
    case .kennzeichen: kennzeichen
    case .zdADatum: z?.zdADatum?.text
    case .verweis, .ausleihe, .laufzeit, .dokumentdatum: nil
    }
  }
}
