// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefung
internal import XMLStrom

/// One run of the checker over one SIP.
struct Earkgang {
  /// A digest that METS promises for a file.
  struct Zusage {
    let stelle: Int
    let summe: Pruefsumme
    let regel: String
    /// The METS file by its place, and the line in it.
    let mets: Int
    let zeile: Int
  }

  /// A file that METS names and that is not there.
  struct Luecke {
    let pfad: Bagpfad
    let summe: Pruefsumme?
  }

  /// The most METS files that are read, and the most streams opened within an archive.
  static let hoechstensMets = 1000
  static let hoechstensStroeme = 64

  let pruefer: Earkpruefer
  var bericht: Pruefbericht
  /// The version whose rules hold.
  var version: Earkversion
  var angegebeneVersion: Earkversion?

  var bestand = Bagbestand()
  var stellen: [Bagpfad: Int] = [:]
  /// Whether METS names a file, by its place.
  var genannt: [Bool] = []
  var zusagen: [Zusage] = []
  var luecken: [Luecke] = []
  var suche = Aehnlichsuche()
  /// METS files still to be read, and those that were.
  var warteschlange: [Int] = []
  var gelesen: Set<Int> = []
  /// The METS files of representations that a division points to.
  var gezeigt: Set<Int> = []
  var premis: [Int] = []
  /// The digests that METS promises; made for the first PREMIS file.
  var bekannteSummen: Set<Pruefsumme> = []
  var bekannteVerfahren: Set<Hashverfahren> = []
  /// Ids of all METS files so far; kept by 2.1.0 only.
  var paketIDs: Set<String> = []
  var nenntFormate = false
  var lage = Metslage()

  /// A METS file could not be read to its end, so that nothing can be said of files it does not name.
  var istUnvollstaendig = false
  private var hatFehler = false
  private var istUngeprueft = false
  private var stroeme = 0
  private var umfang = Oxum()

  init(_ pruefer: Earkpruefer, _ pfad: String) {
    self.pruefer = pruefer
    version = pruefer.version ?? .v220
    bericht = Pruefbericht(werkzeug: pruefer.werkzeug, datei: pfad, art: "eark")
  }

  mutating func pruefe(_ quelle: any Bagquelle) {
    bestand = quelle.bestand
    genannt = [Bool](repeating: false, count: bestand.dateien.count)
    stellen.reserveCapacity(bestand.dateien.count)
    for (stelle, datei) in bestand.dateien.enumerated() { stellen[datei.pfad] = stelle }
    pruefeUmfeld()
    if let wurzel = stellen[Bagpfad("METS.xml")] {
      genannt[wurzel] = true
      warteschlange = [wurzel]
      liesAlles(quelle)
    } else {
      istUnvollstaendig = true
      let aehnlich = bestand.dateien.first { $0.pfad.text.lowercased() == "mets.xml" }
      let zusatz = aehnlich.map { " Vorhanden ist »\($0.pfad.text.sichtbar)«." } ?? ""
      melde("CSIPSTR4", "Die Datei METS.xml fehlt.\(zusatz)", "METS.xml")
    }
    let ungenannte = istUnvollstaendig ? [] : genannt.indices.filter { !genannt[$0] }
    pruefePruefsummen(quelle, ungenannte)
    for stelle in ungenannte {
      melde(
        "EARK-DATEI-UNGENANNT",
        gezeigt.contains(stelle)
          ? "Ein Abschnitt zeigt auf die Datei, aber keine Gruppe nennt sie mit ihrer Prüfsumme."
          : "Keine METS.xml nennt die Datei.", bestand.dateien[stelle].pfad.text)
    }
    for stelle in premis { pruefePremis(quelle, stelle) }
    bericht.angaben.append(("E-ARK SIP", angegebeneVersion?.rawValue ?? "unbekannte Fassung"))
    bericht.angaben.append(("Dateien", umfang.dateien.deutsch))
    bericht.angaben.append(("Byte", umfang.oktette.deutsch))
  }

  consuming func ergebnis() -> Earkergebnis {
    let urteil: Bagurteil =
      hatFehler ? .ungueltig : istUngeprueft ? .nichtPruefbar : .gueltig
    return Earkergebnis(
      bericht: bericht, urteil: urteil, version: angegebeneVersion, umfang: umfang)
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
    var schwere = schwere ?? Earkregeln.schwere(id, version)
    if pruefer.strenge == .tolerant, schwere == .fehler, !Earkregeln.unverzichtbar.contains(id) {
      schwere = .warnung
    }
    if schwere == .fehler {
      if Earkregeln.nichtPruefbar.contains(id) { istUngeprueft = true } else { hatFehler = true }
    }
    bericht.melde(
      Befund(
        Earkregeln[id], schwere: schwere, meldung, ort: Ort(datei: datei, zeile: zeile)))
  }

  /// A finding about the METS file that is being read.
  mutating func melde(_ id: String, _ meldung: String, _ zeile: Int, _ schwere: Schwere? = nil) {
    melde(id, meldung, lage.pfad, zeile: zeile, schwere: schwere)
  }

  /// A finding about the METS file that is being read as a whole.
  mutating func meldeMets(_ id: String, _ meldung: String, _ schwere: Schwere? = nil) {
    melde(id, meldung, lage.pfad, zeile: nil, schwere: schwere)
  }

  /// What lies in the package besides regular files with harmless names.
  private mutating func pruefeUmfeld() {
    for (regel, meldung, datei) in bestand.huelle {
      melde(regel == "ARCHIV-ORDNER" ? "CSIPSTR1" : regel, meldung, datei)
    }
    for pfad in bestand.verknuepfungen {
      melde("VERKNUEPFUNG", "Im Paket liegt eine Verknüpfung.", pfad)
    }
    for pfad in bestand.sonderdateien {
      melde("SONDERDATEI", "Im Paket liegt ein Gerät, eine Leitung oder ein Socket.", pfad)
    }
    for fremd in bestand.fremdnamen {
      melde("NAME-KODIERUNG", "Der Dateiname ist kein gültiges UTF-8.", fremd.anzeige)
    }
    for datei in bestand.dateien where datei.pfad != Bagpfad("METS.xml") {
      umfang.dateien += 1
      umfang.oktette += datei.groesse
    }
  }

  // MARK: METS files

  private mutating func liesAlles(_ quelle: any Bagquelle) {
    liesWartende(quelle)
    // What nobody points to is read all the same, so that its files are checked, too.
    for (stelle, datei) in bestand.dateien.enumerated()
    where !gelesen.contains(stelle) && Self.istRepraesentation(datei.pfad) {
      warteschlange.append(stelle)
    }
    liesWartende(quelle)
    guard !istUnvollstaendig else { return }
    for stelle in gelesen.sorted()
    where Self.istRepraesentation(bestand.dateien[stelle].pfad) && !gezeigt.contains(stelle) {
      melde(
        "CSIP105", "Kein Abschnitt der Gliederung zeigt auf diese METS.xml.",
        bestand.dateien[stelle].pfad.text, schwere: .warnung)
    }
  }

  /// Whether a path is that of the METS file of a representation.
  static func istRepraesentation(_ pfad: Bagpfad) -> Bool {
    let teile = pfad.text.utf8.split(separator: 0x2F)
    return teile.count == 3 && teile[0].elementsEqual("representations".utf8)
      && teile[2].elementsEqual("METS.xml".utf8)
  }

  private mutating func liesWartende(_ quelle: any Bagquelle) {
    var naechste = 0
    while naechste < warteschlange.count {
      let stelle = warteschlange[naechste]
      naechste += 1
      guard gelesen.insert(stelle).inserted else { continue }
      guard gelesen.count <= Self.hoechstensMets else {
        istUnvollstaendig = true
        melde(
          "GRENZE", "Gelesen werden höchstens \(Self.hoechstensMets) METS-Dateien.",
          bestand.dateien[stelle].pfad.text)
        break
      }
      liesMets(stelle, quelle)
    }
    warteschlange = []
  }

  /// The content of a file as a stream; nil, with a finding, if it cannot be had.
  mutating func strom(_ stelle: Int, _ quelle: any Bagquelle) -> Paketstrom? {
    let datei = bestand.dateien[stelle]
    // Small METS files of archives are in memory already; for others each stream is a pass over it.
    if !(quelle is Bagordner), datei.groesse > 1 << 20 || datei.pfad.name != "METS.xml" {
      stroeme += 1
      guard stroeme <= Self.hoechstensStroeme else {
        istUnvollstaendig = true
        melde(
          "GRENZE",
          "In Archiven werden höchstens \(Self.hoechstensStroeme) große Metadaten gelesen.",
          datei.pfad.text)
        return nil
      }
    }
    do throws(UebergabeFehler) {
      return try quelle.strom(stelle)
    } catch {
      istUnvollstaendig = true
      melde(error.dateiregel, error.description, datei.pfad.text)
      return nil
    }
  }

  /// Says why a METS or PREMIS file could not be read.
  mutating func melde(_ fehler: any Error, _ datei: String) {
    switch fehler {
    case XMLFehler.grenze(_, _, let zeile): melde("GRENZE", "\(fehler)", datei, zeile: zeile)
    case let fehler as XMLFehler: melde("EARK-XML", fehler.description, datei, zeile: fehler.zeile)
    case let fehler as UebergabeFehler: melde(fehler.dateiregel, fehler.description, datei)
    case let fehler as BehaelterFehler:
      melde(UebergabeFehler.behaelter(fehler).dateiregel, fehler.description, datei)
    default: melde("NICHT-LESBAR", "\(fehler)", datei)
    }
  }
}

extension XMLFehler {
  fileprivate var zeile: Int? {
    switch self {
    case .nichtWohlgeformt(let zeile, _, _), .doctype(let zeile), .kodierung(_, let zeile): zeile
    default: nil
    }
  }
}
