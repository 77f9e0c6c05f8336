// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

extension Nachweisordner {
  /// Writes evidence records as files, and a list that says which file has which.
  ///
  /// A data group has one record, however many of its files are asked for.
  ///
  /// - Parameters:
  ///   - dateien: The paths as in the list of hashes; nil for all.
  ///   - nach: The new folder.
  /// - Returns: How many records there are.
  /// - Throws: ``NachweisFehler``; then nothing stands at `nach`.
  public func schreibeBelege(_ dateien: [String]?, nach: String) throws(NachweisFehler) -> Int {
    let nach = Beweisdatei.ohneSchraegstrich(nach)
    let liste = ketten[0].liste
    var gewollt: Set<Int>?
    if let dateien {
      var zeilen: Set<Int> = []
      for datei in dateien {
        guard let zeile = liste.zeile(Bagpfad(datei)) else {
          throw .nichtLesbar(pfad: datei, grund: "die Datei steht nicht in diesem Nachweis")
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
      throw .schreiben(pfad: nach, grund: "ist schon vorhanden")
    }
    let bau = nach + ".teil"
    guard mkdir(bau, 0o755) == 0 else { throw .schreiben(pfad: bau, grund: systemgrund(errno)) }
    var namen: [String] = []
    do throws(NachweisFehler) {
      var uebersicht: [UInt8] = []
      try beweise(nur: objekte) { (objekt, record) throws(NachweisFehler) in
        let nummer = String(namen.count + 1)
        let name = String(repeating: "0", count: max(0, 6 - nummer.count)) + nummer + ".ers"
        namen.append(name)
        try Beweisdatei.schreibe(record.der, nach: "\(bau)/\(name)", gesichert: false)
        for zeile in objekt.zeilen {
          uebersicht += Array("\(name)\t\(Tabfeld.maskiert(liste.pfade[zeile].text))\n".utf8)
        }
      }
      namen.append("uebersicht.tsv")
      try Beweisdatei.schreibe(uebersicht, nach: "\(bau)/uebersicht.tsv")
      guard rename(bau, nach) == 0 else { throw .schreiben(pfad: nach, grund: systemgrund(errno)) }
    } catch {
      for name in namen { unlink("\(bau)/\(name)") }
      rmdir(bau)
      throw error
    }
    return namen.count - 1
  }
}
