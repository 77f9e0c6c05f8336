// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// What a process says of each object, in a few bytes for each.
///
/// A row has 64 bytes, its place in the index 8 to 16: 200,000 objects need about 16 MB. Rows are
/// found in the order in which the objects were met first.
struct Objekttafel {
  /// What was said of an object.
  struct Merkmale: OptionSet {
    let rawValue: UInt8
    /// It is to be disposed of in the offer; for units of an Aktenplan: it is to be appraised.
    static let angeboten = Merkmale(rawValue: 1)
    /// It is in the offer for context only.
    static let kontextImAngebot = Merkmale(rawValue: 2)
    /// It was handed over.
    static let abgegeben = Merkmale(rawValue: 4)
    /// It is in the transfer for context only.
    static let kontextInAbgabe = Merkmale(rawValue: 8)
    /// Something below was appraised A and handed over.
    static let traegtArchivwuerdiges = Merkmale(rawValue: 16)
    /// An import result names it.
    static let rueckgemeldet = Merkmale(rawValue: 32)
    /// Its import succeeded.
    static let importiert = Merkmale(rawValue: 64)
    /// Several messages offer it.
    static let mehrfachAngeboten = Merkmale(rawValue: 128)
  }

  /// A decision, or its absence.
  enum Entscheidung: UInt8 {
    case keine
    case archivieren
    case vernichten
    /// An entry that decides nothing (R47).
    case ohneWert
  }

  struct Zeile {
    fileprivate let hoch: UInt64
    fileprivate let tief: UInt64
    /// The row of the object above in the offer or Aktenplan; -1 for none.
    var eltern: Int32 = -1
    /// Places of messages in the process, counted from 1; 0 for none.
    var zuerst: UInt32
    var angebot: UInt32 = 0
    var bewertet: UInt32 = 0
    var abgabe: UInt32 = 0
    /// Lines in these messages; 0 for none.
    var angebotszeile: UInt32 = 0
    var bewertungszeile: UInt32 = 0
    var abgabezeile: UInt32 = 0
    /// Shortened digests of Betreff and Kennzeichen; 0 for none.
    var betreff: UInt32 = 0
    var kennzeichen: UInt32 = 0
    var art: Objektart
    var entscheidung = Entscheidung.keine
    var merkmale: Merkmale = []

    var id: ObjektID { ObjektID(bytes: (hoch, tief)) }

    /// Kind and UUID as findings name the object.
    var bezeichnung: String { "\(art.anzeige) \(id)" }
  }

  private(set) var zeilen: [Zeile] = []
  /// Open addressing; row + 1, 0 for free.
  private var verzeichnis = [UInt32](repeating: 0, count: 64)

  subscript(_ stelle: Int) -> Zeile {
    get { zeilen[stelle] }
    _modify { yield &zeilen[stelle] }
  }

  /// The row of an object; nil if it was not met.
  func stelle(_ id: ObjektID) -> Int? {
    let eintrag = verzeichnis[platz(id)]
    return eintrag == 0 ? nil : Int(eintrag) - 1
  }

  /// The row of an object; a new one if it was not met.
  mutating func lege(_ id: ObjektID, _ art: Objektart, nachricht: UInt32) -> (
    stelle: Int, neu: Bool
  ) {
    let platz = platz(id)
    if verzeichnis[platz] != 0 { return (Int(verzeichnis[platz]) - 1, false) }
    let (hoch, tief) = id.bytes
    zeilen.append(Zeile(hoch: hoch, tief: tief, zuerst: nachricht, art: art))
    verzeichnis[platz] = UInt32(truncatingIfNeeded: zeilen.count)
    if zeilen.count * 2 > verzeichnis.count { wachse() }
    return (zeilen.count - 1, true)
  }

  /// The decision that holds for an object, and the row that it was made for: its own, else that of
  /// the nearest object above (R45).
  func wirksam(_ stelle: Int) -> (entscheidung: Entscheidung, von: Int) {
    var hier = stelle
    while true {
      switch zeilen[hier].entscheidung {
      case .archivieren, .vernichten: return (zeilen[hier].entscheidung, hier)
      // What has an entry of its own inherits nothing, even if the entry decides nothing.
      case .ohneWert: return (.keine, stelle)
      case .keine: break
      }
      let oben = Int(zeilen[hier].eltern)
      if oben < 0 { return (.keine, stelle) }
      hier = oben
    }
  }

  private func platz(_ id: ObjektID) -> Int {
    let (hoch, tief) = id.bytes
    var hasher = Hasher()
    hasher.combine(hoch)
    hasher.combine(tief)
    let maske = verzeichnis.count - 1
    var platz = hasher.finalize() & maske
    while verzeichnis[platz] != 0 {
      let zeile = zeilen[Int(verzeichnis[platz]) - 1]
      if zeile.hoch == hoch, zeile.tief == tief { return platz }
      platz = (platz + 1) & maske
    }
    return platz
  }

  private mutating func wachse() {
    verzeichnis = [UInt32](repeating: 0, count: verzeichnis.count * 2)
    for i in zeilen.indices {
      verzeichnis[platz(zeilen[i].id)] = UInt32(truncatingIfNeeded: i + 1)
    }
  }
}

extension Objektart {
  /// True for what an archive appraises: Akte, Teilakte, Vorgang, Teilvorgang (FAKTEN 2).
  var wirdBewertet: Bool {
    switch self {
    case .akte, .teilakte, .vorgang, .teilvorgang: true
    default: false
    }
  }
}

/// A text in 32 bits, to see that it changed; 0 for none (FNV-1a, folded).
func abdruck(_ text: String?) -> UInt32 {
  guard let text, !text.isEmpty else { return 0 }
  var h: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { h = (h ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let kurz = UInt32(truncatingIfNeeded: h ^ (h >> 32))
  return kurz == 0 ? 1 : kurz
}
