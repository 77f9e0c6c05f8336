// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Pruefung

/// Reads an Aktenplan from a table `kennzeichen;bezeichnung[;gueltigAb[;gueltigBis]]` in UTF-8.
///
/// A unit is a leaf if no other one lies below it by the segments of its number (row A01).
public struct Aktenplanleser: Sendable {
  /// The largest file that is read, in bytes.
  public var groessteDatei = 16 << 20
  /// So many segments a number may have.
  public static let hoechstzahlSegmente = 20

  /// A reader.
  public init() {}

  /// What a table says.
  public struct Ergebnis: Sendable {
    /// The units in the order of the table.
    public internal(set) var einheiten: [Einheitszustand] = []
    /// What is wrong; its rules are ``Aktenplanregeln``.
    public internal(set) var befunde: [Befund] = []

    /// True if no finding is an error.
    public var istBrauchbar: Bool { !befunde.contains { $0.schwere == .fehler } }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - datei: Its name for the findings.
  /// - Returns: The units and the findings.
  public func lies(_ bytes: [UInt8], datei: String? = nil) -> Ergebnis {
    var ergebnis = Ergebnis()
    func melde(_ regel: Regel, _ text: String, _ zeile: Int?) {
      ergebnis.befunde.append(Befund(regel, text, ort: Ort(datei: datei, zeile: zeile)))
    }
    guard bytes.count <= groessteDatei, String(validating: bytes, as: UTF8.self) != nil else {
      melde(
        Aktenplanregeln.datei,
        bytes.count > groessteDatei
          ? "Die Datei ist zu groß für einen Aktenplan." : "Die Datei ist nicht in UTF-8 kodiert.",
        nil)
      return ergebnis
    }
    let csv = CSVLeser(bytes)
    for mangel in csv.maengel {
      melde(Aktenplanregeln.datei, "Ein Anführungszeichen ist nicht geschlossen.", mangel.zeile)
    }
    guard let kopf = csv.saetze.first else {
      melde(Aktenplanregeln.datei, "Die Datei ist leer.", nil)
      return ergebnis
    }
    let namen = kopf.felder.map { Textform.komponiert($0).lowercased() }
    let bekannt = ["kennzeichen", "bezeichnung", "gueltigab", "gueltigbis"]
    let stellen = bekannt.map { namen.firstIndex(of: $0) }
    guard let k = stellen[0], let b = stellen[1], namen.allSatisfy(bekannt.contains),
      Set(namen).count == namen.count
    else {
      melde(
        Aktenplanregeln.kopf,
        namen.count == 1 && namen[0].contains(",")
          ? "Die Spalten sind mit Komma getrennt statt mit Semikolon."
          : "Die Kopfzeile lautet »\(kopf.felder.joined(separator: ";"))«.", kopf.zeile)
      return ergebnis
    }
    var zeilen: [Aktenplannummer: Int] = [:]
    for satz in csv.saetze.dropFirst() {
      guard satz.felder.count == namen.count else {
        melde(
          Aktenplanregeln.felder,
          "Die Zeile hat \(satz.felder.count.mal("Feld", "Felder")), die Kopfzeile "
            + "\(namen.count).", satz.zeile)
        continue
      }
      let kennzeichen = Textform.komponiert(satz.felder[k])
      guard let nummer = Aktenplannummer(kennzeichen), !nummer.istPlanvorgabe,
        nummer.segmente.count <= Self.hoechstzahlSegmente
      else {
        melde(Aktenplanregeln.angabe, "»\(kennzeichen)« ist kein Kennzeichen.", satz.zeile)
        continue
      }
      let bezeichnung = Textform.komponiert(satz.felder[b])
      guard !bezeichnung.allSatisfy(\.isWhitespace) else {
        melde(Aktenplanregeln.angabe, "Die Bezeichnung zu \(kennzeichen) fehlt.", satz.zeile)
        continue
      }
      if let erste = zeilen[nummer] {
        melde(
          Aktenplanregeln.doppelt, "\(kennzeichen) steht schon in Zeile \(erste).", satz.zeile)
        continue
      }
      zeilen[nummer] = satz.zeile
      let tage = stellen[2...].map { $0.map { satz.felder[$0] } ?? "" }
      let grenzen = tage.map { Kalendertag($0) }
      let lesbar = zip(tage, grenzen).allSatisfy { $0.isEmpty || $1 != nil }
      guard lesbar, grenzen[0].map({ ab in grenzen[1].map { ab <= $0 } ?? true }) ?? true else {
        melde(
          Aktenplanregeln.gueltigkeit,
          lesbar
            ? "Die Gültigkeit von \(kennzeichen) endet, bevor sie beginnt."
            : "Die Gültigkeit von \(kennzeichen) ist kein Tag: "
              + "»\(tage.joined(separator: ";"))«.", satz.zeile)
        continue
      }
      ergebnis.einheiten.append(
        Einheitszustand(
          kennzeichen: kennzeichen, bezeichnung: bezeichnung,
          gueltigkeit: Zeitraum(beginn: grenzen[0], ende: grenzen[1])))
    }
    if ergebnis.einheiten.isEmpty, ergebnis.befunde.isEmpty {
      melde(Aktenplanregeln.datei, "Die Datei nennt keine Einheit.", nil)
    }
    ergebnis.einheiten.kennzeichneBlaetter()
    return ergebnis
  }
}

extension [Einheitszustand] {
  /// Sets which units are leaves: those with no other one below them in this list.
  public mutating func kennzeichneBlaetter() {
    var innere: Set<[String]> = []
    for e in self {
      let segmente = Aktenplannummer(e.kennzeichen)?.segmente ?? []
      for laenge in stride(from: segmente.count - 1, to: 0, by: -1) {
        // The prefixes of a known one are known, too.
        guard innere.insert([String](segmente.prefix(laenge))).inserted else { break }
      }
    }
    for i in indices {
      self[i].istBlatt = !innere.contains(Aktenplannummer(self[i].kennzeichen)?.segmente ?? [])
    }
  }
}
