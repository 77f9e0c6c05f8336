// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

extension Nachweisordner {
  /// Writes evidence records as files, and a list that says which file has which.
  ///
  /// A data group has one record, however many of its files are asked for. With all files there is also the
  /// record of the list of hashes, `hashliste-1.ers`, if the tree covers it.
  ///
  /// - Parameters:
  ///   - dateien: The paths as in the list of hashes; nil for all.
  ///   - nach: The new folder.
  /// - Returns: How many records of files and groups there are.
  /// - Throws: ``NachweisFehler``; then nothing stands at `nach`.
  public func schreibeBelege(_ dateien: [String]?, nach: String) throws(NachweisFehler) -> Int {
    let nach = Beweisdatei.ohneSchraegstrich(nach)
    let liste = ketten[0].liste
    var gewollt: Set<Int>?
    if let dateien {
      var zeilen: Set<Int> = []
      for datei in dateien {
        guard let zeile = liste.zeile(Bagpfad(datei)) else {
          throw .unbekannt(datei: datei)
        }
        zeilen.insert(zeile)
      }
      gewollt = zeilen
    }
    let objekte = liste.objekte.filter { o in
      gewollt.map { g in o.zeilen.contains { g.contains($0) } } ?? true
    }
    var angaben = stat()
    guard lstat(nach, &angaben) != 0 else {
      throw .ziel(pfad: nach, grund: "es ist schon vorhanden")
    }
    let bau = try Nachweisbau(fuer: nach) { Self.istBelegname($0) }
    var anzahl = 0
    do throws(NachweisFehler) {
      var uebersicht: [UInt8] = []
      let ort = bau.pfad
      try beweise(nur: objekte) { (objekt, record) throws(NachweisFehler) in
        anzahl += 1
        let nummer = String(anzahl)
        let name = String(repeating: "0", count: max(0, 6 - nummer.count)) + nummer + ".ers"
        try Beweisdatei.schreibe(record.der, nach: "\(ort)/\(name)", gesichert: false)
        for zeile in objekt.zeilen {
          uebersicht += Array("\(name)\t\(Tabfeld.maskiert(liste.pfade[zeile].text))\n".utf8)
        }
      }
      if dateien == nil, let objekt = listenobjekt {
        try beweise(nur: [objekt]) { (_, record) throws(NachweisFehler) in
          try Beweisdatei.schreibe(
            record.der, nach: "\(ort)/\(Self.listenbeleg)", gesichert: false)
        }
      }
      try Beweisdatei.schreibe(uebersicht, nach: "\(ort)/\(Self.uebersicht)")
      try bau.vollende(nach)
    } catch {
      bau.raeume()
      throw error
    }
    return anzahl
  }

  private static let uebersicht = "uebersicht.tsv"
  private static let listenbeleg = "hashliste-1.ers"

  /// Whether a file of this name is made here.
  private static func istBelegname(_ name: String) -> Bool {
    if name == uebersicht || name == listenbeleg { return true }
    let nummer = name.utf8.dropLast(4)
    return name.hasSuffix(".ers") && nummer.count >= 6
      && nummer.allSatisfy { (0x30...0x39).contains($0) }
  }
}
