// SPDX-License-Identifier: Apache-2.0

/// Where an object of a message begins and ends, and what lies in it.
///
/// Positions are bytes from the beginning of the message. Documents within a Vorgang have no node:
/// a Vorgang is never cut.
package struct Schnittknoten: Sendable {
  /// What the element is.
  package enum Art: Sendable {
    case anschreiben
    case akte
    case vorgang
    case dokument
    case aktenplan
  }

  /// What the element is.
  package let art: Art
  /// Where the white space before the element begins.
  let luecke: Int64
  /// Where its start tag begins.
  let anfang: Int64
  /// The position behind its end tag.
  package internal(set) var ende: Int64
  /// The objects in it, in the order of the message.
  package internal(set) var kinder: [Schnittknoten] = []
  /// What is left of the element without its objects.
  var fest: [Range<Int64>] = []
  /// The end of what is in ``fest`` or was left out.
  private var stand: Int64

  init(_ art: Art, luecke: Int64, anfang: Int64) {
    self.art = art
    self.luecke = luecke
    self.anfang = anfang
    ende = anfang
    stand = luecke
  }

  /// The objects of one kind.
  package func kinder(_ art: Art) -> [(stelle: Int, knoten: Schnittknoten)] {
    kinder.enumerated().filter { $0.element.art == art }.map { ($0.offset, $0.element) }
  }

  mutating func nimm(_ kind: Schnittknoten) {
    if kind.luecke > stand { fest.append(stand..<kind.luecke) }
    stand = kind.ende
    kinder.append(kind)
  }

  mutating func schliesse(bei ende: Int64) {
    self.ende = ende
    if ende > stand { fest.append(stand..<ende) }
  }
}

/// Which part of an object an extract keeps.
package indirect enum Auszugswahl: Sendable {
  /// The object with all in it.
  case ganz
  /// The object itself, and of the objects in it only these, by their place among them.
  case teil([(stelle: Int, Auszugswahl)])
}
