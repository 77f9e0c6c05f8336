// SPDX-License-Identifier: Apache-2.0

/// For every block the fields that other versions have and this one lacks.
final class Verlustplan: Sendable {
  struct Eintrag: Sendable {
    let profil: Profil
    let schritt: Schritt
    let name: String
  }

  private let eintraege: [[Eintrag]]

  /// What a block cannot carry in this version.
  func fehlend(_ plan: Plan) -> [Eintrag] { eintraege[Int(plan.rawValue)] }

  private init(_ version: XdomeaFassung) {
    let eigenes = Profil.von(version)
    // Newer versions first, so that an element gets its current name.
    let andere = XdomeaFassung.allCases.reversed().filter { $0 != version }.map(Profil.von)
    eintraege = Plan.allCases.map { plan in
      guard eigenes.plaene[plan] != nil else { return [] }
      var bekannt = eigenes.felder(plan).union(Self.ersetzt(plan))
      if Plan.nachrichten.contains(plan) {
        bekannt.formUnion(eigenes.wurzelattribute.compactMap(\.feld))
      }
      var fehlend: [Eintrag] = []
      func suche(_ fremd: Profil, _ plan: Plan) {
        for (s, name) in Self.schritte(fremd, plan)
        where !s.feld.istTeil && bekannt.insert(s.feld).inserted {
          fehlend.append(Eintrag(profil: fremd, schritt: s, name: name))
        }
      }
      for fremd in andere { suche(fremd, plan) }
      // The same value goes into other messages, too, which have a place for more of it.
      for verwandt in Self.verwandte(plan) {
        for p in [eigenes] + andere { suche(p, verwandt) }
      }
      return fehlend
    }
  }

  private static func schritte(_ p: Profil, _ plan: Plan) -> [(Schritt, String)] {
    p.schritte(plan).flatMap { s in
      s.art == .huelle ? schritte(p, s.plan) : [(s, p.name(s, in: plan))]
    }
  }

  /// Plans of other elements that are written from the same value.
  private static func verwandte(_ plan: Plan) -> [Plan] {
    switch plan {
    case .aktenplan: [.aktenplanBewertung]
    case .aktenplaneinheit: [.aktenplaneinheitBewertung]
    case .rueckmeldung0514: [.rueckmeldung]
    default: Plan.nachrichten.contains(plan) ? Plan.nachrichten : []
    }
  }

  /// Fields that the writer itself carries over in another form.
  private static func ersetzt(_ plan: Plan) -> Set<Feld> {
    switch plan {
    case .schriftgutobjekt: [.dokument]
    case .anlage: Set(Feld.allCases)
    default: []
    }
  }

  static func von(_ version: XdomeaFassung) -> Verlustplan {
    switch version {
    case .v230: p230
    case .v240: p240
    case .v300: p300
    case .v310: p310
    case .v400: p400
    }
  }

  private static let p230 = Verlustplan(.v230)
  private static let p240 = Verlustplan(.v240)
  private static let p300 = Verlustplan(.v300)
  private static let p310 = Verlustplan(.v310)
  private static let p400 = Verlustplan(.v400)
}
