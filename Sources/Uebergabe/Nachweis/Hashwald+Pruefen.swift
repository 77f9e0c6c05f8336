// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
public import Pruefung

extension Hashwald {
  /// Checks a folder against its forest.
  ///
  /// - Parameters:
  ///   - ordner: The folder with the two files.
  ///   - werkzeug: Name and version of the tool for the report.
  ///   - grenzen: What is accepted.
  /// - Returns: The findings; ``Nachweisregeln``. A full forest names the damaged file, one of roots
  ///   the files of the damaged tree.
  /// - Throws: ``NachweisFehler`` if the folder cannot be read.
  public static func pruefe(
    _ ordner: String, werkzeug: String = "Uebergabe", grenzen: Nachweisgrenzen = .standard
  ) throws(NachweisFehler) -> Pruefbericht {
    var bericht = Pruefbericht(werkzeug: werkzeug, datei: ordner, art: "hashwald")
    func befund(_ regel: String, _ text: String, _ datei: String) {
      bericht.melde(Befund(Nachweisregeln[regel], text, ort: Ort(datei: datei)))
    }
    guard
      let pfade = try liesOrdnung(
        ordner, grenzen, { befund("WALD-REIHENFOLGE", $0, ordnungsname) }),
      let wald = try lies(ordner, pfade, grenzen, { befund("WALD-KOPF", $0, waldname) })
    else { return bericht }
    bericht.angaben.append(("Umfang", wald.umfang == .voll ? "Hash jeder Datei" : "nur Wurzeln"))
    bericht.angaben.append(("Dateien", (pfade.count - 1).deutsch))
    bericht.angaben.append(("Angegebene Zeit", wald.datum))

    let daten = try Nachweisdaten(ordner, grenzen: grenzen, streng: false)
    for eines in daten.befunde { bericht.melde(eines) }
    let eigene: Set = [Bagpfad(ordnungsname), Bagpfad(waldname)]
    let abgleich = Namensabgleich(soll: pfade.map { Bagpfad($0) }, ist: daten.pfade)
    for p in abgleich.fremd where !eigene.contains(p) {
      befund("DATEI-FREMD", "»\(p.text.sichtbar)« steht nicht in der Liste.", p.text)
    }
    for i in abgleich.fehlend {
      befund("DATEI-FEHLT", "»\(pfade[i].sichtbar)« fehlt.", pfade[i])
    }
    for t in abgleich.treffer where t.istUmgeschrieben {
      bericht.melde(.umgeschrieben(t.pfad.text))
    }
    let da = abgleich.treffer
    var gelesen = [[UInt8]?](repeating: nil, count: pfade.count)
    var unlesbar: [(Int, String)] = []
    try daten.hashe(da.map(\.pfad), [.sha512]) {
      (i, ergebnis) throws(NachweisFehler) in
      switch ergebnis {
      case .success(let summen): gelesen[da[i].zeile] = summen.first?.bytes
      case .failure(let fehler): unlesbar.append((da[i].zeile, fehler.description))
      }
    }
    for (i, grund) in unlesbar { befund("DATEI-NICHT-LESBAR", grund, pfade[i]) }
    switch wald.umfang {
    case .voll:
      for (i, wert) in gelesen.enumerated() {
        guard let wert, !wert.elementsEqual(wald.werte[i]) else { continue }
        befund("DATEI-GEAENDERT", "»\(pfade[i].sichtbar)« ist verändert.", pfade[i])
      }
    case .wurzeln:
      var anfang = 0
      for (nummer, groesse) in baeume(pfade.count).enumerated() {
        let teil = gelesen[anfang..<anfang + groesse]
        let namen = pfade[anfang..<anfang + groesse]
        anfang += groesse
        var blaetter = Hashreihe(laenge: 64)
        for wert in teil { if let wert { blaetter.haengeAn(wert) } }
        if blaetter.anzahl == groesse, try wurzeln(blaetter)[0].elementsEqual(wald.werte[nummer]) {
          continue
        }
        let genannt = namen.prefix(5).map { "»\($0.sichtbar)«" }.joined(separator: ", ")
        let rest = groesse > 5 ? " und \((groesse - 5).deutsch) weiteren" : ""
        befund(
          "WALD-BAUM",
          "Die Wurzel \(nummer + 1) stimmt nicht; betroffen ist eine von: \(genannt)\(rest).",
          waldname)
      }
    }
    return bericht
  }

  /// The files in order; nil after a fault was told.
  private static func liesOrdnung(
    _ ordner: String, _ grenzen: Nachweisgrenzen, _ mangel: (String) -> Void
  ) throws(NachweisFehler) -> [String]? {
    guard Beweisdatei.vorhanden("\(ordner)/\(ordnungsname)") else {
      mangel("Die Datei fehlt.")
      return nil
    }
    let bytes = try Beweisdatei.lies("\(ordner)/\(ordnungsname)", grenze: grenzen.liste)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      mangel("Sie ist kein UTF-8.")
      return nil
    }
    let zeilen = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let pfade = Array(zeilen.dropFirst())
    guard pfade.count <= grenzen.dateien else {
      throw .grenze(was: "Dateien in einem Hashwald", wert: grenzen.dateien)
    }
    guard try ordnung(pfade) == bytes else {
      mangel("Die erste Zeile ist nicht die Prüfsumme der übrigen.")
      return nil
    }
    guard pfade.first == ordnungsname, Set(pfade.map { Bagpfad($0) }).count == pfade.count,
      pfade.allSatisfy({ !$0.isEmpty && Pfadgefahr($0) == nil })
    else {
      mangel(
        "Sie nennt sich nicht selbst an erster Stelle, oder ein Pfad ist doppelt oder unzulässig.")
      return nil
    }
    return pfade
  }

  /// The forest over files; nil after a fault was told.
  private static func lies(
    _ ordner: String, _ pfade: [String], _ grenzen: Nachweisgrenzen, _ mangel: (String) -> Void
  ) throws(NachweisFehler) -> Hashwald? {
    guard Beweisdatei.vorhanden("\(ordner)/\(waldname)") else {
      mangel("Die Datei fehlt.")
      return nil
    }
    let bytes = try Beweisdatei.lies("\(ordner)/\(waldname)", grenze: grenzen.liste)
    let zeilen = bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map {
      String(decoding: $0, as: UTF8.self)
    }
    func wert(_ n: Int, _ name: String) -> String? {
      guard n < zeilen.count, zeilen[n].hasPrefix(name + " ") else { return nil }
      return String(zeilen[n].dropFirst(name.utf8.count + 1))
    }
    guard wert(0, "Version") == "1", let datum = wert(1, "Date"),
      let blaetter = wert(2, "Leafs"), let baumzahl = wert(3, "Trees"),
      wert(4, "Order") == ordnungsname,
      let umfang = wert(5, "Mode").flatMap({ Umfang(rawValue: $0) })
    else {
      mangel("Die ersten sechs Zeilen haben eine andere Form, oder die Version ist nicht 1.")
      return nil
    }
    let anzahl = umfang == .voll ? pfade.count : baeume(pfade.count).count
    guard blaetter == String(pfade.count), baumzahl == String(baeume(pfade.count).count),
      zeilen.count == anzahl + 7
    else {
      mangel("Die Zahl der Blätter oder Bäume passt nicht zur Liste der Dateien.")
      return nil
    }
    var werte = Hashreihe(laenge: 64)
    for n in 6..<6 + anzahl {
      guard let text = wert(n, umfang == .voll ? "L" : "R"), text.utf8.count == 128,
        let summe = Pruefsumme(.sha512, text: text)
      else {
        mangel("Zeile \(n + 1) ist kein Hashwert.")
        return nil
      }
      werte.haengeAn(summe.bytes)
    }
    let wald = Hashwald(umfang: umfang, pfade: pfade, datum: datum, werte: werte)
    let soll = try wald.text()
    guard soll == bytes || soll.dropLast() == bytes[...] else {
      mangel("Die letzte Zeile ist nicht die Prüfsumme der übrigen.")
      return nil
    }
    return wald
  }
}
