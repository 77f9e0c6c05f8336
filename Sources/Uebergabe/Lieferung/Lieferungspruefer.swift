// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen
public import Pruefung

/// Checks a folder of packages against its Deckungsnachweis: every package by itself, and that all of
/// them are there, unchanged, and nothing else.
///
/// A bag alone does not notice that its tag manifest is gone; the list does, because it names the
/// digest of what seals each package. Memory: that of the greatest package, and a line per package.
public struct Lieferungspruefer: Sendable {
  /// The name of the list in the folder.
  public static let nachweisname = "deckungsnachweis.tsv"

  /// The check of each bag.
  public var bagpruefer: Bagpruefer
  /// The check of each SIP.
  public var earkpruefer: Earkpruefer

  /// A checker.
  public init(
    _ bagpruefer: Bagpruefer = Bagpruefer(), _ earkpruefer: Earkpruefer = Earkpruefer()
  ) {
    self.bagpruefer = bagpruefer
    self.earkpruefer = earkpruefer
  }

  /// Checks a folder.
  ///
  /// - Parameters:
  ///   - pfad: The folder with the list.
  ///   - melde: Takes the result of each package.
  /// - Returns: The findings about the whole.
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)`` if the list cannot be read, or what `melde`
  ///   throws.
  public func pruefe(
    _ pfad: String, _ melde: (Paketergebnis) throws -> Void
  ) throws -> Pruefbericht {
    var bericht = Pruefbericht(werkzeug: bagpruefer.werkzeug, datei: pfad, art: "lieferung")
    func befund(_ regel: String, _ text: String, _ datei: String) {
      bericht.melde(Befund(Lieferungsregeln[regel], text, ort: Ort(datei: datei)))
    }
    let zeilen = try lies(pfad + "/" + Self.nachweisname) { grund in
      befund("LIEFERUNG-NACHWEIS", grund, Self.nachweisname)
    }
    var bekannt: Set<Bagpfad> = [Bagpfad(Self.nachweisname)]
    var zahl = 0
    for felder in zeilen where felder.first == "paket" {
      guard felder.count == 5, !felder[2].utf8.contains(0x2F), Pfadgefahr(felder[2]) == nil,
        bekannt.insert(Bagpfad(felder[2])).inserted
      else {
        befund(
          "LIEFERUNG-NACHWEIS", "Eine Zeile über ein Paket ist unbrauchbar.", Self.nachweisname)
        continue
      }
      zahl += 1
      let name = felder[2]
      let ort = pfad + "/" + name
      var angaben = stat()
      guard lstat(ort, &angaben) == 0, angaben.st_mode & S_IFMT != S_IFLNK else {
        befund("LIEFERUNG-PAKET-FEHLT", "Das Paket »\(name.sichtbar)« fehlt.", name)
        continue
      }
      let istOrdner = angaben.st_mode & S_IFMT == S_IFDIR
      let art = Paketart(erkanntIn: ort, grenzen: bagpruefer.grenzen)
      let siegeldatei = art == .eark ? "METS.xml" : "tagmanifest-sha512.txt"
      let siegel = istOrdner ? ort + "/" + siegeldatei : ort
      if (try? pruefsumme(datei: siegel, .sha512))?.hex != felder[4] {
        befund(
          "LIEFERUNG-SIEGEL", "Das Siegel des Pakets »\(name.sichtbar)« fehlt oder weicht ab.",
          istOrdner ? name + "/" + siegeldatei : name)
      }
      let ergebnis: Paketergebnis =
        switch art {
        case .eark: Paketergebnis(try earkpruefer.pruefe(ort))
        case .dimag: Paketergebnis(try Dimagpruefer(bagpruefer).pruefe(ort))
        default: Paketergebnis(try bagpruefer.pruefe(ort))
        }
      try melde(ergebnis)
      // Any bag may have tag files without a digest (RFC 8493, 2.2.4); one that was made here has none.
      for fund in ergebnis.bericht.befunde where fund.regel == "TAG-OHNE-EINTRAG" {
        let datei = name + "/" + (fund.ort.datei ?? "")
        befund("LIEFERUNG-FREMD", "»\(datei.sichtbar)« steht in keinem Manifest.", datei)
      }
      if ergebnis.urteil != .gueltig {
        befund("LIEFERUNG-PAKET", "Das Paket »\(name.sichtbar)« ist nicht gültig.", name)
      }
    }
    for name in Self.namen(pfad) where !bekannt.contains(Bagpfad(name)) {
      befund("LIEFERUNG-FREMD", "»\(name.sichtbar)« steht nicht im Nachweis.", name)
    }
    bericht.angaben.append(("Pakete", zahl.deutsch))
    return bericht
  }

  /// The lines of the list as fields; says what is wrong with the list.
  private func lies(_ pfad: String, _ mangel: (String) -> Void) throws -> [[String]] {
    let datei = try oeffneQuelle(pfad)
    guard datei.groesse <= bagpruefer.grenzen.tagdatei else {
      throw UebergabeFehler.nichtLesbar(pfad: pfad, grund: "sie ist zu groß")
    }
    let bytes = try alles(datei.groesse) { try datei.lies($0) }
    var zeilen: [[String]] = []
    var letzte = bytes[...]
    for zeile in bytes.split(separator: 0x0A) {
      letzte = zeile
      zeilen.append(
        zeile.split(separator: 0x09, omittingEmptySubsequences: false).map { Self.klartext($0) })
    }
    guard zeilen.first == ["Deckungsnachweis", "1"] else {
      mangel("Die erste Zeile lautet nicht »Deckungsnachweis 1«.")
      return []
    }
    var bildner = try Pruefsummenbildner([.sha512])
    bytes[..<letzte.startIndex].withUnsafeBytes { bildner.nimm($0) }
    if zeilen.last != ["siegel", bildner.abschluss().first?.hex ?? ""] || bytes.last != 0x0A {
      mangel("Die letzte Zeile ist nicht die Prüfsumme der übrigen.")
    }
    return zeilen
  }

  /// A field without its escapes.
  private static func klartext(_ feld: ArraySlice<UInt8>) -> String {
    guard feld.contains(0x5C) else { return String(decoding: feld, as: UTF8.self) }
    var aus: [UInt8] = []
    var offen = false
    for b in feld {
      if offen {
        aus.append(b == 0x74 ? 0x09 : b == 0x6E ? 0x0A : b == 0x72 ? 0x0D : b)
        offen = false
      } else if b == 0x5C {
        offen = true
      } else {
        aus.append(b)
      }
    }
    return String(decoding: aus, as: UTF8.self)
  }

  private static func namen(_ pfad: String) -> [String] {
    guard let ordner = opendir(pfad) else { return [] }
    defer { closedir(ordner) }
    var namen: [String] = []
    while let eintrag = readdir(ordner) {
      let name = withUnsafePointer(to: &eintrag.pointee.d_name) { feld in
        feld.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { namen.append(name) }
    }
    return namen.sorted()
  }
}

/// The outcome of checking a package of any kind.
public struct Paketergebnis: Sendable {
  /// The findings.
  public let bericht: Pruefbericht
  /// The verdict.
  public let urteil: Bagurteil

  /// That of a bag, also one for DIMAG.
  public init(_ ergebnis: Bagergebnis) {
    bericht = ergebnis.bericht
    urteil = ergebnis.urteil
  }

  /// That of a SIP.
  public init(_ ergebnis: Earkergebnis) {
    bericht = ergebnis.bericht
    urteil = ergebnis.urteil
  }
}
