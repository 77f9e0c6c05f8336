// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The end of a chain as it was noted elsewhere: printed, signed, sent to the archive.
///
/// A chain alone does not show that its tail was cut off; an anchor does.
public struct Anker: Hashable, Sendable {
  /// Number and hash of the entry that was the last one then.
  public let kopf: Kettenkopf

  /// An anchor for a chain's end.
  public init(_ kopf: Kettenkopf) { self.kopf = kopf }

  /// The anchor as one line of ASCII for printing and signing: number, hash in groups of eight
  /// digits, and a check value that shows typing errors.
  ///
  /// For example `DIVA-ANKER 1 EINTRAG 42 SHA-256 01234567 … PRUEFWERT 1a2b`; always the same
  /// text for the same anchor.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public func text() throws(Protokollfehler) -> String {
    let hex = Array(kopf.hash.hex)
    let gruppen = stride(from: 0, to: hex.count, by: 8).map {
      String(hex[$0..<min($0 + 8, hex.count)])
    }
    return "DIVA-ANKER 1 EINTRAG \(kopf.folge) SHA-256 " + gruppen.joined(separator: " ")
      + " PRUEFWERT " + (try Self.pruefwert(kopf))
  }

  /// Reads what ``text()`` wrote; spaces, line breaks and letter case do not matter.
  ///
  /// - Throws: ``Protokollfehler/ankerUnlesbar(grund:)``, also if a digit was copied wrongly.
  public init(_ text: String) throws(Protokollfehler) {
    let worte = text.uppercased().split { $0 == " " || $0.isNewline || $0 == "\t" }
    guard worte.count >= 7, worte[0] == "DIVA-ANKER", worte[2] == "EINTRAG",
      worte[4] == "SHA-256", worte[worte.count - 2] == "PRUEFWERT"
    else {
      throw .ankerUnlesbar(grund: "er hat nicht die Form »DIVA-ANKER 1 EINTRAG … PRUEFWERT …«")
    }
    guard worte[1] == "1" else {
      throw .ankerUnlesbar(grund: "seine Form \(worte[1]) ist unbekannt")
    }
    guard let folge = Int64(worte[3]), folge >= 0 else {
      throw .ankerUnlesbar(grund: "»\(worte[3])« ist keine laufende Nummer")
    }
    let hex = worte[5..<worte.count - 2].joined()
    guard hex.utf8.count == 64, let hash = Pruefsumme(.sha256, text: hex) else {
      throw .ankerUnlesbar(grund: "der Hash hat nicht 64 Ziffern von 0 bis 9 und a bis f")
    }
    let kopf = Kettenkopf(folge: folge, hash: hash)
    guard try Self.pruefwert(kopf) == worte[worte.count - 1].lowercased() else {
      throw .ankerUnlesbar(grund: "der Prüfwert passt nicht zu Nummer und Hash")
    }
    self.kopf = kopf
  }

  private static func pruefwert(_ kopf: Kettenkopf) throws(Protokollfehler) -> String {
    let summe = try Pruefsumme.sha256(Array("1 \(kopf.folge) \(kopf.hash.hex)".utf8))
    return String(summe.hex.prefix(4))
  }
}
