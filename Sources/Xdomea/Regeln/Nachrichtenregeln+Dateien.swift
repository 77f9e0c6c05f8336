// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefung

/// References to files: R4 for names, R19 for formats, R52, R53, R55, R57, R58, R60.
extension Nachrichtenregeln {
  /// Takes over the files of a format and checks what is said of them.
  mutating func pruefe(_ f: Format, _ art: Dateiverweis.Art, an stelle: Stelle) {
    let p = f.primaerdokument
    var verweis = Dateiverweis(
      name: p.dateiname, zeile: zeilen.datei(p.dateiname) ?? stelle.zeile, objekt: stelle.id,
      betreff: stelle.betreff, art: art, hash: p.hash, formatcode: f.name.wert,
      sonstigerName: f.sonstigerName, datumUhrzeit: p.datumUhrzeit,
      zeitpunktLetzteAenderung: p.zeitpunktLetzteAenderung)
    pruefeHash(&verweis)
    pruefe(f.name, .dateiformat, an: stelle)
    pruefeFormat(f, verweis)
    pruefeZeiten(verweis)
    nimm(verweis)
    guard case .dateien(let namen) = p.signaturSiegel else { return }
    for name in namen {
      nimm(
        Dateiverweis(
          name: name, zeile: zeilen.datei(name) ?? stelle.zeile, objekt: stelle.id,
          betreff: stelle.betreff, art: .signatur))
    }
  }

  private mutating func nimm(_ verweis: Dateiverweis) {
    guard !verweis.name.isEmpty else {
      return melde(Regelwerk.r52, "Eine Datei ist ohne Namen genannt.", an: verweis)
    }
    let name = Bytename(verweis.name)
    for mangel in Namensmangel.maengel(verweis.name) where mangel != .unterordner {
      melde(Regelwerk.r4, "Unzulässiger Pfad \(verweis.name): \(mangel.grund).", an: verweis)
    }
    if let erster = genannt[name] {
      let zeile = dateiverweise[erster].zeile.map { " (zuerst in Zeile \($0))" } ?? ""
      melde(
        Regelwerk.r53, "Datei \(verweis.name) wird mehrfach referenziert\(zeile).", an: verweis)
    } else {
      genannt[name] = dateiverweise.count
    }
    dateiverweise.append(verweis)
  }

  // MARK: Format and times

  private func pruefeFormat(_ f: Format, _ verweis: Dateiverweis) {
    let code = f.name.wert
    let benannt = !(f.sonstigerName?.isEmpty ?? true)
    if code == "100", !benannt {
      melde(
        Regelwerk.r58, "SonstigerName fehlt bei Format 100 (Datei \(verweis.name)).", an: verweis)
    } else if code != "100", benannt, !code.isEmpty {
      melde(
        Regelwerk.r58,
        "SonstigerName „\(f.sonstigerName ?? "")“ bei Format \(code) ist unzulässig "
          + "(Datei \(verweis.name)).", an: verweis)
    }
    if let v = f.name.listVersion, !v.isEmpty, v != "1.0", v != "2.0" { return }
    let passende = Dateiformate.endungen(code: code)
    if passende.isEmpty { return }
    let endung = Primaerdateiname.endung(verweis.name)
    if !endung.isEmpty, !passende.contains(endung) {
      melde(
        Regelwerk.r58, schwere: .warnung,
        "Dateiendung .\(endung) passt nicht zu Format \(code) "
          + "(\(passende.sorted().joined(separator: ", "))): Datei \(verweis.name).", an: verweis)
    }
  }

  private func pruefeZeiten(_ verweis: Dateiverweis) {
    let entstanden = verweis.datumUhrzeit
    let geaendert = verweis.zeitpunktLetzteAenderung
    if let e = entstanden, let g = geaendert, e.istSpaeter(als: g) {
      melde(
        Regelwerk.r60,
        "Zeitangaben zu \(verweis.name) unplausibel: geändert (\(g.text)) vor dem Entstehen "
          + "(\(e.text)).", an: verweis)
    }
    guard let nachricht = kopf.erstellungszeitpunkt, let letzter = geaendert ?? entstanden,
      letzter.istSpaeter(als: nachricht)
    else { return }
    melde(
      Regelwerk.r60,
      "Zeitangaben zu \(verweis.name) unplausibel: \(letzter.text) liegt nach dem Erstellen der "
        + "Nachricht (\(nachricht.text)).", an: verweis)
  }

  // MARK: Digest

  private mutating func pruefeHash(_ verweis: inout Dateiverweis) {
    guard version >= .v400 else { return }
    guard let hash = verweis.hash else {
      ohneHash += 1
      return
    }
    let code = hash.algorithmus.flatMap { $0.wert.isEmpty ? nil : $0 }
    let sonstiger = hash.sonstigerAlgorithmus.flatMap { $0.isEmpty ? nil : $0 }
    guard (code == nil) != (sonstiger == nil), !hash.wert.isEmpty else {
      melde(
        Regelwerk.r57,
        "Hash-Angaben zu \(verweis.name) unvollständig oder doppelt: "
          + (hash.wert.isEmpty
            ? "Der Wert fehlt." : "Genau ein Verfahren (Algorithmus) muss genannt sein."),
        an: verweis)
      return
    }
    guard let v = verfahren(code, sonstiger) else {
      let name = code?.wert ?? sonstiger ?? ""
      melde(
        Regelwerk.r57, schwere: .warnung,
        "Hash-Angaben zu \(verweis.name): Das Verfahren „\(name)“ kennt dieses Werkzeug nicht, "
          + "der Hash wird nicht nachgerechnet.", an: verweis)
      return
    }
    verweis.pruefsumme = Pruefsumme(v, text: hash.wert)
    if verweis.pruefsumme == nil {
      melde(
        Regelwerk.r57,
        "Hash-Angaben zu \(verweis.name) unvollständig: Der Wert hat nicht die Länge von "
          + "\(v.rawValue).", an: verweis)
    }
  }

  /// The algorithm that a message names; asked once for every spelling.
  private mutating func verfahren(_ code: Code?, _ sonstiger: String?) -> Hashverfahren? {
    let wort = code?.wert ?? sonstiger ?? ""
    if let bekannt = verfahren[wort] { return bekannt }
    let v =
      Hashverfahren(bezeichnung: wort)
      ?? code?.name.flatMap { Hashverfahren(bezeichnung: $0) }
    verfahren[wort] = .some(v)
    return v
  }

  /// One hint for the whole message.
  func meldeFehlendeHashes() {
    guard ohneHash > 0 else { return }
    melde(
      Regelwerk.r57, schwere: .hinweis,
      ohneHash == 1
        ? "Zu 1 Datei ist kein Hash angegeben; ob sie unverändert ist, lässt sich nicht prüfen."
        : "Zu \(ohneHash) Dateien ist kein Hash angegeben; ob sie unverändert sind, lässt sich "
          + "nicht prüfen.", zeile: nil)
  }

  // MARK: Names

  /// R55: needs the UUIDs of the whole message.
  func pruefeDateikennungen() {
    guard version >= .v400 else { return }
    for v in dateiverweise {
      var name = v.name
      let kennung = name.withUTF8 { p in
        p.count >= 36 ? ObjektID(utf8: UnsafeBufferPointer(rebasing: p[..<36])) : nil
      }
      guard let kennung, let objekt = vergeben[kennung] else { continue }
      melde(
        Regelwerk.r55,
        "Dateiname \(v.name) verwendet die UUID eines Objekts (\(objekt.art.anzeige)).", an: v)
    }
  }
}
