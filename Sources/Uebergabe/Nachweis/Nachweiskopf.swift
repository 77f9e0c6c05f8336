// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The root of a tree with what describes it: the file that can be signed electronically as it is.
public struct Nachweiskopf: Hashable, Sendable {
  /// The number of the tree, counted from 1; a hash-tree renewal adds one.
  public let nummer: Int
  /// The root with its algorithm.
  public let wurzel: Pruefsumme
  /// How many children a node of the tree has at most.
  public let verzweigung: Int
  /// How many data groups there are.
  public let objekte: Int
  /// How many files there are.
  public let dateien: Int
  /// The SHA-512 digest of the file with the list of hashes.
  public let liste: Pruefsumme
  /// Whether the list of hashes is a leaf of the tree, so that a time stamp covers the names and groups of the
  /// files, too; evidence of the first form lacks it.
  public let listeImBaum: Bool
  /// When the tree was made by the clock of the machine; nobody vouches for it.
  public let angelegt: Zeitpunkt

  private static let titel = "Nachweis 1"
  private static let zweiterTitel = "Nachweis 2"
  private static let geschuetzt = "Inhalte, Namen und Gruppen der Dateien"

  /// The name of its file.
  static func name(_ nummer: Int) -> String { "wurzel-\(nummer).txt" }
  /// The name of the list of hashes.
  static func listenname(_ nummer: Int) -> String { "hashliste-\(nummer).tsv" }

  var text: String {
    """
    \(listeImBaum ? Self.zweiterTitel : Self.titel)
    Nummer: \(nummer)
    Verfahren: \(wurzel.verfahren.rawValue)
    Wurzel: \(wurzel.hex)
    Verzweigung: \(verzweigung)
    Objekte: \(objekte)
    Dateien: \(dateien)
    Hashliste: \(Self.listenname(nummer))
    SHA-512 der Hashliste: \(liste.hex)
    \(listeImBaum ? "Im Baum: \(Self.geschuetzt)\n" : "")\
    Angelegt (Uhr des Rechners, nicht beglaubigt): \(angelegt.text)

    """
  }
}

extension Nachweiskopf {
  /// A root file from its bytes.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)`` with the line.
  init(_ bytes: [UInt8], nummer: Int) throws(NachweisFehler) {
    let zeilen = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n" as Character, omittingEmptySubsequences: false)
    func mangel(_ n: Int) -> NachweisFehler {
      .format(
        was: "Die Datei »\(Self.name(nummer))«", ort: "Zeile \(n + 1)",
        grund: "sie fehlt oder hat eine andere Form")
    }
    func wert(_ n: Int, _ name: String) throws(NachweisFehler) -> String {
      guard n < zeilen.count, zeilen[n].hasPrefix(name + ": ") else { throw mangel(n) }
      return String(zeilen[n].dropFirst(name.count + 2))
    }
    func zahl(_ n: Int, _ name: String) throws(NachweisFehler) -> Int {
      guard let z = Int(try wert(n, name)), z > 0 else { throw mangel(n) }
      return z
    }
    guard let titel = zeilen.first, titel == Self.titel[...] || titel == Self.zweiterTitel[...]
    else { throw mangel(0) }
    let listeImBaum = titel == Self.zweiterTitel[...]
    if listeImBaum, try wert(9, "Im Baum") != Self.geschuetzt { throw mangel(9) }
    let letzte = listeImBaum ? 10 : 9
    guard try zahl(1, "Nummer") == nummer else { throw mangel(1) }
    guard let verfahren = Hashverfahren(rawValue: try wert(2, "Verfahren")) else { throw mangel(2) }
    guard let wurzel = Pruefsumme(verfahren, text: try wert(3, "Wurzel")) else { throw mangel(3) }
    guard try wert(7, "Hashliste") == Self.listenname(nummer) else { throw mangel(7) }
    guard let liste = Pruefsumme(.sha512, text: try wert(8, "SHA-512 der Hashliste")) else {
      throw mangel(8)
    }
    guard
      let angelegt = Zeitpunkt(try wert(letzte, "Angelegt (Uhr des Rechners, nicht beglaubigt)"))
    else { throw mangel(letzte) }
    self.listeImBaum = listeImBaum
    self.nummer = nummer
    self.wurzel = wurzel
    self.liste = liste
    self.angelegt = angelegt
    verzweigung = try zahl(4, "Verzweigung")
    objekte = try zahl(5, "Objekte")
    dateien = try zahl(6, "Dateien")
    // The text has one form only, so that no line can be slipped in.
    guard Array(text.utf8) == bytes else { throw mangel(zeilen.count - 1) }
  }
}
