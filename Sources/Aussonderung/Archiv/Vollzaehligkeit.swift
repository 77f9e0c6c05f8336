// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Whether a transfer brings exactly what the archive wanted (R49, R50).
public struct Vollzaehligkeit: Hashable, Sendable {
  /// Objects that were appraised A and did not come.
  public internal(set) var fehlend: [Objekteintrag] = []
  /// Objects that came although they were V, undecided, or never offered.
  public internal(set) var ueberzaehlig: [Objekteintrag] = []

  /// True if nothing is missing and nothing too much.
  public var istVollzaehlig: Bool { fehlend.isEmpty && ueberzaehlig.isEmpty }

  /// Compares what came with what was decided.
  ///
  /// - Parameters:
  ///   - gekommen: The objects of all parts of the transfer.
  ///   - bewertet: The objects of the offer; nil in the two-step procedure, where the catalogue
  ///     decided.
  init(_ gekommen: Objektliste, gegen bewertet: Objektliste?) {
    guard let bewertet else { return }
    fehlend = bewertet.eintraege.filter {
      $0.entscheidung == .archivwuerdig && gekommen[$0.id]?.istKontext != false
    }
    ueberzaehlig = gekommen.eintraege.filter {
      !$0.istKontext && bewertet[$0.id]?.entscheidung != .archivwuerdig
    }
  }
}
