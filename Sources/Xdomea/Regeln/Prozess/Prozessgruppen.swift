// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Messages sorted into processes.
///
/// A process is what has one ProzessID (FAKTEN 1 and 7). From 4.0 an answer belongs to the message
/// that it names, even if its ProzessID is another one (R20). The same message in two versions is a
/// conversion: then each version is a process of its own.
struct Prozessgruppen {
  /// Messages of one process each, in the order of their first paths.
  private(set) var gruppen: [[Prozessnachricht]] = []

  init(_ nachrichten: [Prozessnachricht]) {
    var wurzeln: [ProzessID: ProzessID] = [:]
    func wurzel(_ id: ProzessID) -> ProzessID {
      var hier = id
      while let oben = wurzeln[hier], oben != hier { hier = oben }
      return hier
    }
    var prozesse: [NachrichtenID: Set<ProzessID>] = [:]
    for n in nachrichten {
      if let id = n.id { prozesse[id, default: []].insert(n.prozess) }
    }
    for n in nachrichten {
      // A UUID that several processes have (R21) joins none of them.
      guard let u = n.ursprung, let moegliche = prozesse[u], !moegliche.contains(n.prozess),
        let anderer = moegliche.min()
      else { continue }
      let (a, b) = (wurzel(anderer), wurzel(n.prozess))
      if a != b { wurzeln[b] = a }
    }
    var plaetze: [ProzessID: Int] = [:]
    for n in nachrichten {
      let id = wurzel(n.prozess)
      if let platz = plaetze[id] {
        gruppen[platz].append(n)
      } else {
        plaetze[id] = gruppen.count
        gruppen.append([n])
      }
    }
    gruppen = gruppen.flatMap(Self.nachFassung)
  }

  /// Splits by version if a message is there in several.
  private static func nachFassung(_ gruppe: [Prozessnachricht]) -> [[Prozessnachricht]] {
    var fassungen: [Nachrichtentyp: XdomeaFassung] = [:]
    let mehrere = gruppe.contains { n in
      defer { fassungen[n.typ] = n.version }
      return fassungen[n.typ].map { $0 != n.version } ?? false
    }
    guard mehrere else { return [gruppe] }
    var aus: [[Prozessnachricht]] = []
    for n in gruppe {
      if let i = aus.firstIndex(where: { $0.first?.version == n.version }) {
        aus[i].append(n)
      } else {
        aus.append([n])
      }
    }
    return aus
  }

  /// True for a group that may be a further transfer of another process: up to 3.1 each 0503 after
  /// the first has a ProzessID of its own.
  static func istWeitereAbgabe(_ gruppe: [Prozessnachricht]) -> Bool {
    gruppe.contains { $0.typ == .aussonderung }
      && gruppe.allSatisfy {
        !$0.hatNummer && ($0.typ == .aussonderung || $0.typ.ursprung == .aussonderung)
      }
  }

  /// True for a group that such a transfer may belong to.
  static func bietetAn(_ gruppe: [Prozessnachricht]) -> Bool {
    gruppe.contains { !$0.hatNummer && $0.typ == .anbieteverzeichnis }
  }
}
