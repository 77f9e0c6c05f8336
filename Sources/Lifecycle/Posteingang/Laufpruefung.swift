// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Checks of single values that the events share.
struct Laufpruefung {
  private let ereignis: String

  init(_ ereignis: String) { self.ereignis = ereignis }

  /// Not blank.
  func text(_ wert: String, _ feld: String) throws(Lauffehler) {
    guard wert.contains(where: { !$0.isWhitespace }) else { throw fehlt(feld) }
  }

  func zahl(_ wert: Int, ab mindestens: Int, _ feld: String) throws(Lauffehler) {
    guard wert >= mindestens else {
      throw falsch(feld, "\(wert) ist kleiner als \(mindestens)")
    }
  }

  /// Made with an algorithm that still proves something.
  func sicher(_ hash: Inhaltshash, _ feld: String) throws(Lauffehler) {
    let verfahren = hash.pruefsumme.verfahren
    guard verfahren != .md5, verfahren != .sha1 else {
      throw falsch(feld, "\(verfahren.rawValue) beweist nichts mehr, verwenden Sie SHA-256")
    }
  }

  func anlagen(_ anlagen: [Anlagenangabe]) throws(Lauffehler) {
    guard Set(anlagen.map(\.nummer)).count == anlagen.count else {
      throw falsch("anlagen.nummer", "eine Nummer kommt zweimal vor")
    }
    for anlage in anlagen {
      try zahl(anlage.nummer, ab: 1, "anlagen.nummer")
      try text(anlage.bezeichnung, "anlagen.bezeichnung")
    }
  }

  func fehlt(_ feld: String) -> Lauffehler { .pflichtangabeFehlt(ereignis: ereignis, feld: feld) }

  func falsch(_ feld: String, _ grund: String) -> Lauffehler {
    .wertUnzulaessig(ereignis: ereignis, feld: feld, grund: grund)
  }

  /// A name as it is compared: without letter case and surrounding or repeated spaces.
  static func name(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
