// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Baggang {
  /// Labels that the RFC wants once at most (section 2.2.2).
  private static let einmalig = ["Bagging-Date", "Bag-Size", "Bag-Group-Identifier", "Bag-Count"]

  /// `bag-info.txt`, up to 0.95 `package-info.txt`.
  mutating func pruefeInfo(_ quelle: any Bagquelle) {
    let name = regelversion.infodatei
    guard let index = stellen[Bagpfad(name)], let bytes = text(quelle, index) else { return }
    var verstoesse: [(Int, Baginfo.Verstoss)] = []
    info = Baginfo.gelesen(bytes) { verstoesse.append(($0, $1)) }
    for (zeile, verstoss) in verstoesse {
      switch verstoss {
      case .ohneDoppelpunkt:
        meldeInfo("INFO-ZEILE", "Die Zeile hat keine Bezeichnung mit Doppelpunkt.", name, zeile)
      case .fortsetzungOhneAnfang:
        meldeInfo("INFO-ZEILE", "Die Zeile setzt etwas fort, das nicht begonnen hat.", name, zeile)
      case .leerraum(let bezeichnung) where regelversion.istRFC:
        melde(
          "INFO-LEERRAUM",
          "Um den Doppelpunkt nach »\(bezeichnung.sichtbar)« ist der Leerraum falsch.",
          name, zeile: zeile)
      case .leerraum: break
      }
    }
    for bezeichnung in Self.einmalig where info[bezeichnung].count > 1 {
      melde("INFO-MEHRFACH", "»\(bezeichnung)« steht mehrfach da.", name)
    }
  }

  private mutating func meldeInfo(_ regel: String, _ meldung: String, _ name: String, _ zeile: Int)
  {
    melde(regel, meldung, name, zeile: zeile, schwere: regelversion.istRFC ? nil : .warnung)
  }

  /// `Payload-Oxum` against what is there.
  mutating func pruefeOxum() {
    let name = regelversion.infodatei
    let werte = info["Payload-Oxum"]
    if werte.count > 1 {
      melde("OXUM-MEHRFACH", "Payload-Oxum steht \(werte.count)-mal da.", name)
    }
    for wert in werte {
      guard let soll = Oxum(wert) else {
        melde("OXUM-FORM", "»\(wert.sichtbar)« hat nicht die Form »Byte.Dateien«.", name)
        continue
      }
      if soll != oxum {
        melde(
          "OXUM-ABWEICHUNG",
          """
          Angegeben sind \(soll.dateien.mal("Datei", "Dateien")) mit \(soll.oktette.deutsch) Byte, \
          vorhanden \(oxum.dateien.mal("Datei", "Dateien")) mit \(oxum.oktette.deutsch) Byte.
          """, name)
      }
    }
  }

  /// `fetch.txt` (RFC 8493, section 2.2.3): the addresses by path; nothing is fetched.
  mutating func liesLadeliste(_ quelle: any Bagquelle) -> [Bagpfad: String] {
    guard let index = stellen[Bagpfad("fetch.txt")] else { return [:] }
    melde("FETCH-VORHANDEN", "Das Paket hat eine Datei fetch.txt.", "fetch.txt")
    guard let bytes = text(quelle, index) else { return [:] }
    var liste: [Bagpfad: String] = [:]
    for (nummer, zeile) in Tagzeilen(bytes) {
      let felder = zeile.split(maxSplits: 2, whereSeparator: \.istLeerraum)
      guard felder.count == 3, felder[0].contains(0x3A),
        felder[1].elementsEqual("-".utf8) || felder[1].allSatisfy({ 0x30...0x39 ~= $0 })
      else {
        melde(
          "FETCH-ZEILE", "Die Zeile nennt nicht Adresse, Länge und Pfad.", "fetch.txt",
          zeile: nummer)
        continue
      }
      let roh = felder[2].drop(while: \.istLeerraum).text
      let pfad = regelversion.istRFC ? Prozentregel.dekodiert(roh).pfad : roh
      if let gefahr = Pfadgefahr(roh) ?? Pfadgefahr(pfad) {
        melde(
          "FETCH-" + gefahr.rawValue, "Der Pfad »\(roh.sichtbar)« ist gefährlich: \(gefahr.grund).",
          "fetch.txt", zeile: nummer)
        continue
      }
      liste[Bagpfad(pfad)] = felder[0].text
    }
    return liste
  }
}
