// SPDX-License-Identifier: Apache-2.0
package import Akte

extension Nachrichtenteil {
  /// Calls `body` for every file the part names, signature files included, in document order.
  package func jedeDatei(_ body: (_ name: String, _ hash: Hashangabe?) -> Void) {
    switch self {
    case .anschreiben(let d): d.jedeDatei(body)
    case .schriftgutobjekt(.akte(let a)): a.jedeDatei(body)
    case .schriftgutobjekt(.vorgang(let v)): v.jedeDatei(body)
    case .schriftgutobjekt(.dokument(let d)): d.jedeDatei(body)
    case .bewertung, .rueckmeldung: break
    case .aktenplan(let p): for f in p.aktenplandateien { f.jedeDatei(body) }
    }
  }
}

extension Akte {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    for g in geschaeftsgaenge { g.jedeDatei(body) }
    for d in dokumente { d.jedeDatei(body) }
    for v in vorgaenge { v.jedeDatei(body) }
    for t in teilakten { t.jedeDatei(body) }
  }
}

extension Vorgang {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    for g in geschaeftsgaenge { g.jedeDatei(body) }
    for d in dokumente { d.jedeDatei(body) }
    for t in teilvorgaenge { t.jedeDatei(body) }
  }
}

extension Geschaeftsgang {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    for s in beteiligungsschritte { for d in s.bearbeitung?.anlagen ?? [] { d.jedeDatei(body) } }
  }
}

extension Dokument {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    angaben.jedeDatei(body)
    for v in versionen { for f in v.formate { f.jedeDatei(body) } }
    for s in schriftstuecke {
      s.angaben.jedeDatei(body)
      for v in s.versionen { for f in v.formate { f.jedeDatei(body) } }
    }
  }
}

extension Dokumentangaben {
  fileprivate func jedeDatei(_ body: (String, Hashangabe?) -> Void) {
    for g in geschaeftsgaenge { g.jedeDatei(body) }
    for a in anlagen { a.dokument.jedeDatei(body) }
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
