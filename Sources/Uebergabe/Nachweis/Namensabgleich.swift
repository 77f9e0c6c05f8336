// SPDX-License-Identifier: Apache-2.0

/// Which files of an evidence lie on the disk, and under which spelling.
///
/// Programs and file systems write one and the same name composed (NFC) or decomposed (NFD). Such a file is
/// there; only the spelling of its name differs.
struct Namensabgleich {
  /// A file of the evidence: its line and its path on the disk.
  struct Treffer {
    let zeile: Int
    let pfad: Bagpfad
    /// Whether only the composition of the characters differs.
    let istUmgeschrieben: Bool
  }

  /// What is there, in the order of the evidence.
  private(set) var treffer: [Treffer] = []
  /// The lines of what is missing.
  private(set) var fehlend: [Int] = []
  /// What is on the disk only, in ascending order.
  private(set) var fremd: [Bagpfad] = []

  /// Compares paths.
  ///
  /// - Parameters:
  ///   - soll: The paths of the evidence.
  ///   - ist: Those on the disk.
  init(soll: [Bagpfad], ist: [Bagpfad]) {
    let vorhanden = Set(ist)
    let bekannt = Set(soll)
    fremd = ist.filter { !bekannt.contains($0) }
    // `String` compares by canonical equivalence, so nothing needs to be composed.
    var kandidaten: [String: [Bagpfad]] = [:]
    for p in fremd { kandidaten[p.text, default: []].append(p) }
    var vergeben: Set<Bagpfad> = []
    for (zeile, p) in soll.enumerated() {
      if vorhanden.contains(p) {
        treffer.append(Treffer(zeile: zeile, pfad: p, istUmgeschrieben: false))
      } else if let einer = kandidaten[p.text], einer.count == 1, vergeben.insert(einer[0]).inserted
      {
        treffer.append(Treffer(zeile: zeile, pfad: einer[0], istUmgeschrieben: true))
      } else {
        fehlend.append(zeile)
      }
    }
    fremd.removeAll { vergeben.contains($0) }
  }
}
