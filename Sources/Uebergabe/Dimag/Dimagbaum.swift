// SPDX-License-Identifier: Apache-2.0
internal import XMLStrom

/// `control.xml` or `protocol.xml` as elements with names, texts and lines.
struct Dimagbaum {
  struct Element {
    let name: String
    let text: String
    let zeile: Int
    var kinder: [Element] = []

    /// The text of the first child with this name; nil if there is none.
    func wert(_ name: String) -> String? { kinder.first { $0.name == name }?.text }
  }

  let wurzel: Element

  /// - Throws: `XMLFehler` for what is no safe XML.
  init(_ bytes: [UInt8], name: String) throws {
    var optionen = Leseroptionen()
    optionen.grenzen.tiefe = 16
    let leser = try XMLLeser(
      Speicherquelle(bytes), name: name, tafel: Namenstafel(namen: [], namensraeume: []),
      optionen: optionen)
    guard let oben = try leser.wurzel() else {
      throw XMLFehler.nichtWohlgeformt(zeile: 1, spalte: 1, grund: "Die Datei ist leer")
    }
    var wurzel = Element(name: oben.localName, text: "", zeile: oben.zeile)
    while let baum = try leser.naechster() { wurzel.kinder.append(Self.element(baum, 0)) }
    self.wurzel = wurzel
  }

  private static func element(_ baum: Teilbaum, _ i: Int) -> Element {
    var e = Element(
      name: baum.bezeichnung(i), text: baum.text(i), zeile: baum.zeile(i))
    var kind = i + 1
    while kind < baum.ende(i) {
      e.kinder.append(element(baum, kind))
      kind = baum.ende(kind)
    }
    return e
  }
}
