// SPDX-License-Identifier: Apache-2.0

/// The central directory of a container, read without unpacking anything.
///
/// Shows what a ZIP library hides: the flags, the bytes of a name, and contradictions that make
/// two readers see two contents. Needs about 200 bytes of memory per entry.
public struct Verzeichnis: Sendable {
  /// The path of the container.
  public let pfad: String
  /// The entries in the order of the directory.
  public let eintraege: [Eintrag]

  /// The indices of the entries in the order of their content in the file.
  let reihenfolge: [UInt32]
  /// Where the directory begins and the content of the last entry must have ended.
  let inhaltsende: Int64
  /// Hash of the folded name and index of the entry, sorted.
  private let verweise: [Verweis]

  private struct Verweis: Comparable {
    let hash: Int
    let index: UInt32

    static func < (a: Verweis, b: Verweis) -> Bool { (a.hash, a.index) < (b.hash, b.index) }
  }

  /// Reads the directory of the container at `pfad` and checks it against `grenzen`.
  ///
  /// Defects of names are not errors but ``Eintrag/maengel``; encrypted entries are marked.
  ///
  /// - Throws: ``BehaelterFehler``: unreadable, no ZIP, contradictory (overlapping entries, wrong
  ///   offsets), split, or beyond a limit.
  public init(pfad: String, grenzen: Grenzen = .standard) throws(BehaelterFehler) {
    try self.init(Containerdatei(pfad: pfad), grenzen)
  }

  init(_ datei: Containerdatei, _ grenzen: Grenzen) throws(BehaelterFehler) {
    let lage = try Verzeichnislage(datei)
    guard lage.anzahl <= grenzen.eintraege, lage.anzahl <= Int64(UInt32.max) else {
      throw .grenze(
        pfad: datei.pfad, eintrag: nil, grenze: "höchstens \(grenzen.eintraege) Einträge",
        wert: lage.anzahl)
    }
    var eintraege: [Eintrag] = []
    eintraege.reserveCapacity(Int(lage.anzahl))
    var leser = Satzleser(datei, lage)
    var summe = Summe(datei.pfad, grenzen)
    while let satz = try leser.naechster() {
      let eintrag = Eintrag(satz, grenzen)
      try summe.nimm(eintrag)
      eintraege.append(eintrag)
    }
    try summe.schluss()
    reihenfolge = try Self.reihenfolge(eintraege, datei, ende: lage.anfang)
    verweise = Self.verweise(&eintraege)
    pfad = datei.pfad
    inhaltsende = lage.anfang
    self.eintraege = eintraege
  }

  /// The entry of exactly this name, byte for byte; nil if there is none.
  ///
  /// If several have it, the first. O(log n).
  public subscript(name: String) -> Eintrag? {
    let hash = Namensmangel.schluessel(name).hashValue
    var unten = 0
    var oben = verweise.count
    while unten < oben {
      let mitte = (unten + oben) / 2
      if verweise[mitte].hash < hash { unten = mitte + 1 } else { oben = mitte }
    }
    while unten < verweise.count, verweise[unten].hash == hash {
      let i = Int(verweise[unten].index)
      if eintraege[i].name.utf8.elementsEqual(name.utf8) { return eintraege[i] }
      unten += 1
    }
    return nil
  }

  /// The entry at `stelle` in the order of the content.
  func eintrag(anStelle stelle: Int) -> Eintrag { eintraege[Int(reihenfolge[stelle])] }

  /// The place of `eintrag` in the order of the content.
  package func stelle(_ eintrag: Eintrag) -> Int {
    var unten = 0
    var oben = reihenfolge.count
    while unten < oben {
      let mitte = (unten + oben) / 2
      if self.eintrag(anStelle: mitte).ort < eintrag.ort { unten = mitte + 1 } else { oben = mitte }
    }
    return unten
  }

  /// Sorts by place and refuses entries that share bytes, the trick of the small ZIP bombs.
  private static func reihenfolge(
    _ eintraege: [Eintrag], _ datei: Containerdatei, ende: Int64
  ) throws(BehaelterFehler) -> [UInt32] {
    var folge = (0..<UInt32(eintraege.count)).map { $0 }
    let sortiert = zip(eintraege, eintraege.dropFirst()).allSatisfy { $0.ort < $1.ort }
    if !sortiert { folge.sort { eintraege[Int($0)].ort < eintraege[Int($1)].ort } }
    for (stelle, index) in folge.enumerated() {
      let e = eintraege[Int(index)]
      let schluss = stelle + 1 < folge.count ? eintraege[Int(folge[stelle + 1])].ort : ende
      guard e.ort <= schluss, e.gepackt <= schluss - e.ort - Int64(30 + e.namenslaenge) else {
        throw datei.beschaedigt(
          stelle + 1 < folge.count
            ? "der Inhalt überlappt den nächsten Eintrag"
            : "der Inhalt reicht in das Inhaltsverzeichnis",
          e.name)
      }
    }
    return folge
  }

  /// The sorted hashes; marks entries whose names count as one.
  private static func verweise(_ eintraege: inout [Eintrag]) -> [Verweis] {
    var verweise: [Verweis] = []
    verweise.reserveCapacity(eintraege.count)
    for i in eintraege.indices {
      verweise.append(
        Verweis(hash: Namensmangel.schluessel(eintraege[i].name).hashValue, index: UInt32(i)))
    }
    verweise.sort()
    var anfang = 0
    while anfang < verweise.count {
      var ende = anfang + 1
      while ende < verweise.count, verweise[ende].hash == verweise[anfang].hash { ende += 1 }
      if ende - anfang > 1 {
        var erste: [String: String] = [:]
        for v in verweise[anfang..<ende] {
          let name = eintraege[Int(v.index)].name
          if let mit = erste[Namensmangel.schluessel(name)] {
            eintraege[Int(v.index)].maengel.append(.doppelt(mit: mit))
          } else {
            erste[Namensmangel.schluessel(name)] = name
          }
        }
      }
      anfang = ende
    }
    return verweise
  }
}

/// Checks the sizes of entries against the limits and adds them up.
private struct Summe {
  private let pfad: String
  private let grenzen: Grenzen
  private var groesse: Int64 = 0
  private var gepackt: Int64 = 0

  init(_ pfad: String, _ grenzen: Grenzen) {
    self.pfad = pfad
    self.grenzen = grenzen
  }

  mutating func nimm(_ e: Eintrag) throws(BehaelterFehler) {
    guard e.groesse <= grenzen.eintragsgroesse else {
      throw fehler(e, "höchstens \(grenzen.eintragsgroesse) Byte je Eintrag", e.groesse)
    }
    if e.verfahren == 0, !e.verschluesselt, e.groesse != e.gepackt {
      throw .beschaedigt(
        pfad: pfad, eintrag: e.name, grund: "ungepackt, aber mit zwei verschiedenen Größen")
    }
    let (neu, ueberlauf) = groesse.addingReportingOverflow(e.groesse)
    guard !ueberlauf, neu <= grenzen.gesamtgroesse else {
      throw fehler(nil, "höchstens \(grenzen.gesamtgroesse) Byte insgesamt", ueberlauf ? .max : neu)
    }
    groesse = neu
    gepackt = gepackt.addingReportingOverflow(e.gepackt).partialValue
    guard gepackt >= 0 else {
      throw .beschaedigt(pfad: pfad, eintrag: e.name, grund: "unmögliche Größenangabe")
    }
    if grenzen.verhaeltnisUeberschritten(groesse: e.groesse, gepackt: e.gepackt) {
      throw fehler(e, verhaeltnis, e.groesse / max(1, e.gepackt))
    }
  }

  func schluss() throws(BehaelterFehler) {
    if grenzen.verhaeltnisUeberschritten(groesse: groesse, gepackt: gepackt) {
      throw fehler(nil, verhaeltnis, groesse / max(1, gepackt))
    }
  }

  private var verhaeltnis: String {
    "höchstens das \(grenzen.verhaeltnis)-Fache der gepackten Größe"
  }

  private func fehler(_ e: Eintrag?, _ grenze: String, _ wert: Int64) -> BehaelterFehler {
    .grenze(pfad: pfad, eintrag: e?.name, grenze: grenze, wert: wert)
  }
}

extension Eintrag {
  fileprivate init(_ satz: Verzeichnissatz, _ grenzen: Grenzen) {
    let gueltig = String(validating: satz.name, as: UTF8.self)
    let istASCII = satz.name.allSatisfy { $0 < 128 }
    name = gueltig ?? CP437.text(satz.name)
    fremdname = gueltig == nil ? Array(satz.name) : nil
    istUTF8 = istASCII || (satz.istUTF8Flag && gueltig != nil)
    art = satz.art
    groesse = satz.groesse
    gepackt = satz.gepackt
    crc32 = satz.crc32
    verschluesselt = satz.verschluesselt
    verfahren = satz.verfahren
    ort = satz.ort
    maengel = Namensmangel.maengel(name, laenge: grenzen.namenslaenge)
    if art == .ordner, !maengel.contains(.unterordner) { maengel.append(.unterordner) }
    if !istUTF8 { maengel.append(.nichtUTF8) }
    if art == .verknuepfung { maengel.append(.verknuepfung) }
  }
}
