// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

/// The vectors that Swift and the page in the browser must both reproduce.
enum Vektoren {
  /// The vectors of a file in their order.
  static func lies(_ name: String) throws -> [Baum] {
    let datei = Gemeinsam.projekt
      .appendingPathComponent("Toolbox/selbstcheck/vektoren/\(name).json")
    guard case .liste(let werte) = try JSONLeser.lies(Array(try Data(contentsOf: datei))).baum
    else {
      Issue.record("\(name).json ist keine Liste")
      return []
    }
    return werte.map(\.baum)
  }
}

extension Baum {
  var alsText: String? { if case .text(let t) = self { t } else { nil } }
  var alsZahl: Int? { if case .zahl(let z) = self { Int(z) } else { nil } }
  var alsListe: [Baum] { if case .liste(let l) = self { l.map(\.baum) } else { [] } }
  var alsObjekt: [(String, Baum)] {
    if case .objekt(let o) = self { o.map { ($0.name, $0.ast.baum) } } else { [] }
  }

  /// A vote or an answer of the vectors: a number, `nz` or `wn`.
  var alsWertung: Wertung {
    if let zahl = alsZahl { return .wert(zahl) }
    return alsText == "nz" ? .nichtZutreffend : .offen
  }
}
