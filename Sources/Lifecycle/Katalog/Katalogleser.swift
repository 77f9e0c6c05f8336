// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefung

/// Reads a catalogue from CSV (lebenszyklus FAKTEN 5): UTF-8, `;`, columns by name in any order.
///
/// A row with an error is left out of the catalogue and reported; a catalogue with errors must not
/// be used, since an object would silently get the rule of a wider row.
public struct Katalogleser: Sendable {
  /// The result of reading.
  public struct Ergebnis: Sendable {
    /// The rows without an error.
    public var katalog: Aufbewahrungskatalog
    /// What was found, in the order of the file.
    public var befunde: [Befund]

    /// True if no finding is an error.
    public var istBrauchbar: Bool { !befunde.contains { $0.schwere == .fehler } }
  }

  /// Events whose day some system provides; nil if that is not known, then events are only listed.
  public var ereignisquellen: Set<String>?
  /// True if the municipality watches the 30 years otherwise, so that K32 is only a hint.
  public var waechterEingerichtet = false
  /// From how many years on a duration is taken for a mistake.
  public var grenzeJahre = 200
  /// The largest file that is read, in bytes.
  public var groessteDatei = 16 << 20
  /// The largest number of rows that is read.
  public var hoechstzahlZeilen = 50_000

  /// A reader.
  public init() {}

  /// The columns that a file must have, in the usual order.
  public static let spalten = [
    "id", "aktenplan", "betreff", "selektor", "dauer", "einheit", "startregel", "bezug",
    "mindestbis", "aussonderungsart", "rechtsgrundlage", "basis", "gueltigAb", "gueltigBis",
    "wirkung", "nieLoeschen",
  ]
  /// A column that a file may have: restricted processing after so many years (F28).
  public static let einschraenkung = "einschraenkungNachJahren"

  /// Reads a catalogue from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - version: Name of the version.
  ///   - datei: Name of the file for the findings.
  ///   - gueltigAb: First day of this version; nil takes no limit, the rows have their own.
  /// - Returns: The catalogue and the findings.
  public func lies(
    _ bytes: [UInt8], version: String, datei: String? = nil, gueltigAb: Kalendertag? = nil
  ) -> Ergebnis {
    var lauf = Kataloglauf(leser: self, datei: datei)
    lauf.lies(bytes)
    return Ergebnis(
      katalog: Aufbewahrungskatalog(
        version: version, gueltigAb: gueltigAb, zeilen: lauf.zeilen),
      befunde: lauf.befunde)
  }

  /// Checks rows that come from somewhere else than a file, such as a store.
  ///
  /// Only rules about rows together are asked (K11, K29–K34).
  public func pruefe(_ katalog: Aufbewahrungskatalog) -> [Befund] {
    var lauf = Kataloglauf(leser: self, datei: nil)
    lauf.zeilen = katalog.zeilen
    lauf.pruefeIds(katalog.zeilen.map { ($0.id, $0.zeile) })
    lauf.pruefeZusammenhang()
    return lauf.befunde
  }
}

/// One pass over one file.
struct Kataloglauf {
  let leser: Katalogleser
  let datei: String?
  var zeilen: [Katalogzeile] = []
  var befunde: [Befund] = []

  init(leser: Katalogleser, datei: String?) {
    self.leser = leser
    self.datei = datei
  }

  mutating func melde(
    _ regel: Regel, _ meldung: String, zeile: Int?, schwere: Schwere? = nil, abhilfe: String? = nil
  ) {
    let zeile = zeile == 0 ? nil : zeile
    befunde.append(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe, ort: Ort(datei: datei, zeile: zeile)))
  }

  mutating func lies(_ bytes: [UInt8]) {
    guard bytes.count <= leser.groessteDatei else {
      melde(
        Katalogregeln.k8,
        "Die Datei ist mit \(bytes.count.deutsch) Bytes zu groß für einen Katalog.", zeile: nil)
      return
    }
    guard pruefeKodierung(bytes) else { return }
    let csv = CSVLeser(bytes)
    meldeForm(csv)
    guard let kopf = csv.saetze.first else {
      melde(Katalogregeln.k8, "Die Datei ist leer.", zeile: nil)
      return
    }
    guard let spalten = liesKopf(kopf) else { return }
    let saetze = csv.saetze.dropFirst()
    guard saetze.count <= leser.hoechstzahlZeilen else {
      melde(
        Katalogregeln.k8, "Die Datei hat \(saetze.count.deutsch) Zeilen; das ist kein Katalog.",
        zeile: nil)
      return
    }
    var ids: [(String, Int)] = []
    for satz in saetze {
      guard satz.felder.count == spalten.anzahl else {
        melde(
          Katalogregeln.k6,
          "Die Zeile hat \(satz.felder.count.mal("Feld", "Felder")), die Kopfzeile "
            + "\(spalten.anzahl).", zeile: satz.zeile)
        continue
      }
      var felder = Katalogfelder(satz, spalten)
      let zeile = felder.lies(leser)
      for mangel in felder.maengel {
        melde(mangel.regel, mangel.meldung, zeile: satz.zeile, schwere: mangel.schwere)
      }
      if !felder.id.isEmpty { ids.append((felder.id, satz.zeile)) }
      if let zeile { zeilen.append(zeile) }
    }
    pruefeIds(ids)
    if zeilen.isEmpty {
      melde(Katalogregeln.k8, "Die Datei hat keine brauchbare Zeile.", zeile: nil)
    } else {
      pruefeZusammenhang()
    }
  }

  // MARK: Form

  private mutating func pruefeKodierung(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      melde(Katalogregeln.k1, "Die Datei ist in UTF-16 gespeichert.", zeile: 1)
      return false
    }
    if let null = bytes.firstIndex(of: 0) {
      melde(
        Katalogregeln.k1, "Die Datei enthält Nullbytes und ist keine Textdatei.",
        zeile: nummer(bytes[..<null]))
      return false
    }
    guard let stelle = Self.ersteUngueltige(bytes) else { return true }
    melde(
      Katalogregeln.k1,
      "Das Byte \(String(bytes[stelle], radix: 16, uppercase: true)) ist kein UTF-8; "
        + "wahrscheinlich ist die Datei als ANSI (Windows-1252) gespeichert.",
      zeile: nummer(bytes[..<stelle]))
    return false
  }

  private func nummer(_ davor: ArraySlice<UInt8>) -> Int {
    davor.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
  }

  /// Position of the first byte that is no UTF-8; nil if all are.
  private static func ersteUngueltige(_ bytes: [UInt8]) -> Int? {
    // All of it at once, the place only if there is one to find.
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var dekodierer = Unicode.UTF8.ForwardParser()
    var lauf = bytes.makeIterator()
    var stelle = 0
    while true {
      switch dekodierer.parseScalar(from: &lauf) {
      case .valid(let skalar): stelle += skalar.count
      case .error, .emptyInput: return min(stelle, bytes.count - 1)
      }
    }
  }

  private mutating func meldeForm(_ csv: CSVLeser) {
    if csv.hatteBOM {
      melde(
        Katalogregeln.k2, "Am Anfang steht eine Bytefolge (BOM); sie wurde übergangen.", zeile: 1)
    }
    let enden = [csv.zeilenenden.lf, csv.zeilenenden.crlf, csv.zeilenenden.cr]
    if enden.filter({ $0 > 0 }).count > 1 {
      melde(
        Katalogregeln.k3, "Die Datei mischt verschiedene Zeilenenden.", zeile: nil,
        schwere: .warnung)
    } else if csv.zeilenenden.crlf > 0 {
      melde(Katalogregeln.k3, "Die Zeilen enden wie unter Windows (CRLF).", zeile: nil)
    } else if csv.zeilenenden.cr > 0 {
      melde(Katalogregeln.k3, "Die Zeilen enden wie auf alten Macs (CR).", zeile: nil)
    }
    for mangel in csv.maengel {
      melde(
        Katalogregeln.k4,
        mangel.offen
          ? "Ein Anführungszeichen wird bis zum Ende der Datei nicht geschlossen."
          : "Nach einem schließenden Anführungszeichen steht weiterer Text.", zeile: mangel.zeile)
    }
  }

  private mutating func liesKopf(_ kopf: CSVLeser.Satz) -> Katalogspalten? {
    let spalten = Katalogspalten(kopf.felder)
    if spalten.fehlende.count == Katalogleser.spalten.count {
      let komma = kopf.felder.count == 1 && kopf.felder[0].contains(",")
      melde(
        Katalogregeln.k5,
        komma
          ? "Die Spalten sind mit Komma getrennt statt mit Semikolon."
          : "Die erste Zeile ist keine Kopfzeile.", zeile: kopf.zeile)
      return nil
    }
    for name in spalten.doppelte {
      melde(Katalogregeln.k5, "Die Spalte »\(name)« kommt mehrfach vor.", zeile: kopf.zeile)
    }
    if !spalten.fehlende.isEmpty {
      melde(
        Katalogregeln.k5,
        "In der Kopfzeile fehlt: \(spalten.fehlende.joined(separator: ", ")).", zeile: kopf.zeile)
    }
    for name in spalten.fremde {
      melde(
        Katalogregeln.k5, "Die Spalte »\(name)« ist nicht bekannt und wird übergangen.",
        zeile: kopf.zeile, schwere: .warnung,
        abhilfe: "Prüfen Sie, ob der Name richtig geschrieben ist.")
    }
    return spalten.doppelte.isEmpty && spalten.fehlende.isEmpty ? spalten : nil
  }
}

/// Where the columns of a file are.
struct Katalogspalten {
  /// How many columns the file has.
  let anzahl: Int
  private(set) var stellen: [String: Int] = [:]
  private(set) var doppelte: [String] = []
  private(set) var fremde: [String] = []

  init(_ namen: [String]) {
    anzahl = namen.count
    let bekannt = Set(Katalogleser.spalten + [Katalogleser.einschraenkung])
    for (stelle, roh) in namen.enumerated() {
      let name = Textform.komponiert(roh).ohneRand
      if !bekannt.contains(name) {
        fremde.append(name)
      } else if stellen.updateValue(stelle, forKey: name) != nil {
        doppelte.append(name)
      }
    }
  }

  var fehlende: [String] { Katalogleser.spalten.filter { stellen[$0] == nil } }
}

extension String {
  /// The text without white space at its ends.
  package var ohneRand: String {
    guard let erste = firstIndex(where: { !$0.isWhitespace }),
      let letzte = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[erste...letzte])
  }
}
