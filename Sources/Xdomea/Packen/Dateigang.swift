// SPDX-License-Identifier: Apache-2.0
package import Akte

extension Nachrichtenteil {
  /// Calls `body` for every file the part names, signature files included, in document order.
  package func jedeDatei(_ body: (_ name: String, _ hash: Hashangabe?) -> Void) {
    jedesFormat { $0.jedeDatei(body) }
  }

  /// Calls `body` for every Format of the part, which states the format of one file, in document order.
  package func jedesFormat(_ body: (Format) -> Void) {
    switch self {
    case .anschreiben(let d): d.jedesFormat(body)
    case .schriftgutobjekt(.akte(let a)): a.jedesFormat(body)
    case .schriftgutobjekt(.vorgang(let v)): v.jedesFormat(body)
    case .schriftgutobjekt(.dokument(let d)): d.jedesFormat(body)
    case .bewertung, .rueckmeldung: break
    case .aktenplan(let p): for f in p.aktenplandateien { body(f) }
    }
  }
}

extension Akte {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for g in geschaeftsgaenge { g.jedesFormat(body) }
    for d in dokumente { d.jedesFormat(body) }
    for v in vorgaenge { v.jedesFormat(body) }
    for t in teilakten { t.jedesFormat(body) }
  }
}

extension Vorgang {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for g in geschaeftsgaenge { g.jedesFormat(body) }
    for d in dokumente { d.jedesFormat(body) }
    for t in teilvorgaenge { t.jedesFormat(body) }
  }
}

extension Geschaeftsgang {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for s in beteiligungsschritte { for d in s.bearbeitung?.anlagen ?? [] { d.jedesFormat(body) } }
  }
}

extension Dokument {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    angaben.jedesFormat(body)
    for v in versionen { for f in v.formate { body(f) } }
    for s in schriftstuecke {
      s.angaben.jedesFormat(body)
      for v in s.versionen { for f in v.formate { body(f) } }
    }
  }
}

extension Dokumentangaben {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for g in geschaeftsgaenge { g.jedesFormat(body) }
    for a in anlagen { a.dokument.jedesFormat(body) }
  }
}

extension Format {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    body(primaerdokument.dateiname, primaerdokument.hash)
    if case .dateien(let namen) = primaerdokument.signaturSiegel {
      for n in namen { body(n, nil) }
    }
  }
}
