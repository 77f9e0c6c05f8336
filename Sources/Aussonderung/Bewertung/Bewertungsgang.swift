// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle

/// Why a decision cannot be taken as it stands.
public enum Bewertungsmangel: Error, Hashable, Sendable, CustomStringConvertible {
  /// The object is not part of the offer.
  case unbekannt(ObjektID)
  /// The object only shows the context.
  case kontext(ObjektID)
  /// V above something that is A.
  case vUeberA(ObjektID, darunter: [ObjektID])
  /// There is no such unit in the Aktenplan.
  case unbekannteEinheit(String)
  /// Nothing was decided.
  case offen([ObjektID])

  /// A German sentence that names what is wrong and what to do.
  public var description: String { text { $0.text } }

  /// The sentence with names that people know.
  ///
  /// - Parameter name: The name of an object.
  /// - Returns: The sentence.
  public func text(_ name: (ObjektID) -> String) -> String {
    func liste(_ ids: [ObjektID]) -> String {
      ids.prefix(5).map(name).joined(separator: ", ")
        + (ids.count > 5 ? " und \(ids.count - 5) weitere" : "")
    }
    return switch self {
    case .unbekannt(let id): "Das Objekt \(name(id)) steht nicht im Anbieteverzeichnis."
    case .kontext(let id):
      "\(name(id)) zeigt nur den Zusammenhang (Kontextobjekt) und wird nicht bewertet."
    case .vUeberA(let id, let darunter):
      "\(name(id)) soll V sein, enthält aber Archivwürdiges: \(liste(darunter)). Bewerten Sie es "
        + "mit A, oder das Enthaltene mit V."
    case .unbekannteEinheit(let kennzeichen):
      "Die Aktenplaneinheit »\(kennzeichen)« steht nicht im vorgelegten Aktenplan."
    case .offen(let ids): "Noch ohne Entscheidung: \(liste(ids))."
    }
  }
}

extension Objektliste {
  /// Decides about an object and what follows from it (lebenszyklus FAKTEN 2.6): A makes everything
  /// above A; below, what is undecided or had the object's previous value takes the new one; V for all
  /// siblings makes a parent without documents of its own V.
  ///
  /// - Parameters:
  ///   - id: The object.
  ///   - entscheidung: The decision.
  ///   - notiz: Why.
  /// - Throws: ``Bewertungsmangel``; nothing has changed then.
  public mutating func bewerte(
    _ id: ObjektID, _ entscheidung: Archiventscheidung, notiz: String? = nil
  ) throws(Bewertungsmangel) {
    try bewerte(id, entscheidung, notiz: notiz, kinder)
  }

  mutating func bewerte(
    _ id: ObjektID, _ entscheidung: Archiventscheidung, notiz: String?,
    _ kinder: [ObjektID: [ObjektID]]
  ) throws(Bewertungsmangel) {
    guard var e = self[id] else { throw .unbekannt(id) }
    guard !e.istKontext else { throw .kontext(id) }
    let bisher = e.entscheidung
    e.entscheidung = entscheidung
    if let notiz { e.notiz = notiz }
    setze(e)
    // Downwards: what nobody decided about otherwise follows.
    var stapel = kinder[id] ?? []
    while let unten = stapel.popLast() {
      guard var u = self[unten], u.entscheidung == nil || u.entscheidung == bisher else { continue }
      u.entscheidung = entscheidung
      setze(u)
      stapel += kinder[unten] ?? []
    }
    // Upwards.
    for oben in vorfahren(id) where !oben.istKontext {
      var o = oben
      switch entscheidung {
      case .archivwuerdig: o.entscheidung = .archivwuerdig
      case .nichtArchivwuerdig:
        let alleV = (kinder[o.id] ?? []).allSatisfy {
          self[$0]?.entscheidung == .nichtArchivwuerdig
        }
        guard alleV, o.dokumente == 0 else { return }
        o.entscheidung = .nichtArchivwuerdig
      }
      setze(o)
    }
  }

  /// Objects that must be decided about and are not.
  public var unentschieden: [ObjektID] {
    eintraege.filter { !$0.istKontext && $0.entscheidung == nil }.map(\.id)
  }

  /// V above A: what a message must not say (R48).
  public var widersprueche: [Bewertungsmangel] {
    var darunter: [ObjektID: [ObjektID]] = [:]
    for e in eintraege where e.entscheidung == .archivwuerdig {
      for oben in vorfahren(e.id) where oben.entscheidung == .nichtArchivwuerdig {
        darunter[oben.id, default: []].append(e.id)
      }
    }
    return eintraege.compactMap { e in darunter[e.id].map { .vUeberA(e.id, darunter: $0) } }
  }
}
