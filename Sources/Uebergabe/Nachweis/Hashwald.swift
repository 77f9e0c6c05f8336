// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
internal import Pruefsummen

/// A hash forest as dip_integrity writes it (Thüringen): an order of files and the hashes or the roots
/// of perfect binary trees over them.
///
/// Two text files in the folder itself hold it. The leaves are SHA-512 digests in the order of the list,
/// whose first entry is the list; there is a tree for each one in the binary form of their number, the
/// largest first; a node is the digest of its children from left to right, not sorted. It shows damage,
/// but no intent: who can change the files can change these two as well.
public struct Hashwald: Hashable, Sendable {
  /// What the forest keeps.
  public enum Umfang: String, Hashable, Sendable, CaseIterable {
    /// The hash of each file: the damaged one can be named.
    case voll = "full"
    /// Only the roots: damage is found, the file is one of a tree.
    case wurzeln = "roots"
  }

  /// The name of the file with the order.
  public static let ordnungsname = "integritycomponent-order.txt"
  /// The name of the file with the forest.
  public static let waldname = "integritycomponent-integrity.txt"

  /// What the forest keeps.
  public let umfang: Umfang
  /// The files in order; the first is the list itself.
  public let pfade: [String]
  /// The stated time, as it stands in the file.
  public let datum: String
  /// A hash for each file, or a root for each tree.
  let werte: Hashreihe

  /// How many leaves the trees over `anzahl` files have, the largest first.
  static func baeume(_ anzahl: Int) -> [Int] {
    var aus: [Int] = []
    var bit = Int.bitWidth - 2
    while bit >= 0 {
      if anzahl & 1 << bit != 0 { aus.append(1 << bit) }
      bit -= 1
    }
    return aus
  }

  /// The roots of the trees over leaves.
  static func wurzeln(_ blaetter: Hashreihe) throws(NachweisFehler) -> Hashreihe {
    var rechner = try bildner(.sha512)
    var aus = Hashreihe(laenge: blaetter.laenge)
    var anfang = 0
    for groesse in baeume(blaetter.anzahl) {
      var ebene = (anfang..<anfang + groesse).map { Array(blaetter[$0]) }
      while ebene.count > 1 {
        ebene = stride(from: 0, to: ebene.count, by: 2).map {
          rechner.hash(ebene[$0] + ebene[$0 + 1])
        }
      }
      aus.haengeAn(ebene[0])
      anfang += groesse
    }
    return aus
  }

  // MARK: The two files

  /// The list with the order of the files: first the digest of the rest, no line feed at the end.
  static func ordnung(_ pfade: [String]) throws(NachweisFehler) -> [UInt8] {
    var rechner = try bildner(.sha512)
    let summe = Hexziffer.text(rechner.hash(Array(pfade.joined().utf8)))
    return Array(([summe] + pfade).joined(separator: "\n").utf8)
  }

  /// The file with the forest.
  func text() throws(NachweisFehler) -> [UInt8] {
    var zeilen: [(String, String)] = [
      ("Version", "1"), ("Date", datum), ("Leafs", String(pfade.count)),
      ("Trees", String(Self.baeume(pfade.count).count)), ("Order", Self.ordnungsname),
      ("Mode", umfang.rawValue),
    ]
    for i in 0..<werte.anzahl {
      zeilen.append((umfang == .voll ? "L" : "R", Hexziffer.text(werte[i])))
    }
    var rechner = try bildner(.sha512)
    let summe = rechner.hash(Array(zeilen.map { $0.0 + $0.1 }.joined().utf8))
    zeilen.append(("Checksum", Hexziffer.text(summe)))
    return Array(zeilen.map { "\($0.0) \($0.1)" }.joined(separator: "\n").utf8) + [0x0A]
  }
}

extension Hashwald {
  /// Whether a folder has a forest.
  public static func erkannt(_ pfad: String) -> Bool {
    Beweisdatei.istOrdner(pfad)
      && (Beweisdatei.vorhanden("\(pfad)/\(waldname)")
        || Beweisdatei.vorhanden("\(pfad)/\(ordnungsname)"))
  }

  /// Writes the forest of a folder into it: two files beside those it is about.
  ///
  /// - Parameters:
  ///   - ordner: The folder; its other files are only read, in ascending order of their paths.
  ///   - umfang: What the forest keeps.
  ///   - jetzt: The time of the machine, in UTC with milliseconds.
  /// - Returns: The forest.
  /// - Throws: ``NachweisFehler``, also if there is a forest already; then the folder is as it was.
  public static func schreibe(
    _ ordner: String, _ umfang: Umfang = .voll, am jetzt: Zeitpunkt
  ) throws(NachweisFehler) -> Hashwald {
    guard Beweisdatei.istOrdner(ordner) else {
      throw .nichtLesbar(pfad: ordner, grund: "ist kein Ordner")
    }
    guard !erkannt(ordner) else {
      throw .schreiben(pfad: ordner, grund: "der Ordner hat schon einen Hashwald")
    }
    let daten = try Nachweisdaten(ordner, grenzen: .standard)
    for p in daten.pfade where p.text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      throw .nichtLesbar(pfad: p.text, grund: "der Name enthält einen Zeilenumbruch")
    }
    let pfade = [ordnungsname] + daten.pfade.map(\.text)
    let liste = try ordnung(pfade)
    var rechner = try bildner(.sha512)
    var blaetter = Hashreihe(laenge: 64)
    blaetter.haengeAn(rechner.hash(liste))
    try daten.hashe(daten.pfade, [.sha512]) { (i, ergebnis) throws(NachweisFehler) in
      switch ergebnis {
      case .success(let summen): if let summe = summen.first { blaetter.haengeAn(summe.bytes) }
      case .failure(let fehler):
        throw .nichtLesbar(pfad: daten.ort(daten.pfade[i]), grund: fehler.description)
      }
    }
    let wald = Hashwald(
      umfang: umfang, pfade: pfade, datum: jetzt.text,
      werte: umfang == .voll ? blaetter : try wurzeln(blaetter))
    try Beweisdatei.schreibe(liste, nach: "\(ordner)/\(ordnungsname)")
    do throws(NachweisFehler) {
      try Beweisdatei.schreibe(try wald.text(), nach: "\(ordner)/\(waldname)")
    } catch {
      unlink("\(ordner)/\(ordnungsname)")
      throw error
    }
    return wald
  }
}
