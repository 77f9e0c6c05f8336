// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import XMLStrom

/// The content of an XML document as lines: path, name, namespace, attributes, text of leaves.
///
/// White space between elements, comments, prefixes and the order of attributes do not count.
func inhaltszeilen(_ xml: [UInt8]) throws -> [String] {
  let tafel = Namenstafel(namen: ["a"], namensraeume: [])
  var optionen = Leseroptionen()
  optionen.schnitttiefe = 1
  let leser = try XMLLeser(Speicherquelle(xml), name: "vergleich", tafel: tafel, optionen: optionen)
  var zeilen: [String] = []
  if let w = try leser.wurzel() {
    zeilen.append("{\(w.namensraum)}\(w.localName)")
    for a in w.attribute.sorted(by: { $0.name < $1.name }) { zeilen.append("@\(a.name)=\(a.wert)") }
  }
  while let baum = try leser.naechster() {
    var pfad: [(name: String, ende: Int)] = []
    for i in 0..<baum.anzahl {
      while let letzter = pfad.last, i >= letzter.ende { pfad.removeLast() }
      let name = baum.bezeichnung(i)
      pfad.append((name, baum.ende(i)))
      if i == 0 { continue }
      let attribute = baum.attributnamen(i).sorted().map { n in
        "\(n)=\(baum.attribut(i, n) ?? "?")"
      }
      let blatt = baum.ende(i) == i + 1
      zeilen.append(
        pfad.dropFirst().map(\.name).joined(separator: "/") + " ["
          + attribute.joined(separator: " ") + "]" + (blatt ? " = " + inhalt(baum.text(i)) : ""))
    }
  }
  return zeilen
}

/// An element that holds only white space (and comments) is an empty block.
private func inhalt(_ text: String) -> String {
  text.allSatisfy(\.isWhitespace) ? "" : text
}

/// What differs between two documents, as lines with `-` and `+`.
func unterschiede(_ a: [UInt8], _ b: [UInt8]) throws -> [String] {
  let (x, y) = (try inhaltszeilen(a), try inhaltszeilen(b))
  return y.difference(from: x).map {
    switch $0 {
    case .remove(_, let zeile, _): "- " + zeile
    case .insert(_, let zeile, _): "+ " + zeile
    }
  }
}
