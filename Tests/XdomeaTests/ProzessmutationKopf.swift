// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Pruefung
import TestHilfe

@testable import Xdomea

/// Faults in heads and numbers.
extension Mutationen {
  private static let antworten: Set<Nachrichtentyp> = [
    .bewertungsverzeichnis, .aussonderungImportBestaetigen,
  ]

  /// An answer of a process.
  private static func antwort(_ m: inout Prozessmodell) -> Int? {
    m.wahl(m.nachrichten.indices.filter { antworten.contains(m.nachrichten[$0].typ) })
  }

  static let koepfe: [Mutation] = [
    Mutation("a second offer of the same process", ["R20"], ab: .v230, bis: .v310) { m in
      var zweite = m.nachrichten[m.alle(.bewertungsverzeichnis)[0]]
      zweite.kopf.hinweis = "noch einmal"
      m.nachrichten.append(zweite)
      return true
    },
    Mutation("an answer names another process", ["R20"]) { m in
      guard let i = antwort(&m) else { return false }
      m.nachrichten[i].kopf.prozessID = .zufaellig(&m.z)
      return true
    },
    Mutation("a UUID is used for another message", ["R21"]) { m in
      guard let i = antwort(&m) else { return false }
      var andere = m.nachrichten[i]
      andere.kopf.hinweis = "berichtigt"
      m.nachrichten.append(andere)
      return true
    },
    Mutation("an answer names an unknown message", ["R23"]) { m in
      guard let i = antwort(&m) else { return false }
      m.nachrichten[i].kopf.ursprungsnachricht = .zufaellig(&m.z)
      return true
    },
    Mutation("an answer names a message of another type", ["R23"]) { m in
      guard let i = m.wahl(m.alle(.aussonderungImportBestaetigen)) else { return false }
      m.nachrichten[i].kopf.ursprungsnachricht =
        m.nachrichten[m.alle(.anbieteverzeichnis)[0]].kopf.nachrichtenID
      return true
    },
    Mutation("an answer names another part", ["R23"]) { m in
      let teile = m.alle(.aussonderung)
      let antworten = m.alle(.aussonderungImportBestaetigen)
      guard teile.count > 1 else { return false }
      m.nachrichten[antworten[0]].kopf.ursprungsnachricht =
        m.nachrichten[teile[1]].kopf.nachrichtenID
      return true
    },
    Mutation("an answer comes from the one who asked", ["R24"], ab: .v230) { m in
      guard let i = antwort(&m) else { return false }
      let k = m.nachrichten[i].kopf
      m.nachrichten[i].kopf.absender = k.empfaenger
      m.nachrichten[i].kopf.empfaenger = k.absender
      return true
    },
    Mutation("an answer comes from somebody else", ["R24"], ab: .v230) { m in
      guard let i = antwort(&m) else { return false }
      m.nachrichten[i].kopf.absender = Kontakt(institution: "Kreisarchiv")
      return true
    },
    Mutation("an answer is older than the message", ["R25"], ab: .v230) { m in
      guard let i = antwort(&m) else { return false }
      m.nachrichten[i].kopf.erstellungszeitpunkt = Zeitpunkt("2026-04-01T08:00:00.000+02:00")
      return true
    },
    Mutation("a transfer is older than the appraisal", ["R25"], ab: .v230) { m in
      for i in m.alle(.aussonderung) {
        m.nachrichten[i].kopf.erstellungszeitpunkt = Zeitpunkt("2026-04-01T08:00:00.000+02:00")
      }
      return true
    },
    Mutation("a transfer without an appraisal", ["R25"], ab: .v230) { m in
      m.nachrichten.removeAll {
        $0.typ == .bewertungsverzeichnis || $0.typ == .bewertungEmpfangBestaetigen
      }
      return true
    },
    Mutation("an appraisal without an offer", ["R25"], ab: .v230) { m in
      m.nachrichten.removeAll {
        $0.typ == .anbieteverzeichnis || $0.typ == .anbietungEmpfangBestaetigen
      }
      return true
    },
    Mutation("a confirmation without a transfer", ["R25"], ab: .v230) { m in
      m.nachrichten.removeAll {
        $0.typ == .aussonderung || $0.typ == .aussonderungEmpfangBestaetigen
      }
      return true
    },
    Mutation("a receipt that was asked for is missing", ["R26"], ab: .v230) { m in
      guard let i = m.nachrichten.firstIndex(where: { $0.typ.istEmpfangsbestaetigung }) else {
        return false
      }
      m.nachrichten.remove(at: i)
      return true
    },
    Mutation("a receipt that nobody asked for", ["R26"], ab: .v230) { m in
      guard let i = m.nachrichten.firstIndex(where: { $0.kopf.empfangsbestaetigung == true }) else {
        return false
      }
      m.nachrichten[i].kopf.empfangsbestaetigung = false
      return true
    },
  ]

  /// Takes one part of a type away.
  private static func fehlt(_ typ: Nachrichtentyp) -> Mutation {
    Mutation("a part of \(typ.rawValue) is missing", ["R22"]) { m in
      let teile = m.alle(typ)
      guard teile.count > 1, let i = m.wahl(teile) else { return false }
      // Its receipt would be one that nobody asked for; it went astray with it.
      let nummer = m.nachrichten[i].kopf.lfdNr
      m.nachrichten.removeAll {
        ($0.typ == typ || $0.typ == typ.empfangsbestaetigung) && $0.kopf.lfdNr == nummer
      }
      return true
    }
  }

  static let teile: [Mutation] = [
    fehlt(.anbieteverzeichnis), fehlt(.bewertungsverzeichnis), fehlt(.aussonderung),
    fehlt(.aussonderungImportBestaetigen),
    Mutation("a part is there twice under different UUIDs", ["R22"]) { m in
      guard let i = antwort(&m) else { return false }
      var andere = m.nachrichten[i]
      andere.kopf.nachrichtenID = .zufaellig(&m.z)
      m.nachrichten.append(andere)
      return true
    },
    Mutation("totals differ", ["R22"]) { m in
      let teile = m.alle(.anbieteverzeichnis)
      guard teile.count > 1, let i = m.wahl(teile) else { return false }
      m.nachrichten[i].kopf.gesamtanzahl = 9
      return true
    },
    Mutation("a number beyond the total", ["R22"]) { m in
      guard let i = m.nachrichten.firstIndex(where: { $0.typ.istEmpfangsbestaetigung }) else {
        return false
      }
      m.nachrichten[i].kopf.gesamtanzahl = 0
      return true
    },
  ]
}
