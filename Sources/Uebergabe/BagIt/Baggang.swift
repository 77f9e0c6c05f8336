// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// One run of the checker over one bag.
struct Baggang {
  let pruefer: Bagpruefer
  var bericht: Pruefbericht
  var version: Bagversion?
  /// The rules that hold: those of the version, or the newest if it is unreadable.
  var regelversion: Bagversion { version ?? .v10 }
  var zeichensatz = Zeichensatz.utf8
  var info = Baginfo()
  var oxum = Oxum()

  var bestand = Bagbestand()
  /// The place in `bestand.dateien` by path.
  var stellen: [Bagpfad: Int] = [:]
  /// Paths that a manifest names with differing digests, by its name: they are in it all the same.
  var doppelte: [String: Set<Bagpfad>] = [:]
  /// Which digests are wanted of which file.
  var auftraege: [Int: [Hashverfahren]] = [:]

  private var hatFormfehler = false
  private var hatInhaltsfehler = false
  private var istUngeprueft = false

  init(_ pruefer: Bagpruefer, _ pfad: String) {
    self.pruefer = pruefer
    bericht = Pruefbericht(werkzeug: pruefer.werkzeug, datei: pfad, art: "bag")
  }

  var istTolerant: Bool { pruefer.strenge == .tolerant }

  mutating func pruefe(_ quelle: any Bagquelle) {
    bestand = quelle.bestand
    stellen.reserveCapacity(bestand.dateien.count)
    for (index, datei) in bestand.dateien.enumerated() { stellen[datei.pfad] = index }
    pruefeHuelle()
    pruefeUmfeld()
    pruefeGrundlage(quelle)
    pruefeInfo(quelle)
    let manifeste = liesManifeste(quelle, .nutzlast)
    let tagmanifeste = liesManifeste(quelle, .tag)
    let ladeliste = liesLadeliste(quelle)
    var nutzlast = ordneNutzlastZu(manifeste, ladeliste)
    let tags = ordneTagsZu(tagmanifeste, manifeste)
    bestelle(nutzlast, manifeste)
    bestelle(tags, tagmanifeste)
    bestelleUnbekannte(&nutzlast)
    let summen = quelle.hashe(auftraege, faeden: pruefer.faeden)
    vergleiche(nutzlast, manifeste, summen, "NUTZLAST-PRUEFSUMME")
    vergleiche(tags, tagmanifeste, summen, "TAG-PRUEFSUMME")
    erkenneUmbenannte(nutzlast, manifeste, summen)
    pruefeOxum()
    bericht.angaben.append(("BagIt-Version", version?.description ?? "unlesbar"))
    bericht.angaben.append(("Dateien", oxum.dateien.deutsch))
    bericht.angaben.append(("Byte", oxum.oktette.deutsch))
  }

  consuming func ergebnis() -> Bagergebnis {
    let urteil: Bagurteil =
      if hatFormfehler || hatInhaltsfehler {
        .ungueltig
      } else if istUngeprueft {
        .nichtPruefbar
      } else {
        .gueltig
      }
    return Bagergebnis(
      bericht: bericht, urteil: urteil,
      vollstaendig: !hatFormfehler && !istUngeprueft, version: version, oxum: oxum, info: info)
  }

  /// Adds a finding.
  ///
  /// - Parameters:
  ///   - id: The rule.
  ///   - meldung: What was found, as a German sentence.
  ///   - datei: The file concerned.
  ///   - zeile: The line in it.
  ///   - schwere: The severity if it is not that of the rule.
  mutating func melde(
    _ id: String, _ meldung: String, _ datei: String?, zeile: Int? = nil, schwere: Schwere? = nil
  ) {
    let regel = Bagregeln[id]
    var schwere = schwere ?? regel.schwere
    if istTolerant, schwere == .fehler, Bagregeln.nachsicht.contains(id) { schwere = .warnung }
    if schwere == .fehler {
      if Bagregeln.nichtPruefbar.contains(id) {
        istUngeprueft = true
      } else if id == "NUTZLAST-PRUEFSUMME" || id == "TAG-PRUEFSUMME" {
        hatInhaltsfehler = true
      } else {
        hatFormfehler = true
      }
    }
    bericht.melde(
      Befund(regel, schwere: schwere, meldung, ort: Ort(datei: datei, zeile: zeile)))
  }

  /// The text of a tag file in UTF-8; nil, with a finding, if it cannot be read.
  mutating func text(_ quelle: any Bagquelle, _ index: Int) -> [UInt8]? {
    let name = bestand.dateien[index].pfad.text
    let bytes: [UInt8]
    do throws(UebergabeFehler) {
      bytes = try quelle.inhalt(index)
    } catch {
      melde(error.dateiregel, error.description, name)
      return nil
    }
    guard var text = zeichensatz.alsUTF8(bytes) else {
      melde(
        "TAG-ZEICHEN", "Die Datei enthält Bytes, die in \(zeichensatz.name) nichts bedeuten.", name)
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      // The converters leave it out where the character set needs one.
      if zeichensatz.istUTF8 { melde("TAG-BOM", "Die Datei beginnt mit einer BOM.", name) }
      text.removeFirst(3)
    }
    return text
  }
}
